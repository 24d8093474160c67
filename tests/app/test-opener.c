/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitOpener, by its window: what must be read first, what somebody does meanwhile, and what is told of it. */

#include "window-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "remit-library.h"

#include "find-widget.h"

#define NEVER "file:///no/such/file.json"

static char *
dup_uri (const char *name)
{
  g_autoptr (GFile) file = get_document (name);

  return g_file_get_uri (file);
}

/* A window whose document of last time is still to be read. */
static RemitWindow *
open_window_restoring (const char *key)
{
  reset_settings ();
  g_settings_set_string (settings, "framework", key);
  g_settings_set_string (settings, "layer", "server");
  g_settings_set_string (settings, "service-model", "hosted");
  return remit_window_new (application, catalog, settings, NULL);
}

static void
finish_opening (RemitWindow *window)
{
  gtk_window_present (GTK_WINDOW (window));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));
}

/* The first button with this label. */
static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0 && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static guint
count_dialogs (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);
      count += ADW_IS_MESSAGE_DIALOG (window);
    }
  return count;
}

/* What somebody asks for while the document is read is asked of the document; the rest is as it was. */
static void
test_ask_while_restoring (void)
{
  static const struct
  {
    const char *model, *layer, *shows_model, *shows_layer, *told;
  } cases[] = {
    { "own-server", NULL, "own-server", "server", NULL },
    { NULL, "book-records", "hosted", "book-records", NULL },
    { "saas", NULL, "hosted", "server", "example.json: no service model has the id \"saas\"" },
    { "own-server", "roof", "own-server", NULL, "example.json: no layer has the id \"roof\"" },
  };
  g_autofree char *uri = dup_uri ("example.json");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RemitWindow *window = open_window_restoring (uri);

      g_assert_null (remit_window_get_framework (window));
      remit_window_show (window, NULL, cases[i].model, cases[i].layer, NULL);
      finish_opening (window);
      wait_until (shows (window, "library-catalog"));
      if (cases[i].told == NULL || i == 3)
        assert_shows (window, "library-catalog", cases[i].shows_layer, cases[i].shows_model);
      if (cases[i].told != NULL)
        wait_until (find_text (GTK_WIDGET (window), cases[i].told) != NULL);
      else
        g_assert_null (find_text (GTK_WIDGET (window), "has the id"));
      close_window (window);
    }
}

/* Where the document is gone, that is told, and what is asked for is asked of what is shown instead. */
static void
test_ask_while_restoring_nothing (void)
{
  static const char *const keys[] = { NEVER, "no-such-framework" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      RemitWindow *window = open_window_restoring (keys[i]);

      remit_window_show (window, NULL, "saas", "roof", NULL);
      finish_opening (window);
      wait_until (find_text (GTK_WIDGET (window), "no layer has the id \"roof\"") != NULL);
      assert_shows (window, "azure-current", NULL, "saas");
      gtk_widget_activate_action (GTK_WIDGET (window), "win.framework", "s", "azure-classic");
      close_window (window);

      window = open_window_restoring (keys[i]);
      finish_opening (window);
      wait_until (find_text (GTK_WIDGET (window), i == 0 ? "file.json cannot be opened" : "no-such-framework cannot be opened") != NULL);
      assert_shows (window, "azure-current", NULL, "onprem");
      close_window (window);
    }
}

/* A document that somebody opens, with something to select that it does not have. */
static void
test_missing (void)
{
  g_autoptr (GFile) file = get_document ("example.json");
  RemitWindow *window;

  reset_settings ();
  window = open_window ();
  remit_window_open (window, &(GSList){ file, NULL }, "saas", NULL, NULL);
  wait_until (find_text (GTK_WIDGET (window), "example.json: no service model has the id \"saas\"") != NULL);
  assert_shows (window, "library-catalog", NULL, "own-server");
  g_assert_cmpuint (count_dialogs (), ==, 0);
  close_window (window);
}

