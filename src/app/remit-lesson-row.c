/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-lesson-row.h"

#include <glib/gi18n.h>

#include "remit-text-list.h"

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", 6, NULL);

  gtk_widget_add_css_class (label, style);
  return label;
}

/* "Not begun", "3 of 9", "Done, 3 of 3 right" */
static char *
dup_state (RemitStoryboard         *lesson,
           const RemitLessonRecord *record)
{
  RemitScene *scene = record != NULL && record->scene != NULL ? remit_storyboard_find_scene (lesson, record->scene) : NULL;

  if (record == NULL || record->state == REMIT_LESSON_NOT_BEGUN)
    return g_strdup (_("Not begun"));
  if (record->state == REMIT_LESSON_BEGUN)
    return g_strdup_printf (_("%u of %u"), scene != NULL ? remit_scene_get_position (scene) + 1 : 1,
                            g_list_model_get_n_items (remit_storyboard_get_scenes (lesson)));
  /* Translators: how many questions of a lesson were answered right at the first try */
  return record->checks > 0 ? g_strdup_printf (_("Done, %u of %u right"), record->passed, record->checks) : g_strdup (_("Done"));
}

/**
 * remit_lesson_row_new:
 *
 * What a lesson is about, how long it takes, how far one is and what it teaches.
 *
 * CSS: a `row` with the style class `lesson`, and `done` where it is.
 *
 * Returns: (transfer floating): the row, without a state
 */
GtkWidget *
remit_lesson_row_new (RemitStoryboard *lesson)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *icon = gtk_image_new_from_icon_name ("object-select-symbolic"), *state = make_label (NULL, "secondary");
  GtkWidget *teaches = remit_text_list_new ();

  gtk_box_append (GTK_BOX (box), make_label (remit_item_get_title (REMIT_ITEM (lesson)), "heading"));
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), state);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), make_label (remit_item_get_summary (REMIT_ITEM (lesson)), "summary"));
  remit_text_list_set_texts (REMIT_TEXT_LIST (teaches), remit_storyboard_get_teaches (lesson));
  gtk_widget_add_css_class (teaches, "caption");
  gtk_box_append (GTK_BOX (box), teaches);
  gtk_widget_add_css_class (row, "lesson");
  g_object_set_data (G_OBJECT (row), "state", state);
  g_object_set_data (G_OBJECT (row), "icon", icon);
  g_object_set_data_full (G_OBJECT (row), "lesson", g_object_ref (lesson), g_object_unref);
  remit_lesson_row_set_record (GTK_LIST_BOX_ROW (row), NULL);
  return row;
}

RemitStoryboard *
remit_lesson_row_get_lesson (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "lesson");
}

/* @record: (nullable): how far one is; %NULL where it was not begun */
void
remit_lesson_row_set_record (GtkListBoxRow           *row,
                             const RemitLessonRecord *record)
{
  RemitStoryboard *lesson = remit_lesson_row_get_lesson (row);
  guint minutes = remit_storyboard_get_minutes (lesson);
  gboolean is_done = record != NULL && record->state == REMIT_LESSON_DONE;
  g_autofree char *state = dup_state (lesson, record), *time = g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
  /* Translators: how long a lesson takes, and how far one is in it: "3 minutes · Not begun" */
  g_autofree char *line = g_strdup_printf (_("%s · %s"), time, state);
  g_autofree char *name = g_strdup_printf (_("%s: %s"), remit_item_get_title (REMIT_ITEM (lesson)), line);

  gtk_label_set_text (g_object_get_data (G_OBJECT (row), "state"), line);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "icon"), is_done);
  if (is_done)
    gtk_widget_add_css_class (GTK_WIDGET (row), "done");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "done");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, remit_item_get_summary (REMIT_ITEM (lesson)), -1);
}

/* Gives a button a text that may be as long as the title of a lesson. */
void
remit_lesson_button_set_text (GtkWidget  *button,
                              const char *text)
{
  gtk_button_set_child (GTK_BUTTON (button), g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", 6,
                                                           "justify", GTK_JUSTIFY_CENTER, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}
