/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-diagram-item.h"
#include "remit-picture.h"

G_BEGIN_DECLS

/* The items of a picture of coverage, as children of a widget: what can be chosen, how it is called, and which are neighbours. */
#define REMIT_TYPE_COVERAGE_ITEMS (remit_coverage_items_get_type ())
G_DECLARE_FINAL_TYPE (RemitCoverageItems, remit_coverage_items, REMIT, COVERAGE_ITEMS, GObject)

RemitCoverageItems *remit_coverage_items_new (GtkWidget *widget);
void remit_coverage_items_set_picture (RemitCoverageItems *self, RemitPicture *picture);
void remit_coverage_items_allocate (RemitCoverageItems *self, float stretch);
gboolean remit_coverage_items_focus (RemitCoverageItems *self, GtkDirectionType direction);
RemitItem *remit_coverage_items_get_chosen (RemitCoverageItems *self); /* (transfer none) (nullable) */

RemitArea *remit_coverage_element_get_box (const RemitElement *element, guint *number); /* (transfer none) (nullable) */
char *remit_coverage_dup_counts (RemitCoverage *coverage, RemitArea *area, double position);

G_END_DECLS
