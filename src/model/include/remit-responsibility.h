/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-claim.h"
#include "remit-layer.h"
#include "remit-owner.h"
#include "remit-service-model.h"
#include "remit-source.h"

G_BEGIN_DECLS

/* How sure it is that the owner is the one that is meant. */
typedef enum
{
  REMIT_CONFIDENCE_UNSTATED,
  REMIT_CONFIDENCE_PRIMARY,      /* read in what the framework's own provider published */
  REMIT_CONFIDENCE_CORROBORATED, /* several independent sources agree */
  REMIT_CONFIDENCE_INFERRED,     /* one secondary source, or concluded */
} RemitConfidence;

GType remit_confidence_get_type (void);
#define REMIT_TYPE_CONFIDENCE (remit_confidence_get_type ())
const char *remit_confidence_get_text (RemitConfidence confidence); /* (nullable): a sentence for people */

/* One cell: who owns a layer under a service model, and why. Immutable, as items are. */
#define REMIT_TYPE_RESPONSIBILITY (remit_responsibility_get_type ())
G_DECLARE_FINAL_TYPE (RemitResponsibility, remit_responsibility, REMIT, RESPONSIBILITY, GObject)

RemitLayer *remit_responsibility_get_layer (RemitResponsibility *self);                /* (transfer none) */
RemitServiceModel *remit_responsibility_get_service_model (RemitResponsibility *self); /* (transfer none) */
RemitOwner *remit_responsibility_get_owner (RemitResponsibility *self);                /* (transfer none) */
const char *remit_responsibility_get_explanation (RemitResponsibility *self);          /* (nullable) */
RemitConfidence remit_responsibility_get_confidence (RemitResponsibility *self);
GListModel *remit_responsibility_get_claims (RemitResponsibility *self);               /* (transfer none): of RemitClaim */
GListModel *remit_responsibility_get_sources (RemitResponsibility *self);              /* (transfer none): of RemitSource */
gboolean remit_responsibility_is_disputed (RemitResponsibility *self);
char *remit_responsibility_dup_dispute (RemitResponsibility *self, const char *text);
const char *const *remit_responsibility_get_tasks (RemitResponsibility *self, RemitOwner *party);
char *remit_responsibility_dup_place (RemitResponsibility *self);
char *remit_responsibility_dup_name (RemitResponsibility *self);

G_END_DECLS
