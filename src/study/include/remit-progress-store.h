/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-session.h"

G_BEGIN_DECLS

#define REMIT_PROGRESS_ERROR (remit_progress_error_quark ())
GQuark remit_progress_error_quark (void);

typedef enum
{
  REMIT_PROGRESS_ERROR_FAILED,    /* the system does not let it be opened, read or written */
  REMIT_PROGRESS_ERROR_BUSY,      /* another program has it for longer than one waits */
  REMIT_PROGRESS_ERROR_FULL,      /* no space is left; nothing was written */
  REMIT_PROGRESS_ERROR_READ_ONLY, /* it can be read alone: see remit_progress_store_get_read_only() */
  REMIT_PROGRESS_ERROR_DAMAGED,   /* it is damaged and could not be set aside, or became so while it was open */
  REMIT_PROGRESS_ERROR_INVALID,   /* what was given cannot be kept: a blank name, an answer in a lesson that was not begun */
} RemitProgressError;

typedef enum
{
  REMIT_LESSON_NOT_BEGUN,
  REMIT_LESSON_BEGUN,
  REMIT_LESSON_DONE,
} RemitLessonState;

/* How far a person is in a lesson. Times are seconds since 1970-01-01 00:00 UTC, as whoever wrote them gave them. */
typedef struct
{
  char *person; /* (nullable): NULL is the person at this machine, who has no name */
  char *lesson;
  RemitLessonState state;
  char *scene;   /* (nullable): where one stopped; NULL where not begun */
  guint checks;  /* questions that the lesson has */
  guint passed;  /* those that were answered right at the first try */
  gint64 begun;  /* 0 where not begun */
  gint64 seen;   /* when the person was in it last; 0 where not begun */
  gint64 done;   /* 0 where not done; ask state, for a clock may say 0 */
} RemitLessonRecord;

void remit_lesson_record_free (RemitLessonRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitLessonRecord, remit_lesson_record_free)

/* What a person answered to the question of a scene. */
typedef struct
{
  char *scene;
  gboolean passed; /* right at the first try */
  gboolean solved; /* right at any try */
  guint tries;
  gint64 answered; /* when first */
} RemitAnswerRecord;

void remit_answer_record_free (RemitAnswerRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitAnswerRecord, remit_answer_record_free)

/* An onboarding session that was run. */
typedef struct
{
  gint64 id;
  RemitSession *session;
  gint64 began;
  GStrv participants; /* in the order in which they came */
} RemitSessionRecord;

void remit_session_record_free (RemitSessionRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitSessionRecord, remit_session_record_free)

/* What was learnt on this machine. All functions may be called by any thread; each waits for the others. */
#define REMIT_TYPE_PROGRESS_STORE (remit_progress_store_get_type ())
G_DECLARE_FINAL_TYPE (RemitProgressStore, remit_progress_store, REMIT, PROGRESS_STORE, GObject)

RemitProgressStore *remit_progress_store_open (GFile *file, GError **error);
void remit_progress_store_open_async (GFile *file, GAsyncReadyCallback callback, gpointer user_data);
RemitProgressStore *remit_progress_store_open_finish (GAsyncResult *result, GError **error);
const char *remit_progress_store_get_path (RemitProgressStore *self);
const char *remit_progress_store_get_read_only (RemitProgressStore *self); /* (nullable): why nothing can be written */
char *remit_progress_store_take_notice (RemitProgressStore *self);

/* Steps. A @person of NULL is the one at this machine. */
gboolean remit_progress_store_save_scene (RemitProgressStore *self, const char *person, const char *lesson, const char *scene, guint checks,
                                          gint64 now, GError **error);
gboolean remit_progress_store_save_answer (RemitProgressStore *self, const char *person, const char *lesson, const char *scene,
                                           gboolean is_right, gint64 now, GError **error);
gboolean remit_progress_store_save_done (RemitProgressStore *self, const char *person, const char *lesson, gint64 now, GError **error);
gint64 remit_progress_store_add_session (RemitProgressStore *self, RemitSession *session, gint64 now, GError **error);
gboolean remit_progress_store_add_participant (RemitProgressStore *self, gint64 session, const char *person, GError **error);

/* Deleted means gone. */
gboolean remit_progress_store_remove_participant (RemitProgressStore *self, gint64 session, const char *person, GError **error);
gboolean remit_progress_store_remove_person (RemitProgressStore *self, const char *person, GError **error);
gboolean remit_progress_store_remove_session (RemitProgressStore *self, gint64 session, GError **error);
gboolean remit_progress_store_remove_all (RemitProgressStore *self, GError **error);

GStrv remit_progress_store_list_people (RemitProgressStore *self, GError **error);
GPtrArray *remit_progress_store_list_lessons (RemitProgressStore *self, const char *person, GError **error);
GPtrArray *remit_progress_store_list_answers (RemitProgressStore *self, const char *person, const char *lesson, GError **error);
GPtrArray *remit_progress_store_list_sessions (RemitProgressStore *self, GError **error);
GPtrArray *remit_progress_store_list_session_lessons (RemitProgressStore *self, gint64 session, GError **error);

/**
 * RemitProgressFunc:
 *
 * Calls functions of the store, in a thread of its own; what it finds out it leaves in @data.
 *
 * Returns: whether it succeeded; otherwise @error is set
 */
typedef gboolean (*RemitProgressFunc) (RemitProgressStore *self, gpointer data, GError **error);

void remit_progress_store_run_async (RemitProgressStore *self, RemitProgressFunc func, gpointer data, GDestroyNotify data_free,
                                     GAsyncReadyCallback callback, gpointer user_data);
gboolean remit_progress_store_run_finish (RemitProgressStore *self, GAsyncResult *result, GError **error);

char *remit_lesson_records_to_csv (GPtrArray *records, GHashTable *titles);

G_END_DECLS
