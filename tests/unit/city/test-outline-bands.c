// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-outline-bands.h"

#include "atlas-geometry-measure.h"
#include "drawn-table.h"

#define MOST_CORNERS 60

/* Corners on a coarse grid, so that edges cross, lie level and meet in points; any outline will do. */
static AtlasTable *
draw_random (guint n_features)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("outlines");

  for (guint i = 0; i < n_features; i++) {
    atlas_table_builder_begin_feature (builder, i);
    for (int part = g_test_rand_int_range (0, 4); part > 0; part--) {
      gsize n = (gsize) g_test_rand_int_range (4, MOST_CORNERS);
      AtlasPoint *ring;

      atlas_table_builder_begin_part (builder, ATLAS_PART_POLYGON);
      ring = atlas_table_builder_add_ring (builder, n);
      for (gsize corner = 0; corner + 1 < n; corner++)
        ring[corner] = ATLAS_POINT_INIT (g_test_rand_int_range (0, 12), g_test_rand_int_range (0, 12));
      ring[n - 1] = ring[0];
    }
  }
  return atlas_table_builder_end (builder);
}

/* On corners, on edges, between them and beside all. */
static AtlasPoint
draw_point (void)
{
  if (g_test_rand_bit ())
    return ATLAS_POINT_INIT (g_test_rand_int_range (-1, 13), g_test_rand_int_range (-1, 13));
  return ATLAS_POINT_INIT (g_test_rand_double_range (-1, 13), g_test_rand_double_range (-1, 13));
}

static void
test_same_as_all_edges (void)
{
  for (int round = 0; round < 20; round++) {
    g_autoptr (AtlasTable) table = draw_random (20);
    const AtlasGeometry *geometry = atlas_table_get_geometry (table);
    g_autoptr (AtlasOutlineBands) bands = atlas_outline_bands_new (geometry);

    for (int i = 0; i < 200; i++) {
      AtlasPoint point = draw_point ();

      for (gsize feature = 0; feature < geometry->n_features; feature++)
        g_assert_cmpint (atlas_outline_bands_contain (bands, feature, point), ==,
                         atlas_geometry_contains (geometry, feature, point));
    }
  }
}

typedef struct {
  double x;
  double y;
  gboolean inside;
} Place;

static void
test_hole (void)
{
  static const DrawnFeature ring[] = { { "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 2 8, 8 8, 8 2, 2 2))", NAN },
                                       { "LINESTRING (0 0, 9 9)", NAN } };
  static const Place places[] = { { 1, 5, TRUE },   { 5, 5, FALSE },  { 2, 5, TRUE },    { 0, 0, TRUE },
                                  { 10, 10, TRUE }, { 5, 0, TRUE },   { 5, 2, TRUE },    { 5, 1, TRUE },
                                  { 11, 5, FALSE }, { 5, 11, FALSE }, { NAN, 5, FALSE }, { 5, NAN, FALSE } };
  g_autoptr (AtlasTable) table = draw_table ("ring", ring, G_N_ELEMENTS (ring));
  g_autoptr (AtlasOutlineBands) bands = atlas_outline_bands_new (atlas_table_get_geometry (table));

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    AtlasPoint point = { places[i].x, places[i].y };

    g_assert_cmpint (atlas_outline_bands_contain (bands, 0, point), ==, places[i].inside);
    g_assert_false (atlas_outline_bands_contain (bands, 1, point));
  }
}

/* All corners at one height: an area without height still has its edge. */
static void
test_flat (void)
{
  static const DrawnFeature flat[] = { { "POLYGON ((0 1, 5 1, 9 1, 0 1))", NAN } };
  g_autoptr (AtlasTable) table = draw_table ("flat", flat, 1);
  g_autoptr (AtlasOutlineBands) bands = atlas_outline_bands_new (atlas_table_get_geometry (table));

  g_assert_true (atlas_outline_bands_contain (bands, 0, ATLAS_POINT_INIT (3, 1)));
  g_assert_false (atlas_outline_bands_contain (bands, 0, ATLAS_POINT_INIT (3, 1.1)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outline-bands/same-as-all-edges", test_same_as_all_edges);
  g_test_add_func ("/outline-bands/hole", test_hole);
  g_test_add_func ("/outline-bands/flat", test_flat);
  return g_test_run ();
}
