/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitWindow: what it remembers, what it opens and what it does with what it cannot open. */

#include "window-fixture.h"

#include <string.h>

#include "remit-compare-page.h"
#include "remit-details.h"
#include "remit-diagram-view.h"
#include "remit-search-view.h"

#include "find-widget.h"

static void
test_first_start (void)
{
  RemitWindow *window;

  reset_settings ();
  window = open_window ();
  assert_shows (window, "azure-current", NULL, "onprem");
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (window)), "Remit"));
  close_window (window);
}

/* All that is selected, and the window's size, come back. */
static void
test_remember (void)
{
  RemitWindow *window;
  int width, height;

  reset_settings ();
  window = open_window ();
  g_object_set (window, "framework", "azure-classic", NULL);
  remit_selection_select (remit_window_get_selection (window),
                          remit_framework_find_layer (remit_catalog_find (catalog, "azure-classic"), "operating-system"),
                          remit_framework_find_service_model (remit_catalog_find (catalog, "azure-classic"), "paas"));
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (window)), "Operating system, PaaS: Microsoft"));
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  draw_frame (GTK_WIDGET (window));
  close_window (window);

  window = open_window ();
  assert_shows (window, "azure-classic", "operating-system", "paas");
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 1000);
  g_assert_cmpint (height, ==, 700);
  remit_selection_set_layer (remit_window_get_selection (window), NULL);
  remit_selection_set_service_model (remit_window_get_selection (window),
                                     remit_framework_find_service_model (remit_catalog_find (catalog, "azure-classic"), "iaas"));
  g_assert_null (strstr (gtk_window_get_title (GTK_WINDOW (window)), "Operating system"));
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (window)), "Infrastructure as a service"));
  close_window (window);

  window = open_window ();
  assert_shows (window, "azure-classic", NULL, "iaas");
  close_window (window);
}

/* What is remembered may be gone. */
static void
test_remember_gone (void)
{
  static const struct
  {
    const char *framework, *model, *layer;
    const char *shows_model, *shows_layer;
  } cases[] = {
    { "no-such", "paas", "identities", "paas", "identities" },
    { "azure-current", "no-such", "identities", "onprem", "identities" },
    { "azure-current", "iaas", "no-such", "iaas", NULL },
    { "file:///no/such/file.json", "", "", "onprem", NULL },
    { "", "", "", "onprem", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RemitWindow *window;

      reset_settings ();
      g_settings_set_string (settings, "framework", cases[i].framework);
      g_settings_set_string (settings, "service-model", cases[i].model);
      g_settings_set_string (settings, "layer", cases[i].layer);
      window = open_window ();
      assert_shows (window, "azure-current", cases[i].shows_layer, cases[i].shows_model);
      close_window (window);
    }
}

static void
test_open (void)
{
  g_autoptr (GFile) good = get_document ("example.json");
  g_autofree char *uri = g_file_get_uri (good);
  RemitWindow *window;

  reset_settings ();
  window = open_window ();
  open_document (window, "example.json");
  wait_until (shows (window, "library-catalog"));
  for (guint i = 0; i < 2; i++)
    {
      GtkWindow *dialog;

      open_document (window, i == 0 ? "layer-zone-unknown.json" : "no-such.json");
      wait_until (find_dialog (window) != NULL);
      dialog = find_dialog (window);
      g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
      g_assert_nonnull (find_text (GTK_WIDGET (dialog), i == 0 ? "layer-zone-unknown.json" : "no-such.json")); /* the file */
      g_assert_true (i != 0 || find_text (GTK_WIDGET (dialog), "/layers/0/zone") != NULL);                     /* the place */
      assert_shows (window, "library-catalog", NULL, "own-server");                                            /* what was open stays */
      gtk_window_destroy (dialog);
    }
  close_window (window);

  window = open_window (); /* the document comes back */
  wait_until (shows (window, "library-catalog"));
  assert_shows (window, "library-catalog", NULL, "own-server");
  g_settings_set_string (settings, "framework", "");
  g_object_set (window, "framework", "azure-classic", NULL);
  g_object_set (window, "framework", uri, NULL); /* and stays to be chosen */
  assert_shows (window, "library-catalog", NULL, "own-server");
  close_window (window);
}

static void
test_drop (void)
{
  RemitWindow *window;
  g_autoptr (GListModel) controllers = NULL;
  g_autoptr (GFile) file = get_document ("example.json");
  guint n_targets = 0;

  reset_settings ();
  window = open_window ();
  controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      g_auto (GValue) value = G_VALUE_INIT;
      gboolean taken = FALSE;

      if (!GTK_IS_DROP_TARGET (controller))
        continue;
      n_targets++;
      g_assert_true (gdk_content_formats_contain_gtype (gtk_drop_target_get_formats (GTK_DROP_TARGET (controller)), GDK_TYPE_FILE_LIST));
      g_assert_true (gtk_drop_target_get_actions (GTK_DROP_TARGET (controller)) & GDK_ACTION_COPY);
      g_value_init (&value, GDK_TYPE_FILE_LIST);
      g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
      g_signal_emit_by_name (controller, "drop", &value, 10., 10., &taken);
      g_assert_true (taken);
    }
  g_assert_cmpuint (n_targets, ==, 1);
  wait_until (shows (window, "library-catalog"));
  g_clear_object (&controllers);
  close_window (window);
}

