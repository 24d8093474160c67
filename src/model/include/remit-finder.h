/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-framework.h"

G_BEGIN_DECLS

typedef enum
{
  REMIT_FINDING_CELL,
  REMIT_FINDING_LAYER,
  REMIT_FINDING_SERVICE_MODEL,
  REMIT_FINDING_SERVICE, /* a product: "Azure SQL Database" */
  REMIT_FINDING_FRAMEWORK,
} RemitFindingKind;

GType remit_finding_kind_get_type (void);
#define REMIT_TYPE_FINDING_KIND (remit_finding_kind_get_type ())

/* Where words lead: a place in a framework. Immutable, as items are. */
#define REMIT_TYPE_FINDING (remit_finding_get_type ())
G_DECLARE_FINAL_TYPE (RemitFinding, remit_finding, REMIT, FINDING, GObject)

RemitFindingKind remit_finding_get_kind (RemitFinding *self);
const char *remit_finding_get_id (RemitFinding *self);     /* for remit_finder_lookup() */
const char *remit_finding_get_title (RemitFinding *self);  /* "Azure SQL Database" */
const char *remit_finding_get_reason (RemitFinding *self); /* "is PaaS: you keep Customer data, ..." */
RemitFramework *remit_finding_get_framework (RemitFinding *self);        /* (transfer none) */
RemitLayer *remit_finding_get_layer (RemitFinding *self);                /* (transfer none) (nullable) */
RemitServiceModel *remit_finding_get_service_model (RemitFinding *self); /* (transfer none) (nullable) */

/* Leads from words to places in frameworks. It never changes, so threads may share it. */
#define REMIT_TYPE_FINDER (remit_finder_get_type ())
G_DECLARE_FINAL_TYPE (RemitFinder, remit_finder, REMIT, FINDER, GObject)

RemitFinder *remit_finder_new (GListModel *frameworks);
GListModel *remit_finder_find (RemitFinder *self, const char *words, RemitFramework *open, guint limit); /* (transfer full): of RemitFinding */
RemitFinding *remit_finder_lookup (RemitFinder *self, const char *id);                                   /* (transfer full) (nullable) */

G_END_DECLS
