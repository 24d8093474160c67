/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "remit-look.h"

G_BEGIN_DECLS

/**
 * RemitPictureRequest:
 * @framework: what to draw
 * @layout: how; its service model belongs to @framework
 * @theme: in which colours
 * @scale: device pixels to a CSS pixel
 *
 * All that a picture depends on: equal requests give equal pictures.
 */
typedef struct
{
  RemitFramework *framework;
  RemitLayout layout;
  RemitTheme theme;
  int scale;
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
const RemitPictureRequest *remit_picture_get_request (RemitPicture *self);
RemitDiagram *remit_picture_get_diagram (RemitPicture *self); /* (transfer none) */
cairo_surface_t *remit_picture_get_surface (RemitPicture *self, RemitState state); /* (transfer none) (nullable): a stack has no dimmed one */
void remit_picture_snapshot (RemitPicture *self, RemitState state, GtkSnapshot *snapshot, gboolean for_cairo);
void remit_picture_get_lens (RemitPicture *self, RemitServiceModel *model, graphene_rect_t *lens);
void remit_picture_get_heads_size (RemitPicture *self, float stretch, graphene_size_t *size);
gboolean remit_picture_get_shape (RemitPicture *self, guint element, graphene_rect_t *shape);

G_END_DECLS
