/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-catalog.h"

#include <glib/gi18n-lib.h>

#include "frameworks-resources.h"
#include "remit-framework-reader.h"

/* In the order of the menu. */
static const char *const built_in_ids[] = { "azure-current", "azure-classic" };

#define N_BUILT_IN G_N_ELEMENTS (built_in_ids)

/* What the data folders hold. */
typedef struct
{
  GPtrArray *frameworks; /* of RemitFramework */
  GPtrArray *messages;   /* of char *; ends with NULL */
} Folders;

/* Nothing is read before it is asked for: a window needs one framework to begin with. */
struct _RemitCatalog
{
  GObject parent_instance;
  RemitFramework *built_in[N_BUILT_IN]; /* NULL until it is read */
  Folders *folders;                     /* NULL until they are read */
  GPtrArray *waiting;                   /* of GTask, for a thread that reads them; NULL where none does */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitCatalog, remit_catalog, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static const char *
translate (const char *text,
           const char *pointer,
           gpointer    user_data)
{
  return g_dgettext (GETTEXT_PACKAGE, text);
}

static RemitFramework *
get_built_in (RemitCatalog *self,
              guint         index)
{
  g_autoptr (RemitFrameworkReader) reader = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (self->built_in[index] != NULL)
    return self->built_in[index];
  reader = remit_framework_reader_new ();
  remit_framework_reader_set_text_func (reader, translate, NULL);
  path = g_strdup_printf ("/io/github/remit_app/Remit/frameworks/%s.json", built_in_ids[index]);
  bytes = g_resource_lookup_data (remit_frameworks_get_resource (), path, 0, &error);
  if (bytes != NULL)
    self->built_in[index] = remit_framework_reader_read_bytes (reader, bytes, built_in_ids[index], &error);
  if (self->built_in[index] == NULL)
    g_error ("%s", error->message); /* the build checks these files */
  return self->built_in[index];
}

/* --- the data folders --- */

static void
folders_free (Folders *self)
{
  g_ptr_array_unref (self->frameworks);
  g_ptr_array_unref (self->messages);
  g_free (self);
}

static RemitFramework *
find_other (Folders    *self,
            const char *id)
{
  for (guint i = 0; i < self->frameworks->len; i++)
    if (g_str_equal (remit_item_get_id (g_ptr_array_index (self->frameworks, i)), id))
      return g_ptr_array_index (self->frameworks, i);
  return NULL;
}

static gboolean
is_built_in (const char *id)
{
  for (guint i = 0; i < N_BUILT_IN; i++)
    if (g_str_equal (built_in_ids[i], id))
      return TRUE;
  return FALSE;
}

static void
add_other (Folders        *self,
           RemitFramework *framework,
           const char     *name)
{
  const char *id = remit_item_get_id (REMIT_ITEM (framework));

  if (!is_built_in (id) && find_other (self, id) == NULL)
    g_ptr_array_add (self->frameworks, g_object_ref (framework));
  else
    {
      g_autofree char *reason = g_strdup_printf (_("the id \"%s\" is taken by another framework"), id);
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
add_folder (Folders    *self,
            const char *data_dir)
{
  g_autofree char *folder = g_build_filename (data_dir, "remit", "frameworks", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
      g_autoptr (GFile) file = g_file_new_build_filename (folder, g_ptr_array_index (names, i), NULL);
      g_autofree char *file_name = g_file_get_parse_name (file);
      g_autoptr (GError) error = NULL;
      g_autoptr (RemitFramework) framework = remit_framework_reader_read_file (reader, file, NULL, &error);

      if (framework != NULL)
        add_other (self, framework, file_name);
      else
        g_ptr_array_add (self->messages, g_strdup (error->message));
    }
}

/* Reads all that there is. Touches no catalogue: it may run in a thread. */
static Folders *
read_folders (void)
{
  Folders *self = g_new0 (Folders, 1);

  self->frameworks = g_ptr_array_new_with_free_func (g_object_unref);
  self->messages = g_ptr_array_new_with_free_func (g_free);
  add_folder (self, g_get_user_data_dir ());
  for (const char *const *dir = g_get_system_data_dirs (); *dir != NULL; dir++)
    add_folder (self, *dir);
  g_ptr_array_add (self->messages, NULL);
  return self;
}

/* Takes what was read, unless remit_catalog_read() was faster. */
static void
take_folders (RemitCatalog *self,
              Folders      *folders)
{
  if (self->folders != NULL)
    {
      folders_free (folders);
      return;
    }
  self->folders = folders;
  if (folders->frameworks->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), N_BUILT_IN, 0, folders->frameworks->len);
}

static void
read_in_thread (GTask        *task,
                gpointer      self,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_task_return_pointer (task, read_folders (), (GDestroyNotify) folders_free);
}

static void
on_folders_read (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  RemitCatalog *self = REMIT_CATALOG (source);
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  take_folders (self, g_task_propagate_pointer (G_TASK (result), NULL));
  for (guint i = 0; i < waiting->len; i++)
    g_task_return_boolean (g_ptr_array_index (waiting, i), TRUE);
}

/* --- list --- */

static GType
remit_catalog_get_item_type (GListModel *model)
{
  return REMIT_TYPE_FRAMEWORK;
}

static guint
remit_catalog_get_n_items (GListModel *model)
{
  RemitCatalog *self = REMIT_CATALOG (model);

  return N_BUILT_IN + (self->folders != NULL ? self->folders->frameworks->len : 0);
}

static gpointer
remit_catalog_get_item (GListModel *model,
                        guint       position)
{
  RemitCatalog *self = REMIT_CATALOG (model);

  if (position < N_BUILT_IN)
    return g_object_ref (get_built_in (self, position));
  if (self->folders == NULL || position - N_BUILT_IN >= self->folders->frameworks->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->folders->frameworks, position - N_BUILT_IN));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = remit_catalog_get_item_type;
  iface->get_n_items = remit_catalog_get_n_items;
  iface->get_item = remit_catalog_get_item;
}

static void
remit_catalog_finalize (GObject *object)
{
  RemitCatalog *self = REMIT_CATALOG (object);

  for (guint i = 0; i < N_BUILT_IN; i++)
    g_clear_object (&self->built_in[i]);
  g_clear_pointer (&self->folders, folders_free);

  G_OBJECT_CLASS (remit_catalog_parent_class)->finalize (object);
}

static void
remit_catalog_class_init (RemitCatalogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_catalog_finalize;
}

static void
remit_catalog_init (RemitCatalog *self)
{
}

/**
 * remit_catalog_new:
 *
 * The frameworks at hand: those built in (translated) and, once they are read with remit_catalog_read() or remit_catalog_read_async(),
 * those of the user's and the system's data folders, whose files may be broken without harm (remit_catalog_get_messages()). Where two
 * have one id, the first is kept.
 *
 * Returns: (transfer full): the catalogue
 */
RemitCatalog *
remit_catalog_new (void)
{
  return g_object_new (REMIT_TYPE_CATALOG, NULL);
}

/* Reads the data folders, once; waits for the disk. */
void
remit_catalog_read (RemitCatalog *self)
{
  g_return_if_fail (REMIT_IS_CATALOG (self));

  if (self->folders == NULL)
    take_folders (self, read_folders ());
}

/* As remit_catalog_read(), in a thread: one, however many ask. */
void
remit_catalog_read_async (RemitCatalog       *self,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) reading = NULL;

