// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-values.h"

G_BEGIN_DECLS

/**
 * AtlasSummary:
 * @n: values that are there
 * @n_missing: values that are not
 * @min: smallest
 * @max: largest
 * @mean: arithmetic mean
 * @deviation: standard deviation of a sample, with n − 1 in the divisor; 0 for one value
 * @lower_quartile: a quarter of the values do not exceed it
 * @median: half of them do not
 * @upper_quartile: three quarters do not
 *
 * Values in a few numbers. Without any value all but the counts are NaN.
 */
typedef struct {
  gsize n;
  gsize n_missing;
  double min;
  double max;
  double mean;
  double deviation;
  double lower_quartile;
  double median;
  double upper_quartile;
} AtlasSummary;

AtlasSummary atlas_summary_new (const AtlasValues *values);

G_END_DECLS
