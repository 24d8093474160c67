/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Returns: (transfer full): for what bench_add() takes */
GArray *bench_values_new (void);

void bench_add (GArray *values, double value);

/* Prints the medians of @values and of @floors, their ratio, and the limit of that. Frees both arrays.
 *
 * Returns: whether the ratio is within the limit */
gboolean bench_print (const char *name, const char *unit, GArray *values, GArray *floors, double limit);
