// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table.h"

G_BEGIN_DECLS

/* Plane measures of features, in the units of their positions: right in a projected system only. */

double atlas_geometry_area (const AtlasGeometry *geometry, gsize feature);
double atlas_geometry_length (const AtlasGeometry *geometry, gsize feature);
/* Inside by the even-odd rule; a point on the edge counts as inside. */
gboolean atlas_geometry_contains (const AtlasGeometry *geometry, gsize feature, AtlasPoint point);
/* Distance from @point to the nearest position or edge; 0 inside an area; infinite without geometry. */
double atlas_geometry_distance (const AtlasGeometry *geometry, gsize feature, AtlasPoint point);
/* Where a label or a symbol belongs: the pole of inaccessibility of the largest part of an area, the
 * middle of the longest line, the first point. @precision in units of the positions. FALSE without geometry. */
gboolean atlas_geometry_anchor (const AtlasGeometry *geometry,
                                gsize feature,
                                double precision,
                                AtlasPoint *anchor,
                                double *clearance);

G_END_DECLS
