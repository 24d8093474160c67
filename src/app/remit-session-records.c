/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-session-records.h"

#include <glib/gi18n.h>
#include <libremit-publish.h>
#include <string.h>

#include "remit-button-names.h"
#include "remit-choose-file.h"
#include "remit-message.h"
#include "remit-study-text.h"

/**
 * RemitSessionRecords:
 *
 * Signals: `resume` with the number (gint64) of a session to go on with; `removed` with that of one that is gone, 0: all are.
 * CSS: a node named `sessions`.
 */
struct _RemitSessionRecords
{
  AdwBin parent_instance;

  /* template children */
  GtkWidget *none_label;
  GtkListBox *sessions;
  GtkWidget *people_group;
  GtkListBox *people;
  GtkLabel *place_label;
  GtkWidget *remove_all_button;

  /* owned */
  RemitProgress *progress;
  RemitStoryboardCatalog *lessons;

  /* borrowed */
  RemitStudyRecords *records; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (RemitSessionRecords, remit_session_records, ADW_TYPE_BIN)

enum
{
  RESUME,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a button is about. */
typedef struct
{
  RemitSessionRecords *view;
  gboolean has_view; /* owns it */
  enum { REMOVE_SESSION, REMOVE_PERSON, REMOVE_ALL, EXPORT } kind;
  gint64 session;
  char *person; /* (nullable) */
} Subject;

static void
subject_free (gpointer data)
{
  Subject *self = data;

  if (self->has_view)
    g_object_unref (self->view);
  g_free (self->person);
  g_free (self);
}

static Subject *
subject_new (RemitSessionRecords *view,
             int                  kind,
             gint64               session,
             const char          *person)
{
  Subject *self = g_new (Subject, 1);

  *self = (Subject) { g_object_ref (view), TRUE, kind, session, g_strdup (person) };
  return self;
}

/* --- removing --- */

static gboolean
remove_in_thread (RemitProgressStore *store,
                  gpointer            data,
                  GError            **error)
{
  Subject *subject = data;

  if (subject->kind == REMOVE_SESSION)
    return remit_progress_store_remove_session (store, subject->session, error);
  if (subject->kind == REMOVE_PERSON)
    return remit_progress_store_remove_person (store, subject->person, error);
  return remit_progress_store_remove_all (store, error);
}

static void
on_removed (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Subject *subject = user_data;
  g_autoptr (GError) error = NULL;

  if (!remit_progress_run_finish (REMIT_PROGRESS (source), result, &error))
    remit_message_tell (GTK_WIDGET (subject->view), _("Not everything is deleted"), error->message);
  else if (subject->kind != REMOVE_PERSON)
    g_signal_emit (subject->view, signals[REMOVED], 0, subject->session);
  remit_progress_reload (REMIT_PROGRESS (source));
}

static void
on_response (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  const Subject *asked = g_object_get_data (G_OBJECT (dialog), "subject");
  Subject *subject;

  if (!g_str_equal (response, "remove"))
    return;
  subject = subject_new (asked->view, asked->kind, asked->session, asked->person);
  remit_progress_run_async (subject->view->progress, remove_in_thread, subject, subject_free, on_removed, subject);
}

/* Asks whether to remove something, and says what will be gone. */
static void
ask (Subject    *subject,
     const char *heading,
     const char *text)
{
  AdwMessageDialog *dialog = remit_message_new_question (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (subject->view))), heading, text);