/* What somebody chooses meanwhile stays, and is what is remembered. */
static void
test_click_while_restoring (void)
{
  g_autofree char *uri = dup_uri ("example.json"), *key = NULL;
  RemitWindow *window = open_window_restoring (uri);
  RemitSelection *selection = remit_window_get_selection (window);
  gint64 deadline = g_get_monotonic_time () + WAIT * G_USEC_PER_SEC;
  guint timer;

  remit_selection_set_layer (selection, remit_framework_find_layer (remit_selection_get_framework (selection), "identities"));
  finish_opening (window);
  timer = g_timeout_add (10, wake_up, NULL);
  do
    {
      assert_shows (window, "azure-current", "identities", "onprem");
      g_object_set (window, "framework", uri, NULL); /* nothing happens until it has been read */
      if (!shows (window, "library-catalog"))
        g_main_context_iteration (NULL, TRUE);
    }
  while (!shows (window, "library-catalog") && g_get_monotonic_time () < deadline);
  g_source_remove (timer);
  g_assert_true (shows (window, "library-catalog"));
  close_window (window);

  window = open_window_restoring (uri);
  selection = remit_window_get_selection (window);
  remit_selection_set_layer (selection, remit_framework_find_layer (remit_selection_get_framework (selection), "identities"));
  finish_opening (window);
  close_window (window);
  key = g_settings_get_string (settings, "framework");
  g_assert_cmpstr (key, ==, "azure-current");
}

/* What can be read, and is strange, is told beside it. */
static void
test_remarks (void)
{
  RemitWindow *window;
  GtkWindow *dialog;

  reset_settings ();
  window = open_window ();
  open_document (window, "unknown-root-member.json");
  wait_until (find_text (GTK_WIDGET (window), "1 remark about unknown-root-member.json") != NULL);
  wait_until (find_button (GTK_WIDGET (window), "_Show") != NULL);
  g_assert_null (find_dialog (window));
  g_signal_emit_by_name (find_button (GTK_WIDGET (window), "_Show"), "clicked");
  wait_until (find_dialog (window) != NULL);
  dialog = find_dialog (window);
  g_assert_nonnull (find_text (GTK_WIDGET (dialog), "\n/colour: "));
  gtk_window_destroy (dialog);

  /* it goes with its document, too */
  open_document (window, "unknown-root-member.json");
  wait_until (find_text (GTK_WIDGET (window), "1 remark about") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.framework", "s", "azure-classic");
  wait_until (find_text (GTK_WIDGET (window), "1 remark about") == NULL);
  close_window (window);
}

/* Several documents at once: the last good one is shown, and one message says all that is wrong with the others. */
static void
test_several (void)
{
  static const char *const names[] = { "layer-zone-unknown.json", "owners-object.json", "example.json", "no-such.json" };
  g_autoslist (GFile) files = NULL;
  RemitWindow *window;
  GtkWidget *dialog;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    files = g_slist_append (files, get_document (names[i]));
  reset_settings ();
  window = open_window ();
  remit_window_open (window, files, NULL, NULL, NULL);
  wait_until (find_dialog (window) != NULL);
  settle ();
  g_assert_cmpuint (count_dialogs (), ==, 1);
  assert_shows (window, "library-catalog", NULL, "own-server");
  dialog = GTK_WIDGET (find_dialog (window));
  g_assert_nonnull (find_text (dialog, "3 documents cannot be opened"));
  text = g_strdup (find_text (dialog, "layer-zone-unknown.json"));
  g_test_message ("%s", text);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 8); /* a name and its error, a name and its two, a name with its one, empty ones between */
  g_assert_true (g_str_has_suffix (lines[0], "/layer-zone-unknown.json"));
  g_assert_true (g_str_has_prefix (lines[1], "/layers/0/zone: "));
  g_assert_true (g_str_has_suffix (lines[3], "/owners-object.json"));
  g_assert_true (g_str_has_prefix (lines[4], "/"));
  g_assert_true (g_str_has_prefix (lines[5], "/"));
  g_assert_nonnull (strstr (lines[7], "/no-such.json: "));
  close_window (window);
}

