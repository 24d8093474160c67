/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-player.h"

#include <glib/gi18n-lib.h>

#include "remit-play.h"

/**
 * RemitPlayer:
 *
 * What became of each scene is a RemitPlay. Nobody is locked in: the next scene is always one step away, whatever a scene asks. Owners that a scene hides are shown once they are
 * revealed or its question is answered. A question may be answered again; what counts is the first try, and an answer that is given
 * after the right one was revealed does not count as right.
 */
struct _RemitPlayer
{
  GObject parent_instance;
  RemitStoryboard *storyboard;
  RemitPlay *plays; /* one for each scene */
  guint n_scenes;
  guint position;
  guint32 seed; /* of the order in which items are shown */
  char *announcement;
};

G_DEFINE_ENUM_TYPE (RemitVerdict, remit_verdict,
                    G_DEFINE_ENUM_VALUE (REMIT_VERDICT_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (REMIT_VERDICT_RIGHT, "right"),
                    G_DEFINE_ENUM_VALUE (REMIT_VERDICT_WRONG, "wrong"))

G_DEFINE_FINAL_TYPE (RemitPlayer, remit_player, G_TYPE_OBJECT)

enum
{
  PROP_STORYBOARD = 1,
  PROP_POSITION,
  PROP_SCENE,
  PROP_CAN_GO_NEXT,
  PROP_CAN_GO_PREVIOUS,
  PROP_REVEALED,
  PROP_OWNERS_HIDDEN,
  PROP_VERDICT,
  PROP_FIRST_VERDICT,
  PROP_EXPLANATION,
  PROP_PROGRESS,
  PROP_N_RIGHT,
  PROP_ANNOUNCEMENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
remit_player_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  RemitPlayer *self = REMIT_PLAYER (object);

  switch (prop_id)
    {
    case PROP_STORYBOARD:
      g_value_set_object (value, self->storyboard);
      break;
    case PROP_POSITION:
      g_value_set_uint (value, self->position);
      break;
    case PROP_SCENE:
      g_value_set_object (value, remit_player_get_scene (self));
      break;
    case PROP_CAN_GO_NEXT:
      g_value_set_boolean (value, remit_player_get_can_go_next (self));
      break;
    case PROP_CAN_GO_PREVIOUS:
      g_value_set_boolean (value, remit_player_get_can_go_previous (self));
      break;
    case PROP_REVEALED:
      g_value_set_boolean (value, remit_player_get_revealed (self));
      break;
    case PROP_OWNERS_HIDDEN:
      g_value_set_boolean (value, remit_player_get_owners_hidden (self));
      break;
    case PROP_VERDICT:
      g_value_set_enum (value, (int) remit_player_get_verdict (self));
      break;
    case PROP_FIRST_VERDICT:
      g_value_set_enum (value, (int) remit_player_get_first_verdict (self));
      break;
    case PROP_EXPLANATION:
      g_value_set_string (value, remit_player_get_explanation (self));
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, remit_player_get_progress (self));
      break;
    case PROP_N_RIGHT:
      g_value_set_uint (value, remit_player_get_n_right (self));
      break;
    case PROP_ANNOUNCEMENT:
      g_value_set_string (value, self->announcement);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static RemitPlay *
get_play (RemitPlayer *self)
{
  return &self->plays[self->position];
}

/* Of a scene that comes up: where one is, its words, and what it asks. */
static char *
dup_scene_text (RemitPlayer *self)
{
  RemitScene *scene = remit_player_get_scene (self);
  RemitQuestion *question = remit_scene_get_question (scene);
  g_autofree char *head = g_strdup_printf (_("Scene %u of %u: %s"), self->position + 1, self->n_scenes,
                                           remit_item_get_title (REMIT_ITEM (scene)));

  return g_strjoin ("\n", head, remit_scene_get_caption (scene), question != NULL ? remit_question_get_prompt (question) : NULL, NULL);
}

/* --- changes --- */

/* What properties say, to find out which of them a change was of. */
typedef struct
{
  GValue values[N_PROPS];
} Look;

static void
look (RemitPlayer *self,
      Look        *out)
{
  for (guint i = 1; i < N_PROPS; i++)
    {
      out->values[i] = (GValue) G_VALUE_INIT;
      g_value_init (&out->values[i], properties[i]->value_type);
      remit_player_get_property (G_OBJECT (self), i, &out->values[i], properties[i]);
    }
}

/* Ends a change: takes what there is to announce (transfer full) (nullable), notifies of what is not as it was @before, and clears that. */
static void
end_change (RemitPlayer *self,
            Look        *before,
            char        *announcement)
{
  Look after;

  if (announcement != NULL)
    {
      g_free (self->announcement);
      self->announcement = announcement;
    }
  look (self, &after);
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 1; i < N_PROPS; i++)
    {
      if (g_param_values_cmp (properties[i], &before->values[i], &after.values[i]) != 0)
        g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
      g_value_unset (&before->values[i]);
      g_value_unset (&after.values[i]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

static void
go (RemitPlayer *self,
    guint        position)
{
  Look before;

  look (self, &before);
  self->position = position;
  get_play (self)->is_seen = TRUE;
  end_change (self, &before, dup_scene_text (self));
}

/* Takes an answer that is known to be possible. */
static RemitVerdict
answer (RemitPlayer *self,
        const guint *numbers,
        guint        length)
{
  RemitPlay *play = get_play (self);
  Look before;

  look (self, &before);
  remit_play_answer (play, remit_player_get_scene (self), numbers, length);
  end_change (self, &before, remit_play_dup_text (play, remit_player_get_scene (self)));
  return play->verdict;
}

/* --- class --- */

static void
remit_player_finalize (GObject *object)
{
  RemitPlayer *self = REMIT_PLAYER (object);

  g_free (self->plays);
  g_free (self->announcement);
  g_clear_object (&self->storyboard);

  G_OBJECT_CLASS (remit_player_parent_class)->finalize (object);
}

static void
remit_player_class_init (RemitPlayerClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = remit_player_get_property;
  object_class->finalize = remit_player_finalize;

  properties[PROP_STORYBOARD] = g_param_spec_object ("storyboard", NULL, NULL, REMIT_TYPE_STORYBOARD, flags);
  properties[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SCENE] = g_param_spec_object ("scene", NULL, NULL, REMIT_TYPE_SCENE, flags);
  properties[PROP_CAN_GO_NEXT] = g_param_spec_boolean ("can-go-next", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_GO_PREVIOUS] = g_param_spec_boolean ("can-go-previous", NULL, NULL, FALSE, flags);
  properties[PROP_REVEALED] = g_param_spec_boolean ("revealed", NULL, NULL, FALSE, flags);
  properties[PROP_OWNERS_HIDDEN] = g_param_spec_boolean ("owners-hidden", NULL, NULL, FALSE, flags);
  properties[PROP_VERDICT] = g_param_spec_enum ("verdict", NULL, NULL, REMIT_TYPE_VERDICT, REMIT_VERDICT_NONE, flags);
  properties[PROP_FIRST_VERDICT] = g_param_spec_enum ("first-verdict", NULL, NULL, REMIT_TYPE_VERDICT, REMIT_VERDICT_NONE, flags);
  properties[PROP_EXPLANATION] = g_param_spec_string ("explanation", NULL, NULL, NULL, flags);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_N_RIGHT] = g_param_spec_uint ("n-right", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ANNOUNCEMENT] = g_param_spec_string ("announcement", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
remit_player_init (RemitPlayer *self)
{
}

/**
 * remit_player_new:
 * @seed: decides in which order items are shown that are to be put into order; the same seed gives the same order
 *
 * Returns: (transfer full): a player at the first scene of @storyboard, which is seen then
 */
RemitPlayer *
remit_player_new (RemitStoryboard *storyboard,
                  guint32          seed)
{
  RemitPlayer *self = g_object_new (REMIT_TYPE_PLAYER, NULL);

  g_return_val_if_fail (REMIT_IS_STORYBOARD (storyboard), NULL);

  self->storyboard = g_object_ref (storyboard);
  self->n_scenes = g_list_model_get_n_items (remit_storyboard_get_scenes (storyboard));
  self->plays = g_new0 (RemitPlay, self->n_scenes);
  self->seed = seed;
  remit_play_init_all (self->plays, storyboard, seed);
  go (self, 0);
  return self;
}

RemitStoryboard *
remit_player_get_storyboard (RemitPlayer *self)
{
  g_return_val_if_fail (REMIT_IS_PLAYER (self), NULL);

  return self->storyboard;
}

guint
remit_player_get_position (RemitPlayer *self)
{
  g_return_val_if_fail (REMIT_IS_PLAYER (self), 0);

  return self->position;
}

RemitScene *
remit_player_get_scene (RemitPlayer *self)
{
  g_return_val_if_fail (REMIT_IS_PLAYER (self), NULL);

  return remit_storyboard_get_scene (self->storyboard, self->position);
}

gboolean
remit_player_get_can_go_next (RemitPlayer *self)
{
  g_return_val_if_fail (REMIT_IS_PLAYER (self), FALSE);

  return self->position + 1 < self->n_scenes;
}

gboolean
remit_player_get_can_go_previous (RemitPlayer *self)
{
  g_return_val_if_fail (REMIT_IS_PLAYER (self), FALSE);

  return self->position > 0;
}

/* Returns: whether there is a next scene, which is the current one now */
gboolean
remit_player_next (RemitPlayer *self)
{
  g_return_val_if_fail (REMIT_IS_PLAYER (self), FALSE);

  return remit_player_jump (self, self->position + 1);
}

/* Returns: whether there is a scene before this one, which is the current one now */
gboolean
remit_player_previous (RemitPlayer *self)
{
  g_return_val_if_fail (REMIT_IS_PLAYER (self), FALSE);

  return self->position > 0 && remit_player_jump (self, self->position - 1);
}

/* Returns: whether there is a scene at @position, which is the current one now */
gboolean
remit_player_jump (RemitPlayer *self,
                   guint        position)
{
  g_return_val_if_fail (REMIT_IS_PLAYER (self), FALSE);

  if (position >= self->n_scenes)
    return FALSE;
  if (position != self->position)
    go (self, position);
  return TRUE;
}

/* Returns: whether there is a scene of this id, which is the current one now */
gboolean
remit_player_jump_to (RemitPlayer *self,
                      const char  *id)
{
  RemitScene *scene;

  g_return_val_if_fail (REMIT_IS_PLAYER (self), FALSE);

  scene = remit_storyboard_find_scene (self->storyboard, id);
  return scene != NULL && remit_player_jump (self, remit_scene_get_position (scene));
}

/* Shows the owners where the scene hides them, and why the right answer is right where it asks. */
void
remit_player_reveal (RemitPlayer *self)
{
  RemitQuestion *question;
  RemitPlay *play;
  Look before;
  char *text = NULL;

  g_return_if_fail (REMIT_IS_PLAYER (self));

  play = get_play (self);
  question = remit_scene_get_question (remit_player_get_scene (self));
  if (play->is_revealed || (question == NULL && !remit_player_get_owners_hidden (self)))
    return;
  look (self, &before);
  play->is_revealed = TRUE;
  if (play->verdict == REMIT_VERDICT_NONE)
    text = remit_play_dup_text (play, remit_player_get_scene (self));
  else if (play->verdict == REMIT_VERDICT_WRONG) /* what was wrong with the answer is known already */
    text = g_strdup (remit_question_get_right (question));
  end_change (self, &before, text);
}

/**
 * remit_player_answer_choice:
 * @option: a position in the options of the scene's question, which is a choice
 *
 * Returns: whether it is right; remit_player_get_explanation() says why
 */
RemitVerdict
remit_player_answer_choice (RemitPlayer *self,
                            guint        option)
{
  g_return_val_if_fail (REMIT_IS_PLAYER (self), REMIT_VERDICT_NONE);
  g_return_val_if_fail (remit_play_is_possible (remit_player_get_scene (self), REMIT_QUESTION_CHOICE, &option, 1), REMIT_VERDICT_NONE);

  return answer (self, &option, 1);
}

/**
 * remit_player_answer_cell:
 * @layer: of the scene's framework
 * @service_model: of the scene's framework
 *
 * The scene's question is for a cell.
 *
 * Returns: whether it is right; remit_player_get_explanation() says why
 */
RemitVerdict
remit_player_answer_cell (RemitPlayer       *self,
                          RemitLayer        *layer,
                          RemitServiceModel *service_model)
{
  guint numbers[2];
  RemitFramework *framework;

  g_return_val_if_fail (REMIT_IS_PLAYER (self), REMIT_VERDICT_NONE);
  framework = remit_scene_get_framework (remit_player_get_scene (self));
  numbers[0] = remit_layer_get_position (layer);
  numbers[1] = remit_service_model_get_position (service_model);
  g_return_val_if_fail (remit_framework_get_layer (framework, numbers[0]) == layer, REMIT_VERDICT_NONE);
  g_return_val_if_fail (remit_framework_get_service_model (framework, numbers[1]) == service_model, REMIT_VERDICT_NONE);
  g_return_val_if_fail (remit_play_is_possible (remit_player_get_scene (self), REMIT_QUESTION_CELL, numbers, 2), REMIT_VERDICT_NONE);

  return answer (self, numbers, 2);
}

/**
 * remit_player_answer_order:
 * @order: (array length=length): a position in the options of the scene's question for each of them, as somebody put them
 *
 * The scene's question is for an order.
 *
 * Returns: whether it is right; remit_player_get_explanation() says why
 */
RemitVerdict
remit_player_answer_order (RemitPlayer *self,
                           const guint *order,
                           guint        length)
{
  g_return_val_if_fail (REMIT_IS_PLAYER (self), REMIT_VERDICT_NONE);
  g_return_val_if_fail (remit_play_is_possible (remit_player_get_scene (self), REMIT_QUESTION_ORDER, order, length), REMIT_VERDICT_NONE);

  return answer (self, order, length);
}

gboolean
remit_player_get_revealed (RemitPlayer *self)
{
  g_return_val_if_fail (REMIT_IS_PLAYER (self), FALSE);

  return get_play (self)->is_revealed;
}

gboolean
remit_player_get_owners_hidden (RemitPlayer *self)
{
  g_return_val_if_fail (REMIT_IS_PLAYER (self), FALSE);

  return remit_scene_get_owners_hidden (remit_player_get_scene (self)) && !get_play (self)->is_revealed
         && get_play (self)->verdict == REMIT_VERDICT_NONE;
}

RemitVerdict
remit_player_get_verdict (RemitPlayer *self)
{
  g_return_val_if_fail (REMIT_IS_PLAYER (self), REMIT_VERDICT_NONE);

  return get_play (self)->verdict;
}

RemitVerdict
remit_player_get_first_verdict (RemitPlayer *self)
{
  g_return_val_if_fail (REMIT_IS_PLAYER (self), REMIT_VERDICT_NONE);

  return get_play (self)->first_verdict;
}

RemitVerdict
remit_player_get_first_verdict_at (RemitPlayer *self,
                                   guint        position)
{
  g_return_val_if_fail (REMIT_IS_PLAYER (self) && position < self->n_scenes, REMIT_VERDICT_NONE);

  return self->plays[position].first_verdict;
}

const char *
remit_player_get_explanation (RemitPlayer *self)
{
  g_return_val_if_fail (REMIT_IS_PLAYER (self), NULL);

  return remit_play_get_explanation (get_play (self), remit_player_get_scene (self));
}

/**
 * remit_player_get_answer:
 * @length: (out)
 *
 * Returns: (transfer none) (nullable) (array length=length): the last answer to this scene's question: the option; the positions of layer
 *   and service model in the framework; or the order. %NULL where there is none.
 */
const guint *
remit_player_get_answer (RemitPlayer *self,
                         guint       *length)
{
  g_return_val_if_fail (REMIT_IS_PLAYER (self), NULL);

  *length = get_play (self)->n_answer;
  return *length > 0 ? get_play (self)->answer : NULL;
}

/**
 * remit_player_get_order:
 * @length: (out)
 *
 * Returns: (transfer none) (nullable) (array length=length): where this scene asks for an order, the positions of its items in the order
 *   in which they are shown first, which is never the right one
 */
const guint *
remit_player_get_order (RemitPlayer *self,
                        guint       *length)
{
  g_return_val_if_fail (REMIT_IS_PLAYER (self), NULL);

  *length = get_play (self)->n_order;
  return *length > 0 ? get_play (self)->order : NULL;
}

guint
remit_player_get_n_questions (RemitPlayer *self)
{
  guint n = 0;

  g_return_val_if_fail (REMIT_IS_PLAYER (self), 0);

  for (guint i = 0; i < self->n_scenes; i++)
    n += remit_scene_get_question (remit_storyboard_get_scene (self->storyboard, i)) != NULL;
  return n;
}

guint
remit_player_get_n_right (RemitPlayer *self)
{
  guint n = 0;

  g_return_val_if_fail (REMIT_IS_PLAYER (self), 0);

  for (guint i = 0; i < self->n_scenes; i++)
    n += self->plays[i].first_verdict == REMIT_VERDICT_RIGHT;
  return n;
}

double
remit_player_get_progress (RemitPlayer *self)
{
  guint n = 0;

  g_return_val_if_fail (REMIT_IS_PLAYER (self), 0);

  for (guint i = 0; i < self->n_scenes; i++)
    n += self->plays[i].is_seen;
  return (double) n / self->n_scenes;
}

/* What a screen reader is to be told of the last change: the scene that came up, or what became of an answer. Plain text, with lines. */
const char *
remit_player_get_announcement (RemitPlayer *self)
{
  g_return_val_if_fail (REMIT_IS_PLAYER (self), NULL);

  return self->announcement;
}

/**
 * remit_player_dup_state:
 *
 * Where one is and what was answered, for remit_player_restore().
 *
 * Returns: (transfer full): a line of text
 */
char *
remit_player_dup_state (RemitPlayer *self)
{
  g_return_val_if_fail (REMIT_IS_PLAYER (self), NULL);

  return remit_play_dup_state (self->plays, self->storyboard, self->position, self->seed);
}

/**
 * remit_player_restore:
 * @state: of a player of this storyboard, perhaps as it was before it was edited
 *
 * Takes from @state what the storyboard still has; where the current scene is gone, the first one is current.
 *
 * Returns: whether @state is a state at all; where it is none, nothing changes
 */
gboolean
remit_player_restore (RemitPlayer *self,
                      const char  *state)
{
  gboolean is_state;
  Look before;

  g_return_val_if_fail (REMIT_IS_PLAYER (self), FALSE);

  look (self, &before);
  is_state = remit_play_restore (self->plays, self->storyboard, state, &self->position, &self->seed);
  end_change (self, &before, is_state ? dup_scene_text (self) : NULL);
  return is_state;
}
