// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-canvas.h"
#include "atlas-scene-layer-private.h"

G_BEGIN_DECLS

/**
 * AtlasRenderScope:
 * @canvas: to draw on
 * @layer: what is drawn
 * @transform: from the map to the canvas
 * @clip: of the canvas: what is seen
 * @rows: (element-type guint32): features that may be seen, ascending
 * @names: (nullable): column that calls the features by name
 * @path: scratch for outlines
 * @cancellable: (nullable): polled
 *
 * All that one drawing of one layer needs, on the stack of the thread that draws.
 */
struct _AtlasRenderScope {
  AtlasCanvas *canvas;
  const AtlasSceneLayer *layer;
  AtlasTransform transform;
  AtlasExtent clip;
  GArray *rows;
  const AtlasColumn *names;
  AtlasPath *path;
  GCancellable *cancellable;
};

/**
 * AtlasRingFunc:
 * @points: (array length=n): of the map
 * @hole: whether the ring is a hole
 */
typedef void (*AtlasRingFunc) (gpointer data, const AtlasPoint *points, gsize n, gboolean hole);

/* How far strokes reach beyond what they outline, in millimetres: paths are cut only outside of it. */
#define ATLAS_STROKE_ROOM_MM 3

/* Features between two looks at whether the drawing is still wanted. */
#define ATLAS_BATCH_ROWS 500

AtlasExtent atlas_render_scope_find_reach (const AtlasRenderScope *self);
void atlas_render_scope_find_rows (AtlasRenderScope *self);
gboolean atlas_render_scope_is_cancelled (const AtlasRenderScope *self);
gboolean atlas_render_scope_go_on (const AtlasRenderScope *self, guint i, guint n);
void atlas_render_scope_fetch (const AtlasRenderScope *self, guint32 row);
void atlas_render_scope_foreach_ring (const AtlasRenderScope *self, guint32 row, AtlasRingFunc func, gpointer data);
void atlas_render_scope_add_areas (const AtlasRenderScope *self, guint32 row);
void atlas_render_scope_add_lines (const AtlasRenderScope *self, guint32 row);
void atlas_render_scope_begin_feature (const AtlasRenderScope *self, guint32 row);
void atlas_render_scope_end_feature (const AtlasRenderScope *self);
void atlas_render_scope_draw_points (const AtlasRenderScope *self, guint32 row, const AtlasDisc *disc);
void atlas_render_scope_draw_disc (const AtlasRenderScope *self, AtlasPoint at, const AtlasDisc *disc);
GArray *atlas_render_scope_sort_rows (const AtlasRenderScope *self);

G_END_DECLS
