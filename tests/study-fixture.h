/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libremit-study.h>

/* What the tests of progress share: a folder of their own, a store in it, and its bytes. */
typedef struct
{
  char *folder;
  char *path;
} StudyFixture;

void study_set_up (StudyFixture *self, gconstpointer data);
void study_tear_down (StudyFixture *self, gconstpointer data);
void study_remove_folder (const char *folder);
RemitProgressStore *study_open (const char *path);
RemitProgressStore *study_try_to_open (const char *path, GError **error);
RemitSession *study_make_session (void);
void study_fill (RemitProgressStore *store);
void study_fill_file (const char *path);
void study_check_filled (RemitProgressStore *store);
gboolean study_holds (const char *folder, const char *text);
GBytes *study_load (const char *path);
void study_sql (const char *path, const char *sql);
