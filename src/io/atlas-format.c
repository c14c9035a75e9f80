// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-format.h"

#include "atlas-error.h"
#include "atlas-foreign-text.h"
#include "atlas-json-shape.h"
#include "atlas-source-gate.h"

#include <gdal.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define RECORD_SEPARATOR 0x1e
#define LOOKED_AT        65536 /* bytes: schema declarations of GML fill several kilobytes */

gboolean
_atlas_head_begins (const AtlasFileHead *head, const char *magic, gsize n)
{
  return head->n >= n && memcmp (head->bytes, magic, n) == 0;
}

gboolean
_atlas_head_contains (const AtlasFileHead *head, const char *text)
{
  return head->text && strstr (head->text, text) != NULL;
}

gboolean
_atlas_head_has_ending (const AtlasFileHead *head, const char *ending)
{
  gsize n = strlen (head->path);
  gsize m = strlen (ending);

  return n >= m && g_ascii_strcasecmp (head->path + n - m, ending) == 0;
}

static gboolean
is_database (const AtlasFileHead *head)
{
  return _atlas_head_begins (head, "SQLite format 3\0", 16) && head->n >= 100;
}

/* The application id is at byte 68: "GP10", "GP11" or "GPKG". */
static gboolean
is_geopackage (const AtlasFileHead *head)
{
  return is_database (head) && (memcmp (head->bytes + 68, "GP", 2) == 0 || _atlas_head_has_ending (head, ".gpkg"));
}

static gboolean
is_mbtiles (const AtlasFileHead *head)
{
  return is_database (head) && (memcmp (head->bytes + 68, "MPBX", 4) == 0 || _atlas_head_has_ending (head, ".mbtiles"));
}

static gboolean
is_flatgeobuf (const AtlasFileHead *head)
{
  return _atlas_head_begins (head, "fgb\003", 4);
}

/* Each file of the set begins alike; GDAL finds the others by the name. */
static gboolean
is_shapefile (const AtlasFileHead *head)
{
  return _atlas_head_begins (head, "\0\0\x27\x0a", 4);
}

static gboolean
is_dbf (const AtlasFileHead *head)
{
  return _atlas_head_has_ending (head, ".dbf") && head->n >= 33 &&
         (head->bytes[0] == 0x03 || head->bytes[0] == 0x30 || head->bytes[0] == 0x83 || head->bytes[0] == 0x8b);
}

static gboolean
is_tiff (const AtlasFileHead *head)
{
  return _atlas_head_begins (head, "II*\0", 4) || _atlas_head_begins (head, "MM\0*", 4) ||
         _atlas_head_begins (head, "II+\0", 4) || _atlas_head_begins (head, "MM\0+", 4);
}

static gboolean
is_ascii_grid (const AtlasFileHead *head)
{
  return head->text &&
         (g_ascii_strncasecmp (head->text, "ncols", 5) == 0 || g_ascii_strncasecmp (head->text, "nrows", 5) == 0);
}

static gboolean
is_zip (const AtlasFileHead *head)
{
  return _atlas_head_begins (head, "PK\003\004", 4);
}

static gboolean
is_xlsx (const AtlasFileHead *head)
{
  return is_zip (head) && (_atlas_head_has_ending (head, ".xlsx") || _atlas_head_has_ending (head, ".xlsm"));
}

static gboolean
is_ods (const AtlasFileHead *head)
{
  return is_zip (head) && _atlas_head_has_ending (head, ".ods");
}

static gboolean
is_xml (const AtlasFileHead *head)
{
  return head->text && head->text[0] == '<';
}

static gboolean
is_kml (const AtlasFileHead *head)
{
  return is_xml (head) && (_atlas_head_contains (head, "<kml") || _atlas_head_contains (head, ":kml"));
}

static gboolean
is_gpx (const AtlasFileHead *head)
{
  return is_xml (head) && _atlas_head_contains (head, "<gpx");
}

static gboolean
is_gml (const AtlasFileHead *head)
{
  return is_xml (head) && !_atlas_head_contains (head, "<VRTDataset") && !_atlas_head_contains (head, "<OGRVRT") &&
         (_atlas_head_contains (head, "opengis.net/gml") || _atlas_head_contains (head, "FeatureCollection"));
}

static gboolean
is_json (const AtlasFileHead *head)
{
  return head->text && head->text[0] == '{';
}

static gboolean
is_topojson (const AtlasFileHead *head)
{
  return is_json (head) && _atlas_head_contains (head, "\"Topology\"");
}

