/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether the places of problems are in the document. */

#include "fuzz-places.h"

#include <string.h>

/* The value a JSON pointer (RFC 6901) leads to; that there is one is asserted, and that the pointer is written as it must be. */
static JsonNode *
resolve (JsonNode   *root,
         const char *pointer)
{
  g_auto (GStrv) parts = g_strsplit (pointer, "/", -1);
  JsonNode *node = root;

  for (guint i = 1; *pointer != '\0' && parts[i] != NULL; i++)
    {
      g_autoptr (GString) name = g_string_new (parts[i]);

      g_string_replace (name, "~1", "/", 0);
      g_string_replace (name, "~0", "~", 0);
      if (JSON_NODE_HOLDS_ARRAY (node))
        {
          guint64 index = G_MAXUINT64;

          g_assert_true (g_ascii_string_to_unsigned (name->str, 10, 0, json_array_get_length (json_node_get_array (node)) - 1, &index, NULL));
          node = json_array_get_element (json_node_get_array (node), (guint) index);
        }
      else
        {
          g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
          node = json_object_get_member (json_node_get_object (node), name->str);
        }
      g_assert_nonnull (node);
      g_string_replace (name, "~", "~0", 0);
      g_string_replace (name, "/", "~1", 0);
      g_assert_cmpstr (name->str, ==, parts[i]);
    }
  return node;
}

/* A line and a column of the text, or one past its end. */
void
fuzz_check_line (RemitProblem *problem,
                 const char   *text,
                 gsize         length)
{
  const char *line = text, *end = text + length;

  for (guint i = 1; i < remit_problem_get_line (problem); i++)
    {
      line = memchr (line, '\n', (gsize) (end - line));
      g_assert_nonnull (line);
      line++;
    }
  end = line < end && memchr (line, '\n', (gsize) (end - line)) != NULL ? memchr (line, '\n', (gsize) (end - line)) : end;
  g_assert_cmpuint (remit_problem_get_column (problem), >=, 1);
  g_assert_cmpuint (remit_problem_get_column (problem), <=, (guint) (end - line) + 1);
}

/* That each pointer leads to something. */
void
fuzz_check_pointers (GListModel *problems,
                     JsonNode   *root)
{
  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (RemitProblem) problem = g_list_model_get_item (problems, i);
      resolve (root, remit_problem_get_pointer (problem));
    }
}
