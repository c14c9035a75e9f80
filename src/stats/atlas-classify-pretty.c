// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-classifier-private.h"

#include <glib/gi18n-lib.h>

#define WIDER_IS_WORSE 1.5 /* how much more a unit too wide displeases than one too narrow */
#define NEARLY         1e-9

/* The unit 1, 2, 5 or 10 times a power of ten nearest to @cell: Becker, Chambers and Wilks (1988), “The New S
 * Language”, as R's pretty () has it. */
static double
choose_unit (double cell)
{
  static const double factors[] = { 2, 5, 10 };
  static const double biases[] = { WIDER_IS_WORSE, 0.5 + 1.5 * WIDER_IS_WORSE, WIDER_IS_WORSE };
  double base = pow (10, floor (log10 (cell)));
  double unit = base;

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    if (factors[i] * base - cell < biases[i] * (cell - unit))
      unit = factors[i] * base;
  return unit;
}

/* @n units; a unit below one is divided by its inverse, a whole number, so that 3 × 0.1 gives 0.3. */
static double
count_units (double n, double unit)
{
  return unit < 1 ? n / round (1 / unit) : n * unit;
}

static guint
bounds_pretty (const AtlasSample *sample, const AtlasClassifyOptions *options, double *bounds)
{
  double min = atlas_sample_min (sample);
  double max = atlas_sample_max (sample);
  double unit = choose_unit (max / options->n_classes - min / options->n_classes);
  double first = floor (min / unit + NEARLY) + 1;
  guint n = 0;

  do {
    bounds[n] = MIN (count_units (first + n, unit), G_MAXDOUBLE);
    n++;
  } while (bounds[n - 1] < max - NEARLY * unit && n < ATLAS_MAX_CLASSES);
  bounds[n - 1] = MAX (bounds[n - 1], max);
  return n;
}

const AtlasClassifier _atlas_classify_pretty = {
  .name = "pretty",
  .title = N_ ("Pretty breaks"),
  .description = N_ ("Round numbers, equally far apart: the easiest legend; about as many classes as wanted"),
  .chooses_classes = TRUE,
  .asks_ends = TRUE,
  .bounds = bounds_pretty,
};
