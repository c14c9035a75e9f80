// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-error.h"
#include "atlas-io.h"
#include "atlas-projection.h"
#include "atlas-raster.h"
#include "fixture.h"

#include <gdal.h>
#include <ogr_srs_api.h>

#define SIDE 10

/* Ten by ten pixels of 10 m at Kielce in EPSG:2178. */
static const char *
write_raster (Fixture *fixture, int n_bands, const guint8 *values, gboolean with_crs)
{
  char *path = fixture_path (fixture, "raster.tif");
  double place[6] = { 7473000, 10, 0, 5637100, 0, -10 };
  GDALDatasetH dataset = GDALCreate (GDALGetDriverByName ("GTiff"), path, SIDE, SIDE, n_bands, GDT_Byte, NULL);
  OGRSpatialReferenceH reference = OSRNewSpatialReference (NULL);

  g_test_queue_free (path);
  GDALSetGeoTransform (dataset, place);
  OSRImportFromEPSG (reference, 2178);
  if (with_crs)
    GDALSetSpatialRef (dataset, reference);
  GDALSetRasterNoDataValue (GDALGetRasterBand (dataset, 1), 255);
  for (int band = 1; band <= n_bands; band++)
    g_assert_cmpint (GDALRasterIO (GDALGetRasterBand (dataset, band), GF_Write, 0, 0, SIDE, SIDE,
                                   (void *) (values + (band - 1) * SIDE * SIDE), SIDE, SIDE, GDT_Byte, 0, 0),
                     ==, CE_None);
  OSRDestroySpatialReference (reference);
  GDALClose (dataset);
  return path;
}

static guint32
pixel (const AtlasPicture *picture, int x, int y)
{
  return ((const guint32 *) (picture->pixels + y * picture->stride))[x];
}

static AtlasPicture *
read_raster (const char *path, AtlasExtent extent, int width, int height, GError **error)
{
  g_autoptr (AtlasCrs) crs = atlas_crs_new_from_epsg (2178, NULL);
  g_autoptr (AtlasSource) source = atlas_source_parse (path, NULL, NULL);

  return atlas_raster_read (source, crs, extent, width, height, NULL, error);
}

static void
fill (guint8 *values, gsize n)
{
  for (gsize i = 0; i < n; i++)
    values[i] = (guint8) (i % (SIDE * SIDE));
}

static void
test_grey (Fixture *fixture, gconstpointer data)
{
  guint8 values[SIDE * SIDE];
  const AtlasExtent whole = { 7473000, 5637000, 7473100, 5637100 };
  g_autoptr (AtlasPicture) picture = NULL;

  fill (values, sizeof values);
  values[SIDE * SIDE - 1] = 255;
  picture = read_raster (write_raster (fixture, 1, values, TRUE), whole, SIDE, SIDE, NULL);
  g_assert_nonnull (picture);
  g_assert_cmphex (pixel (picture, 0, 0), ==, 0xff000000);
  g_assert_cmphex (pixel (picture, SIDE - 1, SIDE - 1), ==, 0);
  g_assert_cmphex (pixel (picture, SIDE - 2, SIDE - 1) & 0xff, ==, 255);
  g_assert_cmphex (pixel (picture, 5, 0) >> 24, ==, 255);
}

static void
test_colours (Fixture *fixture, gconstpointer data)
{
  guint8 values[3 * SIDE * SIDE];
  const AtlasExtent corner = { 7473000, 5637050, 7473050, 5637100 };
  const AtlasExtent elsewhere = { 0, 0, 100, 100 };
  const char *path;
  g_autoptr (AtlasPicture) picture = NULL;
  g_autoptr (AtlasPicture) nothing = NULL;

  for (gsize i = 0; i < sizeof values; i++)
    values[i] = (guint8) (10 * (1 + i / (SIDE * SIDE)));
  path = write_raster (fixture, 3, values, TRUE);
  picture = read_raster (path, corner, 20, 20, NULL);
  g_assert_cmphex (pixel (picture, 10, 10), ==, 0xff0a141e);
  nothing = read_raster (path, elsewhere, 4, 4, NULL);
  g_assert_cmphex (pixel (nothing, 2, 2), ==, 0);
}

