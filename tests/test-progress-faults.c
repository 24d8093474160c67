/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Databases that are newer, locked, or may not be written; disks that are full. */

#define _GNU_SOURCE /* unshare */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "study-fixture.h"

static void
check_refuses (RemitProgressStore *store,
               const char         *reason)
{
  for (guint i = 0; i < 7; i++)
    {
      g_autoptr (RemitSession) session = study_make_session ();
      g_autoptr (GError) error = NULL;
      gboolean done = i == 0   ? remit_progress_store_save_scene (store, NULL, "l", "s", 0, 1, &error)
                      : i == 1 ? remit_progress_store_save_answer (store, NULL, "models", "s", TRUE, 1, &error)
                      : i == 2 ? remit_progress_store_save_done (store, NULL, "models", 1, &error)
                      : i == 3 ? remit_progress_store_add_session (store, session, 1, &error) != 0
                      : i == 4 ? remit_progress_store_add_participant (store, 1, NULL, &error)
                      : i == 5 ? remit_progress_store_remove_person (store, NULL, &error)
                               : remit_progress_store_remove_all (store, &error);

      g_assert_false (done);
      g_assert_error (error, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_READ_ONLY);
      g_assert_true (g_str_has_prefix (error->message, remit_progress_store_get_path (store)));
      g_assert_nonnull (strstr (error->message, reason));
    }
  g_assert_nonnull (strstr (remit_progress_store_get_read_only (store), reason));
  study_check_filled (store);
}

