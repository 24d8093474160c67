/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-comparison-grid.h"

/* CSS pixels */
#define GAP 6
#define STACKED_TITLE 300 /* the most, so that it is in sight where cells are not */

/**
 * RemitComparisonGrid:
 *
 * All columns but that of the titles are of one width. Where there is not enough of it, each title stands above its row, and only then it
 * scrolls sideways: titles stay at the start of what is seen, and heads always at the top. Rows can be hidden.
 *
 * CSS: a node named `comparisongrid`; titles and heads, under which the rest is scrolled, have the style class `fixed`.
 * Accessibility: a group. Cells come before titles and heads, so a cell's name should say both. Tab enters and leaves it; the arrow keys,
 * Home and End move between cells.
 */
struct _RemitComparisonGrid
{
  GtkWidget parent_instance;
  guint n_columns;
  GPtrArray *heads;  /* of GtkWidget, children; the first is that of the titles */
  GPtrArray *titles; /* of GtkWidget, children */
  GPtrArray *cells;  /* of GtkWidget, children, row by row */
  GtkWidget *entry;  /* the cell that gets the focus from outside, NULL for the first */
  GtkAdjustment *adjustments[2]; /* owned */
};

G_DEFINE_FINAL_TYPE (RemitComparisonGrid, remit_comparison_grid, GTK_TYPE_WIDGET)

/* --- sizes --- */

static void
measure_widest (GPtrArray *widgets,
                guint      first,
                int       *minimum,
                int       *natural)
{
  for (guint i = first; i < widgets->len; i++)
    {
      int least, wished;

      gtk_widget_measure (widgets->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, &wished, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wished);
    }
}

/* How the grid is laid out in some width. */
typedef struct
{
  gboolean is_stacked; /* each title stands above its cells and not beside them */
  int title, cell;     /* widths */
  int top;             /* the height of the heads */
} Plan;

/* The least width with the titles beside the cells, the least with them above, and a good one. */
static void
measure_width (RemitComparisonGrid *self,
               int                 *beside,
               int                 *stacked,
               int                 *natural,
               int                 *title,
               int                 *cell)
{
  int natural_title = 0, natural_cell = 0, n = (int) self->n_columns;

  *title = *cell = 0;
  if (self->heads->len > 0)
    gtk_widget_measure (self->heads->pdata[0], GTK_ORIENTATION_HORIZONTAL, -1, title, &natural_title, NULL, NULL);
  measure_widest (self->titles, 0, title, &natural_title);
  measure_widest (self->heads, 1, cell, &natural_cell);
  measure_widest (self->cells, 0, cell, &natural_cell);
  *beside = *title + n * (*cell + GAP);
  *stacked = MAX (*title, n * (*cell + GAP) - GAP);
  *natural = natural_title + n * (natural_cell + GAP);
}

static int
get_height (GtkWidget *widget,
            int        width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static Plan
make_plan (RemitComparisonGrid *self,
           int                  width)
{
  int beside, stacked, natural, title, cell, n = (int) self->n_columns;
  Plan plan = { 0 };

  measure_width (self, &beside, &stacked, &natural, &title, &cell);
  plan.is_stacked = n > 0 && width < beside;
  if (n == 0)
    plan.title = width;
  else if (plan.is_stacked)
    plan.title = MIN (width, MAX (title, STACKED_TITLE));
  else
    plan.title = MAX (title, MIN (width / 4, width - n * (cell + GAP)));
  if (n > 0)
    plan.cell = plan.is_stacked ? (width + GAP) / n - GAP : (width - plan.title) / n - GAP;
  for (guint i = plan.is_stacked ? 1 : 0; i < self->heads->len; i++)
    plan.top = MAX (plan.top, get_height (self->heads->pdata[i], i == 0 ? plan.title : plan.cell));
  return plan;
}

static GtkWidget *const *
get_cells (RemitComparisonGrid *self,
           guint                row)
{
  return (GtkWidget *const *) self->cells->pdata + row * self->n_columns;
}

/* Of the cells, and of the title where that stands beside them; the title's own goes to @title_height. */
static int
get_row_height (RemitComparisonGrid *self,
                const Plan          *plan,
                guint                row,
                int                 *title_height)
{
  int height;

  *title_height = get_height (self->titles->pdata[row], plan->title);
  height = plan->is_stacked ? 0 : *title_height;
  for (guint i = 0; i < self->n_columns; i++)
    height = MAX (height, get_height (get_cells (self, row)[i], plan->cell));
  return height;
}

static GtkSizeRequestMode
remit_comparison_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
remit_comparison_grid_measure (GtkWidget     *widget,
                               GtkOrientation orientation,
                               int            for_size,
                               int           *minimum,
                               int           *natural,
                               int           *minimum_baseline,
                               int           *natural_baseline)
{
  RemitComparisonGrid *self = REMIT_COMPARISON_GRID (widget);
  int beside, title, cell;
  Plan plan;

  measure_width (self, &beside, minimum, natural, &title, &cell);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  plan = make_plan (self, for_size >= 0 ? MAX (for_size, *minimum) : *natural);
  *minimum = *natural = plan.top;
  for (guint row = 0; row < self->titles->len; row++)
    if (gtk_widget_get_visible (self->titles->pdata[row]))
      {
        int title_height, height = get_row_height (self, &plan, row, &title_height);

        *natural += GAP + height + (plan.is_stacked ? title_height : 0);
      }
  *minimum = *natural;
}

/* How far the start of what is seen is from the start of the grid. */
static int
get_offset (RemitComparisonGrid *self,
            GtkOrientation       orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double value;

  if (adjustment == NULL)
    return 0;
  value = gtk_adjustment_get_value (adjustment);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    value = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) - value;
  return (int) CLAMP (value, 0, gtk_adjustment_get_upper (adjustment));
}

