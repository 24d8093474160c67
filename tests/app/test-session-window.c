/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Onboarding sessions: planned, saved and opened, run, and what is kept of them. */

#include "remit-session-window.h"

#include <glib/gstdio.h>
#include <string.h>

#include "find-widget.h"
#include "remit-agenda-row.h"
#include "remit-session-plan.h"
#include "remit-session-records.h"
#include "remit-session-run.h"
#include "study-fixture.h"
#include "widget-fixture.h"
#include "window-fixture.h"

#define HOSTILE "Bob <b>&\"amp;\" %s"

typedef struct
{
  StudyFixture study;
  RemitProgress *progress;
  RemitStoryboardCatalog *lessons;
  RemitWindow *window;
  RemitSessionWindow *sessions;
  RemitSessionPlan *plan;
  RemitSessionRun *run;
  RemitSessionRecords *records;
  char *gone; /* the point that was shown last */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  GtkWidget *root;

  study_set_up (&fixture->study, data);
  file = g_file_new_for_path (fixture->study.path);
  fixture->progress = remit_progress_new (file);
  fixture->lessons = remit_storyboard_catalog_new (catalog);
  fixture->window = open_window ();
  root = remit_session_window_new (fixture->window, fixture->progress, catalog, fixture->lessons);
  fixture->sessions = REMIT_SESSION_WINDOW (g_object_ref (root));
  gtk_window_present (GTK_WINDOW (root));
  wait_until (gtk_widget_get_mapped (root) && remit_progress_get_ready (fixture->progress));
  fixture->plan = REMIT_SESSION_PLAN (find_widget (root, REMIT_TYPE_SESSION_PLAN));
  fixture->run = REMIT_SESSION_RUN (find_widget (root, REMIT_TYPE_SESSION_RUN));
  fixture->records = REMIT_SESSION_RECORDS (find_widget (root, REMIT_TYPE_SESSION_RECORDS));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  if (gtk_widget_get_visible (GTK_WIDGET (fixture->sessions)))
    gtk_window_destroy (GTK_WINDOW (fixture->sessions));
  settle ();
  g_assert_finalize_object (fixture->sessions);
  close_window (fixture->window);
  g_assert_finalize_object (fixture->progress);
  g_assert_finalize_object (fixture->lessons);
  g_free (fixture->gone);
  study_tear_down (&fixture->study, data);
}

/* --- what somebody does --- */

static GtkWidget *
find_row (GtkWidget  *root,
          const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *text)
{
  if (GTK_IS_BUTTON (root)
      && (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), text) == 0 || g_strcmp0 (gtk_widget_get_tooltip_text (root), text) == 0
          || g_strcmp0 (find_text (root, text), text) == 0))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
click (gpointer    root,
       const char *text)
{
  GtkWidget *button = find_button (root, text);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
type (gpointer    root,
      const char *title,
      const char *text)
{
  GtkWidget *row = find_row (root, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (find_widget (row, GTK_TYPE_ENTRY)), text);
}

static void
choose (Fixture    *fixture,
        const char *title,
        gboolean    chosen)
{
  GtkWidget *row = find_row (GTK_WIDGET (fixture->plan), title);

  g_assert_nonnull (row);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_widget (row, GTK_TYPE_CHECK_BUTTON)), chosen);
}

static void
activate (gpointer    root,
          const char *title)
{
  GtkWidget *row = find_row (root, title);

  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "activated");
}

/* (nullable): the dialog above the window of sessions */
static GtkWindow *
get_dialog (Fixture *fixture)
{
  return find_dialog ((RemitWindow *) fixture->sessions);
}

static void
respond (Fixture    *fixture,
         const char *response)
{
  GtkWindow *dialog;

  wait_until (get_dialog (fixture) != NULL);
  dialog = get_dialog (fixture);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
}

static const char *
get_view (Fixture *fixture)
{
  return adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (find_widget (GTK_WIDGET (fixture->sessions), ADW_TYPE_VIEW_STACK)));
}

static void
plan (Fixture *fixture)
{
  type (fixture->plan, "Title", "First day");
  choose (fixture, "Why there is a model", TRUE);
  choose (fixture, "Compliance", TRUE);
}

