/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-lesson-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "remit-lesson-row.h"
#include "remit-text-list.h"

/**
 * RemitLessonList:
 *
 * Lessons are read one at a time while nothing else is to be done; when those that are built in are there, all of them are seen at once.
 * Those of the data folders, which a thread reads, follow, and with them what is wrong with those that cannot be read.
 *
 * A lesson that is chosen is asked for with the action `learn.lesson`.
 *
 * CSS: a node named `lessons`.
 * Accessibility: a group named "Lessons"; a row is named by the lesson's title and how far one is.
 */
struct _RemitLessonList
{
  GtkWidget parent_instance;

  /* template children */
  GtkWidget *scroller;
  GtkWidget *content;
  GtkLabel *status;
  GtkWidget *suggestion;
  GtkListBox *list;
  GtkWidget *problem_section;
  RemitTextList *problems;

  /* owned */
  RemitStoryboardCatalog *lessons;
  RemitProgress *progress;
  guint n_rows;
  guint fill_id; /* of the source that reads a lesson */
  gboolean is_focus_wanted; /* as soon as there is something */
};

G_DEFINE_FINAL_TYPE (RemitLessonList, remit_lesson_list, GTK_TYPE_WIDGET)

static GtkListBoxRow *
get_row (RemitLessonList *self,
         guint            position)
{
  return gtk_list_box_get_row_at_index (self->list, (int) position);
}

static RemitStoryboard *
get_lesson (RemitLessonList *self,
            guint            position)
{
  return remit_lesson_row_get_lesson (get_row (self, position));
}

static const RemitLessonRecord *
get_record (RemitLessonList *self,
            guint            position)
{
  return remit_progress_get_lesson (self->progress, remit_item_get_id (REMIT_ITEM (get_lesson (self, position))));
}

static gboolean
has_state (RemitLessonList *self,
           guint            position,
           RemitLessonState state)
{
  const RemitLessonRecord *record = get_record (self, position);

  return (record != NULL ? record->state : REMIT_LESSON_NOT_BEGUN) == state;
}

/* The one that was left last; without one, the first that is not begun. -1 where all are done. */
static int
find_suggestion (RemitLessonList *self)
{
  int found = -1;

  for (guint i = 0; i < self->n_rows; i++)
    if (has_state (self, i, REMIT_LESSON_BEGUN) && (found < 0 || get_record (self, i)->seen > get_record (self, (guint) found)->seen))
      found = (int) i;
  for (guint i = 0; found < 0 && i < self->n_rows; i++)
    if (has_state (self, i, REMIT_LESSON_NOT_BEGUN))
      found = (int) i;
  return found;
}

static void
update_suggestion (RemitLessonList *self)
{
  int position = find_suggestion (self);
  RemitStoryboard *lesson;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->suggestion, position >= 0);
  if (position < 0)
    return;
  lesson = get_lesson (self, (guint) position);
  if (has_state (self, (guint) position, REMIT_LESSON_BEGUN))
    text = g_strdup_printf (_("Go On with “%s”"), remit_item_get_title (REMIT_ITEM (lesson)));
  else
    text = g_strdup_printf (_("Begin with “%s”"), remit_item_get_title (REMIT_ITEM (lesson)));
  remit_lesson_button_set_text (self->suggestion, text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->suggestion), "s", remit_item_get_id (REMIT_ITEM (lesson)));
}

/* The lessons that are there, when it is known how far one is in them. */
static void
update (RemitLessonList *self)
{
  g_autofree char *status = NULL;
  guint n_done = 0;

  if (self->fill_id != 0 || !remit_progress_get_ready (self->progress))
    return;
  for (guint i = 0; i < self->n_rows; i++)
    {
      remit_lesson_row_set_record (get_row (self, i), get_record (self, i));
      n_done += has_state (self, i, REMIT_LESSON_DONE);
    }
  if (n_done == self->n_rows)
    status = g_strdup (_("All lessons are done. Each can be taken again."));
  else
    status = g_strdup_printf (ngettext ("%u of %u lesson done", "%u of %u lessons done", self->n_rows), n_done, self->n_rows);
  gtk_label_set_text (self->status, status);
  update_suggestion (self);
  gtk_widget_set_visible (self->content, TRUE);
  if (self->is_focus_wanted)
    remit_lesson_list_focus (self, NULL);
}

/* --- reading --- */

