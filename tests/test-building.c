/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The picture of a building: that each part has its place in the drawing and its words beside it, whatever the framework and the size. */

#include <librsvg/rsvg.h>
#include <math.h>
#include <string.h>

#include "diagram-fixture.h"

#define FONT "Cantarell"
#define OPAQUE 200 /* of 255: what antialiasing leaves less of is an edge */

/* From the outside in. */
static const char *const parts[] = { "foundation", "walls-and-roof", "pipes-and-wires", "main-entrance", "flat-door", "keys-and-guests", "belongings" };

static RemitDiagram *
draw (RemitFramework *framework,
      const char     *model,
      double          width,
      double          height,
      double          scale,
      gboolean        rtl)
{
  RemitLayout layout = { REMIT_ARRANGEMENT_BUILDING, remit_framework_find_service_model (framework, model), width, height, scale, rtl, FONT };

  return remit_diagram_new (framework, &layout);
}

static gboolean
is_part (const RemitElement *element)
{
  return REMIT_IS_RESPONSIBILITY (element->object)
         && g_strv_contains (parts, remit_item_get_id (REMIT_ITEM (remit_responsibility_get_layer (REMIT_RESPONSIBILITY (element->object)))));
}

static gboolean
holds (const cairo_rectangle_t *box,
       double                   x,
       double                   y)
{
  return x > box->x && x < box->x + box->width && y > box->y && y < box->y + box->height;
}

/* The middle of every element is its own: of those whose shapes hold it, it is the last. Only parts of the house may overlap at all. */
static void
check_hits (RemitDiagram *diagram)
{
  cairo_rectangle_t all = { 0, 0, remit_diagram_get_width (diagram), remit_diagram_get_height (diagram) };
  g_autoptr (RemitRenderer) renderer = remit_renderer_new (diagram, NULL);
  guint n_elements;
  const RemitElement *elements = remit_diagram_get_elements (diagram, &n_elements);
  g_autofree cairo_rectangle_t *shapes = g_new0 (cairo_rectangle_t, n_elements);

  for (guint i = 0; i < n_elements; i++)
    {
      g_assert_true (remit_renderer_get_shape (renderer, elements[i].id, &shapes[i]));
      g_assert_cmpfloat (shapes[i].width, >, 12);
      g_assert_cmpfloat (shapes[i].height, >, 12);
      if (!lies_in (&shapes[i], &all, 0.01))
        g_error ("%s is not in the document", elements[i].id);
    }
  for (guint i = 0; i < n_elements; i++)
    for (guint j = 0; j < n_elements; j++)
      {
        if (j > i && holds (&shapes[j], shapes[i].x + shapes[i].width / 2, shapes[i].y + shapes[i].height / 2))
          g_error ("%s hides the middle of %s", elements[j].id, elements[i].id);
        if (j < i && overlap (&shapes[i], &shapes[j]) && !(is_part (&elements[i]) && is_part (&elements[j])))
          g_error ("%s and %s overlap", elements[i].id, elements[j].id);
      }
}

/* The mark of a disputed cell is in the document and over no label but its own. */
static void
check_cell_marks (RemitDiagram *diagram)
{
  cairo_rectangle_t all = { 0, 0, remit_diagram_get_width (diagram), remit_diagram_get_height (diagram) }, mark, label;
  g_autoptr (RemitRenderer) renderer = remit_renderer_new (diagram, NULL);
  guint n_elements;
  const RemitElement *elements = remit_diagram_get_elements (diagram, &n_elements);

  for (guint i = 0; i < n_elements; i++)
    {
      g_autofree char *id = g_strconcat ("mark-", elements[i].id, NULL);
      gboolean disputed = REMIT_IS_RESPONSIBILITY (elements[i].object) && remit_responsibility_is_disputed (REMIT_RESPONSIBILITY (elements[i].object));

      g_assert_true (remit_renderer_get_shape (renderer, id, &mark) == disputed);
      if (!disputed)
        continue;
      g_assert_true (lies_in (&mark, &all, 0));
      for (guint j = 0; j < n_elements; j++)
        if (REMIT_IS_LAYER (elements[j].object) && remit_responsibility_get_layer (REMIT_RESPONSIBILITY (elements[i].object)) != REMIT_LAYER (elements[j].object))
          {
            g_assert_true (remit_renderer_get_shape (renderer, elements[j].id, &label));
            g_assert_false (overlap (&mark, &label));
          }
    }
}