static void
on_go (Fixture         *fixture,
       RemitAgendaItem *item)
{
  g_free (fixture->gone);
  fixture->gone = g_strdup (remit_agenda_item_get_lesson (item));
}

/* Starts the session that is planned, with Ada and Bob. */
static void
start (Fixture *fixture)
{
  g_signal_connect_swapped (fixture->run, "go", G_CALLBACK (on_go), fixture);
  click (fixture->plan, "Start the Session");
  wait_until (g_str_equal (get_view (fixture), "run") && find_text (GTK_WIDGET (fixture->run), "First day") != NULL);
  type (fixture->run, "Add a name", " Ada ");
  click (fixture->run, "Add a name");
  type (fixture->run, "Add a name", HOSTILE);
  click (fixture->run, "Add a name");
  wait_until (find_row (GTK_WIDGET (fixture->run), HOSTILE) != NULL);
}

/* Ada and Bob do the first lesson. */
static void
learn (Fixture *fixture)
{
  remit_progress_save_scene (fixture->progress, "why", "s", 1);
  remit_progress_save_answer (fixture->progress, "why", "s", TRUE);
  remit_progress_save_done (fixture->progress, "why");
  wait_until (find_text (GTK_WIDGET (fixture->run), "done by everybody") != NULL);
}

static GFile *
get_file (Fixture    *fixture,
          const char *name)
{
  g_autofree char *path = g_build_filename (fixture->study.folder, name, NULL);

  return g_file_new_for_path (path);
}

static char *
load (GFile *file)
{
  char *content = NULL;

  g_assert_true (g_file_load_contents (file, NULL, &content, NULL, NULL, NULL));
  return content;
}

/* --- tests --- */

static void
test_plan (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GFile) file = get_file (fixture, "day.remit-session.json"), document = get_file (fixture, "own.remit.json");
  g_autoptr (GFile) elsewhere = g_file_new_for_path ("/elsewhere/own.remit.json"), other_file = get_file (fixture, "other.remit-session.json");
  g_autofree char *json = NULL, *again = NULL;
  g_autoptr (RemitSession) session = NULL, reopened = NULL;
  RemitAgendaRow *row;

  g_assert_false (remit_session_plan_is_changed (fixture->plan));
  g_assert_false (remit_session_plan_save (fixture->plan, file)); /* no title */
  g_assert_nonnull (find_text (GTK_WIDGET (fixture->sessions), "needs a title"));
  g_assert_false (g_file_query_exists (file, NULL));
  plan (fixture);
  type (fixture->plan, "Note", HOSTILE);
  choose (fixture, "Compliance", FALSE);
  choose (fixture, "Compliance", TRUE);
  remit_session_plan_add_document (fixture->plan, document);
  remit_session_plan_add_document (fixture->plan, elsewhere);
  row = REMIT_AGENDA_ROW (find_widget (GTK_WIDGET (fixture->plan), REMIT_TYPE_AGENDA_ROW));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find_widget (GTK_WIDGET (row), GTK_TYPE_SPIN_BUTTON)), 17);
  click (row, "Move Down");
  g_assert_true (remit_session_plan_is_changed (fixture->plan));
  g_assert_true (remit_session_plan_save (fixture->plan, file));
  g_assert_false (remit_session_plan_is_changed (fixture->plan));
  session = remit_session_plan_create_session (fixture->plan, file);
  json = remit_session_to_json (session);
  g_assert_nonnull (strstr (json, "\"framework\" : \"own.remit.json\""));
  g_assert_nonnull (strstr (json, "\"framework\" : \"file:///elsewhere/own.remit.json\""));
  g_assert_cmpuint (remit_session_get_minutes (session), ==, 17 + 2 + 10 + 10);
  g_assert_cmpuint (remit_session_get_start (session, 1), ==, 2); /* Compliance is first */

  choose (fixture, "Why there is a model", FALSE);
  type (fixture->plan, "Title", "Another");
  g_assert_true (remit_session_plan_is_changed (fixture->plan));
  g_assert_true (remit_session_plan_save (fixture->plan, other_file));
  remit_session_window_open (fixture->sessions, file);
  g_assert_false (remit_session_plan_is_changed (fixture->plan));
  reopened = remit_session_plan_create_session (fixture->plan, file);
  again = remit_session_to_json (reopened);
  g_assert_cmpstr (again, ==, json);
}

