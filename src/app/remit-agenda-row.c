/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-agenda-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "remit-study-text.h"

/**
 * RemitAgendaRow:
 *
 * Signals: `changed`: its minutes did; `move` with -1 (up) or 1 (down); `remove`.
 * Its parts have the focus, it has not; each is named with the title.
 */
struct _RemitAgendaRow
{
  GtkListBoxRow parent_instance;

  /* template children */
  GtkLabel *title_label;
  GtkLabel *place_label;
  GtkSpinButton *minutes;
  GtkWidget *up, *down, *remove;

  /* owned */
  char *lesson;    /* NULL for a framework */
  char *framework; /* NULL for a lesson */
  GFile *file;     /* (nullable): of a document */
};

G_DEFINE_FINAL_TYPE (RemitAgendaRow, remit_agenda_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  CHANGED,
  MOVE,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_minutes_changed (RemitAgendaRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_move_clicked (RemitAgendaRow *self,
                 GtkWidget      *button)
{
  g_signal_emit (self, signals[MOVE], 0, button == self->up ? -1 : 1);
}

static void
on_remove_clicked (RemitAgendaRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
remit_agenda_row_dispose (GObject *object)
{
  RemitAgendaRow *self = REMIT_AGENDA_ROW (object);

  g_clear_pointer (&self->lesson, g_free);
  g_clear_pointer (&self->framework, g_free);
  g_clear_object (&self->file);
  gtk_widget_dispose_template (GTK_WIDGET (object), REMIT_TYPE_AGENDA_ROW);

  G_OBJECT_CLASS (remit_agenda_row_parent_class)->dispose (object);
}

static void
remit_agenda_row_class_init (RemitAgendaRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_agenda_row_dispose;

  signals[CHANGED] = g_signal_new ("changed", REMIT_TYPE_AGENDA_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVE] = g_signal_new ("move", REMIT_TYPE_AGENDA_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[REMOVE] = g_signal_new ("remove", REMIT_TYPE_AGENDA_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/remit_app/Remit/remit-agenda-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitAgendaRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, RemitAgendaRow, place_label);
  gtk_widget_class_bind_template_child (widget_class, RemitAgendaRow, minutes);
  gtk_widget_class_bind_template_child (widget_class, RemitAgendaRow, up);
  gtk_widget_class_bind_template_child (widget_class, RemitAgendaRow, down);
  gtk_widget_class_bind_template_child (widget_class, RemitAgendaRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_minutes_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_move_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

static void
remit_agenda_row_init (RemitAgendaRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @text: (transfer full) */
static void
take_name (GtkWidget *widget,
           char      *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_free (text);
}

/**
 * remit_agenda_row_new:
 * @session_file: (nullable): where the item's relative path begins
 * @title: what the item is called
 */
GtkWidget *
remit_agenda_row_new (RemitAgendaItem *item,
                      GFile           *session_file,
                      const char      *title)
{
  RemitAgendaRow *self = g_object_new (REMIT_TYPE_AGENDA_ROW, NULL);

  self->lesson = g_strdup (remit_agenda_item_get_lesson (item));
  self->framework = g_strdup (remit_agenda_item_get_framework (item));
  self->file = remit_agenda_item_get_file (item, session_file);
  gtk_spin_button_set_value (self->minutes, remit_agenda_item_get_minutes (item));
  remit_agenda_row_set_title (self, title);
  return GTK_WIDGET (self);
}

void
remit_agenda_row_set_title (RemitAgendaRow *self,
                            const char     *title)
{
  g_return_if_fail (REMIT_IS_AGENDA_ROW (self));

  gtk_label_set_label (self->title_label, title);
  /* Translators: %s is the title of a lesson or a framework */
  take_name (GTK_WIDGET (self->minutes), g_strdup_printf (_("Minutes for “%s”"), title));
  take_name (self->up, g_strdup_printf (_("Move “%s” up"), title));
  take_name (self->down, g_strdup_printf (_("Move “%s” down"), title));
  take_name (self->remove, g_strdup_printf (_("Remove “%s” from the agenda"), title));
}

/* The path of a document from the session's file where that has it in its folder, so that both can go to another machine. */
static char *
dup_place (GFile *file,
           GFile *session_file)
{
  g_autoptr (GFile) folder = session_file != NULL ? g_file_get_parent (session_file) : NULL;
  g_autofree char *path = folder != NULL ? g_file_get_relative_path (folder, file) : NULL;
  g_autofree char *scheme = path != NULL ? g_uri_parse_scheme (path) : NULL;

  if (path != NULL && scheme == NULL && g_utf8_validate (path, -1, NULL) && strchr (path, '\\') == NULL && strchr (path, '.') != NULL) /* which no id has */
    return g_steal_pointer (&path);
  return g_file_get_uri (file);
}

/**
 * remit_agenda_row_create_item:
 * @session_file: (nullable): where the session is going to be saved; %NULL where it is not
 */
RemitAgendaItem *
remit_agenda_row_create_item (RemitAgendaRow *self,
                              GFile          *session_file)
{
  g_autofree char *place = self->file != NULL ? dup_place (self->file, session_file) : g_strdup (self->framework);
  guint minutes = remit_agenda_row_get_minutes (self);

  return place != NULL ? remit_agenda_item_new_framework (place, minutes) : remit_agenda_item_new_lesson (self->lesson, minutes);
}

/* @lesson, @framework: ids, one of which is NULL */
gboolean
remit_agenda_row_is (RemitAgendaRow *self,
                     const char     *lesson,
                     const char     *framework)
{
  return g_strcmp0 (self->lesson, lesson) == 0 && g_strcmp0 (self->framework, framework) == 0;
}

guint
remit_agenda_row_get_minutes (RemitAgendaRow *self)
{
  return (guint) gtk_spin_button_get_value_as_int (self->minutes);
}

/* @minute: of the day at which it begins */
void
remit_agenda_row_set_place (RemitAgendaRow *self,
                            guint           minute,
                            gboolean        is_first,
                            gboolean        is_last)
{
  g_autofree char *span = remit_study_dup_span (minute, remit_agenda_row_get_minutes (self));
  const char *kind = self->lesson != NULL ? _("Lesson") : self->file != NULL ? _("Document") : _("Framework");
  /* Translators: from when to when, and what: a lesson, a framework or a document */
  g_autofree char *text = g_strdup_printf (_("%s · %s"), span, kind);

  gtk_label_set_label (self->place_label, text);
  gtk_widget_set_sensitive (self->up, !is_first);
  gtk_widget_set_sensitive (self->down, !is_last);
}

/* Puts the focus on the button that moves it there, or back; 0: on the one that removes it. */
void
remit_agenda_row_focus (RemitAgendaRow *self,
                        int             direction)
{
  GtkWidget *button = direction < 0 ? self->up : self->down;

  if (direction == 0)
    button = self->remove;
  else if (!gtk_widget_get_sensitive (button))
    button = direction < 0 ? self->down : self->up;
  gtk_widget_grab_focus (button);
}
