/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "libremit-model.h"

G_BEGIN_DECLS

/* The drawing of a house, cut open: a shape for each layer that has a part in it. It has units of its own and is written left to right. */

#define REMIT_BUILDING_WIDTH 520.0
#define REMIT_BUILDING_HEIGHT 448.0
#define REMIT_BUILDING_SIDE 12.0 /* where leader lines come in from the start; as far from the other end */

typedef struct
{
  const char *layer; /* id of the layer it stands for */
  gboolean at_end;   /* whether its label is at the end of lines, not at the start */
  double label_y;    /* where its leader line comes in */
  double x, y;       /* where the line leads to: in the shape */
  double pin_x, pin_y; /* middle of its number, where there is no line: in the shape, even with large text */
  const char *shape; /* data of an SVG path, filled by the even-odd rule: what is cut out shows what is behind */
} RemitBuildingPart;

const RemitBuildingPart *remit_building_get_part (guint position);
const RemitBuildingPart *remit_building_find_part (const char *layer);
gboolean remit_building_can_show (RemitFramework *framework);
const char *remit_building_get_ground (void);
const char *remit_building_get_rooms (void);

G_END_DECLS
