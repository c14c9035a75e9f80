// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* A coordinate system that was written with a file is the one that is read from it, and the positions with it. */

#include "atlas-error.h"
#include "atlas-io.h"
#include "atlas-projection.h"
#include "atlas-table-builder.h"
#include "atlas-writer.h"
#include "fixture.h"

#include <gdal.h>
#include <glib/gstdio.h>
#include <ogr_srs_api.h>
#include <string.h>

/* Kielce, the market square. */
#define LONGITUDE 20.6286
#define LATITUDE  50.8703

#define EXACT 1e-9

/* Systems of Poland's law, whose official order is northing first, beside others in use. */
static const int codes[] = { 2176, 2177, 2178, 2179, 2180, 4326, 3857, 32634, 3035, 4258 };

static AtlasPoint
place_in (AtlasCrs *crs)
{
  g_autoptr (AtlasCrs) degrees = atlas_crs_new_from_epsg (4326, NULL);
  AtlasPoint place = { LONGITUDE, LATITUDE };
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_crs_transform_points (degrees, crs, &place, 1, &error));
  g_assert_no_error (error);
  return place;
}

static AtlasTable *
table_in (AtlasCrs *crs, AtlasPoint place)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("place");

  atlas_table_builder_set_crs (builder, crs);
  atlas_table_builder_add_column (builder, "name", ATLAS_COLUMN_TEXT, NULL);
  atlas_table_builder_begin_feature (builder, 1);
  atlas_table_builder_set_text (builder, 0, "Rynek", -1);
  atlas_table_builder_begin_part (builder, ATLAS_PART_POINT);
  *atlas_table_builder_add_ring (builder, 1) = place;
  return atlas_table_builder_end (builder);
}

static AtlasTable *
write_and_read (Fixture *fixture, AtlasTable *table, const char *name)
{
  g_autofree char *path = fixture_path (fixture, name);
  g_autoptr (GError) error = NULL;

  atlas_table_write (table, path, NULL, &error);
  g_assert_no_error (error);
  return fixture_must_read (path);
}

static void
assert_place (AtlasTable *table, AtlasPoint place, double tolerance)
{
  AtlasPoint read = atlas_table_get_geometry (table)->points[0];

  g_assert_cmpfloat_with_epsilon (read.x, place.x, tolerance);
  g_assert_cmpfloat_with_epsilon (read.y, place.y, tolerance);
}

/* Easting before northing in every file, whatever the law says of the order. */
static void
test_by_number (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++) {
    g_autoptr (AtlasCrs) crs = atlas_crs_new_from_epsg (codes[i], NULL);
    AtlasPoint place = place_in (crs);
    g_autoptr (AtlasTable) table = table_in (crs, place);
    g_autoptr (AtlasTable) back = write_and_read (fixture, table, "place.gpkg");

    g_test_message ("EPSG:%d", codes[i]);
    g_assert_true (atlas_crs_equal (atlas_table_get_crs (back), crs));
    assert_place (back, place, EXACT);
  }
}

/* GeoJSON has degrees only: there, and back, is the same place to a centimetre. */
static void
test_degrees_only (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++) {
    g_autoptr (AtlasCrs) crs = atlas_crs_new_from_epsg (codes[i], NULL);
    AtlasPoint place = place_in (crs);
    g_autoptr (AtlasTable) table = table_in (crs, place);
    g_autoptr (AtlasTable) back = write_and_read (fixture, table, "place.geojson");

    g_test_message ("EPSG:%d", codes[i]);
    g_assert_cmpstr (atlas_crs_get_id (atlas_table_get_crs (back)), ==, "EPSG:4326");
    assert_place (back, ATLAS_POINT_INIT (LONGITUDE, LATITUDE), 1e-6);
  }
}

