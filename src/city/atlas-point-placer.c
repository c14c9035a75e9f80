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
} Search;

/* The index finds boxes in no particular order, so all are looked at and the lowest number kept. */
static gboolean
try_district_cb (guint32 district, gpointer user_data)
{
  Search *search = user_data;

  if (district < search->first && atlas_outline_bands_contain (search->bands, district, search->point))
    search->first = district;
  return TRUE;
}

/**
 * atlas_point_placer_find:
 * @point: in the system of the districts
 *
 * Returns: the first district that @point lies in or on, or the number of districts for none
 */
gsize
atlas_point_placer_find (const AtlasPointPlacer *self, AtlasPoint point)
{
  Search search = { self->bands, point, self->districts->n_features };
  AtlasExtent box = { point.x, point.y, point.x, point.y };

  atlas_spatial_index_foreach (self->index, box, try_district_cb, &search);
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

  atlas_share_tally_add_input (tally, feature, 0, 0);
  if (first == end)
    atlas_share_tally_add (tally, (AtlasShare){ feature, self->districts->n_features, 0, 1, 0 });
  for (guint32 i = first; i < end; i++) {
    gsize district = atlas_point_placer_find (self, features->points[i]);

    atlas_share_tally_add (tally, (AtlasShare){ feature, district, 0, 1.0 / (end - first), 0 });
  }
}
