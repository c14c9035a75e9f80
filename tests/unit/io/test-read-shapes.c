// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What is read from a shapefile without GDAL is what GDAL reads from it, whatever is in its three files. A field of a
 * letter that is not known is a text to GDAL, to which all of the file is left then. */

#include "fixture.h"

#include "atlas-io.h"

#include <gdal.h>
#include <glib/gstdio.h>
#include <string.h>

#define ROUNDS        20
#define MOST_FEATURES 40
#define HEAD          32 /* bytes of a dBASE table before its fields, and for each of them */
#define LETTER_AT     11
#define NAME          4 /* the text among the fields */

static const OGRwkbGeometryType types[] = { wkbPoint, wkbLineString, wkbPolygon, wkbMultiPoint, wkbPolygon25D };
static const char *const encodings[] = { "UTF-8", "CP1250", "ISO-8859-2" };
static const char *const texts[] = { "", "Bocianek", "  Ślichowice  ", "Na Stoku", "b.d.", "żółć", "0", "20240229" };

static const struct {
  const char *name;
  OGRFieldType type;
  int width;
  int precision;
} fields[] = {
  { "short", OFTInteger, 4, 0 }, { "long", OFTInteger64, 18, 0 }, { "real", OFTReal, 24, 15 },
  { "price", OFTReal, 9, 2 },    { "name", OFTString, 30, 0 },    { "day", OFTDate, 0, 0 },
};

static double
random_ordinate (void)
{
  return g_test_rand_int_range (0, 40) == 0 ? (double) NAN : g_test_rand_double_range (-1e6, 1e6);
}

static OGRGeometryH
random_path (OGRwkbGeometryType type)
{
  OGRGeometryH path = OGR_G_CreateGeometry (type);

  for (int n = g_test_rand_int_range (0, 7); n > 0; n--)
    OGR_G_AddPoint_2D (path, random_ordinate (), random_ordinate ());
  if (type == wkbLinearRing && g_test_rand_bit ())
    OGR_G_CloseRings (path);
  return path;
}

static OGRGeometryH
random_polygon (void)
{
  OGRGeometryH polygon = OGR_G_CreateGeometry (wkbPolygon);

  for (int n = g_test_rand_int_range (0, 4) == 0 ? 2 : 1; n > 0; n--)
    OGR_G_AddGeometryDirectly (polygon, random_path (wkbLinearRing));
  return polygon;
}

static OGRGeometryH
random_member (OGRwkbGeometryType type)
{
  OGRGeometryH point;

  if (type == wkbPolygon)
    return random_polygon ();
  if (type == wkbLineString)
    return random_path (wkbLineString);
  point = OGR_G_CreateGeometry (wkbPoint);
  OGR_G_SetPoint_2D (point, 0, random_ordinate (), random_ordinate ());
  return point;
}

/* Sometimes none, sometimes of several parts. */
static OGRGeometryH
random_geometry (OGRwkbGeometryType layer_type)
{
  OGRwkbGeometryType type = OGR_GT_Flatten (layer_type) == wkbMultiPoint ? wkbPoint : OGR_GT_Flatten (layer_type);
  gboolean multi = layer_type == wkbMultiPoint || (type != wkbPoint && g_test_rand_int_range (0, 5) == 0);
  OGRGeometryH geometry;

  if (g_test_rand_int_range (0, 10) == 0)
    return NULL;
  if (!multi)
    return random_member (type);
  geometry = OGR_G_CreateGeometry ((OGRwkbGeometryType) (type + 3));
  for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
    OGR_G_AddGeometryDirectly (geometry, random_member (type));
  return geometry;
}

static void
set_random_cell (OGRFeatureH feature, int field)
{
  if (g_test_rand_int_range (0, 6) == 0)
    return;
  switch (fields[field].type) {
  case OFTInteger:
  case OFTInteger64:
    OGR_F_SetFieldInteger64 (feature, field, g_test_rand_int_range (-999, 10000));
    break;
  case OFTReal:
    OGR_F_SetFieldDouble (feature, field, g_test_rand_double_range (-1e4, 1e5));
    break;
  case OFTDate:
    OGR_F_SetFieldDateTime (feature, field, g_test_rand_int_range (1, 2100), g_test_rand_int_range (1, 13),
                            g_test_rand_int_range (1, 29), 0, 0, 0, 0);
    break;
  default:
    OGR_F_SetFieldString (feature, field, texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))]);
  }
}

/* GDAL does not write every geometry. */
static gboolean
add_random_feature (OGRLayerH layer)
{
  gboolean added;
  OGRFeatureH feature = OGR_F_Create (OGR_L_GetLayerDefn (layer));

  OGR_F_SetGeometryDirectly (feature, random_geometry (OGR_L_GetGeomType (layer)));
  for (int i = 0; i < OGR_F_GetFieldCount (feature); i++)
    set_random_cell (feature, i);
  added = OGR_L_CreateFeature (layer, feature) == OGRERR_NONE;
  OGR_F_Destroy (feature);
  return added;
}

