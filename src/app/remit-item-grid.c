/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-item-grid.h"

#include <math.h>

/**
 * RemitItemGrid:
 *
 * Signals: `clicked (item)` when an item is pressed.
 */
struct _RemitItemGrid
{
  GObject parent_instance;
  GtkWidget *widget;     /* borrowed: it owns the grid and is the items' parent */
  RemitPicture *picture; /* owned */
  GPtrArray *items;      /* of RemitDiagramItem, children of the widget, in the order of the diagram's elements */
  GArray *elements;      /* of guint: the index of each item's element */
  gboolean owners_hidden;
  RemitResponsibility *answer; /* owned (nullable): a cell that is marked with the next */
  RemitVerdict verdict;
};

G_DEFINE_FINAL_TYPE (RemitItemGrid, remit_item_grid, G_TYPE_OBJECT)

enum
{
  CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
remit_item_grid_dispose (GObject *object)
{
  RemitItemGrid *self = REMIT_ITEM_GRID (object);

  for (guint i = 0; i < self->items->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->items, i));
  g_ptr_array_set_size (self->items, 0);
  g_clear_object (&self->picture);
  g_clear_object (&self->answer);

  G_OBJECT_CLASS (remit_item_grid_parent_class)->dispose (object);
}

static void
remit_item_grid_finalize (GObject *object)
{
  RemitItemGrid *self = REMIT_ITEM_GRID (object);

  g_ptr_array_unref (self->items);
  g_array_unref (self->elements);

  G_OBJECT_CLASS (remit_item_grid_parent_class)->finalize (object);
}

static void
remit_item_grid_class_init (RemitItemGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = remit_item_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = remit_item_grid_finalize;

  signals[CLICKED] = g_signal_new ("clicked", REMIT_TYPE_ITEM_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   REMIT_TYPE_DIAGRAM_ITEM);
}

static void
remit_item_grid_init (RemitItemGrid *self)
{
  self->items = g_ptr_array_new ();
  self->elements = g_array_new (FALSE, FALSE, sizeof (guint));
}

RemitItemGrid *
remit_item_grid_new (GtkWidget *widget)
{
  RemitItemGrid *self = g_object_new (REMIT_TYPE_ITEM_GRID, NULL);

  self->widget = widget;
  return self;
}

static void
on_clicked (RemitDiagramItem *item,
            RemitItemGrid    *self)
{
  g_signal_emit (self, signals[CLICKED], 0, item);
}

static gboolean
is_pressable (const RemitElement *element)
{
  return g_str_has_prefix (element->id, "cell-") || g_str_has_prefix (element->id, "layer-") || g_str_has_prefix (element->id, "model-");
}

/* Tells an item what it shows of its owner and of the answer. */
static void
tell (RemitItemGrid    *self,
      RemitDiagramItem *item)
{
  gboolean is_answer = self->answer != NULL && remit_diagram_item_get_object (item) == (GObject *) self->answer;

  remit_diagram_item_set_owner_hidden (item, self->owners_hidden);
  remit_diagram_item_set_verdict (item, is_answer ? self->verdict : REMIT_VERDICT_NONE);
}

/* Makes items for what has none and removes those that are left in @old; where one of them had the focus, the item that now stands
 * in its place gets it. */
static void
replace_items (RemitItemGrid *self,
               GHashTable    *old)
{
  GtkWidget *focused = gtk_widget_get_focus_child (self->widget);
  GHashTableIter iter;
  gpointer item;
  guint n_elements;
  const RemitElement *elements = remit_diagram_get_elements (remit_picture_get_diagram (self->picture), &n_elements);

  for (guint i = 0; i < n_elements; i++)
    {
      if (!is_pressable (&elements[i]))
        continue;
      if (!g_hash_table_steal_extended (old, elements[i].object, NULL, &item))
        {
          item = remit_diagram_item_new (elements[i].object);
          tell (self, item);
          g_signal_connect_object (item, "clicked", G_CALLBACK (on_clicked), self, 0);
        }
      gtk_widget_insert_before (item, self->widget, NULL);
      g_ptr_array_add (self->items, item);
      g_array_append_val (self->elements, i);
    }
  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      RemitDiagramItem *heir = item != focused ? NULL
                                 : remit_item_grid_find (self, remit_diagram_item_get_layer (item),
                                                         remit_picture_get_request (self->picture)->layout.service_model);
      if (heir != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (heir));
      gtk_widget_unparent (item);
    }
}

