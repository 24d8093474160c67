/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-item.h"
#include "remit-reader.h"

G_BEGIN_DECLS

/**
 * RemitDocumentCatalog:
 *
 * The documents of one kind that are at hand, a GListModel of RemitItem: those built in (translated) and, once they are read with
 * remit_document_catalog_read() or remit_document_catalog_read_async(), those of the user's and the system's data folders, whose files
 * may be broken without harm (remit_document_catalog_get_messages()). Where two have one id, the first is kept.
 */
#define REMIT_TYPE_DOCUMENT_CATALOG (remit_document_catalog_get_type ())
G_DECLARE_DERIVABLE_TYPE (RemitDocumentCatalog, remit_document_catalog, REMIT, DOCUMENT_CATALOG, GObject)

/**
 * RemitDocumentCatalogClass:
 * @document_type: a kind of RemitItem
 * @folder: its name in the resource and below `remit` in the data folders
 * @built_in: the ids of what is built in, in the order of the list; ends with %NULL
 * @get_resource: has them
 * @create_reader: a reader (transfer full). Without a catalogue (%NULL) it is for a thread, and touches nothing of others.
 * @built_in_read: (nullable): called with each that was read
 * @dup_taken: says that an id is taken
 */
struct _RemitDocumentCatalogClass
{
  GObjectClass parent_class;
  GType document_type;
  const char *folder;
  const char *const *built_in;
  GResource *(*get_resource) (void);
  RemitReader *(*create_reader) (RemitDocumentCatalog *self);
  void (*built_in_read) (gpointer document);
  char *(*dup_taken) (const char *id);
};

void remit_document_catalog_read (RemitDocumentCatalog *self);
void remit_document_catalog_read_async (RemitDocumentCatalog *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean remit_document_catalog_read_finish (RemitDocumentCatalog *self, GAsyncResult *result, GError **error);
gboolean remit_document_catalog_is_read (RemitDocumentCatalog *self);
gpointer remit_document_catalog_find (RemitDocumentCatalog *self, const char *id); /* (transfer none) (nullable) */
const char *const *remit_document_catalog_get_messages (RemitDocumentCatalog *self); /* what could not be read and why, a line each */
gpointer remit_document_catalog_read_built_in (RemitReader *reader, GResource *resource, const char *folder, const char *id);

G_END_DECLS