static OGRSpatialReferenceH
make_reference (int epsg)
{
  OGRSpatialReferenceH reference = OSRNewSpatialReference (NULL);

  OSRImportFromEPSG (reference, epsg);
  OSRSetAxisMappingStrategy (reference, OAMS_TRADITIONAL_GIS_ORDER);
  return reference;
}

/* A raster in memory, all of one value in each band, for others to be made of. */
static GDALDatasetH
make_plain (int epsg, const double place[6], GDALDataType type, int n_bands, double first_value)
{
  GDALDatasetH dataset = GDALCreate (GDALGetDriverByName ("MEM"), "", SIDE, SIDE, n_bands, type, NULL);
  OGRSpatialReferenceH reference = make_reference (epsg);

  GDALSetGeoTransform (dataset, (double *) place);
  GDALSetSpatialRef (dataset, reference);
  for (int band = 1; band <= n_bands; band++)
    GDALFillRaster (GDALGetRasterBand (dataset, band), first_value * band, 0);
  OSRDestroySpatialReference (reference);
  return dataset;
}

static const char *
save (Fixture *fixture, const char *name, const char *driver, GDALDatasetH dataset)
{
  char *path = fixture_path (fixture, name);
  GDALDatasetH copy = GDALCreateCopy (GDALGetDriverByName (driver), path, dataset, FALSE, NULL, NULL, NULL);

  g_test_queue_free (path);
  g_assert_nonnull (copy);
  GDALClose (copy);
  GDALClose (dataset);
  return path;
}

/* Sixteen bits are drawn from the least value of all bands to the greatest. */
static void
test_sixteen_bits (Fixture *fixture, gconstpointer data)
{
  const double place[6] = { 7473000, 10, 0, 5637100, 0, -10 };
  const AtlasExtent whole = { 7473000, 5637000, 7473100, 5637100 };
  const char *path = save (fixture, "deep.tif", "GTiff", make_plain (2178, place, GDT_UInt16, 3, 10000));
  g_autoptr (AtlasPicture) picture = read_raster (path, whole, SIDE, SIDE, NULL);

  g_assert_cmphex (pixel (picture, 5, 5), ==, 0xff0080ff);
}

/* Values look their colours up; one of them stands for no data. */
static void
test_colour_table (Fixture *fixture, gconstpointer data)
{
  const double place[6] = { 7473000, 10, 0, 5637100, 0, -10 };
  const AtlasExtent whole = { 7473000, 5637000, 7473100, 5637100 };
  GDALDatasetH dataset = make_plain (2178, place, GDT_Byte, 1, 1);
  GDALRasterBandH band = GDALGetRasterBand (dataset, 1);
  GDALColorTableH table = GDALCreateColorTable (GPI_RGB);
  guint8 nothing = 2;
  g_autoptr (AtlasPicture) picture = NULL;

  GDALSetColorEntry (table, 1, &(GDALColorEntry){ 200, 100, 50, 255 });
  GDALSetColorEntry (table, 2, &(GDALColorEntry){ 1, 2, 3, 255 });
  GDALSetRasterColorTable (band, table);
  GDALSetRasterNoDataValue (band, 2);
  g_assert_cmpint (GDALRasterIO (band, GF_Write, 0, 0, 1, 1, &nothing, 1, 1, GDT_Byte, 0, 0), ==, CE_None);
  picture = read_raster (save (fixture, "table.tif", "GTiff", dataset), whole, SIDE, SIDE, NULL);
  g_assert_cmphex (pixel (picture, 5, 5), ==, 0xffc86432);
  g_assert_cmphex (pixel (picture, 0, 0), ==, 0);
  GDALDestroyColorTable (table);
}

