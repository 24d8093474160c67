/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lessons at hand: those built in, which are read and played to their end, then those of the data folders. */

#include <glib/gstdio.h>
#include <libremit-story.h>

static guint n_built_in;

static const char *
id_at (gpointer catalog,
       guint    position)
{
  g_autoptr (RemitItem) item = g_list_model_get_item (G_LIST_MODEL (catalog), position);

  return item != NULL ? remit_item_get_id (item) : NULL;
}

/* Each is found by the id it says, is in the catalogue once, and uses its frameworks. */
static void
test_built_in (void)
{
  g_autoptr (RemitCatalog) frameworks = remit_catalog_new ();
  g_autoptr (RemitStoryboardCatalog) catalog = remit_storyboard_catalog_new (frameworks);
  RemitDocumentCatalog *documents = REMIT_DOCUMENT_CATALOG (catalog);

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (catalog)) == REMIT_TYPE_STORYBOARD);
  g_assert_false (remit_document_catalog_is_read (documents));
  for (guint i = 0; i < n_built_in; i++)
    {
      g_autoptr (RemitStoryboard) lesson = g_list_model_get_item (G_LIST_MODEL (catalog), i);
      g_autoptr (RemitPlayer) player = remit_player_new (lesson, i);
      RemitFramework *framework = remit_storyboard_get_framework (lesson);
      const char *id = remit_item_get_id (REMIT_ITEM (framework));

      g_test_message ("%s", remit_item_get_id (REMIT_ITEM (lesson)));
      g_assert_true (remit_document_catalog_find (documents, remit_item_get_id (REMIT_ITEM (lesson))) == lesson);
      g_assert_true (remit_storyboard_catalog_find_framework (catalog, id) == framework);
      do
        g_assert_cmpstr (remit_player_get_announcement (player), !=, "");
      while (remit_player_next (player));
      g_assert_cmpfloat (remit_player_get_progress (player), ==, 1);
    }
  g_assert_false (remit_catalog_is_read (frameworks)); /* the built-in ones need no data folder */
  g_assert_null (id_at (catalog, n_built_in));
  g_assert_null (remit_document_catalog_find (documents, "nothing"));
  g_assert_null (remit_document_catalog_find (documents, NULL));
  g_assert_null (remit_document_catalog_get_messages (documents)[0]);
  g_assert_finalize_object (g_steal_pointer (&catalog));
}

/* Frameworks of lessons only are not in the menu. */
static void
test_own_frameworks (void)
{
  g_autoptr (RemitCatalog) frameworks = remit_catalog_new ();
  g_autoptr (RemitStoryboardCatalog) catalog = remit_storyboard_catalog_new (frameworks);
  RemitFramework *home = remit_storyboard_catalog_find_framework (catalog, "home");

  g_assert_cmpstr (remit_item_get_id (REMIT_ITEM (home)), ==, "home");
  g_assert_true (remit_storyboard_catalog_find_framework (catalog, "home") == home);
  g_assert_nonnull (remit_framework_find_layer (home, "foundation"));
  g_assert_nonnull (remit_framework_find_service_model (home, "rented-flat"));
  g_assert_null (remit_catalog_find (frameworks, "home"));
  g_assert_true (remit_storyboard_catalog_find_framework (catalog, "azure-classic") == remit_catalog_find (frameworks, "azure-classic"));
  g_assert_null (remit_storyboard_catalog_find_framework (catalog, "nothing"));
  g_assert_null (remit_storyboard_catalog_find_framework (catalog, NULL));
}

/* --- folders --- */

static void
write_file (const char *kind,
            const char *name,
            const char *text)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "remit", kind, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
write_lesson (const char *name,
              const char *id,
              const char *framework)
{
  g_autofree char *text = g_strdup_printf ("{\"format\": \"remit-lesson\", \"version\": 1, \"id\": \"%s\", \"title\": \"T\", \"summary\": \"S\","
                                           "\"minutes\": 1, \"teaches\": [\"T\"], \"framework\": \"%s\", \"scenes\": [{\"id\": \"s\","
                                           "\"title\": \"T\", \"caption\": \"C\", \"sources\": [\"b\"]}], \"sources\": [{\"id\": \"b\","
                                           "\"title\": \"B\", \"publisher\": \"P\", \"date\": \"2026\"}]}", id, framework);

  write_file ("lessons", name, text);
}

