// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-share-placer.h"

#include "atlas-error.h"

#include <glib/gi18n-lib.h>

/*
 * Districts take their share one after another in their order, each from what the earlier ones have
 * left. So a line along a common border, or an area in two overlapping districts, goes to the first,
 * and nothing is counted twice.
 */

/* Below this share a piece is rounding, not land. */
#define LEAST_SHARE 1e-9

typedef struct {
  GEOSGeometry *shape;                  /* owned, nullable */
  const GEOSPreparedGeometry *prepared; /* owned, nullable */
  gboolean made;
} District;

struct _AtlasSharePlacer {
  GEOSContextHandle_t geos;       /* owned */
  const AtlasPointPlacer *points; /* borrowed */
  District *districts;            /* owned: made when first needed */
  GArray *candidates;             /* owned, of guint32 */
};

/* A feature on its way through the districts. */
typedef struct {
  gsize feature;
  int dimension;
  double total;
  GEOSGeometry *whole; /* owned: all of it */
  GEOSGeometry *rest;  /* owned: what no district has taken yet */
  gboolean shared;     /* a district could have claimed what an earlier one has taken */
  AtlasShare last;     /* the newest share, not yet told to the tally */
  double taken;
  double measured;
} Piece;

/**
 * atlas_share_placer_new:
 * @points: places what has neither length nor area, and knows the districts; must outlive the placer
 *
 * Returns: (transfer full): a placer
 */
AtlasSharePlacer *
atlas_share_placer_new (const AtlasPointPlacer *points)
{
  AtlasSharePlacer *self = g_new0 (AtlasSharePlacer, 1);

  self->geos = atlas_geos_begin ();
  self->points = points;
  self->districts = g_new0 (District, points->districts->n_features);
  self->candidates = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

static void
clear_district (AtlasSharePlacer *self, District *district)
{
  if (district->prepared)
    GEOSPreparedGeom_destroy_r (self->geos, district->prepared);
  if (district->shape)
    GEOSGeom_destroy_r (self->geos, district->shape);
}

void
atlas_share_placer_free (AtlasSharePlacer *self)
{
  for (gsize i = 0; i < self->points->districts->n_features; i++)
    clear_district (self, &self->districts[i]);
  g_free (self->districts);
  g_array_unref (self->candidates);
  GEOS_finish_r (self->geos);
  g_free (self);
}

static const District *
get_district (AtlasSharePlacer *self, gsize number)
{
  District *district = &self->districts[number];

  if (district->made)
    return district;
  district->made = TRUE;
  if (atlas_geometry_dimension (self->points->districts, number) == 2)
    district->shape = atlas_geos_from_feature (self->geos, self->points->districts, number);
  if (district->shape)
    district->prepared = GEOSPrepare_r (self->geos, district->shape);
  return district;
}

static void
replace_rest (AtlasSharePlacer *self, Piece *piece, GEOSGeometry *rest)
{
  GEOSGeom_destroy_r (self->geos, piece->rest);
  piece->rest = rest;
}

/* The newest share waits, so that the last one can take up what is only rounding. */
static void
take_share (Piece *piece, AtlasShareTally *tally, gsize district, double measure)
{
  double share = measure / piece->total;

  if (share < LEAST_SHARE)
    return;
  if (piece->last.share > 0)
    atlas_share_tally_add (tally, piece->last);
  piece->last = (AtlasShare){ piece->feature, district, piece->dimension, share, measure };
  piece->taken += share;
  piece->measured += measure;
}

/* Whether a district would have more of the piece, had the earlier ones not taken theirs: an overlap, or a border that
 * the piece runs along. */
static gboolean
would_take_more (AtlasSharePlacer *self, const Piece *piece, const District *district, double taken)
{
  GEOSGeometry *inside = GEOSIntersection_r (self->geos, piece->whole, district->shape);
  double claim = inside ? atlas_geos_measure (self->geos, inside, piece->dimension) : 0;

  if (inside)
    GEOSGeom_destroy_r (self->geos, inside);
  return claim - taken > LEAST_SHARE * piece->total;
}

static void
look_for_overlap (AtlasSharePlacer *self, Piece *piece, guint32 number, double taken_before)
{
  const District *district = get_district (self, number);

  if (piece->shared || taken_before <= 0 || !district->prepared ||
      GEOSPreparedIntersects_r (self->geos, district->prepared, piece->whole) != 1)
    return;
  piece->shared = would_take_more (self, piece, district, piece->measured - taken_before);
}

/* Takes from the piece what lies in a district. Returns FALSE when GEOS gives up. */
static gboolean
take_inside (AtlasSharePlacer *self, Piece *piece, AtlasShareTally *tally, guint32 number)
{
  const District *district = get_district (self, number);
  GEOSGeometry *inside, *rest;

  if (!district->prepared || GEOSPreparedIntersects_r (self->geos, district->prepared, piece->rest) != 1)
    return TRUE;
  if (GEOSPreparedCovers_r (self->geos, district->prepared, piece->rest) == 1) {
    take_share (piece, tally, number, piece->total - piece->measured);
    replace_rest (self, piece, GEOSGeom_createEmptyCollection_r (self->geos, GEOS_MULTIPOLYGON));
    return TRUE;
  }
  inside = GEOSIntersection_r (self->geos, piece->rest, district->shape);
  rest = inside ? GEOSDifference_r (self->geos, piece->rest, district->shape) : NULL;
  if (inside)
    take_share (piece, tally, number, atlas_geos_measure (self->geos, inside, piece->dimension));
  if (inside)
    GEOSGeom_destroy_r (self->geos, inside);
  if (!rest)
    return FALSE;
  replace_rest (self, piece, rest);
  return TRUE;
}

static gboolean
take_all (AtlasSharePlacer *self, Piece *piece, AtlasShareTally *tally, GError **error)
{
  for (guint i = 0; i < self->candidates->len; i++) {
    guint32 number = g_array_index (self->candidates, guint32, i);
    double taken_before = piece->measured;

    if (GEOSisEmpty_r (self->geos, piece->rest) == 1 || take_inside (self, piece, tally, number)) {
      look_for_overlap (self, piece, number, taken_before);
      continue;
    }
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA,
                 _ ("Feature %zu cannot be split among the districts; repair its geometry first"), piece->feature + 1);
    return FALSE;
  }
  return TRUE;
}

