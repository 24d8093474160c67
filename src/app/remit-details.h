/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "libremit-model.h"

G_BEGIN_DECLS

/* The explanation of what is selected: a cell, or a service model where no layer is. */
#define REMIT_TYPE_DETAILS (remit_details_get_type ())
G_DECLARE_FINAL_TYPE (RemitDetails, remit_details, REMIT, DETAILS, GtkWidget)

GtkWidget *remit_details_new (void);
RemitSelection *remit_details_get_selection (RemitDetails *self); /* (transfer none) (nullable) */
void remit_details_set_selection (RemitDetails *self, RemitSelection *selection);
void remit_details_set_frameworks (RemitDetails *self, GListModel *frameworks);

G_END_DECLS
