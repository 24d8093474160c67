/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "libremit-model.h"

G_BEGIN_DECLS

/* What stands below the answer: of a layer what others say, what it is, controls, services, a misconception; of a service model who has how
 * much and examples; on what others disagree; the sources. */
#define REMIT_TYPE_DETAILS_REST (remit_details_rest_get_type ())
G_DECLARE_FINAL_TYPE (RemitDetailsRest, remit_details_rest, REMIT, DETAILS_REST, GtkBox)

GtkWidget *remit_details_rest_new (void);
void remit_details_rest_show (RemitDetailsRest *self, RemitSelection *selection, GListModel *frameworks);
RemitLayer *remit_details_rest_get_layer (RemitDetailsRest *self); /* (transfer none) (nullable): the one shown last */

G_END_DECLS
