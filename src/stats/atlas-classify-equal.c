// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-classifier-private.h"

#include <glib/gi18n-lib.h>

static guint
bounds_equal (const AtlasSample *sample, const AtlasClassifyOptions *options, double *bounds)
{
  guint k = options->n_classes;
  double min = atlas_sample_min (sample);
  double max = atlas_sample_max (sample);

  for (guint i = 1; i < k; i++)
    bounds[i - 1] = atlas_real_between (min, max, i / (double) k);
  bounds[k - 1] = max;
  return k;
}

const AtlasClassifier _atlas_classify_equal = {
  .name = "equal",
  .title = N_ ("Equal intervals"),
  .description = N_ ("Classes equally wide: easy to read, good for evenly spread values and for comparing maps"),
  .chooses_classes = TRUE,
  .asks_ends = TRUE,
  .bounds = bounds_equal,
};
