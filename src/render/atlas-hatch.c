// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-hatch.h"

#include <math.h>

#define STEP_MM  1.1
#define WIDTH_MM 0.18

/* Lines x + sign * y = k * step + phase over a box: they run on from one area to the next, and go along with the map
 * when it is moved. */
static void
trace_hatch (cairo_t *cr, AtlasExtent box, double step, double sign, AtlasPoint origin)
{
  double phase = fmod (origin.x + sign * origin.y, step);
  double low = box.xmin + (sign > 0 ? box.ymin : -box.ymax) - phase;
  double high = box.xmax + (sign > 0 ? box.ymax : -box.ymin) - phase;

  for (double k = ceil (low / step); k * step <= high; k++) {
    cairo_move_to (cr, k * step + phase - sign * box.ymin, box.ymin);
    cairo_line_to (cr, k * step + phase - sign * box.ymax, box.ymax);
  }
}

/**
 * atlas_hatch_stroke:
 * @cr: to draw on
 * @mm: units of @cr in a millimetre
 * @box: to be covered
 * @origin: where the map's (0, 0) lies
 *
 * Draws the lines of a hatch over a box and a little beyond, without their ground.
 */
void
atlas_hatch_stroke (AtlasHatch self, cairo_t *cr, double mm, AtlasExtent box, AtlasPoint origin)
{
  double step = STEP_MM * mm * G_SQRT2;

  box = atlas_extent_grow (box, STEP_MM * mm);
  cairo_new_path (cr);
  if (self != ATLAS_HATCH_FALLING)
    trace_hatch (cr, box, step, 1, origin);
  if (self != ATLAS_HATCH_RISING)
    trace_hatch (cr, box, self == ATLAS_HATCH_FALLING ? 2 * step : step, -1, origin);
  cairo_set_source_rgb (cr, ATLAS_HATCH_LINE.r / 255.0, ATLAS_HATCH_LINE.g / 255.0, ATLAS_HATCH_LINE.b / 255.0);
  cairo_set_line_width (cr, WIDTH_MM * mm);
  cairo_stroke (cr);
}
