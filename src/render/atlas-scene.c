// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-labels.h"
#include "atlas-render-scope.h"
#include "atlas-scene-private.h"

#include <math.h>
#include <string.h>

static void
take_layers (AtlasScene *self, AtlasSceneLayer *const *layers, guint n_layers)
{
  self->n_layers = n_layers;
  self->layers = g_new0 (AtlasSceneLayer *, n_layers + 1);
  for (guint i = 0; i < n_layers; i++)
    self->layers[i] = atlas_scene_layer_ref (layers[i]);
}

static void
take_options (AtlasScene *self, const AtlasSceneOptions *options)
{
  self->options = *options;
  if (options->select)
    atlas_scene_layer_ref (options->select);
  self->options.selected = g_memdup2 (options->selected, options->n_selected * sizeof *options->selected);
}

AtlasScene *
_atlas_scene_new_with_obstacles (AtlasSceneLayer *const *layers,
                                 guint n_layers,
                                 const AtlasSceneOptions *options,
                                 const AtlasExtent *obstacles,
                                 guint n_obstacles)
{
  AtlasScene *self;

  g_return_val_if_fail (options->transform.scale > 0 && isfinite (options->transform.scale), NULL);
  g_return_val_if_fail (options->units_per_mm > 0, NULL);

  self = g_new0 (AtlasScene, 1);
  g_atomic_ref_count_init (&self->refs);
  take_layers (self, layers, n_layers);
  take_options (self, options);
  self->obstacles = g_memdup2 (obstacles, n_obstacles * sizeof *obstacles);
  self->n_obstacles = n_obstacles;
  self->labels = (GOnce) G_ONCE_INIT;
  return self;
}

static gpointer
place_labels_cb (gpointer self)
{
  return atlas_labels_place (self, ((AtlasScene *) self)->obstacles, ((AtlasScene *) self)->n_obstacles);
}

GPtrArray *
_atlas_scene_get_labels (AtlasScene *self)
{
  return g_once (&self->labels, place_labels_cb, self);
}

/**
 * atlas_scene_new:
 * @layers: (array length=n_layers): from below to above
 * @options: how and where they are seen
 *
 * Returns: (transfer full): all that one picture needs
 */
AtlasScene *
atlas_scene_new (AtlasSceneLayer *const *layers, guint n_layers, const AtlasSceneOptions *options)
{
  return _atlas_scene_new_with_obstacles (layers, n_layers, options, NULL, 0);
}

/**
 * atlas_scene_ref:
 *
 * Returns: (transfer full): @self, held once more
 */
AtlasScene *
atlas_scene_ref (AtlasScene *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * atlas_scene_unref:
 * @self: (transfer full): a scene no longer needed
 */
void
atlas_scene_unref (AtlasScene *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < self->n_layers; i++)
    atlas_scene_layer_unref (self->layers[i]);
  g_free (self->layers);
  g_clear_pointer (&self->options.select, atlas_scene_layer_unref);
  g_free ((guint32 *) self->options.selected);
  g_free (self->obstacles);
  if (self->labels.status == G_ONCE_STATUS_READY)
    g_ptr_array_unref (self->labels.retval);
  g_free (self);
}

static gboolean
selections_equal (const AtlasSceneOptions *a, const AtlasSceneOptions *b)
{
  return a->select == b->select && a->n_selected == b->n_selected &&
         (a->n_selected == 0 || memcmp (a->selected, b->selected, a->n_selected * sizeof *a->selected) == 0);
}

static gboolean
options_equal (const AtlasSceneOptions *a, const AtlasSceneOptions *b)
{
  return a->transform.scale == b->transform.scale && a->transform.x0 == b->transform.x0 &&
         a->transform.y0 == b->transform.y0 && a->width == b->width && a->height == b->height &&
         a->units_per_mm == b->units_per_mm && a->metres_per_unit == b->metres_per_unit &&
         atlas_colour_equal (a->background, b->background) && a->number_form == b->number_form;
}

/**
 * atlas_scene_shows_same:
 *
 * Returns: whether both draw the same layers, not only such as look alike, from the same place with the same selection
 */
gboolean
atlas_scene_shows_same (const AtlasScene *a, const AtlasScene *b)
{
  return a->n_layers == b->n_layers && memcmp (a->layers, b->layers, a->n_layers * sizeof *a->layers) == 0 &&
         options_equal (&a->options, &b->options) && selections_equal (&a->options, &b->options);
}

