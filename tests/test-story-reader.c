/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The reader of lessons: what it takes, what it refuses, and where it says the fault is. The table is tests/data/lessons.json, to which
 * test-schema.py holds the schema too. */

#include <json-glib/json-glib.h>
#include <libremit-story.h>
#include <string.h>

static JsonNode *table;

static const char *
get_pointer (RemitProblem *problem)
{
  return *remit_problem_get_pointer (problem) != '\0' ? remit_problem_get_pointer (problem) : "/";
}

/* "E /pointer" or "W /pointer" for each problem, with a line each. */
static char *
dup_places (RemitReader *reader)
{
  GListModel *problems = remit_reader_get_problems (reader);
  GString *places = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (RemitProblem) problem = g_list_model_get_item (problems, i);

      g_assert_cmpstr (remit_problem_get_message (problem), !=, "");
      g_string_append_printf (places, "%c ", remit_problem_get_severity (problem) == REMIT_SEVERITY_ERROR ? 'E' : 'W');
      if (remit_problem_get_pointer (problem) != NULL)
        g_string_append_printf (places, "%s\n", get_pointer (problem));
      else
        g_string_append_printf (places, "%u:%u\n", remit_problem_get_line (problem), remit_problem_get_column (problem));
    }
  return g_string_free (places, FALSE);
}

/* --- documents: the base of the table and what a case changes --- */

/* Turns the array once round, so that its order is as it was, and puts @value (transfer full) in the place of one element. */
static void
replace_element (JsonArray *array,
                 guint      index,
                 JsonNode  *value)
{
  guint n = json_array_get_length (array);

  g_assert_cmpuint (index, <, n);
  for (guint i = 0; i < n; i++)
    {
      JsonNode *element = json_array_dup_element (array, 0);

      json_array_remove_element (array, 0);
      if (i != index)
        json_array_add_element (array, element);
      else
        {
          json_array_add_element (array, value);
          json_node_unref (element);
        }
    }
}

/* Puts @value (transfer full) where a pointer leads, "-" being the end of an array; removes the member where it is NULL. */
static void
change (JsonNode   *root,
        const char *pointer,
        JsonNode   *value)
{
  g_auto (GStrv) parts = g_strsplit (pointer + 1, "/", -1);
  guint n = g_strv_length (parts);
  const char *last = parts[n - 1];
  JsonNode *node = root;

  for (guint i = 0; i + 1 < n; i++)
    node = JSON_NODE_HOLDS_ARRAY (node) ? json_array_get_element (json_node_get_array (node), (guint) g_ascii_strtoull (parts[i], NULL, 10))
                                        : json_object_get_member (json_node_get_object (node), parts[i]);
  if (JSON_NODE_HOLDS_ARRAY (node) && g_str_equal (last, "-"))
    json_array_add_element (json_node_get_array (node), value);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    replace_element (json_node_get_array (node), (guint) g_ascii_strtoull (last, NULL, 10), value);
  else if (value != NULL)
    json_object_set_member (json_node_get_object (node), last, value);
  else
    {
      g_assert_true (json_object_has_member (json_node_get_object (node), last));
      json_object_remove_member (json_node_get_object (node), last);
    }
}

/* The base with a case's changes, as text; the base itself for NULL. */
static char *
dup_document (JsonObject *test)
{
  g_autofree char *base = json_to_string (json_object_get_member (json_node_get_object (table), "base"), FALSE);
  g_autoptr (JsonNode) root = json_from_string (base, NULL);
  JsonArray *removed = test != NULL && json_object_has_member (test, "remove") ? json_object_get_array_member (test, "remove") : NULL;

  if (test != NULL && json_object_has_member (test, "set"))
    {
      JsonObjectIter iter;
      const char *pointer;
      JsonNode *value;

      json_object_iter_init_ordered (&iter, json_object_get_object_member (test, "set"));
      while (json_object_iter_next_ordered (&iter, &pointer, &value))
        change (root, pointer, json_node_copy (value));
    }
  for (guint i = 0; removed != NULL && i < json_array_get_length (removed); i++)
    change (root, json_array_get_string_element (removed, i), NULL);
  return json_to_string (root, FALSE);
}

