/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The catalogue: the built-in frameworks say what the sources say, and a folder of the user's can do no harm. */

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <libremit-model.h>

#include <string.h>
#include <unistd.h>

#define N_BUILT_IN 7

static const char *
id_at (RemitCatalog *catalog,
       guint         position)
{
  g_autoptr (RemitItem) item = g_list_model_get_item (G_LIST_MODEL (catalog), position);

  return item != NULL ? remit_item_get_id (item) : NULL; /* the catalogue keeps it */
}

/* The table of the facts: framework -> layer -> service model -> owner. */
static void
test_owners (void)
{
  g_autoptr (RemitCatalog) catalog = remit_catalog_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "owners.json", NULL);
  g_autoptr (GError) error = NULL;
  JsonObjectIter frameworks;
  const char *framework_id;
  JsonNode *table;
  guint n = 0;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  json_object_iter_init_ordered (&frameworks, json_node_get_object (json_parser_get_root (parser)));
  while (json_object_iter_next_ordered (&frameworks, &framework_id, &table))
    {
      RemitFramework *framework = remit_catalog_find (catalog, framework_id);
      JsonObjectIter layers;
      const char *layer_id;
      JsonNode *row;
      guint position = 0;

      g_test_message ("%s", framework_id);
      g_assert_nonnull (framework);
      json_object_iter_init_ordered (&layers, json_node_get_object (table));
      while (json_object_iter_next_ordered (&layers, &layer_id, &row))
        {
          RemitLayer *layer = remit_framework_get_layer (framework, position++);
          JsonObjectIter cells;
          const char *model_id;
          JsonNode *owner;

          g_assert_nonnull (layer);
          g_assert_cmpstr (remit_item_get_id (REMIT_ITEM (layer)), ==, layer_id);
          g_assert_cmpuint (json_object_get_size (json_node_get_object (row)), ==,
                            g_list_model_get_n_items (remit_framework_get_service_models (framework)));
          json_object_iter_init_ordered (&cells, json_node_get_object (row));
          while (json_object_iter_next_ordered (&cells, &model_id, &owner))
            {
              RemitServiceModel *model = remit_framework_find_service_model (framework, model_id);
              RemitResponsibility *cell;

              g_assert_nonnull (model);
              cell = remit_framework_get_responsibility (framework, layer, model);
              g_assert_cmpstr (remit_item_get_id (REMIT_ITEM (remit_responsibility_get_owner (cell))), ==, json_node_get_string (owner));
              n++;
            }
        }
      g_assert_null (remit_framework_get_layer (framework, position));
    }
  g_assert_cmpuint (n, ==, 255);
}

/* What a reader of the built-in frameworks may expect of every cell, layer and model. */
static void
test_built_in_are_complete (void)
{
  g_autoptr (RemitCatalog) catalog = remit_catalog_new ();

  for (guint f = 0; f < g_list_model_get_n_items (G_LIST_MODEL (catalog)); f++)
    {
      g_autoptr (RemitFramework) framework = g_list_model_get_item (G_LIST_MODEL (catalog), f);
      RemitLayer *layer;
      RemitServiceModel *model;

      for (guint j = 0; (model = remit_framework_get_service_model (framework, j)) != NULL; j++)
        {
          g_assert_nonnull (remit_item_get_summary (REMIT_ITEM (model)));
          g_assert_nonnull (remit_service_model_get_examples (model)[0]);
          g_assert_cmpstr (remit_service_model_get_name (model), !=, remit_item_get_title (REMIT_ITEM (model)));
        }
      for (guint i = 0; (layer = remit_framework_get_layer (framework, i)) != NULL; i++)
        {
          g_assert_nonnull (remit_layer_get_zone (layer));
          g_assert_nonnull (remit_item_get_summary (REMIT_ITEM (layer)));
          g_assert_nonnull (remit_layer_get_controls (layer)[0]);
          g_assert_nonnull (remit_layer_get_services (layer)[0]);
          g_assert_nonnull (remit_layer_get_claim (layer));
          for (guint j = 0; (model = remit_framework_get_service_model (framework, j)) != NULL; j++)
            {
              RemitResponsibility *cell = remit_framework_get_responsibility (framework, layer, model);
              RemitOwner *owner = remit_responsibility_get_owner (cell);

              g_assert_nonnull (remit_responsibility_get_explanation (cell));
              g_assert_cmpuint (g_list_model_get_n_items (remit_responsibility_get_sources (cell)), >, 0);
              if (remit_owner_get_kind (owner) == REMIT_OWNER_PARTY)
                g_assert_nonnull (remit_responsibility_get_tasks (cell, owner));
              for (guint p = 0; p < g_list_model_get_n_items (remit_owner_get_parties (owner)); p++)
                {
                  g_autoptr (RemitOwner) party = g_list_model_get_item (remit_owner_get_parties (owner), p);
                  g_assert_nonnull (remit_responsibility_get_tasks (cell, party));
                }
            }
        }
    }
}

