// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table.h"

G_BEGIN_DECLS

/* Plane measures of features, in the units of their positions: right in a projected system only. */

double atlas_geometry_area (const AtlasGeometry *geometry, gsize feature);
gboolean atlas_geometry_contains (const AtlasGeometry *geometry, gsize feature, AtlasPoint point);
double atlas_geometry_distance (const AtlasGeometry *geometry, gsize feature, AtlasPoint point);
/* The same, but inside an area too the distance to its outline. */
double atlas_geometry_edge_distance (const AtlasGeometry *geometry, gsize feature, AtlasPoint point);
gboolean atlas_geometry_anchor (const AtlasGeometry *geometry,
                                gsize feature,
                                double precision,
                                AtlasPoint *anchor,
                                double *clearance);

/* The square of the distance from @p to the nearest point between @a and @b. */
static inline double
atlas_segment_distance_squared (AtlasPoint a, AtlasPoint b, AtlasPoint p)
{
  double dx = b.x - a.x;
  double dy = b.y - a.y;
  double along = dx == 0 && dy == 0 ? 0 : ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy);

  if (along > 1)
    return atlas_point_distance_squared (b, p);
  if (along > 0)
    a = ATLAS_POINT_INIT (a.x + dx * along, a.y + dy * along);
  return atlas_point_distance_squared (a, p);
}

G_END_DECLS