static RemitReader *
create_reader (void)
{
  g_autoptr (RemitStoryboardCatalog) catalog = remit_storyboard_catalog_new (NULL);

  return remit_storyboard_catalog_create_reader (catalog);
}

/* What is true of every result. */
static RemitStoryboard *
read_text (RemitReader *reader,
           const char  *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  RemitStoryboard *storyboard = remit_reader_read_bytes (reader, bytes, "name", &error);
  g_autofree char *places = dup_places (reader);

  g_assert_true ((storyboard == NULL) == (error != NULL));
  g_assert_true ((storyboard == NULL) == (strstr (places, "E ") != NULL));
  g_assert_true (storyboard == NULL || REMIT_IS_STORYBOARD (storyboard));
  return storyboard;
}

static void
check_text (const char *text,
            const char *places)
{
  g_autoptr (RemitReader) reader = create_reader ();
  g_autoptr (RemitStoryboard) storyboard = read_text (reader, text);
  g_autofree char *found = dup_places (reader);

  g_assert_cmpstr (found, ==, places);
}

static void
test_case (gconstpointer data)
{
  JsonObject *test = (JsonObject *) data;
  JsonArray *problems = json_object_get_array_member (test, "problems");
  g_autoptr (GString) places = g_string_new (NULL);
  g_autofree char *text = dup_document (test);

  for (guint i = 0; i < json_array_get_length (problems); i++)
    g_string_append_printf (places, "%s\n", json_array_get_string_element (problems, i));
  check_text (text, places->str);
}

/* What is no JSON, or too much of it: the same grammar as a framework's, with the same places. */
static void
test_syntax (void)
{
  const struct
  {
    const char *text;
    const char *places;
  } cases[] = {
    { "", "E 1:1\n" }, { "{]", "E 1:2\n" }, { "{\n\"a\": 1,\n\"a\": 2}", "E 3:1\n" }, { "[]", "E /\n" }, { "{\"a\": \"\xff\"}", "E 1:8\n" },
    { "{\"a\": \"\\u0007\"}", "E 1:8\n" }, { "{\"a\": 12345678901234567890}", "E 1:7\n" },
  };
  g_autofree char *base = dup_document (NULL), *marked = g_strconcat ("\xef\xbb\xbf", base, NULL);
  g_autoptr (GString) deep = g_string_new (NULL), big = g_string_sized_new (REMIT_READER_MAX_BYTES + 1), wide = g_string_new ("{\"a\": \"");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_text (cases[i].text, cases[i].places);
  check_text (marked, "");
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  check_text (deep->str, "E 1:65\n");
  for (guint i = 0; i <= REMIT_READER_MAX_TEXT; i++)
    g_string_append_c (wide, 'a');
  check_text (wide->str, "E 1:7\n");
  g_string_append (big, base);
  while (big->len <= REMIT_READER_MAX_BYTES)
    g_string_append_c (big, ' ');
  check_text (big->str, "E 1:1\n");
  g_string_truncate (big, REMIT_READER_MAX_BYTES);
  check_text (big->str, "");
}

/* --- values --- */

static gpointer
item_at (GListModel *list,
         guint       position)
{
  g_autoptr (GObject) item = g_list_model_get_item (list, position);

  return item;
}

static void
check_strv (const char *const *texts,
            const char        *joined)
{
  g_autofree char *found = g_strjoinv ("|", (char **) texts);

  g_assert_cmpstr (found, ==, joined);
}

/* Each property says what its getter says, and none can be set. */
static void
check_properties (gpointer object)
{
  guint n;
  g_autofree GParamSpec **pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      g_assert_cmpint (pspecs[i]->flags & (G_PARAM_READABLE | G_PARAM_WRITABLE), ==, G_PARAM_READABLE);
      g_object_get_property (object, pspecs[i]->name, &value);
      if (G_VALUE_HOLDS_OBJECT (&value) && g_str_equal (pspecs[i]->name, "question"))
        g_assert_true (g_value_get_object (&value) == remit_scene_get_question (object));
    }
}

