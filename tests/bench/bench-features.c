// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench-features.h"

#include "atlas-table-builder.h"

#include <math.h>

#define SEED      7 /* the same features in every run */
#define WEST      600000
#define SOUTH     320000
#define SIDE      60000
#define LEAST     4.0 /* half a side of a rectangle, in metres */
#define MOST      16.0
#define MEAN      50.0
#define DEVIATION 20.0
#define CLASS     15.0 /* values in a class */
#define CLASSES   7

#define BLOB_POINTS 601
#define BLOB_RADIUS 600.0
#define BLOB_WAVES  6

static void
add_rectangle (AtlasTableBuilder *builder, GRand *rand, AtlasPoint centre)
{
  static const double corners[][2] = { { -1, -1 }, { 1, -1 }, { 1, 1 }, { -1, 1 }, { -1, -1 } };
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

/* A circle under waves of several lengths, and a little noise: no two neighbouring edges run straight on. */
static double
draw_radius (GRand *rand, const double *phases, double turn)
{
  double sum = 1 + 0.02 * g_rand_double (rand);

  for (guint wave = 0; wave < BLOB_WAVES; wave++)
    sum += 0.12 * sin ((wave + 2) * 3 * turn + phases[wave]);
  return BLOB_RADIUS * sum;
}

static void
add_blob (AtlasTableBuilder *builder, GRand *rand, AtlasPoint centre)
{
  AtlasPoint *ring = atlas_table_builder_add_ring (builder, BLOB_POINTS);
  double phases[BLOB_WAVES];

  for (guint wave = 0; wave < BLOB_WAVES; wave++)
    phases[wave] = 2 * G_PI * g_rand_double (rand);
  for (guint i = 0; i + 1 < BLOB_POINTS; i++) {
    double turn = 2 * G_PI * i / (BLOB_POINTS - 1);
    double radius = draw_radius (rand, phases, turn);

    ring[i] = ATLAS_POINT_INIT (centre.x + radius * cos (turn), centre.y + radius * sin (turn));
  }
  ring[BLOB_POINTS - 1] = ring[0];
}

static void
add_point (AtlasTableBuilder *builder, GRand *rand, AtlasPoint centre)
{
  atlas_table_builder_add_ring (builder, 1)[0] = centre;
}

static const struct {
  const char *name;
  AtlasPartKind part;
  void (*add) (AtlasTableBuilder *builder, GRand *rand, AtlasPoint centre);
} kinds[] = {
  [BENCH_RECTANGLES] = { "rectangles", ATLAS_PART_POLYGON, add_rectangle },
  [BENCH_BLOBS] = { "blobs", ATLAS_PART_POLYGON, add_blob },
  [BENCH_POINTS] = { "points", ATLAS_PART_POINT, add_point },
};

/* Box and Muller's normal deviate. */
static double
draw_normal (GRand *rand)
{
  double radius = sqrt (-2 * log (1 - g_rand_double (rand)));

  return MEAN + DEVIATION * radius * cos (2 * G_PI * g_rand_double (rand));
}

AtlasTable *
bench_features_new (BenchKind kind, gsize n, AtlasCrs *crs)
{
  AtlasTableBuilder *builder = atlas_table_builder_new (kinds[kind].name);
  GRand *rand = g_rand_new_with_seed (SEED);
  guint value = atlas_table_builder_add_column (builder, "value", ATLAS_COLUMN_REAL, NULL);
  guint class = atlas_table_builder_add_column (builder, "cls", ATLAS_COLUMN_INTEGER, NULL);

  atlas_table_builder_set_crs (builder, crs);
  for (gsize i = 0; i < n; i++) {
    AtlasPoint centre = { WEST + SIDE * g_rand_double (rand), SOUTH + SIDE * g_rand_double (rand) };
    double number = draw_normal (rand);

    atlas_table_builder_begin_feature (builder, (gint64) i + 1);
    atlas_table_builder_begin_part (builder, kinds[kind].part);
    kinds[kind].add (builder, rand, centre);
    atlas_table_builder_set_real (builder, value, number);
    atlas_table_builder_set_integer (builder, class, (gint64) CLAMP (number / CLASS, 0, CLASSES - 1));
  }
  g_rand_free (rand);
  return atlas_table_builder_end (builder);
}

#define COLUMNS     10
#define DISTRICTS   94
#define CELL        ((double) SIDE / COLUMNS)
#define SIDE_POINTS 40 /* on each side of a district */

/* Where (@x, @y), counted in districts, lies: a plane bent by waves, but not at the edges of the square. */
static AtlasPoint
bend (double x, double y)
{
  double inner = sin (G_PI * x / COLUMNS) * sin (G_PI * y / COLUMNS);

  return ATLAS_POINT_INIT (WEST + CELL * (x + inner * 0.3 * sin (5 * y + x)),
                           SOUTH + CELL * (y + inner * 0.3 * sin (4 * x - y)));
}

static void
add_district (AtlasTableBuilder *builder, guint column, guint row)
{
  static const int steps[][2] = { { 1, 0 }, { 0, 1 }, { -1, 0 }, { 0, -1 } };
  AtlasPoint *ring = atlas_table_builder_add_ring (builder, 4 * SIDE_POINTS + 1);
  guint x = column * SIDE_POINTS;
  guint y = row * SIDE_POINTS;

  for (guint i = 0; i <= 4 * SIDE_POINTS; i++) {
    ring[i] = bend ((double) x / SIDE_POINTS, (double) y / SIDE_POINTS);
    x += (guint) steps[i / SIDE_POINTS % 4][0];
    y += (guint) steps[i / SIDE_POINTS % 4][1];
  }
}

AtlasTable *
bench_districts_new (AtlasCrs *crs)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("districts");
  guint number = atlas_table_builder_add_column (builder, "number", ATLAS_COLUMN_INTEGER, NULL);

  atlas_table_builder_set_crs (builder, crs);
  for (guint i = 0; i < DISTRICTS; i++) {
    atlas_table_builder_begin_feature (builder, i + 1);
    atlas_table_builder_begin_part (builder, ATLAS_PART_POLYGON);
    add_district (builder, i % COLUMNS, i / COLUMNS);
    atlas_table_builder_set_integer (builder, number, i + 1);
  }
  return atlas_table_builder_end (builder);
}
