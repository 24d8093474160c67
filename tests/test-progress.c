/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the progress store keeps, answers and forgets. What can go wrong is in test-progress-faults.c. */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "study-fixture.h"

/* SQLite calls this one: how often it has, says whether a step was on the disk when the store said so. */
static int n_syncs;

int
fdatasync (int fd)
{
  g_atomic_int_inc (&n_syncs);
  return syscall (SYS_fdatasync, fd);
}

static RemitLessonRecord *
only_lesson (RemitProgressStore *store,
             const char         *person)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = remit_progress_store_list_lessons (store, person, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 1);
  return g_ptr_array_steal_index (records, 0);
}

/* Steps in a row, each with the record after it. */
static void
test_steps (StudyFixture *fixture,
            gconstpointer data)
{
  enum { SCENE, RIGHT, WRONG, DONE };
  static const struct
  {
    int what;
    const char *scene;
    gint64 now;
    RemitLessonState state;
    const char *at;
    guint passed;
    gint64 begun;
    gint64 done;
    gint64 seen;
  } steps[] = {
    { SCENE, "one", 0, REMIT_LESSON_BEGUN, "one", 0, 0, 0, 0 }, /* a clock in 1970 */
    { SCENE, "two", -5, REMIT_LESSON_BEGUN, "two", 0, 0, 0, -5 },
    { WRONG, "two", 7, REMIT_LESSON_BEGUN, "two", 0, 0, 0, -5 },
    { RIGHT, "two", 8, REMIT_LESSON_BEGUN, "two", 0, 0, 0, -5 }, /* the first try counts */
    { RIGHT, "three", 9, REMIT_LESSON_BEGUN, "two", 1, 0, 0, -5 },
    { WRONG, "three", 10, REMIT_LESSON_BEGUN, "two", 1, 0, 0, -5 },
    { DONE, NULL, -1, REMIT_LESSON_DONE, "two", 1, 0, -1, -5 }, /* done before it was begun: the clock was set */
    { DONE, NULL, G_MAXINT64, REMIT_LESSON_DONE, "two", 1, 0, -1, -5 },
    { SCENE, "one", 99, REMIT_LESSON_DONE, "one", 1, 0, -1, 99 }, /* once more: what is done stays done */
  };
  static const char *const people[] = { NULL, "Zoë" };

  for (guint p = 0; p < G_N_ELEMENTS (people); p++)
    for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
      {
        g_autoptr (RemitProgressStore) store = study_open (fixture->path); /* each sees what the one before it has saved */
        g_autoptr (RemitLessonRecord) record = NULL;
        g_autoptr (GError) error = NULL;
        gboolean done;

        if (steps[i].what == SCENE)
          done = remit_progress_store_save_scene (store, people[p], "lesson", steps[i].scene, 2, steps[i].now, &error);
        else if (steps[i].what == DONE)
          done = remit_progress_store_save_done (store, people[p], "lesson", steps[i].now, &error);
        else
          done = remit_progress_store_save_answer (store, people[p], "lesson", steps[i].scene, steps[i].what == RIGHT, steps[i].now, &error);
        g_assert_no_error (error);
        g_assert_true (done);
        record = only_lesson (store, people[p]);
        g_assert_cmpstr (record->person, ==, people[p]);
        g_assert_cmpint (record->state, ==, steps[i].state);
        g_assert_cmpstr (record->scene, ==, steps[i].at);
        g_assert_cmpuint (record->checks, ==, 2);
        g_assert_cmpuint (record->passed, ==, steps[i].passed);
        g_assert_cmpint (record->begun, ==, steps[i].begun);
        g_assert_cmpint (record->done, ==, steps[i].done);
        g_assert_cmpint (record->seen, ==, steps[i].seen);
      }
  {
    g_autoptr (RemitProgressStore) store = study_open (fixture->path);
    g_autoptr (GPtrArray) answers = remit_progress_store_list_answers (store, "Zoë", "lesson", NULL);
    RemitAnswerRecord *three, *two;

    g_assert_cmpuint (answers->len, ==, 2);
    three = answers->pdata[0];
    two = answers->pdata[1];
    g_assert_cmpstr (three->scene, ==, "three");
    g_assert_true (three->passed && three->solved);
    g_assert_cmpuint (three->tries, ==, 2);
    g_assert_cmpint (three->answered, ==, 9);
    g_assert_cmpstr (two->scene, ==, "two");
    g_assert_true (!two->passed && two->solved);
    g_assert_cmpuint (two->tries, ==, 2);
    g_assert_cmpint (two->answered, ==, 7);
  }
}

