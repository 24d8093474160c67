/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-scene-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "remit-owner-badge.h"
#include "remit-source-row.h"
#include "remit-text-list.h"

#define ROOM 12 /* around what is scrolled into sight, in CSS pixels */

/**
 * RemitSceneWords:
 *
 * What comes up by an answer, or by a click into the picture, is scrolled into sight.
 *
 * CSS: a node named `words`.
 * Accessibility: a group named "Scene"; its heading can have the focus, and is described by what the scene says.
 */
struct _RemitSceneWords
{
  GtkWidget parent_instance;

  /* template children */
  GtkScrolledWindow *scroller;
  GtkWidget *content;
  GtkWidget *heading;
  GtkLabel *title;
  GtkLabel *caption;
  RemitQuestionView *question;
  GtkWidget *reveal;
  GtkWidget *cell;
  GtkLabel *cell_title;
  RemitOwnerBadge *cell_owner;
  GtkLabel *cell_explanation;
  GtkExpander *notes_expander;
  GtkLabel *notes;
  GtkWidget *sources;
  GtkWidget *sources_heading;

  /* owned */
  RemitPlayer *player;
  GSignalGroup *player_signals;
  GtkWidget *shown; /* borrowed: what is to be scrolled into sight */
  guint show_id;    /* of the source that does */
};

G_DEFINE_FINAL_TYPE (RemitSceneWords, remit_scene_words, GTK_TYPE_WIDGET)

/* When it has its place. */
static gboolean
show (gpointer user_data)
{
  RemitSceneWords *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t place;
  double top, bottom;

  self->show_id = 0;
  if (!gtk_widget_get_mapped (self->shown) || !gtk_widget_compute_bounds (self->shown, GTK_WIDGET (self->scroller), &place))
    return G_SOURCE_REMOVE;
  top = gtk_adjustment_get_value (adjustment) + (double) place.origin.y - ROOM;
  bottom = top + (double) place.size.height + 2 * ROOM;
  gtk_adjustment_clamp_page (adjustment, top, MIN (bottom, top + gtk_adjustment_get_page_size (adjustment)));
  return G_SOURCE_REMOVE;
}

/* After the layout, which comes before what has a lower priority. */
static void
queue_show (RemitSceneWords *self,
            GtkWidget       *widget)
{
  self->shown = widget;
  if (self->show_id == 0)
    self->show_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, show, self, NULL);
}

static void
on_answered (RemitSceneWords *self)
{
  queue_show (self, remit_question_view_get_result (self->question));
}

static void
update_reveal (RemitSceneWords *self)
{
  gboolean asks = remit_scene_get_question (remit_player_get_scene (self->player)) != NULL;
  gboolean can_reveal = !remit_player_get_revealed (self->player)
                        && (asks ? remit_player_get_verdict (self->player) != REMIT_VERDICT_RIGHT : remit_player_get_owners_hidden (self->player));

  if (!can_reveal && gtk_widget_has_focus (self->reveal))
    gtk_widget_grab_focus (self->heading);
  gtk_button_set_label (GTK_BUTTON (self->reveal), asks ? _("Show the Answer") : _("Show the Owners"));
  gtk_widget_set_visible (self->reveal, can_reveal);
}

static void
on_revealed (RemitSceneWords *self)
{
  update_reveal (self);
  if (remit_player_get_revealed (self->player) && gtk_widget_get_visible (GTK_WIDGET (self->question)))
    queue_show (self, remit_question_view_get_result (self->question));
}

static void
fill_sources (RemitSceneWords *self,
              GListModel      *sources)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_next_sibling (self->sources_heading)) != NULL)
    gtk_box_remove (GTK_BOX (self->sources), row);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (RemitSource) source = g_list_model_get_item (sources, i);

      gtk_box_append (GTK_BOX (self->sources), remit_source_row_new (source));
    }
  gtk_widget_set_visible (self->sources, g_list_model_get_n_items (sources) > 0);
}

