/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-session-plan.h"

#include <glib/gi18n.h>
#include <string.h>

#include "remit-agenda-row.h"
#include "remit-button-names.h"
#include "remit-choose-file.h"
#include "remit-clock-spin.h"
#include "remit-message.h"
#include "remit-study-text.h"

#define SUFFIX "remit-session.json"
#define FRAMEWORK_MINUTES 10 /* unless somebody says otherwise */
#define QUARTER 15           /* minutes */

/**
 * RemitSessionPlan:
 *
 * A title, a note and an agenda, which can be saved, opened and started. The rows of the list are the agenda.
 *
 * Signals: `start` with the RemitSession that is to be run.
 * CSS: a node named `sessions`.
 */
struct _RemitSessionPlan
{
  AdwBin parent_instance;

  /* template children */
  GtkEditable *title_entry;
  GtkEditable *note_entry;
  GtkSpinButton *start;
  AdwPreferencesGroup *agenda_group;
  GtkListBox *agenda;
  AdwExpanderRow *lesson_choices;
  AdwExpanderRow *framework_choices;

  /* owned */
  RemitCatalog *frameworks;
  RemitStoryboardCatalog *lessons;
  GHashTable *checks; /* of GtkCheckButton (borrowed), by a lesson's or a framework's id with a letter before it */
  GFile *file;        /* (nullable): what was opened or saved last */
  char *saved;        /* what would be in the file if nothing had been changed since */

  /* borrowed, while it asks whether to save */
  GtkWindow *question;
  RemitConfirmedFunc then;
  gpointer then_object;
};

G_DEFINE_FINAL_TYPE (RemitSessionPlan, remit_session_plan, ADW_TYPE_BIN)

enum
{
  START,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- agenda --- */

/* (nullable) */
static RemitAgendaRow *
get_row (RemitSessionPlan *self,
         int               position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->agenda, position);

  return row != NULL ? REMIT_AGENDA_ROW (row) : NULL;
}

static RemitAgendaRow *
find_row (RemitSessionPlan *self,
          const char       *lesson,
          const char       *framework)
{
  RemitAgendaRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (remit_agenda_row_is (row, lesson, framework))
      return row;
  return NULL;
}

/* Times and what can be moved where. */
static void
update_agenda (RemitSessionPlan *self)
{
  guint begin = (guint) gtk_spin_button_get_value_as_int (self->start), minutes = 0;
  RemitAgendaRow *row;
  int n_rows = 0;

  for (; (row = get_row (self, n_rows)) != NULL; n_rows++)
    {
      remit_agenda_row_set_place (row, begin + minutes, n_rows == 0, get_row (self, n_rows + 1) == NULL);
      minutes += remit_agenda_row_get_minutes (row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->agenda), n_rows > 0);
  if (n_rows == 0)
    adw_preferences_group_set_description (self->agenda_group, _("Nothing is planned yet: choose lessons and frameworks below."));
  else
    {
      g_autofree char *end = remit_study_dup_clock (begin + minutes);
      /* Translators: how long all of it takes, and when it ends */
      g_autofree char *text = g_strdup_printf (ngettext ("%u minute, until %s", "%u minutes, until %s", minutes), minutes, end);
      adw_preferences_group_set_description (self->agenda_group, text);
    }
}

static GtkCheckButton *
find_check (RemitSessionPlan *self,
            const char       *lesson,
            const char       *framework)
{
  g_autofree char *key = g_strconcat (lesson != NULL ? "l" : "f", lesson != NULL ? lesson : framework, NULL);

  return g_hash_table_lookup (self->checks, key);
}

static void
remove_row (RemitSessionPlan *self,
            RemitAgendaRow   *row)
{
  g_autoptr (RemitAgendaItem) item = remit_agenda_row_create_item (row, NULL);
  const char *lesson = remit_agenda_item_get_lesson (item), *framework = remit_agenda_item_get_framework (item);
  GtkCheckButton *check = find_check (self, lesson, framework);

  gtk_list_box_remove (self->agenda, GTK_WIDGET (row));
  if (check != NULL && find_row (self, lesson, framework) == NULL)
    gtk_check_button_set_active (check, FALSE);
  update_agenda (self);
}

