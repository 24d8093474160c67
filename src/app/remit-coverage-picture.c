/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-coverage-picture.h"

#include <adwaita.h>
#include <math.h>

#include "remit-coverage-items.h"
#include "remit-picture-store.h"

#define FADE 200  /* milliseconds */
#define VEIL 0.7f /* over what recedes */

/**
 * RemitCoveragePicture:
 *
 * One picture at a time is drawn, in a thread, by a RemitPictureStore; what is asked for meanwhile waits, and only the last of it is drawn
 * then. At all positions everything has the same place: the boxes that differ fade from the old picture, and all else stands still.
 *
 * Signals: `chosen` when a thing is pressed, also once more.
 * CSS: a node named `diagram` with the style class `coverage` whose `color` is that of the band; its children are `item` nodes with the
 * style class `cell`, or `layer` for an area, and one more for what they are in the drawing: `box`, `duty`, `state`, `enabler`.
 * Accessibility: a group; whoever makes it names it. Its items are the things one can press. Tab enters at the chosen one and leaves; the
 * arrow keys move from item to item.
 */
struct _RemitCoveragePicture
{
  GtkWidget parent_instance;

  /* owned */
  RemitPictureStore *store;
  RemitPicture *picture; /* what is shown */
  RemitPicture *from;    /* (nullable): what it fades from */
  RemitCoverageItems *items;
  char **focus;
  RemitLook *look;
  AdwAnimation *fade;

  /* borrowed */
  RemitCoverage *coverage;

  /* plain */
  double position;
  double asked; /* the position of the picture being drawn; -1 where none is */
  double progress;
  int available_width, available_height;
  guint update_id;
};

