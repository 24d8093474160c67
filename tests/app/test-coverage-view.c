/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitCoverageView: what can be chosen, by pointer and keys, what is said about it, and what has room. */

#include "coverage-view-fixture.h"

static void
assert_name (Fixture    *self,
             const char *kind,
             const char *id,
             const char *name)
{
  gtk_test_accessible_assert_property (get_item (self, kind, id), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

/* All texts that are seen below the picture, one after the other. */
static char *
dup_text (GtkWidget *widget)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (GTK_IS_LABEL (widget))
    return gtk_widget_is_visible (widget) ? g_strconcat (gtk_label_get_text (GTK_LABEL (widget)), "\n", NULL) : g_strdup ("");
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *part = dup_text (child);
      g_string_append (text, part);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_text (Fixture    *self,
             const char *wanted,
             gboolean    is_there)
{
  g_autofree char *text = dup_text (self->view);

  if ((strstr (text, wanted) != NULL) != is_there)
    g_error ("\"%s\" is%s in \"%s\"", wanted, is_there ? " not" : "", text);
}

/* --- names --- */

static void
test_names (void)
{
  static const struct
  {
    double position;
    const char *patching, *hardware, *unmet, *hosts, *counts;
  } cases[] = {
    { 0, "Operating system, Delayed patching: Unmet", "Physical hosts, Outdated hardware: Unmet", "Unmet: 38",
      "Met: 3, Partly met: 3, Unmet: 4, Provider's: 0", "Met: 32, Partly met: 30, Unmet: 38, Provider's: 0" },
    { 50, "Operating system, Delayed patching: Unmet", "Physical hosts, Outdated hardware: Provider's", "Unmet: 12",
      "Met: 0, Partly met: 1, Unmet: 0, Provider's: 9", "Met: 34, Partly met: 25, Unmet: 12, Provider's: 29" },
    { 100, "Operating system, Delayed patching: Provider's", "Physical hosts, Outdated hardware: Provider's", "Unmet: 1",
      "Met: 0, Partly met: 0, Unmet: 0, Provider's: 10", "Met: 37, Partly met: 4, Unmet: 1, Provider's: 58" },
  };
  Fixture self = set_up (900, 700, 1);

  g_assert_cmpuint (count_items (self.picture), ==, 10 + 5 + 5 + 4 + 3);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_position (&self, cases[i].position);
      wait_until (shows (&self, cases[i].position));
      assert_name (&self, "box", "patching", cases[i].patching);
      assert_name (&self, "box", "hardware", cases[i].hardware);
      assert_name (&self, "state", "unmet", cases[i].unmet);
      assert_name (&self, "area", "physical-hosts", "Physical hosts");
      gtk_test_accessible_assert_property (get_item (&self, "area", "physical-hosts"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, cases[i].hosts);
      gtk_test_accessible_assert_property (self.scale, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, cases[i].counts);
      assert_text (&self, cases[i].counts, TRUE);
    }
  assert_name (&self, "duty", "patching", "Delayed patching");
  assert_name (&self, "enabler", "shift", "Hand over standard duties");
  gtk_test_accessible_assert_property (self.view, GTK_ACCESSIBLE_PROPERTY_LABEL, remit_item_get_title (REMIT_ITEM (self.coverage)));
  gtk_test_accessible_assert_property (self.scale, GTK_ACCESSIBLE_PROPERTY_LABEL, "From Traditional to Cloud-enabled");
  tear_down (&self);
}

/* --- choosing --- */

static void
test_choose (void)
{
  Fixture self = set_up (900, 700, 1);
  g_autoptr (RemitDuty) backup = g_list_model_get_item (remit_coverage_get_duties (self.coverage), 0);
  RemitDiagramItem *item = get_item (&self, "box", "backup");
  guint *n_told = count_notify (self.view, "status");

  assert_text (&self, "Choose a box", TRUE);
  assert_text (&self, remit_coverage_get_note (self.coverage), TRUE);
  click (item);
  assert_text (&self, "Choose a box", FALSE);
  assert_text (&self, "Information and data, Weak backup and recovery: Unmet", TRUE);
  assert_text (&self, remit_item_get_summary (REMIT_ITEM (backup)), TRUE);
  assert_text (&self, remit_duty_get_reason (backup), TRUE);
  assert_text (&self, remit_duty_get_change (backup), TRUE);
  assert_text (&self, "<b>", FALSE);
  g_assert_cmpuint (*n_told, ==, 1);
  g_assert_cmpstr (remit_coverage_view_get_status (REMIT_COVERAGE_VIEW (self.view)), ==, "Information and data, Weak backup and recovery: Unmet");
  g_assert_true (remit_diagram_item_get_selected (item));
  g_assert_true (remit_diagram_item_get_selected (get_item (&self, "duty", "backup")));
  g_assert_false (remit_diagram_item_get_selected (get_item (&self, "box", "patching")));

  set_position (&self, 100); /* what is chosen stays, and says what it is there */
  wait_until (shows (&self, 100));
  assert_text (&self, "Information and data, Weak backup and recovery: Met", TRUE);
  g_assert_true (remit_diagram_item_get_selected (item));

  click (get_item (&self, "area", "physical-hosts"));
  assert_text (&self, "10 of the 10 duties", TRUE);
  assert_text (&self, "Often left undone here: Outdated hardware.", TRUE);
  assert_text (&self, remit_duty_get_reason (backup), FALSE);
  click (get_item (&self, "area", "devices"));
  assert_text (&self, "All duties in this area stay yours.", TRUE);
  assert_text (&self, "Often left undone", FALSE);
  tear_down (&self);
}

/* States and enablers say what they mean; Return on a thing does what a click does. */
static void
test_choose_by_return (void)
{
  Fixture self = set_up (900, 700, 1);
  GListModel *lists[] = { remit_coverage_get_states (self.coverage), remit_coverage_get_enablers (self.coverage) };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < g_list_model_get_n_items (lists[i]); j++)
      {
        g_autoptr (RemitItem) thing = g_list_model_get_item (lists[i], j);
        GtkWidget *item = GTK_WIDGET (get_item (&self, i == 0 ? "state" : "enabler", remit_item_get_id (thing)));

        gtk_widget_grab_focus (item);
        g_assert_true (press (item, GDK_KEY_Return, 0));
        wait_until (remit_diagram_item_get_selected (REMIT_DIAGRAM_ITEM (item)));
        assert_text (&self, remit_item_get_summary (thing), TRUE);
      }
  tear_down (&self);
}

/* A thing that the text takes the room of is scrolled into sight again. */
static void
test_choose_low (void)
{
  Fixture self = set_up (700, 900, 1);
  GtkWidget *scroller = gtk_widget_get_ancestor (self.picture, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *item = GTK_WIDGET (get_item (&self, "duty", "physical-security"));
  int height = gtk_widget_get_height (scroller);
  graphene_rect_t bounds;

  gtk_widget_grab_focus (item);
  click (REMIT_DIAGRAM_ITEM (item));
  settle ();
  draw_frame (self.view);
  g_assert_cmpint (gtk_widget_get_height (scroller), <, height);
  g_assert_true (gtk_widget_compute_bounds (item, scroller, &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, (float) gtk_widget_get_height (scroller));
  tear_down (&self);
}

/* --- keys --- */

static void
test_slider (void)
{
  static const struct
  {
    guint key;
    double position;
  } keys[] = {
    { GDK_KEY_Right, BOX },      { GDK_KEY_Right, 2 * BOX }, { GDK_KEY_Left, BOX },          { GDK_KEY_End, 100 },
    { GDK_KEY_Left, 100 - BOX }, { GDK_KEY_Home, 0 },        { GDK_KEY_Page_Up, 10 * BOX },  { GDK_KEY_Page_Down, 0 },
  };
  Fixture self = set_up (900, 700, 1);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_true (press (self.scale, keys[i].key, 0));
      g_assert_cmpfloat_with_epsilon (remit_coverage_view_get_position (REMIT_COVERAGE_VIEW (self.view)), keys[i].position, 0.001);
      wait_until (shows (&self, keys[i].position));
    }
  tear_down (&self);
}

static void
assert_focus (Fixture    *self,
              const char *kind,
              const char *id)
{
  g_assert_true (gtk_window_get_focus (self->window) == GTK_WIDGET (get_item (self, kind, id)));
}

typedef struct
{
  GtkDirectionType direction;
  const char *kind, *id;
} Step;

static void
walk (Fixture    *self,
      const Step *steps,
      guint       n_steps)
{
  for (guint i = 0; i < n_steps; i++)
    {
      gtk_widget_child_focus (GTK_WIDGET (self->window), steps[i].direction);
      assert_focus (self, steps[i].kind, steps[i].id);
    }
}

/* Arrows go from thing to thing, in lines, and stay at the edge; Tab leaves for the slider, and comes back to what is chosen. */
static void
test_focus (void)
{
  static const Step wide[] = {
    { GTK_DIR_TAB_FORWARD, "area", "information-and-data" }, { GTK_DIR_UP, "area", "information-and-data" },
    { GTK_DIR_LEFT, "area", "information-and-data" },        { GTK_DIR_RIGHT, "box", "backup" },
    { GTK_DIR_RIGHT, "duty", "backup" },                     { GTK_DIR_RIGHT, "duty", "backup" },
    { GTK_DIR_DOWN, "area", "devices" },                     { GTK_DIR_DOWN, "area", "accounts-and-identities" },
  };
  static const Step narrow[] = {
    { GTK_DIR_TAB_FORWARD, "area", "information-and-data" }, { GTK_DIR_DOWN, "box", "backup" }, { GTK_DIR_DOWN, "duty", "backup" },
    { GTK_DIR_DOWN, "area", "devices" },                     { GTK_DIR_UP, "duty", "backup" },
  };
  Fixture self = set_up (1000, 700, 1);

  gtk_window_set_focus (self.window, NULL);
  walk (&self, wide, G_N_ELEMENTS (wide));
  click (get_item (&self, "duty", "hardware"));
  gtk_widget_child_focus (GTK_WIDGET (self.window), GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (self.window) == self.scale);
  gtk_widget_child_focus (GTK_WIDGET (self.window), GTK_DIR_TAB_BACKWARD);
  assert_focus (&self, "box", "hardware");
  tear_down (&self);

  self = set_up (340, 560, 1);
  gtk_window_set_focus (self.window, NULL);
  walk (&self, narrow, G_N_ELEMENTS (narrow));
  tear_down (&self);
}

/* Whatever has the focus, arrows lead from it to everything in the end. */
static void
test_all_reachable (void)
{
  static const GtkDirectionType directions[] = { GTK_DIR_UP, GTK_DIR_DOWN, GTK_DIR_LEFT, GTK_DIR_RIGHT };
  static const int widths[] = { 340, 700, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      Fixture self = set_up (widths[i], 600, 1);
      g_autoptr (GPtrArray) found = g_ptr_array_new ();

      g_ptr_array_add (found, gtk_widget_get_first_child (self.picture));
      for (guint next = 0; next < found->len; next++)
        for (guint d = 0; d < G_N_ELEMENTS (directions); d++)
          {
            gtk_widget_grab_focus (g_ptr_array_index (found, next));
            gtk_widget_child_focus (GTK_WIDGET (self.window), directions[d]);
            if (!g_ptr_array_find (found, gtk_window_get_focus (self.window), NULL))
              g_ptr_array_add (found, gtk_window_get_focus (self.window));
          }
      g_assert_cmpuint (found->len, ==, count_items (self.picture));
      tear_down (&self);
    }
}

/* --- layout --- */

static void
assert_in_sight (GtkWidget *widget,
                 GtkWidget *view)
{
  graphene_rect_t bounds;
  int minimum;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_in_sight (child, view);
  if (!GTK_IS_LABEL (widget) || !gtk_widget_get_mapped (widget))
    return;
  g_assert_true (gtk_widget_compute_bounds (widget, view, &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, (float) gtk_widget_get_width (view));
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (widget), &minimum, NULL, NULL, NULL);
  g_assert_cmpint (gtk_widget_get_height (widget), >=, minimum);
}

/* Picture, slider, names of its ends and text lie beside or under each other. */
static void
assert_apart (GtkWidget *view)
{
  for (GtkWidget *a = gtk_widget_get_first_child (view); a != NULL; a = gtk_widget_get_next_sibling (a))
    for (GtkWidget *b = gtk_widget_get_next_sibling (a); b != NULL; b = gtk_widget_get_next_sibling (b))
      {
        graphene_rect_t one, other, both;

        g_assert_true (gtk_widget_compute_bounds (a, view, &one) && gtk_widget_compute_bounds (b, view, &other));
        g_assert_false (graphene_rect_intersection (&one, &other, &both) && both.size.width > 0 && both.size.height > 0);
      }
}

/* Nothing is cut in narrow views and with large text. */
static void
test_sizes (void)
{
  static const struct
  {
    int width, height;
    double text_scale;
  } cases[] = { { 1000, 700, 1 }, { 340, 560, 1 }, { 340, 560, 2 }, { 340, 300, 2 }, { 700, 400, 1.5 } };
  GtkCssProvider *style = NULL;

  for (guint rtl = 0; rtl < 2; rtl++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        Fixture self;
        int width, height;

        gtk_widget_set_default_direction (rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
        remit_look_scale_text (gdk_display_get_default (), &style, cases[i].text_scale);
        self = set_up (cases[i].width, cases[i].height, cases[i].text_scale);
        click (get_item (&self, "duty", "patching"));
        settle ();
        draw_frame (self.view);
        assert_in_sight (self.view, self.view);
        assert_apart (self.view);
        width = gtk_widget_get_width (gtk_widget_get_ancestor (self.picture, GTK_TYPE_SCROLLED_WINDOW));
        height = gtk_widget_get_height (gtk_widget_get_ancestor (self.picture, GTK_TYPE_SCROLLED_WINDOW));
        g_assert_cmpint (width, ==, cases[i].width);
        g_assert_cmpint (gtk_widget_get_width (self.picture), ==, width);
        g_assert_cmpint (height, >, 60);
        tear_down (&self);
      }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  remit_look_scale_text (gdk_display_get_default (), &style, 1);
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/coverage-view/names", test_names);
  g_test_add_func ("/coverage-view/choose", test_choose);
  g_test_add_func ("/coverage-view/choose-by-return", test_choose_by_return);
  g_test_add_func ("/coverage-view/choose-low", test_choose_low);
  g_test_add_func ("/coverage-view/slider", test_slider);
  g_test_add_func ("/coverage-view/focus", test_focus);
  g_test_add_func ("/coverage-view/all-reachable", test_all_reachable);
  g_test_add_func ("/coverage-view/sizes", test_sizes);
  return g_test_run ();
}
