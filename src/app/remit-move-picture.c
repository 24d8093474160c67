/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-move-picture.h"

#include <adwaita.h>
#include <math.h>

#include "remit-picture-store.h"

#define DURATION 400     /* milliseconds, of a cell */
#define STAGGER 70       /* between the beginnings of two cells */
#define LONGEST 1000     /* of all beginnings */
#define RADIUS 9         /* of a cell's corners */
#define FRAME 2          /* around a cell, in CSS pixels */
#define BORDER 2.5f      /* of the frame */
#define TABS 56          /* about: what a stack has over its layers, in CSS pixels */

/**
 * RemitMovePicture:
 *
 * Both pictures are stacks of one geometry, drawn ahead by a RemitPictureStore; the heads of the stack are cut off. While it plays, each
 * cell that changes slides from the old picture to the new one within its own shape, and all else stands still: no SVG is drawn. A frame
 * marks what changes, so that a still picture tells it as well.
 *
 * CSS: a node named `move` whose `color` is that of the frames.
 * Accessibility: an image; whoever makes it names it.
 */
struct _RemitMovePicture
{
  GtkWidget parent_instance;

  /* owned */
  RemitFramework *framework;
  RemitServiceModel *from_model, *to_model;
  RemitPictureStore *store;
  RemitPicture *from, *to; /* what is shown; NULL until both are there */
  GArray *cells;           /* of graphene_rect_t: those that change */
  GArray *marks;           /* of graphene_rect_t: all circles in the new picture that say that others disagree */
  AdwAnimation *animation;
  RemitLook *look;

  /* plain */
  double time;       /* since the beginning, in milliseconds; the end where nothing plays */
  gboolean is_new;   /* to be played when the pictures are there */
  int available_width, available_height;
  guint update_id;
};

G_DEFINE_FINAL_TYPE (RemitMovePicture, remit_move_picture, GTK_TYPE_WIDGET)

/* --- pictures --- */

static RemitPictureRequest
make_request (RemitMovePicture  *self,
              RemitServiceModel *model)
{
  return (RemitPictureRequest){
    .framework = self->framework,
    .layout = { .arrangement = REMIT_ARRANGEMENT_STACK,
                .service_model = model,
                .width = self->available_width,
                .height = self->available_height + TABS,
                .text_scale = self->look->text_scale,
                .rtl = self->look->rtl,
                .font_family = self->look->font_family },
    .theme = self->look->theme,
    .scale = self->look->scale,
  };
}

/* What is shown of the picture, in its own size. */
static void
get_part (RemitMovePicture *self,
          graphene_rect_t  *part)
{
  RemitDiagram *diagram = remit_picture_get_diagram (self->to);
  graphene_size_t heads;

  remit_picture_get_heads_size (self->to, 1, &heads);
  graphene_rect_init (part, 0, heads.height, (float) remit_diagram_get_width (diagram), (float) remit_diagram_get_height (diagram) - heads.height);
}

/* Both diagrams have the same elements in one order. */
static void
find_cells (RemitMovePicture *self)
{
  guint n_from, n_to;
  const RemitElement *from = remit_diagram_get_elements (remit_picture_get_diagram (self->from), &n_from);
  const RemitElement *to = remit_diagram_get_elements (remit_picture_get_diagram (self->to), &n_to);

  g_array_set_size (self->cells, 0);
  g_array_set_size (self->marks, 0);
  for (guint i = 0; i < MIN (n_from, n_to); i++)
    {
      graphene_rect_t cell, mark;

      if (remit_picture_get_mark (self->to, i, &mark))
        g_array_append_val (self->marks, mark);
      if (REMIT_IS_RESPONSIBILITY (from[i].object) && REMIT_IS_RESPONSIBILITY (to[i].object)
          && remit_responsibility_get_owner (REMIT_RESPONSIBILITY (from[i].object)) != remit_responsibility_get_owner (REMIT_RESPONSIBILITY (to[i].object))
          && remit_picture_get_shape (self->to, i, &cell))
        g_array_append_val (self->cells, cell);
    }
}

static double
get_stagger (RemitMovePicture *self)
{
  return self->cells->len > 1 ? MIN (STAGGER, (double) LONGEST / (self->cells->len - 1)) : 0;
}

static double
get_duration (RemitMovePicture *self)
{
  return self->cells->len > 0 ? DURATION + get_stagger (self) * (self->cells->len - 1) : 0;
}

