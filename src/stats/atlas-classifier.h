// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-breaks.h"
#include "atlas-sample.h"

G_BEGIN_DECLS

/**
 * AtlasClassifyOptions:
 * @n_classes: wanted, where the method lets one choose; 2…32
 * @bounds: (nullable) (array length=n_bounds): the user's own upper bounds
 * @hinge: of `box`: how many interquartile ranges the whiskers reach
 */
typedef struct {
  guint n_classes;
  const double *bounds;
  guint n_bounds;
  double hinge;
} AtlasClassifyOptions;

#define ATLAS_CLASSIFY_OPTIONS_INIT                                                                                    \
  {                                                                                                                    \
    .n_classes = 5, .hinge = 1.5                                                                                       \
  }

/**
 * AtlasClassifier:
 * @name: as in the command line: "fisher"
 * @title: translatable
 * @description: translatable, one sentence: when to choose it
 * @chooses_classes: whether the user chooses how many classes
 * @gives_bounds: whether the user gives the bounds, so that they hold for any values
 * @asks_ends: whether the smallest and the largest value are all that it asks of the sample, which then has no others
 * @bounds: writes upper bounds, ascending, at most %ATLAS_MAX_CLASSES, and returns how many; the last at least the
 *   maximum. The sample is never empty, and never constant unless @gives_bounds
 *
 * A way to cut values into classes: one file each, and one line in the registry.
 */
typedef struct {
  const char *name;
  const char *title;
  const char *description;
  gboolean chooses_classes;
  gboolean gives_bounds;
  gboolean asks_ends;
  guint (*bounds) (const AtlasSample *sample, const AtlasClassifyOptions *options, double *bounds);
} AtlasClassifier;

const AtlasClassifier *const *atlas_classifier_list (guint *n);
const AtlasClassifier *atlas_classifier_find (const char *name, GError **error);
AtlasBreaks *atlas_classify (const AtlasClassifier *classifier,
                             const AtlasValues *values,
                             const AtlasClassifyOptions *options,
                             GError **error);

G_END_DECLS
