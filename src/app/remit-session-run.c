/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-session-run.h"

#include <glib/gi18n.h>

#include "remit-message.h"
#include "remit-study-text.h"

#define MAX_NAME 200 /* characters, as the store has it */

/**
 * RemitSessionRun:
 *
 * Who takes part in the session that is run, what is done, and what comes next. While one is run the progress records the steps of those
 * who are learning.
 *
 * Signals: `go` with the RemitAgendaItem that is to be shown; `plan`: a session is to be planned; `ended`.
 * CSS: a node named `sessions`.
 */
struct _RemitSessionRun
{
  AdwBin parent_instance;

  /* template children */
  GtkWidget *idle;
  GtkWidget *content;
  GtkLabel *title_label;
  GtkLabel *note_label;
  GtkEditable *name_entry;
  AdwExpanderRow *known;
  GtkListBox *participants;
  AdwComboRow *who;
  GtkListBox *agenda;
  GtkWidget *go_button;
  GtkLabel *go_label;
  GtkWidget *next_button;
  GtkWidget *end_button;

  /* owned */
  RemitProgress *progress;
  RemitCatalog *frameworks;
  RemitStoryboardCatalog *lessons;
  GPtrArray *known_rows; /* borrowed by the list */

  /* borrowed */
  RemitStudyRecords *records; /* (nullable) */

  gint64 session; /* 0: none */
  int position;   /* the present point; -1 until the records tell */
  gboolean has_gone; /* the present point was opened */
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (RemitSessionRun, remit_session_run, ADW_TYPE_BIN)

enum
{
  GO,
  PLAN,
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void update (RemitSessionRun *self);

/* Returns: (nullable): what the store has of the session */
static RemitSessionRecord *
get_record (RemitSessionRun *self)
{
  int position = self->records != NULL && self->session != 0 ? remit_study_records_find_session (self->records, self->session) : -1;

  return position >= 0 ? self->records->sessions->pdata[position] : NULL;
}

static GPtrArray *
get_lessons (RemitSessionRun *self)
{
  return self->records->session_lessons->pdata[remit_study_records_find_session (self->records, self->session)];
}

/* (transfer full) (nullable): the present point, if there is one left */
static RemitAgendaItem *
dup_item (RemitSessionRun    *self,
          RemitSessionRecord *record)
{
  return self->position >= 0 ? g_list_model_get_item (remit_session_get_agenda (record->session), (guint) self->position) : NULL;
}

/* --- participants --- */

typedef struct
{
  gint64 session;
  char *name;
  gboolean removes;
} Participation;

static void
free_participation (gpointer data)
{
  Participation *self = data;

  g_free (self->name);
  g_free (self);
}

static gboolean
change_participation (RemitProgressStore *store,
                      gpointer            data,
                      GError            **error)
{
  Participation *self = data;

  return self->removes ? remit_progress_store_remove_participant (store, self->session, self->name, error)
                       : remit_progress_store_add_participant (store, self->session, self->name, error);
}

static void
on_participation_changed (GObject      *source,
                          GAsyncResult *result,
                          gpointer      user_data)
{
  g_autoptr (RemitSessionRun) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!remit_progress_run_finish (REMIT_PROGRESS (source), result, &error))
    remit_message_tell (GTK_WIDGET (self), _("Who takes part cannot be recorded"), error->message);
  remit_progress_reload (REMIT_PROGRESS (source));
}

static void
set_participates (RemitSessionRun *self,
                  const char      *name,
                  gboolean         participates)
{
  Participation *job = g_new (Participation, 1);

  *job = (Participation) { self->session, g_strdup (name), !participates };
  remit_progress_run_async (self->progress, change_participation, job, free_participation, on_participation_changed, g_object_ref (self));
}

static void
on_name_entered (RemitSessionRun *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_entry)));

  if (*name == '\0')
    {
      remit_message_tell (GTK_WIDGET (self), _("A name has a letter at least"), NULL);
      return;
    }
  set_participates (self, name, TRUE);
  gtk_editable_set_text (self->name_entry, "");
}

