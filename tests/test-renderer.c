/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The pictures and shapes of diagrams. Reference pictures need the font DejaVu Sans (Debian: fonts-dejavu-core),
 * whose files have been the same for years: newer Cantarell has other weights than that of Debian 12.
 * REMIT_UPDATE_REFERENCE=1 makes the references anew: look at them before they are kept. */

#include <math.h>
#include <string.h>

#include "diagram-fixture.h"

#define FONT "DejaVu Sans"
#define TOLERANCE 24          /* of a channel, of 255: antialiasing differs between versions of cairo and FreeType */
#define DIFFERENT_PIXELS 0.002 /* of all, at most */

static RemitRenderer *
make_renderer (const char  *file,
               RemitLayout  layout,
               const char  *service_model)
{
  g_autoptr (RemitFramework) framework = read_framework (file);
  g_autoptr (RemitDiagram) diagram = NULL;
  g_autoptr (GError) error = NULL;
  RemitRenderer *renderer;

  layout.font_family = FONT;
  layout.service_model = remit_framework_find_service_model (framework, service_model);
  diagram = remit_diagram_new (framework, &layout);
  renderer = remit_renderer_new (diagram, &error);
  g_assert_no_error (error);

  return renderer;
}

static cairo_surface_t *
render (RemitRenderer *renderer,
        RemitState     state,
        RemitTheme     theme,
        double         scale)
{
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = remit_renderer_render (renderer, state, theme, scale, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);

  return surface;
}

/* How many pixels differ; those that do are red in @difference. */
static guint
compare (cairo_surface_t *one,
         cairo_surface_t *other,
         int              tolerance,
         cairo_surface_t *difference)
{
  int width = cairo_image_surface_get_width (one);
  int height = cairo_image_surface_get_height (one);
  guint count = 0;

  g_assert_cmpint (cairo_image_surface_get_width (other), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (other), ==, height);
  for (int y = 0; y < height; y++)
    {
      const guint8 *a = cairo_image_surface_get_data (one) + y * cairo_image_surface_get_stride (one);
      const guint8 *b = cairo_image_surface_get_data (other) + y * cairo_image_surface_get_stride (other);

      for (int x = 0; x < width; x++)
        {
          gboolean differs = FALSE;

          for (int channel = 0; channel < 4; channel++)
            differs |= ABS (a[4 * x + channel] - b[4 * x + channel]) > tolerance;
          count += differs;
          if (difference != NULL)
            {
              guint32 pixel = differs ? 0xffff0000 : 0xff000000 | (guint32) (a[4 * x + 1] / 3 * 0x010101);

              memcpy (cairo_image_surface_get_data (difference) + y * cairo_image_surface_get_stride (difference) + 4 * x, &pixel, 4);
            }
        }
    }

  return count;
}