static void
test_times (Fixture      *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *text;
    int minute; /* 600 where the text is no time */
  } times[] = {
    { "25:00", 600 }, { "9:60", 600 }, { "", 600 }, { "noon", 600 }, { "-1:00", 600 }, { " 9:05 pm", 21 * 60 + 5 }, { "9 pm", 21 * 60 },
    { "9", 9 * 60 }, { "12 am", 0 }, { "12:30 PM", 12 * 60 + 30 }, { "12.01 a.m.", 1 }, { "8h15", 8 * 60 + 15 }, { "0:00", 0 },
  };
  GtkSpinButton *begin = GTK_SPIN_BUTTON (find_widget (find_row (GTK_WIDGET (fixture->plan), "Begins at"), GTK_TYPE_SPIN_BUTTON));

  g_assert_cmpint (gtk_spin_button_get_value_as_int (begin) % 15, ==, 0);
  plan (fixture);
  gtk_editable_set_text (GTK_EDITABLE (begin), "23:58");
  gtk_spin_button_update (begin);
  g_assert_nonnull (find_text (GTK_WIDGET (fixture->plan), "23:58 – 00:01 · Lesson"));
  g_assert_nonnull (find_text (GTK_WIDGET (fixture->plan), "5 minutes, until 00:03"));
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      gtk_spin_button_set_value (begin, 600);
      gtk_editable_set_text (GTK_EDITABLE (begin), times[i].text);
      gtk_spin_button_update (begin);
      g_assert_cmpint (gtk_spin_button_get_value_as_int (begin), ==, times[i].minute);
    }
}

static void
test_bad_file (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GFile) file = get_file (fixture, "bad.remit-session.json");
  g_autofree char *path = g_file_get_path (file);
  const char *text;

  plan (fixture);
  g_assert_true (g_file_set_contents (path, "{\"format\": \"remit-session\", \"version\": 1, \"title\": \"T\", \"agenda\": [{\"lesson\": \"why\", \"minutes\": 0}]}", -1, NULL));
  remit_session_plan_open (fixture->plan, file);
  wait_until (get_dialog (fixture) != NULL);
  text = find_text (GTK_WIDGET (get_dialog (fixture)), path);
  g_assert_nonnull (text);
  g_assert_nonnull (strstr (text, "/agenda/0/minutes"));
  respond (fixture, "close");
  g_assert_nonnull (find_row (GTK_WIDGET (fixture->plan), "Compliance"));
  g_assert_true (remit_session_plan_is_changed (fixture->plan)); /* what was there stays */
  {
    g_autoptr (RemitSession) session = remit_session_plan_create_session (fixture->plan, NULL);
    g_assert_cmpstr (remit_session_get_title (session), ==, "First day");
  }
}

static void
test_close (Fixture      *fixture,
            gconstpointer data)
{
  plan (fixture);
  gtk_window_close (GTK_WINDOW (fixture->sessions));
  gtk_window_close (GTK_WINDOW (fixture->sessions));
  respond (fixture, "cancel");
  settle ();
  g_assert_null (get_dialog (fixture)); /* it asked once */
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->sessions)));
  gtk_window_close (GTK_WINDOW (fixture->sessions));
  respond (fixture, "discard");
  wait_until (!gtk_widget_get_visible (GTK_WIDGET (fixture->sessions)));
}

static void
test_close_running (Fixture      *fixture,
                    gconstpointer data)
{
  plan (fixture);
  start (fixture);
  gtk_window_close (GTK_WINDOW (fixture->sessions));
  gtk_window_close (GTK_WINDOW (fixture->sessions));
  respond (fixture, "cancel");
  settle ();
  g_assert_null (get_dialog (fixture)); /* it asked once */
  g_assert_nonnull (remit_progress_get_people (fixture->progress));
  gtk_window_close (GTK_WINDOW (fixture->sessions));
  respond (fixture, "end");
  g_assert_null (remit_progress_get_people (fixture->progress));
  respond (fixture, "discard"); /* the plan is in no file */
  wait_until (!gtk_widget_get_visible (GTK_WIDGET (fixture->sessions)));
}

