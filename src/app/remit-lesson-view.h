/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "libremit-story.h"
#include "remit-look.h"

G_BEGIN_DECLS

/* A lesson that is played: the picture of a scene, its words, and what leads from scene to scene. */
#define REMIT_TYPE_LESSON_VIEW (remit_lesson_view_get_type ())
G_DECLARE_FINAL_TYPE (RemitLessonView, remit_lesson_view, REMIT, LESSON_VIEW, GtkWidget)

GtkWidget *remit_lesson_view_new (void);
RemitPlayer *remit_lesson_view_get_player (RemitLessonView *self); /* (transfer none) (nullable) */
void remit_lesson_view_set_player (RemitLessonView *self, RemitPlayer *player);
void remit_lesson_view_set_look (RemitLessonView *self, const RemitLook *look);
void remit_lesson_view_focus (RemitLessonView *self);
char *remit_lesson_view_dup_title (RemitLessonView *self); /* (transfer full) */

G_END_DECLS
