/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The reader: what it takes, what it refuses, and where it says the fault is. */

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include "reader-fixture.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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
  g_autofree char *places = reader_dup_places (reader);
  g_auto (GStrv) lines = g_strsplit (places, "\n", -1);
  const char *const *line = (const char *const *) lines;

  reader_check_result (reader, framework, error, test->path);
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

  reader_check_text (test->text, -1, test->places);
}

/* JSON that json-glib must take as RFC 8259 has it, as the value of a member that is not known. */
static void
test_values_of_json (void)
{
  static const char *const values[] = {
    "0", "-0", "1e5", "1E+5", "1e-5", "0e1", "0.5", "-0.5e-3", "1.0", "1234567890123456789.5", "-9223372036854775808", "1e400", "1e-400",
    "true", "false", "null", "\"\"", "\"\\u0041\\ud83d\\ude00\\/\"", "[]", "{}", "[[],{}]", "{\"\": {\"\": []}}", "[1 , 2\n,\r\n3\t]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = g_strdup_printf (BEFORE_LAYERS ", \"x\": %s" LAYERS, values[i]);

      g_test_message ("%s", values[i]);
      reader_check_text (text, -1, "W /x");
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
  reader_check_text (text, limit, "");
  reader_check_text (text, limit + 1, "E 1:1");
  reader_check_text ("", 0, "E 1:1");
}

static void
test_depth (void)
{
  const char *before = BEFORE_LAYERS ", \"x\": ";
  g_autofree char *arrays_at_limit = reader_nest (before, "[", REMIT_READER_MAX_DEPTH - 1, "", "]", LAYERS);
  g_autofree char *objects_at_limit = reader_nest (before, "{\"a\":", REMIT_READER_MAX_DEPTH - 1, "0", "}", LAYERS);
  g_autofree char *arrays_past = reader_nest (before, "[", REMIT_READER_MAX_DEPTH, "", "]", LAYERS);
  g_autofree char *objects_past = reader_nest (before, "{\"a\":", REMIT_READER_MAX_DEPTH, "0", "}", LAYERS);
  g_autofree char *many_arrays = reader_nest ("", "[", 100000, "", "]", "");
  g_autofree char *many_open = reader_nest ("", "[", 100000, "", NULL, "");
  g_autofree char *many_objects = reader_nest ("", "{\"a\":\n", 100000, "", NULL, "");
  g_autofree char *many_pairs = reader_nest (BEFORE_LAYERS ", \"x\": [", "[],", 100000, "[]", NULL, "]" LAYERS);
  g_autofree char *arrays_place = g_strdup_printf ("E 1:%zu", strlen (before) + REMIT_READER_MAX_DEPTH);
  g_autofree char *objects_place = g_strdup_printf ("E 1:%zu", strlen (before) + 1 + 5 * (REMIT_READER_MAX_DEPTH - 1));

  reader_check_text (arrays_at_limit, -1, "W /x");
  reader_check_text (objects_at_limit, -1, "W /x");
  reader_check_text (arrays_past, -1, arrays_place);
  reader_check_text (objects_past, -1, objects_place);
  reader_check_text (many_arrays, -1, "E 1:65");
  reader_check_text (many_open, -1, "E 1:65");
  reader_check_text (many_objects, -1, "E 65:1");
  reader_check_text (many_pairs, -1, "W /x"); /* side by side they are not deep */
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
      g_autofree char *at_limit = reader_nest (BEFORE_LAYERS ", \"summary\": \"", cases[i].unit, n, "", NULL, "\"" LAYERS);
      g_autofree char *past = reader_nest (BEFORE_LAYERS ", \"summary\": \"a", cases[i].unit, n, "", NULL, "\"" LAYERS);
      g_autofree char *name_past = reader_nest ("{\"a", cases[i].unit, n, "", NULL, "\": 0}");
      g_autofree char *place = g_strdup_printf ("E 1:%zu", strlen (BEFORE_LAYERS ", \"summary\": ") + 1);
      g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
      g_autoptr (RemitFramework) framework = reader_read_text (reader, at_limit, -1);

      g_assert_nonnull (framework);
      g_assert_cmpuint (strlen (remit_item_get_summary (REMIT_ITEM (framework))), ==, REMIT_READER_MAX_TEXT);
      reader_check_text (past, -1, place);
      reader_check_text (name_past, -1, "E 1:2");
    }
}

