/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "commands.h"
#include "libremit-story.h"
#include "libremit-study.h"

static void
report_problem (JsonBuilder  *builder,
                const char   *file,
                RemitProblem *problem)
{
  g_autofree char *text = remit_problem_to_string (problem, file);
  gboolean is_warning = remit_problem_get_severity (problem) == REMIT_SEVERITY_WARNING;

  if (!as_json)
    {
      complain (is_warning ? _("warning: %s") : "%s", text);
      return;
    }
  json_builder_begin_object (builder);
  add_string (builder, "file", file);
  add_string (builder, "severity", is_warning ? "warning" : "error");
  add_string (builder, "pointer", remit_problem_get_pointer (problem));
  if (remit_problem_get_line (problem) > 0)
    {
      json_builder_set_member_name (builder, "line");
      json_builder_add_int_value (builder, remit_problem_get_line (problem));
      json_builder_set_member_name (builder, "column");
      json_builder_add_int_value (builder, remit_problem_get_column (problem));
    }
  add_string (builder, "message", remit_problem_get_message (problem));
  json_builder_end_object (builder);
}

/* Says why a file cannot be read at all: a problem that has no place in it. */
static void
report_failure (JsonBuilder  *builder,
                const char   *file,
                const GError *error)
{
  if (!as_json)
    {
      complain ("%s: %s", file, error->message);
      return;
    }
  json_builder_begin_object (builder);
  add_string (builder, "file", file);
  add_string (builder, "severity", "error");
  add_string (builder, "message", error->message);
  json_builder_end_object (builder);
}

/* (transfer full) (nullable): of documents that are no frameworks. */
static RemitReader *
create_reader (RemitStoryboardCatalog *lessons,
               const char             *format)
{
  if (g_strcmp0 (format, "remit-lesson") == 0)
    return remit_storyboard_catalog_create_reader (lessons);
  if (g_strcmp0 (format, "remit-session") == 0)
    return REMIT_READER (remit_session_reader_new ());
  return NULL;
}

/* Reads a document with the reader of what it says it is, a framework where it says nothing; prints what is wrong with it. */
static gboolean
check_file (JsonBuilder            *builder,
            RemitStoryboardCatalog *lessons,
            const char             *path)
{
  g_autoptr (RemitReader) reader = REMIT_READER (remit_framework_reader_new ());
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = remit_reader_load (file, NULL, &error);
  g_autoptr (RemitReader) other_reader = NULL;
  g_autoptr (GObject) document = NULL;
  GListModel *problems;

  if (bytes == NULL)
    {
      report_failure (builder, name, error);
      return FALSE;
    }
  document = remit_reader_read_bytes (reader, bytes, name, NULL);
  other_reader = create_reader (lessons, remit_reader_get_format (reader));
  if (other_reader != NULL)
    document = remit_reader_read_bytes (other_reader, bytes, name, NULL);
  problems = remit_reader_get_problems (other_reader != NULL ? other_reader : reader);
  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (RemitProblem) problem = g_list_model_get_item (problems, i);
      report_problem (builder, name, problem);
    }
  return document != NULL;
}

int
run_check (int    argc,
           char **argv)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (RemitStoryboardCatalog) lessons = NULL;
  int status = EXIT_DONE;

  if (!parse ("FILE…", json_entry, 1, G_MAXINT, &argc, &argv))
    return EXIT_USAGE;
  lessons = remit_storyboard_catalog_new (NULL);
  json_builder_begin_array (builder);
  for (int i = 1; i < argc; i++)
    if (!check_file (builder, lessons, argv[i]))
      status = EXIT_INPUT;
    else if (!as_json)
      g_print (_("%s: can be read\n"), argv[i]);
  json_builder_end_array (builder);
  if (as_json)
    print_json (builder);
  return status;
}
