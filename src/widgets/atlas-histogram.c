// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-histogram.h"

#include <math.h>

static void
measure_range (AtlasHistogram *self, const AtlasValues *values)
{
  self->min = G_MAXDOUBLE;
  self->max = -G_MAXDOUBLE;
  for (gsize i = 0; i < values->n; i++) {
    if (!isfinite (values->values[i]))
      continue;
    self->min = MIN (self->min, values->values[i]);
    self->max = MAX (self->max, values->values[i]);
  }
}

static guint
find_bin (const AtlasHistogram *self, double value)
{
  double place = atlas_histogram_normalise (self, value) * ATLAS_HISTOGRAM_BINS;

  return MIN ((guint) place, ATLAS_HISTOGRAM_BINS - 1);
}

/**
 * atlas_histogram_count:
 * @values: to be counted; missing ones are left out
 *
 * Counts the values in equal parts of their range; the largest belongs to the last part.
 *
 * Returns: the counts
 */
AtlasHistogram
atlas_histogram_count (const AtlasValues *values)
{
  AtlasHistogram self = { 0 };

  measure_range (&self, values);
  if (self.min > self.max)
    return (AtlasHistogram){ 0 };
  for (gsize i = 0; i < values->n; i++)
    if (isfinite (values->values[i]))
      self.counts[find_bin (&self, values->values[i])]++;
  for (guint bin = 0; bin < ATLAS_HISTOGRAM_BINS; bin++)
    self.most = MAX (self.most, self.counts[bin]);
  return self;
}
