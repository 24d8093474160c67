/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-diagram-view.h"

#include <adwaita.h>
#include <math.h>

#include "remit-diagram-item.h"
#include "remit-picture.h"

/* Narrower than this, at 100 % text, a matrix is cramped and one service model is shown at a time. */
#define MATRIX_MIN_WIDTH 600
/* More service models than this are drawn when they are asked for, not ahead. */
#define MAX_DRAWN_AHEAD 12
#define LENS_DURATION 250 /* milliseconds */
#define LENS_RADIUS 14
#define LENS_BORDER 2.5f

/**
 * RemitDiagramView:
 *
 * Textures are layers, clips are the selection: the dimmed picture lies under the bright one, which is clipped to the lens around the
 * selected service model. A click, a hover and a change of model draw no SVG. A new size or theme does, in a thread; until it is there
 * the old picture is stretched. The first picture of all is made at once, so that no window opens empty.
 *
 * CSS: a node named `diagram` whose `color` is the lens's; its children are `item` nodes.
 * Accessibility: a group named after the framework; its items are the things one can press. Tab enters at the selected item and leaves;
 * the arrow keys move from item to item.
 */
struct _RemitDiagramView
{
  GtkWidget parent_instance;

  /* owned */
  RemitSelection *selection;
  GSignalGroup *selection_signals;
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GCancellable *cancellable;     /* of the picture being drawn */
  RemitPicture *picture;         /* what is shown */
  GPtrArray *pictures;           /* those of the present size and look, for other service models too */
  GPtrArray *items;              /* of RemitDiagramItem, in the order of the diagram's elements */
  GArray *item_elements;         /* the index of each item's element */
  AdwAnimation *animation;
  char *font_family;

  /* plain */
  GtkScrollablePolicy policies[2];
  RemitTheme theme;
  double text_scale;
  graphene_rect_t lens_from, lens_to;
  double lens_progress;
};

static void scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitDiagramView, remit_diagram_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

enum
{
  PROP_SELECTION = 1,
  PROP_THEME,
  PROP_TEXT_SCALE,
  PROP_DIAGRAM_HEIGHT,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPS];

/* --- pictures --- */

static gboolean
is_stack (RemitDiagramView *self)
{
  return remit_picture_get_request (self->picture)->layout.arrangement == REMIT_ARRANGEMENT_STACK;
}

/* Everything but the service model, which is NULL in a matrix. */
static RemitPictureRequest
make_request (RemitDiagramView  *self,
              RemitServiceModel *model)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean stack = width < MATRIX_MIN_WIDTH * self->text_scale;

  return (RemitPictureRequest){
    .framework = remit_selection_get_framework (self->selection),
    .layout = { .arrangement = stack ? REMIT_ARRANGEMENT_STACK : REMIT_ARRANGEMENT_MATRIX,
                .service_model = stack ? model : NULL,
                .width = width,
                .height = gtk_widget_get_height (GTK_WIDGET (self)),
                .text_scale = self->text_scale,
                .rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
                .font_family = self->font_family },
    .theme = self->theme,
    .scale = gtk_widget_get_scale_factor (GTK_WIDGET (self)),
  };
}

static gboolean
can_draw (RemitDiagramView *self)
{
  return self->selection != NULL && remit_selection_get_framework (self->selection) != NULL && gtk_widget_get_width (GTK_WIDGET (self)) > 0;
}

static RemitPicture *
find_picture (RemitDiagramView          *self,
              const RemitPictureRequest *request)
{
  for (guint i = 0; i < self->pictures->len; i++)
    {
      RemitPicture *picture = g_ptr_array_index (self->pictures, i);

      if (remit_picture_request_equal (remit_picture_get_request (picture), request))
        return picture;
    }
  return NULL;
}