/* Records of RFC 8142 begin with a mark; others only follow one another, of which GDAL would read the first alone. */
static gboolean
is_geojson_sequence (const AtlasFileHead *head)
{
  g_autoptr (GMappedFile) file = NULL;

  if (!is_json (head) || _atlas_head_contains (head, "FeatureCollection"))
    return FALSE;
  if (head->bytes[0] == RECORD_SEPARATOR)
    return TRUE;
  file = g_mapped_file_new (head->path, FALSE, NULL);
  return file &&
         atlas_json_shape_measure (g_mapped_file_get_contents (file), g_mapped_file_get_length (file)).n_values > 1;
}

static gboolean
is_fme_json (const AtlasFileHead *head)
{
  return head->text && head->text[0] == '[' && _atlas_head_contains (head, "\"json_geometry\"");
}

static gboolean
is_geojson (const AtlasFileHead *head)
{
  return is_json (head);
}

static gboolean
is_csv (const AtlasFileHead *head)
{
  return _atlas_head_has_ending (head, ".csv") || _atlas_head_has_ending (head, ".tsv") ||
         _atlas_head_has_ending (head, ".txt") || _atlas_head_has_ending (head, ".tab");
}

/* The order matters: the first that matches is the one. */
static const AtlasFormat formats[] = {
  { "MBTiles", GDAL_OF_RASTER, TRUE, is_mbtiles },
  { "GPKG", GDAL_OF_VECTOR | GDAL_OF_RASTER, TRUE, is_geopackage },
  { "SQLite", GDAL_OF_VECTOR, TRUE, is_database },
  { "ESRI Shapefile", GDAL_OF_VECTOR, FALSE, is_shapefile },
  { "ESRI Shapefile", GDAL_OF_VECTOR, FALSE, is_dbf },
  { "FlatGeobuf", GDAL_OF_VECTOR, FALSE, is_flatgeobuf },
  { "GTiff", GDAL_OF_RASTER, FALSE, is_tiff },
  { "XLSX", GDAL_OF_VECTOR, FALSE, is_xlsx },
  { "ODS", GDAL_OF_VECTOR, FALSE, is_ods },
  { "LIBKML", GDAL_OF_VECTOR, FALSE, is_kml },
  { "GPX", GDAL_OF_VECTOR, FALSE, is_gpx },
  { "GML", GDAL_OF_VECTOR, FALSE, is_gml },
  { "FMEJSON", GDAL_OF_VECTOR, FALSE, is_fme_json },
  { "GeoJSONSeq", GDAL_OF_VECTOR, FALSE, is_geojson_sequence },
  { "TopoJSON", GDAL_OF_VECTOR, FALSE, is_topojson },
  { "GeoJSON", GDAL_OF_VECTOR, FALSE, is_geojson },
  { "AAIGrid", GDAL_OF_RASTER, FALSE, is_ascii_grid },
  { "CSV", GDAL_OF_VECTOR, FALSE, is_csv },
};

static const char *
skip_mark_and_blanks (const char *text)
{
  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    text += 3;
  while (g_ascii_isspace (*text) || *text == RECORD_SEPARATOR)
    text++;
  return text;
}

static const AtlasFormat *
find_format (const AtlasFileHead *head)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].matches (head))
      return &formats[i];
  return NULL;
}

static void
set_refusal (GError **error, const char *path, const char *sentence)
{
  g_autofree char *name = atlas_foreign_text_display_name (path);
  g_autofree char *message = atlas_foreign_text_insert (sentence, name);

  g_set_error_literal (error, ATLAS_ERROR, ATLAS_ERROR_UNSUPPORTED, message);
}

/**
 * atlas_format_recognise:
 * @path: a file that the gate let through
 *
 * Returns: (transfer none): what its content says it is, or %NULL with `ATLAS_ERROR_UNSUPPORTED` and a sentence that
 *   tells what to do with such a file
 */
const AtlasFormat *
atlas_format_recognise (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = atlas_source_gate_read_head (path, LOOKED_AT, error);
  g_autofree char *text = NULL;
  AtlasFileHead head = { .path = path };
  const AtlasFormat *format;
  const char *refusal;

  if (!bytes)
    return NULL;
  head.bytes = g_bytes_get_data (bytes, &head.n);
  text = g_strndup ((const char *) head.bytes, head.n);
  head.text = strlen (text) == head.n ? skip_mark_and_blanks (text) : NULL;
  refusal = _atlas_refusal_find (&head);
  format = refusal ? NULL : find_format (&head);
  if (format)
    return format;
  set_refusal (error, path,
               refusal
                   ? refusal
                   : _ ("“%s” is of a kind that is not opened here; save it as GeoPackage, GeoJSON, Shapefile, GML, "
                        "KML, FlatGeobuf, CSV, XLSX, ODS, GeoTIFF or MBTiles."));
  return NULL;
}
