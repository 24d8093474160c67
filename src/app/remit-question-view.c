/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-question-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "remit-text-list.h"

#define MAX_OPTIONS 8 /* that a question may have */

/**
 * RemitQuestionView:
 *
 * A choice has a button for each option, an order a row for each item with buttons that move it, and a cell is answered in the picture.
 * What is right the player knows.
 *
 * Signals: `answered` with the RemitVerdict of an answer that was given.
 * CSS: a `box` with the style class `question`; its options have `option` and, answered, `right` or `wrong`; `result` is what became of it.
 * Accessibility: a group named "Question"; its prompt is a heading. The options of a choice are radio buttons, checked where they are the
 * last answer; they and the buttons of an order are named with the text of their option.
 */
struct _RemitQuestionView
{
  GtkBox parent_instance;

  /* template children */
  GtkLabel *prompt;
  GtkLabel *hint;
  GtkWidget *options;
  GtkWidget *result;
  GtkImage *verdict_icon;
  GtkLabel *verdict;
  GtkLabel *explanation;
  GtkLabel *right;
  GtkWidget *check;

  /* owned */
  RemitPlayer *player;
  RemitScene *scene; /* whose question is shown */
  GSignalGroup *player_signals;

  guint order[MAX_OPTIONS]; /* of an order, as it is put now */
  guint n_order;
};

G_DEFINE_FINAL_TYPE (RemitQuestionView, remit_question_view, GTK_TYPE_BOX)

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void update (RemitQuestionView *self);

/* (nullable) */
static RemitQuestion *
get_question (RemitQuestionView *self)
{
  return self->player != NULL ? remit_scene_get_question (remit_player_get_scene (self->player)) : NULL;
}

static gboolean
is_kind (RemitQuestionView *self,
         RemitQuestionKind  kind)
{
  return get_question (self) != NULL && remit_question_get_kind (get_question (self)) == kind;
}

/* The same answer again changes nothing that the player would tell of. */
static void
finish_answer (RemitQuestionView *self,
               RemitVerdict       verdict)
{
  update (self);
  g_signal_emit (self, signals[ANSWERED], 0, verdict);
}

static GtkWidget *
make_label (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", 6, "hexpand", TRUE, NULL);
}

static GtkWidget *
get_row (RemitQuestionView *self,
         guint              position)
{
  GtkWidget *row = gtk_widget_get_first_child (self->options);

  while (position-- > 0)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static guint
get_row_position (GtkWidget *row)
{
  guint position = 0;

  while ((row = gtk_widget_get_prev_sibling (row)) != NULL)
    position++;
  return position;
}

static void
set_style (GtkWidget  *widget,
           const char *style,
           gboolean    has_it)
{
  if (has_it)
    gtk_widget_add_css_class (widget, style);
  else
    gtk_widget_remove_css_class (widget, style);
}

/* --- a choice --- */

static void
on_option_clicked (RemitQuestionView *self,
                   GtkWidget         *row)
{
  remit_question_view_answer_choice (self, get_row_position (row));
}

static GtkWidget *
make_option (RemitQuestionView *self,
             guint              position,
             const char        *text)
{
  g_autofree char *number = g_strdup_printf ("%u", position + 1);
  GtkWidget *row = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *key = gtk_label_new (number), *icon = gtk_image_new ();

  gtk_widget_add_css_class (key, "key");
  gtk_widget_set_visible (icon, FALSE);
  gtk_box_append (GTK_BOX (box), key);
  gtk_box_append (GTK_BOX (box), make_label (text));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_button_set_child (GTK_BUTTON (row), box);
  g_signal_connect_object (row, "clicked", G_CALLBACK (on_option_clicked), self, G_CONNECT_SWAPPED);
  return row;
}

/* @verdict: of the option that was chosen, or right for the one that was revealed */
static void
show_option (GtkWidget    *row,
             const char   *text,
             gboolean      is_answer,
             RemitVerdict  verdict)
{
  GtkWidget *icon = gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (row)));
  g_autofree char *name = verdict == REMIT_VERDICT_RIGHT ? g_strdup_printf (_("%s: right"), text)
                          : verdict == REMIT_VERDICT_WRONG ? g_strdup_printf (_("%s: not right"), text) : g_strdup (text);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), verdict == REMIT_VERDICT_RIGHT ? "object-select-symbolic" : "window-close-symbolic");
  gtk_widget_set_visible (icon, verdict != REMIT_VERDICT_NONE);
  set_style (row, "right", verdict == REMIT_VERDICT_RIGHT);
  set_style (row, "wrong", verdict == REMIT_VERDICT_WRONG);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED, is_answer ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static void
