// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

/**
 * AtlasPoint:
 * @x: easting or longitude, in units of the coordinate system
 * @y: northing or latitude
 *
 * A position, always east first whatever order the coordinate system officially has.
 */
typedef struct {
  double x;
  double y;
} AtlasPoint;

#define ATLAS_POINT_INIT(px, py) ((AtlasPoint){ .x = (px), .y = (py) })

static inline gboolean
atlas_point_is_finite (AtlasPoint p)
{
  return isfinite (p.x) && isfinite (p.y);
}

/* No map has such coordinates, but files do, and their differences and products would be no numbers any more. */
#define ATLAS_POINT_FARTHEST 1e9

static inline gboolean
atlas_point_is_place (AtlasPoint p)
{
  return fabs (p.x) <= ATLAS_POINT_FARTHEST && fabs (p.y) <= ATLAS_POINT_FARTHEST;
}

static inline double
atlas_point_distance_squared (AtlasPoint a, AtlasPoint b)
{
  double dx = a.x - b.x;
  double dy = a.y - b.y;

  return dx * dx + dy * dy;
}

static inline double
atlas_point_distance (AtlasPoint a, AtlasPoint b)
{
  return sqrt (atlas_point_distance_squared (a, b));
}

/* Whether @p is on the edge from @a to @b, its ends included. */
static inline gboolean
atlas_edge_holds (AtlasPoint a, AtlasPoint b, AtlasPoint p)
{
  return (b.x - a.x) * (p.y - a.y) == (b.y - a.y) * (p.x - a.x) && p.x >= MIN (a.x, b.x) && p.x <= MAX (a.x, b.x) &&
         p.y >= MIN (a.y, b.y) && p.y <= MAX (a.y, b.y);
}

/* Whether the ray from @p to the east crosses the edge from @a to @b; an end of the edge belongs to the part above
 * it. A ring holds the points whose ray crosses it an odd number of times. */
static inline gboolean
atlas_edge_is_crossed (AtlasPoint a, AtlasPoint b, AtlasPoint p)
{
  return (a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x;
}

G_END_DECLS
