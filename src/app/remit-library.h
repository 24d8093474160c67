/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "libremit-model.h"

G_BEGIN_DECLS

/* All that a window can show, a GListModel of RemitFramework: the catalogue's, then the user's own documents that are open. Each has a key, by which it is
 * chosen and remembered: the id in the catalogue, or the address of the document. */
#define REMIT_TYPE_LIBRARY (remit_library_get_type ())
G_DECLARE_FINAL_TYPE (RemitLibrary, remit_library, REMIT, LIBRARY, GObject)

RemitLibrary *remit_library_new (RemitCatalog *catalog);
char *remit_library_dup_key (RemitLibrary *self, RemitFramework *framework);   /* (transfer full) */
RemitFramework *remit_library_find (RemitLibrary *self, const char *key);      /* (transfer none) (nullable) */
void remit_library_add (RemitLibrary *self, RemitFramework *framework, GFile *file);
RemitCatalog *remit_library_get_catalog (RemitLibrary *self);                  /* (transfer none) */
GMenuModel *remit_library_create_menu (RemitLibrary *self, const char *action); /* (transfer full) */
GMenuModel *remit_library_create_others_menu (RemitLibrary *self, RemitFramework *framework, const char *action); /* (transfer full) */
RemitFramework *remit_library_find_other (RemitLibrary *self, RemitFramework *framework); /* (transfer none) (nullable) */
char *remit_library_dup_title (RemitFramework *framework, const char *title);  /* (transfer full) */
GStrv remit_library_dup_missing (RemitFramework *framework, const char *service_model, const char *layer); /* (transfer full) */

G_END_DECLS
