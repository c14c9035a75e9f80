// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Any table, written in any format and read again, is the same table. */

#include "atlas-io.h"
#include "atlas-projection.h"
#include "atlas-table-builder.h"
#include "atlas-writer.h"
#include "fixture.h"

#include <gdal_utils.h>
#include <math.h>
#include <string.h>

#define ROUNDS     12
#define MOST_ROWS  30
#define EAST       7473000.0
#define NORTH      5637000.0
#define GEOJSON_MM 20 /* seven decimals of a degree, there and back through two systems */

enum { NUMBER, NAME, SHARE, DAY };

static const char *const names[] = { "Ślichowice", "Baranówek, \"stary\"", "two\nlines", "two  spaces", "a;b|c\td" };

static void
add_box (AtlasTableBuilder *builder, double x, double y, double size)
{
  const AtlasPoint corners[] = { { x, y }, { x + size, y }, { x + size, y + size }, { x, y + size }, { x, y } };
  AtlasPoint *ring = atlas_table_builder_add_ring (builder, G_N_ELEMENTS (corners));

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    ring[i] = corners[i];
}

static void
add_path (AtlasTableBuilder *builder, double x, double y)
{
  gsize n = (gsize) g_test_rand_int_range (2, 9);
  AtlasPoint *points = atlas_table_builder_add_ring (builder, n);

  for (gsize i = 0; i < n; i++)
    points[i] = ATLAS_POINT_INIT (x + 3.0 * i, y + g_test_rand_double_range (0, 80));
}

/* Parts lie apart, a hundred metres each; holes lie within. */
static void
add_part (AtlasTableBuilder *builder, AtlasPartKind kind, int part)
{
  double x = EAST + 100 * part + g_test_rand_double_range (0, 10);
  double y = NORTH + g_test_rand_double_range (0, 1000);

  atlas_table_builder_begin_part (builder, kind);
  if (kind == ATLAS_PART_POINT)
    *atlas_table_builder_add_ring (builder, 1) = ATLAS_POINT_INIT (x, y);
  else if (kind == ATLAS_PART_LINE)
    add_path (builder, x, y);
  else
    add_box (builder, x, y, 80);
  for (int hole = 0; kind == ATLAS_PART_POLYGON && hole < g_test_rand_int_range (0, 3); hole++)
    add_box (builder, x + 10 + 30 * hole, y + 10, 20);
}

static void
set_cells (AtlasTableBuilder *builder, int number)
{
  atlas_table_builder_set_integer (builder, NUMBER, number);
  if (g_test_rand_int_range (0, 4))
    atlas_table_builder_set_text (builder, NAME, names[g_test_rand_int_range (0, G_N_ELEMENTS (names))], -1);
  if (g_test_rand_int_range (0, 4))
    atlas_table_builder_set_real (builder, SHARE, g_test_rand_double_range (-1e6, 1e6));
  if (g_test_rand_int_range (0, 4))
    atlas_table_builder_set_integer (builder, DAY, g_test_rand_int_range (-20000, 40000));
}

static AtlasTable *
random_table (AtlasPartKind kind, int least_parts, int most_parts)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("random");
  g_autoptr (AtlasCrs) crs = atlas_crs_new_from_epsg (2178, NULL);
  int n = g_test_rand_int_range (1, MOST_ROWS);

  atlas_table_builder_set_crs (builder, crs);
  atlas_table_builder_add_column (builder, "number", ATLAS_COLUMN_INTEGER, NULL);
  atlas_table_builder_add_column (builder, "name", ATLAS_COLUMN_TEXT, NULL);
  atlas_table_builder_add_column (builder, "share", ATLAS_COLUMN_REAL, NULL);
  atlas_table_builder_add_column (builder, "day", ATLAS_COLUMN_DATE, NULL);
  for (int i = 1; i <= n; i++) {
    atlas_table_builder_begin_feature (builder, i);
    set_cells (builder, i);
    /* The first has a place, so that there is a layer with one. */
    for (int part = g_test_rand_int_range (i == 1 ? 1 : least_parts, most_parts + 1); part > 0; part--)
      add_part (builder, kind, part);
  }
  return atlas_table_builder_end (builder);
}

