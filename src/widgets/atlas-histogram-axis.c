// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-histogram-axis.h"

#include <math.h>

/* A mean nearer to the low end than this crowds all breaks there; the axis is then bent to bring the mean to a third.
 */
#define CROWDED_MEAN 0.15
#define WANTED_MEAN  (1 / 3.0)
#define LEAST_POWER  0.2

static double
measure_mean_place (const AtlasHistogramAxis *self, const AtlasValues *values)
{
  double sum = 0;
  gsize n = 0;

  for (gsize i = 0; i < values->n; i++) {
    if (isnan (values->values[i]))
      continue;
    sum += atlas_histogram_axis_to_place (self, values->values[i]);
    n++;
  }
  return n > 0 ? sum / (double) n : 0.5;
}

static double
choose_power (double mean_place)
{
  if (mean_place <= 0 || mean_place >= CROWDED_MEAN)
    return 1;
  return MAX (log (WANTED_MEAN) / log (mean_place), LEAST_POWER);
}

static AtlasHistogram *
count_places (const AtlasHistogramAxis *self, const AtlasValues *values, guint n_bins)
{
  g_autofree double *places = g_new (double, values->n);
  g_autoptr (AtlasValues) bent = NULL;

  for (gsize i = 0; i < values->n; i++)
    places[i] = isnan (values->values[i]) ? NAN : atlas_histogram_axis_to_place (self, values->values[i]);
  bent = atlas_values_new_from_reals (places, values->n, NULL);
  return atlas_histogram_new (bent, n_bins);
}

/**
 * atlas_histogram_axis_fit:
 * @self: (out caller-allocates): the axis
 * @values: what shall be seen
 * @n_bins: how many bins are wanted
 *
 * Chooses an axis on which the values can be told apart: even, or stretched at its low end where most values crowd
 * there. The bins are equally wide on the axis; where it is bent, the ends of the histogram are places on it.
 *
 * Returns: (transfer full): how many values lie in each bin
 */
AtlasHistogram *
atlas_histogram_axis_fit (AtlasHistogramAxis *self, const AtlasValues *values, guint n_bins)
{
  AtlasHistogram *even = atlas_histogram_new (values, n_bins);

  *self = (AtlasHistogramAxis){ even->low, even->high, 1 };
  /* Whole numbers that have a bin each can be told apart as they are. */
  if (!values->integer || even->n_bins == n_bins)
    self->power = choose_power (measure_mean_place (self, values));
  if (self->power == 1)
    return even;
  atlas_histogram_free (even);
  return count_places (self, values, n_bins);
}

/**
 * atlas_histogram_axis_to_place:
 * @self: an axis
 * @value: a number
 *
 * Returns: where it lies, 0…1; in the middle when all values are the same
 */
double
atlas_histogram_axis_to_place (const AtlasHistogramAxis *self, double value)
{
  double share;

  if (!(self->low < self->high))
    return 0.5;
  share = (value / 2 - self->low / 2) / (self->high / 2 - self->low / 2);
  return pow (CLAMP (share, 0, 1), self->power);
}

/**
 * atlas_histogram_axis_to_value:
 * @self: an axis
 * @place: 0…1
 *
 * Returns: the value that lies there
 */
double
atlas_histogram_axis_to_value (const AtlasHistogramAxis *self, double place)
{
  double share = pow (CLAMP (place, 0, 1), 1 / self->power);

  return self->low * (1 - share) + self->high * share;
}
