/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "remit-look.h"

G_BEGIN_DECLS

/* A move from one service model to another: a picture that plays it, and what it means in words. */
#define REMIT_TYPE_MOVE_VIEW (remit_move_view_get_type ())
G_DECLARE_FINAL_TYPE (RemitMoveView, remit_move_view, REMIT, MOVE_VIEW, GtkWidget)

GtkWidget *remit_move_view_new (void);
void remit_move_view_set_comparison (RemitMoveView *self, RemitComparison *comparison);
void remit_move_view_set_look (RemitMoveView *self, const RemitLook *look);
void remit_move_view_play (RemitMoveView *self);

G_END_DECLS
