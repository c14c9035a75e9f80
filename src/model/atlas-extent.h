// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-point.h"

G_BEGIN_DECLS

/**
 * AtlasExtent:
 * @xmin: western edge
 * @ymin: southern edge
 * @xmax: eastern edge
 * @ymax: northern edge
 *
 * A closed box with sides along the axes. The empty extent has @xmin > @xmax; it is the neutral
 * element of the union.
 */
typedef struct {
  double xmin;
  double ymin;
  double xmax;
  double ymax;
} AtlasExtent;

#define ATLAS_EXTENT_EMPTY                                                                                             \
  ((AtlasExtent){ .xmin = G_MAXDOUBLE, .ymin = G_MAXDOUBLE, .xmax = -G_MAXDOUBLE, .ymax = -G_MAXDOUBLE })

static inline gboolean
atlas_extent_is_empty (AtlasExtent e)
{
  return !(e.xmin <= e.xmax && e.ymin <= e.ymax);
}

static inline double
atlas_extent_width (AtlasExtent e)
{
  return atlas_extent_is_empty (e) ? 0 : e.xmax - e.xmin;
}

static inline double
atlas_extent_height (AtlasExtent e)
{
  return atlas_extent_is_empty (e) ? 0 : e.ymax - e.ymin;
}

static inline AtlasPoint
atlas_extent_centre (AtlasExtent e)
{
  return ATLAS_POINT_INIT ((e.xmin + e.xmax) / 2, (e.ymin + e.ymax) / 2);
}

static inline AtlasExtent
atlas_extent_add_point (AtlasExtent e, AtlasPoint p)
{
  e.xmin = p.x < e.xmin ? p.x : e.xmin;
  e.ymin = p.y < e.ymin ? p.y : e.ymin;
  e.xmax = p.x > e.xmax ? p.x : e.xmax;
  e.ymax = p.y > e.ymax ? p.y : e.ymax;
  return e;
}

static inline AtlasExtent
atlas_extent_union (AtlasExtent a, AtlasExtent b)
{
  a.xmin = b.xmin < a.xmin ? b.xmin : a.xmin;
  a.ymin = b.ymin < a.ymin ? b.ymin : a.ymin;
  a.xmax = b.xmax > a.xmax ? b.xmax : a.xmax;
  a.ymax = b.ymax > a.ymax ? b.ymax : a.ymax;
  return a;
}

static inline AtlasExtent
atlas_extent_intersection (AtlasExtent a, AtlasExtent b)
{
  AtlasExtent both = { .xmin = MAX (a.xmin, b.xmin),
                       .ymin = MAX (a.ymin, b.ymin),
                       .xmax = MIN (a.xmax, b.xmax),
                       .ymax = MIN (a.ymax, b.ymax) };

  return atlas_extent_is_empty (both) ? ATLAS_EXTENT_EMPTY : both;
}

static inline gboolean
atlas_extent_intersects (AtlasExtent a, AtlasExtent b)
{
  return a.xmin <= b.xmax && b.xmin <= a.xmax && a.ymin <= b.ymax && b.ymin <= a.ymax;
}

static inline gboolean
atlas_extent_contains_point (AtlasExtent e, AtlasPoint p)
{
  return p.x >= e.xmin && p.x <= e.xmax && p.y >= e.ymin && p.y <= e.ymax;
}

static inline gboolean
atlas_extent_contains (AtlasExtent outer, AtlasExtent inner)
{
  return inner.xmin >= outer.xmin && inner.xmax <= outer.xmax && inner.ymin >= outer.ymin && inner.ymax <= outer.ymax;
}

/* Grows @e by @margin on every side; the empty extent stays empty. */
static inline AtlasExtent
atlas_extent_grow (AtlasExtent e, double margin)
{
  if (atlas_extent_is_empty (e))
    return e;
  return (AtlasExtent){ e.xmin - margin, e.ymin - margin, e.xmax + margin, e.ymax + margin };
}

G_END_DECLS
