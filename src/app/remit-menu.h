/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void remit_menu_insert (GMenu *menu, int position, const char *title, const char *action, const char *target);
void remit_menu_button_set_text (GtkMenuButton *button, const char *text, const char *name);
void remit_menu_button_set_model (GtkMenuButton *button, GMenuModel *model);

G_END_DECLS
