/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "libremit-story.h"
#include "remit-item-grid.h"

G_BEGIN_DECLS

/* What of a diagram a lesson's scene is about: that is bright, and the rest recedes. */
#define REMIT_TYPE_SPOTLIGHT (remit_spotlight_get_type ())
G_DECLARE_FINAL_TYPE (RemitSpotlight, remit_spotlight, REMIT, SPOTLIGHT, GObject)

RemitSpotlight *remit_spotlight_new (GtkWidget *widget);
void remit_spotlight_set_scene (RemitSpotlight *self, RemitScene *scene);
gboolean remit_spotlight_get_owners_hidden (RemitSpotlight *self);
void remit_spotlight_set_owners_hidden (RemitSpotlight *self, gboolean hidden);
void remit_spotlight_set_answer (RemitSpotlight *self, RemitResponsibility *cell, RemitVerdict verdict);
void remit_spotlight_tell_items (RemitSpotlight *self, RemitItemGrid *grid);
gboolean remit_spotlight_take_area (RemitSpotlight *self, RemitPicture *picture, graphene_rect_t *area);
gboolean remit_spotlight_has_lens (RemitSpotlight *self);
void remit_spotlight_change_request (RemitSpotlight *self, RemitPictureRequest *request, RemitServiceModel *model);
void remit_spotlight_fade (RemitSpotlight *self, RemitPicture *from, RemitPicture *to);
void remit_spotlight_snapshot (RemitSpotlight *self, GtkSnapshot *snapshot, RemitPicture *picture, gboolean for_cairo, const GdkRGBA *color);

G_END_DECLS
