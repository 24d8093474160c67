/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The documents of diagrams: what is in them, and that everything has its place. Places are asked of librsvg, not of the code that
 * chose them. Needs the font Cantarell only where numbers of lines matter; the rest holds for any font. */

#include <string.h>

#include "diagram-fixture.h"

#define FONT "Cantarell"

static const char *const files[] = { "plain.json", "teams.json", "hostile.json", "disputed.json" };

static const struct
{
  RemitArrangement arrangement;
  double width, height;
} sizes[] = {
  { REMIT_ARRANGEMENT_MATRIX, 360, 0 },
  { REMIT_ARRANGEMENT_MATRIX, 700, 500 },
  { REMIT_ARRANGEMENT_MATRIX, 1068, 760 },
  { REMIT_ARRANGEMENT_MATRIX, 1800, 0 },
  { REMIT_ARRANGEMENT_MATRIX, 1068, 100 },
  { REMIT_ARRANGEMENT_STACK, 300, 0 },
  { REMIT_ARRANGEMENT_STACK, 420, 800 },
  { REMIT_ARRANGEMENT_STACK, 900, 100 },
};

static const double scales[] = { 0.75, 1, 1.5, 2 };

/* Whether valgrind looks at it: what it finds, it finds with less, and everything takes fifty times as long. */
static gboolean
is_brief (void)
{
  return g_getenv ("REMIT_TEST_BRIEF") != NULL;
}

/* In brief, each size has one of the scales. */
static void
test_places (gconstpointer data)
{
  guint number = GPOINTER_TO_UINT (data);
  g_autoptr (RemitFramework) framework = read_framework (files[number / 100]);

  for (guint i = is_brief () ? number % G_N_ELEMENTS (scales) : 0; i < G_N_ELEMENTS (scales); i += is_brief () ? G_N_ELEMENTS (scales) : 1)
    for (guint rtl = 0; rtl < 2; rtl++)
      {
        RemitLayout layout = { .arrangement = sizes[number % 100].arrangement, .width = sizes[number % 100].width,
                               .height = sizes[number % 100].height, .text_scale = scales[i], .rtl = rtl, .font_family = FONT };
        g_autoptr (RemitDiagram) diagram = remit_diagram_new (framework, &layout);

        g_test_message ("scale %g, rtl %u", scales[i], rtl);
        g_assert_cmpfloat (remit_diagram_get_width (diagram), >=, layout.width);
        check_shapes (diagram);
        check_texts (diagram);
        check_words (diagram);
      }
}

/* Elements come in reading order, and each stands for its object. */
static void
test_order (void)
{
  static const char *const expected[] = { "model-on-premises", "model-iaas", "model-paas", "model-saas", "layer-data", "cell-data-on-premises",
                                          "cell-data-iaas", "cell-data-paas", "cell-data-saas", "layer-settings" };
  g_autoptr (RemitFramework) framework = read_framework ("plain.json");
  RemitLayout layout = { .width = 900, .text_scale = 1, .font_family = FONT };
  g_autoptr (RemitDiagram) diagram = remit_diagram_new (framework, &layout);
  guint n_elements, cells = 0;
  const RemitElement *elements = remit_diagram_get_elements (diagram, &n_elements);

  g_assert_true (remit_diagram_get_framework (diagram) == framework);
  g_assert_cmpuint (n_elements, ==, 4 + 9 * 5 + 3 + 3 + 4);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (elements[i].id, ==, expected[i]);
  g_assert_cmpstr (elements[49].id, ==, "zone-yours");
  g_assert_cmpstr (elements[52].id, ==, "owner-customer");
  g_assert_cmpstr (elements[55].id, ==, "lens-on-premises");

  for (guint i = 0; i < n_elements; i++)
    {
      const char *rest = strchr (elements[i].id, '-') + 1;

      if (REMIT_IS_RESPONSIBILITY (elements[i].object))
        {
          RemitResponsibility *cell = REMIT_RESPONSIBILITY (elements[i].object);
          g_autofree char *id = g_strdup_printf ("%s-%s", remit_item_get_id (REMIT_ITEM (remit_responsibility_get_layer (cell))),
                                                 remit_item_get_id (REMIT_ITEM (remit_responsibility_get_service_model (cell))));

          g_assert_cmpstr (rest, ==, id);
          cells++;
        }
      else
        {
          g_assert_cmpstr (rest, ==, remit_item_get_id (REMIT_ITEM (elements[i].object)));
        }
    }
  g_assert_cmpuint (cells, ==, 36);
}

