/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the store is asked. What it answers was true at one moment. */

#include "remit-progress-private.h"

void
remit_lesson_record_free (RemitLessonRecord *self)
{
  g_free (self->person);
  g_free (self->lesson);
  g_free (self->scene);
  g_free (self);
}

void
remit_answer_record_free (RemitAnswerRecord *self)
{
  g_free (self->scene);
  g_free (self);
}

void
remit_session_record_free (RemitSessionRecord *self)
{
  g_clear_object (&self->session);
  g_strfreev (self->participants);
  g_free (self);
}

static char *
dup_text (sqlite3_stmt *row,
          int           column)
{
  return g_strdup ((const char *) sqlite3_column_text (row, column));
}

/* The person's name, NULL for the one at this machine. */
static char *
dup_person (sqlite3_stmt *row,
            int           column)
{
  char *name = dup_text (row, column);

  if (name != NULL && *name == '\0')
    g_clear_pointer (&name, g_free);
  return name;
}

static guint
get_count (sqlite3_stmt *row,
           int           column)
{
  return CLAMP (sqlite3_column_int64 (row, column), 0, G_MAXINT);
}

static gpointer
read_lesson (sqlite3_stmt *row)
{
  RemitLessonRecord *record = g_new0 (RemitLessonRecord, 1);

  record->person = dup_person (row, 0);
  record->lesson = dup_text (row, 1);
  record->scene = dup_text (row, 2);
  record->begun = sqlite3_column_int64 (row, 3);
  record->seen = sqlite3_column_int64 (row, 4);
  record->done = sqlite3_column_int64 (row, 5);
  record->checks = get_count (row, 6);
  record->passed = get_count (row, 7);
  if (record->scene != NULL)
    record->state = sqlite3_column_type (row, 5) == SQLITE_NULL ? REMIT_LESSON_BEGUN : REMIT_LESSON_DONE;
  return record;
}

static gpointer
read_answer (sqlite3_stmt *row)
{
  RemitAnswerRecord *record = g_new (RemitAnswerRecord, 1);

  record->scene = dup_text (row, 0);
  record->passed = sqlite3_column_int (row, 1) != 0;
  record->solved = sqlite3_column_int (row, 2) != 0;
  record->tries = get_count (row, 3);
  record->answered = sqlite3_column_int64 (row, 4);
  return record;
}

/* All rows that are left. Frees the statement. */
static GPtrArray *
read_all (RemitProgressStore *self,
          sqlite3_stmt       *rows,
          gpointer (*read) (sqlite3_stmt *row),
          GDestroyNotify      free_func,
          GError            **error)
{
  g_autoptr (RemitStatement) statement = rows;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (free_func);
  GError *cause = NULL;

  if (rows == NULL)
    return NULL;
  while (remit_database_step (self->database, rows, &cause))
    g_ptr_array_add (records, read (rows));
  if (cause != NULL)
    {
      g_propagate_error (error, cause);
      return NULL;
    }
  return g_steal_pointer (&records);
}

static gpointer
read_name (sqlite3_stmt *row)
{
  return dup_text (row, 0);
}

/* (transfer full): the texts of an array, which is freed. */
static GStrv
to_strv (GPtrArray *texts)
{
  g_ptr_array_set_free_func (texts, NULL);
  g_ptr_array_add (texts, NULL);
  return (GStrv) g_ptr_array_free (texts, FALSE);
}

/**
 * remit_progress_store_list_people:
 *
 * Returns: (transfer full) (nullable): the names that were typed on this machine, sorted by their characters; %NULL on error
 */
GStrv
remit_progress_store_list_people (RemitProgressStore *self,
                                  GError            **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  GPtrArray *names;

  g_return_val_if_fail (REMIT_IS_PROGRESS_STORE (self), NULL);

  locker = g_mutex_locker_new (&self->mutex);
  names = read_all (self, remit_database_prepare (self->database, error, "SELECT name FROM person WHERE name <> '' ORDER BY name", ""),
                    read_name, g_free, error);
  return names != NULL ? to_strv (names) : NULL;
}

#define LESSON_COLUMNS \
  "lesson.scene, lesson.begun, lesson.seen, lesson.done," \
  " max(coalesce(lesson.checks, 0), (SELECT count(*) FROM answer WHERE answer.person = lesson.person AND answer.lesson = lesson.lesson))," \
  " (SELECT coalesce(sum(passed), 0) FROM answer WHERE answer.person = lesson.person AND answer.lesson = lesson.lesson)"

/**
 * remit_progress_store_list_lessons:
 * @person: (nullable):
 *
 * Returns: (transfer full) (nullable) (element-type RemitLessonRecord): the lessons that the person has begun, by id; %NULL on error
 */
GPtrArray *
remit_progress_store_list_lessons (RemitProgressStore *self,
                                   const char         *person,
                                   GError            **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autofree char *name = NULL;
  sqlite3_stmt *rows;

  g_return_val_if_fail (REMIT_IS_PROGRESS_STORE (self), NULL);

  locker = g_mutex_locker_new (&self->mutex);
  name = remit_progress_dup_name (self, person, error);
  if (name == NULL)
    return NULL;
  rows = remit_database_prepare (self->database, error,
                                 "SELECT name, lesson.lesson, " LESSON_COLUMNS
                                 " FROM person JOIN lesson ON lesson.person = person.id WHERE name = ? ORDER BY lesson.lesson",
                                 "s", name);
  return read_all (self, rows, read_lesson, (GDestroyNotify) remit_lesson_record_free, error);
}

