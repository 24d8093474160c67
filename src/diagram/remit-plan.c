/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-plan.h"

#include <math.h>

#define WIDEST_DIAGRAM 1240.0
#define WIDEST_CELL 190.0
#define NARROWEST_TITLES 96.0 /* of the column of layer titles; less where all are shorter */
#define WIDEST_TITLES 280.0
#define TITLE_GAP 12.0        /* between a layer's title and its cells */
#define BAND_END 14.0         /* between the last cells and the end of the band */
#define BAND_START 16.0       /* between the start of the band and layer titles, without rotated zone titles */
#define STACK_CELL 0.42       /* of the width of a band */
#define MARK_MARGIN 3.0       /* between a mark in its cell and the edge; over the end it reaches no farther: there is the lens */

static gpointer
borrow_item (GListModel *list,
             guint       position)
{
  g_autoptr (GObject) item = g_list_model_get_item (list, position);

  return item;
}

static gboolean
has_disputed (RemitFramework *framework)
{
  RemitLayer *layer;
  RemitServiceModel *model;

  for (guint i = 0; (layer = remit_framework_get_layer (framework, i)) != NULL; i++)
    for (guint j = 0; (model = remit_framework_get_service_model (framework, j)) != NULL; j++)
      if (remit_responsibility_is_disputed (remit_framework_get_responsibility (framework, layer, model)))
        return TRUE;
  return FALSE;
}

static void
collect_rows (RemitPlan *self)
{
  GListModel *layers = remit_framework_get_layers (self->framework);
  gboolean has_zones = g_list_model_get_n_items (remit_framework_get_zones (self->framework)) > 0;

  self->n_rows = g_list_model_get_n_items (layers);
  self->rows = g_new0 (RemitPlanRow, self->n_rows);
  self->bands = g_new0 (RemitPlanBand, self->n_rows);
  for (guint i = 0; i < self->n_rows; i++)
    {
      RemitZone *zone;

      self->rows[i].layer = borrow_item (layers, i);
      zone = has_zones ? remit_layer_get_zone (self->rows[i].layer) : NULL;
      if (self->n_bands == 0 || self->bands[self->n_bands - 1].zone != zone)
        {
          self->bands[self->n_bands].zone = zone;
          self->bands[self->n_bands].first_row = i;
          self->n_bands++;
        }
      self->bands[self->n_bands - 1].n_rows++;
    }
}

static void
collect_models (RemitPlan *self)
{
  GListModel *models = remit_framework_get_service_models (self->framework);
  RemitServiceModel *wished = self->layout->service_model;
  gboolean stack = self->layout->arrangement != REMIT_ARRANGEMENT_MATRIX;

  self->n_heads = g_list_model_get_n_items (models);
  self->heads = g_new0 (RemitPlanHead, self->n_heads);
  self->columns = g_new0 (RemitPlanColumn, self->n_heads);
  if (wished != NULL && remit_framework_get_service_model (self->framework, remit_service_model_get_position (wished)) != wished)
    wished = NULL;
  if (stack && wished == NULL)
    wished = remit_framework_get_service_model (self->framework, 0);

  for (guint i = 0; i < self->n_heads; i++)
    {
      self->heads[i].service_model = borrow_item (models, i);
      self->heads[i].selected = self->heads[i].service_model == wished;
      if (!stack || self->heads[i].selected)
        self->columns[self->n_columns++].service_model = self->heads[i].service_model;
    }
}

/* Width of the layer titles, at least and unbroken. */
static void
measure_titles (RemitPlan *self,
                double    *narrowest,
                double    *natural)
{
  *narrowest = 0;
  *natural = 0;
  for (guint i = 0; i < self->n_rows; i++)
    {
      const char *title = remit_item_get_title (REMIT_ITEM (self->rows[i].layer));

      *narrowest = MAX (*narrowest, remit_measure_text (self->measure, title, REMIT_FONT_LAYER, REMIT_TEXT_NARROWEST)->width);
      *natural = MAX (*natural, remit_measure_text (self->measure, title, REMIT_FONT_LAYER, REMIT_TEXT_UNWRAPPED)->width);
    }
  *natural = MIN (ceil (*natural) + 1, WIDEST_TITLES * self->scale);
  *narrowest = MIN (*narrowest + 1, REMIT_PLAN_LONGEST_WORD * self->scale);
  *narrowest = MIN (MAX (*narrowest, NARROWEST_TITLES * self->scale), *natural);
}

