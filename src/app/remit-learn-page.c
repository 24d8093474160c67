/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-learn-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "remit-lesson-end.h"
#include "remit-lesson-list.h"
#include "remit-lesson-view.h"
#include "remit-message.h"

/**
 * RemitLearnPage:
 *
 * One of three is seen: the list of lessons, a lesson, or what comes after its last scene. Who was in a lesson already goes on where he
 * stopped: with his answers while the program runs, with the scene after that.
 *
 * Actions: `learn.lesson` with an id, `learn.again` with one, from the first scene; `learn.list`; `learn.back` from the end into the lesson.
 * CSS: a node named `learn`.
 * Accessibility: a group named "Learn".
 */
struct _RemitLearnPage
{
  GtkWidget parent_instance;

  /* borrowed: children; those of a lesson are NULL until there is one */
  RemitLessonList *list;
  RemitLessonView *view;
  RemitLessonEnd *end;

  /* owned */
  RemitStoryboardCatalog *lessons;
  RemitProgress *progress;
  RemitLook *look; /* (nullable) */
  GHashTable *players; /* of RemitPlayer, by lesson */
  GSignalGroup *player_signals;
  char *wanted; /* (nullable): a lesson, until it is read and known how far one is in it */
  char *person; /* (nullable): whose answers the players have */

  AdwToast *problem; /* borrowed: the last one; NULL once it is closed */
};

G_DEFINE_FINAL_TYPE (RemitLearnPage, remit_learn_page, GTK_TYPE_WIDGET)

