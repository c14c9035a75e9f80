// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-classifier-private.h"

#include <glib/gi18n-lib.h>

static int
compare_bounds (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static guint
bounds_user (const AtlasSample *sample, const AtlasClassifyOptions *options, double *bounds)
{
  guint n = 0;

  for (guint i = 0; i < options->n_bounds && n < ATLAS_MAX_CLASSES - 1; i++)
    if (isfinite (options->bounds[i]))
      bounds[n++] = options->bounds[i];
  qsort (bounds, n, sizeof *bounds, compare_bounds);
  if (n == 0 || bounds[n - 1] < atlas_sample_max (sample))
    bounds[n++] = atlas_sample_max (sample);
  return n;
}

const AtlasClassifier _atlas_classify_user = {
  .name = "user",
  .title = N_ ("Own bounds"),
  .description = N_ ("Bounds of one’s own: limits that mean something, or those of another map"),
  .gives_bounds = TRUE,
  .asks_ends = TRUE,
  .bounds = bounds_user,
};