  adw_message_dialog_add_response (dialog, "remove", _("_Delete"));
  adw_message_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  remit_button_names_set (GTK_WIDGET (dialog));
  g_object_set_data_full (G_OBJECT (dialog), "subject", subject, subject_free);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_remove_all_clicked (RemitSessionRecords *self)
{
  ask (subject_new (self, REMOVE_ALL, 0, NULL), _("Delete All Records?"),
       _("All sessions, all names and everything that anybody has learnt on this machine, you too, will be gone for good."));
}

static void
on_remove_session_activated (GtkWidget *row,
                             Subject   *subject)
{
  int position = remit_study_records_find_session (subject->view->records, subject->session);
  RemitSessionRecord *record = subject->view->records->sessions->pdata[position];
  g_autofree char *heading = g_strdup_printf (_("Delete the Session “%s”?"), remit_session_get_title (record->session));

  ask (subject_new (subject->view, REMOVE_SESSION, subject->session, NULL), heading,
       _("Its agenda and who took part will be gone for good. What they have learnt stays until their own records are deleted."));
}

static void
on_remove_person_clicked (GtkWidget *button,
                          Subject   *subject)
{
  g_autofree char *heading = subject->person != NULL ? g_strdup_printf (_("Delete the Records of “%s”?"), subject->person)
                                                     : g_strdup (_("Delete Your Own Records?"));

  ask (subject_new (subject->view, REMOVE_PERSON, 0, subject->person), heading,
       subject->person != NULL ? _("The name and everything that was learnt under it will be gone for good, in all sessions.")
                               : _("Everything that was learnt here without a name will be gone for good."));
}

/* --- files --- */

static void
tell_saved (RemitSessionRecords *self,
            GFile               *file,
            const GError        *error)
{
  g_autofree char *path = g_file_get_parse_name (file);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = g_strdup_printf (_("%s is saved"), name);

  if (error != NULL)
    remit_message_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("The file cannot be saved"), error->message);
  else
    remit_message_tell (GTK_WIDGET (self), text, NULL);
}

static void
on_export_chosen (gpointer data,
                  GFile   *file)
{
  const Subject *subject = data;

  if (remit_study_records_find_session (subject->view->records, subject->session) < 0)
    return; /* it was deleted meanwhile */
  if (subject->person != NULL)
    remit_session_records_save_certificate (subject->view, subject->session, subject->person, file);
  else
    remit_session_records_save_table (subject->view, subject->session, file);
}

static void
on_export_activated (GtkWidget *widget,
                     Subject   *subject)
{
  RemitSessionRecords *self = subject->view;
  RemitSessionRecord *record = self->records->sessions->pdata[remit_study_records_find_session (self->records, subject->session)];
  gboolean is_table = subject->person == NULL;

  remit_choose_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), GTK_FILE_CHOOSER_ACTION_SAVE,
                     is_table ? _("Save a Table") : _("Save a Certificate"),
                     is_table ? remit_session_get_title (record->session) : subject->person, is_table ? _("Tables") : _("PDF Documents"),
                     is_table ? "csv" : "pdf", on_export_chosen, subject_new (self, EXPORT, subject->session, subject->person), subject_free);
}

static void
on_resume_activated (GtkWidget *row,
                     Subject   *subject)
{
  g_signal_emit (subject->view, signals[RESUME], 0, subject->session);
}

/* --- rows --- */

/* @widget: of the view, which it does not keep therefore */
static void
connect_subject (GtkWidget  *widget,
                 const char *signal,
                 GCallback   callback,
                 Subject    *subject)
{
  subject->has_view = FALSE;
  g_object_unref (subject->view);
  g_object_set_data_full (G_OBJECT (widget), "subject", subject, subject_free);
  g_signal_connect (widget, signal, callback, subject);
}