static const struct
{
  const char *name;
  const char *file;
  RemitLayout layout;
  const char *service_model;
  RemitState state;
  RemitTheme theme;
  double scale;
} references[] = {
  { "matrix-bright-light", "plain.json", { .width = 900, .text_scale = 1 }, NULL, REMIT_STATE_BRIGHT, REMIT_THEME_LIGHT, 1 },
  { "matrix-dimmed-dark", "plain.json", { .width = 700, .height = 480, .text_scale = 1 }, NULL, REMIT_STATE_DIMMED, REMIT_THEME_DARK, 1 },
  { "matrix-masked-high-contrast", "plain.json", { .width = 700, .text_scale = 1 }, NULL, REMIT_STATE_MASKED, REMIT_THEME_HIGH_CONTRAST, 1 },
  { "matrix-print", "plain.json", { .width = 800, .text_scale = 1 }, "paas", REMIT_STATE_PRINT, REMIT_THEME_LIGHT, 1 },
  { "teams-bright-dark-rtl", "teams.json", { .width = 1000, .text_scale = 1, .rtl = TRUE }, NULL, REMIT_STATE_BRIGHT, REMIT_THEME_DARK, 1 },
  { "teams-dimmed-high-contrast-dark", "teams.json", { .width = 900, .text_scale = 1 }, NULL, REMIT_STATE_DIMMED, REMIT_THEME_HIGH_CONTRAST_DARK, 1 },
  { "disputed-bright-light", "disputed.json", { .width = 700, .text_scale = 1 }, "paas", REMIT_STATE_BRIGHT, REMIT_THEME_LIGHT, 1 },
  { "disputed-disputed-dark-rtl", "disputed.json", { .width = 700, .height = 300, .text_scale = 1, .rtl = TRUE }, NULL, REMIT_STATE_DISPUTED, REMIT_THEME_DARK, 1 },
  { "disputed-disputed-high-contrast", "disputed.json", { .width = 700, .text_scale = 1 }, NULL, REMIT_STATE_DISPUTED, REMIT_THEME_HIGH_CONTRAST, 1 },
  { "disputed-print-stack", "disputed.json", { REMIT_ARRANGEMENT_STACK, .width = 340, .text_scale = 2 }, "saas", REMIT_STATE_PRINT, REMIT_THEME_LIGHT, 0.5 },
  { "stack-bright-light", "plain.json", { REMIT_ARRANGEMENT_STACK, .width = 360, .text_scale = 1 }, "paas", REMIT_STATE_BRIGHT, REMIT_THEME_LIGHT, 1 },
  { "stack-large-text", "plain.json", { REMIT_ARRANGEMENT_STACK, .width = 300, .text_scale = 2, .rtl = TRUE }, "saas", REMIT_STATE_BRIGHT, REMIT_THEME_LIGHT, 0.5 },
  { "building-bright-light", "home.json", { REMIT_ARRANGEMENT_BUILDING, .width = 800, .text_scale = 1 }, "rented-flat", REMIT_STATE_BRIGHT, REMIT_THEME_LIGHT, 1 },
  { "building-dimmed-dark-rtl", "home.json", { REMIT_ARRANGEMENT_BUILDING, .width = 360, .text_scale = 1, .rtl = TRUE }, "rented-flat", REMIT_STATE_DIMMED, REMIT_THEME_DARK, 1 },
  { "building-owners-high-contrast", "building.json", { REMIT_ARRANGEMENT_BUILDING, .width = 900, .text_scale = 1 }, "rented-flat", REMIT_STATE_DISPUTED, REMIT_THEME_HIGH_CONTRAST, 1 },
};

static void
test_reference (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (RemitRenderer) renderer = make_renderer (references[i].file, references[i].layout, references[i].service_model);
  cairo_surface_t *picture = render (renderer, references[i].state, references[i].theme, references[i].scale);
  g_autofree char *name = g_strconcat (references[i].name, ".png", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "reference", name, NULL);
  int width = cairo_image_surface_get_width (picture);
  int height = cairo_image_surface_get_height (picture);
  cairo_surface_t *reference;

  if (g_getenv ("REMIT_UPDATE_REFERENCE") != NULL)
    g_assert_cmpint (cairo_surface_write_to_png (picture, path), ==, CAIRO_STATUS_SUCCESS);

  reference = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (reference), ==, CAIRO_STATUS_SUCCESS);
  if (cairo_image_surface_get_width (reference) != width || cairo_image_surface_get_height (reference) != height)
    {
      g_autofree char *written = g_test_build_filename (G_TEST_BUILT, name, NULL);

      cairo_surface_write_to_png (picture, written);
      g_test_message ("%s is not %i × %i; the picture is in %s (is DejaVu Sans installed?)", name, width, height, written);
      g_test_fail ();
    }
  else
    {
      cairo_surface_t *difference = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
      guint count = compare (picture, reference, TOLERANCE, difference);

      cairo_surface_mark_dirty (difference);
      if (count > DIFFERENT_PIXELS * width * height)
        {
          g_autofree char *different = g_strconcat (references[i].name, "-difference.png", NULL);
          g_autofree char *written = g_test_build_filename (G_TEST_BUILT, different, NULL);

          cairo_surface_write_to_png (difference, written);
          g_test_message ("%u pixels differ from %s; they are red in %s (is DejaVu Sans installed?)", count, name, written);
          g_test_fail ();
        }
      cairo_surface_destroy (difference);
    }
  cairo_surface_destroy (reference);
  cairo_surface_destroy (picture);
}

#define N_LOOKS ((REMIT_STATE_PRINT + 1) * 4)

