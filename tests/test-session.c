/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Session files, and the table of a session's records. */

#include <glib/gstdio.h>
#include <string.h>

#include "study-fixture.h"

#define HEAD "{\"format\": \"remit-session\", \"version\": 1, \"title\": \"T\", "
#define WITH(items) HEAD "\"agenda\": [" items "]}"

static RemitSession *
read_text (const char *text,
           GError    **error)
{
  g_autoptr (RemitSessionReader) reader = remit_session_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return remit_reader_read_bytes (REMIT_READER (reader), bytes, "S", error);
}

static void
test_written (StudyFixture *fixture,
              gconstpointer data)
{
  static const char expected[] = "{\n"
                                 "  \"format\" : \"remit-session\",\n"
                                 "  \"version\" : 1,\n"
                                 "  \"title\" : \"First day\",\n"
                                 "  \"note\" : \"Bring a chair\",\n"
                                 "  \"agenda\" : [\n"
                                 "    {\n"
                                 "      \"lesson\" : \"why\",\n"
                                 "      \"minutes\" : 3\n"
                                 "    },\n"
                                 "    {\n"
                                 "      \"framework\" : \"azure-current\",\n"
                                 "      \"minutes\" : 10\n"
                                 "    },\n"
                                 "    {\n"
                                 "      \"lesson\" : \"building\",\n"
                                 "      \"minutes\" : 7\n"
                                 "    }\n"
                                 "  ]\n"
                                 "}\n";
  g_autoptr (RemitSession) session = study_make_session (), again = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (RemitSessionReader) reader = remit_session_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *json = NULL;

  g_assert_true (remit_session_save (session, file, &error));
  g_assert_no_error (error);
  bytes = study_load (fixture->path);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
  again = remit_reader_read_file (REMIT_READER (reader), file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (remit_reader_get_problems (REMIT_READER (reader))), ==, 0);
  json = remit_session_to_json (again);
  g_assert_cmpstr (json, ==, expected);
  g_assert_cmpuint (remit_session_get_start (again, 0), ==, 0);
  g_assert_cmpuint (remit_session_get_start (again, 1), ==, 3);
  g_assert_cmpuint (remit_session_get_start (again, 2), ==, 13);
  g_assert_cmpuint (remit_session_get_minutes (again), ==, 20);
}

