/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-print.h"

GArray *
bench_values_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

void
bench_add (GArray *values,
           double  value)
{
  g_array_append_val (values, value);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

static double
take_median (GArray *values)
{
  double median;

  g_assert_cmpuint (values->len, >, 0);
  g_array_sort (values, compare_doubles);
  median = g_array_index (values, double, values->len / 2);
  g_array_unref (values);
  return median;
}

gboolean
bench_print (const char *name,
             const char *unit,
             GArray     *values,
             GArray     *floors,
             double      limit)
{
  double value = take_median (values);
  double floor = take_median (floors);
  double ratio = value / floor;

  /* build-aux/bench-table reads this */
  g_print ("bench %s: %.3f %s, floor %.3f %s, ratio %.2f, %slimit %g\n", name, value, unit, floor, unit, ratio,
           ratio > limit ? "over the " : "", limit);
  return ratio <= limit;
}
