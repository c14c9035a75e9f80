// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"

#include "atlas-error.h"

#include <gdal.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <ogr_srs_api.h>
#include <sqlite3.h>
#include <string.h>

void
fixture_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("atlas-test-XXXXXX", &error);
  g_assert_no_error (error);
}

void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) entries = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (entries))) {
    g_autofree char *path = fixture_path (self, name);

    g_assert_cmpint (g_remove (path), ==, 0);
  }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
}

char *
fixture_path (const Fixture *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

const char *
fixture_write (const Fixture *self, const char *name, const void *bytes, gssize n)
{
  g_autoptr (GError) error = NULL;
  char *path = fixture_path (self, name);

  g_test_queue_free (path);
  g_file_set_contents (path, bytes, n, &error);
  g_assert_no_error (error);
  return path;
}

static OGRGeometryH
make_square (int i)
{
  double x = 7473000 + 200 * i;
  double y = 5637000;
  OGRGeometryH ring = OGR_G_CreateGeometry (wkbLinearRing);
  OGRGeometryH square = OGR_G_CreateGeometry (wkbPolygon);

  OGR_G_AddPoint_2D (ring, x, y);
  OGR_G_AddPoint_2D (ring, x + 100, y);
  OGR_G_AddPoint_2D (ring, x + 100, y + 100);
  OGR_G_AddPoint_2D (ring, x, y + 100);
  OGR_G_AddPoint_2D (ring, x, y);
  OGR_G_AddGeometryDirectly (square, ring);
  return square;
}

static void
add_field (OGRLayerH layer, const char *name, OGRFieldType type)
{
  OGRFieldDefnH field = OGR_Fld_Create (name, type);

  g_assert_cmpint (OGR_L_CreateField (layer, field, TRUE), ==, OGRERR_NONE);
  OGR_Fld_Destroy (field);
}

static void
add_square (OGRLayerH layer, int i)
{
  OGRFeatureH feature = OGR_F_Create (OGR_L_GetLayerDefn (layer));
  g_autofree char *name = g_strdup_printf ("Ślichowice %d", i);

  OGR_F_SetFieldInteger64 (feature, OGR_F_GetFieldIndex (feature, "number"), i);
  OGR_F_SetFieldString (feature, OGR_F_GetFieldIndex (feature, "name"), name);
  OGR_F_SetGeometryDirectly (feature, make_square (i));
  g_assert_cmpint (OGR_L_CreateFeature (layer, feature), ==, OGRERR_NONE);
  OGR_F_Destroy (feature);
}

const char *
fixture_write_with (const Fixture *self, const char *name, const char *driver, int epsg, int n)
{
  char *path = fixture_path (self, name);
  GDALDatasetH dataset = GDALCreate (GDALGetDriverByName (driver), path, 0, 0, 0, GDT_Unknown, NULL);
  OGRSpatialReferenceH reference = epsg ? OSRNewSpatialReference (NULL) : NULL;
  /* Without a spatial index, whose triggers need functions that only GDAL has, plain SQL may change the rows. */
  char *options[] = { g_str_equal (driver, "ESRI Shapefile") ? "ENCODING=UTF-8"
                      : g_str_equal (driver, "GPKG")         ? "SPATIAL_INDEX=NO"
                                                             : NULL,
                      NULL };
  OGRLayerH layer;

  g_test_queue_free (path);
  g_assert_nonnull (dataset);
  if (reference)
    OSRImportFromEPSG (reference, epsg);
  layer = GDALDatasetCreateLayer (dataset, "squares", reference, wkbPolygon, options);
  add_field (layer, "number", OFTInteger64);
  add_field (layer, "name", OFTString);
  for (int i = 0; i < n; i++)
    add_square (layer, i);
  if (reference)
    OSRDestroySpatialReference (reference);
  GDALClose (dataset);
  return path;
}

const char *
fixture_write_geopackage (const Fixture *self, const char *name, int n)
{
  return fixture_write_with (self, name, "GPKG", 2178, n);
}

void
fixture_sql (const char *path, const char *sql)
{
  sqlite3 *database = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  sqlite3_exec (database, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (database);
}

static void
list_file (const Fixture *self, const char *name, GString *list)
{
  g_autofree char *path = fixture_path (self, name);
  g_autofree char *bytes = NULL;
  g_autofree char *hash = NULL;
  gsize n = 0;
  GStatBuf info;

  g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, n);
  g_string_append_printf (list, "%s %zu %ld.%ld %s\n", name, n, info.st_mtim.tv_sec, info.st_mtim.tv_nsec, hash);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
fixture_list (const Fixture *self)
{
  g_autoptr (GDir) entries = g_dir_open (self->folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GString *list = g_string_new (NULL);
  const char *name;

  while ((name = g_dir_read_name (entries)))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    list_file (self, g_ptr_array_index (names, i), list);
  return g_string_free (list, FALSE);
}

AtlasTable *
fixture_read (const char *text, GError **error)
{
  g_autoptr (AtlasSource) source = atlas_source_parse (text, NULL, error);

  return source ? atlas_source_read (source, NULL, NULL, NULL, error) : NULL;
}

AtlasTable *
fixture_must_read (const char *text)
{
  g_autoptr (GError) error = NULL;
  AtlasTable *table = fixture_read (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (table);
  return table;
}

void
fixture_must_refuse (const char *text, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  AtlasTable *table = fixture_read (text, &error);

  g_assert_null (table);
  g_assert_error (error, ATLAS_ERROR, code);
  if (!strstr (error->message, words))
    g_error ("“%s” is not in “%s”", words, error->message);
}

gboolean
fixture_has_note (AtlasTable *table, const char *words)
{
  const char *const *notes = atlas_table_get_notes (table);

  for (guint i = 0; notes[i]; i++)
    if (strstr (notes[i], words))
      return TRUE;
  return FALSE;
}