static void
add_action (AdwExpanderRow *expander,
            const char     *title,
            const char     *icon_name,
            GCallback       callback,
            Subject        *subject)
{
  GtkWidget *row = remit_study_new_row (title, NULL);

  g_object_set (row, "activatable", TRUE, "focusable", TRUE, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  connect_subject (row, "activated", callback, subject);
  adw_expander_row_add_row (expander, row);
}

static GtkWidget *
create_session (RemitSessionRecords *self,
                RemitSessionRecord  *record,
                GPtrArray           *lessons)
{
  AdwExpanderRow *expander = g_object_new (ADW_TYPE_EXPANDER_ROW, "focusable", FALSE, NULL); /* the row in it has the focus */
  g_autofree char *time = remit_study_dup_time (record->began);
  guint n_people = g_strv_length (record->participants);
  g_autofree char *people = g_strdup_printf (ngettext ("%u participant", "%u participants", n_people), n_people);
  /* Translators: when a session was, and how many took part */
  g_autofree char *subtitle = g_strdup_printf (_("%s · %s"), time, people);

  remit_study_set_texts (GTK_WIDGET (expander), remit_session_get_title (record->session), subtitle);
  for (char **name = record->participants; *name != NULL; name++)
    {
      g_autoptr (GPtrArray) own = remit_study_records_of (lessons, **name != '\0' ? *name : NULL);
      g_autofree char *text = remit_study_dup_lines (own, self->lessons);
      g_autofree char *label = g_strdup_printf (_("Certificate for “%s” (PDF)…"), *name);
      GtkWidget *row = remit_study_new_row (*name, text);
      GtkWidget *button = remit_study_new_button ("document-save-symbolic", label);

      connect_subject (button, "clicked", G_CALLBACK (on_export_activated), subject_new (self, EXPORT, record->id, *name));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      adw_expander_row_add_row (expander, row);
    }
  add_action (expander, _("Go On with This Session"), "media-playback-start-symbolic", G_CALLBACK (on_resume_activated),
              subject_new (self, EXPORT, record->id, NULL));
  if (n_people > 0)
    add_action (expander, _("Table (CSV)…"), "document-save-symbolic", G_CALLBACK (on_export_activated), subject_new (self, EXPORT, record->id, NULL));
  add_action (expander, _("Delete This Session…"), "user-trash-symbolic", G_CALLBACK (on_remove_session_activated),
              subject_new (self, REMOVE_SESSION, record->id, NULL));
  g_object_set_data (G_OBJECT (expander), "session", GSIZE_TO_POINTER ((gsize) record->id));
  return GTK_WIDGET (expander);
}

/* (transfer full): the sessions that are opened, as a set */
static GHashTable *
dup_expanded (RemitSessionRecords *self)
{
  GHashTable *expanded = g_hash_table_new (NULL, NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sessions, i)) != NULL; i++)
    if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
      g_hash_table_add (expanded, g_object_get_data (G_OBJECT (row), "session"));
  return expanded;
}

static void
update_sessions (RemitSessionRecords *self)
{
  g_autoptr (GHashTable) expanded = dup_expanded (self);
  int focused = remit_study_clear_list (self->sessions);

  for (guint i = 0; i < self->records->sessions->len; i++)
    {
      GtkWidget *row = create_session (self, self->records->sessions->pdata[i], self->records->session_lessons->pdata[i]);

      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), g_hash_table_contains (expanded, g_object_get_data (G_OBJECT (row), "session")));
      gtk_list_box_append (self->sessions, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->sessions), self->records->sessions->len > 0);
  gtk_widget_set_visible (self->none_label, self->records->sessions->len == 0);
  remit_study_focus_list (self->sessions, focused, self->remove_all_button);
}

static void
update_people (RemitSessionRecords *self)
{
  int focused = remit_study_clear_list (self->people);

  for (guint i = 0; i < self->records->people->len; i++)
    {
      const RemitStudyPerson *person = self->records->people->pdata[i];
      const char *name = person->name != NULL ? person->name : _("You, without a name");
      g_autofree char *sum = remit_study_dup_sum (person->lessons);
      g_autofree char *label = g_strdup_printf (_("Delete the records of “%s”…"), name);
      GtkWidget *row = remit_study_new_row (name, sum);
      GtkWidget *button = remit_study_new_button ("user-trash-symbolic", label);

      connect_subject (button, "clicked", G_CALLBACK (on_remove_person_clicked), subject_new (self, REMOVE_PERSON, 0, person->name));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      gtk_list_box_append (self->people, row);
    }
  gtk_widget_set_visible (self->people_group, self->records->people->len > 0);
  remit_study_focus_list (self->people, focused, self->remove_all_button);
}

/* --- class --- */

static void
remit_session_records_dispose (GObject *object)
{
  RemitSessionRecords *self = REMIT_SESSION_RECORDS (object);

  g_clear_object (&self->progress);
  g_clear_object (&self->lessons);
  gtk_widget_dispose_template (GTK_WIDGET (object), REMIT_TYPE_SESSION_RECORDS);

  G_OBJECT_CLASS (remit_session_records_parent_class)->dispose (object);
}