static void
test_values (void)
{
  g_autofree char *text = dup_document (NULL);
  g_autoptr (RemitReader) reader = create_reader ();
  g_autoptr (RemitStoryboard) storyboard = read_text (reader, text);
  RemitScene *plain = remit_storyboard_get_scene (storyboard, 0), *choice = remit_storyboard_find_scene (storyboard, "choice");
  RemitScene *cell = remit_storyboard_get_scene (storyboard, 2), *order = remit_storyboard_get_scene (storyboard, 3);
  RemitScene *building = remit_storyboard_get_scene (storyboard, 4), *coverage = remit_storyboard_get_scene (storyboard, 5);
  RemitQuestion *question;
  RemitScene *scene;

  g_assert_cmpstr (remit_item_get_id (REMIT_ITEM (storyboard)), ==, "base");
  g_assert_cmpstr (remit_item_get_summary (REMIT_ITEM (storyboard)), ==, "Summary");
  g_assert_cmpuint (remit_storyboard_get_minutes (storyboard), ==, 3);
  check_strv (remit_storyboard_get_teaches (storyboard), "One|Two");
  g_assert_cmpstr (remit_item_get_id (REMIT_ITEM (remit_storyboard_get_framework (storyboard))), ==, "azure-current");
  g_assert_cmpuint (g_list_model_get_n_items (remit_storyboard_get_scenes (storyboard)), ==, 6);
  g_assert_cmpuint (g_list_model_get_n_items (remit_storyboard_get_sources (storyboard)), ==, 2);
  g_assert_null (remit_storyboard_get_scene (storyboard, 6));
  g_assert_null (remit_storyboard_find_scene (storyboard, "nothing"));
  g_assert_null (remit_storyboard_find_scene (storyboard, NULL));
  check_properties (storyboard);
  for (guint i = 0; (scene = remit_storyboard_get_scene (storyboard, i)) != NULL; i++)
    {
      g_assert_cmpuint (remit_scene_get_position (scene), ==, i);
      check_properties (scene);
      if (remit_scene_get_question (scene) != NULL)
        check_properties (remit_scene_get_question (scene));
    }

  g_assert_cmpstr (remit_scene_get_caption (plain), ==, "C0");
  g_assert_cmpstr (remit_scene_get_notes (plain), ==, "N0");
  g_assert_cmpint (remit_scene_get_picture (plain), ==, REMIT_SCENE_FRAMEWORK);
  g_assert_true (remit_scene_get_framework (plain) == remit_storyboard_get_framework (storyboard));
  g_assert_cmpstr (remit_item_get_id (REMIT_ITEM (remit_scene_get_service_model (plain))), ==, "iaas");
  check_strv (remit_scene_get_layers (plain), "operating-system|applications");
  g_assert_false (remit_scene_get_owners_hidden (plain));
  g_assert_null (remit_scene_get_question (plain));
  g_assert_true (item_at (remit_scene_get_sources (plain), 0) == item_at (remit_storyboard_get_sources (storyboard), 0));
  g_assert_true (remit_scene_get_owners_hidden (choice));
  check_strv (remit_scene_get_layers (choice), "");
  g_assert_null (remit_scene_get_notes (choice));
  g_assert_null (remit_scene_get_service_model (choice));

  question = remit_scene_get_question (choice);
  g_assert_cmpint (remit_question_get_kind (question), ==, REMIT_QUESTION_CHOICE);
  g_assert_cmpstr (remit_question_get_prompt (question), ==, "P1");
  check_strv (remit_question_get_options (question), "A|B|C");
  g_assert_cmpuint (remit_question_get_right_choice (question), ==, 1);
  g_assert_cmpstr (remit_question_get_right (question), ==, "EB");

  question = remit_scene_get_question (cell);
  g_assert_cmpstr (remit_item_get_id (REMIT_ITEM (remit_scene_get_framework (cell))), ==, "azure-classic");
  g_assert_cmpint (remit_question_get_kind (question), ==, REMIT_QUESTION_CELL);
  g_assert_cmpuint (g_list_model_get_n_items (remit_question_get_answers (question)), ==, 2);
  g_assert_cmpstr (remit_item_get_id (REMIT_ITEM (remit_responsibility_get_service_model (item_at (remit_question_get_answers (question), 1)))),
                   ==, "onprem");
  g_assert_cmpstr (remit_question_get_right (question), ==, "R2");
  check_strv (remit_question_get_options (question), "");

  question = remit_scene_get_question (order);
  g_assert_cmpint (remit_question_get_kind (question), ==, REMIT_QUESTION_ORDER);
  check_strv (remit_question_get_options (question), "I|II|III|IV");
  g_assert_cmpuint (remit_question_get_n_options (question), ==, 4);
  g_assert_cmpuint (g_list_model_get_n_items (remit_scene_get_sources (order)), ==, 2);

  g_assert_cmpint (remit_scene_get_picture (building), ==, REMIT_SCENE_BUILDING);
  g_assert_cmpstr (remit_item_get_id (REMIT_ITEM (remit_scene_get_framework (building))), ==, "home");
  g_assert_cmpint (remit_scene_get_picture (coverage), ==, REMIT_SCENE_COVERAGE);
  g_assert_cmpuint (remit_scene_get_coverage (coverage), ==, 40);
  check_strv (remit_scene_get_layers (coverage), "applications");

  g_assert_finalize_object (g_steal_pointer (&storyboard));
}

