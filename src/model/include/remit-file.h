/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean remit_file_save (GFile *file, GBytes *bytes, const char *name, GError **error);

G_END_DECLS
