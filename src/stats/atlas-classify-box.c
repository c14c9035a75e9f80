// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-classifier-private.h"

#include <glib/gi18n-lib.h>

/* Tukey's box plot: fence, quartiles, fence; above the upper fence are the outliers, where there are any. */
static guint
bounds_box (const AtlasSample *sample, const AtlasClassifyOptions *options, double *bounds)
{
  double low = atlas_sample_quantile (sample, 1, 4);
  double high = atlas_sample_quantile (sample, 3, 4);
  double whisker = options->hinge * MIN (high - low, G_MAXDOUBLE);
  guint n = 5;

  bounds[0] = MAX (low - whisker, -G_MAXDOUBLE);
  bounds[1] = low;
  bounds[2] = atlas_sample_quantile (sample, 2, 4);
  bounds[3] = high;
  bounds[4] = MIN (high + whisker, G_MAXDOUBLE);
  if (bounds[4] < atlas_sample_max (sample))
    bounds[n++] = atlas_sample_max (sample);
  return n;
}

const AtlasClassifier _atlas_classify_box = {
  .name = "box",
  .title = N_ ("Box plot"),
  .description = N_ ("Quartiles, and outliers apart: shows the middle half and what lies far from it"),
  .bounds = bounds_box,
};
