// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-geometry-measure.h"

#include "atlas-pole.h"

/* Shoelace formula about the first point, so that large coordinates lose no digits; never negative, because files
 * disagree about the direction of rings. */
static double
ring_area (const AtlasGeometry *g, guint32 ring)
{
  AtlasPoint origin = g->points[g->rings[ring]];
  double twice = 0;

  for (guint32 i = g->rings[ring]; i + 1 < g->rings[ring + 1]; i++) {
    AtlasPoint a = g->points[i];
    AtlasPoint b = g->points[i + 1];

    twice += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y);
  }
  return fabs (twice) / 2;
}

static double
part_area (const AtlasGeometry *g, guint32 part)
{
  double area;

  if (g->kinds[part] != ATLAS_PART_POLYGON)
    return 0;
  area = ring_area (g, g->parts[part]);
  for (guint32 hole = g->parts[part] + 1; hole < g->parts[part + 1]; hole++)
    area -= ring_area (g, hole);
  return MAX (area, 0);
}

static double
part_length (const AtlasGeometry *g, guint32 part)
{
  double length = 0;

  if (g->kinds[part] != ATLAS_PART_LINE)
    return 0;
  for (guint32 i = g->rings[g->parts[part]]; i + 1 < g->rings[g->parts[part + 1]]; i++)
    length += atlas_point_distance (g->points[i], g->points[i + 1]);
  return length;
}

/**
 * atlas_geometry_area:
 *
 * Returns: the area of a feature's polygons without their holes, in square units of the positions
 */
double
atlas_geometry_area (const AtlasGeometry *geometry, gsize feature)
{
  double area = 0;

  for (guint32 part = geometry->features[feature]; part < geometry->features[feature + 1]; part++)
    area += part_area (geometry, part);
  return area;
}

static gboolean
part_contains (const AtlasGeometry *g, guint32 part, AtlasPoint p)
{
  gboolean inside = FALSE;

  if (g->kinds[part] != ATLAS_PART_POLYGON)
    return FALSE;
  for (guint32 ring = g->parts[part]; ring < g->parts[part + 1]; ring++) {
    for (guint32 i = g->rings[ring]; i + 1 < g->rings[ring + 1]; i++) {
      if (atlas_edge_holds (g->points[i], g->points[i + 1], p))
        return TRUE;
      inside ^= atlas_edge_is_crossed (g->points[i], g->points[i + 1], p);
    }
  }
  return inside;
}

/**
 * atlas_geometry_contains:
 *
 * By the even-odd rule within each part; a point on the edge counts as inside.
 *
 * Returns: whether @point lies in one of the feature's areas
 */
gboolean
atlas_geometry_contains (const AtlasGeometry *geometry, gsize feature, AtlasPoint point)
{
  if (!atlas_extent_contains_point (geometry->boxes[feature], point))
    return FALSE;
  for (guint32 part = geometry->features[feature]; part < geometry->features[feature + 1]; part++)
    if (part_contains (geometry, part, point))
      return TRUE;
  return FALSE;
}

/* Points of a part of points are not joined. */
static double
part_distance_squared (const AtlasGeometry *g, guint32 part, AtlasPoint p)
{
  gboolean joined = g->kinds[part] != ATLAS_PART_POINT;
  double nearest = INFINITY;

  for (guint32 ring = g->parts[part]; ring < g->parts[part + 1]; ring++) {
    guint32 end = g->rings[ring + 1];

    for (guint32 i = g->rings[ring]; i < end; i++) {
      guint32 next = joined && i + 1 < end ? i + 1 : i;
      double distance = atlas_segment_distance_squared (g->points[i], g->points[next], p);

      nearest = MIN (nearest, distance);
    }
  }
  return nearest;
}

/**
 * atlas_geometry_edge_distance:
 *
 * Returns: the distance from @point to the nearest position or edge of the feature, inside an area too; infinite
 *   without geometry
 */
double
atlas_geometry_edge_distance (const AtlasGeometry *geometry, gsize feature, AtlasPoint point)
{
  double nearest = INFINITY;

  for (guint32 part = geometry->features[feature]; part < geometry->features[feature + 1]; part++) {
    double distance = part_distance_squared (geometry, part, point);

    nearest = MIN (nearest, distance);
  }
  return sqrt (nearest);
}

/**
 * atlas_geometry_distance:
 *
 * Returns: the distance from @point to the nearest position or edge of the feature; 0 inside an area; infinite without
 *   geometry
 */
double
atlas_geometry_distance (const AtlasGeometry *geometry, gsize feature, AtlasPoint point)
{
  if (atlas_geometry_contains (geometry, feature, point))
    return 0;
  return atlas_geometry_edge_distance (geometry, feature, point);
}

/* The part of a kind with the largest measure; an area goes before a line, a line before a point. */
static guint32
find_main_part (const AtlasGeometry *g, gsize feature)
{
  guint32 main_part = g->features[feature];
  double largest = -1;

  for (guint32 part = g->features[feature]; part < g->features[feature + 1]; part++) {
    double size = g->kinds[part] == ATLAS_PART_POLYGON ? part_area (g, part) : part_length (g, part);

    if (g->kinds[part] < g->kinds[main_part] || (g->kinds[part] == g->kinds[main_part] && size <= largest))
      continue;
    main_part = part;
    largest = size;
  }
  return main_part;
}

static AtlasPoint
find_middle_of_line (const AtlasGeometry *g, guint32 part)
{
  double rest = part_length (g, part) / 2;
  guint32 end = g->rings[g->parts[part + 1]];

  for (guint32 i = g->rings[g->parts[part]]; i + 1 < end; i++) {
    AtlasPoint a = g->points[i];
    AtlasPoint b = g->points[i + 1];
    double length = atlas_point_distance (a, b);

    if (length > 0 && length >= rest)
      return ATLAS_POINT_INIT (a.x + (b.x - a.x) * rest / length, a.y + (b.y - a.y) * rest / length);
    rest -= length;
  }
  return g->points[end - 1];
}

/**
 * atlas_geometry_anchor:
 * @precision: of the pole, in units of the positions
 * @anchor: (out): where a label or a symbol belongs
 * @clearance: (out) (optional): how far it is from the outline of an area; 0 on lines and points
 *
 * The pole of inaccessibility of the largest area, else the middle of the longest line, else the first point.
 *
 * Returns: %FALSE without geometry, and then nothing is set
 */
gboolean
atlas_geometry_anchor (const AtlasGeometry *geometry,
                       gsize feature,
                       double precision,
                       AtlasPoint *anchor,
                       double *clearance)
{
  AtlasPole pole = { .clearance = 0 };
  guint32 part;

  if (geometry->features[feature] == geometry->features[feature + 1])
    return FALSE;
  part = find_main_part (geometry, feature);
  if (geometry->kinds[part] == ATLAS_PART_POLYGON)
    pole = atlas_pole_find (geometry, part, precision);
  else if (geometry->kinds[part] == ATLAS_PART_LINE)
    pole.point = find_middle_of_line (geometry, part);
  else
    pole.point = geometry->points[geometry->rings[geometry->parts[part]]];
  *anchor = pole.point;
  if (clearance)
    *clearance = pole.clearance;
  return TRUE;
}
