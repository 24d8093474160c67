/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The reader and what it works with: files, threads, the function that texts pass through. */

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "reader-fixture.h"

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
  static const char *const texts[] = { "title", "edition", "summary", "label", "short", "on", "name", "caption", "claim", "truth", "explanation", "statement", NULL };
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
  g_autofree char *text = reader_dup_full (&length);
  g_autoptr (RemitFramework) framework = NULL, plain = NULL;
  RemitOwner *you;
  RemitLayer *data;
  RemitServiceModel *rented;
  RemitResponsibility *cell;

  g_assert_true (json_parser_load_from_data (parser, text, length, NULL));
  collect_texts (json_parser_get_root (parser), "", expected);
  remit_framework_reader_set_text_func (reader, log_text, found);
  framework = reader_read_text (reader, text, length);
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
  plain = reader_read_text (reader, text, length);
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

  g_assert_null (reader_read_text (reader, "[", -1)); /* a problem that must go */
  framework = remit_framework_reader_read_file (reader, file, NULL, &error);
  reader_check_result (reader, framework, error, path);
  found = reader_dup_places (reader);
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
  g_autofree char *long_one = reader_nest (MINIMAL, " ", 300000, "]", NULL, "");
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
  reader_check_result (reader, framework, error, path);
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
      g_autoptr (RemitFramework) framework = reader_read_text (reader, text, -1);

      g_assert_nonnull (framework);
    }
  return NULL;
}

static void
test_threads (void)
{
  gsize length;
  g_autofree char *text = reader_dup_full (&length);
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