/* Width in which no layer title takes more than two lines, between the two given. */
static double
get_two_line_titles (RemitPlan *self,
                     double     narrowest,
                     double     natural)
{
  double width = narrowest;

  for (guint i = 0; i < self->n_rows; i++)
    {
      const char *title = remit_item_get_title (REMIT_ITEM (self->rows[i].layer));

      while (width < natural && remit_measure_text (self->measure, title, REMIT_FONT_LAYER, width)->n_lines > 2)
        width += 8 * self->scale;
    }
  return MIN (width, natural);
}

static void
place_in_the_middle (RemitPlan *self)
{
  double least = self->content_width + 2 * REMIT_PLAN_MARGIN;

  self->width = least > self->layout->width + 0.01 ? ceil (least) : self->layout->width;
  self->left = floor ((self->width - self->content_width) / 2);
}

static void
place_matrix_columns (RemitPlan *self)
{
  double n = self->n_columns;
  double fixed = self->zone_width + TITLE_GAP + (n - 1) * REMIT_PLAN_COLUMN_GAP + BAND_END;
  double narrowest_title, natural_title;
  double narrowest_cell = MAX (remit_plan_get_narrowest_cell (self), remit_plan_get_narrowest_head (self));
  double room = MIN (self->layout->width - 2 * REMIT_PLAN_MARGIN, MAX (WIDEST_DIAGRAM, WIDEST_DIAGRAM * self->scale)) - fixed;

  measure_titles (self, &narrowest_title, &natural_title);
  /* Titles are broken where that lets cells show two owners side by side. Where not even that helps, titles and cells share what there is:
   * titles of two lines are enough. */
  self->title_width = room - n * MAX (narrowest_cell, remit_plan_get_comfortable_cell (self));
  if (self->title_width < narrowest_title)
    self->title_width = MIN (room - n * narrowest_cell, get_two_line_titles (self, narrowest_title, natural_title));
  self->title_width = CLAMP (self->title_width, narrowest_title, natural_title);
  self->cell_width = floor ((room - self->title_width) / n);
  self->cell_width = CLAMP (self->cell_width, narrowest_cell, MAX (narrowest_cell, WIDEST_CELL * self->scale));
  /* Cells as wide as they get leave the rest to titles that were broken. */
  self->title_width = CLAMP (room - n * self->cell_width, narrowest_title, natural_title);

  self->content_width = fixed + self->title_width + n * self->cell_width;
  place_in_the_middle (self);
  for (guint i = 0; i < self->n_columns; i++)
    self->columns[i].x = self->left + self->zone_width + self->title_width + TITLE_GAP + i * (self->cell_width + REMIT_PLAN_COLUMN_GAP);
}

static void
place_stack_column (RemitPlan *self)
{
  double narrowest_title, natural_title;
  double narrowest_cell = remit_plan_get_narrowest_cell (self);
  double fixed = BAND_START + TITLE_GAP + BAND_END;
  double wished = MIN (self->layout->width - 2 * REMIT_PLAN_MARGIN, 640.0 * MAX (1, self->scale));

  measure_titles (self, &narrowest_title, &natural_title);
  self->zone_width = BAND_START;
  self->piled = fixed + narrowest_title + narrowest_cell > wished;
  if (self->piled)
    {
      fixed = BAND_START + BAND_END;
      self->cell_width = MAX (wished - fixed, MAX (narrowest_title, narrowest_cell));
      self->title_width = self->cell_width;
      self->content_width = fixed + self->cell_width;
    }
  else
    {
      self->cell_width = MIN (floor (wished * STACK_CELL), wished - fixed - narrowest_title);
      self->cell_width = MAX (self->cell_width, narrowest_cell);
      self->title_width = wished - fixed - self->cell_width;
      self->content_width = wished;
    }
  place_in_the_middle (self);
  self->columns[0].x = self->left + self->content_width - BAND_END - self->cell_width;
}

static double
place_everything (RemitPlan *self,
                  double     row_height,
                  gboolean   captions)
{
  gboolean stack = self->layout->arrangement == REMIT_ARRANGEMENT_STACK;
  double bottom = stack ? remit_plan_place_tabs (self, REMIT_PLAN_MARGIN)
                        : remit_plan_place_heads (self, REMIT_PLAN_MARGIN, captions);

  bottom = remit_plan_place_rows (self, bottom, row_height);
  for (guint i = 0; i < self->n_columns; i++)
    self->columns[i].lens = (cairo_rectangle_t) { self->columns[i].x - REMIT_PLAN_LENS_MARGIN, REMIT_PLAN_MARGIN,
                                                  self->cell_width + 2 * REMIT_PLAN_LENS_MARGIN, bottom + 3 - REMIT_PLAN_MARGIN };

  return ceil (remit_plan_place_legend (self, bottom + 16) + REMIT_PLAN_MARGIN);
}

