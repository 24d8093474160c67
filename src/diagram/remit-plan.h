/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-building.h"
#include "remit-diagram.h"
#include "remit-text.h"

G_BEGIN_DECLS

/* Where everything of a diagram goes: boxes in CSS pixels and texts in lines. Written left to right; mirrored by whoever draws it. */

#define REMIT_PLAN_RADIUS 9.0 /* of a cell's corners */
#define REMIT_PLAN_MARK_OUTSIDE(scale) (3.5 + 3 * (scale)) /* how far a mark reaches over the top of its cell */
#define REMIT_PLAN_SLANT 0.3  /* half the way the border between two owners leans over, times the cell's height */

/* An entry of the legend. */
typedef struct
{
  cairo_rectangle_t swatch;
  cairo_rectangle_t label;
  cairo_rectangle_t hit; /* both */
  const RemitText *text;
} RemitPlanKey;

/* Where the next entry of a legend may stand. */
typedef struct
{
  double start, end;
  double x, y;
  double line; /* height of the line so far */
} RemitLegend;

/* How an owner is drawn. */
typedef struct
{
  RemitOwner *owner;    /* borrowed */
  const char *color;    /* (nullable): of a party, a name of the palette */
  guint *parties;       /* of a shared owner: positions in the plan's owners */
  guint n_parties;
  const RemitText *text;     /* in a cell */
  const RemitText *first;    /* both texts of two parties side by side in a cell; NULL where they do not fit */
  const RemitText *second;
  RemitPlanKey key;
} RemitPlanOwner;

typedef struct
{
  RemitServiceModel *service_model; /* borrowed */
  gboolean selected;
  cairo_rectangle_t box;
  cairo_rectangle_t title_box;
  const RemitText *title;
  cairo_rectangle_t caption_box;
  const RemitText *caption; /* (nullable) */
} RemitPlanHead;

typedef struct
{
  RemitLayer *layer; /* borrowed */
  cairo_rectangle_t box; /* of the title */
  cairo_rectangle_t title_box;
  const RemitText *title;
  double title_need; /* height its text needs */
  double cell_y;
  double cell_height;
  /* of a building: */
  const RemitBuildingPart *part; /* (nullable) borrowed: %NULL where the drawing has none */
  cairo_rectangle_t badge;       /* beside or under the title */
  cairo_rectangle_t pin;         /* of a numbered part, the circle before the title */
  char number[4];
  const RemitText *pin_text; /* (nullable): %NULL where a leader line shows what the label is for */
} RemitPlanRow;

typedef struct
{
  RemitZone *zone; /* (nullable) borrowed */
  guint first_row;
  guint n_rows;
  cairo_rectangle_t box;
  cairo_rectangle_t title_box;
  const RemitText *title; /* (nullable) */
  gboolean rotated;
} RemitPlanBand;

typedef struct
{
  RemitServiceModel *service_model; /* borrowed */
  double x;
  cairo_rectangle_t lens;
} RemitPlanColumn;

typedef struct
{
  RemitFramework *framework; /* borrowed */
  const RemitLayout *layout; /* borrowed */
  RemitMeasure *measure;
  double scale;

  RemitPlanOwner *owners;
  guint n_owners;
  gboolean has_disputed; /* whether others disagree on a cell, be it drawn or not */
  RemitPlanKey disputed;
  RemitPlanHead *heads;
  guint n_heads;
  RemitPlanColumn *columns;
  guint n_columns;
  RemitPlanRow *rows;
  guint n_rows;
  RemitPlanBand *bands;
  guint n_bands;

  cairo_rectangle_t house; /* of a building */
  gboolean piled;     /* cells under their layers' titles, not beside them */
  double zone_width;  /* of the column of rotated zone titles */
  double title_width; /* of the column of layer titles */
  double mark_room;   /* between titles and cells under them, for the cells' marks */
  double cell_width;
  double cell_need;     /* height its text needs */
  double left;          /* where the bands begin */
  double content_width; /* of the bands */
  double width;         /* of the document */
  double height;
} RemitPlan;

RemitPlan *remit_plan_new (RemitFramework *framework, const RemitLayout *layout, const char *font_family);
void remit_plan_free (RemitPlan *self);
guint remit_plan_find_owner (RemitPlan *self, RemitOwner *owner);
cairo_rectangle_t remit_plan_get_cell (RemitPlan *self, guint row, guint column);
cairo_rectangle_t remit_plan_get_mark (RemitPlan *self, const cairo_rectangle_t *cell);

void remit_legend_place_key (RemitLegend *self, RemitPlanKey *key, RemitMeasure *measure, double scale, const char *text, double more);

/* steps of remit_plan_new() */
void remit_plan_place_building (RemitPlan *self);
void remit_plan_collect_owners (RemitPlan *self);
double remit_plan_get_narrowest_cell (RemitPlan *self);
double remit_plan_get_comfortable_cell (RemitPlan *self);
void remit_plan_fit_owners (RemitPlan *self);
double remit_plan_place_legend (RemitPlan *self, double top);
double remit_plan_get_narrowest_head (RemitPlan *self);
double remit_plan_place_heads (RemitPlan *self, double top, gboolean captions);
double remit_plan_place_tabs (RemitPlan *self, double top);
void remit_plan_fit_rows (RemitPlan *self);
double remit_plan_place_rows (RemitPlan *self, double top, double row_height);

#define REMIT_PLAN_MARGIN 12.0      /* around everything */
#define REMIT_PLAN_COLUMN_GAP 10.0  /* between cells */
#define REMIT_PLAN_CELL_PADDING 8.0 /* at the sides of a cell's text */
#define REMIT_PLAN_LENS_MARGIN 6.0  /* how far a lens is wider than its cells */
#define REMIT_PLAN_LONGEST_WORD 150.0 /* that is kept whole at 100 % text, whatever the width */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitPlan, remit_plan_free)

G_END_DECLS
