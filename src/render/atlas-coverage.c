// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-coverage.h"

#include "atlas-large-pages.h"

#include <math.h>
#include <string.h>

static const AtlasCoverageRow untouched = { G_MAXINT, -1 };

/**
 * atlas_coverage_init:
 * @width: in pixels
 * @height: in pixels
 *
 * Begins with nothing covered.
 */
void
atlas_coverage_init (AtlasCoverage *self, int width, int height)
{
  gsize n = ((gsize) width + 2) * (gsize) height;

  *self = (AtlasCoverage){ width, height };
  self->cells = g_new0 (float, n);
  atlas_large_pages_prefer (self->cells, n * sizeof *self->cells);
  self->rows = g_new (AtlasCoverageRow, height);
  for (int y = 0; y < height; y++)
    self->rows[y] = untouched;
}

/**
 * atlas_coverage_view:
 * @first: a row
 * @height: how many from there on
 *
 * Returns: (transfer none): those rows as a coverage of their own, as long as @self lives
 */
AtlasCoverage
atlas_coverage_view (const AtlasCoverage *self, int first, int height)
{
  return (AtlasCoverage){ self->width, height, atlas_coverage_get_row (self, first), self->rows + first };
}

void
atlas_coverage_clear (AtlasCoverage *self)
{
  g_clear_pointer (&self->cells, g_free);
  g_clear_pointer (&self->rows, g_free);
}

/**
 * atlas_coverage_is_empty:
 *
 * Returns: whether nothing was added
 */
gboolean
atlas_coverage_is_empty (const AtlasCoverage *self)
{
  for (int y = 0; y < self->height; y++)
    if (self->rows[y].last >= 0)
      return FALSE;
  return TRUE;
}

static inline void
touch (AtlasCoverage *self, int y, int first, int last)
{
  AtlasCoverageRow *row = &self->rows[y];

  row->first = MIN (row->first, first);
  row->last = MAX (row->last, last);
}

/* An edge that crosses a row within one column, on average @inside of the way from its left side. */
static inline void
cross_column (float *cell, float height, float inside)
{
  cell[0] += height - height * inside;
  cell[1] += height * inside;
}

/* An edge that crosses a row over several columns, from @left to @right: a triangle, stripes of equal growth, and what
 * is left to a triangle. */
static void
cross_columns (float *row, float height, float left, float right)
{
  int first = (int) left;
  int end = (int) ceilf (right);
  float slope = height / (right - left);
  float enter = 1 - (left - (float) first);
  float leave = right - (float) (end - 1);
  float before = 0.5f * slope * enter * enter;
  float after = 0.5f * slope * leave * leave;

  row[first] += before;
  if (end == first + 2) {
    row[first + 1] += height - before - after;
  } else {
    row[first + 1] += slope * (enter + 0.5f) - before;
    for (int x = first + 2; x < end - 1; x++)
      row[x] += slope;
    row[end - 1] += slope * (0.5f + leave) - after;
  }
  row[end] += after;
}

/* An edge within one row of pixels, @height of it high: negative upwards. */
static inline void
cross_row (AtlasCoverage *self, int y, float height, float from, float to)
{
  float *row = atlas_coverage_get_row (self, y);
  float left = MIN (from, to);
  float right = MAX (from, to);
  int first = (int) left;

  if (right <= (float) (first + 1))
    cross_column (row + first, height, 0.5f * (left + right) - (float) first);
  else
    cross_columns (row, height, left, right);
  touch (self, y, first, (int) right + 1);
}

/* An edge from @a down to @b over several rows. Rounding must not carry it beyond its ends. */
static void
cross_rows (AtlasCoverage *self, AtlasPoint a, AtlasPoint b, float sign)
{
  float slope = (float) ((b.x - a.x) / (b.y - a.y));
  float least = (float) MIN (a.x, b.x);
  float most = (float) MAX (a.x, b.x);
  float x = (float) a.x;
  int end = (int) ceil (b.y);

  for (int y = (int) a.y; y < end; y++) {
    float height = (float) (MIN (b.y, y + 1) - MAX (a.y, y));
    float next = CLAMP (x + slope * height, least, most);

    cross_row (self, y, sign * height, x, next);
    x = next;
  }
}

/* An edge from @a down to @b, both within the pixels. */
static inline void
descend (AtlasCoverage *self, AtlasPoint a, AtlasPoint b, float sign)
{
  int y = (int) a.y;

  if (b.y <= y + 1)
    cross_row (self, y, sign * (float) (b.y - a.y), (float) a.x, (float) b.x);
  else
    cross_rows (self, a, b, sign);
}

static inline void
add_edge (AtlasCoverage *self, AtlasPoint a, AtlasPoint b, float sign)
{
  if (a.y < b.y)
    descend (self, a, b, sign);
  else if (a.y > b.y)
    descend (self, b, a, -sign);
}

static AtlasPoint
meet_column (AtlasPoint a, AtlasPoint b, double x)
{
  double y = a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x);

  return ATLAS_POINT_INIT (x, CLAMP (y, MIN (a.y, b.y), MAX (a.y, b.y)));
}

static AtlasPoint
meet_row (AtlasPoint a, AtlasPoint b, double y)
{
  double x = a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y);

  return ATLAS_POINT_INIT (CLAMP (x, MIN (a.x, b.x), MAX (a.x, b.x)), y);
}

