// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Coordinate systems by code or definition, and positions from one to another, by PROJ; always east, north. */

AtlasCrs *atlas_crs_new_from_epsg (int code, GError **error);
/* "EPSG:2178", "2178", or well-known text; never an address or a path. */
AtlasCrs *atlas_crs_new_from_text (const char *text, GError **error);

/* The table in @target; NO_CRS when it does not say what it is in. Positions that have no place in @target
 * are dropped with their ring and counted in a note. Shares everything but positions. */
AtlasTable *atlas_table_reproject (AtlasTable *self, AtlasCrs *target, GCancellable *cancellable, GError **error);
gboolean atlas_crs_transform_points (AtlasCrs *from, AtlasCrs *to, AtlasPoint *points, gsize n, GError **error);
AtlasExtent atlas_crs_transform_extent (AtlasCrs *from, AtlasCrs *to, AtlasExtent extent, GError **error);

/* Area of each feature in m² (NaN without area), measured in @metric when given (a projected system), else on the
 * ellipsoid. */
double *atlas_table_measure_areas (AtlasTable *self, AtlasCrs *metric, GError **error);

/* Metres on the ground for one unit of @crs at @where: the true scale; for degrees along the parallel. */
double atlas_crs_metres_at (AtlasCrs *crs, AtlasPoint where);

/**
 * AtlasAxisGuess: whether positions make sense as they are, or only with x and y exchanged, or only in another system.
 */
typedef enum {
  ATLAS_AXES_FINE,
  ATLAS_AXES_SWAPPED,
  ATLAS_AXES_UNKNOWN,
} AtlasAxisGuess;

/* Looks whether over 95 % of positions lie in the area of use of @crs as they are or swapped. */
AtlasAxisGuess atlas_table_guess_axes (AtlasTable *self, AtlasCrs *crs);
AtlasAxisGuess atlas_extent_guess_axes (AtlasExtent self, AtlasCrs *own, AtlasCrs *crs);
AtlasTable *atlas_table_swap_axes (AtlasTable *self);
/* Systems that these bare positions could be in, best first, judged by where they would lie near @near_lonlat. */
GPtrArray *atlas_table_guess_crs (AtlasTable *self, AtlasPoint near_lonlat);
/* The system in whose own area of use they lie, where no city is at hand; nullable. */
AtlasCrs *atlas_table_guess_likely_crs (AtlasTable *self);

G_END_DECLS
