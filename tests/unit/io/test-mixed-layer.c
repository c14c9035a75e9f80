// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-error.h"
#include "atlas-io.h"
#include "fixture.h"

#include <gdal_utils.h>
#include <string.h>

/* One layer with all that makes layers hard: kinds of geometry side by side, a height, none at all, a number that no
 * double holds, a list, a date, missing cells. */
static const char mixed[] =
    "{\"type\":\"FeatureCollection\",\"features\":["
    "{\"type\":\"Feature\",\"properties\":{\"big\":9007199254740993,\"word\":\"Ślichowice\",\"list\":[\"x\",\"y\"],"
    "\"day\":\"2018-06-15\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[20.6,50.8,3]}},"
    "{\"type\":\"Feature\",\"properties\":{\"big\":1,\"word\":null,\"list\":null,\"day\":null},"
    "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[20,50],[21,51]]}},"
    "{\"type\":\"Feature\",\"properties\":{\"big\":-9007199254740993,\"word\":\"c\",\"list\":[],\"day\":\"1969-12-31\"}"
    ","
    "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[20,50],[21,50],[21,51],[20,50]]]}},"
    "{\"type\":\"Feature\",\"properties\":{\"big\":null,\"word\":\"d\"},\"geometry\":null}]}";

static const struct {
  const char *driver;
  const char *name;
  gboolean has_lists;
  gboolean has_days;  /* else they are times at midnight */
  gboolean has_whole; /* whole numbers of 64 bits */
  gboolean has_null;  /* features without a place, and heights beside positions without */
} formats[] = {
  { "GPKG", "mixed.gpkg", TRUE, TRUE, TRUE, TRUE },         { "GML", "mixed.gml", TRUE, TRUE, TRUE, TRUE },
  { "SQLite", "mixed.sqlite", TRUE, TRUE, TRUE, TRUE },     { "GeoJSONSeq", "mixed.geojsonl", TRUE, TRUE, TRUE, TRUE },
  { "FlatGeobuf", "mixed.fgb", FALSE, FALSE, TRUE, FALSE }, { "LIBKML", "mixed.kml", TRUE, FALSE, FALSE, TRUE },
};

static const char *
convert (Fixture *fixture, const char *from, gsize i)
{
  char *path = fixture_path (fixture, formats[i].name);
  char *plain[] = { "-f", (char *) formats[i].driver, "-nln", "mixed", NULL };
  char *few[] = { "-f", (char *) formats[i].driver, "-select", "big,word,day", NULL };
  GDALVectorTranslateOptions *options = GDALVectorTranslateOptionsNew (formats[i].has_lists ? plain : few, NULL);
  GDALDatasetH source = GDALOpenEx (from, GDAL_OF_VECTOR, NULL, NULL, NULL);
  GDALDatasetH target = GDALVectorTranslate (path, NULL, 1, &source, options, NULL);

  g_test_queue_free (path);
  g_assert_nonnull (target);
  GDALClose (target);
  GDALClose (source);
  GDALVectorTranslateOptionsFree (options);
  return path;
}

static void
check_geometry (AtlasTable *table, gboolean has_null)
{
  const AtlasGeometry *g = atlas_table_get_geometry (table);

  g_assert_cmpuint (g->n_features, ==, 3 + has_null);
  g_assert_cmpuint (g->n_parts, ==, 3);
  g_assert_cmpint (g->kinds[0], ==, ATLAS_PART_POINT);
  g_assert_cmpint (g->kinds[1], ==, ATLAS_PART_LINE);
  g_assert_cmpint (g->kinds[2], ==, ATLAS_PART_POLYGON);
  g_assert_cmpuint (atlas_table_count_without_geometry (table), ==, has_null);
  g_assert_true (fixture_has_note (table, "1 feature has no geometry") == has_null);
  g_assert_true (!has_null || fixture_has_note (table, "Heights or measures of"));
  g_assert_cmpstr (atlas_crs_get_id (atlas_table_get_crs (table)), ==, "EPSG:4326");
}

static void
check_cells (AtlasTable *table, gsize i)
{
  const AtlasColumn *big = atlas_table_find_column (table, "big");
  const AtlasColumn *word = atlas_table_find_column (table, "word");
  const AtlasColumn *day = atlas_table_find_column (table, "day");

  g_assert_cmpstr (atlas_column_get_text (word, 0), ==, "Ślichowice");
  g_assert_false (atlas_column_is_present (word, 1));
  g_assert_true (!formats[i].has_null || !atlas_column_is_present (big, 3));
  if (formats[i].has_whole) {
    g_assert_cmpint (big->integers[0], ==, 9007199254740993);
    g_assert_cmpint (big->integers[2], ==, -9007199254740993);
    g_assert_true (fixture_has_note (table, "2 whole numbers have more than 15 digits"));
  }
  if (formats[i].has_days) {
    g_assert_cmpint (day->type, ==, ATLAS_COLUMN_DATE);
    g_assert_cmpint (day->integers[2], ==, -1);
    g_assert_false (atlas_column_is_present (day, 1));
  }
  if (formats[i].has_lists)
    g_assert_nonnull (strchr (atlas_column_get_text (atlas_table_find_column (table, "list"), 0), 'y'));
}

