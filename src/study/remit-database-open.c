/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the database is opened, made, brought up to date, and set aside where it is damaged. */

#include "remit-database.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define APPLICATION_ID 0x526d6974 /* "Rmit": a database of another program is not taken for ours */
#define OURS "SELECT count(*) FROM person, session, agenda, participant, lesson, answer WHERE false"

/* What makes version N + 1 of version N. Those that have been released never change. */
static const char *const migrations[] = {
  "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;" /* '' is the person at this machine */
  "CREATE TABLE session (id INTEGER PRIMARY KEY, title TEXT NOT NULL, note TEXT, began INTEGER NOT NULL) STRICT;"
  "CREATE TABLE agenda (session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE, position INTEGER NOT NULL, lesson TEXT,"
  " framework TEXT, minutes INTEGER NOT NULL, PRIMARY KEY (session, position), CHECK ((lesson IS NULL) <> (framework IS NULL)))"
  " STRICT, WITHOUT ROWID;"
  "CREATE TABLE participant (id INTEGER PRIMARY KEY, session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,"
  " person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE, UNIQUE (session, person)) STRICT;"
  "CREATE INDEX participant_person ON participant (person);"
  "CREATE TABLE lesson (person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE, lesson TEXT NOT NULL, scene TEXT NOT NULL,"
  " checks INTEGER NOT NULL, begun INTEGER NOT NULL, seen INTEGER NOT NULL, done INTEGER, PRIMARY KEY (person, lesson)) STRICT, WITHOUT ROWID;"
  "CREATE TABLE answer (person INTEGER NOT NULL, lesson TEXT NOT NULL, scene TEXT NOT NULL, passed INTEGER NOT NULL,"
  " solved INTEGER NOT NULL, tries INTEGER NOT NULL, answered INTEGER NOT NULL, PRIMARY KEY (person, lesson, scene),"
  " FOREIGN KEY (person, lesson) REFERENCES lesson ON DELETE CASCADE) STRICT, WITHOUT ROWID;",
};

typedef enum
{
  OPENED,
  FAILED,
  TO_BE_MADE, /* there is none, or an older one */
  DAMAGED,
} Outcome;

static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

static gboolean
fail_with_errno (const char *path,
                 int         code,
                 GError    **error)
{
  g_set_error (error, REMIT_PROGRESS_ERROR, code == ENOSPC || code == EDQUOT ? REMIT_PROGRESS_ERROR_FULL : REMIT_PROGRESS_ERROR_FAILED,
               "%s: %s", path, g_strerror (code));
  return FALSE;
}

/* New names in a folder are on the disk only when the folder is. */
static void
sync_folder (const char *path)
{
  int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
}

/* Makes the file, which nobody else may read. It is never opened and closed once it is there: that would end SQLite's locks. */
static gboolean
make_file (RemitDatabase *self,
           GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  int fd = open (self->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd < 0 && errno != EEXIST)
    return fail_with_errno (self->path, errno, error);
  if (fd >= 0)
    {
      close (fd);
      sync_folder (folder);
    }
  return TRUE;
}

static gboolean
make_folder (RemitDatabase *self,
             GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *parent = g_path_get_dirname (folder);

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail_with_errno (folder, errno, error);
  sync_folder (parent);
  return TRUE;
}

static void
disconnect (RemitDatabase *self)
{
  sqlite3_close (self->db);
  self->db = NULL;
}

static gint64
get_number (RemitDatabase *self,
            const char    *sql,
            GError       **error)
{
  g_autoptr (RemitStatement) statement = remit_database_prepare (self, error, sql, "");

  return statement != NULL && remit_database_step (self, statement, error) ? sqlite3_column_int64 (statement, 0) : -1;
}

static Outcome
outcome_of (GError **error)
{
  return g_error_matches (*error, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_DAMAGED) ? DAMAGED : FAILED;
}

