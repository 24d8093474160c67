/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "remit-library.h"

G_BEGIN_DECLS

/* Shows in a window what is asked for, some of which must be read first, and says in the window what cannot be shown, and why. */
#define REMIT_TYPE_OPENER (remit_opener_get_type ())
G_DECLARE_FINAL_TYPE (RemitOpener, remit_opener, REMIT, OPENER, GObject)

RemitOpener *remit_opener_new (GtkWindow *window, AdwToastOverlay *toasts, RemitLibrary *library, RemitSelection *selection);
void remit_opener_restore (RemitOpener *self, const char *key, const char *service_model, const char *layer);
void remit_opener_open (RemitOpener *self, GSList *files, const char *service_model, const char *layer, GApplicationCommandLine *command_line);
void remit_opener_show (RemitOpener *self, RemitFramework *framework, const char *service_model, const char *layer,
                        GApplicationCommandLine *command_line);
void remit_opener_show_finding (RemitOpener *self, RemitFinding *finding);
void remit_opener_read_catalog (RemitOpener *self);
void remit_opener_forget (RemitOpener *self);
gboolean remit_opener_is_restoring (RemitOpener *self);

G_END_DECLS
