/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-framework-reader.h"
#include "remit-source.h"

G_BEGIN_DECLS

/* What a duty can be. Those of the customer get better upwards. */
typedef enum
{
  REMIT_COVERAGE_MET,
  REMIT_COVERAGE_PARTLY_MET,
  REMIT_COVERAGE_UNMET,
  REMIT_COVERAGE_PROVIDER,
  REMIT_N_COVERAGE_STATES
} RemitCoverageState;

#define REMIT_COVERAGE_BOXES 10 /* in an area, numbered from 1 */

/* A row of boxes. It has the id and the title of a layer. */
#define REMIT_TYPE_AREA (remit_area_get_type ())
G_DECLARE_FINAL_TYPE (RemitArea, remit_area, REMIT, AREA, RemitItem)

guint remit_area_get_position (RemitArea *self); /* from 0, the bottom of the drawing */

/* A box that has a name: what is typically unmet. Its summary says what happens. */
#define REMIT_TYPE_DUTY (remit_duty_get_type ())
G_DECLARE_FINAL_TYPE (RemitDuty, remit_duty, REMIT, DUTY, RemitItem)

RemitArea *remit_duty_get_area (RemitDuty *self);    /* (transfer none) */
guint remit_duty_get_box (RemitDuty *self);          /* its number in the area */
const char *remit_duty_get_reason (RemitDuty *self); /* why it happens */
const char *remit_duty_get_change (RemitDuty *self); /* what the cloud changes about it */

/**
 * RemitCoverage:
 *
 * How duties are met in a traditional environment, in a cloud-enabled one, and on the way from one to the other: areas of boxes, each box a
 * duty. Immutable; any thread may read it.
 *
 * On the way boxes are handed over to the provider, those of the lowest area first. Each frees a resource, which makes one box that stays
 * better by a step: first those that are unmet, each until it is as it ends, then those that are partly met. What is left over is free for
 * other work.
 */
#define REMIT_TYPE_COVERAGE (remit_coverage_get_type ())
G_DECLARE_FINAL_TYPE (RemitCoverage, remit_coverage, REMIT, COVERAGE, RemitItem)

RemitCoverage *remit_coverage_get_default (void); /* (transfer none) */
RemitCoverage *remit_coverage_new (RemitTextFunc text_func, gpointer user_data);

const char *remit_coverage_get_note (RemitCoverage *self);          /* how far it may be believed */
const char *remit_coverage_get_traditional (RemitCoverage *self);   /* the name of what is at 0 */
const char *remit_coverage_get_cloud_enabled (RemitCoverage *self); /* and of what is at 100 */
GListModel *remit_coverage_get_states (RemitCoverage *self);        /* (transfer none): a RemitItem for each RemitCoverageState */
GListModel *remit_coverage_get_areas (RemitCoverage *self);         /* (transfer none): of RemitArea, the lowest first */
GListModel *remit_coverage_get_duties (RemitCoverage *self);        /* (transfer none): of RemitDuty */
GListModel *remit_coverage_get_enablers (RemitCoverage *self);      /* (transfer none): of RemitItem */
GListModel *remit_coverage_get_sources (RemitCoverage *self);       /* (transfer none): of RemitSource */

RemitArea *remit_coverage_find_area (RemitCoverage *self, const char *id); /* (transfer none) (nullable) */
RemitDuty *remit_coverage_find_duty (RemitCoverage *self, RemitArea *area, guint box);
RemitCoverageState remit_coverage_get_state (RemitCoverage *self, RemitArea *area, guint box, double position);
guint remit_coverage_count (RemitCoverage *self, RemitCoverageState state, double position);
char *remit_coverage_dup_box_name (RemitCoverage *self, RemitArea *area, guint box, double position);

G_END_DECLS