/* One item for each cell and head of @picture; those that stand for the same things stay. */
void
remit_item_grid_set_picture (RemitItemGrid *self,
                             RemitPicture  *picture)
{
  g_autoptr (GHashTable) old = g_hash_table_new (NULL, NULL);
  const RemitPictureRequest *before, *now = remit_picture_get_request (picture);
  g_autoptr (RemitPicture) last = g_steal_pointer (&self->picture);

  g_return_if_fail (REMIT_IS_ITEM_GRID (self));

  self->picture = g_object_ref (picture);
  before = last != NULL ? remit_picture_get_request (last) : NULL;
  if (before != NULL && before->framework == now->framework && before->layout.arrangement == now->layout.arrangement
      && before->layout.service_model == now->layout.service_model)
    return;
  for (guint i = 0; i < self->items->len; i++)
    {
      RemitDiagramItem *item = g_ptr_array_index (self->items, i);
      g_hash_table_insert (old, remit_diagram_item_get_object (item), item);
    }
  g_ptr_array_set_size (self->items, 0);
  g_array_set_size (self->elements, 0);
  replace_items (self, old);
}

/**
 * remit_item_grid_tell:
 * @owners_hidden: whether items must not tell them
 * @answer: (nullable): a cell that is marked
 * @verdict: how it is
 */
void
remit_item_grid_tell (RemitItemGrid       *self,
                      gboolean             owners_hidden,
                      RemitResponsibility *answer,
                      RemitVerdict         verdict)
{
  g_return_if_fail (REMIT_IS_ITEM_GRID (self));

  if (self->owners_hidden != owners_hidden)
    gtk_widget_trigger_tooltip_query (self->widget); /* one that is shown goes; to ask for each item would take long */
  self->owners_hidden = owners_hidden;
  g_set_object (&self->answer, answer);
  self->verdict = verdict;
  for (guint i = 0; i < self->items->len; i++)
    tell (self, g_ptr_array_index (self->items, i));
}

void
remit_item_grid_select (RemitItemGrid  *self,
                        RemitSelection *selection)
{
  RemitLayer *layer = remit_selection_get_layer (selection);
  RemitServiceModel *model = remit_selection_get_service_model (selection);

  g_return_if_fail (REMIT_IS_ITEM_GRID (self));

  for (guint i = 0; i < self->items->len; i++)
    {
      RemitDiagramItem *item = g_ptr_array_index (self->items, i);
      RemitLayer *item_layer = remit_diagram_item_get_layer (item);
      RemitServiceModel *item_model = remit_diagram_item_get_service_model (item);

      remit_diagram_item_set_selected (item, (item_layer == NULL || item_layer == layer) && (item_model == NULL || item_model == model));
    }
}

/* The pane that an item lies in: that of heads where they are kept in sight. */
static guint
get_pane (RemitDiagramItem *item,
          const RemitPane  *panes)
{
  guint pane = 0;

  if (remit_diagram_item_get_service_model (item) == NULL && panes[REMIT_PANE_START].area.size.width > 0)
    pane |= REMIT_PANE_START;
  if (remit_diagram_item_get_layer (item) == NULL && panes[REMIT_PANE_TOP].area.size.height > 0)
    pane |= REMIT_PANE_TOP;
  return pane;
}

/**
 * remit_item_grid_allocate:
 * @panes: (array fixed-size=4): where the picture lies in the widget
 * @stretch: how much the picture is stretched
 */
void
remit_item_grid_allocate (RemitItemGrid   *self,
                          const RemitPane *panes,
                          float            stretch)
{
  g_return_if_fail (REMIT_IS_ITEM_GRID (self));

  for (guint i = 0; i < self->items->len; i++)
    {
      RemitDiagramItem *item = g_ptr_array_index (self->items, i);
      const RemitPane *pane = &panes[get_pane (item, panes)];
      graphene_rect_t shape, uncovered;
      graphene_point_t position;

      remit_picture_get_shape (self->picture, g_array_index (self->elements, guint, i), &shape);
      position = GRAPHENE_POINT_INIT (pane->origin.x + roundf (shape.origin.x * stretch), pane->origin.y + roundf (shape.origin.y * stretch));
      graphene_rect_offset_r (&pane->area, -position.x, -position.y, &uncovered);
      remit_diagram_item_set_uncovered (item, &uncovered);
      gtk_widget_allocate (GTK_WIDGET (item), (int) roundf (shape.size.width * stretch), (int) roundf (shape.size.height * stretch), -1,
                           gsk_transform_translate (NULL, &position));
    }
}