static const char *
log_text (const char *text,
          const char *pointer,
          gpointer    log)
{
  g_string_append_printf (log, "%s ", text);
  return pointer;
}

/* What people read passes by, and nothing else. */
static void
test_text_func (void)
{
  g_autofree char *text = dup_document (NULL);
  g_autoptr (RemitReader) reader = create_reader ();
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (RemitStoryboard) storyboard = NULL;
  RemitQuestion *question;

  remit_reader_set_text_func (reader, log_text, log);
  storyboard = read_text (reader, text);
  g_assert_nonnull (storyboard);
  g_assert_cmpstr (log->str, ==, "Title Summary One Two T0 C0 N0 T1 C1 P1 A EA B EB C EC T2 C2 P2 M2 R2 W2 T3 C3 P3 I II III IV R3 W3 T4 C4 T5 C5 ");
  g_assert_cmpstr (remit_item_get_title (REMIT_ITEM (storyboard)), ==, "/title");
  question = remit_scene_get_question (remit_storyboard_get_scene (storyboard, 3));
  g_assert_cmpstr (remit_question_get_options (question)[2], ==, "/scenes/3/question/items/2");
}

/* What a reader says of the last document's format, so that another one can be asked. */
static void
test_format (void)
{
  g_autofree char *text = dup_document (NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  g_autoptr (GBytes) none = g_bytes_new_static ("{\"format\": 1}", 13);

  g_assert_null (remit_framework_reader_read_bytes (reader, bytes, "name", NULL));
  g_assert_cmpstr (remit_reader_get_format (REMIT_READER (reader)), ==, "remit-lesson");
  g_assert_null (remit_framework_reader_read_bytes (reader, none, "name", NULL));
  g_assert_null (remit_reader_get_format (REMIT_READER (reader)));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *cases;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  path = g_test_build_filename (G_TEST_DIST, "data", "lessons.json", NULL);
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  table = json_parser_get_root (parser);
  cases = json_object_get_array_member (json_node_get_object (table), "cases");
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *test = json_array_get_object_element (cases, i);
      g_autofree char *name = g_strdup_printf ("/story-reader/table/%s", json_object_get_string_member (test, "name"));

      g_test_add_data_func (name, test, test_case);
    }
  g_test_add_func ("/story-reader/syntax", test_syntax);
  g_test_add_func ("/story-reader/values", test_values);
  g_test_add_func ("/story-reader/text-func", test_text_func);
  g_test_add_func ("/story-reader/format", test_format);
  return g_test_run ();
}
