/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-values.h"

struct _RemitZone
{
  RemitItem parent_instance;
};

G_DEFINE_FINAL_TYPE (RemitZone, remit_zone, REMIT_TYPE_ITEM)

static void
remit_zone_class_init (RemitZoneClass *klass)
{
}

static void
remit_zone_init (RemitZone *self)
{
}
