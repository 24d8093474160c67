/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-catalog.h"

#include <glib/gi18n-lib.h>

#include "frameworks-resources.h"
#include "remit-framework-reader.h"
#include "remit-values.h"

/* In the order of the menu. */
static const char *const built_in_ids[] = { "azure-current", "azure-classic", "azure-ai", "azure-whitepaper-2016",
                                           "aws-of-in", "aws-service-categories", "google-cloud", NULL };

struct _RemitCatalog
{
  RemitDocumentCatalog parent_instance;
};

G_DEFINE_FINAL_TYPE (RemitCatalog, remit_catalog, REMIT_TYPE_DOCUMENT_CATALOG)

static RemitReader *
create_reader (RemitDocumentCatalog *self)
{
  return REMIT_READER (remit_framework_reader_new ());
}

/* Says of the cells that other built-in frameworks name another owner: the reader sees but one document. */
static void
mark_disputed (gpointer framework)
{
  for (const RemitDisputedCell *cell = remit_disputed_cells; cell->framework != NULL; cell++)
    if (g_str_equal (cell->framework, remit_item_get_id (framework)))
      remit_framework_get_responsibility (framework, remit_framework_find_layer (framework, cell->layer),
                                          remit_framework_find_service_model (framework, cell->service_model))->is_disputed = TRUE;
}

static char *
dup_taken (const char *id)
{
  return g_strdup_printf (_("the id \"%s\" is taken by another framework"), id);
}

static void
remit_catalog_class_init (RemitCatalogClass *klass)
{
  RemitDocumentCatalogClass *catalog_class = REMIT_DOCUMENT_CATALOG_CLASS (klass);

  catalog_class->document_type = REMIT_TYPE_FRAMEWORK;
  catalog_class->folder = "frameworks";
  catalog_class->built_in = built_in_ids;
  catalog_class->get_resource = remit_frameworks_get_resource;
  catalog_class->create_reader = create_reader;
  catalog_class->built_in_read = mark_disputed;
  catalog_class->dup_taken = dup_taken;
}

static void
remit_catalog_init (RemitCatalog *self)
{
}

/* (transfer full) */
RemitCatalog *
remit_catalog_new (void)
{
  return g_object_new (REMIT_TYPE_CATALOG, NULL);
}

/* The functions of RemitDocumentCatalog with the types that they have here. */

void
remit_catalog_read (RemitCatalog *self)
{
  remit_document_catalog_read (REMIT_DOCUMENT_CATALOG (self));
}

void
remit_catalog_read_async (RemitCatalog       *self,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  remit_document_catalog_read_async (REMIT_DOCUMENT_CATALOG (self), cancellable, callback, user_data);
}

gboolean
remit_catalog_read_finish (RemitCatalog *self,
                           GAsyncResult *result,
                           GError      **error)
{
  return remit_document_catalog_read_finish (REMIT_DOCUMENT_CATALOG (self), result, error);
}

gboolean
remit_catalog_is_read (RemitCatalog *self)
{
  return remit_document_catalog_is_read (REMIT_DOCUMENT_CATALOG (self));
}

RemitFramework *
remit_catalog_find (RemitCatalog *self,
                    const char   *id)
{
  return remit_document_catalog_find (REMIT_DOCUMENT_CATALOG (self), id);
}

const char *const *
remit_catalog_get_messages (RemitCatalog *self)
{
  return remit_document_catalog_get_messages (REMIT_DOCUMENT_CATALOG (self));
}