update_choice (RemitQuestionView *self)
{
  RemitQuestion *question = get_question (self);
  RemitVerdict verdict = remit_player_get_verdict (self->player);
  guint length;
  const guint *answer = remit_player_get_answer (self->player, &length);

  for (guint i = 0; i < remit_question_get_n_options (question); i++)
    {
      gboolean is_answer = answer != NULL && answer[0] == i;
      gboolean is_revealed = remit_player_get_revealed (self->player) && i == remit_question_get_right_choice (question);

      show_option (get_row (self, i), remit_question_get_options (question)[i], is_answer,
                   is_answer ? verdict : is_revealed ? REMIT_VERDICT_RIGHT : REMIT_VERDICT_NONE);
    }
}

/* --- an order --- */

static const char *
get_item (RemitQuestionView *self,
          guint              position)
{
  return remit_question_get_options (get_question (self))[self->order[position]];
}

static GtkWidget *
get_move_button (GtkWidget *row,
                 gboolean   is_up)
{
  GtkWidget *down = gtk_widget_get_last_child (row);

  return is_up ? gtk_widget_get_prev_sibling (down) : down;
}

/* @text: (transfer full): what it does */
static void
name_button (GtkWidget *button,
             char      *text)
{
  g_autofree char *name = text;

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_order (RemitQuestionView *self)
{
  for (guint i = 0; i < self->n_order; i++)
    {
      GtkWidget *row = get_row (self, i), *up = get_move_button (row, TRUE), *down = get_move_button (row, FALSE);
      const char *item = get_item (self, i);

      gtk_label_set_text (GTK_LABEL (gtk_widget_get_prev_sibling (up)), item);
      gtk_widget_set_sensitive (up, i > 0);
      gtk_widget_set_sensitive (down, i + 1 < self->n_order);
      /* Translators: %s is one of the things that are put into order */
      name_button (up, g_strdup_printf (_("Move up: %s"), item));
      name_button (down, g_strdup_printf (_("Move down: %s"), item));
    }
}

/* @to: where the item at @from comes to be, with the focus on it */
static void
move_item (RemitQuestionView *self,
           guint              from,
           guint              to,
           gboolean           is_up)
{
  guint item = self->order[from];

  if (to >= self->n_order || from == to)
    return;
  if (from < to)
    memmove (&self->order[from], &self->order[from + 1], (to - from) * sizeof *self->order);
  else
    memmove (&self->order[to + 1], &self->order[to], (from - to) * sizeof *self->order);
  self->order[to] = item;
  /* first the focus: a button that is not sensitive any more would lose it */
  gtk_widget_set_sensitive (get_move_button (get_row (self, to), is_up), TRUE);
  gtk_widget_grab_focus (get_move_button (get_row (self, to), (is_up && to > 0) || to + 1 == self->n_order));
  update_order (self);
}

static void
on_move_clicked (RemitQuestionView *self,
                 GtkWidget         *button)
{
  GtkWidget *row = gtk_widget_get_parent (button);
  gboolean is_up = button == get_move_button (row, TRUE);
  guint from = get_row_position (row);

  move_item (self, from, is_up ? from - 1 : from + 1, is_up);
}

/* Alt+Up and Alt+Down. */
static gboolean
move_focused (GtkWidget *widget,
              GVariant  *args,
              gpointer   user_data)
{
  RemitQuestionView *self = REMIT_QUESTION_VIEW (widget);
  GtkWidget *row = gtk_widget_get_focus_child (self->options);
  gboolean is_up = g_variant_get_boolean (args);
  guint from;

  if (self->n_order == 0 || row == NULL)
    return FALSE;
  from = get_row_position (row);
  if (is_up ? from > 0 : from + 1 < self->n_order)
    move_item (self, from, is_up ? from - 1 : from + 1, is_up);
  return TRUE;
}

static GdkContentProvider *
on_drag_prepare (GtkWidget *row)
{
  return gdk_content_provider_new_typed (G_TYPE_UINT, get_row_position (row));
}

static gboolean
on_row_dropped (GtkWidget    *row,
                const GValue *value)
{
  RemitQuestionView *self = REMIT_QUESTION_VIEW (gtk_widget_get_ancestor (row, REMIT_TYPE_QUESTION_VIEW));
  guint from = g_value_get_uint (value), to = get_row_position (row);

  if (from < self->n_order)
    move_item (self, from, to, to < from);
  return TRUE;
}

static GtkWidget *
make_move_button (RemitQuestionView *self,
                  const char        *icon)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_move_clicked), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_item (RemitQuestionView *self,
           guint              position)
{
  g_autofree char *number = g_strdup_printf ("%u", position + 1);
  GtkWidget *row = g_object_new (GTK_TYPE_GRID, "column-spacing", 10, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *key = gtk_label_new (number), *children[] = { key, make_label (NULL), make_move_button (self, "go-up-symbolic"), make_move_button (self, "go-down-symbolic") };
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_grid_attach (GTK_GRID (row), children[i], (int) i, 0, 1, 1);
  gtk_widget_add_css_class (key, "key");
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (on_drag_prepare), row);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_row_dropped), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  return row;
}

