/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-coverage-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "remit-coverage-items.h"
#include "remit-coverage-picture.h"
#include "remit-text-list.h"

#define MIN_WIDTH 300
#define MIN_HEIGHT 200
#define MARGIN 12           /* around the slider; it has as much of its own at its ends */
#define GAP 6
#define PICTURE_SHARE 0.66 /* of the height that the slider leaves; more where the text needs less */
#define FRAME 4            /* around what is scrolled into sight, for its frame */
#define SLIDE 900          /* milliseconds, from one end to the other */

/**
 * RemitCoverageView:
 *
 * The picture, a slider under it, and under that what is said about the thing that is chosen. Picture and text scroll each by itself, so
 * that the answer is in sight wherever the click was.
 *
 * CSS: a node named `coverage`.
 * Accessibility: a group named after coverage; the slider says how duties are met where it stands, and `status` what there is to announce.
 */
struct _RemitCoverageView
{
  GtkWidget parent_instance;

  /* template children */
  GtkWidget *scroller;
  RemitCoveragePicture *picture;
  GtkLabel *traditional;
  GtkLabel *cloud_enabled;
  GtkRange *scale;
  GtkAdjustment *adjustment;
  GtkWidget *separator;
  GtkWidget *panel;
  GtkWidget *content;
  GtkLabel *counts;
  GtkWidget *hint;
  GtkLabel *title;
  GtkLabel *state;
  GtkLabel *text;
  GtkLabel *note;

  /* owned */
  AdwAnimation *slide;
  char *status;

  /* borrowed */
  RemitCoverage *coverage;

  double position; /* where the slider is or slides to */
  gboolean reveals; /* what is chosen, after the next allocation */
  guint reveal_id;
};

G_DEFINE_FINAL_TYPE (RemitCoverageView, remit_coverage_view, GTK_TYPE_WIDGET)

enum
{
  PROP_STATUS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* --- layout --- */

static int
get_height (gpointer widget,
            int      width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static void
remit_coverage_view_measure (GtkWidget     *widget,
                             GtkOrientation orientation,
                             int            for_size,
                             int           *minimum,
                             int           *natural,
                             int           *minimum_baseline,
                             int           *natural_baseline)
{
  gboolean is_horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = is_horizontal ? MIN_WIDTH : MIN_HEIGHT;
  *natural = is_horizontal ? 960 : 760;
}

static int
get_width (gpointer widget)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

/* @x: from where lines begin */
static void
allocate (RemitCoverageView *self,
          gpointer           child,
          int                x,
          int                y,
          int                width,
          int                height)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

/* The slider between the names of its ends: both over it, or one under it where they have no room beside each other. Returns: its height;
 * it is put nowhere with a negative @y */
static int
place_slider (RemitCoverageView *self,
              int                y,
              int                width)
{
  int room = width - 4 * MARGIN;
  int first_width = get_width (self->traditional), last_width = get_width (self->cloud_enabled);
  gboolean beside = first_width + GAP + last_width <= room;
  int first_height = get_height (self->traditional, room), last_height = get_height (self->cloud_enabled, room);
  int scale_height = get_height (self->scale, width - 2 * MARGIN);
  int scale_y = y + GAP + (beside ? MAX (first_height, last_height) : first_height);

  if (y >= 0)
    {
      first_width = MIN (first_width, room);
      last_width = MIN (last_width, room);
      allocate (self, self->traditional, 2 * MARGIN, y + GAP, first_width, first_height);
      allocate (self, self->scale, MARGIN, scale_y, width - 2 * MARGIN, scale_height);
      allocate (self, self->cloud_enabled, width - 2 * MARGIN - last_width, beside ? y + GAP : scale_y + scale_height, last_width, last_height);
    }
  return GAP + scale_height + (beside ? MAX (first_height, last_height) : first_height + last_height + GAP);
}

/* Where the text now needs the room that the chosen thing was in. */
static gboolean
reveal (gpointer user_data)
{
  RemitCoverageView *self = user_data;
  GtkWidget *item = gtk_widget_get_focus_child (GTK_WIDGET (self->picture));
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  self->reveal_id = 0;
  if (item != NULL && gtk_widget_compute_bounds (item, GTK_WIDGET (self->picture), &bounds))
    gtk_adjustment_clamp_page (scroll, bounds.origin.y - FRAME, bounds.origin.y + bounds.size.height + FRAME);
  return G_SOURCE_REMOVE;
}

static void
remit_coverage_view_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  RemitCoverageView *self = REMIT_COVERAGE_VIEW (widget);
  int slider = place_slider (self, -1, width);
  int separator = get_height (self->separator, width);
  int room = MAX (2, height - slider - separator);
  int available = (int) (room * PICTURE_SHARE);
  int wanted = get_height (self->picture, width);
  int picture = MIN (wanted > 0 ? wanted : room, MAX (available, room - get_height (self->content, width)));

  allocate (self, self->scroller, 0, 0, width, picture);
  place_slider (self, picture, width);
  allocate (self, self->separator, 0, picture + slider, width, separator);
  allocate (self, self->panel, 0, picture + slider + separator, width, room - picture);
  remit_coverage_picture_set_available_size (self->picture, width, available);
  if (self->reveals && self->reveal_id == 0)
    self->reveal_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, reveal, self, NULL); /* an allocation must not scroll */
  self->reveals = FALSE;
}

