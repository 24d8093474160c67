/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-values.h"

G_DEFINE_FINAL_TYPE (RemitFramework, remit_framework, REMIT_TYPE_ITEM)

enum
{
  PROP_SHORT = 1,
  PROP_EDITION,
  PROP_PROVIDER,
  PROP_OWNERS,
  PROP_SERVICE_MODELS,
  PROP_ZONES,
  PROP_LAYERS,
  PROP_SOURCES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
remit_framework_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  RemitFramework *self = REMIT_FRAMEWORK (object);

  switch (prop_id)
    {
    case PROP_SHORT:
      g_value_set_string (value, remit_framework_get_short (self));
      break;
    case PROP_EDITION:
      g_value_set_string (value, self->edition);
      break;
    case PROP_PROVIDER:
      g_value_set_string (value, self->provider);
      break;
    case PROP_OWNERS:
      g_value_set_object (value, self->owners);
      break;
    case PROP_SERVICE_MODELS:
      g_value_set_object (value, self->service_models);
      break;
    case PROP_ZONES:
      g_value_set_object (value, self->zones);
      break;
    case PROP_LAYERS:
      g_value_set_object (value, self->layers);
      break;
    case PROP_SOURCES:
      g_value_set_object (value, self->sources);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_framework_finalize (GObject *object)
{
  RemitFramework *self = REMIT_FRAMEWORK (object);

  g_free (self->short_title);
  g_free (self->edition);
  g_free (self->provider);
  g_clear_object (&self->owners);
  g_clear_object (&self->service_models);
  g_clear_object (&self->zones);
  g_clear_object (&self->layers);
  g_clear_object (&self->sources);
  g_clear_pointer (&self->cells, g_ptr_array_unref);

  G_OBJECT_CLASS (remit_framework_parent_class)->finalize (object);
}

static void
remit_framework_class_init (RemitFrameworkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = remit_framework_get_property;
  object_class->finalize = remit_framework_finalize;

  properties[PROP_SHORT] = g_param_spec_string ("short", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EDITION] = g_param_spec_string ("edition", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROVIDER] = g_param_spec_string ("provider", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_OWNERS] = g_param_spec_object ("owners", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SERVICE_MODELS] = g_param_spec_object ("service-models", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZONES] = g_param_spec_object ("zones", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LAYERS] = g_param_spec_object ("layers", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SOURCES] = g_param_spec_object ("sources", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
remit_framework_init (RemitFramework *self)
{
}

const char *
remit_framework_get_short (RemitFramework *self)
{
  g_return_val_if_fail (REMIT_IS_FRAMEWORK (self), NULL);

  return self->short_title ? self->short_title : remit_item_get_title (REMIT_ITEM (self));
}

const char *
remit_framework_get_edition (RemitFramework *self)
{
  g_return_val_if_fail (REMIT_IS_FRAMEWORK (self), NULL);

  return self->edition;
}

const char *
remit_framework_get_provider (RemitFramework *self)
{
  g_return_val_if_fail (REMIT_IS_FRAMEWORK (self), NULL);

  return self->provider;
}

GListModel *
remit_framework_get_owners (RemitFramework *self)
{
  g_return_val_if_fail (REMIT_IS_FRAMEWORK (self), NULL);

  return self->owners;
}

GListModel *
remit_framework_get_service_models (RemitFramework *self)
{
  g_return_val_if_fail (REMIT_IS_FRAMEWORK (self), NULL);

  return self->service_models;
}

GListModel *
remit_framework_get_zones (RemitFramework *self)
{
  g_return_val_if_fail (REMIT_IS_FRAMEWORK (self), NULL);

  return self->zones;
}

GListModel *
remit_framework_get_layers (RemitFramework *self)
{
  g_return_val_if_fail (REMIT_IS_FRAMEWORK (self), NULL);

  return self->layers;
}

GListModel *
remit_framework_get_sources (RemitFramework *self)
{
  g_return_val_if_fail (REMIT_IS_FRAMEWORK (self), NULL);

  return self->sources;
}

/* (transfer none): lists are immutable and keep their items, so a borrowed item lives as long as the framework. */
static gpointer
borrow_item (GListModel *list,
             guint       position)
{
  g_autoptr (GObject) item = g_list_model_get_item (list, position);

  return item;
}

static gpointer
find_item (GListModel *list,
           const char *id)
{
  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (list); i++)
    {
      RemitItem *item = borrow_item (list, i);

      if (g_str_equal (remit_item_get_id (item), id))
        return item;
    }
  return NULL;
}

RemitLayer *
remit_framework_find_layer (RemitFramework *self,
                            const char     *id)
{
  g_return_val_if_fail (REMIT_IS_FRAMEWORK (self), NULL);

  return find_item (self->layers, id);
}

RemitServiceModel *
remit_framework_find_service_model (RemitFramework *self,
                                    const char     *id)
{
  g_return_val_if_fail (REMIT_IS_FRAMEWORK (self), NULL);

  return find_item (self->service_models, id);
}

RemitLayer *
remit_framework_get_layer (RemitFramework *self,
                           guint           position)
{
  g_return_val_if_fail (REMIT_IS_FRAMEWORK (self), NULL);

  return borrow_item (self->layers, position);
}

RemitServiceModel *
remit_framework_get_service_model (RemitFramework *self,
                                   guint           position)
{
  g_return_val_if_fail (REMIT_IS_FRAMEWORK (self), NULL);

  return borrow_item (self->service_models, position);
}

/**
 * remit_framework_get_responsibility:
 * @layer: a layer of this framework
 * @service_model: a service model of this framework
 *
 * The question the whole program exists for: who is responsible for @layer under @service_model?
 *
 * Returns: (transfer none): the cell, which every framework has for each of its layers and service models
 */
RemitResponsibility *
remit_framework_get_responsibility (RemitFramework    *self,
                                    RemitLayer        *layer,
                                    RemitServiceModel *service_model)
{
  g_return_val_if_fail (REMIT_IS_FRAMEWORK (self), NULL);
  g_return_val_if_fail (remit_framework_get_layer (self, remit_layer_get_position (layer)) == layer, NULL);
  g_return_val_if_fail (remit_framework_get_service_model (self, remit_service_model_get_position (service_model)) == service_model, NULL);

  return g_ptr_array_index (self->cells,
                            layer->position * g_list_model_get_n_items (self->service_models) + service_model->position);
}
