/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From the start of the program to the first frame with the diagram, and the memory it then has, beside those of a blank window.
 * usage: bench-start REMIT BLANK, programs that print the monotonic time of that frame.
 * It links no library of theirs: what two processes map counts half in each. */

#include <stdlib.h>
#include <string.h>

#include "bench-print.h"

#include <gio/gio.h>

#define N_RUNS 25
#define SETTLE 300 /* milliseconds from the first frame until memory is looked at */

/* The proportional set size of a process, in MiB. */
static double
get_pss (const char *pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%s/smaps_rollup", pid);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *pss;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  pss = strstr (text, "\nPss:");
  g_assert_nonnull (pss);
  return (double) g_ascii_strtoull (pss + strlen ("\nPss:"), NULL, 10) / 1024;
}

static void
take (const char *program,
      GArray     *times,
      GArray     *sizes)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, NULL);
  g_autoptr (GDataInputStream) output = NULL;
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  line = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  bench_add (times, (double) (g_ascii_strtoll (line, NULL, 10) - start) / 1000);
  g_usleep (SETTLE * 1000);
  bench_add (sizes, get_pss (g_subprocess_get_identifier (process)));
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
}

int
main (int    argc,
      char **argv)
{
  GArray *arrays[6]; /* time and memory of Remit, of the blank, of the runs that do not count */

  if (argc != 3)
    return 2;
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    arrays[i] = bench_values_new ();
  /* the first of each warms the caches of the disk and of the fonts, and does not count */
  for (guint i = 0; i <= N_RUNS; i++)
    {
      take (argv[1], i > 0 ? arrays[0] : arrays[4], i > 0 ? arrays[1] : arrays[5]);
      take (argv[2], i > 0 ? arrays[2] : arrays[4], i > 0 ? arrays[3] : arrays[5]);
    }
  bench_print ("start", "ms", arrays[0], arrays[2], 1.35);
  bench_print ("memory", "MiB", arrays[1], arrays[3], 1.4);
  g_array_unref (arrays[4]);
  g_array_unref (arrays[5]);
  return EXIT_SUCCESS;
}
