/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define REMIT_TYPE_PREFERENCES (remit_preferences_get_type ())
G_DECLARE_FINAL_TYPE (RemitPreferences, remit_preferences, REMIT, PREFERENCES, AdwPreferencesWindow)

GtkWidget *remit_preferences_new (GSettings *settings);

G_END_DECLS