/* How much the picture is stretched while the one of the right size is not there. */
static float
get_stretch (RemitDiagramView *self)
{
  double drawn = remit_picture_get_request (self->picture)->layout.width;

  return (float) (gtk_widget_get_width (GTK_WIDGET (self)) / drawn);
}

static void
forget_pictures (RemitDiagramView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_ptr_array_set_size (self->pictures, 0);
}

/* --- the lens --- */

static void
get_lens_shape (RemitDiagramView *self,
                graphene_rect_t  *shape)
{
  guint n_elements;
  const RemitElement *elements = remit_diagram_get_elements (remit_picture_get_diagram (self->picture), &n_elements);
  RemitServiceModel *model = remit_selection_get_service_model (self->selection);

  graphene_rect_init (shape, 0, 0, 0, 0);
  for (guint i = 0; i < n_elements; i++)
    if (elements[i].object == (GObject *) model && g_str_has_prefix (elements[i].id, "lens-"))
      remit_picture_get_shape (self->picture, i, shape);
}

static void
get_lens (RemitDiagramView *self,
          graphene_rect_t  *lens)
{
  graphene_rect_interpolate (&self->lens_from, &self->lens_to, self->lens_progress, lens);
}

static void
move_lens (double   progress,
           gpointer user_data)
{
  RemitDiagramView *self = user_data;

  self->lens_progress = progress;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
put_lens (RemitDiagramView *self)
{
  adw_animation_reset (self->animation);
  get_lens_shape (self, &self->lens_to);
  self->lens_from = self->lens_to;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
slide_lens (RemitDiagramView *self)
{
  graphene_rect_t now, next;

  get_lens (self, &now);
  get_lens_shape (self, &next);
  adw_animation_reset (self->animation);
  self->lens_from = now;
  self->lens_to = next;
  adw_animation_play (self->animation);
}

/* --- items --- */

static RemitDiagramItem *
find_item (RemitDiagramView  *self,
           RemitLayer        *layer,
           RemitServiceModel *model)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      RemitDiagramItem *item = g_ptr_array_index (self->items, i);

      if (remit_diagram_item_get_layer (item) == layer && remit_diagram_item_get_service_model (item) == model)
        return item;
    }
  return NULL;
}

static void
update_selected (RemitDiagramView *self)
{
  RemitLayer *layer = remit_selection_get_layer (self->selection);
  RemitServiceModel *model = remit_selection_get_service_model (self->selection);

  for (guint i = 0; i < self->items->len; i++)
    {
      RemitDiagramItem *item = g_ptr_array_index (self->items, i);
      RemitLayer *item_layer = remit_diagram_item_get_layer (item);
      RemitServiceModel *item_model = remit_diagram_item_get_service_model (item);

      remit_diagram_item_set_selected (item, (item_layer == NULL || item_layer == layer) && (item_model == NULL || item_model == model));
    }
}

static void
on_item_clicked (RemitDiagramItem *item,
                 RemitDiagramView *self)
{
  RemitLayer *layer = remit_diagram_item_get_layer (item);
  RemitServiceModel *model = remit_diagram_item_get_service_model (item);

  if (remit_selection_get_framework (self->selection) != remit_picture_get_request (self->picture)->framework)
    return; /* the picture of another framework is on its way */
  remit_selection_select (self->selection, layer != NULL ? layer : remit_selection_get_layer (self->selection),
                          model != NULL ? model : remit_selection_get_service_model (self->selection));
}

