/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Whether the window shows what it is there for. */
typedef gboolean (*ReadyFunc) (GtkWindow *window);

void tell_first_frame (GtkApplication *application, ReadyFunc ready);
