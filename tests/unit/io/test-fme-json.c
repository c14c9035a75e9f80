// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Lists of objects as FME writes them. */

#include "atlas-error.h"
#include "atlas-io.h"
#include "atlas-projection.h"
#include "fixture.h"

#include <string.h>

#define POINT(x, y) "\"json_geometry\":{\"type\":\"Point\",\"coordinates\":[" #x "," #y "]}"
#define NAMED       "\"json_featuretype\":\"ławki\","

static AtlasTable *
read_objects (Fixture *fixture, const char *objects)
{
  g_autofree char *json = g_strdup_printf ("[%s]", objects);

  return fixture_must_read (fixture_write (fixture, "objects.json", json, -1));
}

static void
assert_cells (AtlasTable *table, const char *column, AtlasColumnType type, const char *first, const char *second)
{
  const AtlasColumn *found = atlas_table_find_column (table, column);
  g_autofree char *a = NULL, *b = NULL;

  g_test_message ("%s", column);
  g_assert_nonnull (found);
  g_assert_cmpint (found->type, ==, type);
  a = atlas_column_dup_cell (found, 0);
  b = atlas_column_dup_cell (found, 1);
  g_assert_cmpstr (a, ==, first);
  g_assert_cmpstr (b, ==, second);
}

/* The kind of a column is the narrowest that holds all of it; what no row has is missing, what is no value is text. */
static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasTable) table = read_objects (
      fixture,
      "{" NAMED "\"whole\":1,\"real\":0.5,\"both\":1,\"flag\":true,\"word\":\"a\",\"odd\":1,\"list\":[1,\"ż\"],"
      "\"first\":3,\"null\":null,\"doubt\":true," POINT (
          1, 2) "},"
                "{" NAMED "\"whole\":-2,\"real\":2.25,\"both\":2.5,\"flag\":false,\"word\":\"\",\"odd\":\"b\","
                "\"list\":{\"k\":null},\"null\":null,\"doubt\":0," POINT (3, 4) "}");

  g_assert_cmpstr (atlas_table_get_name (table), ==, "ławki");
  assert_cells (table, "whole", ATLAS_COLUMN_INTEGER, "1", "-2");
  assert_cells (table, "real", ATLAS_COLUMN_REAL, "0.5", "2.25");
  assert_cells (table, "both", ATLAS_COLUMN_REAL, "1", "2.5");
  assert_cells (table, "flag", ATLAS_COLUMN_BOOLEAN, "true", "false");
  assert_cells (table, "odd", ATLAS_COLUMN_TEXT, "1", "b");
  assert_cells (table, "list", ATLAS_COLUMN_TEXT, "[1,\"ż\"]", "{\"k\":null}");
  assert_cells (table, "first", ATLAS_COLUMN_INTEGER, "3", NULL);
  assert_cells (table, "doubt", ATLAS_COLUMN_TEXT, "true", "0");
  g_assert_null (atlas_table_find_column (table, "null"));
  g_assert_null (atlas_table_find_column (table, "json_geometry"));
}

/* Digits for which a double has no room are told of, as with every other format. */
static void
test_long_integers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasTable) table = read_objects (
      fixture, "{\"n\":9007199254740993," POINT (1, 2) "},"
                                                       "{\"n\":9007199254740992," POINT (1, 2) "}");

  g_assert_cmpint (atlas_table_find_column (table, "n")->integers[0], ==, 9007199254740993);
  g_assert_true (fixture_has_note (table, "1 whole number has more than 15 digits"));
}

