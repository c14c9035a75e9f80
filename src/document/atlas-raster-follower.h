// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-project.h"

G_BEGIN_DECLS

/**
 * AtlasRasterFollower:
 *
 * Has the rasters of a project read anew when the map has come to rest, when they are shown and when they are added.
 * Owned by the project that it follows.
 */
typedef struct _AtlasRasterFollower AtlasRasterFollower;

AtlasRasterFollower *atlas_raster_follower_new (AtlasProject *project);
void atlas_raster_follower_free (AtlasRasterFollower *self);

G_END_DECLS