static void
test_run (Fixture      *fixture,
          gconstpointer data)
{
  GtkWidget *run = GTK_WIDGET (fixture->run);
  AdwComboRow *who;

  plan (fixture);
  start (fixture);
  type (run, "Add a name", "  ");
  click (fixture->run, "Add a name");
  g_assert_nonnull (find_text (GTK_WIDGET (fixture->sessions), "has a letter"));
  g_assert_cmpuint (g_strv_length ((char **) remit_progress_get_people (fixture->progress)), ==, 2);
  g_assert_nonnull (find_text (run, "· now"));
  g_assert_nonnull (find_text (run, "Start: Why there is a model"));
  g_assert_false (gtk_widget_has_css_class (find_button (run, "Next Point"), "suggested-action"));
  g_signal_emit_by_name (find_widget (find_widget (run, GTK_TYPE_GRID), GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpstr (fixture->gone, ==, "why");
  learn (fixture);
  g_assert_true (gtk_widget_has_css_class (find_button (run, "Next Point"), "suggested-action"));
  click (run, "Next Point");
  g_assert_nonnull (find_text (run, "Start: Compliance"));
  g_assert_false (gtk_widget_get_sensitive (find_button (run, "Next Point"))); /* it is the last */

  who = ADW_COMBO_ROW (find_row (run, "Who is learning now"));
  adw_combo_row_set_selected (who, 2);
  g_assert_cmpstr (remit_progress_get_people (fixture->progress)[0], ==, HOSTILE);
  g_assert_null (remit_progress_get_people (fixture->progress)[1]);
  remit_progress_save_scene (fixture->progress, "compliance", "s", 0);
  remit_progress_save_done (fixture->progress, "compliance");
  wait_until (find_text (run, "done by " HOSTILE) != NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (who), ==, 2); /* still he */
  click (run, "Remove “Ada” from the session");
  wait_until (find_row (run, "Ada") != NULL && gtk_widget_get_ancestor (find_row (run, "Ada"), ADW_TYPE_EXPANDER_ROW) != NULL);
  g_assert_cmpstr (remit_progress_get_people (fixture->progress)[0], ==, HOSTILE);
  activate (run, "Ada"); /* she is known already */
  wait_until (gtk_widget_get_ancestor (find_row (run, "Ada"), ADW_TYPE_EXPANDER_ROW) == NULL);
  click (run, "End Session");
  g_assert_null (remit_progress_get_people (fixture->progress));
  g_assert_cmpstr (get_view (fixture), ==, "records");
}

static gboolean
remove_all (RemitProgressStore *store,
            gpointer            data,
            GError            **error)
{
  return remit_progress_store_remove_all (store, error);
}

/* Another program, or another window, has deleted what is run: nobody's steps are recorded any more. */
static void
test_gone (Fixture      *fixture,
           gconstpointer data)
{
  plan (fixture);
  start (fixture);
  remit_progress_run_async (fixture->progress, remove_all, NULL, NULL, NULL, NULL);
  remit_progress_reload (fixture->progress);
  wait_until (remit_session_run_get_session (fixture->run) == 0);
  g_assert_null (remit_progress_get_people (fixture->progress));
  remit_progress_save_scene (fixture->progress, "why", "s", 1);
  settle ();
  g_assert_null (find_row (GTK_WIDGET (fixture->records), "Ada"));
}

/* However often one clicks, and whatever one's own lessons were when it was planned. */
static void
test_missing (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GFile) file = get_file (fixture, "old.remit-session.json");
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (RemitProgressStore) store = NULL;
  g_autoptr (GPtrArray) sessions = NULL;

  g_assert_true (g_file_set_contents (path, "{\"format\": \"remit-session\", \"version\": 1, \"title\": \"First day\","
                                            " \"agenda\": [{\"lesson\": \"lost\", \"minutes\": 3}, {\"framework\": \"gone\", \"minutes\": 3}]}", -1, NULL));
  remit_session_plan_open (fixture->plan, file);
  click (fixture->plan, "Start the Session");
  start (fixture);
  store = study_open (fixture->study.path);
  sessions = remit_progress_store_list_sessions (store, NULL);
  g_assert_cmpuint (sessions->len, ==, 1);
  click (fixture->run, "Start: lost");
  wait_until (find_text (GTK_WIDGET (fixture->sessions), "“lost” is not on this machine") != NULL);
  click (fixture->run, "Next Point");
  click (fixture->run, "Show: gone");
  g_assert_null (fixture->gone);
}

/* The file's text is not cut to what fits into a line. */
static void
test_long (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GFile) file = get_file (fixture, "long.remit-session.json");
  g_autofree char *title = g_strnfill (300, 't'), *note = g_strnfill (5000, 'n');
  g_autofree char *before = NULL, *after = NULL;

  plan (fixture);
  type (fixture->plan, "Title", title);
  type (fixture->plan, "Note", note);
  g_assert_true (remit_session_plan_save (fixture->plan, file));
  before = load (file);
  g_assert_nonnull (strstr (before, title));
  g_assert_nonnull (strstr (before, note));
  remit_session_plan_open (fixture->plan, file);
  g_assert_true (remit_session_plan_save (fixture->plan, file));
  after = load (file);
  g_assert_cmpstr (before, ==, after);
}

