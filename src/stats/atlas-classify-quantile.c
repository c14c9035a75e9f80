// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-classifier-private.h"

#include <glib/gi18n-lib.h>

static guint
bounds_quantile (const AtlasSample *sample, const AtlasClassifyOptions *options, double *bounds)
{
  guint n = 0;

  for (guint i = 1; i <= options->n_classes; i++) {
    double bound = atlas_sample_quantile (sample, i, options->n_classes);

    if (n == 0 || bound > bounds[n - 1])
      bounds[n++] = bound;
  }
  return n;
}

const AtlasClassifier _atlas_classify_quantile = {
  .name = "quantile",
  .title = N_ ("Quantiles"),
  .description = N_ ("As many features in each class: good for ranks, and every colour is seen"),
  .chooses_classes = TRUE,
  .bounds = bounds_quantile,
};
