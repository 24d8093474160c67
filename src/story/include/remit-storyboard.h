/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-scene.h"

G_BEGIN_DECLS

/* Scenes in an order, a lesson for example; immutable. */
#define REMIT_TYPE_STORYBOARD (remit_storyboard_get_type ())
G_DECLARE_FINAL_TYPE (RemitStoryboard, remit_storyboard, REMIT, STORYBOARD, RemitItem)

guint remit_storyboard_get_minutes (RemitStoryboard *self);             /* how long it takes */
const char *const *remit_storyboard_get_teaches (RemitStoryboard *self); /* never NULL: what one knows afterwards */
RemitFramework *remit_storyboard_get_framework (RemitStoryboard *self);  /* (transfer none): of the scenes that name no other */
GListModel *remit_storyboard_get_scenes (RemitStoryboard *self);         /* (transfer none): of RemitScene */
GListModel *remit_storyboard_get_sources (RemitStoryboard *self);        /* (transfer none): of RemitSource */
RemitScene *remit_storyboard_get_scene (RemitStoryboard *self, guint position);  /* (transfer none) (nullable) */
RemitScene *remit_storyboard_find_scene (RemitStoryboard *self, const char *id); /* (transfer none) (nullable) */

G_END_DECLS
