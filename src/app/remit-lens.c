/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-lens.h"

#include <adwaita.h>

#define DURATION 250 /* milliseconds */
#define RADIUS 14
#define BORDER 2.5f

struct _RemitLens
{
  GObject parent_instance;
  GtkWidget *widget; /* borrowed: it owns the lens */
  AdwAnimation *animation;
  graphene_rect_t from, to;
  double progress;
};

G_DEFINE_FINAL_TYPE (RemitLens, remit_lens, G_TYPE_OBJECT)

static void
remit_lens_dispose (GObject *object)
{
  RemitLens *self = REMIT_LENS (object);

  if (self->animation != NULL)
    adw_animation_reset (self->animation);
  g_clear_object (&self->animation);
  self->widget = NULL;

  G_OBJECT_CLASS (remit_lens_parent_class)->dispose (object);
}

static void
remit_lens_class_init (RemitLensClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = remit_lens_dispose;
}

static void
remit_lens_init (RemitLens *self)
{
}

static void
move (double   progress,
      gpointer user_data)
{
  RemitLens *self = user_data;

  self->progress = progress;
  gtk_widget_queue_draw (self->widget);
}

/**
 * remit_lens_new:
 * @widget: what the lens is drawn in; it owns the lens
 *
 * Returns: (transfer full): a lens without a shape
 */
RemitLens *
remit_lens_new (GtkWidget *widget)
{
  RemitLens *self = g_object_new (REMIT_TYPE_LENS, NULL);

  self->widget = widget;
  self->animation = adw_timed_animation_new (widget, 0, 1, DURATION, adw_callback_animation_target_new (move, self, NULL));
  return self;
}

/* Puts the lens over a service model at once; where that has no frame in the picture it is hidden. */
void
remit_lens_put (RemitLens         *self,
                RemitPicture      *picture,
                RemitServiceModel *model)
{
  g_return_if_fail (REMIT_IS_LENS (self));

  adw_animation_reset (self->animation);
  remit_picture_get_lens (picture, model, &self->to);
  self->from = self->to;
  gtk_widget_queue_draw (self->widget);
}

/* Slides the lens from where it is; where animations are off it is there at once. */
void
remit_lens_slide (RemitLens         *self,
                  RemitPicture      *picture,
                  RemitServiceModel *model)
{
  graphene_rect_t now;

  g_return_if_fail (REMIT_IS_LENS (self));

  graphene_rect_interpolate (&self->from, &self->to, self->progress, &now);
  adw_animation_reset (self->animation);
  self->from = now;
  remit_picture_get_lens (picture, model, &self->to);
  adw_animation_play (self->animation);
}

/**
 * remit_lens_snapshot:
 * @picture: whose bright state is seen through the lens, as remit_picture_snapshot() draws it; without one there is but the frame
 * @color: of the frame
 */
void
remit_lens_snapshot (RemitLens             *self,
                     GtkSnapshot           *snapshot,
                     RemitPicture          *picture,
                     gboolean               for_cairo,
                     const GdkRGBA         *color)
{
  graphene_rect_t now;
  GskRoundedRect frame;

  g_return_if_fail (REMIT_IS_LENS (self));

  graphene_rect_interpolate (&self->from, &self->to, self->progress, &now);
  if (now.size.width <= 0)
    return;
  gsk_rounded_rect_init_from_rect (&frame, &now, RADIUS);
  if (!remit_picture_is_whole (picture) && !for_cairo)
    remit_picture_snapshot_area (picture, REMIT_STATE_BRIGHT, &now, snapshot); /* the first frame, which is to be quick */
  else if (remit_picture_get_surface (picture, REMIT_STATE_BRIGHT) != NULL)
    {
      /* the clip needs no round corners: both pictures are the same there */
      gtk_snapshot_push_clip (snapshot, &now);
      remit_picture_snapshot (picture, REMIT_STATE_BRIGHT, snapshot, for_cairo);
      gtk_snapshot_pop (snapshot);
    }
  /* not a border: GTK draws borders with a shader of its own, which would be compiled for the first frame */
  gtk_snapshot_append_inset_shadow (snapshot, &frame, color, 0, 0, BORDER, 0);
}