/* Names, explanations and roles for those who read the document and do not look at it. */
static void
test_accessible (void)
{
  static const struct
  {
    const char *owner, *role, *title, *desc;
  } expected[] = {
    { "model-paas", "columnheader", "PaaS", NULL },
    { "layer-system", "rowheader", "Operating system", NULL },
    { "cell-system-paas", "cell", "Operating system, PaaS: Provider", "Operating system is explained here & \"there\" <now>." },
    { "cell-network-paas", "cell", "Network controls, PaaS: Shared", "Network controls is explained here & \"there\" <now>." },
    { "zone-yours", "rowgroup", "Always yours", "What stays with you." },
    { "owner-customer", "listitem", "Customer", NULL },
  };
  g_autoptr (RemitFramework) framework = read_framework ("plain.json");
  RemitLayout layout = { .width = 900, .text_scale = 1, .font_family = FONT };
  g_autoptr (RemitDiagram) diagram = remit_diagram_new (framework, &layout);
  g_autoptr (GPtrArray) nodes = parse_diagram (diagram);
  guint rows = 0, cells = 0, tables = 0;

  g_assert_cmpstr (((Node *) g_ptr_array_index (nodes, 0))->role, ==, "graphics-document document");
  g_assert_cmpstr (((Node *) g_ptr_array_index (nodes, 1))->name, ==, "title");
  g_assert_cmpstr (((Node *) g_ptr_array_index (nodes, 1))->content->str, ==, "Plain, Test");
  g_assert_cmpstr (((Node *) g_ptr_array_index (nodes, 2))->name, ==, "desc");
  g_assert_cmpstr (((Node *) g_ptr_array_index (nodes, 2))->content->str, ==, "A framework for tests.");
  for (guint i = 0; i < nodes->len; i++)
    {
      const Node *node = g_ptr_array_index (nodes, i);

      rows += g_strcmp0 (node->role, "row") == 0;
      cells += g_strcmp0 (node->role, "cell") == 0;
      tables += g_strcmp0 (node->role, "table") == 0;
      for (guint j = 0; j < G_N_ELEMENTS (expected); j++)
        if (g_strcmp0 (node->id, expected[j].owner) == 0)
          g_assert_cmpstr (node->role, ==, expected[j].role);
    }
  g_assert_cmpuint (rows, ==, 10);
  g_assert_cmpuint (cells, ==, 36);
  g_assert_cmpuint (tables, ==, 1);
  for (guint j = 0; j < G_N_ELEMENTS (expected); j++)
    {
      const Node *title = find_node (nodes, "title", expected[j].owner);
      const Node *desc = find_node (nodes, "desc", expected[j].owner);

      g_assert_nonnull (title);
      g_assert_cmpstr (title->content->str, ==, expected[j].title);
      g_assert_cmpstr (desc ? desc->content->str : NULL, ==, expected[j].desc);
    }
}

/* Text is text, whatever is in it; two ids that come to one are told apart; a zone that comes twice has two ids. */
static void
test_hostile (void)
{
  g_autoptr (RemitFramework) framework = read_framework ("hostile.json");
  RemitLayout layout = { .width = 1600, .text_scale = 1, .font_family = "Cantarell\"><script/>&" };
  g_autoptr (RemitDiagram) diagram = remit_diagram_new (framework, &layout);
  g_autoptr (GPtrArray) nodes = parse_diagram (diagram);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < nodes->len; i++)
    {
      const Node *node = g_ptr_array_index (nodes, i);

      if (node->id != NULL)
        g_assert_true (g_hash_table_add (ids, node->id));
    }
  g_assert_cmpstr (find_node (nodes, "title", "layer-a-b")->content->str, ==, "</text><script>alert(1)</script>");
  g_assert_cmpstr (find_node (nodes, "title", "cell-a-b-c")->content->str, ==, "</text><script>alert(1)</script>, On-premises: Customer");
  g_assert_true (g_hash_table_contains (ids, "cell-a-b-c-2"));
  g_assert_true (g_hash_table_contains (ids, "zone-x-2"));
  g_assert_cmpstr (find_node (nodes, "title", "zone-x-2")->content->str, ==, "Always & <ever> yours");
}

