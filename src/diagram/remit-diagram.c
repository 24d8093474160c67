/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-diagram.h"

#include <pango/pangocairo.h>

#include "remit-coverage-writer.h"
#include "remit-renderer.h"

#define DEFAULT_FONT_FAMILY "Cantarell,Adwaita Sans,Inter,Noto Sans,sans-serif"

struct _RemitDiagram
{
  GObject parent_instance;

  RemitFramework *framework; /* NULL where it is coverage that is drawn */
  RemitCoverage *coverage;   /* and this where it is a framework */
  double position;
  RemitLayout layout; /* owns its service model and font family */
  GBytes *svg;
  GArray *elements; /* of RemitElement */
  double width;
  double height;
};

G_DEFINE_FINAL_TYPE (RemitDiagram, remit_diagram, G_TYPE_OBJECT)

static void
remit_diagram_finalize (GObject *object)
{
  RemitDiagram *self = REMIT_DIAGRAM (object);

  g_clear_pointer (&self->elements, g_array_unref);
  g_clear_pointer (&self->svg, g_bytes_unref);
  g_clear_object (&self->layout.service_model);
  g_free ((char *) self->layout.font_family);
  g_clear_object (&self->framework);
  g_clear_object (&self->coverage);

  G_OBJECT_CLASS (remit_diagram_parent_class)->finalize (object);
}

static void
remit_diagram_class_init (RemitDiagramClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = remit_diagram_finalize;
}

static void
remit_diagram_init (RemitDiagram *self)
{
}

/**
 * remit_diagram_has_fonts:
 *
 * Returns: whether there is any font at all; without one text has no measures, and there is no diagram to make
 */
gboolean
remit_diagram_has_fonts (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *description = pango_font_description_new ();
  PangoFont *font;
  gboolean has_fonts;

  pango_font_description_set_family_static (description, DEFAULT_FONT_FAMILY);
  font = pango_context_load_font (context, description);
  has_fonts = font != NULL;
  g_clear_object (&font);
  pango_font_description_free (description);
  g_object_unref (context);
  return has_fonts;
}

/* Lays out and writes what the diagram is of. */
static RemitDocument
write_document (RemitDiagram *self,
                gboolean      hide_owners)
{
  if (self->coverage != NULL)
    {
      g_autoptr (RemitCoveragePlan) plan = remit_coverage_plan_new (self->coverage, self->position, &self->layout, self->layout.font_family);

      return remit_coverage_writer_write (plan, self->layout.font_family);
    }
  else
    {
      g_autoptr (RemitPlan) plan = remit_plan_new (self->framework, &self->layout, self->layout.font_family);

      return remit_writer_write (plan, self->layout.font_family, hide_owners);
    }
}

static void
draw (RemitDiagram      *self,
      const RemitLayout *layout)
{
  RemitDocument document;

  self->layout = *layout;
  if (layout->arrangement == REMIT_ARRANGEMENT_BUILDING && (self->framework == NULL || !remit_building_can_show (self->framework)))
    self->layout.arrangement = REMIT_ARRANGEMENT_STACK;
  self->layout.font_family = g_strdup (layout->font_family ? layout->font_family : DEFAULT_FONT_FAMILY);
  if (layout->service_model != NULL)
    g_object_ref (layout->service_model);

  document = write_document (self, FALSE);
  self->width = document.width;
  self->height = document.height;
  self->elements = g_steal_pointer (&document.elements);
  self->svg = g_string_free_to_bytes (g_steal_pointer (&document.svg));
}

/**
 * remit_diagram_new:
 * @framework: what to draw
 * @layout: how
 *
 * Draws a framework. May be called in any thread.
 */
RemitDiagram *
remit_diagram_new (RemitFramework    *framework,
                   const RemitLayout *layout)
{
  RemitDiagram *self;

  g_return_val_if_fail (REMIT_IS_FRAMEWORK (framework), NULL);
  g_return_val_if_fail (layout != NULL && layout->text_scale > 0, NULL);

  self = g_object_new (REMIT_TYPE_DIAGRAM, NULL);
  self->framework = g_object_ref (framework);
  draw (self, layout);

  return self;
}