/* One item for each cell and head of the picture; those that stand for the same things stay, and so does the focus. */
static void
update_items (RemitDiagramView *self)
{
  g_autoptr (GHashTable) old = g_hash_table_new (NULL, NULL);
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self));
  RemitLayer *focus_layer = focused != NULL ? remit_diagram_item_get_layer (REMIT_DIAGRAM_ITEM (focused)) : NULL;
  GHashTableIter iter;
  gpointer item, object;
  guint n_elements;
  const RemitElement *elements = remit_diagram_get_elements (remit_picture_get_diagram (self->picture), &n_elements);

  for (guint i = 0; i < self->items->len; i++)
    g_hash_table_insert (old, remit_diagram_item_get_object (g_ptr_array_index (self->items, i)), g_ptr_array_index (self->items, i));
  g_ptr_array_set_size (self->items, 0);
  g_array_set_size (self->item_elements, 0);
  for (guint i = 0; i < n_elements; i++)
    {
      object = elements[i].object;
      if (!g_str_has_prefix (elements[i].id, "cell-") && !g_str_has_prefix (elements[i].id, "layer-") && !g_str_has_prefix (elements[i].id, "model-"))
        continue;
      if (!g_hash_table_steal_extended (old, object, NULL, &item))
        {
          item = remit_diagram_item_new (object);
          g_signal_connect_object (item, "clicked", G_CALLBACK (on_item_clicked), self, 0);
        }
      gtk_widget_insert_before (item, GTK_WIDGET (self), NULL);
      g_ptr_array_add (self->items, item);
      g_array_append_val (self->item_elements, i);
    }
  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      if (item == focused && (object = find_item (self, focus_layer, remit_selection_get_service_model (self->selection))) != NULL)
        gtk_widget_grab_focus (object);
      gtk_widget_unparent (item);
    }
}

/* --- showing --- */

static void draw_ahead (RemitDiagramView *self);

static void
show_picture (RemitDiagramView *self,
              RemitPicture     *picture)
{
  const RemitPictureRequest *request = remit_picture_get_request (picture);
  const RemitPictureRequest *old = self->picture != NULL ? remit_picture_get_request (self->picture) : NULL;
  gboolean same_items = old != NULL && old->framework == request->framework && old->layout.arrangement == request->layout.arrangement
                        && old->layout.service_model == request->layout.service_model;

  if (!g_set_object (&self->picture, picture))
    return;
  if (!same_items)
    {
      update_items (self);
      update_selected (self);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      remit_item_get_title (REMIT_ITEM (request->framework)), -1);
    }
  put_lens (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIAGRAM_HEIGHT]);
}

static void update_picture (RemitDiagramView *self);

static void
on_drawn (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (RemitDiagramView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitPicture) picture = remit_picture_new_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (picture == NULL)
    {
      g_message ("%s", error->message); /* the picture shown stays */
      return;
    }
  if (self->pictures->len > 0)
    {
      RemitPictureRequest same = *remit_picture_get_request (g_ptr_array_index (self->pictures, 0));

      same.layout.service_model = remit_picture_get_request (picture)->layout.service_model;
      if (!remit_picture_request_equal (&same, remit_picture_get_request (picture)))
        g_ptr_array_set_size (self->pictures, 0); /* of another size or look */
    }
  g_ptr_array_add (self->pictures, g_object_ref (picture));
  update_picture (self);
}

static void
start_drawing (RemitDiagramView          *self,
               const RemitPictureRequest *request)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  remit_picture_new_async (request, self->cancellable, on_drawn, g_object_ref (self));
}

/* A stack shows one service model; the others are drawn while nobody waits. */
static void
draw_ahead (RemitDiagramView *self)
{
  RemitServiceModel *model;

  if (!is_stack (self) || self->cancellable != NULL
      || g_list_model_get_n_items (remit_framework_get_service_models (remit_selection_get_framework (self->selection))) > MAX_DRAWN_AHEAD)
    return;
  for (guint i = 0; (model = remit_framework_get_service_model (remit_selection_get_framework (self->selection), i)) != NULL; i++)
    {
      RemitPictureRequest request = make_request (self, model);

      if (find_picture (self, &request) == NULL)
        {
          start_drawing (self, &request);
          return;
        }
    }
}

