/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The reader: what it takes, what it refuses, and where it says the fault is. */

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <libremit-model.h>

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BEFORE_LAYERS \
  "{\"format\": \"remit-framework\", \"version\": 1, \"id\": \"f\", \"title\": \"F\"," \
  "\"owners\": [{\"id\": \"you\", \"label\": \"You\", \"kind\": \"party\"}]," \
  "\"serviceModels\": [{\"id\": \"own\", \"title\": \"Own\"}]"
#define LAYERS ", \"layers\": [{\"id\": \"data\", \"title\": \"Data\", \"responsibilities\": {\"own\": {\"owner\": \"you\"}}}]}"
#define MINIMAL BEFORE_LAYERS LAYERS

/* Reading, and what is true of every result. */

static void
check_result (RemitFrameworkReader *reader,
              RemitFramework       *framework,
              const GError         *error,
              const char           *name)
{
  GListModel *problems = remit_framework_reader_get_problems (reader);
  g_autoptr (RemitProblem) first_error = NULL;

  g_assert_true (g_list_model_get_item_type (problems) == REMIT_TYPE_PROBLEM);
  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (RemitProblem) problem = g_list_model_get_item (problems, i);

      g_assert_cmpstr (remit_problem_get_message (problem), !=, "");
      g_assert_true ((remit_problem_get_pointer (problem) == NULL) == (remit_problem_get_line (problem) > 0));
      if (first_error == NULL && remit_problem_get_severity (problem) == REMIT_SEVERITY_ERROR)
        first_error = g_object_ref (problem);
    }
  g_assert_true ((framework == NULL) == (error != NULL));
  g_assert_true ((first_error == NULL) == (error == NULL || error->domain != REMIT_READER_ERROR));
  if (first_error != NULL)
    {
      g_autofree char *text = remit_problem_to_string (first_error, name);

      g_assert_cmpstr (error->message, ==, text);
      g_assert_cmpint (error->code, ==,
                       remit_problem_get_pointer (first_error) == NULL ? REMIT_READER_ERROR_SYNTAX : REMIT_READER_ERROR_CONTENT);
    }
}

static RemitFramework *
read_text (RemitFrameworkReader *reader,
           const char           *text,
           gssize                length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (GError) error = NULL;
  RemitFramework *framework = remit_framework_reader_read_bytes (reader, bytes, "name", &error);

  check_result (reader, framework, error, "name");
  return framework;
}

/* "E /pointer" or "W /pointer" a line; "E 1:2" where it is line and column. */
static char *
dup_places (RemitFrameworkReader *reader)
{
  GListModel *problems = remit_framework_reader_get_problems (reader);
  GString *places = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (RemitProblem) problem = g_list_model_get_item (problems, i);
      const char *pointer = remit_problem_get_pointer (problem);

      g_string_append_printf (places, "%s%c ", i > 0 ? "\n" : "", remit_problem_get_severity (problem) == REMIT_SEVERITY_ERROR ? 'E' : 'W');
      if (pointer != NULL)
        g_string_append (places, pointer);
      else
        g_string_append_printf (places, "%u:%u", remit_problem_get_line (problem), remit_problem_get_column (problem));
    }
  return g_string_free (places, FALSE);
}

/* Reads and holds all problems against @places. */
static void
check_text (const char *text,
            gssize      length,
            const char *places)
{
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  g_autoptr (RemitFramework) framework = read_text (reader, text, length);
  g_autofree char *found = dup_places (reader);

  g_assert_cmpstr (found, ==, places);
  g_assert_true ((framework == NULL) == (strstr (places, "E ") != NULL));
}

/* The corpus: a file each, with the place of its first problem. */

typedef struct
{
  char *path;
  char *verdict;
  char *place;
} CorpusCase;

static void
corpus_case_free (gpointer data)
{
  CorpusCase *self = data;

  g_free (self->path);
  g_free (self->verdict);
  g_free (self->place);
  g_free (self);
}

static void
test_corpus (gconstpointer data)
{
  const CorpusCase *test = data;
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  g_autoptr (GFile) file = g_file_new_for_path (test->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitFramework) framework = remit_framework_reader_read_file (reader, file, NULL, &error);
  g_autofree char *places = dup_places (reader);
  g_auto (GStrv) lines = g_strsplit (places, "\n", -1);
  const char *const *line = (const char *const *) lines;

  check_result (reader, framework, error, test->path);
  g_test_message ("%s", places);
  if (g_str_equal (test->verdict, "fail"))
    {
      int code = strchr (test->place, ':') != NULL && *test->place != '/' ? REMIT_READER_ERROR_SYNTAX : REMIT_READER_ERROR_CONTENT;

      g_assert_error (error, REMIT_READER_ERROR, code);
      while (*line != NULL && **line == 'W')
        line++;
      g_assert_nonnull (*line);
      g_assert_cmpstr (*line + 2, ==, test->place);
    }
  else
    {
      g_assert_no_error (error);
      if (g_str_equal (test->verdict, "warn"))
        {
          g_assert_cmpuint (g_strv_length (lines), ==, 1);
          g_assert_cmpstr (places + 2, ==, test->place);
        }
      else
        {
          g_assert_cmpstr (test->verdict, ==, "pass");
          g_assert_cmpstr (places, ==, "");
        }
    }
}