/* Each state and theme has a look of its own; only print is the same in all themes. */
static void
test_states (void)
{
  g_autoptr (RemitRenderer) renderer = make_renderer ("disputed.json", (RemitLayout) { .width = 900, .text_scale = 1 }, NULL);
  cairo_surface_t *pictures[N_LOOKS];

  for (guint i = 0; i < N_LOOKS; i++)
    {
      pictures[i] = render (renderer, i / 4, i % 4, 1);
      for (guint j = 0; j < i; j++)
        {
          guint count = compare (pictures[i], pictures[j], 0, NULL);

          if (i / 4 == REMIT_STATE_PRINT && j / 4 == REMIT_STATE_PRINT)
            g_assert_cmpuint (count, ==, 0);
          else
            g_assert_cmpuint (count, >, 1000);
        }
    }
  for (guint i = 0; i < N_LOOKS; i++)
    cairo_surface_destroy (pictures[i]);
}

/* What was drawn before leaves nothing behind. */
static void
test_order (void)
{
  RemitLayout layout = { .width = 900, .text_scale = 1 };
  g_autoptr (RemitRenderer) used = make_renderer ("disputed.json", layout, "iaas");

  for (guint i = 0; i < N_LOOKS; i++)
    cairo_surface_destroy (render (used, i / 4, i % 4, 1));
  for (guint i = N_LOOKS; i > 0; i--)
    {
      g_autoptr (RemitRenderer) fresh = make_renderer ("disputed.json", layout, "iaas");
      cairo_surface_t *one = render (fresh, (i - 1) / 4, (i - 1) % 4, 1);
      cairo_surface_t *other = render (used, (i - 1) / 4, (i - 1) % 4, 1);

      g_assert_cmpuint (compare (one, other, 0, NULL), ==, 0);
      cairo_surface_destroy (one);
      cairo_surface_destroy (other);
    }
}

/* A masked picture is the same whoever owns what. */
static void
test_masked (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "reference", "teams.json", NULL);
  g_autofree char *json = NULL;
  g_autoptr (GRegex) regex = g_regex_new ("\"owner\": \"[a-z]+\"", 0, 0, NULL);
  RemitLayout layout = { .width = 1000, .text_scale = 1, .font_family = FONT };
  cairo_surface_t *pictures[2][(REMIT_THEME_HIGH_CONTRAST_DARK + 1) * 2];

  g_assert_true (g_file_get_contents (path, &json, NULL, NULL));
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *changed = g_regex_replace (regex, json, -1, 0, i == 0 ? "\"owner\": \"depends\"" : "\"owner\": \"two\"", 0, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (changed, strlen (changed));
      g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
      g_autoptr (RemitFramework) framework = remit_framework_reader_read_bytes (reader, bytes, "teams", NULL);
      g_autoptr (RemitDiagram) diagram = remit_diagram_new (framework, &layout);
      g_autoptr (RemitRenderer) renderer = remit_renderer_new (diagram, NULL);

      for (guint look = 0; look < G_N_ELEMENTS (pictures[i]); look++)
        pictures[i][look] = render (renderer, look % 2 == 0 ? REMIT_STATE_MASKED : REMIT_STATE_MASKED_DIMMED, look / 2, 1);
    }
  for (guint look = 0; look < G_N_ELEMENTS (pictures[0]); look++)
    {
      g_assert_cmpuint (compare (pictures[0][look], pictures[1][look], 0, NULL), ==, 0);
      cairo_surface_destroy (pictures[0][look]);
      cairo_surface_destroy (pictures[1][look]);
    }
}

/* Shapes are those of the document, whatever is drawn around them, and cost no picture. */
static void
test_shapes (void)
{
  g_autoptr (RemitRenderer) renderer = make_renderer ("plain.json", (RemitLayout) { .width = 900, .text_scale = 1 }, NULL);
  guint before = remit_renderer_get_count ();
  cairo_rectangle_t shape, again;

  g_assert_true (remit_renderer_get_shape (renderer, "cell-data-iaas", &shape));
  g_assert_cmpfloat (shape.height, ==, 48);
  g_assert_cmpfloat (fmod (shape.width, 1), ==, 0);
  g_assert_false (remit_renderer_get_shape (renderer, "cell-data-none", &again));
  g_assert_false (remit_renderer_get_shape (renderer, "", &again));
  g_assert_false (remit_renderer_get_shape (renderer, "a b\"<", &again));
  g_assert_cmpuint (remit_renderer_get_count (), ==, before);

  for (guint i = 0; i < 16; i++)
    {
      cairo_surface_destroy (render (renderer, i / 4, i % 4, 2));
      g_assert_true (remit_renderer_get_shape (renderer, "cell-data-iaas", &again));
      g_assert_cmpfloat (again.x, ==, shape.x);
      g_assert_cmpfloat (again.y, ==, shape.y);
      g_assert_cmpfloat (again.width, ==, shape.width);
      g_assert_cmpfloat (again.height, ==, shape.height);
    }
  g_assert_cmpuint (remit_renderer_get_count (), ==, before + 16);
}