static inline AtlasPoint
pull_into_columns (AtlasPoint p, double width)
{
  return ATLAS_POINT_INIT (CLAMP (p.x, 0, width), p.y);
}

/* What passes to the left covers the whole rows from column 0 on, what passes to the right covers nothing: so pieces
 * beyond the sides count as if they ran along them. */
static void
add_beside (AtlasCoverage *self, AtlasPoint a, AtlasPoint b, float sign)
{
  const double sides[] = { 0, self->width };
  AtlasPoint stops[4] = { a };
  guint n = 1;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++) {
    double side = sides[a.x < b.x ? i : 1 - i];

    if ((a.x < side) != (b.x < side))
      stops[n++] = meet_column (a, b, side);
  }
  stops[n++] = b;
  for (guint i = 1; i < n; i++)
    add_edge (self, pull_into_columns (stops[i - 1], self->width), pull_into_columns (stops[i], self->width), sign);
}

/* What lies above or below covers nothing. */
static void
add_clipped_edge (AtlasCoverage *self, AtlasPoint a, AtlasPoint b, float sign)
{
  double height = self->height;

  if (MAX (a.y, b.y) <= 0 || MIN (a.y, b.y) >= height || a.y == b.y)
    return;
  if ((a.y < 0) != (b.y < 0))
    *(a.y < 0 ? &a : &b) = meet_row (a, b, 0);
  if ((a.y > height) != (b.y > height))
    *(a.y > height ? &a : &b) = meet_row (a, b, height);
  add_beside (self, a, b, sign);
}

/**
 * Ring:
 * @turn: 1 or -1: makes its edges count as those of an outer ring, or of a hole
 * @area: in pixels
 * @box: of its positions in pixels
 *
 * What must be known of a ring before its first edge is added.
 */
typedef struct {
  float turn;
  double area;
  AtlasExtent box;
} Ring;

static AtlasExtent
place_box (AtlasExtent box, AtlasTransform t)
{
  AtlasPoint low = atlas_transform_to_device (t, ATLAS_POINT_INIT (box.xmin, box.ymax));
  AtlasPoint high = atlas_transform_to_device (t, ATLAS_POINT_INIT (box.xmax, box.ymin));

  return (AtlasExtent){ low.x, low.y, high.x, high.y };
}

/* Gauss's area formula, about the first position, so that large coordinates lose nothing. On the map y goes up and on
 * pixels down; either way an outer ring that goes down at its left side covers what is to the right of it. */
static Ring
survey_ring (const AtlasPoint *points, gsize n, AtlasTransform transform, gboolean hole)
{
  AtlasExtent box = ATLAS_EXTENT_EMPTY;
  AtlasPoint origin = points[0];
  AtlasPoint before = { 0, 0 };
  double twice = 0;

  for (gsize i = 0; i < n; i++) {
    AtlasPoint p = { points[i].x - origin.x, points[i].y - origin.y };

    box = atlas_extent_add_point (box, points[i]);
    twice += before.x * p.y - p.x * before.y;
    before = p;
  }
  return (Ring){ (twice < 0) == hole ? 1 : -1, fabs (twice) / 2 * transform.scale * transform.scale,
                 place_box (box, transform) };
}

/* A ring within one pixel covers of it what its area is. */
static gboolean
add_speck (AtlasCoverage *self, const Ring *ring, gboolean hole)
{
  int x = (int) ring->box.xmin;
  int y = (int) ring->box.ymin;
  float area = (float) (hole ? -ring->area : ring->area);

  if (ring->box.xmax > x + 1 || ring->box.ymax > y + 1 || x == self->width || y == self->height)
    return FALSE;
  atlas_coverage_get_row (self, y)[x] += area;
  atlas_coverage_get_row (self, y)[x + 1] -= area;
  touch (self, y, x, x + 1);
  return TRUE;
}

typedef void (*EdgeFunc) (AtlasCoverage *self, AtlasPoint a, AtlasPoint b, float sign);

static inline void
add_edges (AtlasCoverage *self, const AtlasPoint *points, gsize n, AtlasTransform transform, float turn, EdgeFunc add)
{
  AtlasPoint from = atlas_transform_to_device (transform, points[n - 1]);

  for (gsize i = 0; i < n; i++) {
    AtlasPoint to = atlas_transform_to_device (transform, points[i]);

    add (self, from, to, turn);
    from = to;
  }
}

/**
 * atlas_coverage_add_ring:
 * @points: (array length=n): of the map; the first repeated at the end or not
 * @n: 0 for no ring
 * @transform: from the map to the pixels; (0, 0) is the upper left corner of the first pixel
 * @hole: whether the ring is a hole
 *
 * Adds what is within a ring, or takes it away again for a hole, whichever way it runs. A ring that is not finite has
 * no inside.
 */
void
atlas_coverage_add_ring (AtlasCoverage *self,
                         const AtlasPoint *points,
                         gsize n,
                         AtlasTransform transform,
                         gboolean hole)
{
  AtlasExtent all = { 0, 0, self->width, self->height };
  Ring ring;

  if (n < 3)
    return;
  ring = survey_ring (points, n, transform, hole);
  if (!isfinite (ring.area))
    return;
  if (!atlas_extent_contains (all, ring.box))
    add_edges (self, points, n, transform, ring.turn, add_clipped_edge);
  else if (!add_speck (self, &ring, hole))
    add_edges (self, points, n, transform, ring.turn, add_edge);
}
