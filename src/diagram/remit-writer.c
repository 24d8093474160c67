/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-writer.h"

#include "remit-svg.h"

/* Most texts are in cells: only others name their font. */
#define DEFAULT_FONT REMIT_FONT_CELL

cairo_rectangle_t
remit_writer_mirror (RemitWriter       *self,
                     cairo_rectangle_t  box)
{
  if (self->rtl)
    box.x = self->width - box.x - box.width;
  return box;
}

/* Ids of layers and models may contain the hyphen that joins them, so two cells may come to one id: the later one gets a number. */
static const char *
take_id (RemitWriter *self,
         char        *wished)
{
  char *id = wished;

  for (guint i = 2; g_hash_table_contains (self->ids, id); i++)
    {
      if (id != wished)
        g_free (id);
      id = g_strdup_printf ("%s-%u", wished, i);
    }
  if (id != wished)
    g_free (wished);
  g_hash_table_add (self->ids, id);

  return id;
}

/**
 * remit_writer_begin:
 * @elements: where the element is listed
 * @kind: "cell", "layer", ...
 * @id: what follows it in the element's id
 * @id_end: (nullable): and after that
 *
 * Opens the group of an element that one can point at.
 *
 * Returns: the element's id
 */
const char *
remit_writer_begin (RemitWriter *self,
                    GArray      *elements,
                    const char  *role,
                    gpointer     object,
                    const char  *classes,
                    const char  *kind,
                    const char  *id,
                    const char  *id_end)
{
  const char *taken = take_id (self, g_strjoin ("-", kind, id, id_end, NULL));
  RemitElement element = { g_strdup (taken), object };

  g_array_append_val (elements, element);
  g_string_append (self->svg, "<g");
  remit_svg_add_text_attribute (self->svg, "id", taken);
  if (classes != NULL)
    remit_svg_add_text_attribute (self->svg, "class", classes);
  remit_svg_add_text_attribute (self->svg, "role", role);
  g_string_append_c (self->svg, '>');

  return taken;
}

void
remit_writer_end (RemitWriter *self)
{
  g_string_append (self->svg, "</g>\n");
}

/* A box of the given look; with an id it is the shape of that element, and without classes it is invisible. */
void
remit_writer_add_rect (RemitWriter             *self,
                       const char              *id,
                       const char              *classes,
                       const cairo_rectangle_t *box,
                       double                   radius)
{
  cairo_rectangle_t mirrored = remit_writer_mirror (self, *box);

  g_string_append (self->svg, "<rect");
  if (id != NULL)
    {
      g_string_append (self->svg, " id=\"box-");
      g_string_append (self->svg, id);
      g_string_append_c (self->svg, '"');
    }
  if (classes != NULL)
    remit_svg_add_text_attribute (self->svg, "class", classes);
  else
    g_string_append (self->svg, " fill=\"none\"");
  remit_svg_add_box (self->svg, &mirrored);
  if (radius > 0)
    remit_svg_add_attribute (self->svg, "rx", radius);
  g_string_append (self->svg, "/>");
}

static void
add_font (RemitWriter *self,
          RemitFont    font)
{
  if (font == DEFAULT_FONT)
    return;
  remit_svg_add_attribute (self->svg, "font-size", remit_measure_get_size (self->measure, font));
  if (remit_font_get_weight (font) != remit_font_get_weight (DEFAULT_FONT))
    remit_svg_add_attribute (self->svg, "font-weight", remit_font_get_weight (font));
}

/**
 * remit_writer_add_text:
 * @box: where it stands, not mirrored; for a rotated text the box it has been rotated into
 * @rotation: degrees, clockwise
 * @class_prefix: its class, with @class_name
 *
 * Writes a line of text for each line, their capitals centred in the box.
 */
