/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-responsibility.h"

G_BEGIN_DECLS

/* A whole responsibility matrix: read from a document, immutable. */
#define REMIT_TYPE_FRAMEWORK (remit_framework_get_type ())
G_DECLARE_FINAL_TYPE (RemitFramework, remit_framework, REMIT, FRAMEWORK, RemitItem)

const char *remit_framework_get_short (RemitFramework *self);    /* "Azure"; the title where there is none */
const char *remit_framework_get_edition (RemitFramework *self);  /* (nullable) */
const char *remit_framework_get_provider (RemitFramework *self); /* (nullable) */
GListModel *remit_framework_get_owners (RemitFramework *self);         /* (transfer none): of RemitOwner */
GListModel *remit_framework_get_service_models (RemitFramework *self); /* (transfer none): of RemitServiceModel */
GListModel *remit_framework_get_zones (RemitFramework *self);          /* (transfer none): of RemitZone */
GListModel *remit_framework_get_layers (RemitFramework *self);         /* (transfer none): of RemitLayer */
GListModel *remit_framework_get_sources (RemitFramework *self);        /* (transfer none): of RemitSource */

RemitLayer *remit_framework_find_layer (RemitFramework *self, const char *id);                /* (transfer none) (nullable) */
RemitServiceModel *remit_framework_find_service_model (RemitFramework *self, const char *id); /* (transfer none) (nullable) */
RemitLayer *remit_framework_get_layer (RemitFramework *self, guint position);                 /* (transfer none) (nullable) */
RemitServiceModel *remit_framework_get_service_model (RemitFramework *self, guint position);  /* (transfer none) (nullable) */

RemitResponsibility *remit_framework_get_responsibility (RemitFramework *self, RemitLayer *layer, RemitServiceModel *service_model);

G_END_DECLS
