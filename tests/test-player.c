/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The player: a table of steps, each with what is so after it and which properties said so. */

#include <json-glib/json-glib.h>
#include <libremit-story.h>
#include <string.h>

/* The base of the reader's table: plain, choice with hidden owners, cell, order, building, coverage. */
static RemitStoryboard *
read_base (const char *removed_scene)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "lessons.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (RemitStoryboardCatalog) catalog = remit_storyboard_catalog_new (NULL);
  g_autoptr (RemitReader) reader = remit_storyboard_catalog_create_reader (catalog);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  RemitStoryboard *storyboard;
  JsonObject *base;
  JsonArray *scenes;
  char *text;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  base = json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), "base");
  scenes = json_object_get_array_member (base, "scenes");
  for (guint i = 0; removed_scene != NULL && i < json_array_get_length (scenes); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (scenes, i), "id"), removed_scene))
      json_array_remove_element (scenes, i);
  text = json_to_string (json_object_get_member (json_node_get_object (json_parser_get_root (parser)), "base"), FALSE);
  bytes = g_bytes_new_take (text, strlen (text));
  storyboard = remit_reader_read_bytes (reader, bytes, "base", &error);
  g_assert_no_error (error);
  return storyboard;
}

static void
on_notify (RemitPlayer *player,
           GParamSpec  *pspec,
           gpointer     notified)
{
  g_assert_true (g_hash_table_add (notified, (gpointer) pspec->name)); /* once each */
}

/* The properties that were notified, in the order in which the class has them: GLib says them in another one. */
static char *
dup_notified (GHashTable *notified)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (REMIT_TYPE_PLAYER);
  guint n;
  g_autofree GParamSpec **pspecs = g_object_class_list_properties (G_OBJECT_CLASS (klass), &n);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (g_hash_table_contains (notified, pspecs[i]->name))
      g_string_append_printf (names, "%s ", pspecs[i]->name);
  return g_string_free (names, FALSE);
}

static RemitVerdict
answer_cell (RemitPlayer *player,
             const char  *layer,
             const char  *model)
{
  RemitFramework *framework = remit_scene_get_framework (remit_player_get_scene (player));

  return remit_player_answer_cell (player, remit_framework_find_layer (framework, layer), remit_framework_find_service_model (framework, model));
}

/* A step: "next", "previous", "jump N", "jump-to ID", "reveal", "choice N", "cell LAYER MODEL", "order N N N N". */
static gboolean
take_step (RemitPlayer *player,
           const char  *step)
{
  g_auto (GStrv) words = g_strsplit (step, " ", -1);
  guint numbers[8], n = 0;

  for (guint i = 1; words[i] != NULL && g_ascii_isdigit (*words[i]); i++)
    numbers[n++] = (guint) g_ascii_strtoull (words[i], NULL, 10);
  if (g_str_equal (words[0], "next"))
    return remit_player_next (player);
  if (g_str_equal (words[0], "previous"))
    return remit_player_previous (player);
  if (g_str_equal (words[0], "jump"))
    return remit_player_jump (player, numbers[0]);
  if (g_str_equal (words[0], "jump-to"))
    return remit_player_jump_to (player, words[1]);
  if (g_str_equal (words[0], "choice"))
    return remit_player_answer_choice (player, numbers[0]) == REMIT_VERDICT_RIGHT;
  if (g_str_equal (words[0], "cell"))
    return answer_cell (player, words[1], words[2]) == REMIT_VERDICT_RIGHT;
  if (g_str_equal (words[0], "order"))
    return remit_player_answer_order (player, numbers, n) == REMIT_VERDICT_RIGHT;
  g_assert_cmpstr (words[0], ==, "reveal");
  remit_player_reveal (player);
  return TRUE;
}

