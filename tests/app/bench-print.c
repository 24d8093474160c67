/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-print.h"

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

static double
get_median (GArray *values)
{
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, values->len / 2);
}

void
bench_print (const char *name,
             const char *unit,
             GArray     *values,
             GArray     *floors,
             double      limit)
{
  double value = get_median (values);
  double floor = get_median (floors);

  g_print ("bench %s: %.2f %s, floor %.2f %s, ratio %.2f%s", name, value, unit, floor, unit, value / floor,
           value / floor > limit ? "" : "\n");
  if (value / floor > limit)
    g_print (", over the limit %g\n", limit);
}
