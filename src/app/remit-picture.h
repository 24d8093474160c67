/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "remit-look.h"

G_BEGIN_DECLS

/**
 * RemitPictureRequest:
 * @framework: (nullable): what to draw
 * @coverage: (nullable): what to draw instead
 * @position: of @coverage, from 0 to 100
 * @layout: how; its service model belongs to @framework
 * @theme: in which colours
 * @scale: device pixels to a CSS pixel
 * @show_disputed: whether cells on which others disagree are brought out, not a service model
 * @recedes: whether a stack or a building, too, has a dimmed picture, as a matrix has
 * @owners_hidden: whether both pictures, the bright and the dimmed, tell no owner
 * @parts: (nullable): ids of layers: the bright picture of a building has their parts alone
 * @first: (nullable): the service model that is enough in the bright picture of a matrix, for now
 *
 * All that a picture depends on: equal requests give equal pictures, as soon as they are whole.
 */
typedef struct
{
  RemitFramework *framework;
  RemitCoverage *coverage;
  double position;
  RemitLayout layout;
  RemitTheme theme;
  int scale;
  gboolean show_disputed;
  gboolean recedes;
  gboolean owners_hidden;
  const char *const *parts;
  RemitServiceModel *first;
} RemitPictureRequest;

RemitPictureRequest remit_picture_request_make (RemitFramework *framework, RemitServiceModel *model, const RemitLook *look, int width, int height,
                                                double matrix_width);
RemitPictureRequest *remit_picture_request_copy (const RemitPictureRequest *self); /* (transfer full) */
void remit_picture_request_free (RemitPictureRequest *self);
gboolean remit_picture_request_equal (const RemitPictureRequest *a, const RemitPictureRequest *b);
gboolean remit_picture_request_alike (const RemitPictureRequest *a, const RemitPictureRequest *b);

/* A diagram as textures and shapes, ready to be shown. Immutable. */
#define REMIT_TYPE_PICTURE (remit_picture_get_type ())
G_DECLARE_FINAL_TYPE (RemitPicture, remit_picture, REMIT, PICTURE, GObject)

RemitPicture *remit_picture_new (const RemitPictureRequest *request, GError **error);
RemitPicture *remit_picture_complete (RemitPicture *self, GError **error);
gboolean remit_picture_is_whole (RemitPicture *self);
const RemitPictureRequest *remit_picture_get_request (RemitPicture *self);
RemitDiagram *remit_picture_get_diagram (RemitPicture *self); /* (transfer none) */
gboolean remit_picture_is_too_wide (RemitPicture *self);
RemitState remit_picture_get_state (RemitPicture *self);
cairo_surface_t *remit_picture_get_surface (RemitPicture *self, RemitState state); /* (transfer none) (nullable) */
void remit_picture_snapshot (RemitPicture *self, RemitState state, GtkSnapshot *snapshot, gboolean for_cairo);
void remit_picture_snapshot_area (RemitPicture *self, RemitState state, const graphene_rect_t *area, GtkSnapshot *snapshot);
void remit_picture_get_lens (RemitPicture *self, RemitServiceModel *model, graphene_rect_t *lens);
void remit_picture_get_row (RemitPicture *self, RemitLayer *layer, RemitServiceModel *model, graphene_rect_t *row);
void remit_picture_get_heads_size (RemitPicture *self, float stretch, graphene_size_t *size);
gboolean remit_picture_get_mark (RemitPicture *self, guint element, graphene_rect_t *mark);
gboolean remit_picture_get_shape (RemitPicture *self, guint element, graphene_rect_t *shape);

G_END_DECLS
