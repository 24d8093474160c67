/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitDiagramView: the focus goes where the arrows point. */

#include "diagram-view-fixture.h"

typedef struct
{
  GtkDirectionType direction;
  const char *layer, *model;
} Step;

static void
walk (Fixture    *self,
      const Step *steps,
      guint       n_steps)
{
  for (guint i = 0; i < n_steps; i++)
    {
      move (self, steps[i].direction);
      assert_focus (self, steps[i].layer, steps[i].model);
    }
}

static void
test_focus_matrix (void)
{
  static const Step steps[] = {
    { GTK_DIR_RIGHT, "l0", "m1" }, { GTK_DIR_RIGHT, "l0", "m2" }, { GTK_DIR_RIGHT, "l0", "m2" }, /* at the edge it stays */
    { GTK_DIR_DOWN, "l1", "m2" },  { GTK_DIR_DOWN, "l2", "m2" },  { GTK_DIR_DOWN, "l2", "m2" },
    { GTK_DIR_LEFT, "l2", "m1" },  { GTK_DIR_LEFT, "l2", "m0" },  { GTK_DIR_LEFT, "l2", NULL },
    { GTK_DIR_LEFT, "l2", NULL },  { GTK_DIR_UP, "l1", NULL },    { GTK_DIR_UP, "l0", NULL },
    { GTK_DIR_UP, "l0", NULL },    { GTK_DIR_RIGHT, "l0", "m0" }, { GTK_DIR_UP, NULL, "m0" },
    { GTK_DIR_UP, NULL, "m0" },    { GTK_DIR_LEFT, NULL, "m0" },  { GTK_DIR_RIGHT, NULL, "m1" },
    { GTK_DIR_DOWN, "l0", "m1" },
  };
  g_autoptr (RemitFramework) framework = make_framework (3, 3);
  Fixture self = set_up (framework, MATRIX_WIDTH);

  gtk_window_set_focus (self.window, NULL);
  move (&self, GTK_DIR_TAB_FORWARD); /* enters at what is selected */
  assert_focus (&self, "l0", "m0");
  walk (&self, steps, G_N_ELEMENTS (steps));
  g_assert_null (remit_selection_get_layer (self.selection)); /* the focus selects nothing */
  remit_selection_select (self.selection, remit_framework_get_layer (framework, 2), remit_framework_get_service_model (framework, 1));
  gtk_window_set_focus (self.window, NULL);
  move (&self, GTK_DIR_TAB_FORWARD);
  assert_focus (&self, "l2", "m1");
  tear_down (&self);
}

static void
test_focus_stack (void)
{
  static const Step steps[] = {
    { GTK_DIR_DOWN, "l1", "m1" }, { GTK_DIR_DOWN, "l2", "m1" },  { GTK_DIR_DOWN, "l2", "m1" }, { GTK_DIR_RIGHT, "l2", "m1" },
    { GTK_DIR_LEFT, "l2", NULL }, { GTK_DIR_LEFT, "l2", NULL },  { GTK_DIR_UP, "l1", NULL },   { GTK_DIR_RIGHT, "l1", "m1" },
    { GTK_DIR_UP, "l0", "m1" },   { GTK_DIR_UP, NULL, "m1" },    { GTK_DIR_RIGHT, NULL, "m2" }, { GTK_DIR_RIGHT, NULL, "m2" },
    { GTK_DIR_LEFT, NULL, "m1" }, { GTK_DIR_LEFT, NULL, "m0" },  { GTK_DIR_DOWN, "l0", "m1" },
  };
  g_autoptr (RemitFramework) framework = make_framework (3, 3);
  Fixture self = set_up (framework, STACK_WIDTH);

  click (&self, NULL, "m1");
  focus (&self, "l0", "m1");
  walk (&self, steps, G_N_ELEMENTS (steps));
  tear_down (&self);
}

/* The focus stays on a layer's cell when the stack shows another model. */
static void
test_focus_kept (void)
{
  g_autoptr (RemitFramework) framework = make_framework (3, 3);
  Fixture self = set_up (framework, STACK_WIDTH);

  focus (&self, "l2", "m0");
  remit_selection_set_service_model (self.selection, remit_framework_get_service_model (framework, 2));
  assert_focus (&self, "l2", "m2");
  focus (&self, NULL, "m1");
  click (&self, NULL, "m1");
  assert_focus (&self, NULL, "m1");
  focus (&self, "l1", NULL);
  remit_selection_set_service_model (self.selection, remit_framework_get_service_model (framework, 0));
  assert_focus (&self, "l1", NULL);
  tear_down (&self);
}

