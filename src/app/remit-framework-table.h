/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "libremit-model.h"

G_BEGIN_DECLS

/* Two frameworks side by side. */
#define REMIT_TYPE_FRAMEWORK_TABLE (remit_framework_table_get_type ())
G_DECLARE_FINAL_TYPE (RemitFrameworkTable, remit_framework_table, REMIT, FRAMEWORK_TABLE, GtkBox)

GtkWidget *remit_framework_table_new (void);
RemitComparison *remit_framework_table_get_comparison (RemitFrameworkTable *self); /* (transfer none) (nullable) */
void remit_framework_table_set_comparison (RemitFrameworkTable *self, RemitComparison *comparison);
gboolean remit_framework_table_get_only_differences (RemitFrameworkTable *self);
void remit_framework_table_set_only_differences (RemitFrameworkTable *self, gboolean only_differences);

G_END_DECLS