static OGRLayerH
add_layer (GDALDatasetH dataset)
{
  g_autofree char *encoding = g_strconcat ("ENCODING=", encodings[g_test_rand_int_range (0, 3)], NULL);
  char *options[] = { encoding, NULL };
  OGRwkbGeometryType type = types[g_test_rand_int_range (0, G_N_ELEMENTS (types))];
  OGRLayerH layer = GDALDatasetCreateLayer (dataset, "random", NULL, type, options);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++) {
    OGRFieldDefnH field = OGR_Fld_Create (fields[i].name, fields[i].type);

    OGR_Fld_SetWidth (field, fields[i].width);
    OGR_Fld_SetPrecision (field, fields[i].precision);
    OGR_L_CreateField (layer, field, TRUE);
    OGR_Fld_Destroy (field);
  }
  return layer;
}

/* Sometimes rows are deleted, which leaves a mark on them and all else in its place. */
static void
write_random_shapefile (const char *path)
{
  GDALDatasetH dataset = GDALCreate (GDALGetDriverByName ("ESRI Shapefile"), path, 0, 0, 0, GDT_Unknown, NULL);
  OGRLayerH layer = add_layer (dataset);
  int n = g_test_rand_int_range (1, MOST_FEATURES);

  for (int i = 0; i < n; i += add_random_feature (layer))
    ;
  for (int i = g_test_rand_bit () ? 0 : n; i < n; i += g_test_rand_int_range (1, 5))
    g_assert_cmpint (OGR_L_DeleteFeature (layer, i), ==, OGRERR_NONE);
  GDALClose (dataset);
}

static void
assert_same_errors (const GError *a, const GError *b)
{
  g_assert_nonnull (a);
  g_assert_nonnull (b);
  g_assert_cmpint (a->code, ==, b->code);
  g_assert_cmpstr (a->message, ==, b->message);
}

static void
assert_same_tables (AtlasTable *a, AtlasTable *b)
{
  g_autoptr (GBytes) ours = atlas_table_to_block (a);
  g_autoptr (GBytes) theirs = atlas_table_to_block (b);
  g_autofree char *our_notes = g_strjoinv ("\n", (char **) atlas_table_get_notes (a));
  g_autofree char *their_notes = g_strjoinv ("\n", (char **) atlas_table_get_notes (b));

  g_assert_cmpstr (our_notes, ==, their_notes);
  g_assert_cmpuint (atlas_table_get_n_features (a), ==, atlas_table_get_n_features (b));
  g_assert_true (g_bytes_equal (ours, theirs));
}

static char *
path_beside (const char *path, const char *ending)
{
  return g_strdup_printf ("%.*s%s", (int) (strlen (path) - strlen (".shp")), path, ending);
}

static void
leave_to_gdal (const char *path)
{
  g_autofree char *dbf = path_beside (path, ".dbf");
  g_autofree char *bytes = NULL;
  gsize n = 0;

  g_assert_true (g_file_get_contents (dbf, &bytes, &n, NULL));
  g_assert_cmpint (bytes[HEAD + HEAD * NAME + LETTER_AT], ==, 'C');
  bytes[HEAD + HEAD * NAME + LETTER_AT] = 'X';
  g_assert_true (g_file_set_contents (dbf, bytes, (gssize) n, NULL));
}

static void
assert_same_readings (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) gdal_error = NULL;
  g_autoptr (AtlasTable) ours = fixture_read (path, &error);
  g_autoptr (AtlasTable) theirs = NULL;

  leave_to_gdal (path);
  theirs = fixture_read (path, &gdal_error);
  if (ours && theirs)
    assert_same_tables (ours, theirs);
  else
    assert_same_errors (error, gdal_error);
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "random.shp");

  for (int round = 0; round < ROUNDS; round++) {
    write_random_shapefile (path);
    assert_same_readings (path);
  }
}

/* Bytes behind the heads: records and rows that say anything. */
static void
damage (const char *path, const char *ending, gsize head)
{
  g_autofree char *file = path_beside (path, ending);
  g_autofree char *bytes = NULL;
  gsize n = 0;

  g_assert_true (g_file_get_contents (file, &bytes, &n, NULL));
  for (int i = g_test_rand_int_range (0, 4); i > 0 && n > head; i--)
    bytes[g_test_rand_int_range ((gint32) head, (gint32) n)] = (char) g_test_rand_int_range (0, 256);
  if (g_test_rand_int_range (0, 4) == 0)
    n = (gsize) g_test_rand_int_range ((gint32) MIN (head, n - 1), (gint32) n);
  g_assert_true (g_file_set_contents (file, bytes, (gssize) n, NULL));
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "random.shp");

  for (int round = 0; round < ROUNDS; round++) {
    write_random_shapefile (path);
    damage (path, ".shp", 100);
    damage (path, ".shx", 100);
    damage (path, ".dbf", HEAD + HEAD * G_N_ELEMENTS (fields) + 1);
    assert_same_readings (path);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  FIXTURE_TEST ("/read-shapes/random", test_random);
  FIXTURE_TEST ("/read-shapes/damaged", test_damaged);
  return g_test_run ();
}
