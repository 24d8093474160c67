/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-diagram-view.h"

#include <math.h>

#include "remit-item-grid.h"
#include "remit-lens.h"
#include "remit-picture-store.h"
#include "remit-scroll-area.h"

#define FRAME 6 /* around an item: the frames of focus and selection, in CSS pixels */

/**
 * RemitDiagramView:
 *
 * Textures are layers, clips are the selection: the dimmed picture lies under the bright one, which is seen through the lens around the
 * selected service model. A click, a hover and a change of model draw no SVG. A new size or theme does, in a thread, and so does bringing
 * out the cells on which others disagree, whose picture is the same in the lens and out of it; until it is there
 * the old picture is stretched. The first is waited for when the widget is mapped, so that no window opens empty. Scrolled, it is drawn
 * in panes, so that the heads of service models and layers stay in sight. In a lesson a spotlight says what is bright, and whether there is
 * a lens.
 *
 * Signals: `cell-activated` with a RemitLayer and a RemitServiceModel when a cell is clicked or chosen by a key.
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
  RemitScrollArea scroll;
  RemitPictureStore *store;
  RemitPicture *picture; /* what is shown */
  RemitItemGrid *grid;
  RemitLens *lens;
  RemitSpotlight *spotlight; /* NULL unless it shows scenes */
  RemitLook *look;

  /* plain */
  double matrix_width; /* what a matrix in this look needs, where that was more than there was; 0 where it is not known */
  int available_width; /* the size that the diagram may have; 0 for that of the widget */
  int available_height;
  RemitDiagramItem *revealed; /* borrowed, until the next allocation */
  guint update_id; /* of the source that updates the picture after an allocation */
};

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitDiagramView, remit_diagram_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  PROP_SELECTION = 1,
  PROP_DIAGRAM_HEIGHT,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPS];

enum
{
  CELL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- pictures --- */

static int
get_available_width (RemitDiagramView *self)
{
  return self->available_width > 0 ? self->available_width : gtk_widget_get_width (GTK_WIDGET (self));
}

/* What the present state wants to be shown. */
static RemitPictureRequest
make_request (RemitDiagramView *self)
{
  int height = self->available_height > 0 ? self->available_height : gtk_widget_get_height (GTK_WIDGET (self));
  RemitPictureRequest request;

  request = remit_picture_request_make (remit_selection_get_framework (self->selection), remit_selection_get_service_model (self->selection), self->look,
                                        get_available_width (self), height, self->matrix_width);
  request.show_disputed = remit_selection_get_show_disputed (self->selection);
  if (self->spotlight != NULL)
    remit_spotlight_change_request (self->spotlight, &request, remit_selection_get_service_model (self->selection));
  return request;
}

/* How much the picture is stretched while the one of the right size is not there. A little is not worth a blurred frame. */
static float
get_stretch (RemitDiagramView *self)
{
  double stretch = get_available_width (self) / remit_picture_get_request (self->picture)->layout.width;

  return ABS (stretch - 1) < 0.03 ? 1 : (float) stretch;
}

/* Whether the picture is of the selected framework, and not of the last one while the next is being drawn. */
static gboolean
is_current (RemitDiagramView *self)
{
  return self->picture != NULL && remit_picture_get_request (self->picture)->framework == remit_selection_get_framework (self->selection);
}

/* Has an item scrolled into sight with the next allocation. */
static void
reveal (RemitDiagramView *self,
        RemitDiagramItem *item)
{
  self->revealed = item;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
show_picture (RemitDiagramView *self,
              RemitPicture     *picture)
{
  gboolean was_current = is_current (self);

  if (picture == self->picture)
    return;
  if (self->spotlight != NULL)
    remit_spotlight_fade (self->spotlight, self->picture, picture);
  g_set_object (&self->picture, picture);
  remit_item_grid_set_picture (self->grid, picture);
  remit_item_grid_select (self->grid, self->selection);
  remit_lens_put (self->lens, picture, remit_selection_get_service_model (self->selection));
  self->revealed = is_current (self) ? remit_item_grid_find_selected (self->grid, self->selection, !was_current) : NULL;
  /* the focus may have gone with what another framework was shown in */
  if (is_current (self) && !was_current && gtk_widget_get_mapped (GTK_WIDGET (self)) && gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))) == NULL)
    remit_item_grid_focus (self->grid, remit_item_grid_find_selected (self->grid, self->selection, TRUE), GTK_DIR_TAB_FORWARD);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  remit_item_get_title (REMIT_ITEM (remit_picture_get_request (picture)->framework)), -1);
  gtk_widget_queue_resize (GTK_WIDGET (self)); /* not only its own allocation: scrollbars may come and go */
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIAGRAM_HEIGHT]);
}