/* The highest rows whose diagram is no higher than wished. */
static void
fit_height (RemitPlan *self)
{
  double natural = 28 + 20 * self->scale;
  double lowest = 10 + 20 * self->scale;
  double low = lowest, high = natural;

  self->height = place_everything (self, natural, TRUE);
  if (self->layout->height <= 0 || self->height <= self->layout->height)
    return;

  while (high - low >= 1)
    {
      double middle = floor ((low + high) / 2);

      if (place_everything (self, middle + 1, TRUE) <= self->layout->height)
        low = middle + 1;
      else
        high = middle;
    }

  self->height = place_everything (self, low, TRUE);
  if (self->height > self->layout->height)
    self->height = place_everything (self, low, FALSE);
}

static gboolean
has_rotated_title (RemitPlan *self)
{
  for (guint i = 0; i < self->n_bands; i++)
    if (self->bands[i].rotated)
      return TRUE;
  return FALSE;
}

static gboolean
has_zone_title (RemitPlan *self)
{
  for (guint i = 0; i < self->n_bands; i++)
    if (self->bands[i].zone != NULL)
      return TRUE;
  return FALSE;
}

/**
 * remit_plan_new:
 * @font_family: families as in CSS
 *
 * Lays a framework out: widths first, from what words need; then heights, from how many lines the texts take in these widths.
 */
RemitPlan *
remit_plan_new (RemitFramework    *framework,
                const RemitLayout *layout,
                const char        *font_family)
{
  RemitPlan *self = g_new0 (RemitPlan, 1);

  self->framework = framework;
  self->layout = layout;
  self->scale = layout->text_scale;
  self->has_disputed = has_disputed (framework);
  self->measure = remit_measure_new (font_family, self->scale, layout->rtl);
  remit_plan_collect_owners (self);
  collect_models (self);
  collect_rows (self);

  if (layout->arrangement == REMIT_ARRANGEMENT_BUILDING)
    {
      remit_plan_place_building (self);
      return self;
    }
  if (layout->arrangement == REMIT_ARRANGEMENT_STACK)
    {
      place_stack_column (self);
      remit_plan_fit_owners (self);
      remit_plan_fit_rows (self);
      fit_height (self);
      return self;
    }

  self->zone_width = has_zone_title (self) ? 14 + 32 * self->scale : BAND_START;
  place_matrix_columns (self);
  remit_plan_fit_owners (self);
  remit_plan_fit_rows (self);
  fit_height (self);
  if (has_zone_title (self) && !has_rotated_title (self))
    {
      /* All zone titles are on top of their bands: their column goes to the cells. */
      self->zone_width = BAND_START;
      place_matrix_columns (self);
      remit_plan_fit_owners (self);
      remit_plan_fit_rows (self);
      fit_height (self);
    }

  return self;
}

void
remit_plan_free (RemitPlan *self)
{
  for (guint i = 0; i < self->n_owners; i++)
    g_free (self->owners[i].parties);
  g_free (self->owners);
  g_free (self->heads);
  g_free (self->columns);
  g_free (self->rows);
  g_free (self->bands);
  remit_measure_free (self->measure);
  g_free (self);
}

cairo_rectangle_t
remit_plan_get_cell (RemitPlan *self,
                     guint      row,
                     guint      column)
{
  return (cairo_rectangle_t) { self->columns[column].x, self->rows[row].cell_y, self->cell_width, self->rows[row].cell_height };
}

/* The circle in the upper corner at the end of a cell, clear of the text, which is nowhere nearer to the edge than 4 pixels and half of what
 * its line is higher than capitals. Where cells are as low as they get, it stands on the corner. */
cairo_rectangle_t
remit_plan_get_mark (RemitPlan               *self,
                     const cairo_rectangle_t *cell)
{
  double size = 7 + 7 * self->scale;
  double outside = MAX (REMIT_PLAN_MARK_OUTSIDE (self->scale) - (cell->height - self->cell_need) / 2, -MARK_MARGIN);

  return (cairo_rectangle_t) { cell->x + cell->width + MIN (outside, MARK_MARGIN) - size, cell->y - outside, size, size };
}