/* --- what is said --- */

static void
set_status (RemitCoverageView *self,
            const char        *status)
{
  if (g_strcmp0 (self->status, status) == 0)
    return;
  g_free (self->status);
  self->status = g_strdup (status);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

/* What can be handed over, and what is typically unmet. */
static char *
dup_area_text (RemitCoverageView *self,
               RemitArea         *area)
{
  RemitDuty *duty = NULL;
  guint n_provider = 0;
  g_autofree char *text = NULL;

  for (guint box = 1; box <= REMIT_COVERAGE_BOXES; box++)
    {
      n_provider += remit_coverage_get_state (self->coverage, area, box, 100) == REMIT_COVERAGE_PROVIDER;
      if (duty == NULL)
        duty = remit_coverage_find_duty (self->coverage, area, box);
    }
  if (n_provider == 0)
    text = g_strdup (_("All duties in this area stay yours. Resources that are freed elsewhere help to meet them."));
  else
    text = g_strdup_printf (ngettext ("%u of the %u duties in this area can be handed over to the provider.",
                                      "%u of the %u duties in this area can be handed over to the provider.", n_provider),
                            n_provider, REMIT_COVERAGE_BOXES);
  if (duty == NULL)
    return g_steal_pointer (&text);
  return g_strdup_printf (_("%s\n\nOften left undone here: %s."), text, remit_item_get_title (REMIT_ITEM (duty)));
}

static char *
dup_duty_markup (RemitDuty *duty)
{
  /* Translators: what happens; then why, and what the cloud changes about it; <b> and </b> stay */
  return g_markup_printf_escaped (_("%s\n\n<b>Why it happens</b>\n%s\n\n<b>What the cloud changes</b>\n%s"), remit_item_get_summary (REMIT_ITEM (duty)),
                                  remit_duty_get_reason (duty), remit_duty_get_change (duty));
}

/* What changes with the position. */
static void
update_state (RemitCoverageView *self)
{
  g_autofree char *counts = remit_coverage_dup_counts (self->coverage, NULL, self->position);
  RemitItem *chosen = remit_coverage_picture_get_chosen (self->picture);
  g_autofree char *state = NULL;

  if (chosen != NULL && REMIT_IS_DUTY (chosen))
    state = remit_coverage_dup_box_name (self->coverage, remit_duty_get_area (REMIT_DUTY (chosen)), remit_duty_get_box (REMIT_DUTY (chosen)), self->position);
  else if (chosen != NULL && REMIT_IS_AREA (chosen))
    state = remit_coverage_dup_counts (self->coverage, REMIT_AREA (chosen), self->position);
  gtk_label_set_text (self->counts, counts);
  remit_label_set_text (self->state, state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, counts, -1);
}

static void
on_chosen (RemitCoverageView *self)
{
  RemitItem *chosen = remit_coverage_picture_get_chosen (self->picture);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->hint, FALSE);
  remit_label_set_text (self->title, remit_item_get_title (chosen));
  gtk_widget_set_visible (GTK_WIDGET (self->text), TRUE);
  if (REMIT_IS_DUTY (chosen))
    {
      text = dup_duty_markup (REMIT_DUTY (chosen));
      gtk_label_set_markup (self->text, text);
    }
  else
    {
      text = REMIT_IS_AREA (chosen) ? dup_area_text (self, REMIT_AREA (chosen)) : g_strdup (remit_item_get_summary (chosen));
      gtk_label_set_text (self->text, text);
    }
  update_state (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->panel)), 0);
  self->reveals = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  set_status (self, gtk_widget_get_visible (GTK_WIDGET (self->state)) ? gtk_label_get_text (self->state) : gtk_label_get_text (self->title));
}

