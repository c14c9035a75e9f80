// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-fisher-layer.h"

/* The best start for end number @i, sought from @high down to @low; the highest of equals. */
static gsize
find_start (const FisherLayer *self, gsize i, gsize low, gsize high)
{
  const FisherCut *end = &self->ends[i];
  double best = INFINITY;
  gsize start = low;

  for (gsize t = high + 1; t-- > low;) {
    double last;

    if (self->starts[t].weight + self->fewest > end->weight)
      continue;
    last = _fisher_squares_between (&self->starts[t], end);
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

/* Solves the ends [@first, @n), whose starts lie within @low … @high. */
static void
solve_between (const FisherLayer *self, gsize first, gsize end, gsize low, gsize high)
{
  gsize middle = first + (end - first) / 2;
  gsize start;

  if (first >= end)
    return;
  start = find_start (self, middle, low, high);
  solve_between (self, first, middle, low, start);
  solve_between (self, middle + 1, end, start, high);
}

/* Fills @best and @chosen. Squares obey the quadrangle inequality, so the best start never falls as the end rises, and
 * the ends are solved by halving: with O(n log n) comparisons, and far fewer in practice, because what the last class
 * leaves alone soon exceeds what was found already. */
void
_fisher_layer_solve (const FisherLayer *self)
{
  solve_between (self, 0, self->n_ends, 0, self->n_starts - 1);
}