/* What is so: position, h where owners are hidden, r where revealed, verdict and first verdict, scenes seen, explanation. */
static char *
dup_look (RemitPlayer *player)
{
  static const char verdicts[] = { '-', '+', 'x' };

  return g_strdup_printf ("%u%s%s %c%c %.0f/6 %s", remit_player_get_position (player), remit_player_get_owners_hidden (player) ? "h" : "",
                          remit_player_get_revealed (player) ? "r" : "", verdicts[remit_player_get_verdict (player)],
                          verdicts[remit_player_get_first_verdict (player)], remit_player_get_progress (player) * 6,
                          remit_player_get_explanation (player) != NULL ? remit_player_get_explanation (player) : "");
}

typedef struct
{
  const char *step;
  gboolean result;
  const char *look;
  const char *notified;
  const char *announcement; /* NULL: as before */
} Step;

#define GO "position scene "

static const Step walk[] = {
  { "previous", FALSE, "0 -- 1/6 ", "", NULL },
  { "reveal", TRUE, "0 -- 1/6 ", "", NULL }, /* nothing is hidden */
  { "next", TRUE, "1h -- 2/6 ", GO "can-go-previous owners-hidden progress announcement ", "Scene 2 of 6: T1\nC1\nP1" },
  { "choice 0", FALSE, "1 xx 2/6 EA", "owners-hidden verdict first-verdict explanation announcement ", "Not right. EA" },
  { "choice 0", FALSE, "1 xx 2/6 EA", "", NULL },
  { "choice 1", TRUE, "1 +x 2/6 EB", "verdict explanation announcement ", "Right. EB" },
  { "next", TRUE, "2 -- 3/6 ", GO "verdict first-verdict explanation progress announcement ", "Scene 3 of 6: T2\nC2\nP2" },
  { "cell operating-system paas", FALSE, "2 xx 3/6 M2", "verdict first-verdict explanation announcement ", "Not right. M2" },
  { "cell applications saas", FALSE, "2 xx 3/6 W2", "explanation announcement ", "Not right. W2" },
  { "cell operating-system onprem", TRUE, "2 +x 3/6 R2", "verdict explanation announcement ", "Right. R2" },
  { "jump 3", TRUE, "3 -- 4/6 ", GO "verdict first-verdict explanation progress announcement ", "Scene 4 of 6: T3\nC3\nP3" },
  { "order 0 1 2 3", TRUE, "3 ++ 4/6 R3", "verdict first-verdict explanation n-right announcement ", "Right. R3" },
  { "order 1 0 2 3", FALSE, "3 x+ 4/6 W3", "verdict explanation announcement ", "Not right. W3" },
  { "jump 3", TRUE, "3 x+ 4/6 W3", "", NULL },
  { "jump 6", FALSE, "3 x+ 4/6 W3", "", NULL },
  { "jump-to nothing", FALSE, "3 x+ 4/6 W3", "", NULL },
  { "jump-to coverage", TRUE, "5 -- 5/6 ", GO "can-go-next verdict first-verdict explanation progress announcement ", "Scene 6 of 6: T5\nC5" },
  { "next", FALSE, "5 -- 5/6 ", "", NULL },
  { "previous", TRUE, "4 -- 6/6 ", GO "can-go-next progress announcement ", "Scene 5 of 6: T4\nC4" },
  { "jump 1", TRUE, "1 +x 6/6 EB", GO "verdict first-verdict explanation announcement ", "Scene 2 of 6: T1\nC1\nP1" },
  { "reveal", TRUE, "1r +x 6/6 EB", "revealed ", NULL },
};

