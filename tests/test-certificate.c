/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Certificates: which names and times they stand, what changes them, where they are written. What they say is read by
 * test-documents.py. */

#include <libremit-publish.h>
#include <libremit-story.h>
#include <string.h>

#define NOW 1768212000 /* 2026-01-12 10:00 UTC */
#define TEN_MARKS "\u0301\u0301\u0301\u0301\u0301\u0323\u0323\u0323\u0323\u0323"
#define MARKS TEN_MARKS TEN_MARKS TEN_MARKS TEN_MARKS TEN_MARKS

static const RemitLessonRecord records[] = {
  { .person = (char *) "Ada", .lesson = (char *) "why", .state = REMIT_LESSON_DONE, .checks = 3, .passed = 2, .begun = 1, .done = 2 },
  { .person = (char *) "Ada", .lesson = (char *) "ai", .state = REMIT_LESSON_BEGUN, .checks = 1, .begun = 1 },
  { .person = (char *) "Ada", .lesson = (char *) "editions", .state = REMIT_LESSON_NOT_BEGUN },
  { .person = (char *) "Bob", .lesson = (char *) "why", .state = REMIT_LESSON_DONE, .checks = 3, .passed = 3, .begun = 1, .done = 2 },
  { .person = NULL, .lesson = (char *) "why", .state = REMIT_LESSON_DONE, .begun = 1, .done = 2 },
};

static GPtrArray *
make_records (guint n)
{
  GPtrArray *array = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (array, (gpointer) &records[i]);
  return array;
}

static GBytes *
make_pdf (const RemitCertificate *certificate)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = remit_certificate_to_pdf (certificate, &error);
  gsize length;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &length);
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpmem (data, 5, "%PDF-", 5);
  g_assert_nonnull (g_strstr_len (data + length - 10, 10, "%%EOF"));
  return bytes;
}

static void
test_names (void)
{
  g_autofree char *wide = g_strnfill (200, 'W');
  const char *const names[] = {
    "Ada", "", " ", wide, "عبد الرحمن", "שלום Ada", "👩‍💻🏳️‍🌈", "<b>&amp;</span>", "a\nb\tc\r\nd", "\x01\x1b[31m\x7f", "\u202eabc\u2066",
    "\u2028\u2029\xc2\x85", "\xff\xfe not UTF-8", "\ufffe\U0010ffff\ufdd0", "%s%n",
    "a" MARKS MARKS MARKS MARKS,
  };

  for (guint i = 0; i < G_N_ELEMENTS (names) * 2; i++)
    {
      const char *name = names[i / 2];
      const RemitLessonRecord record = { .person = (char *) name, .lesson = (char *) name, .state = REMIT_LESSON_DONE };
      g_autoptr (GPtrArray) array = g_ptr_array_new ();
      const RemitCertificate certificate = { .participant = name, .session = name, .records = array, .rtl = i % 2, .now = NOW };
      g_autoptr (GBytes) bytes = NULL;

      g_test_message ("%u", i);
      g_ptr_array_add (array, (gpointer) &record);
      bytes = make_pdf (&certificate);
      g_assert_nonnull (bytes);
    }
}

static void
test_times (void)
{
  const gint64 times[] = { 0, -1, NOW, G_MAXINT64, G_MININT64, G_GINT64_CONSTANT (253402300800) /* the year 10000 */ };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      const RemitLessonRecord record = { .person = (char *) "Ada", .lesson = (char *) "why", .state = REMIT_LESSON_DONE, .done = times[i] };
      g_autoptr (GPtrArray) array = g_ptr_array_new ();
      const RemitCertificate certificate = { .participant = "Ada", .session = "S", .began = times[i], .records = array, .now = times[i] };
      g_autoptr (GBytes) bytes = NULL;

      g_ptr_array_add (array, (gpointer) &record);
      bytes = make_pdf (&certificate);
      g_assert_nonnull (bytes);
    }
}

