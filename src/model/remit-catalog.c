/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-catalog.h"

#include <glib/gi18n-lib.h>

#include "frameworks-resources.h"
#include "remit-framework-reader.h"

/* In the order of the menu. */
static const char *const built_in[] = { "azure-current", "azure-classic" };

struct _RemitCatalog
{
  GObject parent_instance;
  GPtrArray *frameworks;
  GPtrArray *messages; /* ends with NULL */
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

static void
add (RemitCatalog   *self,
     RemitFramework *framework,
     const char     *name)
{
  if (remit_catalog_find (self, remit_item_get_id (REMIT_ITEM (framework))) == NULL)
    g_ptr_array_add (self->frameworks, g_object_ref (framework));
  else
    {
      g_autofree char *reason = g_strdup_printf (_("the id \"%s\" is taken by another framework"), remit_item_get_id (REMIT_ITEM (framework)));
      g_ptr_array_add (self->messages, g_strdup_printf ("%s: /id: %s", name, reason));
    }
}

static void
add_built_in (RemitCatalog *self)
{
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();

  remit_framework_reader_set_text_func (reader, translate, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
    {
      g_autofree char *path = g_strdup_printf ("/io/github/remit_app/Remit/frameworks/%s.json", built_in[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_resource_lookup_data (remit_frameworks_get_resource (), path, 0, &error);
      g_autoptr (RemitFramework) framework = bytes != NULL ? remit_framework_reader_read_bytes (reader, bytes, built_in[i], &error) : NULL;

      if (framework == NULL)
        g_error ("%s", error->message); /* the build checks these files */
      add (self, framework, built_in[i]);
    }
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
add_folder (RemitCatalog *self,
            const char   *data_dir)
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
        add (self, framework, file_name);
      else
        g_ptr_array_add (self->messages, g_strdup (error->message));
    }
}

static GType
remit_catalog_get_item_type (GListModel *model)
{
  return REMIT_TYPE_FRAMEWORK;
}

static guint
remit_catalog_get_n_items (GListModel *model)
{
  return REMIT_CATALOG (model)->frameworks->len;
}

static gpointer
remit_catalog_get_item (GListModel *model,
                        guint       position)
{
  GPtrArray *frameworks = REMIT_CATALOG (model)->frameworks;

  return position < frameworks->len ? g_object_ref (g_ptr_array_index (frameworks, position)) : NULL;
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

  g_ptr_array_unref (self->frameworks);
  g_ptr_array_unref (self->messages);

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
  self->frameworks = g_ptr_array_new_with_free_func (g_object_unref);
  self->messages = g_ptr_array_new_with_free_func (g_free);
}

/**
 * remit_catalog_new:
 *
 * Reads the frameworks at hand: those built in (translated), then those of the user's and the system's data folders, whose files may be
 * broken without harm (remit_catalog_get_messages()). Where two have one id, the first is kept.
 *
 * Returns: (transfer full): the catalogue
 */
RemitCatalog *
remit_catalog_new (void)
{
  RemitCatalog *self = g_object_new (REMIT_TYPE_CATALOG, NULL);

  add_built_in (self);
  add_folder (self, g_get_user_data_dir ());
  for (const char *const *dir = g_get_system_data_dirs (); *dir != NULL; dir++)
    add_folder (self, *dir);
  g_ptr_array_add (self->messages, NULL);
  return self;
}

RemitFramework *
remit_catalog_find (RemitCatalog *self,
                    const char   *id)
{
  g_return_val_if_fail (REMIT_IS_CATALOG (self), NULL);

  for (guint i = 0; i < self->frameworks->len; i++)
    {
      RemitFramework *framework = g_ptr_array_index (self->frameworks, i);

      if (g_strcmp0 (remit_item_get_id (REMIT_ITEM (framework)), id) == 0)
        return framework;
    }
  return NULL;
}

const char *const *
remit_catalog_get_messages (RemitCatalog *self)
{
  g_return_val_if_fail (REMIT_IS_CATALOG (self), NULL);

  return (const char *const *) self->messages->pdata;
}
