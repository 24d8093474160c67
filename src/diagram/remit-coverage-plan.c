/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-coverage-plan.h"

#include <math.h>

#define WIDEST 1080.0        /* of the band */
#define NARROWEST 300.0
#define BAND_PADDING 14.0
#define TITLE_WIDTH 172.0    /* at 100 % text */
#define LABEL_WIDTH 184.0
#define COLUMN_GAP 16.0      /* between titles, boxes and labels */
#define NARROWEST_STEP 36.0  /* of boxes that stand beside their titles */
#define ROW_GAP 8.0
#define LABEL_PADDING 10.0
#define MARK_GAP 7.0         /* between a mark and the text that it stands before */
#define COUNT_GAP 7.0
#define NARROWEST_CARD 200.0 /* at 100 % text, of those that stand side by side */
#define CARD_GAP 10.0
#define SECTION_GAP 16.0
#define LOWEST_BOX 24.0

/* The places in the lists are all the coverage's, which holds them. */
static gpointer
borrow_item (GListModel *list,
             guint       position)
{
  g_autoptr (GObject) item = g_list_model_get_item (list, position);

  return item;
}

static void
collect (RemitCoveragePlan *self)
{
  GListModel *areas = remit_coverage_get_areas (self->coverage);
  GListModel *enablers = remit_coverage_get_enablers (self->coverage);

  self->n_rows = g_list_model_get_n_items (areas);
  self->rows = g_new0 (RemitCoverageRow, self->n_rows);
  for (guint i = 0; i < self->n_rows; i++)
    {
      self->rows[i].area = borrow_item (areas, self->n_rows - 1 - i);
      for (guint box = 1; box <= REMIT_COVERAGE_BOXES && self->rows[i].duty == NULL; box++)
        self->rows[i].duty = remit_coverage_find_duty (self->coverage, self->rows[i].area, box);
    }
  self->n_cards = g_list_model_get_n_items (enablers);
  self->cards = g_new0 (RemitCoverageCard, self->n_cards);
  for (guint i = 0; i < self->n_cards; i++)
    self->cards[i].enabler = borrow_item (enablers, i);
  for (guint i = 0; i < REMIT_N_COVERAGE_STATES; i++)
    {
      self->keys[i].state = borrow_item (remit_coverage_get_states (self->coverage), i);
      self->keys[i].number = g_strdup_printf ("%u", remit_coverage_count (self->coverage, i, self->position));
      self->keys[i].count = remit_measure_text (self->measure, self->keys[i].number, REMIT_FONT_CELL, REMIT_TEXT_UNWRAPPED);
    }
}

static double
get_mark_size (RemitCoveragePlan *self)
{
  return 7 + 7 * self->scale;
}

static void
place_columns (RemitCoveragePlan *self)
{
  double wished = self->layout->width - 2 * REMIT_PLAN_MARGIN;
  double label_width = LABEL_WIDTH * self->scale, room, gap;

  self->band.width = CLAMP (wished, NARROWEST, WIDEST * MAX (1, self->scale));
  self->width = MAX (self->layout->width, self->band.width + 2 * REMIT_PLAN_MARGIN);
  self->band.x = floor ((self->width - self->band.width) / 2);
  self->left = self->band.x + BAND_PADDING;
  self->inner_width = self->band.width - 2 * BAND_PADDING;
  self->title_width = TITLE_WIDTH * self->scale;
  room = self->inner_width - self->title_width - label_width - 2 * COLUMN_GAP;
  self->piled = room < NARROWEST_STEP * REMIT_COVERAGE_BOXES;
  if (self->piled)
    {
      self->box_x = self->left;
      room = self->inner_width;
    }
  else
    {
      self->box_x = self->left + self->title_width + COLUMN_GAP;
    }
  gap = self->piled ? 4 : 6;
  self->step = (room + gap) / REMIT_COVERAGE_BOXES;
  self->box_width = self->step - gap;
}

static double
get_label_height (RemitCoveragePlan *self,
                  const RemitText   *text)
{
  return MAX (text->height, get_mark_size (self)) + 8;
}

