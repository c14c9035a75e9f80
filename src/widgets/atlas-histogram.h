// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-values.h"

G_BEGIN_DECLS

#define ATLAS_HISTOGRAM_BINS 60

/**
 * AtlasHistogram:
 * @min: smallest value
 * @max: largest value; above @min unless all are the same
 * @counts: values in each of the equal parts of the range
 * @most: the largest of @counts; 0 when there is no value at all
 *
 * How values are spread over their range.
 */
typedef struct {
  double min;
  double max;
  gsize counts[ATLAS_HISTOGRAM_BINS];
  gsize most;
} AtlasHistogram;

AtlasHistogram atlas_histogram_count (const AtlasValues *values);

/* Where @value lies in the range, 0…1; 0.5 when all values are the same. */
static inline double
atlas_histogram_normalise (const AtlasHistogram *self, double value)
{
  return self->max > self->min ? (value - self->min) / (self->max - self->min) : 0.5;
}

G_END_DECLS
