/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For tests of RemitWindow. */

#include "window-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

AdwApplication *application;
RemitCatalog *catalog;
GSettings *settings;

RemitWindow *
open_window (void)
{
  RemitWindow *window = remit_window_new (application, catalog, settings, NULL);

  gtk_window_present (GTK_WINDOW (window));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));
  return window;
}

/* Windows that are transient for it go as well. */
void
close_window (RemitWindow *window)
{
  g_object_ref (window);
  gtk_window_close (GTK_WINDOW (window));
  wait_until (gtk_application_get_windows (GTK_APPLICATION (application)) == NULL);
  settle ();
  g_assert_finalize_object (window);
}

void
reset_settings (void)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (char **key = keys; *key != NULL; key++)
    g_settings_reset (settings, *key);
}

void
assert_shows (RemitWindow *window,
              const char  *framework,
              const char  *layer,
              const char  *model)
{
  RemitSelection *selection = remit_window_get_selection (window);
  RemitLayer *is = remit_selection_get_layer (selection);

  g_assert_cmpstr (remit_item_get_id (REMIT_ITEM (remit_selection_get_framework (selection))), ==, framework);
  g_assert_cmpstr (is != NULL ? remit_item_get_id (REMIT_ITEM (is)) : NULL, ==, layer);
  g_assert_cmpstr (remit_item_get_id (REMIT_ITEM (remit_selection_get_service_model (selection))), ==, model);
}

GFile *
get_document (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "frameworks", name, NULL);

  return g_file_new_for_path (path);
}

void
open_document (RemitWindow *window,
               const char  *name)
{
  g_autoptr (GFile) file = get_document (name);

  remit_window_open (window, &(GSList){ file, NULL }, NULL, NULL, NULL);
}

/* Whether the framework with this id is shown. */
gboolean
shows (RemitWindow *window,
       const char  *framework)
{
  return g_str_equal (remit_item_get_id (REMIT_ITEM (remit_selection_get_framework (remit_window_get_selection (window)))), framework);
}

/* The text of the one label in a widget that has these words in it. */
const char *
find_text (GtkWidget  *widget,
           const char *words)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : NULL;

  if (text != NULL && strstr (text, words) != NULL)
    return text;
  text = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && text == NULL; child = gtk_widget_get_next_sibling (child))
    text = find_text (child, words);
  return text;
}

GtkWindow *
find_dialog (RemitWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (other) == GTK_WINDOW (window) && gtk_widget_get_visible (GTK_WIDGET (other)))
        return other;
    }
  return NULL;
}

/* The user's data folder is one of the test's own. */
void
window_fixture_init (int    *argc,
                     char ***argv)
{
  g_autofree char *folder = g_dir_make_tmp ("remit-test-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  fixture_init (argc, argv);
  application = adw_application_new ("io.github.remit_app.Test", G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  remit_look_add_styles (gdk_display_get_default ());
  catalog = remit_catalog_new ();
  settings = g_settings_new ("io.github.remit_app.Remit");
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_folder (child);
    }
  g_remove (path);
}

int
window_fixture_run (void)
{
  int status = g_test_run ();

  g_object_unref (settings);
  g_object_unref (catalog);
  g_object_unref (application);
  remove_folder (g_get_user_data_dir ());
  return status;
}
