/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children of one size, in as few rows as they have room in, and as many in each row: four are 4 or 2 + 2, never 3 + 1. */
#define REMIT_TYPE_EVEN_LAYOUT (remit_even_layout_get_type ())
G_DECLARE_FINAL_TYPE (RemitEvenLayout, remit_even_layout, REMIT, EVEN_LAYOUT, GtkLayoutManager)

G_END_DECLS
