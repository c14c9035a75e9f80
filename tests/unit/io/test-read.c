// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-error.h"
#include "atlas-io.h"
#include "atlas-projection.h"
#include "fixture.h"

#include <string.h>

static void
assert_squares (AtlasTable *table, gsize n)
{
  const AtlasGeometry *g = atlas_table_get_geometry (table);
  const AtlasColumn *name = atlas_table_find_column (table, "name");
  const AtlasColumn *number = atlas_table_find_column (table, "number");

  g_assert_cmpuint (g->n_features, ==, n);
  g_assert_cmpuint (g->n_parts, ==, n);
  g_assert_cmpuint (g->n_points, ==, 5 * n);
  g_assert_cmpint (g->kinds[0], ==, ATLAS_PART_POLYGON);
  g_assert_cmpfloat (atlas_table_get_extent (table).xmin, ==, 7473000);
  g_assert_cmpfloat (atlas_table_get_extent (table).ymax, ==, 5637100);
  for (gsize i = 0; i < n; i++) {
    g_autofree char *expected = g_strdup_printf ("Ślichowice %" G_GINT64_FORMAT, number->integers[i]);

    g_assert_cmpstr (atlas_column_get_text (name, i), ==, expected);
  }
  g_assert_cmpstr (atlas_crs_get_id (atlas_table_get_crs (table)), ==, "EPSG:2178");
}

