// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-spatial-index.h"

#include "atlas-radix-sort.h"

#include <string.h>

#define NODE_SIZE   16
#define MOST_LEVELS 9 /* 16⁸ boxes and their root: more than a number of 32 bits can count */
#define CURVE_BITS  16
#define CURVE_MAX   ((1 << CURVE_BITS) - 1)

/* The boxes lie in the order of a Hilbert curve through their centres; each sixteen of them have a box around them on
 * the next level, and so on to the root. All levels are in one array, the leaves first. */
struct _AtlasSpatialIndex {
  guint32 n_numbers; /* as many as boxes were given, the empty ones too */
  guint n_levels;
  guint32 ends[MOST_LEVELS]; /* of each level within @boxes */
  AtlasExtent *boxes;        /* in the memory behind the struct */
  guint32 *first;            /* behind the boxes: a leaf's number, a node's first child */
};

/* A node to be looked into: its children begin at @first of level @level. */
typedef struct {
  guint32 first;
  guint level;
} Visit;

/* The place of a cell along the Hilbert curve of 2¹⁶ × 2¹⁶ cells. */
static guint32
place_on_curve (guint32 x, guint32 y)
{
  guint32 place = 0;

  for (guint32 side = 1u << (CURVE_BITS - 1); side > 0; side /= 2) {
    guint32 right = (x & side) > 0;
    guint32 up = (y & side) > 0;
    guint32 old_x = x;

    place += side * side * ((3 * right) ^ up);
    if (up)
      continue;
    x = right ? CURVE_MAX - y : y;
    y = right ? CURVE_MAX - old_x : old_x;
  }
  return place;
}

/* 0…65535 across the extent; what is not a number counts as 0. */
static guint32
scale_to_curve (double position, double low, double high)
{
  double share = (position - low) / (high - low);

  return share > 0 ? (guint32) (MIN (share, 1) * CURVE_MAX) : 0;
}

/* Place on the curve in the upper half, number of the box in the lower, sorted; the empty boxes left out. */
static guint64 *
order_boxes (const AtlasExtent *boxes, gsize n, guint32 *n_found)
{
  guint64 *keys = g_new (guint64, MAX (n, 1));
  AtlasExtent all = ATLAS_EXTENT_EMPTY;
  guint32 found = 0;

  for (gsize i = 0; i < n; i++)
    if (!atlas_extent_is_empty (boxes[i]))
      all = atlas_extent_union (all, boxes[i]);
  for (gsize i = 0; i < n; i++) {
    AtlasPoint centre = atlas_extent_centre (boxes[i]);
    guint32 place;

    if (atlas_extent_is_empty (boxes[i]))
      continue;
    place = place_on_curve (scale_to_curve (centre.x, all.xmin, all.xmax),
                            scale_to_curve (centre.y, all.ymin, all.ymax));
    keys[found++] = (guint64) place << 32 | i;
  }
  atlas_radix_sort_keys (keys, found);
  *n_found = found;
  return keys;
}

/* Where each level ends, from the leaves to a root; returns the number of all boxes. */
static guint32
measure_levels (AtlasSpatialIndex *self, guint32 n_leaves)
{
  guint32 count = n_leaves;
  guint32 end = n_leaves;

  self->ends[self->n_levels++] = end;
  while (count > 1 || self->n_levels == 1) {
    count = count / NODE_SIZE + (count % NODE_SIZE > 0);
    end += count;
    self->ends[self->n_levels++] = end;
  }
  return end;
}

static void
build_level (AtlasSpatialIndex *self, guint level)
{
  guint32 child = level > 1 ? self->ends[level - 2] : 0;

  for (guint32 node = self->ends[level - 1]; node < self->ends[level]; node++) {
    guint32 end = MIN (child + NODE_SIZE, self->ends[level - 1]);
    AtlasExtent box = ATLAS_EXTENT_EMPTY;

    self->first[node] = child;
    for (; child < end; child++)
      box = atlas_extent_union (box, self->boxes[child]);
    self->boxes[node] = box;
  }
}

/**
 * atlas_spatial_index_new:
 * @boxes: (array length=n): copied; empty ones are never found
 * @n: fewer than 2³² boxes
 *
 * Builds the whole index at once, in time proportional to @n.
 *
 * Returns: (transfer full): the index
 */
AtlasSpatialIndex *
atlas_spatial_index_new (const AtlasExtent *boxes, gsize n)
{
  guint32 n_leaves;
  g_autofree guint64 *keys = order_boxes (boxes, n, &n_leaves);
  AtlasSpatialIndex shape = { .n_numbers = (guint32) n };
  guint32 n_boxes = measure_levels (&shape, n_leaves);
  AtlasSpatialIndex *self = g_malloc (sizeof *self + n_boxes * (sizeof (AtlasExtent) + sizeof (guint32)));

  *self = shape;
  self->boxes = (AtlasExtent *) (self + 1);
  self->first = (guint32 *) (self->boxes + n_boxes);
  for (guint32 i = 0; i < n_leaves; i++) {
    self->first[i] = (guint32) keys[i];
    self->boxes[i] = boxes[self->first[i]];
  }
  for (guint level = 1; level < self->n_levels; level++)
    build_level (self, level);
  return self;
}

/**
 * atlas_spatial_index_free:
 * @self: (transfer full): an index no longer needed
 */
void
atlas_spatial_index_free (AtlasSpatialIndex *self)
{
  g_free (self);
}

/**
 * atlas_spatial_index_foreach:
 * @extent: closed: a box that only touches it is found too
 * @func: (scope call): called with the number of each box that meets @extent, in no particular order, until it
 *   returns %FALSE
 */
void
atlas_spatial_index_foreach (const AtlasSpatialIndex *self,
                             AtlasExtent extent,
                             AtlasSpatialIndexFunc func,
                             gpointer user_data)
{
  Visit stack[MOST_LEVELS * NODE_SIZE];
  guint depth = 0;
  guint root = self->n_levels - 1;

  stack[depth++] = (Visit){ self->ends[root - 1], root };
  while (depth > 0) {
    Visit visit = stack[--depth];
    guint32 end = MIN (visit.first + NODE_SIZE, self->ends[visit.level]);

    for (guint32 i = visit.first; i < end; i++) {
      if (!atlas_extent_intersects (extent, self->boxes[i]))
        continue;
      if (visit.level > 0)
        stack[depth++] = (Visit){ self->first[i], visit.level - 1 };
      else if (!func (self->first[i], user_data))
        return;
    }
  }
}

static gboolean
mark_cb (guint32 item, gpointer user_data)
{
  guint64 *marks = user_data;

  marks[item / 64] |= G_GUINT64_CONSTANT (1) << (item % 64);
  return TRUE;
}

/**
 * atlas_spatial_index_query:
 * @extent: closed
 * @items: (element-type guint32): gets the numbers of the boxes that meet @extent, ascending, appended
 */
void
atlas_spatial_index_query (const AtlasSpatialIndex *self, AtlasExtent extent, GArray *items)
{
  gsize n_words = self->n_numbers / 64 + 1;
  g_autofree guint64 *marks = g_new0 (guint64, n_words);

  atlas_spatial_index_foreach (self, extent, mark_cb, marks);
  for (gsize word = 0; word < n_words; word++) {
    for (guint64 rest = marks[word]; rest; rest &= rest - 1) {
      guint32 item = (guint32) (word * 64 + __builtin_ctzll (rest));

      g_array_append_val (items, item);
    }
  }
}
