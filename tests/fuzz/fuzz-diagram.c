/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Any framework, drawn. How it is laid out depends on the bytes, so that one document is drawn in many layouts as it changes. */

#include "../diagram-fixture.h"
#include "fuzz.h"

#define MOST_ELEMENTS 400 /* whose shapes are asked for: each costs a walk through the document */
#define LONGEST_SIDE 160.0 /* of a picture */

/* What the bits of a number choose, from the lowest up. */
static guint
choose (guint *bits,
        guint  n)
{
  guint choice = *bits % n;

  *bits /= n;
  return choice;
}

static RemitLayout
choose_layout (RemitFramework *framework,
               guint          *bits)
{
  static const double widths[] = { 0, 360, 900, 1800 }, heights[] = { 0, 100, 800 }, scales[] = { 0.75, 1, 1.5, 2 };
  RemitLayout layout = { 0 };

  layout.arrangement = choose (bits, 3);
  layout.width = widths[choose (bits, G_N_ELEMENTS (widths))];
  layout.height = heights[choose (bits, G_N_ELEMENTS (heights))];
  layout.text_scale = scales[choose (bits, G_N_ELEMENTS (scales))];
  layout.rtl = choose (bits, 2);
  layout.service_model = remit_framework_get_service_model (framework, choose (bits, 4)); /* or none */
  return layout;
}

/* The name that the document gives to the element of @object: markup in it is not markup there. */
static void
check_name (GPtrArray          *nodes,
            const RemitElement *element)
{
  const Node *title = find_node (nodes, "title", element->id);
  const Node *desc = find_node (nodes, "desc", element->id);
  gboolean is_cell = REMIT_IS_RESPONSIBILITY (element->object);
  g_autofree char *name = is_cell ? remit_responsibility_dup_name (REMIT_RESPONSIBILITY (element->object))
                                  : g_strdup (remit_item_get_title (REMIT_ITEM (element->object)));
  g_autofree char *summary = NULL;

  if (is_cell)
    summary = remit_responsibility_dup_dispute (REMIT_RESPONSIBILITY (element->object),
                                                remit_responsibility_get_explanation (REMIT_RESPONSIBILITY (element->object)));
  else
    summary = g_strdup (remit_item_get_summary (REMIT_ITEM (element->object)));
  g_assert_nonnull (title);
  g_assert_cmpstr (title->content->str, ==, name);
  g_assert_cmpstr (desc != NULL ? desc->content->str : NULL, ==, summary);
}

/* Each layer, service model and cell that is drawn has one element; each element with an id in the document has one object. */
static void
check_elements (RemitDiagram      *diagram,
                const RemitLayout *layout)
{
  RemitFramework *framework = remit_diagram_get_framework (diagram);
  guint n_models = g_list_model_get_n_items (remit_framework_get_service_models (framework));
  guint n_layers = g_list_model_get_n_items (remit_framework_get_layers (framework));
  g_autoptr (GPtrArray) nodes = parse_diagram (diagram);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_elements, n_drawn = 0, n_cells = 0, n_found_layers = 0, n_heads = 0;
  const RemitElement *elements = remit_diagram_get_elements (diagram, &n_elements);

  for (guint i = 0; i < n_elements; i++)
    {
      g_assert_true (G_IS_OBJECT (elements[i].object));
      g_assert_true (g_hash_table_add (ids, elements[i].id));
      n_cells += REMIT_IS_RESPONSIBILITY (elements[i].object);
      n_found_layers += REMIT_IS_LAYER (elements[i].object);
      n_heads += g_str_has_prefix (elements[i].id, "model-");
      if (!g_str_has_prefix (elements[i].id, "lens-") && n_elements <= MOST_ELEMENTS)
        check_name (nodes, &elements[i]);
    }
  g_assert_cmpuint (n_cells, ==, n_layers * (layout->arrangement == REMIT_ARRANGEMENT_MATRIX ? n_models : 1));
  g_assert_cmpuint (n_found_layers, ==, n_layers);
  g_assert_cmpuint (n_heads, ==, n_models);
  for (guint i = 0; i < nodes->len; i++)
    {
      const Node *node = g_ptr_array_index (nodes, i);

      if (!g_str_equal (node->name, "g") || node->id == NULL || g_str_equal (node->id, "disputed"))
        continue; /* the mark in the legend stands for no object */
      g_assert_true (g_hash_table_contains (ids, node->id));
      n_drawn++;
    }
  g_assert_cmpuint (n_drawn, ==, n_elements);
}

static void
check_picture (RemitDiagram *diagram,
               RemitState    state,
               RemitTheme    theme)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitRenderer) renderer = remit_renderer_new_standalone (diagram, state, theme, &error);
  double scale = LONGEST_SIDE / MAX (remit_diagram_get_width (diagram), remit_diagram_get_height (diagram));
  cairo_surface_t *picture;

  g_assert_no_error (error);
  picture = remit_renderer_render (renderer, state, theme, scale, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (MAX (cairo_image_surface_get_width (picture), cairo_image_surface_get_height (picture)), >=, (int) LONGEST_SIDE);
  cairo_surface_destroy (picture);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  guint bits = g_bytes_hash (bytes), n_elements;
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  g_autoptr (RemitFramework) framework = remit_framework_reader_read_bytes (reader, bytes, "name", NULL);
  g_autoptr (RemitDiagram) diagram = NULL;
  RemitLayout layout;

  if (framework == NULL)
    return 0;
  layout = choose_layout (framework, &bits);
  diagram = remit_diagram_new (framework, &layout);
  g_assert_cmpfloat (remit_diagram_get_width (diagram), >=, layout.width);
  check_elements (diagram, &layout);
  remit_diagram_get_elements (diagram, &n_elements);
  if (n_elements > MOST_ELEMENTS)
    return 0;
  if (layout.arrangement != REMIT_ARRANGEMENT_BUILDING) /* where what is inside lies over what is outside */
    check_shapes (diagram);
  check_words (diagram);
  check_picture (diagram, choose (&bits, REMIT_STATE_PRINT + 1), choose (&bits, REMIT_THEME_HIGH_CONTRAST_DARK + 1));
  return 0;
}
