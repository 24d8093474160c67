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
} RemitDocument;

void remit_document_clear (RemitDocument *self);

/* A plan being written. */
typedef struct
{
  RemitPlan *plan;
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
cairo_rectangle_t remit_writer_mirror (RemitWriter *self, cairo_rectangle_t box);
const char *remit_writer_begin (RemitWriter *self, GArray *elements, const char *role, gpointer object, const char *classes,
                                const char *kind, const char *id, const char *id_end);
void remit_writer_end (RemitWriter *self);
void remit_writer_add_rect (RemitWriter *self, const char *id, const char *classes, const cairo_rectangle_t *box, double radius);
void remit_writer_add_text (RemitWriter *self, const RemitText *text, const cairo_rectangle_t *box, RemitAlign align,
                            double rotation, const char *class_prefix, const char *class_name);
void remit_writer_add_owner (RemitWriter *self, const RemitPlanOwner *owner, const cairo_rectangle_t *box, const char *id,
                             const RemitShapeStyle *style, gboolean with_text);

G_END_DECLS
