/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-question-view.h"

G_BEGIN_DECLS

/* What the scene of a player says and asks. It scrolls. */
#define REMIT_TYPE_SCENE_WORDS (remit_scene_words_get_type ())
G_DECLARE_FINAL_TYPE (RemitSceneWords, remit_scene_words, REMIT, SCENE_WORDS, GtkWidget)

GtkWidget *remit_scene_words_new (void);
void remit_scene_words_set_player (RemitSceneWords *self, RemitPlayer *player);
void remit_scene_words_show_cell (RemitSceneWords *self, RemitResponsibility *cell, gboolean in_sight);
void remit_scene_words_focus (RemitSceneWords *self);
RemitQuestionView *remit_scene_words_get_question (RemitSceneWords *self); /* (transfer none) */

G_END_DECLS
