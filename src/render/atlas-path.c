// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-path.h"

/* Without a map behind it, a path still must not overflow a backend: cairo's fixed point ends at 2^23. */
#define BOUND 1e6

/**
 * atlas_path_init:
 * @transform: from the map to the canvas
 * @clip: what is drawn, with room for strokes
 * @grid: to which positions are rounded
 */
void
atlas_path_init (AtlasPath *self, AtlasTransform transform, AtlasExtent clip, double grid)
{
  AtlasExtent bound = { -BOUND, -BOUND, BOUND, BOUND };

  *self = (AtlasPath){ .transform = transform, .clip = atlas_extent_intersection (clip, bound), .grid = grid };
  self->points = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->ring = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
  self->clipped = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
}

/**
 * atlas_path_init_plain:
 *
 * A path in canvas units, for what is not of the map: swatches, frames, ticks.
 */
void
atlas_path_init_plain (AtlasPath *self)
{
  atlas_path_init (self, (AtlasTransform){ 1, 0, 0 }, (AtlasExtent){ -BOUND, -BOUND, BOUND, BOUND }, 0);
}

void
atlas_path_clear (AtlasPath *self)
{
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->starts, g_array_unref);
  g_clear_pointer (&self->ring, g_array_unref);
  g_clear_pointer (&self->clipped, g_array_unref);
}

/**
 * atlas_path_reset:
 * @closed: whether the outlines that come are areas
 *
 * Empties the path and keeps its memory.
 */
void
atlas_path_reset (AtlasPath *self, gboolean closed)
{
  g_array_set_size (self->points, 0);
  g_array_set_size (self->starts, 0);
  self->closed = closed;
}

static inline double
round_to_grid (double position, double grid, double cells_per_unit)
{
  return grid > 0 ? rint (position * cells_per_unit) * grid : position;
}

/* Projects into the scratch ring, without repeats; says whether all of it lies within the clip. Every position of every
 * feature comes through here, several times, so what is the same for all of a ring is taken out of the loop. */
static gboolean
project_all (AtlasPath *self, const AtlasPoint *points, gsize n)
{
  const AtlasTransform transform = self->transform;
  const AtlasExtent clip = self->clip;
  const double grid = self->grid;
  const double cells_per_unit = 1 / grid;
  AtlasPoint *ring;
  gboolean inside = TRUE;
  guint kept = 0;

  g_array_set_size (self->ring, (guint) n);
  ring = (AtlasPoint *) self->ring->data;
  for (gsize i = 0; i < n; i++) {
    AtlasPoint q = atlas_transform_to_device (transform, points[i]);

    q.x = round_to_grid (q.x, grid, cells_per_unit);
    q.y = round_to_grid (q.y, grid, cells_per_unit);
    if (!atlas_point_is_finite (q) || (kept > 0 && q.x == ring[kept - 1].x && q.y == ring[kept - 1].y))
      continue;
    inside &= atlas_extent_contains_point (clip, q);
    ring[kept++] = q;
  }
  g_array_set_size (self->ring, kept);
  return inside;
}

static void
open_ring (GArray *ring)
{
  const AtlasPoint *p = (const AtlasPoint *) ring->data;

  while (ring->len > 1 && p[0].x == p[ring->len - 1].x && p[0].y == p[ring->len - 1].y)
    g_array_set_size (ring, ring->len - 1);
}

static double
twice_signed_area (const GArray *ring)
{
  const AtlasPoint *p = (const AtlasPoint *) ring->data;
  double sum = 0;

  for (guint i = 1; i + 1 < ring->len; i++)
    sum += (p[i].x - p[0].x) * (p[i + 1].y - p[0].y) - (p[i + 1].x - p[0].x) * (p[i].y - p[0].y);
  return sum;
}

static void
begin_outline (AtlasPath *self)
{
  guint32 start = self->points->len;

  g_array_append_val (self->starts, start);
}