/* The window goes while a document is read: nobody is told, and nothing breaks. */
static void
test_gone_while_reading (void)
{
  static const char *const names[] = { "example.json", "layer-zone-unknown.json" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      RemitWindow *window;
      gpointer weak;

      reset_settings ();
      weak = window = open_window ();
      g_object_add_weak_pointer (G_OBJECT (window), &weak);
      open_document (window, names[i]);
      gtk_window_destroy (GTK_WINDOW (window));
      wait_until (weak == NULL);
      g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 0);
    }
}

static void
test_keys (void)
{
  RemitWindow *window;
  RemitSelection *selection;

  reset_settings ();
  window = open_window ();
  selection = remit_window_get_selection (window);
  remit_selection_set_layer (selection, remit_framework_get_layer (remit_selection_get_framework (selection), 6));
  g_assert_true (press (GTK_WIDGET (window), GDK_KEY_3, 0));
  assert_shows (window, "azure-current", "operating-system", "paas");
  g_assert_true (press (GTK_WIDGET (window), GDK_KEY_KP_4, 0));
  assert_shows (window, "azure-current", "operating-system", "saas");
  press (GTK_WIDGET (window), GDK_KEY_9, 0); /* there is no ninth */
  assert_shows (window, "azure-current", "operating-system", "saas");
  g_assert_true (press (GTK_WIDGET (window), GDK_KEY_Escape, 0));
  assert_shows (window, "azure-current", NULL, "saas");
  close_window (window);
}

/* The sizes of all visible labels' fonts, one after the other. */
static void
add_font_sizes (GtkWidget *widget,
                GArray    *sizes)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    {
      int size = pango_font_description_get_size (pango_context_get_font_description (gtk_widget_get_pango_context (widget)));
      g_array_append_val (sizes, size);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    add_font_sizes (child, sizes);
}

/* Every text of the details grows with that of the diagram. */
static void
test_details_text_scale (void)
{
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (int)), after = g_array_new (FALSE, FALSE, sizeof (int));
  RemitWindow *window;
  GtkWidget *details;

  reset_settings ();
  window = open_window ();
  remit_window_show (window, NULL, "paas", "operating-system", NULL);
  details = find_widget (GTK_WIDGET (window), REMIT_TYPE_DETAILS);
  settle (); /* the rest of the details comes when nothing else is to do */
  draw_frame (GTK_WIDGET (window));
  add_font_sizes (details, before);
  g_settings_set_double (settings, "text-scale", 1.5);
  draw_frame (GTK_WIDGET (window));
  add_font_sizes (details, after);
  g_assert_cmpuint (before->len, >, 20);
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < before->len; i++)
    g_assert_cmpint (ABS (g_array_index (after, int, i) - g_array_index (before, int, i) * 3 / 2), <=, 2);
  close_window (window);

  window = open_window (); /* what was set before it */
  details = find_widget (GTK_WIDGET (window), REMIT_TYPE_DETAILS);
  g_array_set_size (after, 0);
  draw_frame (GTK_WIDGET (window));
  add_font_sizes (details, after);
  g_assert_cmpint (g_array_index (after, int, 0), >, g_array_index (before, int, 0));
  close_window (window);
}

