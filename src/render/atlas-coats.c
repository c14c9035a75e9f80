// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-coats-private.h"

#include "atlas-symbol-size.h"

/* So many positions go to the backend at once: enough to be quick, few enough to be cancelled soon. */
#define BATCH_POINTS 5000

/* A border may take this part of a usual feature; where features are tiny it thins out, or nothing else would be
 * seen. Below the second limit (in pixels) it is not worth drawing. */
#define BORDER_SHARE   (1 / 12.0)
#define THINNEST_PIXEL 0.25

/* Where borders are thinner than this part of a pixel, they do not hide the seams between areas. */
#define SEAM_PIXEL 0.4

/* Which coat a feature is painted with. */
guint
_atlas_coats_find (const AtlasCoats *self, const AtlasSceneLayer *layer, guint32 row)
{
  if (!layer->classes)
    return 0;
  if (layer->classes[row] != ATLAS_CLASS_NONE)
    return layer->classes[row];
  return self->n_colours + (guint) MAX (_atlas_scene_layer_get_missing (layer, row), 0);
}

static void
coats_init (AtlasCoats *self, const AtlasSceneLayer *layer)
{
  self->n_colours = layer->colours ? layer->n_colours : 1;
  self->n = self->n_colours + ATLAS_N_MISSING_STATES;
  self->rows = NULL;
}

static void
coats_sort (AtlasCoats *self, const AtlasRenderScope *scope)
{
  self->rows = g_new (GArray *, self->n);
  for (guint i = 0; i < self->n; i++)
    self->rows[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < scope->rows->len; i++) {
    guint32 row = g_array_index (scope->rows, guint32, i);

    g_array_append_val (self->rows[_atlas_coats_find (self, scope->layer, row)], row);
  }
}

static void
coats_clear (AtlasCoats *self)
{
  for (guint i = 0; i < self->n; i++)
    g_array_unref (self->rows[i]);
  g_clear_pointer (&self->rows, g_free);
}

/* What a coat paints with; for hatched ones the colour of lines and points that stand in for the hatch. */
AtlasColour
_atlas_coats_get_colour (const AtlasCoats *self, const AtlasSceneLayer *layer, guint coat)
{
  if (coat >= self->n_colours)
    return atlas_symbol_get_missing_shade ((int) (coat - self->n_colours));
  return layer->colours ? layer->colours[coat] : layer->style->fill;
}

typedef void (*PaintFunc) (const AtlasCoats *self, const AtlasRenderScope *scope, guint coat);
typedef void (*AddFunc) (const AtlasRenderScope *scope, guint32 row);

/**
 * Sweep:
 * @add: adds a feature's outlines to the path
 * @paint: paints what has been added
 * @closed: whether the outlines are areas
 * @by_feature: whether what is painted stands for features, which some canvases tell apart
 *
 * One way to go over the features of a coat.
 */
typedef struct {
  AddFunc add;
  PaintFunc paint;
  gboolean closed;
  gboolean by_feature;
} Sweep;

static void
paint_batch (const AtlasCoats *self, const AtlasRenderScope *scope, guint coat, const Sweep *sweep)
{
  if (!atlas_path_is_empty (scope->path))
    sweep->paint (self, scope, coat);
  atlas_path_reset (scope->path, sweep->closed);
}

static void
paint_feature (const AtlasCoats *self, const AtlasRenderScope *scope, guint coat, const Sweep *sweep, guint32 row)
{
  if (atlas_path_is_empty (scope->path))
    return;
  atlas_render_scope_begin_feature (scope, row);
  paint_batch (self, scope, coat, sweep);
  atlas_render_scope_end_feature (scope);
}

/* Features count as drawn when they are filled; what lies under and over the fills is not counted again. */
static gboolean
sweep_goes_on (const AtlasRenderScope *scope, const Sweep *sweep, guint i, guint n)
{
  if (sweep->by_feature)
    return atlas_render_scope_go_on (scope, i, n);
  return i % ATLAS_BATCH_ROWS > 0 || !atlas_render_scope_is_cancelled (scope);
}