/* Some formats order their rows by place. */
static gsize
find_row (AtlasTable *table, double number)
{
  const AtlasColumn *column = atlas_table_find_column (table, "number");

  for (gsize row = 0; row < column->n_rows; row++)
    if (atlas_column_get_real (column, row) == number)
      return row;
  g_assert_not_reached ();
}

static void
assert_same_cells (AtlasTable *table, gsize row, AtlasTable *back, gsize there)
{
  for (guint c = 0; c < atlas_table_get_n_columns (table); c++) {
    const AtlasColumn *column = atlas_table_get_column (table, c);
    const AtlasColumn *other = atlas_table_find_column (back, column->name);
    g_autofree char *cell = atlas_column_dup_cell (column, row);
    g_autofree char *read = other ? atlas_column_dup_cell (other, there) : NULL;

    /* A format without days says midnight. */
    if (read && column->type == ATLAS_COLUMN_DATE && g_str_has_suffix (read, "T00:00:00Z"))
      read[strlen (read) - strlen ("T00:00:00Z")] = '\0';
    g_assert_cmpstr (read, ==, cell);
  }
}

static double
measure_ring (const AtlasGeometry *g, guint32 ring)
{
  double twice = 0;

  for (guint32 i = g->rings[ring]; i + 1 < g->rings[ring + 1]; i++)
    twice += (g->points[i].x - EAST) * (g->points[i + 1].y - NORTH) -
             (g->points[i + 1].x - EAST) * (g->points[i].y - NORTH);
  return fabs (twice) / 2;
}

/* Formats turn rings and begin them elsewhere: parts, rings, boxes and sizes are what stays. */
static void
assert_same_place (AtlasTable *table, gsize row, AtlasTable *back, gsize there, double metres)
{
  const AtlasGeometry *a = atlas_table_get_geometry (table);
  const AtlasGeometry *b = atlas_table_get_geometry (back);
  guint32 n_parts = a->features[row + 1] - a->features[row];

  g_assert_cmpuint (b->features[there + 1] - b->features[there], ==, n_parts);
  if (n_parts == 0)
    return;
  g_assert_true (atlas_extent_contains (atlas_extent_grow (a->boxes[row], metres), b->boxes[there]));
  g_assert_true (atlas_extent_contains (atlas_extent_grow (b->boxes[there], metres), a->boxes[row]));
  for (guint32 i = 0; i < n_parts; i++) {
    guint32 ours = a->parts[a->features[row] + i];
    guint32 theirs = b->parts[b->features[there] + i];
    guint32 n_rings = a->parts[a->features[row] + i + 1] - ours;

    g_assert_cmpuint (b->parts[b->features[there] + i + 1] - theirs, ==, n_rings);
    for (guint32 ring = 0; ring < n_rings; ring++)
      g_assert_cmpfloat_with_epsilon (measure_ring (a, ours + ring), measure_ring (b, theirs + ring),
                                      400 * metres + 1e-3);
  }
}

static void
assert_same_table (AtlasTable *table, AtlasTable *back, double metres)
{
  g_autoptr (AtlasCrs) city = atlas_crs_new_from_epsg (2178, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTable) here = NULL;

  g_assert_cmpuint (atlas_table_get_n_features (back), ==, atlas_table_get_n_features (table));
  here = atlas_table_get_crs (back) ? atlas_table_reproject (back, city, NULL, &error) : atlas_table_ref (back);
  g_assert_no_error (error);
  for (gsize row = 0; row < atlas_table_get_n_features (table); row++) {
    gsize there = find_row (here, (double) row + 1);

    assert_same_cells (table, row, here, there);
    assert_same_place (table, row, here, there, metres);
  }
}

static const char *
write_table (Fixture *fixture, AtlasTable *table, const char *name)
{
  char *path = fixture_path (fixture, name);
  g_autoptr (GError) error = NULL;

  g_test_queue_free (path);
  g_assert_true (atlas_table_write (table, path, NULL, &error));
  g_assert_no_error (error);
  return path;
}

