/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-equivalences.h"

G_BEGIN_DECLS

/* What a move from one service model to another means for the reader, who is the document's first party. */
typedef enum
{
  REMIT_CHANGE_HAND_OVER, /* the reader's, alone or with others, before; others' alone after */
  REMIT_CHANGE_KEEP,      /* the reader's, with the same owner after as before */
  REMIT_CHANGE_SHARE,     /* shared with the reader after, by others than before */
  REMIT_CHANGE_TAKE,      /* the reader's alone after, and not before */
  REMIT_CHANGE_OTHERS,    /* not the reader's, before or after */
  REMIT_CHANGE_OPEN,      /* before or after it depends on something */
} RemitChange;

GType remit_change_get_type (void);
#define REMIT_TYPE_CHANGE (remit_change_get_type ())
#define REMIT_N_CHANGES (REMIT_CHANGE_OPEN + 1)

const char *remit_change_get_title (RemitChange change); /* "You hand over" */

/* A layer, beside what it corresponds to. */
#define REMIT_TYPE_COMPARISON_ROW (remit_comparison_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitComparisonRow, remit_comparison_row, REMIT, COMPARISON_ROW, GObject)

RemitLayer *remit_comparison_row_get_layer (RemitComparisonRow *self);       /* (transfer none) (nullable) */
RemitLayer *remit_comparison_row_get_other_layer (RemitComparisonRow *self); /* (transfer none) (nullable) */
const char *remit_comparison_row_get_note (RemitComparisonRow *self);        /* (nullable): how far the likeness goes */
char *remit_comparison_row_dup_title (RemitComparisonRow *self);
RemitResponsibility *remit_comparison_row_get_cell (RemitComparisonRow *self, guint column);       /* (transfer none) (nullable) */
RemitResponsibility *remit_comparison_row_get_other_cell (RemitComparisonRow *self, guint column); /* (transfer none) (nullable) */
RemitAgreement remit_comparison_row_get_agreement (RemitComparisonRow *self, guint column);
char *remit_comparison_row_dup_owners (RemitComparisonRow *self, guint column);
RemitChange remit_comparison_row_get_change (RemitComparisonRow *self);

/* Two service models of a framework, or two frameworks, side by side: an immutable GListModel of RemitComparisonRow. */
#define REMIT_TYPE_COMPARISON (remit_comparison_get_type ())
G_DECLARE_FINAL_TYPE (RemitComparison, remit_comparison, REMIT, COMPARISON, GObject)

RemitComparison *remit_comparison_new_service_models (RemitFramework *framework, RemitServiceModel *from, RemitServiceModel *to);
RemitComparison *remit_comparison_new_frameworks (RemitFramework *framework, RemitFramework *other);
gboolean remit_comparison_is_move (RemitComparison *self);                       /* of service models */
RemitFramework *remit_comparison_get_framework (RemitComparison *self);          /* (transfer none) */
RemitFramework *remit_comparison_get_other_framework (RemitComparison *self);    /* (transfer none): the same in a move */
const char *remit_comparison_get_framework_title (RemitComparison *self);        /* "Azure · January 2026" */
const char *remit_comparison_get_other_framework_title (RemitComparison *self);
const char *remit_comparison_get_title (RemitComparison *self);
guint remit_comparison_get_n_columns (RemitComparison *self);
RemitServiceModel *remit_comparison_get_service_model (RemitComparison *self, guint column);       /* (transfer none) */
RemitServiceModel *remit_comparison_get_other_service_model (RemitComparison *self, guint column); /* (transfer none) */
char *remit_comparison_dup_column_title (RemitComparison *self, guint column);
guint remit_comparison_count (RemitComparison *self, RemitAgreement agreement);
char *remit_comparison_dup_summary (RemitComparison *self);
char *remit_comparison_to_text (RemitComparison *self);
char *remit_comparison_to_markdown (RemitComparison *self);

G_END_DECLS
