/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-progress.h"

G_BEGIN_DECLS

/* A person, and what he or she has begun. */
typedef struct
{
  char *name; /* (nullable): NULL is the person at this machine, who has no name */
  GPtrArray *lessons; /* of RemitLessonRecord */
} RemitStudyPerson;

/* All that is kept: what is shown of sessions, from one moment. */
typedef struct
{
  GPtrArray *sessions;        /* of RemitSessionRecord, the last one first */
  GPtrArray *session_lessons; /* for each session an array of RemitLessonRecord */
  GPtrArray *people;          /* of RemitStudyPerson; the one without a name only with lessons */
  char *path;                 /* of the file */
} RemitStudyRecords;

RemitStudyRecords *remit_study_records_new (void);
void remit_study_records_free (RemitStudyRecords *self);
gboolean remit_study_records_load (RemitProgressStore *store, gpointer self, GError **error);
int remit_study_records_find_session (RemitStudyRecords *self, gint64 id);
GPtrArray *remit_study_records_of (GPtrArray *lessons, const char *person);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitStudyRecords, remit_study_records_free)

G_END_DECLS