/* The stack draws one service model, and heads to change it. */
static void
test_stack (void)
{
  g_autoptr (RemitFramework) framework = read_framework ("plain.json");
  RemitLayout layout = { .arrangement = REMIT_ARRANGEMENT_STACK, .width = 420, .text_scale = 1, .font_family = FONT };

  for (guint i = 0; i < 5; i++)
    {
      RemitServiceModel *shown = remit_framework_get_service_model (framework, i < 4 ? i : 0);
      g_autoptr (RemitDiagram) diagram = NULL;
      g_autoptr (GPtrArray) nodes = NULL;
      const RemitElement *elements;
      guint n_elements;

      layout.service_model = i < 4 ? shown : NULL;
      diagram = remit_diagram_new (framework, &layout);
      nodes = parse_diagram (diagram);
      elements = remit_diagram_get_elements (diagram, &n_elements);
      g_assert_cmpuint (n_elements, ==, 4 + 9 * 2 + 3 + 3);
      for (guint j = 0; j < n_elements; j++)
        if (REMIT_IS_RESPONSIBILITY (elements[j].object))
          g_assert_true (remit_responsibility_get_service_model (REMIT_RESPONSIBILITY (elements[j].object)) == shown);
      g_assert_cmpuint (count_nodes (nodes, "head selected"), ==, 1);
      g_assert_cmpuint (count_nodes (nodes, "head"), ==, 3);
      for (guint j = 0; j < nodes->len; j++)
        {
          const Node *node = g_ptr_array_index (nodes, j);

          if (g_strcmp0 (node->class_name, "head selected") == 0)
            g_assert_cmpstr (node->id + strlen ("model-"), ==, remit_item_get_id (REMIT_ITEM (shown)));
        }
    }
}

/* A matrix shows the frame of a service model only if asked to. */
static void
test_lens (void)
{
  g_autoptr (RemitFramework) framework = read_framework ("plain.json");
  RemitLayout layout = { .width = 900, .text_scale = 1, .font_family = FONT };
  g_autoptr (RemitDiagram) without = remit_diagram_new (framework, &layout);
  g_autoptr (RemitDiagram) with = NULL;
  g_autoptr (GPtrArray) none = parse_diagram (without);
  g_autoptr (GPtrArray) one = NULL;

  layout.service_model = remit_framework_find_service_model (framework, "paas");
  with = remit_diagram_new (framework, &layout);
  one = parse_diagram (with);
  g_assert_cmpuint (count_nodes (none, "lens"), ==, 4);
  g_assert_cmpuint (count_nodes (none, "lens selected"), ==, 0);
  g_assert_cmpuint (count_nodes (one, "lens"), ==, 3);
  g_assert_cmpuint (count_nodes (one, "lens selected"), ==, 1);
}

