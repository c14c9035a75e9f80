// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-classifier.h"

G_BEGIN_DECLS

/* Between the registry and the methods; no other file includes this. */

extern const AtlasClassifier _atlas_classify_equal;
extern const AtlasClassifier _atlas_classify_quantile;
extern const AtlasClassifier _atlas_classify_fisher;
extern const AtlasClassifier _atlas_classify_headtail;
extern const AtlasClassifier _atlas_classify_stdmean;
extern const AtlasClassifier _atlas_classify_box;
extern const AtlasClassifier _atlas_classify_pretty;
extern const AtlasClassifier _atlas_classify_maxbreaks;
extern const AtlasClassifier _atlas_classify_geometric;
extern const AtlasClassifier _atlas_classify_log;
extern const AtlasClassifier _atlas_classify_user;

guint _atlas_classifier_find_bounds (const AtlasClassifier *classifier,
                                     const AtlasSample *sample,
                                     const AtlasClassifyOptions *options,
                                     double *bounds);
guint _atlas_progression_bounds (const AtlasSample *sample, guint n_classes, double *bounds);

G_END_DECLS
