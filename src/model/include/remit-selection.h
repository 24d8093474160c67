/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-framework.h"

G_BEGIN_DECLS

/* The one observable state: which framework, which service model, which layer, and whether disagreements are brought out. */
#define REMIT_TYPE_SELECTION (remit_selection_get_type ())
G_DECLARE_FINAL_TYPE (RemitSelection, remit_selection, REMIT, SELECTION, GObject)

RemitSelection *remit_selection_new (void);
RemitFramework *remit_selection_get_framework (RemitSelection *self);            /* (transfer none) (nullable) */
RemitServiceModel *remit_selection_get_service_model (RemitSelection *self);     /* (transfer none) (nullable) */
RemitLayer *remit_selection_get_layer (RemitSelection *self);                    /* (transfer none) (nullable) */
RemitResponsibility *remit_selection_get_responsibility (RemitSelection *self);  /* (transfer none) (nullable) */
void remit_selection_set_framework (RemitSelection *self, RemitFramework *framework);
void remit_selection_set_service_model (RemitSelection *self, RemitServiceModel *service_model);
void remit_selection_set_layer (RemitSelection *self, RemitLayer *layer);
gboolean remit_selection_get_show_disputed (RemitSelection *self);
void remit_selection_set_show_disputed (RemitSelection *self, gboolean show_disputed);
void remit_selection_select (RemitSelection *self, RemitLayer *layer, RemitServiceModel *service_model);

G_END_DECLS