static void
test_list (void)
{
  RemitCatalog *catalog = remit_catalog_new ();
  RemitFramework *framework = g_list_model_get_item (G_LIST_MODEL (catalog), 0);

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (catalog)) == REMIT_TYPE_FRAMEWORK);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (catalog)), ==, N_BUILT_IN);
  g_assert_cmpstr (id_at (catalog, 0), ==, "azure-current");
  g_assert_cmpstr (id_at (catalog, N_BUILT_IN - 1), ==, "google-cloud");
  g_assert_null (id_at (catalog, N_BUILT_IN));
  g_assert_null (id_at (catalog, G_MAXUINT));
  g_assert_true (remit_catalog_find (catalog, "azure-current") == framework);
  g_assert_null (remit_catalog_find (catalog, "nothing"));
  g_assert_null (remit_catalog_find (catalog, NULL));
  g_assert_null (remit_catalog_get_messages (catalog)[0]);

  g_assert_finalize_object (catalog);
  g_assert_cmpstr (remit_item_get_id (REMIT_ITEM (framework)), ==, "azure-current");
  g_assert_finalize_object (framework);
}

/* Folders of frameworks. */

static char *
make_folder (const char *data_dir)
{
  char *folder = g_build_filename (data_dir, "remit", "frameworks", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  return folder;
}

static void
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
write_framework (const char *folder,
                 const char *name,
                 const char *id,
                 const char *title)
{
  g_autofree char *text = g_strdup_printf ("{\"format\": \"remit-framework\", \"version\": 1, \"id\": \"%s\", \"title\": \"%s\","
                                           "\"owners\": [{\"id\": \"o\", \"label\": \"O\", \"kind\": \"party\"}],"
                                           "\"serviceModels\": [{\"id\": \"m\", \"title\": \"M\"}], \"layers\": [{\"id\": \"l\","
                                           "\"title\": \"L\", \"responsibilities\": {\"m\": {\"owner\": \"o\"}}}]}", id, title);

  write_file (folder, name, text);
}

static char *tmp_dir;

/* Lets everybody in, from the data folder up to the test's own. */
static void
open_to_all (const char *path)
{
  g_autofree char *folder = g_strdup (path);

  while (strlen (folder) > strlen (tmp_dir))
    {
      char *parent = g_path_get_dirname (folder);

      g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
      g_free (folder);
      folder = parent;
    }
}

static void
test_folders (void)
{
  const char *user_dir = g_get_user_data_dir (), *system_dir = g_get_system_data_dirs ()[0];
  g_autofree char *user = make_folder (user_dir), *system = make_folder (system_dir);
  g_autofree char *forbidden = g_build_filename (user, "45-forbidden.json", NULL);
  g_autofree char *folder = g_build_filename (user, "50-folder.json", NULL);
  g_autofree char *dangling = g_build_filename (user, "55-dangling.json", NULL);
  g_autoptr (RemitCatalog) catalog = NULL;
  gboolean is_root = geteuid () == 0;
  static const struct
  {
    const char *file;
    const char *reason;
  } messages[] = {
    { "15-taken.json", ": /id: the id \"azure-current\" is taken by another framework" },
    { "20-twice.json", ": /id: the id \"mine-b\" is taken by another framework" },
    { "30-broken.json", ": line 2, column 1: " },
    { "40-wrong.json", ": /version: " },
    { "45-forbidden.json", ": " },
    { "50-folder.json", ": " },
    { "55-dangling.json", ": " },
    { "00-same.json", ": /id: the id \"mine-a\" is taken by another framework" },
  };
  static const char *const ids[] = { "mine-b", "mine-a", "system" };

  write_framework (user, "10-b.json", "mine-b", "B");
  write_framework (user, "15-taken.json", "azure-current", "Not Azure");
  write_framework (user, "20-twice.json", "mine-b", "B again");
  write_framework (user, "25-a.remit.json", "mine-a", "A");
  write_file (user, "30-broken.json", "{\n");
  write_file (user, "40-wrong.json", "{\"format\": \"remit-framework\", \"version\": 7}");
  write_framework (user, "45-forbidden.json", "forbidden", "Forbidden");
  write_framework (user, "60-other.txt", "other", "Of another kind of file");
  write_framework (user, ".hidden", "hidden", "Hidden");
  write_framework (system, "00-same.json", "mine-a", "A of the system");
  write_framework (system, "10-system.json", "system", "System");
  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  g_assert_cmpint (symlink ("nowhere", dangling), ==, 0);
  g_assert_cmpint (g_chmod (forbidden, 0), ==, 0);
  open_to_all (user);
  open_to_all (system);

  if (is_root) /* whom no right binds */
    g_assert_cmpint (seteuid (65534), ==, 0);
  catalog = remit_catalog_new ();
  remit_catalog_read (catalog);
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpstr (id_at (catalog, N_BUILT_IN + i), ==, ids[i]);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (catalog)), ==, N_BUILT_IN + G_N_ELEMENTS (ids));
  g_assert_cmpstr (remit_item_get_title (REMIT_ITEM (remit_catalog_find (catalog, "mine-b"))), ==, "B");
  g_assert_cmpstr (remit_item_get_title (REMIT_ITEM (remit_catalog_find (catalog, "mine-a"))), ==, "A");
  g_assert_cmpstr (remit_item_get_title (REMIT_ITEM (remit_catalog_find (catalog, "azure-current"))), !=, "Not Azure");
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_autofree char *start = g_strdup_printf ("%s/%s%s", i + 1 < G_N_ELEMENTS (messages) ? user : system, messages[i].file, messages[i].reason);
      const char *message = remit_catalog_get_messages (catalog)[i];

      g_assert_nonnull (message);
      g_test_message ("%s", message);
      g_assert_true (g_str_has_prefix (message, start));
      g_assert_null (strchr (message, '\n'));
    }
  g_assert_cmpuint (g_strv_length ((char **) remit_catalog_get_messages (catalog)), ==, G_N_ELEMENTS (messages));
}

