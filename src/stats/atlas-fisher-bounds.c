// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-fisher-bounds.h"

#include "atlas-fisher-pass.h"

#define SLACK 1e-10 /* of the squares of all values */

/* Which cuts cannot be one of the best partition's, by bounds that are proven.
 *
 * At most: the best of all partitions leaves no more than the best of those whose cuts are the lowest of bins. (That
 * may have fewer classes, but a class more never adds to what is left.)
 *
 * At least: of the best partition, take away the values between the lowest and the highest cut of each bin in which one
 * of its cuts lies. What a class leaves does not grow when it loses values, and what remains are j classes below cut
 * number j, and k − j above it, each from the highest cut of one bin to the lowest of another. (Of two cuts in one bin,
 * the class between has nothing.) The best such classes are found for all bins of a cut at once, from below and from
 * above. If cut number j is to lie in a bin, and the two together exceed what k classes leave at most, it does not.
 *
 * Rounding cannot rule a bin out wrongly: each number is off by some units in its last place, and where rounding
 * mistakes one start for an equal one while a layer is halved, by as much of the squares of all values. 32 layers of 32
 * halvings make less than 1e-12 of these, far below SLACK. */

static FisherCut
turn_cut_over (FisherCut cut, FisherCut all)
{
  return (FisherCut){ all.squares - cut.squares, all.sum - cut.sum, all.weight - cut.weight };
}

/* The search as seen from above. */
static FisherSearch
turn_over (const FisherSearch *search)
{
  const FisherCut *lows = _fisher_search_lows (search);
  const FisherCut *highs = _fisher_search_highs (search);
  FisherSearch turned = { .k = search->k, .n = search->n };

  turned.lows = g_array_sized_new (FALSE, FALSE, sizeof (FisherCut), (guint) search->n);
  turned.highs = g_array_sized_new (FALSE, FALSE, sizeof (FisherCut), (guint) search->n);
  for (gsize i = search->n; i-- > 0;) {
    FisherCut low = turn_cut_over (highs[i], lows[search->n - 1]);
    FisherCut high = turn_cut_over (lows[i], lows[search->n - 1]);

    g_array_append_val (turned.lows, low);
    g_array_append_val (turned.highs, high);
  }
  for (guint j = 0; j <= search->k; j++) {
    FisherRange step = search->steps[search->k - j];

    turned.steps[j] = (FisherRange){ search->n - step.first - step.n, step.n };
  }
  return turned;
}

/* Returns: (transfer full): what 0 … k classes below each bin leave at least */
static double *
find_least (const FisherSearch *search)
{
  double *rows = g_new (double, (search->k + 1) * search->n);
  FisherPass pass = { search, _fisher_search_highs (search), _fisher_search_lows (search), TRUE, rows, search->k + 1,
                      NULL };

  _fisher_pass_run (&pass);
  return rows;
}

static double
find_most (const FisherSearch *search)
{
  const FisherCut *edges = _fisher_search_lows (search);
  g_autofree double *rows = g_new (double, 2 * search->n);
  FisherPass pass = { search, edges, edges, TRUE, rows, 2, NULL };

  _fisher_pass_run (&pass);
  return rows[(search->k % 2 + 1) * search->n - 1] + SLACK * _fisher_squares_between (&edges[0], &edges[search->n - 1]);
}

FisherBounds
_fisher_bounds_new (const FisherSearch *search)
{
  g_auto (FisherSearch) turned = turn_over (search);

  return (FisherBounds){ search, find_least (search), find_least (&turned), find_most (search) };
}

void
_fisher_bounds_clear (FisherBounds *self)
{
  g_free (self->below);
  g_free (self->above);
}

/* Whether cut number @j of the best partition may lie in @bin. */
gboolean
_fisher_bounds_allow (const FisherBounds *self, guint j, gsize bin)
{
  const FisherRange *step = &self->search->steps[j];
  gsize n = self->search->n;

  if (bin < step->first || bin >= step->first + step->n)
    return FALSE;
  return self->below[j * n + bin] + self->above[(self->search->k - j) * n + n - 1 - bin] <= self->most;
}
