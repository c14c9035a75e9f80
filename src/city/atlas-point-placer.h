// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-outline-bands.h"
#include "atlas-share-tally.h"
#include "atlas-spatial-index.h"

G_BEGIN_DECLS

/**
 * AtlasPointPlacer:
 * @districts: borrowed
 * @index: owned: of the districts' boxes
 * @bands: owned: of the districts' edges
 *
 * Finds the district of a position.
 */
typedef struct {
  const AtlasGeometry *districts;
  AtlasSpatialIndex *index;
  AtlasOutlineBands *bands;
} AtlasPointPlacer;

void atlas_point_placer_init (AtlasPointPlacer *self, const AtlasGeometry *districts);
void atlas_point_placer_clear (AtlasPointPlacer *self);
gsize atlas_point_placer_find (const AtlasPointPlacer *self, AtlasPoint point, gboolean *shared);
void atlas_point_placer_place (const AtlasPointPlacer *self,
                               const AtlasGeometry *features,
                               gsize feature,
                               AtlasShareTally *tally);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasPointPlacer, atlas_point_placer_clear)

G_END_DECLS