/* A lesson of one's own may lose questions: there are never more right answers than questions. */
static void
test_fewer_checks (StudyFixture *fixture,
                   gconstpointer data)
{
  g_autoptr (RemitProgressStore) store = study_open (fixture->path);
  g_autoptr (RemitLessonRecord) record = NULL;

  g_assert_true (remit_progress_store_save_scene (store, NULL, "own", "a", 2, 1, NULL));
  g_assert_true (remit_progress_store_save_answer (store, NULL, "own", "a", TRUE, 1, NULL));
  g_assert_true (remit_progress_store_save_answer (store, NULL, "own", "b", TRUE, 1, NULL));
  g_assert_true (remit_progress_store_save_scene (store, NULL, "own", "a", 1, 1, NULL));
  record = only_lesson (store, NULL);
  g_assert_cmpuint (record->checks, ==, 2);
  g_assert_cmpuint (record->passed, ==, 2);
}

static void
test_names (StudyFixture *fixture,
            gconstpointer data)
{
  g_autofree char *longest = g_strnfill (200, 'n'), *too_long = g_strnfill (201, 'n');
  const struct
  {
    const char *name;
    const char *kept; /* NULL: refused */
  } names[] = {
    { " Ada  Lovelace ", "Ada  Lovelace" }, { "Ada  Lovelace", "Ada  Lovelace" }, { "Zoe\xcc\x88", "Zoë" },     { "Zoë", "Zoë" },
    { "O'Hara; DROP", "O'Hara; DROP" },      { "=1+1", "=1+1" },                   { longest, longest }, { too_long, NULL },
    { "", NULL },                            { "  ", NULL },                       { "a\nb", NULL },     { "\xff", NULL },
  };
  g_autoptr (RemitProgressStore) store = study_open (fixture->path);
  g_auto (GStrv) people = NULL;

  g_assert_true (remit_progress_store_save_scene (store, NULL, "l", "s", 0, 1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean done = remit_progress_store_save_scene (store, names[i].name, "l", "s", 0, 1, &error);

      g_assert_true (done == (names[i].kept != NULL));
      if (done)
        {
          g_autoptr (RemitLessonRecord) record = only_lesson (store, names[i].name);
          g_assert_cmpstr (record->person, ==, names[i].kept);
        }
      else
        g_assert_error (error, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_INVALID);
    }
  people = remit_progress_store_list_people (store, NULL);
  g_assert_cmpuint (g_strv_length (people), ==, 5); /* the one at this machine has no name */
  g_assert_cmpstr (people[0], ==, "=1+1");
}

static void
test_refused (StudyFixture *fixture,
              gconstpointer data)
{
  g_autoptr (RemitProgressStore) store = study_open (fixture->path);
  g_autoptr (GPtrArray) none = NULL;
  g_auto (GStrv) people = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;

      if (i == 0)
        g_assert_false (remit_progress_store_save_answer (store, "Ada", "why", "s", TRUE, 1, &error));
      else if (i == 1)
        g_assert_false (remit_progress_store_save_done (store, "Ada", "why", 1, &error));
      else
        g_assert_false (remit_progress_store_add_participant (store, 77, "Ada", &error));
      g_assert_error (error, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, fixture->path));
    }
  people = remit_progress_store_list_people (store, NULL);
  g_assert_cmpuint (g_strv_length (people), ==, 0); /* nothing of a step that failed stays */
  none = remit_progress_store_list_lessons (store, "Nobody", NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_sessions (StudyFixture *fixture,
               gconstpointer data)
{
  static const struct
  {
    const char *person;
    const char *lesson;
    RemitLessonState state;
  } expected[] = {
    { "Grace", "why", REMIT_LESSON_NOT_BEGUN },      { "Grace", "building", REMIT_LESSON_BEGUN },
    { "Ada Lovelace", "why", REMIT_LESSON_DONE },    { "Ada Lovelace", "building", REMIT_LESSON_NOT_BEGUN },
    { NULL, "why", REMIT_LESSON_NOT_BEGUN },         { NULL, "building", REMIT_LESSON_NOT_BEGUN },
  };
  g_autoptr (RemitProgressStore) store = study_open (fixture->path);
  g_autoptr (RemitSession) session = study_make_session ();
  g_autoptr (GPtrArray) sessions = NULL, records = NULL;
  g_autofree char *planned = remit_session_to_json (session), *kept = NULL;
  RemitSessionRecord *record;
  gint64 id;

  study_fill (store);
  id = remit_progress_store_add_session (store, session, 5000, NULL);
  g_assert_cmpint (id, >, 0);
  g_assert_true (remit_progress_store_add_participant (store, id, "Grace", NULL));
  g_assert_true (remit_progress_store_add_participant (store, id, "Ada Lovelace", NULL));
  g_assert_true (remit_progress_store_add_participant (store, id, NULL, NULL));
  g_assert_true (remit_progress_store_add_participant (store, id, " Grace", NULL)); /* she is there */
  g_assert_true (remit_progress_store_save_scene (store, "Grace", "building", "s", 1, 5001, NULL));

  sessions = remit_progress_store_list_sessions (store, NULL);
  g_assert_cmpuint (sessions->len, ==, 2);
  record = sessions->pdata[0];
  g_assert_cmpint (record->id, ==, id);
  g_assert_cmpint (record->began, ==, 5000);
  kept = remit_session_to_json (record->session);
  g_assert_cmpstr (kept, ==, planned);
  g_assert_cmpuint (g_strv_length (record->participants), ==, 3);
  g_assert_cmpstr (record->participants[0], ==, "Grace");
  g_assert_cmpstr (record->participants[2], ==, "");

  records = remit_progress_store_list_session_lessons (store, id, NULL);
  g_assert_cmpuint (records->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < records->len; i++)
    {
      RemitLessonRecord *found = records->pdata[i];
      g_assert_cmpstr (found->person, ==, expected[i].person);
      g_assert_cmpstr (found->lesson, ==, expected[i].lesson);
      g_assert_cmpint (found->state, ==, expected[i].state);
    }
}

/* Removed is gone from every file, not only from the answers. */
static void
test_remove (StudyFixture *fixture,
             gconstpointer data)
{
  g_autofree char *aside = g_strconcat (fixture->path, ".damaged-1", NULL);
  g_autoptr (RemitProgressStore) store = study_open (fixture->path);
  g_autoptr (GPtrArray) sessions = NULL, own = NULL;
  g_auto (GStrv) people = NULL;
  gint64 id;

  study_fill (store);
  g_assert_true (study_holds (fixture->folder, "Ada Lovelace"));
  g_assert_true (remit_progress_store_remove_person (store, "Ada Lovelace", NULL));
  g_assert_false (study_holds (fixture->folder, "Ada Lovelace"));
  g_assert_false (study_holds (fixture->folder, "opening"));
  g_assert_true (study_holds (fixture->folder, "models"));

  study_fill (store);
  sessions = remit_progress_store_list_sessions (store, NULL);
  g_assert_cmpuint (sessions->len, ==, 2);
  id = ((RemitSessionRecord *) sessions->pdata[0])->id;
  g_assert_true (remit_progress_store_add_participant (store, id, "Mistyped", NULL));
  g_assert_true (remit_progress_store_add_participant (store, id, "Ada Lovelace", NULL));
  g_assert_true (remit_progress_store_remove_participant (store, id, " Mistyped ", NULL));
  g_assert_true (remit_progress_store_remove_participant (store, id, "Ada Lovelace", NULL));
  g_assert_true (remit_progress_store_remove_participant (store, id, "Nobody", NULL)); /* is not there either */
  g_assert_false (study_holds (fixture->folder, "Mistyped"));
  g_assert_true (study_holds (fixture->folder, "Ada Lovelace")); /* what she has learnt is hers */
  g_assert_true (remit_progress_store_add_participant (store, id, "Only here", NULL));
  g_assert_true (remit_progress_store_remove_session (store, id, NULL));
  g_assert_true (remit_progress_store_remove_session (store, ((RemitSessionRecord *) sessions->pdata[1])->id, NULL));
  g_assert_false (study_holds (fixture->folder, "First day"));
  g_assert_false (study_holds (fixture->folder, "Only here"));
  people = remit_progress_store_list_people (store, NULL);
  g_assert_cmpuint (g_strv_length (people), ==, 1); /* what Ada has learnt is hers */

  g_assert_true (g_file_set_contents (aside, "Ada was here", -1, NULL));
  g_assert_true (remit_progress_store_remove_all (store, NULL));
  g_assert_false (study_holds (fixture->folder, "Ada"));
  g_assert_false (study_holds (fixture->folder, "models"));
  own = remit_progress_store_list_lessons (store, NULL, NULL);
  g_assert_cmpuint (own->len, ==, 0);
  study_fill (store);
  study_check_filled (store);
}

/* SQLite leaves copies in the gaps of pages that it has split or merged: only many people show it. */
static void
test_traces (StudyFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RemitProgressStore) store = study_open (fixture->path);

  for (guint i = 0; i < 600; i++)
    if (i < 300 || g_rand_boolean (random))
      {
        guint32 number = g_rand_int (random);
        char *name = g_strdup_printf ("%c%c %08x-%u%.*s", 'A' + number % 25, 'a' + number / 25 % 25, number, i, g_rand_int_range (random, 0, 25),
                                      "abcdefghijklmnopqrstuvwxyz");

        g_assert_true (remit_progress_store_save_scene (store, name, "l", "a", 2, 1, NULL));
        g_ptr_array_add (names, name);
      }
    else
      {
        g_autofree char *name = g_ptr_array_steal_index_fast (names, g_rand_int_range (random, 0, names->len));

        g_assert_true (remit_progress_store_remove_person (store, name, NULL));
        g_assert_false (study_holds (fixture->folder, name));
      }
}