static const char *const files[] = { "home.json", "building.json" };
static const double widths[] = { 320, 360, 600, 760, 900, 1200, 1600 };
static const double scales[] = { 1, 1.5, 2 };

static void
test_places (gconstpointer data)
{
  guint number = GPOINTER_TO_UINT (data);
  g_autoptr (RemitFramework) framework = read_framework (files[number / 100]);
  gboolean brief = g_getenv ("REMIT_TEST_BRIEF") != NULL;

  for (guint i = brief ? number % G_N_ELEMENTS (scales) : 0; i < G_N_ELEMENTS (scales); i += brief ? G_N_ELEMENTS (scales) : 1)
    for (guint variant = 0; variant < 4; variant++)
      {
        g_autoptr (RemitDiagram) diagram = draw (framework, variant % 2 ? "own-house" : "rented-flat", widths[number % 100], variant % 2 ? 0 : 600,
                                                 scales[i], variant / 2);

        g_test_message ("scale %g, variant %u", scales[i], variant);
        if (number / 100 == 0)
          g_assert_cmpfloat (remit_diagram_get_width (diagram), ==, widths[number % 100]);
        check_hits (diagram);
        check_texts (diagram);
        check_words (diagram);
        check_cell_marks (diagram);
      }
}

/* The same elements as a stack has, from the outside in; what the house has no part for comes last. */
static void
test_order (void)
{
  static const char *const expected[] = { "foundation", "walls-and-roof", "pipes-and-wires", "flat-door", "belongings", "garden", "lift" };
  g_autoptr (RemitFramework) framework = read_framework ("building.json");
  g_autoptr (RemitDiagram) diagram = draw (framework, "own-house", 900, 0, 1, FALSE);
  g_autoptr (GPtrArray) nodes = parse_diagram (diagram);
  guint n_elements;
  const RemitElement *elements = remit_diagram_get_elements (diagram, &n_elements);

  g_assert_cmpuint (n_elements, ==, 2 + 2 * G_N_ELEMENTS (expected) + 6);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *layer = g_strconcat ("layer-", expected[i], NULL);
      g_autofree char *cell = g_strdup_printf ("cell-%s-own-house", expected[i]);

      g_assert_cmpstr (elements[2 + 2 * i].id, ==, layer);
      g_assert_cmpstr (elements[3 + 2 * i].id, ==, cell);
      g_assert_true (remit_layer_get_position (REMIT_LAYER (elements[2 + 2 * i].object)) < 7);
    }
  /* Those parts that no layer stands for are there, and belong to nobody. */
  g_assert_cmpuint (count_nodes (nodes, "drawn ground"), ==, 2);
}

static void
test_accessible (void)
{
  g_autoptr (RemitFramework) framework = read_framework ("home.json");
  g_autoptr (RemitDiagram) diagram = draw (framework, "rented-flat", 900, 0, 1, FALSE);
  g_autoptr (GPtrArray) nodes = parse_diagram (diagram);
  RemitResponsibility *cell = remit_framework_get_responsibility (framework, remit_framework_find_layer (framework, "walls-and-roof"),
                                                                  remit_framework_find_service_model (framework, "rented-flat"));
  guint cells = 0, rows = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      const Node *node = g_ptr_array_index (nodes, i);

      cells += g_strcmp0 (node->role, "cell") == 0 && g_str_has_prefix (node->id, "cell-");
      rows += g_strcmp0 (node->role, "row") == 0;
    }
  g_assert_cmpuint (cells, ==, 7);
  g_assert_cmpuint (rows, ==, 7);
  g_assert_cmpstr (find_node (nodes, "title", "cell-walls-and-roof-rented-flat")->content->str, ==, "Walls and roof, Rented flat: Landlord");
  g_assert_cmpstr (find_node (nodes, "desc", "cell-walls-and-roof-rented-flat")->content->str, ==, remit_responsibility_get_explanation (cell));
  g_assert_cmpstr (find_node (nodes, "title", "layer-flat-door")->content->str, ==, "Door of the flat");
}

