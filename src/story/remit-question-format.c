/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The questions of `remit-lesson` 1. */

#include <glib/gi18n-lib.h>

#include "remit-story-values.h"

#define MIN_OPTIONS 2
#define MAX_OPTIONS 6
#define MAX_CELLS 40
#define MIN_ITEMS 3
#define MAX_ITEMS 8
#define REQUIRED REMIT_FIELD_REQUIRED
#define TEXT REMIT_FIELD_TEXT

/* Whether people could not tell a text from one before it. */
static gboolean
is_repeated (char *const *texts,
             guint        position)
{
  for (guint i = 0; i < position; i++)
    if (g_str_equal (texts[i], texts[position]))
      return TRUE;
  return FALSE;
}

static gboolean
read_correct (RemitReading *reading,
              JsonObject   *object)
{
  JsonNode *node = json_object_get_member (object, "correct");
  gsize mark = remit_reading_enter (reading, "correct");
  gboolean is_boolean = node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN;

  if (node != NULL && !is_boolean)
    remit_reading_error (reading, _("true or false is expected here"));
  remit_reading_leave (reading, mark);
  return is_boolean && json_node_get_boolean (node);
}

/* Reads the option at @position. Lists have no holes, whatever is wrong: what is left out is empty. */
static void
read_option (RemitReading  *reading,
             JsonObject    *option,
             RemitQuestion *question,
             guint          position)
{
  static const char *const known[] = { "text", "correct", "explanation", NULL };
  char *text, *explanation;
  gsize mark;

  remit_reading_check_members (reading, option, known);
  text = remit_reading_dup_string (reading, option, "text", REQUIRED | TEXT);
  explanation = remit_reading_dup_string (reading, option, "explanation", REQUIRED | TEXT);
  question->options[position] = text != NULL ? text : g_strdup ("");
  question->explanations[position] = explanation != NULL ? explanation : g_strdup ("");
  mark = remit_reading_enter (reading, "text");
  if (text != NULL && is_repeated (question->options, position))
    remit_reading_error (reading, _("this text stands here a second time"));
  remit_reading_leave (reading, mark);
}

static void
read_options (RemitReading  *reading,
              JsonObject    *object,
              RemitQuestion *question)
{
  JsonArray *array = remit_reading_get_array (reading, object, "options", MIN_OPTIONS, MAX_OPTIONS, REQUIRED);
  guint n = array != NULL ? json_array_get_length (array) : 0, n_read = 0, n_right = 0, n_errors = reading->n_errors;
  gsize mark = remit_reading_enter (reading, "options");

  question->options = g_new0 (char *, n + 1);
  question->explanations = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      gsize item_mark = remit_reading_enter_index (reading, i);
      JsonObject *option = remit_reading_as_object (reading, json_array_get_element (array, i));

      if (option != NULL)
        {
          read_option (reading, option, question, n_read);
          if (read_correct (reading, option))
            {
              question->right_choice = n_read;
              n_right++;
            }
          n_read++;
        }
      remit_reading_leave (reading, item_mark);
    }
  /* How many are right is not known where one cannot be read. */
  if (array != NULL && reading->n_errors == n_errors && n_right != 1)
    remit_reading_error (reading, _("exactly one option has to be correct, and not %u"), n_right);
  remit_reading_leave (reading, mark);
}

static void
read_order (RemitReading  *reading,
            JsonObject    *object,
            RemitQuestion *question)
{
  guint n_errors = reading->n_errors;
  gsize mark;

  question->options = remit_reading_dup_texts (reading, object, "items", MIN_ITEMS, MAX_ITEMS, REQUIRED);
  mark = remit_reading_enter (reading, "items");
  for (guint i = 0; reading->n_errors == n_errors && question->options[i] != NULL; i++)
    if (is_repeated (question->options, i))
      {
        gsize item_mark = remit_reading_enter_index (reading, i);
        remit_reading_error (reading, _("this text stands here a second time"));
        remit_reading_leave (reading, item_mark);
      }
  remit_reading_leave (reading, mark);
}

/* (transfer none) (nullable): the cell that an object names. */
static RemitResponsibility *
read_cell (RemitReading   *reading,
           JsonObject     *object,
           RemitFramework *framework)
{
  g_autofree char *layer_id = remit_reading_dup_string (reading, object, "layer", REQUIRED);
  g_autofree char *model_id = remit_reading_dup_string (reading, object, "model", REQUIRED);
  RemitLayer *layer;
  RemitServiceModel *model;
  gsize mark;

  if (framework == NULL) /* reported */
    return NULL;
  layer = remit_framework_find_layer (framework, layer_id);
  model = remit_framework_find_service_model (framework, model_id);
  mark = remit_reading_enter (reading, "layer");
  if (layer_id != NULL && layer == NULL)
    remit_reading_error_of_id (reading, _("no layer has the id \"%s\""), layer_id);
  remit_reading_leave (reading, mark);
  mark = remit_reading_enter (reading, "model");
  if (model_id != NULL && model == NULL)
    remit_reading_error_of_id (reading, _("no service model has the id \"%s\""), model_id);
  remit_reading_leave (reading, mark);
  return layer != NULL && model != NULL ? remit_framework_get_responsibility (framework, layer, model) : NULL;
}

