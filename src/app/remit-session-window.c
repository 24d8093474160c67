/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-session-window.h"

#include <glib/gi18n.h>

#include "remit-button-names.h"
#include "remit-message.h"
#include "remit-session-plan.h"
#include "remit-session-records.h"
#include "remit-session-run.h"

/**
 * RemitSessionWindow:
 *
 * Three views of onboarding sessions: the plan, the one that is run, and the records. What is on the agenda is shown in the main window,
 * beside which this one stays; it closes with it.
 */
struct _RemitSessionWindow
{
  AdwWindow parent_instance;

  /* template children */
  AdwViewStack *stack;
  RemitSessionPlan *plan;
  RemitSessionRun *run;
  RemitSessionRecords *records_view;

  /* owned */
  RemitProgress *progress;
  RemitStudyRecords *records; /* what the views show; NULL until they are read */
  GFile *file;                /* (nullable): which is to be opened */

  /* borrowed */
  GtkWidget *window;   /* the main one; NULL once it is gone */
  AdwToast *problem;   /* the last one; NULL once it is closed */
  GtkWindow *question; /* whether to end the session; NULL while it is not asked */

  gboolean is_loading, is_outdated, is_starting;
  gboolean may_close; /* nothing is unsaved, or nobody wants it */
};

G_DEFINE_FINAL_TYPE (RemitSessionWindow, remit_session_window, ADW_TYPE_WINDOW)

/* --- records --- */

static void load (RemitSessionWindow *self);

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (RemitSessionWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  RemitStudyRecords *records = g_object_steal_data (G_OBJECT (self), "loading");
  RemitStudyRecords *old = self->records;

  self->is_loading = FALSE;
  if (!remit_progress_run_finish (REMIT_PROGRESS (source), result, &error) || self->progress == NULL)
    {
      remit_study_records_free (records); /* the progress tells why */
      return;
    }
  self->records = records;
  remit_session_run_set_records (self->run, records);
  remit_session_records_set_records (self->records_view, records);
  g_clear_pointer (&old, remit_study_records_free);
  if (self->is_outdated)
    load (self);
  else if (remit_session_run_get_session (self->run) != 0 && remit_study_records_find_session (records, remit_session_run_get_session (self->run)) < 0)
    remit_session_run_set_session (self->run, 0); /* somebody has deleted it: nobody's steps are recorded in it any more */
}

static void
load (RemitSessionWindow *self)
{
  RemitStudyRecords *records;

  self->is_outdated = self->is_loading;
  if (self->is_loading)
    return;
  self->is_loading = TRUE;
  records = remit_study_records_new ();
  g_object_set_data (G_OBJECT (self), "loading", records);
  remit_progress_run_async (self->progress, remit_study_records_load, records, NULL, on_loaded, g_object_ref (self));
}

static void
on_message (RemitSessionWindow *self,
            const char         *message)
{
  if (self->problem != NULL)
    adw_toast_dismiss (self->problem);
  g_set_weak_pointer (&self->problem, remit_message_tell (GTK_WIDGET (self->stack), _("Progress is not kept as usual"), message));
}

/* --- running --- */

typedef struct
{
  RemitSessionWindow *window;
  RemitSession *session;
  gint64 id;
} Start;

static void
start_free (gpointer data)
{
  Start *self = data;

  g_object_unref (self->window);
  g_object_unref (self->session);
  g_free (self);
}

static gboolean
add_session (RemitProgressStore *store,
             gpointer            data,
             GError            **error)
{
  Start *start = data;

  start->id = remit_progress_store_add_session (store, start->session, g_get_real_time () / G_USEC_PER_SEC, error);
  return start->id != 0;
}

static void
resume (RemitSessionWindow *self,
        gint64              session)
{
  remit_session_run_set_session (self->run, session);
  load (self);
  adw_view_stack_set_visible_child_name (self->stack, "run");
}

static void
on_session_added (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  Start *start = user_data;
  g_autoptr (GError) error = NULL;

  start->window->is_starting = FALSE;
  if (start->window->progress == NULL) /* it is closed */
    return;
  if (remit_progress_run_finish (REMIT_PROGRESS (source), result, &error))
    resume (start->window, start->id);
  else
    remit_message_tell (GTK_WIDGET (start->window->stack), _("The session cannot be recorded"), error->message);
}

