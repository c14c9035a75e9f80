// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-histogram.h"

#include "atlas-sample.h"

typedef struct {
  double low;
  double high;
  guint n_bins;
} Bins;

static void
measure_range (const AtlasValues *values, double *min, double *max)
{
  *min = INFINITY;
  *max = -INFINITY;
  for (gsize i = 0; i < values->n; i++) {
    *min = values->values[i] < *min ? values->values[i] : *min;
    *max = values->values[i] > *max ? values->values[i] : *max;
  }
}

/* Whole numbers get bins as wide as a whole number and about it; otherwise some bins would hold one number more than
 * their neighbours, and the picture would show teeth that the data do not have. */
static Bins
choose_bins (const AtlasValues *values, guint wanted)
{
  double min;
  double max;
  double width;
  guint n;

  measure_range (values, &min, &max);
  if (!(min <= max))
    return (Bins){ NAN, NAN, 0 };
  if (!values->integer)
    return (Bins){ min, max, min < max ? wanted : 1 };
  width = ceil ((max - min + 1) / wanted);
  n = (guint) ceil ((max - min + 1) / width);
  return (Bins){ min - 0.5, min - 0.5 + n * width, n };
}

static guint
find_bin (const Bins *bins, double value)
{
  double place = bins->low < bins->high ? atlas_real_share (bins->low, bins->high, value) * bins->n_bins : 0;

  return place > 0 ? (guint) MIN (ceil (place) - 1, bins->n_bins - 1.0) : 0;
}

/**
 * atlas_histogram_new:
 * @n_bins: how many are wanted, at least one; whole numbers get at most as many, and constants one
 *
 * Returns: (transfer full): the histogram
 */
AtlasHistogram *
atlas_histogram_new (const AtlasValues *values, guint n_bins)
{
  Bins bins = choose_bins (values, MAX (n_bins, 1));
  AtlasHistogram *self = g_malloc0 (sizeof *self + bins.n_bins * sizeof (gsize));

  self->low = bins.low;
  self->high = bins.high;
  self->n_bins = bins.n_bins;
  for (gsize i = 0; i < values->n; i++)
    if (!isnan (values->values[i]))
      self->counts[find_bin (&bins, values->values[i])]++;
  for (guint i = 0; i < self->n_bins; i++)
    self->largest = MAX (self->largest, self->counts[i]);
  return self;
}

/**
 * atlas_histogram_free:
 * @self: (transfer full): a histogram no longer needed
 */
void
atlas_histogram_free (AtlasHistogram *self)
{
  g_free (self);
}
