/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitLessonView: keys, the picture's answers, what is told, and where everything is. */

#include "widget-fixture.h"

#include "find-widget.h"
#include "remit-lesson-view.h"
#include "remit-scene-view.h"
#include "remit-scene-words.h"

typedef struct
{
  RemitStoryboardCatalog *lessons;
  RemitPlayer *player;
  RemitLessonView *view;
  GtkWindow *window;
  guint n_finished, n_closed;
} Fixture;

static void
count (GtkWidget *view,
       guint     *n)
{
  (*n)++;
}

static Fixture *
set_up (const char *lesson,
        int         width,
        int         height)
{
  g_autoptr (RemitCatalog) frameworks = remit_catalog_new ();
  Fixture *self = g_new0 (Fixture, 1);

  self->lessons = remit_storyboard_catalog_new (frameworks);
  self->view = REMIT_LESSON_VIEW (remit_lesson_view_new ());
  self->player = remit_player_new (remit_document_catalog_find (REMIT_DOCUMENT_CATALOG (self->lessons), lesson), 1);
  g_signal_connect (self->view, "finished", G_CALLBACK (count), &self->n_finished);
  g_signal_connect (self->view, "closed", G_CALLBACK (count), &self->n_closed);
  remit_lesson_view_set_player (self->view, self->player);
  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_decorated (self->window, FALSE);
  gtk_window_set_default_size (self->window, width, height);
  gtk_window_set_child (self->window, GTK_WIDGET (self->view));
  gtk_window_present (self->window);
  wait_until (gtk_widget_get_width (GTK_WIDGET (self->view)) == width);
  settle ();
  remit_lesson_view_focus (self->view);
  return self;
}

static void
tear_down (Fixture *self)
{
  settle ();
  g_object_ref (self->view);
  destroy_window (self->window);
  g_assert_finalize_object (self->view);
  g_assert_finalize_object (self->player);
  g_object_unref (self->lessons);
  g_free (self);
}

static gpointer
get_child (Fixture    *self,
           const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (self->view), REMIT_TYPE_LESSON_VIEW, name);
}

static gpointer
get_word (Fixture    *self,
          const char *name)
{
  return gtk_widget_get_template_child (get_child (self, "words"), REMIT_TYPE_SCENE_WORDS, name);
}

/* From scene to scene, in both directions of text; after the last one comes the end. */
static void
test_keys (void)
{
  static const struct
  {
    guint key;
    guint from, to;
    gboolean rtl;
  } cases[] = {
    { GDK_KEY_Right, 0, 1, FALSE }, { GDK_KEY_Left, 1, 0, FALSE }, { GDK_KEY_Left, 0, 0, FALSE }, { GDK_KEY_Right, 1, 0, TRUE },
    { GDK_KEY_Left, 0, 1, TRUE }, { GDK_KEY_Page_Down, 3, 4, FALSE }, { GDK_KEY_Page_Up, 4, 3, FALSE }, { GDK_KEY_Page_Down, 3, 4, TRUE },
    { GDK_KEY_KP_Page_Down, 3, 4, FALSE }, { GDK_KEY_space, 5, 6, FALSE }, { GDK_KEY_Return, 5, 6, FALSE }, { GDK_KEY_Home, 5, 0, FALSE },
    { GDK_KEY_End, 2, 8, FALSE }, { GDK_KEY_Home, 5, 0, TRUE },
  };
  Fixture *self = set_up ("why", 1200, 700);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_widget_set_direction (GTK_WIDGET (self->view), cases[i].rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      remit_player_jump (self->player, cases[i].from);
      g_assert_true (press (get_word (self, "heading"), cases[i].key, 0));
      if (remit_player_get_position (self->player) != cases[i].to)
        g_error ("case %u leads to %u", i, remit_player_get_position (self->player));
      g_assert_true (gtk_window_get_focus (self->window) == get_word (self, "heading"));
    }
  gtk_widget_set_direction (GTK_WIDGET (self->view), GTK_TEXT_DIR_LTR);
  remit_player_jump (self->player, 8);
  g_assert_cmpstr (gtk_button_get_label (get_child (self, "next")), ==, "Finish");
  g_assert_cmpuint (self->n_finished, ==, 0);
  g_assert_true (press (get_word (self, "heading"), GDK_KEY_Page_Down, 0));
  g_assert_cmpuint (self->n_finished, ==, 1);
  g_assert_true (press (get_word (self, "heading"), GDK_KEY_Escape, 0));
  g_assert_cmpuint (self->n_closed, ==, 1);
  tear_down (self);
}

