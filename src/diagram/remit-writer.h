/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-plan.h"

G_BEGIN_DECLS

/* What comes out of writing a plan. */
typedef struct
{
  GString *svg;
  GArray *elements; /* of RemitElement, in reading order; objects are borrowed from the framework */
  gsize head_end;   /* where in svg a style may be put in */
  double width;
  double height;
} RemitDocument;

void remit_document_clear (RemitDocument *self);

/* A document being written. */
typedef struct
{
  RemitMeasure *measure;
  double width;    /* of the document */
  double height;
  gboolean rtl;
  RemitPlan *plan; /* of a framework; NULL for coverage, as are the lists of what only frameworks have */
  gboolean hide_owners;
  GString *svg;
  GHashTable *ids; /* a set of those taken; owns them */
  GArray *models;  /* of RemitElement */
  GArray *layers;  /* with their cells */
  GArray *zones;
  GArray *owners;
  GArray *lenses;
} RemitWriter;

/* Where a text stands in its box; start is right where the diagram is written right to left. */
typedef enum
{
  REMIT_ALIGN_START,
  REMIT_ALIGN_MIDDLE,
} RemitAlign;

/* What a cell and a swatch of the legend differ in. */
typedef struct
{
  const char *box;     /* class of the box */
  const char *classes; /* before the classes of what is in it */
  const char *color;   /* before the name of a colour */
  double radius;
  double strip;        /* height of a strip of several owners' colours */
} RemitShapeStyle;

RemitDocument remit_writer_write (RemitPlan *plan, const char *font_family, gboolean hide_owners);

/* parts of it */
void remit_writer_begin_root (RemitWriter *self, const char *font_family, const char *title, const char *edition, const char *summary);
cairo_rectangle_t remit_writer_mirror (RemitWriter *self, cairo_rectangle_t box);
const char *remit_writer_begin (RemitWriter *self, GArray *elements, const char *role, gpointer object, const char *classes,
                                const char *kind, const char *id, const char *id_end);
void remit_writer_end (RemitWriter *self);
RemitDocument remit_writer_finish (RemitWriter *self, GArray *elements, gsize head_end);
void remit_writer_add_rect (RemitWriter *self, const char *id, const char *classes, const cairo_rectangle_t *box, double radius);
void remit_writer_add_text (RemitWriter *self, const RemitText *text, const cairo_rectangle_t *box, RemitAlign align,
                            double rotation, const char *class_prefix, const char *class_name);
const char *remit_writer_begin_cell (RemitWriter *self, RemitResponsibility *cell);
void remit_writer_add_cell_box (RemitWriter *self, RemitResponsibility *cell, const char *id, const cairo_rectangle_t *box);
void remit_writer_add_cell_mark (RemitWriter *self, RemitResponsibility *cell, const char *id, const cairo_rectangle_t *box);
void remit_writer_add_building (RemitWriter *self);
void remit_writer_add_mark (RemitWriter *self, const char *cell_id, const cairo_rectangle_t *circle);
void remit_writer_add_owner (RemitWriter *self, const RemitPlanOwner *owner, const cairo_rectangle_t *box, const char *id,
                             const RemitShapeStyle *style, gboolean with_text);

G_END_DECLS
