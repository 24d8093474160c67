/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-diagram-view.h"

#include <math.h>

#include "remit-item-grid.h"
#include "remit-lens.h"
#include "remit-picture-store.h"
#include "remit-scroll-area.h"

#define MAX_MODELS_IN_STACK 8
#define FRAME 6 /* around an item: the frames of focus and selection, in CSS pixels */

/**
 * RemitDiagramView:
 *
 * Textures are layers, clips are the selection: the dimmed picture lies under the bright one, which is seen through the lens around the
 * selected service model. A click, a hover and a change of model draw no SVG. A new size or theme does, in a thread; until it is there
 * the old picture is stretched. The first is waited for when the widget is mapped, so that no window opens empty. Scrolled, it is drawn
 * in panes, so that the heads of service models and layers stay in sight.
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
  RemitScrollArea scroll;
  RemitPictureStore *store;
  RemitPicture *picture; /* what is shown */
  RemitItemGrid *grid;
  RemitLens *lens;
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
  return remit_picture_request_make (remit_selection_get_framework (self->selection), remit_selection_get_service_model (self->selection), self->look,
                                     get_available_width (self),
                                     self->available_height > 0 ? self->available_height : gtk_widget_get_height (GTK_WIDGET (self)),
                                     self->matrix_width);
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

/* The selected cell; without one, the first of the selected service model. */
static RemitDiagramItem *
get_selected_item (RemitDiagramView *self)
{
  RemitLayer *layer = remit_selection_get_layer (self->selection);
  RemitLayer *first = remit_framework_get_layer (remit_selection_get_framework (self->selection), 0);

  return remit_item_grid_find (self->grid, layer != NULL ? layer : first, remit_selection_get_service_model (self->selection));
}

/* The selected cell; without one, the head of the selected service model, so that a layer one looks at stays where it is. */
static RemitDiagramItem *
find_selected (RemitDiagramView *self)
{
  return remit_item_grid_find (self->grid, remit_selection_get_layer (self->selection), remit_selection_get_service_model (self->selection));
}

/* Has an item scrolled into sight with the next allocation. */
static void
reveal (RemitDiagramView *self,
        RemitDiagramItem *item)
{
  self->revealed = item;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Few service models are better shown one by one than scrolled sideways; many are not. */
static gboolean
is_too_wide (RemitDiagramView *self,
             RemitPicture     *picture)
{
  const RemitPictureRequest *request = remit_picture_get_request (picture);

  return request->layout.arrangement == REMIT_ARRANGEMENT_MATRIX
         && remit_diagram_get_width (remit_picture_get_diagram (picture)) > request->layout.width
         && g_list_model_get_n_items (remit_framework_get_service_models (request->framework)) <= MAX_MODELS_IN_STACK;
}

static void
show_picture (RemitDiagramView *self,
              RemitPicture     *picture)
{
  gboolean was_current = is_current (self);
  graphene_rect_t lens;

  if (!g_set_object (&self->picture, picture))
    return;
  remit_item_grid_set_picture (self->grid, picture);
  remit_item_grid_select (self->grid, remit_selection_get_layer (self->selection), remit_selection_get_service_model (self->selection));
  remit_picture_get_lens (picture, remit_selection_get_service_model (self->selection), &lens);
  remit_lens_put (self->lens, &lens);
  self->revealed = !is_current (self) ? NULL : was_current ? find_selected (self) : get_selected_item (self);
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
  if (is_too_wide (self, picture))
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

  if (is_current (self))
    remit_selection_select (self->selection, layer != NULL ? layer : remit_selection_get_layer (self->selection),
                            model != NULL ? model : remit_selection_get_service_model (self->selection));
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
  remit_item_grid_select (self->grid, remit_selection_get_layer (self->selection), remit_selection_get_service_model (self->selection));
  reveal (self, find_selected (self));
  if (g_str_equal (pspec->name, "service-model"))
    {
      graphene_rect_t lens;

      remit_item_grid_focus_model (self->grid, remit_selection_get_service_model (self->selection));
      remit_picture_get_lens (self->picture, remit_selection_get_service_model (self->selection), &lens);
      remit_lens_slide (self->lens, &lens);
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
  if (self->revealed != NULL && remit_item_grid_get_shape (self->grid, self->revealed, &shape))
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
  RemitState state = remit_picture_get_surface (self->picture, REMIT_STATE_DIMMED) != NULL ? REMIT_STATE_DIMMED : REMIT_STATE_BRIGHT;
  gboolean for_cairo = GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (self))));
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  gtk_snapshot_push_clip (snapshot, &panes[pane].area);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &panes[pane].origin);
  gtk_snapshot_scale (snapshot, get_stretch (self), get_stretch (self));
  remit_picture_snapshot (self->picture, state, snapshot, for_cairo);
  if ((pane & REMIT_PANE_START) == 0)
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

  return is_current (self) && remit_item_grid_focus (self->grid, get_selected_item (self), direction);
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

  switch (prop_id)
    {
    case PROP_SELECTION:
      g_value_set_object (value, self->selection);
      break;
    case PROP_DIAGRAM_HEIGHT:
      g_value_set_int (value, remit_diagram_view_get_diagram_height (self));
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      remit_scroll_area_get_property (&self->scroll, pspec, value);
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
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      remit_scroll_area_set_property (&self->scroll, GTK_WIDGET (self), pspec, value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
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
  self->look = g_new0 (RemitLook, 1);
  self->look->text_scale = 1;
  self->look->scale = 1;
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
  g_free (self->look->font_family);
  *self->look = *look;
  self->look->font_family = g_strdup (look->font_family);
  update_picture (self);
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
