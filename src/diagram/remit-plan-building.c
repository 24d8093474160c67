/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-plan.h"

#include <math.h>

#define WIDEST_HOUSE 720.0
#define NARROWEST_HOUSE 260.0  /* where height is short */
#define ROOM_FOR_LABELS 330.0  /* of the house, at least, for labels at its sides */
#define WIDEST_LABEL 190.0
#define WIDEST_BADGE 150.0
#define BADGE_PADDING 24.0     /* what a badge is wider than its owner's text */
#define PADDING 16.0           /* between the band and what is in it */
#define LEADER_ROOM 26.0       /* between a label and the house */
#define LABEL_GAP 10.0         /* between labels */
#define LINE_GAP 6.0           /* between those in a list */
#define TITLE_GAP 2.0          /* between a title and a badge under it */
#define PIN_GAP 8.0
#define LIST_GAP 28.0          /* between the columns of a list of labels */

/* How labels are set. */
typedef struct
{
  double title;     /* widest that a title is */
  double narrowest; /* so that no word is broken */
  double pin;       /* with the gap after it */
} Widths;

/* Rows in the order in which the house is drawn; those without a part come last, as they came. */
static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const RemitPlanRow *one = a, *other = b;

  if ((one->part == NULL) != (other->part == NULL))
    return one->part == NULL ? 1 : -1;
  if (one->part == NULL)
    return (int) remit_layer_get_position (one->layer) - (int) remit_layer_get_position (other->layer);
  return one->part < other->part ? -1 : 1;
}

static void
sort_rows (RemitPlan *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    self->rows[i].part = remit_building_find_part (remit_item_get_id (REMIT_ITEM (self->rows[i].layer)));
  qsort (self->rows, self->n_rows, sizeof *self->rows, compare_rows);
}

static void
measure_labels (RemitPlan *self,
                Widths    *widths)
{
  double natural = 0, badge = remit_plan_get_comfortable_cell (self);

  *widths = (Widths) { .pin = 11 + 9 * self->scale + PIN_GAP };
  for (guint i = 0; i < self->n_rows; i++)
    {
      const char *title = remit_item_get_title (REMIT_ITEM (self->rows[i].layer));
      double word = remit_measure_text (self->measure, title, REMIT_FONT_LAYER, REMIT_TEXT_NARROWEST)->width;

      natural = MAX (natural, remit_measure_text (self->measure, title, REMIT_FONT_LAYER, REMIT_TEXT_UNWRAPPED)->width);
      widths->narrowest = MAX (widths->narrowest, MIN (word + 1, REMIT_PLAN_LONGEST_WORD * self->scale));
    }
  for (guint i = 0; i < self->n_owners; i++)
    {
      const char *text = remit_owner_get_short (self->owners[i].owner);
      double width = remit_measure_text (self->measure, text, REMIT_FONT_CELL, REMIT_TEXT_UNWRAPPED)->width + BADGE_PADDING;

      badge = MAX (badge, MIN (ceil (width), WIDEST_BADGE * self->scale));
    }
  self->cell_width = MAX (badge, remit_plan_get_narrowest_cell (self));
  widths->title = MAX (widths->narrowest, MIN (ceil (natural) + 1, WIDEST_LABEL * self->scale));
  remit_plan_fit_owners (self);
}

/* Of a badge under its title. */
static double
get_label_height (RemitPlan          *self,
                  const RemitPlanRow *row)
{
  return row->title_need + TITLE_GAP + self->mark_room + self->cell_need;
}

/* The title and under it the badge, both at the side where the house is. */
static void
place_beside (RemitPlan    *self,
              RemitPlanRow *row,
              double        x,
              double        y,
              double        width)
{
  double title = row->title->width + 1;
  gboolean at_end = row->part->at_end;

  row->box = (cairo_rectangle_t) { x, y, width, get_label_height (self, row) };
  row->title_box = (cairo_rectangle_t) { at_end ? x : x + width - title, y, title, row->title_need };
  row->badge = (cairo_rectangle_t) { at_end ? x : x + width - self->cell_width, y + row->box.height - self->cell_need, self->cell_width, self->cell_need };
  row->pin_text = NULL;
}