static void
add_corpus (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "frameworks", "manifest.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *cases;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  cases = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (cases), >, 0);
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *object = json_array_get_object_element (cases, i);
      const char *name = json_object_get_string_member (object, "file");
      g_autofree char *test_path = g_strdup_printf ("/reader/corpus/%s", name);
      CorpusCase *test = g_new0 (CorpusCase, 1);

      test->path = g_test_build_filename (G_TEST_DIST, "data", "frameworks", name, NULL);
      test->verdict = g_strdup (json_object_get_string_member (object, "reader"));
      if (json_object_has_member (object, "pointer"))
        test->place = g_strdup (json_object_get_string_member (object, "pointer"));
      else if (json_object_has_member (object, "line"))
        test->place = g_strdup_printf ("%d:%d", (int) json_object_get_int_member (object, "line"),
                                       (int) json_object_get_int_member (object, "column"));
      g_test_add_data_func_full (test_path, test, test_corpus, corpus_case_free);
    }
}

/* Documents written here: text, and all places. */

typedef struct
{
  const char *name;
  const char *text;
  const char *places;
} TextCase;

static const TextCase text_cases[] = {
  { "minimal", MINIMAL, "" },
  { "bom", "\xef\xbb\xbf" MINIMAL, "" },
  { "bom-alone", "\xef\xbb\xbf", "E 1:1" },
  { "bom-is-no-column", "\xef\xbb\xbf{]", "E 1:2" },
  { "bom-twice", "\xef\xbb\xbf\xef\xbb\xbf" MINIMAL, "E 1:1" },
  { "line-and-column", "{\r\n\t\"a\": \"\xc3\xa9\xf0\x9f\x98\x80\" x", "E 2:12" },
  { "utf8-stray", "{\"a\": \"\xc3\xa9\xff\"}", "E 1:9" },
  { "utf8-continuation", "{\n\"\x80\"}", "E 2:2" },
  { "utf8-overlong", "{\"\xc0\xaf\"}", "E 1:3" },
  { "utf8-surrogate", "{\"\xed\xa0\x80\"}", "E 1:3" },
  { "utf8-too-large", "{\"\xf4\x90\x80\x80\"}", "E 1:3" },
  { "utf8-cut-off", "{\"a\": \"\xe2\x82", "E 1:8" },
  { "latin-1-before-syntax", "{]\"\xe9\"", "E 1:4" },
  { "c1-control", "{\"\xc2\x85\"}", "E 1:3" },
  { "escaped-control", "{\"a\": \"\\u0085\"}", "E 1:8" },
  { "escaped-noncharacter", "{\"a\": \"\\uFFFE\"}", "E 1:8" },
  { "surrogate-high-and-other", "{\"a\": \"\\ud83d\\ue000\"}", "E 1:8" },
  { "surrogate-high-and-letter", "{\"a\": \"\\ud83d\\u0041\"}", "E 1:8" },
  { "names-equal-when-decoded", "{\"ab\": 0, \"a\\u0062\": 1}", "E 1:11" },
  { "same-name-on-two-levels", BEFORE_LAYERS ", \"x\": {\"id\": {\"id\": 0}}" LAYERS, "W /x" },
  { "no-members", "{}", "E \nE " },
  { "not-an-object", "[]", "E " },
  /* Only those two: what else is missing in another kind of file helps nobody. */
  { "other-format", "{\"format\": \"other\", \"version\": 2, \"id\": 1}", "E /format\nE /version" },
  { "escaped-pointers", BEFORE_LAYERS ", \"~a/b~1\": 0, \"\": 0, \"\\\"\\\\\": 0" LAYERS, "W /~0a~1b~01\nW /\nW /\"\\" },
  { "escaped-pointers-deep",
    BEFORE_LAYERS ", \"layers\": [{\"id\": \"data\", \"title\": \"Data\", \"responsibilities\": {\"own\": {\"owner\": \"you\","
                  "\"tasks\": {\"a/b\": [\"T\"], \"you\": [\"T\", \" \"]}, \"~\": 0}, \"m~/\": 0}}]}",
    "W /layers/0/responsibilities/own/~0\nE /layers/0/responsibilities/own/tasks/a~1b\n"
    "E /layers/0/responsibilities/own/tasks/you/1\nE /layers/0/responsibilities/m~0~1" },
  /* Everything that is wrong, in the order of reading, each at its own place. */
  { "all-problems",
    "{\"format\": \"remit-framework\", \"version\": 1, \"id\": \"No\", \"title\": \"\\t\", \"summary\": 1}", "E 1:67" },
  { "all-problems-of-content",
    "{\"format\": \"remit-framework\", \"version\": 1, \"id\": \"No\", \"title\": \" \", \"summary\": 1, \"colour\": 0,"
    "\"owners\": [0, {\"id\": \"a\", \"label\": \"A\", \"kind\": \"party\", \"on\": \"x\", \"color\": \"pink\"},"
    " {\"id\": \"a\", \"label\": \"B\", \"kind\": \"shared\", \"of\": [\"a\", \"b\", \"a\"]}, {\"id\": \"c\", \"kind\": \"depends\"}],"
    "\"serviceModels\": [{\"id\": \"m\", \"title\": \"M\", \"examples\": []}, {\"id\": \"n\", \"title\": null}],"
    "\"zones\": [{\"id\": \"z\"}],"
    "\"layers\": [{\"id\": \"l\", \"title\": \"L\", \"sources\": [\"s\", \"t\", \"s\"], \"misconception\": {\"claim\": \"C\"},"
    "\"responsibilities\": {\"m\": {\"owner\": \"x\", \"explanation\": [], \"tasks\": {}}, \"o\": {\"owner\": \"a\"}}}],"
    "\"sources\": [{\"id\": \"s\", \"title\": \"S\", \"publisher\": \"P\", \"date\": \"2026-13\", \"url\": \"http://x\"}]}",
    "W /colour\nE /id\nE /title\nE /summary\n"
    "E /owners/0\nE /owners/1/on\nE /owners/1/color\nE /owners/2/id\nE /owners/3\nE /owners/3\n"
    "E /owners/2/of/1\nE /owners/2/of/2\n"
    "E /serviceModels/0/examples\nE /serviceModels/1/title\nE /zones/0\n"
    "E /sources/0/date\nE /sources/0/url\n"
    "E /layers/0\nE /layers/0/sources/1\nE /layers/0/sources/2\nE /layers/0/misconception\n"
    "E /layers/0/responsibilities/m/owner\nE /layers/0/responsibilities/m/explanation\nE /layers/0/responsibilities/m/tasks\n"
    "E /layers/0/responsibilities\nE /layers/0/responsibilities/o" },
  { "owners-with-a-hole",
    "{\"format\": \"remit-framework\", \"version\": 1, \"id\": \"f\", \"title\": \"F\","
    "\"owners\": [\"you\", null, {\"id\": \"you\", \"label\": \"You\", \"kind\": \"party\"}, {\"id\": \"s\", \"label\": \"S\", \"kind\": \"shared\"}],"
    "\"serviceModels\": [{\"id\": \"own\", \"title\": \"Own\"}]" LAYERS,
    "E /owners/0\nE /owners/1\nE /owners/3" },
};

