// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-classifier-private.h"

#include <glib/gi18n-lib.h>

/* The mean of the largest values, from @first on, but below their maximum, so that every cut takes something off. */
static double
mean_of_tail (const AtlasSample *sample, gsize first)
{
  AtlasSample tail = { sample->sorted + first, sample->n - first };
  double mean = atlas_sample_mean (&tail);
  double max = atlas_sample_max (&tail);

  return mean < max ? mean : nextafter (max, -INFINITY);
}

/* Jiang (2013), “Head/tail breaks: a new classification scheme for data with a heavy-tailed distribution”: cut at the
 * mean, then cut what lies above it at its own mean, until nothing is left to cut. */
static guint
bounds_headtail (const AtlasSample *sample, const AtlasClassifyOptions *options, double *bounds)
{
  double max = atlas_sample_max (sample);
  gsize first = 0;
  guint n = 0;

  while (n < ATLAS_MAX_CLASSES - 1 && sample->sorted[first] < max) {
    bounds[n] = mean_of_tail (sample, first);
    first = atlas_sample_count_up_to (sample, bounds[n]);
    n++;
  }
  bounds[n++] = max;
  return n;
}

const AtlasClassifier _atlas_classify_headtail = {
  .name = "headtail",
  .title = N_ ("Head/tail breaks"),
  .description = N_ (
      "Cut at the mean again and again: for many small and few large values; the number of classes follows from them"),
  .bounds = bounds_headtail,
};