/* Shows the picture of the present state, or has it drawn. */
static void
update_picture (RemitDiagramView *self)
{
  RemitPictureRequest request;
  RemitPicture *picture;

  if (self->selection == NULL || remit_selection_get_framework (self->selection) == NULL || get_available_width (self) == 0)
    return;
  request = make_request (self);
  picture = remit_picture_store_get (self->store, &request);
  if (picture == NULL)
    return;
  if (remit_picture_is_too_wide (picture))
    {
      self->matrix_width = remit_diagram_get_width (remit_picture_get_diagram (picture));
      update_picture (self);
      return;
    }
  show_picture (self, picture);
  remit_picture_store_draw_ahead (self->store, &request);
}

static gboolean
on_update (gpointer user_data)
{
  RemitDiagramView *self = user_data;

  self->update_id = 0;
  update_picture (self);
  return G_SOURCE_REMOVE;
}

/* After an allocation, which must not change children, and before the next frame. */
static void
queue_update (RemitDiagramView *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_update, self, NULL);
}

static void
on_item_clicked (RemitDiagramView *self,
                 RemitDiagramItem *item)
{
  RemitLayer *layer = remit_diagram_item_get_layer (item);
  RemitServiceModel *model = remit_diagram_item_get_service_model (item);

  if (!is_current (self))
    return;
  if (layer != NULL && model == NULL) /* one service model has the picture for itself: the head stands for its cell */
    model = remit_picture_get_request (self->picture)->layout.service_model;
  remit_selection_select (self->selection, layer != NULL ? layer : remit_selection_get_layer (self->selection),
                          model != NULL ? model : remit_selection_get_service_model (self->selection));
  if (layer != NULL && model != NULL)
    g_signal_emit (self, signals[CELL_ACTIVATED], 0, layer, model);
}

static void
on_selection_notify (RemitDiagramView *self,
                     GParamSpec       *pspec)
{
  if (g_str_equal (pspec->name, "framework"))
    self->matrix_width = 0;
  if (!g_str_equal (pspec->name, "layer"))
    update_picture (self);
  if (!is_current (self))
    return;
  remit_item_grid_select (self->grid, self->selection);
  reveal (self, remit_item_grid_find_selected (self->grid, self->selection, FALSE));
  if (g_str_equal (pspec->name, "service-model"))
    {
      remit_item_grid_focus_model (self->grid, remit_selection_get_service_model (self->selection));
      remit_lens_slide (self->lens, self->picture, remit_selection_get_service_model (self->selection));
    }
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
  RemitDiagram *diagram;
  RemitPane panes[REMIT_N_PANES];
  graphene_size_t heads;
  graphene_rect_t shape;
  float stretch;

  if (self->picture == NULL || self->available_width == 0)
    queue_update (self);
  if (self->picture == NULL)
    return;
  diagram = remit_picture_get_diagram (self->picture);
  stretch = get_stretch (self);
  remit_picture_get_heads_size (self->picture, stretch, &heads);
  remit_scroll_area_configure (&self->scroll, widget, ceil (remit_diagram_get_width (diagram) * stretch), ceil (remit_diagram_get_height (diagram) * stretch),
                               &heads);
  if ((self->spotlight != NULL && is_current (self) && remit_spotlight_take_area (self->spotlight, self->picture, &shape))
      || (self->revealed != NULL && remit_item_grid_get_shape (self->grid, self->revealed, &shape)))
    {
      graphene_rect_scale (&shape, stretch, stretch, &shape);
      graphene_rect_inset (&shape, -FRAME, -FRAME);
      remit_scroll_area_show (&self->scroll, widget, &shape);
    }
  self->revealed = NULL;
  remit_scroll_area_get_panes (&self->scroll, widget, panes);
  remit_item_grid_allocate (self->grid, panes, stretch);
}