/**
 * remit_diagram_new_coverage:
 * @coverage: what to draw
 * @position: from 0, where all is traditional, to 100, where all is cloud-enabled
 * @layout: how; arrangement and service model are not used
 *
 * Draws coverage. At every position everything has the same place, and two positions at which as many boxes are the provider's
 * (remit_coverage_count()) give the same drawing. May be called in any thread.
 */
RemitDiagram *
remit_diagram_new_coverage (RemitCoverage     *coverage,
                            double             position,
                            const RemitLayout *layout)
{
  RemitDiagram *self;

  g_return_val_if_fail (REMIT_IS_COVERAGE (coverage), NULL);
  g_return_val_if_fail (layout != NULL && layout->text_scale > 0, NULL);

  self = g_object_new (REMIT_TYPE_DIAGRAM, NULL);
  self->coverage = g_object_ref (coverage);
  self->position = position;
  draw (self, layout);

  return self;
}

RemitFramework *
remit_diagram_get_framework (RemitDiagram *self)
{
  g_return_val_if_fail (REMIT_IS_DIAGRAM (self), NULL);

  return self->framework;
}

GBytes *
remit_diagram_get_svg (RemitDiagram *self)
{
  g_return_val_if_fail (REMIT_IS_DIAGRAM (self), NULL);

  return self->svg;
}

double
remit_diagram_get_width (RemitDiagram *self)
{
  g_return_val_if_fail (REMIT_IS_DIAGRAM (self), 0);

  return self->width;
}

double
remit_diagram_get_height (RemitDiagram *self)
{
  g_return_val_if_fail (REMIT_IS_DIAGRAM (self), 0);

  return self->height;
}

/**
 * remit_diagram_get_elements:
 * @n_elements: (out) (optional): how many there are
 *
 * Returns: (array length=n_elements) (transfer none): what one can point at, in reading order: service models; each layer with its
 *   cells; zones; owners; lenses (of a matrix). A building has no zones, and its layers come from the outside in: where shapes overlap, the
 *   later one is on top. Of coverage: each area, the highest first, with its boxes and the duty that is named; states; enablers
 */
const RemitElement *
remit_diagram_get_elements (RemitDiagram *self,
                            guint        *n_elements)
{
  g_return_val_if_fail (REMIT_IS_DIAGRAM (self), NULL);

  if (n_elements != NULL)
    *n_elements = self->elements->len;
  return (const RemitElement *) self->elements->data;
}

/**
 * remit_diagram_dup_standalone:
 *
 * The document with a look of its own, for other programs. Masked, it does not name the owners of cells, not even where they cannot be seen.
 *
 * Returns: (transfer full): SVG, UTF-8
 */
char *
remit_diagram_dup_standalone (RemitDiagram *self,
                              RemitState    state,
                              RemitTheme    theme)
{
  g_autoptr (GBytes) css = NULL;
  RemitDocument document;
  GString *svg;

  g_return_val_if_fail (REMIT_IS_DIAGRAM (self), NULL);

  css = remit_stylesheet_get (state, theme);
  document = write_document (self, state == REMIT_STATE_MASKED || state == REMIT_STATE_MASKED_DIMMED);
  svg = g_steal_pointer (&document.svg);
  g_string_insert (svg, (gssize) document.head_end, "</style>\n<rect class=\"background\" width=\"100%\" height=\"100%\"/>\n");
  g_string_insert_len (svg, (gssize) document.head_end, g_bytes_get_data (css, NULL), (gssize) g_bytes_get_size (css));
  g_string_insert (svg, (gssize) document.head_end, "<style>\n");
  remit_document_clear (&document);

  return g_string_free (svg, FALSE);
}
