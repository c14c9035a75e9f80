// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-error.h"
#include "atlas-io.h"
#include "atlas-projection.h"
#include "fixture.h"

#include <string.h>

/* Each file of the collection that opens, with the features that it really holds; all others must be refused. */
static const struct {
  const char *path;
  const char *driver;
  const char *layer;
  gint64 n_features;
  gsize n_without;
  const char *crs;
} opened[] = {
  { "gdynia/dzielniceGGSbezZatok.gml", "GML", "dzielniceGGSbezZatok", 251, 0, "EPSG:2180" },
  { "investments/lodz-projekty-2026.geo.json", "GeoJSON", "lodz-projekty-2026.geo", 967, 0, "EPSG:4326" },
  { "kielce/biblioteki.geojson", "GeoJSON", "biblioteki", 16, 0, "EPSG:4326" },
  { "kielce/geoportal_poi_fme_json/gp_c_kultury_point.json", "FMEJSON", "gp_c_kultury_point", 6, 0, "EPSG:2178" },
  { "kielce/geoportal_poi_fme_json/gp_filharmonia_point.json", "FMEJSON", "gp_filharmonia_point", 1, 0, "EPSG:2178" },
  { "kielce/geoportal_poi_fme_json/gp_muzea2_point.json", "FMEJSON", "gp_muzea2_point", 13, 0, "EPSG:2178" },
  { "kielce/geoportal_poi_fme_json/gp_teatry_point.json", "FMEJSON", "gp_teatry_point", 3, 0, "EPSG:2178" },
  { "kielce/geoportal_poi_fme_json/policja.json", "FMEJSON", "gp_policja2_point", 6, 0, "EPSG:2178" },
  { "kielce/geoportal_poi_fme_json/toilets.json", "FMEJSON", "gp_wc_point", 12, 0, "EPSG:2178" },
  { "kielce/geoportal_poi_fme_json/urzad.json", "FMEJSON", "gp_urzedy2_point", 20, 0, "EPSG:2178" },
  { "kielce/geoportal_poi_fme_json/zabytek.json", "FMEJSON", "gp_rej_zab_point", 91, 0, "EPSG:2178" },
  { "kielce/przystanki.db", "SQLite", "przystanki", 46, 0, NULL },
  { "kielce/pv_farm_terrain_epsg2180/obszary_wektor.gpkg", "GPKG", "obszary_wektor", 2766, 0, NULL },
  { "kielce/wybory_lokale_point.commit-4eee664.geojson", "GeoJSON", "wybory_lokale_point", 94, 0, NULL },
  { "kielce/wybory_obwody_polyg.geojson", "GeoJSON", "wybory_obwody_polyg", 94, 0, NULL },
  { "kielce/wybory_okregi_polyg.geojson", "GeoJSON", "wybory_okregi_polyg", 5, 0, NULL },
  { "odd/fiona/!test.geojson", "GeoJSON", "!test", 1, 0, "EPSG:4326" },
  { "odd/fiona/collection.txt", "GeoJSON", "collection", 2, 0, "EPSG:4326" },
  { "odd/fiona/collection-pp.txt", "GeoJSON", "collection-pp", 2, 0, "EPSG:4326" },
  { "odd/fiona/coutwildrnp.shp", "ESRI Shapefile", "coutwildrnp", 67, 0, "EPSG:4326" },
  { "odd/fiona/coutwildrnp.dbf", "ESRI Shapefile", "coutwildrnp", 67, 0, "EPSG:4326" },
  { "odd/fiona/coutwildrnp.shx", "ESRI Shapefile", "coutwildrnp", 67, 0, "EPSG:4326" },
  { "odd/fiona/curves_line.csv", "CSV", "curves_line", 9, 0, NULL },
  { "odd/fiona/example.topojson", "TopoJSON", "example", 3, 0, NULL },
  { "odd/fiona/gre.shp", "ESRI Shapefile", "gre", 1, 0, "EPSG:4326" },
  { "odd/fiona/gre.dbf", "ESRI Shapefile", "gre", 1, 0, "EPSG:4326" },
  { "odd/fiona/gre.shx", "ESRI Shapefile", "gre", 1, 0, "EPSG:4326" },
  { "odd/fiona/grenada.geojson", "GeoJSON", "grenada", 1, 0, "EPSG:4326" },
  { "odd/fiona/issue627.geojson", "GeoJSON", "issue627", 3, 0, "EPSG:4326" },
  { "odd/fiona/multicurve.gml", "GML", "multicurve", 1, 0, NULL },
  { "odd/fiona/rmnp.geojson", "GeoJSON", "rmnp", 1, 0, "EPSG:4326" },
  { "odd/fiona/sequence.txt", "GeoJSONSeq", "sequence", 2, 0, "EPSG:4326" },
  { "odd/fiona/sequence-pp.txt", "GeoJSONSeq", "sequence-pp", 2, 0, "EPSG:4326" },
  { "odd/fiona/test_gpx.gpx", "GPX", "tracks", 1, 0, "EPSG:4326" },
  { "odd/fiona/test_tin.csv", "CSV", "test_tin", 3, 0, NULL },
  { "odd/fiona/test_tin.shp", "ESRI Shapefile", "test_tin", 1, 0, NULL },
  { "odd/fiona/test_tin.dbf", "ESRI Shapefile", "test_tin", 1, 0, NULL },
  { "odd/fiona/test_tin.shx", "ESRI Shapefile", "test_tin", 1, 0, NULL },
  { "odd/fiona/test_tz.geojson", "GeoJSON", "test_tz", 1, 0, "EPSG:4326" },
  { "odd/fiona/trio.geojson", "GeoJSON", "trio", 3, 0, "EPSG:4326" },
  { "odd/fiona/trio.seq", "GeoJSONSeq", "trio", 3, 0, "EPSG:4326" },
  { "odd/gdynia_boundary_malformed/boundaries.json", "GeoJSON", "gdynia", 1, 1, "EPSG:4326" },
  { "odd/gugik_null_geometry/gminy.geojson", "GeoJSON", "gminy", 2479, 2479, "EPSG:4326" },
  { "odd/gugik_null_geometry/powiaty.geojson", "GeoJSON", "powiaty", 380, 380, "EPSG:4326" },
  { "odd/gugik_null_geometry/wojewodztwa.geojson", "GeoJSON", "wojewodztwa", 16, 16, "EPSG:4326" },
  { "odd/gugik_null_geometry/test.shp", "ESRI Shapefile", "test", 2, 0, "EPSG:2180" },
  { "odd/gugik_null_geometry/test.dbf", "ESRI Shapefile", "test", 2, 0, "EPSG:2180" },
  { "odd/gugik_null_geometry/test.shx", "ESRI Shapefile", "test", 2, 0, "EPSG:2180" },
  { "odd/gugik_null_geometry/test_gpkg.gpkg", "GPKG", "nowa_warstwa_tymczasowa", 1, 0, "EPSG:4326" },
  { "odd/pyogrio/curve.gpkg", "GPKG", "curve", 1, 0, "EPSG:4326" },
  { "odd/pyogrio/curvepolygon.gpkg", "GPKG", "curvepolygon", 1, 0, "EPSG:4326" },
  { "odd/pyogrio/line_zm.gpkg", "GPKG", "line_zm", 1, 0, "EPSG:4326" },
  { "odd/pyogrio/multisurface.gpkg", "GPKG", "multisurface", 1, 0, "EPSG:4326" },
  { "odd/pyogrio/test_gpkg_nulls.gpkg", "GPKG", "test_gpkg_nulls", 4, 0, "EPSG:4326" },
  { "odd/pyogrio/naturalearth_lowres/naturalearth_lowres.shp", "ESRI Shapefile", "naturalearth_lowres", 177, 0,
    "EPSG:4326" },
  { "odd/pyogrio/naturalearth_lowres/naturalearth_lowres.dbf", "ESRI Shapefile", "naturalearth_lowres", 177, 0,
    "EPSG:4326" },
  { "odd/pyogrio/naturalearth_lowres/naturalearth_lowres.shx", "ESRI Shapefile", "naturalearth_lowres", 177, 0,
    "EPSG:4326" },
  { "reports/kmzb_clusters_poland/tabela_klastry_predkosc.csv", "CSV", "tabela_klastry_predkosc", 411, 0, NULL },
  { "sensors/gios_archive/2016_PM10_24g.xlsx", "XLSX", "2016_PM10_24g", 372, 372, NULL },
  { "sensors/gios_archive/2016_PM2.5_1g.xlsx", "XLSX", "2016_PM2.5_1g", 8790, 8790, NULL },
  { "sensors/gios_archive/Kody_stacji_pomiarowych.csv", "CSV", "Kody_stacji_pomiarowych", 264, 264, NULL },
  { "sensors/gios_archive/Metadata_stations.csv", "CSV", "Metadata_stations", 1044, 94, "EPSG:4326" },
  { "sensors/wykaz_stacji.csv", "CSV", "wykaz_stacji", 2071, 2071, NULL },
  { "kielce/pv_farm_terrain_epsg2180/aspect_powiat.tif", "GTiff", NULL, 0, 0, NULL },
  { "kielce/pv_farm_terrain_epsg2180/slope_powiat.tif", "GTiff", NULL, 0, 0, NULL },
  { "kielce/pv_farm_terrain_epsg2180/wynik_binarny.tif", "GTiff", NULL, 0, 0, NULL },
  { "kielce/pv_farm_terrain_epsg2180/81450_1659988_M-34-42-A-d-3-2.asc", "AAIGrid", NULL, 0, 0, NULL },
};

