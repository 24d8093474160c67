/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitSearchView: what it shows of what somebody types, and where keys and clicks lead. */

#include "widget-fixture.h"

#include <string.h>

#include "remit-search-view.h"

/* A view over a button that has the focus before it is opened. */
typedef struct
{
  GListStore *frameworks;
  RemitSelection *selection;
  GtkWindow *window;
  GtkWidget *button;
  RemitSearchView *view;
  GtkEditable *entry;
  GtkLabel *status;
  GtkWidget *list;
  GPtrArray *chosen; /* of RemitFinding */
} Fixture;

static GtkWidget *
get_child (Fixture    *self,
           const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self->view), REMIT_TYPE_SEARCH_VIEW, name));
}

static void
take_chosen (Fixture      *self,
             RemitFinding *finding)
{
  g_ptr_array_add (self->chosen, g_object_ref (finding));
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (RemitCatalog) catalog = remit_catalog_new ();
  GtkWidget *overlay = gtk_overlay_new ();

  self->frameworks = g_list_store_new (REMIT_TYPE_FRAMEWORK);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (catalog)); i++)
    {
      g_autoptr (RemitFramework) framework = g_list_model_get_item (G_LIST_MODEL (catalog), i);
      g_list_store_append (self->frameworks, framework);
    }
  self->selection = select_in (remit_catalog_find (catalog, "azure-classic"), NULL, "paas");
  self->button = gtk_button_new_with_label ("Behind");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->button);
  self->window = show_in_window (overlay, 800, 600);
  gtk_widget_grab_focus (self->button);
  self->view = REMIT_SEARCH_VIEW (remit_search_view_new (G_LIST_MODEL (self->frameworks), self->selection));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->view));
  self->entry = GTK_EDITABLE (get_child (self, "entry"));
  self->status = GTK_LABEL (get_child (self, "status"));
  self->list = get_child (self, "list");
  self->chosen = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_swapped (self->view, "chosen", G_CALLBACK (take_chosen), self);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  RemitSearchView *view = g_object_ref (self->view);

  destroy_window (self->window);
  wait_until (G_OBJECT (view)->ref_count == 1); /* a finder may still be on its way */
  settle ();
  g_assert_finalize_object (view);
  g_assert_finalize_object (self->selection);
  g_assert_finalize_object (self->frameworks);
  g_ptr_array_unref (self->chosen);
}

static GtkListBoxRow *
get_row (Fixture *self,
         int      index)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);
}

/* (nullable): what is written over a row. */
static const char *
get_title (Fixture *self,
           int      index)
{
  GtkListBoxRow *row = get_row (self, index);

  return row != NULL ? gtk_label_get_label (GTK_LABEL (gtk_widget_get_first_child (gtk_list_box_row_get_child (row)))) : NULL;
}

static gboolean
is_open (Fixture *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->view));
}

static gboolean
has_focus (Fixture   *self,
           GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* Opens it, types, and waits for what is found; the finder may still have to be made. */
static void
type (Fixture    *self,
      const char *words)
{
  remit_search_view_open (self->view, NULL);
  gtk_editable_set_text (self->entry, words);
  settle ();
}

/* The first finder takes its time: what has the focus among the examples keeps it. */
static void
test_examples_stay (Fixture      *self,
                    gconstpointer data)
{
  GtkListBoxRow *row;

  remit_search_view_open (self->view, NULL);
  row = get_row (self, 1);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  settle (); /* the finder has come */
  g_assert_true (get_row (self, 1) == row);
  g_assert_true (has_focus (self, GTK_WIDGET (row)));
  type (self, "operating system");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_row (self, 0)), "finding"));
}

/* The whole view is mapped, and has its size. */
static void
test_examples (Fixture      *self,
               gconstpointer data)
{
  g_autofree char *question = NULL;
  guint n = 0;

  g_assert_false (is_open (self));
  remit_search_view_open (self->view, NULL);
  g_assert_true (is_open (self));
  g_assert_true (has_focus (self, GTK_WIDGET (self->entry)));
  while (get_row (self, (int) n) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 3);
  for (guint i = 0; i < n; i++)
    {
      remit_search_view_open (self->view, "");
      settle ();
      gtk_widget_activate (GTK_WIDGET (get_row (self, (int) i)));
      g_assert_cmpstr (gtk_editable_get_text (self->entry), !=, "");
      g_assert_true (has_focus (self, GTK_WIDGET (self->entry)));
      g_assert_nonnull (get_row (self, 0)); /* each is answered */
      g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_row (self, 0)), "finding"));
    }
  g_assert_cmpuint (self->chosen->len, ==, 0);
}

