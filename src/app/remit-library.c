/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-library.h"

#include <glib/gi18n.h>

struct _RemitLibrary
{
  GObject parent_instance;
  RemitCatalog *catalog; /* owned */
  GPtrArray *documents;  /* of RemitFramework */
  GPtrArray *uris;       /* of char *, one for each document */
};

G_DEFINE_FINAL_TYPE (RemitLibrary, remit_library, G_TYPE_OBJECT)

static void
remit_library_finalize (GObject *object)
{
  RemitLibrary *self = REMIT_LIBRARY (object);

  g_clear_object (&self->catalog);
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->uris);

  G_OBJECT_CLASS (remit_library_parent_class)->finalize (object);
}

static void
remit_library_class_init (RemitLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_library_finalize;
}

static void
remit_library_init (RemitLibrary *self)
{
  self->documents = g_ptr_array_new_with_free_func (g_object_unref);
  self->uris = g_ptr_array_new_with_free_func (g_free);
}

RemitLibrary *
remit_library_new (RemitCatalog *catalog)
{
  RemitLibrary *self = g_object_new (REMIT_TYPE_LIBRARY, NULL);

  self->catalog = g_object_ref (catalog);
  return self;
}

char *
remit_library_dup_key (RemitLibrary   *self,
                       RemitFramework *framework)
{
  guint index;

  g_return_val_if_fail (REMIT_IS_LIBRARY (self), NULL);

  if (g_ptr_array_find (self->documents, framework, &index))
    return g_strdup (g_ptr_array_index (self->uris, index));
  return g_strdup (remit_item_get_id (REMIT_ITEM (framework)));
}

static gboolean
find_document (RemitLibrary *self,
               const char   *uri,
               guint        *index)
{
  return g_ptr_array_find_with_equal_func (self->uris, uri, g_str_equal, index);
}

RemitFramework *
remit_library_find (RemitLibrary *self,
                    const char   *key)
{
  guint index;

  g_return_val_if_fail (REMIT_IS_LIBRARY (self), NULL);

  if (find_document (self, key, &index))
    return g_ptr_array_index (self->documents, index);
  if (remit_catalog_find (self->catalog, key) == NULL)
    remit_catalog_read (self->catalog);
  return remit_catalog_find (self->catalog, key);
}

/* Adds a document, or what it says now where it is open already. */
static void
add (RemitLibrary   *self,
     RemitFramework *framework,
     GFile          *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  guint index;

  if (find_document (self, uri, &index))
    {
      g_object_unref (self->documents->pdata[index]);
      self->documents->pdata[index] = g_object_ref (framework);
      return;
    }
  g_ptr_array_add (self->documents, g_object_ref (framework));
  g_ptr_array_add (self->uris, g_steal_pointer (&uri));
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  RemitFrameworkReader *reader = REMIT_FRAMEWORK_READER (source);
  g_autoptr (GTask) task = user_data;
  guint n_problems = g_list_model_get_n_items (remit_framework_reader_get_problems (reader));
  GError *error = NULL;
  RemitFramework *framework = remit_framework_reader_read_file_finish (reader, result, &error);

  if (framework != NULL)
    {
      add (g_task_get_source_object (task), framework, g_task_get_task_data (task));
      g_task_return_pointer (task, framework, g_object_unref);
      return;
    }
  if (n_problems > 1)
    {
      char *text = g_strdup_printf (ngettext ("%s\n\nand %u more; “remit-cli check” lists them all.",
                                              "%s\n\nand %u more; “remit-cli check” lists them all.", n_problems - 1),
                                    error->message, n_problems - 1);
      g_free (error->message);
      error->message = text;
    }
  g_task_return_error (task, error);
}

/* Reads a document in a thread and adds it. Errors say file, place and reason of the first thing wrong, and how much more there is. */
void
remit_library_open_async (RemitLibrary       *self,
                          GFile              *file,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (REMIT_IS_LIBRARY (self));

  g_task_set_source_tag (task, remit_library_open_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  remit_framework_reader_read_file_async (reader, file, cancellable, on_read, task);
}

RemitFramework *
remit_library_open_finish (RemitLibrary *self,
                           GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
add_menu_item (RemitLibrary   *self,
               GMenu          *menu,
               const char     *action,
               RemitFramework *framework)
{
  g_autofree char *title = remit_library_dup_title (framework, remit_item_get_title (REMIT_ITEM (framework)));
  g_autofree char *key = remit_library_dup_key (self, framework);
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

  g_menu_item_set_label (item, title);
  g_menu_item_set_action_and_target (item, action, "s", key);
  g_menu_append_item (menu, item);
}

/**
 * remit_library_create_menu:
 * @action: the action that shows a framework; its parameter is the key
 *
 * Returns: (transfer full): a menu of all frameworks, and of ways to more
 */
GMenuModel *
remit_library_create_menu (RemitLibrary *self,
                           const char   *action)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) catalog = g_menu_new ();
  g_autoptr (GMenu) documents = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();

  g_return_val_if_fail (REMIT_IS_LIBRARY (self), NULL);

  remit_catalog_read (self->catalog);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->catalog)); i++)
    {
      g_autoptr (RemitFramework) framework = g_list_model_get_item (G_LIST_MODEL (self->catalog), i);
      add_menu_item (self, catalog, action, framework);
    }
  for (const char *const *message = remit_catalog_get_messages (self->catalog); *message != NULL; message++)
    g_message ("%s", *message);
  for (guint i = 0; i < self->documents->len; i++)
    add_menu_item (self, documents, action, g_ptr_array_index (self->documents, i));
  g_menu_append (more, _("_Open…"), "win.open");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (catalog));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (documents));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (menu);
}

/* @title, and the edition where there is one: "Azure · January 2026". */
char *
remit_library_dup_title (RemitFramework *framework,
                         const char     *title)
{
  const char *edition = remit_framework_get_edition (framework);

  return edition != NULL ? g_strdup_printf (_("%s · %s"), title, edition) : g_strdup (title);
}