/* @x: from the start of the grid */
static void
place (RemitComparisonGrid *self,
       GtkWidget           *widget,
       int                  x,
       int                  y,
       int                  width,
       int                  height,
       int                  grid_width)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  gtk_widget_size_allocate (widget, &(GtkAllocation){ rtl ? grid_width - x - width : x, y, width, height }, -1);
}

/* What is fixed covers the gap after it, too: nothing is to be seen between two of them. */
static void
allocate_heads (RemitComparisonGrid *self,
                const Plan          *plan,
                int                  y,
                int                  width)
{
  int start = plan->is_stacked ? 0 : plan->title + GAP;

  gtk_widget_set_child_visible (self->heads->pdata[0], !plan->is_stacked);
  if (!plan->is_stacked)
    place (self, self->heads->pdata[0], 0, y, plan->title + GAP, plan->top + GAP, width);
  for (guint i = 0; i < self->n_columns; i++)
    place (self, self->heads->pdata[i + 1], start + (int) i * (plan->cell + GAP), y, plan->cell + GAP, plan->top + GAP, width);
}

static void
remit_comparison_grid_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  RemitComparisonGrid *self = REMIT_COMPARISON_GRID (widget);
  int x = get_offset (self, GTK_ORIENTATION_HORIZONTAL), top;
  Plan plan;

  if (self->heads->len == 0)
    return;
  plan = make_plan (self, width);
  allocate_heads (self, &plan, get_offset (self, GTK_ORIENTATION_VERTICAL), width);
  top = plan.top + GAP;
  for (guint row = 0; row < self->titles->len; row++)
    if (gtk_widget_get_visible (self->titles->pdata[row]))
      {
        int title_height, row_height = get_row_height (self, &plan, row, &title_height);
        int start = plan.is_stacked ? 0 : plan.title + GAP;

        if (plan.is_stacked)
          {
            place (self, self->titles->pdata[row], x, top, plan.title, title_height, width);
            top += title_height;
          }
        else
          place (self, self->titles->pdata[row], 0, top, plan.title + GAP, row_height + GAP, width);
        for (guint i = 0; i < self->n_columns; i++)
          place (self, get_cells (self, row)[i], start + (int) i * (plan.cell + GAP), top, plan.cell, row_height, width);
        top += row_height + GAP;
      }
}

/* --- focus --- */

gboolean
remit_comparison_grid_find (RemitComparisonGrid *self,
                            GtkWidget           *cell,
                            guint               *row,
                            guint               *column)
{
  guint index;

  g_return_val_if_fail (REMIT_IS_COMPARISON_GRID (self), FALSE);

  if (cell == NULL || !g_ptr_array_find (self->cells, cell, &index))
    return FALSE;
  *row = index / self->n_columns;
  *column = index % self->n_columns;
  return TRUE;
}

