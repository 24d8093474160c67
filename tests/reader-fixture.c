/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "reader-fixture.h"

#include <string.h>

/* Reading, and what is true of every result. */

void
reader_check_result (RemitFrameworkReader *reader,
              RemitFramework       *framework,
              const GError         *error,
              const char           *name)
{
  GListModel *problems = remit_framework_reader_get_problems (reader);
  g_autoptr (RemitProblem) first_error = NULL;

  g_assert_true (g_list_model_get_item_type (problems) == REMIT_TYPE_PROBLEM);
  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (RemitProblem) problem = g_list_model_get_item (problems, i);

      g_assert_cmpstr (remit_problem_get_message (problem), !=, "");
      g_assert_true ((remit_problem_get_pointer (problem) == NULL) == (remit_problem_get_line (problem) > 0));
      if (first_error == NULL && remit_problem_get_severity (problem) == REMIT_SEVERITY_ERROR)
        first_error = g_object_ref (problem);
    }
  g_assert_true ((framework == NULL) == (error != NULL));
  g_assert_true ((first_error == NULL) == (error == NULL || error->domain != REMIT_READER_ERROR));
  if (first_error != NULL)
    {
      g_autofree char *text = remit_problem_to_string (first_error, name);

      g_assert_cmpstr (error->message, ==, text);
      g_assert_cmpint (error->code, ==,
                       remit_problem_get_pointer (first_error) == NULL ? REMIT_READER_ERROR_SYNTAX : REMIT_READER_ERROR_CONTENT);
    }
}

RemitFramework *
reader_read_text (RemitFrameworkReader *reader,
           const char           *text,
           gssize                length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (GError) error = NULL;
  RemitFramework *framework = remit_framework_reader_read_bytes (reader, bytes, "name", &error);

  reader_check_result (reader, framework, error, "name");
  return framework;
}

/* "E /pointer" or "W /pointer" a line; "E 1:2" where it is line and column. */
char *
reader_dup_places (RemitFrameworkReader *reader)
{
  GListModel *problems = remit_framework_reader_get_problems (reader);
  GString *places = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (RemitProblem) problem = g_list_model_get_item (problems, i);
      const char *pointer = remit_problem_get_pointer (problem);

      g_string_append_printf (places, "%s%c ", i > 0 ? "\n" : "", remit_problem_get_severity (problem) == REMIT_SEVERITY_ERROR ? 'E' : 'W');
      if (pointer != NULL)
        g_string_append (places, pointer);
      else
        g_string_append_printf (places, "%u:%u", remit_problem_get_line (problem), remit_problem_get_column (problem));
    }
  return g_string_free (places, FALSE);
}

/* Reads and holds all problems against @places. */
void
reader_check_text (const char *text,
            gssize      length,
            const char *places)
{
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  g_autoptr (RemitFramework) framework = reader_read_text (reader, text, length);
  g_autofree char *found = reader_dup_places (reader);

  g_assert_cmpstr (found, ==, places);
  g_assert_true ((framework == NULL) == (strstr (places, "E ") != NULL));
}

char *
reader_nest (const char *before,
      const char *open,
      guint       n,
      const char *middle,
      const char *close,
      const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (text, open);
  g_string_append (text, middle);
  for (guint i = 0; i < n && close != NULL; i++)
    g_string_append (text, close);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

char *
reader_make_matrix (guint n_layers,
             guint n_models)
{
  GString *text = g_string_new ("{\"format\": \"remit-framework\", \"version\": 1, \"id\": \"f\", \"title\": \"F\", \"owners\": ["
                                "{\"id\": \"even\", \"label\": \"E\", \"kind\": \"party\"}, {\"id\": \"odd\", \"label\": \"O\", \"kind\": \"party\"}]"
                                ", \"serviceModels\": [");

  for (guint j = 0; j < n_models; j++)
    g_string_append_printf (text, "%s{\"id\": \"m%u\", \"title\": \"M\"}", j > 0 ? "," : "", j);
  g_string_append (text, "], \"layers\": [");
  for (guint i = 0; i < n_layers; i++)
    {
      g_string_append_printf (text, "%s{\"id\": \"l%u\", \"title\": \"L\", \"responsibilities\": {", i > 0 ? "," : "", i);
      for (guint j = n_models; j-- > 0;) /* the order of the models counts and not the order here */
        g_string_append_printf (text, "\"m%u\": {\"owner\": \"%s\"}%s", j, (i + j / 3) % 2 == 0 ? "even" : "odd", j > 0 ? "," : "");
      g_string_append (text, "}}");
    }
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

char *
reader_dup_full (gsize *length)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "full.remit.json", NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}
