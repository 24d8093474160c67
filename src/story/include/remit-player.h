/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-storyboard.h"

G_BEGIN_DECLS

typedef enum
{
  REMIT_VERDICT_NONE, /* not answered */
  REMIT_VERDICT_RIGHT,
  REMIT_VERDICT_WRONG,
} RemitVerdict;

GType remit_verdict_get_type (void);
#define REMIT_TYPE_VERDICT (remit_verdict_get_type ())

/* Goes through a storyboard: where one is, what was answered, what is shown. */
#define REMIT_TYPE_PLAYER (remit_player_get_type ())
G_DECLARE_FINAL_TYPE (RemitPlayer, remit_player, REMIT, PLAYER, GObject)

RemitPlayer *remit_player_new (RemitStoryboard *storyboard, guint32 seed);
RemitStoryboard *remit_player_get_storyboard (RemitPlayer *self); /* (transfer none) */

guint remit_player_get_position (RemitPlayer *self);
RemitScene *remit_player_get_scene (RemitPlayer *self); /* (transfer none) */
gboolean remit_player_get_can_go_next (RemitPlayer *self);
gboolean remit_player_get_can_go_previous (RemitPlayer *self);
gboolean remit_player_next (RemitPlayer *self);
gboolean remit_player_previous (RemitPlayer *self);
gboolean remit_player_jump (RemitPlayer *self, guint position);
gboolean remit_player_jump_to (RemitPlayer *self, const char *id);

void remit_player_reveal (RemitPlayer *self);
RemitVerdict remit_player_answer_choice (RemitPlayer *self, guint option);
RemitVerdict remit_player_answer_cell (RemitPlayer *self, RemitLayer *layer, RemitServiceModel *service_model);
RemitVerdict remit_player_answer_order (RemitPlayer *self, const guint *order, guint length);

gboolean remit_player_get_revealed (RemitPlayer *self);
gboolean remit_player_get_owners_hidden (RemitPlayer *self);
RemitVerdict remit_player_get_verdict (RemitPlayer *self);       /* of the last answer to this scene's question */
RemitVerdict remit_player_get_first_verdict (RemitPlayer *self); /* of the first one */
const char *remit_player_get_explanation (RemitPlayer *self);    /* (nullable): of the last answer, or of the right one once revealed */
const guint *remit_player_get_answer (RemitPlayer *self, guint *length); /* (nullable): the last answer; see below */
const guint *remit_player_get_order (RemitPlayer *self, guint *length);  /* (nullable): the order in which items are shown */
RemitVerdict remit_player_get_first_verdict_at (RemitPlayer *self, guint position);

guint remit_player_get_n_questions (RemitPlayer *self);
guint remit_player_get_n_right (RemitPlayer *self); /* at the first try */
double remit_player_get_progress (RemitPlayer *self); /* which part of the scenes was seen, 0 to 1 */
const char *remit_player_get_announcement (RemitPlayer *self);

char *remit_player_dup_state (RemitPlayer *self);
gboolean remit_player_restore (RemitPlayer *self, const char *state);

G_END_DECLS