/* The same house in both service models: of a part nothing changes but whose it is, in colour and in words. */
static void
test_hands (void)
{
  g_autoptr (RemitFramework) framework = read_framework ("home.json");
  g_autoptr (RemitDiagram) house = draw (framework, "own-house", 900, 600, 1, FALSE);
  g_autoptr (RemitDiagram) flat = draw (framework, "rented-flat", 900, 600, 1, FALSE);
  g_autoptr (RemitRenderer) one = remit_renderer_new (house, NULL);
  g_autoptr (RemitRenderer) other = remit_renderer_new (flat, NULL);
  g_autoptr (GPtrArray) before = parse_diagram (house);
  g_autoptr (GPtrArray) after = parse_diagram (flat);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *layer = g_strconcat ("layer-", parts[i], NULL);
      g_autofree char *old_id = g_strdup_printf ("cell-%s-own-house", parts[i]);
      g_autofree char *new_id = g_strdup_printf ("cell-%s-rented-flat", parts[i]);
      gboolean moves = i < 4;
      const Node *badge = NULL;
      cairo_rectangle_t a, b;

      g_assert_true (remit_renderer_get_shape (one, old_id, &a));
      g_assert_true (remit_renderer_get_shape (other, new_id, &b));
      g_assert_cmpmem (&a, sizeof a, &b, sizeof b);
      g_assert_cmpstr (find_node (before, "path", old_id)->class_name, ==, "base drawn color-blue");
      g_assert_cmpstr (find_node (after, "path", new_id)->class_name, ==, moves ? "base drawn color-teal" : "base drawn color-blue");
      for (guint j = 0; j < after->len; j++)
        {
          const Node *node = g_ptr_array_index (after, j);

          if (g_str_equal (node->name, "text") && g_strcmp0 (node->owner, layer) == 0 && g_str_has_prefix (node->class_name, "owner "))
            badge = node;
        }
      g_assert_nonnull (badge);
      g_assert_cmpstr (badge->content->str, ==, moves ? "Landlord" : "You");
    }
}

/* Right to left everything of the house is on the other side. */
static void
test_mirror (void)
{
  g_autoptr (RemitFramework) framework = read_framework ("home.json");

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (RemitDiagram) diagram = draw (framework, "own-house", widths[i], 0, 1, FALSE);
      g_autoptr (RemitDiagram) mirrored = draw (framework, "own-house", widths[i], 0, 1, TRUE);
      g_autoptr (RemitRenderer) one = remit_renderer_new (diagram, NULL);
      g_autoptr (RemitRenderer) other = remit_renderer_new (mirrored, NULL);
      guint n_elements;
      const RemitElement *elements = remit_diagram_get_elements (diagram, &n_elements);

      for (guint j = 0; j < n_elements; j++)
        {
          cairo_rectangle_t a, b;

          g_assert_true (remit_renderer_get_shape (one, elements[j].id, &a));
          g_assert_true (remit_renderer_get_shape (other, elements[j].id, &b));
          g_assert_cmpfloat_with_epsilon (a.x, widths[i] - b.x - b.width, 0.05);
          g_assert_cmpfloat_with_epsilon (a.width, b.width, 0.05);
          g_assert_cmpfloat_with_epsilon (a.y, b.y, 0.05);
        }
    }
}

static guint32
get_pixel (cairo_surface_t         *picture,
           const cairo_rectangle_t *shape,
           double                   scale)
{
  const guint8 *row = cairo_image_surface_get_data (picture)
                      + (int) (scale * (shape->y + shape->height / 2)) * cairo_image_surface_get_stride (picture);
  guint32 pixel;

  memcpy (&pixel, row + 4 * (int) (scale * (shape->x + shape->width / 2)), 4);
  return pixel;
}