/* Whether it is whole and ours; sets @version. */
static Outcome
check (RemitDatabase *self,
       gint64        *version,
       GError       **error)
{
  g_autoptr (RemitStatement) integrity = NULL;
  g_autoptr (RemitStatement) tables = NULL;
  gint64 id, n_tables;
  const char *reason = NULL;
  GError *cause = NULL;

  *version = get_number (self, "PRAGMA user_version", &cause);
  id = cause == NULL ? get_number (self, "PRAGMA application_id", &cause) : -1;
  n_tables = cause == NULL ? get_number (self, "SELECT count(*) FROM sqlite_schema", &cause) : -1;
  if (cause == NULL)
    integrity = remit_database_prepare (self, &cause, "PRAGMA integrity_check(1)", "");
  if (cause == NULL && remit_database_step (self, integrity, &cause))
    reason = (const char *) sqlite3_column_text (integrity, 0);
  if (cause != NULL)
    {
      g_propagate_error (error, cause);
      return outcome_of (error);
    }
  if (g_strcmp0 (reason, "ok") == 0)
    {
      gboolean is_empty = *version == 0 && n_tables == 0;
      gboolean is_ours = is_empty || (*version > 0 && id == APPLICATION_ID);

      if (is_ours && *version == G_N_ELEMENTS (migrations))
        is_ours = sqlite3_prepare_v2 (self->db, OURS, -1, &tables, NULL) == SQLITE_OK;
      if (is_ours)
        return OPENED;
      reason = _("it is not a database of Remit's");
    }
  g_set_error (error, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_DAMAGED, "%s: %s", self->path, reason);
  return DAMAGED;
}

/* SQLite's own handler soon waits for 100 ms at a time, in which a program that writes a lot has the lock again and again. */
static int
wait_for_other (gpointer data,
                int      n_waits)
{
  RemitDatabase *self = data;

  if (n_waits == 0)
    self->waits_since = g_get_monotonic_time ();
  if (g_get_monotonic_time () - self->waits_since > REMIT_DATABASE_PATIENCE_MS * G_TIME_SPAN_MILLISECOND)
    return FALSE;
  g_usleep (g_random_int_range (500, 3000));
  return TRUE;
}

static gboolean
connect_to (RemitDatabase *self,
            const char    *name,
            int            flags,
            GError       **error)
{
  int code = sqlite3_open_v2 (name, &self->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, NULL);

  if (self->db == NULL)
    return fail_with_errno (self->path, ENOMEM, error);
  sqlite3_extended_result_codes (self->db, TRUE);
  sqlite3_busy_handler (self->db, wait_for_other, self);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL); /* leaves it as it is until it is known to be ours */
  return code == SQLITE_OK || remit_database_fail (self, code, error);
}

/* Reading alone. Where SQLite may not make its files beside it and there is no log to read, it takes the database as it is. */
static Outcome
open_read_only (RemitDatabase *self,
                GError       **error)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autoptr (GError) cause = NULL;
  gint64 version;
  Outcome outcome;

  disconnect (self);
  outcome = connect_to (self, self->path, SQLITE_OPEN_READONLY, &cause) ? check (self, &version, &cause) : FAILED;
  if (outcome == FAILED && !g_file_test (log, G_FILE_TEST_EXISTS))
    {
      g_autofree char *uri = g_filename_to_uri (self->path, NULL, NULL);
      g_autofree char *immutable = g_strconcat (uri, "?immutable=1", NULL);

      g_clear_error (&cause);
      disconnect (self);
      outcome = connect_to (self, immutable, SQLITE_OPEN_READONLY, &cause) ? check (self, &version, &cause) : FAILED;
    }
  if (outcome == OPENED && version < (gint64) G_N_ELEMENTS (migrations))
    {
      g_set_error (error, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_READ_ONLY, "%s: %s", self->path, self->read_only);
      return FAILED;
    }
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return outcome;
}

