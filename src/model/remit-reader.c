/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-json.h"
#include "remit-problem-private.h"
#include "remit-reading.h"

/**
 * RemitReader:
 *
 * JSON -> what a subclass makes of it, or everything that is wrong with it.
 */
typedef struct
{
  RemitTextFunc text_func;
  gpointer user_data;
  GListStore *problems;
  char *format; /* of the last document */
} RemitReaderPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RemitReader, remit_reader, G_TYPE_OBJECT)
G_DEFINE_QUARK (remit-reader-error-quark, remit_reader_error)

/* Forgets the last document. */
static void
clear (RemitReader *self)
{
  RemitReaderPrivate *priv = remit_reader_get_instance_private (self);

  g_list_store_remove_all (priv->problems);
  g_clear_pointer (&priv->format, g_free);
}

static GListStore *
get_problems (RemitReader *self)
{
  return ((RemitReaderPrivate *) remit_reader_get_instance_private (self))->problems;
}

static void
remit_reader_finalize (GObject *object)
{
  RemitReaderPrivate *priv = remit_reader_get_instance_private (REMIT_READER (object));

  g_clear_object (&priv->problems);
  g_free (priv->format);

  G_OBJECT_CLASS (remit_reader_parent_class)->finalize (object);
}

static void
remit_reader_class_init (RemitReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_reader_finalize;
}

static void
remit_reader_init (RemitReader *self)
{
  RemitReaderPrivate *priv = remit_reader_get_instance_private (self);

  priv->problems = g_list_store_new (REMIT_TYPE_PROBLEM);
}

/**
 * remit_reader_set_text_func:
 * @func: (nullable): called for each text that people read
 *
 * Lets texts be replaced as they are read, by their translation for example.
 */
void
remit_reader_set_text_func (RemitReader  *self,
                            RemitTextFunc func,
                            gpointer      user_data)
{
  RemitReaderPrivate *priv = remit_reader_get_instance_private (self);

  g_return_if_fail (REMIT_IS_READER (self));

  priv->text_func = func;
  priv->user_data = user_data;
}

/* Sets @error to the first error among the problems. */
static void
set_error (RemitReader     *self,
           const char      *name,
           RemitReaderError code,
           GError         **error)
{
  GListModel *problems = G_LIST_MODEL (get_problems (self));

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (RemitProblem) problem = g_list_model_get_item (problems, i);

      if (remit_problem_get_severity (problem) == REMIT_SEVERITY_ERROR)
        {
          g_autofree char *text = remit_problem_to_string (problem, name);
          g_set_error_literal (error, REMIT_READER_ERROR, code, text);
          return;
        }
    }
}

static gpointer
fail_at_line (RemitReader  *self,
              RemitProblem *problem,
              const char   *name,
              GError      **error)
{
  g_list_store_append (get_problems (self), problem);
  g_object_unref (problem);
  set_error (self, name, REMIT_READER_ERROR_SYNTAX, error);
  return NULL;
}

/* (transfer full) (nullable): what the subclass makes of a parsed document, unless there is an error in it. */
static gpointer
read_root (RemitReader *self,
           JsonNode    *root)
{
  RemitReaderPrivate *priv = remit_reader_get_instance_private (self);
  RemitReaderClass *klass = REMIT_READER_GET_CLASS (self);
  g_autoptr (GString) pointer = g_string_new (NULL);
  RemitReading reading = { .text_func = priv->text_func, .user_data = priv->user_data, .problems = priv->problems, .pointer = pointer };
  JsonObject *object = remit_reading_as_object (&reading, root);
  g_autoptr (GObject) document = NULL;

  if (object != NULL && remit_reading_read_format (&reading, object, klass->format))
    document = klass->read_root (self, &reading, object);
  priv->format = reading.format;
  return reading.n_errors == 0 ? g_steal_pointer (&document) : NULL;
}

/**
 * remit_reader_read_bytes:
 * @bytes: a document
 * @name: what to call it in messages
 *
 * Errors are of %REMIT_READER_ERROR and name @name, the place and the reason of the first error; all of them, and the warnings, are in
 * remit_reader_get_problems().
 *
 * Returns: (transfer full) (nullable): what the document says, of the subclass's type; %NULL on error
 */
