/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Rows of a title and cells under heads, in a scrolled window: titles and heads stay in sight. */
#define REMIT_TYPE_COMPARISON_GRID (remit_comparison_grid_get_type ())
G_DECLARE_FINAL_TYPE (RemitComparisonGrid, remit_comparison_grid, REMIT, COMPARISON_GRID, GtkWidget)

void remit_comparison_grid_set_adjustments (RemitComparisonGrid *self, GtkAdjustment *horizontal, GtkAdjustment *vertical);
void remit_comparison_grid_set_heads (RemitComparisonGrid *self, guint n, GtkWidget *const *heads);
void remit_comparison_grid_add_row (RemitComparisonGrid *self, GtkWidget *title, GtkWidget *const *cells);
void remit_comparison_grid_set_row_visible (RemitComparisonGrid *self, guint row, gboolean visible);
gboolean remit_comparison_grid_find (RemitComparisonGrid *self, GtkWidget *cell, guint *row, guint *column);

G_END_DECLS
