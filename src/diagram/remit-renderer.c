/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-renderer.h"

#include <librsvg/rsvg.h>
#include <math.h>
#include <string.h>


struct _RemitRenderer
{
  GObject parent_instance;

  RemitDiagram *diagram;
  RsvgHandle *handle;
};

G_DEFINE_FINAL_TYPE (RemitRenderer, remit_renderer, G_TYPE_OBJECT)

static int render_count; /* atomic */

static void
remit_renderer_finalize (GObject *object)
{
  RemitRenderer *self = REMIT_RENDERER (object);

  g_clear_object (&self->handle);
  g_clear_object (&self->diagram);

  G_OBJECT_CLASS (remit_renderer_parent_class)->finalize (object);
}

static void
remit_renderer_class_init (RemitRendererClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = remit_renderer_finalize;
}

static void
remit_renderer_init (RemitRenderer *self)
{
}

/* librsvg draws neither names nor descriptions, but matches each rule of a stylesheet with each of them. */
static GBytes *
drop_descriptions (GBytes *svg)
{
  gsize size;
  const char *from = g_bytes_get_data (svg, &size);
  const char *end = from + size;
  GString *kept = g_string_sized_new (size);
  const char *tag;

  while ((tag = g_strstr_len (from, end - from, "><")) != NULL)
    {
      const char *name = tag + strlen ("><");

      g_string_append_len (kept, from, tag + 1 - from);
      from = tag + 1;
      if (g_str_has_prefix (name, "title>") || g_str_has_prefix (name, "desc>"))
        from = strchr (strstr (name, "</"), '>') + 1;
    }
  g_string_append_len (kept, from, end - from);
  return g_string_free_to_bytes (kept);
}

static RemitRenderer *
new_from_svg (RemitDiagram  *diagram,
              GBytes        *svg,
              GError       **error)
{
  g_autoptr (RemitRenderer) self = g_object_new (REMIT_TYPE_RENDERER, NULL);
  g_autoptr (GBytes) drawn = drop_descriptions (svg);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (drawn);

  self->diagram = g_object_ref (diagram);
  /* Unlimited: a framework may be large, and what it may hold has been checked by who read it. */
  self->handle = rsvg_handle_new_from_stream_sync (stream, NULL, RSVG_HANDLE_FLAG_UNLIMITED, NULL, error);
  if (self->handle == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

/* For pictures without background, to be put over something. */
RemitRenderer *
remit_renderer_new (RemitDiagram  *diagram,
                    GError       **error)
{
  g_return_val_if_fail (REMIT_IS_DIAGRAM (diagram), NULL);

  return new_from_svg (diagram, remit_diagram_get_svg (diagram), error);
}

/* For pictures that stand alone, with the background of @theme: those that are saved. Render them in the same state and theme. */
RemitRenderer *
remit_renderer_new_standalone (RemitDiagram  *diagram,
                               RemitState     state,
                               RemitTheme     theme,
                               GError       **error)
{
  g_autoptr (GBytes) svg = NULL;
  char *text;

  g_return_val_if_fail (REMIT_IS_DIAGRAM (diagram), NULL);

  text = remit_diagram_dup_standalone (diagram, state, theme);
  svg = g_bytes_new_take (text, strlen (text));
  return new_from_svg (diagram, svg, error);
}

/* (transfer full): with @only, without what stands in other columns and beside them. */
static char *
make_stylesheet (RemitState         state,
                 RemitTheme         theme,
                 RemitServiceModel *only)
{
  g_autoptr (GBytes) css = remit_stylesheet_get (state, theme);
  const char *text = g_bytes_get_data (css, NULL);
  int length = (int) g_bytes_get_size (css);
  const char *id = only != NULL ? remit_item_get_id (REMIT_ITEM (only)) : NULL;

  if (id == NULL)
    return g_strndup (text, (gsize) length);
  return g_strdup_printf ("%.*s.cell:not([id$=\"-%s\"]), .head:not([id=\"model-%s\"]), .layer, .legend { display: none }", length, text, id, id);
}

/* An image of the document, or of those of its elements whose ids are given. */
static cairo_surface_t *
draw (RemitRenderer      *self,
      const char         *css,
      double              scale,
      const char *const  *ids,
      GError            **error)
{
  RsvgRectangle viewport = { 0, 0, remit_diagram_get_width (self->diagram), remit_diagram_get_height (self->diagram) };
  double width = ceil (viewport.width * scale);
  double height = ceil (viewport.height * scale);
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean done = TRUE;

  if (!(width <= REMIT_RENDERER_LARGEST_SIDE && height <= REMIT_RENDERER_LARGEST_SIDE))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "A picture of %.0f × %.0f pixels is too large", width, height);
      return NULL;
    }
  if (!rsvg_handle_set_stylesheet (self->handle, (const guint8 *) css, strlen (css), error))
    return NULL;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  g_atomic_int_inc (&render_count);
  if (ids == NULL)
    done = rsvg_handle_render_document (self->handle, cr, &viewport, error);
  for (guint i = 0; ids != NULL && ids[i] != NULL && done; i++)
    {
      g_autofree char *id = g_strconcat ("#", ids[i], NULL);

      done = rsvg_handle_render_layer (self->handle, cr, id, &viewport, error);
    }
  if (done && cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (cairo_status (cr)));
      done = FALSE;
    }
  cairo_destroy (cr);
  if (!done)
    g_clear_pointer (&surface, cairo_surface_destroy);

  return surface;
}

