// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-fisher-walk.h"

#define WIDE_BITS 126 /* of a Wide, less the sign and one to spare */
#define MOST_BITS 52  /* of the grid: a double has no more to tell */

/* The finest grid on which weight × sum of squares still fits: 2 × (bits of n + bits of the grid). */
static double
grid_for (gsize n)
{
  int bits = WIDE_BITS / 2 - g_bit_storage (n);

  return ldexp (1, MIN (bits, MOST_BITS));
}

/* Returns: at the bottom of @sample, which is lent */
FisherWalk
_fisher_walk_new (const AtlasSample *sample)
{
  double min = atlas_sample_min (sample);
  double range = atlas_sample_max (sample) / 2 - min / 2;

  return (FisherWalk){ sample, min, range, grid_for (sample->n), { 0 } };
}

/* The range is nothing when all values are one, or are the smallest there are. */
static gint64
place_on_grid (const FisherWalk *self, double value)
{
  return self->range > 0 ? (gint64) ((value / 2 - self->min / 2) / self->range * self->grid) : 0;
}

/* Past the next value and all that are the same. Returns: its place on the grid */
gint64
_fisher_walk_step (FisherWalk *self)
{
  const double *value = self->sample->sorted + self->cut.weight;
  const double *end = self->sample->sorted + self->sample->n;
  const double *next = value;
  gint64 place = place_on_grid (self, *value);

  while (next < end && *next == *value)
    next++;
  self->cut.squares += (Wide) place * place * (next - value);
  self->cut.sum += place * (next - value);
  self->cut.weight += (guint32) (next - value);
  return place;
}
