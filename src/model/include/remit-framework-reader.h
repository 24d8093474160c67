/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-framework.h"
#include "remit-reader.h"

G_BEGIN_DECLS

/* Reads frameworks. The functions are those of RemitReader with the types that they have here. */
#define REMIT_TYPE_FRAMEWORK_READER (remit_framework_reader_get_type ())
G_DECLARE_FINAL_TYPE (RemitFrameworkReader, remit_framework_reader, REMIT, FRAMEWORK_READER, RemitReader)

RemitFrameworkReader *remit_framework_reader_new (void);
void remit_framework_reader_set_text_func (RemitFrameworkReader *self, RemitTextFunc func, gpointer user_data);
RemitFramework *remit_framework_reader_read_bytes (RemitFrameworkReader *self, GBytes *bytes, const char *name, GError **error);
RemitFramework *remit_framework_reader_read_file (RemitFrameworkReader *self, GFile *file, GCancellable *cancellable, GError **error);
void remit_framework_reader_read_file_async (RemitFrameworkReader *self, GFile *file, GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer user_data);
RemitFramework *remit_framework_reader_read_file_finish (RemitFrameworkReader *self, GAsyncResult *result, GError **error);
GListModel *remit_framework_reader_get_problems (RemitFrameworkReader *self); /* (transfer none): of RemitProblem */

G_END_DECLS