/* Shows the picture of the present state, or has it drawn. */
static void
update_picture (RemitDiagramView *self)
{
  RemitPictureRequest request;
  RemitPicture *picture;

  if (!can_draw (self))
    return;
  request = make_request (self, remit_selection_get_service_model (self->selection));
  picture = find_picture (self, &request);
  if (picture == NULL && self->picture == NULL)
    {
      g_autoptr (GError) error = NULL;

      picture = remit_picture_new (&request, &error);
      if (picture != NULL)
        g_ptr_array_add (self->pictures, picture);
      else
        g_message ("%s", error->message);
    }
  else if (picture == NULL)
    start_drawing (self, &request);
  if (picture != NULL)
    {
      show_picture (self, picture);
      draw_ahead (self);
    }
}

/* --- scrolling --- */

/* Right to left, the view begins at the right end and keeps its distance from there. */
static void
configure_adjustment (RemitDiagramView *self,
                      GtkOrientation    orientation,
                      double            size,
                      double            page)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double value, upper = MAX (size, page);

  if (adjustment == NULL)
    return;
  value = gtk_adjustment_get_value (adjustment);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    value += (upper - page) - (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment));
  gtk_adjustment_configure (adjustment, value, 0, upper, page * 0.1, page * 0.9, page);
}

/* Where the diagram's corner lies in the view. */
static graphene_point_t
get_origin (RemitDiagramView *self)
{
  GtkAdjustment *x = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *y = self->adjustments[GTK_ORIENTATION_VERTICAL];

  return GRAPHENE_POINT_INIT ((float) (x != NULL ? -floor (gtk_adjustment_get_value (x)) : 0),
                              (float) (y != NULL ? -floor (gtk_adjustment_get_value (y)) : 0));
}

static void
set_adjustment (RemitDiagramView *self,
                GtkOrientation    orientation,
                GtkAdjustment    *adjustment)
{
  if (self->adjustments[orientation] == adjustment)
    return;
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], gtk_widget_queue_allocate, self);
  g_clear_object (&self->adjustments[orientation]);
  if (adjustment != NULL)
    {
      self->adjustments[orientation] = g_object_ref_sink (adjustment);
      g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
scroll_to (RemitDiagramView *self,
           GtkWidget        *item)
{
  graphene_rect_t bounds;
  graphene_point_t origin = get_origin (self);
  GtkAdjustment *x = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *y = self->adjustments[GTK_ORIENTATION_VERTICAL];

  if (self->picture == NULL || !gtk_widget_compute_bounds (item, GTK_WIDGET (self), &bounds))
    return;
  graphene_rect_offset (&bounds, -origin.x, -origin.y);
  if (x != NULL)
    gtk_adjustment_clamp_page (x, bounds.origin.x, bounds.origin.x + bounds.size.width);
  if (y != NULL)
    gtk_adjustment_clamp_page (y, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static gboolean
remit_diagram_view_get_border (GtkScrollable *scrollable,
                               GtkBorder     *border)
{
  return FALSE;
}

static void
scrollable_init (GtkScrollableInterface *iface)
{
  iface->get_border = remit_diagram_view_get_border;
}

/* --- widget --- */

static void
remit_diagram_view_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 960 : 640;
}

static void
remit_diagram_view_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  RemitDiagramView *self = REMIT_DIAGRAM_VIEW (widget);
  graphene_point_t origin;
  float stretch;

  update_picture (self);
  if (self->picture == NULL)
    return;
  stretch = get_stretch (self);
  configure_adjustment (self, GTK_ORIENTATION_HORIZONTAL, ceil (remit_diagram_get_width (remit_picture_get_diagram (self->picture)) * stretch), width);
  configure_adjustment (self, GTK_ORIENTATION_VERTICAL, ceil (remit_diagram_get_height (remit_picture_get_diagram (self->picture)) * stretch), height);
  origin = get_origin (self);
  for (guint i = 0; i < self->items->len; i++)
    {
      graphene_rect_t shape;
      GskTransform *transform;

      remit_picture_get_shape (self->picture, g_array_index (self->item_elements, guint, i), &shape);
      transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (origin.x + roundf (shape.origin.x * stretch),
                                                                       origin.y + roundf (shape.origin.y * stretch)));
      gtk_widget_allocate (g_ptr_array_index (self->items, i), (int) roundf (shape.size.width * stretch),
                           (int) roundf (shape.size.height * stretch), -1, transform);
    }
}

