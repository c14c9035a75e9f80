// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-classifier-private.h"

#include <glib/gi18n-lib.h>

static guint
bounds_geometric (const AtlasSample *sample, const AtlasClassifyOptions *options, double *bounds)
{
  return _atlas_progression_bounds (sample, options->n_classes, bounds);
}

const AtlasClassifier _atlas_classify_geometric = {
  .name = "geometric",
  .title = N_ ("Geometric progression"),
  .description = N_ ("Each class as many times larger as the one before: for values over several magnitudes"),
  .chooses_classes = TRUE,
  .bounds = bounds_geometric,
};