/* Draws the items in sight in one of @panes: a large framework has thousands. */
void
remit_item_grid_snapshot (RemitItemGrid   *self,
                          GtkSnapshot     *snapshot,
                          const RemitPane *panes,
                          guint            pane)
{
  graphene_rect_t bounds;

  g_return_if_fail (REMIT_IS_ITEM_GRID (self));

  for (guint i = 0; i < self->items->len; i++)
    {
      RemitDiagramItem *item = g_ptr_array_index (self->items, i);

      if (get_pane (item, panes) == pane && gtk_widget_compute_bounds (GTK_WIDGET (item), self->widget, &bounds)
          && graphene_rect_intersection (&bounds, &panes[pane].area, NULL))
        gtk_widget_snapshot_child (self->widget, GTK_WIDGET (item), snapshot);
    }
}

/* The item of a cell, or of a head where @layer or @model is NULL. */
RemitDiagramItem *
remit_item_grid_find (RemitItemGrid     *self,
                      RemitLayer        *layer,
                      RemitServiceModel *model)
{
  g_return_val_if_fail (REMIT_IS_ITEM_GRID (self), NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      RemitDiagramItem *item = g_ptr_array_index (self->items, i);

      if (remit_diagram_item_get_layer (item) == layer && remit_diagram_item_get_service_model (item) == model)
        return item;
    }
  return NULL;
}

/**
 * remit_item_grid_find_selected:
 * @or_first: whether without a selected layer it is the first cell of the selected service model; otherwise it is the head of that, so that
 *   a layer one looks at stays where it is
 *
 * Returns: (transfer none) (nullable): the selected cell
 */
RemitDiagramItem *
remit_item_grid_find_selected (RemitItemGrid  *self,
                               RemitSelection *selection,
                               gboolean        or_first)
{
  RemitLayer *layer = remit_selection_get_layer (selection);

  if (layer == NULL && or_first)
    layer = remit_framework_get_layer (remit_selection_get_framework (selection), 0);
  return remit_item_grid_find (self, layer, remit_selection_get_service_model (selection));
}

/* Returns: (nullable): the head of a service model above or below that of another; in a stack they stand in several lines. */
static RemitDiagramItem *
find_head_beyond (RemitItemGrid    *self,
                  RemitDiagramItem *head,
                  int               rows)
{
  RemitDiagramItem *nearest = NULL;
  graphene_rect_t shape, nearest_shape;

  if (!remit_item_grid_get_shape (self, head, &shape))
    return NULL;
  nearest_shape = shape;
  for (guint i = 0; i < self->items->len; i++)
    {
      RemitDiagramItem *item = g_ptr_array_index (self->items, i);
      graphene_rect_t other;

      if (remit_diagram_item_get_layer (item) != NULL || !remit_item_grid_get_shape (self, item, &other)
          || fabsf (other.origin.x - shape.origin.x) > shape.size.width / 2 || (other.origin.y - shape.origin.y) * (float) rows <= 0)
        continue;
      if (nearest == NULL || fabsf (other.origin.y - shape.origin.y) < fabsf (nearest_shape.origin.y - shape.origin.y))
        nearest = item, nearest_shape = other;
    }
  return nearest;
}

/**
 * remit_item_grid_get_neighbour:
 * @rows: steps down
 * @columns: steps in reading direction
 *
 * Above the first layer are the heads of the service models, before the first model the heads of the layers. A stack has one column of
 * cells under all its heads, which may stand in several lines.
 *
 * Returns: (transfer none) (nullable): the item there, if there is one
 */
RemitDiagramItem *
remit_item_grid_get_neighbour (RemitItemGrid    *self,
                               RemitDiagramItem *item,
                               int               rows,
                               int               columns)
{
  const RemitPictureRequest *request = remit_picture_get_request (self->picture);
  gboolean is_stack = request->layout.arrangement != REMIT_ARRANGEMENT_MATRIX; /* a building's cells are one column, too */
  RemitLayer *layer = remit_diagram_item_get_layer (item);
  RemitServiceModel *model = remit_diagram_item_get_service_model (item);
  int row = (layer != NULL ? (int) remit_layer_get_position (layer) : -1) + rows;
  int column = (model != NULL ? (int) remit_service_model_get_position (model) : -1) + columns;

  if (is_stack && remit_diagram_item_get_layer (item) == NULL && rows != 0)
    {
      RemitDiagramItem *head = find_head_beyond (self, item, rows);

      if (head != NULL)
        return head;
    }
  if (is_stack && (row >= 0 || rows != 0) && (model != NULL || columns > 0)) /* to or from the column of cells */
    {
      if (model != NULL && columns > 0)
        return NULL;
      model = columns < 0 ? NULL : request->layout.service_model;
    }
  else
    {
      model = column >= 0 ? remit_framework_get_service_model (request->framework, (guint) column) : NULL;
      if ((model == NULL) != (column == -1))
        return NULL;
    }
  layer = row >= 0 ? remit_framework_get_layer (request->framework, (guint) row) : NULL;
  return (layer == NULL) == (row == -1) ? remit_item_grid_find (self, layer, model) : NULL;
}

