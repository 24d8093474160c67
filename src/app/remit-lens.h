/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-picture.h"

G_BEGIN_DECLS

/* The frame around the selected service model, which slides from one to the next. */
#define REMIT_TYPE_LENS (remit_lens_get_type ())
G_DECLARE_FINAL_TYPE (RemitLens, remit_lens, REMIT, LENS, GObject)

RemitLens *remit_lens_new (GtkWidget *widget);
void remit_lens_put (RemitLens *self, RemitPicture *picture, RemitServiceModel *model);
void remit_lens_slide (RemitLens *self, RemitPicture *picture, RemitServiceModel *model);
void remit_lens_snapshot (RemitLens *self, GtkSnapshot *snapshot, RemitPicture *picture, gboolean for_cairo, const GdkRGBA *color);

G_END_DECLS
