// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-classifier-private.h"

#define SURE_DIGITS 15 /* of a root; rounded to them, 1000 in three steps gives 10 and not 9.999999999999998 */

/* @k bounds from above @first to @last, each the same multiple of the one before; both have the same sign. */
static guint
add_progression (double first, double last, guint k, double *bounds)
{
  double size = log (fabs (first));
  double ratio = log (fabs (last)) - size;

  for (guint i = 1; i < k; i++)
    bounds[i - 1] = atlas_number_round_scientific (copysign (exp (size + ratio * i / k), first), SURE_DIGITS);
  bounds[k - 1] = last;
  return k;
}

/* The smallest value above zero; there is one. */
static double
smallest_positive (const AtlasSample *sample)
{
  return sample->sorted[atlas_sample_count_up_to (sample, 0)];
}

/* The largest value below zero; there is one. */
static double
largest_negative (const AtlasSample *sample)
{
  return sample->sorted[atlas_sample_count_up_to (sample, nextafter (0, -1)) - 1];
}

/* The bounds of a geometric progression. A scale of multiples knows no zero: where there are values on both sides of
 * it, those up to zero are a class by themselves; where all are negative or zero, it runs the other way. */
guint
_atlas_progression_bounds (const AtlasSample *sample, guint n_classes, double *bounds)
{
  double min = atlas_sample_min (sample);
  double max = atlas_sample_max (sample);

  if (min > 0 || max < 0)
    return add_progression (min, max, n_classes, bounds);
  if (max > 0) {
    bounds[0] = 0;
    return 1 + add_progression (smallest_positive (sample), max, n_classes - 1, bounds + 1);
  }
  add_progression (min, largest_negative (sample), n_classes - 1, bounds);
  bounds[n_classes - 1] = 0;
  return n_classes;
}
