/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-coverage-writer.h"

#include "remit-svg.h"

#define BOX_RADIUS 6.0
#define KEY_RADIUS 5.0
#define LABEL_RADIUS 16.0

/* In the order of RemitCoverageState. */
static const char *const state_classes[REMIT_N_COVERAGE_STATES] = { "met", "partly-met", "unmet", "provider" };

typedef struct
{
  RemitWriter writer;
  RemitCoveragePlan *plan; /* borrowed */
  GArray *elements;
} CoverageWriter;

/* Points of a path around the middle of a box, in units of half its shorter side; letters are commands, and radii follow an A. */
static void
add_sign (GString                 *svg,
          const cairo_rectangle_t *box,
          const char              *class_name,
          double                   stroke,
          const char              *points)
{
  g_string_append (svg, "<path");
  remit_svg_add_text_attribute (svg, "class", class_name);
  g_string_append (svg, " transform=\"translate(");
  remit_svg_add_number (svg, box->x + box->width / 2);
  g_string_append_c (svg, ' ');
  remit_svg_add_number (svg, box->y + box->height / 2);
  g_string_append (svg, ") scale(");
  remit_svg_add_number (svg, MIN (box->width, box->height) / 2);
  g_string_append (svg, ")\"");
  if (stroke > 0)
    {
      g_string_append (svg, " fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
      remit_svg_add_attribute (svg, "stroke-width", stroke);
    }
  g_string_append (svg, " d=\"");
  g_string_append (svg, points);
  g_string_append (svg, "\"/>");
}

/* The lower half of a box, filled as one that is met. */
static void
add_half (GString                 *svg,
          const cairo_rectangle_t *box,
          double                   radius)
{
  const struct { const char *command; double number; } path[] = {
    { "M", box->x }, { " ", box->y + box->height / 2 }, { "h", box->width }, { "v", box->height / 2 - radius },
    { "a", radius }, { " ", radius }, { " 0 0 1 ", -radius }, { " ", radius }, { "h", 2 * radius - box->width },
    { "a", radius }, { " ", radius }, { " 0 0 1 ", -radius }, { " ", -radius },
  };

  g_string_append (svg, "<path class=\"half\" d=\"");
  for (guint i = 0; i < G_N_ELEMENTS (path); i++)
    {
      g_string_append (svg, path[i].command);
      remit_svg_add_number (svg, path[i].number);
    }
  g_string_append (svg, "Z\"/>");
}

/* How a duty is met. States differ in what is in the box, and where it is empty in its outline: colour is never the only sign. */
static void
add_state (CoverageWriter          *self,
           RemitCoverageState       state,
           const cairo_rectangle_t *box,
           const char              *id,
           double                   radius)
{
  cairo_rectangle_t mirrored = remit_writer_mirror (&self->writer, *box);
  GString *svg = self->writer.svg;

  remit_writer_add_rect (&self->writer, id, state_classes[state], box, radius);
  if (state == REMIT_COVERAGE_MET)
    add_sign (svg, &mirrored, "tick", 0.16, "M-.4 .04L-.12 .32L.42 -.28");
  else if (state == REMIT_COVERAGE_PARTLY_MET)
    add_half (svg, &mirrored, radius);
  else if (state == REMIT_COVERAGE_PROVIDER)
    add_sign (svg, &mirrored, "cloud", 0, "M-.34 .3A.24 .24 0 0 1 -.32 -.16A.34 .34 0 0 1 .3 -.2A.26 .26 0 0 1 .34 .3Z");
}

/* "More about this": an i in a circle. @box_id: (nullable): of the box that is marked; the circle is the shape of `mark-` and that */
static void
add_mark (CoverageWriter          *self,
          const cairo_rectangle_t *circle,
          const char              *box_id)
{
  cairo_rectangle_t mirrored = remit_writer_mirror (&self->writer, *circle);
  g_autofree char *id = box_id != NULL ? g_strconcat ("mark-", box_id, NULL) : NULL;

  remit_writer_add_rect (&self->writer, id, "mark", circle, circle->width / 2);
  add_sign (self->writer.svg, &mirrored, "sign", 0.24, "M0 -.48V-.46M0 -.08V.48");
}

static const char *
begin (CoverageWriter *self,
       const char     *role,
       gpointer        object,
       const char     *kind,
       const char     *id,
       const char     *id_end)
{
  return remit_writer_begin (&self->writer, self->elements, role, object, NULL, kind, id, id_end);
}

static void
add_item_texts (CoverageWriter *self,
                RemitItem      *item)
{
  remit_svg_add_element (self->writer.svg, "title", remit_item_get_title (item));
  remit_svg_add_element (self->writer.svg, "desc", remit_item_get_summary (item));
}

static void
add_box (CoverageWriter *self,
         guint           position,
         guint           number)
{
  RemitCoveragePlan *plan = self->plan;
  const RemitCoverageRow *row = &plan->rows[position];
  RemitDuty *duty = remit_coverage_find_duty (plan->coverage, row->area, number);
  g_autofree char *name = remit_coverage_dup_box_name (plan->coverage, row->area, number, plan->position);
  g_autofree char *id_end = g_strdup_printf ("%u", number);
  cairo_rectangle_t box = remit_coverage_plan_get_box (plan, position, number);
  const char *id = begin (self, "cell", duty != NULL ? (gpointer) duty : row->area, "box", remit_item_get_id (REMIT_ITEM (row->area)), id_end);

  remit_svg_add_element (self->writer.svg, "title", name);
  if (duty != NULL)
    remit_svg_add_element (self->writer.svg, "desc", remit_item_get_summary (REMIT_ITEM (duty)));
  add_state (self, remit_coverage_get_state (plan->coverage, row->area, number, plan->position), &box, id, BOX_RADIUS);
  if (duty != NULL)
    {
      cairo_rectangle_t mark = remit_coverage_plan_get_mark (plan, &box);
      add_mark (self, &mark, id);
    }
  remit_writer_end (&self->writer);
}

static void
add_row (CoverageWriter *self,
         guint           position)
{
  const RemitCoverageRow *row = &self->plan->rows[position];
  RemitItem *area = REMIT_ITEM (row->area);
  const char *id;

  g_string_append (self->writer.svg, "<g role=\"row\">");
  id = begin (self, "rowheader", area, "area", remit_item_get_id (area), NULL);
  add_item_texts (self, area);
  remit_writer_add_rect (&self->writer, id, NULL, &row->title_box, 0);
  remit_writer_add_text (&self->writer, row->title, &row->title_box, REMIT_ALIGN_START, 0, "text", "");
  remit_writer_end (&self->writer);
  for (guint number = 1; number <= REMIT_COVERAGE_BOXES; number++)
    add_box (self, position, number);
  if (row->duty != NULL)
    {
      g_string_append (self->writer.svg, "<g role=\"cell\">");
      id = begin (self, "button", row->duty, "duty", remit_item_get_id (REMIT_ITEM (row->duty)), NULL);
      add_item_texts (self, REMIT_ITEM (row->duty));
      remit_writer_add_rect (&self->writer, id, "duty", &row->label_box, MIN (row->label_box.height / 2, LABEL_RADIUS));
      add_mark (self, &row->mark, NULL);
      remit_writer_add_text (&self->writer, row->text, &row->text_box, REMIT_ALIGN_START, 0, "text", "");
      remit_writer_end (&self->writer);
      remit_writer_end (&self->writer);
    }
  remit_writer_end (&self->writer);
}

static void
add_legend (CoverageWriter *self)
{
  g_string_append (self->writer.svg, "<g role=\"list\">");
  for (guint i = 0; i < REMIT_N_COVERAGE_STATES; i++)
    {
      const RemitCoverageKey *key = &self->plan->keys[i];
      const char *id = begin (self, "listitem", key->state, "state", remit_item_get_id (key->state), NULL);

      add_item_texts (self, key->state);
      remit_writer_add_rect (&self->writer, id, NULL, &key->key.hit, 0);
      add_state (self, i, &key->key.swatch, NULL, KEY_RADIUS);
      remit_writer_add_text (&self->writer, key->key.text, &key->key.label, REMIT_ALIGN_START, 0, "text", "");
      remit_writer_add_text (&self->writer, key->count, &key->count_box, REMIT_ALIGN_START, 0, "text", "");
      remit_writer_end (&self->writer);
    }
  remit_writer_end (&self->writer);
}

static void
add_cards (CoverageWriter *self)
{
  g_string_append (self->writer.svg, "<g role=\"group\">");
  for (guint i = 0; i < self->plan->n_cards; i++)
    {
      const RemitCoverageCard *card = &self->plan->cards[i];
      const char *id = begin (self, "button", card->enabler, "enabler", remit_item_get_id (card->enabler), NULL);

      add_item_texts (self, card->enabler);
      remit_writer_add_rect (&self->writer, id, "tab", &card->box, REMIT_PLAN_RADIUS);
      remit_writer_add_text (&self->writer, card->title, &card->box, REMIT_ALIGN_MIDDLE, 0, "text", "");
      remit_writer_end (&self->writer);
    }
  remit_writer_end (&self->writer);
}

/**
 * remit_coverage_writer_write:
 *
 * Writes coverage as SVG.
 */
RemitDocument
remit_coverage_writer_write (RemitCoveragePlan *plan,
                             const char        *font_family)
{
  RemitItem *coverage = REMIT_ITEM (plan->coverage);
  CoverageWriter self = { .plan = plan };
  gsize head_end;

  self.writer = (RemitWriter) { .measure = plan->measure, .width = plan->width, .height = plan->height, .rtl = plan->layout->rtl };
  self.writer.svg = g_string_sized_new (65536);
  self.writer.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.elements = g_array_new (FALSE, FALSE, sizeof (RemitElement));

  remit_writer_begin_root (&self.writer, font_family, remit_item_get_title (coverage), NULL, remit_item_get_summary (coverage));
  head_end = self.writer.svg->len;
  g_string_append (self.writer.svg, "<g role=\"table\">");
  remit_svg_add_element (self.writer.svg, "title", remit_item_get_title (coverage));
  remit_writer_add_rect (&self.writer, NULL, "band", &plan->band, 12);
  for (guint i = 0; i < plan->n_rows; i++)
    add_row (&self, i);
  remit_writer_end (&self.writer);
  add_legend (&self);
  add_cards (&self);
  g_string_append (self.writer.svg, "<g id=\"note\" role=\"note\">");
  remit_writer_add_rect (&self.writer, "note", NULL, &plan->note_box, 0);
  remit_writer_add_text (&self.writer, plan->note, &plan->note_box, REMIT_ALIGN_START, 0, "secondary", "");
  remit_writer_end (&self.writer);

  return remit_writer_finish (&self.writer, self.elements, head_end);
}