/* In a box of at most @width, which begins at @x or, if @at_end, ends there. */
static void
place_label (RemitCoveragePlan *self,
             RemitCoverageRow  *row,
             double             x,
             double             y,
             double             width,
             gboolean           at_end)
{
  double mark = get_mark_size (self);
  double height = get_label_height (self, row->text);
  double needed = 2 * LABEL_PADDING + mark + MARK_GAP + ceil (row->text->width) + 1;

  needed = MIN (needed, width);
  if (at_end)
    x -= needed;
  row->label_box = (cairo_rectangle_t) { x, y, needed, height };
  row->mark = (cairo_rectangle_t) { x + LABEL_PADDING, y + (height - mark) / 2, mark, mark };
  row->text_box = (cairo_rectangle_t) { row->mark.x + mark + MARK_GAP, y, needed - 2 * LABEL_PADDING - mark - MARK_GAP, height };
}

static const RemitText *
measure_label (RemitCoveragePlan *self,
               RemitCoverageRow  *row,
               double             width)
{
  return remit_measure_text (self->measure, remit_item_get_title (REMIT_ITEM (row->duty)), REMIT_FONT_LEGEND,
                             width - 2 * LABEL_PADDING - get_mark_size (self) - MARK_GAP);
}

/* Title, boxes and label side by side; returns where the row ends. */
static double
place_wide_row (RemitCoveragePlan *self,
                RemitCoverageRow  *row,
                double             y)
{
  double label_x = self->box_x + self->step * (REMIT_COVERAGE_BOXES - 1) + self->box_width + COLUMN_GAP;
  double label_width = self->left + self->inner_width - label_x;
  double height = MAX (self->box_height, row->title->height);

  if (row->duty != NULL)
    {
      row->text = measure_label (self, row, label_width);
      height = MAX (height, get_label_height (self, row->text));
    }
  row->title_box = (cairo_rectangle_t) { self->left, y, self->title_width, height };
  row->box_y = y + (height - self->box_height) / 2;
  if (row->duty != NULL)
    place_label (self, row, label_x, y + (height - get_label_height (self, row->text)) / 2, label_width, FALSE);
  return y + height;
}

/* The title over the boxes, and the label at the end of the title's line, or under the boxes if there it has no room. */
static double
place_piled_row (RemitCoveragePlan *self,
                 RemitCoverageRow  *row,
                 double             y)
{
  double room = self->inner_width - row->title->width - COLUMN_GAP;
  double height = row->title->height;
  gboolean beside = FALSE;

  if (row->duty != NULL)
    {
      row->text = measure_label (self, row, self->inner_width);
      beside = 2 * LABEL_PADDING + get_mark_size (self) + MARK_GAP + row->text->width + 2 <= room;
      if (beside)
        height = MAX (height, get_label_height (self, row->text));
    }
  row->title_box = (cairo_rectangle_t) { self->left, y, self->inner_width, height };
  row->box_y = y + height + 4;
  if (beside)
    {
      place_label (self, row, self->left + self->inner_width, y, room, TRUE);
      row->title_box.width = row->label_box.x - self->left - COLUMN_GAP;
    }
  y = row->box_y + self->box_height;
  if (row->duty != NULL && !beside)
    {
      place_label (self, row, self->left, y + 6, self->inner_width, FALSE);
      y = row->label_box.y + row->label_box.height;
    }
  return y;
}

static double
place_legend (RemitCoveragePlan *self,
              double             y)
{
  RemitLegend legend = { self->left, self->left + self->inner_width, self->left, y, 0 };
  double widest = remit_measure_text (self->measure, "000", REMIT_FONT_CELL, REMIT_TEXT_UNWRAPPED)->width;

  for (guint i = 0; i < REMIT_N_COVERAGE_STATES; i++)
    {
      RemitCoverageKey *key = &self->keys[i];

      remit_legend_place_key (&legend, &key->key, self->measure, self->scale, remit_item_get_title (key->state), COUNT_GAP + ceil (widest));
      key->count_box = key->key.label;
      key->count_box.x += key->key.label.width + COUNT_GAP;
      key->count_box.width = ceil (widest);
    }
  return legend.y + legend.line;
}

