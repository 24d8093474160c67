/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "libremit-model.h"

G_BEGIN_DECLS

/* All cells of a framework on which others disagree, and whom those name. */
#define REMIT_TYPE_DISPUTE_LIST (remit_dispute_list_get_type ())
G_DECLARE_FINAL_TYPE (RemitDisputeList, remit_dispute_list, REMIT, DISPUTE_LIST, GtkBox)

GtkWidget *remit_dispute_list_new (void);
void remit_dispute_list_show (RemitDisputeList *self, GListModel *frameworks, RemitFramework *framework);
char *remit_dispute_list_dup_title (RemitFramework *framework); /* (transfer full): "11 cells on which others disagree" */

G_END_DECLS