/* The shape is where the cell is drawn: its middle has its colour, and next to it is the band. */
static void
test_pixels (void)
{
  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (RemitRenderer) renderer = make_renderer ("plain.json", (RemitLayout) { .width = 900, .text_scale = 1, .rtl = rtl }, NULL);
      cairo_surface_t *picture = render (renderer, REMIT_STATE_BRIGHT, REMIT_THEME_LIGHT, 2);
      cairo_rectangle_t shape;
      guint32 inside, outside;
      const guint8 *row;

      g_assert_true (remit_renderer_get_shape (renderer, "cell-data-iaas", &shape));
      row = cairo_image_surface_get_data (picture) + (int) (2 * (shape.y + shape.height / 2)) * cairo_image_surface_get_stride (picture);
      memcpy (&inside, row + 4 * (int) (2 * shape.x + 2), 4);
      memcpy (&outside, row + 4 * (int) (2 * shape.x - 2), 4);
      g_assert_cmphex (inside, ==, 0xff1c71d8);
      g_assert_cmphex (outside, ==, 0xfff0eff1);
      cairo_surface_destroy (picture);
    }
}

static void
test_size (void)
{
  g_autoptr (RemitRenderer) renderer = make_renderer ("plain.json", (RemitLayout) { .width = 700.5, .text_scale = 1 }, NULL);
  cairo_surface_t *picture = render (renderer, REMIT_STATE_BRIGHT, REMIT_THEME_LIGHT, 1.5);
  g_autoptr (GError) error = NULL;
  static const double scales[] = { 100, 1e6, G_MAXDOUBLE };

  g_assert_cmpint (cairo_image_surface_get_width (picture), ==, 1051);
  g_assert_cmpint (cairo_image_surface_get_format (picture), ==, CAIRO_FORMAT_ARGB32);
  cairo_surface_destroy (picture);

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      guint before = remit_renderer_get_count ();

      g_assert_null (remit_renderer_render (renderer, REMIT_STATE_BRIGHT, REMIT_THEME_LIGHT, scales[i], NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
      g_clear_error (&error);
      g_assert_cmpuint (remit_renderer_get_count (), ==, before);
    }
}

/* Elements alone are as they are in the picture, with nothing around them. */
static void
test_elements (void)
{
  static const char *const cell[] = { "cell-data-iaas", NULL }, *const none[] = { NULL }, *const unknown[] = { "cell-data-iaas", "cell-data-none", NULL };
  g_autoptr (RemitRenderer) renderer = make_renderer ("plain.json", (RemitLayout) { .width = 900, .text_scale = 1 }, NULL);
  cairo_surface_t *picture = render (renderer, REMIT_STATE_DIMMED, REMIT_THEME_DARK, 1), *alone, *empty;
  g_autoptr (GError) error = NULL;
  guint before = remit_renderer_get_count ();
  cairo_rectangle_t shape;

  g_assert_true (remit_renderer_get_shape (renderer, cell[0], &shape));
  alone = remit_renderer_render_elements (renderer, REMIT_STATE_DIMMED, REMIT_THEME_DARK, 1, cell, &error);
  g_assert_no_error (error);
  empty = remit_renderer_render_elements (renderer, REMIT_STATE_DIMMED, REMIT_THEME_DARK, 1, none, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (remit_renderer_get_count (), ==, before + 2);
  cairo_surface_flush (alone);
  cairo_surface_flush (empty);
  for (int y = 0; y < cairo_image_surface_get_height (alone); y++)
    for (int x = 0; x < cairo_image_surface_get_width (alone); x++)
      {
        gboolean inside = x >= shape.x + 3 && x < shape.x + shape.width - 3 && y >= shape.y + 3 && y < shape.y + shape.height - 3;
        gboolean outside = x < shape.x - 1 || x > shape.x + shape.width || y < shape.y - 1 || y > shape.y + shape.height;
        int offset = y * cairo_image_surface_get_stride (alone) + 4 * x;
        guint32 pixel, whole, nothing;

        memcpy (&pixel, cairo_image_surface_get_data (alone) + offset, 4);
        memcpy (&whole, cairo_image_surface_get_data (picture) + offset, 4);
        memcpy (&nothing, cairo_image_surface_get_data (empty) + offset, 4);
        g_assert_cmphex (nothing, ==, 0);
        for (guint bit = 0; bit < 32 && inside; bit += 8)
          g_assert_cmpint (ABS ((int) (pixel >> bit & 0xff) - (int) (whole >> bit & 0xff)), <=, TOLERANCE);
        if (outside)
          g_assert_cmphex (pixel, ==, 0);
      }
  cairo_surface_destroy (alone);
  cairo_surface_destroy (empty);
  cairo_surface_destroy (picture);

  g_assert_null (remit_renderer_render_elements (renderer, REMIT_STATE_BRIGHT, REMIT_THEME_LIGHT, 1, unknown, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (remit_renderer_render_elements (renderer, REMIT_STATE_BRIGHT, REMIT_THEME_LIGHT, 1e6, cell, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

static void
test_stylesheets (void)
{
  for (guint i = 0; i < 16; i++)
    {
      g_autoptr (GBytes) css = remit_stylesheet_get (i / 4, i % 4);

      g_assert_nonnull (g_strstr_len (g_bytes_get_data (css, NULL), (gssize) g_bytes_get_size (css), ".band{"));
      g_assert_true (g_utf8_validate_len (g_bytes_get_data (css, NULL), g_bytes_get_size (css), NULL));
    }
}

static void
test_lifetime (void)
{
  RemitRenderer *renderer = make_renderer ("plain.json", (RemitLayout) { .width = 900, .text_scale = 1 }, NULL);

  g_assert_finalize_object (renderer);
}

/* Where there is little room layer titles take two lines, and cells what is left. */
static void
test_titles (void)
{
  g_autoptr (RemitCatalog) catalog = remit_catalog_new ();
  RemitFramework *framework = remit_catalog_find (catalog, "azure-classic");

  for (double width = 640; width <= 700; width += 20)
    {
      RemitLayout layout = { .width = width, .text_scale = 1, .font_family = "Cantarell" };
      g_autoptr (RemitDiagram) diagram = remit_diagram_new (framework, &layout);
      g_autoptr (RemitRenderer) renderer = remit_renderer_new (diagram, NULL);
      g_autoptr (GPtrArray) nodes = parse_diagram (diagram);
      cairo_rectangle_t layer, cell;
      guint n_lines = 0;

      g_assert_true (remit_renderer_get_shape (renderer, "layer-identity-and-directory-infrastructure", &layer));
      g_assert_true (remit_renderer_get_shape (renderer, "cell-identity-and-directory-infrastructure-paas", &cell));
      for (guint i = 0; i < nodes->len; i++)
        {
          const Node *node = g_ptr_array_index (nodes, i);
          n_lines += g_str_equal (node->name, "text") && g_strcmp0 (node->owner, "layer-identity-and-directory-infrastructure") == 0;
        }
      g_assert_cmpuint (n_lines, ==, 2);
      g_assert_cmpfloat (layer.width, <, 2 * cell.width);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autofree char *path = g_strconcat ("/renderer/reference/", references[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_reference);
    }
  g_test_add_func ("/renderer/states", test_states);
  g_test_add_func ("/renderer/order", test_order);
  g_test_add_func ("/renderer/masked", test_masked);
  g_test_add_func ("/renderer/shapes", test_shapes);
  g_test_add_func ("/renderer/pixels", test_pixels);
  g_test_add_func ("/renderer/size", test_size);
  g_test_add_func ("/renderer/elements", test_elements);
  g_test_add_func ("/renderer/titles", test_titles);
  g_test_add_func ("/renderer/stylesheets", test_stylesheets);
  g_test_add_func ("/renderer/lifetime", test_lifetime);

  return g_test_run ();
}
