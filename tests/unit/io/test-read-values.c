// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The same values in every format that is read: what a planner typed is what the table holds. */

#include "atlas-io.h"
#include "fixture.h"

#include <gdal.h>
#include <ogr_srs_api.h>
#include <string.h>

enum { NUMBER, SHARE, NAME, DAY, MOMENT, N_FIELDS };

static const struct {
  const char *name;
  OGRFieldType type;
} fields[N_FIELDS] = { [NUMBER] = { "number", OFTInteger64 },
                       [SHARE] = { "share", OFTReal },
                       [NAME] = { "name", OFTString },
                       [DAY] = { "day", OFTDate },
                       [MOMENT] = { "moment", OFTDateTime } };

/* A cell as OGR is told it, and as the table is to give it; NULL where there is none. */
typedef struct {
  const char *told;
  const char *read;
} Cell;

#define SAME(text)                                                                                                     \
  {                                                                                                                    \
    text, text                                                                                                         \
  }

/* The first row has all, so that formats without a schema see every field. */
static const Cell rows[][N_FIELDS] = {
  { SAME ("1"),
    SAME ("0.5"),
    SAME ("Ślichowice"),
    { "2018/06/15", "2018-06-15" },
    { "2018/06/15 14:00:00+02", "2018-06-15T12:00:00Z" } },
  { SAME ("-999999999999999"),
    SAME ("-0.001"),
    SAME ("two  spaces"),
    { "2000/02/29", "2000-02-29" },
    { "1999/12/31 23:59:59+00", "1999-12-31T23:59:59Z" } },
  { SAME ("0"),
    SAME ("0.1"),
    SAME ("“quoted” & <marked>"),
    { "1969/12/31", "1969-12-31" },
    { "1969/12/31 23:59:59+00", "1969-12-31T23:59:59Z" } },
  { SAME ("2147483648"),
    SAME ("123456789.25"),
    SAME ("żółć"),
    { "1900/03/01", "1900-03-01" },
    { "2024/02/29 00:30:00+01", "2024-02-28T23:30:00Z" } },
  { SAME ("7"),
    SAME ("3.25"),
    SAME ("007"),
    { "2100/02/28", "2100-02-28" },
    { "2038/01/19 03:14:08+00", "2038-01-19T03:14:08Z" } },
  { { NULL }, { NULL }, { NULL }, { NULL }, { NULL } },
  { SAME ("8"), { NULL }, SAME ("only some"), { NULL }, { NULL } },
};

static const struct {
  const char *driver;
  const char *file;
  guint n_fields; /* of the fields above: DBF has no moments, KML none that it tells from texts */
} formats[] = {
  { "GPKG", "values.gpkg", N_FIELDS },        { "SQLite", "values.sqlite", N_FIELDS },
  { "FlatGeobuf", "values.fgb", N_FIELDS },   { "GeoJSON", "values.geojson", N_FIELDS },
  { "GML", "values.gml", N_FIELDS },          { "GeoJSONSeq", "values.geojsonl", N_FIELDS },
  { "ESRI Shapefile", "values.shp", MOMENT }, { "LIBKML", "values.kml", DAY },
};

static void
add_row (OGRLayerH layer, const Cell *cells, guint n_fields, int number)
{
  OGRFeatureH feature = OGR_F_Create (OGR_L_GetLayerDefn (layer));
  OGRGeometryH point = OGR_G_CreateGeometry (wkbPoint);

  OGR_G_SetPoint_2D (point, 0, 20.6 + number / 100.0, 50.8);
  OGR_F_SetGeometryDirectly (feature, point);
  for (guint i = 0; i < n_fields; i++) {
    int index = OGR_F_GetFieldIndex (feature, fields[i].name);

    if (cells[i].told)
      OGR_F_SetFieldString (feature, index, cells[i].told);
    else
      OGR_F_SetFieldNull (feature, index);
  }
  g_assert_cmpint (OGR_L_CreateFeature (layer, feature), ==, OGRERR_NONE);
  OGR_F_Destroy (feature);
}

