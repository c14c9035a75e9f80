// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-geos.h"

#include "drawn-table.h"

#define TINY 1e-9

typedef struct {
  const char *wkt;
  int dimension;
  double measure; /* area, or length where there is no area; 0 for points */
} Shape;

static const Shape shapes[] = {
  { "", -1, 0 },
  { "POINT (1 1)", 0, 0 },
  { "MULTIPOINT ((1 1), (2 2))", 0, 0 },
  { "LINESTRING (0 0, 3 4)", 1, 5 },
  { "MULTILINESTRING ((0 0, 3 4), (0 0, 0 2))", 1, 7 },
  { "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", 2, 16 },
  { "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 3, 3 3, 3 1, 1 1))", 2, 12 },
  { "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((5 0, 7 0, 7 1, 5 1, 5 0)))", 2, 3 },
  { "GEOMETRYCOLLECTION (POINT (9 9), LINESTRING (0 0, 9 9), POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0)))", 2, 4 },
  { "GEOMETRYCOLLECTION (POINT (9 9), LINESTRING (0 0, 0 6))", 1, 6 },
  /* crosses itself: two halves of 1 */
  { "POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))", 2, 2 },
  /* the same ground twice */
  { "MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((1 0, 3 0, 3 2, 1 2, 1 0)))", 2, 6 },
  /* a spike without area */
  { "POLYGON ((0 0, 4 0, 4 4, 4 9, 4 4, 0 4, 0 0))", 2, 16 },
};

static void
test_shapes (void)
{
  GEOSContextHandle_t geos = atlas_geos_begin ();

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++) {
    DrawnFeature feature = { shapes[i].wkt, NAN };
    g_autoptr (AtlasTable) table = draw_table ("shape", &feature, 1);
    const AtlasGeometry *geometry = atlas_table_get_geometry (table);
    GEOSGeometry *shape = atlas_geos_from_feature (geos, geometry, 0);

    g_test_message ("%s", shapes[i].wkt);
    g_assert_cmpint (atlas_geometry_dimension (geometry, 0), ==, shapes[i].dimension);
    g_assert_cmpint (shape != NULL, ==, shapes[i].dimension > 0);
    if (!shape)
      continue;
    g_assert_cmpint (GEOSisValid_r (geos, shape), ==, 1);
    g_assert_cmpfloat_with_epsilon (atlas_geos_measure (geos, shape, shapes[i].dimension), shapes[i].measure, TINY);
    GEOSGeom_destroy_r (geos, shape);
  }
  GEOS_finish_r (geos);
}

/* An outline of too few corners is none; the rest of the feature stays. */
static void
test_too_few_corners (void)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("stump");
  GEOSContextHandle_t geos = atlas_geos_begin ();
  g_autoptr (AtlasTable) table = NULL;
  GEOSGeometry *shape;
  AtlasPoint *ring;

  atlas_table_builder_begin_feature (builder, 1);
  atlas_table_builder_begin_part (builder, ATLAS_PART_POLYGON);
  ring = atlas_table_builder_add_ring (builder, 3);
  ring[0] = ring[2] = ATLAS_POINT_INIT (0, 0);
  ring[1] = ATLAS_POINT_INIT (1, 1);
  draw_feature (builder, "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))");
  table = atlas_table_builder_end (builder);
  shape = atlas_geos_from_feature (geos, atlas_table_get_geometry (table), 0);
  g_assert_nonnull (shape);
  g_assert_cmpfloat_with_epsilon (atlas_geos_measure (geos, shape, 2), 1, TINY);
  GEOSGeom_destroy_r (geos, shape);
  GEOS_finish_r (geos);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geos/shapes", test_shapes);
  g_test_add_func ("/geos/too-few-corners", test_too_few_corners);
  return g_test_run ();
}
