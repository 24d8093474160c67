/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitLearnPage: the list, going on where one stopped, what is saved, and the end of a lesson. */

#include "window-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "find-widget.h"
#include "remit-learn-page.h"
#include "remit-lesson-end.h"
#include "remit-lesson-list.h"
#include "remit-lesson-view.h"

typedef struct
{
  RemitStoryboardCatalog *lessons;
  RemitProgress *progress;
  RemitLearnPage *page;
  GtkWindow *window;
} Fixture;

static RemitStoryboardCatalog *
make_lessons (void)
{
  return remit_storyboard_catalog_new (catalog);
}

static GFile *
get_file (void)
{
  return g_file_new_build_filename (g_get_user_data_dir (), "progress.db", NULL);
}

static gpointer
find (Fixture *self,
      GType    type)
{
  return find_widget (GTK_WIDGET (self->page), type);
}

static gpointer
get_list_child (Fixture    *self,
                const char *name)
{
  return gtk_widget_get_template_child (find (self, REMIT_TYPE_LESSON_LIST), REMIT_TYPE_LESSON_LIST, name);
}

static gpointer
get_end_child (Fixture    *self,
               const char *name)
{
  return gtk_widget_get_template_child (find (self, REMIT_TYPE_LESSON_END), REMIT_TYPE_LESSON_END, name);
}

/* As the program begins anew, with what was saved. */
static Fixture
set_up (void)
{
  g_autoptr (GFile) file = get_file ();
  Fixture self = { .lessons = make_lessons (), .progress = remit_progress_new (file), .window = GTK_WINDOW (gtk_window_new ()) };

  self.page = REMIT_LEARN_PAGE (remit_learn_page_new (self.lessons, self.progress));
  gtk_window_set_default_size (self.window, 1000, 700);
  gtk_window_set_child (self.window, GTK_WIDGET (self.page));
  gtk_window_present (self.window);
  wait_until (gtk_widget_get_visible (get_list_child (&self, "content")));
  return self;
}

static void
tear_down (Fixture *self)
{
  settle ();
  g_object_ref (self->page);
  destroy_window (self->window);
  g_assert_finalize_object (self->page);
  settle (); /* what is still being written */
  g_assert_finalize_object (self->progress);
  g_assert_finalize_object (self->lessons);
}

/* Nothing is known of any lesson. */
static void
forget (void)
{
  g_autoptr (GFile) file = get_file ();
  const char *const others[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = g_strconcat (g_file_peek_path (file), others[i], NULL);
      g_remove (path);
    }
}

static GtkListBoxRow *
get_row (Fixture *self,
         int      position)
{
  return gtk_list_box_get_row_at_index (get_list_child (self, "list"), position);
}

static gboolean
says (Fixture    *self,
      int         position,
      const char *words)
{
  return find_text (GTK_WIDGET (get_row (self, position)), words) != NULL;
}

static const char *
get_suggestion (Fixture *self)
{
  return gtk_label_get_text (GTK_LABEL (gtk_button_get_child (get_list_child (self, "suggestion"))));
}

static RemitPlayer *
get_player (Fixture *self)
{
  return remit_lesson_view_get_player (find (self, REMIT_TYPE_LESSON_VIEW));
}