/* Side by side where there is room for it, or one under the other; all of one height. */
static double
place_cards (RemitCoveragePlan *self,
             double             y)
{
  double each = (self->band.width - (self->n_cards - 1) * CARD_GAP) / self->n_cards;
  gboolean stacked = each < NARROWEST_CARD * self->scale;
  double width = stacked ? self->band.width : each, height = 0;

  for (guint i = 0; i < self->n_cards; i++)
    {
      self->cards[i].title = remit_measure_text (self->measure, remit_item_get_title (self->cards[i].enabler), REMIT_FONT_LEGEND,
                                                 width - 2 * BAND_PADDING);
      height = MAX (height, self->cards[i].title->height + 16);
    }
  for (guint i = 0; i < self->n_cards; i++)
    {
      self->cards[i].box = (cairo_rectangle_t) { self->band.x, y, width, height };
      if (stacked)
        self->cards[i].box.y += i * (height + CARD_GAP - 2);
      else
        self->cards[i].box.x += i * (width + CARD_GAP);
    }
  return self->cards[self->n_cards - 1].box.y + height;
}

static void
place_rows (RemitCoveragePlan *self,
            double             box_height)
{
  double y = REMIT_PLAN_MARGIN;

  self->box_height = box_height;
  self->band.y = y;
  y += BAND_PADDING;
  for (guint i = 0; i < self->n_rows; i++)
    {
      RemitCoverageRow *row = &self->rows[i];

      row->title = remit_measure_text (self->measure, remit_item_get_title (REMIT_ITEM (row->area)), REMIT_FONT_LAYER,
                                       self->piled ? self->inner_width : self->title_width);
      y = self->piled ? place_piled_row (self, row, y) + ROW_GAP + 4 : place_wide_row (self, row, y) + ROW_GAP;
    }
  self->band.height = y - (self->piled ? ROW_GAP + 4 : ROW_GAP) + BAND_PADDING - self->band.y;

  y = place_legend (self, self->band.y + self->band.height + SECTION_GAP);
  y = place_cards (self, y + SECTION_GAP);
  self->note = remit_measure_text (self->measure, remit_coverage_get_note (self->coverage), REMIT_FONT_CAPTION, self->inner_width);
  self->note_box = (cairo_rectangle_t) { self->left, y + SECTION_GAP - 4, self->inner_width, self->note->height };
  self->height = ceil (self->note_box.y + self->note_box.height + REMIT_PLAN_MARGIN);
}

/**
 * remit_coverage_plan_new:
 * @position: from 0 to 100
 * @layout: arrangement and service model are not used
 * @font_family: families as in CSS
 *
 * Lays coverage out. Boxes are as high as they are wide, and lower where a height is wished for.
 */
RemitCoveragePlan *
remit_coverage_plan_new (RemitCoverage     *coverage,
                         double             position,
                         const RemitLayout *layout,
                         const char        *font_family)
{
  RemitCoveragePlan *self = g_new0 (RemitCoveragePlan, 1);
  double box_height;

  self->coverage = coverage;
  self->position = position;
  self->layout = layout;
  self->scale = layout->text_scale;
  self->measure = remit_measure_new (font_family, self->scale, layout->rtl);
  collect (self);
  place_columns (self);

  box_height = CLAMP (floor (self->box_width), LOWEST_BOX, self->piled ? 32 : 40);
  place_rows (self, box_height);
  while (layout->height > 0 && self->height > layout->height && box_height > LOWEST_BOX)
    place_rows (self, --box_height);

  return self;
}

void
remit_coverage_plan_free (RemitCoveragePlan *self)
{
  for (guint i = 0; i < REMIT_N_COVERAGE_STATES; i++)
    g_free (self->keys[i].number);
  g_free (self->rows);
  g_free (self->cards);
  remit_measure_free (self->measure);
  g_free (self);
}

/* Of a box, numbered from 1; not mirrored. */
cairo_rectangle_t
remit_coverage_plan_get_box (RemitCoveragePlan *self,
                             guint              row,
                             guint              box)
{
  return (cairo_rectangle_t) { self->box_x + (box - 1) * self->step, self->rows[row].box_y, self->box_width, self->box_height };
}

/* The circle on the upper corner at the end of a box that has a name. */
cairo_rectangle_t
remit_coverage_plan_get_mark (RemitCoveragePlan       *self,
                              const cairo_rectangle_t *box)
{
  double size = MIN (get_mark_size (self), box->height * 0.6);

  return (cairo_rectangle_t) { box->x + box->width + 4 - size, box->y - 4, size, size };
}