/* --- position --- */

static void
on_value_changed (RemitCoverageView *self)
{
  double value = gtk_adjustment_get_value (self->adjustment);

  if (adw_animation_get_state (self->slide) != ADW_ANIMATION_PLAYING)
    self->position = value;
  remit_coverage_picture_set_position (self->picture, value);
  if (value != self->position)
    return;
  update_state (self);
  set_status (self, gtk_label_get_text (self->counts));
}

static void
set_value (double   value,
           gpointer user_data)
{
  gtk_adjustment_set_value (REMIT_COVERAGE_VIEW (user_data)->adjustment, value);
}

/* Somebody takes the slider. */
static gboolean
on_change_value (RemitCoverageView *self)
{
  adw_animation_pause (self->slide);
  return GDK_EVENT_PROPAGATE;
}

/* --- widget --- */

static void
remit_coverage_view_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STATUS:
      g_value_set_string (value, REMIT_COVERAGE_VIEW (object)->status);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_coverage_view_dispose (GObject *object)
{
  RemitCoverageView *self = REMIT_COVERAGE_VIEW (object);

  g_clear_handle_id (&self->reveal_id, g_source_remove);
  if (self->slide != NULL)
    adw_animation_pause (self->slide);
  g_clear_object (&self->slide);
  gtk_widget_dispose_template (GTK_WIDGET (self), REMIT_TYPE_COVERAGE_VIEW);

  G_OBJECT_CLASS (remit_coverage_view_parent_class)->dispose (object);
}

static void
remit_coverage_view_finalize (GObject *object)
{
  g_free (REMIT_COVERAGE_VIEW (object)->status);
  G_OBJECT_CLASS (remit_coverage_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/remit_app/Remit/remit-coverage-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitCoverageView, scroller);
  gtk_widget_class_bind_template_child (widget_class, RemitCoverageView, picture);
  gtk_widget_class_bind_template_child (widget_class, RemitCoverageView, traditional);
  gtk_widget_class_bind_template_child (widget_class, RemitCoverageView, cloud_enabled);
  gtk_widget_class_bind_template_child (widget_class, RemitCoverageView, scale);
  gtk_widget_class_bind_template_child (widget_class, RemitCoverageView, adjustment);
  gtk_widget_class_bind_template_child (widget_class, RemitCoverageView, separator);
  gtk_widget_class_bind_template_child (widget_class, RemitCoverageView, panel);
  gtk_widget_class_bind_template_child (widget_class, RemitCoverageView, content);
  gtk_widget_class_bind_template_child (widget_class, RemitCoverageView, counts);
  gtk_widget_class_bind_template_child (widget_class, RemitCoverageView, hint);
  gtk_widget_class_bind_template_child (widget_class, RemitCoverageView, title);
  gtk_widget_class_bind_template_child (widget_class, RemitCoverageView, state);
  gtk_widget_class_bind_template_child (widget_class, RemitCoverageView, text);
  gtk_widget_class_bind_template_child (widget_class, RemitCoverageView, note);
}