/* The official order of EPSG:2178 is northing first; in the table it is east first, whatever the format does. */
static void
test_formats (Fixture *fixture, gconstpointer data)
{
  const char *const formats[][2] = {
    { "squares.gpkg", "GPKG" },
    { "squares.shp", "ESRI Shapefile" },
    { "squares.fgb", "FlatGeobuf" },
    { "squares.gml", "GML" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++) {
    const char *path = fixture_write_with (fixture, formats[i][0], formats[i][1], 2178, 7);
    g_autoptr (AtlasTable) table = fixture_must_read (path);

    g_test_message ("%s", formats[i][1]);
    assert_squares (table, 7);
  }
}

static void
test_options (Fixture *fixture, gconstpointer data)
{
  const char *path = fixture_write_geopackage (fixture, "squares.gpkg", 9);
  g_autofree char *named = g_strconcat (path, "#squares", NULL);
  g_autofree char *other = g_strconcat (path, "#circles", NULL);
  g_autoptr (AtlasSource) source = atlas_source_parse (named, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTable) few = NULL;

  source->where = g_strdup ("number >= 7");
  few = atlas_source_read (source, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (atlas_table_get_n_features (few), ==, 2);
  g_assert_cmpint (atlas_table_get_geometry (few)->fids[0], ==, 8);
  g_free (source->where);
  source->where = g_strdup ("bogus = (");
  g_assert_null (atlas_source_read (source, NULL, NULL, NULL, &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA);
  fixture_must_refuse (other, ATLAS_ERROR_NOT_FOUND, "“squares”");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  const char *path = fixture_write_geopackage (fixture, "squares.gpkg", 1000);
  g_autoptr (AtlasSource) source = atlas_source_parse (path, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (atlas_source_read (source, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
count_cb (double fraction, gsize n_features, gpointer user_data)
{
  g_assert_cmpfloat (fraction, <=, 1);
  *(gsize *) user_data = n_features;
}

static void
test_progress (Fixture *fixture, gconstpointer data)
{
  const char *path = fixture_write_geopackage (fixture, "squares.gpkg", 600);
  g_autoptr (AtlasSource) source = atlas_source_parse (path, NULL, NULL);
  gsize n = 0;
  g_autoptr (AtlasTable) table = atlas_source_read (source, count_cb, &n, NULL, NULL);

  g_assert_cmpuint (n, ==, 600);
}

static void
test_kinds_of_geometry (Fixture *fixture, gconstpointer data)
{
  const char *json =
      "{\"type\":\"FeatureCollection\",\"features\":["
      "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
      "[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]}},"
      "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":"
      "[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]}},"
      "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[3,4]]}},"
      "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"LineString\",\"coordinates\":"
      "[[0,0,7],[1,1,7]]}},"
      "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"GeometryCollection\",\"geometries\":["
      "{\"type\":\"Point\",\"coordinates\":[1,1]},{\"type\":\"LineString\",\"coordinates\":[[0,0],[2,2]]}]}},"
      "{\"type\":\"Feature\",\"properties\":{},\"geometry\":null},"
      "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[]}}]}";
  g_autoptr (AtlasTable) table = fixture_must_read (fixture_write (fixture, "all.geojson", json, -1));
  const AtlasGeometry *g = atlas_table_get_geometry (table);

  g_assert_cmpuint (g->n_features, ==, 7);
  g_assert_cmpuint (g->n_parts, ==, 8);
  g_assert_cmpuint (g->parts[1] - g->parts[0], ==, 2);
  g_assert_cmpuint (atlas_table_count_without_geometry (table), ==, 2);
  g_assert_true (fixture_has_note (table, "2 features have no geometry"));
  g_assert_cmpstr (atlas_crs_get_id (atlas_table_get_crs (table)), ==, "EPSG:4326");
  g_assert_true (fixture_has_note (table, "Heights or measures of 1 feature"));
}

static void
test_kinds_of_values (Fixture *fixture, gconstpointer data)
{
  const char *json =
      "{\"type\":\"FeatureCollection\",\"features\":["
      "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"big\":9007199254740993,\"real\":0.5,\"flag\":true,"
      "\"day\":\"2018-06-15\",\"moment\":\"2018-06-15T14:00:00+02:00\",\"list\":[1,2],\"words\":[\"a\",\"ż\"],"
      "\"none\":null}},"
      "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"big\":null,\"real\":1,\"flag\":false,"
      "\"day\":\"1969-12-31\",\"moment\":\"1970-01-01T00:00:01Z\"}}]}";
  g_autoptr (AtlasTable) table = fixture_must_read (fixture_write (fixture, "values.geojson", json, -1));
  const AtlasColumn *big = atlas_table_find_column (table, "big");
  const AtlasColumn *day = atlas_table_find_column (table, "day");
  const AtlasColumn *moment = atlas_table_find_column (table, "moment");
  const AtlasColumn *flag = atlas_table_find_column (table, "flag");

  g_assert_cmpint (big->type, ==, ATLAS_COLUMN_INTEGER);
  g_assert_cmpint (big->integers[0], ==, 9007199254740993);
  g_assert_false (atlas_column_is_present (big, 1));
  g_assert_cmpint (day->type, ==, ATLAS_COLUMN_DATE);
  g_assert_cmpint (day->integers[0], ==, 17697);
  g_assert_cmpint (day->integers[1], ==, -1);
  g_assert_cmpint (moment->type, ==, ATLAS_COLUMN_INSTANT);
  g_assert_cmpint (moment->integers[0], ==, G_GINT64_CONSTANT (1529064000000000));
  g_assert_cmpint (moment->integers[1], ==, 1000000);
  g_assert_cmpint (flag->type, ==, ATLAS_COLUMN_BOOLEAN);
  g_assert_cmpint (flag->integers[0], ==, 1);
  g_assert_cmpstr (atlas_column_get_text (atlas_table_find_column (table, "list"), 0), ==, "[1,2]");
  g_assert_cmpstr (atlas_column_get_text (atlas_table_find_column (table, "words"), 0), ==, "[\"a\",\"ż\"]");
}

static const char metres[] = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},"
                             "\"geometry\":{\"type\":\"Point\",\"coordinates\":[7473858,5637288]}}]}";

/* A list in one cell is read as the text that JSON makes of it. */
static void
test_lists (Fixture *fixture, gconstpointer data)
{
  const char *json = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
                     "{\"floors\":[1,2,30],\"heights\":[1.5,2.25],\"names\":[\"Łazy\",\"Biała\"]},"
                     "\"geometry\":{\"type\":\"Point\",\"coordinates\":[20.6,50.8]}}]}";
  g_autoptr (AtlasTable) table = fixture_must_read (fixture_write (fixture, "lists.geojson", json, -1));
  static const char *const expected[][2] = { { "floors", "[1,2,30]" },
                                             { "heights", "[1.5,2.25]" },
                                             { "names", "[\"Łazy\",\"Biała\"]" } };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_autofree char *cell = atlas_column_dup_cell (atlas_table_find_column (table, expected[i][0]), 0);

    g_assert_cmpstr (cell, ==, expected[i][1]);
  }
}

/* Numbers that a GeoPackage keeps in fewer bytes are the same numbers. */
static void
test_short_numbers (Fixture *fixture, gconstpointer data)
{
  const char *path = fixture_write_geopackage (fixture, "short.gpkg", 3);
  g_autoptr (AtlasTable) table = NULL;
  const AtlasColumn *floors, *share;

  fixture_sql (path, "ALTER TABLE squares ADD COLUMN floors SMALLINT; ALTER TABLE squares ADD COLUMN share FLOAT;"
                     "UPDATE squares SET floors = -number, share = number / 4.0");
  table = fixture_must_read (path);
  floors = atlas_table_find_column (table, "floors");
  share = atlas_table_find_column (table, "share");
  g_assert_cmpint (floors->type, ==, ATLAS_COLUMN_INTEGER);
  for (gsize row = 0; row < 3; row++) {
    double number = atlas_column_get_real (atlas_table_find_column (table, "number"), row);

    g_assert_cmpfloat (atlas_column_get_real (floors, row), ==, -number);
    g_assert_cmpfloat (atlas_column_get_real (share, row), ==, number / 4);
  }
}

/* Metres that are said to be degrees: nothing is guessed silently, and the user's word settles it. */
static void
test_metres_as_degrees (Fixture *fixture, gconstpointer data)
{
  const char *path = fixture_write (fixture, "metres.geojson", metres, -1);
  g_autoptr (AtlasTable) table = fixture_must_read (path);
  g_autoptr (AtlasSource) source = atlas_source_parse (path, NULL, NULL);
  g_autoptr (AtlasTable) told = NULL;

  g_assert_null (atlas_table_get_crs (table));
  g_assert_true (fixture_has_note (table, "EPSG:2178"));
  source->crs_override = atlas_crs_new_from_epsg (2178, NULL);
  told = atlas_source_read (source, NULL, NULL, NULL, NULL);
  g_assert_cmpstr (atlas_crs_get_id (atlas_table_get_crs (told)), ==, "EPSG:2178");
  g_assert_false (fixture_has_note (told, "EPSG:2178"));
}

static void
test_missing_crs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasTable) table = fixture_must_read (fixture_write_with (fixture, "bare.gpkg", "GPKG", 0, 2));

  g_assert_null (atlas_table_get_crs (table));
  g_assert_true (fixture_has_note (table, "does not say which coordinate system it is in; it is probably EPSG:2178"));
}

/* The stream and the single features must tell the same story. */
static void
test_arrow_agrees (Fixture *fixture, gconstpointer data)
{
  const char *fast = fixture_write_geopackage (fixture, "fast.gpkg", 300);
  const char *slow = fixture_write_geopackage (fixture, "slow.gpkg", 300);
  g_autoptr (AtlasTable) a = NULL;
  g_autoptr (AtlasTable) b = NULL;

  fixture_sql (fast, "UPDATE squares SET name = NULL WHERE fid % 7 = 0; UPDATE squares SET geom = NULL WHERE fid = 5");
  fixture_sql (slow, "UPDATE squares SET name = NULL WHERE fid % 7 = 0; UPDATE squares SET geom = NULL WHERE fid = 5;"
                     "ALTER TABLE squares ADD COLUMN day DATE");
  a = fixture_must_read (fast);
  b = fixture_must_read (slow);
  g_assert_cmpuint (atlas_table_get_geometry (a)->n_points, ==, atlas_table_get_geometry (b)->n_points);
  g_assert_cmpmem (atlas_table_get_geometry (a)->points, atlas_table_get_geometry (a)->n_points * sizeof (AtlasPoint),
                   atlas_table_get_geometry (b)->points, atlas_table_get_geometry (b)->n_points * sizeof (AtlasPoint));
  for (gsize row = 0; row < 300; row++) {
    g_assert_cmpint (atlas_table_get_geometry (a)->fids[row], ==, atlas_table_get_geometry (b)->fids[row]);
    for (guint c = 0; c < 2; c++) {
      g_autofree char *x = atlas_column_dup_cell (atlas_table_get_column (a, c), row);
      g_autofree char *y = atlas_column_dup_cell (atlas_table_get_column (b, c), row);

      g_assert_cmpstr (x, ==, y);
    }
  }
  g_assert_true (fixture_has_note (a, "1 feature has no geometry"));
  g_assert_true (fixture_has_note (b, "1 feature has no geometry"));
}

/* More rows than a stream gives at once: they stay in their order, and none is lost or comes twice. */
static void
test_many_rows (Fixture *fixture, gconstpointer data)
{
  const char *path = fixture_write_geopackage (fixture, "many.gpkg", 1);
  g_autoptr (AtlasTable) table = NULL;
  const AtlasColumn *number;

  fixture_sql (path, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)"
                     "INSERT INTO squares (geom, number, name) SELECT geom, i, name || (i % 10) FROM squares, n");
  table = fixture_must_read (path);
  number = atlas_table_find_column (table, "number");
  g_assert_cmpuint (atlas_table_get_n_features (table), ==, 200001);
  g_assert_cmpuint (atlas_table_get_geometry (table)->n_points, ==, 5 * 200001);
  g_assert_cmpuint (atlas_table_find_column (table, "name")->n_strings, ==, 11);
  for (gsize row = 0; row < number->n_rows; row++)
    g_assert_cmpint (number->integers[row], ==, row);
}

/* Digits for which a double has no room are told of, whichever way they are read. */
static void
test_long_integers (Fixture *fixture, gconstpointer data)
{
  const char *const paths[] = {
    fixture_write_geopackage (fixture, "stream.gpkg", 3),
    fixture_write_geopackage (fixture, "one-by-one.gpkg", 3),
    fixture_write (fixture, "long.csv", "number,lon,lat\n9007199254740992,20.6,50.8\n-9007199254740993,20.7,50.8\n",
                   -1),
  };

  fixture_sql (paths[0], "UPDATE squares SET number = 9007199254740993 WHERE fid = 2");
  fixture_sql (paths[1], "UPDATE squares SET number = 9007199254740993 WHERE fid = 2;"
                         "ALTER TABLE squares ADD COLUMN day DATE");
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (AtlasTable) table = fixture_must_read (paths[i]);

    g_assert_true (fixture_has_note (table, "1 whole number has more than 15 digits"));
  }
}

static void
test_empty_layer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasTable) table = fixture_must_read (fixture_write_geopackage (fixture, "empty.gpkg", 0));

  g_assert_cmpuint (atlas_table_get_n_features (table), ==, 0);
  g_assert_cmpuint (atlas_table_get_n_columns (table), ==, 2);
}

