/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-document-catalog.h"
#include "remit-framework.h"

G_BEGIN_DECLS

/* The frameworks at hand, a GListModel of RemitFramework: those built in, then `remit/frameworks/ *.json` of the XDG data folders. */
#define REMIT_TYPE_CATALOG (remit_catalog_get_type ())
G_DECLARE_FINAL_TYPE (RemitCatalog, remit_catalog, REMIT, CATALOG, RemitDocumentCatalog)

RemitCatalog *remit_catalog_new (void);
void remit_catalog_read (RemitCatalog *self);
void remit_catalog_read_async (RemitCatalog *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean remit_catalog_read_finish (RemitCatalog *self, GAsyncResult *result, GError **error);
gboolean remit_catalog_is_read (RemitCatalog *self);
RemitFramework *remit_catalog_find (RemitCatalog *self, const char *id); /* (transfer none) (nullable) */
const char *const *remit_catalog_get_messages (RemitCatalog *self);      /* what could not be read and why, a line each */

G_END_DECLS
