// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-extent.h"

G_BEGIN_DECLS

/**
 * AtlasTransform:
 * @scale: device units (pixels, millimetres) per map unit; positive
 * @x0: device x of map x = 0
 * @y0: device y of map y = 0
 *
 * From the map (y up) to a device (y down), without rotation and with one scale for both axes.
 */
typedef struct {
  double scale;
  double x0;
  double y0;
} AtlasTransform;

static inline AtlasPoint
atlas_transform_to_device (AtlasTransform t, AtlasPoint p)
{
  return ATLAS_POINT_INIT (t.x0 + t.scale * p.x, t.y0 - t.scale * p.y);
}

static inline AtlasPoint
atlas_transform_to_map (AtlasTransform t, AtlasPoint p)
{
  return ATLAS_POINT_INIT ((p.x - t.x0) / t.scale, (t.y0 - p.y) / t.scale);
}

/* The map extent seen in a device area of @width by @height whose corner is (0, 0). */
static inline AtlasExtent
atlas_transform_visible (AtlasTransform t, double width, double height)
{
  AtlasPoint low = atlas_transform_to_map (t, ATLAS_POINT_INIT (0, height));
  AtlasPoint high = atlas_transform_to_map (t, ATLAS_POINT_INIT (width, 0));

  return (AtlasExtent){ low.x, low.y, high.x, high.y };
}

/* Shows @extent whole and centred in @width by @height, with @margin device units left free. An
 * extent without size (one point) is shown at one map unit per device unit. */
static inline AtlasTransform
atlas_transform_fit (AtlasExtent extent, double width, double height, double margin)
{
  double free_width = MAX (width - 2 * margin, 1);
  double free_height = MAX (height - 2 * margin, 1);
  double w = atlas_extent_width (extent);
  double h = atlas_extent_height (extent);
  AtlasPoint c = atlas_extent_is_empty (extent) ? ATLAS_POINT_INIT (0, 0) : atlas_extent_centre (extent);
  double scale = 1;

  if (w > 0 && h > 0)
    scale = MIN (free_width / w, free_height / h);
  else if (w > 0)
    scale = free_width / w;
  else if (h > 0)
    scale = free_height / h;
  return (AtlasTransform){ scale, width / 2 - scale * c.x, height / 2 + scale * c.y };
}

/* Zooms by @factor about the device point @fixed, which keeps its place on the map. */
static inline AtlasTransform
atlas_transform_zoom (AtlasTransform t, double factor, AtlasPoint fixed)
{
  return (AtlasTransform){ t.scale * factor, fixed.x + (t.x0 - fixed.x) * factor, fixed.y + (t.y0 - fixed.y) * factor };
}

static inline AtlasTransform
atlas_transform_pan (AtlasTransform t, double dx, double dy)
{
  return (AtlasTransform){ t.scale, t.x0 + dx, t.y0 + dy };
}

G_END_DECLS
