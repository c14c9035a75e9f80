// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-classifier-private.h"

#include <glib/gi18n-lib.h>

/* Fisher (1958), “On grouping for maximum homogeneity”: of all ways to cut the sorted values into k classes, the one
 * with the least sum of squared deviations from the classes' means. That sum is found by dynamic programming over the
 * distinct values:
 *
 *     best[j][i] = min over t of best[j − 1][t] + squares (t, i)
 *
 * where squares (t, i) is what the values t … i − 1 leave as one class. The best t never falls as i grows, so each
 * layer is solved by halving: O(n log n) for a layer, and far less in practice, because squares (t, i) alone soon
 * exceeds what was found already.
 *
 * The sums behind squares () are kept as whole numbers: the values are first laid on a fine grid between minimum and
 * maximum. So nothing cancels, however narrow a class is and wherever it lies. */

__extension__ typedef __int128 Wide;

#define WIDE_BITS 126 /* of a Wide, less the sign and one to spare */
#define MOST_BITS 52  /* of the grid: a double has no more to tell */

typedef struct {
  gsize n;          /* distinct values */
  double *values;   /* owned: ascending */
  guint32 *weights; /* owned: n + 1: how many values are below number i */
  gint64 *sums;     /* owned: n + 1: of these values on the grid */
  Wide *squares;    /* owned: n + 1: of their squares */
} Prefixes;

/* One layer of the recursion. */
typedef struct {
  const Prefixes *prefixes;
  const double *before; /* best[j − 1] */
  double *best;         /* best[j] */
  guint32 *cuts;        /* the t that gave it */
} Layer;

static void
prefixes_clear (Prefixes *self)
{
  g_free (self->values);
  g_free (self->weights);
  g_free (self->sums);
  g_free (self->squares);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Prefixes, prefixes_clear)

/* The finest grid on which weight × sum of squares still fits: 2 × (bits of n + bits of the grid). */
static double
grid_for (gsize n)
{
  int bits = WIDE_BITS / 2 - g_bit_storage (n);

  return ldexp (1, MIN (bits, MOST_BITS));
}

/* Where @value lies on the grid. The range is nothing when all values are one, or are the smallest there are. */
static gint64
place_on_grid (double value, double min, double range, double grid)
{
  return range > 0 ? (gint64) ((value / 2 - min / 2) / range * grid) : 0;
}

static Prefixes
prefixes_new (const AtlasSample *sample)
{
  gsize n = sample->n;
  double min = atlas_sample_min (sample);
  double range = atlas_sample_max (sample) / 2 - min / 2;
  double grid = grid_for (n);
  Prefixes self = { 0, g_new (double, n), g_new (guint32, n + 1), g_new (gint64, n + 1), g_new (Wide, n + 1) };

  self.weights[0] = 0;
  self.sums[0] = 0;
  self.squares[0] = 0;
  for (gsize first = 0; first < n;) {
    gsize end = first + 1;
    gint64 place = place_on_grid (sample->sorted[first], min, range, grid);

    while (end < n && sample->sorted[end] == sample->sorted[first])
      end++;
    self.values[self.n] = sample->sorted[first];
    self.weights[self.n + 1] = (guint32) end;
    self.sums[self.n + 1] = self.sums[self.n] + place * (gint64) (end - first);
    self.squares[self.n + 1] = self.squares[self.n] + (Wide) place * place * (gint64) (end - first);
    self.n++;
    first = end;
  }
  return self;
}

/* In two halves that fit a signed number each: converting a Wide or an unsigned one takes twice as long. */
static double
wide_to_real (Wide wide)
{
  return (double) (gint64) (wide >> 62) * 0x1p62 + (double) ((gint64) wide & ((G_GINT64_CONSTANT (1) << 62) - 1));
}

/* The sum of squared deviations of the values @t … @i − 1 from their mean, in units of the grid: Σx² − (Σx)² / n. */
static inline double
squares_between (const Prefixes *p, gsize t, gsize i)
{
  gint64 weight = (gint64) p->weights[i] - p->weights[t];
  gint64 sum = p->sums[i] - p->sums[t];
  Wide squares = p->squares[i] - p->squares[t];

  return wide_to_real (squares * weight - (Wide) sum * sum) / weight;
}

/* The best cut for the first @i values, sought from @high down to @low. */
static gsize
find_cut (const Layer *layer, gsize i, gsize low, gsize high)
{
  double best = INFINITY;
  gsize cut = high;

  for (gsize t = MIN (high, i - 1) + 1; t-- > low;) {
    double last = squares_between (layer->prefixes, t, i);

    if (last >= best)
      break;
    if (layer->before[t] + last < best) {
      best = layer->before[t] + last;
      cut = t;
    }
  }
  layer->best[i] = best;
  layer->cuts[i] = (guint32) cut;
  return cut;
}

/* Solves [@first, @end), whose cuts lie within @low … @high. */
static void
solve_layer (const Layer *layer, gsize first, gsize end, gsize low, gsize high)
{
  gsize middle = first + (end - first) / 2;
  gsize cut;

  if (first >= end)
    return;
  cut = find_cut (layer, middle, low, high);
  solve_layer (layer, first, middle, low, cut);
  solve_layer (layer, middle + 1, end, cut, high);
}

/* Fills the cuts of layers 2 … @k, each n + 1 long, one after another. */
static void
solve (const Prefixes *prefixes, guint k, guint32 *cuts)
{
  gsize n = prefixes->n;
  g_autofree double *before = g_new (double, n + 1);
  g_autofree double *best = g_new (double, n + 1);

  for (gsize i = 1; i <= n; i++)
    before[i] = squares_between (prefixes, 0, i);
  for (guint j = 2; j <= k; j++) {
    Layer layer = { prefixes, before, best, cuts + (j - 2) * (n + 1) };
    double *solved = best;

    solve_layer (&layer, j, n + 1, j - 1, n - 1);
    best = before;
    before = solved;
  }
}

static guint
bounds_fisher (const AtlasSample *sample, const AtlasClassifyOptions *options, double *bounds)
{
  g_auto (Prefixes) prefixes = prefixes_new (sample);
  guint k = (guint) MIN (options->n_classes, prefixes.n);
  g_autofree guint32 *cuts = g_new (guint32, (k - 1) * (prefixes.n + 1));
  gsize end = prefixes.n;

  solve (&prefixes, k, cuts);
  for (guint j = k; j >= 1; j--) {
    bounds[j - 1] = prefixes.values[end - 1];
    end = j >= 2 ? cuts[(j - 2) * (prefixes.n + 1) + end] : 0;
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
