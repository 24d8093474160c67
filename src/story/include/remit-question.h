/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libremit-model.h>

G_BEGIN_DECLS

typedef enum
{
  REMIT_QUESTION_CHOICE, /* one of the options is right */
  REMIT_QUESTION_CELL,   /* a cell is looked for, and any of the answers is right */
  REMIT_QUESTION_ORDER,  /* the options are put into their order */
} RemitQuestionKind;

GType remit_question_kind_get_type (void);
#define REMIT_TYPE_QUESTION_KIND (remit_question_kind_get_type ())

/* What a scene asks; immutable. */
#define REMIT_TYPE_QUESTION (remit_question_get_type ())
G_DECLARE_FINAL_TYPE (RemitQuestion, remit_question, REMIT, QUESTION, GObject)

RemitQuestionKind remit_question_get_kind (RemitQuestion *self);
const char *remit_question_get_prompt (RemitQuestion *self);
const char *const *remit_question_get_options (RemitQuestion *self); /* never NULL: what can be chosen, or the items in the right order */
guint remit_question_get_n_options (RemitQuestion *self);
GListModel *remit_question_get_answers (RemitQuestion *self); /* (transfer none): of RemitResponsibility, the cells that are right */
guint remit_question_get_right_choice (RemitQuestion *self);  /* the option that is right; 0 for other kinds */
const char *remit_question_get_right (RemitQuestion *self);   /* why the right answer is right */

gboolean remit_question_judge_choice (RemitQuestion *self, guint option, const char **explanation);
gboolean remit_question_judge_cell (RemitQuestion *self, RemitResponsibility *cell, const char **explanation);
gboolean remit_question_judge_order (RemitQuestion *self, const guint *order, const char **explanation);

G_END_DECLS
