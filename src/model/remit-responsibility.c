/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-values.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (RemitConfidence, remit_confidence,
                    G_DEFINE_ENUM_VALUE (REMIT_CONFIDENCE_UNSTATED, "unstated"),
                    G_DEFINE_ENUM_VALUE (REMIT_CONFIDENCE_PRIMARY, "primary"),
                    G_DEFINE_ENUM_VALUE (REMIT_CONFIDENCE_CORROBORATED, "corroborated"),
                    G_DEFINE_ENUM_VALUE (REMIT_CONFIDENCE_INFERRED, "inferred"))

const char *
remit_confidence_get_text (RemitConfidence confidence)
{
  switch (confidence)
    {
    case REMIT_CONFIDENCE_PRIMARY:
      return _("The owner was read in the provider's own publication.");
    case REMIT_CONFIDENCE_CORROBORATED:
      return _("Several independent sources agree on the owner.");
    case REMIT_CONFIDENCE_INFERRED:
      return _("The owner comes from one secondary source, or was concluded.");
    case REMIT_CONFIDENCE_UNSTATED:
    default:
      return NULL;
    }
}

G_DEFINE_FINAL_TYPE (RemitResponsibility, remit_responsibility, G_TYPE_OBJECT)

enum
{
  PROP_LAYER = 1,
  PROP_SERVICE_MODEL,
  PROP_OWNER,
  PROP_CONFIDENCE,
  PROP_EXPLANATION,
  PROP_CLAIMS,
  PROP_SOURCES,
  PROP_DISPUTED,
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
    case PROP_CONFIDENCE:
      g_value_set_enum (value, self->confidence);
      break;
    case PROP_EXPLANATION:
      g_value_set_string (value, self->explanation);
      break;
    case PROP_CLAIMS:
      g_value_set_object (value, self->claims);
      break;
    case PROP_SOURCES:
      g_value_set_object (value, self->sources);
      break;
    case PROP_DISPUTED:
      g_value_set_boolean (value, self->is_disputed);
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
  g_clear_object (&self->claims);
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
  properties[PROP_CONFIDENCE] = g_param_spec_enum ("confidence", NULL, NULL, REMIT_TYPE_CONFIDENCE, REMIT_CONFIDENCE_UNSTATED, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EXPLANATION] = g_param_spec_string ("explanation", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CLAIMS] = g_param_spec_object ("claims", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SOURCES] = g_param_spec_object ("sources", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DISPUTED] = g_param_spec_boolean ("disputed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
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

RemitConfidence
remit_responsibility_get_confidence (RemitResponsibility *self)
{
  g_return_val_if_fail (REMIT_IS_RESPONSIBILITY (self), REMIT_CONFIDENCE_UNSTATED);

  return self->confidence;
}

GListModel *
remit_responsibility_get_claims (RemitResponsibility *self)
{
  g_return_val_if_fail (REMIT_IS_RESPONSIBILITY (self), NULL);

  return self->claims;
}

GListModel *
remit_responsibility_get_sources (RemitResponsibility *self)
{
  g_return_val_if_fail (REMIT_IS_RESPONSIBILITY (self), NULL);

  return self->sources;
}

/**
 * remit_responsibility_is_disputed:
 *
 * Returns: whether others name another owner: one of the claims, or, where the framework is built in, another of those that are
 */
gboolean
remit_responsibility_is_disputed (RemitResponsibility *self)
{
  g_return_val_if_fail (REMIT_IS_RESPONSIBILITY (self), FALSE);

  return self->is_disputed;
}

/**
 * remit_responsibility_dup_dispute:
 * @text: (nullable): what is said about the cell
 *
 * Returns: (transfer full) (nullable): @text, and that others name another owner where they do
 */
char *
remit_responsibility_dup_dispute (RemitResponsibility *self,
                                  const char          *text)
{
  g_return_val_if_fail (REMIT_IS_RESPONSIBILITY (self), NULL);

  if (!self->is_disputed)
    return g_strdup (text);
  return text != NULL ? g_strconcat (text, " ", _("Others name another owner."), NULL) : g_strdup (_("Others name another owner."));
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