static void
on_known_activated (AdwActionRow    *row,
                    RemitSessionRun *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->known)); /* the row goes */
  set_participates (self, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), TRUE);
}

static void
on_remove_clicked (GtkWidget       *button,
                   RemitSessionRun *self)
{
  set_participates (self, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW))), FALSE);
}

/* Whose steps are recorded: everybody's, or those of one. */
static void
update_people (RemitSessionRun *self)
{
  RemitSessionRecord *record = get_record (self);
  guint selected = adw_combo_row_get_selected (self->who);

  if (self->is_updating || record == NULL)
    return;
  if (selected == 0 || selected > g_strv_length (record->participants))
    remit_progress_set_people (self->progress, (const char *const *) record->participants);
  else
    remit_progress_set_people (self->progress, (const char *[]){ record->participants[selected - 1], NULL });
  update (self);
}

/* Keeps who is chosen, by the name. */
static void
update_who (RemitSessionRun    *self,
            RemitSessionRecord *record)
{
  GtkStringObject *chosen = adw_combo_row_get_selected_item (self->who);
  g_autofree char *name = adw_combo_row_get_selected (self->who) > 0 && chosen != NULL ? g_strdup (gtk_string_object_get_string (chosen)) : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *[]){ _("Everybody"), NULL });
  guint selected = 0;

  for (guint i = 0; record->participants[i] != NULL; i++)
    {
      gtk_string_list_append (names, record->participants[i]);
      if (g_strcmp0 (name, record->participants[i]) == 0)
        selected = i + 1;
    }
  adw_combo_row_set_model (self->who, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->who, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->who), record->participants[0] != NULL);
}

static void
update_participants (RemitSessionRun    *self,
                     RemitSessionRecord *record)
{
  int focused = remit_study_clear_list (self->participants);

  for (char **name = record->participants; *name != NULL; name++)
    {
      g_autoptr (GPtrArray) lessons = remit_study_records_of (get_lessons (self), **name != '\0' ? *name : NULL);
      g_autofree char *sum = remit_study_dup_sum (lessons);
      g_autofree char *label = g_strdup_printf (_("Remove “%s” from the session"), *name);
      GtkWidget *row = remit_study_new_row (*name, sum);
      GtkWidget *button = remit_study_new_button ("list-remove-symbolic", label);

      g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked), self, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      gtk_list_box_append (self->participants, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->participants), record->participants[0] != NULL);
  remit_study_focus_list (self->participants, focused, GTK_WIDGET (self->name_entry));
}

static void
update_known (RemitSessionRun    *self,
              RemitSessionRecord *record)
{
  for (guint i = 0; i < self->known_rows->len; i++)
    adw_expander_row_remove (self->known, self->known_rows->pdata[i]);
  g_ptr_array_set_size (self->known_rows, 0);
  for (guint i = 0; i < self->records->people->len; i++)
    {
      const RemitStudyPerson *person = self->records->people->pdata[i];
      GtkWidget *row;

      if (person->name == NULL || g_strv_contains ((const char *const *) record->participants, person->name))
        continue;
      row = remit_study_new_row (person->name, NULL);
      g_object_set (row, "activatable", TRUE, "focusable", TRUE, NULL);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "list-add-symbolic", "accessible-role",
                                                                     GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
      g_signal_connect_object (row, "activated", G_CALLBACK (on_known_activated), self, 0);
      adw_expander_row_add_row (self->known, row);
      g_ptr_array_add (self->known_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->known), self->known_rows->len > 0);
}

/* --- agenda --- */

