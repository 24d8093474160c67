/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>

/* g_file_replace_contents() would leave the beginning of the new file where the disk is full. */
static gboolean
save_at (const char *path,
         GBytes     *bytes,
         GError    **error)
{
  g_autofree char *target = realpath (path, NULL); /* NULL: a new file */
  GStatBuf status = { .st_mode = S_IFREG | 0666 };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (target != NULL)
    g_stat (target, &status);
  if (S_ISREG (status.st_mode))
    return g_file_set_contents_full (target != NULL ? target : path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT,
                                     (int) (status.st_mode & 0777), error);
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s", _("this is no regular file"));
  return FALSE;
}

/**
 * remit_file_save:
 * @name: (nullable): what messages call the file; %NULL for its path
 *
 * Writes a file: all of it, or what was there stays. Follows links and refuses what is no regular file. Errors are of %G_FILE_ERROR, or of
 * %G_IO_ERROR where the file is on no folder of this machine.
 *
 * Returns: whether it is written
 */
gboolean
remit_file_save (GFile      *file,
                 GBytes     *bytes,
                 const char *name,
                 GError    **error)
{
  g_autofree char *path = NULL;
  g_autofree char *parse_name = NULL;
  g_autoptr (GError) cause = NULL;
  gboolean saved;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  path = g_file_get_path (file);
  if (path != NULL)
    saved = save_at (path, bytes, &cause);
  else
    saved = g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                     NULL, &cause);
  if (saved)
    return TRUE;
  parse_name = g_file_get_parse_name (file);
  g_set_error (error, cause->domain, cause->code, "%s: %s", name != NULL ? name : parse_name, cause->message);
  return FALSE;
}
