/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Whether what is drawn stands out from what is behind it, as WCAG 2.2 asks. Each fails the test that runs, and says where: @place. */
void check_root (const char *place, GtkWidget *root, guint least_texts);
void check_focus_in (const char *place, GtkWidget *part);
void check_focus (const char *place, GtkWindow *root);