/* (nullable): the next row from @row that is seen, or @row itself */
static GtkWidget *
find_in_column (RemitComparisonGrid *self,
                int                  row,
                int                  step,
                guint                column)
{
  for (; row >= 0 && row < (int) self->titles->len; row += step)
    if (gtk_widget_get_visible (self->titles->pdata[row]))
      return get_cells (self, (guint) row)[column];
  return NULL;
}

static void
grab_focus (GtkWidget *cell)
{
  if (cell != NULL)
    gtk_widget_grab_focus (cell);
}

/* Moves from the cell that has the focus; at the edge it stays. */
static void
move (RemitComparisonGrid *self,
      int                  rows,
      int                  columns)
{
  guint row, column;

  if (!remit_comparison_grid_find (self, gtk_widget_get_focus_child (GTK_WIDGET (self)), &row, &column))
    return;
  if (rows != 0)
    grab_focus (find_in_column (self, (int) row + rows, rows, column));
  else
    grab_focus (get_cells (self, row)[CLAMP ((int) column + columns, 0, (int) self->n_columns - 1)]);
}

static gboolean
remit_comparison_grid_focus (GtkWidget       *widget,
                             GtkDirectionType direction)
{
  RemitComparisonGrid *self = REMIT_COMPARISON_GRID (widget);
  int forward = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;

  if (self->cells->len == 0)
    return FALSE;
  if (gtk_widget_get_focus_child (widget) == NULL)
    {
      GtkWidget *cell = self->entry != NULL && gtk_widget_get_visible (self->entry) ? self->entry : find_in_column (self, 0, 1, 0);

      return cell != NULL && gtk_widget_grab_focus (cell);
    }
  switch (direction)
    {
    case GTK_DIR_UP:
      move (self, -1, 0);
      return TRUE;
    case GTK_DIR_DOWN:
      move (self, 1, 0);
      return TRUE;
    case GTK_DIR_LEFT:
      move (self, 0, -forward);
      return TRUE;
    case GTK_DIR_RIGHT:
      move (self, 0, forward);
      return TRUE;
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return FALSE;
    }
}

static gboolean
move_to_end (GtkWidget *widget,
             GVariant  *direction,
             gpointer   user_data)
{
  RemitComparisonGrid *self = REMIT_COMPARISON_GRID (widget);

  move (self, 0, g_variant_get_int32 (direction) * (int) self->n_columns);
  return TRUE;
}

/* Brings a range into sight, where what lies over the page's beginning covers @covered of it. */
static void
clamp_page (GtkAdjustment *adjustment,
            double         start,
            double         size,
            double         covered)
{
  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, start - covered, start + size);
}

static void
remit_comparison_grid_set_focus_child (GtkWidget *widget,
                                       GtkWidget *cell)
{
  RemitComparisonGrid *self = REMIT_COMPARISON_GRID (widget);
  graphene_rect_t bounds;
  guint row, column;
  int covered;
  Plan plan;

  GTK_WIDGET_CLASS (remit_comparison_grid_parent_class)->set_focus_child (widget, cell);
  if (cell == NULL || !gtk_widget_compute_bounds (cell, GTK_WIDGET (self), &bounds))
    return;
  self->entry = cell;
  plan = make_plan (self, gtk_widget_get_width (GTK_WIDGET (self)));
  covered = plan.top + GAP;
  if (plan.is_stacked && remit_comparison_grid_find (self, cell, &row, &column))
    covered += gtk_widget_get_height (self->titles->pdata[row]); /* it is to be seen with its cell */
  clamp_page (self->adjustments[GTK_ORIENTATION_HORIZONTAL], bounds.origin.x, bounds.size.width, 0);
  clamp_page (self->adjustments[GTK_ORIENTATION_VERTICAL], bounds.origin.y, bounds.size.height, covered);
}

/* --- life --- */

static void
clear (RemitComparisonGrid *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->heads, 0);
  g_ptr_array_set_size (self->titles, 0);
  g_ptr_array_set_size (self->cells, 0);
  self->entry = NULL;
}

static void
remit_comparison_grid_dispose (GObject *object)
{
  RemitComparisonGrid *self = REMIT_COMPARISON_GRID (object);

  clear (self);
  remit_comparison_grid_set_adjustments (self, NULL, NULL);

  G_OBJECT_CLASS (remit_comparison_grid_parent_class)->dispose (object);
}