static void
test_text (gconstpointer data)
{
  const TextCase *test = data;

  check_text (test->text, -1, test->places);
}

/* JSON that json-glib must take as RFC 8259 has it, as the value of a member that is not known. */
static void
test_values_of_json (void)
{
  static const char *const values[] = {
    "0", "-0", "1e5", "1E+5", "1e-5", "0e1", "0.5", "-0.5e-3", "1.0", "123456789012345678901234567890", "-9223372036854775808", "1e400", "1e-400",
    "true", "false", "null", "\"\"", "\"\\u0041\\ud83d\\ude00\\/\"", "[]", "{}", "[[],{}]", "{\"\": {\"\": []}}", "[1 , 2\n,\r\n3\t]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = g_strdup_printf (BEFORE_LAYERS ", \"x\": %s" LAYERS, values[i]);

      g_test_message ("%s", values[i]);
      check_text (text, -1, "W /x");
    }
}

/* Limits, met and passed by one. */

static void
test_size (void)
{
  gsize limit = REMIT_READER_MAX_BYTES, length = strlen (MINIMAL);
  g_autofree char *text = g_malloc (limit + 1);

  memcpy (text, MINIMAL, length);
  memset (text + length, '\n', limit + 1 - length);
  check_text (text, limit, "");
  check_text (text, limit + 1, "E 1:1");
  check_text ("", 0, "E 1:1");
}

