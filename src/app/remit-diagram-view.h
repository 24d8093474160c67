/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "remit-picture-store.h"
#include "remit-spotlight.h"

G_BEGIN_DECLS

/* The diagram of the selected framework; shows and changes the selection. Put it into a GtkScrolledWindow. */
#define REMIT_TYPE_DIAGRAM_VIEW (remit_diagram_view_get_type ())
G_DECLARE_FINAL_TYPE (RemitDiagramView, remit_diagram_view, REMIT, DIAGRAM_VIEW, GtkWidget)

RemitSelection *remit_diagram_view_get_selection (RemitDiagramView *self); /* (transfer none) (nullable) */
void remit_diagram_view_set_selection (RemitDiagramView *self, RemitSelection *selection);
const RemitLook *remit_diagram_view_get_look (RemitDiagramView *self); /* (transfer none) */
void remit_diagram_view_set_look (RemitDiagramView *self, const RemitLook *look);
RemitSpotlight *remit_diagram_view_use_spotlight (RemitDiagramView *self); /* (transfer none) */
int remit_diagram_view_get_diagram_height (RemitDiagramView *self); /* in CSS pixels; 0 before the first picture */
void remit_diagram_view_set_available_size (RemitDiagramView *self, int width, int height);
void remit_diagram_view_prepare (RemitDiagramView *self, RemitPictureStore *store, int width, int height);

G_END_DECLS
