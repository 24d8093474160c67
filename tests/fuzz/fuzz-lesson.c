/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes through the reader of lessons. What it refuses has a place that is in the document; what it takes can be played to its end,
 * and a state that was stored is the same when it is given back. */

#include <libremit-story.h>
#include <string.h>

#include "fuzz-places.h"
#include "fuzz.h"

/* Some answer that is possible. */
static void
answer (RemitPlayer *player)
{
  RemitScene *scene = remit_player_get_scene (player);
  RemitQuestion *question = remit_scene_get_question (scene);
  RemitFramework *framework = remit_scene_get_framework (scene);
  guint length;
  const guint *order;

  if (question == NULL)
    return;
  switch (remit_question_get_kind (question))
    {
    case REMIT_QUESTION_CHOICE:
      remit_player_answer_choice (player, remit_question_get_n_options (question) - 1);
      break;
    case REMIT_QUESTION_CELL:
      remit_player_answer_cell (player, remit_framework_get_layer (framework, 0), remit_framework_get_service_model (framework, 0));
      break;
    case REMIT_QUESTION_ORDER:
    default:
      order = remit_player_get_order (player, &length);
      g_assert_cmpint (remit_player_answer_order (player, order, length), ==, REMIT_VERDICT_WRONG);
    }
  g_assert_cmpint (remit_player_get_verdict (player), !=, REMIT_VERDICT_NONE);
  g_assert_nonnull (remit_player_get_explanation (player));
}

static void
play (RemitStoryboard *storyboard)
{
  g_autoptr (RemitPlayer) player = remit_player_new (storyboard, 1), other = remit_player_new (storyboard, 2);
  g_autofree char *state = NULL, *again = NULL;

  do
    {
      answer (player);
      g_assert_false (remit_player_get_owners_hidden (player)
                      && remit_scene_get_question (remit_player_get_scene (player)) != NULL);
      g_assert_nonnull (remit_player_get_announcement (player));
    }
  while (remit_player_next (player));
  g_assert_cmpfloat (remit_player_get_progress (player), ==, 1);
  state = remit_player_dup_state (player);
  g_assert_true (remit_player_restore (other, state));
  again = remit_player_dup_state (other);
  g_assert_cmpstr (again, ==, state);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static RemitStoryboardCatalog *catalog; /* reads its frameworks once */
  gsize mark = size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  const char *text = (const char *) data + mark;
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitReader) reader = NULL;
  g_autoptr (RemitStoryboard) storyboard = NULL;
  GListModel *problems;

  if (catalog == NULL)
    catalog = remit_storyboard_catalog_new (NULL);
  reader = remit_storyboard_catalog_create_reader (catalog);
  storyboard = remit_reader_read_bytes (reader, bytes, "name", &error);
  problems = remit_reader_get_problems (reader);
  g_assert_true ((storyboard == NULL) == (error != NULL));
  if (g_error_matches (error, REMIT_READER_ERROR, REMIT_READER_ERROR_SYNTAX))
    {
      g_autoptr (RemitProblem) problem = g_list_model_get_item (problems, 0);

      g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1);
      fuzz_check_line (problem, text, size - mark);
      return 0;
    }
  g_assert_true (json_parser_load_from_data (parser, text, (gssize) (size - mark), NULL));
  fuzz_check_pointers (problems, json_parser_get_root (parser));
  if (storyboard != NULL)
    play (storyboard);
  return 0;
}
