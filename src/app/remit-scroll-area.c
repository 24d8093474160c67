/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-scroll-area.h"

#include <math.h>

/* @adjustment: (nullable): its changes have @widget allocate its children anew */
void
remit_scroll_area_set_adjustment (RemitScrollArea *self,
                                  GtkWidget       *widget,
                                  GtkOrientation   orientation,
                                  GtkAdjustment   *adjustment)
{
  if (self->adjustments[orientation] == adjustment)
    return;
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], gtk_widget_queue_allocate, widget);
  g_clear_object (&self->adjustments[orientation]);
  if (adjustment != NULL)
    {
      self->adjustments[orientation] = g_object_ref_sink (adjustment);
      g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), widget);
    }
  gtk_widget_queue_allocate (widget);
}

/* Right to left, the view begins at the right end. */
static gboolean
is_from_end (GtkWidget     *widget,
             GtkOrientation orientation)
{
  return orientation == GTK_ORIENTATION_HORIZONTAL && gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
}

/* Called in an allocation, so a change of the value must not ask for another one. */
static void
configure (RemitScrollArea *self,
           GtkWidget       *widget,
           GtkOrientation   orientation,
           double           size,
           double           page,
           double           frozen)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double value, upper = MAX (size, page);

  self->frozen[orientation] = frozen <= page / 2 ? frozen : 0; /* what is scrolled has more room than what is not */
  if (adjustment == NULL)
    return;
  value = gtk_adjustment_get_value (adjustment);
  if (is_from_end (widget, orientation))
    value += (upper - page) - (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment));
  g_signal_handlers_block_by_func (adjustment, gtk_widget_queue_allocate, widget);
  gtk_adjustment_configure (adjustment, value, 0, upper, page * 0.1, (page - self->frozen[orientation]) * 0.9, page);
  g_signal_handlers_unblock_by_func (adjustment, gtk_widget_queue_allocate, widget);
}

/**
 * remit_scroll_area_configure:
 * @width: of what is scrolled, in CSS pixels
 * @height: of what is scrolled
 * @frozen: its first columns and rows that should stay in sight
 *
 * Right to left, the view begins at the right end and keeps its distance from there. What should stay in sight does unless it would take
 * more than half of the view.
 */
void
remit_scroll_area_configure (RemitScrollArea       *self,
                             GtkWidget             *widget,
                             double                 width,
                             double                 height,
                             const graphene_size_t *frozen)
{
  configure (self, widget, GTK_ORIENTATION_HORIZONTAL, width, gtk_widget_get_width (widget), frozen->width);
  configure (self, widget, GTK_ORIENTATION_VERTICAL, height, gtk_widget_get_height (widget), frozen->height);
}

/* @first: (out): where what is scrolled lies when it is not scrolled. Returns: where it lies now */
static float
get_origin (RemitScrollArea *self,
            GtkWidget       *widget,
            GtkOrientation   orientation,
            float           *first)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  *first = 0;
  if (adjustment == NULL)
    return 0;
  if (is_from_end (widget, orientation))
    *first = (float) (gtk_adjustment_get_page_size (adjustment) - gtk_adjustment_get_upper (adjustment));
  return (float) -floor (gtk_adjustment_get_value (adjustment));
}

/* @panes: (out) */
void
remit_scroll_area_get_panes (RemitScrollArea *self,
                             GtkWidget       *widget,
                             RemitPane        panes[REMIT_N_PANES])
{
  graphene_point_t first;
  float x = get_origin (self, widget, GTK_ORIENTATION_HORIZONTAL, &first.x);
  float y = get_origin (self, widget, GTK_ORIENTATION_VERTICAL, &first.y);
  float start = x != first.x ? (float) self->frozen[GTK_ORIENTATION_HORIZONTAL] : 0;
  float top = y != first.y ? (float) self->frozen[GTK_ORIENTATION_VERTICAL] : 0;
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  gboolean from_end = is_from_end (widget, GTK_ORIENTATION_HORIZONTAL);

  for (guint i = 0; i < REMIT_N_PANES; i++)
    {
      gboolean is_start = (i & REMIT_PANE_START) != 0, is_top = (i & REMIT_PANE_TOP) != 0;
      float w = is_start ? start : width - start;

      panes[i].origin = GRAPHENE_POINT_INIT (is_start ? first.x : x, is_top ? first.y : y);
      graphene_rect_init (&panes[i].area, is_start != from_end ? 0 : width - w, is_top ? 0 : top, w, is_top ? top : height - top);
    }
}

static void
clamp (RemitScrollArea *self,
       GtkWidget       *widget,
       GtkOrientation   orientation,
       double           lower,
       double           upper)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double frozen = self->frozen[orientation];
  gboolean from_end = is_from_end (widget, orientation);

  if (adjustment == NULL)
    return;
  if (from_end ? (lower + upper) / 2 > gtk_adjustment_get_upper (adjustment) - frozen : (lower + upper) / 2 < frozen)
    return; /* it is always in sight */
  g_signal_handlers_block_by_func (adjustment, gtk_widget_queue_allocate, widget);
  gtk_adjustment_clamp_page (adjustment, from_end ? lower : lower - frozen, from_end ? upper + frozen : upper);
  g_signal_handlers_unblock_by_func (adjustment, gtk_widget_queue_allocate, widget);
}

/* Scrolls as little as shows @shape of what is scrolled. Children must be allocated anew afterwards. */
void
remit_scroll_area_show (RemitScrollArea       *self,
                        GtkWidget             *widget,
                        const graphene_rect_t *shape)
{
  clamp (self, widget, GTK_ORIENTATION_HORIZONTAL, shape->origin.x, shape->origin.x + shape->size.width);
  clamp (self, widget, GTK_ORIENTATION_VERTICAL, shape->origin.y, shape->origin.y + shape->size.height);
}

/* What GObjectClass.get_property() does for the properties of a GtkScrollable. */
void
remit_scroll_area_get_property (RemitScrollArea *self,
                                GParamSpec      *pspec,
                                GValue          *value)
{
  GtkOrientation orientation = *pspec->name == 'h' ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;

  if (G_VALUE_HOLDS_ENUM (value))
    g_value_set_enum (value, (int) self->policies[orientation]);
  else
    g_value_set_object (value, self->adjustments[orientation]);
}

/* As GObjectClass.set_property(). */
void
remit_scroll_area_set_property (RemitScrollArea *self,
                                GtkWidget       *widget,
                                GParamSpec      *pspec,
                                const GValue    *value)
{
  GtkOrientation orientation = *pspec->name == 'h' ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;

  if (G_VALUE_HOLDS_ENUM (value))
    self->policies[orientation] = (GtkScrollablePolicy) g_value_get_enum (value);
  else
    remit_scroll_area_set_adjustment (self, widget, orientation, g_value_get_object (value));
}
