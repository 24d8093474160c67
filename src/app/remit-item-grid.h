/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-diagram-item.h"
#include "remit-picture.h"
#include "remit-scroll-area.h"

G_BEGIN_DECLS

/* The items of a picture, as children of a widget: where they lie, which are selected, which are neighbours. */
#define REMIT_TYPE_ITEM_GRID (remit_item_grid_get_type ())
G_DECLARE_FINAL_TYPE (RemitItemGrid, remit_item_grid, REMIT, ITEM_GRID, GObject)

RemitItemGrid *remit_item_grid_new (GtkWidget *widget);
void remit_item_grid_set_picture (RemitItemGrid *self, RemitPicture *picture);
void remit_item_grid_select (RemitItemGrid *self, RemitSelection *selection);
void remit_item_grid_tell (RemitItemGrid *self, gboolean owners_hidden, RemitResponsibility *answer, RemitVerdict verdict);
void remit_item_grid_allocate (RemitItemGrid *self, const RemitPane *panes, float stretch);
void remit_item_grid_snapshot (RemitItemGrid *self, GtkSnapshot *snapshot, const RemitPane *panes, guint pane);
RemitDiagramItem *remit_item_grid_find (RemitItemGrid *self, RemitLayer *layer, RemitServiceModel *model); /* (transfer none) (nullable) */
RemitDiagramItem *remit_item_grid_find_selected (RemitItemGrid *self, RemitSelection *selection, gboolean or_first); /* (transfer none) (nullable) */
RemitDiagramItem *remit_item_grid_get_neighbour (RemitItemGrid *self, RemitDiagramItem *item, int rows, int columns);
gboolean remit_item_grid_get_shape (RemitItemGrid *self, RemitDiagramItem *item, graphene_rect_t *shape);
gboolean remit_item_grid_focus (RemitItemGrid *self, RemitDiagramItem *entry, GtkDirectionType direction);
void remit_item_grid_focus_model (RemitItemGrid *self, RemitServiceModel *model);
gboolean remit_item_grid_focus_end (RemitItemGrid *self, int direction, gboolean all_rows);

G_END_DECLS
