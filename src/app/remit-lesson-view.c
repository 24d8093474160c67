/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-lesson-view.h"

#include <glib/gi18n.h>

#include "remit-scene-view.h"
#include "remit-scene-words.h"
#include "remit-swipe.h"

/* At 100 % text, in CSS pixels: where the words have room beside the picture. */
#define WIDE 880
#define MIN_WIDTH 300
#define MIN_HEIGHT 200
#define WORDS_SHARE 0.34
#define WORDS_MIN 296
#define WORDS_MAX 540
#define PICTURE_SHARE 0.48 /* of the height, above the words */

#define MAX_OPTIONS 6 /* that have a key */

/**
 * RemitLessonView:
 *
 * Wide, the words stand beside the picture; narrow, under it. The keys of scenes work wherever the focus is, but for those that what has
 * the focus needs itself: arrows, Home and End inside of the picture, Space and Return on a button. Page Up and Page Down, which is what a
 * clicker sends, always turn scenes.
 *
 * Signals: `finished` when somebody goes on after the last scene, `closed` when somebody wants to leave, `answered` with a RemitVerdict.
 * Actions: `lesson.next`, `lesson.previous`, `lesson.reveal` and `lesson.close`.
 * CSS: a node named `lesson`; `bar` is what leads from scene to scene.
 * Accessibility: a group named after the lesson: the picture, the words, the progress. A new scene has the focus on its heading.
 */
struct _RemitLessonView
{
  GtkWidget parent_instance;

  /* template children */
  RemitSceneView *picture;
  GtkWidget *separator;
  RemitSceneWords *words;
  GtkWidget *bar;
  GtkProgressBar *progress;
  GtkLabel *place;
  GtkButton *next;

  /* owned */
  RemitPlayer *player;
  GSignalGroup *player_signals;

  double text_scale;
};

G_DEFINE_FINAL_TYPE (RemitLessonView, remit_lesson_view, GTK_TYPE_WIDGET)

enum
{
  PROP_TITLE = 1, /* what a screen reader is to be told: where one is, or what became of an answer; and of which lesson */
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  FINISHED,
  CLOSED,
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- the picture --- */

/* Marks what was answered, or the one right answer when it is revealed. */
static void
update_answer (RemitLessonView *self)
{
  RemitScene *scene = remit_player_get_scene (self->player);
  RemitQuestion *question = remit_scene_get_question (scene);
  RemitLayer *layer = NULL;
  RemitServiceModel *model = NULL;
  RemitVerdict verdict = remit_player_get_verdict (self->player);

  if (question != NULL && remit_question_get_kind (question) == REMIT_QUESTION_CELL)
    {
      GListModel *answers = remit_question_get_answers (question);
      guint length;
      const guint *answer = remit_player_get_answer (self->player, &length);

      if (remit_player_get_revealed (self->player) && verdict != REMIT_VERDICT_RIGHT && g_list_model_get_n_items (answers) == 1)
        {
          g_autoptr (RemitResponsibility) cell = g_list_model_get_item (answers, 0);

          layer = remit_responsibility_get_layer (cell);
          model = remit_responsibility_get_service_model (cell);
          verdict = REMIT_VERDICT_RIGHT;
        }
      else if (answer != NULL)
        {
          layer = remit_framework_get_layer (remit_scene_get_framework (scene), answer[0]);
          model = remit_framework_get_service_model (remit_scene_get_framework (scene), answer[1]);
        }
    }
  remit_scene_view_set_answer (self->picture, layer, model, layer != NULL ? verdict : REMIT_VERDICT_NONE);
}

/* GLib tells of changes in an order of its own: those of a scene that is not shown yet follow with it. */
static gboolean
is_current (RemitLessonView *self)
{
  return remit_scene_view_get_scene (self->picture) == remit_player_get_scene (self->player);
}

static void
update_owners (RemitLessonView *self)
{
  if (is_current (self))
    remit_scene_view_set_owners_hidden (self->picture, remit_player_get_owners_hidden (self->player));
}

static void
on_revealed (RemitLessonView *self)
{
  update_owners (self);
  if (is_current (self))
    update_answer (self);
}

static void
on_cell_activated (RemitLessonView   *self,
                   RemitLayer        *layer,
                   RemitServiceModel *model)
{
  gboolean is_answer = remit_question_view_answer_cell (remit_scene_words_get_question (self->words), layer, model);

  if (is_answer)
    update_answer (self);
  if (!remit_player_get_owners_hidden (self->player))
    remit_scene_words_show_cell (self->words, remit_framework_get_responsibility (remit_scene_get_framework (remit_player_get_scene (self->player)), layer, model),
                                 !is_answer);
}

static void
on_answered (RemitLessonView *self,
             RemitVerdict     verdict)
{
  g_signal_emit (self, signals[ANSWERED], 0, verdict);
}

/* --- scenes --- */

static void
update (RemitLessonView *self)
{
  RemitScene *scene;
  guint position, n_scenes;
  g_autofree char *place = NULL;

  if (self->player == NULL)
    return;
  scene = remit_player_get_scene (self->player);
  position = remit_player_get_position (self->player) + 1;
  n_scenes = g_list_model_get_n_items (remit_storyboard_get_scenes (remit_player_get_storyboard (self->player)));
  /* Translators: which scene of how many: "3 of 9" */
  place = g_strdup_printf (_("%u of %u"), position, n_scenes);

  remit_scene_view_set_scene (self->picture, scene);
  on_revealed (self);
  gtk_label_set_text (self->place, place);
  gtk_progress_bar_set_fraction (self->progress, (double) position / n_scenes);
  gtk_button_set_label (self->next, remit_player_get_can_go_next (self->player) ? _("Next") : _("Finish"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lesson.previous", remit_player_get_can_go_previous (self->player));
}

static void
notify_title (RemitLessonView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
next_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  RemitLessonView *self = REMIT_LESSON_VIEW (widget);

  if (!remit_player_next (self->player))
    g_signal_emit (self, signals[FINISHED], 0);
  else
    remit_scene_words_focus (self->words);
}

static void
previous_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  RemitLessonView *self = REMIT_LESSON_VIEW (widget);

  remit_scene_words_focus (self->words); /* before a button that has it may lose its sense */
  remit_player_previous (self->player);
}

static void
reveal_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  remit_player_reveal (REMIT_LESSON_VIEW (widget)->player);
}

static void
close_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_signal_emit (widget, signals[CLOSED], 0);
}

