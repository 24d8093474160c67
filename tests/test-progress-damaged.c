/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Damaged databases are set aside as they are, and a new one is begun. */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "study-fixture.h"

static void
overwrite (const char *path,
           gsize       from,
           gsize       length)
{
  char *content;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_cmpuint (from + length, <=, size);
  memset (content + from, 0xa5, length);
  g_assert_true (g_file_set_contents (path, content, size, NULL));
  g_free (content);
}

static void
cut (const char *path,
     gsize       numerator,
     gsize       denominator)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (truncate (path, status.st_size * numerator / denominator), ==, 0);
}

static void
damage_garbage (const char *path)
{
  g_assert_true (g_file_set_contents (path, "This is no database, however long one looks at it.", -1, NULL));
}

static void
damage_all (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  overwrite (path, 0, status.st_size);
}

static void
damage_magic (const char *path)
{
  overwrite (path, 0, 4);
}

static void
damage_page (const char *path)
{
  overwrite (path, 2 * 4096, 4096);
}

static void
damage_page_header (const char *path)
{
  overwrite (path, 3 * 4096, 8);
}

static void
damage_half (const char *path)
{
  cut (path, 1, 2);
}

static void
damage_last_byte (const char *path)
{
  cut (path, 9999, 10000);
}

static void
damage_header (const char *path)
{
  g_assert_cmpint (truncate (path, 50), ==, 0);
}

static void
damage_table (const char *path)
{
  study_sql (path, "DROP TABLE answer");
}

static void
damage_schema (const char *path)
{
  study_sql (path, "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'nonsense' WHERE name = 'lesson'");
}

static void
damage_other_program (const char *path)
{
  g_unlink (path);
  study_sql (path, "CREATE TABLE recipes (cake TEXT); PRAGMA user_version = 1");
}

static void
damage_other_program_0 (const char *path)
{
  g_unlink (path);
  study_sql (path, "CREATE TABLE recipes (cake TEXT)");
}

static void
damage_version (const char *path)
{
  study_sql (path, "PRAGMA user_version = -3");
}

static void
damage_lost (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  g_assert_cmpint (truncate (path, 0), ==, 0);
  g_assert_true (g_file_set_contents (log, "what was last saved", -1, NULL));
}

static const struct
{
  const char *name;
  void (*damage) (const char *path);
} damages[] = {
  { "garbage", damage_garbage },
  { "all-bytes", damage_all },
  { "magic", damage_magic },
  { "page", damage_page },
  { "page-header", damage_page_header },
  { "half", damage_half },
  { "last-byte", damage_last_byte },
  { "header", damage_header },
  { "table", damage_table },
  { "schema", damage_schema },
  { "other-program", damage_other_program },
  { "other-program-0", damage_other_program_0 },
  { "version", damage_version },
  { "lost", damage_lost },
};

static void
test_damaged (StudyFixture *fixture,
              gconstpointer data)
{
  void (*damage) (const char *) = damages[GPOINTER_TO_UINT (data)].damage;
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *aside = g_strdup_printf ("%s.damaged-%u", fixture->path, i);
      g_autofree char *aside_log = g_strconcat (aside, "-wal", NULL);
      g_autoptr (GBytes) before = NULL, after = NULL, log_before = NULL, log_after = NULL;
      g_autoptr (RemitProgressStore) store = NULL, second = NULL;
      g_autofree char *notice = NULL, *none = NULL;

      study_fill_file (fixture->path);
      damage (fixture->path);
      before = study_load (fixture->path);
      log_before = study_load (log);
      store = study_open (fixture->path);
      notice = remit_progress_store_take_notice (store);
      g_assert_nonnull (notice);
      g_assert_true (g_str_has_prefix (notice, fixture->path));
      g_assert_nonnull (strstr (notice, aside));
      none = remit_progress_store_take_notice (store); /* it is said once */
      g_assert_null (none);
      after = study_load (aside);
      g_assert_nonnull (after);
      g_assert_true (g_bytes_equal (before, after));
      log_after = study_load (aside_log);
      if (log_before != NULL)
        g_assert_true (g_bytes_equal (log_before, log_after));

      second = study_open (fixture->path);
      none = remit_progress_store_take_notice (second);
      g_assert_null (none);
      study_fill (second);
      study_check_filled (store);
      g_clear_object (&store);
      g_clear_object (&second);
      g_assert_cmpint (g_unlink (fixture->path), ==, 0);
    }
}

/* A log that was not yet merged goes with its database. */
static void
test_damaged_with_log (StudyFixture *fixture,
                       gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "copy", NULL), *copy = g_build_filename (folder, "progress.db", NULL);
  g_autoptr (RemitProgressStore) store = study_open (fixture->path), other = NULL;
  static const char *const suffixes[] = { "", "-wal" };

  study_fill (store);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *from = g_strconcat (fixture->path, suffixes[i], NULL), *to = g_strconcat (copy, suffixes[i], NULL);
      g_autoptr (GBytes) bytes = study_load (from);

      g_assert_true (g_file_set_contents (to, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));
    }
  other = study_open (copy); /* as after a kill */
  study_check_filled (other);
  g_clear_object (&other);

  /* The log holds page 1; where SQLite takes all from there, a bad magic in the database does no harm: a broken log does not either. */
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *from = g_strconcat (fixture->path, suffixes[i], NULL), *to = g_strconcat (copy, suffixes[i], NULL);
      g_autoptr (GBytes) bytes = study_load (from);

      g_assert_true (g_file_set_contents (to, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));
    }
  damage_garbage (copy);
  other = study_open (copy);
  {
    g_autofree char *notice = remit_progress_store_take_notice (other);
    g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL), *aside = g_strconcat (copy, ".damaged-1-wal", NULL);
    g_autoptr (GBytes) before = study_load (log), after = study_load (aside);

    if (notice != NULL) /* the log has not all pages */
      g_assert_true (after != NULL && g_bytes_equal (before, after));
    else
      study_check_filled (other);
  }
}

/* While another program uses the file nobody sets it aside. */
static void
test_damaged_in_use (StudyFixture *fixture,
                     gconstpointer data)
{
  g_autoptr (RemitProgressStore) store = study_open (fixture->path), other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = g_strconcat (fixture->path, ".damaged-1", NULL);

  study_fill (store);
  g_assert_true (remit_progress_store_remove_all (store, NULL)); /* so that nothing is in the log */
  damage_magic (fixture->path);
  other = study_try_to_open (fixture->path, &error);
  g_assert_null (other);
  g_assert_error (error, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_BUSY);
  g_assert_false (g_file_test (aside, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strconcat ("/progress/damaged/", damages[i].name, NULL);
      g_test_add (path, StudyFixture, GUINT_TO_POINTER (i), study_set_up, test_damaged, study_tear_down);
    }
  g_test_add ("/progress/damaged-with-log", StudyFixture, NULL, study_set_up, test_damaged_with_log, study_tear_down);
  g_test_add ("/progress/damaged-in-use", StudyFixture, NULL, study_set_up, test_damaged_in_use, study_tear_down);
  return g_test_run ();
}
