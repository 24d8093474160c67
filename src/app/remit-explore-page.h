/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "remit-diagram-view.h"

G_BEGIN_DECLS

/* The diagram and the details, beside or under each other. */
#define REMIT_TYPE_EXPLORE_PAGE (remit_explore_page_get_type ())
G_DECLARE_FINAL_TYPE (RemitExplorePage, remit_explore_page, REMIT, EXPLORE_PAGE, GtkWidget)

GtkWidget *remit_explore_page_new (void);
RemitDiagramView *remit_explore_page_get_view (RemitExplorePage *self); /* (transfer none) */
void remit_explore_page_set_selection (RemitExplorePage *self, RemitSelection *selection);
void remit_explore_page_set_frameworks (RemitExplorePage *self, GListModel *frameworks);
void remit_explore_page_prepare (RemitExplorePage *self, RemitPictureStore *store, int width, int height);
void remit_explore_page_focus_selected (RemitExplorePage *self);
gboolean remit_explore_page_get_diagram_size (double text_scale, int width, int height, int *diagram_width, int *diagram_height);

G_END_DECLS