/* The bright picture inside the lens, and the lens's frame. */
static void
snapshot_lens (RemitDiagramView      *self,
               GtkSnapshot           *snapshot,
               const graphene_rect_t *bounds)
{
  graphene_rect_t lens;
  GskRoundedRect frame;
  GdkRGBA color;

  get_lens (self, &lens);
  if (lens.size.width <= 0)
    return;
  gsk_rounded_rect_init_from_rect (&frame, &lens, LENS_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &frame);
  gtk_snapshot_append_texture (snapshot, remit_picture_get_bright (self->picture), bounds);
  gtk_snapshot_pop (snapshot);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  gtk_snapshot_append_border (snapshot, &frame, (const float[4]){ LENS_BORDER, LENS_BORDER, LENS_BORDER, LENS_BORDER },
                              (const GdkRGBA[4]){ color, color, color, color });
}

static void
remit_diagram_view_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  RemitDiagramView *self = REMIT_DIAGRAM_VIEW (widget);
  RemitDiagram *diagram;
  graphene_rect_t bounds, visible;
  graphene_point_t origin;

  if (self->picture == NULL)
    return;
  origin = get_origin (self);
  diagram = remit_picture_get_diagram (self->picture);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &origin);
  gtk_snapshot_scale (snapshot, get_stretch (self), get_stretch (self));
  graphene_rect_init (&bounds, 0, 0, (float) remit_diagram_get_width (diagram), (float) remit_diagram_get_height (diagram));
  if (is_stack (self))
    gtk_snapshot_append_texture (snapshot, remit_picture_get_bright (self->picture), &bounds);
  else
    {
      gtk_snapshot_append_texture (snapshot, remit_picture_get_dimmed (self->picture), &bounds);
      snapshot_lens (self, snapshot, &bounds);
    }
  gtk_snapshot_restore (snapshot);

  graphene_rect_init (&visible, 0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  for (guint i = 0; i < self->items->len; i++)
    {
      GtkWidget *item = g_ptr_array_index (self->items, i);

      if (gtk_widget_compute_bounds (item, widget, &bounds) && graphene_rect_intersection (&bounds, &visible, NULL))
        gtk_widget_snapshot_child (widget, item, snapshot);
    }
}

/* The item one step away, if there is one: row -1 are the heads of the service models, column -1 the heads of the layers. A stack has
 * one column of cells under all its heads. */
static RemitDiagramItem *
get_neighbour (RemitDiagramView *self,
               RemitDiagramItem *item,
               int               rows,
               int               columns)
{
  const RemitPictureRequest *request = remit_picture_get_request (self->picture);
  RemitLayer *layer = remit_diagram_item_get_layer (item);
  RemitServiceModel *model = remit_diagram_item_get_service_model (item);
  int row = (layer != NULL ? (int) remit_layer_get_position (layer) : -1) + rows;
  int column = (model != NULL ? (int) remit_service_model_get_position (model) : -1) + columns;

  layer = row >= 0 ? remit_framework_get_layer (request->framework, (guint) row) : NULL;
  if (is_stack (self) && (layer != NULL || rows != 0) && model != NULL)
    model = columns < 0 ? NULL : columns > 0 ? model : request->layout.service_model;
  else if (is_stack (self) && layer != NULL && columns > 0)
    model = request->layout.service_model;
  else
    model = column >= 0 ? remit_framework_get_service_model (request->framework, (guint) column) : NULL;
  return row < -1 || column < -1 || (layer == NULL) != (row < 0) ? NULL : find_item (self, layer, model);
}

