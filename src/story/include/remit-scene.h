/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-question.h"

G_BEGIN_DECLS

typedef enum
{
  REMIT_SCENE_FRAMEWORK, /* the diagram of a framework */
  REMIT_SCENE_BUILDING,  /* a building whose parts are the layers of a framework */
  REMIT_SCENE_COVERAGE,  /* traditional against cloud-enabled security */
} RemitScenePicture;

GType remit_scene_picture_get_type (void);
#define REMIT_TYPE_SCENE_PICTURE (remit_scene_picture_get_type ())

/* A picture, the words beside it and perhaps a question; immutable. Its title is the head of the words; it has no summary. */
#define REMIT_TYPE_SCENE (remit_scene_get_type ())
G_DECLARE_FINAL_TYPE (RemitScene, remit_scene, REMIT, SCENE, RemitItem)

const char *remit_scene_get_caption (RemitScene *self);
const char *remit_scene_get_notes (RemitScene *self); /* (nullable): for who presents */
RemitScenePicture remit_scene_get_picture (RemitScene *self);
RemitFramework *remit_scene_get_framework (RemitScene *self);        /* (transfer none) */
RemitServiceModel *remit_scene_get_service_model (RemitScene *self); /* (transfer none) (nullable): the one that is selected */
const char *const *remit_scene_get_layers (RemitScene *self);        /* never NULL: ids of what is in focus; none is all of it */
gboolean remit_scene_get_owners_hidden (RemitScene *self);           /* until they are revealed or the question is answered */
guint remit_scene_get_coverage (RemitScene *self);                   /* 0, traditional, to 100, cloud-enabled */
RemitQuestion *remit_scene_get_question (RemitScene *self);          /* (transfer none) (nullable) */
GListModel *remit_scene_get_sources (RemitScene *self);              /* (transfer none): of RemitSource */
guint remit_scene_get_position (RemitScene *self);                   /* its place in the storyboard, from 0 */

G_END_DECLS
