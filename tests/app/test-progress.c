/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitProgress: order, files that cannot be used as usual, and whose steps are saved. */

#include "remit-progress.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "study-fixture.h"
#include "widget-fixture.h"

typedef struct
{
  StudyFixture study;
  RemitProgress *progress;
  GPtrArray *messages;
  guint n_changes;
} Fixture;

static void
on_message (RemitProgress *progress,
            const char    *message,
            Fixture       *fixture)
{
  g_ptr_array_add (fixture->messages, g_strdup (message));
}

static void
on_changed (RemitProgress *progress,
            Fixture       *fixture)
{
  fixture->n_changes++;
}

static void
start (Fixture *fixture)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->study.path);

  fixture->progress = remit_progress_new (file);
  g_signal_connect (fixture->progress, "message", G_CALLBACK (on_message), fixture);
  g_signal_connect (fixture->progress, "changed", G_CALLBACK (on_changed), fixture);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  study_set_up (&fixture->study, data);
  fixture->messages = g_ptr_array_new_with_free_func (g_free);
  start (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->progress);
  g_ptr_array_unref (fixture->messages);
  study_tear_down (&fixture->study, data);
}

static gboolean
do_nothing (RemitProgressStore *store,
            gpointer            data,
            GError            **error)
{
  return TRUE;
}

static void
on_nothing_done (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  gboolean *done = user_data;

  remit_progress_run_finish (REMIT_PROGRESS (source), result, NULL);
  *done = TRUE;
}

/* Waits until all that was asked for so far is done. */
static void
wait_for_steps (Fixture *fixture)
{
  gboolean done = FALSE;

  remit_progress_run_async (fixture->progress, do_nothing, NULL, NULL, on_nothing_done, &done);
  wait_until (done);
}

static void
assert_message (Fixture    *fixture,
                guint       position,
                const char *words)
{
  g_assert_cmpuint (position, <, fixture->messages->len);
  g_assert_nonnull (strstr (fixture->messages->pdata[position], words));
}

static void
assert_saved (Fixture         *fixture,
              const char      *person,
              const char      *lesson,
              const char      *scene,
              guint            passed,
              RemitLessonState state)
{
  g_autoptr (RemitProgressStore) store = study_open (fixture->study.path);
  g_autoptr (GPtrArray) records = remit_progress_store_list_lessons (store, person, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const RemitLessonRecord *record = records->pdata[i];

      if (!g_str_equal (record->lesson, lesson))
        continue;
      g_assert_cmpstr (record->scene, ==, scene);
      g_assert_cmpuint (record->passed, ==, passed);
      g_assert_cmpint (record->state, ==, state);
      return;
    }
  g_assert_cmpstr (NULL, ==, lesson);
}

static void
test_order (Fixture      *fixture,
            gconstpointer data)
{
  const RemitLessonRecord *record;

  g_assert_false (remit_progress_get_ready (fixture->progress));
  g_assert_null (remit_progress_get_path (fixture->progress));
  remit_progress_save_scene (fixture->progress, "why", "one", 2); /* the first opens the file */
  remit_progress_save_answer (fixture->progress, "why", "one", TRUE);
  remit_progress_save_scene (fixture->progress, "why", "two", 2);
  remit_progress_save_done (fixture->progress, "why");
  g_assert_null (remit_progress_get_lesson (fixture->progress, "why")); /* not before it is on the disk */
  wait_for_steps (fixture);
  g_assert_cmpuint (fixture->messages->len, ==, 0);
  g_assert_true (remit_progress_get_ready (fixture->progress));
  g_assert_cmpstr (remit_progress_get_path (fixture->progress), ==, fixture->study.path);
  g_assert_cmpuint (fixture->n_changes, ==, 4);
  record = remit_progress_get_lesson (fixture->progress, "why");
  g_assert_nonnull (record);
  g_assert_cmpstr (record->scene, ==, "two");
  g_assert_cmpuint (record->checks, ==, 2);
  g_assert_cmpuint (record->passed, ==, 1);
  g_assert_cmpint (record->state, ==, REMIT_LESSON_DONE);
  g_assert_cmpint (ABS (record->done - g_get_real_time () / G_USEC_PER_SEC), <, 3600);
  assert_saved (fixture, NULL, "why", "two", 1, REMIT_LESSON_DONE);
}

