// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-classifier-private.h"

#include <glib/gi18n-lib.h>

/* The widest gaps so far, as indices of the value below each; the narrowest of them last. */
typedef struct {
  gsize at[ATLAS_MAX_CLASSES];
  double widths[ATLAS_MAX_CLASSES];
  guint n;
} Gaps;

static void
insert_gap (Gaps *gaps, guint most, gsize at, double width)
{
  guint place = MIN (gaps->n, most - 1);

  if (gaps->n == most && width <= gaps->widths[most - 1])
    return;
  for (; place > 0 && width > gaps->widths[place - 1]; place--) {
    gaps->at[place] = gaps->at[place - 1];
    gaps->widths[place] = gaps->widths[place - 1];
  }
  gaps->at[place] = at;
  gaps->widths[place] = width;
  gaps->n = MIN (gaps->n + 1, most);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  gsize x = *(const gsize *) a;
  gsize y = *(const gsize *) b;

  return (x > y) - (x < y);
}

/* Between neighbouring numbers the middle may round to the upper one, which would then change sides. */
static double
middle_of_gap (double low, double high)
{
  double middle = atlas_real_between (low, high, 0.5);

  return middle < high ? middle : low;
}

static guint
bounds_maxbreaks (const AtlasSample *sample, const AtlasClassifyOptions *options, double *bounds)
{
  Gaps gaps = { .n = 0 };

  for (gsize i = 0; i + 1 < sample->n; i++)
    if (sample->sorted[i] < sample->sorted[i + 1])
      insert_gap (&gaps, options->n_classes - 1, i, sample->sorted[i + 1] / 2 - sample->sorted[i] / 2);
  qsort (gaps.at, gaps.n, sizeof *gaps.at, compare_places);
  for (guint i = 0; i < gaps.n; i++)
    bounds[i] = middle_of_gap (sample->sorted[gaps.at[i]], sample->sorted[gaps.at[i] + 1]);
  bounds[gaps.n] = atlas_sample_max (sample);
  return gaps.n + 1;
}

const AtlasClassifier _atlas_classify_maxbreaks = {
  .name = "maxbreaks",
  .title = N_ ("Maximum breaks"),
  .description = N_ ("Cut where the largest gaps between values are: for values that come in groups"),
  .chooses_classes = TRUE,
  .bounds = bounds_maxbreaks,
};