/* The middle of a part has its owner's colour; drawn alone it has, too, and everything else is empty. */
static void
test_pixels (void)
{
  g_autoptr (RemitFramework) framework = read_framework ("home.json");

  for (guint variant = 0; variant < 4; variant++)
    {
      g_autoptr (RemitDiagram) diagram = draw (framework, "rented-flat", variant % 2 ? 360 : 900, 0, 1, variant / 2);
      g_autoptr (RemitRenderer) renderer = remit_renderer_new (diagram, NULL);
      cairo_surface_t *picture = remit_renderer_render (renderer, REMIT_STATE_BRIGHT, REMIT_THEME_LIGHT, 2, NULL, NULL);

      cairo_surface_flush (picture);
      for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        {
          g_autofree char *id = g_strdup_printf ("cell-%s-rented-flat", parts[i]);
          const char *ids[] = { id, NULL };
          guint32 color = i < 4 ? 0xffc9ebe3 : 0xff1c71d8;
          cairo_surface_t *alone = remit_renderer_render_elements (renderer, REMIT_STATE_BRIGHT, REMIT_THEME_LIGHT, 2, ids, NULL);
          cairo_rectangle_t shape;

          cairo_surface_flush (alone);
          for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
            {
              g_autofree char *other = g_strdup_printf ("cell-%s-rented-flat", parts[j]);

              g_assert_true (remit_renderer_get_shape (renderer, other, &shape));
              g_assert_cmphex (get_pixel (alone, &shape, 2), ==, i == j ? color : 0);
              if (i == j)
                g_assert_cmphex (get_pixel (picture, &shape, 2), ==, color);
            }
          cairo_surface_destroy (alone);
        }
      cairo_surface_destroy (picture);
    }
}

/* No place belongs to two parts. */
static void
test_apart (void)
{
  g_autoptr (RemitFramework) framework = read_framework ("home.json");
  g_autoptr (RemitDiagram) diagram = draw (framework, "own-house", 1200, 0, 1, FALSE);
  int width = (int) ceil (remit_diagram_get_width (diagram)), height = (int) ceil (remit_diagram_get_height (diagram));
  RsvgRectangle viewport = { 0, 0, remit_diagram_get_width (diagram), remit_diagram_get_height (diagram) };
  gsize length;
  const guint8 *svg = g_bytes_get_data (remit_diagram_get_svg (diagram), &length);
  RsvgHandle *handle = rsvg_handle_new_from_data (svg, length, NULL);
  g_autofree guint8 *taken = g_new0 (guint8, (gsize) width * (gsize) height);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *id = g_strdup_printf ("#box-cell-%s-own-house", parts[i]);
      cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
      cairo_t *cr = cairo_create (picture);
      guint n_pixels = 0;

      g_assert_true (rsvg_handle_render_layer (handle, cr, id, &viewport, NULL));
      cairo_destroy (cr);
      cairo_surface_flush (picture);
      for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
          {
            if (cairo_image_surface_get_data (picture)[y * cairo_image_surface_get_stride (picture) + x] < OPAQUE)
              continue;
            if (taken[y * width + x] != 0)
              g_error ("%s and %s are both at %i, %i", parts[i], parts[taken[y * width + x] - 1], x, y);
            taken[y * width + x] = (guint8) (i + 1);
            n_pixels++;
          }
      g_assert_cmpuint (n_pixels, >, 1500);
      cairo_surface_destroy (picture);
    }
  g_object_unref (handle);
}

/* A masked document says of no part whose it is. */
static void
test_masked (void)
{
  g_autoptr (RemitFramework) framework = read_framework ("home.json");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (RemitDiagram) diagram = draw (framework, "rented-flat", i ? 360 : 900, 0, 1, FALSE);
      g_autofree char *svg = remit_diagram_dup_standalone (diagram, REMIT_STATE_MASKED, REMIT_THEME_LIGHT);
      g_autoptr (GPtrArray) nodes = parse (svg, -1);

      g_assert_cmpstr (find_node (nodes, "title", "cell-foundation-rented-flat")->content->str, ==, "Foundation, Rented flat");
      g_assert_null (find_node (nodes, "desc", "cell-foundation-rented-flat"));
      g_assert_cmpuint (count_nodes (nodes, "base drawn"), ==, 7);
      g_assert_cmpuint (count_nodes (nodes, "base"), ==, 7);
      g_assert_cmpuint (count_nodes (nodes, "mask"), ==, 7);
      g_assert_null (strstr (svg, "class=\"owner "));
    }
}

