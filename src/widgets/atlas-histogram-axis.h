// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-histogram.h"

G_BEGIN_DECLS

/**
 * AtlasHistogramAxis:
 * @low: value at the left end
 * @high: value at the right end; equal to @low when all values are the same
 * @power: 1 for an even axis; less stretches its low end
 *
 * Where values lie between the ends of a histogram: 0 is the left end, 1 the right one.
 */
typedef struct {
  double low;
  double high;
  double power;
} AtlasHistogramAxis;

AtlasHistogram *atlas_histogram_axis_fit (AtlasHistogramAxis *self, const AtlasValues *values, guint n_bins);
double atlas_histogram_axis_to_place (const AtlasHistogramAxis *self, double value);
double atlas_histogram_axis_to_value (const AtlasHistogramAxis *self, double place);

G_END_DECLS