/* Tells the last share and what is left for outside, so that all shares add up to one. */
static void
settle (Piece *piece, AtlasShareTally *tally, gsize outside)
{
  double share = 1 - piece->taken;
  double measure = piece->total - piece->measured;

  if (piece->last.share > 0 && share < LEAST_SHARE) {
    piece->last.share += share;
    piece->last.measure += measure;
    share = 0;
  }
  if (piece->last.share > 0)
    atlas_share_tally_add (tally, piece->last);
  if (share > 0)
    atlas_share_tally_add (tally, (AtlasShare){ piece->feature, outside, piece->dimension, share, measure });
}

static gboolean
split (AtlasSharePlacer *self, const AtlasGeometry *features, Piece *piece, AtlasShareTally *tally, GError **error)
{
  const AtlasGeometry *districts = self->points->districts;

  g_array_set_size (self->candidates, 0);
  atlas_spatial_index_query (self->points->index, features->boxes[piece->feature], self->candidates);
  if (!take_all (self, piece, tally, error))
    return FALSE;
  atlas_share_tally_add_input (tally, piece->feature, piece->dimension, piece->total);
  settle (piece, tally, districts->n_features);
  if (piece->shared)
    atlas_share_tally_add_shared (tally);
  return TRUE;
}

/* A line without length or an area without area: it lies where its first position does. */
static void
place_first_position (AtlasSharePlacer *self, const AtlasGeometry *features, gsize feature, AtlasShareTally *tally)
{
  guint32 first = features->rings[features->parts[features->features[feature]]];
  gboolean shared;
  gsize district = atlas_point_placer_find (self->points, features->points[first], &shared);
  int dimension = atlas_geometry_dimension (features, feature);

  atlas_share_tally_add_input (tally, feature, dimension, 0);
  atlas_share_tally_add (tally, (AtlasShare){ feature, district, dimension, 1, 0 });
  if (shared)
    atlas_share_tally_add_shared (tally);
}

/**
 * atlas_share_placer_place:
 * @features: of which @feature has lines or areas
 *
 * Gives each district the share of a feature's length or area that lies in it.
 *
 * Returns: whether it could be split; else %ATLAS_ERROR_BAD_DATA
 */
gboolean
atlas_share_placer_place (AtlasSharePlacer *self,
                          const AtlasGeometry *features,
                          gsize feature,
                          AtlasShareTally *tally,
                          GError **error)
{
  Piece piece = { .feature = feature, .dimension = atlas_geometry_dimension (features, feature) };
  gboolean done = TRUE;

  piece.whole = atlas_geos_from_feature (self->geos, features, feature);
  piece.rest = piece.whole ? GEOSGeom_clone_r (self->geos, piece.whole) : NULL;
  piece.total = piece.rest ? atlas_geos_measure (self->geos, piece.rest, piece.dimension) : 0;
  if (piece.total > 0)
    done = split (self, features, &piece, tally, error);
  else
    place_first_position (self, features, feature, tally);
  if (piece.whole)
    GEOSGeom_destroy_r (self->geos, piece.whole);
  if (piece.rest)
    GEOSGeom_destroy_r (self->geos, piece.rest);
  return done;
}
