/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "libremit-story.h"
#include "remit-look.h"

G_BEGIN_DECLS

/* The picture of a lesson's scene. It scrolls by itself where it does not fit. */
#define REMIT_TYPE_SCENE_VIEW (remit_scene_view_get_type ())
G_DECLARE_FINAL_TYPE (RemitSceneView, remit_scene_view, REMIT, SCENE_VIEW, GtkWidget)

GtkWidget *remit_scene_view_new (void);
RemitScene *remit_scene_view_get_scene (RemitSceneView *self); /* (transfer none) (nullable) */
void remit_scene_view_set_scene (RemitSceneView *self, RemitScene *scene);
gboolean remit_scene_view_get_owners_hidden (RemitSceneView *self);
void remit_scene_view_set_owners_hidden (RemitSceneView *self, gboolean hidden);
void remit_scene_view_set_look (RemitSceneView *self, const RemitLook *look);
RemitSelection *remit_scene_view_get_selection (RemitSceneView *self); /* (transfer none): of what somebody points at in it */
void remit_scene_view_set_answer (RemitSceneView *self, RemitLayer *layer, RemitServiceModel *model, RemitVerdict verdict);

G_END_DECLS
