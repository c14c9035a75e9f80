// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-fisher-walk.h"

G_BEGIN_DECLS

/* Between the files of Fisher's method; no other file includes this. */

/* The values in runs of neighbours, and what is left at least if a cut is in one. All arrays are owned. */
typedef struct {
  gsize n;          /* bins: bin b lies between the edges b and b + 1 */
  FisherCut *edges; /* n + 1 */
  gsize n_distinct; /* different values */
  guint k;          /* classes: at most what was wished, and n_distinct */
  double *below;    /* k + 1 rows of n + 1: row j has, from its second number on, what j classes leave of the values
                     * below each bin, at least; NULL where nothing is ruled out */
  double *above;    /* the same of those above each bin, the last one first */
  double most;      /* what k classes leave at most */
} FisherBins;

FisherBins _fisher_bins_new (const AtlasSample *sample, guint n_classes);
void _fisher_bins_clear (FisherBins *self);
gboolean _fisher_bins_may_cut (const FisherBins *self, guint j, gsize b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FisherBins, _fisher_bins_clear)

G_END_DECLS
