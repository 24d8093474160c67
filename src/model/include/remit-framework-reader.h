/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-framework.h"
#include "remit-problem.h"

G_BEGIN_DECLS

#define REMIT_READER_MAX_BYTES (8 * 1024 * 1024) /* of a file */
#define REMIT_READER_MAX_DEPTH 64                /* of nested arrays and objects */
#define REMIT_READER_MAX_LAYERS 200
#define REMIT_READER_MAX_SERVICE_MODELS 40
#define REMIT_READER_MAX_TEXT (64 * 1024)        /* bytes of UTF-8 in a string */

#define REMIT_READER_ERROR (remit_reader_error_quark ())
GQuark remit_reader_error_quark (void);

typedef enum
{
  REMIT_READER_ERROR_SYNTAX,  /* it is not JSON, or breaks a limit that is checked before parsing */
  REMIT_READER_ERROR_CONTENT, /* it is JSON and not a framework */
} RemitReaderError;

/**
 * RemitTextFunc:
 * @text: a text a person reads, as it is in the document
 * @pointer: its JSON pointer
 *
 * Returns: (transfer none): the text to use instead, for example its translation; it is copied
 */
typedef const char *(*RemitTextFunc) (const char *text, const char *pointer, gpointer user_data);

/* Reads documents; keeps what it found wrong with the last one. Use one reader per thread. */
#define REMIT_TYPE_FRAMEWORK_READER (remit_framework_reader_get_type ())
G_DECLARE_FINAL_TYPE (RemitFrameworkReader, remit_framework_reader, REMIT, FRAMEWORK_READER, GObject)

RemitFrameworkReader *remit_framework_reader_new (void);
void remit_framework_reader_set_text_func (RemitFrameworkReader *self, RemitTextFunc func, gpointer user_data);
RemitFramework *remit_framework_reader_read_bytes (RemitFrameworkReader *self, GBytes *bytes, const char *name, GError **error);
RemitFramework *remit_framework_reader_read_file (RemitFrameworkReader *self, GFile *file, GCancellable *cancellable, GError **error);
void remit_framework_reader_read_file_async (RemitFrameworkReader *self, GFile *file, GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer user_data);
RemitFramework *remit_framework_reader_read_file_finish (RemitFrameworkReader *self, GAsyncResult *result, GError **error);
GListModel *remit_framework_reader_get_problems (RemitFrameworkReader *self); /* (transfer none): of RemitProblem */

G_END_DECLS