static char *
nest (const char *before,
      const char *open,
      guint       n,
      const char *middle,
      const char *close,
      const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (text, open);
  g_string_append (text, middle);
  for (guint i = 0; i < n && close != NULL; i++)
    g_string_append (text, close);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  const char *before = BEFORE_LAYERS ", \"x\": ";
  g_autofree char *arrays_at_limit = nest (before, "[", REMIT_READER_MAX_DEPTH - 1, "", "]", LAYERS);
  g_autofree char *objects_at_limit = nest (before, "{\"a\":", REMIT_READER_MAX_DEPTH - 1, "0", "}", LAYERS);
  g_autofree char *arrays_past = nest (before, "[", REMIT_READER_MAX_DEPTH, "", "]", LAYERS);
  g_autofree char *objects_past = nest (before, "{\"a\":", REMIT_READER_MAX_DEPTH, "0", "}", LAYERS);
  g_autofree char *many_arrays = nest ("", "[", 100000, "", "]", "");
  g_autofree char *many_open = nest ("", "[", 100000, "", NULL, "");
  g_autofree char *many_objects = nest ("", "{\"a\":\n", 100000, "", NULL, "");
  g_autofree char *many_pairs = nest (BEFORE_LAYERS ", \"x\": [", "[],", 100000, "[]", NULL, "]" LAYERS);
  g_autofree char *arrays_place = g_strdup_printf ("E 1:%zu", strlen (before) + REMIT_READER_MAX_DEPTH);
  g_autofree char *objects_place = g_strdup_printf ("E 1:%zu", strlen (before) + 1 + 5 * (REMIT_READER_MAX_DEPTH - 1));

  check_text (arrays_at_limit, -1, "W /x");
  check_text (objects_at_limit, -1, "W /x");
  check_text (arrays_past, -1, arrays_place);
  check_text (objects_past, -1, objects_place);
  check_text (many_arrays, -1, "E 1:65");
  check_text (many_open, -1, "E 1:65");
  check_text (many_objects, -1, "E 65:1");
  check_text (many_pairs, -1, "W /x"); /* side by side they are not deep */
}

static void
test_length_of_text (void)
{
  const struct
  {
    const char *unit;
    gsize bytes; /* of the unit, decoded */
  } cases[] = { { "a", 1 }, { "\xc3\xa9", 2 }, { "\\u00e9", 2 }, { "\\ud83d\\ude00", 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = REMIT_READER_MAX_TEXT / cases[i].bytes;
      g_autofree char *at_limit = nest (BEFORE_LAYERS ", \"summary\": \"", cases[i].unit, n, "", NULL, "\"" LAYERS);
      g_autofree char *past = nest (BEFORE_LAYERS ", \"summary\": \"a", cases[i].unit, n, "", NULL, "\"" LAYERS);
      g_autofree char *name_past = nest ("{\"a", cases[i].unit, n, "", NULL, "\": 0}");
      g_autofree char *place = g_strdup_printf ("E 1:%zu", strlen (BEFORE_LAYERS ", \"summary\": ") + 1);
      g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
      g_autoptr (RemitFramework) framework = read_text (reader, at_limit, -1);

      g_assert_nonnull (framework);
      g_assert_cmpuint (strlen (remit_item_get_summary (REMIT_ITEM (framework))), ==, REMIT_READER_MAX_TEXT);
      check_text (past, -1, place);
      check_text (name_past, -1, "E 1:2");
    }
}

static void
test_length_of_id (void)
{
  g_autofree char *at_limit = nest (BEFORE_LAYERS ", \"zones\": [{\"title\": \"Z\", \"id\": \"", "a", 64, "", NULL, "\"}]" LAYERS);
  g_autofree char *past = nest (BEFORE_LAYERS ", \"zones\": [{\"title\": \"Z\", \"id\": \"", "a", 65, "", NULL, "\"}]" LAYERS);

  check_text (at_limit, -1, "E /layers/0"); /* the zone is good, and so each layer must have one */
  check_text (past, -1, "E /zones/0/id\nE /layers/0");
}

static char *
make_matrix (guint n_layers,
             guint n_models)
{
  GString *text = g_string_new ("{\"format\": \"remit-framework\", \"version\": 1, \"id\": \"f\", \"title\": \"F\", \"owners\": ["
                                "{\"id\": \"even\", \"label\": \"E\", \"kind\": \"party\"}, {\"id\": \"odd\", \"label\": \"O\", \"kind\": \"party\"}]"
                                ", \"serviceModels\": [");

  for (guint j = 0; j < n_models; j++)
    g_string_append_printf (text, "%s{\"id\": \"m%u\", \"title\": \"M\"}", j > 0 ? "," : "", j);
  g_string_append (text, "], \"layers\": [");
  for (guint i = 0; i < n_layers; i++)
    {
      g_string_append_printf (text, "%s{\"id\": \"l%u\", \"title\": \"L\", \"responsibilities\": {", i > 0 ? "," : "", i);
      for (guint j = n_models; j-- > 0;) /* the order of the models counts and not the order here */
        g_string_append_printf (text, "\"m%u\": {\"owner\": \"%s\"}%s", j, (i + j / 3) % 2 == 0 ? "even" : "odd", j > 0 ? "," : "");
      g_string_append (text, "}}");
    }
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

static void
test_matrix (void)
{
  g_autofree char *largest = make_matrix (REMIT_READER_MAX_LAYERS, REMIT_READER_MAX_SERVICE_MODELS);
  g_autofree char *too_high = make_matrix (REMIT_READER_MAX_LAYERS + 1, 1);
  g_autofree char *too_wide = make_matrix (1, REMIT_READER_MAX_SERVICE_MODELS + 1);
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  g_autoptr (RemitFramework) framework = read_text (reader, largest, -1);
  g_autoptr (RemitFramework) none = NULL;
  g_autofree char *places = NULL;

  g_assert_nonnull (framework);
  g_assert_cmpuint (g_list_model_get_n_items (remit_framework_get_layers (framework)), ==, REMIT_READER_MAX_LAYERS);
  g_assert_cmpuint (g_list_model_get_n_items (remit_framework_get_service_models (framework)), ==, REMIT_READER_MAX_SERVICE_MODELS);
  for (guint i = 0; i < REMIT_READER_MAX_LAYERS; i++)
    for (guint j = 0; j < REMIT_READER_MAX_SERVICE_MODELS; j++)
      {
        RemitLayer *layer = remit_framework_get_layer (framework, i);
        RemitServiceModel *model = remit_framework_get_service_model (framework, j);
        RemitResponsibility *cell = remit_framework_get_responsibility (framework, layer, model);

        g_assert_true (remit_responsibility_get_layer (cell) == layer);
        g_assert_true (remit_responsibility_get_service_model (cell) == model);
        g_assert_cmpstr (remit_item_get_id (REMIT_ITEM (remit_responsibility_get_owner (cell))), ==, (i + j / 3) % 2 == 0 ? "even" : "odd");
      }
  check_text (too_high, -1, "E /layers");
  /* Which models there are is not known then, so no cell can be right. */
  none = read_text (reader, too_wide, -1);
  places = dup_places (reader);
  g_assert_null (none);
  g_assert_true (g_str_has_prefix (places, "E /serviceModels\n") || g_str_equal (places, "E /serviceModels"));
}

/* A hostile file has millions of faults; a thousand are kept, and never without the first error. */
static void
test_many_problems (void)
{
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  GListModel *problems = remit_framework_reader_get_problems (reader);
  g_autoptr (GString) warnings = g_string_new (BEFORE_LAYERS);
  g_autoptr (GString) errors = g_string_new (BEFORE_LAYERS ", \"sources\": [");
  g_autoptr (RemitFramework) framework = NULL;
  g_autoptr (RemitProblem) last = NULL;

  for (guint i = 0; i < 1500; i++)
    {
      g_string_append_printf (warnings, ", \"x%u\": 0", i);
      g_string_append_printf (errors, "%s%u", i > 0 ? "," : "", i);
    }
  g_string_append (errors, "]" LAYERS);
  g_assert_null (read_text (reader, errors->str, -1)); /* too many sources: one error */
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1);

  g_string_append (warnings, LAYERS);
  framework = read_text (reader, warnings->str, -1);
  g_assert_nonnull (framework);
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1000);

  g_string_truncate (warnings, warnings->len - strlen (LAYERS));
  g_string_append (warnings, ", \"sources\": 0" LAYERS);
  g_assert_null (read_text (reader, warnings->str, -1));
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1001);
  last = g_list_model_get_item (problems, 1000);
  g_assert_cmpstr (remit_problem_get_pointer (last), ==, "/sources");

  g_string_assign (errors, BEFORE_LAYERS ", \"layers\": [");
  for (guint i = 0; i < REMIT_READER_MAX_LAYERS; i++)
    g_string_append_printf (errors, "%s{\"controls\": [1, 2, 3, 4, 5]}", i > 0 ? "," : "");
  g_string_append (errors, "]}");
  g_assert_null (read_text (reader, errors->str, -1));
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1000);

  /* Nothing of it is left at the next reading. */
  g_clear_object (&framework);
  framework = read_text (reader, MINIMAL, -1);
  g_assert_nonnull (framework);
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 0);
}