/* What has the focus has its keys first. */
static void
test_keys_elsewhere (void)
{
  Fixture *self = set_up ("why", 1200, 700);
  GtkWidget *diagram = find_widget (get_child (self, "picture"), REMIT_TYPE_DIAGRAM_ITEM), *option;

  remit_player_jump (self->player, 1);
  settle ();
  diagram = find_widget (get_child (self, "picture"), REMIT_TYPE_DIAGRAM_ITEM);
  gtk_widget_grab_focus (diagram);
  g_assert_true (gtk_widget_has_focus (diagram));
  press (diagram, GDK_KEY_Right, 0);
  press (diagram, GDK_KEY_Left, 0);
  press (diagram, GDK_KEY_End, 0);
  g_assert_false (press (GTK_WIDGET (self->view), GDK_KEY_Home, 0)); /* which it hears of before the picture */
  press (GTK_WIDGET (self->view), GDK_KEY_Left, 0); /* where there is no cell further left */
  g_assert_cmpuint (remit_player_get_position (self->player), ==, 1);
  press (gtk_window_get_focus (self->window), GDK_KEY_Page_Down, 0);
  g_assert_cmpuint (remit_player_get_position (self->player), ==, 2);

  remit_player_jump_to (self->player, "all-of-it");
  option = gtk_widget_get_first_child (GTK_WIDGET (gtk_widget_get_template_child (get_word (self, "question"), REMIT_TYPE_QUESTION_VIEW, "options")));
  g_assert_true (press (option, GDK_KEY_space, 0));
  g_assert_cmpuint (remit_player_get_position (self->player), ==, 7);
  tear_down (self);
}

/* Digits choose, R reveals; a scene that asks nothing takes no digit. */
static void
test_keys_of_questions (void)
{
  Fixture *self = set_up ("why", 1200, 700);
  GtkWidget *heading = get_word (self, "heading");

  g_assert_false (press (heading, GDK_KEY_1, 0));
  remit_player_jump_to (self->player, "all-of-it");
  g_assert_true (press (heading, GDK_KEY_1, 0));
  g_assert_cmpint (remit_player_get_verdict (self->player), !=, REMIT_VERDICT_NONE);
  g_assert_false (press (heading, GDK_KEY_6, 0));
  remit_player_jump (self->player, 0);
  g_assert_true (remit_player_get_owners_hidden (self->player));
  g_assert_true (gtk_widget_get_visible (get_word (self, "reveal")));
  gtk_widget_grab_focus (get_word (self, "reveal"));
  g_assert_true (press (heading, GDK_KEY_r, 0));
  g_assert_false (remit_player_get_owners_hidden (self->player));
  g_assert_false (remit_scene_view_get_owners_hidden (get_child (self, "picture")));
  g_assert_false (gtk_widget_get_visible (get_word (self, "reveal")));
  g_assert_true (gtk_window_get_focus (self->window) == heading);
  tear_down (self);
}

static void
activate_cell (Fixture    *self,
               const char *layer,
               const char *model)
{
  RemitFramework *framework = remit_scene_get_framework (remit_player_get_scene (self->player));

  g_signal_emit_by_name (get_child (self, "picture"), "cell-activated", remit_framework_find_layer (framework, layer),
                         remit_framework_find_service_model (framework, model));
}

/* A cell answers where one is asked for, and tells who owns it unless that is hidden. */
static void
test_cells (void)
{
  Fixture *self = set_up ("why", 1200, 700);

  g_assert_true (remit_player_get_owners_hidden (self->player));
  activate_cell (self, "identities", "paas");
  g_assert_false (gtk_widget_get_visible (get_word (self, "cell")));

  remit_player_jump (self->player, 1);
  g_assert_false (gtk_widget_get_visible (get_word (self, "cell")));
  activate_cell (self, "identities", "paas");
  g_assert_true (gtk_widget_get_visible (get_word (self, "cell")));
  g_assert_cmpstr (gtk_label_get_text (get_word (self, "cell_title")), ==, "Identities and users, PaaS");
  g_assert_cmpint (remit_player_get_verdict (self->player), ==, REMIT_VERDICT_NONE);

  remit_player_jump_to (self->player, "find-the-stack");
  g_assert_false (gtk_widget_get_visible (get_word (self, "cell")));
  activate_cell (self, "identities", "paas");
  g_assert_cmpint (remit_player_get_verdict (self->player), ==, REMIT_VERDICT_WRONG);
  g_assert_true (gtk_widget_get_visible (get_word (self, "cell"))); /* the answer has shown the owners */
  activate_cell (self, "identities", "onprem");
  g_assert_cmpint (remit_player_get_verdict (self->player), ==, REMIT_VERDICT_RIGHT);
  g_assert_false (gtk_widget_get_visible (get_word (self, "reveal")));
  tear_down (self);
}