static const Step revealing[] = {
  { "next", TRUE, "1h -- 2/6 ", GO "can-go-previous owners-hidden progress announcement ", "Scene 2 of 6: T1\nC1\nP1" },
  { "reveal", TRUE, "1r -- 2/6 EB", "revealed owners-hidden explanation announcement ", "The owners are shown. EB" },
  { "reveal", TRUE, "1r -- 2/6 EB", "", NULL },
  /* It was told what is right. */
  { "choice 1", TRUE, "1r +x 2/6 EB", "verdict first-verdict announcement ", "Right. EB" },
  { "next", TRUE, "2 -- 3/6 ", GO "revealed verdict first-verdict explanation progress announcement ", "Scene 3 of 6: T2\nC2\nP2" },
  { "reveal", TRUE, "2r -- 3/6 R2", "revealed explanation announcement ", "R2" },
  { "next", TRUE, "3 -- 4/6 ", GO "revealed explanation progress announcement ", "Scene 4 of 6: T3\nC3\nP3" },
  { "order 1 0 2 3", FALSE, "3 xx 4/6 W3", "verdict first-verdict explanation announcement ", "Not right. W3" },
  { "reveal", TRUE, "3r xx 4/6 W3", "revealed announcement ", "R3" },
};

static void
take_steps (RemitPlayer *player,
            const Step  *steps,
            guint        n)
{
  g_autoptr (GHashTable) notified = g_hash_table_new (g_str_hash, g_str_equal);

  g_signal_connect (player, "notify", G_CALLBACK (on_notify), notified);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *announcement = g_strdup (remit_player_get_announcement (player));
      g_autofree char *found = NULL, *names = NULL;
      gboolean result;

      g_test_message ("%s", steps[i].step);
      g_hash_table_remove_all (notified);
      result = take_step (player, steps[i].step);
      g_assert_cmpint (result, ==, steps[i].result);
      found = dup_look (player);
      g_assert_cmpstr (found, ==, steps[i].look);
      names = dup_notified (notified);
      g_assert_cmpstr (names, ==, steps[i].notified);
      g_assert_cmpstr (remit_player_get_announcement (player), ==, steps[i].announcement != NULL ? steps[i].announcement : announcement);
    }
  g_signal_handlers_disconnect_by_data (player, notified);
}

static void
test_walk (void)
{
  g_autoptr (RemitStoryboard) storyboard = read_base (NULL);
  g_autoptr (RemitPlayer) player = remit_player_new (storyboard, 1), other = remit_player_new (storyboard, 1);

  g_assert_true (remit_player_get_storyboard (player) == storyboard);
  g_assert_cmpstr (remit_player_get_announcement (player), ==, "Scene 1 of 6: T0\nC0");
  g_assert_true (remit_player_get_can_go_next (player));
  g_assert_false (remit_player_get_can_go_previous (player));
  g_assert_cmpuint (remit_player_get_n_questions (player), ==, 3);
  take_steps (player, walk, G_N_ELEMENTS (walk));
  g_assert_cmpuint (remit_player_get_n_right (player), ==, 1);
  g_assert_cmpint (remit_player_get_first_verdict_at (player, 3), ==, REMIT_VERDICT_RIGHT);
  take_steps (other, revealing, G_N_ELEMENTS (revealing));
  g_assert_cmpuint (remit_player_get_n_right (other), ==, 0);
  g_assert_finalize_object (g_steal_pointer (&player));
}

/* Nobody is locked in: from the first scene to the last without an answer. */
static void
test_next_is_always_possible (void)
{
  g_autoptr (RemitStoryboard) storyboard = read_base (NULL);
  g_autoptr (RemitPlayer) player = remit_player_new (storyboard, 0);

  for (guint i = 0; i < 5; i++)
    {
      g_assert_true (remit_player_get_can_go_next (player));
      g_assert_true (remit_player_next (player));
    }
  g_assert_false (remit_player_get_can_go_next (player));
  g_assert_cmpfloat (remit_player_get_progress (player), ==, 1);
}