/**
 * remit_renderer_render:
 * @scale: device pixels for a CSS pixel
 * @only: (nullable): of a matrix, the column that is enough; the rest may be missing, in what the renderer does later, too
 *
 * Returns: (transfer full) (nullable): an ARGB32 image, or %NULL with @error if there can be none of that size
 */
cairo_surface_t *
remit_renderer_render (RemitRenderer     *self,
                       RemitState         state,
                       RemitTheme         theme,
                       double             scale,
                       RemitServiceModel *only,
                       GError           **error)
{
  g_autofree char *css = NULL;

  g_return_val_if_fail (REMIT_IS_RENDERER (self), NULL);
  g_return_val_if_fail (scale > 0, NULL);

  css = make_stylesheet (state, theme, only);
  return draw (self, css, scale, NULL, error);
}

/**
 * remit_renderer_render_elements:
 * @scale: device pixels for a CSS pixel
 * @ids: (array zero-terminated=1): of elements of the diagram, drawn in this order
 *
 * Draws elements alone, where they are in the picture, over nothing: a lens for shapes that are no boxes. Laid over the dimmed picture, these
 * elements are bright and nothing else is.
 *
 * Returns: (transfer full) (nullable): an ARGB32 image, or %NULL with @error if there can be none of that size or there is no such element
 */
cairo_surface_t *
remit_renderer_render_elements (RemitRenderer      *self,
                                RemitState          state,
                                RemitTheme          theme,
                                double              scale,
                                const char *const  *ids,
                                GError            **error)
{
  g_autofree char *css = NULL;

  g_return_val_if_fail (REMIT_IS_RENDERER (self), NULL);
  g_return_val_if_fail (scale > 0, NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  css = make_stylesheet (state, theme, NULL);
  return draw (self, css, scale, ids, error);
}

/**
 * remit_renderer_get_shape:
 * @id: id of an element of the diagram; with `mark-` before a cell's or a box's, of its mark
 * @shape: (out): its box, in CSS pixels, without the strokes that a theme may draw around it
 *
 * Returns: whether there is such an element
 */
gboolean
remit_renderer_get_shape (RemitRenderer     *self,
                          const char        *id,
                          cairo_rectangle_t *shape)
{
  g_autofree char *box = NULL;
  RsvgRectangle viewport = { 0 };
  RsvgRectangle ink, logical;

  g_return_val_if_fail (REMIT_IS_RENDERER (self), FALSE);

  /* Every element has a box of its own in the document, so no text must be laid out to find its shape. The logical rectangle has no
   * strokes in it. */
  box = g_strconcat ("#box-", id, NULL);
  viewport.width = remit_diagram_get_width (self->diagram);
  viewport.height = remit_diagram_get_height (self->diagram);
  if (!rsvg_handle_has_sub (self->handle, box) || !rsvg_handle_get_geometry_for_layer (self->handle, box, &viewport, &ink, &logical, NULL))
    return FALSE;
  *shape = (cairo_rectangle_t) { logical.x, logical.y, logical.width, logical.height };

  return TRUE;
}

/* How many pictures have been made in this process, by all renderers. */
guint
remit_renderer_get_count (void)
{
  return (guint) g_atomic_int_get (&render_count);
}