static void
append_ring (AtlasPath *self, gboolean reversed)
{
  const AtlasPoint *p = (const AtlasPoint *) self->ring->data;
  guint n = self->ring->len;

  AtlasPoint *outline;

  begin_outline (self);
  g_array_set_size (self->points, self->points->len + n);
  outline = &g_array_index (self->points, AtlasPoint, self->points->len - n);
  for (guint i = 0; i < n; i++)
    outline[i] = p[reversed ? n - 1 - i : i];
}

/* An area smaller than a grid cell still shows: as a mark of one cell where it lies. */
static void
append_cell (AtlasPath *self)
{
  AtlasPoint at = g_array_index (self->ring, AtlasPoint, 0);

  if (self->grid > 0 && atlas_extent_contains_point (self->clip, at))
    atlas_path_add_rectangle (self, at.x - self->grid / 2, at.y - self->grid / 2, self->grid, self->grid);
}

/**
 * atlas_path_add_ring:
 * @points: (array length=n): of the map; the first repeated at the end or not
 * @hole: whether the ring is a hole
 *
 * Adds a ring of an area. Outer rings are made to run one way and holes the other, so that many
 * areas filled together by the non-zero rule neither lose what they share nor show a seam between them.
 */
void
atlas_path_add_ring (AtlasPath *self, const AtlasPoint *points, gsize n, gboolean hole)
{
  gboolean inside = project_all (self, points, n);
  double area;

  open_ring (self->ring);
  if (self->ring->len < 3) {
    if (!hole && self->ring->len > 0)
      append_cell (self);
    return;
  }
  area = twice_signed_area (self->ring);
  if (!inside)
    _atlas_path_clip_ring (self->ring, self->clipped, self->clip);
  if (self->ring->len >= 3)
    append_ring (self, (area < 0) != hole);
}

static void
append_segment (AtlasPath *self, AtlasPoint from, AtlasPoint to, gboolean joined)
{
  if (!joined) {
    begin_outline (self);
    g_array_append_val (self->points, from);
  }
  g_array_append_val (self->points, to);
}

static void
append_clipped_line (AtlasPath *self)
{
  gboolean joined = FALSE;

  for (guint i = 1; i < self->ring->len; i++) {
    AtlasPoint from = g_array_index (self->ring, AtlasPoint, i - 1);
    AtlasPoint to = g_array_index (self->ring, AtlasPoint, i);
    AtlasPoint end = to;

    if (!_atlas_path_clip_segment (&from, &to, self->clip)) {
      joined = FALSE;
      continue;
    }
    append_segment (self, from, to, joined);
    joined = to.x == end.x && to.y == end.y;
  }
}

/**
 * atlas_path_add_line:
 * @points: (array length=n): of the map
 *
 * Adds a line, in as many pieces as the clip leaves of it.
 */
void
atlas_path_add_line (AtlasPath *self, const AtlasPoint *points, gsize n)
{
  gboolean inside = project_all (self, points, n);

  if (self->ring->len < 2)
    return;
  if (inside)
    append_ring (self, FALSE);
  else
    append_clipped_line (self);
}

/**
 * atlas_path_add_rectangle:
 *
 * Adds a rectangle in canvas units.
 */
void
atlas_path_add_rectangle (AtlasPath *self, double x, double y, double width, double height)
{
  AtlasPoint corners[] = { { x, y }, { x + width, y }, { x + width, y + height }, { x, y + height } };

  begin_outline (self);
  g_array_append_vals (self->points, corners, G_N_ELEMENTS (corners));
}

/**
 * atlas_path_add_segment:
 *
 * Adds a straight line in canvas units.
 */
void
atlas_path_add_segment (AtlasPath *self, AtlasPoint from, AtlasPoint to)
{
  append_segment (self, from, to, FALSE);
}

/**
 * atlas_path_get_extent:
 *
 * Returns: the box of all positions, in canvas units; empty when there are none
 */
AtlasExtent
atlas_path_get_extent (const AtlasPath *self)
{
  AtlasExtent extent = ATLAS_EXTENT_EMPTY;

  for (guint i = 0; i < self->points->len; i++)
    extent = atlas_extent_add_point (extent, g_array_index (self->points, AtlasPoint, i));
  return extent;
}
