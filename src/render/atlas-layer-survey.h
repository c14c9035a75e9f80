// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-spatial-index.h"
#include "atlas-table.h"

G_BEGIN_DECLS

/**
 * AtlasAnchor:
 * @at: where a label or a symbol belongs
 * @clearance: how far the feature's edge is from there; 0 for points and lines
 *
 * Without geometry @at is not finite.
 */
typedef struct {
  AtlasPoint at;
  double clearance;
} AtlasAnchor;

/**
 * AtlasLayerSurvey:
 * @table: (owned): the features
 * @side: of a usual feature's box, in map units
 * @has_kind: which kinds of part there are
 * @index: (owned): an AtlasSpatialIndex, built when first asked for
 * @anchors: (owned): one for each feature, found when first asked for
 *
 * What drawing needs to know of the features of a table, in whatever style: shared by all scene layers that show them
 * one after the other. Atomically refcounted; any thread may ask.
 */
typedef struct {
  gatomicrefcount refs;
  AtlasTable *table;
  double side;
  gboolean has_kind[ATLAS_PART_POLYGON + 1];
  GOnce index;
  GOnce anchors;
} AtlasLayerSurvey;

AtlasLayerSurvey *atlas_layer_survey_new (AtlasTable *table);
AtlasLayerSurvey *atlas_layer_survey_ref (AtlasLayerSurvey *self);
void atlas_layer_survey_unref (AtlasLayerSurvey *self);
const AtlasSpatialIndex *atlas_layer_survey_get_index (AtlasLayerSurvey *self);
const AtlasAnchor *atlas_layer_survey_get_anchors (AtlasLayerSurvey *self);

G_END_DECLS