static void
on_row_remove (RemitSessionPlan *self,
               RemitAgendaRow   *row)
{
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  RemitAgendaRow *next;

  remove_row (self, row);
  next = get_row (self, position) != NULL ? get_row (self, position) : get_row (self, position - 1);
  if (next != NULL)
    remit_agenda_row_focus (next, 0);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->lesson_choices));
}

static void
on_row_move (RemitSessionPlan *self,
             int               direction,
             RemitAgendaRow   *row)
{
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  g_object_ref (row);
  gtk_list_box_remove (self->agenda, GTK_WIDGET (row));
  gtk_list_box_insert (self->agenda, GTK_WIDGET (row), position + direction);
  g_object_unref (row);
  update_agenda (self);
  remit_agenda_row_focus (row, direction);
}

/* @session_file: (nullable): where the item comes from */
static void
append_row (RemitSessionPlan *self,
            RemitAgendaItem  *item,
            GFile            *session_file)
{
  g_autofree char *title = remit_study_dup_item_title (item, self->frameworks, self->lessons);
  GtkWidget *row = remit_agenda_row_new (item, session_file, title);
  GtkCheckButton *check = find_check (self, remit_agenda_item_get_lesson (item), remit_agenda_item_get_framework (item));

  g_signal_connect_object (row, "changed", G_CALLBACK (update_agenda), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "move", G_CALLBACK (on_row_move), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (on_row_remove), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->agenda, row);
  if (check != NULL)
    gtk_check_button_set_active (check, TRUE);
  update_agenda (self);
}

/* --- what can be on the agenda --- */

static void
on_check_toggled (GtkCheckButton   *check,
                  RemitSessionPlan *self)
{
  RemitItem *document = g_object_get_data (G_OBJECT (check), "document");
  const char *lesson = REMIT_IS_STORYBOARD (document) ? remit_item_get_id (document) : NULL;
  const char *framework = lesson == NULL ? remit_item_get_id (document) : NULL;
  RemitAgendaRow *row = find_row (self, lesson, framework);

  if (gtk_check_button_get_active (check) && row == NULL)
    {
      g_autoptr (RemitAgendaItem) item = lesson != NULL ? remit_agenda_item_new_lesson (lesson, remit_storyboard_get_minutes (REMIT_STORYBOARD (document)))
                                                        : remit_agenda_item_new_framework (framework, FRAMEWORK_MINUTES);
      append_row (self, item, NULL);
    }
  else if (!gtk_check_button_get_active (check) && row != NULL)
    remove_row (self, row);
}

static void
add_choice (RemitSessionPlan *self,
            AdwExpanderRow   *expander,
            RemitItem        *document)
{
  gboolean is_lesson = REMIT_IS_STORYBOARD (document);
  GtkWidget *check = gtk_check_button_new ();
  guint minutes = is_lesson ? remit_storyboard_get_minutes (REMIT_STORYBOARD (document)) : FRAMEWORK_MINUTES;
  g_autofree char *time = g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
  const char *id = remit_item_get_id (document), *title = remit_item_get_title (document);
  GtkWidget *row = remit_study_new_row (title, time);
  RemitAgendaRow *planned = find_row (self, is_lesson ? id : NULL, is_lesson ? NULL : id);

  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (check), "document", g_object_ref (document), g_object_unref);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_expander_row_add_row (expander, row);
  g_hash_table_insert (self->checks, g_strconcat (is_lesson ? "l" : "f", id, NULL), check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), planned != NULL);
  if (planned != NULL) /* before the data folders were read */
    remit_agenda_row_set_title (planned, title);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_check_toggled), self, 0);
}

/* The catalogues only grow, at their ends. */
static void
add_choices (RemitSessionPlan *self,
             guint             position,
             guint             n_removed,
             guint             n_added,
             GListModel       *documents)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (RemitItem) document = g_list_model_get_item (documents, i);
      add_choice (self, REMIT_IS_STORYBOARD (document) ? self->lesson_choices : self->framework_choices, document);
    }
}

