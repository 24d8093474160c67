/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-zone.h"

G_BEGIN_DECLS

/* An area of responsibility ("Operating system"). A row of the diagram. */
#define REMIT_TYPE_LAYER (remit_layer_get_type ())
G_DECLARE_FINAL_TYPE (RemitLayer, remit_layer, REMIT, LAYER, RemitItem)

RemitZone *remit_layer_get_zone (RemitLayer *self); /* (transfer none) (nullable) */
const char *const *remit_layer_get_controls (RemitLayer *self); /* never NULL */
const char *const *remit_layer_get_services (RemitLayer *self); /* never NULL */
const char *remit_layer_get_claim (RemitLayer *self); /* (nullable): a common misconception */
const char *remit_layer_get_truth (RemitLayer *self); /* (nullable): what is true instead */
GListModel *remit_layer_get_sources (RemitLayer *self); /* (transfer none): of RemitSource */
guint remit_layer_get_position (RemitLayer *self); /* its place in the framework, from 0 */

G_END_DECLS