/* All lessons, each with what it is about; the first one is suggested. */
static void
test_list (void)
{
  Fixture self;
  g_autofree char *title = NULL;

  forget ();
  self = set_up ();
  title = remit_learn_page_dup_title (self.page);
  g_assert_cmpstr (title, ==, "Learn");
  g_assert_nonnull (get_row (&self, 11));
  g_assert_null (get_row (&self, 12));
  g_assert_true (says (&self, 0, "Why there is a model"));
  g_assert_true (says (&self, 0, "3 minutes · Not begun"));
  g_assert_true (says (&self, 0, "What goes wrong"));
  g_assert_true (says (&self, 0, "Why no cloud service takes all security work"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_row (&self, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Why there is a model: 3 minutes · Not begun");
  g_assert_cmpstr (get_suggestion (&self), ==, "Begin with “Why there is a model”");
  g_assert_cmpstr (gtk_label_get_text (get_list_child (&self, "status")), ==, "0 of 12 lessons done");
  g_assert_false (gtk_widget_get_visible (get_list_child (&self, "problem_section")));
  g_assert_null (find (&self, REMIT_TYPE_LESSON_VIEW)); /* made when it is needed */
  tear_down (&self);
}

/* Where one stopped is where one goes on: in the list, after a while elsewhere, and after a restart. */
static void
test_going_on (void)
{
  Fixture self;
  RemitPlayer *player;

  forget ();
  self = set_up ();
  g_signal_emit_by_name (get_list_child (&self, "suggestion"), "clicked");
  player = get_player (&self);
  g_assert_false (gtk_widget_get_visible (find (&self, REMIT_TYPE_LESSON_LIST)));
  remit_player_jump (player, 3);
  g_assert_true (press (gtk_window_get_focus (self.window), GDK_KEY_Escape, 0));
  g_assert_true (gtk_widget_get_visible (find (&self, REMIT_TYPE_LESSON_LIST)));
  g_assert_true (gtk_window_get_focus (self.window) == GTK_WIDGET (get_row (&self, 0)));
  wait_until (says (&self, 0, "4 of 9"));
  g_assert_cmpstr (get_suggestion (&self), ==, "Go On with “Why there is a model”");
  gtk_widget_activate (GTK_WIDGET (get_row (&self, 0)));
  wait_until (!gtk_widget_get_visible (find (&self, REMIT_TYPE_LESSON_LIST)));
  g_assert_true (get_player (&self) == player);
  g_assert_cmpuint (remit_player_get_position (player), ==, 3);
  tear_down (&self);

  self = set_up ();
  g_assert_true (says (&self, 0, "4 of 9"));
  g_assert_true (remit_learn_page_open (self.page, "why"));
  g_assert_cmpuint (remit_player_get_position (get_player (&self)), ==, 3);
  wait_until (remit_document_catalog_is_read (REMIT_DOCUMENT_CATALOG (self.lessons)));
  g_assert_false (remit_learn_page_open (self.page, "none"));
  tear_down (&self);
}

/* Of several that are begun the one that was left last is suggested, not the one that was begun last. */
static void
test_suggestion (void)
{
  static const char *const lessons[] = { "why", "house-and-flat", "why" };
  g_autoptr (GFile) file = get_file ();
  RemitProgressStore *store;
  Fixture self;

  forget ();
  store = remit_progress_store_open (file, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lessons); i++)
    g_assert_true (remit_progress_store_save_scene (store, NULL, lessons[i], "scene", 0, i, NULL));
  g_assert_finalize_object (store);
  self = set_up ();
  g_assert_cmpstr (get_suggestion (&self), ==, "Go On with “Why there is a model”");
  tear_down (&self);
}

/* Who is learning now begins with nothing of what another has answered. */
static void
test_people (void)
{
  Fixture self;

  forget ();
  self = set_up ();
  remit_progress_set_people (self.progress, (const char *[]){ "Ada", NULL });
  g_assert_true (remit_learn_page_open (self.page, "why"));
  wait_until (find (&self, REMIT_TYPE_LESSON_VIEW) != NULL);
  remit_player_jump (get_player (&self), 3);
  remit_progress_set_people (self.progress, (const char *[]){ "Ada", "Bob", NULL }); /* who joins her */
  g_assert_false (gtk_widget_get_visible (find (&self, REMIT_TYPE_LESSON_LIST)));
  remit_progress_set_people (self.progress, (const char *[]){ "Cleo", NULL });
  g_assert_true (gtk_widget_get_visible (find (&self, REMIT_TYPE_LESSON_LIST)));
  wait_until (says (&self, 0, "Not begun"));
  g_assert_true (remit_learn_page_open (self.page, "why"));
  wait_until (!gtk_widget_get_visible (find (&self, REMIT_TYPE_LESSON_LIST)));
  g_assert_cmpuint (remit_player_get_position (get_player (&self)), ==, 0);
  remit_progress_set_people (self.progress, (const char *[]){ "Ada", NULL });
  wait_until (says (&self, 0, "4 of 9"));
  g_assert_true (remit_learn_page_open (self.page, "why"));
  wait_until (!gtk_widget_get_visible (find (&self, REMIT_TYPE_LESSON_LIST)));
  g_assert_cmpuint (remit_player_get_position (get_player (&self)), ==, 3);
  remit_progress_set_people (self.progress, NULL);
  tear_down (&self);
}

/* It is said that something is not saved, whatever the file is called, and in full where one asks. */
static void
test_message (void)
{
  static const char message[] = "/home/r&d <x>/progress.db: the disk is full";
  Fixture self;
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWindow *dialog;

  forget ();
  self = set_up ();
  g_object_ref (self.page);
  gtk_window_set_child (self.window, overlay);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (self.page));
  g_object_unref (self.page);
  for (guint i = 0; i < 2; i++) /* however often */
    g_signal_emit_by_name (self.progress, "message", message);
  wait_until (find_text (overlay, "not kept as usual") != NULL);
  g_signal_emit_by_name (find_widget (find_widget (overlay, g_type_from_name ("AdwToastWidget")), GTK_TYPE_BUTTON), "clicked");
  wait_until (find_dialog ((RemitWindow *) self.window) != NULL);
  dialog = find_dialog ((RemitWindow *) self.window);
  g_assert_nonnull (find_text (GTK_WIDGET (dialog), message));
  gtk_window_destroy (dialog);
  tear_down (&self);
}

/* A lesson that is asked for before it is known where one stopped does not begin at its start. */
static void
test_early (void)
{
  g_autoptr (GFile) file = get_file ();
  Fixture self;

  forget ();
  self = set_up ();
  remit_learn_page_open (self.page, "why");
  remit_player_jump (get_player (&self), 5);
  tear_down (&self);

  self = (Fixture){ .lessons = make_lessons (), .progress = remit_progress_new (file), .window = GTK_WINDOW (gtk_window_new ()) };
  self.page = REMIT_LEARN_PAGE (remit_learn_page_new (self.lessons, self.progress));
  gtk_window_set_child (self.window, GTK_WIDGET (self.page));
  g_assert_true (remit_learn_page_open (self.page, "why"));
  gtk_window_present (self.window);
  wait_until (find (&self, REMIT_TYPE_LESSON_VIEW) != NULL);
  g_assert_cmpuint (remit_player_get_position (get_player (&self)), ==, 5);
  tear_down (&self);
}

/* The end says how it went, is kept, and leads on, back and to the start. */
static void
test_end (void)
{
  Fixture self;
  RemitPlayer *player;
  GtkWidget *view;
  g_autofree char *title = NULL;

  forget ();
  self = set_up ();
  remit_learn_page_open (self.page, "why");
  player = get_player (&self);
  view = find (&self, REMIT_TYPE_LESSON_VIEW);
  remit_player_jump_to (player, "all-of-it");
  press (gtk_window_get_focus (self.window), GDK_KEY_1 + remit_question_get_right_choice (remit_scene_get_question (remit_player_get_scene (player))), 0);
  g_assert_cmpint (remit_player_get_verdict (player), ==, REMIT_VERDICT_RIGHT);
  remit_player_jump (player, 8);
  gtk_widget_activate_action (view, "lesson.next", NULL);
  g_assert_true (gtk_widget_get_visible (find (&self, REMIT_TYPE_LESSON_END)));
  g_assert_false (gtk_widget_get_visible (view));
  title = remit_learn_page_dup_title (self.page);
  g_assert_cmpstr (title, ==, "Done: Why there is a model");
  g_assert_cmpstr (gtk_label_get_text (get_end_child (&self, "checks")), ==, "1 of 2 questions answered right at the first try.");
  g_assert_nonnull (find_text (find (&self, REMIT_TYPE_LESSON_END), "Why no cloud service takes all security work"));
  g_assert_nonnull (find_text (get_end_child (&self, "next"), "Own house, rented flat"));
  g_assert_true (gtk_window_get_focus (self.window) == get_end_child (&self, "heading"));
  g_assert_true (press (gtk_window_get_focus (self.window), GDK_KEY_Page_Up, 0));
  g_assert_true (gtk_widget_get_visible (view));
  g_assert_cmpuint (remit_player_get_position (get_player (&self)), ==, 8);
  gtk_widget_activate_action (view, "lesson.next", NULL);
  g_assert_true (press (gtk_window_get_focus (self.window), GDK_KEY_KP_Left, 0));
  g_assert_true (gtk_widget_get_visible (view));
  gtk_widget_activate_action (view, "lesson.next", NULL);
  g_signal_emit_by_name (get_end_child (&self, "again"), "clicked");
  g_assert_true (get_player (&self) != player);
  g_assert_cmpuint (remit_player_get_position (get_player (&self)), ==, 0);
  gtk_widget_activate_action (view, "lesson.close", NULL);
  wait_until (says (&self, 0, "Done, 1 of 2 right"));
  g_assert_cmpstr (get_suggestion (&self), ==, "Begin with “Own house, rented flat”");
  tear_down (&self);
  self = set_up ();
  g_assert_true (says (&self, 0, "Done, 1 of 2 right"));
  g_assert_cmpstr (gtk_label_get_text (get_list_child (&self, "status")), ==, "1 of 12 lessons done");
  tear_down (&self);
}

/* What was shown first does not count as known, nor does what is right when the lesson is taken again. */
static void
test_revealed (void)
{
  Fixture self;

  forget ();
  self = set_up ();
  remit_learn_page_open (self.page, "why");
  for (guint i = 0; i < 2; i++)
    {
      RemitPlayer *player = get_player (&self);

      remit_player_jump_to (player, "all-of-it");
      if (i == 0)
        remit_player_reveal (player);
      press (gtk_window_get_focus (self.window), GDK_KEY_1 + remit_question_get_right_choice (remit_scene_get_question (remit_player_get_scene (player))), 0);
      g_assert_cmpint (remit_player_get_verdict (player), ==, REMIT_VERDICT_RIGHT);
      remit_player_jump (player, 8);
      gtk_widget_activate_action (find (&self, REMIT_TYPE_LESSON_VIEW), "lesson.next", NULL);
      settle ();
      g_assert_cmpstr (gtk_label_get_text (get_end_child (&self, "checks")), ==, "0 of 2 questions answered right at the first try.");
      g_signal_emit_by_name (get_end_child (&self, "again"), "clicked");
    }
  gtk_widget_activate_action (find (&self, REMIT_TYPE_LESSON_VIEW), "lesson.close", NULL);
  g_assert_true (says (&self, 0, "Done, 0 of 2 right"));
  tear_down (&self);
}

/* A lesson of one's own that cannot be read is told with file, place and reason; the others are there. */
static void
test_own (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "remit", "lessons", NULL);
  g_autofree char *path = g_build_filename (folder, "mine.json", NULL);
  const char *text;
  Fixture self;

  forget ();
  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, "{\"format\": \"remit-lesson\", \"version\": 1, \"id\": 3}", -1, NULL));
  self = set_up ();
  wait_until (gtk_widget_get_visible (get_list_child (&self, "problem_section")));
  text = find_text (get_list_child (&self, "problems"), "mine.json");
  g_assert_nonnull (text);
  g_assert_nonnull (strstr (text, "/id"));
  g_assert_null (get_row (&self, 12));
  tear_down (&self);
  g_remove (path);
}

