// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-render-scope.h"

static void
append_all_rows (GArray *rows, gsize n)
{
  g_array_set_size (rows, (guint) n);
  for (gsize i = 0; i < n; i++)
    g_array_index (rows, guint32, i) = (guint32) i;
}

/* Looking at every box one after the other is quicker than asking the index once this part of them is found. */
#define WIDE_SHARE (1 / 20.0)

static gboolean
is_wide (AtlasExtent seen, AtlasExtent all)
{
  AtlasExtent both = atlas_extent_intersection (seen, all);

  return atlas_extent_width (both) * atlas_extent_height (both) >
         WIDE_SHARE * atlas_extent_width (all) * atlas_extent_height (all);
}

static void
append_seen_rows (GArray *rows, const AtlasGeometry *geometry, AtlasExtent seen)
{
  guint32 *found;
  guint n = 0;

  g_array_set_size (rows, (guint) geometry->n_features);
  found = (guint32 *) rows->data;
  for (gsize i = 0; i < geometry->n_features; i++) {
    found[n] = (guint32) i;
    n += atlas_extent_intersects (seen, geometry->boxes[i]);
  }
  g_array_set_size (rows, n);
}

/**
 * atlas_render_scope_find_reach:
 *
 * Returns: what of the map may reach into the clip, symbols and strokes included
 */
AtlasExtent
atlas_render_scope_find_reach (const AtlasRenderScope *self)
{
  double reach_mm = self->layer->symbol->reach * _atlas_scene_layer_get_size (self->layer) + ATLAS_STROKE_ROOM_MM;
  AtlasExtent clip = self->clip;
  AtlasPoint low = atlas_transform_to_map (self->transform, ATLAS_POINT_INIT (clip.xmin, clip.ymax));
  AtlasPoint high = atlas_transform_to_map (self->transform, ATLAS_POINT_INIT (clip.xmax, clip.ymin));

  return atlas_extent_grow ((AtlasExtent){ low.x, low.y, high.x, high.y },
                            reach_mm * self->canvas->mm / self->transform.scale);
}

/**
 * atlas_render_scope_find_rows:
 *
 * Fills @rows with the features that may be seen.
 */
void
atlas_render_scope_find_rows (AtlasRenderScope *self)
{
  const AtlasGeometry *geometry = atlas_table_get_geometry (self->layer->table);
  AtlasExtent seen = atlas_render_scope_find_reach (self);
  AtlasExtent all = atlas_table_get_extent (self->layer->table);

  g_array_set_size (self->rows, 0);
  if (atlas_extent_contains (seen, all))
    append_all_rows (self->rows, geometry->n_features);
  else if (is_wide (seen, all))
    append_seen_rows (self->rows, geometry, seen);
  else
    atlas_spatial_index_query (_atlas_scene_layer_get_index (self->layer), seen, self->rows);
}

gboolean
atlas_render_scope_is_cancelled (const AtlasRenderScope *self)
{
  return self->cancellable && g_cancellable_is_cancelled (self->cancellable);
}

/**
 * atlas_render_scope_go_on:
 * @i: number of the feature that is drawn next
 * @n: how many are drawn
 *
 * Counts the features for whoever waits, and looks every few hundred of them whether anyone still does.
 *
 * Returns: %FALSE when cancelled
 */
gboolean
atlas_render_scope_go_on (const AtlasRenderScope *self, guint i, guint n)
{
  if (i % ATLAS_BATCH_ROWS > 0)
    return TRUE;
  if (atlas_render_scope_is_cancelled (self))
    return FALSE;
  if (self->canvas->meter)
    atlas_draw_meter_add (self->canvas->meter, MIN (ATLAS_BATCH_ROWS, n - i));
  return TRUE;
}

/**
 * atlas_render_scope_fetch:
 *
 * Has the processor fetch the first positions of a feature, which will be needed soon.
 */
void
atlas_render_scope_fetch (const AtlasRenderScope *self, guint32 row)
{
  const AtlasGeometry *geometry = atlas_table_get_geometry (self->layer->table);
  const AtlasPoint *first = geometry->points + geometry->rings[geometry->parts[geometry->features[row]]];

  __builtin_prefetch (first);
  __builtin_prefetch (first + 4);
}

static void
visit_polygon (const AtlasGeometry *geometry, guint32 part, AtlasRingFunc func, gpointer data)
{
  guint32 first = geometry->parts[part];

  for (guint32 ring = first; ring < geometry->parts[part + 1]; ring++) {
    guint32 start = geometry->rings[ring];

    func (data, geometry->points + start, geometry->rings[ring + 1] - start, ring != first);
  }
}

/**
 * atlas_render_scope_foreach_ring:
 * @func: (scope call): called with each ring of the areas of a feature
 *
 * Goes over what the areas of a feature are made of.
 */
