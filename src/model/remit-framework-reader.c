/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-framework-reader.h"

#include "remit-framework-format.h"

/**
 * RemitFrameworkReader:
 *
 * JSON -> framework. The format is `data/remit-framework.schema.json`.
 */
struct _RemitFrameworkReader
{
  RemitReader parent_instance;
};

G_DEFINE_FINAL_TYPE (RemitFrameworkReader, remit_framework_reader, REMIT_TYPE_READER)

static void
remit_framework_reader_class_init (RemitFrameworkReaderClass *klass)
{
  RemitReaderClass *reader_class = REMIT_READER_CLASS (klass);

  reader_class->format = "remit-framework";
  reader_class->read_root = remit_format_read;
}

static void
remit_framework_reader_init (RemitFrameworkReader *self)
{
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
  remit_reader_set_text_func (REMIT_READER (self), func, user_data);
}

/* (transfer full) (nullable) */
RemitFramework *
remit_framework_reader_read_bytes (RemitFrameworkReader *self,
                                   GBytes               *bytes,
                                   const char           *name,
                                   GError              **error)
{
  return remit_reader_read_bytes (REMIT_READER (self), bytes, name, error);
}

/* (transfer full) (nullable) */
RemitFramework *
remit_framework_reader_read_file (RemitFrameworkReader *self,
                                  GFile                *file,
                                  GCancellable         *cancellable,
                                  GError              **error)
{
  return remit_reader_read_file (REMIT_READER (self), file, cancellable, error);
}

void
remit_framework_reader_read_file_async (RemitFrameworkReader *self,
                                        GFile                *file,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data)
{
  remit_reader_read_file_async (REMIT_READER (self), file, cancellable, callback, user_data);
}

/* (transfer full) (nullable) */
RemitFramework *
remit_framework_reader_read_file_finish (RemitFrameworkReader *self,
                                         GAsyncResult         *result,
                                         GError              **error)
{
  return remit_reader_read_file_finish (REMIT_READER (self), result, error);
}

GListModel *
remit_framework_reader_get_problems (RemitFrameworkReader *self)
{
  return remit_reader_get_problems (REMIT_READER (self));
}