static void
on_items_changed (GListModel *catalog,
                  guint       position,
                  guint       removed,
                  guint       added,
                  gpointer    count)
{
  g_assert_cmpuint (position, ==, N_BUILT_IN);
  g_assert_cmpuint (removed, ==, 0);
  g_assert_cmpuint (added, ==, 1);
  *(guint *) count += 1;
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      is_done)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_catalog_read_finish (REMIT_CATALOG (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) is_done = TRUE;
}

/* Nothing of the folders is there before they are read; then the list says so, once. */
static void
test_read_async (void)
{
  g_autofree char *user = make_folder (g_get_user_data_dir ());
  g_autoptr (RemitCatalog) catalog = remit_catalog_new ();
  guint n_changes = 0;

  write_framework (user, "mine.json", "mine", "Mine");
  write_file (user, "broken.json", "{");
  g_signal_connect (catalog, "items-changed", G_CALLBACK (on_items_changed), &n_changes);
  g_assert_null (remit_catalog_find (catalog, "mine"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (catalog)), ==, N_BUILT_IN);
  for (guint i = 0; i < 2; i++)
    {
      gboolean is_done[2] = { FALSE, FALSE };

      remit_catalog_read_async (catalog, NULL, on_read, &is_done[0]);
      remit_catalog_read_async (catalog, NULL, on_read, &is_done[1]);
      g_assert_true (remit_catalog_is_read (catalog) == (i == 1));
      while (!is_done[0] || !is_done[1])
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (remit_catalog_is_read (catalog));
      g_assert_cmpuint (n_changes, ==, 1);
      g_assert_cmpstr (id_at (catalog, N_BUILT_IN), ==, "mine");
      g_assert_nonnull (remit_catalog_find (catalog, "mine"));
      g_assert_cmpuint (g_strv_length ((char **) remit_catalog_get_messages (catalog)), ==, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  tmp_dir = g_strdup (g_get_tmp_dir ()); /* newer GLib has one of the test's own from g_test_init () on */
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/catalog/list", test_list);
  g_test_add_func ("/catalog/owners", test_owners);
  g_test_add_func ("/catalog/built-in-are-complete", test_built_in_are_complete);
  g_test_add_func ("/catalog/folders", test_folders);
  g_test_add_func ("/catalog/read-async", test_read_async);
  return g_test_run ();
}
