/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "remit-progress-store.h"

G_BEGIN_DECLS

/* SQLite with our errors: what the store stands on. Not for two threads at once. */
typedef struct
{
  char *path;
  sqlite3 *db;
  int lock;        /* descriptor of the folder, -1 where it cannot be locked */
  char *notice;    /* (nullable): what whoever opened it has to be told */
  char *read_only; /* (nullable): why nothing can be written */
  gint64 waits_since;
} RemitDatabase;

RemitDatabase *remit_database_open (const char *path, GError **error);
void remit_database_close (RemitDatabase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitDatabase, remit_database_close)

#define REMIT_DATABASE_PATIENCE_MS 3000 /* how long to wait for another program */

/* @types has a letter for each value that is bound: i for gint64, s for a (nullable) text, which has to outlive the statement. */
sqlite3_stmt *remit_database_prepare (RemitDatabase *self, GError **error, const char *sql, const char *types, ...);
gboolean remit_database_run (RemitDatabase *self, GError **error, const char *sql, const char *types, ...);
gboolean remit_database_step (RemitDatabase *self, sqlite3_stmt *statement, GError **error);
gboolean remit_database_begin (RemitDatabase *self, GError **error);
gboolean remit_database_end (RemitDatabase *self, gboolean commit, GError **error);
gboolean remit_database_forget (RemitDatabase *self, GError **error);
gboolean remit_database_remove_damaged (RemitDatabase *self, GError **error);
gboolean remit_database_fail (RemitDatabase *self, int code, GError **error);

typedef sqlite3_stmt RemitStatement;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitStatement, sqlite3_finalize)

G_END_DECLS
