/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/* A4, in points. */
#define REMIT_SHEET_WIDTH 595.276
#define REMIT_SHEET_HEIGHT 841.89
#define REMIT_SHEET_MARGIN 56.0
#define REMIT_SHEET_TEXT_WIDTH (REMIT_SHEET_WIDTH - 2 * REMIT_SHEET_MARGIN)

/* How a text is set. */
typedef enum
{
  REMIT_FACE_BRAND,
  REMIT_FACE_HEADING,
  REMIT_FACE_NAME_LARGE, /* of a person: the first that has room for it in two lines */
  REMIT_FACE_NAME_MEDIUM,
  REMIT_FACE_NAME_SMALL,
  REMIT_FACE_LEAD,
  REMIT_FACE_TITLE,
  REMIT_FACE_HEAD, /* of a column */
  REMIT_FACE_CELL,
  REMIT_FACE_CELL_STRONG,
  REMIT_FACE_NOTE,
  REMIT_N_FACES
} RemitFace;

/* In data/diagram/tokens.json: those of the light theme. */
typedef enum
{
  REMIT_INK_BLUE = 0x1c71d8,
  REMIT_INK_TEAL = 0x57d9be, /* of the icon */
  REMIT_INK_BAND = 0xf0eff1,
  REMIT_INK_LINE = 0xdfdee2,
} RemitInk;

typedef enum
{
  REMIT_SIDE_START,
  REMIT_SIDE_END,
} RemitSide;

/* Pages of a PDF on which text and shapes are put. Distances across are from the side where reading begins, those down from the top. */
typedef struct _RemitSheet RemitSheet;

RemitSheet *remit_sheet_new (const char *title, gint64 now, gboolean rtl);
void remit_sheet_free (RemitSheet *self);
PangoLayout *remit_sheet_create_text (RemitSheet *self, const char *text, RemitFace face, double width);
double remit_sheet_get_height (PangoLayout *text);
double remit_sheet_put (RemitSheet *self, PangoLayout *text, double x, double y, RemitSide side);
void remit_sheet_fill (RemitSheet *self, double x, double y, double width, double height, RemitInk ink);
void remit_sheet_put_icon (RemitSheet *self, double x, double y, double size);
void remit_sheet_begin (RemitSheet *self, const char *structure);
void remit_sheet_end (RemitSheet *self, const char *structure);
void remit_sheet_next_page (RemitSheet *self);
GBytes *remit_sheet_finish (RemitSheet *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitSheet, remit_sheet_free)

G_END_DECLS
