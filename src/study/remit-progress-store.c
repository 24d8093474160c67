/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-progress-private.h"

#include <glib/gi18n-lib.h>

#define MAX_NAME 200 /* characters */
#define FORGET_UNKNOWN \
  "DELETE FROM person WHERE NOT EXISTS (SELECT 1 FROM lesson WHERE person = person.id)" \
  " AND NOT EXISTS (SELECT 1 FROM participant WHERE person = person.id)"

/**
 * RemitProgressStore:
 *
 * What was learnt on this machine, in a SQLite database. What a function has said was saved is on the disk: a kill at any moment and a
 * power cut leave it there. Each step is one transaction, so nothing is there by halves.
 *
 * A damaged database is set aside under a new name, with a notice; one that cannot be written, or that a newer version wrote, is read
 * alone. Functions wait for the disk, and up to three seconds for another program: call them in the store's own thread, with
 * remit_progress_store_run_async(), where somebody would notice.
 */
G_DEFINE_FINAL_TYPE (RemitProgressStore, remit_progress_store, G_TYPE_OBJECT)
G_DEFINE_QUARK (remit-progress-error-quark, remit_progress_error)

static void
run_job (gpointer task,
         gpointer user_data)
{
  RemitProgressStore *self = g_task_get_source_object (task);
  RemitProgressJob *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (job->func (self, job->data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  g_object_unref (task);
}

static void
free_job (gpointer data)
{
  RemitProgressJob *job = data;

  if (job->data_free != NULL)
    job->data_free (job->data);
  g_free (job);
}

static void
remit_progress_store_finalize (GObject *object)
{
  RemitProgressStore *self = REMIT_PROGRESS_STORE (object);

  g_thread_pool_free (self->worker, FALSE, FALSE); /* idle: a job keeps the store; it may be the worker that lets it go */
  g_clear_pointer (&self->database, remit_database_close);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (remit_progress_store_parent_class)->finalize (object);
}

static void
remit_progress_store_class_init (RemitProgressStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_progress_store_finalize;
}

static void
remit_progress_store_init (RemitProgressStore *self)
{
  g_mutex_init (&self->mutex);
  self->worker = g_thread_pool_new (run_job, NULL, 1, FALSE, NULL);
}

/**
 * remit_progress_store_open:
 * @file: (nullable): the database; %NULL for `remit/progress.db` in the user's data directory
 *
 * Makes the database, and its folder, where there is none; only the user can read either. Sets a damaged one aside under a new name, of
 * which remit_progress_store_take_notice() tells. Where it may not be written, it is opened to be read:
 * remit_progress_store_get_read_only() says why. Errors are of %REMIT_PROGRESS_ERROR; the message begins with the file.
 *
 * Returns: (transfer full) (nullable): the store; %NULL on error
 */
RemitProgressStore *
remit_progress_store_open (GFile   *file,
                           GError **error)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : g_build_filename (g_get_user_data_dir (), "remit", "progress.db", NULL);
  g_autoptr (RemitDatabase) database = NULL;
  RemitProgressStore *self;

  g_return_val_if_fail (path != NULL, NULL);

  database = remit_database_open (path, error);
  if (database == NULL)
    return NULL;
  self = g_object_new (REMIT_TYPE_PROGRESS_STORE, NULL);
  self->database = g_steal_pointer (&database);
  return self;
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      file,
                GCancellable *cancellable)
{
  GError *error = NULL;
  RemitProgressStore *self = remit_progress_store_open (file, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* As remit_progress_store_open(), in a thread. */
void
remit_progress_store_open_async (GFile              *file,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, remit_progress_store_open_async);
  if (file != NULL)
    g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, open_in_thread);
}

RemitProgressStore *
remit_progress_store_open_finish (GAsyncResult *result,
                                  GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * remit_progress_store_run_async:
 * @func: what to do in the store's thread
 * @data: for @func; it may be @user_data too, to see in the callback what @func left in it
 * @data_free: (nullable): frees @data after the callback
 *
 * Calls @func with the store, after all that were asked for before. There is no way to cancel it: a step is saved or was not begun.
 */
void
remit_progress_store_run_async (RemitProgressStore *self,
                                RemitProgressFunc   func,
                                gpointer            data,
                                GDestroyNotify      data_free,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  RemitProgressJob *job;
  GTask *task;

  g_return_if_fail (REMIT_IS_PROGRESS_STORE (self));
  g_return_if_fail (func != NULL);

  job = g_new (RemitProgressJob, 1);
  *job = (RemitProgressJob) { func, data, data_free };
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, remit_progress_store_run_async);
  g_task_set_task_data (task, job, free_job);
  g_thread_pool_push (self->worker, task, NULL);
}

/* Whether the function succeeded. */
gboolean
remit_progress_store_run_finish (RemitProgressStore *self,
                                 GAsyncResult       *result,
                                 GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

const char *
remit_progress_store_get_path (RemitProgressStore *self)
{
  g_return_val_if_fail (REMIT_IS_PROGRESS_STORE (self), NULL);

  return self->database->path;
}

const char *
remit_progress_store_get_read_only (RemitProgressStore *self)
{
  g_return_val_if_fail (REMIT_IS_PROGRESS_STORE (self), NULL);

  return self->database->read_only;
}

/**
 * remit_progress_store_take_notice:
 *
 * Returns: (transfer full) (nullable): what the user has to be told of how it was opened: that a damaged file was set aside, and where.
 *   %NULL if there is nothing, and the next time.
 */
char *
remit_progress_store_take_notice (RemitProgressStore *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (REMIT_IS_PROGRESS_STORE (self), NULL);

  locker = g_mutex_locker_new (&self->mutex);
  return g_steal_pointer (&self->database->notice);
}

/**
 * remit_progress_dup_name:
 * @person: (nullable): a name as it was typed
 *
 * Returns: (transfer full) (nullable): the name as it is kept, so that the same name is the same person: composed, without space around
 *   it; "" for the person at this machine. %NULL on error
 */
char *
remit_progress_dup_name (RemitProgressStore *self,
                         const char         *person,
                         GError            **error)
{
  g_autofree char *name = NULL;
  const char *reason = NULL;

  if (person == NULL)
    return g_strdup ("");
  name = g_utf8_normalize (person, -1, G_NORMALIZE_NFC);
  if (name == NULL)
    reason = _("this name is not UTF-8 text");
  else if (*g_strstrip (name) == '\0')
    reason = _("this name is empty");
  else if (g_utf8_strlen (name, -1) > MAX_NAME)
    reason = _("this name is too long");
  for (const char *c = name; reason == NULL && *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_iscntrl (g_utf8_get_char (c)))
      reason = _("this name has a control character");
  if (reason == NULL)
    return g_steal_pointer (&name);
  g_set_error (error, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_INVALID, "%s: %s", self->database->path, reason);
  return NULL;
}

/* Begins a transaction about a person. Returns: (transfer full) (nullable): the name as it is kept; remit_database_end() has to follow then */
static char *
begin_for (RemitProgressStore *self,
           const char         *person,
           GError            **error)
{
  g_autofree char *name = remit_progress_dup_name (self, person, error);

  return name != NULL && remit_database_begin (self->database, error) ? g_steal_pointer (&name) : NULL;
}

static gboolean
add_person (RemitProgressStore *self,
            const char         *name,
            GError            **error)
{
  return remit_database_run (self->database, error, "INSERT INTO person (name) VALUES (?) ON CONFLICT DO NOTHING", "s", name);
}

/* Says that nothing was there to change. */
static gboolean
expect_change (RemitProgressStore *self,
               const char         *reason,
               GError            **error)
{
  if (sqlite3_changes (self->database->db) > 0)
    return TRUE;
  g_set_error (error, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_INVALID, "%s: %s", self->database->path, reason);
  return FALSE;
}

/**
 * remit_progress_store_save_scene:
 * @person: (nullable):
 * @lesson: its id
 * @scene: the id of the scene on which the person is
 * @checks: how many questions the lesson has
 * @now: the time, in seconds since 1970 UTC
 *
 * Saves where somebody is in a lesson, and when; the first time, that the lesson is begun.
 *
 * Returns: whether it is saved; otherwise @error is set, and nothing has changed
 */
gboolean
remit_progress_store_save_scene (RemitProgressStore *self,
                                 const char         *person,
                                 const char         *lesson,
                                 const char         *scene,
                                 guint               checks,
                                 gint64              now,
                                 GError            **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (REMIT_IS_PROGRESS_STORE (self) && lesson != NULL && scene != NULL, FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  name = begin_for (self, person, error);
  if (name == NULL)
    return FALSE;
  return remit_database_end (
    self->database,
    add_person (self, name, error)
      && remit_database_run (self->database, error,
                             "INSERT INTO lesson (person, lesson, scene, checks, begun, seen) SELECT id, ?1, ?2, ?3, ?4, ?4 FROM person WHERE name = ?5"
                             " ON CONFLICT DO UPDATE SET scene = excluded.scene, checks = excluded.checks, seen = excluded.seen",
                             "ssiis", lesson, scene, (gint64) checks, now, name),
    error);
}

/**
 * remit_progress_store_save_answer:
 * @person: (nullable):
 * @lesson: the id of a lesson that the person has begun
 * @scene: the id of the scene that asks
 * @is_right: whether the answer is
 * @now: the time, in seconds since 1970 UTC
 *
 * Saves an answer. The first try says whether the check is passed, and when; those after it are counted.
 *
 * Returns: whether it is saved; otherwise @error is set, and nothing has changed
 */
gboolean
remit_progress_store_save_answer (RemitProgressStore *self,
                                  const char         *person,
                                  const char         *lesson,
                                  const char         *scene,
                                  gboolean            is_right,
                                  gint64              now,
                                  GError            **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autofree char *name = NULL;
  const gint64 right = !!is_right;

  g_return_val_if_fail (REMIT_IS_PROGRESS_STORE (self) && lesson != NULL && scene != NULL, FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  name = begin_for (self, person, error);
  if (name == NULL)
    return FALSE;
  return remit_database_end (
    self->database,
    remit_database_run (self->database, error,
                        "INSERT INTO answer (person, lesson, scene, passed, solved, tries, answered)"
                        " SELECT person, lesson, ?, ?, ?, 1, ? FROM lesson WHERE lesson = ? AND person = (SELECT id FROM person WHERE name = ?)"
                        " ON CONFLICT DO UPDATE SET tries = tries + 1, solved = max(solved, excluded.solved)",
                        "siiiss", scene, right, right, now, lesson, name)
      && expect_change (self, _("this lesson is not begun"), error),
    error);
}

/**
 * remit_progress_store_save_done:
 * @person: (nullable):
 * @lesson: the id of a lesson that the person has begun
 * @now: the time, in seconds since 1970 UTC
 *
 * Saves that a lesson is done. When it was the first time stays.
 *
 * Returns: whether it is saved; otherwise @error is set, and nothing has changed
 */
gboolean
remit_progress_store_save_done (RemitProgressStore *self,
                                const char         *person,
                                const char         *lesson,
                                gint64              now,
                                GError            **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (REMIT_IS_PROGRESS_STORE (self) && lesson != NULL, FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  name = begin_for (self, person, error);
  if (name == NULL)
    return FALSE;
  return remit_database_end (
    self->database,
    remit_database_run (self->database, error,
                        "UPDATE lesson SET done = coalesce(done, ?) WHERE lesson = ? AND person = (SELECT id FROM person WHERE name = ?)",
                        "iss", now, lesson, name)
      && expect_change (self, _("this lesson is not begun"), error),
    error);
}

static gboolean
add_agenda (RemitProgressStore *self,
            gint64              id,
            RemitSession       *session,
            GError            **error)
{
  GListModel *agenda = remit_session_get_agenda (session);

  for (guint i = 0; i < g_list_model_get_n_items (agenda); i++)
    {
      g_autoptr (RemitAgendaItem) item = g_list_model_get_item (agenda, i);

      if (!remit_database_run (self->database, error, "INSERT INTO agenda (session, position, lesson, framework, minutes) VALUES (?, ?, ?, ?, ?)",
                               "iissi", id, (gint64) i, remit_agenda_item_get_lesson (item), remit_agenda_item_get_framework (item),
                               (gint64) remit_agenda_item_get_minutes (item)))
        return FALSE;
    }
  return TRUE;
}

/**
 * remit_progress_store_add_session:
 * @session: what was planned
 * @now: when it begins, in seconds since 1970 UTC
 *
 * Saves that an onboarding session is run.
 *
 * Returns: its number, above 0; 0 where @error is set
 */
gint64
remit_progress_store_add_session (RemitProgressStore *self,
                                  RemitSession       *session,
                                  gint64              now,
                                  GError            **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  gboolean done;
  gint64 id = 0;

  g_return_val_if_fail (REMIT_IS_PROGRESS_STORE (self) && REMIT_IS_SESSION (session), 0);

  locker = g_mutex_locker_new (&self->mutex);
  if (!remit_database_begin (self->database, error))
    return 0;
  done = remit_database_run (self->database, error, "INSERT INTO session (title, note, began) VALUES (?, ?, ?)", "ssi",
                             remit_session_get_title (session), remit_session_get_note (session), now);
  if (done)
    id = sqlite3_last_insert_rowid (self->database->db);
  done = done && add_agenda (self, id, session, error);
  return remit_database_end (self->database, done, error) ? id : 0;
}

/**
 * remit_progress_store_add_participant:
 * @session: a number that remit_progress_store_add_session() gave
 * @person: (nullable):
 *
 * Saves that somebody takes part; once, however often it is said.
 *
 * Returns: whether it is saved; otherwise @error is set, and nothing has changed
 */
gboolean
remit_progress_store_add_participant (RemitProgressStore *self,
                                      gint64              session,
                                      const char         *person,
                                      GError            **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (REMIT_IS_PROGRESS_STORE (self), FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  name = begin_for (self, person, error);
  if (name == NULL)
    return FALSE;
  return remit_database_end (
    self->database,
    add_person (self, name, error)
      && remit_database_run (self->database, error,
                             "INSERT INTO participant (session, person) SELECT ?, id FROM person WHERE name = ?"
                             " ON CONFLICT (session, person) DO NOTHING",
                             "is", session, name),
    error);
}

/**
 * remit_progress_store_remove_participant:
 * @session: its number
 * @person: (nullable):
 *
 * Removes somebody from a session. What was learnt stays; who took part in no other session and has learnt nothing is not known any more.
 *
 * Returns: whether it is done; otherwise @error is set
 */
gboolean
remit_progress_store_remove_participant (RemitProgressStore *self,
                                         gint64              session,
                                         const char         *person,
                                         GError            **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (REMIT_IS_PROGRESS_STORE (self), FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  name = begin_for (self, person, error);
  if (name == NULL)
    return FALSE;
  return remit_database_end (
           self->database,
           remit_database_run (self->database, error,
                               "DELETE FROM participant WHERE session = ? AND person = (SELECT id FROM person WHERE name = ?)", "is", session, name)
             && remit_database_run (self->database, error, FORGET_UNKNOWN, ""),
           error)
         && remit_database_forget (self->database, error);
}

/**
 * remit_progress_store_remove_person:
 * @person: (nullable):
 *
 * Removes everything of a person, the name included, from the sessions too; nothing of it stays in the file.
 *
 * Returns: whether it is gone; otherwise @error is set
 */
gboolean
remit_progress_store_remove_person (RemitProgressStore *self,
                                    const char         *person,
                                    GError            **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (REMIT_IS_PROGRESS_STORE (self), FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  name = begin_for (self, person, error);
  if (name == NULL)
    return FALSE;
  return remit_database_end (self->database, remit_database_run (self->database, error, "DELETE FROM person WHERE name = ?", "s", name), error)
         && remit_database_forget (self->database, error);
}

/**
 * remit_progress_store_remove_session:
 * @session: its number
 *
 * Removes a session, its agenda and who took part. What they learnt stays theirs: remit_progress_store_remove_person() removes that.
 * Who took part in no other session and has learnt nothing is not known any more.
 *
 * Returns: whether it is gone; otherwise @error is set
 */
gboolean
remit_progress_store_remove_session (RemitProgressStore *self,
                                     gint64              session,
                                     GError            **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (REMIT_IS_PROGRESS_STORE (self), FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  if (!remit_database_begin (self->database, error))
    return FALSE;
  return remit_database_end (
           self->database,
           remit_database_run (self->database, error, "DELETE FROM session WHERE id = ?", "i", session)
             && remit_database_run (self->database, error, FORGET_UNKNOWN, ""),
           error)
         && remit_database_forget (self->database, error);
}

/**
 * remit_progress_store_remove_all:
 *
 * Removes everything, and the damaged files that were set aside, for they hold records too.
 *
 * Returns: whether it is gone; otherwise @error is set
 */
gboolean
remit_progress_store_remove_all (RemitProgressStore *self,
                                 GError            **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  gboolean is_forgotten;

  g_return_val_if_fail (REMIT_IS_PROGRESS_STORE (self), FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  if (!remit_database_begin (self->database, error))
    return FALSE;
  if (!remit_database_end (self->database,
                           remit_database_run (self->database, error, "DELETE FROM person", "")
                             && remit_database_run (self->database, error, "DELETE FROM session", ""),
                           error))
    return FALSE;
  is_forgotten = remit_database_forget (self->database, error);
  return remit_database_remove_damaged (self->database, is_forgotten ? error : NULL) && is_forgotten;
}
