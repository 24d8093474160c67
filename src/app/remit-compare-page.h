/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "remit-library.h"
#include "remit-look.h"

G_BEGIN_DECLS

/* Two service models of the framework that is selected, or that framework and another. */
#define REMIT_TYPE_COMPARE_PAGE (remit_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (RemitComparePage, remit_compare_page, REMIT, COMPARE_PAGE, GtkWidget)

GtkWidget *remit_compare_page_new (RemitSelection *selection, RemitLibrary *library);
void remit_compare_page_set_look (RemitComparePage *self, const RemitLook *look);
RemitComparison *remit_compare_page_get_comparison (RemitComparePage *self); /* (transfer none) (nullable) */
char *remit_compare_page_dup_summary (RemitComparePage *self);               /* (transfer full) */

G_END_DECLS
