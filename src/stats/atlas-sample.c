// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-sample.h"

#include "atlas-radix-sort.h"

/**
 * atlas_sample_new:
 *
 * Returns: (transfer full): the values that are there, sorted
 */
AtlasSample
atlas_sample_new (const AtlasValues *values)
{
  double *sorted = g_new (double, MAX (values->n, 1));
  gsize n = 0;

  for (gsize i = 0; i < values->n; i++)
    if (!isnan (values->values[i]))
      sorted[n++] = values->values[i];
  atlas_radix_sort_reals (sorted, n);
  return (AtlasSample){ sorted, n };
}

/**
 * atlas_sample_new_ends:
 *
 * As [func@Sample.new] for whoever asks no more of it, in a fraction of the time.
 *
 * Returns: (transfer full): the smallest and the largest value, or nothing where all are missing
 */
AtlasSample
atlas_sample_new_ends (const AtlasValues *values)
{
  double *ends = g_new (double, 2);

  ends[0] = INFINITY;
  ends[1] = -INFINITY;
  for (gsize i = 0; i < values->n; i++) {
    ends[0] = values->values[i] < ends[0] ? values->values[i] : ends[0];
    ends[1] = values->values[i] > ends[1] ? values->values[i] : ends[1];
  }
  return (AtlasSample){ ends, ends[0] <= ends[1] ? 2 : 0 };
}

void
atlas_sample_clear (AtlasSample *self)
{
  g_free ((gpointer) self->sorted);
  *self = (AtlasSample){ NULL, 0 };
}

/**
 * atlas_sample_min:
 * @self: not empty
 *
 * Returns: the smallest value
 */
double
atlas_sample_min (const AtlasSample *self)
{
  return self->sorted[0];
}

/**
 * atlas_sample_max:
 * @self: not empty
 *
 * Returns: the largest value
 */
double
atlas_sample_max (const AtlasSample *self)
{
  return self->sorted[self->n - 1];
}

/**
 * atlas_sample_mean:
 * @self: not empty
 *
 * Returns: the arithmetic mean, never outside the values
 */
double
atlas_sample_mean (const AtlasSample *self)
{
  long double sum = 0;
  double mean;

  for (gsize i = 0; i < self->n; i++)
    sum += self->sorted[i];
  mean = (double) (sum / self->n);
  return CLAMP (mean, atlas_sample_min (self), atlas_sample_max (self));
}

/**
 * atlas_sample_deviation:
 *
 * Returns: the standard deviation of a sample, with n − 1 in the divisor; 0 for fewer than two values
 */
double
atlas_sample_deviation (const AtlasSample *self)
{
  long double sum = 0;
  long double mean;

  if (self->n < 2)
    return 0;
  mean = atlas_sample_mean (self);
  for (gsize i = 0; i < self->n; i++)
    sum += (self->sorted[i] - mean) * (self->sorted[i] - mean);
  return (double) sqrtl (sum / (self->n - 1));
}

/**
 * atlas_sample_quantile:
 * @self: not empty
 * @i: which, from 0, the minimum, to @of, the maximum
 * @of: into how many equal shares the values are cut
 *
 * The quantile that most programs mean: linear between the two nearest values, type 7 of Hyndman and Fan (1996),
 * “Sample Quantiles in Statistical Packages”. Found with whole numbers, so that one which falls on a value is it.
 *
 * Returns: the value that @i / @of of the values do not exceed
 */
double
atlas_sample_quantile (const AtlasSample *self, guint i, guint of)
{
  gsize place = (self->n - 1) * i;
  gsize low = place / of;

  if (low + 1 >= self->n)
    return atlas_sample_max (self);
  return atlas_real_between (self->sorted[low], self->sorted[low + 1], place % of / (double) of);
}

/**
 * atlas_sample_count_up_to:
 *
 * Returns: how many values do not exceed @bound
 */
gsize
atlas_sample_count_up_to (const AtlasSample *self, double bound)
{
  gsize low = 0;
  gsize high = self->n;

  while (low < high) {
    gsize middle = low + (high - low) / 2;

    if (self->sorted[middle] <= bound)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}
