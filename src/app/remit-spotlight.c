/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-spotlight.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define DURATION 350 /* milliseconds in which a building changes hands */
#define RADIUS 12
#define BORDER 2.5f
#define MARGIN 4 /* between what is lit and its frame, in CSS pixels */

/**
 * RemitSpotlight:
 *
 * Clips over the two pictures that there are, but for buildings, whose parts are no boxes: their bright picture has the lit parts alone.
 * The lit rows have frames, for dimmed and bright may look the same to somebody.
 *
 * Signals: `changed` when another picture may be wanted.
 */
struct _RemitSpotlight
{
  GObject parent_instance;
  GtkWidget *widget; /* borrowed: it owns this */

  /* owned */
  RemitScene *scene;
  RemitPicture *from; /* fades away; NULL while nothing does */
  AdwAnimation *animation;

  RemitResponsibility *answer; /* owned, marked with the next */
  RemitVerdict verdict;
  double progress;
  gboolean owners_hidden;
  gboolean is_new; /* nothing of the scene was scrolled into sight */
};

G_DEFINE_FINAL_TYPE (RemitSpotlight, remit_spotlight, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
remit_spotlight_dispose (GObject *object)
{
  RemitSpotlight *self = REMIT_SPOTLIGHT (object);

  if (self->animation != NULL)
    adw_animation_reset (self->animation);
  g_clear_object (&self->animation);
  g_clear_object (&self->from);
  g_clear_object (&self->scene);
  g_clear_object (&self->answer);
  self->widget = NULL;

  G_OBJECT_CLASS (remit_spotlight_parent_class)->dispose (object);
}

static void
remit_spotlight_class_init (RemitSpotlightClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = remit_spotlight_dispose;

  signals[CHANGED] = g_signal_new ("changed", REMIT_TYPE_SPOTLIGHT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
remit_spotlight_init (RemitSpotlight *self)
{
}

static void
fade (double   progress,
      gpointer user_data)
{
  RemitSpotlight *self = user_data;

  self->progress = progress;
  gtk_widget_queue_draw (self->widget);
}

static void
forget_last (RemitSpotlight *self)
{
  g_clear_object (&self->from);
}

/**
 * remit_spotlight_new:
 * @widget: what is drawn in; it owns the spotlight
 *
 * Returns: (transfer full): a spotlight on everything
 */
RemitSpotlight *
remit_spotlight_new (GtkWidget *widget)
{
  RemitSpotlight *self = g_object_new (REMIT_TYPE_SPOTLIGHT, NULL);

  self->widget = widget;
  self->animation = adw_timed_animation_new (widget, 0, 1, DURATION, adw_callback_animation_target_new (fade, self, NULL));
  g_signal_connect_object (self->animation, "done", G_CALLBACK (forget_last), self, G_CONNECT_SWAPPED);
  return self;
}

static const char *const *
get_layers (RemitSpotlight *self)
{
  static const char *const none[] = { NULL };

  return self->scene != NULL ? remit_scene_get_layers (self->scene) : none;
}

/* Says what is lit to people who do not see it; nothing where everything is. */
static void
update_description (RemitSpotlight *self)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *description = NULL;

  for (const char *const *id = get_layers (self); *id != NULL; id++)
    g_ptr_array_add (titles, (char *) remit_item_get_title (REMIT_ITEM (remit_framework_find_layer (remit_scene_get_framework (self->scene), *id))));
  if (self->scene != NULL && remit_scene_get_service_model (self->scene) != NULL)
    g_ptr_array_add (titles, (char *) remit_item_get_title (REMIT_ITEM (remit_scene_get_service_model (self->scene))));
  if (titles->len == 0)
    {
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }
  g_ptr_array_add (titles, NULL);
  list = g_strjoinv (_(", "), (char **) titles->pdata);
  /* Translators: layers and a service model, as in "In the light: Applications, Operating system, PaaS" */
  description = g_strdup_printf (_("In the light: %s"), list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
change (RemitSpotlight *self)
{
  gtk_widget_queue_draw (self->widget);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * remit_spotlight_set_scene:
 * @scene: (nullable): whose layers and service model are lit; without one, everything is
 *
 * Owners are hidden from now on where the scene hides them, and no answer is marked.
 */
void
remit_spotlight_set_scene (RemitSpotlight *self,
                           RemitScene     *scene)
{
  g_return_if_fail (REMIT_IS_SPOTLIGHT (self));

  if (!g_set_object (&self->scene, scene))
    return;
  self->is_new = scene != NULL;
  self->owners_hidden = scene != NULL && remit_scene_get_owners_hidden (scene);
  g_clear_object (&self->answer);
  gtk_widget_queue_allocate (self->widget);
  update_description (self);
  change (self);
}

gboolean
remit_spotlight_get_owners_hidden (RemitSpotlight *self)
{
  g_return_val_if_fail (REMIT_IS_SPOTLIGHT (self), FALSE);

  return self->owners_hidden;
}

void
remit_spotlight_set_owners_hidden (RemitSpotlight *self,
                                   gboolean        hidden)
{
  g_return_if_fail (REMIT_IS_SPOTLIGHT (self));

  if (self->owners_hidden == !!hidden)
    return;
  self->owners_hidden = !!hidden;
  change (self);
}

/* @cell: (nullable): one that is marked as right or wrong */
void
remit_spotlight_set_answer (RemitSpotlight      *self,
                            RemitResponsibility *cell,
                            RemitVerdict         verdict)
{
  g_return_if_fail (REMIT_IS_SPOTLIGHT (self));

  self->verdict = verdict;
  g_set_object (&self->answer, cell);
  change (self);
}

void
remit_spotlight_tell_items (RemitSpotlight *self,
                            RemitItemGrid  *grid)
{
  g_return_if_fail (REMIT_IS_SPOTLIGHT (self));

  remit_item_grid_tell (grid, self->owners_hidden, self->answer, self->verdict);
}

/* Whether a matrix has a lens: a service model is lit as a whole. */
gboolean
remit_spotlight_has_lens (RemitSpotlight *self)
{
  g_return_val_if_fail (REMIT_IS_SPOTLIGHT (self), FALSE);

  return self->scene != NULL && remit_scene_get_service_model (self->scene) != NULL && get_layers (self)[0] == NULL;
}

/* Makes @request one for the picture that the scene wants; @model is selected, which a building shows. */
void
remit_spotlight_change_request (RemitSpotlight      *self,
                                RemitPictureRequest *request,
                                RemitServiceModel   *model)
{
  g_return_if_fail (REMIT_IS_SPOTLIGHT (self));

  request->recedes = TRUE;
  request->owners_hidden = self->owners_hidden;
  if (self->scene == NULL || remit_scene_get_picture (self->scene) != REMIT_SCENE_BUILDING)
    return;
  request->layout.arrangement = REMIT_ARRANGEMENT_BUILDING;
  request->layout.service_model = model;
  if (get_layers (self)[0] != NULL)
    request->parts = get_layers (self);
}

/* Where both are of one building, which stays while its parts change hands, the first fades away. */
void
remit_spotlight_fade (RemitSpotlight *self,
                      RemitPicture   *from,
                      RemitPicture   *to)
{
  const RemitPictureRequest *a, *b = remit_picture_get_request (to);

  g_return_if_fail (REMIT_IS_SPOTLIGHT (self));

  adw_animation_reset (self->animation);
  g_clear_object (&self->from);
  a = from != NULL ? remit_picture_get_request (from) : NULL;
  if (a == NULL || a->framework != b->framework || a->layout.arrangement != REMIT_ARRANGEMENT_BUILDING
      || b->layout.arrangement != REMIT_ARRANGEMENT_BUILDING || a->layout.width != b->layout.width || a->layout.height != b->layout.height)
    return;
  self->from = g_object_ref (from);
  adw_animation_play (self->animation);
}

/* The rows of a picture that are lit, those that follow each other as one. */
static GArray *
get_rows (RemitSpotlight *self,
          RemitPicture   *picture)
{
  const RemitPictureRequest *request = remit_picture_get_request (picture);
  gboolean is_matrix = request->layout.arrangement == REMIT_ARRANGEMENT_MATRIX;
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  gboolean follows = FALSE;
  RemitLayer *layer;

  for (guint i = 0; (layer = remit_framework_get_layer (request->framework, i)) != NULL; i++)
    {
      graphene_rect_t row;

      if (!g_strv_contains (get_layers (self), remit_item_get_id (REMIT_ITEM (layer))))
        {
          follows = FALSE;
          continue;
        }
      remit_picture_get_row (picture, layer, is_matrix ? remit_scene_get_service_model (self->scene) : NULL, &row);
      graphene_rect_inset (&row, -MARGIN, -MARGIN);
      if (follows)
        graphene_rect_union (&g_array_index (rows, graphene_rect_t, rows->len - 1), &row, &g_array_index (rows, graphene_rect_t, rows->len - 1));
      else
        g_array_append_val (rows, row);
      follows = TRUE;
    }
  return rows;
}

/**
 * remit_spotlight_take_area:
 * @area: (out): the place of all that is lit, in CSS pixels of @picture
 *
 * Returns: whether the scene has just come, and has such a place, which is to be scrolled into sight; once for each scene
 */
gboolean
remit_spotlight_take_area (RemitSpotlight  *self,
                           RemitPicture    *picture,
                           graphene_rect_t *area)
{
  g_autoptr (GArray) rows = NULL;

  g_return_val_if_fail (REMIT_IS_SPOTLIGHT (self), FALSE);

  if (!self->is_new)
    return FALSE;
  self->is_new = FALSE;
  rows = get_rows (self, picture);
  for (guint i = 0; i < rows->len; i++)
    if (i == 0)
      *area = g_array_index (rows, graphene_rect_t, i);
    else
      graphene_rect_union (area, &g_array_index (rows, graphene_rect_t, i), area);
  return rows->len > 0;
}

static void
snapshot_rows (RemitSpotlight *self,
               GtkSnapshot    *snapshot,
               RemitPicture   *picture,
               gboolean        for_cairo,
               const GdkRGBA  *color)
{
  g_autoptr (GArray) rows = get_rows (self, picture);

  for (guint i = 0; i < rows->len; i++)
    {
      GskRoundedRect frame;

      gsk_rounded_rect_init_from_rect (&frame, &g_array_index (rows, graphene_rect_t, i), RADIUS);
      gtk_snapshot_push_clip (snapshot, &frame.bounds);
      remit_picture_snapshot (picture, REMIT_STATE_BRIGHT, snapshot, for_cairo);
      gtk_snapshot_pop (snapshot);
      gtk_snapshot_append_inset_shadow (snapshot, &frame, color, 0, 0, BORDER, 0);
    }
}

static void
snapshot_picture (RemitSpotlight *self,
                  GtkSnapshot    *snapshot,
                  RemitPicture   *picture,
                  gboolean        for_cairo,
                  const GdkRGBA  *color)
{
  const RemitPictureRequest *request = remit_picture_get_request (picture);
  gboolean is_building = request->layout.arrangement == REMIT_ARRANGEMENT_BUILDING;
  gboolean is_matrix = request->layout.arrangement == REMIT_ARRANGEMENT_MATRIX;
  gboolean has_rows = !is_building && get_layers (self)[0] != NULL && request->framework == remit_scene_get_framework (self->scene);

  if (has_rows || request->parts != NULL || (is_matrix && remit_spotlight_has_lens (self)))
    remit_picture_snapshot (picture, REMIT_STATE_DIMMED, snapshot, for_cairo);
  if (has_rows)
    snapshot_rows (self, snapshot, picture, for_cairo, color);
  else if (!is_matrix || !remit_spotlight_has_lens (self))
    remit_picture_snapshot (picture, REMIT_STATE_BRIGHT, snapshot, for_cairo);
}

/**
 * remit_spotlight_snapshot:
 * @picture: one made for remit_spotlight_change_request(), drawn as remit_picture_snapshot() does
 * @color: of frames
 *
 * Appends all of the picture but the lens.
 */
void
remit_spotlight_snapshot (RemitSpotlight *self,
                          GtkSnapshot    *snapshot,
                          RemitPicture   *picture,
                          gboolean        for_cairo,
                          const GdkRGBA  *color)
{
  g_return_if_fail (REMIT_IS_SPOTLIGHT (self));

  if (self->from == NULL)
    {
      snapshot_picture (self, snapshot, picture, for_cairo, color);
      return;
    }
  gtk_snapshot_push_cross_fade (snapshot, self->progress);
  snapshot_picture (self, snapshot, self->from, for_cairo, color);
  gtk_snapshot_pop (snapshot);
  snapshot_picture (self, snapshot, picture, for_cairo, color);
  gtk_snapshot_pop (snapshot);
}