/* --- keys --- */

static gboolean
is_focus_in (RemitLessonView *self,
             gpointer         part)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && (focus == part || gtk_widget_is_ancestor (focus, part));
}

/* One scene on or back. */
static gboolean
turn (GtkWidget *widget,
      GVariant  *args,
      gpointer   user_data)
{
  gtk_widget_activate_action (widget, g_variant_get_boolean (args) ? "lesson.next" : "lesson.previous", NULL);
  return TRUE;
}

/* By an arrow: to the right is on, in a text that goes to the right. */
static gboolean
turn_sideways (GtkWidget *widget,
               GVariant  *args,
               gpointer   user_data)
{
  RemitLessonView *self = REMIT_LESSON_VIEW (widget);
  gboolean to_the_right = g_variant_get_boolean (args);

  if (is_focus_in (self, self->picture))
    return FALSE;
  gtk_widget_activate_action (widget, to_the_right == (gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL) ? "lesson.next" : "lesson.previous", NULL);
  return TRUE;
}

/* The first scene or the last one. */
static gboolean
turn_far (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  RemitLessonView *self = REMIT_LESSON_VIEW (widget);
  guint n_scenes = g_list_model_get_n_items (remit_storyboard_get_scenes (remit_player_get_storyboard (self->player)));

  if (is_focus_in (self, self->picture))
    return FALSE;
  remit_scene_words_focus (self->words);
  remit_player_jump (self->player, g_variant_get_boolean (args) ? n_scenes - 1 : 0);
  return TRUE;
}

