// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-classifier.h"

G_BEGIN_DECLS

/**
 * AtlasClassifyAdvice:
 * @classifier: the method tried
 * @n_wanted: how many classes it was asked for; 0 where the method decides
 * @n_classes: how many it gave
 * @gvf: goodness of variance fit, see [struct@Breaks]
 * @tai: tabular accuracy index
 * @n_empty: classes that no value is in
 * @fewest: values in the smallest class
 * @most: values in the largest class
 *
 * What one method with one number of classes makes of the values.
 */
typedef struct {
  const AtlasClassifier *classifier;
  guint n_wanted;
  guint n_classes;
  double gvf;
  double tai;
  guint n_empty;
  gsize fewest;
  gsize most;
} AtlasClassifyAdvice;

/**
 * AtlasStopFunc:
 * @data: given with the function
 *
 * Returns: whether what was asked for is wanted no more
 */
typedef gboolean (*AtlasStopFunc) (gpointer data);

GArray *atlas_classify_advise (const AtlasValues *values, AtlasStopFunc stop, gpointer data);
const AtlasClassifyAdvice *atlas_classify_recommend (GArray *advice);

G_END_DECLS