  g_return_if_fail (REMIT_IS_CATALOG (self));

  g_task_set_source_tag (task, remit_catalog_read_async);
  if (self->folders != NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (self->waiting == NULL)
    {
      self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
      reading = g_task_new (self, NULL, on_folders_read, NULL);
      g_task_run_in_thread (reading, read_in_thread);
    }
  g_ptr_array_add (self->waiting, g_steal_pointer (&task));
}

/* Fails only where it was cancelled. */
gboolean
remit_catalog_read_finish (RemitCatalog *self,
                           GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
remit_catalog_is_read (RemitCatalog *self)
{
  g_return_val_if_fail (REMIT_IS_CATALOG (self), FALSE);

  return self->folders != NULL;
}

/**
 * remit_catalog_find:
 * @id: (nullable)
 *
 * Returns: (transfer none) (nullable): the framework, where it is built in or has been read
 */
RemitFramework *
remit_catalog_find (RemitCatalog *self,
                    const char   *id)
{
  g_return_val_if_fail (REMIT_IS_CATALOG (self), NULL);
  if (id == NULL)
    return NULL;
  for (guint i = 0; i < N_BUILT_IN; i++)
    if (g_str_equal (built_in_ids[i], id))
      return get_built_in (self, i);
  return self->folders != NULL ? find_other (self->folders, id) : NULL;
}

const char *const *
remit_catalog_get_messages (RemitCatalog *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (REMIT_IS_CATALOG (self), NULL);

  return self->folders != NULL ? (const char *const *) self->folders->messages->pdata : none;
}
