/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void remit_swipe_add (GtkWidget *widget, const char *next_action, const char *previous_action);

G_END_DECLS