static void
on_start (RemitSessionWindow *self,
          RemitSession       *session)
{
  Start *start;

  if (self->is_starting)
    return;
  self->is_starting = TRUE;
  start = g_new (Start, 1);
  *start = (Start) { g_object_ref (self), g_object_ref (session), 0 };
  remit_progress_run_async (self->progress, add_session, start, start_free, on_session_added, start);
}

/* Shows a point of the agenda in the main window. */
static void
on_go (RemitSessionWindow *self,
       RemitAgendaItem    *item)
{
  const char *lesson = remit_agenda_item_get_lesson (item), *framework = remit_agenda_item_get_framework (item);
  g_autoptr (GFile) file = remit_agenda_item_get_file (item, NULL);

  if (self->window == NULL)
    return;
  gtk_window_present (GTK_WINDOW (self->window));
  if (lesson != NULL)
    gtk_widget_activate_action (self->window, "win.lesson", "s", lesson);
  else
    {
      if (file != NULL)
        remit_window_open (REMIT_WINDOW (self->window), &(GSList){ file, NULL }, NULL, NULL, NULL);
      else
        g_object_set (self->window, "framework", framework, NULL);
      g_object_set (self->window, "page", "explore", NULL);
    }
}

static void
on_plan (RemitSessionWindow *self)
{
  adw_view_stack_set_visible_child_name (self->stack, "plan");
}

static void
on_ended (RemitSessionWindow *self)
{
  adw_view_stack_set_visible_child_name (self->stack, "records");
}

static void
on_removed (RemitSessionWindow *self,
            gint64              session)
{
  if (session == 0 || session == remit_session_run_get_session (self->run))
    remit_session_run_set_session (self->run, 0);
}

/* What is not seen is not to be heard: AdwViewStack leaves it where screen readers look. */
static void
on_view_changed (RemitSessionWindow *self)
{
  GtkWidget *views[] = { GTK_WIDGET (self->plan), GTK_WIDGET (self->run), GTK_WIDGET (self->records_view) };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_accessible_update_state (GTK_ACCESSIBLE (views[i]), GTK_ACCESSIBLE_STATE_HIDDEN,
                                 adw_view_stack_get_visible_child (self->stack) != views[i], -1);
}

/* --- class --- */

