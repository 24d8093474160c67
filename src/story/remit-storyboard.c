/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-story-values.h"

G_DEFINE_FINAL_TYPE (RemitStoryboard, remit_storyboard, REMIT_TYPE_ITEM)

enum
{
  PROP_MINUTES = 1,
  PROP_TEACHES,
  PROP_FRAMEWORK,
  PROP_SCENES,
  PROP_SOURCES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
remit_storyboard_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  RemitStoryboard *self = REMIT_STORYBOARD (object);

  switch (prop_id)
    {
    case PROP_MINUTES:
      g_value_set_uint (value, self->minutes);
      break;
    case PROP_TEACHES:
      g_value_set_boxed (value, remit_storyboard_get_teaches (self));
      break;
    case PROP_FRAMEWORK:
      g_value_set_object (value, self->framework);
      break;
    case PROP_SCENES:
      g_value_set_object (value, self->scenes);
      break;
    case PROP_SOURCES:
      g_value_set_object (value, self->sources);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_storyboard_finalize (GObject *object)
{
  RemitStoryboard *self = REMIT_STORYBOARD (object);

  g_strfreev (self->teaches);
  g_clear_object (&self->framework);
  g_clear_object (&self->scenes);
  g_clear_object (&self->sources);

  G_OBJECT_CLASS (remit_storyboard_parent_class)->finalize (object);
}

static void
remit_storyboard_class_init (RemitStoryboardClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = remit_storyboard_get_property;
  object_class->finalize = remit_storyboard_finalize;

  properties[PROP_MINUTES] = g_param_spec_uint ("minutes", NULL, NULL, 0, 60, 0, flags);
  properties[PROP_TEACHES] = g_param_spec_boxed ("teaches", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_FRAMEWORK] = g_param_spec_object ("framework", NULL, NULL, REMIT_TYPE_FRAMEWORK, flags);
  properties[PROP_SCENES] = g_param_spec_object ("scenes", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_SOURCES] = g_param_spec_object ("sources", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
remit_storyboard_init (RemitStoryboard *self)
{
}

guint
remit_storyboard_get_minutes (RemitStoryboard *self)
{
  g_return_val_if_fail (REMIT_IS_STORYBOARD (self), 0);

  return self->minutes;
}

const char *const *
remit_storyboard_get_teaches (RemitStoryboard *self)
{
  g_return_val_if_fail (REMIT_IS_STORYBOARD (self), NULL);

  return (const char *const *) self->teaches;
}

RemitFramework *
remit_storyboard_get_framework (RemitStoryboard *self)
{
  g_return_val_if_fail (REMIT_IS_STORYBOARD (self), NULL);

  return self->framework;
}

GListModel *
remit_storyboard_get_scenes (RemitStoryboard *self)
{
  g_return_val_if_fail (REMIT_IS_STORYBOARD (self), NULL);

  return self->scenes;
}

GListModel *
remit_storyboard_get_sources (RemitStoryboard *self)
{
  g_return_val_if_fail (REMIT_IS_STORYBOARD (self), NULL);

  return self->sources;
}

/* The list is immutable and keeps its scenes, so a borrowed one lives as long as the storyboard. */
RemitScene *
remit_storyboard_get_scene (RemitStoryboard *self,
                            guint            position)
{
  g_autoptr (RemitScene) scene = NULL;

  g_return_val_if_fail (REMIT_IS_STORYBOARD (self), NULL);

  scene = g_list_model_get_item (self->scenes, position);
  return scene;
}

RemitScene *
remit_storyboard_find_scene (RemitStoryboard *self,
                             const char      *id)
{
  RemitScene *scene;

  g_return_val_if_fail (REMIT_IS_STORYBOARD (self), NULL);

  for (guint i = 0; (scene = remit_storyboard_get_scene (self, i)) != NULL; i++)
    if (g_strcmp0 (remit_item_get_id (REMIT_ITEM (scene)), id) == 0)
      return scene;
  return NULL;
}
