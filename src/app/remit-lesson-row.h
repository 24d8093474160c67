/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "libremit-story.h"
#include "libremit-study.h"

G_BEGIN_DECLS

GtkWidget *remit_lesson_row_new (RemitStoryboard *lesson);
RemitStoryboard *remit_lesson_row_get_lesson (GtkListBoxRow *row); /* (transfer none) */
void remit_lesson_row_set_record (GtkListBoxRow *row, const RemitLessonRecord *record);

void remit_lesson_button_set_text (GtkWidget *button, const char *text);

G_END_DECLS