/* Characters count, not bytes, and not what people see as one. */
static void
test_length_of_name (void)
{
  static const char *const units[] = { "a", "\xc3\xa9", "\\u00e9", "\xcc\x81", "\xe6\xbc\xa2", "\\ud83d\\ude00" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      const char *before = BEFORE_LAYERS ", \"edition\": \"a";
      g_autofree char *at_limit = reader_nest (before, units[i], REMIT_READER_MAX_NAME - 1, "", NULL, "\"" LAYERS);
      g_autofree char *past = reader_nest (before, units[i], REMIT_READER_MAX_NAME, "", NULL, "\"" LAYERS);

      reader_check_text (at_limit, -1, "");
      reader_check_text (past, -1, "E /edition");
    }
}

static void
test_length_of_id (void)
{
  g_autofree char *at_limit = reader_nest (BEFORE_LAYERS ", \"zones\": [{\"title\": \"Z\", \"id\": \"", "a", 64, "", NULL, "\"}]" LAYERS);
  g_autofree char *past = reader_nest (BEFORE_LAYERS ", \"zones\": [{\"title\": \"Z\", \"id\": \"", "a", 65, "", NULL, "\"}]" LAYERS);

  reader_check_text (at_limit, -1, "E /layers/0"); /* the zone is good, and so each layer must have one */
  reader_check_text (past, -1, "E /zones/0/id\nE /layers/0");
}

static void
test_matrix (void)
{
  g_autofree char *largest = reader_make_matrix (REMIT_READER_MAX_LAYERS, REMIT_READER_MAX_SERVICE_MODELS);
  g_autofree char *too_high = reader_make_matrix (REMIT_READER_MAX_LAYERS + 1, 1);
  g_autofree char *too_wide = reader_make_matrix (1, REMIT_READER_MAX_SERVICE_MODELS + 1);
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  g_autoptr (RemitFramework) framework = reader_read_text (reader, largest, -1);
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
  reader_check_text (too_high, -1, "E /layers");
  /* Which models there are is not known then, so no cell can be right. */
  none = reader_read_text (reader, too_wide, -1);
  places = reader_dup_places (reader);
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
  g_assert_null (reader_read_text (reader, errors->str, -1)); /* too many sources: one error */
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1);

  g_string_append (warnings, LAYERS);
  framework = reader_read_text (reader, warnings->str, -1);
  g_assert_nonnull (framework);
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1000);

  g_string_truncate (warnings, warnings->len - strlen (LAYERS));
  g_string_append (warnings, ", \"sources\": 0" LAYERS);
  g_assert_null (reader_read_text (reader, warnings->str, -1));
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1001);
  last = g_list_model_get_item (problems, 1000);
  g_assert_cmpstr (remit_problem_get_pointer (last), ==, "/sources");

  g_string_assign (errors, BEFORE_LAYERS ", \"layers\": [");
  for (guint i = 0; i < REMIT_READER_MAX_LAYERS; i++)
    g_string_append_printf (errors, "%s{\"controls\": [1, 2, 3, 4, 5]}", i > 0 ? "," : "");
  g_string_append (errors, "]}");
  g_assert_null (reader_read_text (reader, errors->str, -1));
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1000);

  /* Nothing of it is left at the next reading. */
  g_clear_object (&framework);
  framework = reader_read_text (reader, MINIMAL, -1);
  g_assert_nonnull (framework);
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 0);
}

/* Cut off after each byte, and with each byte replaced: it is read or refused with a place, and nothing breaks. */
static void
test_damage (void)
{
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  gsize length;
  g_autofree char *text = reader_dup_full (&length);
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
      framework = reader_read_text (reader, text, length);
      text[i] = byte;
    }
}

/* Texts for people. */

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
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
  g_test_add_func ("/reader/limit/length-of-name", test_length_of_name);
  g_test_add_func ("/reader/limit/length-of-id", test_length_of_id);
  g_test_add_func ("/reader/limit/matrix", test_matrix);
  g_test_add_func ("/reader/limit/problems", test_many_problems);
  g_test_add_func ("/reader/damage", test_damage);
  return g_test_run ();
}
