// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-fisher-pass.h"

/* One class more: where it begins and ends, and what it leaves then. All arrays are lent. */
typedef struct {
  const FisherCut *starts; /* where the last class may begin, ascending */
  const double *before;    /* what the classes below each start leave */
  const FisherCut *ends;   /* where it may end, ascending */
  gboolean may_be_empty;
  double *best;    /* what the classes below each end leave: infinite where it has no start */
  guint32 *chosen; /* the number of the start that gave it; may be NULL */
} Layer;

/* The best start for end number @i, sought from @high down to @low; the highest of equals. */
static gsize
find_start (const Layer *self, gsize i, gsize low, gsize high)
{
  const FisherCut *end = &self->ends[i];
  double best = INFINITY;
  gsize start = low;

  for (gsize t = high + 1; t-- > low;) {
    double last = 0;

    if (self->starts[t].weight < end->weight)
      last = _fisher_squares_between (&self->starts[t], end);
    else if (!self->may_be_empty)
      continue;
    if (last >= best)
      break;
    if (self->before[t] + last < best) {
      best = self->before[t] + last;
      start = t;
    }
  }
  self->best[i] = best;
  if (self->chosen)
    self->chosen[i] = (guint32) start;
  return start;
}

/* Solves the ends [@first, @end), whose starts lie within @low … @high. */
static void
solve_between (const Layer *self, gsize first, gsize end, gsize low, gsize high)
{
  gsize middle = first + (end - first) / 2;
  gsize start;

  if (first >= end)
    return;
  start = find_start (self, middle, low, high);
  solve_between (self, first, middle, low, start);
  solve_between (self, middle + 1, end, start, high);
}

/* Fills the rows, and what is chosen.
 *
 * Two classes that overlap leave no more than their union and their common part do together. So the best start never
 * falls as the end rises, and the ends of a layer are solved by halving: with O(n log n) comparisons, and far fewer in
 * practice, because what the last class leaves alone soon exceeds what was found already. */
void
_fisher_pass_run (const FisherPass *self)
{
  gsize n = self->search->n;

  self->rows[0] = 0;
  for (guint j = 1; j <= self->search->k; j++) {
    const FisherRange *last = &self->search->steps[j - 1];
    const FisherRange *step = &self->search->steps[j];
    Layer layer = {
      .starts = self->starts + last->first,
      .before = self->rows + (j - 1) % self->n_rows * n + last->first,
      .ends = self->ends + step->first,
      .may_be_empty = self->may_be_empty,
      .best = self->rows + j % self->n_rows * n + step->first,
      .chosen = self->chosen ? self->chosen + j * n + step->first : NULL,
    };

    solve_between (&layer, 0, step->n, 0, last->n - 1);
  }
}
