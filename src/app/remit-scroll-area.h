/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a GtkScrollable keeps: its two adjustments, each by GtkOrientation and owned, and how they are used. */
typedef struct
{
  GtkAdjustment *adjustments[2];
  GtkScrollablePolicy policies[2];
} RemitScrollArea;

void remit_scroll_area_set_adjustment (RemitScrollArea *self, GtkWidget *widget, GtkOrientation orientation, GtkAdjustment *adjustment);
void remit_scroll_area_configure (RemitScrollArea *self, GtkWidget *widget, double width, double height);
graphene_point_t remit_scroll_area_get_origin (RemitScrollArea *self);
void remit_scroll_area_show (RemitScrollArea *self, GtkWidget *widget, const graphene_rect_t *shape);

G_END_DECLS