/* (transfer full) (nullable): who has done a lesson. @is_all: (out): whether all who learn now have */
static char *
dup_done (RemitSessionRun    *self,
          RemitSessionRecord *record,
          const char         *lesson,
          gboolean           *is_all)
{
  GPtrArray *lessons = get_lessons (self);
  const char *const *people = remit_progress_get_people (self->progress);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < lessons->len; i++)
    {
      const RemitLessonRecord *done = lessons->pdata[i];

      if (g_str_equal (done->lesson, lesson) && done->state == REMIT_LESSON_DONE && done->person != NULL)
        g_strv_builder_add (builder, done->person);
    }
  names = g_strv_builder_end (builder);
  *is_all = people != NULL;
  for (; people != NULL && *people != NULL; people++)
    *is_all = *is_all && g_strv_contains ((const char *const *) names, *people);
  if (*names == NULL)
    return NULL;
  if (g_strv_length (names) == g_strv_length (record->participants))
    return g_strdup (_("done by everybody"));
  text = g_strjoinv (", ", names);
  /* Translators: %s is names */
  return g_strdup_printf (_("done by %s"), text);
}

static gboolean
is_item_done (RemitSessionRun    *self,
              RemitSessionRecord *record,
              RemitAgendaItem    *item)
{
  gboolean is_all = FALSE;

  if (remit_agenda_item_get_lesson (item) != NULL)
    g_free (dup_done (self, record, remit_agenda_item_get_lesson (item), &is_all));
  return is_all;
}

static void
on_point_activated (AdwActionRow    *row,
                    RemitSessionRun *self)
{
  self->position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  self->has_gone = FALSE;
  update (self);
}

static GtkWidget *
create_point (RemitSessionRun    *self,
              RemitSessionRecord *record,
              guint               position)
{
  g_autoptr (RemitAgendaItem) item = g_list_model_get_item (remit_session_get_agenda (record->session), position);
  g_autofree char *title = remit_study_dup_item_title (item, self->frameworks, self->lessons);
  g_autofree char *span = remit_study_dup_span (remit_study_get_minute (record->began) + remit_session_get_start (record->session, position),
                                                remit_agenda_item_get_minutes (item));
  gboolean is_present = (int) position == self->position, is_all = FALSE;
  g_autofree char *done = remit_agenda_item_get_lesson (item) != NULL ? dup_done (self, record, remit_agenda_item_get_lesson (item), &is_all) : NULL;
  GString *text = g_string_new (span);
  GtkWidget *row, *image;

  if (is_present)
    g_string_append_printf (text, " · %s", _("now"));
  if (done != NULL)
    g_string_append_printf (text, " · %s", done);
  row = remit_study_new_row (title, text->str);
  image = g_object_new (GTK_TYPE_IMAGE, "icon-name", is_present ? "go-next-symbolic" : is_all ? "object-select-symbolic" : NULL, "accessible-role",
                        GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  g_object_set (row, "activatable", TRUE, "focusable", TRUE, NULL);
  if (is_present)
    gtk_widget_add_css_class (row, "present");
  g_signal_connect_object (row, "activated", G_CALLBACK (on_point_activated), self, 0);
  g_string_free (text, TRUE);
  return row;
}

/* One of the buttons is what to do next. */
static void
update_buttons (RemitSessionRun    *self,
                RemitSessionRecord *record)
{
  g_autoptr (RemitAgendaItem) item = dup_item (self, record);
  gboolean is_last = self->position + 1 >= (int) g_list_model_get_n_items (remit_session_get_agenda (record->session));
  gboolean is_done = item != NULL && (remit_agenda_item_get_lesson (item) != NULL ? is_item_done (self, record, item) : self->has_gone);
  GtkWidget *suggested = item == NULL || (is_done && is_last) ? self->end_button : is_done ? self->next_button : self->go_button;
  GtkWidget *buttons[] = { self->go_button, self->next_button, self->end_button };

  if (item != NULL)
    {
      g_autofree char *title = remit_study_dup_item_title (item, self->frameworks, self->lessons);
      /* Translators: %s is the title of a lesson or a framework */
      g_autofree char *text = g_strdup_printf (remit_agenda_item_get_lesson (item) == NULL ? _("Show: %s") : is_done ? _("Go through again: %s") : _("Start: %s"), title);

      gtk_label_set_label (self->go_label, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->go_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    }
  gtk_widget_set_visible (self->go_button, item != NULL);
  gtk_widget_set_sensitive (self->next_button, item != NULL && !is_last);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (buttons[i] == suggested)
      gtk_widget_add_css_class (buttons[i], "suggested-action");
    else
      gtk_widget_remove_css_class (buttons[i], "suggested-action");
}

/* The first that is not done. */
static int
find_position (RemitSessionRun    *self,
               RemitSessionRecord *record)
{
  GListModel *agenda = remit_session_get_agenda (record->session);
  int position = 0;

  for (guint i = 0; i < g_list_model_get_n_items (agenda); i++)
    {
      g_autoptr (RemitAgendaItem) item = g_list_model_get_item (agenda, i);

      if (is_item_done (self, record, item))
        position = MIN ((int) i + 1, (int) g_list_model_get_n_items (agenda) - 1);
    }
  return position;
}

static void
update (RemitSessionRun *self)
{
  RemitSessionRecord *record = get_record (self);
  int focused;

  gtk_widget_set_visible (self->idle, record == NULL);
  gtk_widget_set_visible (self->content, record != NULL);
  if (record == NULL)
    return;
  if (self->position < 0)
    self->position = find_position (self, record);
  gtk_label_set_label (self->title_label, remit_session_get_title (record->session));
  gtk_label_set_label (self->note_label, remit_session_get_note (record->session) != NULL ? remit_session_get_note (record->session) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), remit_session_get_note (record->session) != NULL);
  focused = remit_study_clear_list (self->agenda);
  for (guint i = 0; i < g_list_model_get_n_items (remit_session_get_agenda (record->session)); i++)
    gtk_list_box_append (self->agenda, create_point (self, record, i));
  if (focused >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->agenda, focused)));
  update_buttons (self, record);
}

