/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-play.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Puts the items into an order that is not the right one: a question that is answered already asks nothing. */
static void
shuffle (RemitPlay *self,
         guint32    seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  gboolean is_right = TRUE;

  for (guint i = 0; i < self->n_order; i++)
    {
      guint j = (guint) g_rand_int_range (rand, 0, (gint32) i + 1);

      self->order[i] = self->order[j];
      self->order[j] = i;
    }
  for (guint i = 0; i < self->n_order; i++)
    is_right = is_right && self->order[i] == i;
  for (guint i = 0; is_right && i < self->n_order; i++)
    self->order[i] = (i + 1) % self->n_order;
}

/* A scene that nobody has seen. */
static void
init_play (RemitPlay  *self,
           RemitScene *scene,
           guint32     seed)
{
  RemitQuestion *question = remit_scene_get_question (scene);

  *self = (RemitPlay){ 0 };
  if (question == NULL || remit_question_get_kind (question) != REMIT_QUESTION_ORDER)
    return;
  self->n_order = MIN (remit_question_get_n_options (question), REMIT_PLAY_MAX_ITEMS);
  shuffle (self, seed);
}

/* @plays: one for each scene. @seed decides in which order items are shown. */
void
remit_play_init_all (RemitPlay       *plays,
                     RemitStoryboard *storyboard,
                     guint32          seed)
{
  RemitScene *scene;

  for (guint i = 0; (scene = remit_storyboard_get_scene (storyboard, i)) != NULL; i++)
    init_play (&plays[i], scene, seed + i);
}

static gboolean
is_permutation (const guint *order,
                guint        length)
{
  guint seen = 0;

  for (guint i = 0; i < length; i++)
    if (order[i] < length)
      seen |= 1u << order[i];
  return seen == (1u << length) - 1;
}

/* Whether @scene asks a question of @kind that can be answered in this way. */
gboolean
remit_play_is_possible (RemitScene       *scene,
                        RemitQuestionKind kind,
                        const guint      *answer,
                        guint             length)
{
  RemitQuestion *question = remit_scene_get_question (scene);
  guint n_options;

  if (question == NULL || remit_question_get_kind (question) != kind)
    return FALSE;
  n_options = remit_question_get_n_options (question);
  switch (kind)
    {
    case REMIT_QUESTION_CHOICE:
      return length == 1 && answer[0] < n_options;
    case REMIT_QUESTION_CELL:
      return length == 2 && remit_framework_get_layer (remit_scene_get_framework (scene), answer[0]) != NULL
             && remit_framework_get_service_model (remit_scene_get_framework (scene), answer[1]) != NULL;
    case REMIT_QUESTION_ORDER:
      return length == n_options && length <= REMIT_PLAY_MAX_ITEMS && is_permutation (answer, length);
    default:
      return FALSE;
    }
}

/* Takes an answer that is possible, and judges it. What is said first is what counts; after the right answer was shown it does not. */
void
remit_play_answer (RemitPlay   *self,
                   RemitScene  *scene,
                   const guint *answer,
                   guint        length)
{
  RemitQuestion *question = remit_scene_get_question (scene);
  RemitFramework *framework = remit_scene_get_framework (scene);
  gboolean is_right;

  switch (remit_question_get_kind (question))
    {
    case REMIT_QUESTION_CHOICE:
      is_right = remit_question_judge_choice (question, answer[0], &self->explanation);
      break;
    case REMIT_QUESTION_CELL:
      is_right = remit_question_judge_cell (question,
                                            remit_framework_get_responsibility (framework, remit_framework_get_layer (framework, answer[0]),
                                                                                remit_framework_get_service_model (framework, answer[1])),
                                            &self->explanation);
      break;
    case REMIT_QUESTION_ORDER:
    default:
      is_right = remit_question_judge_order (question, answer, &self->explanation);
    }
  self->verdict = is_right ? REMIT_VERDICT_RIGHT : REMIT_VERDICT_WRONG;
  if (self->first_verdict == REMIT_VERDICT_NONE)
    self->first_verdict = self->is_revealed ? REMIT_VERDICT_WRONG : self->verdict;
  self->n_answer = length;
  memcpy (self->answer, answer, length * sizeof *answer);
}

