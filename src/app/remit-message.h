/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "libremit-model.h"

G_BEGIN_DECLS

AdwMessageDialog *remit_message_new_question (GtkWindow *window, const char *heading, const char *text); /* (transfer none) */
void remit_message_present (GtkWindow *window, const char *heading, const char *text);
AdwToast *remit_message_tell (GtkWidget *widget, const char *title, const char *text); /* (transfer none) (nullable) */
guint remit_message_add_problems (GString *text, const char *name, GListModel *problems, RemitSeverity severity);

G_END_DECLS