gpointer
remit_reader_read_bytes (RemitReader *self,
                         GBytes      *bytes,
                         const char  *name,
                         GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) parse_error = NULL;
  RemitProblem *problem;
  gpointer document;
  gsize length;
  const char *text;

  g_return_val_if_fail (REMIT_IS_READER (self), NULL);

  clear (self);
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

  document = read_root (self, json_parser_get_root (parser));
  if (document == NULL)
    set_error (self, name, REMIT_READER_ERROR_CONTENT, error);
  return document;
}

/* GIO's messages name the file in the middle; ours begin with what whoever asked calls it. */
static void
set_file_error (GError **error,
                GError  *cause)
{
  const char *reason = cause->message;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    reason = _("there is no such file");
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    reason = _("you may not read this file");
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    reason = _("this is a folder");
  g_set_error_literal (error, cause->domain, cause->code, reason);
}

/**
 * remit_reader_load:
 *
 * The bytes of a file for remit_reader_read_bytes(): for who does not know yet which reader it is for. At most one more than
 * %REMIT_READER_MAX_BYTES is read, whatever the size of the file. Errors are of %G_IO_ERROR and are the reason alone, without the file's name.
 *
 * Returns: (transfer full) (nullable): the bytes; %NULL on error
 */
GBytes *
remit_reader_load (GFile        *file,
                   GCancellable *cancellable,
                   GError      **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &cause);
  g_autoptr (GMemoryOutputStream) memory = G_MEMORY_OUTPUT_STREAM (g_memory_output_stream_new_resizable ());

  while (stream != NULL && g_memory_output_stream_get_data_size (memory) <= REMIT_READER_MAX_BYTES)
    {
      g_autoptr (GBytes) part = g_input_stream_read_bytes (G_INPUT_STREAM (stream), 64 * 1024, cancellable, &cause);

      if (part == NULL || g_bytes_get_size (part) == 0)
        break;
      g_output_stream_write_bytes (G_OUTPUT_STREAM (memory), part, NULL, NULL);
    }
  if (cause != NULL)
    {
      set_file_error (error, cause);
      return NULL;
    }
  g_output_stream_close (G_OUTPUT_STREAM (memory), NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (memory);
}

/**
 * remit_reader_read_file:
 *
 * remit_reader_load(), then remit_reader_read_bytes(); errors are those of both, and begin with the file's name.
 *
 * Returns: (transfer full) (nullable): what the document says, of the subclass's type; %NULL on error
 */
gpointer
remit_reader_read_file (RemitReader  *self,
                        GFile        *file,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (REMIT_IS_READER (self), NULL);

  clear (self);
  bytes = remit_reader_load (file, cancellable, error);
  if (bytes == NULL)
    g_prefix_error (error, "%s: ", name);
  return bytes != NULL ? remit_reader_read_bytes (self, bytes, name, error) : NULL;
}

static void
read_in_thread (GTask        *task,
                gpointer      self,
                gpointer      file,
                GCancellable *cancellable)
{
  GError *error = NULL;
  gpointer document = remit_reader_read_file (self, file, cancellable, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* As remit_reader_read_file(), in a thread. Leave the reader alone until it is done. */
void
remit_reader_read_file_async (RemitReader        *self,
                              GFile              *file,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (REMIT_IS_READER (self));

  g_task_set_source_tag (task, remit_reader_read_file_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

/* (transfer full) (nullable) */
gpointer
remit_reader_read_file_finish (RemitReader  *self,
                               GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GListModel *
remit_reader_get_problems (RemitReader *self)
{
  g_return_val_if_fail (REMIT_IS_READER (self), NULL);

  return G_LIST_MODEL (get_problems (self));
}

/* (nullable): the format that the last document says it has, whether it is the reader's or not. */
const char *
remit_reader_get_format (RemitReader *self)
{
  g_return_val_if_fail (REMIT_IS_READER (self), NULL);

  return ((RemitReaderPrivate *) remit_reader_get_instance_private (self))->format;
}
