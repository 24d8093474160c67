/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-progress.h"
#include "remit-window.h"

G_BEGIN_DECLS

/* Onboarding sessions: planned, run, and what is kept of them. */
#define REMIT_TYPE_SESSION_WINDOW (remit_session_window_get_type ())
G_DECLARE_FINAL_TYPE (RemitSessionWindow, remit_session_window, REMIT, SESSION_WINDOW, AdwWindow)

GtkWidget *remit_session_window_new (RemitWindow *window, RemitProgress *progress, RemitCatalog *frameworks, RemitStoryboardCatalog *lessons);
void remit_session_window_open (RemitSessionWindow *self, GFile *file);

G_END_DECLS