static char *
shared_folder (void)
{
  const char *shared = g_getenv ("ATLAS_TEST_SHARED");
  g_autofree char *folder = shared ? g_build_filename (shared, "data", "real", NULL) : NULL;

  return folder && g_file_test (folder, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&folder) : NULL;
}

static void
test_opened (void)
{
  g_autofree char *folder = shared_folder ();

  if (!folder) {
    g_test_skip ("the collection of real files is not here");
    return;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (opened); i++) {
    g_autofree char *path = g_build_filename (folder, opened[i].path, NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (AtlasSource) source = atlas_source_parse (path, NULL, &error);
    g_autoptr (AtlasSourceInfo) info = source ? atlas_source_inspect (source, NULL, &error) : NULL;

    g_test_message ("%s", opened[i].path);
    g_assert_no_error (error);
    g_assert_cmpstr (info->driver, ==, opened[i].driver);
    if (!opened[i].layer) {
      g_assert_true (((AtlasLayerInfo *) g_ptr_array_index (info->layers, 0))->raster);
      continue;
    }
    {
      g_autoptr (AtlasTable) table = fixture_must_read (path);
      AtlasCrs *crs = atlas_table_get_crs (table);

      g_assert_cmpstr (atlas_table_get_name (table), ==, opened[i].layer);
      g_assert_cmpint (atlas_table_get_n_features (table), ==, opened[i].n_features);
      g_assert_cmpuint (atlas_table_count_without_geometry (table), ==, opened[i].n_without);
      g_assert_cmpstr (crs ? atlas_crs_get_id (crs) : NULL, ==, opened[i].crs);
    }
  }
}

static gboolean
is_opened (const char *path)
{
  for (gsize i = 0; i < G_N_ELEMENTS (opened); i++)
    if (g_str_has_suffix (path, opened[i].path))
      return TRUE;
  return FALSE;
}

static void
check_refusal (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTable) table = fixture_read (path, &error);
  g_autofree char *name = g_path_get_basename (path);

  g_test_message ("%s: %s", name, error ? error->message : "opened");
  g_assert_null (table);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_null (strchr (error->message, '\n'));
}

