// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-table-private.h"

#include <string.h>

typedef struct {
  const AtlasGeometry *from;
  const guint8 *kept;
  AtlasPoint *points;
  guint32 *rings;
  guint32 *parts;
  guint8 *kinds;
  guint32 *features;
  AtlasGeometry to;
} Pruning;

static void
copy_ring (Pruning *self, guint32 ring)
{
  guint32 n = self->from->rings[ring + 1] - self->from->rings[ring];

  self->rings[self->to.n_rings++] = (guint32) self->to.n_points;
  memcpy (self->points + self->to.n_points, self->from->points + self->from->rings[ring], n * sizeof (AtlasPoint));
  self->to.n_points += n;
}

/* Holes go with the outline they are in. */
static void
copy_part (Pruning *self, guint32 part)
{
  guint32 first = self->from->parts[part];

  if (!self->kept[first])
    return;
  self->kinds[self->to.n_parts] = self->from->kinds[part];
  self->parts[self->to.n_parts++] = (guint32) self->to.n_rings;
  for (guint32 ring = first; ring < self->from->parts[part + 1]; ring++)
    if (self->kept[ring])
      copy_ring (self, ring);
}

static void
copy_features (Pruning *self)
{
  const AtlasGeometry *g = self->from;

  for (gsize feature = 0; feature < g->n_features; feature++) {
    self->features[feature] = (guint32) self->to.n_parts;
    for (guint32 part = g->features[feature]; part < g->features[feature + 1]; part++)
      copy_part (self, part);
  }
  self->features[g->n_features] = (guint32) self->to.n_parts;
  self->parts[self->to.n_parts] = (guint32) self->to.n_rings;
  self->rings[self->to.n_rings] = (guint32) self->to.n_points;
}

/**
 * atlas_table_prune:
 * @kept: (array): for each ring of the table whether it stays; where the outline of an area goes, its holes go too
 * @note: one translated sentence that says why
 *
 * Returns: (transfer full): the same features and columns without those rings
 */
AtlasTable *
atlas_table_prune (AtlasTable *self, const guint8 *kept, const char *note)
{
  AtlasTable *pruned = atlas_table_with_note (self, note);
  const AtlasGeometry *g = &self->geometry;
  Pruning work = { .from = g, .kept = kept, .to = *g };

  work.to.n_points = work.to.n_rings = work.to.n_parts = 0;
  work.points = g_new (AtlasPoint, g->n_points + 1);
  work.rings = g_new (guint32, g->n_rings + 1);
  work.parts = g_new (guint32, g->n_parts + 1);
  work.kinds = g_new (guint8, g->n_parts + 1);
  work.features = g_new (guint32, g->n_features + 1);
  copy_features (&work);
  work.to.points = _atlas_table_keep (pruned, work.points, work.to.n_points * sizeof (AtlasPoint));
  work.to.rings = _atlas_table_keep (pruned, work.rings, (work.to.n_rings + 1) * sizeof (guint32));
  work.to.parts = _atlas_table_keep (pruned, work.parts, (work.to.n_parts + 1) * sizeof (guint32));
  work.to.kinds = _atlas_table_keep (pruned, work.kinds, work.to.n_parts);
  work.to.features = _atlas_table_keep (pruned, work.features, (g->n_features + 1) * sizeof (guint32));
  pruned->geometry = work.to;
  _atlas_table_measure_boxes (pruned);
  return pruned;
}
