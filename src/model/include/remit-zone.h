/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-item.h"

G_BEGIN_DECLS

/* Neighbouring layers whose owner behaves alike ("Always yours"). A band of the diagram. */
#define REMIT_TYPE_ZONE (remit_zone_get_type ())
G_DECLARE_FINAL_TYPE (RemitZone, remit_zone, REMIT, ZONE, RemitItem)

G_END_DECLS