static void
test_text_scale (void)
{
  static const struct
  {
    const char *action;
    double scale;
  } cases[] = {
    { "win.smaller-text", 1 }, { "win.larger-text", 1.1 }, { "win.larger-text", 1.2 }, { "win.smaller-text", 1.1 }, { "win.normal-text", 1 },
  };
  RemitWindow *window;
  GtkWidget *view;

  reset_settings ();
  window = open_window ();
  view = find_widget (GTK_WIDGET (window), REMIT_TYPE_DIAGRAM_VIEW);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int dpi = 0;

      gtk_widget_activate_action (GTK_WIDGET (window), cases[i].action, NULL);
      g_assert_cmpfloat_with_epsilon (g_settings_get_double (settings, "text-scale"), cases[i].scale, 1e-6);
      g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
      g_assert_cmpfloat_with_epsilon (remit_diagram_view_get_look (REMIT_DIAGRAM_VIEW (view))->text_scale,
                                      cases[i].scale * (dpi > 0 ? dpi / (96.0 * 1024) : 1), 1e-6);
    }
  for (guint i = 0; i < 15; i++)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.larger-text", NULL);
  g_assert_cmpfloat (g_settings_get_double (settings, "text-scale"), ==, 2);
  close_window (window);
}

/* The class of the window, by which its style sheet finds the colours, and the diagram's theme go together. */
static void
test_theme (void)
{
  static const struct
  {
    AdwColorScheme scheme;
    gboolean high_contrast;
    const char *class_name;
    RemitTheme theme;
  } cases[] = {
    { ADW_COLOR_SCHEME_FORCE_LIGHT, FALSE, "theme-light", REMIT_THEME_LIGHT },
    { ADW_COLOR_SCHEME_FORCE_DARK, FALSE, "theme-dark", REMIT_THEME_DARK },
    { ADW_COLOR_SCHEME_FORCE_DARK, TRUE, "theme-high-contrast-dark", REMIT_THEME_HIGH_CONTRAST_DARK },
    { ADW_COLOR_SCHEME_FORCE_LIGHT, TRUE, "theme-high-contrast", REMIT_THEME_HIGH_CONTRAST },
  };
  RemitWindow *window;
  GtkWidget *view;

  reset_settings ();
  window = open_window ();
  view = find_widget (GTK_WIDGET (window), REMIT_TYPE_DIAGRAM_VIEW);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), cases[i].scheme);
      g_settings_set_boolean (settings, "high-contrast", cases[i].high_contrast);
      g_assert_cmpint (remit_diagram_view_get_look (REMIT_DIAGRAM_VIEW (view))->theme, ==, cases[i].theme);
      for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
        g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (window), cases[j].class_name) == (i == j));
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  close_window (window);
}

