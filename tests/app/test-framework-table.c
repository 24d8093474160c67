/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitFrameworkTable: what its cells say, what is hidden, where keys lead, and that titles and heads stay in sight. */

#include "widget-fixture.h"

#include "comparison-fixture.h"
#include "find-widget.h"
#include "remit-comparison-grid.h"
#include "remit-framework-table.h"

static RemitCatalog *catalog;

static RemitComparison *
compare (const char *framework,
         const char *other)
{
  return remit_comparison_new_frameworks (remit_catalog_find (catalog, framework), remit_catalog_find (catalog, other));
}

static GtkWidget *
make_table (RemitComparison *comparison)
{
  GtkWidget *table = remit_framework_table_new ();

  remit_framework_table_set_comparison (REMIT_FRAMEWORK_TABLE (table), comparison);
  return table;
}

static GtkWidget *
find_grid (GtkWidget *table)
{
  return find_widget (table, REMIT_TYPE_COMPARISON_GRID);
}

/* Cells come first, row by row. */
static GtkWidget *
get_cell (GtkWidget *table,
          guint      row,
          guint      column)
{
  GtkWidget *grid = find_grid (table);

  for (GtkWidget *child = gtk_widget_get_first_child (grid); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      guint i, j;

      if (remit_comparison_grid_find (REMIT_COMPARISON_GRID (grid), child, &i, &j) && i == row && j == column)
        return child;
    }
  g_assert_not_reached ();
}