/* The rows whose labels are at one side, from top to bottom. */
static guint
collect_side (RemitPlan     *self,
              gboolean       at_end,
              RemitPlanRow **rows)
{
  guint n = 0;

  for (guint i = 0; i < self->n_rows; i++)
    {
      RemitPlanRow *row = &self->rows[i];
      guint place = n;

      if (row->part == NULL || row->part->at_end != at_end)
        continue;
      for (; place > 0 && rows[place - 1]->part->label_y > row->part->label_y; place--)
        rows[place] = rows[place - 1];
      rows[place] = row;
      n++;
    }
  return n;
}

/* Labels at the height of what they are for, or as near to it as their neighbours let them; in the order of their leader lines, so that
 * these do not cross. Returns where they end. */
static double
place_side (RemitPlan *self,
            gboolean   at_end,
            double     x,
            double     width)
{
  g_autofree RemitPlanRow **rows = g_new0 (RemitPlanRow *, self->n_rows);
  guint n = collect_side (self, at_end, rows);
  double scale = self->house.width / REMIT_BUILDING_WIDTH;
  double top = self->house.y, bottom = self->house.y + self->house.height;

  for (guint i = 0; i < n; i++)
    {
      double height = get_label_height (self, rows[i]);

      rows[i]->box.y = MAX (self->house.y + rows[i]->part->label_y * scale - (height - self->cell_need / 2), top);
      top = rows[i]->box.y + height + LABEL_GAP;
    }
  for (guint i = n; i > 0; i--)
    {
      rows[i - 1]->box.y = MIN (rows[i - 1]->box.y, bottom - get_label_height (self, rows[i - 1]));
      bottom = rows[i - 1]->box.y - LABEL_GAP;
    }
  /* Where there are more than go in, they reach under the house. */
  top = self->house.y;
  for (guint i = 0; i < n; i++)
    {
      place_beside (self, rows[i], x, MAX (rows[i]->box.y, top), width);
      top = rows[i]->box.y + rows[i]->box.height + LABEL_GAP;
    }
  return top - LABEL_GAP;
}

/* In a list: a number, the title, and after or under it the badge. */
static double
place_in_list (RemitPlan    *self,
               RemitPlanRow *row,
               const Widths *widths,
               double        x,
               double        y,
               double        width)
{
  double pin = widths->pin - PIN_GAP;
  double height = self->piled ? get_label_height (self, row) : MAX (MAX (row->title_need, self->cell_need), pin);
  double first = self->piled ? row->title_need : height;

  row->box = (cairo_rectangle_t) { x, y, row->part == NULL && !self->piled ? width - self->cell_width - PIN_GAP : width,
                                   row->part == NULL && self->piled ? row->title_need : height };
  row->pin = (cairo_rectangle_t) { x, y + (first - pin) / 2, pin, pin };
  row->title_box = (cairo_rectangle_t) { x + widths->pin, y, self->title_width, first };
  row->badge = (cairo_rectangle_t) { self->piled ? x + widths->pin : x + width - self->cell_width, y + height - self->cell_need,
                                     self->cell_width, self->cell_need };
  if (!self->piled)
    row->badge.y = y + (height - self->cell_need) / 2;
  return height;
}

/* Labels from @first on in one or two columns under @top; returns where they end. */
static double
place_list (RemitPlan    *self,
            const Widths *widths,
            guint         first,
            double        top)
{
  double room = self->content_width - 2 * PADDING;
  double side_by_side = widths->pin + widths->title + PIN_GAP + self->cell_width;
  guint n_columns = room >= 2 * side_by_side + LIST_GAP && self->n_rows > first + 1 ? 2 : 1;
  guint n_lines = (self->n_rows - first + n_columns - 1) / n_columns;
  double width = MIN ((room + LIST_GAP) / n_columns - LIST_GAP, side_by_side + 120 * self->scale);
  double gap = self->has_disputed ? MAX (LINE_GAP, REMIT_PLAN_MARK_OUTSIDE (self->scale) + 0.5) : LINE_GAP;
  double bottom = top;

  self->piled = width < widths->pin + widths->narrowest + PIN_GAP + self->cell_width;
  self->title_width = self->piled ? width - widths->pin : MIN (widths->title, width - widths->pin - PIN_GAP - self->cell_width);
  remit_plan_fit_rows (self);
  for (guint column = 0; column < n_columns; column++)
    {
      double x = self->left + PADDING + (room - n_columns * (width + LIST_GAP) + LIST_GAP) / 2 + column * (width + LIST_GAP);
      double y = top;

      for (guint i = first + column * n_lines; i < MIN (self->n_rows, first + (column + 1) * n_lines); i++)
        {
          RemitPlanRow *row = &self->rows[i];

          y += place_in_list (self, row, widths, x, y, width) + gap;
          if (row->part == NULL)
            continue;
          g_snprintf (row->number, sizeof row->number, "%u", i + 1);
          row->pin_text = remit_measure_text (self->measure, row->number, REMIT_FONT_ZONE, REMIT_TEXT_UNWRAPPED);
        }
      bottom = MAX (bottom, y - gap);
    }
  return bottom;
}