static void
test_damaged (Fixture      *fixture,
              gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->study.path, "no database", -1, NULL));
  remit_progress_open (fixture->progress);
  remit_progress_open (fixture->progress);
  wait_for_steps (fixture);
  g_assert_cmpuint (fixture->messages->len, ==, 1);
  assert_message (fixture, 0, "progress.db.damaged-1");
  remit_progress_save_scene (fixture->progress, "why", "one", 0);
  wait_for_steps (fixture);
  g_assert_cmpuint (fixture->messages->len, ==, 1);
  assert_saved (fixture, NULL, "why", "one", 0, REMIT_LESSON_BEGUN);
}

static void
test_newer (Fixture      *fixture,
            gconstpointer data)
{
  guint *n_notified = count_notify (fixture->progress, "read-only");

  study_fill_file (fixture->study.path);
  study_sql (fixture->study.path, "PRAGMA user_version = 1000");
  remit_progress_open (fixture->progress);
  remit_progress_save_scene (fixture->progress, "why", "one", 0);
  wait_for_steps (fixture);
  g_assert_cmpuint (*n_notified, ==, 1);
  g_assert_nonnull (strstr (remit_progress_get_read_only (fixture->progress), "newer version"));
  g_assert_cmpuint (fixture->messages->len, ==, 1);
  assert_message (fixture, 0, "newer version");
  assert_message (fixture, 0, fixture->study.path);
  g_assert_null (remit_progress_get_lesson (fixture->progress, "why"));
  g_assert_cmpstr (remit_progress_get_lesson (fixture->progress, "models")->scene, ==, "second"); /* it can be read */
}

static void
test_no_place (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *file = g_steal_pointer (&fixture->study.path);

  g_assert_true (g_file_set_contents (file, "in the way", -1, NULL));
  fixture->study.path = g_build_filename (file, "remit", "progress.db", NULL);
  g_assert_finalize_object (fixture->progress);
  start (fixture);
  for (guint i = 0; i < 3; i++)
    {
      remit_progress_save_scene (fixture->progress, "why", "one", 0);
      wait_for_steps (fixture);
    }
  g_assert_cmpuint (fixture->messages->len, ==, 1); /* once a minute */
  assert_message (fixture, 0, g_strerror (ENOTDIR));
  assert_message (fixture, 0, file);
  g_assert_true (remit_progress_get_ready (fixture->progress));
  g_assert_nonnull (remit_progress_get_read_only (fixture->progress));
  g_assert_cmpint (g_unlink (file), ==, 0);
  remit_progress_save_scene (fixture->progress, "why", "two", 0); /* the next step tries again */
  wait_for_steps (fixture);
  g_assert_null (remit_progress_get_read_only (fixture->progress));
  assert_saved (fixture, NULL, "why", "two", 0, REMIT_LESSON_BEGUN);
}

static gboolean is_full; /* the disk, as SQLite sees it */
static ssize_t (*real_pwrite) (int, const void *, size_t, off_t);

static ssize_t
full_pwrite (int         fd,
             const void *buffer,
             size_t      n,
             off_t       offset)
{
  if (!is_full)
    return real_pwrite (fd, buffer, n, offset);
  errno = ENOSPC;
  return -1;
}

static void
test_full (Fixture      *fixture,
           gconstpointer data)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);

  real_pwrite = (ssize_t (*) (int, const void *, size_t, off_t)) vfs->xGetSystemCall (vfs, "pwrite64");
  g_assert_cmpint (vfs->xSetSystemCall (vfs, "pwrite64", (sqlite3_syscall_ptr) full_pwrite), ==, SQLITE_OK);
  remit_progress_save_scene (fixture->progress, "why", "one", 0);
  wait_for_steps (fixture);
  is_full = TRUE;
  remit_progress_save_scene (fixture->progress, "why", "two", 0);
  remit_progress_save_scene (fixture->progress, "why", "three", 0);
  wait_for_steps (fixture);
  is_full = FALSE;
  vfs->xSetSystemCall (vfs, NULL, NULL);
  g_assert_cmpuint (fixture->messages->len, ==, 1);
  assert_message (fixture, 0, g_strerror (ENOSPC));
  g_assert_cmpstr (remit_progress_get_lesson (fixture->progress, "why")->scene, ==, "one");
  remit_progress_save_scene (fixture->progress, "why", "four", 0);
  wait_for_steps (fixture);
  g_assert_cmpstr (remit_progress_get_lesson (fixture->progress, "why")->scene, ==, "four");
  assert_saved (fixture, NULL, "why", "four", 0, REMIT_LESSON_BEGUN);
}