static void
on_document_clicked (RemitSessionPlan *self)
{
  remit_choose_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), GTK_FILE_CHOOSER_ACTION_OPEN, _("Add a Document"), NULL, _("Frameworks"), "json",
                     (RemitChosenFunc) remit_session_plan_add_document, g_object_ref (self), g_object_unref);
}

/* --- files --- */

static char *
dup_text (GtkEditable *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (row)));
}

static char *
dup_json (RemitSessionPlan *self)
{
  g_autoptr (RemitSession) session = remit_session_plan_create_session (self, self->file);

  return remit_session_to_json (session);
}

static void
set_saved (RemitSessionPlan *self,
           GFile            *file)
{
  g_set_object (&self->file, file);
  g_free (self->saved);
  self->saved = dup_json (self);
}

/* Whether the session says all that it has to; otherwise tells what is missing and leads there. */
static gboolean
check (RemitSessionPlan *self)
{
  g_autofree char *title = dup_text (self->title_entry);

  if (*title == '\0')
    {
      remit_message_tell (GTK_WIDGET (self), _("The session needs a title"), NULL);
      gtk_widget_grab_focus (GTK_WIDGET (self->title_entry));
    }
  else if (get_row (self, 0) == NULL)
    {
      remit_message_tell (GTK_WIDGET (self), _("The session needs a lesson or a framework"), NULL);
      gtk_widget_grab_focus (GTK_WIDGET (self->lesson_choices));
    }
  else if (get_row (self, REMIT_SESSION_MAX_ITEMS) != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("A session has no more than %d points"), REMIT_SESSION_MAX_ITEMS);
      remit_message_tell (GTK_WIDGET (self), text, NULL);
    }
  else
    return TRUE;
  return FALSE;
}

static void
show_session (RemitSessionPlan *self,
              RemitSession     *session,
              GFile            *file)
{
  GListModel *agenda = remit_session_get_agenda (session);
  RemitAgendaRow *row;

  while ((row = get_row (self, 0)) != NULL)
    remove_row (self, row);
  gtk_editable_set_text (self->title_entry, remit_session_get_title (session));
  gtk_editable_set_text (self->note_entry, remit_session_get_note (session) != NULL ? remit_session_get_note (session) : "");
  for (guint i = 0; i < g_list_model_get_n_items (agenda); i++)
    {
      g_autoptr (RemitAgendaItem) item = g_list_model_get_item (agenda, i);
      append_row (self, item, file);
    }
  set_saved (self, file);
}

static void
choose_and_open (gpointer object)
{
  RemitSessionPlan *self = object;

  remit_choose_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), GTK_FILE_CHOOSER_ACTION_OPEN, _("Open a Session"), NULL, _("Onboarding Sessions"),
                     SUFFIX, (RemitChosenFunc) remit_session_plan_open, g_object_ref (self), g_object_unref);
}

static void
on_open_clicked (RemitSessionPlan *self)
{
  remit_session_plan_confirm (self, choose_and_open, self);
}

static void
on_save_chosen (gpointer object,
                GFile   *file)
{
  RemitSessionPlan *self = object;
  RemitConfirmedFunc then = self->then;

  self->then = NULL;
  if (remit_session_plan_save (self, file) && then != NULL)
    then (self->then_object);
}

static void
choose_and_save (RemitSessionPlan *self)
{
  g_autofree char *title = dup_text (self->title_entry);
  g_autofree char *path = self->file != NULL ? g_file_get_path (self->file) : NULL;
  g_autofree char *name = path != NULL && g_str_has_suffix (path, "." SUFFIX) ? g_filename_display_basename (path) : g_strdup (title);

  if (path != NULL && g_str_has_suffix (name, "." SUFFIX))
    name[strlen (name) - strlen ("." SUFFIX)] = '\0';
  if (check (self))
    remit_choose_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), GTK_FILE_CHOOSER_ACTION_SAVE, _("Save the Session"), name,
                       _("Onboarding Sessions"), SUFFIX, on_save_chosen, g_object_ref (self), g_object_unref);
}