/* The same seed gives the same order, which has every item once and is never the right one. */
static void
test_order (void)
{
  g_autoptr (RemitStoryboard) storyboard = read_base (NULL);
  guint n_orders = 0, length;
  gboolean is_seen[256] = { FALSE };

  for (guint32 seed = 0; seed < 500; seed++)
    {
      g_autoptr (RemitPlayer) player = remit_player_new (storyboard, seed), same = remit_player_new (storyboard, seed);
      const guint *order, *again;
      guint code = 0, items = 0;

      g_assert_null (remit_player_get_order (player, &length));
      g_assert_cmpuint (length, ==, 0);
      remit_player_jump_to (player, "order");
      remit_player_jump_to (same, "order");
      order = remit_player_get_order (player, &length);
      again = remit_player_get_order (same, &length);
      g_assert_cmpmem (order, 4 * sizeof *order, again, length * sizeof *again);
      for (guint i = 0; i < length; i++)
        {
          code = code * 4 + order[i];
          items |= 1u << order[i];
        }
      g_assert_cmpuint (items, ==, 15);
      g_assert_cmpuint (code, !=, 0 * 64 + 1 * 16 + 2 * 4 + 3);
      n_orders += !is_seen[code];
      is_seen[code] = TRUE;
    }
  g_assert_cmpuint (n_orders, ==, 23);
}

/* What is no answer to the scene's question is the caller's mistake. */
static void
test_impossible (void)
{
  static const struct
  {
    guint position;
    const char *step;
  } cases[] = { { 0, "choice 0" }, { 1, "choice 3" }, { 2, "choice 0" }, { 1, "cell operating-system iaas" }, { 3, "order 0 1 2" },
                { 3, "order 0 1 2 2" }, { 3, "order 0 1 2 4" }, { 3, "order 0 1 2 3 4" }, { 1, "order 1" } };
  g_autoptr (RemitStoryboard) storyboard = read_base (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RemitPlayer) player = remit_player_new (storyboard, 0);

      remit_player_jump (player, cases[i].position);
      g_test_expect_message ("Remit", G_LOG_LEVEL_CRITICAL, "*assertion*failed*");
      take_step (player, cases[i].step);
      g_test_assert_expected_messages ();
      g_assert_cmpint (remit_player_get_verdict (player), ==, REMIT_VERDICT_NONE);
    }
}

/* --- state --- */

static void
test_state (void)
{
  g_autoptr (RemitStoryboard) storyboard = read_base (NULL);
  g_autoptr (RemitPlayer) player = remit_player_new (storyboard, 7), other = remit_player_new (storyboard, 8);
  g_autofree char *state = NULL, *again = NULL;
  guint length;
  const guint *order, *answer;

  take_steps (player, walk, G_N_ELEMENTS (walk));
  state = remit_player_dup_state (player);
  g_assert_null (strchr (state, '\n'));
  g_assert_true (remit_player_restore (other, state));
  again = remit_player_dup_state (other);
  g_assert_cmpstr (again, ==, state);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *expected = NULL, *found = NULL;

      remit_player_jump (player, i);
      remit_player_jump (other, i);
      expected = dup_look (player);
      found = dup_look (other);
      g_assert_cmpstr (found, ==, expected);
    }
  remit_player_jump (other, 2);
  answer = remit_player_get_answer (other, &length);
  g_assert_cmpuint (length, ==, 2);
  g_assert_cmpuint (answer[0], ==, remit_layer_get_position (remit_framework_find_layer (remit_scene_get_framework (remit_player_get_scene (other)),
                                                                                        "operating-system")));
  remit_player_jump (player, 3);
  remit_player_jump (other, 3);
  order = remit_player_get_order (player, &length);
  g_assert_cmpmem (order, length * sizeof *order, remit_player_get_order (other, &length), length * sizeof *order);
  g_assert_cmpuint (remit_player_get_n_right (other), ==, 1);
}