/* What the finder finds, the framework that is open asked first. */
static void
test_findings (Fixture      *self,
               gconstpointer data)
{
  static const char *const words[] = { "azure", "operating system", "data", "sql database", "paas" };
  g_autoptr (RemitFinder) finder = remit_finder_new (G_LIST_MODEL (self->frameworks));

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GListModel) findings = remit_finder_find (finder, words[i], remit_selection_get_framework (self->selection), 24);
      g_autofree char *count = g_strdup_printf ("%u result", g_list_model_get_n_items (findings));

      type (self, words[i]);
      g_assert_cmpuint (g_list_model_get_n_items (findings), >, 0);
      g_assert_true (g_str_has_prefix (gtk_label_get_label (self->status), count));
      for (guint j = 0; j < g_list_model_get_n_items (findings); j++)
        {
          g_autoptr (RemitFinding) finding = g_list_model_get_item (findings, j);
          gboolean is_service = remit_finding_get_kind (finding) == REMIT_FINDING_SERVICE;
          g_autofree char *name = g_strconcat (remit_finding_get_title (finding), is_service ? " " : ": ", remit_finding_get_reason (finding), NULL);

          gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_row (self, (int) j)), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
        }
      g_assert_null (get_row (self, (int) g_list_model_get_n_items (findings)));
    }
}

/* Once the finder is there each letter is answered at once. */
static void
test_as_one_types (Fixture      *self,
                   gconstpointer data)
{
  type (self, "x");
  for (guint length = 1; length <= strlen ("operating"); length++)
    {
      g_autofree char *words = g_strndup ("operating", length);

      gtk_editable_set_text (self->entry, words);
      g_assert_nonnull (get_row (self, 0));
    }
}

static void
test_nothing_found (Fixture      *self,
                    gconstpointer data)
{
  type (self, "qqqqqqqq");
  g_assert_null (get_row (self, 0));
  g_assert_false (gtk_widget_get_visible (get_child (self, "scroller")));
  g_assert_nonnull (strstr (gtk_label_get_label (self->status), "Nothing was found"));
  g_signal_emit_by_name (self->entry, "activate");
  g_assert_true (is_open (self));
  g_assert_cmpuint (self->chosen->len, ==, 0);
}

/* Spaces are nothing, and neither Return nor a blank chooses an example. */
static void
test_blank (Fixture      *self,
            gconstpointer data)
{
  type (self, "  ");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_row (self, 0)), "example"));
  g_signal_emit_by_name (self->entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (self->entry), ==, "  ");
  g_assert_true (is_open (self));
}

static void
test_choose (Fixture      *self,
             gconstpointer data)
{
  type (self, "operating system");
  g_signal_emit_by_name (self->entry, "activate"); /* the first */
  g_assert_false (is_open (self));
  g_assert_cmpuint (self->chosen->len, ==, 1);
  remit_search_view_open (self->view, NULL);
  settle ();
  gtk_widget_activate (GTK_WIDGET (get_row (self, 1)));
  g_assert_false (is_open (self));
  g_assert_cmpuint (self->chosen->len, ==, 2);
  g_assert_cmpstr (remit_finding_get_id (self->chosen->pdata[0]), !=, remit_finding_get_id (self->chosen->pdata[1]));
}

static void
test_keys (Fixture      *self,
           gconstpointer data)
{
  type (self, "operating system");
  g_assert_true (press (gtk_window_get_focus (self->window), GDK_KEY_Down, 0));
  g_assert_true (has_focus (self, GTK_WIDGET (get_row (self, 0))));
  g_assert_true (press (gtk_window_get_focus (self->window), GDK_KEY_Down, 0));
  g_assert_true (has_focus (self, GTK_WIDGET (get_row (self, 1))));
  g_assert_true (press (gtk_window_get_focus (self->window), GDK_KEY_Up, 0));
  g_assert_true (has_focus (self, GTK_WIDGET (get_row (self, 0))));
  g_assert_true (press (gtk_window_get_focus (self->window), GDK_KEY_Up, 0));
  g_assert_true (has_focus (self, GTK_WIDGET (self->entry)));
  g_assert_true (press (gtk_window_get_focus (self->window), GDK_KEY_Down, 0));
  gtk_editable_set_text (self->entry, "operating"); /* one types on: the rows go, the focus does not */
  g_assert_true (has_focus (self, GTK_WIDGET (self->entry)));
  g_assert_true (press (gtk_window_get_focus (self->window), GDK_KEY_Down, 0));
  g_assert_true (press (gtk_window_get_focus (self->window), GDK_KEY_Escape, 0));
  g_assert_false (is_open (self));
  g_assert_true (has_focus (self, self->button));
}

/* Tab comes round in both directions, and arrows lead nowhere else. */
static void
test_tab (Fixture      *self,
          gconstpointer data)
{
  static const GtkDirectionType directions[] = { GTK_DIR_TAB_FORWARD, GTK_DIR_TAB_BACKWARD, GTK_DIR_LEFT, GTK_DIR_RIGHT, GTK_DIR_DOWN, GTK_DIR_UP };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (directions); i++)
    {
      type (self, i % 2 == 0 ? "operating system" : "qqqqqqqq"); /* with the entry alone, too */
      for (guint j = 0; j < 30; j++)
        {
          gtk_widget_child_focus (GTK_WIDGET (self->window), directions[i / 2]);
          g_assert_true (is_open (self));
          g_assert_true (has_focus (self, GTK_WIDGET (self->view)));
        }
    }
}