static void
fill (RemitSceneWords *self)
{
  RemitScene *scene;

  if (self->player == NULL)
    return;
  scene = remit_player_get_scene (self->player);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (self->heading); /* what has the focus may go */
  gtk_label_set_text (self->title, remit_item_get_title (REMIT_ITEM (scene)));
  gtk_label_set_text (self->caption, remit_scene_get_caption (scene));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_PROPERTY_LABEL, remit_item_get_title (REMIT_ITEM (scene)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, remit_player_get_announcement (self->player), -1);
  remit_label_set_text (self->notes, remit_scene_get_notes (scene));
  gtk_widget_set_visible (GTK_WIDGET (self->notes_expander), remit_scene_get_notes (scene) != NULL);
  fill_sources (self, remit_scene_get_sources (scene));
  remit_scene_words_show_cell (self, NULL, FALSE);
  update_reveal (self);
  g_clear_handle_id (&self->show_id, g_source_remove); /* of what was revealed in another scene */
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
remit_scene_words_dispose (GObject *object)
{
  RemitSceneWords *self = REMIT_SCENE_WORDS (object);

  g_clear_handle_id (&self->show_id, g_source_remove);
  g_clear_object (&self->player_signals);
  g_clear_object (&self->player);
  gtk_widget_dispose_template (GTK_WIDGET (self), REMIT_TYPE_SCENE_WORDS);

  G_OBJECT_CLASS (remit_scene_words_parent_class)->dispose (object);
}

static void
remit_scene_words_class_init (RemitSceneWordsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_scene_words_dispose;

  g_type_ensure (REMIT_TYPE_OWNER_BADGE);
  g_type_ensure (REMIT_TYPE_QUESTION_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/remit_app/Remit/remit-scene-words.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitSceneWords, scroller);
  gtk_widget_class_bind_template_child (widget_class, RemitSceneWords, content);
  gtk_widget_class_bind_template_child (widget_class, RemitSceneWords, heading);
  gtk_widget_class_bind_template_child (widget_class, RemitSceneWords, title);
  gtk_widget_class_bind_template_child (widget_class, RemitSceneWords, caption);
  gtk_widget_class_bind_template_child (widget_class, RemitSceneWords, question);
  gtk_widget_class_bind_template_child (widget_class, RemitSceneWords, reveal);
  gtk_widget_class_bind_template_child (widget_class, RemitSceneWords, cell);
  gtk_widget_class_bind_template_child (widget_class, RemitSceneWords, cell_title);
  gtk_widget_class_bind_template_child (widget_class, RemitSceneWords, cell_owner);
  gtk_widget_class_bind_template_child (widget_class, RemitSceneWords, cell_explanation);
  gtk_widget_class_bind_template_child (widget_class, RemitSceneWords, notes_expander);
  gtk_widget_class_bind_template_child (widget_class, RemitSceneWords, notes);
  gtk_widget_class_bind_template_child (widget_class, RemitSceneWords, sources);
  gtk_widget_class_bind_template_child (widget_class, RemitSceneWords, sources_heading);
  gtk_widget_class_set_css_name (widget_class, "words");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
remit_scene_words_init (RemitSceneWords *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->player_signals = g_signal_group_new (REMIT_TYPE_PLAYER);
  g_signal_group_connect_swapped (self->player_signals, "notify::scene", G_CALLBACK (fill), self);
  g_signal_group_connect_swapped (self->player_signals, "notify::revealed", G_CALLBACK (on_revealed), self);
  g_signal_group_connect_swapped (self->player_signals, "notify::verdict", G_CALLBACK (update_reveal), self);
  g_signal_connect_object (self->question, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
}

GtkWidget *
remit_scene_words_new (void)
{
  return g_object_new (REMIT_TYPE_SCENE_WORDS, NULL);
}

/* @player: (nullable): whose scene is told */
void
remit_scene_words_set_player (RemitSceneWords *self,
                              RemitPlayer     *player)
{
  g_return_if_fail (REMIT_IS_SCENE_WORDS (self));

  g_set_object (&self->player, player);
  g_signal_group_set_target (self->player_signals, player);
  fill (self);
  remit_question_view_set_player (self->question, player);
}

/**
 * remit_scene_words_show_cell:
 * @cell: (nullable): what somebody points at in the picture: who owns it, and why
 * @in_sight: whether to scroll there
 */
void
remit_scene_words_show_cell (RemitSceneWords     *self,
                             RemitResponsibility *cell,
                             gboolean             in_sight)
{
  g_autofree char *name = NULL;

  g_return_if_fail (REMIT_IS_SCENE_WORDS (self));

  gtk_widget_set_visible (self->cell, cell != NULL);
  remit_owner_badge_set_owner (self->cell_owner, cell != NULL ? remit_responsibility_get_owner (cell) : NULL);
  if (cell == NULL)
    return;
  name = g_strdup_printf (_("%s, %s"), remit_item_get_title (REMIT_ITEM (remit_responsibility_get_layer (cell))),
                          remit_item_get_title (REMIT_ITEM (remit_responsibility_get_service_model (cell))));
  gtk_label_set_text (self->cell_title, name);
  remit_label_set_text (self->cell_explanation, remit_responsibility_get_explanation (cell));
  if (in_sight)
    queue_show (self, self->cell);
}

/* The focus goes to the heading. */
void
remit_scene_words_focus (RemitSceneWords *self)
{
  g_return_if_fail (REMIT_IS_SCENE_WORDS (self));

  gtk_widget_grab_focus (self->heading);
}

RemitQuestionView *
remit_scene_words_get_question (RemitSceneWords *self)
{
  g_return_val_if_fail (REMIT_IS_SCENE_WORDS (self), NULL);

  return self->question;
}