/* Another program that reads keeps traces in the log, which is told; what was set aside goes all the same. */
static void
test_remove_beside_reader (StudyFixture *fixture,
                           gconstpointer data)
{
  g_autofree char *aside = g_strconcat (fixture->path, ".damaged-1", NULL);
  g_autoptr (RemitProgressStore) store = study_open (fixture->path);
  g_autoptr (GError) error = NULL;
  sqlite3 *reader = NULL;

  study_fill (store);
  g_assert_true (g_file_set_contents (aside, "Ada was here", -1, NULL));
  g_assert_cmpint (sqlite3_open (fixture->path, &reader), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (reader, "BEGIN; SELECT * FROM person", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (remit_progress_store_remove_all (store, &error));
  g_assert_error (error, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_BUSY);
  g_assert_false (g_file_test (aside, G_FILE_TEST_EXISTS));
  sqlite3_close (reader);
  g_assert_true (remit_progress_store_remove_all (store, NULL));
  g_assert_false (study_holds (fixture->folder, "Ada"));
}

static void
test_synced (StudyFixture *fixture,
             gconstpointer data)
{
  g_autoptr (RemitProgressStore) store = study_open (fixture->path);
  int before;

  study_fill (store);
  for (guint i = 0; i < 10; i++)
    {
      before = g_atomic_int_get (&n_syncs);
      g_assert_true (remit_progress_store_save_scene (store, NULL, "l", i % 2 == 0 ? "a" : "b", 0, i, NULL));
      g_assert_cmpint (g_atomic_int_get (&n_syncs), >, before);
    }
}

static void
test_place (StudyFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitProgressStore) store = remit_progress_store_open (NULL, &error);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "remit", NULL);
  g_autofree char *path = g_build_filename (folder, "progress.db", NULL);
  GStatBuf status;

  g_assert_no_error (error);
  g_assert_cmpstr (remit_progress_store_get_path (store), ==, path);
  g_assert_null (remit_progress_store_get_read_only (store));
  study_fill (store);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  for (guint i = 0; i < 3; i++)
    {
      static const char *const suffixes[] = { "", "-wal", "-shm" };
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_assert_cmpint (g_stat (file, &status), ==, 0);
      g_assert_cmpint (status.st_mode & 0777, ==, 0600);
    }
}

