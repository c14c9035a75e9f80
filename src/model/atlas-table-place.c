// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-table-private.h"

/* One part of one point for each place there is: the offsets of rings and parts simply count. */
static void
lay_points (AtlasTable *self, const AtlasPoint *places)
{
  gsize n_features = self->geometry.n_features;
  AtlasPoint *points = g_new (AtlasPoint, n_features + 1);
  guint32 *features = g_new (guint32, n_features + 1);
  guint32 *counting;
  guint32 n = 0;

  for (gsize i = 0; i < n_features; i++) {
    features[i] = n;
    points[n] = places[i];
    n += atlas_point_is_place (places[i]);
  }
  features[n_features] = n;
  counting = g_new (guint32, n + 1);
  for (guint32 i = 0; i <= n; i++)
    counting[i] = i;
  self->geometry.n_points = self->geometry.n_rings = self->geometry.n_parts = n;
  self->geometry.points = _atlas_table_keep (self, points, n * sizeof *points);
  self->geometry.features = _atlas_table_keep (self, features, (n_features + 1) * sizeof *features);
  self->geometry.rings = self->geometry.parts = _atlas_table_keep (self, counting, (n + 1) * sizeof *counting);
  self->geometry.kinds = _atlas_table_keep (self, g_malloc0 (n + 1), n);
}

/**
 * atlas_table_with_places:
 * @places: (array): for each feature where it is; one that is not finite, or beyond any map, has no place
 * @crs: (nullable): what they are in
 *
 * Returns: (transfer full): the same rows as points
 */
AtlasTable *
atlas_table_with_places (AtlasTable *self, const AtlasPoint *places, AtlasCrs *crs)
{
  AtlasTable *placed = atlas_table_with_crs (self, crs);

  lay_points (placed, places);
  _atlas_table_measure_boxes (placed);
  return placed;
}