static void
show_pictures (RemitMovePicture *self,
               RemitPicture     *from,
               RemitPicture     *to)
{
  gboolean is_new = self->is_new;

  if (!g_set_object (&self->from, from) & !g_set_object (&self->to, to) & !is_new)
    return;
  self->is_new = FALSE;
  find_cells (self);
  if (is_new)
    remit_move_picture_play (self);
  else
    adw_animation_skip (self->animation); /* in another size it need not go on */
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Shows the pictures of the present state, or has them drawn, one after the other. */
static void
update (RemitMovePicture *self)
{
  RemitPictureRequest from_request, to_request;
  RemitPicture *from, *to;

  if (self->framework == NULL || self->available_width <= 0)
    return;
  from_request = make_request (self, self->from_model);
  to_request = make_request (self, self->to_model);
  from = remit_picture_store_get (self->store, &from_request);
  to = from != NULL ? remit_picture_store_get (self->store, &to_request) : NULL;
  if (to == NULL)
    return;
  show_pictures (self, from, to);
  remit_picture_store_draw_ahead (self->store, &to_request);
}

static gboolean
on_update (gpointer user_data)
{
  RemitMovePicture *self = user_data;

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* --- drawing --- */

static void
set_time (double   progress,
          gpointer user_data)
{
  RemitMovePicture *self = user_data;

  self->time = progress * get_duration (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
draw_part (RemitPicture          *picture,
           GtkSnapshot           *snapshot,
           gboolean               for_cairo,
           const graphene_rect_t *cell,
           float                  offset)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (offset, 0));
  gtk_snapshot_push_clip (snapshot, cell);
  remit_picture_snapshot (picture, REMIT_STATE_BRIGHT, snapshot, for_cairo);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

/* The old one leaves at the side that the new one does not come from: that of the new model's column. */
static void
draw_moving_cell (RemitMovePicture      *self,
                  GtkSnapshot           *snapshot,
                  gboolean               for_cairo,
                  const graphene_rect_t *cell,
                  double                 progress)
{
  gboolean forward = remit_service_model_get_position (self->to_model) > remit_service_model_get_position (self->from_model);
  float side = forward == self->look->rtl ? -1 : 1;
  float way = cell->size.width * (float) adw_easing_ease (ADW_EASE_IN_OUT_CUBIC, progress);
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, cell, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  draw_part (self->from, snapshot, for_cairo, cell, -side * way);
  draw_part (self->to, snapshot, for_cairo, cell, side * (cell->size.width - way));
  gtk_snapshot_pop (snapshot);
}

static void
draw_frame (GtkSnapshot           *snapshot,
            const graphene_rect_t *cell,
            const GdkRGBA         *color)
{
  graphene_rect_t box = *cell;
  GskRoundedRect frame;

  graphene_rect_inset (&box, -FRAME, -FRAME);
  gsk_rounded_rect_init_from_rect (&frame, &box, RADIUS + FRAME);
  gtk_snapshot_append_inset_shadow (snapshot, &frame, color, 0, 0, BORDER, 0);
}

/* Once more, over the frames. */
static void
draw_mark (RemitMovePicture      *self,
           GtkSnapshot           *snapshot,
           gboolean               for_cairo,
           const graphene_rect_t *mark)
{
  graphene_rect_t box = *mark;
  GskRoundedRect circle;

  graphene_rect_inset (&box, -1, -1); /* its line */
  gsk_rounded_rect_init_from_rect (&circle, &box, box.size.width / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  remit_picture_snapshot (self->to, REMIT_STATE_BRIGHT, snapshot, for_cairo);
  gtk_snapshot_pop (snapshot);
}

static void
remit_move_picture_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  RemitMovePicture *self = REMIT_MOVE_PICTURE (widget);
  gboolean for_cairo = GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (gtk_widget_get_native (widget)));
  graphene_rect_t part;
  GdkRGBA color;
  float stretch;

  if (self->to == NULL)
    return;
  get_part (self, &part);
  stretch = (float) gtk_widget_get_width (widget) / part.size.width; /* 1 but while the window is resized, and where words are too long */
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget)));
  gtk_snapshot_save (snapshot);
  if (ABS (stretch - 1) > 0.001f)
    gtk_snapshot_scale (snapshot, stretch, stretch);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, -part.origin.y));
  remit_picture_snapshot (self->to, REMIT_STATE_BRIGHT, snapshot, for_cairo);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const graphene_rect_t *cell = &g_array_index (self->cells, graphene_rect_t, i);
      double progress = (self->time - i * get_stagger (self)) / DURATION;

      if (progress < 1)
        draw_moving_cell (self, snapshot, for_cairo, cell, MAX (0, progress));
      draw_frame (snapshot, cell, &color);
    }
  for (guint i = 0; self->cells->len > 0 && i < self->marks->len; i++)
    draw_mark (self, snapshot, for_cairo, &g_array_index (self->marks, graphene_rect_t, i));
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

