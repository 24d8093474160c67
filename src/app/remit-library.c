/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-library.h"

#include <glib/gi18n.h>

#include "remit-menu.h"

struct _RemitLibrary
{
  GObject parent_instance;
  RemitCatalog *catalog; /* owned */
  GPtrArray *documents;  /* of RemitFramework */
  GPtrArray *uris;       /* of char *, one for each document */

  /* the newest menu */
  GMenu *of_catalog;   /* a section, which grows with it */
  GMenu *of_documents; /* a section */
  char *action;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitLibrary, remit_library, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* --- list --- */

static GType
remit_library_get_item_type (GListModel *model)
{
  return REMIT_TYPE_FRAMEWORK;
}

static guint
remit_library_get_n_items (GListModel *model)
{
  RemitLibrary *self = REMIT_LIBRARY (model);

  return g_list_model_get_n_items (G_LIST_MODEL (self->catalog)) + self->documents->len;
}

static gpointer
remit_library_get_item (GListModel *model,
                        guint       position)
{
  RemitLibrary *self = REMIT_LIBRARY (model);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->catalog));

  if (position < n)
    return g_list_model_get_item (G_LIST_MODEL (self->catalog), position);
  return position - n < self->documents->len ? g_object_ref (self->documents->pdata[position - n]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = remit_library_get_item_type;
  iface->get_n_items = remit_library_get_n_items;
  iface->get_item = remit_library_get_item;
}

/* --- class --- */

static void
remit_library_finalize (GObject *object)
{
  RemitLibrary *self = REMIT_LIBRARY (object);

  g_clear_object (&self->catalog);
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->uris);
  g_clear_object (&self->of_catalog);
  g_clear_object (&self->of_documents);
  g_free (self->action);

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

  return find_document (self, key, &index) ? g_ptr_array_index (self->documents, index) : remit_catalog_find (self->catalog, key);
}

/* Adds a document, or what it says now where it is open already. */
void
remit_library_add (RemitLibrary   *self,
                   RemitFramework *framework,
                   GFile          *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  guint index;

  g_return_if_fail (REMIT_IS_LIBRARY (self));

  if (find_document (self, uri, &index))
    {
      g_object_unref (self->documents->pdata[index]);
      self->documents->pdata[index] = g_object_ref (framework);
      g_list_model_items_changed (G_LIST_MODEL (self), g_list_model_get_n_items (G_LIST_MODEL (self->catalog)) + index, 1, 1);
      return;
    }
  g_ptr_array_add (self->documents, g_object_ref (framework));
  g_ptr_array_add (self->uris, g_steal_pointer (&uri));
  g_list_model_items_changed (G_LIST_MODEL (self), g_list_model_get_n_items (G_LIST_MODEL (self)) - 1, 0, 1);
}

RemitCatalog *
remit_library_get_catalog (RemitLibrary *self)
{
  g_return_val_if_fail (REMIT_IS_LIBRARY (self), NULL);

  return self->catalog;
}

/* --- menu --- */

static char *
dup_path (RemitLibrary *self,
          guint         index)
{
  g_autoptr (GFile) file = g_file_new_for_uri (self->uris->pdata[index]);

  return g_file_get_parse_name (file);
}

/* The title. Where a framework before it, or for a document any other, has the same, with what tells them apart: a document's file, where
 * that has the same name, too, its path; the id of one of the catalogue. */
static char *
dup_label (RemitLibrary *self,
           guint         position)
{
  guint n_catalog = g_list_model_get_n_items (G_LIST_MODEL (self->catalog));
  gboolean is_document = position >= n_catalog, is_same = FALSE;
  g_autoptr (RemitFramework) framework = g_list_model_get_item (G_LIST_MODEL (self), position);
  g_autofree char *title = remit_library_dup_title (framework, remit_item_get_title (REMIT_ITEM (framework)));
  g_autofree char *path = is_document ? dup_path (self, position - n_catalog) : NULL;
  g_autofree char *name = is_document ? g_path_get_basename (path) : g_strdup (remit_item_get_id (REMIT_ITEM (framework)));

  for (guint i = 0; i < (is_document ? n_catalog + self->documents->len : position); i++)
    {
      g_autoptr (RemitFramework) other = g_list_model_get_item (G_LIST_MODEL (self), i);
      g_autofree char *other_title = remit_library_dup_title (other, remit_item_get_title (REMIT_ITEM (other)));
      g_autofree char *other_path = i >= n_catalog ? dup_path (self, i - n_catalog) : NULL;
      g_autofree char *other_name = other_path != NULL ? g_path_get_basename (other_path) : NULL;

      if (i == position || !g_str_equal (other_title, title))
        continue;
      is_same = TRUE;
      if (is_document && g_strcmp0 (other_name, name) == 0)
        {
          g_free (name);
          name = g_strdup (path);
        }
    }
  /* Translators: a title, and what tells it from another with the same title */
  return is_same ? g_strdup_printf (_("%s (%s)"), title, name) : g_steal_pointer (&title);
}

