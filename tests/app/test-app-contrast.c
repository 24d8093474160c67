/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Text and icons of every page and dialog stand out from what is behind them (WCAG 2.2): 4.5 to 1, large text and icons 3 to 1.
 *
 * The diagram's own text is in a picture; test-contrast.py has its colours.
 * Desktops with high contrast: ADW_DEBUG_HIGH_CONTRAST=1. */

#include "widget-fixture.h"

#include "contrast-fixture.h"
#include "find-widget.h"
#include "remit-application.h"
#include "remit-compare-page.h"
#include "remit-learn-page.h"
#include "remit-lesson-view.h"
#include "remit-framework-table.h"
#include "remit-search-view.h"
#include "remit-window.h"

static GtkApplication *application;
static RemitWindow *window;
static GSettings *settings;
static int status;

/* --- places --- */

static GtkWindow *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (toplevels, i);

      if (other != GTK_WINDOW (window) && gtk_widget_get_mapped (GTK_WIDGET (other)))
        return other;
    }
  return NULL;
}

static void
check_dialog (const char *place,
              const char *page,
              guint       least_texts)
{
  wait_until (find_dialog () != NULL);
  if (page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (find_dialog ()), "about.subpage", "s", page);
  draw_frame (GTK_WIDGET (find_dialog ()));
  draw_frame (GTK_WIDGET (find_dialog ()));
  check_root (place, GTK_WIDGET (find_dialog ()), least_texts);
  check_focus (place, find_dialog ());
  destroy_window (find_dialog ());
}

static void
check_menus (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_mapped (widget)) /* not those of a page that is not seen */
    {
      gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
      wait_until (gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget)))));
      draw_frame (widget);
      check_root ("a menu", GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget))), 2);
      gtk_menu_button_popdown (GTK_MENU_BUTTON (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_menus (child);
}

/* Cells and a service model while disagreements are shown, with all that the details say of them. */
static void
check_disagreements (void)
{
  RemitSelection *selection = remit_window_get_selection (window);

  remit_selection_set_show_disputed (selection, TRUE);
  for (guint i = 0; i < 2; i++)
    {
      remit_selection_set_layer (selection, i == 0 ? NULL : remit_framework_find_layer (remit_selection_get_framework (selection), "applications"));
      settle ();
      draw_frame (GTK_WIDGET (window));
      draw_frame (GTK_WIDGET (window));
      check_root (i == 0 ? "disagreements" : "disagreements, a cell", GTK_WIDGET (window), 20);
    }
  remit_selection_set_show_disputed (selection, FALSE);
}

/* A cell of each owner, and a service model as such. */
static void
check_explore (void)
{
  RemitSelection *selection = remit_window_get_selection (window);
  RemitFramework *framework = remit_selection_get_framework (selection);
  static const char *const cells[][2] = { { NULL, "paas" }, { "operating-system", "paas" }, { "client-devices", "saas" }, { "applications", "onprem" } };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      remit_selection_select (selection, cells[i][0] != NULL ? remit_framework_find_layer (framework, cells[i][0]) : NULL,
                              remit_framework_find_service_model (framework, cells[i][1]));
      settle ();
      draw_frame (GTK_WIDGET (window));
      draw_frame (GTK_WIDGET (window)); /* what stands below in the details comes with the frame after */
      check_root (cells[i][0] != NULL ? cells[i][0] : cells[i][1], GTK_WIDGET (window), 8);
    }
}

/* The search without words, with many results and with none, over the diagram. */
static void
check_search (void)
{
  static const char *const words[] = { "", "operating system", "azure", "qqqqqqqq" };
  GtkWidget *row;

  remit_window_find (window, "azure");
  wait_until ((row = find_widget (find_widget (GTK_WIDGET (window), REMIT_TYPE_SEARCH_VIEW), GTK_TYPE_LIST_BOX_ROW)) != NULL
              && gtk_widget_has_css_class (row, "finding")); /* the first answer takes its time */
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *place = g_strdup_printf ("find \"%s\"", words[i]);
      GtkWidget *search;

      remit_window_find (window, words[i]);
      search = find_widget (GTK_WIDGET (window), REMIT_TYPE_SEARCH_VIEW);
      settle ();
      draw_frame (GTK_WIDGET (window));
      check_root (place, gtk_widget_get_first_child (search), i < 3 ? 5 : 2);
      if (i < 2)
        check_focus_in (place, search);
    }
  gtk_widget_activate_action (find_widget (GTK_WIDGET (window), REMIT_TYPE_SEARCH_VIEW), "search.close", NULL);
}

/* Moves there and back, and a framework with one service model. */
static void
check_compare (void)
{
  static const char *const shown[][2] = { { "azure-current", "iaas" }, { "azure-current", "saas" }, { "azure-ai", "paas" }, { "aws-of-in", NULL } };

  g_object_set (window, "page", "compare", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_object_set (window, "framework", shown[i][0], NULL);
      if (shown[i][1] != NULL)
        remit_selection_set_service_model (remit_window_get_selection (window),
                                           remit_framework_find_service_model (remit_window_get_framework (window), shown[i][1]));
      settle ();
      draw_frame (GTK_WIDGET (window));
      check_root ("compare", GTK_WIDGET (window), i < 3 ? 40 : 5);
      if (i > 0)
        continue;
      check_focus ("compare", GTK_WINDOW (window));
      check_menus (GTK_WIDGET (window));
    }
  gtk_widget_activate_action (find_widget (GTK_WIDGET (window), REMIT_TYPE_COMPARE_PAGE), "compare.mode", "s", "frameworks");
  g_object_set (window, "framework", "azure-current", NULL);
  settle ();
  draw_frame (GTK_WIDGET (window));
  check_root ("compare: frameworks", GTK_WIDGET (window), 40);
  remit_framework_table_set_only_differences (REMIT_FRAMEWORK_TABLE (find_widget (GTK_WIDGET (window), REMIT_TYPE_FRAMEWORK_TABLE)), TRUE); /* a few */
  draw_frame (GTK_WIDGET (window));
  check_focus ("compare: frameworks", GTK_WINDOW (window));
  remit_framework_table_set_only_differences (REMIT_FRAMEWORK_TABLE (find_widget (GTK_WIDGET (window), REMIT_TYPE_FRAMEWORK_TABLE)), FALSE);
  gtk_widget_activate_action (find_widget (GTK_WIDGET (window), REMIT_TYPE_COMPARE_PAGE), "compare.mode", "s", "service-models");
  g_object_set (window, "page", "explore", NULL);
}

