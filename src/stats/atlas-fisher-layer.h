// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-fisher-walk.h"

G_BEGIN_DECLS

/* Between the files of Fisher's method; no other file includes this. */

/* One class more: where it begins and ends, and what it leaves then. All arrays are lent. */
typedef struct {
  const FisherCut *starts; /* where the last class may begin, ascending */
  gsize n_starts;
  const double *before;  /* what the classes below each start leave */
  const FisherCut *ends; /* where it may end, ascending */
  gsize n_ends;
  double *best;    /* what the classes below each end leave: infinite where it has no start */
  guint32 *chosen; /* the number of the start that gave it; may be NULL */
  guint fewest;    /* values in a class: 0 or 1 */
} FisherLayer;

void _fisher_layer_solve (const FisherLayer *self);

G_END_DECLS
