/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "libremit-model.h"

G_BEGIN_DECLS

/* What the shell of the desktop asks when somebody types into its search: org.gnome.Shell.SearchProvider2. */
#define REMIT_TYPE_SEARCH_PROVIDER (remit_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (RemitSearchProvider, remit_search_provider, REMIT, SEARCH_PROVIDER, GObject)

RemitSearchProvider *remit_search_provider_new (GApplication *application, RemitCatalog *catalog);
gboolean remit_search_provider_export (RemitSearchProvider *self, GDBusConnection *connection, const char *object_path, GError **error);
void remit_search_provider_unexport (RemitSearchProvider *self);

G_END_DECLS
