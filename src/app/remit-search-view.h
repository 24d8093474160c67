/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "libremit-model.h"

G_BEGIN_DECLS

/* Leads from words to places in frameworks. Lay it over what it may cover; it is hidden until it is opened. */
#define REMIT_TYPE_SEARCH_VIEW (remit_search_view_get_type ())
G_DECLARE_FINAL_TYPE (RemitSearchView, remit_search_view, REMIT, SEARCH_VIEW, GtkWidget)

GtkWidget *remit_search_view_new (GListModel *frameworks, RemitSelection *selection);
void remit_search_view_open (RemitSearchView *self, const char *words);

G_END_DECLS
