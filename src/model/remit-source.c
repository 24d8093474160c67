/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-values.h"

G_DEFINE_FINAL_TYPE (RemitSource, remit_source, REMIT_TYPE_ITEM)

enum
{
  PROP_PUBLISHER = 1,
  PROP_DATE,
  PROP_URL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
remit_source_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  RemitSource *self = REMIT_SOURCE (object);

  switch (prop_id)
    {
    case PROP_PUBLISHER:
      g_value_set_string (value, self->publisher);
      break;
    case PROP_DATE:
      g_value_set_string (value, self->date);
      break;
    case PROP_URL:
      g_value_set_string (value, self->url);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_source_finalize (GObject *object)
{
  RemitSource *self = REMIT_SOURCE (object);

  g_free (self->publisher);
  g_free (self->date);
  g_free (self->url);

  G_OBJECT_CLASS (remit_source_parent_class)->finalize (object);
}

static void
remit_source_class_init (RemitSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = remit_source_get_property;
  object_class->finalize = remit_source_finalize;

  properties[PROP_PUBLISHER] = g_param_spec_string ("publisher", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DATE] = g_param_spec_string ("date", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_URL] = g_param_spec_string ("url", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
remit_source_init (RemitSource *self)
{
}

const char *
remit_source_get_publisher (RemitSource *self)
{
  g_return_val_if_fail (REMIT_IS_SOURCE (self), NULL);

  return self->publisher;
}

const char *
remit_source_get_date (RemitSource *self)
{
  g_return_val_if_fail (REMIT_IS_SOURCE (self), NULL);

  return self->date;
}

const char *
remit_source_get_url (RemitSource *self)
{
  g_return_val_if_fail (REMIT_IS_SOURCE (self), NULL);

  return self->url;
}