static void
remit_session_records_class_init (RemitSessionRecordsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_session_records_dispose;

  signals[RESUME] = g_signal_new ("resume", REMIT_TYPE_SESSION_RECORDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[REMOVED] = g_signal_new ("removed", REMIT_TYPE_SESSION_RECORDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/remit_app/Remit/remit-session-records.ui");
  gtk_widget_class_set_css_name (widget_class, "sessions");
  gtk_widget_class_bind_template_child (widget_class, RemitSessionRecords, none_label);
  gtk_widget_class_bind_template_child (widget_class, RemitSessionRecords, sessions);
  gtk_widget_class_bind_template_child (widget_class, RemitSessionRecords, people_group);
  gtk_widget_class_bind_template_child (widget_class, RemitSessionRecords, people);
  gtk_widget_class_bind_template_child (widget_class, RemitSessionRecords, place_label);
  gtk_widget_class_bind_template_child (widget_class, RemitSessionRecords, remove_all_button);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_all_clicked);
}

static void
remit_session_records_init (RemitSessionRecords *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
remit_session_records_set_sources (RemitSessionRecords    *self,
                                   RemitProgress          *progress,
                                   RemitStoryboardCatalog *lessons)
{
  g_return_if_fail (REMIT_IS_SESSION_RECORDS (self) && self->progress == NULL);

  self->progress = g_object_ref (progress);
  self->lessons = g_object_ref (lessons);
}

/* @records: they stay until others are set */
void
remit_session_records_set_records (RemitSessionRecords *self,
                                   RemitStudyRecords   *records)
{
  g_autofree char *place = NULL;

  g_return_if_fail (REMIT_IS_SESSION_RECORDS (self));

  self->records = records;
  /* Translators: %s is a file */
  place = g_strdup_printf (_("All of this stays on this machine, in %s. Nothing is sent anywhere."), records->path);
  gtk_label_set_label (self->place_label, place);
  update_sessions (self);
  update_people (self);
  gtk_widget_set_sensitive (self->remove_all_button, records->sessions->len + records->people->len > 0);
}

static GHashTable *
create_table (RemitSessionRecords *self,
              gboolean             titles)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  if (titles)
    {
      g_hash_table_unref (table);
      table = g_hash_table_new (g_str_hash, g_str_equal);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->lessons)); i++)
    {
      g_autoptr (RemitItem) lesson = g_list_model_get_item (G_LIST_MODEL (self->lessons), i); /* the catalogue keeps it */
      g_hash_table_insert (table, (gpointer) remit_item_get_id (lesson), titles ? (gpointer) remit_item_get_title (lesson) : g_object_ref (lesson));
    }
  return table;
}

/* Writes what the participants of a session have done; says whether that went well. @session: one of the records */
void
remit_session_records_save_table (RemitSessionRecords *self,
                                  gint64               session,
                                  GFile               *file)
{
  g_autoptr (GHashTable) titles = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  int position;
  char *csv;

  g_return_if_fail (REMIT_IS_SESSION_RECORDS (self) && self->records != NULL);

  position = remit_study_records_find_session (self->records, session);
  g_return_if_fail (position >= 0);
  titles = create_table (self, TRUE);
  csv = remit_lesson_records_to_csv (self->records->session_lessons->pdata[position], titles);
  bytes = g_bytes_new_take (csv, strlen (csv));
  remit_file_save (file, bytes, NULL, &error);
  tell_saved (self, file, error);
}

/* Writes what a participant of a session has done; says whether that went well. @session: one of the records */
void
remit_session_records_save_certificate (RemitSessionRecords *self,
                                        gint64               session,
                                        const char          *person,
                                        GFile               *file)
{
  g_autoptr (GHashTable) lessons = NULL;
  g_autoptr (GError) error = NULL;
  RemitCertificate certificate;
  RemitSessionRecord *record;
  int position;

  g_return_if_fail (REMIT_IS_SESSION_RECORDS (self) && self->records != NULL);

  position = remit_study_records_find_session (self->records, session);
  g_return_if_fail (position >= 0);
  record = self->records->sessions->pdata[position];
  lessons = create_table (self, FALSE);
  certificate = (RemitCertificate) {
    .participant = person,
    .session = remit_session_get_title (record->session),
    .began = record->began,
    .records = self->records->session_lessons->pdata[position],
    .lessons = lessons,
    .rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
    .now = g_get_real_time () / G_USEC_PER_SEC,
  };
  remit_certificate_save (&certificate, file, &error);
  tell_saved (self, file, error);
}
