/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-document-catalog.h"

#include <glib/gi18n-lib.h>

#include "remit-values.h"

/* What the data folders hold. */
typedef struct
{
  GPtrArray *documents; /* of RemitItem */
  GPtrArray *messages;  /* of char *; ends with NULL */
} Folders;

/* Nothing is read before it is asked for: a window needs one framework to begin with. */
typedef struct
{
  RemitItem **built_in; /* each NULL until it is read */
  Folders *folders;     /* NULL until they are read */
  GPtrArray *waiting;   /* of GTask, for a thread that reads them; NULL where none does */
} RemitDocumentCatalogPrivate;

static void list_model_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (RemitDocumentCatalog, remit_document_catalog, G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (RemitDocumentCatalog) G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

#define GET_PRIVATE(self) ((RemitDocumentCatalogPrivate *) remit_document_catalog_get_instance_private (self))

static guint
get_n_built_in (RemitDocumentCatalog *self)
{
  return g_strv_length ((char **) REMIT_DOCUMENT_CATALOG_GET_CLASS (self)->built_in);
}

static const char *
translate (const char *text,
           const char *pointer,
           gpointer    user_data)
{
  return g_dgettext (GETTEXT_PACKAGE, text);
}

/**
 * remit_document_catalog_read_built_in:
 * @folder: of the resource
 *
 * Reads a document that is built in, translated. The build checks these files: where one cannot be read the program ends.
 *
 * Returns: (transfer full): what @reader makes of it
 */
gpointer
remit_document_catalog_read_built_in (RemitReader *reader,
                                      GResource   *resource,
                                      const char  *folder,
                                      const char  *id)
{
  g_autofree char *path = g_strdup_printf ("/io/github/remit_app/Remit/%s/%s.json", folder, id);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, 0, &error);
  gpointer document = NULL;

  remit_reader_set_text_func (reader, translate, NULL);
  if (bytes != NULL)
    document = remit_reader_read_bytes (reader, bytes, id, &error);
  if (document == NULL)
    g_error ("%s", error->message);
  return document;
}

static RemitItem *
get_built_in (RemitDocumentCatalog *self,
              guint                 index)
{
  RemitDocumentCatalogClass *klass = REMIT_DOCUMENT_CATALOG_GET_CLASS (self);
  RemitItem **built_in = &GET_PRIVATE (self)->built_in[index];
  g_autoptr (RemitReader) reader = NULL;

  if (*built_in != NULL)
    return *built_in;
  reader = klass->create_reader (self);
  *built_in = remit_document_catalog_read_built_in (reader, klass->get_resource (), klass->folder, klass->built_in[index]);
  if (klass->built_in_read != NULL)
    klass->built_in_read (*built_in);
  return *built_in;
}

/* --- the data folders --- */

static void
folders_free (Folders *self)
{
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->messages);
  g_free (self);
}

static gpointer
find_other (Folders    *self,
            const char *id)
{
  for (guint i = 0; i < self->documents->len; i++)
    if (g_str_equal (remit_item_get_id (g_ptr_array_index (self->documents, i)), id))
      return g_ptr_array_index (self->documents, i);
  return NULL;
}

static void
add_other (Folders                   *self,
           RemitDocumentCatalogClass *klass,
           RemitItem                 *document,
           const char                *name)
{
  const char *id = remit_item_get_id (document);

  if (!g_strv_contains (klass->built_in, id) && find_other (self, id) == NULL)
    g_ptr_array_add (self->documents, g_object_ref (document));
  else
    {
      g_autofree char *reason = klass->dup_taken (id);
      g_ptr_array_add (self->messages, g_strdup_printf ("%s: /id: %s", name, reason));
    }
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
add_folder (Folders                   *self,
            RemitDocumentCatalogClass *klass,
            RemitReader               *reader,
            const char                *data_dir)
{
  g_autofree char *folder = g_build_filename (data_dir, "remit", klass->folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (folder, g_ptr_array_index (names, i), NULL);
      g_autofree char *file_name = g_file_get_parse_name (file);
      g_autoptr (GError) error = NULL;
      g_autoptr (RemitItem) document = remit_reader_read_file (reader, file, NULL, &error);

      if (document != NULL)
        add_other (self, klass, document, file_name);
      else
        g_ptr_array_add (self->messages, g_strdup (error->message));
    }
}

/* Reads all that there is. Touches no catalogue: it may run in a thread. */
static Folders *
read_folders (RemitDocumentCatalogClass *klass)
{
  Folders *self = g_new0 (Folders, 1);
  g_autoptr (RemitReader) reader = klass->create_reader (NULL);

  self->documents = g_ptr_array_new_with_free_func (g_object_unref);
  self->messages = g_ptr_array_new_with_free_func (g_free);
  add_folder (self, klass, reader, g_get_user_data_dir ());
  for (const char *const *dir = g_get_system_data_dirs (); *dir != NULL; dir++)
    add_folder (self, klass, reader, *dir);
  g_ptr_array_add (self->messages, NULL);
  return self;
}

/* Takes what was read, unless remit_document_catalog_read() was faster. */
static void
take_folders (RemitDocumentCatalog *self,
              Folders              *folders)
{
  RemitDocumentCatalogPrivate *priv = GET_PRIVATE (self);

  if (priv->folders != NULL)
    {
      folders_free (folders);
      return;
    }
  priv->folders = folders;
  if (folders->documents->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), get_n_built_in (self), 0, folders->documents->len);
}

static void
read_in_thread (GTask        *task,
                gpointer      self,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_task_return_pointer (task, read_folders (REMIT_DOCUMENT_CATALOG_GET_CLASS (self)), (GDestroyNotify) folders_free);
}

