/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "diagram-fixture.h"

#include <librsvg/rsvg.h>
#include <string.h>

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

gboolean
lies_in (const cairo_rectangle_t *inner,
         const cairo_rectangle_t *outer,
         double                   slack)
{
  return inner->x >= outer->x - slack && inner->y >= outer->y - slack
         && inner->x + inner->width <= outer->x + outer->width + slack
         && inner->y + inner->height <= outer->y + outer->height + slack;
}

/* Of what one can see: places and sizes in the document are rounded to hundredths, and by librsvg to 256ths. */
gboolean
overlap (const cairo_rectangle_t *a,
         const cairo_rectangle_t *b)
{
  const double seen = 0.02;

  return a->x + a->width > b->x + seen && b->x + b->width > a->x + seen && a->y + a->height > b->y + seen && b->y + b->height > a->y + seen;
}

/* Every element has a shape inside of the document; those one can point at are apart from each other. */
void
check_shapes (RemitDiagram *diagram)
{
  cairo_rectangle_t all = { 0, 0, remit_diagram_get_width (diagram), remit_diagram_get_height (diagram) };
  g_autoptr (RemitRenderer) renderer = remit_renderer_new (diagram, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_elements;
  const RemitElement *elements = remit_diagram_get_elements (diagram, &n_elements);
  g_autofree cairo_rectangle_t *shapes = g_new0 (cairo_rectangle_t, n_elements);

  for (guint i = 0; i < n_elements; i++)
    {
      g_assert_true (g_hash_table_add (ids, elements[i].id));
      g_assert_true (remit_renderer_get_shape (renderer, elements[i].id, &shapes[i]));
      g_assert_cmpfloat (shapes[i].width, >, 8);
      g_assert_cmpfloat (shapes[i].height, >, 8);
      if (!lies_in (&shapes[i], &all, 0.01))
        g_error ("%s is not in the document", elements[i].id);
    }
  for (guint i = 0; i < n_elements; i++)
    for (guint j = 0; j < i && !g_str_has_prefix (elements[i].id, "lens-"); j++)
      if (overlap (&shapes[i], &shapes[j]))
        g_error ("%s and %s overlap", elements[i].id, elements[j].id);

  /* A lens holds the head and all cells of its service model, and nothing of another. */
  for (guint i = 0; i < n_elements; i++)
    for (guint j = 0; j < n_elements && g_str_has_prefix (elements[i].id, "lens-"); j++)
      {
        gboolean cell = REMIT_IS_RESPONSIBILITY (elements[j].object);
        gpointer model = cell ? (gpointer) remit_responsibility_get_service_model (REMIT_RESPONSIBILITY (elements[j].object)) : elements[j].object;

        if (!cell && !g_str_has_prefix (elements[j].id, "model-"))
          continue;
        if (model == elements[i].object ? !lies_in (&shapes[j], &shapes[i], 0) : overlap (&shapes[j], &shapes[i]))
          g_error ("%s and %s", elements[i].id, elements[j].id);
      }
}

/* No word of the framework is lost: the lines of each title make up the title. */
void
check_words (RemitDiagram *diagram)
{
  g_autoptr (GPtrArray) nodes = parse_diagram (diagram);
  guint n_elements;
  const RemitElement *elements = remit_diagram_get_elements (diagram, &n_elements);

  for (guint i = 0; i < n_elements; i++)
    {
      g_autoptr (GString) lines = g_string_new (NULL);
      g_autoptr (GString) title = g_string_new (NULL);

      if (!g_str_has_prefix (elements[i].id, "layer-") && !g_str_has_prefix (elements[i].id, "zone-"))
        continue;
      for (guint j = 0; j < nodes->len; j++)
        {
          const Node *node = g_ptr_array_index (nodes, j);

          if (g_str_equal (node->name, "text") && g_strcmp0 (node->owner, elements[i].id) == 0
              && (g_str_equal (node->class_name, "text") || g_str_equal (node->class_name, "secondary group")))
            g_string_append (lines, node->content->str);
        }
      g_string_append (title, remit_item_get_title (REMIT_ITEM (elements[i].object)));
      for (const char *const *space = (const char *const[]) { " ", "\342\200\250", "\342\200\251", NULL }; *space != NULL; space++)
        {
          g_string_replace (title, *space, "", 0);
          g_string_replace (lines, *space, "", 0);
        }
      g_assert_cmpstr (lines->str, ==, title->str);
    }
}

/* The same document, but one can ask for the elements that begin with @start: they are "@name-0", "@name-1" and so on. */
static GString *
number (GString    *svg,
        const char *start,
        const char *name,
        guint      *n_elements)
{
  GString *numbered = g_string_new (NULL);

  *n_elements = 0;
  for (const char *p = svg->str, *next; p != NULL; p = next)
    {
      next = strstr (p + 1, start);
      g_string_append_len (numbered, p, next ? next - p : (gssize) strlen (p));
      if (next != NULL)
        {
          g_string_append_printf (numbered, "%s id=\"%s-%u\" ", start, name, (*n_elements)++);
          next += strlen (start);
        }
    }
  g_string_free (svg, TRUE);
  return numbered;
}

/* The marks of disputed cells are in the document and cover no text. */
static void
check_marks (RemitDiagram *diagram,
             RsvgHandle   *handle,
             guint         n_marks,
             GArray       *texts)
{
  RsvgRectangle viewport = { 0, 0, remit_diagram_get_width (diagram), remit_diagram_get_height (diagram) };
  cairo_rectangle_t all = { 0, 0, viewport.width, viewport.height };

  for (guint i = 0; i < n_marks; i++)
    {
      g_autofree char *id = g_strdup_printf ("#mark-%u", i);
      RsvgRectangle ink, logical;
      cairo_rectangle_t mark;

      g_assert_true (rsvg_handle_get_geometry_for_layer (handle, id, &viewport, &ink, &logical, NULL));
      mark = (cairo_rectangle_t) { ink.x, ink.y, ink.width, ink.height };
      g_assert_cmpfloat (mark.width, >=, 12);
      g_assert_true (lies_in (&mark, &all, 0));
      for (guint j = 0; j < texts->len; j++)
        if (overlap (&mark, &g_array_index (texts, cairo_rectangle_t, j)))
          g_error ("mark %u, %g %g %g %g, is over text %u, %g %g %g %g", i, mark.x, mark.y, mark.width, mark.height, j, g_array_index (texts, cairo_rectangle_t, j).x, g_array_index (texts, cairo_rectangle_t, j).y, g_array_index (texts, cairo_rectangle_t, j).width, g_array_index (texts, cairo_rectangle_t, j).height);
    }
}

/* The ink of every text lies in the box of its element, and texts are apart from each other. */
void
check_texts (RemitDiagram *diagram)
{
  gsize length;
  const char *svg = g_bytes_get_data (remit_diagram_get_svg (diagram), &length);
  g_autoptr (RemitRenderer) renderer = remit_renderer_new (diagram, NULL);
  g_autoptr (GPtrArray) nodes = parse (svg, (gssize) length);
  g_autoptr (GString) numbered = NULL;
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  g_autoptr (GError) error = NULL;
  RsvgRectangle viewport = { 0, 0, remit_diagram_get_width (diagram), remit_diagram_get_height (diagram) };
  RsvgHandle *handle;
  guint n_texts, n_marks, position = 0;

  numbered = number (g_string_new_len (svg, (gssize) length), "<text", "text", &n_texts);
  numbered = number (g_steal_pointer (&numbered), "<rect class=\"mark\"", "mark", &n_marks);
  handle = rsvg_handle_new_from_data ((const guint8 *) numbered->str, numbered->len, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < nodes->len; i++)
    {
      const Node *node = g_ptr_array_index (nodes, i);
      g_autofree char *id = NULL;
      RsvgRectangle ink, logical;
      cairo_rectangle_t box, text;

      if (!g_str_equal (node->name, "text"))
        continue;
      id = g_strdup_printf ("#text-%u", position++);
      if (g_strcmp0 (node->class_name, "mask") == 0)
        continue;
      g_assert_true (rsvg_handle_get_geometry_for_layer (handle, id, &viewport, &ink, &logical, &error));
      g_assert_no_error (error);
      text = (cairo_rectangle_t) { ink.x, ink.y, ink.width, ink.height };
      g_assert_cmpfloat (text.width, >, 0);
      g_assert_nonnull (node->owner);
      g_assert_true (remit_renderer_get_shape (renderer, node->owner, &box));
      /* Letters such as f lean out of their width, the more the larger they are. */
      if (!lies_in (&text, &box, MAX (0.5, text.height / 25)))
        g_error ("\"%s\" %g %g %g %g is not in %s %g %g %g %g", node->content->str, text.x, text.y, text.width, text.height,
                 node->owner, box.x, box.y, box.width, box.height);
      for (guint j = 0; j < texts->len; j++)
        if (overlap (&text, &g_array_index (texts, cairo_rectangle_t, j)))
          g_error ("\"%s\" is over a text before it", node->content->str);
      g_array_append_val (texts, text);
    }
  check_marks (diagram, handle, n_marks, texts);
  g_assert_cmpuint (position, ==, n_texts);
  g_object_unref (handle);
}