/* One that can be read comes after the others, and can be asked for before it is read. */
static void
test_own_good (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "remit", "lessons", NULL);
  g_autofree char *path = g_build_filename (folder, "mine.json", NULL);
  Fixture self;

  forget ();
  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, "{\"format\": \"remit-lesson\", \"version\": 1, \"id\": \"mine\", \"title\": \"Mine\", \"summary\": \"S\","
                                            "\"minutes\": 1, \"teaches\": [\"T\"], \"framework\": \"azure-current\", \"scenes\": [{\"id\": \"one\","
                                            "\"title\": \"One\", \"caption\": \"C\", \"sources\": [\"book\"]}],"
                                            "\"sources\": [{\"id\": \"book\", \"title\": \"B\", \"publisher\": \"P\", \"date\": \"2026\"}]}", -1, NULL));
  self = set_up ();
  g_assert_true (remit_learn_page_open (self.page, "mine"));
  wait_until (find (&self, REMIT_TYPE_LESSON_VIEW) != NULL);
  wait_until (get_row (&self, 12) != NULL);
  g_assert_true (says (&self, 12, "Mine"));
  tear_down (&self);
  g_remove (path);
}

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);
  g_test_add_func ("/learn-page/list", test_list);
  g_test_add_func ("/learn-page/going-on", test_going_on);
  g_test_add_func ("/learn-page/suggestion", test_suggestion);
  g_test_add_func ("/learn-page/people", test_people);
  g_test_add_func ("/learn-page/message", test_message);
  g_test_add_func ("/learn-page/early", test_early);
  g_test_add_func ("/learn-page/end", test_end);
  g_test_add_func ("/learn-page/revealed", test_revealed);
  g_test_add_func ("/learn-page/own", test_own);
  g_test_add_func ("/learn-page/own-good", test_own_good);
  return window_fixture_run ();
}