/* As many problems as a file may have, with names as long as they may be: GTK could not lay them out. */
static void
test_many_problems (void)
{
  g_autoptr (GFile) example = get_document ("example.json");
  g_autoptr (GString) json = g_string_new (NULL);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "bad.json", NULL);
  g_autofree char *name = g_strnfill (3000, 'n');
  g_autoptr (GFile) file = g_file_new_for_path (path);
  RemitWindow *window;
  g_autofree char *good = NULL;
  char *cells;
  const char *text;

  g_assert_true (g_file_load_contents (example, NULL, &good, NULL, NULL, NULL));
  cells = strchr (strstr (good, "\"responsibilities\""), '{') + 1;
  g_string_append_len (json, good, cells - good);
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (json, "\"%s%u\": \"you\", ", name, i);
  g_string_append (json, cells);
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents (path, json->str, -1, NULL));
  reset_settings ();
  window = open_window ();
  remit_window_open (window, &(GSList){ file, NULL }, NULL, NULL, NULL);
  wait_until (find_dialog (window) != NULL);
  text = find_text (GTK_WIDGET (find_dialog (window)), "bad.json");
  g_test_message ("%s", text);
  g_assert_cmpuint (strlen (text), <, 20000);
  g_assert_nonnull (strstr (text, "\n/"));
  g_assert_nonnull (strstr (text, "nnn…nnn"));
  g_assert_true (g_str_has_suffix (text, " more"));
  close_window (window);
  g_remove (path);
}

/* --- the data folder --- */

static char *
make_path (const char *name)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "remit", "frameworks", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  return g_build_filename (folder, name, NULL);
}

static char *
dup_framework (const char *id,
               const char *title)
{
  return g_strdup_printf ("{\"format\": \"remit-framework\", \"version\": 1, \"id\": \"%s\", \"title\": \"%s\","
                          "\"owners\": [{\"id\": \"o\", \"label\": \"O\", \"kind\": \"party\"}],"
                          "\"serviceModels\": [{\"id\": \"m\", \"title\": \"M\"}], \"layers\": [{\"id\": \"l\","
                          "\"title\": \"L\", \"responsibilities\": {\"m\": {\"owner\": \"o\"}}}]}", id, title);
}