G_DEFINE_FINAL_TYPE (RemitCoveragePicture, remit_coverage_picture, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- boxes --- */

static gboolean
recedes (RemitCoveragePicture *self,
         RemitArea            *area)
{
  return self->focus != NULL && !g_strv_contains ((const char *const *) self->focus, remit_item_get_id (REMIT_ITEM (area)));
}

/* Whether a box is another in what is shown than in what that fades from. */
static gboolean
changes (RemitCoveragePicture *self,
         RemitArea            *area,
         guint                 number)
{
  return remit_coverage_get_state (self->coverage, area, number, remit_picture_get_request (self->from)->position)
         != remit_coverage_get_state (self->coverage, area, number, remit_picture_get_request (self->picture)->position);
}

/* --- pictures --- */

/* Positions between two boxes give the same picture as the one before them. */
static double
round_position (RemitCoverage *coverage,
                double         position)
{
  return 100.0 * remit_coverage_count (coverage, REMIT_COVERAGE_PROVIDER, position) / remit_coverage_count (coverage, REMIT_COVERAGE_PROVIDER, 100);
}

static RemitPictureRequest
make_request (RemitCoveragePicture *self,
              double                position)
{
  return (RemitPictureRequest){
    .coverage = self->coverage,
    .position = position,
    .layout = { .arrangement = REMIT_ARRANGEMENT_STACK, /* all of it is bright */
                .width = self->available_width,
                .height = self->available_height,
                .text_scale = self->look->text_scale,
                .rtl = self->look->rtl,
                .font_family = self->look->font_family },
    .theme = self->look->theme,
    .scale = self->look->scale,
  };
}

static gboolean
differ_in_position_only (RemitPicture *a,
                         RemitPicture *b)
{
  RemitPictureRequest request = *remit_picture_get_request (a);

  request.position = remit_picture_get_request (b)->position;
  return remit_picture_request_equal (&request, remit_picture_get_request (b));
}

static void
show_picture (RemitCoveragePicture *self,
              RemitPicture         *picture)
{
  g_autoptr (RemitPicture) last = self->picture != NULL ? g_object_ref (self->picture) : NULL;

  if (!g_set_object (&self->picture, picture))
    return;
  remit_coverage_items_set_picture (self->items, picture);
  adw_animation_skip (self->fade);
  if (last != NULL && differ_in_position_only (last, picture))
    {
      self->from = g_steal_pointer (&last);
      self->progress = 0;
      adw_animation_play (self->fade); /* where animations are off, it ends at once */
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  else
    {
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
}

/* Shows the picture of the present state, or has it drawn. While one of another position is being drawn that is waited for: otherwise
 * none would be seen as long as a slider is dragged. */
static void
update (RemitCoveragePicture *self)
{
  double wanted = round_position (self->coverage, self->position);
  RemitPictureRequest request;
  RemitPicture *picture;

  if (self->available_width <= 0)
    return;
  request = make_request (self, self->asked >= 0 ? self->asked : wanted);
  picture = remit_picture_store_get (self->store, &request);
  self->asked = picture == NULL ? request.position : -1;
  if (picture == NULL)
    return;
  show_picture (self, picture);
  if (request.position != wanted)
    update (self);
}

static gboolean
on_update (gpointer user_data)
{
  RemitCoveragePicture *self = user_data;

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* --- drawing --- */

static void
set_progress (double   progress,
              gpointer user_data)
{
  RemitCoveragePicture *self = user_data;

  self->progress = progress;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_faded (RemitCoveragePicture *self)
{
  g_clear_object (&self->from);
}

/* How much the picture is stretched while the one of the right size is not there. A little is not worth a blurred frame. */
static float
get_stretch (RemitCoveragePicture *self)
{
  double stretch = self->available_width / remit_picture_get_request (self->picture)->layout.width;

  return ABS (stretch - 1) < 0.03 ? 1 : (float) stretch;
}

/* What fades is drawn over what comes: boxes are opaque. */
static void
draw_fading (RemitCoveragePicture *self,
             GtkSnapshot          *snapshot,
             gboolean              for_cairo)
{
  guint n_elements, number;
  const RemitElement *elements = remit_diagram_get_elements (remit_picture_get_diagram (self->picture), &n_elements);

  gtk_snapshot_push_opacity (snapshot, 1 - self->progress);
  for (guint i = 0; i < n_elements; i++)
    {
      RemitArea *area = remit_coverage_element_get_box (&elements[i], &number);
      graphene_rect_t box;

      if (area == NULL || !changes (self, area, number) || !remit_picture_get_shape (self->picture, i, &box))
        continue;
      graphene_rect_inset (&box, -1, -1); /* its line */
      gtk_snapshot_push_clip (snapshot, &box);
      remit_picture_snapshot (self->from, REMIT_STATE_BRIGHT, snapshot, for_cairo);
      gtk_snapshot_pop (snapshot);
    }
  gtk_snapshot_pop (snapshot);
}

/* Once more, over the frames of items. */
static void
draw_marks (RemitCoveragePicture *self,
            GtkSnapshot          *snapshot,
            gboolean              for_cairo)
{
  guint n_elements;
  graphene_rect_t mark;
  GskRoundedRect circle;

  remit_diagram_get_elements (remit_picture_get_diagram (self->picture), &n_elements);
  for (guint i = 0; i < n_elements; i++)
    {
      if (!remit_picture_get_mark (self->picture, i, &mark))
        continue;
      graphene_rect_inset (&mark, -1, -1); /* its line */
      gsk_rounded_rect_init_from_rect (&circle, &mark, mark.size.width / 2);
      gtk_snapshot_push_rounded_clip (snapshot, &circle);
      remit_picture_snapshot (self->picture, REMIT_STATE_BRIGHT, snapshot, for_cairo);
      gtk_snapshot_pop (snapshot);
    }
}

static void
draw_veil (RemitCoveragePicture *self,
           GtkSnapshot          *snapshot)
{
  guint n_elements, number;
  const RemitElement *elements = remit_diagram_get_elements (remit_picture_get_diagram (self->picture), &n_elements);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  color.alpha = VEIL;
  for (guint i = 0; i < n_elements; i++)
    {
      RemitArea *area = remit_coverage_element_get_box (&elements[i], &number);
      graphene_rect_t box;

      if (area == NULL || !recedes (self, area) || !remit_picture_get_shape (self->picture, i, &box))
        continue;
      graphene_rect_inset (&box, -1, -1);
      gtk_snapshot_append_color (snapshot, &color, &box);
    }
}

static void
remit_coverage_picture_snapshot (GtkWidget   *widget,
                                 GtkSnapshot *snapshot)
{
  RemitCoveragePicture *self = REMIT_COVERAGE_PICTURE (widget);
  gboolean for_cairo = GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (gtk_widget_get_native (widget)));

  if (self->picture == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, get_stretch (self), get_stretch (self));
  remit_picture_snapshot (self->picture, REMIT_STATE_BRIGHT, snapshot, for_cairo);
  if (self->from != NULL)
    draw_fading (self, snapshot, for_cairo);
  if (self->focus != NULL)
    draw_veil (self, snapshot);
  gtk_snapshot_restore (snapshot);
  GTK_WIDGET_CLASS (remit_coverage_picture_parent_class)->snapshot (widget, snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, get_stretch (self), get_stretch (self));
  draw_marks (self, snapshot, for_cairo);
  gtk_snapshot_restore (snapshot);
}

/* --- widget --- */

static GtkSizeRequestMode
remit_coverage_picture_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
remit_coverage_picture_measure (GtkWidget     *widget,
                                GtkOrientation orientation,
                                int            for_size,
                                int           *minimum,
                                int           *natural,
                                int           *minimum_baseline,
                                int           *natural_baseline)
{
  RemitCoveragePicture *self = REMIT_COVERAGE_PICTURE (widget);
  RemitDiagram *diagram = self->picture != NULL ? remit_picture_get_diagram (self->picture) : NULL;

  *minimum = *natural = 0;
  if (diagram == NULL)
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = (int) ceil (remit_diagram_get_height (diagram) * get_stretch (self));
  else if (remit_diagram_get_width (diagram) > remit_picture_get_request (self->picture)->layout.width)
    *minimum = *natural = (int) ceil (remit_diagram_get_width (diagram) * get_stretch (self));
}

static void
remit_coverage_picture_size_allocate (GtkWidget *widget,
                                      int        width,
                                      int        height,
                                      int        baseline)
{
  RemitCoveragePicture *self = REMIT_COVERAGE_PICTURE (widget);

  if (self->picture != NULL)
    remit_coverage_items_allocate (self->items, get_stretch (self));
}

static gboolean
remit_coverage_picture_focus (GtkWidget       *widget,
                              GtkDirectionType direction)
{
  return remit_coverage_items_focus (REMIT_COVERAGE_PICTURE (widget)->items, direction);
}

static void
on_chosen (RemitCoveragePicture *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
remit_coverage_picture_dispose (GObject *object)
{
  RemitCoveragePicture *self = REMIT_COVERAGE_PICTURE (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->fade != NULL)
    adw_animation_skip (self->fade);
  g_clear_object (&self->fade);
  if (self->items != NULL)
    g_object_run_dispose (G_OBJECT (self->items)); /* they are children and must go now */
  g_clear_object (&self->items);
  g_clear_object (&self->store);
  g_clear_object (&self->picture);

  G_OBJECT_CLASS (remit_coverage_picture_parent_class)->dispose (object);
}

static void
remit_coverage_picture_finalize (GObject *object)
{
  RemitCoveragePicture *self = REMIT_COVERAGE_PICTURE (object);

  g_strfreev (self->focus);
  remit_look_free (self->look);

  G_OBJECT_CLASS (remit_coverage_picture_parent_class)->finalize (object);
}

static void
remit_coverage_picture_class_init (RemitCoveragePictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_coverage_picture_dispose;
  G_OBJECT_CLASS (klass)->finalize = remit_coverage_picture_finalize;
  widget_class->get_request_mode = remit_coverage_picture_get_request_mode;
  widget_class->measure = remit_coverage_picture_measure;
  widget_class->size_allocate = remit_coverage_picture_size_allocate;
  widget_class->snapshot = remit_coverage_picture_snapshot;
  widget_class->focus = remit_coverage_picture_focus;

  signals[CHOSEN] = g_signal_new ("chosen", REMIT_TYPE_COVERAGE_PICTURE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "diagram");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
remit_coverage_picture_init (RemitCoveragePicture *self)
{
  self->coverage = remit_coverage_get_default ();
  self->look = g_new0 (RemitLook, 1);
  self->look->text_scale = 1;
  self->look->scale = 1;
  self->asked = -1;
  self->items = remit_coverage_items_new (GTK_WIDGET (self));
  g_signal_connect_object (self->items, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  self->store = remit_picture_store_new ();
  g_signal_connect_object (self->store, "drawn", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  self->fade = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, FADE, adw_callback_animation_target_new (set_progress, self, NULL));
  g_signal_connect_object (self->fade, "done", G_CALLBACK (on_faded), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (GTK_WIDGET (self), "coverage");
}

/* @position: from 0 to 100 */
void
remit_coverage_picture_set_position (RemitCoveragePicture *self,
                                     double                position)
{
  g_return_if_fail (REMIT_IS_COVERAGE_PICTURE (self));

  if (self->position == position)
    return;
  self->position = position;
  update (self);
}

/* Returns: the position that is shown, rounded to whole boxes; -1 before the first picture */
double
remit_coverage_picture_get_shown (RemitCoveragePicture *self)
{
  g_return_val_if_fail (REMIT_IS_COVERAGE_PICTURE (self), -1);

  return self->picture != NULL ? remit_picture_get_request (self->picture)->position : -1;
}

gboolean
remit_coverage_picture_is_fading (RemitCoveragePicture *self)
{
  g_return_val_if_fail (REMIT_IS_COVERAGE_PICTURE (self), FALSE);

  return self->from != NULL;
}

/* @areas: (nullable): ids; the boxes of others recede, unless there are none */
void
remit_coverage_picture_set_focus (RemitCoveragePicture *self,
                                  const char *const    *areas)
{
  g_return_if_fail (REMIT_IS_COVERAGE_PICTURE (self));

  g_strfreev (self->focus);
  self->focus = areas != NULL && *areas != NULL ? g_strdupv ((char **) areas) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* @look: it is copied */
void
remit_coverage_picture_set_look (RemitCoveragePicture *self,
                                 const RemitLook      *look)
{
  g_return_if_fail (REMIT_IS_COVERAGE_PICTURE (self));

  remit_look_free (self->look);
  self->look = remit_look_copy (look);
  update (self);
}

/**
 * remit_coverage_picture_set_available_size:
 * @width: in CSS pixels
 * @height: in CSS pixels: rows are made lower, to a limit, to fit it
 *
 * May be called in an allocation.
 */
void
remit_coverage_picture_set_available_size (RemitCoveragePicture *self,
                                           int                   width,
                                           int                   height)
{
  g_return_if_fail (REMIT_IS_COVERAGE_PICTURE (self));

  if (self->available_width == width && self->available_height == height)
    return;
  self->available_width = width;
  self->available_height = height;
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_update, self, NULL);
}

RemitItem *
remit_coverage_picture_get_chosen (RemitCoveragePicture *self)
{
  g_return_val_if_fail (REMIT_IS_COVERAGE_PICTURE (self), NULL);

  return remit_coverage_items_get_chosen (self->items);
}
