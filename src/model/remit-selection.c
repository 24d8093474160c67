/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-selection.h"

/**
 * RemitSelection:
 *
 * Everything that shows a framework reads and writes a selection, and knows nothing of the others that do. A selection with a framework
 * has a service model too; the layer may be %NULL. Whether the cells are brought out on which others disagree goes with no framework.
 */
struct _RemitSelection
{
  GObject parent_instance;
  RemitFramework *framework;
  RemitServiceModel *service_model;
  RemitLayer *layer;
  gboolean show_disputed;
};

G_DEFINE_FINAL_TYPE (RemitSelection, remit_selection, G_TYPE_OBJECT)

enum
{
  PROP_FRAMEWORK = 1,
  PROP_SERVICE_MODEL,
  PROP_LAYER,
  PROP_RESPONSIBILITY,
  PROP_SHOW_DISPUTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
remit_selection_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  RemitSelection *self = REMIT_SELECTION (object);

  switch (prop_id)
    {
    case PROP_FRAMEWORK:
      g_value_set_object (value, self->framework);
      break;
    case PROP_SERVICE_MODEL:
      g_value_set_object (value, self->service_model);
      break;
    case PROP_LAYER:
      g_value_set_object (value, self->layer);
      break;
    case PROP_RESPONSIBILITY:
      g_value_set_object (value, remit_selection_get_responsibility (self));
      break;
    case PROP_SHOW_DISPUTED:
      g_value_set_boolean (value, self->show_disputed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_selection_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  RemitSelection *self = REMIT_SELECTION (object);

  switch (prop_id)
    {
    case PROP_FRAMEWORK:
      remit_selection_set_framework (self, g_value_get_object (value));
      break;
    case PROP_SERVICE_MODEL:
      remit_selection_set_service_model (self, g_value_get_object (value));
      break;
    case PROP_LAYER:
      remit_selection_set_layer (self, g_value_get_object (value));
      break;
    case PROP_SHOW_DISPUTED:
      remit_selection_set_show_disputed (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_selection_dispose (GObject *object)
{
  RemitSelection *self = REMIT_SELECTION (object);

  g_clear_object (&self->layer);
  g_clear_object (&self->service_model);
  g_clear_object (&self->framework);

  G_OBJECT_CLASS (remit_selection_parent_class)->dispose (object);
}

static void
remit_selection_class_init (RemitSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = remit_selection_get_property;
  object_class->set_property = remit_selection_set_property;
  object_class->dispose = remit_selection_dispose;

  properties[PROP_FRAMEWORK] = g_param_spec_object ("framework", NULL, NULL, REMIT_TYPE_FRAMEWORK, writable);
  properties[PROP_SERVICE_MODEL] = g_param_spec_object ("service-model", NULL, NULL, REMIT_TYPE_SERVICE_MODEL, writable);
  properties[PROP_LAYER] = g_param_spec_object ("layer", NULL, NULL, REMIT_TYPE_LAYER, writable);
  properties[PROP_RESPONSIBILITY] = g_param_spec_object ("responsibility", NULL, NULL, REMIT_TYPE_RESPONSIBILITY,
                                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SHOW_DISPUTED] = g_param_spec_boolean ("show-disputed", NULL, NULL, FALSE, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
remit_selection_init (RemitSelection *self)
{
}

RemitSelection *
remit_selection_new (void)
{
  return g_object_new (REMIT_TYPE_SELECTION, NULL);
}

RemitFramework *
remit_selection_get_framework (RemitSelection *self)
{
  g_return_val_if_fail (REMIT_IS_SELECTION (self), NULL);

  return self->framework;
}

RemitServiceModel *
remit_selection_get_service_model (RemitSelection *self)
{
  g_return_val_if_fail (REMIT_IS_SELECTION (self), NULL);

  return self->service_model;
}

RemitLayer *
remit_selection_get_layer (RemitSelection *self)
{
  g_return_val_if_fail (REMIT_IS_SELECTION (self), NULL);

  return self->layer;
}

/* The selected cell, where a layer and a service model are. */
RemitResponsibility *
remit_selection_get_responsibility (RemitSelection *self)
{
  g_return_val_if_fail (REMIT_IS_SELECTION (self), NULL);

  if (self->layer == NULL || self->service_model == NULL)
    return NULL;
  return remit_framework_get_responsibility (self->framework, self->layer, self->service_model);
}

/* Sets all three and notifies of those that changed, once each, when all are set. */
static void
change (RemitSelection    *self,
        RemitFramework    *framework,
        RemitServiceModel *service_model,
        RemitLayer        *layer)
{
  gpointer cell = remit_selection_get_responsibility (self);

  g_object_freeze_notify (G_OBJECT (self));
  if (g_set_object (&self->framework, framework))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRAMEWORK]);
  if (g_set_object (&self->service_model, service_model))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERVICE_MODEL]);
  if (g_set_object (&self->layer, layer))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYER]);
  if (remit_selection_get_responsibility (self) != cell)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESPONSIBILITY]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * remit_selection_set_framework:
 * @framework: (nullable):
 *
 * Keeps the service model and the layer where @framework has ones of the same ids; otherwise its first service model and no layer.
 */
void
remit_selection_set_framework (RemitSelection *self,
                               RemitFramework *framework)
{
  RemitServiceModel *service_model = NULL;
  RemitLayer *layer = NULL;

  g_return_if_fail (REMIT_IS_SELECTION (self));
  g_return_if_fail (framework == NULL || REMIT_IS_FRAMEWORK (framework));

  if (framework == self->framework)
    return;
  if (framework != NULL && self->service_model != NULL)
    service_model = remit_framework_find_service_model (framework, remit_item_get_id (REMIT_ITEM (self->service_model)));
  if (framework != NULL && service_model == NULL)
    service_model = remit_framework_get_service_model (framework, 0);
  if (framework != NULL && self->layer != NULL)
    layer = remit_framework_find_layer (framework, remit_item_get_id (REMIT_ITEM (self->layer)));
  change (self, framework, service_model, layer);
}

/* @service_model is one of the framework's; it cannot be cleared. The layer stays. */
void
remit_selection_set_service_model (RemitSelection    *self,
                                   RemitServiceModel *service_model)
{
  remit_selection_select (self, self->layer, service_model);
}

/* @layer is one of the framework's, or NULL. The service model stays. */
void
remit_selection_set_layer (RemitSelection *self,
                           RemitLayer     *layer)
{
  remit_selection_select (self, layer, self->service_model);
}

/* Both at once, so that nobody sees one without the other. */
void
remit_selection_select (RemitSelection    *self,
                        RemitLayer        *layer,
                        RemitServiceModel *service_model)
{
  g_return_if_fail (REMIT_IS_SELECTION (self));
  g_return_if_fail (self->framework != NULL);
  g_return_if_fail (REMIT_IS_SERVICE_MODEL (service_model));
  g_return_if_fail (remit_framework_get_service_model (self->framework, remit_service_model_get_position (service_model)) == service_model);
  g_return_if_fail (layer == NULL || remit_framework_get_layer (self->framework, remit_layer_get_position (layer)) == layer);

  change (self, self->framework, service_model, layer);
}

/* Whether the cells are to be brought out on which others disagree. */
gboolean
remit_selection_get_show_disputed (RemitSelection *self)
{
  g_return_val_if_fail (REMIT_IS_SELECTION (self), FALSE);

  return self->show_disputed;
}

void
remit_selection_set_show_disputed (RemitSelection *self,
                                   gboolean        show_disputed)
{
  g_return_if_fail (REMIT_IS_SELECTION (self));

  if (self->show_disputed == !!show_disputed)
    return;
  self->show_disputed = !!show_disputed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_DISPUTED]);
}