static void
remit_comparison_grid_finalize (GObject *object)
{
  RemitComparisonGrid *self = REMIT_COMPARISON_GRID (object);

  g_ptr_array_unref (self->heads);
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->cells);

  G_OBJECT_CLASS (remit_comparison_grid_parent_class)->finalize (object);
}

static void
remit_comparison_grid_class_init (RemitComparisonGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = remit_comparison_grid_dispose;
  object_class->finalize = remit_comparison_grid_finalize;
  widget_class->get_request_mode = remit_comparison_grid_get_request_mode;
  widget_class->measure = remit_comparison_grid_measure;
  widget_class->size_allocate = remit_comparison_grid_size_allocate;
  widget_class->focus = remit_comparison_grid_focus;
  widget_class->set_focus_child = remit_comparison_grid_set_focus_child;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, move_to_end, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, move_to_end, "i", 1);
  gtk_widget_class_set_css_name (widget_class, "comparisongrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
remit_comparison_grid_init (RemitComparisonGrid *self)
{
  self->heads = g_ptr_array_new ();
  self->titles = g_ptr_array_new ();
  self->cells = g_ptr_array_new ();
}

/* Those of the scrolled window; or NULL. */
void
remit_comparison_grid_set_adjustments (RemitComparisonGrid *self,
                                       GtkAdjustment       *horizontal,
                                       GtkAdjustment       *vertical)
{
  GtkAdjustment *const adjustments[] = { [GTK_ORIENTATION_HORIZONTAL] = horizontal, [GTK_ORIENTATION_VERTICAL] = vertical };

  g_return_if_fail (REMIT_IS_COMPARISON_GRID (self));

  for (guint i = 0; i < G_N_ELEMENTS (adjustments); i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_func (self->adjustments[i], gtk_widget_queue_allocate, self);
      g_set_object (&self->adjustments[i], adjustments[i]);
      if (adjustments[i] != NULL)
        g_signal_connect_swapped (adjustments[i], "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self);
    }
}

/**
 * remit_comparison_grid_set_heads:
 * @n: how many columns of cells there are
 * @heads: (transfer floating): @n + 1 widgets, that above the titles first
 *
 * Removes what there was.
 */
void
remit_comparison_grid_set_heads (RemitComparisonGrid *self,
                                 guint                n,
                                 GtkWidget *const    *heads)
{
  g_return_if_fail (REMIT_IS_COMPARISON_GRID (self));

  clear (self);
  self->n_columns = n;
  for (guint i = 0; i <= n; i++)
    {
      gtk_widget_add_css_class (heads[i], "fixed");
      gtk_widget_insert_after (heads[i], GTK_WIDGET (self), NULL); /* the last is first: that above the titles lies over all of them */
      g_ptr_array_add (self->heads, heads[i]);
    }
}

/**
 * remit_comparison_grid_add_row:
 * @title: (transfer floating):
 * @cells: (transfer floating): as many as there are columns
 */
void
remit_comparison_grid_add_row (RemitComparisonGrid *self,
                               GtkWidget           *title,
                               GtkWidget *const    *cells)
{
  g_return_if_fail (REMIT_IS_COMPARISON_GRID (self));
  g_return_if_fail (self->heads->len > 0);

  /* Cells lie under the titles, and both under the heads. */
  for (guint i = 0; i < self->n_columns; i++)
    {
      gtk_widget_insert_before (cells[i], GTK_WIDGET (self), self->titles->len > 0 ? self->titles->pdata[0] : self->heads->pdata[self->n_columns]);
      g_ptr_array_add (self->cells, cells[i]);
    }
  gtk_widget_add_css_class (title, "fixed");
  gtk_widget_insert_before (title, GTK_WIDGET (self), self->heads->pdata[self->n_columns]);
  g_ptr_array_add (self->titles, title);
}

void
remit_comparison_grid_set_row_visible (RemitComparisonGrid *self,
                                       guint                row,
                                       gboolean             visible)
{
  g_return_if_fail (REMIT_IS_COMPARISON_GRID (self));
  g_return_if_fail (row < self->titles->len);

  gtk_widget_set_visible (self->titles->pdata[row], visible);
  for (guint i = 0; i < self->n_columns; i++)
    gtk_widget_set_visible (get_cells (self, row)[i], visible);
}
