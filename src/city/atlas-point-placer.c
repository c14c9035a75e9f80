// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-point-placer.h"

void
atlas_point_placer_init (AtlasPointPlacer *self, const AtlasGeometry *districts)
{
  self->districts = districts;
  self->index = atlas_spatial_index_new (districts->boxes, districts->n_features);
  self->bands = atlas_outline_bands_new (districts);
}

void
atlas_point_placer_clear (AtlasPointPlacer *self)
{
  g_clear_pointer (&self->index, atlas_spatial_index_free);
  g_clear_pointer (&self->bands, atlas_outline_bands_free);
}

typedef struct {
  const AtlasOutlineBands *bands;
  AtlasPoint point;
  gsize first;
  guint n_found;
} Search;

/* The index finds boxes in no particular order, so all are looked at and the lowest number kept. */
static gboolean
try_district_cb (guint32 district, gpointer user_data)
{
  Search *search = user_data;

  if (!atlas_outline_bands_contain (search->bands, district, search->point))
    return TRUE;
  search->first = MIN (search->first, district);
  search->n_found++;
  return TRUE;
}

/**
 * atlas_point_placer_find:
 * @point: in the system of the districts
 * @shared: (out): whether it lies in or on others, too
 *
 * Returns: the first district that @point lies in or on, or the number of districts for none
 */
gsize
atlas_point_placer_find (const AtlasPointPlacer *self, AtlasPoint point, gboolean *shared)
{
  Search search = { self->bands, point, self->districts->n_features, 0 };
  AtlasExtent box = { point.x, point.y, point.x, point.y };

  atlas_spatial_index_foreach (self->index, box, try_district_cb, &search);
  *shared = search.n_found > 1;
  return search.first;
}

/**
 * atlas_point_placer_place:
 * @features: of which @feature has points only, or nothing
 *
 * Gives each position of a feature an equal share of it. A feature without geometry lies outside.
 */
void
atlas_point_placer_place (const AtlasPointPlacer *self,
                          const AtlasGeometry *features,
                          gsize feature,
                          AtlasShareTally *tally)
{
  guint32 first = features->rings[features->parts[features->features[feature]]];
  guint32 end = features->rings[features->parts[features->features[feature + 1]]];
  gboolean any_shared = FALSE;

  atlas_share_tally_add_input (tally, feature, 0, 0);
  if (first == end)
    atlas_share_tally_add (tally, (AtlasShare){ feature, self->districts->n_features, 0, 1, 0 });
  for (guint32 i = first; i < end; i++) {
    gboolean shared;
    gsize district = atlas_point_placer_find (self, features->points[i], &shared);

    any_shared |= shared;
    atlas_share_tally_add (tally, (AtlasShare){ feature, district, 0, 1.0 / (end - first), 0 });
  }
  if (any_shared)
    atlas_share_tally_add_shared (tally);
}