static void
on_save_clicked (RemitSessionPlan *self)
{
  self->then = NULL;
  choose_and_save (self);
}

static void
on_start_clicked (RemitSessionPlan *self)
{
  g_autoptr (RemitSession) session = check (self) ? remit_session_plan_create_session (self, NULL) : NULL;

  if (session != NULL)
    g_signal_emit (self, signals[START], 0, session);
}

static void
on_confirm_response (RemitSessionPlan *self,
                     const char       *response)
{
  g_clear_weak_pointer (&self->question);
  if (g_str_equal (response, "save"))
    choose_and_save (self);
  else if (g_str_equal (response, "discard"))
    self->then (self->then_object);
}

/* --- class --- */

static void
remit_session_plan_dispose (GObject *object)
{
  RemitSessionPlan *self = REMIT_SESSION_PLAN (object);

  g_clear_object (&self->frameworks);
  g_clear_object (&self->lessons);
  g_clear_object (&self->file);
  g_clear_weak_pointer (&self->question);
  g_clear_pointer (&self->checks, g_hash_table_unref);
  g_clear_pointer (&self->saved, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), REMIT_TYPE_SESSION_PLAN);

  G_OBJECT_CLASS (remit_session_plan_parent_class)->dispose (object);
}

static void
remit_session_plan_class_init (RemitSessionPlanClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_session_plan_dispose;

  signals[START] = g_signal_new ("start", REMIT_TYPE_SESSION_PLAN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, REMIT_TYPE_SESSION);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/remit_app/Remit/remit-session-plan.ui");
  gtk_widget_class_set_css_name (widget_class, "sessions");
  gtk_widget_class_bind_template_child (widget_class, RemitSessionPlan, title_entry);
  gtk_widget_class_bind_template_child (widget_class, RemitSessionPlan, note_entry);
  gtk_widget_class_bind_template_child (widget_class, RemitSessionPlan, start);
  gtk_widget_class_bind_template_child (widget_class, RemitSessionPlan, agenda_group);
  gtk_widget_class_bind_template_child (widget_class, RemitSessionPlan, agenda);
  gtk_widget_class_bind_template_child (widget_class, RemitSessionPlan, lesson_choices);
  gtk_widget_class_bind_template_child (widget_class, RemitSessionPlan, framework_choices);
  gtk_widget_class_bind_template_callback (widget_class, update_agenda);
  gtk_widget_class_bind_template_callback (widget_class, on_document_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_start_clicked);
}

static void
remit_session_plan_init (RemitSessionPlan *self)
{
  guint minute = remit_study_get_minute (g_get_real_time () / G_USEC_PER_SEC);

  self->checks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  remit_clock_spin_set_up (self->start);
  gtk_spin_button_set_value (self->start, (minute / QUARTER + 1) * QUARTER % (24 * 60));
  update_agenda (self);
  self->saved = dup_json (self);
}

void
remit_session_plan_set_sources (RemitSessionPlan       *self,
                                RemitCatalog           *frameworks,
                                RemitStoryboardCatalog *lessons)
{
  g_return_if_fail (REMIT_IS_SESSION_PLAN (self));
  g_return_if_fail (self->frameworks == NULL && REMIT_IS_CATALOG (frameworks) && REMIT_IS_STORYBOARD_CATALOG (lessons));

  self->frameworks = g_object_ref (frameworks);
  self->lessons = g_object_ref (lessons);
  add_choices (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (lessons)), G_LIST_MODEL (lessons));
  add_choices (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (frameworks)), G_LIST_MODEL (frameworks));
  g_signal_connect_object (lessons, "items-changed", G_CALLBACK (add_choices), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (frameworks, "items-changed", G_CALLBACK (add_choices), self, G_CONNECT_SWAPPED);
}

/**
 * remit_session_plan_create_session:
 * @file: (nullable): where it is going to be saved
 */