/**
 * atlas_scene_get_options:
 *
 * Returns: (transfer none): what the scene was made with
 */
const AtlasSceneOptions *
atlas_scene_get_options (const AtlasScene *self)
{
  return &self->options;
}

/**
 * atlas_scene_get_scale_denominator:
 *
 * Returns: how many times the ground is larger than its picture: the N of 1 : N
 */
double
atlas_scene_get_scale_denominator (const AtlasScene *self)
{
  const AtlasSceneOptions *o = &self->options;

  return o->units_per_mm / o->transform.scale * o->metres_per_unit * 1000;
}

/* The style's limits of scale. */
gboolean
_atlas_scene_layer_is_visible (const AtlasSceneLayer *layer, double scale_denominator)
{
  const AtlasStyle *style = layer->style;

  if (style->min_scale > 0 && scale_denominator < style->min_scale)
    return FALSE;
  return style->max_scale <= 0 || scale_denominator <= style->max_scale;
}

static void
draw_picture (const AtlasSceneLayer *layer, AtlasTransform transform, AtlasCanvas *canvas)
{
  AtlasExtent e = layer->picture->extent;
  AtlasPoint upper_left = atlas_transform_to_device (transform, ATLAS_POINT_INIT (e.xmin, e.ymax));
  AtlasPoint lower_right = atlas_transform_to_device (transform, ATLAS_POINT_INIT (e.xmax, e.ymin));

  canvas->klass->picture (canvas, layer->picture,
                          (AtlasExtent){ upper_left.x, upper_left.y, lower_right.x, lower_right.y });
}

typedef struct {
  AtlasRenderScope scope;
  AtlasPath path;
} Drawing;

static void
drawing_init (Drawing *self,
              const AtlasSceneLayer *layer,
              AtlasTransform transform,
              AtlasCanvas *canvas,
              AtlasExtent clip)
{
  AtlasRenderScope scope = { canvas, layer, transform, clip };

  scope.rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  scope.path = &self->path;
  scope.names = layer->style->label_field ? atlas_table_find_column (layer->table, layer->style->label_field)
                                          : atlas_table_guess_name_column (layer->table);
  atlas_path_init (&self->path, transform, atlas_extent_grow (clip, ATLAS_STROKE_ROOM_MM * canvas->mm),
                   canvas->pixel / 4);
  self->scope = scope;
}

static void
drawing_clear (Drawing *self)
{
  g_array_unref (self->scope.rows);
  atlas_path_clear (&self->path);
}

static gboolean
draw_features (AtlasScene *self,
               const AtlasSceneLayer *layer,
               AtlasCanvas *canvas,
               AtlasExtent clip,
               GCancellable *cancellable)
{
  Drawing drawing;
  gboolean done;

  drawing_init (&drawing, layer, self->options.transform, canvas, clip);
  drawing.scope.cancellable = cancellable;
  atlas_render_scope_find_rows (&drawing.scope);
  done = layer->symbol->draw (&drawing.scope);
  drawing_clear (&drawing);
  return done;
}

static gboolean
draw_layer (AtlasScene *self,
            const AtlasSceneLayer *layer,
            AtlasCanvas *canvas,
            AtlasExtent clip,
            GCancellable *cancellable)
{
  gboolean done = TRUE;

  canvas->klass->push_layer (canvas, layer->title, layer->style->opacity);
  if (layer->picture)
    draw_picture (layer, self->options.transform, canvas);
  else
    done = draw_features (self, layer, canvas, clip, cancellable);
  canvas->klass->pop (canvas);
  return done;
}

typedef void (*AddFunc) (const AtlasRenderScope *scope, guint32 row);

static void
stroke_batch (const AtlasRenderScope *scope, gboolean closed, AtlasColour colour, double width)
{
  if (!atlas_path_is_empty (scope->path))
    scope->canvas->klass->stroke (scope->canvas, scope->path, colour, width);
  atlas_path_reset (scope->path, closed);
}

static gboolean
stroke_rows (const AtlasRenderScope *scope, gboolean closed, AddFunc add, AtlasColour colour, double width)
{
  atlas_path_reset (scope->path, closed);
  for (guint i = 0; i < scope->rows->len; i++) {
    add (scope, g_array_index (scope->rows, guint32, i));
    if (i % ATLAS_BATCH_ROWS > 0)
      continue;
    stroke_batch (scope, closed, colour, width);
    if (atlas_render_scope_is_cancelled (scope))
      return FALSE;
  }
  stroke_batch (scope, closed, colour, width);
  return TRUE;
}

