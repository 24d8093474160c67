/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "libremit-model.h"

G_BEGIN_DECLS

GtkWidget *remit_source_row_new (RemitSource *source);

G_END_DECLS