static void
on_folders_read (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  RemitDocumentCatalog *self = REMIT_DOCUMENT_CATALOG (source);
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&GET_PRIVATE (self)->waiting);

  take_folders (self, g_task_propagate_pointer (G_TASK (result), NULL));
  for (guint i = 0; i < waiting->len; i++)
    g_task_return_boolean (g_ptr_array_index (waiting, i), TRUE);
}

/* --- list --- */

static GType
remit_document_catalog_get_item_type (GListModel *model)
{
  return REMIT_DOCUMENT_CATALOG_GET_CLASS (model)->document_type;
}

static guint
remit_document_catalog_get_n_items (GListModel *model)
{
  Folders *folders = GET_PRIVATE (REMIT_DOCUMENT_CATALOG (model))->folders;

  return get_n_built_in (REMIT_DOCUMENT_CATALOG (model)) + (folders != NULL ? folders->documents->len : 0);
}

static gpointer
remit_document_catalog_get_item (GListModel *model,
                                 guint       position)
{
  RemitDocumentCatalog *self = REMIT_DOCUMENT_CATALOG (model);
  guint n_built_in = get_n_built_in (self);
  Folders *folders = GET_PRIVATE (self)->folders;

  if (position < n_built_in)
    return g_object_ref (get_built_in (self, position));
  if (folders == NULL || position - n_built_in >= folders->documents->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (folders->documents, position - n_built_in));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = remit_document_catalog_get_item_type;
  iface->get_n_items = remit_document_catalog_get_n_items;
  iface->get_item = remit_document_catalog_get_item;
}

static void
remit_document_catalog_constructed (GObject *object)
{
  RemitDocumentCatalog *self = REMIT_DOCUMENT_CATALOG (object);

  G_OBJECT_CLASS (remit_document_catalog_parent_class)->constructed (object);
  GET_PRIVATE (self)->built_in = g_new0 (RemitItem *, get_n_built_in (self));
}

static void
remit_document_catalog_finalize (GObject *object)
{
  RemitDocumentCatalog *self = REMIT_DOCUMENT_CATALOG (object);
  RemitDocumentCatalogPrivate *priv = GET_PRIVATE (self);

  for (guint i = 0; i < get_n_built_in (self); i++)
    g_clear_object (&priv->built_in[i]);
  g_free (priv->built_in);
  g_clear_pointer (&priv->folders, folders_free);

  G_OBJECT_CLASS (remit_document_catalog_parent_class)->finalize (object);
}

static void
remit_document_catalog_class_init (RemitDocumentCatalogClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = remit_document_catalog_constructed;
  G_OBJECT_CLASS (klass)->finalize = remit_document_catalog_finalize;
}

static void
remit_document_catalog_init (RemitDocumentCatalog *self)
{
}

/* Reads the data folders, once; waits for the disk. */
void
remit_document_catalog_read (RemitDocumentCatalog *self)
{
  g_return_if_fail (REMIT_IS_DOCUMENT_CATALOG (self));

  if (GET_PRIVATE (self)->folders == NULL)
    take_folders (self, read_folders (REMIT_DOCUMENT_CATALOG_GET_CLASS (self)));
}

/* As remit_document_catalog_read(), in a thread: one, however many ask. */
void
remit_document_catalog_read_async (RemitDocumentCatalog *self,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) reading = NULL;
  RemitDocumentCatalogPrivate *priv = GET_PRIVATE (self);

  g_return_if_fail (REMIT_IS_DOCUMENT_CATALOG (self));

  g_task_set_source_tag (task, remit_document_catalog_read_async);
  if (priv->folders != NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (priv->waiting == NULL)
    {
      priv->waiting = g_ptr_array_new_with_free_func (g_object_unref);
      reading = g_task_new (self, NULL, on_folders_read, NULL);
      g_task_run_in_thread (reading, read_in_thread);
    }
  g_ptr_array_add (priv->waiting, g_steal_pointer (&task));
}

/* Fails only where it was cancelled. */
gboolean
remit_document_catalog_read_finish (RemitDocumentCatalog *self,
                                    GAsyncResult         *result,
                                    GError              **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
remit_document_catalog_is_read (RemitDocumentCatalog *self)
{
  g_return_val_if_fail (REMIT_IS_DOCUMENT_CATALOG (self), FALSE);

  return GET_PRIVATE (self)->folders != NULL;
}

/* (transfer none) (nullable): the document of an id, where it is built in or has been read. */
gpointer
remit_document_catalog_find (RemitDocumentCatalog *self,
                             const char           *id)
{
  RemitDocumentCatalogPrivate *priv = GET_PRIVATE (self);
  const char *const *built_in;

  g_return_val_if_fail (REMIT_IS_DOCUMENT_CATALOG (self), NULL);
  if (id == NULL)
    return NULL;
  built_in = REMIT_DOCUMENT_CATALOG_GET_CLASS (self)->built_in;
  for (guint i = 0; built_in[i] != NULL; i++)
    if (g_str_equal (built_in[i], id))
      return get_built_in (self, i);
  return priv->folders != NULL ? find_other (priv->folders, id) : NULL;
}

const char *const *
remit_document_catalog_get_messages (RemitDocumentCatalog *self)
{
  static const char *const none[] = { NULL };
  RemitDocumentCatalogPrivate *priv = GET_PRIVATE (self);

  g_return_val_if_fail (REMIT_IS_DOCUMENT_CATALOG (self), NULL);

  return priv->folders != NULL ? (const char *const *) priv->folders->messages->pdata : none;
}
