/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "remit-look.h"

G_BEGIN_DECLS

/* The layers of a framework under two service models, one after the other: only what changes moves. */
#define REMIT_TYPE_MOVE_PICTURE (remit_move_picture_get_type ())
G_DECLARE_FINAL_TYPE (RemitMovePicture, remit_move_picture, REMIT, MOVE_PICTURE, GtkWidget)

GtkWidget *remit_move_picture_new (void);
void remit_move_picture_show (RemitMovePicture *self, RemitFramework *framework, RemitServiceModel *from, RemitServiceModel *to);
void remit_move_picture_set_look (RemitMovePicture *self, const RemitLook *look);
void remit_move_picture_set_available_size (RemitMovePicture *self, int width, int height);
void remit_move_picture_play (RemitMovePicture *self);
gboolean remit_move_picture_is_playing (RemitMovePicture *self);
guint remit_move_picture_get_n_cells (RemitMovePicture *self);

G_END_DECLS