static gboolean
choose_option (GtkWidget *widget,
               GVariant  *args,
               gpointer   user_data)
{
  RemitQuestionView *question = remit_scene_words_get_question (REMIT_LESSON_VIEW (widget)->words);

  return remit_question_view_answer_choice (question, (guint) g_variant_get_int32 (args));
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GtkShortcutFunc func;
    gboolean on;
  } keys[] = {
    { GDK_KEY_Right, turn_sideways, TRUE }, { GDK_KEY_KP_Right, turn_sideways, TRUE },
    { GDK_KEY_Left, turn_sideways, FALSE }, { GDK_KEY_KP_Left, turn_sideways, FALSE },
    { GDK_KEY_space, turn, TRUE }, { GDK_KEY_KP_Space, turn, TRUE },
    { GDK_KEY_Return, turn, TRUE }, { GDK_KEY_KP_Enter, turn, TRUE }, { GDK_KEY_ISO_Enter, turn, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, keys[i].func, "b", keys[i].on);
  for (int i = 0; i < MAX_OPTIONS; i++)
    {
      gtk_widget_class_add_binding (widget_class, (guint) (GDK_KEY_1 + i), 0, choose_option, "i", i);
      gtk_widget_class_add_binding (widget_class, (guint) (GDK_KEY_KP_1 + i), 0, choose_option, "i", i);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, 0, "lesson.reveal", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "lesson.close", NULL);
}

/* What a scroller or a slider with the focus would take. */
static void
add_early_keys (RemitLessonView *self)
{
  static const struct
  {
    guint key;
    GtkShortcutFunc func;
    gboolean on;
  } keys[] = {
    { GDK_KEY_Page_Down, turn, TRUE }, { GDK_KEY_KP_Page_Down, turn, TRUE }, { GDK_KEY_Page_Up, turn, FALSE }, { GDK_KEY_KP_Page_Up, turn, FALSE },
    { GDK_KEY_End, turn_far, TRUE }, { GDK_KEY_KP_End, turn_far, TRUE }, { GDK_KEY_Home, turn_far, FALSE }, { GDK_KEY_KP_Home, turn_far, FALSE },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (keys[i].key, 0),
                                                                           gtk_callback_action_new (keys[i].func, NULL, NULL), "b", keys[i].on));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* --- widget --- */

static void
remit_lesson_view_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  gboolean is_horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;

  /* picture and words scroll; to measure them for a size they do not insist on would cost a scene's change its frame */
  *minimum = is_horizontal ? MIN_WIDTH : MIN_HEIGHT;
  *natural = is_horizontal ? 1280 : 800;
}