/* Text is text; owners that are several have a part without colour, and their names beside it. */
static void
test_hostile (void)
{
  g_autoptr (RemitFramework) framework = read_framework ("building.json");
  g_autoptr (RemitDiagram) diagram = draw (framework, "rented-flat", 1200, 0, 1, FALSE);
  g_autoptr (GPtrArray) nodes = parse_diagram (diagram);

  g_assert_cmpstr (find_node (nodes, "title", "cell-belongings-rented-flat")->content->str, ==,
                   "</text><script>alert(1)</script>, Rented <flat> & \"more\": All three");
  g_assert_cmpstr (find_node (nodes, "desc", "cell-foundation-rented-flat")->content->str, ==, "<b>bold</b> & \"quoted\"");
  g_assert_cmpstr (find_node (nodes, "path", "cell-flat-door-rented-flat")->class_name, ==, "base drawn color-neutral");
  g_assert_cmpstr (find_node (nodes, "path", "cell-walls-and-roof-rented-flat")->class_name, ==, "base drawn color-orange");
  g_assert_cmpuint (count_nodes (nodes, "cell disputed"), ==, 2);
  g_assert_cmpuint (count_nodes (nodes, "layer disputed"), ==, 1); /* its badge is there, not in the cell */
}

/* What has nothing to do with houses is a stack. */
static void
test_fallback (void)
{
  g_autoptr (RemitFramework) framework = read_framework ("plain.json");
  RemitLayout layout = { REMIT_ARRANGEMENT_STACK, remit_framework_find_service_model (framework, "paas"), 420, 0, 1, FALSE, FONT };
  g_autoptr (RemitDiagram) stack = remit_diagram_new (framework, &layout);
  g_autoptr (RemitDiagram) building = draw (framework, "paas", 420, 0, 1, FALSE);

  g_assert_true (g_bytes_equal (remit_diagram_get_svg (stack), remit_diagram_get_svg (building)));
}

/* The house is smaller where height is short; without a service model it is the first one's. */
static void
test_size (void)
{
  static const double heights[] = { 0, 600, 500, 100 };
  g_autoptr (RemitFramework) framework = read_framework ("home.json");
  double last = G_MAXDOUBLE;

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      g_autoptr (RemitDiagram) diagram = draw (framework, NULL, 1200, heights[i], 1, FALSE);
      g_autoptr (RemitRenderer) renderer = remit_renderer_new (diagram, NULL);
      cairo_rectangle_t walls;

      g_assert_true (remit_renderer_get_shape (renderer, "cell-walls-and-roof-own-house", &walls));
      g_assert_cmpfloat (walls.width, <, last);
      g_assert_cmpfloat (walls.width, >, 200);
      last = walls.width;
      if (heights[i] >= 500)
        g_assert_cmpfloat (remit_diagram_get_height (diagram), <=, heights[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    for (guint j = 0; j < G_N_ELEMENTS (widths); j++)
      {
        g_autofree char *path = g_strdup_printf ("/building/places/%s/%g", files[i], widths[j]);

        g_test_add_data_func (path, GUINT_TO_POINTER (i * 100 + j), test_places);
      }
  g_test_add_func ("/building/order", test_order);
  g_test_add_func ("/building/accessible", test_accessible);
  g_test_add_func ("/building/hands", test_hands);
  g_test_add_func ("/building/mirror", test_mirror);
  g_test_add_func ("/building/pixels", test_pixels);
  g_test_add_func ("/building/apart", test_apart);
  g_test_add_func ("/building/masked", test_masked);
  g_test_add_func ("/building/hostile", test_hostile);
  g_test_add_func ("/building/fallback", test_fallback);
  g_test_add_func ("/building/size", test_size);

  return g_test_run ();
}