/* As somebody put them last, before that as the player shows them; or in the right order. */
static void
take_order (RemitQuestionView *self,
            gboolean           is_right)
{
  const guint *order = remit_player_get_answer (self->player, &self->n_order);

  if (order == NULL)
    order = remit_player_get_order (self->player, &self->n_order);
  self->n_order = order != NULL ? MIN (self->n_order, MAX_OPTIONS) : 0;
  for (guint i = 0; i < self->n_order; i++)
    self->order[i] = is_right ? i : order[i];
}

static void
on_check_clicked (RemitQuestionView *self)
{
  finish_answer (self, remit_player_answer_order (self->player, self->order, self->n_order));
}

/* --- the whole --- */

static void
update_result (RemitQuestionView *self)
{
  RemitVerdict verdict = remit_player_get_verdict (self->player);
  gboolean is_revealed = remit_player_get_revealed (self->player);
  const char *right = remit_question_get_right (get_question (self));

  gtk_widget_set_visible (self->result, verdict != REMIT_VERDICT_NONE || is_revealed);
  set_style (self->result, "right", verdict != REMIT_VERDICT_WRONG);
  set_style (self->result, "wrong", verdict == REMIT_VERDICT_WRONG);
  gtk_image_set_from_icon_name (self->verdict_icon, verdict == REMIT_VERDICT_RIGHT ? "object-select-symbolic"
                                                    : verdict == REMIT_VERDICT_WRONG ? "window-close-symbolic" : "view-reveal-symbolic");
  gtk_label_set_text (self->verdict, verdict == REMIT_VERDICT_RIGHT ? _("Right.") : verdict == REMIT_VERDICT_WRONG ? _("Not right.") : _("The answer"));
  remit_label_set_text (self->explanation, remit_player_get_explanation (self->player));
  remit_label_set_text (self->right, verdict == REMIT_VERDICT_WRONG && is_revealed ? right : NULL);
}

static void
update (RemitQuestionView *self)
{
  if (get_question (self) == NULL)
    return;
  if (is_kind (self, REMIT_QUESTION_CHOICE))
    update_choice (self);
  if (is_kind (self, REMIT_QUESTION_ORDER))
    update_order (self);
  update_result (self);
}

static void
on_revealed (RemitQuestionView *self)
{
  if (remit_player_get_scene (self->player) != self->scene)
    return; /* GLib tells in an order of its own: that of another scene follows */
  if (is_kind (self, REMIT_QUESTION_ORDER))
    take_order (self, remit_player_get_revealed (self->player));
  update (self);
}

static void
fill (RemitQuestionView *self)
{
  RemitQuestion *question = get_question (self);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->options)) != NULL)
    gtk_box_remove (GTK_BOX (self->options), row);
  self->n_order = 0;
  g_set_object (&self->scene, (self->player != NULL ? remit_player_get_scene (self->player) : NULL));
  gtk_widget_set_visible (GTK_WIDGET (self), question != NULL);
  if (question == NULL)
    return;
  if (is_kind (self, REMIT_QUESTION_ORDER)) /* what is told of an answer is told of the order in it */
    take_order (self, remit_player_get_revealed (self->player) && remit_player_get_verdict (self->player) == REMIT_VERDICT_NONE);
  for (guint i = 0; i < remit_question_get_n_options (question); i++)
    {
      row = is_kind (self, REMIT_QUESTION_ORDER) ? make_item (self, i) : make_option (self, i, remit_question_get_options (question)[i]);
      gtk_widget_add_css_class (row, "option");
      gtk_box_append (GTK_BOX (self->options), row);
    }
  gtk_widget_set_visible (self->options, remit_question_get_n_options (question) > 0);
  gtk_widget_set_visible (self->check, self->n_order > 0);
  gtk_label_set_text (self->prompt, remit_question_get_prompt (question));
  remit_label_set_text (self->hint, is_kind (self, REMIT_QUESTION_CELL) ? _("Choose a cell in the picture.") : self->n_order > 0 ? _("Alt+Up and Alt+Down move what has the focus.") : NULL);
  update (self);
}

