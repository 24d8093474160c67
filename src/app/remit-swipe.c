/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-swipe.h"

#define SPEED 300 /* CSS pixels in a second; less is no swipe */
#define LENGTH 16 /* CSS pixels; from there on nothing under the finger gets it */

typedef struct
{
  GtkWidget *widget; /* borrowed: its gesture has this */
  const char *next_action;
  const char *previous_action;
  graphene_point_t begin;
} Swipe;

/* What a finger moves sideways itself. */
static gboolean
moves_sideways (GtkWidget *widget)
{
  GtkAdjustment *adjustment;

  if (GTK_IS_RANGE (widget))
    return TRUE;
  if (!GTK_IS_SCROLLED_WINDOW (widget))
    return FALSE;
  adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (widget));
  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_lower (adjustment) > gtk_adjustment_get_page_size (adjustment);
}

static void
on_begin (Swipe            *self,
          GdkEventSequence *sequence,
          GtkGesture       *gesture)
{
  double x, y;

  gtk_gesture_get_point (gesture, sequence, &x, &y);
  self->begin = GRAPHENE_POINT_INIT ((float) x, (float) y);
  for (GtkWidget *at = gtk_widget_pick (self->widget, x, y, GTK_PICK_DEFAULT); at != NULL && at != self->widget; at = gtk_widget_get_parent (at))
    if (moves_sideways (at))
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
}

static gboolean
is_sideways (double x,
             double y)
{
  return ABS (x) >= 2 * ABS (y);
}

/* What is under the finger would take it for a press, or drag a link away. */
static void
on_update (Swipe            *self,
           GdkEventSequence *sequence,
           GtkGesture       *gesture)
{
  double x, y;

  gtk_gesture_get_point (gesture, sequence, &x, &y);
  x -= self->begin.x;
  y -= self->begin.y;
  if (ABS (x) >= LENGTH && is_sideways (x, y))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_swipe (Swipe *self,
          double velocity_x,
          double velocity_y)
{
  gboolean to_the_left = velocity_x < 0;
  gboolean is_next = to_the_left == (gtk_widget_get_direction (self->widget) != GTK_TEXT_DIR_RTL);

  if (ABS (velocity_x) >= SPEED && is_sideways (velocity_x, velocity_y))
    gtk_widget_activate_action (self->widget, is_next ? self->next_action : self->previous_action, NULL);
}

/**
 * remit_swipe_add:
 * @next_action: a static name of an action: what a finger that goes against the text's direction does, as if it turned a page
 * @previous_action: likewise, with the text
 *
 * Has a finger's sideways swipe turn pages. Scrollers and sliders that go sideways themselves keep theirs.
 */
void
remit_swipe_add (GtkWidget  *widget,
                 const char *next_action,
                 const char *previous_action)
{
  GtkGesture *gesture = gtk_gesture_swipe_new ();
  Swipe *self = g_new (Swipe, 1);

  *self = (Swipe) { .widget = widget, .next_action = next_action, .previous_action = previous_action };
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (gesture), TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_object_set_data_full (G_OBJECT (gesture), "remit-swipe", self, g_free);
  g_signal_connect_swapped (gesture, "begin", G_CALLBACK (on_begin), self);
  g_signal_connect_swapped (gesture, "update", G_CALLBACK (on_update), self);
  g_signal_connect_swapped (gesture, "swipe", G_CALLBACK (on_swipe), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (gesture));
}
