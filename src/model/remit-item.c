/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-values.h"

#include <string.h>

G_DEFINE_TYPE (RemitItem, remit_item, G_TYPE_OBJECT)

enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_SUMMARY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
remit_item_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  RemitItem *self = REMIT_ITEM (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_item_finalize (GObject *object)
{
  RemitItem *self = REMIT_ITEM (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);

  G_OBJECT_CLASS (remit_item_parent_class)->finalize (object);
}

static void
remit_item_class_init (RemitItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = remit_item_get_property;
  object_class->finalize = remit_item_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
remit_item_init (RemitItem *self)
{
}

const char *
remit_item_get_id (RemitItem *self)
{
  g_return_val_if_fail (REMIT_IS_ITEM (self), NULL);

  return self->id;
}

const char *
remit_item_get_title (RemitItem *self)
{
  g_return_val_if_fail (REMIT_IS_ITEM (self), NULL);

  return self->title;
}

const char *
remit_item_get_summary (RemitItem *self)
{
  g_return_val_if_fail (REMIT_IS_ITEM (self), NULL);

  return self->summary;
}

/**
 * remit_dup_first_sentence:
 * @text: (nullable):
 *
 * Returns: (transfer full) (nullable): enough of a summary or an explanation to know whether to read on
 */
char *
remit_dup_first_sentence (const char *text)
{
  const char *end = text != NULL ? strstr (text, ". ") : NULL;

  return end != NULL ? g_strndup (text, (gsize) (end - text) + 1) : g_strdup (text);
}