/* Rows get lower when height is short, captions go when it is shorter still; wide diagrams stand in the middle. */
static void
test_size (void)
{
  g_autoptr (RemitFramework) framework = read_framework ("plain.json");
  static const double heights[] = { 0, 700, 560, 460, 100 };
  double last = 0;
  cairo_rectangle_t cell, lens, mirrored;

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      RemitLayout layout = { .width = 1068, .height = heights[i], .text_scale = 1, .font_family = FONT };
      g_autoptr (RemitDiagram) diagram = remit_diagram_new (framework, &layout);
      g_autoptr (RemitRenderer) renderer = remit_renderer_new (diagram, NULL);
      g_autoptr (GPtrArray) nodes = parse_diagram (diagram);
      const Node *text;
      guint captions = 0;

      g_assert_true (remit_renderer_get_shape (renderer, "cell-data-iaas", &cell));
      g_assert_cmpfloat (cell.height, <=, 48);
      g_assert_cmpfloat (cell.height, >=, 30);
      if (heights[i] == 0)
        g_assert_cmpfloat (cell.height, ==, 48);
      else if (heights[i] > 500)
        g_assert_cmpfloat (remit_diagram_get_height (diagram), <=, heights[i]);
      if (i > 0)
        g_assert_cmpfloat (remit_diagram_get_height (diagram), <=, last);
      last = remit_diagram_get_height (diagram);
      text = find_node (nodes, "text", "model-saas");
      g_assert_cmpstr (text->content->str, ==, "SaaS");
      for (guint j = 0; j < nodes->len; j++)
        captions += g_str_equal (((Node *) g_ptr_array_index (nodes, j))->content->str, "Mail, files");
      g_assert_cmpuint (captions, ==, heights[i] > 0 && heights[i] < 500 ? 0 : 1);
    }

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      RemitLayout layout = { .width = 2000, .text_scale = 1, .rtl = rtl, .font_family = FONT };
      g_autoptr (RemitDiagram) diagram = remit_diagram_new (framework, &layout);
      g_autoptr (RemitRenderer) renderer = remit_renderer_new (diagram, NULL);

      g_assert_cmpfloat (remit_diagram_get_width (diagram), ==, 2000);
      g_assert_true (remit_renderer_get_shape (renderer, "cell-data-saas", rtl ? &mirrored : &cell));
      g_assert_true (remit_renderer_get_shape (renderer, "zone-yours", &lens));
      g_assert_cmpfloat (cell.width, <=, 190);
      if (rtl)
        g_assert_cmpfloat_with_epsilon (mirrored.x, 2000 - cell.x - cell.width, 0.02);
      else
        g_assert_cmpfloat_with_epsilon (lens.x, 2000 - (cell.x + cell.width + 14), 1.01);
    }
}

/* Colours of the palette, given or found; kinds of owners by shape. */
static void
test_owners (void)
{
  static const char *const colors[] = { "key-blue", "key-teal", "key-orange", "key-purple", "key-green", "key-red", "key-yellow", "key-gray" };
  g_autoptr (RemitFramework) framework = read_framework ("teams.json");
  g_autoptr (RemitFramework) hostile = read_framework ("hostile.json");
  RemitLayout layout = { .width = 1200, .text_scale = 1, .font_family = FONT };
  g_autoptr (RemitDiagram) diagram = remit_diagram_new (framework, &layout);
  g_autoptr (RemitDiagram) other = remit_diagram_new (hostile, &layout);
  g_autoptr (GPtrArray) nodes = parse_diagram (diagram);
  g_autoptr (GPtrArray) others = parse_diagram (other);

  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    {
      g_autofree char *class_name = g_strconcat ("swatch ", colors[i], NULL);

      g_assert_cmpuint (count_nodes (nodes, class_name), ==, 1);
    }
  /* In each: "teal" is taken by the second party, so the others get blue, orange and purple. */
  g_assert_cmpuint (count_nodes (others, "swatch key-blue"), ==, 1);
  g_assert_cmpuint (count_nodes (others, "swatch key-teal"), ==, 1);
  g_assert_cmpuint (count_nodes (others, "swatch key-orange"), ==, 1);
  g_assert_cmpuint (count_nodes (others, "swatch key-purple"), ==, 1);
  g_assert_cmpuint (count_nodes (nodes, "swatch dashed key-neutral"), ==, 1);
  g_assert_cmpuint (count_nodes (nodes, "hatch"), ==, 1);
  g_assert_cmpuint (count_nodes (nodes, "owner hatch"), >, 0);
  g_assert_cmpuint (count_nodes (nodes, "base plain color-neutral"), >, 0);
  g_assert_cmpuint (count_nodes (nodes, "owner part color-blue"), >, 0);
  g_assert_cmpuint (count_nodes (nodes, "owner part color-teal"), ==, count_nodes (nodes, "owner part color-blue"));
}