/* The titles follow the cells, and the heads the titles. */
static GtkWidget *
get_first_title (GtkWidget *table)
{
  GtkWidget *child = gtk_widget_get_first_child (find_grid (table));

  while (GTK_IS_BUTTON (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* All the words in it, with bars between them. */
static void
collect_words (GtkWidget *widget,
               GString   *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget))
    g_string_append_printf (words, "%s%s", words->len > 0 ? "|" : "", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_words (child, words);
}

static void
assert_words (GtkWidget  *widget,
              const char *expected)
{
  g_autoptr (GString) words = g_string_new (NULL);

  collect_words (widget, words);
  g_assert_cmpstr (words->str, ==, expected);
}

static void
assert_cell (GtkWidget  *table,
             guint       row,
             guint       column,
             const char *style,
             const char *words,
             const char *name,
             const char *description)
{
  GtkWidget *cell = get_cell (table, row, column);

  g_test_message ("%s", name);
  g_assert_true (gtk_widget_has_css_class (cell, style));
  assert_words (cell, words);
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
}

static void
test_cells (void)
{
  g_autoptr (RemitComparison) editions = compare ("azure-current", "azure-classic");
  g_autoptr (RemitComparison) providers = compare ("azure-current", "google-cloud");
  GtkWidget *table = g_object_ref_sink (make_table (editions));

  assert_cell (table, 0, 3, "same", "You", "Customer data / Information and data, SaaS: Customer in both", "The two agree.");
  assert_cell (table, 1, 2, "alone", "You", "Configurations and settings, PaaS: Customer, only in Azure · January 2026", "");
  assert_cell (table, 4, 3, "different", "≠|Shared|Microsoft",
               "Applications, SaaS: Shared in Azure · January 2026, Microsoft in Azure classic · until 2025", "The two differ.");
  assert_cell (table, 10, 2, "alone", "Shared",
               "Identity and directory infrastructure, PaaS: Shared, only in Azure classic · until 2025", "");

  remit_framework_table_set_comparison (REMIT_FRAMEWORK_TABLE (table), providers);
  assert_cell (table, 6, 3, "same", "Microsoft / Google",
               "Network controls / Network security, SaaS: Microsoft in Azure · January 2026, Google in Google Cloud", "The two agree.");
  g_assert_finalize_object (table);
}

static void
test_open (void)
{
  g_autoptr (RemitFramework) framework = comparison_make_framework ("f", "a:A", "x:X:open");
  g_autoptr (RemitFramework) other = comparison_make_framework ("g", "a:A", "x:X:you");
  g_autoptr (RemitComparison) comparison = remit_comparison_new_frameworks (framework, other);
  GtkWidget *table = g_object_ref_sink (make_table (comparison));

  assert_cell (table, 0, 0, "open", "?|Open|You", "X, A: Open in Own f, You in Own g", "It depends.");
  assert_words (table, "0 cells agree, 0 differ, 1 is open|? In one of them it depends.|Only differences|?|Open|You|X|A|Layer");
  g_assert_finalize_object (table);
}

/* Two that have nothing in common, and nothing at all. */
static void
test_nothing (void)
{
  g_autoptr (RemitFramework) framework = comparison_make_framework ("f", "a:A", "x:X:you");
  g_autoptr (RemitFramework) other = comparison_make_framework ("g", "b:B", "y:Y:you");
  g_autoptr (RemitComparison) comparison = remit_comparison_new_frameworks (framework, other);
  GtkWidget *table = remit_framework_table_new ();
  GtkWindow *window = show_in_window (table, 420, 400);

  draw_frame (table);
  assert_words (table, "Only differences|Layer");
  remit_framework_table_set_comparison (REMIT_FRAMEWORK_TABLE (table), comparison);
  draw_frame (table);
  assert_words (table, "The two have no cell in common.|Only differences|X|Only in Own f|Y|Only in Own g|Layer");
  g_assert_false (gtk_widget_child_focus (find_grid (table), GTK_DIR_TAB_FORWARD));
  remit_framework_table_set_comparison (REMIT_FRAMEWORK_TABLE (table), NULL);
  assert_words (table, "Only differences|Layer");
  destroy_window (window);
}

static void
test_properties (void)
{
  g_autoptr (RemitComparison) comparison = compare ("azure-current", "azure-classic");
  GObject *table = g_object_ref_sink (G_OBJECT (remit_framework_table_new ()));
  g_auto (GValue) no = G_VALUE_INIT;
  g_auto (GValue) yes = G_VALUE_INIT;

  g_value_init (&no, G_TYPE_BOOLEAN);
  g_value_init (&yes, G_TYPE_BOOLEAN);
  g_value_set_boolean (&yes, TRUE);
  assert_property (table, "only-differences", &no, &yes);
  assert_object_property (table, "comparison", comparison);
  g_assert_finalize_object (table);
}

/* Rows are left whose cells are not all the same in both. */
static void
test_filter (void)
{
  static const gboolean is_left[] = { FALSE, TRUE, FALSE, TRUE, TRUE, FALSE, FALSE, FALSE, FALSE, FALSE, TRUE };
  g_autoptr (RemitComparison) comparison = compare ("azure-current", "azure-classic");
  GtkWidget *table = g_object_ref_sink (make_table (comparison));
  GtkToggleButton *filter = GTK_TOGGLE_BUTTON (find_widget (table, GTK_TYPE_TOGGLE_BUTTON));

  for (guint row = 0; row < G_N_ELEMENTS (is_left); row++)
    g_assert_true (gtk_widget_get_visible (get_cell (table, row, 0)));
  gtk_toggle_button_set_active (filter, TRUE);
  g_assert_true (remit_framework_table_get_only_differences (REMIT_FRAMEWORK_TABLE (table)));
  for (guint row = 0; row < G_N_ELEMENTS (is_left); row++)
    g_assert_cmpint (gtk_widget_get_visible (get_cell (table, row, 0)), ==, is_left[row]);

  /* another comparison is filtered, too */
  g_object_unref (comparison);
  comparison = compare ("azure-classic", "azure-current");
  remit_framework_table_set_comparison (REMIT_FRAMEWORK_TABLE (table), comparison);
  g_assert_false (gtk_widget_get_visible (get_cell (table, 0, 0)));
  remit_framework_table_set_only_differences (REMIT_FRAMEWORK_TABLE (table), FALSE);
  g_assert_false (gtk_toggle_button_get_active (filter));
  g_assert_true (gtk_widget_get_visible (get_cell (table, 0, 0)));
  g_assert_finalize_object (table);
}

static void
on_activated (RemitFrameworkTable *table,
              RemitFramework      *framework,
              RemitLayer          *layer,
              RemitServiceModel   *model,
              char               **activated)
{
  g_free (*activated);
  *activated = g_strdup_printf ("%s %s %s", remit_item_get_id (REMIT_ITEM (framework)), remit_item_get_id (REMIT_ITEM (layer)),
                                remit_item_get_id (REMIT_ITEM (model)));
}

static void
test_activated (void)
{
  static const struct
  {
    guint row, column;
    const char *activated;
  } cases[] = {
    { 0, 0, "azure-current customer-data onprem" },
    { 4, 3, "azure-current applications saas" },
    { 1, 1, "azure-current configurations iaas" },
    { 10, 3, "azure-classic identity-and-directory-infrastructure saas" },
  };
  g_autoptr (RemitComparison) comparison = compare ("azure-current", "azure-classic");
  GtkWidget *table = g_object_ref_sink (make_table (comparison));
  g_autofree char *activated = NULL;

  g_signal_connect (table, "activated", G_CALLBACK (on_activated), &activated);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_signal_emit_by_name (get_cell (table, cases[i].row, cases[i].column), "clicked");
      g_assert_cmpstr (activated, ==, cases[i].activated);
    }
  g_assert_finalize_object (table);
}

static void
assert_focus (GtkWidget *table,
              guint      row,
              guint      column)
{
  g_assert_true (gtk_widget_get_focus_child (find_grid (table)) == get_cell (table, row, column));
}

/* Tab enters and leaves; arrows stay inside, pass by what is hidden and follow the direction of text. */
static void
test_keys (void)
{
  g_autoptr (RemitComparison) comparison = compare ("azure-current", "azure-classic");
  GtkWidget *table = make_table (comparison), *grid = find_grid (table);
  GtkWindow *window = show_in_window (table, 900, 600);

  gtk_window_set_focus (window, NULL);
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_TAB_FORWARD));
  assert_focus (table, 0, 0);
  gtk_widget_child_focus (grid, GTK_DIR_DOWN);
  gtk_widget_child_focus (grid, GTK_DIR_RIGHT);
  assert_focus (table, 1, 1);
  g_assert_true (press (get_cell (table, 1, 1), GDK_KEY_End, 0));
  assert_focus (table, 1, 3);
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_RIGHT));
  assert_focus (table, 1, 3);
  remit_framework_table_set_only_differences (REMIT_FRAMEWORK_TABLE (table), TRUE);
  gtk_widget_child_focus (grid, GTK_DIR_DOWN);
  assert_focus (table, 3, 3);
  g_assert_true (press (get_cell (table, 3, 3), GDK_KEY_Home, 0));
  assert_focus (table, 3, 0);
  g_assert_false (gtk_widget_child_focus (grid, GTK_DIR_TAB_FORWARD));

  gtk_window_set_focus (window, NULL);
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_TAB_BACKWARD));
  assert_focus (table, 3, 0); /* where it was */
  gtk_widget_set_direction (grid, GTK_TEXT_DIR_RTL);
  gtk_widget_child_focus (grid, GTK_DIR_LEFT);
  assert_focus (table, 3, 1);
  destroy_window (window);
}

