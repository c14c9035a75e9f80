// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-sample.h"

G_BEGIN_DECLS

/* Between the files of Fisher's method; no other file includes this. */

__extension__ typedef __int128 Wide;

/* A place between two different values, below all or above all, by what lies below it. The sums are whole numbers:
 * the values are laid on a fine grid between minimum and maximum. So nothing cancels, however narrow a class is and
 * wherever it lies. */
typedef struct {
  Wide squares;   /* of the places on the grid */
  gint64 sum;     /* of the places */
  guint32 weight; /* how many values there are */
} FisherCut;

/* Goes up the values of a sample, from cut to cut. */
typedef struct {
  const AtlasSample *sample;
  double min;
  double range; /* half of it, as it may be too large for a double */
  double grid;
  FisherCut cut; /* where it is */
} FisherWalk;

FisherWalk _fisher_walk_new (const AtlasSample *sample);
gint64 _fisher_walk_step (FisherWalk *self);

/* In two halves that fit a signed number each: converting a Wide or an unsigned one takes twice as long. */
static inline double
_fisher_wide_to_real (Wide wide)
{
  return (double) (gint64) (wide >> 62) * 0x1p62 + (double) ((gint64) wide & ((G_GINT64_CONSTANT (1) << 62) - 1));
}

/* The sum of squared deviations of the values between two cuts from their mean, in units of the grid: Σx² − (Σx)² / n.
 */
static inline double
_fisher_squares_between (const FisherCut *low, const FisherCut *high)
{
  gint64 weight = (gint64) high->weight - low->weight;
  gint64 sum = high->sum - low->sum;
  Wide squares = high->squares - low->squares;

  return _fisher_wide_to_real (squares * weight - (Wide) sum * sum) / weight;
}

G_END_DECLS