void
remit_writer_add_text (RemitWriter             *self,
                       const RemitText         *text,
                       const cairo_rectangle_t *box,
                       RemitAlign               align,
                       double                   rotation,
                       const char              *class_prefix,
                       const char              *class_name)
{
  cairo_rectangle_t mirrored = remit_writer_mirror (self, *box);
  double x = mirrored.x + mirrored.width / 2;
  double y = mirrored.y + mirrored.height / 2;
  const char *anchor = NULL;

  if (align == REMIT_ALIGN_START)
    {
      x = self->rtl ? mirrored.x + mirrored.width : mirrored.x;
      /* The start of a text is where its own direction starts. */
      anchor = text->rtl == self->rtl ? "start" : "end";
    }

  for (guint i = 0; i < text->n_lines; i++)
    {
      double offset = i * text->line_height - ((text->n_lines - 1) * text->line_height - remit_measure_get_cap_height (self->measure, text->font)) / 2;

      g_string_append (self->svg, "<text class=\"");
      g_string_append (self->svg, class_prefix);
      g_string_append (self->svg, class_name);
      g_string_append_c (self->svg, '"');
      if (rotation != 0)
        {
          g_string_append (self->svg, " transform=\"translate(");
          remit_svg_add_number (self->svg, x);
          g_string_append_c (self->svg, ' ');
          remit_svg_add_number (self->svg, y);
          g_string_append (self->svg, ") rotate(");
          remit_svg_add_number (self->svg, rotation);
          g_string_append (self->svg, ")\"");
          remit_svg_add_attribute (self->svg, "y", offset);
        }
      else
        {
          remit_svg_add_attribute (self->svg, "x", x);
          remit_svg_add_attribute (self->svg, "y", y + offset);
        }
      add_font (self, text->font);
      if (anchor != NULL)
        remit_svg_add_text_attribute (self->svg, "text-anchor", anchor);
      if (text->rtl)
        g_string_append (self->svg, " direction=\"rtl\"");
      g_string_append_c (self->svg, '>');
      remit_svg_add_escaped (self->svg, text->lines[i].text);
      g_string_append (self->svg, "</text>");
    }
}

/**
 * remit_writer_begin_root:
 * @edition: (nullable): part of the document's name
 * @summary: (nullable): what it shows
 */