enum
{
  PROP_TITLE = 1, /* what it shows */
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
notify_title (RemitLearnPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static gboolean
is_seen (gpointer part)
{
  return part != NULL && gtk_widget_get_visible (part);
}

/* Not a GtkStack: it leaves what is not seen where screen readers look. */
static void
show (RemitLearnPage *self,
      gpointer        part)
{
  gpointer parts[] = { self->list, self->view, self->end };

  gtk_widget_set_visible (part, TRUE); /* first: the focus has somewhere to go */
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && parts[i] != part)
      gtk_widget_set_visible (parts[i], FALSE);
  remit_learn_page_focus (self);
  notify_title (self);
}

static const char *
get_id (RemitPlayer *player)
{
  return remit_item_get_id (REMIT_ITEM (remit_player_get_storyboard (player)));
}

/* --- progress --- */

static void
save_scene (RemitLearnPage *self)
{
  RemitPlayer *player = remit_lesson_view_get_player (self->view);

  remit_progress_save_scene (self->progress, get_id (player), remit_item_get_id (REMIT_ITEM (remit_player_get_scene (player))),
                             remit_player_get_n_questions (player));
}

/* What was shown is not known: only who was right before it is. */
static void
on_answered (RemitLearnPage *self,
             RemitVerdict    verdict)
{
  RemitPlayer *player = remit_lesson_view_get_player (self->view);
  gboolean is_known = !remit_player_get_revealed (player) || remit_player_get_first_verdict (player) == REMIT_VERDICT_RIGHT;

  remit_progress_save_answer (self->progress, get_id (player), remit_item_get_id (REMIT_ITEM (remit_player_get_scene (player))),
                              verdict == REMIT_VERDICT_RIGHT && is_known);
}

static void
on_message (RemitLearnPage *self,
            const char     *message)
{
  if (self->problem != NULL)
    adw_toast_dismiss (self->problem);
  g_set_weak_pointer (&self->problem, remit_message_tell (GTK_WIDGET (self), _("Progress is not kept as usual"), message));
}

/* --- the end --- */

static void
update_end (RemitLearnPage *self)
{
  RemitPlayer *player = self->view != NULL ? remit_lesson_view_get_player (self->view) : NULL;
  const RemitLessonRecord *record;
  guint n_right;

  if (!is_seen (self->end))
    return;
  record = remit_progress_get_lesson (self->progress, get_id (player));
  /* the record knows of the answers of other days and counts first tries alone; the player knows of those that are still being written */
  n_right = remit_player_get_n_right (player);
  if (record != NULL)
    n_right = record->state == REMIT_LESSON_DONE ? record->passed : MAX (n_right, record->passed);
  remit_lesson_end_show (self->end, remit_player_get_storyboard (player), n_right,
                         remit_player_get_n_questions (player), remit_lesson_list_find_next (self->list, remit_player_get_storyboard (player)));
}

static void
on_finished (RemitLearnPage *self)
{
  if (self->end == NULL)
    {
      self->end = REMIT_LESSON_END (remit_lesson_end_new ());
      gtk_widget_insert_before (GTK_WIDGET (self->end), GTK_WIDGET (self), NULL);
    }
  remit_progress_save_done (self->progress, get_id (remit_lesson_view_get_player (self->view)));
  g_hash_table_remove (self->players, get_id (remit_lesson_view_get_player (self->view))); /* who opens it again begins again */
  show (self, self->end);
  update_end (self);
}

/* --- the lesson --- */

static void
show_list (RemitLearnPage *self)
{
  show (self, self->list);
}

static void
make_view (RemitLearnPage *self)
{
  self->view = REMIT_LESSON_VIEW (remit_lesson_view_new ());
  if (self->look != NULL)
    remit_lesson_view_set_look (self->view, self->look);
  g_signal_connect_object (self->view, "finished", G_CALLBACK (on_finished), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "closed", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::title", G_CALLBACK (notify_title), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_after (GTK_WIDGET (self->view), GTK_WIDGET (self), GTK_WIDGET (self->list));
}

/* A player where one stopped; at the first scene of what is done, and of what is not begun. */
static RemitPlayer *
get_player (RemitLearnPage  *self,
            RemitStoryboard *lesson)
{
  const char *id = remit_item_get_id (REMIT_ITEM (lesson));
  const RemitLessonRecord *record = remit_progress_get_lesson (self->progress, id);
  RemitPlayer *player = g_hash_table_lookup (self->players, id);

  if (player != NULL)
    return player;
  player = remit_player_new (lesson, g_random_int ());
  if (record != NULL && record->state == REMIT_LESSON_BEGUN && record->scene != NULL)
    remit_player_jump_to (player, record->scene);
  g_hash_table_insert (self->players, g_strdup (id), player);
  return player;
}

static void
play (RemitLearnPage  *self,
      RemitStoryboard *lesson)
{
  if (self->view == NULL)
    make_view (self);
  remit_lesson_view_set_player (self->view, get_player (self, lesson));
  g_signal_group_set_target (self->player_signals, remit_lesson_view_get_player (self->view));
  save_scene (self);
  show (self, self->view);
}

/* Somebody else has a start of his own. */
static void
on_people_changed (RemitLearnPage *self)
{
  const char *const *people = remit_progress_get_people (self->progress);
  const char *person = people != NULL ? people[0] : NULL;

  if (g_strcmp0 (person, self->person) == 0)
    return;
  g_free (self->person);
  self->person = g_strdup (person);
  g_signal_group_set_target (self->player_signals, NULL);
  g_hash_table_remove_all (self->players);
  if (!is_seen (self->list))
    show_list (self);
}

static void
on_ready (RemitLearnPage *self)
{
  g_autofree char *wanted = g_steal_pointer (&self->wanted);

  if (wanted != NULL)
    remit_learn_page_open (self, wanted);
}

static void
lesson_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  remit_learn_page_open (REMIT_LEARN_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
again_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  RemitLearnPage *self = REMIT_LEARN_PAGE (widget);
  RemitStoryboard *lesson = remit_document_catalog_find (REMIT_DOCUMENT_CATALOG (self->lessons), g_variant_get_string (parameter, NULL));
  RemitPlayer *player = remit_player_new (lesson, g_random_int ());

  g_hash_table_insert (self->players, g_strdup (remit_item_get_id (REMIT_ITEM (lesson))), player);
  play (self, lesson);
}

static void
list_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  show_list (REMIT_LEARN_PAGE (widget));
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  show (REMIT_LEARN_PAGE (widget), REMIT_LEARN_PAGE (widget)->view);
}

/* --- class --- */

static void
remit_learn_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_take_string (value, remit_learn_page_dup_title (REMIT_LEARN_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_learn_page_dispose (GObject *object)
{
  RemitLearnPage *self = REMIT_LEARN_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->list = NULL;
  self->view = NULL;
  self->end = NULL;
  g_clear_object (&self->player_signals);
  g_clear_pointer (&self->players, g_hash_table_unref);
  g_clear_pointer (&self->look, remit_look_free);
  g_clear_object (&self->lessons);
  g_clear_object (&self->progress);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->person, g_free);
  g_clear_weak_pointer (&self->problem);

  G_OBJECT_CLASS (remit_learn_page_parent_class)->dispose (object);
}

static void
remit_learn_page_class_init (RemitLearnPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = remit_learn_page_get_property;
  object_class->dispose = remit_learn_page_dispose;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "learn.lesson", "s", lesson_action);
  gtk_widget_class_install_action (widget_class, "learn.again", "s", again_action);
  gtk_widget_class_install_action (widget_class, "learn.list", NULL, list_action);
  gtk_widget_class_install_action (widget_class, "learn.back", NULL, back_action);
  gtk_widget_class_set_css_name (widget_class, "learn");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
remit_learn_page_init (RemitLearnPage *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Learn"), -1);
  self->players = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->player_signals = g_signal_group_new (REMIT_TYPE_PLAYER);
  g_signal_group_connect_swapped (self->player_signals, "notify::scene", G_CALLBACK (save_scene), self);
}

/**
 * remit_learn_page_new:
 * @lessons: what there is
 * @progress: where it is kept how far one is; it is opened
 */
GtkWidget *
remit_learn_page_new (RemitStoryboardCatalog *lessons,
                      RemitProgress          *progress)
{
  RemitLearnPage *self = g_object_new (REMIT_TYPE_LEARN_PAGE, NULL);

  self->progress = g_object_ref (progress);
  self->lessons = g_object_ref (lessons);
  self->list = REMIT_LESSON_LIST (remit_lesson_list_new (self->lessons, progress));
  gtk_widget_insert_before (GTK_WIDGET (self->list), GTK_WIDGET (self), NULL);
  g_signal_connect_object (progress, "changed", G_CALLBACK (update_end), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (progress, "notify::ready", G_CALLBACK (on_ready), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lessons, "items-changed", G_CALLBACK (on_ready), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (progress, "notify::people", G_CALLBACK (on_people_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (progress, "message", G_CALLBACK (on_message), self, G_CONNECT_SWAPPED);
  on_people_changed (self);
  remit_progress_open (progress);
  return GTK_WIDGET (self);
}

/* @look: it is copied */
void
remit_learn_page_set_look (RemitLearnPage  *self,
                           const RemitLook *look)
{
  g_return_if_fail (REMIT_IS_LEARN_PAGE (self));

  g_clear_pointer (&self->look, remit_look_free);
  self->look = remit_look_copy (look);
  if (self->view != NULL)
    remit_lesson_view_set_look (self->view, look);
}

/* @lesson: an id. Returns: whether there is one, or may be when all are read; it is shown as soon as it is known how far one is in it */
gboolean
remit_learn_page_open (RemitLearnPage *self,
                       const char     *lesson)
{
  RemitStoryboard *found;

  g_return_val_if_fail (REMIT_IS_LEARN_PAGE (self), FALSE);

  found = remit_document_catalog_find (REMIT_DOCUMENT_CATALOG (self->lessons), lesson);
  g_clear_pointer (&self->wanted, g_free);
  if (found != NULL && remit_progress_get_ready (self->progress))
    play (self, found);
  else if (found != NULL || !remit_document_catalog_is_read (REMIT_DOCUMENT_CATALOG (self->lessons)))
    self->wanted = g_strdup (lesson);
  return found != NULL || self->wanted != NULL;
}

/* So that the keys work at once. */
void
remit_learn_page_focus (RemitLearnPage *self)
{
  g_return_if_fail (REMIT_IS_LEARN_PAGE (self));

  if (is_seen (self->end))
    remit_lesson_end_focus (self->end);
  else if (is_seen (self->view))
    remit_lesson_view_focus (self->view);
  else
    remit_lesson_list_focus (self->list, self->view != NULL ? get_id (remit_lesson_view_get_player (self->view)) : NULL);
}

/* What it shows, in words. */
char *
remit_learn_page_dup_title (RemitLearnPage *self)
{
  g_return_val_if_fail (REMIT_IS_LEARN_PAGE (self), NULL);

  if (is_seen (self->end))
    return g_strdup_printf (_("Done: %s"), remit_item_get_title (REMIT_ITEM (remit_player_get_storyboard (remit_lesson_view_get_player (self->view)))));
  return is_seen (self->view) ? remit_lesson_view_dup_title (self->view) : g_strdup (_("Learn"));
}
