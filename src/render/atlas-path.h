// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-transform.h"

G_BEGIN_DECLS

/**
 * AtlasPath:
 * @transform: from the map to the canvas
 * @clip: in canvas units: what lies outside is cut away; bounded, so that no coordinate overflows a backend
 * @grid: canvas units: positions are rounded to multiples of it; 0 to keep them as they are
 * @points: (element-type AtlasPoint): of all outlines, in canvas units
 * @starts: (element-type guint32): where each outline begins in @points
 * @closed: whether outlines are closed: areas, not lines
 *
 * Outlines ready to be filled or stroked: projected, rounded, clipped and without repeated or
 * non-finite positions.
 *
 * Rounding each position by itself, whatever its neighbours, is what keeps shared borders shared:
 * two districts simplify their common border alike whichever way each runs along it.
 */
typedef struct {
  AtlasTransform transform;
  AtlasExtent clip;
  double grid;
  GArray *points;
  GArray *starts;
  gboolean closed;
  GArray *ring;    /* scratch of one outline */
  GArray *clipped; /* scratch of clipping */
} AtlasPath;

void atlas_path_init (AtlasPath *self, AtlasTransform transform, AtlasExtent clip, double grid);
void atlas_path_init_plain (AtlasPath *self);
void atlas_path_clear (AtlasPath *self);
void atlas_path_reset (AtlasPath *self, gboolean closed);

void atlas_path_add_ring (AtlasPath *self, const AtlasPoint *points, gsize n, gboolean hole);
void atlas_path_add_line (AtlasPath *self, const AtlasPoint *points, gsize n);
void atlas_path_add_rectangle (AtlasPath *self, double x, double y, double width, double height);
void atlas_path_add_segment (AtlasPath *self, AtlasPoint from, AtlasPoint to);

static inline gboolean
atlas_path_is_empty (const AtlasPath *self)
{
  return self->points->len == 0;
}

/* The outline @index: its points, and how many. */
static inline const AtlasPoint *
atlas_path_get_outline (const AtlasPath *self, guint index, guint *n)
{
  guint32 start = g_array_index (self->starts, guint32, index);
  guint32 end = index + 1 < self->starts->len ? g_array_index (self->starts, guint32, index + 1)
                                              : (guint32) self->points->len;

  *n = end - start;
  return &g_array_index (self->points, AtlasPoint, start);
}

AtlasExtent atlas_path_get_extent (const AtlasPath *self);

/* Between the files of the path: cutting at the edges of a box. */
void _atlas_path_clip_ring (GArray *ring, GArray *scratch, AtlasExtent box);
gboolean _atlas_path_clip_segment (AtlasPoint *from, AtlasPoint *to, AtlasExtent box);

G_END_DECLS
