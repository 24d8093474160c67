/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "libremit-story.h"

G_BEGIN_DECLS

/* A cell, the head of a layer or of a service model, or another part of a diagram, as something to point at, to focus, to press and to read out. */
#define REMIT_TYPE_DIAGRAM_ITEM (remit_diagram_item_get_type ())
G_DECLARE_FINAL_TYPE (RemitDiagramItem, remit_diagram_item, REMIT, DIAGRAM_ITEM, GtkButton)

RemitDiagramItem *remit_diagram_item_new (GObject *object);
GObject *remit_diagram_item_get_object (RemitDiagramItem *self);                  /* (transfer none): what it stands for */
RemitLayer *remit_diagram_item_get_layer (RemitDiagramItem *self);                /* (transfer none) (nullable) */
RemitServiceModel *remit_diagram_item_get_service_model (RemitDiagramItem *self); /* (transfer none) (nullable) */
void remit_diagram_item_set_texts (RemitDiagramItem *self, const char *name, const char *description);
gboolean remit_diagram_item_get_selected (RemitDiagramItem *self);
void remit_diagram_item_set_selected (RemitDiagramItem *self, gboolean selected);
void remit_diagram_item_set_owner_hidden (RemitDiagramItem *self, gboolean hidden);
void remit_diagram_item_set_verdict (RemitDiagramItem *self, RemitVerdict verdict);
void remit_diagram_item_set_uncovered (RemitDiagramItem *self, const graphene_rect_t *uncovered);

G_END_DECLS
