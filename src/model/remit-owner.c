/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-values.h"

G_DEFINE_ENUM_TYPE (RemitOwnerKind, remit_owner_kind,
                    G_DEFINE_ENUM_VALUE (REMIT_OWNER_PARTY, "party"),
                    G_DEFINE_ENUM_VALUE (REMIT_OWNER_SHARED, "shared"),
                    G_DEFINE_ENUM_VALUE (REMIT_OWNER_DEPENDS, "depends"))

G_DEFINE_FINAL_TYPE (RemitOwner, remit_owner, REMIT_TYPE_ITEM)

enum
{
  PROP_KIND = 1,
  PROP_SHORT,
  PROP_COLOR,
  PROP_DEPENDS_ON,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
remit_owner_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  RemitOwner *self = REMIT_OWNER (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_SHORT:
      g_value_set_string (value, remit_owner_get_short (self));
      break;
    case PROP_COLOR:
      g_value_set_string (value, self->color);
      break;
    case PROP_DEPENDS_ON:
      g_value_set_string (value, self->depends_on);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_owner_finalize (GObject *object)
{
  RemitOwner *self = REMIT_OWNER (object);

  g_free (self->short_title);
  g_free (self->color);
  g_free (self->depends_on);
  g_clear_object (&self->parties);

  G_OBJECT_CLASS (remit_owner_parent_class)->finalize (object);
}

static void
remit_owner_class_init (RemitOwnerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = remit_owner_get_property;
  object_class->finalize = remit_owner_finalize;

  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, REMIT_TYPE_OWNER_KIND, REMIT_OWNER_PARTY, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHORT] = g_param_spec_string ("short", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COLOR] = g_param_spec_string ("color", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DEPENDS_ON] = g_param_spec_string ("depends-on", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
remit_owner_init (RemitOwner *self)
{
}

RemitOwnerKind
remit_owner_get_kind (RemitOwner *self)
{
  g_return_val_if_fail (REMIT_IS_OWNER (self), REMIT_OWNER_PARTY);

  return self->kind;
}

const char *
remit_owner_get_short (RemitOwner *self)
{
  g_return_val_if_fail (REMIT_IS_OWNER (self), NULL);

  return self->short_title ? self->short_title : remit_item_get_title (REMIT_ITEM (self));
}

const char *
remit_owner_get_color (RemitOwner *self)
{
  g_return_val_if_fail (REMIT_IS_OWNER (self), NULL);

  return self->color;
}

const char *
remit_owner_get_depends_on (RemitOwner *self)
{
  g_return_val_if_fail (REMIT_IS_OWNER (self), NULL);

  return self->depends_on;
}

GListModel *
remit_owner_get_parties (RemitOwner *self)
{
  g_return_val_if_fail (REMIT_IS_OWNER (self), NULL);

  return self->parties;
}
