/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Files are written as a whole or not at all, and errors name them. */

#include <errno.h>
#include <glib/gstdio.h>
#include <libremit-model.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOBODY 65534

typedef struct
{
  char *folder;
  char *path; /* in it */
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("remit-file-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "file", NULL);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0); /* nothing is left beside it */
  g_free (self->folder);
  g_free (self->path);
}

static gboolean
save (GFile      *file,
      const char *text,
      const char *name,
      GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return remit_file_save (file, bytes, name, error);
}

static void
check_holds (const char *path,
             const char *text)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, text);
}

static void
check_refused (const char *path,
               int         code,
               const char *reason)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *message = g_strdup_printf ("%s: ", path);
  g_autoptr (GError) error = NULL;

  g_assert_false (save (file, "new", NULL, &error));
  g_assert_error (error, G_FILE_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, message));
  g_assert_nonnull (strstr (error->message, reason));
}

static void
test_saved (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GFile) linked = g_file_new_for_path (link);
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_true (save (file, "first", NULL, &error));
  g_assert_no_error (error);
  check_holds (fixture->path, "first");
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  g_assert_cmpint (symlink ("file", link), ==, 0);
  g_assert_true (save (linked, "second", NULL, &error));
  check_holds (fixture->path, "second");
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0640);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_unlink (link);
}

static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "file", NULL);
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe", NULL);
  g_autofree char *below = g_build_filename (fixture->path, "file", NULL);
  g_autoptr (GFile) missing = g_file_new_for_path (nowhere);
  g_autoptr (GFile) elsewhere = g_file_new_for_uri ("nonsense://host/file");
  g_autoptr (GError) error = NULL, other_error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  check_refused (nowhere, G_FILE_ERROR_NOENT, g_strerror (ENOENT));
  check_refused (below, G_FILE_ERROR_NOTDIR, g_strerror (ENOTDIR));
  check_refused (fixture->folder, G_FILE_ERROR_FAILED, "no regular file");
  /* No device of the machine's: a test that goes wrong as root would replace it. */
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  check_refused (pipe, G_FILE_ERROR_FAILED, "no regular file");
  g_unlink (pipe);
  g_assert_false (save (missing, "new", "N", &error));
  g_assert_true (g_str_has_prefix (error->message, "N: "));
  g_assert_false (save (elsewhere, "new", NULL, &other_error));
  g_assert_error (other_error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_assert_true (g_str_has_prefix (other_error->message, "nonsense://host/file: "));
  check_holds (fixture->path, "old");
}

static void
test_read_only (Fixture      *fixture,
                gconstpointer data)
{
  gboolean is_root = geteuid () == 0;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  g_assert_true (!is_root || seteuid (NOBODY) == 0);
  check_refused (fixture->path, G_FILE_ERROR_ACCES, g_strerror (EACCES));
  g_assert_true (!is_root || seteuid (0) == 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  check_holds (fixture->path, "old");
}

/* A file that may not grow fails where a full disk does: in the middle of being written. */
static void
test_full (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autofree char *text = g_strnfill (100000, 'x');
  struct rlimit before, limit;
  g_autoptr (GError) error = NULL;
  gboolean saved;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 5000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  saved = save (file, text, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_false (saved);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, fixture->path));
  g_assert_nonnull (strstr (error->message, g_strerror (EFBIG)));
  check_holds (fixture->path, "old");
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/file/saved", test_saved },
    { "/file/refused", test_refused },
    { "/file/read-only", test_read_only },
    { "/file/full", test_full },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
