// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-io.h"
#include "atlas-map-system.h"
#include "atlas-projection.h"
#include "atlas-table-builder.h"

static AtlasTable *
make_points (int epsg, AtlasPoint a, AtlasPoint b)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("points");
  g_autoptr (AtlasCrs) crs = atlas_crs_new_from_epsg (epsg, NULL);
  AtlasPoint *ring;

  atlas_table_builder_set_crs (builder, crs);
  atlas_table_builder_begin_feature (builder, 1);
  atlas_table_builder_begin_part (builder, ATLAS_PART_POINT);
  ring = atlas_table_builder_add_ring (builder, 2);
  ring[0] = a;
  ring[1] = b;
  return atlas_table_builder_end (builder);
}

static const struct {
  const char *place;
  AtlasPoint from;
  AtlasPoint to;
  int epsg; /* of the zone of UTM that holds the middle */
} places[] = {
  { "Kielce", { 20.5, 50.8 }, { 20.7, 50.9 }, 32634 },
  { "Poland", { 14.1, 49.0 }, { 24.1, 54.8 }, 32634 },
  { "Oakville", { -79.8, 43.4 }, { -79.6, 43.5 }, 32617 },
  { "Porto", { -8.7, 41.1 }, { -8.5, 41.2 }, 32629 },
  { "Sydney", { 151.0, -34.0 }, { 151.2, -33.8 }, 32756 },
  { "west of a zone's edge", { 17.9, 50 }, { 17.9, 50 }, 32633 },
  { "east of it", { 18.1, 50 }, { 18.1, 50 }, 32634 },
  { "the date line", { 180, 10 }, { 180, 10 }, 32660 },
  { "the world", { -180, -90 }, { 180, 90 }, 4326 },
};

static void
test_zone (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autoptr (AtlasTable) table = make_points (4326, places[i].from, places[i].to);
    g_autoptr (AtlasCrs) chosen = atlas_map_system_local (atlas_table_get_crs (table), atlas_table_get_extent (table),
                                                          NULL);

    g_test_message ("%s", places[i].place);
    g_assert_cmpint (atlas_crs_get_code (chosen), ==, places[i].epsg);
  }
}

/* A plane stays what it is. */
static void
test_plane (void)
{
  g_autoptr (AtlasTable) table = make_points (2180, ATLAS_POINT_INIT (600000, 320000),
                                              ATLAS_POINT_INIT (610000, 330000));
  g_autoptr (AtlasCrs) chosen = atlas_map_system_local (atlas_table_get_crs (table), atlas_table_get_extent (table),
                                                        NULL);

  g_assert_true (atlas_crs_equal (chosen, atlas_table_get_crs (table)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  g_test_add_func ("/map-system/zone", test_zone);
  g_test_add_func ("/map-system/plane", test_plane);
  return g_test_run ();
}
