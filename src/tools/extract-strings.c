/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes every text of the content that people read, once each, in a form xgettext understands:
 *   remit-extract-strings OUTPUT DOCUMENT...
 * A document is a framework, a lesson; or what spans frameworks, from which read_texts() takes the members that are shown. */

#include <json-glib/json-glib.h>
#include <libremit-story.h>

#include <locale.h>
#include <string.h>

typedef struct
{
  GPtrArray *texts;   /* in the order in which they come first */
  GHashTable *places; /* text -> GString, where it stands */
  const char *file;   /* borrowed: the document's name without suffix, which is its id */
} Strings;

static const char *
add_text (const char *text,
          const char *pointer,
          gpointer    user_data)
{
  Strings *self = user_data;
  GString *places = g_hash_table_lookup (self->places, text);

  if (places == NULL)
    {
      char *copy = g_strdup (text);

      places = g_string_new (NULL);
      g_ptr_array_add (self->texts, copy);
      g_hash_table_insert (self->places, copy, places);
    }
  g_string_append_printf (places, "%s%s %s", places->len > 0 ? ", " : "", self->file, pointer);
  return text;
}

static void
free_places (gpointer places)
{
  g_string_free (places, TRUE);
}

/* Reads a framework or a lesson, all whose texts pass by. */
static void
read_with (Strings     *self,
           RemitReader *reader,
           const char  *path,
           GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GObject) document = NULL;

  remit_reader_set_text_func (reader, add_text, self);
  document = remit_reader_read_file (reader, file, NULL, error);
}

static void
read_texts (Strings    *self,
            JsonNode   *node,
            const char *pointer)
{
  static const char *const texts[] = { "title", "summary", "exception", "note", "traditional", "cloudEnabled", "reason", "change", NULL };

  if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      {
        g_autofree char *inner = g_strdup_printf ("%s/%u", pointer, i);
        read_texts (self, json_array_get_element (json_node_get_array (node), i), inner);
      }
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *value;

      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &name, &value))
        {
          g_autofree char *inner = g_strdup_printf ("%s/%s", pointer, name);

          if (g_strv_contains (texts, name) && json_node_get_value_type (value) == G_TYPE_STRING)
            add_text (json_node_get_string (value), inner, self);
          else if (!g_str_equal (name, "sources")) /* which are names */
            read_texts (self, value, inner);
        }
    }
}

static gboolean
read_document (Strings    *self,
               const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStoryboardCatalog) lessons = NULL;
  g_autoptr (RemitReader) reader = NULL;
  const char *format = NULL;
  char *dot = strchr (name, '.');
  JsonObject *root = NULL;

  if (dot != NULL)
    *dot = '\0';
  self->file = name;
  if (json_parser_load_from_file (parser, path, &error))
    root = json_node_get_object (json_parser_get_root (parser)); /* the schemas' tests say what else it is */
  if (root != NULL)
    format = json_object_get_string_member_with_default (root, "format", NULL);
  if (g_strcmp0 (format, "remit-framework") == 0)
    reader = REMIT_READER (remit_framework_reader_new ());
  else if (g_strcmp0 (format, "remit-lesson") == 0)
    {
      lessons = remit_storyboard_catalog_new (NULL);
      reader = remit_storyboard_catalog_create_reader (lessons);
    }
  if (reader != NULL)
    read_with (self, reader, path, &error);
  else if (root != NULL)
    read_texts (self, json_parser_get_root (parser), "");
  if (error != NULL)
    g_printerr ("remit-extract-strings: %s\n", error->message);
  return error == NULL;
}

/* As a literal of C in UTF-8; texts hold no control characters. */
static void
append_literal (GString    *out,
                const char *text)
{
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"' || *text == '\\')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_places);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Strings strings = { .texts = texts, .places = places };

  setlocale (LC_ALL, "");
  if (argc < 3)
    {
      g_printerr ("usage: remit-extract-strings OUTPUT DOCUMENT...\n");
      return 2;
    }
  for (int i = 2; i < argc; i++)
    if (!read_document (&strings, argv[i]))
      return 1;
  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);
      GString *where = g_hash_table_lookup (places, text);

      /* A percent sign in a sentence is no directive of printf. */
      g_string_append_printf (out, "/* %s%s */\nN_(", where->str, strchr (text, '%') != NULL ? "\n * xgettext:no-c-format" : "");
      append_literal (out, text);
      g_string_append (out, ")\n\n");
    }
  if (!g_file_set_contents (argv[1], out->str, (gssize) out->len, &error))
    {
      g_printerr ("remit-extract-strings: %s\n", error->message);
      return 1;
    }
  return 0;
}