/* What a reader would refuse is not written, and what was there stays. */
static void
test_not_written (StudyFixture *fixture,
                  gconstpointer data)
{
  const struct
  {
    const char *title;
    const char *lesson;
    guint minutes;
  } wrong[] = { { " ", "why", 1 }, { "T", "Why", 1 }, { "T", "why", 0 }, { "T", "why", 481 }, { "T", NULL, 1 } };
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autofree char *missing = g_build_filename (fixture->folder, "no", "s.json", NULL);
  g_autoptr (GFile) nowhere = g_file_new_for_path (missing);
  g_autoptr (RemitSession) right = study_make_session ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GListStore) agenda = g_list_store_new (REMIT_TYPE_AGENDA_ITEM);
      g_autoptr (RemitAgendaItem) item = wrong[i].lesson != NULL ? remit_agenda_item_new_lesson (wrong[i].lesson, wrong[i].minutes) : NULL;
      g_autoptr (RemitSession) session = NULL;
      g_autoptr (GError) problem = NULL;
      g_autoptr (GBytes) bytes = NULL;

      if (item != NULL)
        g_list_store_append (agenda, item);
      session = remit_session_new (wrong[i].title, NULL, G_LIST_MODEL (agenda));
      g_assert_false (remit_session_save (session, file, &problem));
      g_assert_error (problem, REMIT_READER_ERROR, REMIT_READER_ERROR_CONTENT);
      bytes = study_load (fixture->path);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "old", 3);
    }
  g_assert_false (remit_session_save (right, nowhere, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* Each way to get it wrong, with its place; "" is right. */
static void
test_read (void)
{
  static const struct
  {
    const char *text;
    const char *place;
  } cases[] = {
    { WITH ("{\"lesson\": \"why\", \"minutes\": 480}"), "" },
    { WITH ("{\"framework\": \"azure-current\", \"minutes\": 1}"), "" },
    { WITH ("{\"framework\": \"own/teams.remit.json\", \"minutes\": 1}"), "" },
    { WITH ("{\"framework\": \"../Grüße 1.json\", \"minutes\": 1}"), "" },
    { WITH ("{\"framework\": \"file:///home/a%20b/teams.json\", \"minutes\": 1}"), "" },
    { WITH ("{\"lesson\": \"why\", \"minutes\": 1, \"mood\": 3}"), "" },
    { "[]", "/" },
    { "{", "line 1, column 2" },
    { "{\"format\": \"remit-framework\", \"version\": 1}", "/format" },
    { "{\"format\": \"remit-session\", \"version\": 2}", "/version" },
    { "{\"format\": \"remit-session\", \"version\": 1, \"agenda\": [{\"lesson\": \"why\", \"minutes\": 1}]}", "/" },
    { HEAD "\"note\": \" \", \"agenda\": [{\"lesson\": \"why\", \"minutes\": 1}]}", "/note" },
    { HEAD "\"note\": 4, \"agenda\": [{\"lesson\": \"why\", \"minutes\": 1}]}", "/note" },
    { HEAD "\"agenda\": 4}", "/agenda" },
    { WITH (""), "/agenda" },
    { WITH ("4"), "/agenda/0" },
    { WITH ("{\"minutes\": 1}"), "/agenda/0" },
    { WITH ("{\"lesson\": \"why\", \"framework\": \"a\", \"minutes\": 1}"), "/agenda/0" },
    { WITH ("{\"lesson\": \"why\"}"), "/agenda/0" },
    { WITH ("{\"lesson\": \"why\", \"minutes\": 0}"), "/agenda/0/minutes" },
    { WITH ("{\"lesson\": \"why\", \"minutes\": 481}"), "/agenda/0/minutes" },
    { WITH ("{\"lesson\": \"why\", \"minutes\": 1.5}"), "/agenda/0/minutes" },
    { WITH ("{\"lesson\": \"why\", \"minutes\": \"1\"}"), "/agenda/0/minutes" },
    { WITH ("{\"lesson\": \"Why\", \"minutes\": 1}"), "/agenda/0/lesson" },
    { WITH ("{\"lesson\": \"why\", \"minutes\": 1}, {\"lesson\": \"why\", \"minutes\": 1}"), "/agenda/1/lesson" },
    { WITH ("{\"framework\": \"/etc/passwd\", \"minutes\": 1}"), "/agenda/0/framework" },
    { WITH ("{\"framework\": \"https://example.org/a.json\", \"minutes\": 1}"), "/agenda/0/framework" },
    { WITH ("{\"framework\": \"file://server/a.json\", \"minutes\": 1}"), "/agenda/0/framework" },
    { WITH ("{\"framework\": \"file:a.json\", \"minutes\": 1}"), "/agenda/0/framework" },
    { WITH ("{\"framework\": \"own\\\\teams.json\", \"minutes\": 1}"), "/agenda/0/framework" },
    { WITH ("{\"framework\": \" \", \"minutes\": 1}"), "/agenda/0/framework" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RemitSession) session = read_text (cases[i].text, &error);
      g_autofree char *start = g_strdup_printf ("S: %s: ", cases[i].place);

      g_test_message ("%s: %s", cases[i].text, error != NULL ? error->message : "right");
      g_assert_true ((session != NULL) == (*cases[i].place == '\0'));
      if (session == NULL)
        g_assert_true (g_str_has_prefix (error->message, start));
      else
        {
          g_autofree char *json = remit_session_to_json (session);
          g_autoptr (RemitSession) again = read_text (json, NULL);
          g_autofree char *same = remit_session_to_json (again);
          g_assert_cmpstr (json, ==, same);
        }
    }
}

static void
test_files (void)
{
  static const struct
  {
    const char *framework;
    const char *session;
    const char *path;
  } cases[] = {
    { "azure-current", "/a/s.json", NULL },           { "own/teams.json", "/a/s.json", "/a/own/teams.json" },
    { "../teams.json", "/a/b/s.json", "/a/teams.json" }, { "teams.json", NULL, NULL },
    { "file:///x/a%20b.json", NULL, "/x/a b.json" },
  };
  g_autoptr (RemitAgendaItem) lesson = remit_agenda_item_new_lesson ("why", 1);

  g_assert_null (remit_agenda_item_get_file (lesson, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RemitAgendaItem) item = remit_agenda_item_new_framework (cases[i].framework, 1);
      g_autoptr (GFile) session = cases[i].session != NULL ? g_file_new_for_path (cases[i].session) : NULL;
      g_autoptr (GFile) file = remit_agenda_item_get_file (item, session);
      g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

      g_assert_cmpstr (path, ==, cases[i].path);
    }
}

static void
test_csv (void)
{
  static const RemitLessonRecord records[] = {
    { .person = (char *) "Ada \"The\" L, B", .lesson = (char *) "why", .state = REMIT_LESSON_DONE, .scene = (char *) "s",
      .checks = 3, .passed = 2, .begun = 0, .done = 1768212000 },
    { .person = (char *) "=1+1", .lesson = (char *) "building", .state = REMIT_LESSON_BEGUN, .scene = (char *) "s", .checks = 1,
      .begun = -1, .done = 0 },
    { .person = NULL, .lesson = (char *) "why", .state = REMIT_LESSON_NOT_BEGUN },
    { .person = (char *) "@x", .lesson = (char *) "a", .state = REMIT_LESSON_BEGUN, .scene = (char *) "s", .begun = G_MAXINT64 },
    { .person = (char *) "-2", .lesson = (char *) "b", .state = REMIT_LESSON_NOT_BEGUN },
    { .person = (char *) "+2", .lesson = (char *) "c", .state = REMIT_LESSON_NOT_BEGUN },
    { .person = (char *) "'t Hooft", .lesson = (char *) "d", .state = REMIT_LESSON_NOT_BEGUN },
  };
  static const char expected[] = "\357\273\277\"Name\",\"Lesson\",\"State\",\"Checks passed\",\"Checks\",\"Begun\",\"Done\"\r\n"
                                 "\"Ada \"\"The\"\" L, B\",\"Why?\",\"done\",2,3,1970-01-01T00:00:00Z,2026-01-12T10:00:00Z\r\n"
                                 "\"'=1+1\",\"building\",\"begun\",0,1,1969-12-31T23:59:59Z,\r\n"
                                 "\"\",\"Why?\",\"not begun\",,,,\r\n"
                                 "\"'@x\",\"a\",\"begun\",0,0,9223372036854775807,\r\n"
                                 "\"'-2\",\"b\",\"not begun\",,,,\r\n"
                                 "\"'+2\",\"c\",\"not begun\",,,,\r\n"
                                 "\"''t Hooft\",\"d\",\"not begun\",,,,\r\n";
  g_autoptr (GPtrArray) array = g_ptr_array_new ();
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *csv = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    g_ptr_array_add (array, (gpointer) &records[i]);
  g_hash_table_insert (titles, (gpointer) "why", (gpointer) "Why?");
  csv = remit_lesson_records_to_csv (array, titles);
  g_assert_cmpstr (csv, ==, expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/session/written", StudyFixture, NULL, study_set_up, test_written, study_tear_down);
  g_test_add ("/session/not-written", StudyFixture, NULL, study_set_up, test_not_written, study_tear_down);
  g_test_add_func ("/session/read", test_read);
  g_test_add_func ("/session/files", test_files);
  g_test_add_func ("/session/csv", test_csv);
  return g_test_run ();
}
