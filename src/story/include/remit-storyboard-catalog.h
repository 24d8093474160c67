/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-storyboard-reader.h"

G_BEGIN_DECLS

/* The lessons at hand, with the functions of RemitDocumentCatalog: those built in, then `remit/lessons/ *.json` of the XDG data folders. */
#define REMIT_TYPE_STORYBOARD_CATALOG (remit_storyboard_catalog_get_type ())
G_DECLARE_FINAL_TYPE (RemitStoryboardCatalog, remit_storyboard_catalog, REMIT, STORYBOARD_CATALOG, RemitDocumentCatalog)

RemitStoryboardCatalog *remit_storyboard_catalog_new (RemitCatalog *frameworks);
RemitReader *remit_storyboard_catalog_create_reader (RemitStoryboardCatalog *self);
RemitFramework *remit_storyboard_catalog_find_framework (RemitStoryboardCatalog *self, const char *id);

G_END_DECLS