static void
show_problems (RemitLessonList *self)
{
  const char *const *messages = remit_document_catalog_get_messages (REMIT_DOCUMENT_CATALOG (self->lessons));

  remit_text_list_set_texts (self->problems, messages);
  gtk_widget_set_visible (self->problem_section, *messages != NULL);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (RemitLessonList) self = user_data;

  remit_document_catalog_read_finish (REMIT_DOCUMENT_CATALOG (source), result, NULL);
  if (self->lessons != NULL)
    show_problems (self);
}

static gboolean
fill_next (gpointer user_data)
{
  RemitLessonList *self = user_data;
  g_autoptr (RemitStoryboard) lesson = g_list_model_get_item (G_LIST_MODEL (self->lessons), self->n_rows);

  if (lesson != NULL)
    {
      gtk_list_box_append (self->list, remit_lesson_row_new (lesson));
      self->n_rows++;
      return G_SOURCE_CONTINUE;
    }
  self->fill_id = 0;
  update (self);
  remit_document_catalog_read_async (REMIT_DOCUMENT_CATALOG (self->lessons), NULL, on_read, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* There are more. */
static void
queue_fill (RemitLessonList *self)
{
  if (self->fill_id == 0)
    self->fill_id = g_idle_add (fill_next, self);
}

static void
on_row_activated (RemitLessonList *self,
                  GtkListBoxRow   *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "learn.lesson", "s", remit_item_get_id (REMIT_ITEM (remit_lesson_row_get_lesson (row))));
}

static void
remit_lesson_list_dispose (GObject *object)
{
  RemitLessonList *self = REMIT_LESSON_LIST (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_object (&self->lessons);
  g_clear_object (&self->progress);
  gtk_widget_dispose_template (GTK_WIDGET (self), REMIT_TYPE_LESSON_LIST);

  G_OBJECT_CLASS (remit_lesson_list_parent_class)->dispose (object);
}

static void
remit_lesson_list_class_init (RemitLessonListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_lesson_list_dispose;

  g_type_ensure (REMIT_TYPE_TEXT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/remit_app/Remit/remit-lesson-list.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitLessonList, scroller);
  gtk_widget_class_bind_template_child (widget_class, RemitLessonList, content);
  gtk_widget_class_bind_template_child (widget_class, RemitLessonList, status);
  gtk_widget_class_bind_template_child (widget_class, RemitLessonList, suggestion);
  gtk_widget_class_bind_template_child (widget_class, RemitLessonList, list);
  gtk_widget_class_bind_template_child (widget_class, RemitLessonList, problem_section);
  gtk_widget_class_bind_template_child (widget_class, RemitLessonList, problems);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_set_css_name (widget_class, "lessons");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
remit_lesson_list_init (RemitLessonList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * remit_lesson_list_new:
 * @lessons: what there is; its data folders are read
 * @progress: how far one is
 */
GtkWidget *
remit_lesson_list_new (RemitStoryboardCatalog *lessons,
                       RemitProgress          *progress)
{
  RemitLessonList *self = g_object_new (REMIT_TYPE_LESSON_LIST, NULL);

  self->lessons = g_object_ref (lessons);
  self->progress = g_object_ref (progress);
  g_signal_connect_object (lessons, "items-changed", G_CALLBACK (queue_fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (progress, "notify::ready", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (progress, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  queue_fill (self);
  return GTK_WIDGET (self);
}

/* The lesson with which to go on after another: the next in the list that is not done, from its start on again after the last. */
RemitStoryboard *
remit_lesson_list_find_next (RemitLessonList *self,
                             RemitStoryboard *after)
{
  guint start = 0;

  g_return_val_if_fail (REMIT_IS_LESSON_LIST (self), NULL);

  for (guint i = 0; i < self->n_rows; i++)
    if (get_lesson (self, i) == after)
      start = i + 1;
  for (guint i = 0; i < self->n_rows; i++)
    {
      guint position = (start + i) % self->n_rows;

      if (get_lesson (self, position) != after && !has_state (self, position, REMIT_LESSON_DONE))
        return get_lesson (self, position);
    }
  return NULL;
}

/* @lesson: (nullable): the id of the one whose row has the focus then; %NULL for what comes first */
void
remit_lesson_list_focus (RemitLessonList *self,
                         const char      *lesson)
{
  g_return_if_fail (REMIT_IS_LESSON_LIST (self));

  for (guint i = 0; lesson != NULL && i < self->n_rows; i++)
    if (g_str_equal (remit_item_get_id (REMIT_ITEM (get_lesson (self, i))), lesson))
      {
        gtk_widget_grab_focus (GTK_WIDGET (get_row (self, i)));
        return;
      }
  self->is_focus_wanted = !gtk_widget_get_visible (self->content);
  if (!self->is_focus_wanted)
    gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
}
