// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-values.h"

G_BEGIN_DECLS

/**
 * AtlasSample:
 * @sorted: (array length=n): the values that are not missing, ascending; owned
 * @n: how many
 *
 * Values without their features and their gaps: what a classifier sees.
 */
typedef struct {
  const double *sorted;
  gsize n;
} AtlasSample;

AtlasSample atlas_sample_new (const AtlasValues *values);
AtlasSample atlas_sample_new_ends (const AtlasValues *values);
void atlas_sample_clear (AtlasSample *self);

double atlas_sample_min (const AtlasSample *self);
double atlas_sample_max (const AtlasSample *self);
double atlas_sample_mean (const AtlasSample *self);
double atlas_sample_deviation (const AtlasSample *self);
double atlas_sample_quantile (const AtlasSample *self, guint i, guint of);
gsize atlas_sample_count_up_to (const AtlasSample *self, double bound);

/* On the line from @a (@t = 0) to @b (1): equal ends stay what they are, large ones do not overflow. */
static inline double
atlas_real_between (double a, double b, double t)
{
  double way = b - a;

  return isfinite (way) ? a + way * t : a * (1 - t) + b * t;
}

/* The inverse: how far from @low (0) to @high (1) the value lies; @low < @high. */
static inline double
atlas_real_share (double low, double high, double value)
{
  double way = high - low;

  return isfinite (way) ? (value - low) / way : (value / 2 - low / 2) / (high / 2 - low / 2);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasSample, atlas_sample_clear)

G_END_DECLS
