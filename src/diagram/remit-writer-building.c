/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-writer.h"

#include "remit-svg.h"

#define DOT 3.0 /* radius of the end of a leader line */

/* A place in the drawing of the house, in CSS pixels, not mirrored. */
static cairo_rectangle_t
get_place (RemitWriter *self,
           double       x,
           double       y,
           double       radius)
{
  const cairo_rectangle_t *house = &self->plan->house;
  double scale = house->width / REMIT_BUILDING_WIDTH;

  return (cairo_rectangle_t) { house->x + x * scale - radius, house->y + y * scale - radius, 2 * radius, 2 * radius };
}

/* With an id it is the shape of that element. */
static void
add_shape (RemitWriter *self,
           const char  *id,
           const char  *classes,
           const char  *shape)
{
  cairo_rectangle_t house = remit_writer_mirror (self, self->plan->house);
  gboolean rtl = self->plan->layout->rtl;
  double scale = house.width / REMIT_BUILDING_WIDTH;

  g_string_append (self->svg, "<path");
  if (id != NULL)
    {
      g_string_append (self->svg, " id=\"box-");
      g_string_append (self->svg, id);
      g_string_append_c (self->svg, '"');
    }
  remit_svg_add_text_attribute (self->svg, "class", classes);
  g_string_append (self->svg, " fill-rule=\"evenodd\" transform=\"translate(");
  remit_svg_add_number (self->svg, rtl ? house.x + house.width : house.x);
  g_string_append_c (self->svg, ' ');
  remit_svg_add_number (self->svg, house.y);
  /* Hundredths would be too coarse for a factor. */
  g_string_append_printf (self->svg, ") scale(%s%d.%05d %d.%05d)\" d=\"", rtl ? "-" : "", (int) scale, (int) (scale * 1e5) % 100000,
                          (int) scale, (int) (scale * 1e5) % 100000);
  g_string_append (self->svg, shape);
  g_string_append (self->svg, "\"/>");
}

/* The whole house is there, whichever of its parts the framework has. */
static void
add_scenery (RemitWriter *self)
{
  const RemitBuildingPart *part;

  remit_writer_add_rect (self, NULL, "band", &self->plan->bands[0].box, 12);
  add_shape (self, NULL, "ground", remit_building_get_ground ());
  add_shape (self, NULL, "room", remit_building_get_rooms ());
  for (guint i = 0; (part = remit_building_get_part (i)) != NULL; i++)
    if (remit_framework_find_layer (self->plan->framework, part->layer) == NULL)
      add_shape (self, NULL, "drawn ground", part->shape);
}

static void
add_line (RemitWriter             *self,
          const char              *classes,
          const cairo_rectangle_t *points,
          guint                    n_points)
{
  g_string_append (self->svg, "<path");
  remit_svg_add_text_attribute (self->svg, "class", classes);
  g_string_append (self->svg, " fill=\"none\" d=\"");
  for (guint i = 0; i < n_points; i++)
    {
      cairo_rectangle_t point = remit_writer_mirror (self, points[i]);

      g_string_append_c (self->svg, i == 0 ? 'M' : 'L');
      remit_svg_add_number (self->svg, point.x + point.width / 2);
      g_string_append_c (self->svg, ' ');
      remit_svg_add_number (self->svg, point.y + point.height / 2);
    }
  g_string_append (self->svg, "\"/>");
}

/* From the badge to its part: outside of the house so that lines keep their order, then straight. A casing keeps it clear of what it
 * crosses. */