/* --- widget --- */

static GtkSizeRequestMode
remit_move_picture_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
remit_move_picture_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  RemitMovePicture *self = REMIT_MOVE_PICTURE (widget);
  graphene_rect_t part;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL || self->to == NULL)
    return;
  get_part (self, &part);
  *minimum = *natural = (int) ceilf (part.size.height * (for_size > 0 ? (float) for_size / part.size.width : 1));
}

static void
remit_move_picture_dispose (GObject *object)
{
  RemitMovePicture *self = REMIT_MOVE_PICTURE (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->animation != NULL)
    adw_animation_reset (self->animation);
  g_clear_object (&self->animation);
  g_clear_object (&self->store);
  g_clear_object (&self->from);
  g_clear_object (&self->to);
  g_clear_object (&self->from_model);
  g_clear_object (&self->to_model);
  g_clear_object (&self->framework);

  G_OBJECT_CLASS (remit_move_picture_parent_class)->dispose (object);
}

static void
remit_move_picture_finalize (GObject *object)
{
  RemitMovePicture *self = REMIT_MOVE_PICTURE (object);

  g_array_unref (self->cells);
  g_array_unref (self->marks);
  remit_look_free (self->look);

  G_OBJECT_CLASS (remit_move_picture_parent_class)->finalize (object);
}

static void
remit_move_picture_class_init (RemitMovePictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_move_picture_dispose;
  G_OBJECT_CLASS (klass)->finalize = remit_move_picture_finalize;
  widget_class->get_request_mode = remit_move_picture_get_request_mode;
  widget_class->measure = remit_move_picture_measure;
  widget_class->snapshot = remit_move_picture_snapshot;

  gtk_widget_class_set_css_name (widget_class, "move");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
remit_move_picture_init (RemitMovePicture *self)
{
  self->look = g_new0 (RemitLook, 1);
  self->look->text_scale = 1;
  self->look->scale = 1;
  self->cells = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  self->marks = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  self->store = remit_picture_store_new ();
  g_signal_connect_object (self->store, "drawn", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, DURATION, adw_callback_animation_target_new (set_time, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_LINEAR);
}

GtkWidget *
remit_move_picture_new (void)
{
  return g_object_new (REMIT_TYPE_MOVE_PICTURE, NULL);
}

/**
 * remit_move_picture_show:
 * @from: one of the service models of @framework
 * @to: another
 *
 * Plays the move when both are drawn, unless it is the one that is shown.
 */
void
remit_move_picture_show (RemitMovePicture  *self,
                         RemitFramework    *framework,
                         RemitServiceModel *from,
                         RemitServiceModel *to)
{
  g_return_if_fail (REMIT_IS_MOVE_PICTURE (self));

  if (!g_set_object (&self->framework, framework) & !g_set_object (&self->from_model, from) & !g_set_object (&self->to_model, to))
    return;
  self->is_new = TRUE;
  update (self);
}

/* @look: it is copied */
void
remit_move_picture_set_look (RemitMovePicture *self,
                             const RemitLook  *look)
{
  g_return_if_fail (REMIT_IS_MOVE_PICTURE (self));

  remit_look_free (self->look);
  self->look = remit_look_copy (look);
  update (self);
}

/**
 * remit_move_picture_set_available_size:
 * @width: in CSS pixels
 * @height: in CSS pixels: rows are made lower, to a limit, to fit it
 *
 * May be called in an allocation.
 */
void
remit_move_picture_set_available_size (RemitMovePicture *self,
                                       int               width,
                                       int               height)
{
  g_return_if_fail (REMIT_IS_MOVE_PICTURE (self));

  if (self->available_width == width && self->available_height == height)
    return;
  self->available_width = width;
  self->available_height = height;
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_update, self, NULL);
}

/* Where animations are off, the new picture is there at once. */
void
remit_move_picture_play (RemitMovePicture *self)
{
  g_return_if_fail (REMIT_IS_MOVE_PICTURE (self));

  if (self->to == NULL)
    return;
  adw_animation_reset (self->animation);
  adw_timed_animation_set_duration (ADW_TIMED_ANIMATION (self->animation), (guint) get_duration (self));
  adw_animation_play (self->animation);
}

gboolean
remit_move_picture_is_playing (RemitMovePicture *self)
{
  g_return_val_if_fail (REMIT_IS_MOVE_PICTURE (self), FALSE);

  return self->is_new || adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING;
}

/* How many change. */
guint
remit_move_picture_get_n_cells (RemitMovePicture *self)
{
  g_return_val_if_fail (REMIT_IS_MOVE_PICTURE (self), 0);

  return self->cells->len;
}
