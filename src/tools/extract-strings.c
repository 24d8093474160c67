/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes every text of frameworks that people read, once each, in a form xgettext understands:
 *   remit-extract-strings OUTPUT FRAMEWORK... */

#include <libremit-model.h>

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

static gboolean
read_framework (Strings    *self,
                const char *path)
{
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitFramework) framework = NULL;
  char *dot = strchr (name, '.');

  if (dot != NULL)
    *dot = '\0';
  self->file = name;
  remit_framework_reader_set_text_func (reader, add_text, self);
  framework = remit_framework_reader_read_file (reader, file, NULL, &error);
  if (framework == NULL)
    g_printerr ("remit-extract-strings: %s\n", error->message);
  return framework != NULL;
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
      g_printerr ("usage: remit-extract-strings OUTPUT FRAMEWORK...\n");
      return 2;
    }
  for (int i = 2; i < argc; i++)
    if (!read_framework (&strings, argv[i]))
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