/**
 * remit_progress_store_list_session_lessons:
 * @session: its number
 *
 * Returns: (transfer full) (nullable) (element-type RemitLessonRecord): a record for each participant and lesson of the agenda, begun or
 *   not, in the order of both; %NULL on error
 */
GPtrArray *
remit_progress_store_list_session_lessons (RemitProgressStore *self,
                                           gint64              session,
                                           GError            **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  sqlite3_stmt *rows;

  g_return_val_if_fail (REMIT_IS_PROGRESS_STORE (self), NULL);

  locker = g_mutex_locker_new (&self->mutex);
  rows = remit_database_prepare (self->database, error,
                                 "SELECT name, agenda.lesson, " LESSON_COLUMNS
                                 " FROM participant JOIN person ON person.id = participant.person"
                                 " JOIN agenda ON agenda.session = participant.session AND agenda.lesson IS NOT NULL"
                                 " LEFT JOIN lesson ON lesson.person = person.id AND lesson.lesson = agenda.lesson"
                                 " WHERE participant.session = ? ORDER BY participant.id, agenda.position",
                                 "i", session);
  return read_all (self, rows, read_lesson, (GDestroyNotify) remit_lesson_record_free, error);
}

/**
 * remit_progress_store_list_answers:
 * @person: (nullable):
 * @lesson: its id
 *
 * Returns: (transfer full) (nullable) (element-type RemitAnswerRecord): what the person answered in a lesson, by scene; %NULL on error
 */
GPtrArray *
remit_progress_store_list_answers (RemitProgressStore *self,
                                   const char         *person,
                                   const char         *lesson,
                                   GError            **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autofree char *name = NULL;
  sqlite3_stmt *rows;

  g_return_val_if_fail (REMIT_IS_PROGRESS_STORE (self) && lesson != NULL, NULL);

  locker = g_mutex_locker_new (&self->mutex);
  name = remit_progress_dup_name (self, person, error);
  if (name == NULL)
    return NULL;
  rows = remit_database_prepare (self->database, error,
                                 "SELECT scene, passed, solved, tries, answered FROM answer JOIN person ON person.id = answer.person"
                                 " WHERE name = ? AND lesson = ? ORDER BY scene",
                                 "ss", name, lesson);
  return read_all (self, rows, read_answer, (GDestroyNotify) remit_answer_record_free, error);
}

static gpointer
read_item (sqlite3_stmt *row)
{
  const char *lesson = (const char *) sqlite3_column_text (row, 0);
  const char *framework = (const char *) sqlite3_column_text (row, 1);
  guint minutes = get_count (row, 2);

  return lesson != NULL ? remit_agenda_item_new_lesson (lesson, minutes) : remit_agenda_item_new_framework (framework, minutes);
}

static gpointer
read_session (sqlite3_stmt *row)
{
  RemitSessionRecord *record = g_new0 (RemitSessionRecord, 1);
  g_autoptr (GListStore) empty = g_list_store_new (REMIT_TYPE_AGENDA_ITEM);

  record->id = sqlite3_column_int64 (row, 0);
  record->began = sqlite3_column_int64 (row, 3);
  record->session = remit_session_new ((const char *) sqlite3_column_text (row, 1), (const char *) sqlite3_column_text (row, 2),
                                       G_LIST_MODEL (empty));
  return record;
}

/* Adds the agenda and who took part to a record that has neither. */
static gboolean
complete (RemitProgressStore *self,
          RemitSessionRecord *record,
          GError            **error)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GListStore) agenda = g_list_store_new (REMIT_TYPE_AGENDA_ITEM);
  g_autoptr (RemitSession) bare = NULL;
  GPtrArray *names;

  items = read_all (self,
                    remit_database_prepare (self->database, error,
                                            "SELECT lesson, framework, minutes FROM agenda WHERE session = ? ORDER BY position", "i", record->id),
                    read_item, g_object_unref, error);
  if (items == NULL)
    return FALSE;
  names = read_all (self,
                    remit_database_prepare (self->database, error,
                                            "SELECT name FROM participant JOIN person ON person.id = participant.person"
                                            " WHERE session = ? ORDER BY participant.id",
                                            "i", record->id),
                    read_name, g_free, error);
  if (names == NULL)
    return FALSE;
  g_list_store_splice (agenda, 0, 0, items->pdata, items->len);
  bare = g_steal_pointer (&record->session);
  record->session = remit_session_new (remit_session_get_title (bare), remit_session_get_note (bare), G_LIST_MODEL (agenda));
  record->participants = to_strv (names);
  return TRUE;
}

/**
 * remit_progress_store_list_sessions:
 *
 * Returns: (transfer full) (nullable) (element-type RemitSessionRecord): the sessions that were run, the last one first; %NULL on error
 */
GPtrArray *
remit_progress_store_list_sessions (RemitProgressStore *self,
                                    GError            **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GPtrArray) records = NULL;
  gboolean done;

  g_return_val_if_fail (REMIT_IS_PROGRESS_STORE (self), NULL);

  locker = g_mutex_locker_new (&self->mutex);
  if (!remit_database_run (self->database, error, "BEGIN", "")) /* to see one moment in all statements */
    return NULL;
  records = read_all (self, remit_database_prepare (self->database, error, "SELECT id, title, note, began FROM session ORDER BY id DESC", ""),
                      read_session, (GDestroyNotify) remit_session_record_free, error);
  done = records != NULL;
  for (guint i = 0; done && i < records->len; i++)
    done = complete (self, records->pdata[i], error);
  return remit_database_end (self->database, done, error) ? g_steal_pointer (&records) : NULL;
}
