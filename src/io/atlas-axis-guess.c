// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-projection.h"

#include "atlas-crs-database.h"

#define ENOUGH        0.95 /* share of positions that must lie where they should */
#define LOOKED_AT     10000
#define FARTHEST_CITY 150.0 /* km between a layer and the city it is about */

/* What planners of these cities are handed: degrees, then systems of narrow, wide and, last, worldwide use. */
static const int candidates[] = { 4326, 2176, 2177, 2178, 2179, 28992, 3763, 26917, 2180, 3857 };

/* Officially north comes before east, and surveyors write it so; their zones tell which is which. */
static const int north_first[] = { 2176, 2177, 2178, 2179 };

static AtlasPoint
swapped (AtlasPoint p)
{
  return ATLAS_POINT_INIT (p.y, p.x);
}

static double
share_inside (const AtlasGeometry *g, AtlasExtent area, gboolean swap)
{
  gsize step = g->n_points / LOOKED_AT + 1;
  gsize n = 0;
  gsize n_inside = 0;

  for (gsize i = 0; i < g->n_points; i += step, n++)
    n_inside += atlas_extent_contains_point (area, swap ? swapped (g->points[i]) : g->points[i]);
  return n ? (double) n_inside / (double) n : 0;
}

/* The area in which @crs is meant to be used, in @own. */
static AtlasExtent
area_of_use_in (AtlasCrs *own, AtlasCrs *crs)
{
  g_autoptr (AtlasCrs) lonlat = _atlas_crs_lonlat ();
  AtlasExtent area = ATLAS_EXTENT_EMPTY;

  return _atlas_crs_area_of_use (crs, &area) ? atlas_crs_transform_extent (lonlat, own, area, NULL)
                                             : ATLAS_EXTENT_EMPTY;
}

/**
 * atlas_table_guess_axes:
 * @self: features whose order of axes is in doubt
 * @crs: the system whose area of use they should lie in: the city's
 *
 * Looks whether over 95 % of the positions lie where @crs is meant to be used, as they are or with x and y exchanged.
 * Positions of a table that does not say its own system are taken to be in @crs.
 *
 * Returns: what makes sense; a table without positions is fine
 */
AtlasAxisGuess
atlas_table_guess_axes (AtlasTable *self, AtlasCrs *crs)
{
  AtlasCrs *own = atlas_table_get_crs (self) ? atlas_table_get_crs (self) : crs;
  const AtlasGeometry *g = atlas_table_get_geometry (self);
  AtlasExtent area = area_of_use_in (own, crs);

  if (g->n_points == 0 || atlas_extent_is_empty (area) || share_inside (g, area, FALSE) > ENOUGH)
    return ATLAS_AXES_FINE;
  return share_inside (g, area, TRUE) > ENOUGH ? ATLAS_AXES_SWAPPED : ATLAS_AXES_UNKNOWN;
}

/**
 * atlas_extent_guess_axes:
 * @self: of features that are not read yet
 * @own: (nullable): the system in which they say they are
 * @crs: as with [func@table_guess_axes]
 *
 * Does what [func@table_guess_axes] does, by the corners alone.
 *
 * Returns: what makes sense; an empty extent is fine
 */
AtlasAxisGuess
atlas_extent_guess_axes (AtlasExtent self, AtlasCrs *own, AtlasCrs *crs)
{
  AtlasExtent area = area_of_use_in (own ? own : crs, crs);
  AtlasExtent turned = { self.ymin, self.xmin, self.ymax, self.xmax };

  if (atlas_extent_is_empty (self) || atlas_extent_is_empty (area) || atlas_extent_contains (area, self))
    return ATLAS_AXES_FINE;
  return atlas_extent_contains (area, turned) ? ATLAS_AXES_SWAPPED : ATLAS_AXES_UNKNOWN;
}

/**
 * atlas_table_swap_axes:
 *
 * Returns: (transfer full): the same features with x and y exchanged
 */