/* Whether the lesson or the framework can be shown; opening a file tells itself what is wrong with it. */
static gboolean
is_there (RemitSessionRun *self,
          RemitAgendaItem *item)
{
  const char *lesson = remit_agenda_item_get_lesson (item), *framework = remit_agenda_item_get_framework (item);
  g_autoptr (GFile) file = remit_agenda_item_get_file (item, NULL);

  if (lesson != NULL)
    return remit_document_catalog_find (REMIT_DOCUMENT_CATALOG (self->lessons), lesson) != NULL;
  return file != NULL || remit_catalog_find (self->frameworks, framework) != NULL;
}

static void
on_go_clicked (RemitSessionRun *self)
{
  g_autoptr (RemitAgendaItem) item = dup_item (self, get_record (self));

  if (!is_there (self, item))
    {
      g_autofree char *title = remit_study_dup_item_title (item, self->frameworks, self->lessons);
      g_autofree char *text = g_strdup_printf (_("“%s” is not on this machine"), title);

      remit_message_tell (GTK_WIDGET (self), text, NULL);
      return;
    }
  self->has_gone = TRUE;
  update (self);
  g_signal_emit (self, signals[GO], 0, item);
}

static void
on_next_clicked (RemitSessionRun *self)
{
  self->position++;
  self->has_gone = FALSE;
  update (self);
  gtk_widget_grab_focus (self->go_button);
}

static void
on_end_clicked (RemitSessionRun *self)
{
  remit_session_run_set_session (self, 0);
  g_signal_emit (self, signals[ENDED], 0);
}

static void
on_plan_clicked (RemitSessionRun *self)
{
  g_signal_emit (self, signals[PLAN], 0);
}

/* --- class --- */

static void
remit_session_run_dispose (GObject *object)
{
  RemitSessionRun *self = REMIT_SESSION_RUN (object);

  if (self->progress != NULL && self->session != 0)
    remit_progress_set_people (self->progress, NULL);
  g_clear_object (&self->progress);
  g_clear_object (&self->frameworks);
  g_clear_object (&self->lessons);
  g_clear_pointer (&self->known_rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), REMIT_TYPE_SESSION_RUN);

  G_OBJECT_CLASS (remit_session_run_parent_class)->dispose (object);
}

