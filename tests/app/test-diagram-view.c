/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitDiagramView: its items lie where the diagram has them, a click selects and draws no SVG. */

#include "diagram-view-fixture.h"

static void
test_properties (void)
{
  g_autoptr (RemitFramework) framework = make_framework (2, 2);
  RemitSelection *selection = select_in (framework, NULL, "m0");
  GObject *view = g_object_ref_sink (g_object_new (REMIT_TYPE_DIAGRAM_VIEW, NULL));

  assert_object_property (view, "selection", selection);
  g_assert_cmpint (remit_diagram_view_get_diagram_height (REMIT_DIAGRAM_VIEW (view)), ==, 0);
  remit_diagram_view_set_selection (REMIT_DIAGRAM_VIEW (view), selection);
  g_assert_finalize_object (view);
  g_assert_finalize_object (selection);
}

/* Items for all cells and heads, in reading order, none outside another's place, each named. */
static void
test_items (void)
{
  g_autoptr (RemitFramework) framework = get_azure ();
  Fixture self = set_up (framework, MATRIX_WIDTH);
  GtkWidget *child;
  guint n = 0;

  gtk_test_accessible_assert_role (self.view, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (self.view, GTK_ACCESSIBLE_PROPERTY_LABEL, remit_item_get_title (REMIT_ITEM (framework)));
  g_assert_cmpuint (count_items (self.view), ==, 4 + 10 + 40);
  for (child = gtk_widget_get_first_child (self.view); child != NULL; child = gtk_widget_get_next_sibling (child), n++)
    {
      graphene_rect_t bounds, other;

      g_assert_true (gtk_widget_compute_bounds (child, self.view, &bounds));
      g_assert_cmpfloat (bounds.size.width, >, 20);
      g_assert_cmpfloat (bounds.size.height, >, 15);
      g_assert_cmpfloat (bounds.origin.x, >=, 0);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, MATRIX_WIDTH);
      for (GtkWidget *next = gtk_widget_get_next_sibling (child); next != NULL; next = gtk_widget_get_next_sibling (next))
        if (gtk_widget_compute_bounds (next, self.view, &other))
          g_assert_false (graphene_rect_intersection (&bounds, &other, NULL));
    }
  gtk_test_accessible_assert_property (find_item (self.view, "operating-system", "paas"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Operating system, PaaS: Microsoft");
  assert_pressed (&self);
  tear_down (&self);
}

/* Whatever is clicked: no SVG is drawn for it. */
static void
test_click (void)
{
  g_autoptr (RemitFramework) framework = get_azure ();
  Fixture self = set_up (framework, MATRIX_WIDTH);
  guint count = remit_renderer_get_count ();
  RemitServiceModel *model;
  RemitLayer *layer;

  for (guint l = 0; (layer = remit_framework_get_layer (framework, l)) != NULL; l++)
    for (guint m = 0; (model = remit_framework_get_service_model (framework, m)) != NULL; m++)
      {
        click (&self, remit_item_get_id (REMIT_ITEM (layer)), remit_item_get_id (REMIT_ITEM (model)));
        g_assert_true (remit_selection_get_layer (self.selection) == layer);
        g_assert_true (remit_selection_get_service_model (self.selection) == model);
        assert_pressed (&self);
      }
  click (&self, "identities", NULL); /* the layer for the selected model */
  assert_selected (&self, "identities", "saas");
  click (&self, NULL, "iaas"); /* the model, keeping the layer */
  assert_selected (&self, "identities", "iaas");
  assert_pressed (&self);
  remit_selection_set_layer (self.selection, NULL);
  assert_pressed (&self);
  draw_frame (self.view);
  settle ();
  g_assert_cmpuint (remit_renderer_get_count (), ==, count);
  tear_down (&self);
}

static void
test_hover (void)
{
  g_autoptr (RemitFramework) framework = get_azure ();
  Fixture self = set_up (framework, MATRIX_WIDTH);
  guint count = remit_renderer_get_count ();

  for (GtkWidget *child = gtk_widget_get_first_child (self.view); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gtk_widget_set_state_flags (child, GTK_STATE_FLAG_PRELIGHT, FALSE);
      if (gtk_widget_get_next_sibling (child) == NULL)
        draw_frame (self.view);
      gtk_widget_unset_state_flags (child, GTK_STATE_FLAG_PRELIGHT);
    }
  draw_frame (self.view);
  settle ();
  g_assert_cmpuint (remit_renderer_get_count (), ==, count);
  tear_down (&self);
}

/* The lens slides over several frames, all of them without a drawing; it may go with its window while it slides. */
static void
test_lens (void)
{
  g_autoptr (RemitFramework) framework = get_azure ();
  Fixture self = set_up (framework, MATRIX_WIDTH);
  guint count = remit_renderer_get_count ();

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  click (&self, NULL, "saas");
  draw_frame (self.view);
  click (&self, NULL, "onprem"); /* turns round on its way */
  draw_frame (self.view);
  settle ();
  g_assert_cmpuint (remit_renderer_get_count (), ==, count);
  click (&self, NULL, "saas");
  draw_frame (self.view);
  tear_down (&self);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/* A stack shows one model; the pictures of the others are there before they are asked for. */
static void
test_stack (void)
{
  g_autoptr (RemitFramework) framework = get_azure ();
  guint count = remit_renderer_get_count () + 4;
  Fixture self = set_up (framework, STACK_WIDTH);
  RemitServiceModel *model;

  wait_for_renders (count);
  settle (); /* the last of them arrives */
  for (guint m = 0; (model = remit_framework_get_service_model (framework, m)) != NULL; m++)
    {
      const char *id = remit_item_get_id (REMIT_ITEM (model));

      click (&self, NULL, id); /* the row of heads is the switcher */
      g_assert_true (remit_selection_get_service_model (self.selection) == model);
      g_assert_cmpuint (count_items (self.view), ==, 4 + 10 + 10);
      g_assert_nonnull (find_item (self.view, "operating-system", id));
      click (&self, "operating-system", id);
      assert_selected (&self, "operating-system", id);
      assert_pressed (&self);
    }
  settle ();
  g_assert_cmpuint (remit_renderer_get_count (), ==, count);
  tear_down (&self);
}

/* Matrix and stack change over at 559 px, times the scale of the text. */
static void
test_arrangement (void)
{
  static const struct
  {
    int width;
    double scale;
    gboolean stack;
  } cases[] = { { 559, 1, FALSE }, { 558, 1, TRUE }, { 1117, 2, TRUE }, { 1118, 2, FALSE }, { 360, 1, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RemitFramework) framework = make_framework (3, 3);
      Fixture self = { select_in (framework, NULL, "m1"), g_object_new (REMIT_TYPE_DIAGRAM_VIEW, NULL), NULL };

      remit_diagram_view_set_selection (REMIT_DIAGRAM_VIEW (self.view), self.selection);
      set_look (self.view, REMIT_THEME_LIGHT, cases[i].scale);
      self.window = show_in_window (self.view, cases[i].width, 900);
      wait_until (count_items (self.view) > 0);
      g_assert_true ((find_item (self.view, "l0", "m2") == NULL) == cases[i].stack);
      g_assert_nonnull (find_item (self.view, "l0", "m1"));
      tear_down (&self);
    }
}

/* A few service models are never scrolled sideways: where their text needs more room than there is, they are a stack. */
static void
test_fits (void)
{
  static const int widths[] = { 360, 560, 600, 640, 700, 900 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (RemitFramework) framework = get_azure ();
      Fixture self = set_up (framework, widths[i]);
      GtkAdjustment *x = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (gtk_window_get_child (self.window)));

      g_assert_cmpfloat (gtk_adjustment_get_upper (x), <=, widths[i]);
      tear_down (&self);
    }
}

/* Another theme, size of text or width: one new picture, and the old one stays until it is there. */
static void
test_new_picture (void)
{
  g_autoptr (RemitFramework) framework = make_framework (3, 3);
  Fixture self = set_up (framework, MATRIX_WIDTH);
  guint count = remit_renderer_get_count ();
  RemitDiagramItem *item = find_item (self.view, "l1", "m1");
  int height = remit_diagram_view_get_diagram_height (REMIT_DIAGRAM_VIEW (self.view));

  set_look (self.view, REMIT_THEME_DARK, 1);
  g_assert_cmpuint (count_items (self.view), ==, 3 + 3 + 9);
  click (&self, "l2", "m2"); /* the old picture answers */
  assert_selected (&self, "l2", "m2");
  wait_for_renders (count + 2);
  settle ();
  g_assert_cmpuint (remit_renderer_get_count (), ==, count + 2);
  g_assert_true (find_item (self.view, "l1", "m1") == item); /* and with it the focus */
  set_look (self.view, REMIT_THEME_DARK, 1.4);
  wait_for_renders (count + 4);
  settle ();
  g_assert_cmpuint (remit_renderer_get_count (), ==, count + 4);
  g_assert_cmpint (remit_diagram_view_get_diagram_height (REMIT_DIAGRAM_VIEW (self.view)), >=, height);
  tear_down (&self);
}

/* The picture of the framework before answers no click. */
static void
test_other_framework (void)
{
  g_autoptr (RemitFramework) framework = make_framework (3, 3);
  g_autoptr (RemitFramework) azure = get_azure ();
  Fixture self = set_up (framework, MATRIX_WIDTH);
  RemitDiagramItem *old = find_item (self.view, "l2", "m2");

  remit_selection_set_framework (self.selection, azure);
  if (find_item (self.view, "l2", "m2") == old)
    click (&self, "l2", "m2");
  g_assert_true (remit_selection_get_framework (self.selection) == azure);
  wait_until (find_item (self.view, "operating-system", "paas") != NULL);
  g_assert_null (find_item (self.view, "l2", "m2"));
  assert_pressed (&self);
  gtk_test_accessible_assert_property (self.view, GTK_ACCESSIBLE_PROPERTY_LABEL, remit_item_get_title (REMIT_ITEM (azure)));
  click (&self, "operating-system", "paas");
  assert_selected (&self, "operating-system", "paas");
  tear_down (&self);
}

static void
test_one (void)
{
  g_autoptr (RemitFramework) framework = make_framework (1, 1);
  Fixture self = set_up (framework, MATRIX_WIDTH);

  g_assert_cmpuint (count_items (self.view), ==, 3);
  focus (&self, "l0", "m0");
  for (GtkDirectionType direction = GTK_DIR_UP; direction <= GTK_DIR_RIGHT; direction++)
    {
      move (&self, direction);
      g_assert_true (REMIT_IS_DIAGRAM_ITEM (gtk_window_get_focus (self.window)));
    }
  click (&self, "l0", "m0");
  assert_selected (&self, "l0", "m0");
  tear_down (&self);
}

/* The window goes while the picture is being drawn. */
static void
test_gone_while_drawing (void)
{
  g_autoptr (RemitFramework) framework = make_framework (50, 10);
  Fixture self = { select_in (framework, NULL, "m0"), g_object_new (REMIT_TYPE_DIAGRAM_VIEW, NULL), NULL };
  guint count = remit_renderer_get_count ();

  remit_diagram_view_set_selection (REMIT_DIAGRAM_VIEW (self.view), self.selection);
  self.window = show_in_window (self.view, MATRIX_WIDTH, 700);
  tear_down (&self);
  settle ();
  g_assert_cmpuint (remit_renderer_get_count (), <=, count + 2);
}

/* Nothing selected, and no framework: an empty view that takes no focus. */
static void
test_empty (void)
{
  Fixture self = { remit_selection_new (), g_object_new (REMIT_TYPE_DIAGRAM_VIEW, NULL), NULL };

  self.window = show_in_window (self.view, MATRIX_WIDTH, 700);
  draw_frame (self.view);
  g_assert_cmpuint (count_items (self.view), ==, 0);
  move (&self, GTK_DIR_TAB_FORWARD);
  remit_diagram_view_set_selection (REMIT_DIAGRAM_VIEW (self.view), self.selection);
  draw_frame (self.view);
  move (&self, GTK_DIR_TAB_FORWARD);
  g_assert_cmpuint (count_items (self.view), ==, 0);
  tear_down (&self);
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/diagram-view/properties", test_properties);
  g_test_add_func ("/diagram-view/items", test_items);
  g_test_add_func ("/diagram-view/click", test_click);
  g_test_add_func ("/diagram-view/hover", test_hover);
  g_test_add_func ("/diagram-view/lens", test_lens);
  g_test_add_func ("/diagram-view/stack", test_stack);
  g_test_add_func ("/diagram-view/arrangement", test_arrangement);
  g_test_add_func ("/diagram-view/fits", test_fits);
  g_test_add_func ("/diagram-view/new-picture", test_new_picture);
  g_test_add_func ("/diagram-view/other-framework", test_other_framework);
  g_test_add_func ("/diagram-view/one", test_one);
  g_test_add_func ("/diagram-view/gone-while-drawing", test_gone_while_drawing);
  g_test_add_func ("/diagram-view/empty", test_empty);
  return g_test_run ();
}
