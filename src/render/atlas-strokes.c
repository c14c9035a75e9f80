// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-strokes.h"

#include <math.h>

/**
 * atlas_strokes_init:
 * @width: in pixels
 * @height: in pixels
 * @line_width: in pixels, of all lines
 *
 * Begins without lines.
 */
void
atlas_strokes_init (AtlasStrokes *self, int width, int height, double line_width)
{
  *self = (AtlasStrokes){ width, height, (float) (line_width / 2) };
  self->cover = g_malloc0 ((gsize) width * (gsize) height);
}

void
atlas_strokes_clear (AtlasStrokes *self)
{
  g_clear_pointer (&self->cover, g_free);
}

/**
 * Segment:
 * @x: where it begins
 * @y: where it begins
 * @dx: to its end
 * @dy: to its end
 * @along: 1 over its length squared; 0 for a point
 */
typedef struct {
  float x;
  float y;
  float dx;
  float dy;
  float along;
} Segment;

static inline float
measure_distance (const Segment *s, float x, float y)
{
  float px = x - s->x;
  float py = y - s->y;
  float t = CLAMP ((px * s->dx + py * s->dy) * s->along, 0, 1);

  px -= t * s->dx;
  py -= t * s->dy;
  return sqrtf (px * px + py * py);
}

/* What a line @half to either side covers of a pixel whose centre is @distance from its middle: as of a pixel that
 * stands square to it. */
static inline float
cover_pixel (float distance, float half)
{
  return MIN (distance + 0.5f, half) - MAX (distance - 0.5f, -half);
}

static inline void
stroke_pixels (AtlasStrokes *self, const Segment *segment, int y, int first, int last)
{
  guint8 *row = self->cover + (gsize) y * (gsize) self->width;

  for (int x = first; x <= last; x++) {
    float distance = measure_distance (segment, (float) x + 0.5f, (float) y + 0.5f);
    float cover = cover_pixel (distance, self->half) * 255 + 0.5f;

    if (cover > row[x])
      row[x] = (guint8) cover;
  }
}

/* A line reaches as far as its width, and what it touches a half pixel more. */
static void
stroke_row (AtlasStrokes *self, const Segment *s, int y, float reach)
{
  float above = (float) y + 0.5f - reach;
  float below = (float) y + 0.5f + reach;
  float enter = s->dy != 0 ? CLAMP ((above - s->y) / s->dy, 0, 1) : 0;
  float leave = s->dy != 0 ? CLAMP ((below - s->y) / s->dy, 0, 1) : 1;
  float x1 = s->x + enter * s->dx;
  float x2 = s->x + leave * s->dx;
  float first = MAX (MIN (x1, x2) - reach - 0.5f, 0);
  float last = MIN (MAX (x1, x2) + reach - 0.5f, (float) (self->width - 1));

  if (first <= last)
    stroke_pixels (self, s, y, (int) ceilf (first), (int) last);
}

/**
 * atlas_strokes_add:
 * @from: where a line begins, in pixels; (0, 0) is the upper left corner of the first pixel
 * @to: where it ends
 *
 * Adds a straight line; one that is not finite is none.
 */
void
atlas_strokes_add (AtlasStrokes *self, AtlasPoint from, AtlasPoint to)
{
  float dx = (float) (to.x - from.x);
  float dy = (float) (to.y - from.y);
  float length2 = dx * dx + dy * dy;
  Segment segment = { (float) from.x, (float) from.y, dx, dy, length2 > 0 ? 1 / length2 : 0 };
  float reach = self->half + 0.5f;
  float top = MAX ((float) MIN (from.y, to.y) - reach - 0.5f, 0);
  float bottom = MIN ((float) MAX (from.y, to.y) + reach - 0.5f, (float) (self->height - 1));

  if (!isfinite (length2))
    return;
  for (int y = (int) ceilf (top); y <= (int) floorf (bottom); y++)
    stroke_row (self, &segment, y, reach);
}
