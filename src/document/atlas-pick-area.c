// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-pick-area.h"

#define MAX_STRIPS 256

typedef struct {
  AtlasPoint a;
  AtlasPoint b;
} Edge;

struct _AtlasPickArea {
  AtlasPoint corner; /* one of the ring's positions */
  AtlasExtent extent;
  guint n_strips;
  GArray **strips; /* owned, of Edge: those that reach into each strip, from below to above */
};

static guint
strip_of (const AtlasPickArea *self, double y)
{
  double height = atlas_extent_height (self->extent);
  double place = height > 0 ? (y - self->extent.ymin) / height * self->n_strips : 0;

  return (guint) CLAMP (place, 0, self->n_strips - 1);
}

static void
add_edge (AtlasPickArea *self, Edge edge)
{
  guint last = strip_of (self, MAX (edge.a.y, edge.b.y));

  for (guint i = strip_of (self, MIN (edge.a.y, edge.b.y)); i <= last; i++)
    g_array_append_val (self->strips[i], edge);
}

/**
 * atlas_pick_area_new:
 * @ring: (array length=n_points): its corners, at least one; it is closed by itself
 * @n_points: how many
 *
 * Returns: (transfer full): the area
 */
AtlasPickArea *
atlas_pick_area_new (const AtlasPoint *ring, gsize n_points)
{
  AtlasPickArea *self = g_new0 (AtlasPickArea, 1);

  self->corner = ring[0];
  self->extent = ATLAS_EXTENT_EMPTY;
  for (gsize i = 0; i < n_points; i++)
    self->extent = atlas_extent_add_point (self->extent, ring[i]);
  self->n_strips = (guint) CLAMP (n_points, 1, MAX_STRIPS);
  self->strips = g_new (GArray *, self->n_strips);
  for (guint i = 0; i < self->n_strips; i++)
    self->strips[i] = g_array_new (FALSE, FALSE, sizeof (Edge));
  for (gsize i = 0; i < n_points; i++)
    add_edge (self, (Edge){ ring[i], ring[(i + 1) % n_points] });
  return self;
}

void
atlas_pick_area_free (AtlasPickArea *self)
{
  for (guint i = 0; i < self->n_strips; i++)
    g_array_unref (self->strips[i]);
  g_free (self->strips);
  g_free (self);
}

AtlasExtent
atlas_pick_area_get_extent (const AtlasPickArea *self)
{
  return self->extent;
}

AtlasPoint
atlas_pick_area_get_corner (const AtlasPickArea *self)
{
  return self->corner;
}

/**
 * atlas_pick_area_contains:
 * @point: a position
 *
 * Returns: whether it is inside
 */
gboolean
atlas_pick_area_contains (const AtlasPickArea *self, AtlasPoint point)
{
  GArray *strip;
  gboolean inside = FALSE;

  if (!atlas_extent_contains_point (self->extent, point))
    return FALSE;
  strip = self->strips[strip_of (self, point.y)];
  for (guint i = 0; i < strip->len; i++) {
    const Edge *edge = &g_array_index (strip, Edge, i);

    inside ^= atlas_edge_is_crossed (edge->a, edge->b, point);
  }
  return inside;
}

/* On which side of the line through @a and @b @p lies: above zero on the left, zero on it. */
static double
side_of (AtlasPoint a, AtlasPoint b, AtlasPoint p)
{
  return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

static gboolean
boxes_meet (AtlasPoint a, AtlasPoint b, const Edge *edge)
{
  return MIN (a.x, b.x) <= MAX (edge->a.x, edge->b.x) && MIN (edge->a.x, edge->b.x) <= MAX (a.x, b.x) &&
         MIN (a.y, b.y) <= MAX (edge->a.y, edge->b.y) && MIN (edge->a.y, edge->b.y) <= MAX (a.y, b.y);
}

static gboolean
edge_meets (AtlasPoint a, AtlasPoint b, const Edge *edge)
{
  return boxes_meet (a, b, edge) && side_of (a, b, edge->a) * side_of (a, b, edge->b) <= 0 &&
         side_of (edge->a, edge->b, a) * side_of (edge->a, edge->b, b) <= 0;
}

/**
 * atlas_pick_area_crosses:
 * @a: beginning of a line
 * @b: its end
 *
 * Returns: whether the line meets or touches the outline
 */
gboolean
atlas_pick_area_crosses (const AtlasPickArea *self, AtlasPoint a, AtlasPoint b)
{
  AtlasExtent box = atlas_extent_add_point (atlas_extent_add_point (ATLAS_EXTENT_EMPTY, a), b);
  guint last;

  if (!atlas_extent_intersects (box, self->extent))
    return FALSE;
  last = strip_of (self, box.ymax);
  for (guint i = strip_of (self, box.ymin); i <= last; i++)
    for (guint j = 0; j < self->strips[i]->len; j++)
      if (edge_meets (a, b, &g_array_index (self->strips[i], Edge, j)))
        return TRUE;
  return FALSE;
}
