/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-values.h"

G_DEFINE_FINAL_TYPE (RemitResponsibility, remit_responsibility, G_TYPE_OBJECT)

enum
{
  PROP_LAYER = 1,
  PROP_SERVICE_MODEL,
  PROP_OWNER,
  PROP_EXPLANATION,
  PROP_SOURCES,
  PROP_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
remit_responsibility_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  RemitResponsibility *self = REMIT_RESPONSIBILITY (object);

  switch (prop_id)
    {
    case PROP_LAYER:
      g_value_set_object (value, self->layer);
      break;
    case PROP_SERVICE_MODEL:
      g_value_set_object (value, self->service_model);
      break;
    case PROP_OWNER:
      g_value_set_object (value, self->owner);
      break;
    case PROP_EXPLANATION:
      g_value_set_string (value, self->explanation);
      break;
    case PROP_SOURCES:
      g_value_set_object (value, self->sources);
      break;
    case PROP_NAME:
      g_value_take_string (value, remit_responsibility_dup_name (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_responsibility_finalize (GObject *object)
{
  RemitResponsibility *self = REMIT_RESPONSIBILITY (object);

  g_clear_object (&self->layer);
  g_clear_object (&self->service_model);
  g_clear_object (&self->owner);
  g_free (self->explanation);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_clear_object (&self->sources);

  G_OBJECT_CLASS (remit_responsibility_parent_class)->finalize (object);
}

static void
remit_responsibility_class_init (RemitResponsibilityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = remit_responsibility_get_property;
  object_class->finalize = remit_responsibility_finalize;

  properties[PROP_LAYER] = g_param_spec_object ("layer", NULL, NULL, REMIT_TYPE_LAYER, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SERVICE_MODEL] = g_param_spec_object ("service-model", NULL, NULL, REMIT_TYPE_SERVICE_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_OWNER] = g_param_spec_object ("owner", NULL, NULL, REMIT_TYPE_OWNER, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EXPLANATION] = g_param_spec_string ("explanation", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SOURCES] = g_param_spec_object ("sources", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
remit_responsibility_init (RemitResponsibility *self)
{
}

RemitLayer *
remit_responsibility_get_layer (RemitResponsibility *self)
{
  g_return_val_if_fail (REMIT_IS_RESPONSIBILITY (self), NULL);

  return self->layer;
}

RemitServiceModel *
remit_responsibility_get_service_model (RemitResponsibility *self)
{
  g_return_val_if_fail (REMIT_IS_RESPONSIBILITY (self), NULL);

  return self->service_model;
}

RemitOwner *
remit_responsibility_get_owner (RemitResponsibility *self)
{
  g_return_val_if_fail (REMIT_IS_RESPONSIBILITY (self), NULL);

  return self->owner;
}

const char *
remit_responsibility_get_explanation (RemitResponsibility *self)
{
  g_return_val_if_fail (REMIT_IS_RESPONSIBILITY (self), NULL);

  return self->explanation;
}

GListModel *
remit_responsibility_get_sources (RemitResponsibility *self)
{
  g_return_val_if_fail (REMIT_IS_RESPONSIBILITY (self), NULL);

  return self->sources;
}

void
remit_tasks_free (RemitTasks *tasks)
{
  g_strfreev (tasks->texts);
  g_free (tasks);
}

/**
 * remit_responsibility_get_tasks:
 * @party: one of the framework's parties
 *
 * Returns: (transfer none) (nullable): what the party does here, a text each; %NULL where the document says nothing of it
 */
const char *const *
remit_responsibility_get_tasks (RemitResponsibility *self,
                                RemitOwner          *party)
{
  g_return_val_if_fail (REMIT_IS_RESPONSIBILITY (self), NULL);

  for (guint i = 0; self->tasks != NULL && i < self->tasks->len; i++)
    {
      RemitTasks *tasks = g_ptr_array_index (self->tasks, i);

      if (tasks->party == party)
        return (const char *const *) tasks->texts;
    }
  return NULL;
}

/**
 * remit_responsibility_dup_place:
 *
 * Returns: (transfer full): "Operating system, PaaS", the name of a cell whose owner is hidden
 */
char *
remit_responsibility_dup_place (RemitResponsibility *self)
{
  g_return_val_if_fail (REMIT_IS_RESPONSIBILITY (self), NULL);

  return g_strdup_printf ("%s, %s", remit_item_get_title (REMIT_ITEM (self->layer)),
                          remit_item_get_title (REMIT_ITEM (self->service_model)));
}

/**
 * remit_responsibility_dup_name:
 *
 * Returns: (transfer full): "Operating system, PaaS: Microsoft", the name of a cell wherever one is read out or printed
 */
char *
remit_responsibility_dup_name (RemitResponsibility *self)
{
  g_autofree char *place = remit_responsibility_dup_place (self);

  return g_strdup_printf ("%s: %s", place, remit_item_get_title (REMIT_ITEM (self->owner)));
}
