/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes records as the program does, for tests that read them with other programs:
 *   make-records certificate FILE ltr|rtl SESSION FIRST COUNT NAME
 *   make-records csv FILE NAME...
 * Of COUNT lessons from FIRST on every third is begun and not done. The built-in ones come first, those after them have ids alone. */

#include <libremit-publish.h>
#include <libremit-story.h>
#include <locale.h>
#include <string.h>

#define DAY 86400

static void
add_record (GPtrArray  *records,
            const char *person,
            const char *lesson,
            guint       number)
{
  RemitLessonRecord *record = g_new0 (RemitLessonRecord, 1);

  record->person = g_strdup (person);
  record->lesson = g_strdup (lesson);
  record->state = number % 3 == 2 ? REMIT_LESSON_BEGUN : REMIT_LESSON_DONE;
  record->checks = number % 4;
  record->passed = record->checks / 2;
  record->begun = 1768212000 + number * DAY; /* 2026-01-12 10:00 UTC */
  record->done = record->state == REMIT_LESSON_DONE ? record->begun + 600 : 0;
  g_ptr_array_add (records, record);
}

static gboolean
write_certificate (GFile *file,
                   char **argv,
                   GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_lesson_record_free);
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  g_autoptr (RemitStoryboardCatalog) lessons = remit_storyboard_catalog_new (NULL);
  guint n_built_in = g_list_model_get_n_items (G_LIST_MODEL (lessons));
  guint first = (guint) g_ascii_strtoull (argv[2], NULL, 10);
  guint count = (guint) g_ascii_strtoull (argv[3], NULL, 10);
  RemitCertificate certificate = { .participant = argv[4], .session = argv[1], .began = 1768212000, .records = records, .lessons = titles,
                                   .rtl = g_str_equal (argv[0], "rtl"), .now = 1768212000 + 40 * DAY };

  for (guint i = first; i < first + count; i++)
    {
      g_autoptr (RemitItem) lesson = g_list_model_get_item (G_LIST_MODEL (lessons), i);
      g_autofree char *id = g_strdup_printf ("lesson-%u", i);

      add_record (records, argv[4], i < n_built_in ? remit_item_get_id (lesson) : id, i);
      if (i < n_built_in)
        g_hash_table_insert (titles, (gpointer) remit_item_get_id (lesson), g_object_ref (lesson));
    }
  return remit_certificate_save (&certificate, file, error);
}

static gboolean
write_csv (GFile   *file,
           char   **names,
           GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_lesson_record_free);
  g_autoptr (GBytes) bytes = NULL;
  char *csv;

  for (guint i = 0; names[i] != NULL; i++)
    add_record (records, names[i], "why", i);
  csv = remit_lesson_records_to_csv (records, NULL);
  bytes = g_bytes_new_take (csv, strlen (csv));
  return remit_file_save (file, bytes, NULL, error);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GFile) file = argc > 2 ? g_file_new_for_path (argv[2]) : NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc == 8 && g_str_equal (argv[1], "certificate") ? write_certificate (file, argv + 3, &error)
      : argc > 3 && g_str_equal (argv[1], "csv")        ? write_csv (file, argv + 3, &error)
                                                        : FALSE)
    return 0;
  g_printerr ("make-records: %s\n", error != NULL ? error->message : "wrong usage");
  return 1;
}