static void
test_formats (Fixture *fixture, gconstpointer data)
{
  const char *from = fixture_write (fixture, "mixed.geojson", mixed, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autoptr (AtlasTable) table = fixture_must_read (convert (fixture, from, i));

    g_test_message ("%s", formats[i].driver);
    check_geometry (table, formats[i].has_null);
    check_cells (table, i);
  }
}

#define ARC    "5637000 7473000 5637100 7473100 5637000 7473200"
#define SRS    "srsName=\"urn:ogc:def:crs:EPSG::2178\""
#define MEMBER "<ogr:featureMember><ogr:a gml:id=\"a.%d\"><ogr:geom>%s</ogr:geom></ogr:a></ogr:featureMember>"

/* An arc of 100 m radius and a full circle become lines that stay within 7 cm of them. */
static void
test_curves (Fixture *fixture, gconstpointer data)
{
  const char *arc = "<gml:Curve gml:id=\"g1\" " SRS "><gml:segments><gml:Arc><gml:posList>" ARC
                    "</gml:posList></gml:Arc></gml:segments></gml:Curve>";
  const char *circle = "<gml:Polygon gml:id=\"g2\" " SRS "><gml:exterior><gml:Ring><gml:curveMember><gml:Curve"
                       " gml:id=\"k\"><gml:segments><gml:Circle><gml:posList>" ARC "</gml:posList></gml:Circle>"
                       "</gml:segments></gml:Curve></gml:curveMember></gml:Ring></gml:exterior></gml:Polygon>";
  g_autofree char *first = g_strdup_printf (MEMBER, 1, arc);
  g_autofree char *second = g_strdup_printf (MEMBER, 2, circle);
  g_autofree char *text = g_strconcat (
      "<?xml version=\"1.0\"?><ogr:FeatureCollection xmlns:ogr=\"http://ogr.maptools.org/"
      "\" xmlns:gml=\"http://www.opengis.net/gml/3.2\" gml:id=\"c\">",
      first, second, "</ogr:FeatureCollection>", NULL);
  g_autoptr (AtlasTable) table = fixture_must_read (fixture_write (fixture, "curves.gml", text, -1));
  const AtlasGeometry *g = atlas_table_get_geometry (table);

  g_assert_cmpuint (g->n_parts, ==, 2);
  g_assert_true (fixture_has_note (table, "The curves of 2 features are drawn as short straight lines"));
  for (gsize i = 0; i < g->n_points; i++)
    g_assert_cmpfloat_with_epsilon (hypot (g->points[i].x - 7473100, g->points[i].y - 5637000), 100, 0.001);
  for (gsize i = 0; i + 1 < g->rings[1]; i++)
    g_assert_cmpfloat (
        hypot (g->points[i].x + g->points[i + 1].x - 2 * 7473100, g->points[i].y + g->points[i + 1].y - 2 * 5637000) /
            2,
        >, 99.93);
}

/* What is packed, or of another kind, is told what to do with. */
static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  fixture_must_refuse (fixture_write (fixture, "a.kmz", "PK\003\004 and so on", -1), ATLAS_ERROR_UNSUPPORTED,
                       "is an archive; unpack it first");
  fixture_must_refuse (fixture_write (fixture, "a.xls", "\xd0\xcf\x11\xe0 and so on", -1), ATLAS_ERROR_UNSUPPORTED,
                       "save it as XLSX");
  fixture_must_refuse (fixture_write (fixture, "a.tab", "!table\n!version 300\n!charset WindowsLatin2\n", -1),
                       ATLAS_ERROR_UNSUPPORTED, "is a layer of MapInfo");
  fixture_must_refuse (fixture_write (fixture, "a.dxf", "0\nSECTION\n", -1), ATLAS_ERROR_UNSUPPORTED, "CAD drawing");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  FIXTURE_TEST ("/mixed-layer/formats", test_formats);
  FIXTURE_TEST ("/mixed-layer/curves", test_curves);
  FIXTURE_TEST ("/mixed-layer/refusals", test_refusals);
  return g_test_run ();
}
