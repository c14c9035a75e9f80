// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-coats-private.h"

#include <math.h>

/* Borders keep within so much of their true course, in pixels, and go on in pieces not shorter than this. */
#define BORDER_GRID  0.25
#define BORDER_PIECE 0.6

/* The positions of features, and the cells they touch, are asked from memory so many features before they are needed.
 */
#define ROWS_AHEAD  16
#define CELLS_AHEAD 6

/**
 * Laying:
 * @mosaic: owned
 * @cover: (not owned): of the feature whose rings are added
 * @outlines: (owned): scratch for those of a ring, in the mosaic's pixels
 * @borders: (owned): without lines where the areas have none
 *
 * A mosaic while it is made.
 */
typedef struct {
  const AtlasCoats *coats;
  const AtlasRenderScope *scope;
  AtlasMosaic mosaic;
  AtlasCoverage *cover;
  AtlasPath outlines;
  AtlasStrokes borders;
} Laying;

static void
laying_init (Laying *self, const AtlasCoats *coats, const AtlasRenderScope *scope, double border_width)
{
  AtlasMosaic *mosaic = &self->mosaic;

  *self = (Laying){ coats, scope };
  scope->canvas->klass->begin_mosaic (scope->canvas, scope->transform, coats->n, mosaic);
  atlas_strokes_init (&self->borders, mosaic->width, mosaic->height, border_width / scope->canvas->pixel);
  atlas_path_init (&self->outlines, mosaic->transform,
                   atlas_extent_grow ((AtlasExtent){ 0, 0, mosaic->width, mosaic->height }, self->borders.half + 1),
                   BORDER_GRID);
}

static void
laying_clear (Laying *self)
{
  atlas_path_clear (&self->outlines);
  atlas_strokes_clear (&self->borders);
  atlas_mosaic_clear (&self->mosaic);
}

static void
add_ring_cb (gpointer data, const AtlasPoint *points, gsize n, gboolean hole)
{
  Laying *self = data;

  atlas_coverage_add_ring (self->cover, points, n, self->mosaic.transform, hole);
}

static void
add_outline (Laying *self, const AtlasPoint *points, guint n)
{
  AtlasPoint from = points[0];

  for (guint i = 1; i <= n; i++) {
    AtlasPoint to = points[i < n ? i : 0];

    if (i < n && MAX (fabs (to.x - from.x), fabs (to.y - from.y)) < BORDER_PIECE)
      continue;
    atlas_strokes_add (&self->borders, from, to);
    from = to;
  }
}

static void
add_border_cb (gpointer data, const AtlasPoint *points, gsize n, gboolean hole)
{
  Laying *self = data;

  atlas_path_reset (&self->outlines, TRUE);
  atlas_path_add_ring (&self->outlines, points, n, hole);
  for (guint i = 0; i < self->outlines.starts->len; i++) {
    guint n_outline;
    const AtlasPoint *outline = atlas_path_get_outline (&self->outlines, i, &n_outline);

    add_outline (self, outline, n_outline);
  }
}

static AtlasCoverage *
find_cover (const Laying *self, guint32 row)
{
  return &self->mosaic.coats[_atlas_coats_find (self->coats, self->scope->layer, row)].cover;
}

G_ALWAYS_INLINE static inline void
fetch_cells (const Laying *self, guint32 row)
{
  AtlasExtent box = atlas_table_get_geometry (self->scope->layer->table)->boxes[row];
  AtlasPoint corner = atlas_transform_to_device (self->mosaic.transform, ATLAS_POINT_INIT (box.xmin, box.ymax));

  atlas_coverage_fetch (find_cover (self, row), corner);
}

/* FALSE when cancelled. */
static gboolean
add_areas (Laying *self, AtlasRingFunc add)
{
  const AtlasRenderScope *scope = self->scope;

  for (guint i = 0; i < scope->rows->len; i++) {
    guint32 row = g_array_index (scope->rows, guint32, i);

    self->cover = find_cover (self, row);
    if (i + ROWS_AHEAD < scope->rows->len)
      atlas_render_scope_fetch (scope, g_array_index (scope->rows, guint32, i + ROWS_AHEAD));
    if (i + CELLS_AHEAD < scope->rows->len)
      fetch_cells (self, g_array_index (scope->rows, guint32, i + CELLS_AHEAD));
    atlas_render_scope_foreach_ring (scope, row, add, self);
    if (i % ATLAS_BATCH_ROWS == 0 && atlas_render_scope_is_cancelled (scope))
      return FALSE;
  }
  return TRUE;
}

static gboolean
add_borders (Laying *self)
{
  if (self->borders.half == 0)
    return TRUE;
  self->mosaic.strokes = &self->borders;
  self->mosaic.stroke_colour = self->scope->layer->style->outline;
  return add_areas (self, add_border_cb);
}

static void
choose_paints (Laying *self)
{
  const AtlasCoats *coats = self->coats;
  AtlasCanvas *canvas = self->scope->canvas;

  for (guint coat = 0; coat < coats->n; coat++) {
    if (coat < coats->n_colours)
      self->mosaic.coats[coat].colour = _atlas_coats_get_colour (coats, self->scope->layer, coat);
    else if (!atlas_coverage_is_empty (&self->mosaic.coats[coat].cover))
      canvas->klass->hatch_coat (canvas, &self->mosaic, coat, (AtlasHatch) (coat - coats->n_colours));
  }
}

/* Fills the areas of all coats and draws their borders, @border_width canvas units wide or 0. FALSE when cancelled. */
gboolean
_atlas_coats_draw_mosaic (const AtlasCoats *self, const AtlasRenderScope *scope, double border_width)
{
  Laying laying;
  gboolean done;

  laying_init (&laying, self, scope, border_width);
  done = add_borders (&laying) && add_areas (&laying, add_ring_cb);
  if (done) {
    choose_paints (&laying);
    scope->canvas->klass->draw_mosaic (scope->canvas, &laying.mosaic);
  }
  laying_clear (&laying);
  return done;
}
