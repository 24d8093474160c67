/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-framework.h"

G_BEGIN_DECLS

/* How one framework's answer stands to another's. */
typedef enum
{
  REMIT_AGREEMENT_SAME,
  REMIT_AGREEMENT_DIFFERENT,
  REMIT_AGREEMENT_OPEN, /* one of them names nobody: it depends */
} RemitAgreement;

GType remit_agreement_get_type (void);
#define REMIT_TYPE_AGREEMENT (remit_agreement_get_type ())

/* What another framework says about the same thing. */
#define REMIT_TYPE_COUNTERPART (remit_counterpart_get_type ())
G_DECLARE_FINAL_TYPE (RemitCounterpart, remit_counterpart, REMIT, COUNTERPART, GObject)

RemitFramework *remit_counterpart_get_framework (RemitCounterpart *self);  /* (transfer none) */
RemitResponsibility *remit_counterpart_get_cell (RemitCounterpart *self);  /* (transfer none): of that framework */
RemitAgreement remit_counterpart_get_agreement (RemitCounterpart *self);
const char *remit_counterpart_get_note (RemitCounterpart *self);           /* (nullable): how far the likeness goes */

/* What corresponds to what in different frameworks, by meaning and not by name. */
#define REMIT_TYPE_EQUIVALENCES (remit_equivalences_get_type ())
G_DECLARE_FINAL_TYPE (RemitEquivalences, remit_equivalences, REMIT, EQUIVALENCES, GObject)

RemitEquivalences *remit_equivalences_get_default (void); /* (transfer none) */
GListModel *remit_equivalences_list_counterparts (RemitEquivalences *self, RemitFramework *framework, RemitResponsibility *cell,
                                                  RemitFramework *other); /* (transfer full) */
gboolean remit_equivalences_is_disputed (RemitEquivalences *self, RemitFramework *framework, RemitResponsibility *cell, GListModel *others);
RemitAgreement remit_equivalences_compare_owners (RemitEquivalences *self, RemitFramework *framework, RemitOwner *owner,
                                                  RemitFramework *other, RemitOwner *other_owner);
gboolean remit_equivalences_cover (RemitEquivalences *self, RemitFramework *framework, RemitFramework *other);
gboolean remit_equivalences_match (RemitEquivalences *self, RemitFramework *framework, RemitItem *item, RemitFramework *other,
                                   RemitItem *other_item, const char **note);

G_END_DECLS
