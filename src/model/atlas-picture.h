// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-crs.h"
#include "atlas-extent.h"

G_BEGIN_DECLS

/**
 * AtlasPicture:
 * @width: in pixels
 * @height: in pixels
 * @stride: bytes from row to row
 * @pixels: premultiplied ARGB in native order, as cairo has it
 * @extent: what the picture covers, to its outer edges
 *
 * Pixels with a place on the map. Immutable and atomically refcounted.
 */
typedef struct {
  int width;
  int height;
  int stride;
  const guint8 *pixels;
  AtlasExtent extent;
} AtlasPicture;

AtlasPicture *atlas_picture_new (GBytes *pixels, int width, int height, int stride, AtlasExtent extent);
AtlasPicture *atlas_picture_ref (AtlasPicture *self);
void atlas_picture_unref (AtlasPicture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasPicture, atlas_picture_unref)

G_END_DECLS
