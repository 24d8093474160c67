/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-writer.h"

#include "remit-svg.h"

#define STRIP_BOTTOM 5.0 /* between them and the cell's edge */
#define STRIP_GAP 1.5
#define HATCH_STEP 5.0

/* A path in a box, measured from the side where the diagram's rows begin. */
typedef struct
{
  GString *svg;
  double origin;
  double direction; /* 1, or -1 right to left */
} Path;

static void
add_point (Path       *path,
           const char *command,
           double      x,
           double      y)
{
  g_string_append (path->svg, command);
  remit_svg_add_number (path->svg, path->origin + path->direction * x);
  g_string_append_c (path->svg, ' ');
  remit_svg_add_number (path->svg, y);
}

/* A quarter of a circle, turning clockwise when written left to right. */
static void
add_corner (Path   *path,
            double  radius,
            double  x,
            double  y)
{
  g_string_append_c (path->svg, 'A');
  remit_svg_add_number (path->svg, radius);
  g_string_append_c (path->svg, ' ');
  remit_svg_add_number (path->svg, radius);
  add_point (path, path->direction > 0 ? " 0 0 1 " : " 0 0 0 ", x, y);
}

/* Begins a path of the classes given; with a colour it is filled. */
static Path
begin_path (RemitWriter             *self,
            const cairo_rectangle_t *box,
            const RemitShapeStyle   *style,
            const char              *classes,
            const char              *color)
{
  cairo_rectangle_t mirrored = remit_writer_mirror (self, *box);
  gboolean rtl = self->rtl;
  Path path = { self->svg, rtl ? mirrored.x + mirrored.width : mirrored.x, rtl ? -1 : 1 };

  g_string_append (self->svg, "<path class=\"");
  g_string_append (self->svg, style->classes);
  g_string_append (self->svg, classes);
  if (color != NULL)
    {
      g_string_append (self->svg, style->color);
      g_string_append (self->svg, color);
    }
  g_string_append (self->svg, "\" d=\"");

  return path;
}

/* Two parties: the box in two colours, with a leaning border at @middle. */
static void
add_halves (RemitWriter             *self,
            const RemitPlanOwner    *owner,
            const cairo_rectangle_t *box,
            double                   middle,
            const RemitShapeStyle   *style)
{
  const RemitPlanOwner *first = &self->plan->owners[owner->parties[0]];
  const RemitPlanOwner *second = &self->plan->owners[owner->parties[1]];
  double top = box->y, bottom = box->y + box->height, width = box->width, r = style->radius;
  double lean = REMIT_PLAN_SLANT * box->height;
  Path path;

  /* The second reaches a little under the first, so that nothing shines through between them. */
  path = begin_path (self, box, style, "part ", second->color);
  add_point (&path, "M", middle + lean - 1, top);
  add_point (&path, "L", width - r, top);
  add_corner (&path, r, width, top + r);
  add_point (&path, "L", width, bottom - r);
  add_corner (&path, r, width - r, bottom);
  add_point (&path, "L", middle - lean - 1, bottom);
  g_string_append (self->svg, "Z\"/>");

  path = begin_path (self, box, style, "part ", first->color);
  add_point (&path, "M", middle + lean, top);
  add_point (&path, "L", middle - lean, bottom);
  add_point (&path, "L", r, bottom);
  add_corner (&path, r, 0, bottom - r);
  add_point (&path, "L", 0, top + r);
  add_corner (&path, r, r, top);
  g_string_append (self->svg, "Z\"/>");
}

/* Several parties: a strip of their colours along the bottom edge. */
static void
add_strip (RemitWriter             *self,
           const RemitPlanOwner    *owner,
           const cairo_rectangle_t *box,
           const RemitShapeStyle   *style)
{
  double slant = MIN (style->strip * REMIT_PLAN_SLANT * 2, box->width / 10);
  double margin = MIN (style->radius, box->width / 6);
  double step = (box->width - 2 * margin - slant) / owner->n_parties;
  double width = step - MIN (STRIP_GAP, step / 4);
  double bottom = box->y + box->height - STRIP_BOTTOM;
  RemitShapeStyle full = *style;

  /* As in the legend: so little colour is not dimmed. */
  full.color = "key-";
  for (guint i = 0; i < owner->n_parties; i++)
    {
      double x = margin + i * step;
      Path path = begin_path (self, box, &full, "", self->plan->owners[owner->parties[i]].color);

      add_point (&path, "M", x + slant, bottom - style->strip);
      add_point (&path, "L", x + slant + width, bottom - style->strip);
      add_point (&path, "L", x + width, bottom);
      add_point (&path, "L", x, bottom);
      g_string_append (self->svg, "Z\"/>");
    }
}