static void
test_inspect (Fixture *fixture, gconstpointer data)
{
  const char *path = fixture_write_geopackage (fixture, "squares.gpkg", 8);
  g_autoptr (AtlasSource) source = atlas_source_parse (path, NULL, NULL);
  g_autoptr (AtlasSourceInfo) info = atlas_source_inspect (source, NULL, NULL);
  AtlasLayerInfo *layer = g_ptr_array_index (info->layers, 0);
  AtlasFieldInfo *field = g_ptr_array_index (layer->fields, 0);
  char **row = g_ptr_array_index (layer->first_rows, 1);

  g_assert_cmpstr (info->driver, ==, "GPKG");
  g_assert_cmpuint (info->layers->len, ==, 1);
  g_assert_cmpstr (layer->name, ==, "squares");
  g_assert_cmpstr (layer->geometry, ==, "Polygon");
  g_assert_cmpint (layer->n_features, ==, 8);
  g_assert_cmpstr (field->name, ==, "number");
  g_assert_cmpstr (field->type, ==, "integer");
  g_assert_cmpuint (layer->first_rows->len, ==, 5);
  g_assert_cmpstr (row[1], ==, "Ślichowice 1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  FIXTURE_TEST ("/read/formats", test_formats);
  FIXTURE_TEST ("/read/options", test_options);
  FIXTURE_TEST ("/read/cancelled", test_cancelled);
  FIXTURE_TEST ("/read/progress", test_progress);
  FIXTURE_TEST ("/read/kinds-of-geometry", test_kinds_of_geometry);
  FIXTURE_TEST ("/read/kinds-of-values", test_kinds_of_values);
  FIXTURE_TEST ("/read/lists", test_lists);
  FIXTURE_TEST ("/read/short-numbers", test_short_numbers);
  FIXTURE_TEST ("/read/metres-as-degrees", test_metres_as_degrees);
  FIXTURE_TEST ("/read/missing-crs", test_missing_crs);
  FIXTURE_TEST ("/read/arrow-agrees", test_arrow_agrees);
  FIXTURE_TEST ("/read/many-rows", test_many_rows);
  FIXTURE_TEST ("/read/long-integers", test_long_integers);
  FIXTURE_TEST ("/read/empty-layer", test_empty_layer);
  FIXTURE_TEST ("/read/inspect", test_inspect);
  return g_test_run ();
}
