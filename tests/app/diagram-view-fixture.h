/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widget-fixture.h"

#include "remit-diagram-view.h"

#define MATRIX_WIDTH 900
#define STACK_WIDTH 420

/* A view of a framework in a window of its own. */
typedef struct
{
  RemitSelection *selection;
  GtkWidget *view;
  GtkWindow *window;
} Fixture;

void set_look (GtkWidget *view, RemitTheme theme, double text_scale);
Fixture set_up (RemitFramework *framework, int width);
void tear_down (Fixture *self);
RemitFramework *get_azure (void);
void click (Fixture *self, const char *layer, const char *model);
void assert_selected (Fixture *self, const char *layer, const char *model);
void assert_pressed (Fixture *self);
void assert_focus (Fixture *self, const char *layer, const char *model);
void focus (Fixture *self, const char *layer, const char *model);
void move (Fixture *self, GtkDirectionType direction);
