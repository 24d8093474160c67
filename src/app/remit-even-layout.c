/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-even-layout.h"

#define GAP 6
#define FEWEST 2 /* in a row: narrower, texts are cut off */
#define MOST 4

struct _RemitEvenLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (RemitEvenLayout, remit_even_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The most that a child of @widget needs. Returns: how many there are to be shown */
static int
measure_children (GtkWidget     *widget,
                  GtkOrientation orientation,
                  int            for_size,
                  int           *minimum,
                  int           *natural)
{
  int n = 0;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least, wished;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, for_size, &least, &wished, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wished);
      n++;
    }
  return n;
}

/* @width: -1 for as much as wished. Returns: how many children stand in a row, at least one */
static int
get_columns (GtkWidget *widget,
             int        width,
             int       *n_rows)
{
  int minimum, natural;
  int n = measure_children (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural);
  int columns = CLAMP (width < 0 ? MOST : (width + GAP) / (natural + GAP), FEWEST, MOST);

  *n_rows = (n + columns - 1) / columns;
  return *n_rows > 0 ? (n + *n_rows - 1) / *n_rows : 1;
}

static int
add_up (int n,
        int size)
{
  return n > 0 ? n * (size + GAP) - GAP : 0;
}

static int
get_child_width (int width,
                 int columns)
{
  return (width + GAP) / columns - GAP;
}

static GtkSizeRequestMode
remit_even_layout_get_request_mode (GtkLayoutManager *layout,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
remit_even_layout_measure (GtkLayoutManager *layout,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  int n_rows, columns = get_columns (widget, orientation == GTK_ORIENTATION_VERTICAL ? for_size : -1, &n_rows);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_children (widget, orientation, -1, minimum, natural);
      *minimum = add_up (MIN (columns, FEWEST), *minimum);
      *natural = add_up (columns, *natural);
      return;
    }
  measure_children (widget, orientation, for_size < 0 ? -1 : get_child_width (for_size, columns), minimum, natural);
  *minimum = add_up (n_rows, *minimum);
  *natural = add_up (n_rows, *natural);
}

static void
remit_even_layout_allocate (GtkLayoutManager *layout,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int n_rows, columns = get_columns (widget, width, &n_rows);
  int child_width = get_child_width (width, columns), child_height = n_rows > 0 ? (height + GAP) / n_rows - GAP : 0;
  int i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int x = i % columns * (child_width + GAP), y = i / columns * (child_height + GAP);

        gtk_widget_size_allocate (child, &(GtkAllocation){ rtl ? width - x - child_width : x, y, child_width, child_height }, -1);
        i++;
      }
}

static void
remit_even_layout_class_init (RemitEvenLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = remit_even_layout_get_request_mode;
  layout_class->measure = remit_even_layout_measure;
  layout_class->allocate = remit_even_layout_allocate;
}

static void
remit_even_layout_init (RemitEvenLayout *self)
{
}
