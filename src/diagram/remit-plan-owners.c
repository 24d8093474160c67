/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-plan.h"

#include <glib/gi18n-lib.h>

#define NARROWEST_CELL 84.0
#define SIDE_BY_SIDE_ROOM 30.0 /* around and between the texts of two parties in a cell */
#define WIDEST_PAIR 170.0      /* of cells that titles give way to */
#define SWATCH 20.0
#define LABEL_GAP 8.0
#define ITEM_GAP 26.0

void
remit_plan_collect_owners (RemitPlan *self)
{
  GListModel *owners = remit_framework_get_owners (self->framework);

  self->n_owners = g_list_model_get_n_items (owners);
  self->owners = g_new0 (RemitPlanOwner, self->n_owners);
  for (guint i = 0; i < self->n_owners; i++)
    {
      g_autoptr (RemitOwner) owner = g_list_model_get_item (owners, i);

      self->owners[i].owner = owner;
      self->owners[i].color = remit_owner_get_color (owner);
    }
  for (guint i = 0; i < self->n_owners; i++)
    {
      GListModel *parties = remit_owner_get_parties (self->owners[i].owner);

      self->owners[i].n_parties = g_list_model_get_n_items (parties);
      self->owners[i].parties = g_new0 (guint, self->owners[i].n_parties);
      for (guint j = 0; j < self->owners[i].n_parties; j++)
        {
          g_autoptr (RemitOwner) party = g_list_model_get_item (parties, j);

          self->owners[i].parties[j] = remit_plan_find_owner (self, party);
        }
    }
}

guint
remit_plan_find_owner (RemitPlan  *self,
                       RemitOwner *owner)
{
  for (guint i = 0; i < self->n_owners; i++)
    if (self->owners[i].owner == owner)
      return i;
  g_return_val_if_reached (0);
}

double
remit_plan_get_narrowest_cell (RemitPlan *self)
{
  double width = NARROWEST_CELL * self->scale;

  for (guint i = 0; i < self->n_owners; i++)
    {
      const char *text = remit_owner_get_short (self->owners[i].owner);
      double word = remit_measure_text (self->measure, text, REMIT_FONT_CELL, REMIT_TEXT_NARROWEST)->width;

      width = MAX (width, MIN (word + 1, REMIT_PLAN_LONGEST_WORD * self->scale) + 2 * REMIT_PLAN_CELL_PADDING);
    }

  return width;
}

/* Width that lets the texts of two parties stand side by side. */
static double
get_side_by_side (RemitPlan            *self,
                  const RemitPlanOwner *owner,
                  const RemitText     **first,
                  const RemitText     **second)
{
  *first = remit_measure_text (self->measure, remit_owner_get_short (self->owners[owner->parties[0]].owner), REMIT_FONT_CELL, REMIT_TEXT_UNWRAPPED);
  *second = remit_measure_text (self->measure, remit_owner_get_short (self->owners[owner->parties[1]].owner), REMIT_FONT_CELL, REMIT_TEXT_UNWRAPPED);

  return (*first)->width + (*second)->width + SIDE_BY_SIDE_ROOM * self->scale;
}

/* Width of cells that show any two owners side by side, if that is not too much. */
double
remit_plan_get_comfortable_cell (RemitPlan *self)
{
  double width = 0;

  for (guint i = 0; i < self->n_owners; i++)
    if (self->owners[i].n_parties == 2)
      {
        const RemitText *first, *second;
        double both = get_side_by_side (self, &self->owners[i], &first, &second);

        if (both <= WIDEST_PAIR * self->scale)
          width = MAX (width, both);
      }

  return width;
}

/* Breaks the owners' texts for the width that cells have now. */
void
remit_plan_fit_owners (RemitPlan *self)
{
  for (guint i = 0; i < self->n_owners; i++)
    {
      RemitPlanOwner *owner = &self->owners[i];

      owner->text = remit_measure_text (self->measure, remit_owner_get_short (owner->owner), REMIT_FONT_CELL,
                                        self->cell_width - 2 * REMIT_PLAN_CELL_PADDING);
      owner->first = NULL;
      owner->second = NULL;
      if (owner->n_parties == 2)
        {
          const RemitText *first, *second;

          if (get_side_by_side (self, owner, &first, &second) <= self->cell_width)
            {
              owner->first = first;
              owner->second = second;
            }
        }
    }
}

/**
 * remit_legend_place_key:
 * @text: a text that lives as long as @measure
 * @more: room after the text for what else an entry has
 *
 * Places an entry behind the last one, or in a new line.
 */
void
remit_legend_place_key (RemitLegend  *self,
                        RemitPlanKey *key,
                        RemitMeasure *measure,
                        double        scale,
                        const char   *text,
                        double        more)
{
  double swatch = SWATCH * scale;
  double width, height;

  key->text = remit_measure_text (measure, text, REMIT_FONT_LEGEND, self->end - self->start - swatch - LABEL_GAP - more);
  width = swatch + LABEL_GAP + key->text->width + 1;
  height = MAX (swatch, key->text->height);
  if (self->x > self->start && self->x + width + more > self->end)
    {
      self->x = self->start;
      self->y += self->line + 8;
      self->line = 0;
    }
  self->line = MAX (self->line, height);
  key->hit = (cairo_rectangle_t) { self->x, self->y, width + more, height };
  key->swatch = (cairo_rectangle_t) { self->x, self->y + (height - swatch) / 2, swatch, swatch };
  key->label = (cairo_rectangle_t) { self->x + swatch + LABEL_GAP, self->y, width - swatch - LABEL_GAP, height };
  self->x += width + more + ITEM_GAP * scale;
}

/* Places a swatch for every owner and the mark of disputed cells, in as many lines as it takes, under @top; returns where they end. */
double
remit_plan_place_legend (RemitPlan *self,
                         double     top)
{
  RemitLegend legend = { self->left + self->zone_width, self->left + self->content_width, self->left + self->zone_width, top, 0 };

  for (guint i = 0; i < self->n_owners; i++)
    remit_legend_place_key (&legend, &self->owners[i].key, self->measure, self->scale, remit_owner_get_short (self->owners[i].owner), 0);
  if (self->has_disputed)
    remit_legend_place_key (&legend, &self->disputed, self->measure, self->scale, _("Others name another owner"), 0);
  return legend.y + legend.line;
}
