// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-writer.h"

#include "../temp-folder.h"
#include "atlas-error.h"
#include "atlas-io.h"
#include "atlas-projection.h"

#include <gdal.h>
#include <ogr_srs_api.h>

/* Two by two pixels: opaque red, half green, clear, a quarter of blue; premultiplied, with a row of padding. */
static const guint32 pixels[] = { 0xffff0000, 0x80008000, 0, 0, 0x00000000, 0x40000040, 0, 0 };

#define STRIDE (4 * (int) sizeof (guint32))

static const guint8 expected[2][2][4] = {
  { { 255, 0, 0, 255 }, { 0, 255, 0, 128 } },
  { { 0, 0, 0, 0 }, { 0, 0, 255, 64 } },
};

static void
assert_pixels (GDALDatasetH dataset)
{
  for (int band = 1; band <= 4; band++)
    for (int y = 0; y < 2; y++)
      for (int x = 0; x < 2; x++) {
        guint8 value = 0;

        g_assert_cmpint (
            GDALRasterIO (GDALGetRasterBand (dataset, band), GF_Read, x, y, 1, 1, &value, 1, 1, GDT_Byte, 0, 0), ==,
            CE_None);
        g_assert_cmpuint (value, ==, expected[y][x][band - 1]);
      }
}

static void
assert_place (GDALDatasetH dataset)
{
  double transform[6];

  g_assert_cmpint (GDALGetGeoTransform (dataset, transform), ==, CE_None);
  g_assert_cmpfloat (transform[0], ==, 7470000);
  g_assert_cmpfloat (transform[1], ==, 50);
  g_assert_cmpfloat (transform[3], ==, 5630400);
  g_assert_cmpfloat (transform[5], ==, -200);
  g_assert_cmpstr (OSRGetAuthorityCode (GDALGetSpatialRef (dataset), NULL), ==, "2178");
}

static void
test_write (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = g_build_filename (folder, "map.tif", NULL);
  g_autoptr (AtlasCrs) crs = atlas_crs_new_from_epsg (2178, NULL);
  AtlasExtent extent = { 7470000, 5630000, 7470100, 5630400 };
  g_autoptr (GError) error = NULL;
  GDALDatasetH dataset;

  atlas_geotiff_write ((const guint8 *) pixels, 2, 2, STRIDE, extent, crs, path, NULL, &error);
  g_assert_no_error (error);
  dataset = GDALOpen (path, GA_ReadOnly);
  g_assert_nonnull (dataset);
  assert_pixels (dataset);
  assert_place (dataset);
  GDALClose (dataset);
}

static void
test_nowhere (void)
{
  AtlasExtent extent = { 0, 0, 1, 1 };
  g_autoptr (GError) error = NULL;

  g_assert_false (
      atlas_geotiff_write ((const guint8 *) pixels, 2, 2, STRIDE, extent, NULL, "/nowhere/map.tif", NULL, &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_WRITE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  g_test_add_func ("/geotiff/write", test_write);
  g_test_add_func ("/geotiff/nowhere", test_nowhere);
  return g_test_run ();
}