static char *
dup_full (gsize *length)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "full.remit.json", NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}

/* Cut off after each byte, and with each byte replaced: it is read or refused with a place, and nothing breaks. */
static void
test_damage (void)
{
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  gsize length;
  g_autofree char *text = dup_full (&length);
  static const char damage[] = "\"{]0\xff";
  gsize end = (gsize) (strrchr (text, '}') - text);

  for (gsize i = 0; i <= end; i++)
    {
      GError *error = NULL;
      g_autoptr (GBytes) bytes = g_bytes_new (text, i);

      g_assert_null (remit_framework_reader_read_bytes (reader, bytes, "name", &error));
      g_assert_error (error, REMIT_READER_ERROR, REMIT_READER_ERROR_SYNTAX);
      g_error_free (error);
    }
  for (gsize i = 0; i < length; i++)
    {
      char byte = text[i];
      g_autoptr (RemitFramework) framework = NULL;

      text[i] = damage[i % (sizeof damage - 1)];
      framework = read_text (reader, text, length);
      text[i] = byte;
    }
}

/* Texts for people. */

/* Replaces each text by its pointer, so that a value shows where it came from. */
static const char *
log_text (const char *text,
          const char *pointer,
          gpointer    user_data)
{
  GPtrArray *texts = user_data;

  g_ptr_array_add (texts, g_strdup_printf ("%s %s", pointer, text));
  return pointer;
}

