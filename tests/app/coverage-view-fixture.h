/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widget-fixture.h"

#include "remit-coverage-view.h"

#define BOX (100 / 58.0) /* from one picture to the next */

/* A view of coverage in a window of its own. */
typedef struct
{
  RemitCoverage *coverage;
  GtkWidget *view;
  GtkWidget *picture;
  GtkWidget *scale;
  GtkWindow *window;
} Fixture;

Fixture begin (int width, int height, double text_scale); /* nothing is drawn yet */
Fixture set_up (int width, int height, double text_scale);
void tear_down (Fixture *self);
void set_animations (gboolean on);
void set_position (Fixture *self, double position);
double get_shown (Fixture *self);
gboolean shows (Fixture *self, double position);
RemitDiagramItem *get_item (Fixture *self, const char *kind, const char *id);
void click (RemitDiagramItem *item);