/* Where a widget of the grid lies in what is seen of it. */
static graphene_rect_t
get_bounds (GtkWidget *table,
            GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, gtk_widget_get_ancestor (find_grid (table), GTK_TYPE_SCROLLED_WINDOW), &bounds));
  return bounds;
}

/* With the focus a cell is in sight, and so are its title and its head, neither of which covers it. */
static void
assert_in_sight (GtkWidget *table,
                 guint      row,
                 guint      column)
{
  GtkWidget *cell = get_cell (table, row, column), *grid = find_grid (table), *title = get_first_title (table);
  GtkWidget *scroller = gtk_widget_get_ancestor (grid, GTK_TYPE_SCROLLED_WINDOW), *head = gtk_widget_get_last_child (grid);
  graphene_rect_t bounds, title_bounds, head_bounds;
  gboolean is_rtl = gtk_widget_get_direction (grid) == GTK_TEXT_DIR_RTL;

  for (guint i = 0; i < row; i++)
    title = gtk_widget_get_next_sibling (title);
  for (guint i = 0; i <= column; i++)
    head = gtk_widget_get_prev_sibling (head);
  gtk_widget_grab_focus (cell);
  draw_frame (table);
  bounds = get_bounds (table, cell);
  title_bounds = get_bounds (table, title);
  head_bounds = get_bounds (table, head);
  g_test_message ("row %u, column %u", row, column);
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (scroller));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (scroller));
  g_assert_cmpfloat (head_bounds.origin.y, ==, 0);
  g_assert_cmpfloat (title_bounds.origin.y, >=, head_bounds.size.height);
  g_assert_cmpfloat (bounds.origin.y, >=, title_bounds.origin.y + title_bounds.size.height);
  g_assert_cmpfloat (head_bounds.origin.x + (is_rtl ? head_bounds.size.width - bounds.size.width : 0), ==, bounds.origin.x);
  g_assert_cmpfloat (is_rtl ? title_bounds.origin.x + title_bounds.size.width : title_bounds.origin.x, ==, is_rtl ? gtk_widget_get_width (scroller) : 0);
}