static void
write_text (const char *path,
            const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* Lets whoever waits for the pipe read a framework from it. */
static void
fill_pipe (const char *path,
           const char *id)
{
  g_autofree char *text = dup_framework (id, "Slow");
  int pipe = open (path, O_WRONLY);

  g_assert_cmpint (pipe, >=, 0);
  g_assert_cmpint ((int) write (pipe, text, strlen (text)), ==, (int) strlen (text));
  close (pipe);
}

/* The labels of the catalogue's section, one after the other. */
static char *
dup_labels (GMenuModel *menu,
            int         section)
{
  g_autoptr (GMenuModel) items = g_menu_model_get_item_link (menu, section, G_MENU_LINK_SECTION);
  GString *labels = g_string_new (NULL);

  for (int i = 0; i < g_menu_model_get_n_items (items); i++)
    {
      g_autofree char *label = NULL;

      g_menu_model_get_item_attribute (items, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      g_string_append_printf (labels, "%s|", label);
    }
  return g_string_free (labels, FALSE);
}

static gboolean
has_label (GMenuModel *menu,
           const char *label)
{
  g_autofree char *labels = dup_labels (menu, 0);

  return strstr (labels, label) != NULL;
}

/* A folder that answers late, here a pipe nobody has written to yet, keeps neither the window nor its menu. */
static void
test_slow_folder (void)
{
  g_autofree char *slow = make_path ("50-slow.json"), *broken = make_path ("60-broken.json"), *mine = make_path ("10-mine.json");
  g_autofree char *text = dup_framework ("mine", "Mine"), *labels = NULL;
  RemitCatalog *usual = catalog;
  RemitWindow *window;
  GtkMenuButton *button;
  g_autoptr (GMenuModel) menu = NULL;

  catalog = remit_catalog_new ();
  write_text (mine, text);
  write_text (broken, "{");
  g_assert_cmpint (mkfifo (slow, 0600), ==, 0);
  window = open_window_restoring ("mine");
  finish_opening (window);
  button = GTK_MENU_BUTTON (find_widget (GTK_WIDGET (window), GTK_TYPE_MENU_BUTTON));
  gtk_menu_button_popup (button);
  g_set_object (&menu, gtk_menu_button_get_menu_model (button));
  labels = dup_labels (menu, 0);
  g_assert_null (strstr (labels, "Mine"));
  assert_shows (window, "azure-current", NULL, "onprem");

  g_assert_false (remit_catalog_is_read (catalog));
  fill_pipe (slow, "slow");
  wait_until (shows (window, "mine"));
  wait_until (has_label (menu, "Mine|Slow|"));
  wait_until (find_text (GTK_WIDGET (window), "1 file in the data folder cannot be used") != NULL);
  remit_window_show (window, NULL, "nowhere", NULL, NULL); /* of which the message does not wait until that one is closed */
  wait_until (find_text (GTK_WIDGET (window), "no service model has the id \"nowhere\"") != NULL);
  gtk_menu_button_popdown (button);
  g_clear_object (&menu);
  close_window (window);
  g_assert_cmpint (g_unlink (slow), ==, 0);
  g_assert_cmpint (g_unlink (mine), ==, 0);
  g_assert_cmpint (g_unlink (broken), ==, 0);
  g_clear_object (&catalog);
  catalog = usual;
}

/* Equal titles get what tells them apart; others stay as they are. */
static void
test_equal_titles (void)
{
  static const struct
  {
    const char *folder, *name, *title;
  } documents[] = {
    { "a", "plan.json", "Mine" }, { "b", "plan.json", "Mine" }, { "b", "other.json", "Mine" }, { "b", "sole.json", "My_sole_plan" },
    { "b", "folder.json", "Folder" }, /* as one that is read later */
  };
  g_autofree char *first = make_path ("1.json"), *second = make_path ("2.json");
  g_autofree char *one = dup_framework ("one", "Folder"), *two = dup_framework ("two", "Folder");
  g_autoptr (RemitCatalog) folders = remit_catalog_new ();
  g_autoptr (RemitLibrary) library = remit_library_new (folders);
  g_autoptr (GMenuModel) menu = NULL;
  g_autofree char *of_catalog = NULL, *of_documents = NULL;

  write_text (first, one);
  write_text (second, two);
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autofree char *text = dup_framework ("mine", documents[i].title);
      g_autofree char *path = g_build_filename ("/tmp", documents[i].folder, documents[i].name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
      g_autoptr (RemitFramework) framework = remit_framework_reader_read_bytes (reader, bytes, path, NULL);

      remit_library_add (library, framework, file);
    }
  menu = remit_library_create_menu (library, "win.framework");
  remit_catalog_read (folders);
  of_catalog = dup_labels (menu, 0);
  of_documents = dup_labels (menu, 1);
  g_assert_true (g_str_has_suffix (of_catalog, "|Folder|Folder (two)|"));
  g_assert_cmpstr (of_documents, ==, "Mine (/tmp/a/plan.json)|Mine (/tmp/b/plan.json)|Mine (other.json)|My__sole__plan|Folder (folder.json)|");
  g_assert_cmpint (g_unlink (first), ==, 0);
  g_assert_cmpint (g_unlink (second), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);
  g_test_add_func ("/opener/ask-while-restoring", test_ask_while_restoring);
  g_test_add_func ("/opener/ask-while-restoring-nothing", test_ask_while_restoring_nothing);
  g_test_add_func ("/opener/missing", test_missing);
  g_test_add_func ("/opener/click-while-restoring", test_click_while_restoring);
  g_test_add_func ("/opener/remarks", test_remarks);
  g_test_add_func ("/opener/several", test_several);
  g_test_add_func ("/opener/many-problems", test_many_problems);
  g_test_add_func ("/opener/slow-folder", test_slow_folder);
  g_test_add_func ("/opener/equal-titles", test_equal_titles);
  return window_fixture_run ();
}
