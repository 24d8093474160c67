/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Side by side, and those that do not fit in the next line, as words in a text. */
#define REMIT_TYPE_WRAP_LAYOUT (remit_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (RemitWrapLayout, remit_wrap_layout, REMIT, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
