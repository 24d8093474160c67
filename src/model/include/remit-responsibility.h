/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-layer.h"
#include "remit-owner.h"
#include "remit-service-model.h"
#include "remit-source.h"

G_BEGIN_DECLS

/* One cell: who owns a layer under a service model, and why. Immutable, as items are. */
#define REMIT_TYPE_RESPONSIBILITY (remit_responsibility_get_type ())
G_DECLARE_FINAL_TYPE (RemitResponsibility, remit_responsibility, REMIT, RESPONSIBILITY, GObject)

RemitLayer *remit_responsibility_get_layer (RemitResponsibility *self);                /* (transfer none) */
RemitServiceModel *remit_responsibility_get_service_model (RemitResponsibility *self); /* (transfer none) */
RemitOwner *remit_responsibility_get_owner (RemitResponsibility *self);                /* (transfer none) */
const char *remit_responsibility_get_explanation (RemitResponsibility *self);          /* (nullable) */
GListModel *remit_responsibility_get_sources (RemitResponsibility *self);              /* (transfer none): of RemitSource */
const char *const *remit_responsibility_get_tasks (RemitResponsibility *self, RemitOwner *party);
char *remit_responsibility_dup_place (RemitResponsibility *self);
char *remit_responsibility_dup_name (RemitResponsibility *self);

G_END_DECLS
