/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-story-values.h"

G_DEFINE_ENUM_TYPE (RemitScenePicture, remit_scene_picture,
                    G_DEFINE_ENUM_VALUE (REMIT_SCENE_FRAMEWORK, "framework"),
                    G_DEFINE_ENUM_VALUE (REMIT_SCENE_BUILDING, "building"),
                    G_DEFINE_ENUM_VALUE (REMIT_SCENE_COVERAGE, "coverage"))

/* What an empty list is: callers iterate without asking first. */
static const char *const no_texts[] = { NULL };

G_DEFINE_FINAL_TYPE (RemitScene, remit_scene, REMIT_TYPE_ITEM)

enum
{
  PROP_CAPTION = 1,
  PROP_NOTES,
  PROP_PICTURE,
  PROP_FRAMEWORK,
  PROP_SERVICE_MODEL,
  PROP_LAYERS,
  PROP_OWNERS_HIDDEN,
  PROP_COVERAGE,
  PROP_QUESTION,
  PROP_SOURCES,
  PROP_POSITION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
remit_scene_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  RemitScene *self = REMIT_SCENE (object);

  switch (prop_id)
    {
    case PROP_CAPTION:
      g_value_set_string (value, self->caption);
      break;
    case PROP_NOTES:
      g_value_set_string (value, self->notes);
      break;
    case PROP_PICTURE:
      g_value_set_enum (value, (int) self->picture);
      break;
    case PROP_FRAMEWORK:
      g_value_set_object (value, self->framework);
      break;
    case PROP_SERVICE_MODEL:
      g_value_set_object (value, self->service_model);
      break;
    case PROP_LAYERS:
      g_value_set_boxed (value, remit_scene_get_layers (self));
      break;
    case PROP_OWNERS_HIDDEN:
      g_value_set_boolean (value, self->owners_hidden);
      break;
    case PROP_COVERAGE:
      g_value_set_uint (value, self->coverage);
      break;
    case PROP_QUESTION:
      g_value_set_object (value, self->question);
      break;
    case PROP_SOURCES:
      g_value_set_object (value, self->sources);
      break;
    case PROP_POSITION:
      g_value_set_uint (value, self->position);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_scene_finalize (GObject *object)
{
  RemitScene *self = REMIT_SCENE (object);

  g_free (self->caption);
  g_free (self->notes);
  g_clear_object (&self->framework);
  g_clear_object (&self->service_model);
  g_strfreev (self->layers);
  g_clear_object (&self->question);
  g_clear_object (&self->sources);

  G_OBJECT_CLASS (remit_scene_parent_class)->finalize (object);
}

static void
remit_scene_class_init (RemitSceneClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = remit_scene_get_property;
  object_class->finalize = remit_scene_finalize;

  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, flags);
  properties[PROP_NOTES] = g_param_spec_string ("notes", NULL, NULL, NULL, flags);
  properties[PROP_PICTURE] = g_param_spec_enum ("picture", NULL, NULL, REMIT_TYPE_SCENE_PICTURE, REMIT_SCENE_FRAMEWORK, flags);
  properties[PROP_FRAMEWORK] = g_param_spec_object ("framework", NULL, NULL, REMIT_TYPE_FRAMEWORK, flags);
  properties[PROP_SERVICE_MODEL] = g_param_spec_object ("service-model", NULL, NULL, REMIT_TYPE_SERVICE_MODEL, flags);
  properties[PROP_LAYERS] = g_param_spec_boxed ("layers", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_OWNERS_HIDDEN] = g_param_spec_boolean ("owners-hidden", NULL, NULL, FALSE, flags);
  properties[PROP_COVERAGE] = g_param_spec_uint ("coverage", NULL, NULL, 0, 100, 0, flags);
  properties[PROP_QUESTION] = g_param_spec_object ("question", NULL, NULL, REMIT_TYPE_QUESTION, flags);
  properties[PROP_SOURCES] = g_param_spec_object ("sources", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
remit_scene_init (RemitScene *self)
{
}

const char *
remit_scene_get_caption (RemitScene *self)
{
  g_return_val_if_fail (REMIT_IS_SCENE (self), NULL);

  return self->caption;
}

const char *
remit_scene_get_notes (RemitScene *self)
{
  g_return_val_if_fail (REMIT_IS_SCENE (self), NULL);

  return self->notes;
}

RemitScenePicture
remit_scene_get_picture (RemitScene *self)
{
  g_return_val_if_fail (REMIT_IS_SCENE (self), REMIT_SCENE_FRAMEWORK);

  return self->picture;
}

RemitFramework *
remit_scene_get_framework (RemitScene *self)
{
  g_return_val_if_fail (REMIT_IS_SCENE (self), NULL);

  return self->framework;
}

RemitServiceModel *
remit_scene_get_service_model (RemitScene *self)
{
  g_return_val_if_fail (REMIT_IS_SCENE (self), NULL);

  return self->service_model;
}

const char *const *
remit_scene_get_layers (RemitScene *self)
{
  g_return_val_if_fail (REMIT_IS_SCENE (self), NULL);

  return self->layers != NULL ? (const char *const *) self->layers : no_texts;
}

gboolean
remit_scene_get_owners_hidden (RemitScene *self)
{
  g_return_val_if_fail (REMIT_IS_SCENE (self), FALSE);

  return self->owners_hidden;
}

guint
remit_scene_get_coverage (RemitScene *self)
{
  g_return_val_if_fail (REMIT_IS_SCENE (self), 0);

  return self->coverage;
}

RemitQuestion *
remit_scene_get_question (RemitScene *self)
{
  g_return_val_if_fail (REMIT_IS_SCENE (self), NULL);

  return self->question;
}

GListModel *
remit_scene_get_sources (RemitScene *self)
{
  g_return_val_if_fail (REMIT_IS_SCENE (self), NULL);

  return self->sources;
}

guint
remit_scene_get_position (RemitScene *self)
{
  g_return_val_if_fail (REMIT_IS_SCENE (self), 0);

  return self->position;
}
