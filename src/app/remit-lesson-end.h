/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "libremit-story.h"

G_BEGIN_DECLS

/* What comes after the last scene of a lesson: how it went, what one knows now, and where to go on. */
#define REMIT_TYPE_LESSON_END (remit_lesson_end_get_type ())
G_DECLARE_FINAL_TYPE (RemitLessonEnd, remit_lesson_end, REMIT, LESSON_END, GtkWidget)

GtkWidget *remit_lesson_end_new (void);
void remit_lesson_end_show (RemitLessonEnd *self, RemitStoryboard *lesson, guint n_right, guint n_questions, RemitStoryboard *next);
void remit_lesson_end_focus (RemitLessonEnd *self);

G_END_DECLS
