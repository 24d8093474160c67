/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-values.h"

static const char *const none[] = { NULL };

G_DEFINE_FINAL_TYPE (RemitServiceModel, remit_service_model, REMIT_TYPE_ITEM)

enum
{
  PROP_NAME = 1,
  PROP_SHORT,
  PROP_CAPTION,
  PROP_EXAMPLES,
  PROP_POSITION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
remit_service_model_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  RemitServiceModel *self = REMIT_SERVICE_MODEL (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, remit_service_model_get_name (self));
      break;
    case PROP_SHORT:
      g_value_set_string (value, remit_service_model_get_short (self));
      break;
    case PROP_CAPTION:
      g_value_set_string (value, self->caption);
      break;
    case PROP_EXAMPLES:
      g_value_set_boxed (value, remit_service_model_get_examples (self));
      break;
    case PROP_POSITION:
      g_value_set_uint (value, self->position);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_service_model_finalize (GObject *object)
{
  RemitServiceModel *self = REMIT_SERVICE_MODEL (object);

  g_free (self->name);
  g_free (self->short_title);
  g_free (self->caption);
  g_strfreev (self->examples);

  G_OBJECT_CLASS (remit_service_model_parent_class)->finalize (object);
}

static void
remit_service_model_class_init (RemitServiceModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = remit_service_model_get_property;
  object_class->finalize = remit_service_model_finalize;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHORT] = g_param_spec_string ("short", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EXAMPLES] = g_param_spec_boxed ("examples", NULL, NULL, G_TYPE_STRV, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
remit_service_model_init (RemitServiceModel *self)
{
}

const char *
remit_service_model_get_name (RemitServiceModel *self)
{
  g_return_val_if_fail (REMIT_IS_SERVICE_MODEL (self), NULL);

  return self->name ? self->name : remit_item_get_title (REMIT_ITEM (self));
}

const char *
remit_service_model_get_short (RemitServiceModel *self)
{
  g_return_val_if_fail (REMIT_IS_SERVICE_MODEL (self), NULL);

  return self->short_title ? self->short_title : remit_item_get_title (REMIT_ITEM (self));
}

const char *
remit_service_model_get_caption (RemitServiceModel *self)
{
  g_return_val_if_fail (REMIT_IS_SERVICE_MODEL (self), NULL);

  return self->caption;
}

const char *const *
remit_service_model_get_examples (RemitServiceModel *self)
{
  g_return_val_if_fail (REMIT_IS_SERVICE_MODEL (self), NULL);

  return self->examples ? (const char *const *) self->examples : none;
}

guint
remit_service_model_get_position (RemitServiceModel *self)
{
  g_return_val_if_fail (REMIT_IS_SERVICE_MODEL (self), 0);

  return self->position;
}
