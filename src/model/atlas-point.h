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

G_END_DECLS
