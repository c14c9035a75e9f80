// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-draw-meter.h"
#include "atlas-hatch.h"
#include "atlas-mosaic.h"
#include "atlas-path.h"
#include "atlas-picture.h"
#include "atlas-text.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * AtlasDisc:
 * @radius: 0 draws nothing
 * @fill: of the inside; transparent for a ring
 * @outline: of the edge
 * @outline_width: 0 for none
 */
typedef struct {
  AtlasPoint centre;
  double radius;
  AtlasColour fill;
  AtlasColour outline;
  double outline_width;
} AtlasDisc;

typedef struct _AtlasCanvas AtlasCanvas;

/**
 * AtlasCanvasClass:
 * @fill: fills areas by the non-zero rule
 * @seal: (nullable): covers the seams that antialiased areas leave between neighbours, before they are filled; %NULL
 *   where a mosaic leaves none
 * @begin_mosaic: (nullable): begins areas of several colours that lie side by side, over all that the clip lets
 *   through; %NULL where there are no pixels to share
 * @hatch_coat: (nullable): has the areas of a coat show lines, which go along with the map
 * @draw_mosaic: (nullable): draws the areas that were added
 * @hatch: fills areas with lines
 * @stroke: draws outlines
 * @disc: draws a circle
 * @text: writes a line
 * @picture: lays pixels into a box of the canvas (y down)
 * @push_frame: moves the origin and clips
 * @push_layer: begins a group drawn with one opacity
 * @pop: ends the last frame or layer
 * @begin_feature: (nullable): what follows, to the next `end_feature`, shows one feature
 * @end_feature: (nullable): ends it
 *
 * What a map can be drawn on: cairo (screen, PNG, PDF) and SVG.
 */
typedef struct {
  void (*fill) (AtlasCanvas *self, const AtlasPath *path, AtlasColour colour);
  void (*seal) (AtlasCanvas *self, const AtlasPath *path, AtlasColour colour);
  void (*begin_mosaic) (AtlasCanvas *self, AtlasTransform transform, guint n_coats, AtlasMosaic *mosaic);
  void (*hatch_coat) (AtlasCanvas *self, AtlasMosaic *mosaic, guint coat, AtlasHatch hatch);
  void (*draw_mosaic) (AtlasCanvas *self, AtlasMosaic *mosaic);
  void (*hatch) (AtlasCanvas *self, const AtlasPath *path, AtlasHatch hatch);
  void (*stroke) (AtlasCanvas *self, const AtlasPath *path, AtlasColour colour, double width);
  void (*disc) (AtlasCanvas *self, const AtlasDisc *disc);
  void (*text) (AtlasCanvas *self, const AtlasText *text);
  void (*picture) (AtlasCanvas *self, const AtlasPicture *picture, AtlasExtent box);
  void (*push_frame) (AtlasCanvas *self, double x, double y, double width, double height);
  void (*push_layer) (AtlasCanvas *self, const char *title, double opacity);
  void (*pop) (AtlasCanvas *self);
  void (*begin_feature) (AtlasCanvas *self, gint64 fid, const char *title);
  void (*end_feature) (AtlasCanvas *self);
} AtlasCanvasClass;

/**
 * AtlasCanvas:
 * @klass: how it draws
 * @pixel: canvas units of the smallest thing that shows
 * @mm: canvas units in a millimetre
 * @meter: (nullable): counts the features drawn; borrowed
 *
 * Lives on the stack of one thread, as the first member of a backend's struct.
 */
struct _AtlasCanvas {
  const AtlasCanvasClass *klass;
  double pixel;
  double mm;
  AtlasDrawMeter *meter;
};

/* Whether features are told apart, so that each is drawn by itself. */
static inline gboolean
atlas_canvas_keeps_features (const AtlasCanvas *self)
{
  return self->klass->begin_feature != NULL;
}

/**
 * AtlasCairoCanvas:
 *
 * Draws on any cairo target.
 */
typedef struct {
  AtlasCanvas parent;
  cairo_t *cr; /* borrowed */
  gboolean raster;
  struct _AtlasDiscSprites *sprites; /* borrowed from @cr; NULL when its units are not pixels */
  guint depth;
  double opacities[8]; /* of the frames and layers pushed; 1 for a frame */
} AtlasCairoCanvas;

void atlas_cairo_canvas_init (AtlasCairoCanvas *self, cairo_t *cr, double units_per_mm);

G_END_DECLS
