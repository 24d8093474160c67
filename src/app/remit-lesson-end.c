/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-lesson-end.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "remit-lesson-row.h"
#include "remit-text-list.h"

/**
 * RemitLessonEnd:
 *
 * Its buttons, and the keys of a lesson as far as they lead back, activate actions of the page: `learn.lesson`, `learn.again`,
 * `learn.list` and `learn.back`.
 *
 * CSS: a node named `lessonend`.
 * Accessibility: a group named by its heading, which can have the focus.
 */
struct _RemitLessonEnd
{
  GtkWidget parent_instance;

  /* template children */
  GtkWidget *scroller;
  GtkWidget *heading;
  GtkLabel *title;
  GtkLabel *checks;
  RemitTextList *teaches;
  GtkWidget *next;
  GtkWidget *again;
};

G_DEFINE_FINAL_TYPE (RemitLessonEnd, remit_lesson_end, GTK_TYPE_WIDGET)

static gboolean
turn_sideways (GtkWidget *widget,
               GVariant  *args,
               gpointer   user_data)
{
  gboolean to_the_left = g_variant_get_boolean (args);

  if (to_the_left == (gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL))
    gtk_widget_activate_action (widget, "learn.back", NULL);
  return TRUE;
}

static void
remit_lesson_end_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), REMIT_TYPE_LESSON_END);

  G_OBJECT_CLASS (remit_lesson_end_parent_class)->dispose (object);
}

static void
remit_lesson_end_class_init (RemitLessonEndClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_lesson_end_dispose;

  g_type_ensure (REMIT_TYPE_TEXT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/remit_app/Remit/remit-lesson-end.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitLessonEnd, scroller);
  gtk_widget_class_bind_template_child (widget_class, RemitLessonEnd, heading);
  gtk_widget_class_bind_template_child (widget_class, RemitLessonEnd, title);
  gtk_widget_class_bind_template_child (widget_class, RemitLessonEnd, checks);
  gtk_widget_class_bind_template_child (widget_class, RemitLessonEnd, teaches);
  gtk_widget_class_bind_template_child (widget_class, RemitLessonEnd, next);
  gtk_widget_class_bind_template_child (widget_class, RemitLessonEnd, again);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, turn_sideways, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, 0, turn_sideways, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, turn_sideways, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Right, 0, turn_sideways, "b", FALSE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "learn.list", NULL);
  gtk_widget_class_set_css_name (widget_class, "lessonend");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
remit_lesson_end_init (RemitLessonEnd *self)
{
  static const guint keys[] = { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up };
  GtkEventController *controller = gtk_shortcut_controller_new (); /* before the scroller */

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], 0), gtk_named_action_new ("learn.back")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

GtkWidget *
remit_lesson_end_new (void)
{
  return g_object_new (REMIT_TYPE_LESSON_END, NULL);
}

/**
 * remit_lesson_end_show:
 * @lesson: what was gone through
 * @n_right: of its questions, those answered right at the first try
 * @n_questions: that it has
 * @next: (nullable): with which lesson to go on
 */
void
remit_lesson_end_show (RemitLessonEnd  *self,
                       RemitStoryboard *lesson,
                       guint            n_right,
                       guint            n_questions,
                       RemitStoryboard *next)
{
  g_autofree char *checks = NULL, *title = NULL, *text = NULL;

  g_return_if_fail (REMIT_IS_LESSON_END (self));

  title = g_strdup_printf (_("Done: %s"), remit_item_get_title (REMIT_ITEM (lesson)));
  if (n_questions > 0)
    checks = g_strdup_printf (ngettext ("%u of %u question answered right at the first try.", "%u of %u questions answered right at the first try.", n_questions),
                              n_right, n_questions);
  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, checks != NULL ? checks : "", -1);
  remit_label_set_text (self->checks, checks);
  remit_text_list_set_texts (self->teaches, remit_storyboard_get_teaches (lesson));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->again), "s", remit_item_get_id (REMIT_ITEM (lesson)));
  gtk_widget_set_visible (self->next, next != NULL);
  if (next == NULL)
    return;
  text = g_strdup_printf (_("Next: %s"), remit_item_get_title (REMIT_ITEM (next)));
  remit_lesson_button_set_text (self->next, text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->next), "s", remit_item_get_id (REMIT_ITEM (next)));
}

/* So that the keys work at once. */
void
remit_lesson_end_focus (RemitLessonEnd *self)
{
  g_return_if_fail (REMIT_IS_LESSON_END (self));

  gtk_widget_grab_focus (self->heading);
}