/* The property behind the action "win.framework". */
static void
test_framework (void)
{
  RemitWindow *window;
  guint *count;
  g_autofree char *key = NULL;

  reset_settings ();
  window = open_window ();
  count = count_notify (window, "framework");
  g_object_get (window, "framework", &key, NULL);
  g_assert_cmpstr (key, ==, "azure-current");
  g_object_set (window, "framework", "azure-current", NULL);
  g_assert_cmpuint (*count, ==, 0);
  g_object_set (window, "framework", "no-such", NULL);
  g_assert_cmpuint (*count, ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.framework", "s", "azure-classic");
  g_assert_cmpuint (*count, ==, 1);
  assert_shows (window, "azure-classic", NULL, "onprem");
  close_window (window);
}

static GtkWidget *
get_search (RemitWindow *window)
{
  GtkWidget *search = find_widget (GTK_WIDGET (window), REMIT_TYPE_SEARCH_VIEW);

  return search != NULL && gtk_widget_get_visible (search) ? search : NULL;
}

/* Whether the cell, or of a framework or service model the first cell, has the focus. */
static gboolean
is_focus_at (RemitWindow *window,
             const char  *layer,
             const char  *model)
{
  GtkWidget *view = find_widget (GTK_WIDGET (window), REMIT_TYPE_DIAGRAM_VIEW);
  RemitDiagramItem *item = find_item (view, layer, model);

  return item != NULL && gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (item);
}

/* What was found is shown, with the focus on it, in whatever framework it is, and whatever was shown before. */
static void
test_show_finding (void)
{
  static const struct
  {
    const char *id;
    const char *framework, *layer, *model; /* what is selected then */
    const char *focus; /* the layer of the cell that has the focus */
  } cases[] = {
    { "azure-current/operating-system/paas", "azure-current", "operating-system", "paas", "operating-system" },
    { "azure-classic/physical-hosts/iaas", "azure-classic", "physical-hosts", "iaas", "physical-hosts" },
    { "service:azure-sql-database", "azure-current", NULL, "paas", "customer-data" },
    { "azure-current/applications/saas", "azure-current", "applications", "saas", "applications" },
    { "model:azure-current/iaas", "azure-current", NULL, "iaas", "customer-data" },
    { "layer:azure-current/network-controls", "azure-current", "network-controls", "iaas", "network-controls" },
  };
  g_autoptr (RemitFinder) finder = remit_finder_new (G_LIST_MODEL (catalog));
  RemitWindow *window;

  reset_settings ();
  window = open_window ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RemitFinding) finding = remit_finder_lookup (finder, cases[i].id);
      g_autofree char *page = NULL;

      g_test_message ("%s", cases[i].id);
      g_assert_nonnull (finding);
      g_object_set (window, "page", i % 2 == 0 ? "explore" : "compare", NULL);
      remit_window_show_finding (window, finding);
      g_object_get (window, "page", &page, NULL);
      g_assert_cmpstr (page, ==, "explore");
      assert_shows (window, cases[i].framework, cases[i].layer, cases[i].model);
      wait_until (is_focus_at (window, cases[i].focus, cases[i].model));
    }
  close_window (window);
}

/* The search opens over what is shown, also with words, and knows documents of the user's own. */
static void
test_find (void)
{
  RemitWindow *window;
  GtkWidget *entry;

  reset_settings ();
  window = open_window ();
  settle ();
  g_assert_null (get_search (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL);
  g_assert_nonnull (get_search (window));
  assert_shows (window, "azure-current", NULL, "onprem");
  g_signal_emit_by_name (find_widget (get_search (window), GTK_TYPE_SEARCH_ENTRY), "stop-search");
  g_assert_null (get_search (window));
  g_assert_true (is_focus_at (window, "customer-data", "onprem"));

  open_document (window, "example.json");
  wait_until (shows (window, "library-catalog"));
  g_object_set (window, "framework", "azure-current", NULL);
  remit_window_find (window, "book records");
  settle ();
  entry = find_widget (get_search (window), GTK_TYPE_SEARCH_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "book records");
  g_signal_emit_by_name (entry, "activate");
  g_assert_null (get_search (window));
  assert_shows (window, "library-catalog", "book-records", "own-server");
  close_window (window);
}

/* A page is made when it is first seen, and the title says what is seen. */
static void
test_pages (void)
{
  RemitWindow *window;
  g_auto (GValue) explore = G_VALUE_INIT, compare = G_VALUE_INIT;

  reset_settings ();
  window = open_window ();
  remit_window_show (window, NULL, "iaas", NULL, NULL);
  g_assert_null (find_widget (GTK_WIDGET (window), REMIT_TYPE_COMPARE_PAGE));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "compare");
  g_assert_nonnull (find_widget (GTK_WIDGET (window), REMIT_TYPE_COMPARE_PAGE));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Moving from IaaS to PaaS: 3 of 10 layers change – Remit");
  g_assert_false (press (GTK_WIDGET (window), GDK_KEY_3, 0)); /* keys of the other page */
  g_assert_false (press (GTK_WIDGET (window), GDK_KEY_Escape, 0));
  assert_shows (window, "azure-current", NULL, "iaas");
  g_signal_emit_by_name (find_widget (GTK_WIDGET (window), REMIT_TYPE_COMPARE_PAGE), "activated", remit_catalog_find (catalog, "azure-classic"),
                         remit_framework_find_layer (remit_catalog_find (catalog, "azure-classic"), "operating-system"),
                         remit_framework_find_service_model (remit_catalog_find (catalog, "azure-classic"), "saas"));
  assert_shows (window, "azure-classic", "operating-system", "saas");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Operating system, SaaS: Microsoft – Remit");
  g_assert_true (press (GTK_WIDGET (window), GDK_KEY_3, 0));
  assert_shows (window, "azure-classic", "operating-system", "iaas");

  g_value_init (&explore, G_TYPE_STRING);
  g_value_init (&compare, G_TYPE_STRING);
  g_value_set_static_string (&explore, "explore");
  g_value_set_static_string (&compare, "compare");
  assert_property (G_OBJECT (window), "page", &explore, &compare);
  close_window (window);
}

