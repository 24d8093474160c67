/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem */

#include "study-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

void
study_set_up (StudyFixture *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("remit-study-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "progress.db", NULL);
}

void
study_remove_folder (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        study_remove_folder (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_dir_close (dir);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

void
study_tear_down (StudyFixture *self,
                 gconstpointer data)
{
  study_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

RemitProgressStore *
study_open (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  RemitProgressStore *store = remit_progress_store_open (file, &error);

  g_assert_no_error (error);
  return store;
}

/* Why and building, with a framework between them: 3, 10 and 7 minutes. */
RemitSession *
study_make_session (void)
{
  g_autoptr (GListStore) agenda = g_list_store_new (REMIT_TYPE_AGENDA_ITEM);
  RemitAgendaItem *items[] = { remit_agenda_item_new_lesson ("why", 3), remit_agenda_item_new_framework ("azure-current", 10),
                               remit_agenda_item_new_lesson ("building", 7) };

  g_list_store_splice (agenda, 0, 0, (gpointer *) items, G_N_ELEMENTS (items));
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    g_object_unref (items[i]);
  return remit_session_new ("First day", "Bring a chair", G_LIST_MODEL (agenda));
}

/* Ada has done one lesson in a session, and the person at this machine has begun another. */
void
study_fill (RemitProgressStore *store)
{
  g_autoptr (RemitSession) session = study_make_session ();
  g_autoptr (GError) error = NULL;
  gint64 id = remit_progress_store_add_session (store, session, 1000, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  g_assert_true (remit_progress_store_add_participant (store, id, "Ada Lovelace", &error));
  g_assert_true (remit_progress_store_save_scene (store, "Ada Lovelace", "why", "opening", 2, 1010, &error));
  g_assert_true (remit_progress_store_save_answer (store, "Ada Lovelace", "why", "opening", TRUE, 1020, &error));
  g_assert_true (remit_progress_store_save_done (store, "Ada Lovelace", "why", 1030, &error));
  g_assert_true (remit_progress_store_save_scene (store, NULL, "models", "second", 0, 2000, &error));
  g_assert_no_error (error);
}

void
study_check_filled (RemitProgressStore *store)
{
  g_autoptr (GPtrArray) ada = remit_progress_store_list_lessons (store, "Ada Lovelace", NULL);
  g_autoptr (GPtrArray) own = remit_progress_store_list_lessons (store, NULL, NULL);
  g_autoptr (GPtrArray) sessions = remit_progress_store_list_sessions (store, NULL);
  RemitLessonRecord *record;

  g_assert_nonnull (ada);
  g_assert_cmpuint (ada->len, ==, 1);
  record = ada->pdata[0];
  g_assert_cmpstr (record->person, ==, "Ada Lovelace");
  g_assert_cmpstr (record->lesson, ==, "why");
  g_assert_cmpstr (record->scene, ==, "opening");
  g_assert_cmpint (record->state, ==, REMIT_LESSON_DONE);
  g_assert_cmpuint (record->checks, ==, 2);
  g_assert_cmpuint (record->passed, ==, 1);
  g_assert_cmpint (record->begun, ==, 1010);
  g_assert_cmpint (record->done, ==, 1030);
  g_assert_cmpuint (own->len, ==, 1);
  record = own->pdata[0];
  g_assert_null (record->person);
  g_assert_cmpint (record->state, ==, REMIT_LESSON_BEGUN);
  g_assert_cmpuint (sessions->len, ==, 1);
}

GBytes *
study_load (const char *path)
{
  char *content;
  gsize length;

  if (!g_file_get_contents (path, &content, &length, NULL))
    return NULL;
  return g_bytes_new_take (content, length);
}

/* Whether any file of the folder has these bytes. */
gboolean
study_holds (const char *folder,
             const char *text)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  gboolean found = FALSE;
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GBytes) bytes = study_load (path);

      if (bytes != NULL && g_bytes_get_size (bytes) > 0
          && memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text)) != NULL)
        found = TRUE;
    }
  g_dir_close (dir);
  return found;
}

void
study_sql (const char *path,
           const char *sql)
{
  char *message = NULL;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_null (message);
  sqlite3_close (db);
}

RemitProgressStore *
study_try_to_open (const char *path,
                   GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return remit_progress_store_open (file, error);
}

void
study_fill_file (const char *path)
{
  g_autoptr (RemitProgressStore) store = study_open (path);

  study_fill (store);
}
