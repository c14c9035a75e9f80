// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-summary.h"

#include "atlas-sample.h"

/**
 * atlas_summary_new:
 *
 * Quartiles are of type 7, see [func@sample_quantile].
 *
 * Returns: the values in a few numbers
 */
AtlasSummary
atlas_summary_new (const AtlasValues *values)
{
  g_auto (AtlasSample) sample = atlas_sample_new (values);

  if (sample.n == 0)
    return (AtlasSummary){ 0, values->n_missing, NAN, NAN, NAN, NAN, NAN, NAN, NAN };
  return (AtlasSummary){ .n = sample.n,
                         .n_missing = values->n_missing,
                         .min = atlas_sample_min (&sample),
                         .max = atlas_sample_max (&sample),
                         .mean = atlas_sample_mean (&sample),
                         .deviation = atlas_sample_deviation (&sample),
                         .lower_quartile = atlas_sample_quantile (&sample, 1, 4),
                         .median = atlas_sample_quantile (&sample, 1, 2),
                         .upper_quartile = atlas_sample_quantile (&sample, 3, 4) };
}
