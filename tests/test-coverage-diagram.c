/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The drawing of coverage: everything has its place, the same at every position, whatever the texts and the room they have. */

#include <string.h>

#include "diagram-fixture.h"

#define FONT "Cantarell"
#define N_ELEMENTS (10 * 11 + 5 + 4 + 3)

static const struct
{
  double width, height, scale;
  gboolean rtl;
} layouts[] = {
  { 360, 640, 1, FALSE }, { 360, 640, 2, TRUE }, { 400, 800, 1, TRUE }, { 640, 0, 1.5, FALSE }, { 900, 700, 1, FALSE }, { 900, 700, 2, TRUE },
  { 1240, 100, 1, TRUE }, { 2000, 1200, 2, FALSE }, { 100, 100, 0.75, FALSE }, { 700, 500, 0.75, TRUE },
};

static RemitDiagram *
draw (RemitCoverage *coverage,
      guint          layout,
      double         position)
{
  RemitLayout wished = { .width = layouts[layout].width, .height = layouts[layout].height, .text_scale = layouts[layout].scale,
                         .rtl = layouts[layout].rtl, .font_family = FONT };

  return remit_diagram_new_coverage (coverage, position, &wished);
}

static void
check_places (RemitCoverage *coverage)
{
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autoptr (RemitDiagram) diagram = draw (coverage, i, 40);
      guint n_elements;

      g_test_message ("%g at %g", layouts[i].width, layouts[i].scale);
      g_assert_cmpfloat (remit_diagram_get_width (diagram), >=, layouts[i].width);
      remit_diagram_get_elements (diagram, &n_elements);
      g_assert_cmpuint (n_elements, ==, N_ELEMENTS);
      check_shapes (diagram);
      check_texts (diagram);
    }
}

static void
test_places (void)
{
  check_places (remit_coverage_get_default ());
}

static const char *
replace (const char *text,
         const char *pointer,
         gpointer    user_data)
{
  return user_data;
}

/* Texts are texts, whatever is in them, however long they are and wherever they begin. */
static void
test_hostile (void)
{
  static const char *const texts[] = {
    "</text><script>alert(\"1\")</script>&amp;", "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihung", "מערכת ההפעלה & <עוד>",
    "One that is as long as a sentence and has a good many words in it, which break into lines wherever there is room for them", "x",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (RemitCoverage) coverage = remit_coverage_new (replace, (gpointer) texts[i]);
      g_autoptr (RemitDiagram) diagram = draw (coverage, 4, 0);
      g_autoptr (GPtrArray) nodes = parse_diagram (diagram);

      g_assert_cmpstr (find_node (nodes, "title", "area-devices")->content->str, ==, texts[i]);
      g_assert_cmpstr (find_node (nodes, "desc", "duty-patching")->content->str, ==, texts[i]);
      check_places (coverage);
    }
}

static guint
count_state (GPtrArray  *nodes,
             const char *state)
{
  return count_nodes (nodes, state) - 1; /* without the legend's */
}

