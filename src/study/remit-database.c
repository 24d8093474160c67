/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Statements and transactions, and what their errors mean. How a database is opened is in remit-database-open.c. */

#include "remit-database.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/**
 * remit_database_fail:
 * @code: SQLite's result
 *
 * Says what went wrong in the last call: the file and the reason.
 *
 * Returns: %FALSE
 */
gboolean
remit_database_fail (RemitDatabase *self,
                     int            code,
                     GError       **error)
{
  int cause = sqlite3_system_errno (self->db);
  RemitProgressError kind = REMIT_PROGRESS_ERROR_FAILED;
  g_autofree char *reason = NULL;

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      kind = REMIT_PROGRESS_ERROR_BUSY;
      reason = g_strdup (_("another program is using this file"));
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      kind = REMIT_PROGRESS_ERROR_DAMAGED;
      reason = g_strdup_printf (_("this file is damaged (%s)"), sqlite3_errmsg (self->db));
      break;
    case SQLITE_CONSTRAINT:
      kind = REMIT_PROGRESS_ERROR_INVALID;
      reason = g_strdup_printf (_("this does not go with what is kept (%s)"), sqlite3_errmsg (self->db));
      break;
    case SQLITE_FULL:
      cause = ENOSPC;
      G_GNUC_FALLTHROUGH;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      if (cause == ENOSPC || cause == EDQUOT || cause == EFBIG)
        kind = REMIT_PROGRESS_ERROR_FULL;
      reason = g_strdup (cause != 0 ? g_strerror (cause) : sqlite3_errmsg (self->db));
      break;
    default:
      reason = g_strdup (sqlite3_errmsg (self->db));
    }
  g_set_error (error, REMIT_PROGRESS_ERROR, kind, "%s: %s", self->path, reason);
  return FALSE;
}

static sqlite3_stmt *
prepare (RemitDatabase *self,
         GError       **error,
         const char    *sql,
         const char    *types,
         va_list        values)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL);

  if (code != SQLITE_OK)
    {
      remit_database_fail (self, code, error);
      return NULL;
    }
  for (int i = 0; types[i] != '\0'; i++)
    if (types[i] == 'i')
      sqlite3_bind_int64 (statement, i + 1, va_arg (values, gint64));
    else
      sqlite3_bind_text (statement, i + 1, va_arg (values, const char *), -1, SQLITE_STATIC);
  return statement;
}

sqlite3_stmt *
remit_database_prepare (RemitDatabase *self,
                        GError       **error,
                        const char    *sql,
                        const char    *types,
                        ...)
{
  sqlite3_stmt *statement;
  va_list values;

  va_start (values, types);
  statement = prepare (self, error, sql, types, values);
  va_end (values);
  return statement;
}

/**
 * remit_database_step:
 *
 * Goes to the next row. Begin with no @error set: at the end it is still not set, after a failure it is.
 *
 * Returns: whether there is one
 */
gboolean
remit_database_step (RemitDatabase *self,
                     sqlite3_stmt  *statement,
                     GError       **error)
{
  int code = sqlite3_step (statement);

  return code == SQLITE_ROW || (code != SQLITE_DONE && remit_database_fail (self, code, error));
}

/* A statement that has nothing to say. */
gboolean
remit_database_run (RemitDatabase *self,
                    GError       **error,
                    const char    *sql,
                    const char    *types,
                    ...)
{
  g_autoptr (RemitStatement) statement = NULL;
  int code = SQLITE_ROW;
  va_list values;

  va_start (values, types);
  statement = prepare (self, error, sql, types, values);
  va_end (values);
  if (statement == NULL)
    return FALSE;
  while (code == SQLITE_ROW)
    code = sqlite3_step (statement);
  return code == SQLITE_DONE || remit_database_fail (self, code, error);
}

/* Begins a transaction that writes. Where it succeeds, remit_database_end() has to follow. */
gboolean
remit_database_begin (RemitDatabase *self,
                      GError       **error)
{
  if (self->read_only != NULL)
    {
      g_set_error (error, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_READ_ONLY, "%s: %s", self->path, self->read_only);
      return FALSE;
    }
  return remit_database_run (self, error, "BEGIN IMMEDIATE", "");
}

/**
 * remit_database_end:
 * @commit: whether all went well; otherwise @error is set already
 *
 * Writes everything since remit_database_begin() to the disk, or nothing.
 */
gboolean
remit_database_end (RemitDatabase *self,
                    gboolean       commit,
                    GError       **error)
{
  gboolean done = commit && remit_database_run (self, error, "COMMIT", "");

  if (!done && !sqlite3_get_autocommit (self->db)) /* some errors have ended it already */
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return done;
}

/* After something was removed: leaves no trace of it in the log, nor in the gaps of pages that SQLite has split before. */
gboolean
remit_database_forget (RemitDatabase *self,
                       GError       **error)
{
  int code = sqlite3_exec (self->db, "VACUUM", NULL, NULL, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_wal_checkpoint_v2 (self->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;
  if (code == SQLITE_BUSY)
    g_set_error (error, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_BUSY,
                 _("%s: the records are removed, but traces of them stay in this file until the other program that uses it is closed"),
                 self->path);
  else
    remit_database_fail (self, code, error);
  return FALSE;
}