static gboolean
sweep_coat (const AtlasCoats *self, const AtlasRenderScope *scope, guint coat, const Sweep *sweep)
{
  const GArray *rows = self->rows[coat];
  gboolean apart = sweep->by_feature && atlas_canvas_keeps_features (scope->canvas);

  atlas_path_reset (scope->path, sweep->closed);
  for (guint i = 0; i < rows->len; i++) {
    guint32 row = g_array_index (rows, guint32, i);

    sweep->add (scope, row);
    if (apart)
      paint_feature (self, scope, coat, sweep, row);
    else if (scope->path->points->len > BATCH_POINTS)
      paint_batch (self, scope, coat, sweep);
    if (!sweep_goes_on (scope, sweep, i, rows->len))
      return FALSE;
  }
  paint_batch (self, scope, coat, sweep);
  return TRUE;
}

static gboolean
sweep_coats (const AtlasCoats *self, const AtlasRenderScope *scope, const Sweep *sweep)
{
  for (guint coat = 0; coat < self->n; coat++)
    if (!sweep_coat (self, scope, coat, sweep))
      return FALSE;
  return TRUE;
}

static void
paint_seal (const AtlasCoats *self, const AtlasRenderScope *scope, guint coat)
{
  AtlasColour colour = _atlas_coats_get_colour (self, scope->layer, coat);

  if (coat >= self->n_colours)
    colour = ATLAS_HATCH_GROUND;
  if (colour.a == 255)
    scope->canvas->klass->seal (scope->canvas, scope->path, colour);
}

static void
paint_fill (const AtlasCoats *self, const AtlasRenderScope *scope, guint coat)
{
  if (coat >= self->n_colours)
    scope->canvas->klass->hatch (scope->canvas, scope->path, (AtlasHatch) (coat - self->n_colours));
  else
    scope->canvas->klass->fill (scope->canvas, scope->path, _atlas_coats_get_colour (self, scope->layer, coat));
}

static double
find_border_width (const AtlasRenderScope *scope)
{
  double width = scope->layer->style->outline_width * scope->canvas->mm;
  double most = scope->layer->side * scope->transform.scale * BORDER_SHARE;

  width = MIN (width, most);
  if (scope->layer->style->outline.a == 0 || width < THINNEST_PIXEL * scope->canvas->pixel)
    return 0;
  return width;
}

static void
paint_border (const AtlasCoats *self, const AtlasRenderScope *scope, guint coat)
{
  scope->canvas->klass->stroke (scope->canvas, scope->path, scope->layer->style->outline, find_border_width (scope));
}

static void
paint_line (const AtlasCoats *self, const AtlasRenderScope *scope, guint coat)
{
  double width = atlas_symbol_get_stroke_width (scope->layer) * scope->canvas->mm;

  scope->canvas->klass->stroke (scope->canvas, scope->path, _atlas_coats_get_colour (self, scope->layer, coat), width);
}

static const Sweep seal = { atlas_render_scope_add_areas, paint_seal, TRUE, FALSE };
static const Sweep fill = { atlas_render_scope_add_areas, paint_fill, TRUE, TRUE };
static const Sweep border = { atlas_render_scope_add_areas, paint_border, TRUE, FALSE };
static const Sweep line = { atlas_render_scope_add_lines, paint_line, FALSE, TRUE };

static gboolean
draw_borders (const AtlasCoats *self, const AtlasRenderScope *scope)
{
  return find_border_width (scope) == 0 || sweep_coats (self, scope, &border);
}

/* All fills before all borders: a border drawn with its own area would be half covered by the next area. */
static gboolean
draw_areas (const AtlasCoats *self, const AtlasRenderScope *scope)
{
  if (find_border_width (scope) < SEAM_PIXEL * scope->canvas->pixel && !sweep_coats (self, scope, &seal))
    return FALSE;
  return sweep_coats (self, scope, &fill) && draw_borders (self, scope);
}

static AtlasDisc
make_disc (const AtlasCoats *self, const AtlasRenderScope *scope, guint coat)
{
  const AtlasStyle *style = scope->layer->style;
  double mm = scope->canvas->mm;

  return (AtlasDisc){ .radius = _atlas_scene_layer_get_size (scope->layer) / 2 * mm,
                      .fill = _atlas_coats_get_colour (self, scope->layer, coat),
                      .outline = style->outline,
                      .outline_width = style->outline.a ? style->outline_width * mm : 0 };
}