/* Cells on which others disagree have a mark and say so; the legend explains it where there is one. */
static void
test_disputed (void)
{
  static const struct
  {
    const char *file;
    RemitArrangement arrangement;
    const char *model;
    guint cells;
  } cases[] = {
    { "plain.json", REMIT_ARRANGEMENT_MATRIX, NULL, 0 },
    { "disputed.json", REMIT_ARRANGEMENT_MATRIX, NULL, 9 },
    { "disputed.json", REMIT_ARRANGEMENT_STACK, "iaas", 2 },
    { "disputed.json", REMIT_ARRANGEMENT_STACK, "saas", 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RemitFramework) framework = read_framework (cases[i].file);
      RemitLayout layout = { .arrangement = cases[i].arrangement, .width = 700, .text_scale = 1, .font_family = FONT,
                             .service_model = remit_framework_find_service_model (framework, cases[i].model) };
      g_autoptr (RemitDiagram) diagram = remit_diagram_new (framework, &layout);
      g_autoptr (GPtrArray) nodes = parse_diagram (diagram);
      const Node *key = find_node (nodes, "text", "disputed");

      g_assert_cmpuint (count_nodes (nodes, "cell disputed"), ==, cases[i].cells);
      g_assert_cmpuint (count_nodes (nodes, "mark"), ==, cases[i].cells + (cases[i].cells > 0));
      g_assert_cmpuint (count_nodes (nodes, "sign"), ==, count_nodes (nodes, "mark"));
      g_assert_cmpstr (key != NULL ? key->content->str : NULL, ==, cases[i].cells > 0 ? "Others name another owner" : NULL);
      if (cases[i].cells != 9)
        continue;
      g_assert_cmpstr (find_node (nodes, "title", "cell-data-saas")->content->str, ==, "Data, SaaS: Customer");
      g_assert_cmpstr (find_node (nodes, "desc", "cell-data-saas")->content->str, ==, "The table says so. Others name another owner.");
      g_assert_cmpstr (find_node (nodes, "desc", "cell-building-iaas")->content->str, ==, "The table says so."); /* its claim agrees */
    }
}

/* A document for other programs has its look with it; a masked one keeps the answers to itself. */
static void
test_standalone (void)
{
  g_autoptr (RemitFramework) framework = read_framework ("plain.json");
  RemitLayout layout = { .width = 900, .text_scale = 1, .font_family = FONT };
  g_autoptr (RemitDiagram) diagram = remit_diagram_new (framework, &layout);

  for (RemitState state = REMIT_STATE_BRIGHT; state <= REMIT_STATE_PRINT; state++)
    for (RemitTheme theme = REMIT_THEME_LIGHT; theme <= REMIT_THEME_HIGH_CONTRAST_DARK; theme++)
      {
        g_autofree char *svg = remit_diagram_dup_standalone (diagram, state, theme);
        g_autoptr (GBytes) css = remit_stylesheet_get (state, theme);
        g_autofree char *rules = g_strndup (g_bytes_get_data (css, NULL), g_bytes_get_size (css));
        g_autoptr (GPtrArray) nodes = parse (svg, -1);
        gboolean masked = state == REMIT_STATE_MASKED || state == REMIT_STATE_MASKED_DIMMED;

        g_assert_nonnull (strstr (find_node (nodes, "style", NULL)->content->str, rules));
        g_assert_cmpuint (count_nodes (nodes, "background"), ==, 1);
        g_assert_cmpuint (count_nodes (nodes, "mask"), ==, 36);
        g_assert_cmpstr (find_node (nodes, "title", "cell-network-paas")->content->str, ==, masked ? "Network controls, PaaS" : "Network controls, PaaS: Shared");
        g_assert_true ((find_node (nodes, "desc", "cell-network-paas") == NULL) == masked);
        g_assert_true ((strstr (svg, "\"owner ") == NULL) == masked);
        for (guint i = 0; i < nodes->len && masked; i++)
          {
            const Node *node = g_ptr_array_index (nodes, i);

            if (node->class_name != NULL && g_str_has_prefix (node->class_name, "base"))
              g_assert_cmpstr (node->class_name, ==, "base");
          }
      }
}

