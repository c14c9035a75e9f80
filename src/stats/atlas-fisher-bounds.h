// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-fisher-search.h"

G_BEGIN_DECLS

/* Between the files of Fisher's method; no other file includes this. */

/* What is left at least if a cut is in a bin of a search. */
typedef struct {
  const FisherSearch *search; /* lent */
  double *below;              /* owned: k + 1 rows of n: what j classes leave below each bin of cut j, at least */
  double *above;              /* owned: the same from above: k − j classes, in row k − j, the last bin first */
  double most;                /* what k classes leave at most */
} FisherBounds;

FisherBounds _fisher_bounds_new (const FisherSearch *search);
void _fisher_bounds_clear (FisherBounds *self);
gboolean _fisher_bounds_allow (const FisherBounds *self, guint j, gsize bin);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FisherBounds, _fisher_bounds_clear)

G_END_DECLS
