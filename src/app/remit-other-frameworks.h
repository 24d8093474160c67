/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "libremit-model.h"

G_BEGIN_DECLS

/* What other frameworks say about a cell. */
#define REMIT_TYPE_OTHER_FRAMEWORKS (remit_other_frameworks_get_type ())
G_DECLARE_FINAL_TYPE (RemitOtherFrameworks, remit_other_frameworks, REMIT, OTHER_FRAMEWORKS, GtkBox)

GtkWidget *remit_other_frameworks_new (void);
void remit_other_frameworks_show (RemitOtherFrameworks *self, GListModel *frameworks, RemitFramework *framework, RemitResponsibility *cell);

G_END_DECLS
