// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-colour.h"
#include "atlas-coverage.h"
#include "atlas-strokes.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * AtlasMosaicCoat:
 * @cover: where the areas of the coat are added
 * @colour: of these areas
 * @image: (owned) (nullable): of the mosaic's size, opaque: the areas show it instead
 *
 * Areas that are painted alike.
 */
typedef struct {
  AtlasCoverage cover;
  AtlasColour colour;
  cairo_surface_t *image;
} AtlasMosaicCoat;

/**
 * AtlasMosaic:
 * @width: in pixels
 * @height: in pixels
 * @transform: from the map to the pixels
 * @coats: (owned) (array length=n_coats): from the lowest to the topmost
 * @strokes: (nullable): of the mosaic's size: lines above all coats
 * @stroke_colour: of the lines
 * @all: (owned): the coverages of the coats, one below the other
 *
 * Areas of several colours on pixels. Each pixel takes the colours in the shares that they have of it, from the topmost
 * down. So neighbours meet without a seam, at whatever fraction of a pixel their border lies, and what is below them
 * shows only where neither reaches.
 */
typedef struct {
  int width;
  int height;
  AtlasTransform transform;
  guint n_coats;
  AtlasMosaicCoat *coats;
  const AtlasStrokes *strokes;
  AtlasColour stroke_colour;
  AtlasCoverage all;
} AtlasMosaic;

void atlas_mosaic_init (AtlasMosaic *self, int width, int height, AtlasTransform transform, guint n_coats);
void atlas_mosaic_clear (AtlasMosaic *self);
cairo_surface_t *atlas_mosaic_paint (AtlasMosaic *self);

G_END_DECLS
