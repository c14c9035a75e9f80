// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-pick.h"

#include "atlas-geometry-measure.h"
#include "atlas-pick-area.h"

/**
 * atlas_pick_at:
 * @point: a position of the map
 * @tolerance: how far off it a feature may be, in map units
 * @scale_denominator: of the map, which decides what is seen
 * @row: (out): its row
 *
 * Returns: (nullable) (transfer none): layer of the topmost feature there; %NULL when there is none
 */
AtlasLayer *
atlas_pick_at (AtlasProject *project, AtlasPoint point, double tolerance, double scale_denominator, gsize *row)
{
  GListModel *layers = G_LIST_MODEL (project);

  for (guint i = 0; i < g_list_model_get_n_items (layers); i++) {
    g_autoptr (AtlasLayer) layer = g_list_model_get_item (layers, i);

    if (!atlas_layer_get_table (layer) || !atlas_layer_is_seen_at (layer, scale_denominator))
      continue;
    *row = atlas_scene_layer_hit (atlas_layer_get_scene_layer (layer), point, tolerance);
    if (*row != G_MAXSIZE)
      return layer;
  }
  *row = G_MAXSIZE;
  return NULL;
}

static gboolean
ring_meets (const AtlasPickArea *area, const AtlasPoint *points, gsize n, AtlasPartKind kind)
{
  for (gsize i = 0; i < n; i++)
    if (atlas_pick_area_contains (area, points[i]))
      return TRUE;
  for (gsize i = 1; i < n && kind != ATLAS_PART_POINT; i++)
    if (atlas_pick_area_crosses (area, points[i - 1], points[i]))
      return TRUE;
  return FALSE;
}

/* A feature meets the area when one of its positions is inside, when an edge crosses the outline, or when the whole
 * area lies within it. */
static gboolean
feature_meets (const AtlasPickArea *area, const AtlasGeometry *g, gsize row)
{
  for (guint32 part = g->features[row]; part < g->features[row + 1]; part++)
    for (guint32 ring = g->parts[part]; ring < g->parts[part + 1]; ring++)
      if (ring_meets (area, g->points + g->rings[ring], g->rings[ring + 1] - g->rings[ring], g->kinds[part]))
        return TRUE;
  return atlas_geometry_contains (g, row, atlas_pick_area_get_corner (area));
}

/**
 * atlas_pick_in_ring:
 * @table: whose features
 * @ring: (array length=n_points): corners of the area, closed by itself
 * @n_points: how many
 *
 * Returns: (transfer full) (element-type guint32): rows that meet the area, ascending
 */
GArray *
atlas_pick_in_ring (AtlasTable *table, const AtlasPoint *ring, gsize n_points)
{
  const AtlasGeometry *g = atlas_table_get_geometry (table);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (AtlasPickArea) area = NULL;
  AtlasExtent extent;

  if (n_points == 0)
    return rows;
  area = atlas_pick_area_new (ring, n_points);
  extent = atlas_pick_area_get_extent (area);
  for (guint32 row = 0; row < g->n_features; row++)
    if (atlas_extent_intersects (g->boxes[row], extent) && feature_meets (area, g, row))
      g_array_append_val (rows, row);
  return rows;
}
