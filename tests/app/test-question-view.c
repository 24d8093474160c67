/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitQuestionView: each kind of question, answered right and wrong, by buttons and keys. */

#include "widget-fixture.h"

#include "remit-question-view.h"

static guint n_answered;
static RemitVerdict answered;

static void
on_answered (RemitQuestionView *view,
             RemitVerdict       verdict)
{
  n_answered++;
  answered = verdict;
}

typedef struct
{
  RemitStoryboardCatalog *lessons;
  RemitPlayer *player;
  RemitQuestionView *view;
  GtkWindow *window;
} Fixture;

/* @scene: (nullable): an id */
static Fixture
set_up (const char *lesson,
        const char *scene)
{
  g_autoptr (RemitCatalog) frameworks = remit_catalog_new ();
  Fixture self = { .lessons = remit_storyboard_catalog_new (frameworks), .view = REMIT_QUESTION_VIEW (remit_question_view_new ()) };

  self.player = remit_player_new (remit_document_catalog_find (REMIT_DOCUMENT_CATALOG (self.lessons), lesson), 1);
  g_signal_connect (self.view, "answered", G_CALLBACK (on_answered), NULL);
  n_answered = 0;
  remit_question_view_set_player (self.view, self.player);
  self.window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (self.window, GTK_WIDGET (self.view));
  gtk_window_present (self.window);
  g_assert_true (remit_player_jump_to (self.player, scene));
  return self;
}

static void
tear_down (Fixture *self)
{
  g_object_ref (self->view);
  destroy_window (self->window);
  g_assert_finalize_object (self->view);
  g_assert_finalize_object (self->player);
  g_object_unref (self->lessons);
}

static gpointer
get_child (Fixture    *self,
           const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (self->view), REMIT_TYPE_QUESTION_VIEW, name);
}

static const char *
get_text (Fixture    *self,
          const char *name)
{
  return gtk_label_get_text (get_child (self, name));
}

static GtkWidget *
get_row (Fixture *self,
         guint    position)
{
  GtkWidget *row = gtk_widget_get_first_child (get_child (self, "options"));

  while (position-- > 0)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

/* A choice can be answered until it is right, and says each time why. */
static void
test_choice (void)
{
  Fixture self = set_up ("why", "all-of-it");
  RemitQuestion *question = remit_scene_get_question (remit_player_get_scene (self.player));
  guint right = remit_question_get_right_choice (question), wrong = right == 0 ? 1 : 0;

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self.view)));
  g_assert_cmpstr (get_text (&self, "prompt"), ==, remit_question_get_prompt (question));
  g_assert_false (gtk_widget_get_visible (get_child (&self, "result")));
  g_assert_false (gtk_widget_get_visible (get_child (&self, "check")));
  gtk_test_accessible_assert_role (get_row (&self, wrong), GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_state (get_row (&self, wrong), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE);

  g_signal_emit_by_name (get_row (&self, wrong), "clicked");
  g_assert_cmpuint (n_answered, ==, 1);
  g_assert_cmpint (answered, ==, REMIT_VERDICT_WRONG);
  g_assert_true (gtk_widget_get_visible (get_child (&self, "result")));
  g_assert_cmpstr (get_text (&self, "verdict"), ==, "Not right.");
  g_assert_cmpstr (get_text (&self, "explanation"), ==, remit_player_get_explanation (self.player));
  g_assert_true (gtk_widget_has_css_class (get_row (&self, wrong), "wrong"));
  g_assert_false (gtk_widget_has_css_class (get_row (&self, right), "right"));
  gtk_test_accessible_assert_state (get_row (&self, wrong), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);

  remit_player_reveal (self.player);
  g_assert_true (gtk_widget_has_css_class (get_row (&self, right), "right"));
  g_assert_true (gtk_widget_has_css_class (get_row (&self, wrong), "wrong"));
  g_assert_cmpstr (get_text (&self, "right"), ==, remit_question_get_right (question));

  g_assert_true (remit_question_view_answer_choice (self.view, right));
  g_assert_cmpint (answered, ==, REMIT_VERDICT_RIGHT);
  g_assert_cmpstr (get_text (&self, "verdict"), ==, "Right.");
  g_assert_false (gtk_widget_has_css_class (get_row (&self, wrong), "wrong"));
  g_assert_false (gtk_widget_get_visible (get_child (&self, "right")));
  g_assert_cmpuint (n_answered, ==, 2);
  g_assert_false (remit_question_view_answer_choice (self.view, remit_question_get_n_options (question)));
  g_assert_false (remit_question_view_answer_cell (self.view, NULL, NULL));
  g_assert_cmpuint (n_answered, ==, 2);
  tear_down (&self);
}

/* A cell is answered elsewhere; here is what became of it. */
static void
test_cell (void)
{
  Fixture self = set_up ("why", "find-the-stack");
  RemitFramework *framework = remit_scene_get_framework (remit_player_get_scene (self.player));
  RemitLayer *layer = remit_framework_get_layer (framework, 0);

  g_assert_false (gtk_widget_get_visible (get_child (&self, "options")));
  g_assert_true (gtk_widget_get_visible (get_child (&self, "hint")));
  g_assert_false (remit_question_view_answer_choice (self.view, 0));
  g_assert_true (remit_question_view_answer_cell (self.view, layer, remit_framework_find_service_model (framework, "paas")));
  g_assert_cmpint (answered, ==, REMIT_VERDICT_WRONG);
  g_assert_cmpstr (get_text (&self, "verdict"), ==, "Not right.");
  g_assert_true (remit_question_view_answer_cell (self.view, layer, remit_framework_find_service_model (framework, "onprem")));
  g_assert_cmpint (answered, ==, REMIT_VERDICT_RIGHT);
  g_assert_cmpstr (get_text (&self, "explanation"), ==, remit_player_get_explanation (self.player));
  tear_down (&self);
}