/* 100 layers and 20 service models. */
static void
test_large (void)
{
  g_autoptr (GString) json = g_string_new ("{\"format\":\"remit-framework\",\"version\":1,\"id\":\"large\",\"title\":\"Large\",\"owners\":["
                                           "{\"id\":\"a\",\"label\":\"A\",\"kind\":\"party\"},{\"id\":\"b\",\"label\":\"B\",\"kind\":\"party\"}],\"serviceModels\":[");
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  g_autoptr (RemitFramework) framework = NULL;
  g_autoptr (RemitDiagram) diagram = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  RemitLayout layout = { .width = 1068, .height = 760, .text_scale = 1, .font_family = FONT };
  guint n_elements;

  for (guint j = 0; j < 20; j++)
    g_string_append_printf (json, "%s{\"id\":\"m%u\",\"title\":\"Model %u\"}", j ? "," : "", j, j);
  g_string_append (json, "],\"layers\":[");
  for (guint i = 0; i < 100; i++)
    {
      g_string_append_printf (json, "%s{\"id\":\"l%u\",\"title\":\"Layer %u\",\"responsibilities\":{", i ? "," : "", i, i);
      for (guint j = 0; j < 20; j++)
        g_string_append_printf (json, "%s\"m%u\":{\"owner\":\"%s\"}", j ? "," : "", j, (i + j) % 2 ? "a" : "b");
      g_string_append (json, "}}");
    }
  g_string_append (json, "]}");
  bytes = g_string_free_to_bytes (g_steal_pointer (&json));
  framework = remit_framework_reader_read_bytes (reader, bytes, "large", &error);
  g_assert_no_error (error);

  diagram = remit_diagram_new (framework, &layout);
  remit_diagram_get_elements (diagram, &n_elements);
  g_assert_cmpuint (n_elements, ==, 20 + 100 * 21 + 2 + 20);
  check_shapes (diagram);
}

static gpointer
draw_in_thread (gpointer data)
{
  RemitLayout layout = { .width = 900, .text_scale = 1, .font_family = FONT };
  GBytes *svg = NULL;

  for (guint i = 0; i < (is_brief () ? 4 : 20); i++)
    {
      g_autoptr (RemitDiagram) diagram = remit_diagram_new (data, &layout);

      g_clear_pointer (&svg, g_bytes_unref);
      svg = g_bytes_ref (remit_diagram_get_svg (diagram));
    }

  return svg;
}

/* Threads draw one framework at the same time, and all get the same. */
static void
test_threads (void)
{
  g_autoptr (RemitFramework) framework = read_framework ("hostile.json");
  g_autoptr (GBytes) expected = draw_in_thread (framework);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("draw", draw_in_thread, framework);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GBytes) svg = g_thread_join (threads[i]);

      g_assert_true (g_bytes_equal (svg, expected));
    }
}

static void
test_lifetime (void)
{
  g_autoptr (RemitFramework) framework = read_framework ("plain.json");
  RemitLayout layout = { .width = 900, .text_scale = 1, .service_model = remit_framework_get_service_model (framework, 1) };
  RemitDiagram *diagram = remit_diagram_new (framework, &layout);

  g_assert_finalize_object (diagram);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
      {
        g_autofree char *path = g_strdup_printf ("/diagram/places/%s/%s-%gx%g", files[i],
                                                 sizes[j].arrangement == REMIT_ARRANGEMENT_STACK ? "stack" : "matrix", sizes[j].width, sizes[j].height);

        g_test_add_data_func (path, GUINT_TO_POINTER (i * 100 + j), test_places);
      }
  g_test_add_func ("/diagram/order", test_order);
  g_test_add_func ("/diagram/accessible", test_accessible);
  g_test_add_func ("/diagram/hostile", test_hostile);
  g_test_add_func ("/diagram/stack", test_stack);
  g_test_add_func ("/diagram/lens", test_lens);
  g_test_add_func ("/diagram/size", test_size);
  g_test_add_func ("/diagram/owners", test_owners);
  g_test_add_func ("/diagram/disputed", test_disputed);
  g_test_add_func ("/diagram/standalone", test_standalone);
  g_test_add_func ("/diagram/large", test_large);
  g_test_add_func ("/diagram/threads", test_threads);
  g_test_add_func ("/diagram/lifetime", test_lifetime);

  return g_test_run ();
}