static gboolean
focus_item (RemitDiagramView *self,
            RemitDiagramItem *item)
{
  return item != NULL && gtk_widget_grab_focus (GTK_WIDGET (item));
}

/* Where the focus enters: at what is selected. */
static gboolean
focus_selected (RemitDiagramView *self)
{
  RemitLayer *layer = remit_selection_get_layer (self->selection);
  RemitServiceModel *model = remit_selection_get_service_model (self->selection);

  if (layer == NULL)
    layer = remit_framework_get_layer (remit_selection_get_framework (self->selection), 0);
  return focus_item (self, find_item (self, layer, model));
}

static gboolean
remit_diagram_view_focus (GtkWidget       *widget,
                          GtkDirectionType direction)
{
  RemitDiagramView *self = REMIT_DIAGRAM_VIEW (widget);
  GtkWidget *focused = gtk_widget_get_focus_child (widget);
  int forward = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;
  RemitDiagramItem *item;

  if (self->picture == NULL || direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD || focused == NULL)
    return self->picture != NULL && focused == NULL && focus_selected (self);
  item = REMIT_DIAGRAM_ITEM (focused);
  switch (direction)
    {
    case GTK_DIR_UP:
      item = get_neighbour (self, item, -1, 0);
      break;
    case GTK_DIR_DOWN:
      item = get_neighbour (self, item, 1, 0);
      break;
    case GTK_DIR_LEFT:
      item = get_neighbour (self, item, 0, -forward);
      break;
    default:
      item = get_neighbour (self, item, 0, forward);
    }
  focus_item (self, item);
  return TRUE; /* at the edge the arrows stay */
}

static void
remit_diagram_view_set_focus_child (GtkWidget *widget,
                                    GtkWidget *child)
{
  GTK_WIDGET_CLASS (remit_diagram_view_parent_class)->set_focus_child (widget, child);
  if (child != NULL)
    scroll_to (REMIT_DIAGRAM_VIEW (widget), child);
}

/* Home and End: @args says which way, and whether over all rows. */
static gboolean
move_to_end (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  RemitDiagramView *self = REMIT_DIAGRAM_VIEW (widget);
  GtkWidget *focused = gtk_widget_get_focus_child (widget);
  RemitDiagramItem *item = NULL, *next = focused != NULL ? REMIT_DIAGRAM_ITEM (focused) : NULL;
  int step;
  gboolean all_rows;

  g_variant_get (args, "(ib)", &step, &all_rows);
  for (; next != NULL; next = get_neighbour (self, item, 0, step))
    if (item = next, step < 0 && remit_diagram_item_get_layer (item) != NULL && get_neighbour (self, item, 0, step) != NULL
                       && remit_diagram_item_get_service_model (get_neighbour (self, item, 0, step)) == NULL)
      break; /* the first cell, not the head of the row */
  for (next = all_rows ? item : NULL; next != NULL; next = get_neighbour (self, item, step, 0))
    item = next;
  return focus_item (self, item);
}

static void
on_selection_notify (RemitDiagramView *self,
                     GParamSpec       *pspec)
{
  gboolean same_framework = self->picture != NULL && remit_selection_get_framework (self->selection) == remit_picture_get_request (self->picture)->framework;

  if (same_framework && !is_stack (self) && g_str_equal (pspec->name, "service-model"))
    slide_lens (self);
  else if (!g_str_equal (pspec->name, "layer"))
    update_picture (self);
  if (same_framework)
    update_selected (self);
}

static void
on_settings_notify (RemitDiagramView *self)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  g_autofree char *name = NULL;
  g_autoptr (PangoFontDescription) font = NULL;

  g_object_get (settings, "gtk-font-name", &name, NULL);
  font = pango_font_description_from_string (name != NULL ? name : "");
  g_free (self->font_family);
  self->font_family = pango_font_description_get_family (font) != NULL
                        ? g_strdup_printf ("%s, sans-serif", pango_font_description_get_family (font)) : NULL;
  update_picture (self);
}