static void
remit_question_view_dispose (GObject *object)
{
  RemitQuestionView *self = REMIT_QUESTION_VIEW (object);

  g_clear_object (&self->player_signals);
  g_clear_object (&self->player);
  g_clear_object (&self->scene);
  gtk_widget_dispose_template (GTK_WIDGET (self), REMIT_TYPE_QUESTION_VIEW);

  G_OBJECT_CLASS (remit_question_view_parent_class)->dispose (object);
}

static void
remit_question_view_class_init (RemitQuestionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_question_view_dispose;

  signals[ANSWERED] = g_signal_new ("answered", REMIT_TYPE_QUESTION_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, REMIT_TYPE_VERDICT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/remit_app/Remit/remit-question-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitQuestionView, prompt);
  gtk_widget_class_bind_template_child (widget_class, RemitQuestionView, hint);
  gtk_widget_class_bind_template_child (widget_class, RemitQuestionView, options);
  gtk_widget_class_bind_template_child (widget_class, RemitQuestionView, result);
  gtk_widget_class_bind_template_child (widget_class, RemitQuestionView, verdict_icon);
  gtk_widget_class_bind_template_child (widget_class, RemitQuestionView, verdict);
  gtk_widget_class_bind_template_child (widget_class, RemitQuestionView, explanation);
  gtk_widget_class_bind_template_child (widget_class, RemitQuestionView, right);
  gtk_widget_class_bind_template_child (widget_class, RemitQuestionView, check);
  gtk_widget_class_bind_template_callback (widget_class, on_check_clicked);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_focused, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Up, GDK_ALT_MASK, move_focused, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_focused, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Down, GDK_ALT_MASK, move_focused, "b", FALSE);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
remit_question_view_init (RemitQuestionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->player_signals = g_signal_group_new (REMIT_TYPE_PLAYER);
  g_signal_group_connect_swapped (self->player_signals, "notify::scene", G_CALLBACK (fill), self);
  g_signal_group_connect_swapped (self->player_signals, "notify::revealed", G_CALLBACK (on_revealed), self);
}

GtkWidget *
remit_question_view_new (void)
{
  return g_object_new (REMIT_TYPE_QUESTION_VIEW, NULL);
}

/* @player: (nullable): whose scene asks */
void
remit_question_view_set_player (RemitQuestionView *self,
                                RemitPlayer       *player)
{
  g_return_if_fail (REMIT_IS_QUESTION_VIEW (self));

  g_set_object (&self->player, player);
  g_signal_group_set_target (self->player_signals, player);
  fill (self);
}

/* @option: one of those shown, from 0. Returns: whether there is one to be chosen */
gboolean
remit_question_view_answer_choice (RemitQuestionView *self,
                                   guint              option)
{
  g_return_val_if_fail (REMIT_IS_QUESTION_VIEW (self), FALSE);

  if (!is_kind (self, REMIT_QUESTION_CHOICE) || option >= remit_question_get_n_options (get_question (self)))
    return FALSE;
  finish_answer (self, remit_player_answer_choice (self->player, option));
  return TRUE;
}

/* Both are of the scene's framework. Returns: whether a cell is asked for */
gboolean
remit_question_view_answer_cell (RemitQuestionView *self,
                                 RemitLayer        *layer,
                                 RemitServiceModel *service_model)
{
  g_return_val_if_fail (REMIT_IS_QUESTION_VIEW (self), FALSE);

  if (!is_kind (self, REMIT_QUESTION_CELL))
    return FALSE;
  finish_answer (self, remit_player_answer_cell (self->player, layer, service_model));
  return TRUE;
}

GtkWidget *
remit_question_view_get_result (RemitQuestionView *self)
{
  g_return_val_if_fail (REMIT_IS_QUESTION_VIEW (self), NULL);

  return self->result;
}