void
atlas_render_scope_foreach_ring (const AtlasRenderScope *self, guint32 row, AtlasRingFunc func, gpointer data)
{
  const AtlasGeometry *geometry = atlas_table_get_geometry (self->layer->table);

  for (guint32 part = geometry->features[row]; part < geometry->features[row + 1]; part++)
    if (geometry->kinds[part] == ATLAS_PART_POLYGON)
      visit_polygon (geometry, part, func, data);
}

static void
add_ring_cb (gpointer path, const AtlasPoint *points, gsize n, gboolean hole)
{
  atlas_path_add_ring (path, points, n, hole);
}

/**
 * atlas_render_scope_add_areas:
 *
 * Adds the areas of a feature to the path.
 */
void
atlas_render_scope_add_areas (const AtlasRenderScope *self, guint32 row)
{
  atlas_render_scope_foreach_ring (self, row, add_ring_cb, self->path);
}

/**
 * atlas_render_scope_add_lines:
 *
 * Adds the lines of a feature to the path.
 */
void
atlas_render_scope_add_lines (const AtlasRenderScope *self, guint32 row)
{
  const AtlasGeometry *geometry = atlas_table_get_geometry (self->layer->table);

  for (guint32 part = geometry->features[row]; part < geometry->features[row + 1]; part++) {
    guint32 ring = geometry->parts[part];

    if (geometry->kinds[part] == ATLAS_PART_LINE)
      atlas_path_add_line (self->path, geometry->points + geometry->rings[ring],
                           geometry->rings[ring + 1] - geometry->rings[ring]);
  }
}

/**
 * atlas_render_scope_draw_disc:
 * @at: its centre on the map
 * @disc: everything but the centre
 *
 * Draws a circle, unless none of it is seen.
 */
void
atlas_render_scope_draw_disc (const AtlasRenderScope *self, AtlasPoint at, const AtlasDisc *disc)
{
  AtlasDisc placed = *disc;

  placed.centre = atlas_transform_to_device (self->transform, at);
  if (!atlas_point_is_finite (placed.centre) || disc->radius <= 0)
    return;
  if (atlas_extent_contains_point (atlas_extent_grow (self->clip, disc->radius + disc->outline_width), placed.centre))
    self->canvas->klass->disc (self->canvas, &placed);
}

/**
 * atlas_render_scope_draw_points:
 * @disc: everything but the centre
 *
 * Draws a circle at each point of a feature.
 */
void
atlas_render_scope_draw_points (const AtlasRenderScope *self, guint32 row, const AtlasDisc *disc)
{
  const AtlasGeometry *geometry = atlas_table_get_geometry (self->layer->table);

  for (guint32 part = geometry->features[row]; part < geometry->features[row + 1]; part++) {
    guint32 ring = geometry->parts[part];

    if (geometry->kinds[part] != ATLAS_PART_POINT)
      continue;
    for (guint32 i = geometry->rings[ring]; i < geometry->rings[ring + 1]; i++)
      atlas_render_scope_draw_disc (self, geometry->points[i], disc);
  }
}

/**
 * atlas_render_scope_begin_feature:
 *
 * Says, to canvases that want to know, that what follows shows one feature.
 */
void
atlas_render_scope_begin_feature (const AtlasRenderScope *self, guint32 row)
{
  const AtlasGeometry *geometry = atlas_table_get_geometry (self->layer->table);
  g_autofree char *name = NULL;

  if (!atlas_canvas_keeps_features (self->canvas))
    return;
  name = self->names ? atlas_column_dup_cell (self->names, row) : NULL;
  self->canvas->klass->begin_feature (self->canvas, geometry->fids[row], name);
}

void
atlas_render_scope_end_feature (const AtlasRenderScope *self)
{
  if (atlas_canvas_keeps_features (self->canvas))
    self->canvas->klass->end_feature (self->canvas);
}

static int
compare_values_cb (gconstpointer a, gconstpointer b, gpointer values)
{
  guint32 i = *(const guint32 *) a;
  guint32 j = *(const guint32 *) b;
  double vi = fabs (((const double *) values)[i]);
  double vj = fabs (((const double *) values)[j]);

  if (vi != vj)
    return vi > vj ? -1 : 1;
  return i < j ? -1 : i > j;
}

/**
 * atlas_render_scope_sort_rows:
 *
 * Returns: (transfer full) (element-type guint32): the features that have a value, largest first, so that small
 *   symbols are drawn over large ones
 */
GArray *
atlas_render_scope_sort_rows (const AtlasRenderScope *self)
{
  const double *values = self->layer->values->values;
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (guint32), self->rows->len);

  for (guint i = 0; i < self->rows->len; i++) {
    guint32 row = g_array_index (self->rows, guint32, i);

    if (!isnan (values[row]))
      g_array_append_val (sorted, row);
  }
  g_array_sort_with_data (sorted, compare_values_cb, (gpointer) values);
  return sorted;
}
