// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-coats-private.h"

#include <math.h>

/* Borders keep within so much of their true course, in pixels, and go on in pieces not shorter than this. */
#define BORDER_GRID  0.25
#define BORDER_PIECE 0.6

/**
 * Laying:
 * @mosaic: owned
 * @outlines: (owned): scratch for those of a ring, in the mosaic's pixels
 * @borders: (owned): without lines where the areas have none
 *
 * A mosaic while it is made.
 */
typedef struct {
  const AtlasCoats *coats;
  const AtlasRenderScope *scope;
  AtlasMosaic mosaic;
  AtlasPath outlines;
  AtlasStrokes borders;
} Laying;

static void
laying_init (Laying *self, const AtlasCoats *coats, const AtlasRenderScope *scope, double border_width)
{
  AtlasExtent pixels;
  int width;
  int height;

  *self = (Laying){ coats, scope };
  scope->canvas->klass->begin_mosaic (scope->canvas, scope->transform, &self->mosaic);
  width = self->mosaic.coverage.width;
  height = self->mosaic.coverage.height;
  pixels = (AtlasExtent){ 0, 0, width, height };
  atlas_strokes_init (&self->borders, width, height, border_width / scope->canvas->pixel);
  atlas_path_init (&self->outlines, self->mosaic.transform, atlas_extent_grow (pixels, self->borders.half + 1),
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

  atlas_coverage_add_ring (&self->mosaic.coverage, points, n, self->mosaic.transform, hole);
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

/* FALSE when cancelled. */
static gboolean
add_areas (Laying *self, guint coat, AtlasRingFunc add)
{
  const GArray *rows = self->coats->rows[coat];

  for (guint i = 0; i < rows->len; i++) {
    atlas_render_scope_foreach_ring (self->scope, g_array_index (rows, guint32, i), add, self);
    if (i % ATLAS_BATCH_ROWS == 0 && atlas_render_scope_is_cancelled (self->scope))
      return FALSE;
  }
  return TRUE;
}

static gboolean
lay_borders (Laying *self)
{
  for (guint coat = 0; coat < self->coats->n; coat++)
    if (!add_areas (self, coat, add_border_cb))
      return FALSE;
  atlas_mosaic_lay_strokes (&self->mosaic, &self->borders, self->scope->layer->style->outline);
  return TRUE;
}

static gboolean
lay_coat (Laying *self, guint coat)
{
  const AtlasCoats *coats = self->coats;
  AtlasCanvas *canvas = self->scope->canvas;

  if (!add_areas (self, coat, add_ring_cb))
    return FALSE;
  if (coat < coats->n_colours)
    atlas_mosaic_lay (&self->mosaic, _atlas_coats_get_colour (coats, self->scope->layer, coat));
  else if (coats->rows[coat]->len > 0)
    canvas->klass->lay_hatch (canvas, &self->mosaic, (AtlasHatch) (coat - coats->n_colours));
  return TRUE;
}

/* From the topmost down: the borders, then the coats, of which the last is above the others. */
static gboolean
lay (Laying *self)
{
  if (self->borders.half > 0 && !lay_borders (self))
    return FALSE;
  for (guint coat = self->coats->n; coat > 0; coat--)
    if (!lay_coat (self, coat - 1))
      return FALSE;
  return TRUE;
}

/* Fills the areas of all coats and draws their borders, @border_width canvas units wide or 0. FALSE when cancelled. */
gboolean
_atlas_coats_draw_mosaic (const AtlasCoats *self, const AtlasRenderScope *scope, double border_width)
{
  Laying laying;
  gboolean done;

  laying_init (&laying, self, scope, border_width);
  done = lay (&laying);
  if (done)
    scope->canvas->klass->draw_mosaic (scope->canvas, &laying.mosaic);
  laying_clear (&laying);
  return done;
}