static guint
walk (const char *folder)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (entries))) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    n++;
    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      n += walk (path) - 1;
    else if (!is_opened (path))
      check_refusal (path);
  }
  return n;
}

/* Every other file gets one sentence that names it; and looking at all of them adds no file. */
static void
test_refused (void)
{
  g_autofree char *folder = shared_folder ();
  guint n;

  if (!folder) {
    g_test_skip ("the collection of real files is not here");
    return;
  }
  n = walk (folder);
  g_assert_cmpuint (n, >, G_N_ELEMENTS (opened));
  g_assert_cmpuint (walk (folder), ==, n);
}

/* Said to be degrees, they are metres of EPSG:2178, and lie in Kielce. */
static void
test_polling_districts (void)
{
  g_autofree char *folder = shared_folder ();
  g_autofree char *path = NULL;
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (GPtrArray) systems = NULL;

  if (!folder) {
    g_test_skip ("the collection of real files is not here");
    return;
  }
  path = g_build_filename (folder, "kielce", "wybory_obwody_polyg.geojson", NULL);
  table = fixture_must_read (path);
  systems = atlas_table_guess_crs (table, ATLAS_POINT_INIT (20.6286, 50.8703));
  g_assert_true (fixture_has_note (table, "probably in EPSG:2178"));
  g_assert_cmpint (atlas_crs_get_code (g_ptr_array_index (systems, 0)), ==, 2178);
}

/* Bus stops whose geoX is the latitude. */
static void
test_bus_stops (void)
{
  g_autofree char *folder = shared_folder ();
  g_autofree char *path = NULL;
  g_autoptr (AtlasCrs) city = atlas_crs_new_from_epsg (2178, NULL);
  g_autoptr (AtlasCrs) degrees = atlas_crs_new_from_epsg (4326, NULL);
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (AtlasTable) said = NULL;

  if (!folder) {
    g_test_skip ("the collection of real files is not here");
    return;
  }
  path = g_build_filename (folder, "kielce", "przystanki.db", NULL);
  table = fixture_must_read (path);
  said = atlas_table_with_crs (table, degrees);
  g_assert_cmpint (atlas_table_guess_axes (said, city), ==, ATLAS_AXES_SWAPPED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  g_test_add_func ("/real-files/opened", test_opened);
  g_test_add_func ("/real-files/refused", test_refused);
  g_test_add_func ("/real-files/polling-districts", test_polling_districts);
  g_test_add_func ("/real-files/bus-stops", test_bus_stops);
  return g_test_run ();
}