/* Whichever way one goes through a table that is larger than its place. */
static void
test_in_sight (gconstpointer direction)
{
  g_autoptr (RemitFramework) framework = make_framework (12, 20);
  g_autoptr (RemitComparison) comparison = remit_comparison_new_frameworks (framework, framework);
  GtkWidget *table;
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_widget_set_default_direction ((GtkTextDirection) GPOINTER_TO_INT (direction));
  table = make_table (comparison);
  gtk_window_set_default_size (window, 420, 300);
  gtk_window_set_child (window, table);
  gtk_window_present (window);
  wait_until (gtk_widget_get_mapped (table) && gtk_widget_get_width (table) > 0);
  for (guint i = 0; i < 12 * 20; i += 9)
    assert_in_sight (table, i / 20, i % 20);
  for (guint i = 12 * 20; i > 0; i -= 8)
    assert_in_sight (table, (i - 1) / 20, (i - 1) % 20);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  destroy_window (window);
}

/* Wide, the titles stand beside the cells; narrow, above them, and nothing is wider than the window. */
static void
test_narrow (void)
{
  static const struct
  {
    int width;
    gboolean is_beside;
  } cases[] = { { 1200, TRUE }, { 340, FALSE } };
  g_autoptr (RemitComparison) comparison = compare ("google-cloud", "aws-service-categories");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *table = make_table (comparison);
      GtkWindow *window = show_in_window (table, cases[i].width, 600);
      graphene_rect_t cell, title;

      draw_frame (table);
      cell = get_bounds (table, get_cell (table, 0, 0));
      title = get_bounds (table, get_first_title (table));
      g_assert_cmpint (title.origin.y < cell.origin.y, ==, !cases[i].is_beside);
      cell = get_bounds (table, get_cell (table, 0, 2));
      g_assert_cmpfloat (cell.origin.x + cell.size.width, <=, (float) cases[i].width);
      destroy_window (window);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  fixture_init (&argc, &argv);
  catalog = remit_catalog_new ();
  g_test_add_func ("/framework-table/cells", test_cells);
  g_test_add_func ("/framework-table/open", test_open);
  g_test_add_func ("/framework-table/nothing", test_nothing);
  g_test_add_func ("/framework-table/properties", test_properties);
  g_test_add_func ("/framework-table/filter", test_filter);
  g_test_add_func ("/framework-table/activated", test_activated);
  g_test_add_func ("/framework-table/keys", test_keys);
  g_test_add_data_func ("/framework-table/in-sight", GINT_TO_POINTER (GTK_TEXT_DIR_LTR), test_in_sight);
  g_test_add_data_func ("/framework-table/in-sight-rtl", GINT_TO_POINTER (GTK_TEXT_DIR_RTL), test_in_sight);
  g_test_add_func ("/framework-table/narrow", test_narrow);
  status = g_test_run ();
  g_object_unref (catalog);
  return status;
}
