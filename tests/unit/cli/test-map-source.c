// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-error.h"
#include "atlas-io.h"
#include "atlas-map-source.h"
#include "atlas-projection.h"
#include "sample-files.h"

static void
test_features (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = sample_write_points (folder);
  g_auto (AtlasInvocation) invocation = { 0 };
  g_autoptr (AtlasCrs) crs = atlas_crs_new_from_epsg (2178, NULL);
  AtlasMapSource *source = atlas_map_source_new (&invocation, path, NULL);

  g_assert_nonnull (source->table);
  g_assert_null (source->raster);
  g_assert_cmpstr (source->name, ==, "points");
  g_assert_cmpstr (atlas_crs_get_id (source->crs), ==, "EPSG:4326");
  g_assert_cmpfloat (source->extent.xmin, ==, 20.6);
  g_assert_true (atlas_map_source_project (source, crs, NULL, NULL));
  g_assert_cmpint (atlas_crs_get_code (atlas_table_get_crs (source->table)), ==, 2178);
  g_assert_cmpfloat (source->extent.xmin, >, 7000000);
  atlas_map_source_free (source);
}

/* Of a raster only the place is looked up. */
static void
test_raster (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (AtlasCrs) crs = atlas_crs_new_from_epsg (2178, NULL);
  g_autoptr (AtlasCrs) degrees = atlas_crs_new_from_epsg (4326, NULL);
  g_autofree char *path = sample_write_raster (folder, crs);
  g_auto (AtlasInvocation) invocation = { 0 };
  AtlasMapSource *source = atlas_map_source_new (&invocation, path, NULL);

  g_assert_null (source->table);
  g_assert_nonnull (source->raster);
  g_assert_cmpint (atlas_crs_get_code (source->crs), ==, 2178);
  g_assert_cmpfloat (source->extent.xmax, ==, 7470020);
  g_assert_true (atlas_map_source_project (source, degrees, NULL, NULL));
  g_assert_cmpfloat_with_epsilon (source->extent.xmin, 20.57, 0.01);
  atlas_map_source_free (source);
}

/* What is neither is refused with what was wrong with its features. */
static void
test_neither (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = sample_write_text (folder, "letter.geojson", "Dear city,");
  g_auto (AtlasInvocation) invocation = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_map_source_new (&invocation, path, &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_UNSUPPORTED);
  g_clear_error (&error);
  g_assert_null (atlas_map_source_new (&invocation, "nowhere.gpkg", &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  g_test_add_func ("/map-source/features", test_features);
  g_test_add_func ("/map-source/raster", test_raster);
  g_test_add_func ("/map-source/neither", test_neither);
  return g_test_run ();
}
