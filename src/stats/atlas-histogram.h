// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-values.h"

G_BEGIN_DECLS

/**
 * AtlasHistogram:
 * @low: where the first bin begins
 * @high: where the last bin ends; equal to @low when all values are the same
 * @n_bins: 0 without values
 * @largest: the largest of the counts
 * @counts: (array length=n_bins): values in each bin
 *
 * How many values lie where, in bins of equal width closed on the right, as classes are.
 */
typedef struct {
  double low;
  double high;
  guint n_bins;
  gsize largest;
  gsize counts[];
} AtlasHistogram;

AtlasHistogram *atlas_histogram_new (const AtlasValues *values, guint n_bins);
void atlas_histogram_free (AtlasHistogram *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasHistogram, atlas_histogram_free)

G_END_DECLS
