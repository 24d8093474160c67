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
  double frozen[2]; /* what stays in sight at the start of each orientation */
} RemitScrollArea;

/* What stays in sight, as in a spreadsheet: the start when scrolled sideways, the top when scrolled down; together the corner. */
typedef enum
{
  REMIT_PANE_START = 1 << 0,
  REMIT_PANE_TOP = 1 << 1,
  REMIT_N_PANES = 1 << 2
} RemitPanes;

/**
 * RemitPane:
 * @area: the part of the widget that it takes; empty where nothing has to be kept in sight
 * @origin: where the corner of what is scrolled would lie in the widget
 *
 * The four panes, by the flags of RemitPanes, tile the widget. Pane 0 is what is scrolled both ways.
 */
typedef struct
{
  graphene_rect_t area;
  graphene_point_t origin;
} RemitPane;

void remit_scroll_area_set_adjustment (RemitScrollArea *self, GtkWidget *widget, GtkOrientation orientation, GtkAdjustment *adjustment);
void remit_scroll_area_configure (RemitScrollArea *self, GtkWidget *widget, double width, double height, const graphene_size_t *frozen);
void remit_scroll_area_get_panes (RemitScrollArea *self, GtkWidget *widget, RemitPane panes[REMIT_N_PANES]);
void remit_scroll_area_show (RemitScrollArea *self, GtkWidget *widget, const graphene_rect_t *shape);
void remit_scroll_area_get_property (RemitScrollArea *self, GParamSpec *pspec, GValue *value);
void remit_scroll_area_set_property (RemitScrollArea *self, GtkWidget *widget, GParamSpec *pspec, const GValue *value);

G_END_DECLS
