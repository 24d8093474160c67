/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitDiagramView, larger than its window: it scrolls, and heads stay in sight. */

#include "diagram-view-fixture.h"

static void
test_large (void)
{
  g_autoptr (RemitFramework) framework = make_framework (100, 20);
  Fixture self = set_up (framework, MATRIX_WIDTH);
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (gtk_window_get_child (self.window));
  guint count = remit_renderer_get_count ();

  g_assert_cmpuint (count_items (self.view), ==, 100 + 20 + 2000);
  focus (&self, "l99", "m19"); /* what has the focus is scrolled into sight */
  draw_frame (self.view);
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (scroller)), >, 1000);
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrolled_window_get_hadjustment (scroller)), >, 100);
  click (&self, "l99", "m19");
  assert_selected (&self, "l99", "m19");
  assert_pressed (&self);
  focus (&self, "l0", "m0");
  draw_frame (self.view);
  g_assert_cmpuint (remit_renderer_get_count (), ==, count);
  tear_down (&self);
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/diagram-scroll/large", test_large);
  return g_test_run ();
}