/* The list, a picture with its words, each kind of question with what became of it, and the end. */
static void
check_learn (void)
{
  static const struct
  {
    const char *lesson;
    guint position;
    const char *place;
  } scenes[] = {
    { "why", 2, "lesson: a cell" }, { "why", 4, "lesson: a picture" }, { "why", 7, "lesson: a choice" }, { "service-models", 5, "lesson: an order" },
    { "house-and-flat", 1, "lesson: a building" }, { "traditional-and-cloud", 1, "lesson: coverage" },
  };
  GtkWidget *view;

  g_object_set (window, "page", "learn", NULL);
  settle ();
  check_root ("lessons", GTK_WIDGET (window), 40);
  check_focus ("lessons", GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    {
      RemitPlayer *player;

      gtk_widget_activate_action (GTK_WIDGET (window), "win.lesson", "s", scenes[i].lesson);
      view = find_widget (GTK_WIDGET (window), REMIT_TYPE_LESSON_VIEW);
      player = remit_lesson_view_get_player (REMIT_LESSON_VIEW (view));
      remit_player_jump (player, scenes[i].position);
      if (g_str_equal (scenes[i].place, "lesson: a choice"))
        press (gtk_window_get_focus (GTK_WINDOW (window)), GDK_KEY_1, 0);
      remit_player_reveal (player);
      settle ();
      draw_frame (GTK_WIDGET (window));
      check_root (scenes[i].place, GTK_WIDGET (window), 8);
      check_focus_in (scenes[i].place, GTK_WIDGET (gtk_widget_get_template_child (view, REMIT_TYPE_LESSON_VIEW, "words")));
    }
  press (gtk_window_get_focus (GTK_WINDOW (window)), GDK_KEY_End, 0);
  gtk_widget_activate_action (view, "lesson.next", NULL);
  settle ();
  draw_frame (GTK_WIDGET (window));
  check_root ("lesson: the end", GTK_WIDGET (window), 6);
  gtk_widget_activate_action (find_widget (GTK_WIDGET (window), REMIT_TYPE_LEARN_PAGE), "learn.list", NULL);
  g_object_set (window, "page", "explore", NULL);
}

static void
test_contrast (gconstpointer look)
{
  static const struct
  {
    const char *place, *action, *page;
    guint least_texts;
  } dialogs[] = {
    { "preferences", "win.preferences", NULL, 6 },
    { "shortcuts", "win.shortcuts", NULL, 40 },
    { "onboarding sessions", "win.sessions", NULL, 10 },
    { "about", "app.about", NULL, 6 },
    { "about: details", "app.about", "details", 2 },
    { "about: credits", "app.about", "credits", 5 },
    { "about: legal", "app.about", "legal", 4 },
  };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "frameworks", "version-2.json", NULL);
  g_autoptr (GFile) bad = g_file_new_for_path (path);
  g_auto (GStrv) words = g_strsplit (look, "-", 2);

  g_settings_set_string (settings, "color-scheme", words[0]);
  g_settings_set_boolean (settings, "high-contrast", words[1] != NULL);
  check_explore ();
  check_disagreements ();
  check_focus ("explore", GTK_WINDOW (window));
  check_menus (GTK_WIDGET (window));
  check_search ();
  check_compare ();
  check_learn ();
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), dialogs[i].action, NULL);
      check_dialog (dialogs[i].place, dialogs[i].page, dialogs[i].least_texts);
    }
  remit_window_open (window, &(GSList){ .data = bad }, NULL, NULL, NULL);
  check_dialog ("a document that cannot be read", NULL, 3);
}

static gboolean
run_tests (gpointer user_data)
{
  window = REMIT_WINDOW (gtk_application_get_active_window (application));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));
  status = g_test_run ();
  gtk_window_close (GTK_WINDOW (window));
  return G_SOURCE_REMOVE;
}

static void
on_activate (void)
{
  g_idle_add (run_tests, NULL);
}

int
main (int    argc,
      char **argv)
{
  static const char *const looks[] = { "light", "dark", "light-high-contrast", "dark-high-contrast" };

  fixture_init (&argc, &argv);
  settings = g_settings_new ("io.github.remit_app.Remit");
  g_settings_set_int (settings, "window-height", 2400); /* all of the details without scrolling */
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app-contrast/%s", looks[i]);
      g_test_add_data_func (path, looks[i], test_contrast);
    }
  application = GTK_APPLICATION (remit_application_new ());
  g_signal_connect (application, "activate", on_activate, NULL);
  g_application_run (G_APPLICATION (application), 1, argv);
  g_object_unref (application);
  g_object_unref (settings);
  return status;
}
