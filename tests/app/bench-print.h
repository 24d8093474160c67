/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Prints the medians of @values and of @floors, both of doubles, and their ratio. */
void bench_print (const char *name, const char *unit, GArray *values, GArray *floors, double limit);