static void
snapshot_pane (RemitDiagramView *self,
               GtkSnapshot      *snapshot,
               const RemitPane  *panes,
               guint             pane)
{
  gboolean for_cairo = GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (self))));
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  gtk_snapshot_push_clip (snapshot, &panes[pane].area);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &panes[pane].origin);
  gtk_snapshot_scale (snapshot, get_stretch (self), get_stretch (self));
  if (self->spotlight != NULL)
    remit_spotlight_snapshot (self->spotlight, snapshot, self->picture, for_cairo, &color);
  else
    remit_picture_snapshot (self->picture, remit_picture_get_state (self->picture), snapshot, for_cairo);
  if ((pane & REMIT_PANE_START) == 0 && (self->spotlight == NULL || remit_spotlight_has_lens (self->spotlight)))
    remit_lens_snapshot (self->lens, snapshot, self->picture, for_cairo, &color);
  gtk_snapshot_restore (snapshot);
  remit_item_grid_snapshot (self->grid, snapshot, panes, pane);
  gtk_snapshot_pop (snapshot);
}

static void
remit_diagram_view_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  RemitDiagramView *self = REMIT_DIAGRAM_VIEW (widget);
  RemitPane panes[REMIT_N_PANES];

  if (self->picture == NULL)
    return;
  if (!remit_picture_is_whole (self->picture))
    queue_update (self); /* the rest is drawn once something is on the screen */
  remit_scroll_area_get_panes (&self->scroll, widget, panes);
  for (guint i = 0; i < REMIT_N_PANES; i++)
    if (panes[i].area.size.width > 0 && panes[i].area.size.height > 0)
      snapshot_pane (self, snapshot, panes, i);
}

/* Where the focus enters: at what is selected. */
static gboolean
remit_diagram_view_focus (GtkWidget       *widget,
                          GtkDirectionType direction)
{
  RemitDiagramView *self = REMIT_DIAGRAM_VIEW (widget);

  return is_current (self) && remit_item_grid_focus (self->grid, remit_item_grid_find_selected (self->grid, self->selection, TRUE), direction);
}

static void
remit_diagram_view_set_focus_child (GtkWidget *widget,
                                    GtkWidget *child)
{
  RemitDiagramView *self = REMIT_DIAGRAM_VIEW (widget);

  GTK_WIDGET_CLASS (remit_diagram_view_parent_class)->set_focus_child (widget, child);
  if (child != NULL)
    reveal (self, REMIT_DIAGRAM_ITEM (child));
}

/* Home and End: @args says which way, and whether over all rows. */
static gboolean
move_to_end (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  int direction;
  gboolean all_rows;

  g_variant_get (args, "(ib)", &direction, &all_rows);
  return remit_item_grid_focus_end (REMIT_DIAGRAM_VIEW (widget)->grid, direction, all_rows);
}

static void
remit_diagram_view_map (GtkWidget *widget)
{
  RemitDiagramView *self = REMIT_DIAGRAM_VIEW (widget);
  RemitPicture *picture = self->picture == NULL ? remit_picture_store_wait (self->store) : NULL;

  if (picture != NULL)
    show_picture (self, picture);
  GTK_WIDGET_CLASS (remit_diagram_view_parent_class)->map (widget);
}

static void
remit_diagram_view_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  RemitDiagramView *self = REMIT_DIAGRAM_VIEW (object);

  if (prop_id == PROP_SELECTION)
    g_value_set_object (value, self->selection);
  else if (prop_id == PROP_DIAGRAM_HEIGHT)
    g_value_set_int (value, remit_diagram_view_get_diagram_height (self));
  else
    remit_scroll_area_get_property (&self->scroll, pspec, value);
}

static void
remit_diagram_view_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  RemitDiagramView *self = REMIT_DIAGRAM_VIEW (object);

  if (prop_id == PROP_SELECTION)
    remit_diagram_view_set_selection (self, g_value_get_object (value));
  else
    remit_scroll_area_set_property (&self->scroll, GTK_WIDGET (self), pspec, value);
}

static void
remit_diagram_view_dispose (GObject *object)
{
  RemitDiagramView *self = REMIT_DIAGRAM_VIEW (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->store);
  remit_scroll_area_set_adjustment (&self->scroll, GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, NULL);
  remit_scroll_area_set_adjustment (&self->scroll, GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, NULL);
  if (self->grid != NULL)
    g_object_run_dispose (G_OBJECT (self->grid)); /* the items are children and must go now */
  g_clear_object (&self->grid);
  g_clear_object (&self->lens);
  g_clear_object (&self->spotlight);
  g_clear_object (&self->picture);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (remit_diagram_view_parent_class)->dispose (object);
}

