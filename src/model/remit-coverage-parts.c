/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-values.h"

G_DEFINE_FINAL_TYPE (RemitArea, remit_area, REMIT_TYPE_ITEM)

static void
remit_area_class_init (RemitAreaClass *klass)
{
}

static void
remit_area_init (RemitArea *self)
{
}

guint
remit_area_get_position (RemitArea *self)
{
  g_return_val_if_fail (REMIT_IS_AREA (self), 0);

  return self->position;
}

G_DEFINE_FINAL_TYPE (RemitDuty, remit_duty, REMIT_TYPE_ITEM)

enum
{
  PROP_AREA = 1,
  PROP_REASON,
  PROP_CHANGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
remit_duty_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  RemitDuty *self = REMIT_DUTY (object);

  switch (prop_id)
    {
    case PROP_AREA:
      g_value_set_object (value, self->area);
      break;
    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;
    case PROP_CHANGE:
      g_value_set_string (value, self->change);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_duty_finalize (GObject *object)
{
  RemitDuty *self = REMIT_DUTY (object);

  g_clear_object (&self->area);
  g_free (self->reason);
  g_free (self->change);

  G_OBJECT_CLASS (remit_duty_parent_class)->finalize (object);
}

static void
remit_duty_class_init (RemitDutyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = remit_duty_get_property;
  object_class->finalize = remit_duty_finalize;

  properties[PROP_AREA] = g_param_spec_object ("area", NULL, NULL, REMIT_TYPE_AREA, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHANGE] = g_param_spec_string ("change", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
remit_duty_init (RemitDuty *self)
{
}

RemitArea *
remit_duty_get_area (RemitDuty *self)
{
  g_return_val_if_fail (REMIT_IS_DUTY (self), NULL);

  return self->area;
}

guint
remit_duty_get_box (RemitDuty *self)
{
  g_return_val_if_fail (REMIT_IS_DUTY (self), 0);

  return self->box;
}

const char *
remit_duty_get_reason (RemitDuty *self)
{
  g_return_val_if_fail (REMIT_IS_DUTY (self), NULL);

  return self->reason;
}

const char *
remit_duty_get_change (RemitDuty *self)
{
  g_return_val_if_fail (REMIT_IS_DUTY (self), NULL);

  return self->change;
}