static void
remit_session_run_class_init (RemitSessionRunClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_session_run_dispose;

  signals[GO] = g_signal_new ("go", REMIT_TYPE_SESSION_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, REMIT_TYPE_AGENDA_ITEM);
  signals[PLAN] = g_signal_new ("plan", REMIT_TYPE_SESSION_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENDED] = g_signal_new ("ended", REMIT_TYPE_SESSION_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/remit_app/Remit/remit-session-run.ui");
  gtk_widget_class_set_css_name (widget_class, "sessions");
  gtk_widget_class_bind_template_child (widget_class, RemitSessionRun, idle);
  gtk_widget_class_bind_template_child (widget_class, RemitSessionRun, content);
  gtk_widget_class_bind_template_child (widget_class, RemitSessionRun, title_label);
  gtk_widget_class_bind_template_child (widget_class, RemitSessionRun, note_label);
  gtk_widget_class_bind_template_child (widget_class, RemitSessionRun, name_entry);
  gtk_widget_class_bind_template_child (widget_class, RemitSessionRun, known);
  gtk_widget_class_bind_template_child (widget_class, RemitSessionRun, participants);
  gtk_widget_class_bind_template_child (widget_class, RemitSessionRun, who);
  gtk_widget_class_bind_template_child (widget_class, RemitSessionRun, agenda);
  gtk_widget_class_bind_template_child (widget_class, RemitSessionRun, go_button);
  gtk_widget_class_bind_template_child (widget_class, RemitSessionRun, go_label);
  gtk_widget_class_bind_template_child (widget_class, RemitSessionRun, next_button);
  gtk_widget_class_bind_template_child (widget_class, RemitSessionRun, end_button);
  gtk_widget_class_bind_template_callback (widget_class, on_name_entered);
  gtk_widget_class_bind_template_callback (widget_class, update_people);
  gtk_widget_class_bind_template_callback (widget_class, on_go_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_end_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_plan_clicked);
}

static void
remit_session_run_init (RemitSessionRun *self)
{
  self->known_rows = g_ptr_array_new ();
  self->position = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_text_set_max_length (GTK_TEXT (gtk_editable_get_delegate (self->name_entry)), MAX_NAME);
}

void
remit_session_run_set_sources (RemitSessionRun        *self,
                               RemitProgress          *progress,
                               RemitCatalog           *frameworks,
                               RemitStoryboardCatalog *lessons)
{
  g_return_if_fail (REMIT_IS_SESSION_RUN (self) && self->progress == NULL);

  self->progress = g_object_ref (progress);
  self->frameworks = g_object_ref (frameworks);
  self->lessons = g_object_ref (lessons);
}

/* @session: its number in the store, which the next records have; 0 ends the one that is run */
void
remit_session_run_set_session (RemitSessionRun *self,
                               gint64           session)
{
  g_return_if_fail (REMIT_IS_SESSION_RUN (self));

  self->session = session;
  self->position = -1;
  self->has_gone = FALSE;
  adw_combo_row_set_selected (self->who, 0);
  if (session == 0)
    remit_progress_set_people (self->progress, NULL);
  remit_session_run_set_records (self, self->records);
}

gint64
remit_session_run_get_session (RemitSessionRun *self)
{
  g_return_val_if_fail (REMIT_IS_SESSION_RUN (self), 0);

  return self->session;
}

/* @records: they stay until others are set */
void
remit_session_run_set_records (RemitSessionRun   *self,
                               RemitStudyRecords *records)
{
  RemitSessionRecord *record;

  g_return_if_fail (REMIT_IS_SESSION_RUN (self));

  self->records = records;
  record = get_record (self);
  if (record != NULL)
    {
      self->is_updating = TRUE;
      update_who (self, record);
      self->is_updating = FALSE;
      update_participants (self, record);
      update_known (self, record);
      update_people (self);
    }
  else
    update (self);
}
