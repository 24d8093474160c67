/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-look.h"

G_BEGIN_DECLS

/* How duties are met, from traditional to cloud-enabled: the picture, a slider, and what is said about a thing that is chosen. */
#define REMIT_TYPE_COVERAGE_VIEW (remit_coverage_view_get_type ())
G_DECLARE_FINAL_TYPE (RemitCoverageView, remit_coverage_view, REMIT, COVERAGE_VIEW, GtkWidget)

GtkWidget *remit_coverage_view_new (void);
void remit_coverage_view_set_position (RemitCoverageView *self, double position, gboolean animate);
double remit_coverage_view_get_position (RemitCoverageView *self);
const char *remit_coverage_view_get_status (RemitCoverageView *self);
void remit_coverage_view_set_focus (RemitCoverageView *self, const char *const *areas);
void remit_coverage_view_set_look (RemitCoverageView *self, const RemitLook *look);

G_END_DECLS
