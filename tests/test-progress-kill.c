/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Programs that write are killed at any moment: what they have said was saved is there. This program runs itself as those. */

#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "study-fixture.h"

#define ROUNDS 200
#define ROUNDS_OF_A_FILE 20
#define MAX_MS 60

static const char *self_path;

/* Lessons that are begun, answered and done one after the other, so that each step leaves something to find. */
static gboolean
do_step (RemitProgressStore *store,
         const char         *person,
         guint               step,
         GError            **error)
{
  g_autofree char *lesson = g_strdup_printf ("lesson-%u", step / 3);

  if (step % 3 == 0)
    return remit_progress_store_save_scene (store, person, lesson, "scene", 1, step, error);
  if (step % 3 == 1)
    return remit_progress_store_save_answer (store, person, lesson, "scene", TRUE, step, error);
  return remit_progress_store_save_done (store, person, lesson, step, error);
}

/* How many steps are there; all before the last one have to be. */
static guint
count_steps (RemitProgressStore *store,
             const char         *person)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = remit_progress_store_list_lessons (store, person, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      RemitLessonRecord *record = records->pdata[i];
      guint lesson = atoi (record->lesson + strlen ("lesson-"));
      guint steps = 1 + record->passed + (record->state == REMIT_LESSON_DONE);

      g_assert_cmpint (record->begun, ==, 3 * lesson);
      if (record->state == REMIT_LESSON_DONE)
        g_assert_cmpint (record->done, ==, 3 * lesson + 2);
      if (lesson + 1 < records->len)
        g_assert_cmpuint (steps, ==, 3);
      else
        n = 3 * lesson + steps;
    }
  return n;
}

/* The program that is killed: says the number of each step after it was saved. */
static int
write_steps (const char *path,
             const char *person)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitProgressStore) store = remit_progress_store_open (file, &error);
  guint step = store != NULL ? count_steps (store, person) : 0;

  while (store != NULL && do_step (store, person, step, &error))
    {
      g_autofree char *line = g_strdup_printf ("%u\n", step);

      if (write (STDOUT_FILENO, line, strlen (line)) < 0)
        return 2;
      step++;
    }
  g_printerr ("%s\n", error->message);
  return 1;
}

typedef struct
{
  const char *person;
  GSubprocess *process;
  GString *told;
} Writer;

static void
writer_start (Writer     *self,
              const char *path,
              const char *person)
{
  g_autoptr (GError) error = NULL;

  self->person = person;
  self->told = g_string_new (NULL);
  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self_path, "--write", path, person, NULL);
  g_assert_no_error (error);
}

static void
writer_wait_for_step (Writer *self)
{
  GInputStream *stream = g_subprocess_get_stdout_pipe (self->process);
  char c = '\0';

  while (c != '\n' && g_input_stream_read (stream, &c, 1, NULL, NULL) == 1)
    g_string_append_c (self->told, c);
  g_assert_cmpint (c, ==, '\n');
}

static void
writer_kill (Writer *self)
{
  GInputStream *stream = g_subprocess_get_stdout_pipe (self->process);
  char buffer[4096];
  gssize n;

  g_subprocess_force_exit (self->process);
  while ((n = g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL)) > 0)
    g_string_append_len (self->told, buffer, n);
  g_assert_true (g_subprocess_wait (self->process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_signaled (self->process)); /* and did not end by itself, with an error */
  g_assert_cmpint (g_subprocess_get_term_sig (self->process), ==, SIGKILL);
}

/* How many steps it has said are saved, with those of earlier rounds; those of this one. */
static guint
writer_finish (Writer *self,
               guint   before,
               guint  *n_told)
{
  g_auto (GStrv) lines = g_strsplit (self->told->str, "\n", -1);
  guint n = MAX (g_strv_length (lines), 1) - 1; /* what follows the last line feed is half a line at most */

  *n_told = n;
  g_string_free (self->told, TRUE);
  g_clear_object (&self->process);
  return n > 0 ? (guint) atoi (lines[n - 1]) + 1 : before;
}

static void
check_sound (const char *path)
{
  sqlite3_stmt *statement;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA foreign_key_check", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA integrity_check", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "ok");
  sqlite3_finalize (statement);
  sqlite3_close (db);
}

static void
test_kill (void)
{
  const guint n_rounds = g_getenv ("REMIT_TEST_BRIEF") != NULL ? 10 : ROUNDS;
  StudyFixture fixture = { NULL };
  guint steps[2] = { 0, 0 }, n_all = 0, n_kills = 0;

  for (guint round = 0; n_kills < n_rounds; round++)
    {
      const guint n_writers = round % 4 == 3 ? 2 : 1;
      Writer writers[2];

      if (round % ROUNDS_OF_A_FILE == 0)
        {
          if (fixture.folder != NULL)
            study_tear_down (&fixture, NULL);
          study_set_up (&fixture, NULL);
          steps[0] = steps[1] = 0;
        }
      for (guint i = 0; i < n_writers; i++)
        writer_start (&writers[i], fixture.path, i == 0 ? "Ada" : "Grace");
      for (guint i = 0; i < n_writers; i++)
        {
          if (round % 2 == 1) /* otherwise it may be killed while it opens the file */
            writer_wait_for_step (&writers[i]);
          g_usleep (g_test_rand_int_range (0, MAX_MS * 1000));
          writer_kill (&writers[i]);
          n_kills++;
        }
      {
        g_autoptr (RemitProgressStore) store = study_open (fixture.path);
        g_autofree char *notice = remit_progress_store_take_notice (store);

        g_assert_cmpstr (notice, ==, NULL);
        for (guint i = 0; i < n_writers; i++)
          {
            guint n_told;
            guint told = writer_finish (&writers[i], steps[i], &n_told);
            guint there = count_steps (store, writers[i].person);

            g_assert_cmpuint (there, >=, told);
            g_assert_cmpuint (there, <=, told + 1); /* saved, and killed before it could say so */
            steps[i] = there;
            n_all += n_told;
          }
      }
      check_sound (fixture.path);
    }
  study_tear_down (&fixture, NULL);
  g_test_message ("%u kills, %u steps were said to be saved, and all were there", n_kills, n_all);
  g_assert_cmpuint (n_all, >=, n_kills / 4);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], "--write"))
    return write_steps (argv[2], argv[3]);
  self_path = argv[0];
  g_test_init (&argc, &argv, NULL); /* says the seed; --seed repeats it */
  g_test_add_func ("/progress/kill", test_kill);
  return g_test_run ();
}