RemitSession *
remit_session_plan_create_session (RemitSessionPlan *self,
                                   GFile            *file)
{
  g_autoptr (GListStore) agenda = g_list_store_new (REMIT_TYPE_AGENDA_ITEM);
  g_autofree char *title = NULL;
  g_autofree char *note = NULL;
  RemitAgendaRow *row;

  g_return_val_if_fail (REMIT_IS_SESSION_PLAN (self), NULL);

  title = dup_text (self->title_entry);
  note = dup_text (self->note_entry);
  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      g_autoptr (RemitAgendaItem) item = remit_agenda_row_create_item (row, file);
      g_list_store_append (agenda, item);
    }
  return remit_session_new (title, *note != '\0' ? note : NULL, G_LIST_MODEL (agenda));
}

/* Shows a session's file. Where it cannot be read, a message says why and what was there stays. */
void
remit_session_plan_open (RemitSessionPlan *self,
                         GFile            *file)
{
  g_autoptr (RemitSessionReader) reader = remit_session_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitSession) session = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *path = g_file_get_parse_name (file);

  g_return_if_fail (REMIT_IS_SESSION_PLAN (self));

  session = remit_reader_read_file (REMIT_READER (reader), file, NULL, &error);
  if (session != NULL)
    {
      show_session (self, session, file);
      return;
    }
  if (remit_message_add_problems (text, path, remit_reader_get_problems (REMIT_READER (reader)), REMIT_SEVERITY_ERROR) == 0)
    g_string_append (text, error->message);
  remit_message_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("The session cannot be opened"), text->str);
}

/* Returns: whether it is saved; otherwise a message has said why not */
gboolean
remit_session_plan_save (RemitSessionPlan *self,
                         GFile            *file)
{
  g_autoptr (RemitSession) session = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (REMIT_IS_SESSION_PLAN (self), FALSE);

  if (!check (self))
    return FALSE;
  session = remit_session_plan_create_session (self, file);
  if (!remit_session_save (session, file, &error))
    {
      remit_message_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("The session cannot be saved"), error->message);
      return FALSE;
    }
  set_saved (self, file);
  remit_message_tell (GTK_WIDGET (self), _("The session is saved"), NULL);
  return TRUE;
}

/* Whether there is something that is in no file. */
gboolean
remit_session_plan_is_changed (RemitSessionPlan *self)
{
  g_autofree char *json = NULL;

  g_return_val_if_fail (REMIT_IS_SESSION_PLAN (self), FALSE);

  json = dup_json (self);
  return !g_str_equal (json, self->saved);
}

/**
 * remit_session_plan_confirm:
 * @func: what is going to replace or close the plan
 * @object: for @func; it outlives this
 *
 * Calls the function; where something is not saved only after the user has saved or discarded it. While it asks, the last function counts.
 */
void
remit_session_plan_confirm (RemitSessionPlan  *self,
                            RemitConfirmedFunc func,
                            gpointer           object)
{
  AdwMessageDialog *dialog;

  g_return_if_fail (REMIT_IS_SESSION_PLAN (self));

  if (!remit_session_plan_is_changed (self))
    {
      func (object);
      return;
    }
  self->then = func;
  self->then_object = object;
  if (self->question != NULL)
    return;
  dialog = remit_message_new_question (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Save the Plan?"),
                                       _("What was changed since it was saved is lost otherwise."));
  adw_message_dialog_add_responses (dialog, "discard", _("_Discard"), "save", _("_Save…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  remit_button_names_set (GTK_WIDGET (dialog));
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_confirm_response), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->question, GTK_WINDOW (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Puts a framework of the user's own on the agenda. */
void
remit_session_plan_add_document (RemitSessionPlan *self,
                                 GFile            *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (RemitAgendaItem) item = NULL;

  g_return_if_fail (REMIT_IS_SESSION_PLAN (self));

  if (!g_file_is_native (file))
    {
      remit_message_tell (GTK_WIDGET (self), _("A session has documents of this machine alone"), NULL);
      return;
    }
  item = remit_agenda_item_new_framework (uri, FRAMEWORK_MINUTES);
  append_row (self, item, NULL);
}