/* All or nothing. */
static gboolean
migrate (RemitDatabase *self,
         gint64         version,
         GError       **error)
{
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d", APPLICATION_ID,
                                            (int) G_N_ELEMENTS (migrations));
  gboolean done = remit_database_begin (self, error);
  int code = SQLITE_OK;

  if (!done)
    return FALSE;
  for (gsize i = version; i < G_N_ELEMENTS (migrations) && code == SQLITE_OK; i++)
    code = sqlite3_exec (self->db, migrations[i], NULL, NULL, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_exec (self->db, marks, NULL, NULL, NULL);
  return remit_database_end (self, code == SQLITE_OK || remit_database_fail (self, code, error), error);
}

/* What a connection has to be told. In a log (WAL) EXTRA is FULL; where the file system can have none, it is as safe. */
static gboolean
configure (RemitDatabase *self,
           GError       **error)
{
  static const char *const settings[] = {
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
  };

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    if (!remit_database_run (self, error, settings[i], ""))
      return FALSE;
  return TRUE;
}

/* Whether the end of a page is missing, which SQLite takes for zeros. With a log or a journal beside it that is as a kill may leave it. */
static gboolean
is_cut (RemitDatabase *self,
        goffset        size)
{
  gint64 page_size = get_number (self, "PRAGMA page_size", NULL);

  return page_size > 0 && size % page_size != 0;
}

/* @may_make: whether no other program is in the midst of this */
static Outcome
try_to_open (RemitDatabase *self,
             gboolean       may_make,
             GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);
  GStatBuf file, log_file;
  gboolean has_log = g_stat (log, &log_file) == 0 && log_file.st_size > 0;
  gboolean has_journal = g_file_test (journal, G_FILE_TEST_EXISTS);
  gboolean is_there = g_stat (self->path, &file) == 0;
  gint64 version;
  Outcome outcome;

  if ((!is_there && errno != ENOENT) || (is_there && !S_ISREG (file.st_mode)))
    {
      fail_with_errno (self->path, !is_there ? errno : S_ISDIR (file.st_mode) ? EISDIR : EINVAL, error);
      return FAILED;
    }
  g_clear_pointer (&self->read_only, g_free);
  /* SQLite would delete a log without a database. */
  if ((!is_there || file.st_size == 0) && has_log)
    {
      g_set_error (error, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_DAMAGED, "%s: %s", self->path, _("it is empty, and its log is not"));
      return DAMAGED;
    }
  if (is_there && file.st_size > 0 && (access (self->path, W_OK) != 0 || access (folder, W_OK) != 0))
    {
      self->read_only = g_strdup (g_strerror (errno));
      return open_read_only (self, error);
    }
  if (!is_there && !may_make)
    return TO_BE_MADE;
  if (!is_there && !make_file (self, error))
    return FAILED;
  if (!connect_to (self, self->path, SQLITE_OPEN_READWRITE, error))
    return outcome_of (error);
  outcome = check (self, &version, error);
  if (outcome != OPENED)
    return outcome;
  if (is_there && !has_log && !has_journal && is_cut (self, file.st_size))
    {
      g_set_error (error, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_DAMAGED, "%s: %s", self->path, _("its end is missing"));
      return DAMAGED;
    }
  if (version > (gint64) G_N_ELEMENTS (migrations))
    {
      self->read_only = g_strdup (_("a newer version of this program wrote this file; this one can only read it"));
      return open_read_only (self, error);
    }
  if (version < (gint64) G_N_ELEMENTS (migrations) && !may_make)
    return TO_BE_MADE;
  if (!configure (self, error) || (version < (gint64) G_N_ELEMENTS (migrations) && !migrate (self, version, error)))
    return FAILED;
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return OPENED;
}

static char *
damaged_path (RemitDatabase *self,
              guint          number,
              const char    *suffix)
{
  return g_strdup_printf ("%s.damaged-%u%s", self->path, number, suffix);
}

