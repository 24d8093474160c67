/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "libremit-story.h"

G_BEGIN_DECLS

/* What the scene of a player asks, what can be answered, and what became of it. Not seen where it asks nothing. */
#define REMIT_TYPE_QUESTION_VIEW (remit_question_view_get_type ())
G_DECLARE_FINAL_TYPE (RemitQuestionView, remit_question_view, REMIT, QUESTION_VIEW, GtkBox)

GtkWidget *remit_question_view_new (void);
void remit_question_view_set_player (RemitQuestionView *self, RemitPlayer *player);
gboolean remit_question_view_answer_choice (RemitQuestionView *self, guint option);
gboolean remit_question_view_answer_cell (RemitQuestionView *self, RemitLayer *layer, RemitServiceModel *service_model);
GtkWidget *remit_question_view_get_result (RemitQuestionView *self); /* (transfer none): what became of the last answer */

G_END_DECLS
