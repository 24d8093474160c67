/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-database.h"

G_BEGIN_DECLS

struct _RemitProgressStore
{
  GObject parent_instance;
  GMutex mutex; /* for the database */
  RemitDatabase *database;
  GThreadPool *worker; /* one thread, of GTasks */
};

typedef struct
{
  RemitProgressFunc func;
  gpointer data;
  GDestroyNotify data_free;
} RemitProgressJob;

char *remit_progress_dup_name (RemitProgressStore *self, const char *person, GError **error);

G_END_DECLS
