// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-classifier-private.h"

#include "atlas-fisher-pass.h"

#include <glib/gi18n-lib.h>

#define FIRST_SHARE 512 /* a bin has no more than this part of the values, and of their range, at first */
#define FINER       16  /* how many times less it is each time */

/* Fisher (1958), “On grouping for maximum homogeneity”: of all ways to cut the sorted values into k classes, the one
 * with the least sum of squared deviations from the classes' means. That sum is found by dynamic programming over the
 * cuts between different values:
 *
 *     best[j][i] = min over t below i of best[j − 1][t] + squares (t, i)
 *
 * where squares (t, i) is what the values between two cuts leave as one class. Wang and Song (2011), “Ckmeans.1d.dp”,
 * try every t, in O(k n²); its later versions find a layer by halving, in O(k n log n). Here most cuts are ruled out
 * first: neighbouring ones are put into some hundreds of bins, for which the same question is cheap, and bounds found
 * from them show that cut number j of the best partition, and of all its equals, lies in a few of these
 * (atlas-fisher-bounds.c). They are put into smaller bins, and so on, until each is one cut. */

/* Returns: how many values differ, up to @most */
static guint
count_different (const AtlasSample *sample, guint most)
{
  guint n = 1;

  for (gsize i = 1; i < sample->n && n < most; i++)
    n += sample->sorted[i] != sample->sorted[i - 1];
  return n;
}

static FisherSearch
narrow_down (const AtlasSample *sample, guint k)
{
  FisherSearch search = _fisher_search_new (sample, k, FIRST_SHARE);

  for (gsize share = FIRST_SHARE * FINER; !search.is_fine; share *= FINER) {
    FisherSearch finer = _fisher_search_refine (&search, sample, share);

    _fisher_search_clear (&search);
    search = finer;
  }
  return search;
}

/* Returns: (transfer full): see FisherPass */
static guint32 *
choose (const FisherSearch *search)
{
  const FisherCut *cuts = _fisher_search_lows (search);
  g_autofree double *rows = g_new (double, 2 * search->n);
  guint32 *chosen = g_new (guint32, (search->k + 1) * search->n);
  FisherPass pass = { search, cuts, cuts, FALSE, rows, 2, chosen };

  _fisher_pass_run (&pass);
  return chosen;
}

static guint
bounds_fisher (const AtlasSample *sample, const AtlasClassifyOptions *options, double *bounds)
{
  guint k = count_different (sample, options->n_classes);
  g_auto (FisherSearch) search = narrow_down (sample, k);
  g_autofree guint32 *chosen = choose (&search);
  gsize cut = search.n - 1;

  for (guint j = k; j >= 1; j--) {
    bounds[j - 1] = sample->sorted[_fisher_search_lows (&search)[cut].weight - 1];
    cut = search.steps[j - 1].first + chosen[j * search.n + cut];
  }
  return k;
}

const AtlasClassifier _atlas_classify_fisher = {
  .name = "fisher",
  .title = N_ ("Natural breaks"),
  .description = N_ ("Classes as alike within as can be, found exactly: the best first look at most data"),
  .chooses_classes = TRUE,
  .bounds = bounds_fisher,
};
