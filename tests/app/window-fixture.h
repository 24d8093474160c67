/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widget-fixture.h"

#include <adwaita.h>

#include "remit-window.h"

/* What the windows are made from. */
extern AdwApplication *application;
extern RemitCatalog *catalog;
extern GSettings *settings;

void window_fixture_init (int *argc, char ***argv);
int window_fixture_run (void);

RemitWindow *open_window (void); /* (transfer none) */
void close_window (RemitWindow *window);
void reset_settings (void);

void assert_shows (RemitWindow *window, const char *framework, const char *layer, const char *model);
gboolean shows (RemitWindow *window, const char *framework);
GFile *get_document (const char *name); /* (transfer full): of tests/data/frameworks */
void open_document (RemitWindow *window, const char *name);
const char *find_text (GtkWidget *widget, const char *words); /* (nullable) */
GtkWindow *find_dialog (RemitWindow *window);                 /* (transfer none) (nullable) */