static void
test_people (Fixture      *fixture,
             gconstpointer data)
{
  guint *n_notified = count_notify (fixture->progress, "people");

  remit_progress_save_scene (fixture->progress, "why", "own", 1);
  remit_progress_set_people (fixture->progress, (const char *[]){ "Ada", "Bob", NULL });
  remit_progress_set_people (fixture->progress, (const char *[]){ "Ada", "Bob", NULL });
  g_assert_cmpuint (*n_notified, ==, 1);
  remit_progress_save_scene (fixture->progress, "why", "first", 1);
  remit_progress_set_people (fixture->progress, (const char *[]){ "Cleo", "Bob", NULL });
  g_assert_false (remit_progress_get_ready (fixture->progress));
  remit_progress_save_answer (fixture->progress, "why", "second", TRUE); /* Cleo comes in the midst */
  remit_progress_save_done (fixture->progress, "why");
  wait_for_steps (fixture);
  g_assert_true (remit_progress_get_ready (fixture->progress));
  g_assert_cmpuint (fixture->messages->len, ==, 0);
  g_assert_cmpstr (remit_progress_get_lesson (fixture->progress, "why")->person, ==, "Cleo");
  assert_saved (fixture, NULL, "why", "own", 0, REMIT_LESSON_BEGUN);
  assert_saved (fixture, "Ada", "why", "first", 0, REMIT_LESSON_BEGUN);
  assert_saved (fixture, "Bob", "why", "first", 1, REMIT_LESSON_DONE);
  assert_saved (fixture, "Cleo", "why", "second", 1, REMIT_LESSON_DONE);
  remit_progress_set_people (fixture->progress, NULL);
  g_assert_null (remit_progress_get_lesson (fixture->progress, "why"));
  wait_for_steps (fixture);
  g_assert_cmpstr (remit_progress_get_lesson (fixture->progress, "why")->scene, ==, "own");
}

static gboolean
take_long (RemitProgressStore *store,
           gpointer            data,
           GError            **error)
{
  g_usleep (G_USEC_PER_SEC / 10);
  return TRUE;
}

/* Who learns changes while it is still being read what the one before has learnt. */
static void
test_people_twice (Fixture      *fixture,
                   gconstpointer data)
{
  gboolean done = FALSE;

  remit_progress_set_people (fixture->progress, (const char *[]){ "Bob", NULL });
  remit_progress_save_scene (fixture->progress, "why", "his", 1);
  wait_for_steps (fixture);
  remit_progress_set_people (fixture->progress, NULL);
  wait_for_steps (fixture);
  remit_progress_run_async (fixture->progress, take_long, NULL, NULL, on_nothing_done, &done);
  remit_progress_set_people (fixture->progress, (const char *[]){ "Ada", NULL });
  remit_progress_set_people (fixture->progress, (const char *[]){ "Bob", NULL });
  wait_for_steps (fixture);
  g_assert_true (done);
  g_assert_true (remit_progress_get_ready (fixture->progress));
  g_assert_cmpstr (remit_progress_get_lesson (fixture->progress, "why")->scene, ==, "his");
}

static void
on_activate (GApplication *application,
             Fixture      *fixture)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *scene = g_strdup_printf ("s%u", i);
      remit_progress_save_scene (fixture->progress, "why", scene, 0);
    }
} /* and ends, having no window */

static void
test_end (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr (GApplication) application = g_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (on_activate), fixture);
  g_assert_cmpint (g_application_run (application, 0, NULL), ==, 0);
  assert_saved (fixture, NULL, "why", "s19", 0, REMIT_LESSON_BEGUN);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/progress/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/progress/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/progress/newer", Fixture, NULL, set_up, test_newer, tear_down);
  g_test_add ("/progress/no-place", Fixture, NULL, set_up, test_no_place, tear_down);
  g_test_add ("/progress/full", Fixture, NULL, set_up, test_full, tear_down);
  g_test_add ("/progress/people", Fixture, NULL, set_up, test_people, tear_down);
  g_test_add ("/progress/people-twice", Fixture, NULL, set_up, test_people_twice, tear_down);
  g_test_add ("/progress/end", Fixture, NULL, set_up, test_end, tear_down);
  return g_test_run ();
}