/* An outline with a light halo, never a fill, so that the value stays seen. */
static gboolean
stroke_selected (const AtlasRenderScope *scope, gboolean closed, AddFunc add)
{
  double mm = scope->canvas->mm;

  return stroke_rows (scope, closed, add, ATLAS_SELECTION_HALO, 1.3 * mm) &&
         stroke_rows (scope, closed, add, ATLAS_SELECTION_COLOUR, 0.6 * mm);
}

static gboolean
ring_selected (const AtlasRenderScope *scope)
{
  double mm = scope->canvas->mm;
  double radius = (_atlas_scene_layer_get_size (scope->layer) / 2 + 0.5) * mm;
  AtlasDisc halo = { .radius = radius, .outline = ATLAS_SELECTION_HALO, .outline_width = 1.3 * mm };
  AtlasDisc ring = { .radius = radius, .outline = ATLAS_SELECTION_COLOUR, .outline_width = 0.6 * mm };

  for (guint i = 0; i < scope->rows->len; i++) {
    if (i % ATLAS_BATCH_ROWS == 0 && atlas_render_scope_is_cancelled (scope))
      return FALSE;
    atlas_render_scope_draw_points (scope, g_array_index (scope->rows, guint32, i), &halo);
    atlas_render_scope_draw_points (scope, g_array_index (scope->rows, guint32, i), &ring);
  }
  return TRUE;
}

/* Of many that are selected, each band of the picture looks at its own. */
static void
find_selected (AtlasScene *self, AtlasRenderScope *scope)
{
  const AtlasSceneOptions *o = &self->options;
  const AtlasGeometry *geometry = atlas_table_get_geometry (o->select->table);
  AtlasExtent seen = atlas_render_scope_find_reach (scope);

  for (gsize i = 0; i < o->n_selected; i++)
    if (o->selected[i] < geometry->n_features && atlas_extent_intersects (geometry->boxes[o->selected[i]], seen))
      g_array_append_val (scope->rows, o->selected[i]);
}

static gboolean
draw_selection (AtlasScene *self, AtlasCanvas *canvas, AtlasExtent clip, GCancellable *cancellable)
{
  Drawing drawing;
  gboolean done;

  drawing_init (&drawing, self->options.select, self->options.transform, canvas, clip);
  drawing.scope.cancellable = cancellable;
  find_selected (self, &drawing.scope);
  done = stroke_selected (&drawing.scope, TRUE, atlas_render_scope_add_areas) &&
         stroke_selected (&drawing.scope, FALSE, atlas_render_scope_add_lines) && ring_selected (&drawing.scope);
  drawing_clear (&drawing);
  return done;
}

gboolean
_atlas_scene_draw_layers (AtlasScene *self, AtlasCanvas *canvas, AtlasExtent clip, GCancellable *cancellable)
{
  double denominator = atlas_scene_get_scale_denominator (self);

  for (guint i = 0; i < self->n_layers; i++)
    if (_atlas_scene_layer_is_visible (self->layers[i], denominator) &&
        !draw_layer (self, self->layers[i], canvas, clip, cancellable))
      return FALSE;
  if (self->options.select && self->options.select->table && self->options.n_selected > 0)
    return draw_selection (self, canvas, clip, cancellable);
  return TRUE;
}

static void
draw_background (AtlasScene *self, AtlasCanvas *canvas)
{
  AtlasPath path;

  if (self->options.background.a == 0)
    return;
  atlas_path_init_plain (&path);
  atlas_path_reset (&path, TRUE);
  atlas_path_add_rectangle (&path, 0, 0, self->options.width, self->options.height);
  canvas->klass->fill (canvas, &path, self->options.background);
  atlas_path_clear (&path);
}

gboolean
_atlas_scene_draw_canvas (AtlasScene *self, AtlasCanvas *canvas, GCancellable *cancellable)
{
  AtlasExtent whole = { 0, 0, self->options.width, self->options.height };
  gboolean done;

  canvas->klass->push_frame (canvas, 0, 0, whole.xmax, whole.ymax);
  draw_background (self, canvas);
  done = _atlas_scene_draw_layers (self, canvas, whole, cancellable);
  if (done)
    atlas_labels_draw (_atlas_scene_get_labels (self), canvas, whole);
  canvas->klass->pop (canvas);
  return done;
}
