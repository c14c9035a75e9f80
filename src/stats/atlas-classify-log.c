// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-classifier-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_STEPS 3

/* Round numbers along a logarithmic scale: every @decades-th power of ten, times each of @steps. */
typedef struct {
  int decades;
  double steps[MOST_STEPS];
  guint n_steps;
} LogScale;

/* From fine to coarse. */
static const LogScale scales[] = {
  { 1, { 1, 2, 5 }, 3 }, { 1, { 1, 3 }, 2 }, { 1, { 1 }, 1 },  { 2, { 1 }, 1 },  { 3, { 1 }, 1 },
  { 6, { 1 }, 1 },       { 12, { 1 }, 1 },   { 24, { 1 }, 1 }, { 48, { 1 }, 1 },
};

/* The bounds of the scale from above @min up to the first that reaches @max; at most as many as there can be. */
static guint
bounds_on_scale (const LogScale *scale, double min, double max, double *bounds)
{
  int exponent = (int) floor (log10 (min) / scale->decades) * scale->decades;
  guint n = 0;

  for (; n < ATLAS_MAX_CLASSES; exponent += scale->decades) {
    for (guint i = 0; i < scale->n_steps && n < ATLAS_MAX_CLASSES; i++) {
      double bound = exponent < 0 ? scale->steps[i] / pow (10, -exponent) : scale->steps[i] * pow (10, exponent);

      if (bound <= min)
        continue;
      bounds[n++] = MIN (bound, G_MAXDOUBLE);
      if (bound >= max)
        return n;
    }
  }
  return n;
}

/* The scale that comes nearest to the number of classes wanted, and reaches the maximum. */
static guint
bounds_of_positive (double min, double max, guint wanted, double *bounds)
{
  guint best = 0;

  for (guint s = 0; s < G_N_ELEMENTS (scales); s++) {
    double candidate[ATLAS_MAX_CLASSES];
    guint n = bounds_on_scale (&scales[s], min, max, candidate);

    if (candidate[n - 1] < max || (best > 0 && ABS ((int) n - (int) wanted) > ABS ((int) best - (int) wanted)))
      continue;
    memcpy (bounds, candidate, n * sizeof *bounds);
    best = n;
  }
  return best;
}

/* Where a logarithmic scale has fewer than two steps or no sense, the progression that needs no round numbers. */
static guint
bounds_log (const AtlasSample *sample, const AtlasClassifyOptions *options, double *bounds)
{
  double min = atlas_sample_min (sample);
  double max = atlas_sample_max (sample);
  guint n = min > 0 ? bounds_of_positive (min, max, options->n_classes, bounds) : 0;

  return n >= 2 ? n : _atlas_progression_bounds (sample, options->n_classes, bounds);
}

const AtlasClassifier _atlas_classify_log = {
  .name = "log",
  .title = N_ ("Logarithmic"),
  .description = N_ ("Powers of ten and round steps between them: for values over several magnitudes; about as many "
                     "classes as wanted"),
  .chooses_classes = TRUE,
  .bounds = bounds_log,
};