/* What has no place is kept without one, and what is no object is passed over. */
static void
test_places (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasTable) table = read_objects (
      fixture,
      "{\"n\":1," POINT (
          20.5, 50.5) "},7,null,\"text\",[],{\"n\":2},{\"n\":3,\"json_geometry\":null},"
                      "{\"n\":4,\"json_geometry\":{\"type\":\"Nothing\"}},"
                      "{\"n\":5,\"json_geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}}");
  const AtlasGeometry *g = atlas_table_get_geometry (table);

  g_assert_cmpuint (g->n_features, ==, 5);
  g_assert_cmpuint (g->n_parts, ==, 2);
  g_assert_cmpint (g->kinds[0], ==, ATLAS_PART_POINT);
  g_assert_cmpint (g->kinds[1], ==, ATLAS_PART_POLYGON);
  g_assert_cmpfloat (g->points[0].x, ==, 20.5);
  g_assert_cmpuint (atlas_table_count_without_geometry (table), ==, 3);
}

/* The system is told by its definition in the first object; without one nothing is assumed. */
static void
test_system (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasTable) told = read_objects (
      fixture,
      "{\"json_ogc_wkt_crs\":\"PROJCS[\\\"ETRS89 / Poland CS2000 zone 7\\\",GEOGCS[\\\"ETRS89\\\","
      "DATUM[\\\"European_Terrestrial_Reference_System_1989\\\",SPHEROID[\\\"GRS 1980\\\",6378137,298.257222101]],"
      "PRIMEM[\\\"Greenwich\\\",0],UNIT[\\\"degree\\\",0.0174532925199433]],PROJECTION[\\\"Transverse_Mercator\\\"],"
      "PARAMETER[\\\"latitude_of_origin\\\",0],PARAMETER[\\\"central_meridian\\\",21],"
      "PARAMETER[\\\"scale_factor\\\",0.999923],PARAMETER[\\\"false_easting\\\",7500000],"
      "PARAMETER[\\\"false_northing\\\",0],UNIT[\\\"metre\\\",1],AUTHORITY[\\\"EPSG\\\",\\\"2178\\\"]]\"," POINT (
          7473000, 5637000) "}");
  g_autoptr (AtlasTable) silent = read_objects (fixture, "{\"n\":1," POINT (7473000, 5637000) "}");
  g_autoptr (AtlasTable) nonsense = read_objects (fixture, "{\"json_ogc_wkt_crs\":\"here\"," POINT (1, 2) "}");

  g_assert_cmpstr (atlas_crs_get_id (atlas_table_get_crs (told)), ==, "EPSG:2178");
  g_assert_null (atlas_table_get_crs (silent));
  g_assert_null (atlas_table_get_crs (nonsense));
}

static void
test_conditions (Fixture *fixture, gconstpointer data)
{
  const char *path = fixture_write (fixture, "objects.json",
                                    "[{\"n\":1," POINT (1, 2) "},{\"n\":2," POINT (3, 4) "},{\"n\":3}]", -1);
  g_autoptr (AtlasSource) source = atlas_source_parse (path, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTable) some = NULL;

  source->where = g_strdup ("n >= 2");
  some = atlas_source_read (source, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (atlas_table_get_n_features (some), ==, 2);
  g_cancellable_cancel (cancellable);
  g_assert_null (atlas_source_read (source, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_broken (Fixture *fixture, gconstpointer data)
{
  static const char *const broken[] = { "[{\"n\":1," POINT (1, 2) "},", "[{\"n\":1," POINT (1, 2) "}",
                                        "[{\"json_geometry\"}]" };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++) {
    g_test_message ("%s", broken[i]);
    fixture_must_refuse (fixture_write (fixture, "broken.json", broken[i], -1), ATLAS_ERROR_UNREADABLE,
                         "“broken.json”");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  FIXTURE_TEST ("/fme-json/kinds", test_kinds);
  FIXTURE_TEST ("/fme-json/long-integers", test_long_integers);
  FIXTURE_TEST ("/fme-json/places", test_places);
  FIXTURE_TEST ("/fme-json/system", test_system);
  FIXTURE_TEST ("/fme-json/conditions", test_conditions);
  FIXTURE_TEST ("/fme-json/broken", test_broken);
  return g_test_run ();
}
