/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-item.h"

G_BEGIN_DECLS

typedef enum
{
  REMIT_OWNER_PARTY,   /* one party */
  REMIT_OWNER_SHARED,  /* several parties together */
  REMIT_OWNER_DEPENDS, /* settled by something outside the framework */
} RemitOwnerKind;

GType remit_owner_kind_get_type (void);
#define REMIT_TYPE_OWNER_KIND (remit_owner_kind_get_type ())

/* Who may be responsible; the title is the label of the document. */
#define REMIT_TYPE_OWNER (remit_owner_get_type ())
G_DECLARE_FINAL_TYPE (RemitOwner, remit_owner, REMIT, OWNER, RemitItem)

RemitOwnerKind remit_owner_get_kind (RemitOwner *self);
const char *remit_owner_get_short (RemitOwner *self);   /* what a cell shows; the title where there is none */
const char *remit_owner_get_color (RemitOwner *self);   /* a name of the palette; every party has one, nobody else */
GListModel *remit_owner_get_parties (RemitOwner *self); /* (transfer none): of RemitOwner; empty unless shared */
const char *remit_owner_get_depends_on (RemitOwner *self); /* (nullable) */

G_END_DECLS