/* Depends: a hatched edge. */
static void
add_hatch (RemitWriter             *self,
           const cairo_rectangle_t *box,
           const RemitShapeStyle   *style)
{
  double bottom = box->y + box->height - STRIP_BOTTOM;
  double margin = MIN (style->radius, box->width / 6);
  Path path = begin_path (self, box, style, "hatch", NULL);

  for (double x = margin; x + style->strip <= box->width - margin; x += HATCH_STEP)
    {
      add_point (&path, "M", x, bottom);
      add_point (&path, "L", x + style->strip, bottom - style->strip);
    }
  g_string_append (self->svg, "\" fill=\"none\"/>");
}

/* The texts of two parties, each in the middle of its part; returns where the border is. */
static double
get_middle (const RemitPlanOwner *owner,
            double                width)
{
  if (owner->first == NULL)
    return width / 2;
  return owner->first->width + (width - owner->first->width - owner->second->width) / 2;
}

static void
add_texts (RemitWriter             *self,
           const RemitPlanOwner    *owner,
           const cairo_rectangle_t *box,
           double                   middle,
           const RemitShapeStyle   *style)
{
  cairo_rectangle_t part = *box;

  if (owner->color != NULL)
    {
      remit_writer_add_text (self, owner->text, box, REMIT_ALIGN_MIDDLE, 0, "owner text-", owner->color);
    }
  else if (owner->first != NULL)
    {
      part.width = middle;
      remit_writer_add_text (self, owner->first, &part, REMIT_ALIGN_MIDDLE, 0, "owner text-", self->plan->owners[owner->parties[0]].color);
      part.x += middle;
      part.width = box->width - middle;
      remit_writer_add_text (self, owner->second, &part, REMIT_ALIGN_MIDDLE, 0, "owner text-", self->plan->owners[owner->parties[1]].color);
    }
  else
    {
      /* Over the edge that tells the kind of owner. */
      part.height -= STRIP_BOTTOM + style->strip / 2;
      remit_writer_add_text (self, owner->text, &part, REMIT_ALIGN_MIDDLE, 0, "owner text-neutral", "");
    }
}

/**
 * remit_writer_add_owner:
 * @box: a cell or a swatch, not mirrored
 * @id: (nullable): of the element whose shape the box is
 * @with_text: whether to write the owner's text, as well as its colours
 *
 * Draws who owns something. Owners differ in text and in shape too: colour is never the only sign.
 */
void
remit_writer_add_owner (RemitWriter             *self,
                        const RemitPlanOwner    *owner,
                        const cairo_rectangle_t *box,
                        const char              *id,
                        const RemitShapeStyle   *style,
                        gboolean                 with_text)
{
  gboolean halves = owner->n_parties == 2 && (owner->first != NULL || !with_text);
  g_autofree char *classes = NULL;
  double middle = with_text ? get_middle (owner, box->width) : box->width / 2;

  if (owner->color != NULL)
    classes = g_strconcat (style->box, " ", style->color, owner->color, NULL);
  else if (halves)
    classes = g_strdup (style->box);
  else if (owner->n_parties > 0)
    classes = g_strconcat (style->box, " plain ", style->color, "neutral", NULL);
  else
    classes = g_strconcat (style->box, " dashed ", style->color, "neutral", NULL);
  remit_writer_add_rect (self, id, classes, box, style->radius);

  if (halves)
    add_halves (self, owner, box, middle, style);
  else if (owner->n_parties > 0)
    add_strip (self, owner, box, style);
  else if (owner->color == NULL)
    add_hatch (self, box, style);

  if (with_text)
    add_texts (self, owner, box, middle, style);
}

/**
 * remit_writer_add_mark:
 * @cell_id: (nullable): of the element that is marked; the circle is the shape of `mark-` and that
 * @circle: the box around it, not mirrored
 *
 * Draws the sign of a cell on which others disagree, "not equal" in a circle. It is no text: not every font has it, and it is in the way of
 * none. Right to left it leans the other way, as the character does.
 */
void
remit_writer_add_mark (RemitWriter             *self,
                       const char              *cell_id,
                       const cairo_rectangle_t *circle)
{
  cairo_rectangle_t mirrored = remit_writer_mirror (self, *circle);
  g_autofree char *id = cell_id != NULL ? g_strconcat ("mark-", cell_id, NULL) : NULL;
  double radius = circle->width / 2, middle = mirrored.y + radius;
  Path path = { self->svg, mirrored.x + radius, self->rtl ? -1 : 1 };

  g_string_append (self->svg, "<g class=\"owner\">");
  remit_writer_add_rect (self, id, "mark", circle, radius);
  g_string_append (self->svg, "<path class=\"sign\"");
  remit_svg_add_attribute (self->svg, "stroke-width", radius * 0.2);
  g_string_append (self->svg, " fill=\"none\" d=\"");
  for (int side = -1; side <= 1; side += 2)
    {
      add_point (&path, "M", -0.5 * radius, middle + side * 0.22 * radius);
      add_point (&path, "L", 0.5 * radius, middle + side * 0.22 * radius);
    }
  add_point (&path, "M", -0.3 * radius, middle + 0.6 * radius);
  add_point (&path, "L", 0.3 * radius, middle - 0.6 * radius);
  g_string_append (self->svg, "\"/></g>");
}
