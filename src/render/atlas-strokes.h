// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-point.h"

G_BEGIN_DECLS

/**
 * AtlasStrokes:
 * @width: in pixels
 * @height: in pixels
 * @half: half the width of a line, in pixels
 * @cover: (owned): which part of each pixel lines cover, 0…255
 *
 * Lines of one width on pixels, with round ends and bends. A pixel has what the nearest line covers of it: drawn twice,
 * as the border between two areas is, a line looks no heavier than drawn once.
 */
typedef struct {
  int width;
  int height;
  float half;
  guint8 *cover;
} AtlasStrokes;

void atlas_strokes_init (AtlasStrokes *self, int width, int height, double line_width);
void atlas_strokes_clear (AtlasStrokes *self);
void atlas_strokes_add (AtlasStrokes *self, AtlasPoint from, AtlasPoint to);

G_END_DECLS