static void
write_folders (void)
{
  write_file ("frameworks", "mine.json", "{\"format\": \"remit-framework\", \"version\": 1, \"id\": \"mine\", \"title\": \"M\","
                                         "\"owners\": [{\"id\": \"o\", \"label\": \"O\", \"kind\": \"party\"}],"
                                         "\"serviceModels\": [{\"id\": \"m\", \"title\": \"M\"}], \"layers\": [{\"id\": \"l\","
                                         "\"title\": \"L\", \"responsibilities\": {\"m\": {\"owner\": \"o\"}}}]}");
  write_lesson ("10-b.json", "lesson-b", "azure-current");
  write_lesson ("20-a.json", "lesson-a", "mine");
  write_lesson ("30-twice.json", "lesson-b", "home");
  write_lesson ("40-lost.json", "lost", "nothing");
  write_file ("lessons", "50-broken.json", "{\n");
  write_file ("lessons", "60-framework.json", "{\"format\": \"remit-framework\", \"version\": 1}");
  write_file ("lessons", "other.txt", "{");
}

/* Own lessons follow the built-in ones; what is wrong is left out, and it is said why. */
static void
check_folders (RemitStoryboardCatalog *catalog)
{
  static const char *const messages[] = {
    "30-twice.json: /id: the id \"lesson-b\" is taken by another lesson",
    "40-lost.json: /framework: no framework has the id \"nothing\"",
    "50-broken.json: line 2, column 1: ",
    "60-framework.json: /format: \"remit-framework\" is another format than \"remit-lesson\"",
  };
  const char *const *found = remit_document_catalog_get_messages (REMIT_DOCUMENT_CATALOG (catalog));
  RemitStoryboard *lesson = remit_document_catalog_find (REMIT_DOCUMENT_CATALOG (catalog), "lesson-a");

  g_assert_cmpstr (id_at (catalog, n_built_in), ==, "lesson-b");
  g_assert_cmpstr (id_at (catalog, n_built_in + 1), ==, "lesson-a");
  g_assert_null (id_at (catalog, n_built_in + 2));
  g_assert_cmpstr (remit_item_get_id (REMIT_ITEM (remit_storyboard_get_framework (lesson))), ==, "mine");
  g_assert_cmpuint (g_strv_length ((char **) found), ==, G_N_ELEMENTS (messages));
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "remit", "lessons", NULL);
      g_autofree char *start = g_strdup_printf ("%s/%s", folder, messages[i]);

      g_test_message ("%s", found[i]);
      g_assert_true (g_str_has_prefix (found[i], start));
    }
}

static void
test_folders (void)
{
  g_autoptr (RemitStoryboardCatalog) catalog = remit_storyboard_catalog_new (NULL);

  write_folders ();
  remit_document_catalog_read (REMIT_DOCUMENT_CATALOG (catalog));
  check_folders (catalog);
}

static void
on_items_changed (GListModel *catalog,
                  guint       position,
                  guint       removed,
                  guint       added,
                  gpointer    count)
{
  g_assert_cmpuint (position, ==, n_built_in);
  g_assert_cmpuint (removed, ==, 0);
  g_assert_cmpuint (added, ==, 2);
  *(guint *) count += 1;
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      count)
{
  g_assert_true (remit_document_catalog_read_finish (REMIT_DOCUMENT_CATALOG (source), result, NULL));
  *(guint *) count += 1;
}

/* One thread, however many ask, and the list says so once; the built-in ones can be read meanwhile. */
static void
test_read_async (void)
{
  g_autoptr (RemitStoryboardCatalog) catalog = remit_storyboard_catalog_new (NULL);
  guint n_changes = 0, n_done = 0;

  write_folders ();
  g_signal_connect (catalog, "items-changed", G_CALLBACK (on_items_changed), &n_changes);
  remit_document_catalog_read_async (REMIT_DOCUMENT_CATALOG (catalog), NULL, on_read, &n_done);
  remit_document_catalog_read_async (REMIT_DOCUMENT_CATALOG (catalog), NULL, on_read, &n_done);
  for (guint i = 0; i < n_built_in; i++)
    g_assert_nonnull (id_at (catalog, i));
  while (n_done < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_changes, ==, 1);
  check_folders (catalog);
  g_assert_finalize_object (g_steal_pointer (&catalog));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (RemitStoryboardCatalog) catalog = NULL;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  catalog = remit_storyboard_catalog_new (NULL);
  n_built_in = g_list_model_get_n_items (G_LIST_MODEL (catalog));
  g_assert_cmpuint (n_built_in, >, 0);
  g_test_add_func ("/storyboard-catalog/built-in", test_built_in);
  g_test_add_func ("/storyboard-catalog/own-frameworks", test_own_frameworks);
  g_test_add_func ("/storyboard-catalog/folders", test_folders);
  g_test_add_func ("/storyboard-catalog/read-async", test_read_async);
  return g_test_run ();
}