static void
test_geopackage (Fixture *fixture, gconstpointer data)
{
  for (int round = 0; round < ROUNDS; round++) {
    g_autoptr (AtlasTable) table = random_table ((AtlasPartKind) (round % 3), 0, 3);
    g_autoptr (AtlasTable) back = fixture_must_read (write_table (fixture, table, "random.gpkg"));

    assert_same_table (table, back, 1e-9);
  }
}

static void
test_geojson (Fixture *fixture, gconstpointer data)
{
  for (int round = 0; round < ROUNDS; round++) {
    g_autoptr (AtlasTable) table = random_table ((AtlasPartKind) (round % 3), 0, 3);
    g_autoptr (AtlasTable) back = fixture_must_read (write_table (fixture, table, "random.geojson"));

    assert_same_table (table, back, GEOJSON_MM / 1000.0);
  }
}

/* Text between commas holds single points only. */
static void
test_csv (Fixture *fixture, gconstpointer data)
{
  for (int round = 0; round < ROUNDS; round++) {
    g_autoptr (AtlasTable) table = random_table (ATLAS_PART_POINT, 0, 1);
    g_autoptr (AtlasTable) back = fixture_must_read (write_table (fixture, table, "random.csv"));

    assert_same_table (table, back, 1e-9);
  }
}

static const char *
translate (Fixture *fixture, const char *path, const char *name, const char *driver)
{
  char *there = fixture_path (fixture, name);
  char *arguments[] = { "-f", (char *) driver, NULL };
  GDALVectorTranslateOptions *options = GDALVectorTranslateOptionsNew (arguments, NULL);
  GDALDatasetH source = GDALOpenEx (path, GDAL_OF_VECTOR, NULL, NULL, NULL);
  GDALDatasetH result = GDALVectorTranslate (there, NULL, 1, &source, options, NULL);

  g_test_queue_free (there);
  g_assert_nonnull (result);
  GDALClose (result);
  GDALClose (source);
  GDALVectorTranslateOptionsFree (options);
  return there;
}

/* FlatGeobuf orders its rows along a curve through the map, on which everything has its place. */
static void
test_flatgeobuf (Fixture *fixture, gconstpointer data)
{
  for (int round = 0; round < ROUNDS; round++) {
    g_autofree char *name = g_strdup_printf ("random-%d.fgb", round);
    g_autoptr (AtlasTable) table = random_table ((AtlasPartKind) (round % 3), 1, 3);
    const char *path = write_table (fixture, table, "random.gpkg");
    g_autoptr (AtlasTable) back = fixture_must_read (translate (fixture, path, name, "FlatGeobuf"));

    assert_same_table (table, back, 1e-9);
  }
}

/* One column alone: a row without a value must not look like no row. */
static void
test_csv_of_one_column (Fixture *fixture, gconstpointer data)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("answers");
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (AtlasTable) back = NULL;

  atlas_table_builder_add_column (builder, "answer", ATLAS_COLUMN_TEXT, NULL);
  for (int i = 0; i < 9; i++) {
    atlas_table_builder_begin_feature (builder, i);
    if (i % 3)
      atlas_table_builder_set_text (builder, 0, "trees", -1);
  }
  table = atlas_table_builder_end (builder);
  back = fixture_must_read (write_table (fixture, table, "answers.csv"));
  g_assert_cmpuint (atlas_table_get_n_features (back), ==, 9);
  for (gsize row = 0; row < 9; row++)
    assert_same_cells (table, row, back, row);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  FIXTURE_TEST ("/round-trip/geopackage", test_geopackage);
  FIXTURE_TEST ("/round-trip/geojson", test_geojson);
  FIXTURE_TEST ("/round-trip/csv", test_csv);
  FIXTURE_TEST ("/round-trip/flatgeobuf", test_flatgeobuf);
  FIXTURE_TEST ("/round-trip/csv-of-one-column", test_csv_of_one_column);
  return g_test_run ();
}