static gboolean
is_taken (RemitDatabase *self,
          guint          number)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = damaged_path (self, number, suffixes[i]);
      GStatBuf status;

      if (g_lstat (path, &status) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Renames the database first: a log alone is set aside the next time, a database without its log would pass for whole. */
static gboolean
set_aside (RemitDatabase *self,
           const GError  *damage,
           GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *aside = NULL;
  guint number = 1;

  disconnect (self);
  while (is_taken (self, number))
    number++;
  aside = damaged_path (self, number, "");
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (self->path, suffixes[i], NULL);
      g_autofree char *to = damaged_path (self, number, suffixes[i]);

      if (g_rename (from, to) != 0 && errno != ENOENT)
        {
          g_set_error (error, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_DAMAGED,
                       _("%s. It could not be set aside: %s"), damage->message, g_strerror (errno));
          return FALSE;
        }
    }
  sync_folder (folder);
  self->notice = g_strdup_printf (_("%s. It was set aside as %s, and a new one is begun."), damage->message, aside);
  return TRUE;
}

/* Whether the folder is locked, or cannot be. */
static gboolean
try_to_lock (RemitDatabase *self,
             int            operation)
{
  int result;

  if (self->lock < 0)
    return TRUE;
  do
    result = flock (self->lock, operation | LOCK_NB);
  while (result != 0 && errno == EINTR);
  return result == 0 || errno != EWOULDBLOCK;
}

/* Whoever uses the database has a shared lock of its folder. To make one or to set one aside takes the lock for oneself, and a look at
 * what the others have done meanwhile. */
static gboolean
open_locked (RemitDatabase *self,
             GError       **error)
{
  gint64 deadline = g_get_monotonic_time () + REMIT_DATABASE_PATIENCE_MS * G_TIME_SPAN_MILLISECOND;
  gboolean is_alone = FALSE;

  while (TRUE)
    {
      g_autoptr (GError) cause = NULL;
      Outcome outcome = FAILED;

      if (try_to_lock (self, is_alone ? LOCK_EX : LOCK_SH))
        {
          outcome = try_to_open (self, is_alone, &cause);
          if (outcome == OPENED)
            return try_to_lock (self, LOCK_SH);
          if (outcome == FAILED || (outcome == DAMAGED && self->notice != NULL))
            {
              g_propagate_error (error, g_steal_pointer (&cause));
              return FALSE;
            }
          if (outcome == DAMAGED && is_alone && !set_aside (self, cause, error))
            return FALSE;
          disconnect (self);
          is_alone = TRUE;
        }
      else if (g_get_monotonic_time () > deadline)
        {
          g_set_error (error, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_BUSY, _("%s: another program is using this file"), self->path);
          return FALSE;
        }
      else
        {
          is_alone = FALSE;
          g_usleep (10 * G_TIME_SPAN_MILLISECOND);
        }
    }
}

/**
 * remit_database_open:
 *
 * Opens the database, with the folder made where it is missing, and sets aside a damaged one.
 *
 * Returns: (transfer full) (nullable): the database; %NULL on error
 */
RemitDatabase *
remit_database_open (const char *path,
                     GError    **error)
{
  g_autoptr (RemitDatabase) self = g_new0 (RemitDatabase, 1);
  g_autofree char *folder = g_path_get_dirname (path);

  self->path = g_strdup (path);
  self->lock = -1;
  if (!make_folder (self, error))
    return NULL;
  self->lock = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  return open_locked (self, error) ? g_steal_pointer (&self) : NULL;
}

void
remit_database_close (RemitDatabase *self)
{
  disconnect (self);
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->path);
  g_free (self->notice);
  g_free (self->read_only);
  g_free (self);
}

/* Removes what was ever set aside: it holds records too. */
gboolean
remit_database_remove_damaged (RemitDatabase *self,
                               GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *base = g_path_get_basename (self->path);
  g_autofree char *prefix = g_strconcat (base, ".damaged-", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, prefix) && g_unlink (path) != 0)
        return fail_with_errno (path, errno, error);
    }
  sync_folder (folder);
  return TRUE;
}