static void
test_newer (StudyFixture *fixture,
            gconstpointer data)
{
  g_autoptr (RemitProgressStore) store = NULL;
  g_autoptr (GBytes) before = NULL, after = NULL;

  study_fill_file (fixture->path);
  study_sql (fixture->path, "PRAGMA user_version = 2; ALTER TABLE lesson ADD COLUMN mood TEXT");
  before = study_load (fixture->path);
  store = study_open (fixture->path);
  check_refuses (store, "newer version");
  g_clear_object (&store);
  after = study_load (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_locked (StudyFixture *fixture,
             gconstpointer data)
{
  g_autoptr (RemitProgressStore) store = study_open (fixture->path);
  sqlite3 *other;

  study_fill (store);
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  {
    g_autoptr (GError) error = NULL;

    g_assert_false (remit_progress_store_save_scene (store, NULL, "l", "s", 0, 1, &error));
    g_assert_error (error, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_BUSY);
    g_assert_true (g_str_has_prefix (error->message, fixture->path));
    study_check_filled (store); /* reading goes on */
  }
  g_assert_cmpint (sqlite3_exec (other, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_true (remit_progress_store_save_scene (store, NULL, "l", "s", 0, 1, NULL));

  /* Somebody reads what is removed: traces have to stay, and that is said. */
  g_assert_cmpint (sqlite3_exec (other, "BEGIN; SELECT count(*) FROM lesson", NULL, NULL, NULL), ==, SQLITE_OK);
  {
    g_autoptr (GError) error = NULL;

    g_assert_false (remit_progress_store_remove_person (store, "Ada Lovelace", &error));
    g_assert_error (error, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_BUSY);
  }
  sqlite3_close (other);
  g_assert_true (remit_progress_store_remove_person (store, "Ada Lovelace", NULL));
  g_assert_false (study_holds (fixture->folder, "Ada Lovelace"));
}

static void
test_places (StudyFixture *fixture,
             gconstpointer data)
{
  g_autofree char *deep = g_build_filename (fixture->folder, "a", "b", "progress.db", NULL);
  g_autofree char *below_file = g_build_filename (deep, "c", "progress.db", NULL);
  g_autofree char *folder = g_build_filename (fixture->folder, "a", "b", NULL);
  GStatBuf status;

  study_fill_file (deep);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  for (guint i = 0; i < 2; i++)
    {
      const char *path = i == 0 ? folder : below_file;
      g_autoptr (GError) error = NULL;

      g_assert_null (study_try_to_open (path, &error));
      g_assert_error (error, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_FAILED);
      g_assert_true (g_str_has_prefix (error->message, deep) || g_str_has_prefix (error->message, folder));
    }
}

/* The disk as SQLite sees it: how many more writes there is space for; -1: for all. */
static int space = -1;
static ssize_t (*real_pwrite) (int, const void *, size_t, off_t);

static ssize_t
full_pwrite (int         fd,
             const void *buffer,
             size_t      n,
             off_t       offset)
{
  if (space == 0)
    {
      errno = ENOSPC;
      return -1;
    }
  if (space > 0)
    space--;
  return real_pwrite (fd, buffer, n, offset);
}

static gboolean
write_one (RemitProgressStore *store,
           guint               what,
           GError            **error)
{
  g_autoptr (RemitSession) session = study_make_session ();

  switch (what)
    {
    case 0:
      return remit_progress_store_save_scene (store, "Full", "full", "full", 0, 1, error);
    case 1:
      return remit_progress_store_save_answer (store, "Ada Lovelace", "why", "full", TRUE, 1, error);
    case 2:
      return remit_progress_store_add_session (store, session, 1, error) != 0;
    default:
      return remit_progress_store_remove_person (store, "Ada Lovelace", error);
    }
}

/* Space for one write more each time, until the step has enough: before that nothing of it is there. */
static void
test_full (StudyFixture *fixture,
           gconstpointer data)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  guint n_failed = 0;

  real_pwrite = (ssize_t (*) (int, const void *, size_t, off_t)) vfs->xGetSystemCall (vfs, "pwrite64");
  g_assert_cmpint (vfs->xSetSystemCall (vfs, "pwrite64", (sqlite3_syscall_ptr) full_pwrite), ==, SQLITE_OK);
  for (guint what = 0; what < 4; what++)
    for (int n = 0; n < 100; n++)
      {
        g_autoptr (RemitProgressStore) store = study_open (fixture->path);
        g_autoptr (GError) error = NULL;
        gboolean done;

        g_assert_true (remit_progress_store_remove_all (store, NULL));
        study_fill (store);
        space = n;
        done = write_one (store, what, &error);
        space = -1;
        if (done)
          {
            g_assert_cmpint (n, >, 0);
            break;
          }
        n_failed++;
        g_assert_error (error, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_FULL);
        g_assert_true (g_str_has_prefix (error->message, fixture->path));
        if (what < 3) /* what was removed may be gone, with traces left */
          study_check_filled (store);
        g_assert_true (write_one (store, what, NULL));
      }
  vfs->xSetSystemCall (vfs, NULL, NULL);
  g_assert_cmpuint (n_failed, >=, 8);
}

/* To make it needs space too. */
static void
test_full_at_first (StudyFixture *fixture,
                    gconstpointer data)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  gboolean done = FALSE;

  real_pwrite = (ssize_t (*) (int, const void *, size_t, off_t)) vfs->xGetSystemCall (vfs, "pwrite64");
  g_assert_cmpint (vfs->xSetSystemCall (vfs, "pwrite64", (sqlite3_syscall_ptr) full_pwrite), ==, SQLITE_OK);
  for (int n = 0; !done; n++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%d/progress.db", fixture->folder, n);
      g_autofree char *aside = g_strconcat (path, ".damaged-1", NULL);
      g_autoptr (RemitProgressStore) store = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (n, <, 100);
      space = n;
      store = study_try_to_open (path, &error);
      space = -1;
      done = store != NULL;
      if (!done)
        g_assert_error (error, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_FULL);
      g_clear_object (&store);
      study_fill_file (path); /* there is space again */
      g_assert_false (g_file_test (aside, G_FILE_TEST_EXISTS));
    }
  vfs->xSetSystemCall (vfs, NULL, NULL);
}

/* In a child, which may change what it is. */
static void
in_child (const char *path,
          const char *what)
{
  g_autofree char *test = g_strconcat ("/progress/child/", what, NULL);

  g_setenv ("REMIT_TEST_PATH", path, TRUE);
  g_test_trap_subprocess (test, 0, 0);
  if (g_test_trap_has_passed ())
    return;
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*not possible here*");
  g_test_skip ("this machine does not let a program do that");
}

static void
child_check_read_only (const char *path,
                       const char *reason)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *new_file = g_build_filename (folder, "new.db", NULL), *new_folder = g_build_filename (folder, "new", "progress.db", NULL);
  g_autoptr (RemitProgressStore) store = study_open (path);

  check_refuses (store, reason);
  g_clear_object (&store); /* it has a lock of the folder */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (study_try_to_open (i == 0 ? new_file : new_folder, &error));
      g_assert_error (error, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_FAILED);
      g_assert_nonnull (strstr (error->message, reason));
    }
}

