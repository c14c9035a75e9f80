// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-pole.h"

#include "atlas-geometry-measure.h"

/* The quadtree search of Agafonkin (2016), “A new algorithm for finding a visual center of a polygon” (polylabel):
 * square cells wait in a queue, the most promising first, and are quartered as long as one of them could still hold
 * a better point. */

#define MOST_CELLS 100000 /* against a precision too fine for the outline's size */

typedef struct {
  AtlasPoint centre;
  double half;     /* of its side */
  double distance; /* of the centre from the outline; negative outside */
  double promise;  /* the largest distance that any of its points can have */
} Cell;

static double
signed_distance (const AtlasGeometry *g, gsize part, AtlasPoint point)
{
  gboolean inside = FALSE;
  double nearest = INFINITY;

  for (guint32 ring = g->parts[part]; ring < g->parts[part + 1]; ring++) {
    for (guint32 i = g->rings[ring]; i + 1 < g->rings[ring + 1]; i++) {
      AtlasPoint a = g->points[i];
      AtlasPoint b = g->points[i + 1];
      double distance = atlas_segment_distance_squared (a, b, point);

      if ((a.y > point.y) != (b.y > point.y) && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x)
        inside = !inside;
      nearest = MIN (nearest, distance);
    }
  }
  return inside ? sqrt (nearest) : -sqrt (nearest);
}

static Cell
make_cell (const AtlasGeometry *g, gsize part, AtlasPoint centre, double half)
{
  double distance = signed_distance (g, part, centre);

  return (Cell){ centre, half, distance, distance + half * G_SQRT2 };
}

/* A binary heap: every cell promises at least as much as the two behind it. */
static void
push_cell (GArray *heap, Cell cell)
{
  Cell *cells;
  guint at = heap->len;

  g_array_append_val (heap, cell);
  cells = (Cell *) (gpointer) heap->data;
  for (; at > 0 && cells[(at - 1) / 2].promise < cell.promise; at = (at - 1) / 2)
    cells[at] = cells[(at - 1) / 2];
  cells[at] = cell;
}

static Cell
pop_cell (GArray *heap)
{
  Cell *cells = (Cell *) (gpointer) heap->data;
  Cell top = cells[0];
  Cell last = cells[heap->len - 1];
  guint n = heap->len - 1;
  guint at = 0;

  for (guint child = 1; child < n; child = 2 * at + 1) {
    child += child + 1 < n && cells[child + 1].promise > cells[child].promise;
    if (cells[child].promise <= last.promise)
      break;
    cells[at] = cells[child];
    at = child;
  }
  cells[at] = last;
  g_array_set_size (heap, n);
  return top;
}

static AtlasExtent
measure_ring (const AtlasGeometry *g, guint32 ring)
{
  AtlasExtent box = ATLAS_EXTENT_EMPTY;

  for (guint32 i = g->rings[ring]; i < g->rings[ring + 1]; i++)
    box = atlas_extent_add_point (box, g->points[i]);
  return box;
}

/* The centre of gravity of the outer ring, or its first point where it has no area. */
static AtlasPoint
find_centroid (const AtlasGeometry *g, guint32 ring)
{
  AtlasPoint origin = g->points[g->rings[ring]];
  double area = 0;
  double x = 0;
  double y = 0;

  for (guint32 i = g->rings[ring]; i + 1 < g->rings[ring + 1]; i++) {
    AtlasPoint a = ATLAS_POINT_INIT (g->points[i].x - origin.x, g->points[i].y - origin.y);
    AtlasPoint b = ATLAS_POINT_INIT (g->points[i + 1].x - origin.x, g->points[i + 1].y - origin.y);
    double cross = a.x * b.y - b.x * a.y;

    x += (a.x + b.x) * cross;
    y += (a.y + b.y) * cross;
    area += 3 * cross;
  }
  return area == 0 ? origin : ATLAS_POINT_INIT (origin.x + x / area, origin.y + y / area);
}

static void
cover_box (const AtlasGeometry *g, gsize part, AtlasExtent box, GArray *heap)
{
  double side = MIN (atlas_extent_width (box), atlas_extent_height (box));
  double across = atlas_extent_width (box) / side;
  double up = atlas_extent_height (box) / side;

  for (guint i = 0; i < across && heap->len < MOST_CELLS; i++)
    for (guint j = 0; j < up && heap->len < MOST_CELLS; j++)
      push_cell (heap, make_cell (g, part, ATLAS_POINT_INIT (box.xmin + (i + 0.5) * side, box.ymin + (j + 0.5) * side),
                                  side / 2));
}

static void
push_quarters (const AtlasGeometry *g, gsize part, const Cell *cell, GArray *heap)
{
  double half = cell->half / 2;

  for (int i = 0; i < 4; i++) {
    AtlasPoint centre = ATLAS_POINT_INIT (cell->centre.x + (i % 2 ? half : -half),
                                          cell->centre.y + (i / 2 ? half : -half));

    push_cell (heap, make_cell (g, part, centre, half));
  }
}

/* The better of two first guesses. */
static Cell
guess_pole (const AtlasGeometry *g, gsize part, AtlasExtent box)
{
  Cell centroid = make_cell (g, part, find_centroid (g, g->parts[part]), 0);
  Cell middle = make_cell (g, part, atlas_extent_centre (box), 0);

  return middle.distance > centroid.distance ? middle : centroid;
}

/**
 * atlas_pole_find:
 * @part: a polygon of the geometry
 * @precision: how much farther from the outline another point may be, in units of the positions
 *
 * Finds the pole of inaccessibility: where a label has most room. A polygon without area gives its corner or its
 * first point.
 *
 * Returns: the pole and its distance from the outline
 */
AtlasPole
atlas_pole_find (const AtlasGeometry *geometry, gsize part, double precision)
{
  AtlasExtent box = measure_ring (geometry, geometry->parts[part]);
  g_autoptr (GArray) heap = g_array_new (FALSE, FALSE, sizeof (Cell));
  Cell best;

  if (!(atlas_extent_width (box) > 0 && atlas_extent_height (box) > 0))
    return (AtlasPole){ ATLAS_POINT_INIT (box.xmin, box.ymin), 0 };
  best = guess_pole (geometry, part, box);
  cover_box (geometry, part, box, heap);
  for (guint n = 0; heap->len > 0 && n < MOST_CELLS; n++) {
    Cell cell = pop_cell (heap);

    if (cell.distance > best.distance)
      best = cell;
    if (!(cell.promise - best.distance > precision))
      break;
    push_quarters (geometry, part, &cell, heap);
  }
  return (AtlasPole){ best.centre, MAX (best.distance, 0) };
}