static void
remit_diagram_view_finalize (GObject *object)
{
  remit_look_free (REMIT_DIAGRAM_VIEW (object)->look);
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
  widget_class->map = remit_diagram_view_map;

  properties[PROP_SELECTION] = g_param_spec_object ("selection", NULL, NULL, REMIT_TYPE_SELECTION, flags);
  properties[PROP_DIAGRAM_HEIGHT] = g_param_spec_int ("diagram-height", NULL, NULL, 0, G_MAXINT, 0,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CELL_ACTIVATED] = g_signal_new ("cell-activated", REMIT_TYPE_DIAGRAM_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                          REMIT_TYPE_LAYER, REMIT_TYPE_SERVICE_MODEL);
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
  self->look = remit_look_copy (&(RemitLook){ .text_scale = 1, .scale = 1 });
  self->store = remit_picture_store_new ();
  self->grid = remit_item_grid_new (GTK_WIDGET (self));
  self->lens = remit_lens_new (GTK_WIDGET (self));
  g_signal_connect_object (self->store, "drawn", G_CALLBACK (update_picture), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "clicked", G_CALLBACK (on_item_clicked), self, G_CONNECT_SWAPPED);
  self->selection_signals = g_signal_group_new (REMIT_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "notify", G_CALLBACK (on_selection_notify), self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
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

/* (transfer none) */
const RemitLook *
remit_diagram_view_get_look (RemitDiagramView *self)
{
  g_return_val_if_fail (REMIT_IS_DIAGRAM_VIEW (self), NULL);

  return self->look;
}

/* @look: it is copied */
void
remit_diagram_view_set_look (RemitDiagramView *self,
                             const RemitLook  *look)
{
  g_return_if_fail (REMIT_IS_DIAGRAM_VIEW (self));

  self->matrix_width = 0;
  remit_look_free (self->look);
  self->look = remit_look_copy (look);
  update_picture (self);
}

static void
on_spotlight_changed (RemitDiagramView *self)
{
  remit_spotlight_tell_items (self->spotlight, self->grid);
  update_picture (self);
}

/* Has the view show scenes from now on: what its spotlight is told. */
RemitSpotlight *
remit_diagram_view_use_spotlight (RemitDiagramView *self)
{
  g_return_val_if_fail (REMIT_IS_DIAGRAM_VIEW (self), NULL);

  if (self->spotlight == NULL)
    {
      self->spotlight = remit_spotlight_new (GTK_WIDGET (self));
      g_signal_connect_object (self->spotlight, "changed", G_CALLBACK (on_spotlight_changed), self, G_CONNECT_SWAPPED);
    }
  return self->spotlight;
}

int
remit_diagram_view_get_diagram_height (RemitDiagramView *self)
{
  g_return_val_if_fail (REMIT_IS_DIAGRAM_VIEW (self), 0);

  return self->picture != NULL ? (int) ceil (remit_diagram_get_height (remit_picture_get_diagram (self->picture))) : 0;
}

/**
 * remit_diagram_view_set_available_size:
 * @width: in CSS pixels
 * @height: in CSS pixels
 *
 * Says how large the diagram may be, where that is not the widget's own size: before there is one, and where the widget is made as high
 * as the diagram. It may be called in an allocation.
 */
void
remit_diagram_view_set_available_size (RemitDiagramView *self,
                                       int               width,
                                       int               height)
{
  g_return_if_fail (REMIT_IS_DIAGRAM_VIEW (self));

  if (self->available_width == width && self->available_height == height)
    return;
  self->available_width = width;
  self->available_height = height;
  queue_update (self);
}

/**
 * remit_diagram_view_prepare:
 * @store: (nullable): where a picture for this view may already be being drawn
 * @width: the width that the widget will have, in CSS pixels
 * @height: the height
 *
 * Has the diagram drawn while other things are made ready: it is waited for when the widget is mapped.
 */
void
remit_diagram_view_prepare (RemitDiagramView  *self,
                            RemitPictureStore *store,
                            int                width,
                            int                height)
{
  RemitPictureRequest request;

  g_return_if_fail (REMIT_IS_DIAGRAM_VIEW (self));

  if (store != NULL && g_set_object (&self->store, store))
    g_signal_connect_object (store, "drawn", G_CALLBACK (update_picture), self, G_CONNECT_SWAPPED);
  remit_diagram_view_set_available_size (self, width, height);
  g_clear_handle_id (&self->update_id, g_source_remove);
  request = make_request (self);
  if (!remit_picture_store_is_drawing (self->store, &request))
    update_picture (self);
}