/* On the way nothing moves, only states change, and the numbers in the legend say how many there are of each. */
static void
test_way (void)
{
  static const char *const states[] = { "met", "partly-met", "unmet", "provider" };
  static const double positions[] = { 0, 30, 70, 100 };
  RemitCoverage *coverage = remit_coverage_get_default ();

  for (guint layout = 0; layout < G_N_ELEMENTS (layouts); layout += 4)
    {
      g_autoptr (RemitDiagram) first = draw (coverage, layout, 0);
      g_autoptr (RemitRenderer) renderer = remit_renderer_new (first, NULL);

      for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
        {
          g_autoptr (RemitDiagram) diagram = draw (coverage, layout, positions[i]);
          g_autoptr (RemitRenderer) other = remit_renderer_new (diagram, NULL);
          g_autoptr (GPtrArray) nodes = parse_diagram (diagram);
          guint n_elements;
          const RemitElement *elements = remit_diagram_get_elements (diagram, &n_elements);

          g_assert_cmpfloat (remit_diagram_get_height (diagram), ==, remit_diagram_get_height (first));
          for (guint j = 0; j < n_elements; j++)
            {
              cairo_rectangle_t before, after;

              g_assert_true (remit_renderer_get_shape (renderer, elements[j].id, &before));
              g_assert_true (remit_renderer_get_shape (other, elements[j].id, &after));
              g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
            }
          for (guint state = 0; state < REMIT_N_COVERAGE_STATES; state++)
            {
              guint count = remit_coverage_count (coverage, state, positions[i]);
              g_autofree char *number = g_strdup_printf ("%u", count);
              g_autofree char *id = g_strconcat ("state-", states[state], NULL);
              gboolean is_told = FALSE;

              g_assert_cmpuint (count_state (nodes, states[state]), ==, count);
              for (guint j = 0; j < nodes->len; j++)
                {
                  const Node *node = g_ptr_array_index (nodes, j);

                  is_told = is_told || (g_strcmp0 (node->owner, id) == 0 && g_str_equal (node->content->str, number));
                }
              g_assert_true (is_told);
            }
          /* What is in a box tells its state without its colour. */
          g_assert_cmpuint (count_nodes (nodes, "tick"), ==, count_nodes (nodes, "met"));
          g_assert_cmpuint (count_nodes (nodes, "half"), ==, count_nodes (nodes, "partly-met"));
          g_assert_cmpuint (count_nodes (nodes, "cloud"), ==, count_nodes (nodes, "provider"));
          g_assert_cmpuint (count_nodes (nodes, "mark"), ==, 10);
        }
    }
}

/* Right to left everything is mirrored, beside and under each other. */
static void
test_mirrored (void)
{
  for (guint i = 0; i < 2; i++)
    {
      RemitLayout layout = { .width = i == 0 ? 900 : 400, .text_scale = 1, .font_family = FONT };
      g_autoptr (RemitDiagram) diagram = remit_diagram_new_coverage (remit_coverage_get_default (), 0, &layout);
      g_autoptr (RemitRenderer) renderer = remit_renderer_new (diagram, NULL);
      g_autoptr (RemitDiagram) mirrored = NULL;
      g_autoptr (RemitRenderer) other = NULL;
      guint n_elements;
      const RemitElement *elements = remit_diagram_get_elements (diagram, &n_elements);

      layout.rtl = TRUE;
      mirrored = remit_diagram_new_coverage (remit_coverage_get_default (), 0, &layout);
      other = remit_renderer_new (mirrored, NULL);
      for (guint j = 0; j < n_elements; j++)
        {
          cairo_rectangle_t left, right;

          g_assert_true (remit_renderer_get_shape (renderer, elements[j].id, &left));
          g_assert_true (remit_renderer_get_shape (other, elements[j].id, &right));
          g_assert_cmpfloat_with_epsilon (right.x, layout.width - left.x - left.width, 0.1);
          g_assert_cmpfloat_with_epsilon (right.y, left.y, 0.1);
        }
    }
}

/* Elements come in reading order, have their objects, and say what they are to those who do not see them. */
static void
test_elements (void)
{
  static const struct
  {
    guint position;
    const char *id, *role, *title;
    GType (*type) (void);
  } table[] = {
    { 0, "area-information-and-data", "rowheader", "Information and data", remit_area_get_type },
    { 1, "box-information-and-data-1", "cell", "Information and data, 1 of 10: Met", remit_area_get_type },
    { 7, "box-information-and-data-7", "cell", "Information and data, Weak backup and recovery: Unmet", remit_duty_get_type },
    { 11, "duty-backup", "button", "Weak backup and recovery", remit_duty_get_type },
    { 12, "area-devices", "rowheader", "Devices (Mobile and PCs)", remit_area_get_type },
    { 114, "duty-physical-security", "button", "Weak physical security", remit_duty_get_type },
    { 115, "state-met", "listitem", "Met", remit_item_get_type },
    { 118, "state-provider", "listitem", "Provider's", remit_item_get_type },
    { 119, "enabler-shift", "button", "Hand over standard duties", remit_item_get_type },
    { 121, "enabler-intelligence", "button", "Let cloud intelligence find attacks", remit_item_get_type },
  };
  g_autoptr (RemitDiagram) diagram = draw (remit_coverage_get_default (), 4, 0);
  g_autoptr (GPtrArray) nodes = parse_diagram (diagram);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  const RemitElement *elements = remit_diagram_get_elements (diagram, NULL);

  g_assert_null (remit_diagram_get_framework (diagram));
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const RemitElement *element = &elements[table[i].position];

      g_assert_cmpstr (element->id, ==, table[i].id);
      g_assert_true (G_OBJECT_TYPE (element->object) == table[i].type ());
      g_assert_cmpstr (find_node (nodes, "title", element->id)->content->str, ==, table[i].title);
      for (guint j = 0; j < nodes->len; j++)
        if (g_strcmp0 (((Node *) g_ptr_array_index (nodes, j))->id, element->id) == 0)
          g_assert_cmpstr (((Node *) g_ptr_array_index (nodes, j))->role, ==, table[i].role);
    }
  for (guint j = 0; j < nodes->len; j++)
    if (((Node *) g_ptr_array_index (nodes, j))->id != NULL)
      g_assert_true (g_hash_table_add (ids, ((Node *) g_ptr_array_index (nodes, j))->id));
  g_assert_nonnull (find_node (nodes, "desc", "enabler-shift"));
  g_assert_nonnull (find_node (nodes, "desc", "state-unmet"));
}

