/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "libremit-model.h"

G_BEGIN_DECLS

/* An owner in colour: a pill for each party, and a word where there is not just one. */
#define REMIT_TYPE_OWNER_BADGE (remit_owner_badge_get_type ())
G_DECLARE_FINAL_TYPE (RemitOwnerBadge, remit_owner_badge, REMIT, OWNER_BADGE, GtkWidget)

GtkWidget *remit_owner_badge_new (void);
RemitOwner *remit_owner_badge_get_owner (RemitOwnerBadge *self); /* (transfer none) (nullable) */
void remit_owner_badge_set_owner (RemitOwnerBadge *self, RemitOwner *owner);
gboolean remit_owner_badge_get_strip (RemitOwnerBadge *self);
void remit_owner_badge_set_strip (RemitOwnerBadge *self, gboolean strip);

G_END_DECLS