typedef struct
{
  guint number;
  GMainLoop *loop;
  guint *n_done;
} Job;

static gboolean
do_job (RemitProgressStore *store,
        gpointer            data,
        GError            **error)
{
  Job *job = data;
  g_autofree char *scene = g_strdup_printf ("scene-%u", job->number);

  if (job->number == 50)
    return remit_progress_store_save_done (store, "Nobody", "l", 1, error);
  return remit_progress_store_save_scene (store, NULL, "l", scene, 0, job->number, error);
}

static void
job_done (GObject      *store,
          GAsyncResult *result,
          gpointer      data)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  gboolean done = remit_progress_store_run_finish (REMIT_PROGRESS_STORE (store), result, &error);

  g_assert_cmpuint (*job->n_done, ==, job->number); /* in their order */
  if (job->number == 50)
    g_assert_error (error, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_INVALID);
  else
    g_assert_true (done);
  if (++*job->n_done == 100)
    g_main_loop_quit (job->loop);
}

static void
opened (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  RemitProgressStore **store = data;

  *store = remit_progress_store_open_finish (result, NULL);
}

static void
test_async (StudyFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (RemitLessonRecord) record = NULL;
  g_autoptr (RemitProgressStore) again = NULL;
  RemitProgressStore *store = NULL;
  guint n_done = 0;

  remit_progress_store_open_async (file, opened, &store);
  while (store == NULL)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 100; i++)
    {
      Job *job = g_new (Job, 1);
      *job = (Job) { i, loop, &n_done };
      remit_progress_store_run_async (store, do_job, job, g_free, job_done, job);
    }
  g_object_unref (store); /* the jobs keep it */
  g_main_loop_run (loop);
  again = study_open (fixture->path);
  record = only_lesson (again, NULL);
  g_assert_cmpstr (record->scene, ==, "scene-99");
  g_assert_cmpint (record->begun, ==, 0);
}