/* What a screen reader hears of: scenes and verdicts, in the title, which tells of each change once. */
static void
test_told (void)
{
  Fixture *self = set_up ("why", 1200, 700);
  guint *n_titles = count_notify (self->view, "title");
  g_autofree char *title = remit_lesson_view_dup_title (self->view), *next = NULL, *verdict = NULL;

  g_assert_cmpstr (title, ==, "Scene 1 of 9: Everybody thought it was done – Why there is a model");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Why there is a model");
  gtk_test_accessible_assert_role (get_word (self, "heading"), GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (get_word (self, "heading"), GTK_ACCESSIBLE_PROPERTY_LABEL, "Everybody thought it was done");
  remit_player_jump_to (self->player, "all-of-it");
  g_assert_cmpuint (*n_titles, ==, 1);
  g_object_get (self->view, "title", &next, NULL);
  g_assert_true (g_str_has_prefix (next, "Scene 8 of 9: "));
  gtk_test_accessible_assert_property (get_word (self, "heading"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, remit_player_get_announcement (self->player));
  g_assert_true (press (get_word (self, "heading"), GDK_KEY_1, 0));
  g_assert_cmpuint (*n_titles, ==, 2);
  verdict = remit_lesson_view_dup_title (self->view);
  g_assert_true (g_str_has_prefix (verdict, "Not right. "));
  tear_down (self);
}

static graphene_rect_t
get_place (Fixture    *self,
           const char *name)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (get_child (self, name), GTK_WIDGET (self->view), &bounds));
  return bounds;
}

/* Picture, words and progress fill the view together, and none is lost. */
static void
test_sizes (void)
{
  static const struct
  {
    int width, height;
    gboolean is_wide;
  } cases[] = { { 1500, 860, TRUE }, { 900, 600, TRUE }, { 840, 600, FALSE }, { 360, 560, FALSE }, { 360, 300, FALSE } };

  for (guint rtl = 0; rtl < 2; rtl++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        float width = (float) cases[i].width, height = (float) cases[i].height;
        graphene_rect_t picture, words, bar;
        Fixture *self;

        gtk_widget_set_default_direction (rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
        self = set_up ("why", cases[i].width, cases[i].height);
        picture = get_place (self, "picture");
        words = get_place (self, "words");
        bar = get_place (self, "bar");
        g_assert_cmpfloat (bar.size.width, ==, width);
        g_assert_cmpfloat (bar.origin.y + bar.size.height, ==, height);
        g_assert_cmpfloat (picture.size.height, >, 100);
        g_assert_cmpfloat (words.size.height, >, 100);
        if (cases[i].is_wide)
          {
            g_assert_cmpfloat (picture.size.width + 1 + words.size.width, ==, width);
            g_assert_cmpfloat (words.size.height + bar.size.height, ==, height);
            g_assert_cmpfloat (rtl ? words.origin.x : picture.origin.x, ==, 0);
          }
        else
          {
            g_assert_cmpfloat (picture.size.height + 1 + words.size.height + bar.size.height, ==, height);
            g_assert_cmpfloat (words.size.width, ==, width);
          }
        tear_down (self);
      }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* What GTK tells of a finger: only one that is fast enough and goes sideways turns scenes, towards where it came from. */
static void
test_swipe (void)
{
  static const struct
  {
    double x, y;
    guint from, to;
    gboolean rtl;
  } cases[] = {
    { -900, 40, 2, 3, FALSE }, { 900, -40, 2, 1, FALSE }, { -900, 0, 2, 1, TRUE }, { 900, 0, 2, 3, TRUE },
    { -200, 0, 2, 2, FALSE }, { 0, -900, 2, 2, FALSE }, { -900, 600, 2, 2, FALSE }, { 900, 0, 0, 0, FALSE },
  };
  Fixture *self = set_up ("why", 1200, 700);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->view));
  GtkGesture *swipe = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_SWIPE (controller))
        swipe = GTK_GESTURE (controller);
    }
  g_assert_nonnull (swipe);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_widget_set_direction (GTK_WIDGET (self->view), cases[i].rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      remit_player_jump (self->player, cases[i].from);
      g_signal_emit_by_name (swipe, "swipe", cases[i].x, cases[i].y);
      if (remit_player_get_position (self->player) != cases[i].to)
        g_error ("case %u leads to %u", i, remit_player_get_position (self->player));
    }
  gtk_widget_set_direction (GTK_WIDGET (self->view), GTK_TEXT_DIR_LTR);
  tear_down (self);
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/lesson-view/keys", test_keys);
  g_test_add_func ("/lesson-view/keys-elsewhere", test_keys_elsewhere);
  g_test_add_func ("/lesson-view/keys-of-questions", test_keys_of_questions);
  g_test_add_func ("/lesson-view/cells", test_cells);
  g_test_add_func ("/lesson-view/swipe", test_swipe);
  g_test_add_func ("/lesson-view/told", test_told);
  g_test_add_func ("/lesson-view/sizes", test_sizes);
  return g_test_run ();
}
