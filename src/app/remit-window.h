/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "remit-picture-store.h"

G_BEGIN_DECLS

#define REMIT_TYPE_WINDOW (remit_window_get_type ())
G_DECLARE_FINAL_TYPE (RemitWindow, remit_window, REMIT, WINDOW, AdwApplicationWindow)

int remit_window_foresee_height (double text_scale, int width, int height);
RemitWindow *remit_window_new (AdwApplication *application, RemitCatalog *catalog, GSettings *settings, RemitPictureStore *store);
RemitSelection *remit_window_get_selection (RemitWindow *self); /* (transfer none) */
RemitFramework *remit_window_get_framework (RemitWindow *self); /* (transfer none) (nullable) */
void remit_window_open (RemitWindow *self, GSList *files, const char *service_model, const char *layer, GApplicationCommandLine *command_line);
void remit_window_show (RemitWindow *self, RemitFramework *framework, const char *service_model, const char *layer,
                        GApplicationCommandLine *command_line);
void remit_window_show_finding (RemitWindow *self, RemitFinding *finding);
void remit_window_find (RemitWindow *self, const char *words);

G_END_DECLS