/* What people read, by the last name in the pointer; lists and tasks by their parent. Nothing of a source. */
static gboolean
is_for_people (const char *pointer)
{
  static const char *const texts[] = { "title", "edition", "summary", "label", "short", "on", "name", "caption", "claim", "truth", "explanation", NULL };
  static const char *const lists[] = { "examples", "controls", "services", NULL };
  g_auto (GStrv) parts = g_strsplit (pointer, "/", -1);
  guint n = g_strv_length (parts);

  if (g_str_equal (parts[1], "sources"))
    return FALSE;
  if (g_strv_contains (texts, parts[n - 1]))
    return TRUE;
  return (n > 2 && g_strv_contains (lists, parts[n - 2])) || (n > 3 && g_str_equal (parts[n - 3], "tasks"));
}

/* All texts for people that stand in the document, found without the reader. */
static void
collect_texts (JsonNode   *node,
               const char *pointer,
               GPtrArray  *texts)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *value;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, &name, &value))
        {
          g_autofree char *path = g_strdup_printf ("%s/%s", pointer, name);
          collect_texts (value, path, texts);
        }
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      {
        g_autofree char *path = g_strdup_printf ("%s/%u", pointer, i);
        collect_texts (json_array_get_element (json_node_get_array (node), i), path, texts);
      }
  else if (json_node_get_value_type (node) == G_TYPE_STRING && is_for_people (pointer))
    g_ptr_array_add (texts, g_strdup_printf ("%s %s", pointer, json_node_get_string (node)));
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gpointer
item_at (GListModel *list,
         guint       position)
{
  g_autoptr (GObject) item = g_list_model_get_item (list, position);

  return item;
}

static void
test_text_func (void)
{
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free), expected = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  g_autofree char *text = dup_full (&length);
  g_autoptr (RemitFramework) framework = NULL, plain = NULL;
  RemitOwner *you;
  RemitLayer *data;
  RemitServiceModel *rented;
  RemitResponsibility *cell;

  g_assert_true (json_parser_load_from_data (parser, text, length, NULL));
  collect_texts (json_parser_get_root (parser), "", expected);
  remit_framework_reader_set_text_func (reader, log_text, found);
  framework = read_text (reader, text, length);
  g_assert_nonnull (framework);
  g_ptr_array_sort (found, compare_texts);
  g_ptr_array_sort (expected, compare_texts);
  for (guint i = 0; i < MIN (found->len, expected->len); i++)
    g_assert_cmpstr (found->pdata[i], ==, expected->pdata[i]);
  g_assert_cmpuint (found->len, ==, expected->len);

  /* Each value is what the function gave for it, and each that is not for people is as it was. */
  you = item_at (remit_framework_get_owners (framework), 0);
  data = remit_framework_get_layer (framework, 0);
  rented = remit_framework_get_service_model (framework, 0);
  cell = remit_framework_get_responsibility (framework, data, rented);
  {
    const struct
    {
      const char *value;
      const char *expected;
    } values[] = {
      { remit_item_get_id (REMIT_ITEM (framework)), "full" },
      { remit_item_get_title (REMIT_ITEM (framework)), "/title" },
      { remit_item_get_summary (REMIT_ITEM (framework)), "/summary" },
      { remit_framework_get_short (framework), "/short" },
      { remit_framework_get_edition (framework), "/edition" },
      { remit_framework_get_provider (framework), "Provider" },
      { remit_item_get_title (REMIT_ITEM (you)), "/owners/0/label" },
      { remit_item_get_summary (REMIT_ITEM (you)), "/owners/0/summary" },
      { remit_owner_get_short (you), "/owners/0/short" },
      { remit_owner_get_short (item_at (remit_framework_get_owners (framework), 1)), "/owners/1/label" },
      { remit_owner_get_depends_on (item_at (remit_framework_get_owners (framework), 3)), "/owners/3/on" },
      { remit_item_get_title (REMIT_ITEM (rented)), "/serviceModels/0/title" },
      { remit_item_get_summary (REMIT_ITEM (rented)), "/serviceModels/0/summary" },
      { remit_service_model_get_name (rented), "/serviceModels/0/name" },
      { remit_service_model_get_short (rented), "/serviceModels/0/short" },
      { remit_service_model_get_caption (rented), "/serviceModels/0/caption" },
      { remit_service_model_get_examples (rented)[0], "/serviceModels/0/examples/0" },
      { remit_service_model_get_examples (rented)[1], "/serviceModels/0/examples/1" },
      { remit_service_model_get_examples (rented)[2], NULL },
      { remit_item_get_title (REMIT_ITEM (remit_layer_get_zone (data))), "/zones/0/title" },
      { remit_item_get_summary (REMIT_ITEM (remit_layer_get_zone (data))), "/zones/0/summary" },
      { remit_item_get_title (REMIT_ITEM (data)), "/layers/0/title" },
      { remit_item_get_summary (REMIT_ITEM (data)), "/layers/0/summary" },
      { remit_layer_get_controls (data)[1], "/layers/0/controls/1" },
      { remit_layer_get_services (data)[0], "/layers/0/services/0" },
      { remit_layer_get_claim (data), "/layers/0/misconception/claim" },
      { remit_layer_get_truth (data), "/layers/0/misconception/truth" },
      { remit_responsibility_get_explanation (cell), "/layers/0/responsibilities/rented/explanation" },
      { remit_responsibility_get_tasks (cell, you)[1], "/layers/0/responsibilities/rented/tasks/you/1" },
      { remit_item_get_title (item_at (remit_layer_get_sources (data), 0)), "A book" },
      { remit_source_get_publisher (item_at (remit_layer_get_sources (data), 0)), "Publisher" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (values); i++)
      g_assert_cmpstr (values[i].value, ==, values[i].expected);
  }

  remit_framework_reader_set_text_func (reader, NULL, NULL);
  plain = read_text (reader, text, length);
  g_assert_cmpstr (remit_item_get_title (REMIT_ITEM (plain)), ==, "Every member");
}