/* A square on its corner, a hundred metres about its centre: the corners of its extent stay free. */
static void
test_askew (Fixture *fixture, gconstpointer data)
{
  const double place[6] = { 7473100, 10, -10, 5637200, -10, -10 };
  const AtlasExtent whole = { 7473000, 5637000, 7473200, 5637200 };
  const char *path = save (fixture, "askew.tif", "GTiff", make_plain (2178, place, GDT_Byte, 3, 40));
  g_autoptr (AtlasCrs) crs = atlas_crs_new_from_epsg (2178, NULL);
  g_autoptr (AtlasSource) source = atlas_source_parse (path, NULL, NULL);
  g_autoptr (AtlasPicture) picture = read_raster (path, whole, 20, 20, NULL);
  AtlasExtent extent;

  g_assert_true (atlas_raster_find_extent (source, crs, &extent, NULL, NULL));
  g_assert_cmpfloat (extent.xmin, ==, whole.xmin);
  g_assert_cmpfloat (extent.ymax, ==, whole.ymax);
  g_assert_cmphex (pixel (picture, 10, 10), ==, 0xff285078);
  g_assert_cmphex (pixel (picture, 1, 1), ==, 0);
  g_assert_cmphex (pixel (picture, 18, 18), ==, 0);
}

/* Tiles in Web Mercator, in either of the databases that keep them; looking at them changes neither. */
static void
test_tiles (Fixture *fixture, gconstpointer data)
{
  const double place[6] = { 2296000, 10, 0, 6591000, 0, -10 };
  const char *const formats[][2] = { { "tiles.mbtiles", "MBTiles" }, { "tiles.gpkg", "GPKG" } };
  g_autoptr (AtlasCrs) mercator = atlas_crs_new_from_epsg (3857, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++) {
    const char *path = save (fixture, formats[i][0], formats[i][1], make_plain (3857, place, GDT_Byte, 3, 40));
    g_autofree char *before = fixture_list (fixture);
    g_autoptr (AtlasSource) source = atlas_source_parse (path, NULL, NULL);
    g_autoptr (AtlasSourceInfo) info = atlas_source_inspect (source, NULL, NULL);
    g_autoptr (AtlasPicture) picture = atlas_raster_read (
        source, mercator, (AtlasExtent){ 2296040, 6590940, 2296060, 6590960 }, 2, 2, NULL, NULL);
    g_autofree char *after = fixture_list (fixture);

    g_test_message ("%s", formats[i][1]);
    g_assert_true (((AtlasLayerInfo *) g_ptr_array_index (info->layers, 0))->raster);
    g_assert_cmpint (pixel (picture, 1, 1) >> 24, ==, 255);
    g_assert_cmpint (ABS ((int) (pixel (picture, 1, 1) >> 16 & 255) - 40), <=, 4);
    g_assert_cmpint (ABS ((int) (pixel (picture, 1, 1) & 255) - 120), <=, 4);
    g_assert_cmpstr (before, ==, after);
  }
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  guint8 values[SIDE * SIDE] = { 0 };
  const AtlasExtent whole = { 7473000, 5637000, 7473100, 5637100 };
  const char *path = write_raster (fixture, 1, values, FALSE);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_raster (path, whole, 4, 4, &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_NO_CRS);
  g_clear_error (&error);
  g_assert_null (read_raster (path, whole, 40000, 4, &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (read_raster (fixture_write_geopackage (fixture, "a.gpkg", 1), whole, 4, 4, &error));
  g_assert_nonnull (error);
}

static void
test_inspect (Fixture *fixture, gconstpointer data)
{
  guint8 values[SIDE * SIDE] = { 0 };
  g_autoptr (AtlasSource) source = atlas_source_parse (write_raster (fixture, 1, values, TRUE), NULL, NULL);
  g_autofree char *before = fixture_list (fixture);
  g_autoptr (AtlasSourceInfo) info = atlas_source_inspect (source, NULL, NULL);
  g_autofree char *after = fixture_list (fixture);
  AtlasLayerInfo *layer = g_ptr_array_index (info->layers, 0);

  g_assert_cmpstr (info->driver, ==, "GTiff");
  g_assert_true (layer->raster);
  g_assert_cmpint (layer->width, ==, SIDE);
  g_assert_cmpint (layer->height, ==, SIDE);
  g_assert_cmpint (layer->n_bands, ==, 1);
  g_assert_cmpfloat (layer->extent.ymin, ==, 5637000);
  g_assert_cmpstr (atlas_crs_get_id (layer->crs), ==, "EPSG:2178");
  g_assert_cmpstr (before, ==, after);
}

/* A GeoPackage with two tables of tiles, each of which is a raster of its own. */
static void
test_several_tables (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "tiles.gpkg");
  g_autofree char *second = g_strconcat (path, "#two", NULL);
  g_autoptr (AtlasSource) all = NULL;
  g_autoptr (AtlasSource) one = NULL;
  g_autoptr (AtlasSourceInfo) info = NULL;
  g_autoptr (AtlasSourceInfo) of_one = NULL;
  g_autoptr (AtlasCrs) crs = atlas_crs_new_from_epsg (2178, NULL);
  AtlasExtent extent;
  const char *const tables[] = { "RASTER_TABLE=one", "RASTER_TABLE=two" };

  for (int i = 0; i < 2; i++) {
    char *options[] = { (char *) tables[i], "APPEND_SUBDATASET=YES", NULL };
    GDALDatasetH dataset = GDALCreate (GDALGetDriverByName ("GPKG"), path, 4, 4, 1, GDT_Byte, options);
    OGRSpatialReferenceH reference = OSRNewSpatialReference (NULL);
    double place[6] = { 7470000 + 1000 * i, 10, 0, 5640000, 0, -10 };

    OSRImportFromEPSG (reference, 2178);
    g_assert_cmpint (GDALSetSpatialRef (dataset, reference), ==, CE_None);
    g_assert_cmpint (GDALSetGeoTransform (dataset, place), ==, CE_None);
    g_assert_cmpint (GDALFillRaster (GDALGetRasterBand (dataset, 1), 7, 0), ==, CE_None);
    GDALClose (dataset);
    OSRDestroySpatialReference (reference);
  }
  all = atlas_source_parse (path, NULL, NULL);
  one = atlas_source_parse (second, NULL, NULL);
  info = atlas_source_inspect (all, NULL, NULL);
  of_one = atlas_source_inspect (one, NULL, NULL);
  g_assert_cmpuint (info->layers->len, ==, 2);
  g_assert_cmpstr (((AtlasLayerInfo *) g_ptr_array_index (info->layers, 1))->name, ==, "two");
  g_assert_cmpuint (of_one->layers->len, ==, 1);
  g_assert_true (atlas_raster_find_extent (all, crs, &extent, NULL, NULL));
  g_assert_cmpfloat (extent.xmin, ==, 7470000);
  g_assert_true (atlas_raster_find_extent (one, crs, &extent, NULL, NULL));
  g_assert_cmpfloat (extent.xmin, ==, 7471000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  FIXTURE_TEST ("/raster/grey", test_grey);
  FIXTURE_TEST ("/raster/colours", test_colours);
  FIXTURE_TEST ("/raster/sixteen-bits", test_sixteen_bits);
  FIXTURE_TEST ("/raster/colour-table", test_colour_table);
  FIXTURE_TEST ("/raster/askew", test_askew);
  FIXTURE_TEST ("/raster/tiles", test_tiles);
  FIXTURE_TEST ("/raster/refused", test_refused);
  FIXTURE_TEST ("/raster/inspect", test_inspect);
  FIXTURE_TEST ("/raster/several-tables", test_several_tables);
  return g_test_run ();
}