static const struct
{
  const char *state;
  gboolean result;
  const char *look; /* after it */
} states[] = {
  { "", FALSE, "1 xx 2/6 EA" },
  { "nonsense", FALSE, "1 xx 2/6 EA" },
  { "(1, 'cell')", FALSE, "1 xx 2/6 EA" },
  { "(-1, 'cell', [])", FALSE, "1 xx 2/6 EA" },
  { "(1, 'cell', [('cell', true, false, 3, [1, 2])", FALSE, "1 xx 2/6 EA" },
  { "(1, 'cell', [])", TRUE, "2 -- 1/6 " },
  { "(1, 'gone', [('gone', true, true, 1, [0])])", TRUE, "0 -- 1/6 " },
  { "(1, 'choice', [('choice', true, false, 0, [])])", TRUE, "1h -- 1/6 " },
  { "(1, 'choice', [('choice', true, true, 0, [])])", TRUE, "1r -- 1/6 EB" },
  { "(1, 'choice', [('choice', true, false, 2, [1])])", TRUE, "1 +x 1/6 EB" },
  { "(1, 'choice', [('choice', true, false, 9, [1])])", TRUE, "1 ++ 1/6 EB" },
  { "(1, 'choice', [('choice', true, false, 1, [7])])", TRUE, "1h -- 1/6 " },
  { "(1, 'choice', [('choice', true, false, 1, [1, 1])])", TRUE, "1h -- 1/6 " },
  { "(1, 'cell', [('cell', true, false, 0, [4000000000, 0])])", TRUE, "2 -- 1/6 " },
  { "(1, 'order', [('order', true, false, 0, [0, 1, 2, 3])])", TRUE, "3 ++ 1/6 R3" },
  { "(1, 'order', [('order', true, false, 0, [0, 1, 2, 3, 4, 5, 6, 7, 8])])", TRUE, "3 -- 1/6 " },
  { "(1, 'order', [('order', true, false, 0, [0, 0, 2, 3])])", TRUE, "3 -- 1/6 " },
  { "(1, 'plain', [('plain', true, true, 1, [0]), ('coverage', true, false, 0, [])])", TRUE, "0r -- 2/6 " },
};

/* Damaged states change nothing; of those that are out of date, what is still there counts. */
static void
test_states (void)
{
  g_autoptr (RemitStoryboard) storyboard = read_base (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (RemitPlayer) player = remit_player_new (storyboard, 1);
      g_autofree char *found = NULL;

      g_test_message ("%s", states[i].state);
      remit_player_next (player);
      remit_player_answer_choice (player, 0);
      g_assert_cmpint (remit_player_restore (player, states[i].state), ==, states[i].result);
      found = dup_look (player);
      g_assert_cmpstr (found, ==, states[i].look);
    }
}

/* A lesson that has lost a scene since. */
static void
test_state_of_an_older_edition (void)
{
  g_autoptr (RemitStoryboard) old = read_base (NULL), new = read_base ("choice");
  g_autoptr (RemitPlayer) player = remit_player_new (old, 1), later = remit_player_new (new, 1);
  g_autofree char *state = NULL;

  take_steps (player, walk, G_N_ELEMENTS (walk)); /* which ends in the scene that is lost */
  state = remit_player_dup_state (player);
  g_assert_true (remit_player_restore (later, state));
  g_assert_cmpuint (remit_player_get_position (later), ==, 0);
  g_assert_cmpuint (remit_player_get_n_right (later), ==, 1);
  g_assert_cmpfloat (remit_player_get_progress (later), ==, 1);
  remit_player_jump_to (later, "cell");
  g_assert_cmpint (remit_player_get_verdict (later), ==, REMIT_VERDICT_RIGHT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/player/walk", test_walk);
  g_test_add_func ("/player/next-is-always-possible", test_next_is_always_possible);
  g_test_add_func ("/player/order", test_order);
  g_test_add_func ("/player/impossible", test_impossible);
  g_test_add_func ("/player/state", test_state);
  g_test_add_func ("/player/states", test_states);
  g_test_add_func ("/player/state-of-an-older-edition", test_state_of_an_older_edition);
  return g_test_run ();
}
