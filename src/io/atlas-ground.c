// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-projection.h"

#include "atlas-crs-database.h"

#include <geodesic.h>

static struct geod_geodesic
ellipsoid_of (PJ_CONTEXT *context, const PJ *crs)
{
  g_autoptr (PJ) ellipsoid = crs ? proj_get_ellipsoid (context, crs) : NULL;
  double major = 6378137;
  double inverse_flattening = 298.257223563;
  struct geod_geodesic geodesic;

  if (ellipsoid)
    proj_ellipsoid_get_parameters (context, ellipsoid, &major, NULL, NULL, &inverse_flattening);
  geod_init (&geodesic, major, inverse_flattening > 0 ? 1 / inverse_flattening : 0);
  return geodesic;
}

static double
ring_on_ellipsoid (const struct geod_geodesic *geodesic, const AtlasPoint *points, gsize n)
{
  struct geod_polygon polygon;
  double area = 0;

  geod_polygon_init (&polygon, FALSE);
  for (gsize i = 0; i + 1 < n; i++)
    geod_polygon_addpoint (geodesic, &polygon, points[i].y, points[i].x);
  geod_polygon_compute (geodesic, &polygon, FALSE, TRUE, &area, NULL);
  return fabs (area);
}

/* Gauss's formula about the first position, which keeps the small differences of large coordinates. */
static double
ring_on_plane (const AtlasPoint *points, gsize n)
{
  double twice = 0;

  for (gsize i = 1; i + 1 < n; i++)
    twice += (points[i].x - points[0].x) * (points[i + 1].y - points[0].y) -
             (points[i + 1].x - points[0].x) * (points[i].y - points[0].y);
  return fabs (twice) / 2;
}

typedef struct {
  gboolean plane;
  double square_metres; /* in one square unit of the plane */
  struct geod_geodesic geodesic;
} Ground;

static double
ring_area (const Ground *ground, const AtlasPoint *points, gsize n)
{
  return ground->plane ? ring_on_plane (points, n) * ground->square_metres
                       : ring_on_ellipsoid (&ground->geodesic, points, n);
}

static double
part_area (const Ground *ground, const AtlasGeometry *g, guint32 part)
{
  double area = 0;

  for (guint32 ring = g->parts[part]; ring < g->parts[part + 1]; ring++) {
    double here = ring_area (ground, g->points + g->rings[ring], g->rings[ring + 1] - g->rings[ring]);

    area += ring == g->parts[part] ? here : -here;
  }
  return area;
}

static double
feature_area (const Ground *ground, const AtlasGeometry *g, gsize feature)
{
  double area = NAN;

  for (guint32 part = g->features[feature]; part < g->features[feature + 1]; part++)
    if (g->kinds[part] == ATLAS_PART_POLYGON)
      area = (isnan (area) ? 0 : area) + part_area (ground, g, part);
  return area;
}

static Ground
ground_of (const AtlasCrs *crs, gboolean plane)
{
  g_autoptr (PJ_CONTEXT) context = _atlas_proj_context_new ();
  g_autoptr (PJ) pj = _atlas_crs_to_proj (crs, context, NULL);
  double unit = atlas_crs_get_metres_per_unit (crs);

  return (Ground){ .plane = plane, .square_metres = unit * unit, .geodesic = ellipsoid_of (context, pj) };
}

/**
 * atlas_table_measure_areas:
 * @self: features in any known system
 * @metric: (nullable): the projected system to measure in, or %NULL for the ellipsoid of WGS 84
 *
 * Holes are taken away. A system that does not keep areas, as Web Mercator, is not to be given as @metric.
 *
 * Returns: (transfer full) (array): the area of each feature in square metres, NaN for one that has none, or %NULL
 *   when the positions cannot be taken there
 */
double *
atlas_table_measure_areas (AtlasTable *self, AtlasCrs *metric, GError **error)
{
  g_autoptr (AtlasCrs) target = metric ? atlas_crs_ref (metric) : _atlas_crs_lonlat ();
  g_autoptr (AtlasTable) there = atlas_table_reproject (self, target, NULL, error);
  const AtlasGeometry *g;
  Ground ground;
  double *areas;

  if (!there)
    return NULL;
  g = atlas_table_get_geometry (there);
  ground = ground_of (target, atlas_crs_get_kind (target) != ATLAS_CRS_GEOGRAPHIC);
  areas = g_new (double, g->n_features + 1);
  for (gsize i = 0; i < g->n_features; i++)
    areas[i] = feature_area (&ground, g, i);
  return areas;
}

/**
 * atlas_crs_metres_at:
 * @crs: a system
 * @where: a place in it
 *
 * A unit of Web Mercator at Kielce is 0.631 m on the ground; a degree there, along the parallel, 70.4 km.
 *
 * Returns: metres on the ground for one unit of @crs going east from @where; the nominal length of the unit where the
 *   place has no longitude and latitude
 */
double
atlas_crs_metres_at (AtlasCrs *crs, AtlasPoint where)
{
  gboolean degrees = atlas_crs_get_kind (crs) == ATLAS_CRS_GEOGRAPHIC;
  double step = degrees ? 0.001 : 100;
  AtlasPoint ends[2] = { where, { where.x + step, where.y } };
  g_autoptr (AtlasCrs) lonlat = _atlas_crs_lonlat ();
  Ground ground = ground_of (crs, FALSE);
  double metres = NAN;

  if (atlas_crs_get_kind (crs) == ATLAS_CRS_LOCAL || !atlas_crs_transform_points (crs, lonlat, ends, 2, NULL))
    return atlas_crs_get_metres_per_unit (crs);
  geod_inverse (&ground.geodesic, ends[0].y, ends[0].x, ends[1].y, ends[1].x, &metres, NULL, NULL);
  return metres > 0 ? metres / step : atlas_crs_get_metres_per_unit (crs);
}
