/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-plan.h"

#include <math.h>

#define BAND_GAP 8.0
#define BAND_PADDING 7.0  /* over and under the rows of a band */
#define ROW_PADDING 4.0   /* over and under a row's texts, at least */
#define STRIP 8.0         /* what a strip of colours at the bottom of a cell adds to its height */
#define TITLE_PADDING 8.0 /* at the ends of a zone's title */

/* Finds the heights that texts need. Cells are as high as the owner with the most text needs: were each as high as its own does, a
 * masked diagram would tell by heights what it hides. */
void
remit_plan_fit_rows (RemitPlan *self)
{
  self->cell_need = 0;
  for (guint i = 0; i < self->n_owners; i++)
    {
      const RemitPlanOwner *owner = &self->owners[i];

      if (owner->first != NULL)
        self->cell_need = MAX (self->cell_need, MAX (owner->first->height, owner->second->height));
      else
        self->cell_need = MAX (self->cell_need, owner->text->height + (owner->color == NULL ? STRIP : 0));
    }
  self->cell_need = ceil (self->cell_need + 2 * ROW_PADDING);
  self->mark_room = self->piled && self->has_disputed ? REMIT_PLAN_MARK_OUTSIDE (self->scale) - ROW_PADDING : 0;

  for (guint i = 0; i < self->n_rows; i++)
    {
      RemitPlanRow *row = &self->rows[i];

      row->title = remit_measure_text (self->measure, remit_item_get_title (REMIT_ITEM (row->layer)), REMIT_FONT_LAYER, self->title_width);
      row->title_need = ceil (row->title->height + 2 * ROW_PADDING);
    }
}

/* The zone's title along its band, if it fits there in two lines. */
static const RemitText *
rotate_title (RemitPlan  *self,
              const char *title,
              double      length)
{
  for (RemitFont font = REMIT_FONT_ZONE; font <= REMIT_FONT_ZONE_SMALL; font++)
    {
      const RemitText *text = remit_measure_text (self->measure, title, font, REMIT_TEXT_UNWRAPPED);

      if (text->width <= length && text->height <= self->zone_width - TITLE_PADDING)
        return text;
      if (remit_measure_text (self->measure, title, font, REMIT_TEXT_NARROWEST)->width > length)
        continue;
      text = remit_measure_text (self->measure, title, font, length);
      if (text->n_lines <= 2 && text->height <= self->zone_width - TITLE_PADDING)
        return text;
    }

  return NULL;
}

static double
get_row_height (RemitPlan          *self,
                const RemitPlanRow *row,
                double              row_height)
{
  double cells = MAX (row_height, self->cell_need);

  return self->piled ? row->title_need + self->mark_room + cells : MAX (cells, row->title_need);
}

static double
get_rows_height (RemitPlan           *self,
                 const RemitPlanBand *band,
                 double               row_height,
                 double               gap)
{
  double height = -gap;

  for (guint i = band->first_row; i < band->first_row + band->n_rows; i++)
    height += get_row_height (self, &self->rows[i], row_height) + gap;
  return height;
}

static double
place_zone_title (RemitPlan     *self,
                  RemitPlanBand *band,
                  double         top,
                  double         rows_height)
{
  const char *title;
  double width;

  band->title = NULL;
  band->rotated = FALSE;
  if (band->zone == NULL)
    return top + BAND_PADDING;

  title = remit_item_get_title (REMIT_ITEM (band->zone));
  if (self->layout->arrangement == REMIT_ARRANGEMENT_MATRIX)
    band->title = rotate_title (self, title, rows_height + 2 * BAND_PADDING - 2 * TITLE_PADDING);
  if (band->title != NULL)
    {
      band->rotated = TRUE;
      band->title_box = (cairo_rectangle_t) { self->left, top, self->zone_width - TITLE_PADDING, rows_height + 2 * BAND_PADDING };
      return top + BAND_PADDING;
    }

  /* On top, where layer titles begin. */
  width = self->content_width - self->zone_width - 16;
  band->title = remit_measure_text (self->measure, title, REMIT_FONT_ZONE, width);
  band->title_box = (cairo_rectangle_t) { self->left + self->zone_width, top + 6, width, ceil (band->title->height) + 2 };
  return top + 6 + band->title_box.height + 4;
}

/* Places bands and rows under @top; rows are at least @row_height high. Returns where they end. */
double
remit_plan_place_rows (RemitPlan *self,
                       double     top,
                       double     row_height)
{
  double gap = row_height >= 20 + 20 * self->scale ? 6 : 4;
  double title_x = self->left + self->zone_width;
  double y = top;

  for (guint i = 0; i < self->n_bands; i++)
    {
      RemitPlanBand *band = &self->bands[i];

      band->box = (cairo_rectangle_t) { self->left, y, self->content_width, 0 };
      y = place_zone_title (self, band, y, get_rows_height (self, band, row_height, gap));
      for (guint j = band->first_row; j < band->first_row + band->n_rows; j++)
        {
          RemitPlanRow *row = &self->rows[j];
          double height = get_row_height (self, row, row_height);
          double title_height = self->piled ? row->title_need : height;

          row->box = (cairo_rectangle_t) { title_x - 8, y, self->piled ? self->title_width + 16 : self->columns[0].x - title_x + 4, title_height };
          row->title_box = (cairo_rectangle_t) { title_x, y, self->title_width, title_height };
          row->cell_y = self->piled ? y + title_height + self->mark_room : y;
          row->cell_height = self->piled ? height - title_height - self->mark_room : height;
          y += height + gap;
        }
      y += BAND_PADDING - gap;
      band->box.height = y - band->box.y;
      y += BAND_GAP;
    }

  return y - BAND_GAP;
}