/* Places everything with a house no wider than @widest; returns the height. */
static double
place_all (RemitPlan    *self,
           const Widths *widths,
           gboolean      beside,
           double        widest)
{
  double column = MAX (self->cell_width, widths->title);
  double room = self->content_width - 2 * PADDING - (beside ? 2 * (column + LEADER_ROOM) : 0);
  double top = remit_plan_place_tabs (self, REMIT_PLAN_MARGIN);
  double bottom;
  guint n_parts = 0;

  while (n_parts < self->n_rows && self->rows[n_parts].part != NULL)
    n_parts++;
  self->house.width = floor (MIN (room, widest));
  self->house.height = self->house.width * REMIT_BUILDING_HEIGHT / REMIT_BUILDING_WIDTH;
  self->house.x = self->left + (self->content_width - self->house.width) / 2;
  self->house.y = top + PADDING;
  bottom = self->house.y + self->house.height;

  if (beside)
    {
      double start, end;

      self->piled = TRUE;
      self->title_width = widths->title;
      remit_plan_fit_rows (self);
      start = place_side (self, FALSE, self->house.x - LEADER_ROOM - column, column);
      end = place_side (self, TRUE, self->house.x + self->house.width + LEADER_ROOM, column);
      bottom = MAX (bottom, MAX (start, end));
    }
  if (!beside || n_parts < self->n_rows)
    bottom = place_list (self, widths, beside ? n_parts : 0, bottom + PADDING);

  self->bands[0].box = (cairo_rectangle_t) { self->left, top, self->content_width, bottom + PADDING - top };
  return ceil (remit_plan_place_legend (self, bottom + 2 * PADDING) + REMIT_PLAN_MARGIN);
}

/**
 * remit_plan_place_building:
 *
 * Places a house with labels at both sides, joined to their parts by lines, where there is room for that; else with numbered labels under
 * it. What has no part in the house is listed under all of that.
 */
void
remit_plan_place_building (RemitPlan *self)
{
  Widths widths;
  double room = self->layout->width - 2 * REMIT_PLAN_MARGIN;
  double column, widest = WIDEST_HOUSE;
  gboolean beside;

  sort_rows (self);
  measure_labels (self, &widths);
  column = MAX (self->cell_width, widths.title);
  beside = room - 2 * (PADDING + column + LEADER_ROOM) >= ROOM_FOR_LABELS;
  self->content_width = MIN (room, 2 * PADDING + (beside ? 2 * (column + LEADER_ROOM) : 0) + WIDEST_HOUSE);
  self->content_width = MAX (self->content_width, 2 * PADDING + widths.pin + MAX (widths.narrowest, self->cell_width));
  self->width = MAX (self->layout->width, ceil (self->content_width + 2 * REMIT_PLAN_MARGIN));
  self->left = floor ((self->width - self->content_width) / 2);
  self->zone_width = PADDING;

  self->height = place_all (self, &widths, beside, widest);
  if (self->layout->height <= 0 || self->height <= self->layout->height)
    return;
  widest = self->house.width - ceil ((self->height - self->layout->height) * REMIT_BUILDING_WIDTH / REMIT_BUILDING_HEIGHT);
  self->height = place_all (self, &widths, beside, MAX (widest, NARROWEST_HOUSE));
}
