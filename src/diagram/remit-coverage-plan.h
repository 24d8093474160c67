/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-plan.h"

G_BEGIN_DECLS

/* Where everything of coverage goes. It is the same at every position, so that on the way nothing moves. */

typedef struct
{
  RemitArea *area; /* borrowed */
  cairo_rectangle_t title_box;
  const RemitText *title;
  double box_y;
  RemitDuty *duty; /* (nullable) borrowed: the one in this area */
  cairo_rectangle_t label_box;
  cairo_rectangle_t mark; /* in the label */
  cairo_rectangle_t text_box;
  const RemitText *text;
} RemitCoverageRow;

typedef struct
{
  RemitItem *state; /* borrowed */
  RemitPlanKey key;
  cairo_rectangle_t count_box;
  char *number;
  const RemitText *count;
} RemitCoverageKey;

typedef struct
{
  RemitItem *enabler; /* borrowed */
  cairo_rectangle_t box;
  const RemitText *title;
} RemitCoverageCard;

typedef struct
{
  RemitCoverage *coverage;   /* borrowed */
  double position;
  const RemitLayout *layout; /* borrowed */
  RemitMeasure *measure;
  double scale;

  cairo_rectangle_t band;
  RemitCoverageRow *rows; /* the highest area first */
  guint n_rows;
  RemitCoverageKey keys[REMIT_N_COVERAGE_STATES];
  RemitCoverageCard *cards;
  guint n_cards;
  const RemitText *note;
  cairo_rectangle_t note_box;

  gboolean piled;     /* boxes under their areas' titles, not beside them */
  double left;        /* where the contents of the band begin */
  double inner_width; /* and how wide they are */
  double title_width;
  double box_x;       /* where the first box begins */
  double step;        /* from box to box */
  double box_width;
  double box_height;
  double width;       /* of the document */
  double height;
} RemitCoveragePlan;

RemitCoveragePlan *remit_coverage_plan_new (RemitCoverage *coverage, double position, const RemitLayout *layout, const char *font_family);
void remit_coverage_plan_free (RemitCoveragePlan *self);
cairo_rectangle_t remit_coverage_plan_get_box (RemitCoveragePlan *self, guint row, guint box);
cairo_rectangle_t remit_coverage_plan_get_mark (RemitCoveragePlan *self, const cairo_rectangle_t *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitCoveragePlan, remit_coverage_plan_free)

G_END_DECLS
