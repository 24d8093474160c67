/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libremit-study.h>

G_BEGIN_DECLS

typedef enum
{
  REMIT_PROGRESS_STEP_LOAD, /* saves nothing */
  REMIT_PROGRESS_STEP_SCENE,
  REMIT_PROGRESS_STEP_ANSWER,
  REMIT_PROGRESS_STEP_DONE,
} RemitProgressStepKind;

/* What a step saves, and the records after it: a job for the store's thread. All is owned. */
typedef struct
{
  RemitProgressStepKind kind;
  GStrv people; /* (nullable) */
  char *lesson;
  char *scene; /* (nullable) */
  guint n_checks;
  gboolean is_right;
  gint64 now;
  GPtrArray *records; /* of the first of the people */
} RemitProgressStep;

void remit_progress_step_free (gpointer step);
gboolean remit_progress_step_take (RemitProgressStore *store, gpointer step, GError **error);

G_END_DECLS
