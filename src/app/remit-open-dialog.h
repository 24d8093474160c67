/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-opener.h"

G_BEGIN_DECLS

void remit_open_dialog_show (GtkWindow *window, RemitOpener *opener);

G_END_DECLS
