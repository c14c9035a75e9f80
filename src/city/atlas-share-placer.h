// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-geos.h"
#include "atlas-point-placer.h"

G_BEGIN_DECLS

/**
 * AtlasSharePlacer:
 *
 * Splits lines by length and areas by area among districts. Used by one thread.
 */
typedef struct _AtlasSharePlacer AtlasSharePlacer;

AtlasSharePlacer *atlas_share_placer_new (const AtlasPointPlacer *points);
void atlas_share_placer_free (AtlasSharePlacer *self);
gboolean atlas_share_placer_place (AtlasSharePlacer *self,
                                   const AtlasGeometry *features,
                                   gsize feature,
                                   AtlasShareTally *tally,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSharePlacer, atlas_share_placer_free)

G_END_DECLS
