/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-look.h"

G_BEGIN_DECLS

/* The drawing of coverage at a position, with items for what can be chosen in it. */
#define REMIT_TYPE_COVERAGE_PICTURE (remit_coverage_picture_get_type ())
G_DECLARE_FINAL_TYPE (RemitCoveragePicture, remit_coverage_picture, REMIT, COVERAGE_PICTURE, GtkWidget)

void remit_coverage_picture_set_position (RemitCoveragePicture *self, double position);
double remit_coverage_picture_get_shown (RemitCoveragePicture *self);
gboolean remit_coverage_picture_is_fading (RemitCoveragePicture *self);
void remit_coverage_picture_set_focus (RemitCoveragePicture *self, const char *const *areas);
void remit_coverage_picture_set_look (RemitCoveragePicture *self, const RemitLook *look);
void remit_coverage_picture_set_available_size (RemitCoveragePicture *self, int width, int height);
RemitItem *remit_coverage_picture_get_chosen (RemitCoveragePicture *self); /* (transfer none) (nullable) */

G_END_DECLS