static void
test_records (Fixture      *fixture,
              gconstpointer data)
{
  GtkWidget *records = GTK_WIDGET (fixture->records);
  g_autoptr (GFile) table = get_file (fixture, "day.csv"), pdf = get_file (fixture, "ada.pdf"), nowhere = get_file (fixture, "no/day.csv");
  g_autofree char *csv = NULL;
  g_autofree char *certificate = NULL;

  g_assert_nonnull (find_text (records, "stays on this machine"));
  plan (fixture);
  start (fixture);
  learn (fixture);
  click (fixture->run, "End Session");
  g_assert_nonnull (find_text (records, fixture->study.path));
  g_assert_nonnull (find_text (records, "2 participants"));
  g_assert_nonnull (find_text (records, HOSTILE));
  g_assert_nonnull (find_text (records, "Why there is a model: done "));
  g_assert_nonnull (find_text (records, "checks passed: 1 of 1\nCompliance: not begun"));
  remit_session_records_save_table (fixture->records, 1, table);
  csv = load (table);
  g_assert_nonnull (strstr (csv, "\"Ada\",\"Why there is a model\",\"done\",1,1,"));
  g_assert_nonnull (strstr (csv, "\"Bob <b>&\"\"amp;\"\" %s\",\"Compliance\",\"not begun\",,,,\r\n"));
  remit_session_records_save_certificate (fixture->records, 1, "Ada", pdf);
  certificate = load (pdf);
  g_assert_true (g_str_has_prefix (certificate, "%PDF"));
  remit_session_records_save_table (fixture->records, 1, nowhere);
  wait_until (get_dialog (fixture) != NULL);
  g_assert_nonnull (find_text (GTK_WIDGET (get_dialog (fixture)), "no/day.csv"));
  respond (fixture, "close");
  activate (records, "Go On with This Session");
  wait_until (find_text (GTK_WIDGET (fixture->run), "Start: Compliance") != NULL); /* the first that is not done */
  g_assert_cmpstr (get_view (fixture), ==, "run");
}

static void
test_remove (Fixture      *fixture,
             gconstpointer data)
{
  GtkWidget *records = GTK_WIDGET (fixture->records);

  plan (fixture);
  start (fixture);
  learn (fixture);
  click (records, "Delete the records of “" HOSTILE "”…");
  respond (fixture, "cancel");
  settle ();
  g_assert_nonnull (find_row (records, HOSTILE));
  click (records, "Delete the records of “" HOSTILE "”…");
  wait_until (get_dialog (fixture) != NULL);
  g_assert_nonnull (find_text (GTK_WIDGET (get_dialog (fixture)), HOSTILE)); /* as it was typed */
  respond (fixture, "remove");
  wait_until (find_row (records, HOSTILE) == NULL && find_row (GTK_WIDGET (fixture->run), HOSTILE) == NULL);
  g_assert_false (study_holds (fixture->study.folder, "Bob <b>"));
  g_assert_nonnull (find_row (records, "Ada"));
  activate (records, "Delete This Session…");
  respond (fixture, "remove");
  wait_until (find_text (records, "1 participant") == NULL);
  g_assert_cmpint (remit_session_run_get_session (fixture->run), ==, 0); /* it was running */
  g_assert_null (remit_progress_get_people (fixture->progress));
  g_assert_nonnull (find_row (records, "Ada")); /* what she has learnt */
  click (records, "Delete All Records…");
  respond (fixture, "remove");
  wait_until (find_row (records, "Ada") == NULL);
  g_assert_false (study_holds (fixture->study.folder, "Ada"));
}

