/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Records as a table for spreadsheets. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-progress-store.h"

/* A field as RFC 4180 has it. Spreadsheets take text with one of these at its front for a formula, quoted or not; an apostrophe before
 * it makes them take it for text (OWASP, "CSV Injection"). Quotes keep their import from splitting at other separators. */
static void
append_text (GString    *csv,
             const char *text)
{
  g_string_append_c (csv, '"');
  if (*text != '\0' && strchr ("=+-@\t\r'", *text) != NULL)
    g_string_append_c (csv, '\'');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *text);
    }
  g_string_append_c (csv, '"');
}

static void
append_time (GString *csv,
             gint64   seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *text = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  if (text != NULL)
    g_string_append (csv, text);
  else
    g_string_append_printf (csv, "%" G_GINT64_FORMAT, seconds); /* past the year 9999 */
}

static const char *
get_state (RemitLessonState state)
{
  switch (state)
    {
    case REMIT_LESSON_BEGUN:
      return _("begun");
    case REMIT_LESSON_DONE:
      return _("done");
    case REMIT_LESSON_NOT_BEGUN:
    default:
      return _("not begun");
    }
}

static void
append_record (GString                 *csv,
               const RemitLessonRecord *record,
               GHashTable              *titles)
{
  const char *title = titles != NULL ? g_hash_table_lookup (titles, record->lesson) : NULL;

  append_text (csv, record->person != NULL ? record->person : "");
  g_string_append_c (csv, ',');
  append_text (csv, title != NULL ? title : record->lesson);
  g_string_append_c (csv, ',');
  append_text (csv, get_state (record->state));
  if (record->state == REMIT_LESSON_NOT_BEGUN)
    g_string_append (csv, ",,,");
  else
    g_string_append_printf (csv, ",%u,%u,", record->passed, record->checks);
  if (record->state != REMIT_LESSON_NOT_BEGUN)
    append_time (csv, record->begun);
  g_string_append_c (csv, ',');
  if (record->state == REMIT_LESSON_DONE)
    append_time (csv, record->done);
  g_string_append (csv, "\r\n");
}

/**
 * remit_lesson_records_to_csv:
 * @records: (element-type RemitLessonRecord): see remit_progress_store_list_session_lessons()
 * @titles: (nullable): titles of lessons by their ids; a lesson without one is called by its id
 *
 * Writes a table as RFC 4180 has it, in UTF-8 with a byte order mark, without which Excel takes it for another encoding, and with a line
 * of headings. Times are UTC (ISO 8601). An apostrophe stands before a text
 * that a spreadsheet would take for a formula, such as a name that begins with "=".
 *
 * Returns: (transfer full): the table
 */
char *
remit_lesson_records_to_csv (GPtrArray  *records,
                             GHashTable *titles)
{
  const char *const headings[] = { _("Name"), _("Lesson"), _("State"), _("Checks passed"), _("Checks"), _("Begun"), _("Done") };
  GString *csv = g_string_new ("\357\273\277");

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      append_text (csv, headings[i]);
    }
  g_string_append (csv, "\r\n");
  for (guint i = 0; i < records->len; i++)
    append_record (csv, records->pdata[i], titles);
  return g_string_free (csv, FALSE);
}