/* Of the last answer, or of the right one where that was revealed. */
const char *
remit_play_get_explanation (const RemitPlay *self,
                            RemitScene      *scene)
{
  RemitQuestion *question = remit_scene_get_question (scene);

  if (self->verdict != REMIT_VERDICT_NONE)
    return self->explanation;
  return self->is_revealed && question != NULL ? remit_question_get_right (question) : NULL;
}

/* (transfer full): what a screen reader is to be told of an answer, or of what is revealed. */
char *
remit_play_dup_text (const RemitPlay *self,
                     RemitScene      *scene)
{
  const char *explanation = remit_play_get_explanation (self, scene);

  if (self->verdict == REMIT_VERDICT_RIGHT)
    return g_strjoin (" ", _("Right."), explanation, NULL);
  if (self->verdict == REMIT_VERDICT_WRONG)
    return g_strjoin (" ", _("Not right."), explanation, NULL);
  if (remit_scene_get_owners_hidden (scene))
    return g_strjoin (" ", _("The owners are shown."), explanation, NULL);
  return g_strdup (explanation);
}

/* --- state: a GVariant's text --- */

#define PLAY "(sbbuau)"       /* scene, seen, revealed, first verdict, answer */
#define STATE "(usa" PLAY ")" /* seed, current scene, the scenes that were seen */

/* (transfer full) */
char *
remit_play_dup_state (const RemitPlay *plays,
                      RemitStoryboard *storyboard,
                      guint            position,
                      guint32          seed)
{
  const char *current = remit_item_get_id (REMIT_ITEM (remit_storyboard_get_scene (storyboard, position)));
  GVariantBuilder builder;
  g_autoptr (GVariant) state = NULL;
  RemitScene *scene;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" PLAY));
  for (guint i = 0; (scene = remit_storyboard_get_scene (storyboard, i)) != NULL; i++)
    if (plays[i].is_seen)
      g_variant_builder_add (&builder, "(sbbu@au)", remit_item_get_id (REMIT_ITEM (scene)), plays[i].is_seen, plays[i].is_revealed,
                             (guint32) plays[i].first_verdict,
                             g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, plays[i].answer, plays[i].n_answer, sizeof (guint32)));
  state = g_variant_ref_sink (g_variant_new (STATE, seed, current, &builder));
  return g_variant_print (state, FALSE);
}

/* Takes what a part of the state says and @scene still has: its question may be another one by now. */
static void
restore_play (RemitPlay  *self,
              RemitScene *scene,
              GVariant   *state)
{
  RemitQuestion *question = remit_scene_get_question (scene);
  g_autoptr (GVariant) numbers = NULL;
  const guint32 *answer;
  guint32 first_verdict;
  gsize length;

  g_variant_get (state, "(&sbbu@au)", NULL, &self->is_seen, &self->is_revealed, &first_verdict, &numbers);
  answer = g_variant_get_fixed_array (numbers, &length, sizeof *answer);
  if (question == NULL || length > REMIT_PLAY_MAX_ITEMS
      || !remit_play_is_possible (scene, remit_question_get_kind (question), answer, (guint) length))
    return;
  if (first_verdict <= REMIT_VERDICT_WRONG)
    self->first_verdict = first_verdict;
  remit_play_answer (self, scene, answer, (guint) length);
}

/* Sets everything to what @state says; false, and nothing is set, where it is no state. */
gboolean
remit_play_restore (RemitPlay       *plays,
                    RemitStoryboard *storyboard,
                    const char      *state,
                    guint           *position,
                    guint32         *seed)
{
  g_autoptr (GVariant) variant = g_variant_parse (G_VARIANT_TYPE (STATE), state, NULL, NULL, NULL);
  g_autoptr (GVariantIter) iter = NULL;
  GVariant *play;
  const char *id;
  RemitScene *scene;

  if (variant == NULL)
    return FALSE;
  g_variant_get (variant, "(u&sa" PLAY ")", seed, &id, &iter);
  remit_play_init_all (plays, storyboard, *seed);
  scene = remit_storyboard_find_scene (storyboard, id);
  *position = scene != NULL ? remit_scene_get_position (scene) : 0;
  while ((play = g_variant_iter_next_value (iter)) != NULL)
    {
      g_variant_get_child (play, 0, "&s", &id);
      scene = remit_storyboard_find_scene (storyboard, id);
      if (scene != NULL)
        restore_play (&plays[remit_scene_get_position (scene)], scene, play);
      g_variant_unref (play);
    }
  plays[*position].is_seen = TRUE;
  return TRUE;
}
