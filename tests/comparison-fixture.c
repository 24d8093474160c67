/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison-fixture.h"

#include <string.h>

RemitFramework *
comparison_make_framework (const char *id,
                           const char *models,
                           const char *layers)
{
  g_auto (GStrv) model_words = g_strsplit (models, ";", -1), lines = g_strsplit (layers, "\n", -1);
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);
  RemitFramework *framework;

  g_string_append_printf (text,
                          "{\"format\": \"remit-framework\", \"version\": 1, \"id\": \"%s\", \"title\": \"Own %s\", \"owners\": ["
                          "{\"id\": \"you\", \"label\": \"You\", \"kind\": \"party\"}, {\"id\": \"they\", \"label\": \"They\", \"kind\": \"party\"},"
                          "{\"id\": \"third\", \"label\": \"Third\", \"kind\": \"party\"},"
                          "{\"id\": \"both\", \"label\": \"Both\", \"kind\": \"shared\", \"of\": [\"you\", \"they\"]},"
                          "{\"id\": \"others\", \"label\": \"Others\", \"kind\": \"shared\", \"of\": [\"you\", \"third\"]},"
                          "{\"id\": \"open\", \"label\": \"Open\", \"kind\": \"depends\", \"on\": \"%s\"}], \"serviceModels\": [",
                          id, id, id);
  for (guint i = 0; model_words[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (model_words[i], ":", 2);

      g_string_append_printf (text, "%s{\"id\": \"%s\", \"title\": \"%s\"}", i > 0 ? ", " : "", words[0], words[1]);
    }
  g_string_append (text, "], \"layers\": [");
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], ":", 3), owners = g_strsplit (words[2], " ", -1);

      g_string_append_printf (text, "%s{\"id\": \"%s\", \"title\": \"%s\", \"responsibilities\": {", i > 0 ? ", " : "", words[0], words[1]);
      for (guint j = 0; model_words[j] != NULL; j++)
        g_string_append_printf (text, "%s\"%.*s\": {\"owner\": \"%s\"}", j > 0 ? ", " : "", (int) strcspn (model_words[j], ":"), model_words[j], owners[j]);
      g_string_append (text, "}}");
    }
  g_string_append (text, "]}");
  bytes = g_string_free_to_bytes (text);
  framework = remit_framework_reader_read_bytes (reader, bytes, id, &error);
  g_assert_no_error (error);
  return framework;
}