static void
allocate (gpointer child,
          int      x,
          int      y,
          int      width,
          int      height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
remit_lesson_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  RemitLessonView *self = REMIT_LESSON_VIEW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int bar, minimum;

  gtk_widget_measure (self->bar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (self->bar, GTK_ORIENTATION_VERTICAL, MAX (width, minimum), &bar, NULL, NULL, NULL);
  allocate (self->bar, 0, height - bar, MAX (width, minimum), bar);
  height = MAX (1, height - bar);
  if (width >= WIDE * self->text_scale)
    {
      int words = (int) CLAMP (width * WORDS_SHARE, WORDS_MIN * self->text_scale, WORDS_MAX * self->text_scale);
      int picture = width - words - 1;

      allocate (self->picture, rtl ? words + 1 : 0, 0, picture, height);
      allocate (self->separator, rtl ? words : picture, 0, 1, height);
      allocate (self->words, rtl ? 0 : picture + 1, 0, words, height);
    }
  else
    {
      int top = (int) (height * PICTURE_SHARE);

      allocate (self->picture, 0, 0, width, top);
      allocate (self->separator, 0, top, width, 1);
      allocate (self->words, 0, top + 1, width, MAX (1, height - top - 1));
    }
}

static void
remit_lesson_view_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_take_string (value, remit_lesson_view_dup_title (REMIT_LESSON_VIEW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_lesson_view_dispose (GObject *object)
{
  RemitLessonView *self = REMIT_LESSON_VIEW (object);

  g_clear_object (&self->player_signals);
  g_clear_object (&self->player);
  gtk_widget_dispose_template (GTK_WIDGET (self), REMIT_TYPE_LESSON_VIEW);

  G_OBJECT_CLASS (remit_lesson_view_parent_class)->dispose (object);
}

static void
remit_lesson_view_class_init (RemitLessonViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = remit_lesson_view_get_property;
  object_class->dispose = remit_lesson_view_dispose;
  widget_class->measure = remit_lesson_view_measure;
  widget_class->size_allocate = remit_lesson_view_size_allocate;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FINISHED] = g_signal_new ("finished", REMIT_TYPE_LESSON_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLOSED] = g_signal_new ("closed", REMIT_TYPE_LESSON_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ANSWERED] = g_signal_new ("answered", REMIT_TYPE_LESSON_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, REMIT_TYPE_VERDICT);

  g_type_ensure (REMIT_TYPE_SCENE_VIEW);
  g_type_ensure (REMIT_TYPE_SCENE_WORDS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/remit_app/Remit/remit-lesson-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitLessonView, picture);
  gtk_widget_class_bind_template_child (widget_class, RemitLessonView, separator);
  gtk_widget_class_bind_template_child (widget_class, RemitLessonView, words);
  gtk_widget_class_bind_template_child (widget_class, RemitLessonView, bar);
  gtk_widget_class_bind_template_child (widget_class, RemitLessonView, progress);
  gtk_widget_class_bind_template_child (widget_class, RemitLessonView, place);
  gtk_widget_class_bind_template_child (widget_class, RemitLessonView, next);
  gtk_widget_class_install_action (widget_class, "lesson.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "lesson.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "lesson.reveal", NULL, reveal_action);
  gtk_widget_class_install_action (widget_class, "lesson.close", NULL, close_action);
  add_bindings (widget_class);
  gtk_widget_class_set_css_name (widget_class, "lesson");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
remit_lesson_view_init (RemitLessonView *self)
{
  self->text_scale = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->player_signals = g_signal_group_new (REMIT_TYPE_PLAYER);
  g_signal_group_connect_swapped (self->player_signals, "notify::scene", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->player_signals, "notify::owners-hidden", G_CALLBACK (update_owners), self);
  g_signal_group_connect_swapped (self->player_signals, "notify::revealed", G_CALLBACK (on_revealed), self);
  g_signal_group_connect_swapped (self->player_signals, "notify::announcement", G_CALLBACK (notify_title), self);
  g_signal_connect_object (self->picture, "cell-activated", G_CALLBACK (on_cell_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remit_scene_words_get_question (self->words), "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
  add_early_keys (self);
  remit_swipe_add (GTK_WIDGET (self), "lesson.next", "lesson.previous");
}

GtkWidget *
remit_lesson_view_new (void)
{
  return g_object_new (REMIT_TYPE_LESSON_VIEW, NULL);
}

RemitPlayer *
remit_lesson_view_get_player (RemitLessonView *self)
{
  g_return_val_if_fail (REMIT_IS_LESSON_VIEW (self), NULL);

  return self->player;
}

/* @player: what is played */
void
remit_lesson_view_set_player (RemitLessonView *self,
                              RemitPlayer     *player)
{
  g_return_if_fail (REMIT_IS_LESSON_VIEW (self));
  g_return_if_fail (REMIT_IS_PLAYER (player));

  if (!g_set_object (&self->player, player))
    return;
  g_signal_group_set_target (self->player_signals, player);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  remit_item_get_title (REMIT_ITEM (remit_player_get_storyboard (player))), -1);
  remit_scene_words_set_player (self->words, player);
  update (self);
  notify_title (self);
}

/* @look: it is copied */
void
remit_lesson_view_set_look (RemitLessonView *self,
                            const RemitLook *look)
{
  g_return_if_fail (REMIT_IS_LESSON_VIEW (self));

  self->text_scale = look->text_scale;
  remit_scene_view_set_look (self->picture, look);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* So that the keys work at once. */
void
remit_lesson_view_focus (RemitLessonView *self)
{
  g_return_if_fail (REMIT_IS_LESSON_VIEW (self));

  remit_scene_words_focus (self->words);
}

/* What a screen reader is told of the last change, as far as it fits into a title, and the lesson. */
char *
remit_lesson_view_dup_title (RemitLessonView *self)
{
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (REMIT_IS_LESSON_VIEW (self), NULL);

  if (self->player == NULL)
    return NULL;
  lines = g_strsplit (remit_player_get_announcement (self->player), "\n", 2);
  /* Translators: what is shown, and of which lesson: "Scene 3 of 9: Find the whole stack – Why there is a model" */
  return g_strdup_printf (_("%s – %s"), lines[0], remit_item_get_title (REMIT_ITEM (remit_player_get_storyboard (self->player))));
}
