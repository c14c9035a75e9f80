// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-colour.h"
#include "atlas-coverage.h"
#include "atlas-strokes.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * AtlasMosaic:
 * @width: in pixels
 * @height: in pixels
 * @transform: from the map to the pixels
 * @shares: (owned): of each pixel: blue, green and red, 0…255, and which part of it nothing covers yet
 *
 * Areas of several colours on pixels, laid from the topmost down: each pixel takes the colours in the shares that
 * they have of it. So neighbours meet without a seam, at whatever fraction of a pixel their border lies, and what
 * is below them shows only where neither reaches.
 */
typedef struct {
  int width;
  int height;
  AtlasTransform transform;
  struct _AtlasShare *shares;
} AtlasMosaic;

void atlas_mosaic_init (AtlasMosaic *self, int width, int height, AtlasTransform transform);
void atlas_mosaic_clear (AtlasMosaic *self);
void atlas_mosaic_lay (AtlasMosaic *self, AtlasCoverage *coverage, AtlasColour colour);
void atlas_mosaic_lay_strokes (AtlasMosaic *self, const AtlasStrokes *strokes, AtlasColour colour);
void atlas_mosaic_lay_image (AtlasMosaic *self, AtlasCoverage *coverage, cairo_surface_t *image);
cairo_surface_t *atlas_mosaic_create_image (const AtlasMosaic *self);

G_END_DECLS
