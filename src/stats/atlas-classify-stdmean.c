// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-classifier-private.h"

#include <glib/gi18n-lib.h>

/* Bounds stay even where no value reaches them: the distance from the mean is what this map is about. */
static guint
bounds_stdmean (const AtlasSample *sample, const AtlasClassifyOptions *options, double *bounds)
{
  static const double multiples[] = { -2, -1, 1, 2 };
  double mean = atlas_sample_mean (sample);
  double deviation = atlas_sample_deviation (sample);
  guint n = 0;

  for (; n < G_N_ELEMENTS (multiples); n++)
    bounds[n] = CLAMP (mean + multiples[n] * deviation, -G_MAXDOUBLE, G_MAXDOUBLE);
  if (bounds[n - 1] < atlas_sample_max (sample))
    bounds[n++] = atlas_sample_max (sample);
  return n;
}

const AtlasClassifier _atlas_classify_stdmean = {
  .name = "stdmean",
  .title = N_ ("Standard deviations"),
  .description = N_ (
      "One and two standard deviations about the mean: shows what is unusual when values are spread like a bell"),
  .bounds = bounds_stdmean,
};