/* Where there is no room for them above, the pages are chosen below. */
static void
test_narrow (void)
{
  RemitWindow *window;

  reset_settings ();
  window = open_window ();
  g_assert_null (find_widget (GTK_WIDGET (window), ADW_TYPE_VIEW_SWITCHER_BAR));
  gtk_window_set_default_size (GTK_WINDOW (window), 420, 700);
  wait_until (find_widget (GTK_WIDGET (window), ADW_TYPE_VIEW_SWITCHER_BAR) != NULL);
  g_assert_true (adw_view_switcher_bar_get_reveal (ADW_VIEW_SWITCHER_BAR (find_widget (GTK_WIDGET (window), ADW_TYPE_VIEW_SWITCHER_BAR))));
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  wait_until (!adw_view_switcher_bar_get_reveal (ADW_VIEW_SWITCHER_BAR (find_widget (GTK_WIDGET (window), ADW_TYPE_VIEW_SWITCHER_BAR))));
  close_window (window);
}

/* Every window and dialog that it opens can be opened and goes again. */
static void
test_dialogs (void)
{
  static const char *const actions[] = { "win.preferences", "win.shortcuts" };
  RemitWindow *window;

  reset_settings ();
  window = open_window ();
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkWindow *dialog;

      gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL);
      wait_until (find_dialog (window) != NULL && gtk_widget_get_mapped (GTK_WIDGET (find_dialog (window))));
      dialog = find_dialog (window);
      draw_frame (GTK_WIDGET (dialog));
      destroy_window (dialog);
    }
  close_window (window);
}

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);
  g_test_add_func ("/window/first-start", test_first_start);
  g_test_add_func ("/window/remember", test_remember);
  g_test_add_func ("/window/remember-gone", test_remember_gone);
  g_test_add_func ("/window/open", test_open);
  g_test_add_func ("/window/drop", test_drop);
  g_test_add_func ("/window/gone-while-reading", test_gone_while_reading);
  g_test_add_func ("/window/keys", test_keys);
  g_test_add_func ("/window/text-scale", test_text_scale);
  g_test_add_func ("/window/details-text-scale", test_details_text_scale);
  g_test_add_func ("/window/theme", test_theme);
  g_test_add_func ("/window/framework", test_framework);
  g_test_add_func ("/window/show-finding", test_show_finding);
  g_test_add_func ("/window/find", test_find);
  g_test_add_func ("/window/pages", test_pages);
  g_test_add_func ("/window/narrow", test_narrow);
  g_test_add_func ("/window/dialogs", test_dialogs);
  return window_fixture_run ();
}