static void
insert_menu_item (RemitLibrary *self,
                  GMenu        *menu,
                  int           at,
                  guint         position,
                  const char   *action)
{
  g_autoptr (RemitFramework) framework = g_list_model_get_item (G_LIST_MODEL (self), position);
  g_autofree char *title = dup_label (self, position);
  g_autofree char *key = remit_library_dup_key (self, framework);

  remit_menu_insert (menu, at, title, action, key);
}

static void
fill_documents (RemitLibrary *self)
{
  g_menu_remove_all (self->of_documents);
  for (guint i = 0; i < self->documents->len; i++)
    insert_menu_item (self, self->of_documents, -1, g_list_model_get_n_items (G_LIST_MODEL (self->catalog)) + i, self->action);
}

static void
on_items_changed (RemitLibrary *self,
                  guint         position,
                  guint         removed,
                  guint         added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (self->of_catalog == NULL)
    return;
  for (guint i = position; i < position + added; i++)
    insert_menu_item (self, self->of_catalog, (int) i, i, self->action);
  fill_documents (self); /* there may be equal titles now */
}

/**
 * remit_library_create_menu:
 * @action: the action that shows a framework; its parameter is the key
 *
 * Returns: (transfer full): a menu of all frameworks, and of ways to more; it grows when the catalogue has read the data folders
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

  g_set_object (&self->of_catalog, catalog);
  g_set_object (&self->of_documents, documents);
  g_free (self->action);
  self->action = g_strdup (action);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->catalog)); i++)
    insert_menu_item (self, catalog, -1, i, self->action);
  fill_documents (self);
  g_menu_append (more, _("_Open…"), "win.open");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (catalog));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (documents));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (menu);
}

/* Returns: (transfer full): a menu of all frameworks but one, as they are now; @action is as above */
GMenuModel *
remit_library_create_others_menu (RemitLibrary   *self,
                                  RemitFramework *framework,
                                  const char     *action)
{
  GMenu *menu = g_menu_new ();

  g_return_val_if_fail (REMIT_IS_LIBRARY (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (RemitFramework) other = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (other != framework)
        insert_menu_item (self, menu, -1, i, action);
    }
  return G_MENU_MODEL (menu);
}

/* Returns: (transfer none) (nullable): another framework, of the same provider where there is one */
RemitFramework *
remit_library_find_other (RemitLibrary   *self,
                          RemitFramework *framework)
{
  const char *provider = remit_framework_get_provider (framework);
  RemitFramework *found = NULL;

  g_return_val_if_fail (REMIT_IS_LIBRARY (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (RemitFramework) other = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (other == framework)
        continue;
      if (provider != NULL && g_strcmp0 (remit_framework_get_provider (other), provider) == 0)
        return other; /* the library keeps it */
      found = found != NULL ? found : other;
    }
  return found;
}

/* @title, and the edition where there is one: "Azure · January 2026". */
char *
remit_library_dup_title (RemitFramework *framework,
                         const char     *title)
{
  const char *edition = remit_framework_get_edition (framework);

  return edition != NULL ? g_strdup_printf (_("%s · %s"), title, edition) : g_strdup (title);
}

/* Says which of the ids the framework does not have, a text each; NULL is no id. */
GStrv
remit_library_dup_missing (RemitFramework *framework,
                           const char     *service_model,
                           const char     *layer)
{
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();

  if (service_model != NULL && remit_framework_find_service_model (framework, service_model) == NULL)
    {
      g_autofree char *text = g_strdup_printf (_("no service model has the id \"%s\""), service_model);
      g_strv_builder_add (missing, text);
    }
  if (layer != NULL && remit_framework_find_layer (framework, layer) == NULL)
    {
      g_autofree char *text = g_strdup_printf (_("no layer has the id \"%s\""), layer);
      g_strv_builder_add (missing, text);
    }
  return g_strv_builder_end (missing);
}

RemitLibrary *
remit_library_new (RemitCatalog *catalog)
{
  RemitLibrary *self = g_object_new (REMIT_TYPE_LIBRARY, NULL);

  self->catalog = g_object_ref (catalog);
  g_signal_connect_object (catalog, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  return self;
}
