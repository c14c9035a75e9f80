// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-gpkg-titles.h"

#include <cpl_error.h>
#include <ogr_api.h>
#include <sqlite3.h>

/* The tables of the extension "schema" of GeoPackage; the second stays empty, but belongs to it. */
static const char *const preparations[] = {
  "CREATE TABLE IF NOT EXISTS gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, "
  "title TEXT, description TEXT, mime_type TEXT, constraint_name TEXT, "
  "CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name))",
  "CREATE TABLE IF NOT EXISTS gpkg_data_column_constraints (constraint_name TEXT NOT NULL, "
  "constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC, "
  "max_is_inclusive BOOLEAN, description TEXT, "
  "CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))",
  "INSERT OR IGNORE INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope) VALUES "
  "('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema', 'read-write'), "
  "('gpkg_data_column_constraints', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema', "
  "'read-write')",
};

static gboolean
run (GDALDatasetH dataset, const char *statement)
{
  OGRLayerH result;

  CPLErrorReset ();
  result = GDALDatasetExecuteSQL (dataset, statement, NULL, NULL);
  if (result)
    GDALDatasetReleaseResultSet (dataset, result);
  return CPLGetLastErrorType () < CE_Failure;
}

static gboolean
write_title (GDALDatasetH dataset, const char *table, const char *column, const char *title)
{
  char *statement = sqlite3_mprintf ("INSERT OR REPLACE INTO gpkg_data_columns (table_name, column_name, name, title) "
                                     "VALUES (%Q, %Q, %Q, %Q)",
                                     table, column, title, title);
  gboolean done = run (dataset, statement);

  sqlite3_free (statement);
  return done;
}

static gboolean
write_titles_of_layer (GDALDatasetH dataset, OGRLayerH layer, GHashTable *titles)
{
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn (layer);

  for (int i = 0; i < OGR_FD_GetFieldCount (definition); i++) {
    const char *column = OGR_Fld_GetNameRef (OGR_FD_GetFieldDefn (definition, i));
    const char *title = g_hash_table_lookup (titles, column);

    if (title && !write_title (dataset, OGR_L_GetName (layer), column, title))
      return FALSE;
  }
  return TRUE;
}

/**
 * atlas_gpkg_titles_write:
 * @dataset: a GeoPackage, open for writing, whose layers are all there
 * @titles: what people call a field, by its name
 *
 * Does by hand what GDAL does from its version 3.7 on: it keeps titles of fields in the table
 * `gpkg_data_columns`, where QGIS looks for aliases.
 *
 * Returns: whether they are written
 */
gboolean
atlas_gpkg_titles_write (GDALDatasetH dataset, GHashTable *titles)
{
  for (guint i = 0; i < G_N_ELEMENTS (preparations); i++)
    if (!run (dataset, preparations[i]))
      return FALSE;
  for (int i = 0; i < GDALDatasetGetLayerCount (dataset); i++)
    if (!write_titles_of_layer (dataset, GDALDatasetGetLayer (dataset, i), titles))
      return FALSE;
  return TRUE;
}
