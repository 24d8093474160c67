/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libremit-story.h>
#include <libremit-study.h>

G_BEGIN_DECLS

/* What is learnt in this window, kept in a RemitProgressStore; one for an application. */
#define REMIT_TYPE_PROGRESS (remit_progress_get_type ())
G_DECLARE_FINAL_TYPE (RemitProgress, remit_progress, REMIT, PROGRESS, GObject)

RemitProgress *remit_progress_new (GFile *file);
void remit_progress_open (RemitProgress *self);                  /* in a thread, unless it is open; steps do so by themselves */
gboolean remit_progress_get_ready (RemitProgress *self);         /* the records are read, or cannot be */
const char *remit_progress_get_read_only (RemitProgress *self);  /* (nullable): why nothing is kept */
const char *remit_progress_get_path (RemitProgress *self);       /* (nullable): of the file, once it is open */

/* whose steps are recorded: names, %NULL for the person at this machine, who has none */
const char *const *remit_progress_get_people (RemitProgress *self);
void remit_progress_set_people (RemitProgress *self, const char *const *people);

const RemitLessonRecord *remit_progress_get_lesson (RemitProgress *self, const char *lesson); /* (nullable): of the first of the people; until "changed" */
void remit_progress_save_scene (RemitProgress *self, const char *lesson, const char *scene, guint n_checks);
void remit_progress_save_answer (RemitProgress *self, const char *lesson, const char *scene, gboolean is_right);
void remit_progress_save_done (RemitProgress *self, const char *lesson);

void remit_progress_run_async (RemitProgress *self, RemitProgressFunc func, gpointer data, GDestroyNotify data_free,
                               GAsyncReadyCallback callback, gpointer user_data);
gboolean remit_progress_run_finish (RemitProgress *self, GAsyncResult *result, GError **error);
void remit_progress_reload (RemitProgress *self);

G_END_DECLS
