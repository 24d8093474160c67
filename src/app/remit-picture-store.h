/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-picture.h"

G_BEGIN_DECLS

/* The pictures of the present size and look, one for each service model of a stack; draws those that are missing. */
#define REMIT_TYPE_PICTURE_STORE (remit_picture_store_get_type ())
G_DECLARE_FINAL_TYPE (RemitPictureStore, remit_picture_store, REMIT, PICTURE_STORE, GObject)

RemitPictureStore *remit_picture_store_new (void);
RemitPicture *remit_picture_store_get (RemitPictureStore *self, const RemitPictureRequest *request); /* (transfer none) (nullable) */
gboolean remit_picture_store_is_drawing (RemitPictureStore *self, const RemitPictureRequest *request);
guint remit_picture_store_get_n_running (void);
RemitPicture *remit_picture_store_wait (RemitPictureStore *self);                                     /* (transfer none) (nullable) */
void remit_picture_store_draw_ahead (RemitPictureStore *self, const RemitPictureRequest *request);

G_END_DECLS