static OGRLayerH
add_layer (GDALDatasetH dataset, const char *driver, guint n_fields)
{
  OGRSpatialReferenceH reference = OSRNewSpatialReference (NULL);
  char *options[] = { g_str_equal (driver, "ESRI Shapefile") ? "ENCODING=UTF-8" : NULL, NULL };
  OGRLayerH layer;

  OSRImportFromEPSG (reference, 4326);
  OSRSetAxisMappingStrategy (reference, OAMS_TRADITIONAL_GIS_ORDER);
  layer = GDALDatasetCreateLayer (dataset, "values", reference, wkbPoint, options);
  for (guint i = 0; i < n_fields; i++) {
    OGRFieldDefnH field = OGR_Fld_Create (fields[i].name, fields[i].type);

    g_assert_cmpint (OGR_L_CreateField (layer, field, TRUE), ==, OGRERR_NONE);
    OGR_Fld_Destroy (field);
  }
  OSRDestroySpatialReference (reference);
  return layer;
}

static const char *
write_values (Fixture *fixture, guint format)
{
  char *path = fixture_path (fixture, formats[format].file);
  GDALDatasetH dataset = GDALCreate (GDALGetDriverByName (formats[format].driver), path, 0, 0, 0, GDT_Unknown, NULL);
  OGRLayerH layer = add_layer (dataset, formats[format].driver, formats[format].n_fields);

  g_test_queue_free (path);
  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    add_row (layer, rows[row], formats[format].n_fields, (int) row);
  GDALClose (dataset);
  return path;
}

/* Rows stand where their points do, for some formats sort them. */
static gsize
find_row (AtlasTable *table, guint number)
{
  const AtlasGeometry *g = atlas_table_get_geometry (table);

  for (gsize row = 0; row < g->n_features; row++)
    if (fabs (g->boxes[row].xmin - (20.6 + number / 100.0)) < 1e-4)
      return row;
  g_assert_not_reached ();
}

static void
assert_values (AtlasTable *table, guint n_fields)
{
  g_assert_cmpuint (atlas_table_get_n_features (table), ==, G_N_ELEMENTS (rows));
  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    for (guint i = 0; i < n_fields; i++) {
      const AtlasColumn *column = atlas_table_find_column (table, fields[i].name);
      g_autofree char *cell = atlas_column_dup_cell (column, find_row (table, row));

      g_test_message ("%s %u", fields[i].name, row);
      /* A format without days says midnight. */
      if (i == DAY && cell && column->type == ATLAS_COLUMN_INSTANT)
        *strstr (cell, "T00:00:00Z") = '\0';
      g_assert_cmpstr (cell, ==, rows[row][i].read);
      g_assert_cmpint (atlas_column_is_present (column, find_row (table, row)), ==, rows[row][i].read != NULL);
    }
}

static void
test_every_format (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autoptr (AtlasTable) table = NULL;

    g_test_message ("%s", formats[i].driver);
    table = fixture_must_read (write_values (fixture, i));
    assert_values (table, formats[i].n_fields);
  }
}

/* As the window lists it before anything is loaded: the same fields, the same count, the same first rows. */
static void
test_inspected (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autoptr (AtlasSource) source = atlas_source_parse (write_values (fixture, i), NULL, NULL);
    g_autoptr (AtlasSourceInfo) info = atlas_source_inspect (source, NULL, NULL);
    g_autoptr (AtlasTable) table = atlas_source_read (source, NULL, NULL, NULL, NULL);
    AtlasLayerInfo *layer = g_ptr_array_index (info->layers, 0);

    g_test_message ("%s", formats[i].driver);
    g_assert_cmpstr (info->driver, ==, formats[i].driver);
    g_assert_cmpuint (layer->fields->len, ==, atlas_table_get_n_columns (table));
    g_assert_cmpint (layer->n_features, ==, (gint64) atlas_table_get_n_features (table));
    g_assert_true (atlas_crs_equal (layer->crs, atlas_table_get_crs (table)));
    for (guint c = 0; c < layer->fields->len; c++) {
      const AtlasFieldInfo *field = g_ptr_array_index (layer->fields, c);
      g_autofree char *cell = atlas_column_dup_cell (atlas_table_get_column (table, c), 0);
      char **row = g_ptr_array_index (layer->first_rows, 0);

      g_assert_cmpstr (field->name, ==, atlas_table_get_column (table, c)->name);
      g_assert_cmpstr (row[c], ==, cell ? cell : "");
    }
  }
}