/* Reads an array of cells, each with an explanation where @explanations is not NULL. @seen has those before: cell -> the array's name. */
static GListModel *
read_cells (RemitReading   *reading,
            JsonObject     *question,
            const char     *member,
            RemitFieldFlags flags,
            RemitFramework *framework,
            GHashTable     *seen,
            GStrv          *explanations)
{
  static const char *const known_of_answers[] = { "layer", "model", NULL };
  static const char *const known_of_mistakes[] = { "layer", "model", "explanation", NULL };
  JsonArray *array = remit_reading_get_array (reading, question, member, 1, MAX_CELLS, flags);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_object_unref);
  gsize mark = remit_reading_enter (reading, member);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      gsize item_mark = remit_reading_enter_index (reading, i);
      JsonObject *object = remit_reading_as_object (reading, json_array_get_element (array, i));
      RemitResponsibility *cell = NULL;
      g_autofree char *text = NULL;

      if (object != NULL)
        {
          remit_reading_check_members (reading, object, explanations != NULL ? known_of_mistakes : known_of_answers);
          cell = read_cell (reading, object, framework);
        }
      if (object != NULL && explanations != NULL)
        text = remit_reading_dup_string (reading, object, "explanation", REQUIRED | TEXT);
      if (text != NULL)
        g_strv_builder_add (texts, text);
      if (cell != NULL && g_hash_table_contains (seen, cell))
        remit_reading_error (reading, g_str_equal (g_hash_table_lookup (seen, cell), member) ? _("this cell stands here a second time")
                                                                                             : _("this cell is one of the answers"));
      else if (cell != NULL)
        {
          g_hash_table_insert (seen, cell, (gpointer) member);
          g_ptr_array_add (cells, g_object_ref (cell));
        }
      remit_reading_leave (reading, item_mark);
    }
  remit_reading_leave (reading, mark);
  if (explanations != NULL)
    *explanations = g_strv_builder_end (texts);
  return remit_list_new (REMIT_TYPE_RESPONSIBILITY, cells);
}

static void
read_cell_question (RemitReading  *reading,
                    JsonObject    *object,
                    RemitScene    *scene,
                    RemitQuestion *question)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  gsize mark = remit_reading_enter (reading, "kind");

  if (scene->picture == REMIT_SCENE_COVERAGE)
    remit_reading_error (reading, _("a picture of this kind has no cells"));
  remit_reading_leave (reading, mark);
  if (scene->picture == REMIT_SCENE_COVERAGE)
    return;
  g_clear_object (&question->answers);
  g_clear_object (&question->mistakes);
  question->answers = read_cells (reading, object, "answers", REQUIRED, scene->framework, seen, NULL);
  question->mistakes = read_cells (reading, object, "mistakes", 0, scene->framework, seen, &question->explanations);
}

/* The members that each kind has. */
static const char *const *const known_members[] = {
  [REMIT_QUESTION_CHOICE] = (const char *const[]){ "kind", "prompt", "options", NULL },
  [REMIT_QUESTION_CELL] = (const char *const[]){ "kind", "prompt", "answers", "right", "wrong", "mistakes", NULL },
  [REMIT_QUESTION_ORDER] = (const char *const[]){ "kind", "prompt", "items", "right", "wrong", NULL },
};

RemitQuestion *
remit_question_read (RemitReading *reading,
                     JsonObject   *object,
                     RemitScene   *scene)
{
  static const char *const kinds[] = { "choice", "cell", "order", NULL };
  RemitQuestion *question = g_object_new (REMIT_TYPE_QUESTION, NULL);
  guint kind = REMIT_QUESTION_CHOICE;
  gboolean is_known = remit_reading_read_choice (reading, object, "kind", REQUIRED, kinds, &kind);

  question->kind = kind;
  question->prompt = remit_reading_dup_string (reading, object, "prompt", REQUIRED | TEXT);
  question->answers = remit_list_empty (REMIT_TYPE_RESPONSIBILITY);
  question->mistakes = remit_list_empty (REMIT_TYPE_RESPONSIBILITY);
  if (!is_known)
    return question;
  remit_reading_check_members (reading, object, known_members[kind]);
  if (kind == REMIT_QUESTION_CHOICE)
    read_options (reading, object, question);
  else if (kind == REMIT_QUESTION_CELL)
    read_cell_question (reading, object, scene, question);
  else
    read_order (reading, object, question);
  if (kind != REMIT_QUESTION_CHOICE)
    {
      question->right = remit_reading_dup_string (reading, object, "right", REQUIRED | TEXT);
      question->wrong = remit_reading_dup_string (reading, object, "wrong", REQUIRED | TEXT);
    }
  return question;
}
