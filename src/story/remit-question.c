/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-story-values.h"

G_DEFINE_ENUM_TYPE (RemitQuestionKind, remit_question_kind,
                    G_DEFINE_ENUM_VALUE (REMIT_QUESTION_CHOICE, "choice"),
                    G_DEFINE_ENUM_VALUE (REMIT_QUESTION_CELL, "cell"),
                    G_DEFINE_ENUM_VALUE (REMIT_QUESTION_ORDER, "order"))

/* What an empty list is: callers iterate without asking first. */
static const char *const no_texts[] = { NULL };

G_DEFINE_FINAL_TYPE (RemitQuestion, remit_question, G_TYPE_OBJECT)

enum
{
  PROP_KIND = 1,
  PROP_PROMPT,
  PROP_OPTIONS,
  PROP_ANSWERS,
  PROP_RIGHT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
remit_question_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  RemitQuestion *self = REMIT_QUESTION (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, (int) self->kind);
      break;
    case PROP_PROMPT:
      g_value_set_string (value, self->prompt);
      break;
    case PROP_OPTIONS:
      g_value_set_boxed (value, remit_question_get_options (self));
      break;
    case PROP_ANSWERS:
      g_value_set_object (value, self->answers);
      break;
    case PROP_RIGHT:
      g_value_set_string (value, remit_question_get_right (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_question_finalize (GObject *object)
{
  RemitQuestion *self = REMIT_QUESTION (object);

  g_free (self->prompt);
  g_strfreev (self->options);
  g_strfreev (self->explanations);
  g_clear_object (&self->answers);
  g_clear_object (&self->mistakes);
  g_free (self->right);
  g_free (self->wrong);

  G_OBJECT_CLASS (remit_question_parent_class)->finalize (object);
}

static void
remit_question_class_init (RemitQuestionClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = remit_question_get_property;
  object_class->finalize = remit_question_finalize;

  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, REMIT_TYPE_QUESTION_KIND, REMIT_QUESTION_CHOICE, flags);
  properties[PROP_PROMPT] = g_param_spec_string ("prompt", NULL, NULL, NULL, flags);
  properties[PROP_OPTIONS] = g_param_spec_boxed ("options", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_ANSWERS] = g_param_spec_object ("answers", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_RIGHT] = g_param_spec_string ("right", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
remit_question_init (RemitQuestion *self)
{
}

RemitQuestionKind
remit_question_get_kind (RemitQuestion *self)
{
  g_return_val_if_fail (REMIT_IS_QUESTION (self), REMIT_QUESTION_CHOICE);

  return self->kind;
}

const char *
remit_question_get_prompt (RemitQuestion *self)
{
  g_return_val_if_fail (REMIT_IS_QUESTION (self), NULL);

  return self->prompt;
}

const char *const *
remit_question_get_options (RemitQuestion *self)
{
  g_return_val_if_fail (REMIT_IS_QUESTION (self), NULL);

  return self->options != NULL ? (const char *const *) self->options : no_texts;
}

guint
remit_question_get_n_options (RemitQuestion *self)
{
  g_return_val_if_fail (REMIT_IS_QUESTION (self), 0);

  return g_strv_length ((char **) remit_question_get_options (self));
}

GListModel *
remit_question_get_answers (RemitQuestion *self)
{
  g_return_val_if_fail (REMIT_IS_QUESTION (self), NULL);

  return self->answers;
}

guint
remit_question_get_right_choice (RemitQuestion *self)
{
  g_return_val_if_fail (REMIT_IS_QUESTION (self), 0);

  return self->right_choice;
}

const char *
remit_question_get_right (RemitQuestion *self)
{
  g_return_val_if_fail (REMIT_IS_QUESTION (self), NULL);

  return self->kind == REMIT_QUESTION_CHOICE ? self->explanations[self->right_choice] : self->right;
}

/**
 * remit_question_judge_choice:
 * @option: a position in the options
 * @explanation: (out) (transfer none): why it is right or wrong
 *
 * Returns: whether it is the right one
 */
gboolean
remit_question_judge_choice (RemitQuestion *self,
                             guint          option,
                             const char   **explanation)
{
  g_return_val_if_fail (REMIT_IS_QUESTION (self) && self->kind == REMIT_QUESTION_CHOICE, FALSE);
  g_return_val_if_fail (option < remit_question_get_n_options (self), FALSE);

  *explanation = self->explanations[option];
  return option == self->right_choice;
}

/* Where a cell stands in a list, or -1. */
static int
find_cell (GListModel          *cells,
           RemitResponsibility *cell)
{
  for (guint i = 0; i < g_list_model_get_n_items (cells); i++)
    {
      g_autoptr (RemitResponsibility) other = g_list_model_get_item (cells, i);

      if (other == cell)
        return (int) i;
    }
  return -1;
}

/**
 * remit_question_judge_cell:
 * @cell: of the scene's framework
 * @explanation: (out) (transfer none): why it is right or wrong
 *
 * Returns: whether it is one of the answers
 */
gboolean
remit_question_judge_cell (RemitQuestion       *self,
                           RemitResponsibility *cell,
                           const char         **explanation)
{
  gboolean is_right;
  int mistake;

  g_return_val_if_fail (REMIT_IS_QUESTION (self) && self->kind == REMIT_QUESTION_CELL, FALSE);

  is_right = find_cell (self->answers, cell) >= 0;
  mistake = find_cell (self->mistakes, cell);
  *explanation = is_right ? self->right : mistake >= 0 ? self->explanations[mistake] : self->wrong;
  return is_right;
}

/**
 * remit_question_judge_order:
 * @order: (array): a position in the options for each of them, in the order in which somebody put them
 * @explanation: (out) (transfer none): why it is right or wrong
 *
 * Returns: whether they are in the right order
 */
gboolean
remit_question_judge_order (RemitQuestion *self,
                            const guint   *order,
                            const char   **explanation)
{
  gboolean is_right = TRUE;

  g_return_val_if_fail (REMIT_IS_QUESTION (self) && self->kind == REMIT_QUESTION_ORDER, FALSE);

  for (guint i = 0; i < remit_question_get_n_options (self); i++)
    is_right = is_right && order[i] == i;
  *explanation = is_right ? self->right : self->wrong;
  return is_right;
}
