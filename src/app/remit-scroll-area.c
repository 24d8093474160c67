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

/* Called in an allocation, so a change of the value must not ask for another one. */
static void
configure (GtkAdjustment *adjustment,
           GtkWidget     *widget,
           gboolean       from_end,
           double         size,
           double         page)
{
  double value, upper = MAX (size, page);

  if (adjustment == NULL)
    return;
  value = gtk_adjustment_get_value (adjustment);
  if (from_end)
    value += (upper - page) - (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment));
  g_signal_handlers_block_by_func (adjustment, gtk_widget_queue_allocate, widget);
  gtk_adjustment_configure (adjustment, value, 0, upper, page * 0.1, page * 0.9, page);
  g_signal_handlers_unblock_by_func (adjustment, gtk_widget_queue_allocate, widget);
}

/**
 * remit_scroll_area_configure:
 * @width: of what is scrolled, in CSS pixels
 * @height: of what is scrolled
 *
 * Right to left, the view begins at the right end and keeps its distance from there.
 */
void
remit_scroll_area_configure (RemitScrollArea *self,
                             GtkWidget       *widget,
                             double           width,
                             double           height)
{
  configure (self->adjustments[GTK_ORIENTATION_HORIZONTAL], widget, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL, width,
             gtk_widget_get_width (widget));
  configure (self->adjustments[GTK_ORIENTATION_VERTICAL], widget, FALSE, height, gtk_widget_get_height (widget));
}

/* Where the corner of what is scrolled lies in the widget. */
graphene_point_t
remit_scroll_area_get_origin (RemitScrollArea *self)
{
  GtkAdjustment *x = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *y = self->adjustments[GTK_ORIENTATION_VERTICAL];

  return GRAPHENE_POINT_INIT ((float) (x != NULL ? -floor (gtk_adjustment_get_value (x)) : 0),
                              (float) (y != NULL ? -floor (gtk_adjustment_get_value (y)) : 0));
}

static void
clamp (GtkAdjustment *adjustment,
       GtkWidget     *widget,
       double         lower,
       double         upper)
{
  if (adjustment == NULL)
    return;
  g_signal_handlers_block_by_func (adjustment, gtk_widget_queue_allocate, widget);
  gtk_adjustment_clamp_page (adjustment, lower, upper);
  g_signal_handlers_unblock_by_func (adjustment, gtk_widget_queue_allocate, widget);
}

/* Scrolls as little as shows @shape of what is scrolled. Children must be allocated anew afterwards. */
void
remit_scroll_area_show (RemitScrollArea       *self,
                        GtkWidget             *widget,
                        const graphene_rect_t *shape)
{
  clamp (self->adjustments[GTK_ORIENTATION_HORIZONTAL], widget, shape->origin.x, shape->origin.x + shape->size.width);
  clamp (self->adjustments[GTK_ORIENTATION_VERTICAL], widget, shape->origin.y, shape->origin.y + shape->size.height);
}