static guint32
get_pixel (cairo_surface_t *surface,
           double           x,
           double           y)
{
  const unsigned char *row = cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[(int) x] & 0xffffff;
}

/* The renderer draws it in every theme: the provider's boxes in the provider's colour, those that are met in the customer's. */
static void
test_pixels (void)
{
  static const struct
  {
    RemitState state;
    RemitTheme theme;
    guint32 met, provider;
  } table[] = {
    { REMIT_STATE_BRIGHT, REMIT_THEME_LIGHT, 0x1c71d8, 0xc9ebe3 },
    { REMIT_STATE_BRIGHT, REMIT_THEME_DARK, 0x2a76d4, 0x2f6f64 },
    { REMIT_STATE_DIMMED, REMIT_THEME_HIGH_CONTRAST, 0x134b9b, 0x85e3cd },
    { REMIT_STATE_MASKED, REMIT_THEME_HIGH_CONTRAST_DARK, 0x8fc0fb, 0x0d5648 },
    { REMIT_STATE_PRINT, REMIT_THEME_LIGHT, 0xbcd7f7, 0xe2f5f0 },
  };
  g_autoptr (RemitDiagram) diagram = draw (remit_coverage_get_default (), 4, 50);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RemitRenderer) renderer = remit_renderer_new_standalone (diagram, table[i].state, table[i].theme, &error);
      cairo_surface_t *surface = remit_renderer_render (renderer, table[i].state, table[i].theme, 1, NULL, &error);
      cairo_rectangle_t met, provider;

      g_assert_no_error (error);
      g_assert_true (remit_renderer_get_shape (renderer, "box-accounts-and-identities-1", &met));
      g_assert_true (remit_renderer_get_shape (renderer, "box-physical-network-1", &provider));
      g_assert_cmphex (get_pixel (surface, met.x + met.width / 2, met.y + 5), ==, table[i].met);
      g_assert_cmphex (get_pixel (surface, provider.x + provider.width / 2, provider.y + 5), ==, table[i].provider);
      cairo_surface_destroy (surface);
    }
}

/* A drawing keeps what it is of, and lets go of it. */
static void
test_lifetime (void)
{
  RemitCoverage *coverage = remit_coverage_new (replace, (gpointer) "text");
  RemitDiagram *diagram = draw (coverage, 4, 0);
  g_autofree char *standalone = remit_diagram_dup_standalone (diagram, REMIT_STATE_BRIGHT, REMIT_THEME_LIGHT);

  g_assert_nonnull (strstr (standalone, "<style>"));
  g_assert_finalize_object (diagram);
  g_assert_finalize_object (coverage);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coverage-diagram/places", test_places);
  g_test_add_func ("/coverage-diagram/hostile", test_hostile);
  g_test_add_func ("/coverage-diagram/way", test_way);
  g_test_add_func ("/coverage-diagram/mirrored", test_mirrored);
  g_test_add_func ("/coverage-diagram/elements", test_elements);
  g_test_add_func ("/coverage-diagram/pixels", test_pixels);
  g_test_add_func ("/coverage-diagram/lifetime", test_lifetime);

  return g_test_run ();
}
