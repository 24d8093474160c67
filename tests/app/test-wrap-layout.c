/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitWrapLayout: what stands in which line, and where. */

#include "widget-fixture.h"

#include "remit-wrap-layout.h"

/* Children of 80 by 30, 100 by 20 and 60 by 30 pixels. */
static GtkWidget *
make (void)
{
  static const int sizes[][2] = { { 80, 30 }, { 100, 20 }, { 60, 30 } };
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));

  gtk_widget_set_layout_manager (box, g_object_new (REMIT_TYPE_WRAP_LAYOUT, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_SEPARATOR, "width-request", sizes[i][0], "height-request", sizes[i][1], NULL));
  return box;
}

static void
test_lines (void)
{
  static const struct
  {
    gboolean rtl;
    int width, height;
    int x[3], y[3];
  } cases[] = {
    { FALSE, 252, 30, { 0, 86, 192 }, { 0, 5, 0 } },   /* all of it fits */
    { FALSE, 251, 66, { 0, 86, 0 }, { 0, 5, 36 } },    /* one pixel less */
    { FALSE, 186, 66, { 0, 86, 0 }, { 0, 5, 36 } },
    { FALSE, 185, 66, { 0, 0, 106 }, { 0, 41, 36 } },
    { FALSE, 110, 92, { 0, 0, 0 }, { 0, 36, 62 } },
    { TRUE, 300, 30, { 220, 114, 48 }, { 0, 5, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *box = make (), *child = gtk_widget_get_first_child (box);
      int height;

      gtk_widget_set_direction (box, cases[i].rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, cases[i].width, &height, NULL, NULL, NULL);
      g_assert_cmpint (height, ==, cases[i].height);
      gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, cases[i].width, height }, -1);
      for (guint j = 0; j < 3; j++, child = gtk_widget_get_next_sibling (child))
        {
          graphene_rect_t bounds;

          g_assert_true (gtk_widget_compute_bounds (child, box, &bounds));
          g_assert_cmpfloat (bounds.origin.x, ==, cases[i].x[j]);
          g_assert_cmpfloat (bounds.origin.y, ==, cases[i].y[j]);
        }
      g_assert_finalize_object (box);
    }
}

static void
test_widths (void)
{
  GtkWidget *box = make ();
  int minimum, natural;

  g_assert_cmpint (gtk_widget_get_request_mode (box), ==, GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 252);
  gtk_widget_set_visible (gtk_widget_get_last_child (box), FALSE);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 186);
  g_assert_finalize_object (box);
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/wrap-layout/lines", test_lines);
  g_test_add_func ("/wrap-layout/widths", test_widths);
  return g_test_run ();
}
