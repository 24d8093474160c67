/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-values.h"

G_DEFINE_FINAL_TYPE (RemitClaim, remit_claim, G_TYPE_OBJECT)

enum
{
  PROP_OWNER = 1,
  PROP_STATEMENT,
  PROP_SOURCES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
remit_claim_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  RemitClaim *self = REMIT_CLAIM (object);

  switch (prop_id)
    {
    case PROP_OWNER:
      g_value_set_object (value, self->owner);
      break;
    case PROP_STATEMENT:
      g_value_set_string (value, self->statement);
      break;
    case PROP_SOURCES:
      g_value_set_object (value, self->sources);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_claim_finalize (GObject *object)
{
  RemitClaim *self = REMIT_CLAIM (object);

  g_clear_object (&self->owner);
  g_free (self->statement);
  g_clear_object (&self->sources);

  G_OBJECT_CLASS (remit_claim_parent_class)->finalize (object);
}

static void
remit_claim_class_init (RemitClaimClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = remit_claim_get_property;
  object_class->finalize = remit_claim_finalize;

  properties[PROP_OWNER] = g_param_spec_object ("owner", NULL, NULL, REMIT_TYPE_OWNER, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATEMENT] = g_param_spec_string ("statement", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SOURCES] = g_param_spec_object ("sources", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
remit_claim_init (RemitClaim *self)
{
}

RemitOwner *
remit_claim_get_owner (RemitClaim *self)
{
  g_return_val_if_fail (REMIT_IS_CLAIM (self), NULL);

  return self->owner;
}

const char *
remit_claim_get_statement (RemitClaim *self)
{
  g_return_val_if_fail (REMIT_IS_CLAIM (self), NULL);

  return self->statement;
}

GListModel *
remit_claim_get_sources (RemitClaim *self)
{
  g_return_val_if_fail (REMIT_IS_CLAIM (self), NULL);

  return self->sources;
}
