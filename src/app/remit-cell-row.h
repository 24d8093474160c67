/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "libremit-model.h"

G_BEGIN_DECLS

GtkWidget *remit_cell_row_new (const char *framework, RemitResponsibility *cell);
void remit_cell_row_set_detail (GtkWidget *row, const char *detail);

G_END_DECLS
