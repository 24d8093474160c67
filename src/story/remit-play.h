/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-player.h"

G_BEGIN_DECLS

#define REMIT_PLAY_MAX_ITEMS 8 /* of an order, the longest answer there is */

/* What became of one scene. */
typedef struct
{
  gboolean is_seen;
  gboolean is_revealed;
  RemitVerdict first_verdict;
  RemitVerdict verdict;
  const char *explanation; /* of the verdict; borrowed from the question */
  guint answer[REMIT_PLAY_MAX_ITEMS];
  guint n_answer; /* 0 where there is none */
  guint order[REMIT_PLAY_MAX_ITEMS];
  guint n_order; /* 0 where no order is asked for */
} RemitPlay;

void remit_play_init_all (RemitPlay *plays, RemitStoryboard *storyboard, guint32 seed);
gboolean remit_play_is_possible (RemitScene *scene, RemitQuestionKind kind, const guint *answer, guint length);
void remit_play_answer (RemitPlay *self, RemitScene *scene, const guint *answer, guint length);
const char *remit_play_get_explanation (const RemitPlay *self, RemitScene *scene); /* (nullable) */
char *remit_play_dup_text (const RemitPlay *self, RemitScene *scene);

char *remit_play_dup_state (const RemitPlay *plays, RemitStoryboard *storyboard, guint position, guint32 seed);
gboolean remit_play_restore (RemitPlay *plays, RemitStoryboard *storyboard, const char *state, guint *position, guint32 *seed);

G_END_DECLS