typedef void (*DiscFunc) (const AtlasRenderScope *scope, guint32 row, const AtlasDisc *disc);

static gboolean
draw_discs (const AtlasCoats *self, const AtlasRenderScope *scope, guint coat, DiscFunc draw)
{
  AtlasDisc disc = make_disc (self, scope, coat);

  for (guint i = 0; i < self->rows[coat]->len; i++) {
    guint32 row = g_array_index (self->rows[coat], guint32, i);

    if (!atlas_render_scope_go_on (scope, i, self->rows[coat]->len))
      return FALSE;
    atlas_render_scope_begin_feature (scope, row);
    draw (scope, row, &disc);
    atlas_render_scope_end_feature (scope);
  }
  return TRUE;
}

/* Missing ones below, then class by class, the highest on top. */
static gboolean
draw_all_discs (const AtlasCoats *self, const AtlasRenderScope *scope, DiscFunc draw)
{
  for (guint i = 0; i < self->n; i++)
    if (!draw_discs (self, scope, (self->n_colours + i) % self->n, draw))
      return FALSE;
  return TRUE;
}

static void
draw_anchor (const AtlasRenderScope *scope, guint32 row, const AtlasDisc *disc)
{
  atlas_render_scope_draw_disc (scope, scope->layer->anchors[row].at, disc);
}

/* Draws a dot at every point of the features; FALSE when cancelled. */
static gboolean
draw_points (const AtlasCoats *self, const AtlasRenderScope *scope)
{
  return draw_all_discs (self, scope, atlas_render_scope_draw_points);
}

static gboolean
draw_anchors (const AtlasCoats *self, const AtlasRenderScope *scope)
{
  return draw_all_discs (self, scope, draw_anchor);
}

static gboolean
is_laid (const AtlasRenderScope *scope)
{
  return scope->layer->has_kind[ATLAS_PART_POLYGON] && scope->canvas->klass->begin_mosaic;
}

static gboolean
draw_features (const AtlasCoats *self, const AtlasRenderScope *scope)
{
  const gboolean *has_kind = scope->layer->has_kind;

  return (!has_kind[ATLAS_PART_POLYGON] || is_laid (scope) || draw_areas (self, scope)) &&
         (!has_kind[ATLAS_PART_LINE] || sweep_coats (self, scope, &line)) &&
         (!has_kind[ATLAS_PART_POINT] || draw_points (self, scope));
}

static gboolean
draw_sorted (const AtlasRenderScope *scope, gboolean (*draw) (const AtlasCoats *, const AtlasRenderScope *))
{
  AtlasCoats coats;
  gboolean done;

  coats_init (&coats, scope->layer);
  coats_sort (&coats, scope);
  done = draw (&coats, scope);
  coats_clear (&coats);
  return done;
}

/* Areas on pixels need no sorting. */
static gboolean
draw_laid (const AtlasRenderScope *scope)
{
  AtlasCoats coats;

  coats_init (&coats, scope->layer);
  return _atlas_coats_draw_mosaic (&coats, scope, find_border_width (scope));
}

static gboolean
has_only_areas (const AtlasSceneLayer *layer)
{
  return !layer->has_kind[ATLAS_PART_LINE] && !layer->has_kind[ATLAS_PART_POINT];
}

/**
 * atlas_coats_draw:
 *
 * Paints areas, then lines, then points.
 *
 * Returns: %FALSE when cancelled
 */
gboolean
atlas_coats_draw (const AtlasRenderScope *scope)
{
  if (is_laid (scope) && !draw_laid (scope))
    return FALSE;
  return (is_laid (scope) && has_only_areas (scope->layer)) || draw_sorted (scope, draw_features);
}

/**
 * atlas_coats_draw_borders:
 *
 * Draws the outlines of areas and nothing within them.
 *
 * Returns: %FALSE when cancelled
 */
gboolean
atlas_coats_draw_borders (const AtlasRenderScope *scope)
{
  return draw_sorted (scope, draw_borders);
}

/**
 * atlas_coats_draw_anchors:
 *
 * Draws one dot for each feature.
 *
 * Returns: %FALSE when cancelled
 */
gboolean
atlas_coats_draw_anchors (const AtlasRenderScope *scope)
{
  return draw_sorted (scope, draw_anchors);
}