/* Files. */

static void
write_file (const char *path,
            const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* @reason is what stands behind the file's name, where it is no fault of the document. */
static void
check_file (const char *path,
            GQuark      domain,
            int         code,
            const char *reason,
            const char *places)
{
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitFramework) framework = NULL;
  g_autofree char *message = g_strdup_printf ("%s: %s", path, reason), *found = NULL;

  g_assert_null (read_text (reader, "[", -1)); /* a problem that must go */
  framework = remit_framework_reader_read_file (reader, file, NULL, &error);
  check_result (reader, framework, error, path);
  found = dup_places (reader);
  g_assert_cmpstr (found, ==, places);
  if (domain == 0)
    {
      g_assert_no_error (error);
      return;
    }
  g_assert_error (error, domain, code);
  if (reason != NULL)
    g_assert_cmpstr (error->message, ==, message);
}

static void
test_file (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "file.remit.json", NULL);
  g_autofree char *missing = g_build_filename (g_get_user_data_dir (), "missing", NULL);
  g_autofree char *long_one = nest (MINIMAL, " ", 300000, "]", NULL, "");
  g_autofree char *long_place = g_strdup_printf ("E 1:%zu", strlen (MINIMAL) + 300000 + 1);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  write_file (path, MINIMAL);
  check_file (path, 0, 0, NULL, "");
  write_file (path, long_one); /* longer than what is read at once */
  check_file (path, REMIT_READER_ERROR, REMIT_READER_ERROR_SYNTAX, NULL, long_place);
  write_file (path, "{\n}");
  check_file (path, REMIT_READER_ERROR, REMIT_READER_ERROR_CONTENT, NULL, "E \nE ");
  check_file (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "there is no such file", "");
  check_file (g_get_user_data_dir (), G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "this is a folder", "");
  check_file ("/dev/null", REMIT_READER_ERROR, REMIT_READER_ERROR_SYNTAX, NULL, "E 1:1");
  check_file ("/dev/zero", REMIT_READER_ERROR, REMIT_READER_ERROR_SYNTAX, NULL, "E 1:1"); /* it has no end */
}

/* Rights do not bind root, who becomes somebody else for a moment. */
static void
test_file_forbidden (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("remit-XXXXXX", &error);
  g_autofree char *path = NULL;
  gboolean is_root = geteuid () == 0;

  g_assert_no_error (error);
  path = g_build_filename (folder, "forbidden.json", NULL);
  write_file (path, MINIMAL);
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  if (is_root)
    g_assert_cmpint (seteuid (65534), ==, 0);
  check_file (path, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "you may not read this file", "");
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

typedef struct
{
  const char *path;
  const char *text;
  gsize length;
} Writer;

static gpointer
write_pipe (gpointer data)
{
  Writer *self = data;
  int fd = g_open (self->path, O_WRONLY, 0);

  g_assert_cmpint (fd, >=, 0);
  for (gsize i = 0; i < self->length; i += 100) /* in parts, as a slow program does */
    {
      gsize n = MIN (100, self->length - i);
      g_assert_cmpint (write (fd, self->text + i, n), ==, (gssize) n);
    }
  close (fd);
  return NULL;
}

static void
test_file_pipe (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "pipe", NULL);
  Writer whole = { path, MINIMAL, strlen (MINIMAL) }, half = { path, MINIMAL, 150 };
  GThread *thread;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  thread = g_thread_new ("writer", write_pipe, &whole);
  check_file (path, 0, 0, NULL, "");
  g_thread_join (thread);
  thread = g_thread_new ("writer", write_pipe, &half);
  check_file (path, REMIT_READER_ERROR, REMIT_READER_ERROR_SYNTAX, NULL, "E 1:151");
  g_thread_join (thread);
}

