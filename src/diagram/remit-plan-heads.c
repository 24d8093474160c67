/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-plan.h"

#include <math.h>

#define HEAD_PADDING 2.0 /* at the sides of a head's text, inside of the cells' width */
#define HEAD_SPACE 10.0  /* over and under a head's text */
#define CAPTION_GAP 4.0
#define TAB_GAP 6.0
#define TAB_PADDING 12.0
#define WIDEST_TAB 220.0

static double
get_narrowest (RemitPlan  *self,
               const char *text,
               RemitFont   font)
{
  return remit_measure_text (self->measure, text, font, REMIT_TEXT_NARROWEST)->width;
}

/* Width of cells under which not even small or short titles keep their words whole. */
double
remit_plan_get_narrowest_head (RemitPlan *self)
{
  double width = 0;

  for (guint i = 0; i < self->n_heads; i++)
    {
      RemitServiceModel *model = self->heads[i].service_model;
      double full = get_narrowest (self, remit_item_get_title (REMIT_ITEM (model)), REMIT_FONT_HEAD_SMALL);
      double brief = get_narrowest (self, remit_service_model_get_short (model), REMIT_FONT_HEAD_SMALL);

      width = MAX (width, MIN (full, brief));
    }

  return MIN (width + 1, REMIT_PLAN_LONGEST_WORD * self->scale) + 2 * HEAD_PADDING;
}

static gboolean
titles_fit (RemitPlan *self,
            RemitFont  font,
            double     width)
{
  for (guint i = 0; i < self->n_heads; i++)
    {
      RemitServiceModel *model = self->heads[i].service_model;

      if (MIN (get_narrowest (self, remit_item_get_title (REMIT_ITEM (model)), font),
               get_narrowest (self, remit_service_model_get_short (model), font)) > width)
        return FALSE;
    }
  return TRUE;
}

/* All heads are of one size; one whose title would be broken shows its short title. */
static void
choose_titles (RemitPlan *self,
               double     width)
{
  RemitFont font = titles_fit (self, REMIT_FONT_HEAD, width) ? REMIT_FONT_HEAD : REMIT_FONT_HEAD_SMALL;

  for (guint i = 0; i < self->n_heads; i++)
    {
      RemitServiceModel *model = self->heads[i].service_model;
      const char *title = remit_item_get_title (REMIT_ITEM (model));

      if (remit_measure_text (self->measure, title, font, REMIT_TEXT_UNWRAPPED)->width > width)
        title = remit_service_model_get_short (model);
      self->heads[i].title = remit_measure_text (self->measure, title, font, width);
    }
}

/* Captions are shown if all of them take two lines at most. */
static void
choose_captions (RemitPlan *self,
                 double     width,
                 gboolean   wanted)
{
  for (guint i = 0; i < self->n_heads; i++)
    {
      const char *caption = remit_service_model_get_caption (self->heads[i].service_model);

      self->heads[i].caption = NULL;
      if (!wanted || caption == NULL)
        continue;
      self->heads[i].caption = remit_measure_text (self->measure, caption, REMIT_FONT_CAPTION, width);
      if (self->heads[i].caption->n_lines > 2 || get_narrowest (self, caption, REMIT_FONT_CAPTION) > width)
        {
          choose_captions (self, width, FALSE);
          return;
        }
    }
}

/* Places the heads of a matrix: titles end on one line, captions begin on one. Returns where they end. */
double
remit_plan_place_heads (RemitPlan *self,
                        double     top,
                        gboolean   captions)
{
  double width = self->cell_width - 2 * HEAD_PADDING;
  double titles = 0;
  double under = 0;

  choose_titles (self, width);
  choose_captions (self, width, captions);
  for (guint i = 0; i < self->n_heads; i++)
    {
      titles = MAX (titles, self->heads[i].title->height);
      if (self->heads[i].caption != NULL)
        under = MAX (under, self->heads[i].caption->height + CAPTION_GAP);
    }

  for (guint i = 0; i < self->n_heads; i++)
    {
      RemitPlanHead *head = &self->heads[i];
      double x = self->columns[i].x;
      double y = top + HEAD_SPACE + titles;

      head->box = (cairo_rectangle_t) { x, top + 4, self->cell_width, 2 * HEAD_SPACE + titles + under - 8 };
      head->title_box = (cairo_rectangle_t) { x, y - head->title->height, self->cell_width, head->title->height };
      if (head->caption != NULL)
        head->caption_box = (cairo_rectangle_t) { x, y + CAPTION_GAP, self->cell_width, head->caption->height };
    }

  return top + 2 * HEAD_SPACE + titles + under;
}

/* Places the heads of a stack: tabs of one width, in as few lines as their texts allow. Returns where they end. */
double
remit_plan_place_tabs (RemitPlan *self,
                       double     top)
{
  double widest = 0;
  double room = self->content_width;
  double width, height = 0;
  guint per_line, n_lines;

  for (guint i = 0; i < self->n_heads; i++)
    {
      const char *title = remit_service_model_get_short (self->heads[i].service_model);

      widest = MAX (widest, remit_measure_text (self->measure, title, REMIT_FONT_HEAD_SMALL, REMIT_TEXT_UNWRAPPED)->width);
    }
  widest = MIN (ceil (widest) + 1 + 2 * TAB_PADDING, WIDEST_TAB * self->scale);
  per_line = CLAMP ((guint) ((room + TAB_GAP) / (widest + TAB_GAP)), 1, self->n_heads);
  n_lines = (self->n_heads + per_line - 1) / per_line;
  per_line = (self->n_heads + n_lines - 1) / n_lines;
  width = (room + TAB_GAP) / per_line - TAB_GAP;

  for (guint i = 0; i < self->n_heads; i++)
    {
      const char *title = remit_service_model_get_short (self->heads[i].service_model);

      self->heads[i].title = remit_measure_text (self->measure, title, REMIT_FONT_HEAD_SMALL, width - 2 * TAB_PADDING);
      height = MAX (height, self->heads[i].title->height + 16);
    }
  height = MAX (ceil (height), 44);
  for (guint i = 0; i < self->n_heads; i++)
    {
      RemitPlanHead *head = &self->heads[i];

      head->box = (cairo_rectangle_t) { self->left + (i % per_line) * (width + TAB_GAP), top + (i / per_line) * (height + TAB_GAP), width, height };
      head->title_box = head->box;
    }

  return top + n_lines * (height + TAB_GAP) - TAB_GAP + 12;
}
