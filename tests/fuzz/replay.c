/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The driver of a fuzz target where libFuzzer is not: runs the files named, or all files of the folders named, once each. Prints TAP. */

#include <gio/gio.h>
#include <string.h>

#include "fuzz.h"

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
collect_files (int    argc,
               char **argv)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GDir) folder = g_dir_open (argv[i], 0, NULL);
      const char *name;

      if (folder == NULL)
        g_ptr_array_add (files, g_strdup (argv[i]));
      while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
        g_ptr_array_add (files, g_build_filename (argv[i], name, NULL));
    }
  g_ptr_array_sort (files, compare_paths);
  return files;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) files = collect_files (argc, argv);

  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  g_assert_cmpuint (files->len, >, 0);
  g_print ("1..%u\n", files->len);
  for (guint i = 0; i < files->len; i++)
    {
      const char *path = g_ptr_array_index (files, i);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      g_file_get_contents (path, &text, &length, &error);
      g_assert_no_error (error);
      g_printerr ("# %s\n", path); /* the last one named is the one that fails */
      LLVMFuzzerTestOneInput ((const uint8_t *) text, length);
      g_print ("ok %u - %s\n", i + 1, path);
    }
  return 0;
}