/* In a thread. */

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **slot = user_data;

  g_assert_true (REMIT_IS_FRAMEWORK_READER (source));
  g_assert_null (*slot);
  *slot = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *slot;
}

static void
wait_until_gone (GWeakRef *ref)
{
  GObject *object;

  for (guint i = 0; (object = g_weak_ref_get (ref)) != NULL && i < 5000; i++)
    {
      g_object_unref (object);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000); /* the thread lets go of the task after it has answered */
    }
  g_assert_null (object);
  g_weak_ref_clear (ref);
}

static void
test_async (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "full.remit.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/at-all.json");
  RemitFrameworkReader *reader = remit_framework_reader_new ();
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;
  g_autoptr (RemitFramework) framework = NULL;
  GWeakRef ref;

  remit_framework_reader_read_file_async (reader, file, NULL, on_read, &result);
  g_assert_null (result); /* never before the main loop has its turn */
  framework = remit_framework_reader_read_file_finish (reader, wait_for (&result), &error);
  check_result (reader, framework, error, path);
  g_assert_cmpstr (remit_item_get_id (REMIT_ITEM (framework)), ==, "full");
  g_clear_object (&result);

  remit_framework_reader_read_file_async (reader, missing, NULL, on_read, &result);
  g_assert_null (remit_framework_reader_read_file_finish (reader, wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_object (&result);

  g_weak_ref_init (&ref, reader);
  g_object_unref (reader);
  wait_until_gone (&ref);
}

static void
test_async_cancel (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "pipe", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  int fd;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  fd = g_open (path, O_RDWR | O_CLOEXEC, 0); /* so that neither end waits for the other */
  g_assert_cmpint (fd, >=, 0);
  for (guint before = 0; before < 2; before++)
    {
      RemitFrameworkReader *reader = remit_framework_reader_new ();
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      GAsyncResult *result = NULL;
      GWeakRef ref;

      if (before)
        g_cancellable_cancel (cancellable);
      remit_framework_reader_read_file_async (reader, file, cancellable, on_read, &result);
      if (!before)
        {
          g_assert_cmpint (write (fd, "{", 1), ==, 1);
          g_usleep (20 * 1000);
          g_cancellable_cancel (cancellable);
          g_assert_cmpint (write (fd, "}", 1), ==, 1); /* wakes the thread, which then sees it */
        }
      g_assert_null (remit_framework_reader_read_file_finish (reader, wait_for (&result), &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_object (&result);
      g_weak_ref_init (&ref, reader);
      g_object_unref (reader);
      wait_until_gone (&ref);
    }
  close (fd);
}

/* Whoever asked may be gone when the answer comes: it comes all the same, and then everything is freed. */
static void
test_async_abandon (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "full.remit.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  RemitFrameworkReader *reader = remit_framework_reader_new ();
  GAsyncResult *result = NULL;
  GWeakRef ref, ignored;

  g_weak_ref_init (&ref, reader);
  remit_framework_reader_read_file_async (reader, file, NULL, on_read, &result);
  g_object_unref (reader);
  wait_for (&result);
  g_clear_object (&result); /* nobody takes the framework */
  wait_until_gone (&ref);

  reader = remit_framework_reader_new ();
  g_weak_ref_init (&ignored, reader);
  remit_framework_reader_read_file_async (reader, file, NULL, NULL, NULL);
  g_object_unref (reader);
  wait_until_gone (&ignored);
}

static gpointer
read_many (gpointer text)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
      g_autoptr (RemitFramework) framework = read_text (reader, text, -1);

      g_assert_nonnull (framework);
    }
  return NULL;
}

static void
test_threads (void)
{
  gsize length;
  g_autofree char *text = dup_full (&length);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_many, text);
  read_many (text);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add_corpus ();
  for (guint i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reader/text/%s", text_cases[i].name);
      g_test_add_data_func (path, &text_cases[i], test_text);
    }
  g_test_add_func ("/reader/text/values", test_values_of_json);
  g_test_add_func ("/reader/limit/size", test_size);
  g_test_add_func ("/reader/limit/depth", test_depth);
  g_test_add_func ("/reader/limit/length-of-text", test_length_of_text);
  g_test_add_func ("/reader/limit/length-of-id", test_length_of_id);
  g_test_add_func ("/reader/limit/matrix", test_matrix);
  g_test_add_func ("/reader/limit/problems", test_many_problems);
  g_test_add_func ("/reader/damage", test_damage);
  g_test_add_func ("/reader/text-func", test_text_func);
  g_test_add_func ("/reader/file/kinds", test_file);
  g_test_add_func ("/reader/file/forbidden", test_file_forbidden);
  g_test_add_func ("/reader/file/pipe", test_file_pipe);
  g_test_add_func ("/reader/async/result", test_async);
  g_test_add_func ("/reader/async/cancel", test_async_cancel);
  g_test_add_func ("/reader/async/abandon", test_async_abandon);
  g_test_add_func ("/reader/threads", test_threads);
  return g_test_run ();
}
