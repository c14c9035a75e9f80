// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench-features.h"

#include "atlas-table-builder.h"

#define SEED      7 /* the same features in every run */
#define WEST      600000
#define SOUTH     320000
#define SIDE      60000
#define LEAST     4.0 /* half a side of a rectangle, in metres */
#define MOST      16.0
#define MEAN      50.0
#define DEVIATION 20.0

static void
add_rectangle (AtlasTableBuilder *builder, GRand *rand)
{
  static const double corners[][2] = { { -1, -1 }, { 1, -1 }, { 1, 1 }, { -1, 1 }, { -1, -1 } };
  AtlasPoint centre = { WEST + SIDE * g_rand_double (rand), SOUTH + SIDE * g_rand_double (rand) };
  double turn = G_PI * g_rand_double (rand);
  double width = g_rand_double_range (rand, LEAST, MOST);
  double height = g_rand_double_range (rand, LEAST, MOST);
  AtlasPoint *ring = atlas_table_builder_add_ring (builder, G_N_ELEMENTS (corners));

  for (gsize i = 0; i < G_N_ELEMENTS (corners); i++) {
    double dx = corners[i][0] * width;
    double dy = corners[i][1] * height;

    ring[i].x = centre.x + dx * cos (turn) - dy * sin (turn);
    ring[i].y = centre.y + dx * sin (turn) + dy * cos (turn);
  }
}

/* Box and Muller's normal deviate. */
static double
draw_normal (GRand *rand)
{
  double radius = sqrt (-2 * log (1 - g_rand_double (rand)));

  return MEAN + DEVIATION * radius * cos (2 * G_PI * g_rand_double (rand));
}

AtlasTable *
bench_features_new (gsize n, AtlasCrs *crs)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("rectangles");
  GRand *rand = g_rand_new_with_seed (SEED);
  guint value = atlas_table_builder_add_column (builder, "value", ATLAS_COLUMN_REAL, NULL);

  atlas_table_builder_set_crs (builder, crs);
  for (gsize i = 0; i < n; i++) {
    atlas_table_builder_begin_feature (builder, (gint64) i + 1);
    atlas_table_builder_begin_part (builder, ATLAS_PART_POLYGON);
    add_rectangle (builder, rand);
    atlas_table_builder_set_real (builder, value, draw_normal (rand));
  }
  g_rand_free (rand);
  return atlas_table_builder_end (builder);
}
