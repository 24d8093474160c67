/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-problem.h"

G_BEGIN_DECLS

#define REMIT_READER_MAX_BYTES (8 * 1024 * 1024) /* of a file */
#define REMIT_READER_MAX_DEPTH 64                /* of nested arrays and objects */
#define REMIT_READER_MAX_LAYERS 200
#define REMIT_READER_MAX_SERVICE_MODELS 40
#define REMIT_READER_MAX_TEXT (64 * 1024)        /* bytes of UTF-8 in a string */
#define REMIT_READER_MAX_NAME 500                /* characters of a name: one owner's stands in thousands of cells */

#define REMIT_READER_ERROR (remit_reader_error_quark ())
GQuark remit_reader_error_quark (void);

typedef enum
{
  REMIT_READER_ERROR_SYNTAX,  /* it is not JSON, or breaks a limit that is checked before parsing */
  REMIT_READER_ERROR_CONTENT, /* it is JSON and not a document of the kind that is read */
} RemitReaderError;

/**
 * RemitTextFunc:
 * @text: a text a person reads, as it is in the document
 * @pointer: its JSON pointer
 *
 * Returns: (transfer none): the text to use instead, for example its translation; it is copied
 */
typedef const char *(*RemitTextFunc) (const char *text, const char *pointer, gpointer user_data);

/**
 * RemitReader:
 *
 * Reads documents of one format; keeps what it found wrong with the last one. Use one reader per thread.
 */
#define REMIT_TYPE_READER (remit_reader_get_type ())
G_DECLARE_DERIVABLE_TYPE (RemitReader, remit_reader, REMIT, READER, GObject)

typedef struct _RemitReading RemitReading; /* remit-reading.h, for subclasses */
struct _JsonObject;

/**
 * RemitReaderClass:
 * @format: what the member "format" says; the version is 1
 * @read_root: makes the object of the document's root, a JsonObject, and reports to the reading what is wrong; called where the format
 *   is right. What it returns (transfer full) is dropped where an error was reported.
 */
struct _RemitReaderClass
{
  GObjectClass parent_class;
  const char *format;
  gpointer (*read_root) (RemitReader *self, RemitReading *reading, struct _JsonObject *root);
};

void remit_reader_set_text_func (RemitReader *self, RemitTextFunc func, gpointer user_data);
GBytes *remit_reader_load (GFile *file, GCancellable *cancellable, GError **error);
gpointer remit_reader_read_bytes (RemitReader *self, GBytes *bytes, const char *name, GError **error);
gpointer remit_reader_read_file (RemitReader *self, GFile *file, GCancellable *cancellable, GError **error);
void remit_reader_read_file_async (RemitReader *self, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gpointer remit_reader_read_file_finish (RemitReader *self, GAsyncResult *result, GError **error);
GListModel *remit_reader_get_problems (RemitReader *self); /* (transfer none): of RemitProblem */
const char *remit_reader_get_format (RemitReader *self);

G_END_DECLS
