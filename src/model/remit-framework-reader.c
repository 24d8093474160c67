/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-framework-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-json.h"
#include "remit-problem-private.h"
#include "remit-reading.h"

/**
 * RemitFrameworkReader:
 *
 * JSON -> framework, or everything that is wrong with it. The format is `data/remit-framework.schema.json`.
 */
struct _RemitFrameworkReader
{
  GObject parent_instance;
  RemitTextFunc text_func;
  gpointer user_data;
  GListStore *problems;
};

G_DEFINE_FINAL_TYPE (RemitFrameworkReader, remit_framework_reader, G_TYPE_OBJECT)
G_DEFINE_QUARK (remit-reader-error-quark, remit_reader_error)

static void
remit_framework_reader_finalize (GObject *object)
{
  g_clear_object (&REMIT_FRAMEWORK_READER (object)->problems);
  G_OBJECT_CLASS (remit_framework_reader_parent_class)->finalize (object);
}

static void
remit_framework_reader_class_init (RemitFrameworkReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_framework_reader_finalize;
}

static void
remit_framework_reader_init (RemitFrameworkReader *self)
{
  self->problems = g_list_store_new (REMIT_TYPE_PROBLEM);
}

RemitFrameworkReader *
remit_framework_reader_new (void)
{
  return g_object_new (REMIT_TYPE_FRAMEWORK_READER, NULL);
}

/**
 * remit_framework_reader_set_text_func:
 * @func: (nullable): called for each text that people read
 *
 * Lets texts be replaced as they are read, by their translation for example.
 */
void
remit_framework_reader_set_text_func (RemitFrameworkReader *self,
                                      RemitTextFunc         func,
                                      gpointer              user_data)
{
  g_return_if_fail (REMIT_IS_FRAMEWORK_READER (self));

  self->text_func = func;
  self->user_data = user_data;
}

/* Sets @error to the first error among the problems. */
static void
set_error (RemitFrameworkReader *self,
           const char           *name,
           RemitReaderError      code,
           GError              **error)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->problems)); i++)
    {
      g_autoptr (RemitProblem) problem = g_list_model_get_item (G_LIST_MODEL (self->problems), i);

      if (remit_problem_get_severity (problem) == REMIT_SEVERITY_ERROR)
        {
          g_autofree char *text = remit_problem_to_string (problem, name);
          g_set_error_literal (error, REMIT_READER_ERROR, code, text);
          return;
        }
    }
}

static RemitFramework *
fail_at_line (RemitFrameworkReader *self,
              RemitProblem         *problem,
              const char           *name,
              GError              **error)
{
  g_list_store_append (self->problems, problem);
  g_object_unref (problem);
  set_error (self, name, REMIT_READER_ERROR_SYNTAX, error);
  return NULL;
}

/**
 * remit_framework_reader_read_bytes:
 * @bytes: a document
 * @name: what to call it in messages
 *
 * Errors are of %REMIT_READER_ERROR and name @name, the place and the reason of the first error; all of them, and the warnings, are in
 * remit_framework_reader_get_problems().
 *
 * Returns: (transfer full) (nullable): the framework; %NULL on error
 */
RemitFramework *
remit_framework_reader_read_bytes (RemitFrameworkReader *self,
                                   GBytes               *bytes,
                                   const char           *name,
                                   GError              **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (RemitFramework) framework = NULL;
  g_autoptr (GError) parse_error = NULL;
  RemitProblem *problem;
  gsize length;
  const char *text;

  g_return_val_if_fail (REMIT_IS_FRAMEWORK_READER (self), NULL);

  g_list_store_remove_all (self->problems);
  text = g_bytes_get_data (bytes, &length);
  if (length > REMIT_READER_MAX_BYTES)
    return fail_at_line (self, remit_problem_new_at_line (1, 1, _("the file is larger than 8 MiB")), name, error);
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0) /* a byte order mark says nothing in UTF-8 */
    text += 3, length -= 3;
  problem = remit_json_check (text != NULL ? text : "", length);
  if (problem == NULL && !json_parser_load_from_data (parser, text, length, &parse_error))
    problem = remit_problem_new_at_line (json_parser_get_current_line (parser), json_parser_get_current_pos (parser), parse_error->message);
  if (problem != NULL)
    return fail_at_line (self, problem, name, error);

  framework = remit_reading_run (json_parser_get_root (parser), self->text_func, self->user_data, self->problems);
  if (framework == NULL)
    set_error (self, name, REMIT_READER_ERROR_CONTENT, error);
  return g_steal_pointer (&framework);
}

/* GIO's messages name the file in the middle; ours begin with it. */
static void
set_file_error (GError    **error,
                const char *name,
                GError     *cause)
{
  const char *reason = cause->message;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    reason = _("there is no such file");
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    reason = _("you may not read this file");
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    reason = _("this is a folder");
  g_set_error (error, cause->domain, cause->code, "%s: %s", name, reason);
}

/**
 * remit_framework_reader_read_file:
 *
 * As remit_framework_reader_read_bytes(); errors may be of %G_IO_ERROR too. At most %REMIT_READER_MAX_BYTES are read, whatever the
 * size of the file.
 *
 * Returns: (transfer full) (nullable): the framework; %NULL on error
 */
RemitFramework *
remit_framework_reader_read_file (RemitFrameworkReader *self,
                                  GFile                *file,
                                  GCancellable         *cancellable,
                                  GError              **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &cause);
  g_autoptr (GMemoryOutputStream) memory = G_MEMORY_OUTPUT_STREAM (g_memory_output_stream_new_resizable ());
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (REMIT_IS_FRAMEWORK_READER (self), NULL);

  while (stream != NULL && g_memory_output_stream_get_data_size (memory) <= REMIT_READER_MAX_BYTES)
    {
      g_autoptr (GBytes) part = g_input_stream_read_bytes (G_INPUT_STREAM (stream), 64 * 1024, cancellable, &cause);

      if (part == NULL || g_bytes_get_size (part) == 0)
        break;
      g_output_stream_write_bytes (G_OUTPUT_STREAM (memory), part, NULL, NULL);
    }
  if (cause != NULL)
    {
      g_list_store_remove_all (self->problems);
      set_file_error (error, name, cause);
      return NULL;
    }
  g_output_stream_close (G_OUTPUT_STREAM (memory), NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (memory);
  return remit_framework_reader_read_bytes (self, bytes, name, error);
}

static void
read_in_thread (GTask        *task,
                gpointer      self,
                gpointer      file,
                GCancellable *cancellable)
{
  GError *error = NULL;
  RemitFramework *framework = remit_framework_reader_read_file (self, file, cancellable, &error);

  if (framework != NULL)
    g_task_return_pointer (task, framework, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* As remit_framework_reader_read_file(), in a thread. Leave the reader alone until it is done. */
void
remit_framework_reader_read_file_async (RemitFrameworkReader *self,
                                        GFile                *file,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (REMIT_IS_FRAMEWORK_READER (self));

  g_task_set_source_tag (task, remit_framework_reader_read_file_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

RemitFramework *
remit_framework_reader_read_file_finish (RemitFrameworkReader *self,
                                         GAsyncResult         *result,
                                         GError              **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GListModel *
remit_framework_reader_get_problems (RemitFrameworkReader *self)
{
  g_return_val_if_fail (REMIT_IS_FRAMEWORK_READER (self), NULL);

  return G_LIST_MODEL (self->problems);
}