static void
add_leader (RemitWriter        *self,
            const RemitPlanRow *row)
{
  const RemitBuildingPart *part = row->part;
  double from_end = part->at_end ? REMIT_BUILDING_WIDTH - REMIT_BUILDING_SIDE : REMIT_BUILDING_SIDE;
  cairo_rectangle_t points[3] = {
    { part->at_end ? row->badge.x - 2 : row->badge.x + row->badge.width + 2, row->badge.y + row->badge.height / 2, 0, 0 },
    get_place (self, from_end, part->label_y, 0),
    get_place (self, part->x, part->y, 0),
  };
  cairo_rectangle_t dot = get_place (self, part->x, part->y, DOT);

  add_line (self, "casing", points + 1, 2);
  add_line (self, "leader", points, 3);
  remit_writer_add_rect (self, NULL, "dot", &dot, DOT);
}

/* A number in a circle. */
static void
add_pin (RemitWriter             *self,
         const RemitPlanRow      *row,
         const cairo_rectangle_t *circle)
{
  remit_writer_add_rect (self, NULL, "pin", circle, circle->width / 2);
  remit_writer_add_text (self, row->pin_text, circle, REMIT_ALIGN_MIDDLE, 0, "text number", "");
}

static void
add_label (RemitWriter         *self,
           const RemitPlanRow  *row,
           RemitResponsibility *cell)
{
  RemitItem *layer = REMIT_ITEM (row->layer);
  gboolean disputed = row->part != NULL && !self->hide_owners && remit_responsibility_is_disputed (cell);
  const char *id = remit_writer_begin (self, self->layers, "rowheader", layer, disputed ? "layer disputed" : "layer", "layer",
                                       remit_item_get_id (layer), NULL);

  remit_svg_add_element (self->svg, "title", remit_item_get_title (layer));
  remit_svg_add_element (self->svg, "desc", remit_item_get_summary (layer));
  remit_writer_add_rect (self, id, NULL, &row->box, 0);
  if (row->pin_text != NULL)
    add_pin (self, row, &row->pin);
  remit_writer_add_text (self, row->title, &row->title_box, REMIT_ALIGN_START, 0, "text", "");
  if (row->part != NULL)
    remit_writer_add_cell_box (self, cell, NULL, &row->badge);
  remit_writer_end (self);
}

/* Owners that are several, or none yet, have no colour to fill a shape with: the label's badge shows which they are. */
static const char *
get_color (RemitWriter         *self,
           RemitResponsibility *cell)
{
  const char *color = self->plan->owners[remit_plan_find_owner (self->plan, remit_responsibility_get_owner (cell))].color;

  return color != NULL ? color : "neutral";
}

static void
add_part (RemitWriter         *self,
          const RemitPlanRow  *row,
          RemitResponsibility *cell)
{
  const char *id = remit_writer_begin_cell (self, cell);

  if (row->part == NULL)
    {
      remit_writer_add_cell_box (self, cell, id, &row->badge);
    }
  else
    {
      g_autofree char *classes = g_strconcat ("base drawn", self->hide_owners ? NULL : " color-", get_color (self, cell), NULL);

      add_shape (self, id, classes, row->part->shape);
      if (row->pin_text != NULL)
        {
          cairo_rectangle_t circle = get_place (self, row->part->pin_x, row->part->pin_y, row->pin.width / 2);
          add_pin (self, row, &circle);
        }
      else
        {
          add_leader (self, row);
        }
    }
  remit_writer_add_cell_mark (self, cell, id, &row->badge);
  remit_writer_end (self);
}

/* Writes the house, each part with its label, from the outside in: what comes later lies over what comes before. */
void
remit_writer_add_building (RemitWriter *self)
{
  add_scenery (self);
  for (guint i = 0; i < self->plan->n_rows; i++)
    {
      const RemitPlanRow *row = &self->plan->rows[i];
      RemitResponsibility *cell = remit_framework_get_responsibility (self->plan->framework, row->layer, self->plan->columns[0].service_model);

      g_string_append (self->svg, "<g role=\"row\">");
      remit_svg_add_element (self->svg, "title", remit_item_get_title (REMIT_ITEM (row->layer)));
      add_label (self, row, cell);
      add_part (self, row, cell);
      remit_writer_end (self);
    }
}