void
remit_writer_begin_root (RemitWriter *self,
                         const char  *font_family,
                         const char  *title,
                         const char  *edition,
                         const char  *summary)
{
  g_string_append (self->svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
  remit_svg_add_number (self->svg, self->width);
  g_string_append_c (self->svg, ' ');
  remit_svg_add_number (self->svg, self->height);
  g_string_append_c (self->svg, '"');
  remit_svg_add_attribute (self->svg, "width", self->width);
  remit_svg_add_attribute (self->svg, "height", self->height);
  remit_svg_add_text_attribute (self->svg, "font-family", font_family);
  remit_svg_add_attribute (self->svg, "font-size", remit_measure_get_size (self->measure, DEFAULT_FONT));
  remit_svg_add_attribute (self->svg, "font-weight", remit_font_get_weight (DEFAULT_FONT));
  g_string_append (self->svg, " text-anchor=\"middle\" role=\"graphics-document document\">\n<title>");
  remit_svg_add_escaped (self->svg, title);
  if (edition != NULL)
    {
      g_string_append (self->svg, ", ");
      remit_svg_add_escaped (self->svg, edition);
    }
  g_string_append (self->svg, "</title>");
  remit_svg_add_element (self->svg, "desc", summary);
  g_string_append_c (self->svg, '\n');
}

static void
add_head (RemitWriter         *self,
          const RemitPlanHead *head)
{
  RemitServiceModel *model = head->service_model;
  gboolean stack = self->plan->layout->arrangement != REMIT_ARRANGEMENT_MATRIX;
  const char *id = remit_writer_begin (self, self->models, stack ? "tab" : "columnheader", model, head->selected ? "head selected" : "head",
                                       "model", remit_item_get_id (REMIT_ITEM (model)), NULL);

  remit_svg_add_element (self->svg, "title", remit_item_get_title (REMIT_ITEM (model)));
  remit_svg_add_element (self->svg, "desc", remit_item_get_summary (REMIT_ITEM (model)));
  if (stack)
    remit_writer_add_rect (self, id, head->selected ? "tab selected" : "tab", &head->box, REMIT_PLAN_RADIUS);
  else
    remit_writer_add_rect (self, id, NULL, &head->box, 0);
  remit_writer_add_text (self, head->title, &head->title_box, REMIT_ALIGN_MIDDLE, 0, "text", "");
  if (head->caption != NULL)
    remit_writer_add_text (self, head->caption, &head->caption_box, REMIT_ALIGN_MIDDLE, 0, "secondary", "");
  remit_writer_end (self);
}

/* What the masked stylesheets show in a cell, and only they. */
static void
add_mask (RemitWriter             *self,
          const cairo_rectangle_t *box)
{
  cairo_rectangle_t mirrored = remit_writer_mirror (self, *box);

  g_string_append (self->svg, "<text class=\"mask\" display=\"none\"");
  remit_svg_add_attribute (self->svg, "x", mirrored.x + mirrored.width / 2);
  remit_svg_add_attribute (self->svg, "y", mirrored.y + (mirrored.height + remit_measure_get_cap_height (self->measure, DEFAULT_FONT)) / 2);
  g_string_append (self->svg, ">?</text>");
}

/* Opens the group of a cell and names it; returns its id. */
const char *
remit_writer_begin_cell (RemitWriter         *self,
                         RemitResponsibility *cell)
{
  RemitItem *layer = REMIT_ITEM (remit_responsibility_get_layer (cell));
  RemitItem *model = REMIT_ITEM (remit_responsibility_get_service_model (cell));
  g_autofree char *name = self->hide_owners ? remit_responsibility_dup_place (cell) : remit_responsibility_dup_name (cell);
  gboolean has_mark = !self->hide_owners && remit_responsibility_is_disputed (cell);
  const char *id = remit_writer_begin (self, self->layers, "cell", cell, has_mark ? "cell disputed" : "cell", "cell",
                                       remit_item_get_id (layer), remit_item_get_id (model));

  remit_svg_add_element (self->svg, "title", name);
  if (!self->hide_owners)
    {
      g_autofree char *description = remit_responsibility_dup_dispute (cell, remit_responsibility_get_explanation (cell));

      remit_svg_add_element (self->svg, "desc", description);
    }
  return id;
}

/* The box that says whose a cell is; with @id, that of the cell, it is the cell's shape. */
void
remit_writer_add_cell_box (RemitWriter             *self,
                           RemitResponsibility     *cell,
                           const char              *id,
                           const cairo_rectangle_t *box)
{
  static const RemitShapeStyle style = { "base", "owner ", "color-", REMIT_PLAN_RADIUS, 4 };
  const RemitPlanOwner *owner = &self->plan->owners[remit_plan_find_owner (self->plan, remit_responsibility_get_owner (cell))];

  if (self->hide_owners)
    remit_writer_add_rect (self, id, style.box, box, style.radius);
  else
    remit_writer_add_owner (self, owner, box, id, &style, TRUE);
  add_mask (self, box);
}

/* The mark of the cell @id at its @box, if others disagree on it. */
void
remit_writer_add_cell_mark (RemitWriter             *self,
                            RemitResponsibility     *cell,
                            const char              *id,
                            const cairo_rectangle_t *box)
{
  cairo_rectangle_t mark = remit_plan_get_mark (self->plan, box);

  if (!self->hide_owners && remit_responsibility_is_disputed (cell))
    remit_writer_add_mark (self, id, &mark);
}

static void
add_cell (RemitWriter *self,
          guint        row,
          guint        column)
{
  RemitResponsibility *cell = remit_framework_get_responsibility (self->plan->framework, self->plan->rows[row].layer,
                                                                  self->plan->columns[column].service_model);
  cairo_rectangle_t box = remit_plan_get_cell (self->plan, row, column);
  const char *id = remit_writer_begin_cell (self, cell);

  remit_writer_add_cell_box (self, cell, id, &box);
  remit_writer_add_cell_mark (self, cell, id, &box);
  remit_writer_end (self);
}

static void
add_row (RemitWriter *self,
         guint        position)
{
  const RemitPlanRow *row = &self->plan->rows[position];
  RemitItem *layer = REMIT_ITEM (row->layer);
  const char *id;

  g_string_append (self->svg, "<g role=\"row\">");
  remit_svg_add_element (self->svg, "title", remit_item_get_title (layer));
  id = remit_writer_begin (self, self->layers, "rowheader", layer, "layer", "layer", remit_item_get_id (layer), NULL);
  remit_svg_add_element (self->svg, "title", remit_item_get_title (layer));
  remit_svg_add_element (self->svg, "desc", remit_item_get_summary (layer));
  remit_writer_add_rect (self, id, NULL, &row->box, 0);
  remit_writer_add_text (self, row->title, &row->title_box, REMIT_ALIGN_START, 0, "text", "");
  remit_writer_end (self);
  for (guint i = 0; i < self->plan->n_columns; i++)
    add_cell (self, position, i);
  remit_writer_end (self);
}

static void
add_band (RemitWriter         *self,
          const RemitPlanBand *band)
{
  if (band->zone == NULL)
    {
      g_string_append (self->svg, "<g role=\"rowgroup\">");
      remit_writer_add_rect (self, NULL, "band", &band->box, 12);
    }
  else
    {
      RemitItem *zone = REMIT_ITEM (band->zone);
      const char *id = remit_writer_begin (self, self->zones, "rowgroup", zone, "zone", "zone", remit_item_get_id (zone), NULL);
      double rotation = band->rotated ? (self->rtl ? 90 : -90) : 0;

      remit_svg_add_element (self->svg, "title", remit_item_get_title (zone));
      remit_svg_add_element (self->svg, "desc", remit_item_get_summary (zone));
      remit_writer_add_rect (self, NULL, "band", &band->box, 12);
      remit_writer_add_rect (self, id, NULL, &band->title_box, 0);
      remit_writer_add_text (self, band->title, &band->title_box, band->rotated ? REMIT_ALIGN_MIDDLE : REMIT_ALIGN_START, rotation,
                             "secondary group", "");
    }

  for (guint i = band->first_row; i < band->first_row + band->n_rows; i++)
    add_row (self, i);
  remit_writer_end (self);
}

/* What the mark means. No other id is without a hyphen. */
static void
add_disputed_key (RemitWriter        *self,
                  const RemitPlanKey *key)
{
  g_string_append (self->svg, "<g id=\"disputed\" class=\"legend owner\" role=\"listitem\">");
  remit_writer_add_rect (self, "disputed", NULL, &key->hit, 0);
  remit_writer_add_mark (self, NULL, &key->swatch);
  remit_writer_add_text (self, key->text, &key->label, REMIT_ALIGN_START, 0, "text", "");
  remit_writer_end (self);
}

static void
add_legend (RemitWriter *self)
{
  static const RemitShapeStyle style = { "swatch", "", "key-", 5, 10 };

  g_string_append (self->svg, "<g role=\"list\">");
  for (guint i = 0; i < self->plan->n_owners; i++)
    {
      const RemitPlanOwner *owner = &self->plan->owners[i];
      RemitItem *item = REMIT_ITEM (owner->owner);
      const char *id = remit_writer_begin (self, self->owners, "listitem", item, "legend", "owner", remit_item_get_id (item), NULL);

      remit_svg_add_element (self->svg, "title", remit_item_get_title (item));
      remit_svg_add_element (self->svg, "desc", remit_item_get_summary (item));
      remit_writer_add_rect (self, id, NULL, &owner->key.hit, 0);
      remit_writer_add_owner (self, owner, &owner->key.swatch, NULL, &style, FALSE);
      remit_writer_add_text (self, owner->key.text, &owner->key.label, REMIT_ALIGN_START, 0, "text", "");
      remit_writer_end (self);
    }
  if (self->plan->has_disputed && !self->hide_owners)
    add_disputed_key (self, &self->plan->disputed);
  remit_writer_end (self);
}

/* The frame around each service model's column, which only the one wished for shows. */
static void
add_lenses (RemitWriter *self)
{
  if (self->plan->layout->arrangement != REMIT_ARRANGEMENT_MATRIX)
    return;
  for (guint i = 0; i < self->plan->n_columns; i++)
    {
      const RemitPlanColumn *column = &self->plan->columns[i];
      const char *id = remit_writer_begin (self, self->lenses, "none", column->service_model, NULL, "lens",
                                           remit_item_get_id (REMIT_ITEM (column->service_model)), NULL);

      remit_writer_add_rect (self, id, self->plan->heads[i].selected ? "lens selected" : "lens", &column->lens, 14);
      remit_writer_end (self);
    }
}

static void
take_elements (GArray *elements,
               GArray *from)
{
  if (from->len > 0)
    g_array_append_vals (elements, from->data, from->len);
  g_array_unref (from);
}

static void
clear_element (gpointer data)
{
  RemitElement *element = data;

  g_free (element->id);
}

/* Ends the document that @self wrote; takes @elements. */
RemitDocument
remit_writer_finish (RemitWriter *self,
                     GArray      *elements,
                     gsize        head_end)
{
  g_string_append (self->svg, "</svg>\n");
  g_array_set_clear_func (elements, clear_element);
  g_hash_table_unref (self->ids);

  return (RemitDocument) { .svg = self->svg, .elements = elements, .head_end = head_end, .width = self->width, .height = self->height };
}

/**
 * remit_writer_write:
 * @hide_owners: leave out who owns what: for a document that must not give the answer away
 *
 * Writes a plan as SVG.
 */
RemitDocument
remit_writer_write (RemitPlan  *plan,
                    const char *font_family,
                    gboolean    hide_owners)
{
  RemitWriter self = { .measure = plan->measure, .width = plan->width, .height = plan->height, .rtl = plan->layout->rtl,
                       .plan = plan, .hide_owners = hide_owners };
  RemitItem *framework = REMIT_ITEM (plan->framework);
  gboolean stack = plan->layout->arrangement != REMIT_ARRANGEMENT_MATRIX;
  gsize head_end;

  self.svg = g_string_sized_new (2048 + 1024 * (gsize) plan->n_rows * (plan->n_columns + 1));
  self.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.models = g_array_new (FALSE, FALSE, sizeof (RemitElement));
  self.layers = g_array_new (FALSE, FALSE, sizeof (RemitElement));
  self.zones = g_array_new (FALSE, FALSE, sizeof (RemitElement));
  self.owners = g_array_new (FALSE, FALSE, sizeof (RemitElement));
  self.lenses = g_array_new (FALSE, FALSE, sizeof (RemitElement));

  remit_writer_begin_root (&self, font_family, remit_item_get_title (framework), remit_framework_get_edition (plan->framework),
                           remit_item_get_summary (framework));
  head_end = self.svg->len;
  if (stack)
    {
      g_string_append (self.svg, "<g role=\"tablist\">");
      for (guint i = 0; i < plan->n_heads; i++)
        add_head (&self, &plan->heads[i]);
      remit_writer_end (&self);
    }
  g_string_append (self.svg, "<g role=\"table\">");
  remit_svg_add_element (self.svg, "title", remit_item_get_title (REMIT_ITEM (plan->framework)));
  if (!stack)
    {
      g_string_append (self.svg, "<g role=\"rowgroup\"><g role=\"row\">");
      for (guint i = 0; i < plan->n_heads; i++)
        add_head (&self, &plan->heads[i]);
      g_string_append (self.svg, "</g></g>\n");
    }
  if (plan->layout->arrangement == REMIT_ARRANGEMENT_BUILDING)
    remit_writer_add_building (&self);
  else
    for (guint i = 0; i < plan->n_bands; i++)
      add_band (&self, &plan->bands[i]);
  remit_writer_end (&self);
  add_legend (&self);
  add_lenses (&self);
  take_elements (self.models, self.layers);
  take_elements (self.models, self.zones);
  take_elements (self.models, self.owners);
  take_elements (self.models, self.lenses);
  return remit_writer_finish (&self, self.models, head_end);
}

void
remit_document_clear (RemitDocument *self)
{
  if (self->svg != NULL)
    g_string_free (self->svg, TRUE);
  g_clear_pointer (&self->elements, g_array_unref);
}