/* What cannot be kept is told, and the plan stays. */
static void
test_read_only (Fixture      *fixture,
                gconstpointer data)
{
  plan (fixture);
  study_sql (fixture->study.path, "CREATE TRIGGER no BEFORE INSERT ON session BEGIN SELECT raise (ABORT, 'not today'); END");
  click (fixture->plan, "Start the Session");
  wait_until (find_text (GTK_WIDGET (fixture->sessions), "cannot be recorded") != NULL);
  click (fixture->sessions, "_Show");
  g_assert_nonnull (find_text (GTK_WIDGET (get_dialog (fixture)), "not today"));
  respond (fixture, "close");
  g_assert_cmpstr (get_view (fixture), ==, "plan");
  click (fixture->plan, "Start the Session"); /* it can be tried again */
  settle ();
  wait_until (find_text (GTK_WIDGET (fixture->sessions), "cannot be recorded") != NULL);
}

/* By the main window, as from the desktop; what is not saved is asked for. */
static void
test_open (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GFile) file = get_file (fixture, "day.remit-session.json");
  RemitFramework *framework = remit_window_get_framework (fixture->window);

  plan (fixture);
  g_assert_true (remit_session_plan_save (fixture->plan, file));
  type (fixture->plan, "Title", "Another");
  for (guint i = 0; i < 2; i++)
    {
      remit_window_open (fixture->window, &(GSList){ file, NULL }, NULL, NULL, NULL);
      respond (fixture, i == 0 ? "cancel" : "discard");
      settle ();
      g_assert_true (remit_session_plan_is_changed (fixture->plan) == (i == 0));
      g_assert_cmpstr (get_view (fixture), ==, "plan");
    }
  {
    g_autoptr (RemitSession) session = remit_session_plan_create_session (fixture->plan, NULL);
    g_assert_cmpstr (remit_session_get_title (session), ==, "First day");
  }
  g_assert_true (remit_window_get_framework (fixture->window) == framework);
}

static void
test_action (void)
{
  RemitWindow *window = open_window ();

  for (guint i = 0; i < 2; i++)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.sessions", NULL);
  wait_until (g_list_length (gtk_application_get_windows (GTK_APPLICATION (application))) == 2); /* one, however often */
  settle ();
  close_window (window); /* the other goes too */
}

int
main (int   argc,
      char *argv[])
{
  window_fixture_init (&argc, &argv);

  g_test_add ("/session-window/plan", Fixture, NULL, set_up, test_plan, tear_down);
  g_test_add ("/session-window/times", Fixture, NULL, set_up, test_times, tear_down);
  g_test_add ("/session-window/bad-file", Fixture, NULL, set_up, test_bad_file, tear_down);
  g_test_add ("/session-window/open", Fixture, NULL, set_up, test_open, tear_down);
  g_test_add ("/session-window/close", Fixture, NULL, set_up, test_close, tear_down);
  g_test_add ("/session-window/close-running", Fixture, NULL, set_up, test_close_running, tear_down);
  g_test_add ("/session-window/run", Fixture, NULL, set_up, test_run, tear_down);
  g_test_add ("/session-window/gone", Fixture, NULL, set_up, test_gone, tear_down);
  g_test_add ("/session-window/missing", Fixture, NULL, set_up, test_missing, tear_down);
  g_test_add ("/session-window/long", Fixture, NULL, set_up, test_long, tear_down);
  g_test_add ("/session-window/records", Fixture, NULL, set_up, test_records, tear_down);
  g_test_add ("/session-window/remove", Fixture, NULL, set_up, test_remove, tear_down);
  g_test_add ("/session-window/read-only", Fixture, NULL, set_up, test_read_only, tear_down);
  g_test_add_func ("/session-window/action", test_action);
  return window_fixture_run ();
}
