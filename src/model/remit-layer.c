/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-values.h"

static const char *const none[] = { NULL };

G_DEFINE_FINAL_TYPE (RemitLayer, remit_layer, REMIT_TYPE_ITEM)

enum
{
  PROP_ZONE = 1,
  PROP_CONTROLS,
  PROP_SERVICES,
  PROP_CLAIM,
  PROP_TRUTH,
  PROP_SOURCES,
  PROP_POSITION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
remit_layer_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  RemitLayer *self = REMIT_LAYER (object);

  switch (prop_id)
    {
    case PROP_ZONE:
      g_value_set_object (value, self->zone);
      break;
    case PROP_CONTROLS:
      g_value_set_boxed (value, remit_layer_get_controls (self));
      break;
    case PROP_SERVICES:
      g_value_set_boxed (value, remit_layer_get_services (self));
      break;
    case PROP_CLAIM:
      g_value_set_string (value, self->claim);
      break;
    case PROP_TRUTH:
      g_value_set_string (value, self->truth);
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
remit_layer_finalize (GObject *object)
{
  RemitLayer *self = REMIT_LAYER (object);

  g_clear_object (&self->zone);
  g_strfreev (self->controls);
  g_strfreev (self->services);
  g_free (self->claim);
  g_free (self->truth);
  g_clear_object (&self->sources);

  G_OBJECT_CLASS (remit_layer_parent_class)->finalize (object);
}

static void
remit_layer_class_init (RemitLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = remit_layer_get_property;
  object_class->finalize = remit_layer_finalize;

  properties[PROP_ZONE] = g_param_spec_object ("zone", NULL, NULL, REMIT_TYPE_ZONE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CONTROLS] = g_param_spec_boxed ("controls", NULL, NULL, G_TYPE_STRV, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SERVICES] = g_param_spec_boxed ("services", NULL, NULL, G_TYPE_STRV, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CLAIM] = g_param_spec_string ("claim", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TRUTH] = g_param_spec_string ("truth", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SOURCES] = g_param_spec_object ("sources", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
remit_layer_init (RemitLayer *self)
{
}

RemitZone *
remit_layer_get_zone (RemitLayer *self)
{
  g_return_val_if_fail (REMIT_IS_LAYER (self), NULL);

  return self->zone;
}

const char *const *
remit_layer_get_controls (RemitLayer *self)
{
  g_return_val_if_fail (REMIT_IS_LAYER (self), NULL);

  return self->controls ? (const char *const *) self->controls : none;
}

const char *const *
remit_layer_get_services (RemitLayer *self)
{
  g_return_val_if_fail (REMIT_IS_LAYER (self), NULL);

  return self->services ? (const char *const *) self->services : none;
}

const char *
remit_layer_get_claim (RemitLayer *self)
{
  g_return_val_if_fail (REMIT_IS_LAYER (self), NULL);

  return self->claim;
}

const char *
remit_layer_get_truth (RemitLayer *self)
{
  g_return_val_if_fail (REMIT_IS_LAYER (self), NULL);

  return self->truth;
}

GListModel *
remit_layer_get_sources (RemitLayer *self)
{
  g_return_val_if_fail (REMIT_IS_LAYER (self), NULL);

  return self->sources;
}

guint
remit_layer_get_position (RemitLayer *self)
{
  g_return_val_if_fail (REMIT_IS_LAYER (self), 0);

  return self->position;
}
