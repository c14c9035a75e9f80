// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-fisher-bins.h"

#include "atlas-fisher-layer.h"

#define SHARE 2048  /* a bin of several values holds no more than this part of all, and of their range */
#define SLACK 1e-10 /* of the squares of all values */

/* Which cuts cannot be one of the best partition's, by bounds that are proven.
 *
 * At most: the best of all partitions leaves no more than the best of those whose cuts are edges of bins. (That may
 * have fewer classes, but a class more never adds to what is left.)
 *
 * At least: of the best partition, take away all values of the bins in which its cuts lie. What a class leaves does not
 * grow when it loses values, and what remains are j whole runs of bins below cut number j, and k − j above it. The best
 * such runs, each a bin apart from the next, are found for all bins at once, from below and from above. If cut number
 * j is to lie in a bin, and the two together exceed what all classes leave at most, it does not lie there.
 *
 * Both are found by the same recursion as the partition itself, over some thousands of edges. Rounding cannot rule a
 * bin out wrongly: each number is off by some units in its last place, and where rounding mistakes one start for an
 * equal one while a layer is halved, by as much of the squares of all values; 32 layers of 13 halvings make less than
 * 1e-12 of these, far below SLACK. */

static gboolean
is_full (const FisherBins *self, const FisherWalk *walk, gint64 width)
{
  gsize weight = walk->cut.weight - self->edges[self->n - 1].weight;

  return weight > walk->sample->n / SHARE || width > (gint64) walk->grid / SHARE;
}

/* A bin ends before the value with which it would be too heavy or too wide. */
static void
find_edges (FisherBins *self, const AtlasSample *sample)
{
  FisherWalk walk = _fisher_walk_new (sample);
  gint64 first = 0;

  /* Two bins side by side are heavier than a share, or the first and a gap are wider. */
  self->edges = g_new (FisherCut, MIN (3 * SHARE + 3, sample->n) + 1);
  while (walk.cut.weight < sample->n) {
    FisherCut cut = walk.cut;
    gint64 place = _fisher_walk_step (&walk);

    self->n_distinct++;
    if (self->n > 0 && !is_full (self, &walk, place - first))
      continue;
    self->edges[self->n++] = cut;
    first = place;
  }
  self->edges[self->n] = walk.cut;
}

/* The edges as seen from above. Returns: (transfer full) */
static FisherCut *
turn_over (const FisherCut *edges, gsize n)
{
  FisherCut *turned = g_new (FisherCut, n + 1);
  FisherCut all = edges[n];

  for (gsize i = 0; i <= n; i++) {
    FisherCut cut = edges[n - i];

    turned[i] = (FisherCut){ all.squares - cut.squares, all.sum - cut.sum, all.weight - cut.weight };
  }
  return turned;
}

/* What 0 … @k classes below each edge leave at least, if there may be @gap bins between two classes.
 * Returns: (transfer full): @k + 1 rows of @n + 1 */
static double *
solve (const FisherCut *edges, gsize n, guint k, guint gap)
{
  double *rows = g_new0 (double, (k + 1) * (n + 1));

  for (gsize i = 1; i <= n; i++)
    rows[i] = INFINITY;
  for (guint j = 1; j <= k; j++) {
    double *row = rows + j * (n + 1);
    FisherLayer layer = { edges, n + 1, row - (n + 1), edges, n + 1 - gap, row + gap, NULL, 0 };

    _fisher_layer_solve (&layer);
  }
  return rows;
}

static void
find_bounds (FisherBins *self)
{
  g_autofree FisherCut *turned = turn_over (self->edges, self->n);
  g_autofree double *rows = solve (self->edges, self->n, self->k, 0);

  self->most = rows[self->k * (self->n + 1) + self->n];
  self->most += SLACK * _fisher_squares_between (&self->edges[0], &self->edges[self->n]);
  self->below = solve (self->edges, self->n, self->k, 1);
  self->above = solve (turned, self->n, self->k, 1);
}

/* Where each value has a bin of its own, the partition itself is found as soon as bounds of it. */
FisherBins
_fisher_bins_new (const AtlasSample *sample, guint n_classes)
{
  FisherBins self = { 0 };

  find_edges (&self, sample);
  self.k = (guint) MIN (n_classes, self.n_distinct);
  if (self.n < self.n_distinct)
    find_bounds (&self);
  return self;
}

void
_fisher_bins_clear (FisherBins *self)
{
  g_free (self->edges);
  g_free (self->below);
  g_free (self->above);
}

/* Whether cut number @j of the best partition may lie in bin @b, its lower edge included. */
gboolean
_fisher_bins_may_cut (const FisherBins *self, guint j, gsize b)
{
  if (!self->below)
    return TRUE;
  return self->below[j * (self->n + 1) + b + 1] + self->above[(self->k - j) * (self->n + 1) + self->n - b] <=
         self->most;
}
