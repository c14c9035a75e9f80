// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-fisher-search.h"

#include "atlas-fisher-bounds.h"

/* Without bins. */
static FisherSearch
search_of (guint k)
{
  FisherSearch self = { .k = k, .is_fine = TRUE };

  self.lows = g_array_new (FALSE, FALSE, sizeof (FisherCut));
  self.highs = g_array_new (FALSE, FALSE, sizeof (FisherCut));
  return self;
}

static void
add_bin (FisherSearch *self, FisherCut low, FisherCut high)
{
  g_array_append_val (self->lows, low);
  g_array_append_val (self->highs, high);
  self->is_fine = self->is_fine && low.weight == high.weight;
  self->n++;
}

/* The cuts from where @walk is up to the one with @last values below it, in bins. One ends before the cut with which
 * the values between its cuts, and the next one, would be too heavy or too wide for a @share. */
static void
add_bins (FisherSearch *self, FisherWalk *walk, gsize last, gsize share)
{
  gsize heaviest = walk->sample->n / share;
  gint64 widest = (gint64) (walk->grid / share);
  FisherCut low = walk->cut;
  FisherCut high = low;
  gint64 first = _fisher_walk_step (walk);

  while (walk->cut.weight <= last) {
    FisherCut cut = walk->cut;
    gint64 place = _fisher_walk_step (walk);

    if (walk->cut.weight - low.weight > heaviest || place - first > widest) {
      add_bin (self, low, high);
      low = cut;
      first = place;
    }
    high = cut;
  }
  add_bin (self, low, high);
}

/* Returns: (transfer full): the search when every cut may still be anywhere */
FisherSearch
_fisher_search_new (const AtlasSample *sample, guint k, gsize share)
{
  FisherSearch self = search_of (k);
  FisherWalk walk = _fisher_walk_new (sample);

  add_bin (&self, walk.cut, walk.cut);
  self.steps[0] = (FisherRange){ 0, 1 };
  add_bins (&self, &walk, sample->n - 1, share);
  for (guint j = 1; j < k; j++)
    self.steps[j] = (FisherRange){ 1, self.n - 1 };
  self.steps[k] = (FisherRange){ self.n, 1 };
  add_bin (&self, walk.cut, walk.cut);
  return self;
}

/* By the bins from @first on. What lies between two bins of one step belongs to others, and does no harm. */
static void
widen_step (FisherSearch *self, guint j, gsize first)
{
  FisherRange *step = &self->steps[j];

  if (step->n == 0)
    step->first = first;
  step->n = self->n - step->first;
}

/* Takes @bin over in smaller ones, where cuts of the best partition may lie in it. */
static void
refine_bin (FisherSearch *self, const FisherBounds *bounds, gsize bin, FisherWalk *walk, gsize share)
{
  gsize first = self->n;

  for (guint j = 1; j < self->k; j++) {
    if (!_fisher_bounds_allow (bounds, j, bin))
      continue;
    if (self->n == first) {
      walk->cut = _fisher_search_lows (bounds->search)[bin];
      add_bins (self, walk, _fisher_search_highs (bounds->search)[bin].weight, share);
    }
    widen_step (self, j, first);
  }
}

/* Returns: (transfer full): the search among those bins where a cut may still be, each in smaller ones */
FisherSearch
_fisher_search_refine (const FisherSearch *self, const AtlasSample *sample, gsize share)
{
  g_auto (FisherBounds) bounds = _fisher_bounds_new (self);
  FisherSearch fine = search_of (self->k);
  FisherWalk walk = _fisher_walk_new (sample);
  FisherCut top = _fisher_search_lows (self)[self->n - 1];

  add_bin (&fine, walk.cut, walk.cut);
  fine.steps[0] = (FisherRange){ 0, 1 };
  for (gsize bin = 1; bin + 1 < self->n; bin++)
    refine_bin (&fine, &bounds, bin, &walk, share);
  fine.steps[fine.k] = (FisherRange){ fine.n, 1 };
  add_bin (&fine, top, top);
  return fine;
}

void
_fisher_search_clear (FisherSearch *self)
{
  g_clear_pointer (&self->lows, g_array_unref);
  g_clear_pointer (&self->highs, g_array_unref);
}