/* Whole numbers as large and as small as 64 bits hold, in formats that hold them. */
static void
test_largest_integers (Fixture *fixture, gconstpointer data)
{
  static const gint64 numbers[] = { G_MAXINT64, G_MININT64, 0, -1, G_GINT64_CONSTANT (9007199254740993) };
  const char *path = fixture_write_geopackage (fixture, "largest.gpkg", G_N_ELEMENTS (numbers));
  g_autoptr (AtlasTable) table = NULL;
  const AtlasColumn *column;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autofree char *sql = g_strdup_printf ("UPDATE squares SET number = %" G_GINT64_FORMAT " WHERE fid = %u",
                                            numbers[i], i + 1);

    fixture_sql (path, sql);
  }
  table = fixture_must_read (path);
  column = atlas_table_find_column (table, "number");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_cmpint (column->integers[i], ==, numbers[i]);
  g_assert_true (fixture_has_note (table, "3 whole numbers have more than 15 digits"));
}

/* Two fields of one name are two columns, each with its own values, and each can be found. */
static void
test_names_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasTable) csv = fixture_must_read (
      fixture_write (fixture, "twice.csv", "n,n,N,,\n1,2,3,4,5\n6,7,8,9,10\n", -1));
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (atlas_table_get_n_columns (csv), ==, 5);
  for (guint i = 0; i < 5; i++) {
    const AtlasColumn *column = atlas_table_get_column (csv, i);

    g_assert_true (g_hash_table_add (names, (gpointer) column->name));
    g_assert_true (atlas_table_find_column (csv, column->name) == column);
    g_assert_cmpfloat (atlas_column_get_real (column, 1), ==, i + 6);
  }
}

/* What is no text or number has no place in a table, which is said; bytes that are no letters are repaired, which is
 * said too. */
static void
test_left_out_and_repaired (Fixture *fixture, gconstpointer data)
{
  const char *path = fixture_write_geopackage (fixture, "odd.gpkg", 2);
  g_autoptr (AtlasTable) table = NULL;

  fixture_sql (path, "ALTER TABLE squares ADD COLUMN photo BLOB; UPDATE squares SET photo = x'00ff';"
                     "UPDATE squares SET name = CAST (x'4bff6c' AS TEXT) WHERE fid = 1");
  table = fixture_must_read (path);
  g_assert_null (atlas_table_find_column (table, "photo"));
  g_assert_cmpuint (atlas_table_get_n_columns (table), ==, 2);
  g_assert_cmpstr (atlas_column_get_text (atlas_table_find_column (table, "name"), 0), ==, "K\xef\xbf\xbdl");
  g_assert_cmpstr (atlas_column_get_text (atlas_table_find_column (table, "name"), 1), ==, "Ślichowice 1");
  g_assert_cmpuint (g_strv_length ((GStrv) atlas_table_get_notes (table)), >=, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  FIXTURE_TEST ("/values/every-format", test_every_format);
  FIXTURE_TEST ("/values/inspected", test_inspected);
  FIXTURE_TEST ("/values/largest-integers", test_largest_integers);
  FIXTURE_TEST ("/values/names-twice", test_names_twice);
  FIXTURE_TEST ("/values/left-out-and-repaired", test_left_out_and_repaired);
  return g_test_run ();
}
