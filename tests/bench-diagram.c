/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a diagram costs, beside what librsvg alone takes for the same document, and how that grows. */

#include <librsvg/rsvg.h>

#include "bench-print.h"
#include "libremit-diagram.h"

typedef double (*Step) (RemitFramework *framework);

/* Of how many layers and service models, as large as asked, with texts as a real one has. */
static RemitFramework *
make_framework (guint n_layers,
                guint n_models)
{
  g_autoptr (GString) json = g_string_new ("{\"format\": \"remit-framework\", \"version\": 1, \"id\": \"bench\", \"title\": \"Bench\","
                                           "\"owners\": [{\"id\": \"customer\", \"label\": \"Customer\", \"short\": \"You\", \"kind\": \"party\", \"color\": \"blue\"},"
                                           "{\"id\": \"microsoft\", \"label\": \"Microsoft\", \"kind\": \"party\", \"color\": \"teal\"},"
                                           "{\"id\": \"shared\", \"label\": \"Shared\", \"kind\": \"shared\", \"of\": [\"customer\", \"microsoft\"]}],"
                                           "\"zones\": [{\"id\": \"a\", \"title\": \"Always yours\"}, {\"id\": \"b\", \"title\": \"Depends on the model\"}],"
                                           "\"serviceModels\": [");
  static const char *const owners[] = { "customer", "microsoft", "shared" };
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  RemitFramework *framework;

  for (guint j = 0; j < n_models; j++)
    g_string_append_printf (json, "%s{\"id\": \"m%u\", \"title\": \"Model %u\", \"caption\": \"What it is\"}", j ? "," : "", j, j);
  g_string_append (json, "], \"layers\": [");
  for (guint i = 0; i < n_layers; i++)
    {
      g_string_append_printf (json, "%s{\"id\": \"l%u\", \"title\": \"Area of responsibility %u\", \"zone\": \"%s\", \"responsibilities\": {",
                              i ? "," : "", i, i, i < n_layers / 2 ? "a" : "b");
      for (guint j = 0; j < n_models; j++)
        g_string_append_printf (json, "%s\"m%u\": {\"owner\": \"%s\", \"explanation\": \"The provider patches the hosts; you decide what runs on them.\"}",
                                j ? "," : "", j, owners[(i + j) % 3]);
      g_string_append (json, "}}");
    }
  g_string_append (json, "]}");

  bytes = g_string_free_to_bytes (g_steal_pointer (&json));
  framework = remit_framework_reader_read_bytes (reader, bytes, "bench", &error);
  g_assert_no_error (error);

  return framework;
}

static RemitDiagram *
make_diagram (RemitFramework *framework)
{
  RemitLayout layout = { .arrangement = REMIT_ARRANGEMENT_MATRIX, .width = 1068, .height = 760, .text_scale = 1 };

  return remit_diagram_new (framework, &layout);
}

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1e6;
}

static double
take_document (RemitFramework *framework)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (RemitDiagram) diagram = make_diagram (framework);

  return seconds_since (start);
}

static double
take_first_picture (RemitFramework *framework)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (RemitDiagram) diagram = make_diagram (framework);
  g_autoptr (RemitRenderer) renderer = remit_renderer_new (diagram, NULL);
  cairo_surface_t *surface = remit_renderer_render (renderer, REMIT_STATE_BRIGHT, REMIT_THEME_LIGHT, 1, NULL, NULL);
  double seconds = seconds_since (start);

  g_assert_nonnull (surface);
  cairo_surface_destroy (surface);

  return seconds;
}

/* What nobody can do without: librsvg reading the same document and drawing it. */
static double
take_floor (RemitFramework *framework)
{
  g_autoptr (RemitDiagram) diagram = make_diagram (framework);
  g_autofree char *svg = remit_diagram_dup_standalone (diagram, REMIT_STATE_BRIGHT, REMIT_THEME_LIGHT);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (svg, -1, NULL);
  RsvgHandle *handle = rsvg_handle_new_from_stream_sync (stream, NULL, RSVG_HANDLE_FLAG_UNLIMITED, NULL, NULL);
  RsvgRectangle viewport = { 0, 0, remit_diagram_get_width (diagram), remit_diagram_get_height (diagram) };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) viewport.width, (int) viewport.height);
  cairo_t *cr = cairo_create (surface);
  gboolean done = rsvg_handle_render_document (handle, cr, &viewport, NULL);
  double seconds = seconds_since (start);

  g_assert_true (done);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (handle);

  return seconds;
}

static double
take_shapes (RemitFramework *framework)
{
  g_autoptr (RemitDiagram) diagram = make_diagram (framework);
  g_autoptr (RemitRenderer) renderer = remit_renderer_new (diagram, NULL);
  guint n_elements;
  const RemitElement *elements = remit_diagram_get_elements (diagram, &n_elements);
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < n_elements; i++)
    {
      cairo_rectangle_t shape;

      g_assert_true (remit_renderer_get_shape (renderer, elements[i].id, &shape));
    }

  return seconds_since (start);
}

/* Several runs, in milliseconds, and their floor's, taken by turns so that a busy machine slows both. */
static void
bench (const char     *name,
       RemitFramework *framework,
       Step            step,
       guint           n_runs,
       double          limit)
{
  GArray *values = bench_values_new (), *floors = bench_values_new ();

  step (framework); /* warms the fonts */
  for (guint i = 0; i < n_runs; i++)
    {
      bench_add (values, step (framework) * 1000);
      bench_add (floors, take_floor (framework) * 1000);
    }
  bench_print (name, "ms", values, floors, limit);
}

int
main (void)
{
  static const struct
  {
    guint n_layers, n_models, n_runs;
  } sizes[] = { { 10, 4, 25 }, { 40, 10, 11 }, { 100, 20, 5 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (RemitFramework) framework = make_framework (sizes[i].n_layers, sizes[i].n_models);
      guint n_cells = sizes[i].n_layers * sizes[i].n_models;
      g_autofree char *picture = g_strdup_printf ("first-picture-%u-cells", n_cells);
      g_autofree char *document = g_strdup_printf ("document-%u-cells", n_cells);
      g_autofree char *shapes = g_strdup_printf ("shapes-%u-cells", n_cells);

      bench (picture, framework, take_first_picture, sizes[i].n_runs, 1.3);
      bench (document, framework, take_document, sizes[i].n_runs, 0.15);
      bench (shapes, framework, take_shapes, sizes[i].n_runs, 0.15);
    }

  return 0;
}