static const char *
get_item (Fixture *self,
          guint    position)
{
  GtkWidget *down = gtk_widget_get_last_child (get_row (self, position));

  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_prev_sibling (gtk_widget_get_prev_sibling (down))));
}

static GtkWidget *
get_button (Fixture *self,
            guint    position,
            gboolean is_up)
{
  GtkWidget *down = gtk_widget_get_last_child (get_row (self, position));

  return is_up ? gtk_widget_get_prev_sibling (down) : down;
}

static void
assert_focus (Fixture *self,
              guint    position,
              gboolean is_up)
{
  g_assert_true (gtk_window_get_focus (self->window) == get_button (self, position, is_up));
}

/* Items move by their buttons and by keys, and the focus with them; whoever knows the order puts them into it. */
static void
test_order (void)
{
  Fixture self;
  RemitQuestion *question;
  const char *const *items;
  g_autofree char *first = NULL, *second = NULL;

  self = set_up ("service-models", "most-work-first");
  question = remit_scene_get_question (remit_player_get_scene (self.player));
  items = remit_question_get_options (question);
  g_assert_cmpint (remit_question_get_kind (question), ==, REMIT_QUESTION_ORDER);
  first = g_strdup (get_item (&self, 0));
  second = g_strdup (get_item (&self, 1));
  g_assert_false (gtk_widget_get_sensitive (get_button (&self, 0, TRUE)));
  g_signal_emit_by_name (get_button (&self, 1, TRUE), "clicked");
  g_assert_cmpstr (get_item (&self, 0), ==, second);
  g_assert_cmpstr (get_item (&self, 1), ==, first);
  assert_focus (&self, 0, FALSE); /* it cannot go further up */
  g_assert_true (press (get_button (&self, 0, FALSE), GDK_KEY_Down, GDK_ALT_MASK));
  g_assert_cmpstr (get_item (&self, 0), ==, first);
  assert_focus (&self, 1, FALSE);
  g_assert_true (press (get_button (&self, 1, FALSE), GDK_KEY_Up, GDK_ALT_MASK));
  g_assert_cmpstr (get_item (&self, 0), ==, second);
  g_assert_cmpuint (n_answered, ==, 0);

  /* sort it from the top */
  for (guint i = 0; items[i] != NULL; i++)
    for (guint j = i; items[j] != NULL; j++)
      if (g_str_equal (get_item (&self, j), items[i]))
        for (guint k = j; k > i; k--)
          g_signal_emit_by_name (get_button (&self, k, TRUE), "clicked");
  g_signal_emit_by_name (get_child (&self, "check"), "clicked");
  g_assert_cmpuint (n_answered, ==, 1);
  g_assert_cmpint (answered, ==, REMIT_VERDICT_RIGHT);
  g_signal_emit_by_name (get_button (&self, 0, FALSE), "clicked");
  g_signal_emit_by_name (get_child (&self, "check"), "clicked");
  g_assert_cmpint (answered, ==, REMIT_VERDICT_WRONG);
  g_assert_cmpstr (get_text (&self, "verdict"), ==, "Not right.");
  remit_player_reveal (self.player);
  for (guint i = 0; items[i] != NULL; i++)
    g_assert_cmpstr (get_item (&self, i), ==, items[i]);
  g_assert_true (remit_player_previous (self.player) && remit_player_next (self.player));
  g_assert_cmpstr (get_text (&self, "verdict"), ==, "Not right.");
  g_assert_cmpstr (get_item (&self, 0), ==, items[1]); /* which is told of this order */
  tear_down (&self);
}

/* A scene that asks nothing has no question; one that was answered has its answer again. */
static void
test_scenes (void)
{
  Fixture self = set_up ("why", "all-of-it");

  g_signal_emit_by_name (get_row (&self, 0), "clicked");
  g_assert_true (remit_player_previous (self.player));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self.view)));
  g_assert_true (remit_player_next (self.player));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self.view)));
  g_assert_true (gtk_widget_get_visible (get_child (&self, "result")));
  gtk_test_accessible_assert_state (get_row (&self, 0), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  tear_down (&self);
}

/* From an order to a choice that was revealed: what changes is told in GLib's order, not in that of the player. */
static void
test_revealed_scene (void)
{
  Fixture self = set_up ("service-models", "choose-one");

  remit_player_reveal (self.player);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (remit_player_previous (self.player));
      g_assert_true (gtk_widget_get_visible (get_child (&self, "check")));
      g_assert_true (remit_player_next (self.player));
      g_assert_true (GTK_IS_BUTTON (get_row (&self, 0)));
    }
  tear_down (&self);
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/question-view/choice", test_choice);
  g_test_add_func ("/question-view/cell", test_cell);
  g_test_add_func ("/question-view/order", test_order);
  g_test_add_func ("/question-view/scenes", test_scenes);
  g_test_add_func ("/question-view/revealed-scene", test_revealed_scene);
  return g_test_run ();
}
