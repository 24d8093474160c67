/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <libremit-story.h>
#include <libremit-study.h>

G_BEGIN_DECLS

/* What the views of onboarding sessions say alike; all (transfer full). */
char *remit_study_dup_clock (guint minute);
char *remit_study_dup_span (guint minute, guint minutes);
char *remit_study_dup_time (gint64 seconds);
guint remit_study_get_minute (gint64 seconds);
char *remit_study_dup_lesson_title (RemitStoryboardCatalog *lessons, const char *id);
char *remit_study_dup_item_title (RemitAgendaItem *item, RemitCatalog *frameworks, RemitStoryboardCatalog *lessons);
char *remit_study_dup_sum (GPtrArray *records);
char *remit_study_dup_lines (GPtrArray *records, RemitStoryboardCatalog *lessons);
int remit_study_clear_list (GtkListBox *list);
void remit_study_focus_list (GtkListBox *list, int position, GtkWidget *otherwise);
void remit_study_set_texts (GtkWidget *row, const char *title, const char *subtitle);
GtkWidget *remit_study_new_row (const char *title, const char *subtitle);
GtkWidget *remit_study_new_button (const char *icon_name, const char *name);

G_END_DECLS