/**
 * remit_item_grid_get_shape:
 * @shape: (out): where the item lies in the picture, in CSS pixels
 *
 * Returns: whether the item is one of the grid's and has a shape
 */
gboolean
remit_item_grid_get_shape (RemitItemGrid    *self,
                           RemitDiagramItem *item,
                           graphene_rect_t  *shape)
{
  guint index;

  g_return_val_if_fail (REMIT_IS_ITEM_GRID (self), FALSE);

  return g_ptr_array_find (self->items, item, &index)
         && remit_picture_get_shape (self->picture, g_array_index (self->elements, guint, index), shape);
}

static gboolean
focus (RemitDiagramItem *item)
{
  return item != NULL && gtk_widget_grab_focus (GTK_WIDGET (item));
}

/**
 * remit_item_grid_focus:
 * @entry: (nullable): where the focus enters
 *
 * What GtkWidget.focus() does for the items: it enters once, the arrow keys move it and stay at the edge, Tab leaves.
 *
 * Returns: whether an item has the focus now
 */
gboolean
remit_item_grid_focus (RemitItemGrid    *self,
                       RemitDiagramItem *entry,
                       GtkDirectionType  direction)
{
  GtkWidget *focused = gtk_widget_get_focus_child (self->widget);
  int forward = gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL ? -1 : 1;
  int rows = direction == GTK_DIR_UP ? -1 : direction == GTK_DIR_DOWN ? 1 : 0;
  int columns = direction == GTK_DIR_LEFT ? -forward : direction == GTK_DIR_RIGHT ? forward : 0;

  g_return_val_if_fail (REMIT_IS_ITEM_GRID (self), FALSE);

  if (focused == NULL)
    return focus (entry);
  if (rows == 0 && columns == 0)
    return FALSE;
  focus (remit_item_grid_get_neighbour (self, REMIT_DIAGRAM_ITEM (focused), rows, columns));
  return TRUE;
}

/* A cell that has the focus hands it on to the same layer's under @model, so that the arrows go on from what is selected. */
void
remit_item_grid_focus_model (RemitItemGrid     *self,
                             RemitServiceModel *model)
{
  GtkWidget *focused = gtk_widget_get_focus_child (self->widget);
  RemitDiagramItem *item = focused != NULL ? REMIT_DIAGRAM_ITEM (focused) : NULL;

  g_return_if_fail (REMIT_IS_ITEM_GRID (self));

  if (item != NULL && remit_diagram_item_get_layer (item) != NULL && remit_diagram_item_get_service_model (item) != NULL)
    focus (remit_item_grid_find (self, remit_diagram_item_get_layer (item), model));
}

/* The first (@direction -1) or last (1) cell of the item's row. */
static RemitDiagramItem *
get_row_end (RemitItemGrid    *self,
             RemitDiagramItem *item,
             int               direction)
{
  RemitDiagramItem *next;

  if (remit_diagram_item_get_service_model (item) == NULL && direction < 0) /* the head of the row is not a cell */
    return remit_item_grid_get_neighbour (self, item, 0, 1);
  while ((next = remit_item_grid_get_neighbour (self, item, 0, direction)) != NULL && remit_diagram_item_get_service_model (next) != NULL)
    item = next;
  return item;
}

/**
 * remit_item_grid_focus_end:
 * @direction: -1 for the first cell of the focused item's row, 1 for the last
 * @all_rows: the first or last cell of all
 *
 * Returns: whether the focus is there now
 */
gboolean
remit_item_grid_focus_end (RemitItemGrid *self,
                           int            direction,
                           gboolean       all_rows)
{
  GtkWidget *focused = gtk_widget_get_focus_child (self->widget);
  RemitDiagramItem *item, *next;

  g_return_val_if_fail (REMIT_IS_ITEM_GRID (self), FALSE);

  if (focused == NULL)
    return FALSE;
  item = REMIT_DIAGRAM_ITEM (focused);
  if (all_rows && direction < 0 && remit_diagram_item_get_layer (item) == NULL) /* the heads of the models are no row of cells */
    item = remit_item_grid_get_neighbour (self, item, 1, 0);
  while (all_rows && (next = remit_item_grid_get_neighbour (self, item, direction, 0)) != NULL && remit_diagram_item_get_layer (next) != NULL)
    item = next;
  return focus (get_row_end (self, item, direction));
}