static void
not_possible (void)
{
  g_printerr ("not possible here\n");
  _exit (77);
}

static void
child_permission (void)
{
  const char *path = g_getenv ("REMIT_TEST_PATH");

  if (!g_test_subprocess ())
    return;
  if (geteuid () == 0 && setuid (65534) != 0)
    not_possible ();
  child_check_read_only (path, g_strerror (EACCES));
}

static gboolean
write_to (const char *path,
          const char *text)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  gboolean done = fd >= 0 && write (fd, text, strlen (text)) > 0;

  if (fd >= 0)
    close (fd);
  return done;
}

static void
child_mount (void)
{
  const char *path = g_getenv ("REMIT_TEST_PATH");
  g_autofree char *folder = NULL, *map = NULL, *group_map = NULL;

  if (!g_test_subprocess ())
    return;
  folder = g_path_get_dirname (path);
  map = g_strdup_printf ("0 %d 1", (int) geteuid ());
  group_map = g_strdup_printf ("0 %d 1", (int) getegid ());
  if (unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0 || !write_to ("/proc/self/uid_map", map)
      || !write_to ("/proc/self/setgroups", "deny") || !write_to ("/proc/self/gid_map", group_map)
      || mount ("none", folder, "tmpfs", 0, "size=256k") != 0)
    not_possible ();
  {
    g_autoptr (RemitProgressStore) store = study_open (path);
    g_autofree char *name = g_strnfill (150, 'n');
    g_autoptr (GError) error = NULL;
    guint n = 0;

    study_fill (store);
    while (error == NULL)
      {
        g_autofree char *lesson = g_strdup_printf ("%s-%u", name, n++);
        remit_progress_store_save_scene (store, NULL, lesson, "s", 0, 1, &error);
        g_assert_cmpuint (n, <, 10000);
      }
    g_assert_error (error, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_FULL);
    {
      g_autoptr (GPtrArray) records = remit_progress_store_list_lessons (store, NULL, NULL);
      g_assert_cmpuint (records->len, ==, n); /* the one of the fixture, and all but the last */
    }
  }
  g_assert_cmpint (mount (NULL, folder, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  {
    g_autoptr (RemitProgressStore) store = study_open (path);
    g_autoptr (GError) error = NULL;

    g_assert_false (remit_progress_store_save_scene (store, NULL, "l", "s", 0, 1, &error));
    g_assert_error (error, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_READ_ONLY);
    g_assert_nonnull (strstr (error->message, g_strerror (EROFS)));
  }
}

static void
test_permission (StudyFixture *fixture,
                 gconstpointer data)
{
  study_fill_file (fixture->path);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  in_child (fixture->path, "permission");
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
}

static void
test_mount (StudyFixture *fixture,
            gconstpointer data)
{
  in_child (fixture->path, "mount");
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
    { "/progress/newer", test_newer },           { "/progress/locked", test_locked },
    { "/progress/places", test_places },         { "/progress/full", test_full },
    { "/progress/full-at-first", test_full_at_first }, { "/progress/permission", test_permission },
    { "/progress/full-and-read-only", test_mount },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StudyFixture, NULL, study_set_up, tests[i].test, study_tear_down);
  g_test_add_func ("/progress/child/permission", child_permission);
  g_test_add_func ("/progress/child/mount", child_mount);
  return g_test_run ();
}
