/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RemitChosenFunc:
 * @data: what was given to remit_choose_file()
 * @file: (transfer none): what was chosen
 */
typedef void (*RemitChosenFunc) (gpointer data, GFile *file);

void remit_choose_file (GtkWindow *window, GtkFileChooserAction action, const char *title, const char *name, const char *kind,
                        const char *suffix, RemitChosenFunc func, gpointer data, GDestroyNotify data_free);

G_END_DECLS