static void
remit_diagram_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (remit_diagram_view_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-font-name", G_CALLBACK (on_settings_notify), widget, G_CONNECT_SWAPPED);
  on_settings_notify (REMIT_DIAGRAM_VIEW (widget));
}

static void
remit_diagram_view_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_settings (widget), on_settings_notify, widget);
  GTK_WIDGET_CLASS (remit_diagram_view_parent_class)->unroot (widget);
}

static void
remit_diagram_view_direction_changed (GtkWidget       *widget,
                                      GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (remit_diagram_view_parent_class)->direction_changed (widget, previous);
  update_picture (REMIT_DIAGRAM_VIEW (widget));
}

static void
remit_diagram_view_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  RemitDiagramView *self = REMIT_DIAGRAM_VIEW (object);

  switch (prop_id)
    {
    case PROP_SELECTION:
      g_value_set_object (value, self->selection);
      break;
    case PROP_THEME:
      g_value_set_int (value, (int) self->theme);
      break;
    case PROP_TEXT_SCALE:
      g_value_set_double (value, self->text_scale);
      break;
    case PROP_DIAGRAM_HEIGHT:
      g_value_set_int (value, remit_diagram_view_get_diagram_height (self));
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_diagram_view_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  RemitDiagramView *self = REMIT_DIAGRAM_VIEW (object);

  switch (prop_id)
    {
    case PROP_SELECTION:
      remit_diagram_view_set_selection (self, g_value_get_object (value));
      break;
    case PROP_THEME:
      remit_diagram_view_set_theme (self, (RemitTheme) g_value_get_int (value));
      break;
    case PROP_TEXT_SCALE:
      remit_diagram_view_set_text_scale (self, g_value_get_double (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = (GtkScrollablePolicy) g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = (GtkScrollablePolicy) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_diagram_view_dispose (GObject *object)
{
  RemitDiagramView *self = REMIT_DIAGRAM_VIEW (object);

  forget_pictures (self);
  g_clear_object (&self->selection_signals);
  if (self->animation != NULL)
    adw_animation_reset (self->animation);
  g_clear_object (&self->animation);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  for (guint i = 0; i < self->items->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->items, i));
  g_ptr_array_set_size (self->items, 0);
  g_clear_object (&self->picture);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (remit_diagram_view_parent_class)->dispose (object);
}

static void
remit_diagram_view_finalize (GObject *object)
{
  RemitDiagramView *self = REMIT_DIAGRAM_VIEW (object);

  g_ptr_array_unref (self->pictures);
  g_ptr_array_unref (self->items);
  g_array_unref (self->item_elements);
  g_free (self->font_family);

  G_OBJECT_CLASS (remit_diagram_view_parent_class)->finalize (object);
}

static void
remit_diagram_view_class_init (RemitDiagramViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const struct
  {
    guint key;
    int step;
  } ends[] = { { GDK_KEY_Home, -1 }, { GDK_KEY_KP_Home, -1 }, { GDK_KEY_End, 1 }, { GDK_KEY_KP_End, 1 } };

  object_class->get_property = remit_diagram_view_get_property;
  object_class->set_property = remit_diagram_view_set_property;
  object_class->dispose = remit_diagram_view_dispose;
  object_class->finalize = remit_diagram_view_finalize;
  widget_class->measure = remit_diagram_view_measure;
  widget_class->size_allocate = remit_diagram_view_size_allocate;
  widget_class->snapshot = remit_diagram_view_snapshot;
  widget_class->focus = remit_diagram_view_focus;
  widget_class->set_focus_child = remit_diagram_view_set_focus_child;
  widget_class->root = remit_diagram_view_root;
  widget_class->unroot = remit_diagram_view_unroot;
  widget_class->direction_changed = remit_diagram_view_direction_changed;

  properties[PROP_SELECTION] = g_param_spec_object ("selection", NULL, NULL, REMIT_TYPE_SELECTION, flags);
  properties[PROP_THEME] = g_param_spec_int ("theme", NULL, NULL, REMIT_THEME_LIGHT, REMIT_THEME_HIGH_CONTRAST_DARK, REMIT_THEME_LIGHT, flags);
  properties[PROP_TEXT_SCALE] = g_param_spec_double ("text-scale", NULL, NULL, 0.5, 4, 1, flags);
  properties[PROP_DIAGRAM_HEIGHT] = g_param_spec_int ("diagram-height", NULL, NULL, 0, G_MAXINT, 0,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      gtk_widget_class_add_binding (widget_class, ends[i].key, 0, move_to_end, "(ib)", ends[i].step, FALSE);
      gtk_widget_class_add_binding (widget_class, ends[i].key, GDK_CONTROL_MASK, move_to_end, "(ib)", ends[i].step, TRUE);
    }
  gtk_widget_class_set_css_name (widget_class, "diagram");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
remit_diagram_view_init (RemitDiagramView *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (move_lens, self, NULL);

  self->pictures = g_ptr_array_new_with_free_func (g_object_unref);
  self->items = g_ptr_array_new ();
  self->item_elements = g_array_new (FALSE, FALSE, sizeof (guint));
  self->text_scale = 1;
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, LENS_DURATION, target);
  self->selection_signals = g_signal_group_new (REMIT_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "notify", G_CALLBACK (on_selection_notify), self);
  g_signal_connect_swapped (self, "notify::scale-factor", G_CALLBACK (update_picture), self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
remit_diagram_view_new (void)
{
  return g_object_new (REMIT_TYPE_DIAGRAM_VIEW, NULL);
}

RemitSelection *
remit_diagram_view_get_selection (RemitDiagramView *self)
{
  g_return_val_if_fail (REMIT_IS_DIAGRAM_VIEW (self), NULL);

  return self->selection;
}

void
remit_diagram_view_set_selection (RemitDiagramView *self,
                                  RemitSelection   *selection)
{
  g_return_if_fail (REMIT_IS_DIAGRAM_VIEW (self));
  g_return_if_fail (selection == NULL || REMIT_IS_SELECTION (selection));

  if (!g_set_object (&self->selection, selection))
    return;
  g_signal_group_set_target (self->selection_signals, selection);
  update_picture (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTION]);
}

RemitTheme
remit_diagram_view_get_theme (RemitDiagramView *self)
{
  g_return_val_if_fail (REMIT_IS_DIAGRAM_VIEW (self), REMIT_THEME_LIGHT);

  return self->theme;
}

void
remit_diagram_view_set_theme (RemitDiagramView *self,
                              RemitTheme        theme)
{
  g_return_if_fail (REMIT_IS_DIAGRAM_VIEW (self));

  if (self->theme == theme)
    return;
  self->theme = theme;
  update_picture (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THEME]);
}

double
remit_diagram_view_get_text_scale (RemitDiagramView *self)
{
  g_return_val_if_fail (REMIT_IS_DIAGRAM_VIEW (self), 1);

  return self->text_scale;
}

/* @text_scale: 1 is 100 % */
void
remit_diagram_view_set_text_scale (RemitDiagramView *self,
                                   double            text_scale)
{
  g_return_if_fail (REMIT_IS_DIAGRAM_VIEW (self));

  if (self->text_scale == text_scale)
    return;
  self->text_scale = text_scale;
  update_picture (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT_SCALE]);
}

int
remit_diagram_view_get_diagram_height (RemitDiagramView *self)
{
  g_return_val_if_fail (REMIT_IS_DIAGRAM_VIEW (self), 0);

  return self->picture != NULL ? (int) ceil (remit_diagram_get_height (remit_picture_get_diagram (self->picture))) : 0;
}