static void
close_now (gpointer object)
{
  RemitSessionWindow *self = object;

  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_end_response (RemitSessionWindow *self,
                 const char         *response)
{
  g_clear_weak_pointer (&self->question);
  if (!g_str_equal (response, "end"))
    return;
  remit_session_run_set_session (self->run, 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
ask_to_end (RemitSessionWindow *self)
{
  AdwMessageDialog *dialog = remit_message_new_question (GTK_WINDOW (self), _("End the Session?"),
                                                         _("Without this window nothing is recorded any more. The session can go on later, from the records."));

  adw_message_dialog_add_response (dialog, "end", _("_End Session"));
  adw_message_dialog_set_default_response (dialog, "cancel");
  remit_button_names_set (GTK_WIDGET (dialog));
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_end_response), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->question, GTK_WINDOW (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
remit_session_window_close_request (GtkWindow *window)
{
  RemitSessionWindow *self = REMIT_SESSION_WINDOW (window);

  if (self->window != NULL && remit_session_run_get_session (self->run) != 0)
    {
      if (self->question == NULL)
        ask_to_end (self);
      return TRUE;
    }
  if (!self->may_close && remit_session_plan_is_changed (self->plan))
    {
      remit_session_plan_confirm (self->plan, close_now, self);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (remit_session_window_parent_class)->close_request (window);
}

static void
on_window_gone (RemitSessionWindow *self)
{
  self->window = NULL;
  gtk_window_close (GTK_WINDOW (self));
}

static void
remit_session_window_dispose (GObject *object)
{
  RemitSessionWindow *self = REMIT_SESSION_WINDOW (object);

  self->window = NULL;
  g_clear_weak_pointer (&self->question);
  g_clear_weak_pointer (&self->problem);
  if (self->progress != NULL && remit_session_run_get_session (self->run) != 0)
    remit_progress_set_people (self->progress, NULL);
  g_clear_object (&self->progress);
  g_clear_object (&self->file);
  gtk_widget_dispose_template (GTK_WIDGET (object), REMIT_TYPE_SESSION_WINDOW);

  G_OBJECT_CLASS (remit_session_window_parent_class)->dispose (object);
}

static void
remit_session_window_finalize (GObject *object)
{
  g_clear_pointer (&REMIT_SESSION_WINDOW (object)->records, remit_study_records_free);

  G_OBJECT_CLASS (remit_session_window_parent_class)->finalize (object);
}

static gboolean
show_view (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  RemitSessionWindow *self = REMIT_SESSION_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->stack, g_variant_get_string (args, NULL));
  gtk_widget_child_focus (adw_view_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
  return TRUE;
}

static void
remit_session_window_class_init (RemitSessionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const views[] = { "plan", "run", "records" };

  G_OBJECT_CLASS (klass)->dispose = remit_session_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = remit_session_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = remit_session_window_close_request;

  g_type_ensure (REMIT_TYPE_SESSION_PLAN);
  g_type_ensure (REMIT_TYPE_SESSION_RUN);
  g_type_ensure (REMIT_TYPE_SESSION_RECORDS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/remit_app/Remit/remit-session-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitSessionWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RemitSessionWindow, plan);
  gtk_widget_class_bind_template_child (widget_class, RemitSessionWindow, run);
  gtk_widget_class_bind_template_child_full (widget_class, "records", FALSE, G_STRUCT_OFFSET (RemitSessionWindow, records_view));
  gtk_widget_class_bind_template_callback (widget_class, on_start);
  gtk_widget_class_bind_template_callback (widget_class, on_go);
  gtk_widget_class_bind_template_callback (widget_class, on_plan);
  gtk_widget_class_bind_template_callback (widget_class, on_ended);
  gtk_widget_class_bind_template_callback (widget_class, on_removed);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
  gtk_widget_class_bind_template_callback (widget_class, resume);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_widget_class_add_binding (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, show_view, "s", views[i]); /* as the pages of the main window */
}

static void
remit_session_window_init (RemitSessionWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  on_view_changed (self);
}

/**
 * remit_session_window_new:
 * @window: where lessons and frameworks are shown
 *
 * Returns: (transfer none): a window that belongs to GTK
 */
GtkWidget *
remit_session_window_new (RemitWindow            *window,
                          RemitProgress          *progress,
                          RemitCatalog           *frameworks,
                          RemitStoryboardCatalog *lessons)
{
  RemitSessionWindow *self = g_object_new (REMIT_TYPE_SESSION_WINDOW, "application", gtk_window_get_application (GTK_WINDOW (window)), NULL);

  self->window = GTK_WIDGET (window);
  self->progress = g_object_ref (progress);
  g_signal_connect_object (window, "unrealize", G_CALLBACK (on_window_gone), self, G_CONNECT_SWAPPED); /* disposed it may be later */
  g_signal_connect_object (progress, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (progress, "message", G_CALLBACK (on_message), self, G_CONNECT_SWAPPED);
  remit_session_plan_set_sources (self->plan, frameworks, lessons);
  remit_session_run_set_sources (self->run, progress, frameworks, lessons);
  remit_session_records_set_sources (self->records_view, progress, lessons);
  remit_progress_open (progress);
  load (self);
  return GTK_WIDGET (self);
}

static void
open_file (gpointer object)
{
  RemitSessionWindow *self = object;

  remit_session_plan_open (self->plan, self->file);
}

/* Shows the plan of a session's file; where the plan that is shown is not saved, only after the user has saved or discarded it. */
void
remit_session_window_open (RemitSessionWindow *self,
                           GFile              *file)
{
  g_return_if_fail (REMIT_IS_SESSION_WINDOW (self));

  adw_view_stack_set_visible_child_name (self->stack, "plan");
  g_set_object (&self->file, file);
  remit_session_plan_confirm (self->plan, open_file, self);
}
