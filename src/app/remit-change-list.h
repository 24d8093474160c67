/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "libremit-model.h"

G_BEGIN_DECLS

/* What a move from one service model to another changes and what it leaves, in groups. */
#define REMIT_TYPE_CHANGE_LIST (remit_change_list_get_type ())
G_DECLARE_FINAL_TYPE (RemitChangeList, remit_change_list, REMIT, CHANGE_LIST, GtkWidget)

GtkWidget *remit_change_list_new (void);
char *remit_change_list_dup_summary (RemitComparison *comparison); /* (transfer full) */
void remit_change_list_set_comparison (RemitChangeList *self, RemitComparison *comparison);

G_END_DECLS