AtlasTable *
atlas_table_swap_axes (AtlasTable *self)
{
  const AtlasGeometry *g = atlas_table_get_geometry (self);
  AtlasPoint *points = g_new (AtlasPoint, g->n_points);
  g_autoptr (GBytes) bytes = NULL;

  for (gsize i = 0; i < g->n_points; i++)
    points[i] = swapped (g->points[i]);
  bytes = g_bytes_new_take (points, g->n_points * sizeof *points);
  return atlas_table_with_points (self, bytes, atlas_table_get_crs (self));
}

static gboolean
lies_in_area_of_use (AtlasCrs *crs, AtlasPoint middle)
{
  g_autoptr (AtlasCrs) lonlat = _atlas_crs_lonlat ();
  AtlasExtent area = ATLAS_EXTENT_EMPTY;

  return _atlas_crs_area_of_use (crs, &area) && atlas_crs_transform_points (crs, lonlat, &middle, 1, NULL) &&
         atlas_extent_contains_point (area, middle);
}

static AtlasCrs *
find_system (const int *codes, gsize n, AtlasPoint middle)
{
  for (gsize i = 0; i < n; i++) {
    AtlasCrs *crs = atlas_crs_new_from_epsg (codes[i], NULL);

    if (lies_in_area_of_use (crs, middle))
      return crs;
    atlas_crs_unref (crs);
  }
  return NULL;
}

/**
 * atlas_table_guess_likely_crs:
 * @self: features that do not say what they are in
 *
 * Returns: (transfer full) (nullable): the system in whose own area of use their middle would lie, the narrower areas
 *   first, and with north before east sooner than in a system of the whole world; a suggestion for the user, never to
 *   be taken without a word
 */
AtlasCrs *
atlas_table_guess_likely_crs (AtlasTable *self)
{
  const gsize n_narrow = G_N_ELEMENTS (candidates) - 1;
  AtlasPoint middle = atlas_extent_centre (atlas_table_get_extent (self));
  AtlasCrs *crs = find_system (candidates, n_narrow, middle);

  if (!crs)
    crs = find_system (north_first, G_N_ELEMENTS (north_first), swapped (middle));
  return crs ? crs : find_system (candidates + n_narrow, 1, middle);
}

typedef struct {
  AtlasCrs *crs;
  double km;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  double x = ((const Candidate *) a)->km;
  double y = ((const Candidate *) b)->km;

  return (x > y) - (x < y);
}

/* How far from the city the middle of the layer would lie, as the crow flies on a sphere; or far off. */
static double
distance_if (AtlasCrs *crs, AtlasPoint middle, AtlasPoint near_lonlat)
{
  g_autoptr (AtlasCrs) lonlat = _atlas_crs_lonlat ();
  double north;
  double east;

  if (!atlas_crs_transform_points (crs, lonlat, &middle, 1, NULL) || !atlas_point_is_finite (middle))
    return G_MAXDOUBLE;
  north = (middle.y - near_lonlat.y) * 111.2;
  east = (middle.x - near_lonlat.x) * 111.2 * cos (near_lonlat.y * G_PI / 180);
  return hypot (north, east);
}

/**
 * atlas_table_guess_crs:
 * @self: features that do not say what they are in
 * @near_lonlat: where they should be: longitude and latitude of the city
 *
 * Returns: (transfer full) (element-type AtlasCrs): systems in which they would lie within 150 km of there, the
 *   nearest first, as they are or with x and y exchanged; a suggestion for the user, never to be taken without a word
 */
GPtrArray *
atlas_table_guess_crs (AtlasTable *self, AtlasPoint near_lonlat)
{
  AtlasPoint middle = atlas_extent_centre (atlas_table_get_extent (self));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GPtrArray *systems = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_crs_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (candidates) && !atlas_extent_is_empty (atlas_table_get_extent (self)); i++) {
    g_autoptr (AtlasCrs) crs = atlas_crs_new_from_epsg (candidates[i], NULL);
    Candidate candidate = { crs, MIN (distance_if (crs, middle, near_lonlat),
                                      distance_if (crs, swapped (middle), near_lonlat)) };

    if (candidate.km > FARTHEST_CITY)
      continue;
    candidate.crs = atlas_crs_ref (crs);
    g_array_append_val (found, candidate);
  }
  g_array_sort (found, compare_candidates);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (systems, g_array_index (found, Candidate, i).crs);
  return systems;
}