static void
remit_coverage_view_class_init (RemitCoverageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = remit_coverage_view_get_property;
  object_class->dispose = remit_coverage_view_dispose;
  object_class->finalize = remit_coverage_view_finalize;
  widget_class->measure = remit_coverage_view_measure;
  widget_class->size_allocate = remit_coverage_view_size_allocate;

  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (REMIT_TYPE_COVERAGE_PICTURE);
  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "coverage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
set_texts (RemitCoverageView *self)
{
  const char *title = remit_item_get_title (REMIT_ITEM (self->coverage));
  const char *traditional = remit_coverage_get_traditional (self->coverage);
  const char *cloud_enabled = remit_coverage_get_cloud_enabled (self->coverage);
  /* Translators: the names of the two ends of the slider: "From Traditional to Cloud-enabled" */
  g_autofree char *name = g_strdup_printf (_("From %s to %s"), traditional, cloud_enabled);

  gtk_label_set_text (self->traditional, traditional);
  gtk_label_set_text (self->cloud_enabled, cloud_enabled);
  gtk_label_set_text (self->note, remit_coverage_get_note (self->coverage));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
remit_coverage_view_init (RemitCoverageView *self)
{
  double box;

  self->coverage = remit_coverage_get_default ();
  gtk_widget_init_template (GTK_WIDGET (self));
  box = 100.0 / remit_coverage_count (self->coverage, REMIT_COVERAGE_PROVIDER, 100);
  gtk_adjustment_set_step_increment (self->adjustment, box);
  gtk_adjustment_set_page_increment (self->adjustment, 10 * box);
  set_texts (self);
  update_state (self);
  self->slide = adw_timed_animation_new (GTK_WIDGET (self), 0, 0, SLIDE, adw_callback_animation_target_new (set_value, self, NULL));
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (on_value_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scale, "change-value", G_CALLBACK (on_change_value), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->picture, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
}

/* At the traditional end. */
GtkWidget *
remit_coverage_view_new (void)
{
  return g_object_new (REMIT_TYPE_COVERAGE_VIEW, NULL);
}

/**
 * remit_coverage_view_set_position:
 * @position: from 0, where all is traditional, to 100, where all is cloud-enabled
 * @animate: whether the slider slides there, unless animations are off
 */
void
remit_coverage_view_set_position (RemitCoverageView *self,
                                  double             position,
                                  gboolean           animate)
{
  double now;

  g_return_if_fail (REMIT_IS_COVERAGE_VIEW (self));
  g_return_if_fail (position >= 0 && position <= 100);

  now = gtk_adjustment_get_value (self->adjustment);
  adw_animation_pause (self->slide);
  self->position = position;
  if (!animate)
    {
      gtk_adjustment_set_value (self->adjustment, position);
      return;
    }
  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (self->slide), now);
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (self->slide), position);
  adw_timed_animation_set_duration (ADW_TIMED_ANIMATION (self->slide), (guint) (SLIDE * ABS (position - now) / 100));
  adw_animation_reset (self->slide);
  adw_animation_play (self->slide);
}

/* Returns: from 0 to 100; where the slider slides to, if it does */
double
remit_coverage_view_get_position (RemitCoverageView *self)
{
  g_return_val_if_fail (REMIT_IS_COVERAGE_VIEW (self), 0);

  return self->position;
}

/* Returns: (nullable): what the last change was, for those who do not see it; NULL before the first */
const char *
remit_coverage_view_get_status (RemitCoverageView *self)
{
  g_return_val_if_fail (REMIT_IS_COVERAGE_VIEW (self), NULL);

  return self->status;
}

/* @areas: (nullable) (array zero-terminated=1): ids of areas; the boxes of others recede, unless there are none */
void
remit_coverage_view_set_focus (RemitCoverageView *self,
                               const char *const *areas)
{
  g_return_if_fail (REMIT_IS_COVERAGE_VIEW (self));

  remit_coverage_picture_set_focus (self->picture, areas);
}

/* @look: it is copied */
void
remit_coverage_view_set_look (RemitCoverageView *self,
                              const RemitLook   *look)
{
  g_return_if_fail (REMIT_IS_COVERAGE_VIEW (self));

  remit_coverage_picture_set_look (self->picture, look);
}
