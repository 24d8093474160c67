/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "remit-progress.h"

G_BEGIN_DECLS

/* The lessons there are, how far one is in each, and with which to go on. */
#define REMIT_TYPE_LESSON_LIST (remit_lesson_list_get_type ())
G_DECLARE_FINAL_TYPE (RemitLessonList, remit_lesson_list, REMIT, LESSON_LIST, GtkWidget)

GtkWidget *remit_lesson_list_new (RemitStoryboardCatalog *lessons, RemitProgress *progress);
RemitStoryboard *remit_lesson_list_find_next (RemitLessonList *self, RemitStoryboard *after); /* (transfer none) (nullable) */
void remit_lesson_list_focus (RemitLessonList *self, const char *lesson);

G_END_DECLS
