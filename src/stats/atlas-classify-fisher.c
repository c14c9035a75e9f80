// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-classifier-private.h"

#include "atlas-fisher-bins.h"
#include "atlas-fisher-layer.h"

#include <glib/gi18n-lib.h>

/* Fisher (1958), “On grouping for maximum homogeneity”: of all ways to cut the sorted values into k classes, the one
 * with the least sum of squared deviations from the classes' means. That sum is found by dynamic programming over the
 * cuts between different values:
 *
 *     best[j][i] = min over t below i of best[j − 1][t] + squares (t, i)
 *
 * where squares (t, i) is what the values between two cuts leave as one class. Wang and Song (2011), “Ckmeans.1d.dp”,
 * try every t, in O(k n²), and later versions halve each layer, in O(k n log n). Here most cuts are ruled out first:
 * the values are put into some thousands of bins, for which the same question is cheap, and bounds found from them show
 * that cut number j of the best partition, and of all its equals, lies in a few of these (atlas-fisher-bins.c). */

/* The range of places where cut number j of the partition may be. */
typedef struct {
  gsize first;     /* of the cuts in question */
  gsize n;         /* how many */
  guint32 *chosen; /* owned: for each, the cut before it, counted from the first of that step */
} Step;

/* A search for the best partition into k classes. */
typedef struct {
  FisherCut *cuts; /* owned: those in question, from the bottom to the top */
  gsize n;         /* how many */
  guint k;
  Step steps[ATLAS_MAX_CLASSES + 1]; /* step 0 is at the bottom, step k at the top */
} Search;

static void
search_clear (Search *self)
{
  for (guint j = 0; j <= self->k; j++)
    g_free (self->steps[j].chosen);
  g_free (self->cuts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/* All cuts within bin @b, its lower edge included. */
static void
add_cuts (Search *self, FisherWalk *walk, const FisherBins *bins, gsize b)
{
  walk->cut = bins->edges[b];
  while (walk->cut.weight < bins->edges[b + 1].weight) {
    self->cuts[self->n++] = walk->cut;
    _fisher_walk_step (walk);
  }
}

/* Whether any cut may lie in bin @b. */
static gboolean
may_cut (const FisherBins *bins, gsize b)
{
  for (guint j = 1; j < bins->k; j++)
    if (_fisher_bins_may_cut (bins, j, b))
      return TRUE;
  return FALSE;
}

/* By the cuts of bin @b, which begin with the one at @first. What lies between two bins of one step belongs to others,
 * and does no harm. */
static void
widen_steps (Search *self, const FisherBins *bins, gsize b, gsize first)
{
  for (guint j = 1; j < self->k; j++) {
    Step *step = &self->steps[j];

    if (!_fisher_bins_may_cut (bins, j, b))
      continue;
    if (step->n == 0)
      step->first = first;
    step->n = self->n - step->first;
  }
}

static Search
search_new (const AtlasSample *sample, const FisherBins *bins)
{
  FisherWalk walk = _fisher_walk_new (sample);
  Search self = { g_new (FisherCut, bins->n_distinct + 2), 0, bins->k, { { 0 } } };

  self.cuts[self.n++] = bins->edges[0];
  self.steps[0].n = 1;
  for (gsize b = 0; b < bins->n; b++) {
    gsize first = self.n;

    if (!may_cut (bins, b))
      continue;
    add_cuts (&self, &walk, bins, b);
    widen_steps (&self, bins, b, first);
  }
  self.steps[self.k] = (Step){ self.n, 1, NULL };
  self.cuts[self.n++] = bins->edges[bins->n];
  return self;
}

/* Chooses the cut before each. */
static void
solve (Search *self)
{
  g_autofree double *before = g_new0 (double, self->n);
  g_autofree double *best = g_new (double, self->n);

  for (guint j = 1; j <= self->k; j++) {
    const Step *last = &self->steps[j - 1];
    Step *step = &self->steps[j];
    double *solved = best;
    FisherLayer layer = { self->cuts + last->first, last->n, before, self->cuts + step->first, step->n, best, NULL, 1 };

    layer.chosen = step->chosen = g_new (guint32, step->n);
    _fisher_layer_solve (&layer);
    best = before;
    before = solved;
  }
}

static guint
bounds_fisher (const AtlasSample *sample, const AtlasClassifyOptions *options, double *bounds)
{
  g_auto (FisherBins) bins = _fisher_bins_new (sample, options->n_classes);
  g_auto (Search) search = search_new (sample, &bins);
  gsize i = 0;

  solve (&search);
  for (guint j = search.k; j >= 1; j--) {
    const Step *step = &search.steps[j];

    bounds[j - 1] = sample->sorted[search.cuts[step->first + i].weight - 1];
    i = step->chosen[i];
  }
  return search.k;
}

const AtlasClassifier _atlas_classify_fisher = {
  .name = "fisher",
  .title = N_ ("Natural breaks"),
  .description = N_ ("Classes as alike within as can be, found exactly: the best first look at most data"),
  .chooses_classes = TRUE,
  .bounds = bounds_fisher,
};
