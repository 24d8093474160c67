/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-study-text.h"

#include <glib/gi18n.h>

#define DAY (24 * 60) /* minutes */

/* @minute: of a day, or of the one after it */
char *
remit_study_dup_clock (guint minute)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2000, 1, 1, (int) (minute % DAY / 60), (int) (minute % 60), 0);
  /* Translators: a time of the day, as strftime has it: %I:%M %p where the day has twice twelve hours */
  char *text = g_date_time_format (time, _("%H:%M"));

  return text != NULL ? text : g_date_time_format (time, "%H:%M"); /* a translation may be no format */
}

/* From when to when. */
char *
remit_study_dup_span (guint minute,
                      guint minutes)
{
  g_autofree char *from = remit_study_dup_clock (minute);
  g_autofree char *to = remit_study_dup_clock (minute + minutes);

  /* Translators: from one time of the day to another */
  return g_strdup_printf (_("%s – %s"), from, to);
}

/* Date and time of this machine. @seconds: since 1970 UTC */
char *
remit_study_dup_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);
  /* Translators: a date and a time of the day, as strftime has them */
  char *text = time != NULL ? g_date_time_format (time, _("%x, %H:%M")) : NULL;

  return text != NULL ? text : g_strdup_printf ("%" G_GINT64_FORMAT, seconds); /* past the year 9999 */
}

/* The minute of the day, on this machine. */
guint
remit_study_get_minute (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);

  return time != NULL ? (guint) (g_date_time_get_hour (time) * 60 + g_date_time_get_minute (time)) : 0;
}

char *
remit_study_dup_lesson_title (RemitStoryboardCatalog *lessons,
                              const char             *id)
{
  RemitItem *lesson = remit_document_catalog_find (REMIT_DOCUMENT_CATALOG (lessons), id);

  return g_strdup (lesson != NULL ? remit_item_get_title (lesson) : id);
}

/* A title; the name of a document's file; an id where there is nothing with it. */
char *
remit_study_dup_item_title (RemitAgendaItem        *item,
                            RemitCatalog           *frameworks,
                            RemitStoryboardCatalog *lessons)
{
  const char *place = remit_agenda_item_get_framework (item);
  RemitFramework *framework = place != NULL ? remit_catalog_find (frameworks, place) : NULL;
  g_autofree char *path = NULL;

  if (place == NULL)
    return remit_study_dup_lesson_title (lessons, remit_agenda_item_get_lesson (item));
  if (framework != NULL)
    return g_strdup (remit_item_get_title (REMIT_ITEM (framework)));
  path = g_str_has_prefix (place, "file:") ? g_filename_from_uri (place, NULL, NULL) : NULL;
  return g_filename_display_basename (path != NULL ? path : place);
}

/* How many lessons are done and checks passed. */
char *
remit_study_dup_sum (GPtrArray *records)
{
  guint done = 0, checks = 0, passed = 0;

  for (guint i = 0; i < records->len; i++)
    {
      const RemitLessonRecord *record = records->pdata[i];

      done += record->state == REMIT_LESSON_DONE;
      checks += record->checks;
      passed += record->passed;
    }
  /* Translators: how many lessons of how many are done, and how many checks of how many are passed */
  return g_strdup_printf (_("Lessons done: %u of %u, checks passed: %u of %u"), done, records->len, passed, checks);
}

/* A line for each lesson: how far it is, and when. */
char *
remit_study_dup_lines (GPtrArray              *records,
                       RemitStoryboardCatalog *lessons)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const RemitLessonRecord *record = records->pdata[i];
      g_autofree char *title = remit_study_dup_lesson_title (lessons, record->lesson);
      g_autofree char *time = remit_study_dup_time (record->state == REMIT_LESSON_DONE ? record->done : record->begun);

      if (text->len > 0)
        g_string_append_c (text, '\n');
      if (record->state == REMIT_LESSON_NOT_BEGUN)
        g_string_append_printf (text, _("%s: not begun"), title);
      else if (record->state == REMIT_LESSON_BEGUN)
        /* Translators: a lesson, when, and how many checks of how many */
        g_string_append_printf (text, _("%s: begun %s, checks passed: %u of %u"), title, time, record->passed, record->checks);
      else
        /* Translators: a lesson, when, and how many checks of how many */
        g_string_append_printf (text, _("%s: done %s, checks passed: %u of %u"), title, time, record->passed, record->checks);
    }
  return g_string_free (text, FALSE);
}

/* A flat button with an icon, for the end of a row. @name: what it does and to what, for there is one in each row */
GtkWidget *
remit_study_new_button (const char *icon_name,
                        const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/* Shows texts as they are. @row: an action row or an expander row */
void
remit_study_set_texts (GtkWidget  *row,
                       const char *title,
                       const char *subtitle)
{
  g_object_set (row, "use-markup", FALSE, NULL); /* at once libadwaita 1.2 would take the texts for markup first */
  g_object_set (row, "title", title, "subtitle", subtitle, NULL);
}

/* A row that shows texts as they are, and has no focus. */
GtkWidget *
remit_study_new_row (const char *title,
                     const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "focusable", FALSE, NULL);

  remit_study_set_texts (row, title, subtitle);
  return row;
}

/* Removes all rows. Returns: which of them had the focus in it; -1: none */
int
remit_study_clear_list (GtkListBox *list)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (list)));
  GtkListBoxRow *row;
  int position = -1;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL && focus != NULL; i++)
    if (focus == GTK_WIDGET (row) || gtk_widget_is_ancestor (focus, GTK_WIDGET (row)))
      position = i;
  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  return position;
}

/* Where rows have been made anew: gives the focus to the one that is where it was, or the last. @otherwise: where there is none */
void
remit_study_focus_list (GtkListBox *list,
                        int         position,
                        GtkWidget  *otherwise)
{
  GtkListBoxRow *row = NULL;

  if (position < 0)
    return;
  for (; position >= 0 && row == NULL; position--)
    row = gtk_list_box_get_row_at_index (list, position);
  if (row == NULL || !gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (otherwise);
}
