/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-wrap-layout.h"

#define GAP 6
#define LINE_GAP 6

struct _RemitWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (RemitWrapLayout, remit_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
get_child_width (GtkWidget *child,
                 int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return MIN (natural, width);
}

static int
get_child_height (GtkWidget *child,
                  int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* The child after the line that begins with @first. @height: (out): of the line */
static GtkWidget *
find_line_end (GtkWidget *first,
               int        width,
               int       *height)
{
  GtkWidget *child;
  int x = 0;

  *height = 0;
  for (child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_width;

      if (!gtk_widget_should_layout (child))
        continue;
      child_width = get_child_width (child, width);
      if (x > 0 && x + child_width > width)
        break;
      *height = MAX (*height, get_child_height (child, child_width));
      x += child_width + GAP;
    }
  return child;
}

/* Each in the middle of the line's height. */
static void
allocate_line (GtkWidget *widget,
               GtkWidget *first,
               GtkWidget *end,
               int        width,
               int        y,
               int        height)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = first; child != end; child = gtk_widget_get_next_sibling (child))
    {
      int child_width, child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      child_width = get_child_width (child, width);
      child_height = get_child_height (child, child_width);
      gtk_widget_size_allocate (child, &(GtkAllocation){ rtl ? width - x - child_width : x, y + (height - child_height) / 2, child_width, child_height }, -1);
      x += child_width + GAP;
    }
}

/* Returns: the height of all lines */
static int
flow (GtkWidget *widget,
      int        width,
      gboolean   allocate)
{
  int y = 0;

  for (GtkWidget *first = gtk_widget_get_first_child (widget), *end; first != NULL; first = end)
    {
      int height;

      end = find_line_end (first, width, &height);
      if (allocate)
        allocate_line (widget, first, end, width, y, height);
      if (height > 0)
        y += height + LINE_GAP;
    }
  return MAX (0, y - LINE_GAP);
}

static GtkSizeRequestMode
remit_wrap_layout_get_request_mode (GtkLayoutManager *layout,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
remit_wrap_layout_measure (GtkLayoutManager *layout,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = flow (widget, for_size >= 0 ? for_size : G_MAXINT / 2, FALSE);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? GAP : 0);
    }
}

static void
remit_wrap_layout_allocate (GtkLayoutManager *layout,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  flow (widget, width, TRUE);
}

static void
remit_wrap_layout_class_init (RemitWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = remit_wrap_layout_get_request_mode;
  layout_class->measure = remit_wrap_layout_measure;
  layout_class->allocate = remit_wrap_layout_allocate;
}

static void
remit_wrap_layout_init (RemitWrapLayout *self)
{
}
