/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitEvenLayout: how many stand in a row, and where. */

#include "widget-fixture.h"

#include "remit-even-layout.h"

/* Children of 80 by 30 pixels. */
static GtkWidget *
make (guint n)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));

  gtk_widget_set_layout_manager (box, g_object_new (REMIT_TYPE_EVEN_LAYOUT, NULL));
  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_SEPARATOR, "width-request", 80, "height-request", 30, NULL));
  return box;
}

static void
test_rows (void)
{
  static const struct
  {
    guint n;
    int width;
    int in_row, rows;
  } cases[] = {
    { 4, 338, 4, 1 }, { 4, 337, 2, 2 }, { 4, 252, 2, 2 }, { 4, 166, 2, 2 }, { 4, 900, 4, 1 }, { 3, 252, 3, 1 }, { 3, 251, 2, 2 },
    { 2, 400, 2, 1 }, { 1, 400, 1, 1 }, { 5, 900, 3, 2 }, { 6, 400, 3, 2 }, { 8, 400, 4, 2 }, { 20, 400, 4, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *box = make (cases[i].n), *child;
      int height, x = 0;
      guint position = 0;

      gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, cases[i].width, &height, NULL, NULL, NULL);
      g_assert_cmpint (height, ==, cases[i].rows * 36 - 6);
      gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, cases[i].width, height }, -1);
      for (child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child), position++)
        {
          graphene_rect_t bounds;

          g_assert_true (gtk_widget_compute_bounds (child, box, &bounds));
          g_assert_cmpfloat (bounds.origin.y, ==, (int) position / cases[i].in_row * 36);
          g_assert_cmpfloat (bounds.size.height, ==, 30);
          g_assert_cmpfloat (bounds.size.width, ==, (cases[i].width + 6) / cases[i].in_row - 6);
          x = (int) position % cases[i].in_row > 0 ? x : 0;
          g_assert_cmpfloat (bounds.origin.x, ==, x);
          x += (int) bounds.size.width + 6;
        }
      g_assert_finalize_object (box);
    }
}

static void
test_widths (void)
{
  GtkWidget *box = make (4);
  int minimum, natural;

  g_assert_cmpint (gtk_widget_get_request_mode (box), ==, GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 166);
  g_assert_cmpint (natural, ==, 338);
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, FALSE);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 0);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 200, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 0);
  g_assert_finalize_object (box);
}

static void
test_right_to_left (void)
{
  GtkWidget *box = make (4);
  graphene_rect_t first, last;

  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 400, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, 400, 30 }, -1);
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_first_child (box), box, &first));
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_last_child (box), box, &last));
  g_assert_cmpfloat (first.origin.x + first.size.width, ==, 400);
  g_assert_cmpfloat (last.origin.x, <, 6);
  g_assert_finalize_object (box);
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/even-layout/rows", test_rows);
  g_test_add_func ("/even-layout/widths", test_widths);
  g_test_add_func ("/even-layout/right-to-left", test_right_to_left);
  return g_test_run ();
}
