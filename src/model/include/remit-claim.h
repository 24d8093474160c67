/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-owner.h"

G_BEGIN_DECLS

/* What another publication says about a cell. Immutable, as items are. */
#define REMIT_TYPE_CLAIM (remit_claim_get_type ())
G_DECLARE_FINAL_TYPE (RemitClaim, remit_claim, REMIT, CLAIM, GObject)

RemitOwner *remit_claim_get_owner (RemitClaim *self);     /* (transfer none): whom it names */
const char *remit_claim_get_statement (RemitClaim *self); /* who says so, and on what ground */
GListModel *remit_claim_get_sources (RemitClaim *self);   /* (transfer none): of RemitSource */

G_END_DECLS
