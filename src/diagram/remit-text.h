/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The kinds of text a diagram has. */
typedef enum
{
  REMIT_FONT_HEAD,
  REMIT_FONT_HEAD_SMALL,
  REMIT_FONT_CAPTION,
  REMIT_FONT_ZONE,
  REMIT_FONT_ZONE_SMALL,
  REMIT_FONT_LAYER,
  REMIT_FONT_CELL,
  REMIT_FONT_LEGEND,
  REMIT_N_FONTS
} RemitFont;

typedef struct
{
  char *text;
  double width;
} RemitLine;

/* A text broken into lines. Owned by the measure that made it. */
typedef struct
{
  RemitFont font;
  gboolean rtl;       /* its own direction, which need not be the diagram's */
  double width;       /* of its widest line */
  double height;      /* it needs, when set so that its capitals are centred */
  double line_height; /* from baseline to baseline */
  guint n_lines;
  RemitLine *lines;
} RemitText;

#define REMIT_TEXT_UNWRAPPED -1.0  /* one line */
#define REMIT_TEXT_NARROWEST 0.0   /* a line for each part that cannot be broken; the width is that of the longest word */

/* Measures text, each distinct one once. For one thread. */
typedef struct _RemitMeasure RemitMeasure;

RemitMeasure *remit_measure_new (const char *font_family, double scale, gboolean rtl);
void remit_measure_free (RemitMeasure *self);
const RemitText *remit_measure_text (RemitMeasure *self, const char *text, RemitFont font, double width);
double remit_measure_get_size (RemitMeasure *self, RemitFont font);
double remit_measure_get_cap_height (RemitMeasure *self, RemitFont font);
int remit_font_get_weight (RemitFont font);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitMeasure, remit_measure_free)

G_END_DECLS