static void
test_right_to_left (void)
{
  static const Step steps[] = {
    { GTK_DIR_LEFT, "l0", "m1" }, { GTK_DIR_LEFT, "l0", "m2" }, { GTK_DIR_LEFT, "l0", "m2" }, { GTK_DIR_RIGHT, "l0", "m1" },
    { GTK_DIR_RIGHT, "l0", "m0" }, { GTK_DIR_RIGHT, "l0", NULL }, { GTK_DIR_DOWN, "l1", NULL }, { GTK_DIR_LEFT, "l1", "m0" },
  };
  g_autoptr (RemitFramework) framework = make_framework (3, 3);
  graphene_rect_t head, first, last;
  Fixture self;
  guint count;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  self = set_up (framework, MATRIX_WIDTH);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_item (self.view, "l0", NULL)), self.view, &head));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_item (self.view, "l0", "m0")), self.view, &first));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_item (self.view, "l0", "m2")), self.view, &last));
  g_assert_cmpfloat (head.origin.x, >, first.origin.x);
  g_assert_cmpfloat (first.origin.x, >, last.origin.x);
  focus (&self, "l0", "m0");
  walk (&self, steps, G_N_ELEMENTS (steps));
  g_assert_true (press (gtk_window_get_focus (self.window), GDK_KEY_End, 0));
  assert_focus (&self, "l1", "m2");
  tear_down (&self);

  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  self = set_up (framework, MATRIX_WIDTH);
  count = remit_renderer_get_count ();
  gtk_widget_set_direction (self.view, GTK_TEXT_DIR_RTL); /* while it is shown */
  set_look (self.view, REMIT_THEME_LIGHT, 1);
  wait_for_renders (count + 2);
  settle ();
  draw_frame (self.view);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_item (self.view, "l0", "m0")), self.view, &first));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_item (self.view, "l0", "m2")), self.view, &last));
  g_assert_cmpfloat (first.origin.x, >, last.origin.x);
  tear_down (&self);
}

static void
test_ends (void)
{
  static const struct
  {
    const char *layer, *model;
    guint key;
    GdkModifierType modifiers;
    const char *to_layer, *to_model;
  } cases[] = {
    { "l1", "m1", GDK_KEY_End, 0, "l1", "m2" },
    { "l1", "m1", GDK_KEY_KP_End, 0, "l1", "m2" },
    { "l1", "m1", GDK_KEY_Home, 0, "l1", "m0" },
    { "l1", "m1", GDK_KEY_KP_Home, 0, "l1", "m0" },
    { "l1", "m1", GDK_KEY_End, GDK_CONTROL_MASK, "l2", "m2" },
    { "l1", "m1", GDK_KEY_Home, GDK_CONTROL_MASK, "l0", "m0" },
    { "l1", "m0", GDK_KEY_Home, 0, "l1", "m0" },
    { "l1", NULL, GDK_KEY_End, 0, "l1", "m2" },
    { "l1", NULL, GDK_KEY_Home, 0, "l1", "m0" },
    { NULL, "m1", GDK_KEY_End, 0, NULL, "m2" },
    { NULL, "m1", GDK_KEY_Home, 0, NULL, "m0" },
    { NULL, "m1", GDK_KEY_End, GDK_CONTROL_MASK, "l2", "m2" },
    { NULL, "m1", GDK_KEY_Home, GDK_CONTROL_MASK, "l0", "m0" },
    { "l0", "m0", GDK_KEY_Home, GDK_CONTROL_MASK, "l0", "m0" },
    { "l2", "m2", GDK_KEY_End, GDK_CONTROL_MASK, "l2", "m2" },
  };
  g_autoptr (RemitFramework) framework = make_framework (3, 3);
  Fixture self = set_up (framework, MATRIX_WIDTH);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      focus (&self, cases[i].layer, cases[i].model);
      g_assert_true (press (gtk_window_get_focus (self.window), cases[i].key, cases[i].modifiers));
      assert_focus (&self, cases[i].to_layer, cases[i].to_model);
    }
  tear_down (&self);
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/diagram-focus/matrix", test_focus_matrix);
  g_test_add_func ("/diagram-focus/stack", test_focus_stack);
  g_test_add_func ("/diagram-focus/kept", test_focus_kept);
  g_test_add_func ("/diagram-focus/right-to-left", test_right_to_left);
  g_test_add_func ("/diagram-focus/ends", test_ends);
  return g_test_run ();
}