static gpointer
write_many (gpointer data)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *lesson = g_strdup_printf ("%p-%u", (gpointer) g_thread_self (), i);
      g_assert_true (remit_progress_store_save_scene (data, NULL, lesson, "s", 0, i, NULL));
    }
  return NULL;
}

static void
test_threads (StudyFixture *fixture,
              gconstpointer data)
{
  RemitProgressStore *store = study_open (fixture->path);
  GThread *threads[] = { g_thread_new ("a", write_many, store), g_thread_new ("b", write_many, store) };
  g_autoptr (GPtrArray) records = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  records = remit_progress_store_list_lessons (store, NULL, NULL);
  g_assert_cmpuint (records->len, ==, 100);
  g_assert_finalize_object (store);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (StudyFixture *, gconstpointer);
  } tests[] = {
    { "/progress/steps", test_steps },       { "/progress/fewer-checks", test_fewer_checks },
    { "/progress/names", test_names },       { "/progress/refused", test_refused },
    { "/progress/sessions", test_sessions }, { "/progress/remove", test_remove },
    { "/progress/traces", test_traces }, { "/progress/remove-beside-reader", test_remove_beside_reader },
    { "/progress/synced", test_synced },     { "/progress/place", test_place },
    { "/progress/async", test_async },       { "/progress/threads", test_threads },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StudyFixture, NULL, study_set_up, tests[i].test, study_tear_down);
  return g_test_run ();
}