/* Equal certificates are equal files; each part changes it, and nobody else's records do. */
static void
test_parts (void)
{
  g_autoptr (RemitStoryboardCatalog) catalog = remit_storyboard_catalog_new (NULL);
  RemitStoryboard *why = remit_document_catalog_find (REMIT_DOCUMENT_CATALOG (catalog), "why");
  g_autoptr (GHashTable) lessons = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) none = make_records (0);
  g_autoptr (GPtrArray) one = make_records (1);
  g_autoptr (GPtrArray) begun = make_records (2);
  g_autoptr (GPtrArray) own = make_records (3);
  g_autoptr (GPtrArray) all = make_records (G_N_ELEMENTS (records));
  const struct
  {
    RemitCertificate certificate;
    gboolean is_same; /* as the first */
  } cases[] = {
    { { .participant = "Ada", .records = own, .now = NOW }, TRUE },
    { { .participant = "Ada", .records = own, .now = NOW }, TRUE },
    { { .participant = "Ada", .records = all, .now = NOW }, TRUE },
    { { .participant = "Ada", .began = 7, .records = own, .now = NOW }, TRUE },
    { { .participant = "Bob", .records = own, .now = NOW }, FALSE },
    { { .participant = "Ada", .session = "S", .records = own, .now = NOW }, FALSE },
    { { .participant = "Ada", .records = none, .now = NOW }, FALSE },
    { { .participant = "Ada", .records = one, .now = NOW }, FALSE },
    { { .participant = "Ada", .records = begun, .now = NOW }, FALSE },
    { { .participant = "Ada", .records = own, .lessons = lessons, .now = NOW }, FALSE },
    { { .participant = "Ada", .records = own, .rtl = TRUE, .now = NOW }, FALSE },
    { { .participant = "Ada", .records = own, .now = NOW + 86400 }, FALSE },
  };
  g_autoptr (GBytes) first = NULL;

  g_assert_nonnull (why);
  g_hash_table_insert (lessons, (gpointer) "why", why);
  first = make_pdf (&cases[0].certificate);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = make_pdf (&cases[i].certificate);

      g_test_message ("%u", i);
      g_assert_true (g_bytes_equal (bytes, first) == cases[i].is_same);
    }
}

static void
test_errors (void)
{
  g_autofree char *folder = g_dir_make_tmp ("remit-certificate-XXXXXX", NULL);
  g_autoptr (GFile) directory = g_file_new_for_path (folder);
  g_autoptr (GFile) right = g_file_get_child (directory, "certificate.pdf");
  g_autoptr (GFile) nowhere = g_file_resolve_relative_path (directory, "no/certificate.pdf");
  GFile *const wrong[] = { directory, nowhere };
  g_autoptr (GPtrArray) own = make_records (3);
  const RemitCertificate certificate = { .participant = "Ada", .records = own, .now = NOW };
  g_autoptr (GBytes) expected = make_pdf (&certificate);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *path = g_file_get_path (wrong[i]);
      g_autofree char *start = g_strdup_printf ("%s: ", path);
      g_autoptr (GError) problem = NULL;

      g_assert_false (remit_certificate_save (&certificate, wrong[i], &problem));
      g_test_message ("%s", problem->message);
      g_assert_true (g_str_has_prefix (problem->message, start));
    }
  g_assert_true (remit_certificate_save (&certificate, right, &error));
  g_assert_no_error (error);
  written = g_file_load_bytes (right, NULL, NULL, NULL);
  g_assert_true (g_bytes_equal (written, expected));
  g_assert_true (g_file_delete (right, NULL, NULL));
  g_assert_true (g_file_delete (directory, NULL, NULL));
}

static gpointer
make_in_thread (gpointer data)
{
  return make_pdf (data);
}

static void
test_threads (void)
{
  g_autoptr (GPtrArray) own = make_records (3);
  RemitCertificate certificate = { .participant = "Ada عبد", .records = own, .now = NOW };
  g_autoptr (GBytes) expected = make_pdf (&certificate);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, make_in_thread, &certificate);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GBytes) bytes = g_thread_join (threads[i]);
      g_assert_true (g_bytes_equal (bytes, expected));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/certificate/names", test_names);
  g_test_add_func ("/certificate/times", test_times);
  g_test_add_func ("/certificate/parts", test_parts);
  g_test_add_func ("/certificate/errors", test_errors);
  g_test_add_func ("/certificate/threads", test_threads);
  return g_test_run ();
}