/* A system without a number, as towns have them, is carried by its definition. */
static void
test_by_definition (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasCrs) crs = atlas_crs_new_from_text (
      "PROJCS[\"Town grid\",GEOGCS[\"ETRS89\",DATUM[\"European Terrestrial Reference System 1989\","
      "SPHEROID[\"GRS 1980\",6378137,298.257222101]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]],"
      "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],PARAMETER[\"central_meridian\",20.5],"
      "PARAMETER[\"scale_factor\",1],PARAMETER[\"false_easting\",50000],PARAMETER[\"false_northing\",-5600000],"
      "UNIT[\"metre\",1]]",
      &error);
  AtlasPoint place;
  g_autoptr (AtlasTable) table = NULL, back = NULL;

  g_assert_no_error (error);
  place = place_in (crs);
  table = table_in (crs, place);
  back = write_and_read (fixture, table, "town.gpkg");
  assert_place (back, place, EXACT);
  g_assert_cmpint (atlas_crs_get_kind (atlas_table_get_crs (back)), ==, ATLAS_CRS_PROJECTED);
  /* Read from the file, it leads to the same place on the globe. */
  place = place_in (atlas_table_get_crs (back));
  assert_place (back, place, 1e-3);
}

/* Where nobody said in which system it is, nobody says so afterwards. */
static void
test_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasTable) table = table_in (NULL, ATLAS_POINT_INIT (12, 34));
  g_autoptr (AtlasTable) back = write_and_read (fixture, table, "nowhere.gpkg");

  g_assert_null (atlas_table_get_crs (back));
  assert_place (back, ATLAS_POINT_INIT (12, 34), EXACT);
}

static const char *
write_heights (Fixture *fixture, const char *system)
{
  char *path = fixture_path (fixture, "heights.gpkg");
  GDALDatasetH dataset = GDALCreate (GDALGetDriverByName ("GPKG"), path, 0, 0, 0, GDT_Unknown, NULL);
  OGRSpatialReferenceH reference = OSRNewSpatialReference (NULL);
  OGRGeometryH point = OGR_G_CreateGeometry (wkbPoint25D);
  OGRLayerH layer;
  OGRFeatureH feature;

  g_test_queue_free (path);
  g_assert_cmpint (OSRSetFromUserInput (reference, system), ==, OGRERR_NONE);
  layer = GDALDatasetCreateLayer (dataset, "heights", reference, wkbPoint25D, NULL);
  feature = OGR_F_Create (OGR_L_GetLayerDefn (layer));
  OGR_G_SetPoint (point, 0, 11, 22, 260);
  OGR_F_SetGeometryDirectly (feature, point);
  g_assert_cmpint (OGR_L_CreateFeature (layer, feature), ==, OGRERR_NONE);
  OGR_F_Destroy (feature);
  OSRDestroySpatialReference (reference);
  GDALClose (dataset);
  return path;
}

/* Of a system with heights the plane one counts: a map has no heights. */
static void
test_with_heights (Fixture *fixture, gconstpointer data)
{
  static const char *const systems[] = { "EPSG:2180+9651", "EPSG:4326+5773", "EPSG:25834+9651" };

  for (guint i = 0; i < G_N_ELEMENTS (systems); i++) {
    const char *path = write_heights (fixture, systems[i]);
    g_autofree char *plane = g_strndup (systems[i], strcspn (systems[i], "+"));
    g_autoptr (AtlasTable) table = fixture_must_read (path);

    g_assert_cmpstr (atlas_crs_get_id (atlas_table_get_crs (table)), ==, plane);
    assert_place (table, ATLAS_POINT_INIT (11, 22), EXACT);
    g_assert_true (fixture_has_note (table, "Heights or measures of 1 feature"));
    g_remove (path);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  FIXTURE_TEST ("/crs-round-trip/by-number", test_by_number);
  FIXTURE_TEST ("/crs-round-trip/degrees-only", test_degrees_only);
  FIXTURE_TEST ("/crs-round-trip/by-definition", test_by_definition);
  FIXTURE_TEST ("/crs-round-trip/none", test_none);
  FIXTURE_TEST ("/crs-round-trip/with-heights", test_with_heights);
  return g_test_run ();
}
