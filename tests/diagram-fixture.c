/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "diagram-fixture.h"

RemitFramework *
read_framework (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "reference", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  g_autoptr (GError) error = NULL;
  RemitFramework *framework = remit_framework_reader_read_file (reader, file, NULL, &error);

  g_assert_no_error (error);

  return framework;
}

typedef struct
{
  GPtrArray *nodes; /* of Node, in document order */
  GPtrArray *open;  /* of Node, borrowed */
} Tree;

static void
node_free (gpointer data)
{
  Node *node = data;

  g_free (node->name);
  g_free (node->id);
  g_free (node->class_name);
  g_free (node->role);
  g_free (node->owner);
  g_string_free (node->content, TRUE);
  g_free (node);
}

static void
start_element (GMarkupParseContext  *context,
               const char           *name,
               const char          **names,
               const char          **values,
               gpointer              user_data,
               GError              **error)
{
  static const char *const allowed[] = { "svg", "title", "desc", "g", "rect", "path", "text", "style", NULL };
  Tree *tree = user_data;
  Node *node = g_new0 (Node, 1);

  g_assert_true (g_strv_contains (allowed, name));
  node->name = g_strdup (name);
  node->content = g_string_new (NULL);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_assert_false (g_str_has_prefix (names[i], "on"));
      if (g_str_equal (names[i], "id"))
        node->id = g_strdup (values[i]);
      else if (g_str_equal (names[i], "class"))
        node->class_name = g_strdup (values[i]);
      else if (g_str_equal (names[i], "role"))
        node->role = g_strdup (values[i]);
    }
  for (guint i = tree->open->len; i > 0 && node->owner == NULL; i--)
    node->owner = g_strdup (((Node *) g_ptr_array_index (tree->open, i - 1))->id);
  g_ptr_array_add (tree->nodes, node);
  g_ptr_array_add (tree->open, node);
}

static void
end_element (GMarkupParseContext  *context,
             const char           *name,
             gpointer              user_data,
             GError              **error)
{
  Tree *tree = user_data;

  g_ptr_array_remove_index (tree->open, tree->open->len - 1);
}

static void
add_text (GMarkupParseContext  *context,
          const char           *text,
          gsize                 length,
          gpointer              user_data,
          GError              **error)
{
  Tree *tree = user_data;

  if (tree->open->len > 0)
    g_string_append_len (((Node *) g_ptr_array_index (tree->open, tree->open->len - 1))->content, text, (gssize) length);
}

/* The nodes of a document; that it is well-formed is asserted. */
GPtrArray *
parse (const char *svg,
       gssize      length)
{
  static const GMarkupParser parser = { .start_element = start_element, .end_element = end_element, .text = add_text };
  Tree tree = { g_ptr_array_new_with_free_func (node_free), g_ptr_array_new () };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &tree, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, svg, length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_ptr_array_unref (tree.open);

  return tree.nodes;
}

GPtrArray *
parse_diagram (RemitDiagram *diagram)
{
  gsize length;
  const char *svg = g_bytes_get_data (remit_diagram_get_svg (diagram), &length);

  return parse (svg, (gssize) length);
}

const Node *
find_node (GPtrArray  *nodes,
           const char *name,
           const char *owner)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const Node *node = g_ptr_array_index (nodes, i);

      if (g_str_equal (node->name, name) && g_strcmp0 (node->owner, owner) == 0)
        return node;
    }
  return NULL;
}

guint
count_nodes (GPtrArray  *nodes,
             const char *class_name)
{
  guint count = 0;

  for (guint i = 0; i < nodes->len; i++)
    count += g_strcmp0 (((Node *) g_ptr_array_index (nodes, i))->class_name, class_name) == 0;
  return count;
}