static void
test_stop (Fixture      *self,
           gconstpointer data)
{
  type (self, "paas");
  g_signal_emit_by_name (self->entry, "stop-search");
  g_assert_false (is_open (self));
  g_assert_true (has_focus (self, self->button));
  remit_search_view_open (self->view, NULL); /* the next letter replaces what was typed */
  g_assert_cmpstr (gtk_editable_get_text (self->entry), ==, "paas");
  g_assert_true (gtk_editable_get_selection_bounds (self->entry, NULL, NULL));
  remit_search_view_open (self->view, "saas");
  g_assert_cmpstr (gtk_editable_get_text (self->entry), ==, "saas");
  g_assert_false (gtk_editable_get_selection_bounds (self->entry, NULL, NULL));
}

/* Where the focus goes elsewhere it stays there. */
static void
test_focus_elsewhere (Fixture      *self,
                      gconstpointer data)
{
  GtkWidget *other = gtk_button_new ();

  gtk_overlay_add_overlay (GTK_OVERLAY (gtk_widget_get_parent (GTK_WIDGET (self->view))), other);
  remit_search_view_open (self->view, NULL);
  gtk_widget_grab_focus (other);
  g_assert_false (is_open (self));
  g_assert_true (has_focus (self, other));
}

static void
click (Fixture *self,
       double   x,
       double   y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        {
          g_signal_emit_by_name (controller, "pressed", 1, x, y);
          g_assert_true (is_open (self));
          g_signal_emit_by_name (controller, "released", 1, x, y);
        }
    }
}

static void
test_click_outside (Fixture      *self,
                    gconstpointer data)
{
  remit_search_view_open (self->view, NULL);
  draw_frame (GTK_WIDGET (self->view));
  click (self, 400, 40);
  g_assert_true (is_open (self));
  click (self, 400, 590);
  g_assert_false (is_open (self));
  g_assert_true (has_focus (self, self->button));
}

/* All of what little there is, as far as there is room. */
static void
test_height (Fixture      *self,
             gconstpointer data)
{
  GtkWidget *panel = get_child (self, "panel");
  graphene_rect_t row, bounds;

  type (self, "azure synapse analytics");
  draw_frame (GTK_WIDGET (self->view));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (get_row (self, 0)), panel, &row));
  g_assert_cmpfloat (row.origin.y + row.size.height, <=, gtk_widget_get_height (panel));
  g_assert_cmpint (gtk_widget_get_height (self->list), <=, gtk_widget_get_height (get_child (self, "scroller")));
  type (self, "data");
  draw_frame (GTK_WIDGET (self->view));
  g_assert_nonnull (get_row (self, 12));
  g_assert_true (gtk_widget_compute_bounds (panel, GTK_WIDGET (self->view), &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <, gtk_widget_get_height (GTK_WIDGET (self->view)));
  g_assert_cmpfloat (bounds.size.height, >, 400);
}

/* A document that is opened while the view is. */
static void
test_new_framework (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (RemitFramework) example = read_document ("example.json");

  type (self, "book records");
  g_assert_cmpstr (get_title (self, 0), !=, "Book records");
  g_list_store_append (self->frameworks, example);
  wait_until (g_strcmp0 (get_title (self, 0), "Book records") == 0);
  g_signal_emit_by_name (self->entry, "activate");
  g_assert_true (remit_finding_get_framework (self->chosen->pdata[0]) == example);
}

/* The window goes while the finder is being made. */
static void
test_gone (Fixture      *self,
           gconstpointer data)
{
  remit_search_view_open (self->view, "azure");
}

static void
test_accessible (Fixture      *self,
                 gconstpointer data)
{
  gtk_test_accessible_assert_role (self->view, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Find");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, "Find");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (self->entry)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Find");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, "Results");
  type (self, "azure sql database");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "1 result: Azure SQL Database");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (self->entry)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "1 result: Azure SQL Database");
}

int
main (int    argc,
      char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/search-view/examples", test_examples },
    { "/search-view/examples-stay", test_examples_stay },
    { "/search-view/findings", test_findings },
    { "/search-view/as-one-types", test_as_one_types },
    { "/search-view/nothing-found", test_nothing_found },
    { "/search-view/blank", test_blank },
    { "/search-view/choose", test_choose },
    { "/search-view/keys", test_keys },
    { "/search-view/tab", test_tab },
    { "/search-view/stop", test_stop },
    { "/search-view/focus-elsewhere", test_focus_elsewhere },
    { "/search-view/click-outside", test_click_outside },
    { "/search-view/height", test_height },
    { "/search-view/new-framework", test_new_framework },
    { "/search-view/gone", test_gone },
    { "/search-view/accessible", test_accessible },
  };

  fixture_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
