// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-format.h"
#include "atlas-json-shape.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_project (const AtlasFileHead *head)
{
  return _atlas_head_has_ending (head, ".qgz") || _atlas_head_has_ending (head, ".qgs") ||
         _atlas_head_contains (head, "<qgis");
}

static gboolean
is_geodatabase (const AtlasFileHead *head)
{
  return _atlas_head_has_ending (head, ".gdb.zip") || _atlas_head_has_ending (head, ".gdbtable");
}

static gboolean
is_archive (const AtlasFileHead *head)
{
  return (_atlas_head_begins (head, "PK\003\004", 4) && !_atlas_head_has_ending (head, ".xlsx") &&
          !_atlas_head_has_ending (head, ".xlsm") && !_atlas_head_has_ending (head, ".ods")) ||
         _atlas_head_begins (head, "\x1f\x8b", 2) || _atlas_head_begins (head, "7z\xbc\xaf", 4) ||
         _atlas_head_begins (head, "Rar!", 4) || _atlas_head_begins (head, "BZh", 3);
}

static gboolean
is_old_workbook (const AtlasFileHead *head)
{
  return _atlas_head_begins (head, "\xd0\xcf\x11\xe0", 4);
}

static gboolean
is_parquet (const AtlasFileHead *head)
{
  return _atlas_head_begins (head, "PAR1", 4);
}

static gboolean
is_openstreetmap (const AtlasFileHead *head)
{
  return (head->n > 16 && memcmp (head->bytes + 4, "\x0a\x09OSMHeader", 11) == 0) ||
         _atlas_head_contains (head, "<osm ");
}

static gboolean
is_reference (const AtlasFileHead *head)
{
  return _atlas_head_contains (head, "<OGRVRTDataSource") || _atlas_head_contains (head, "<VRTDataset") ||
         _atlas_head_contains (head, "<GDAL_WMS>") || _atlas_head_contains (head, "<OGRWFSDataSource");
}

/* What makes JSON a map stands in its outermost object; answers of services may have such things deeper within. */
static gboolean
is_map_json (const AtlasFileHead *head)
{
  gsize n = strlen (head->text);

  if (!atlas_json_shape_has_member (head->text, n, "type") && !atlas_json_shape_has_member (head->text, n, "features"))
    return FALSE;
  return _atlas_head_contains (head, "Feature") || _atlas_head_contains (head, "Topology") ||
         _atlas_head_contains (head, "\"geometries\"") || _atlas_head_contains (head, "\"coordinates\"");
}

/* Answers of web services and lists of readings. */
static gboolean
is_plain_json (const AtlasFileHead *head)
{
  if (head->text && head->text[0] == '[')
    return !_atlas_head_contains (head, "\"json_geometry\"");
  return head->text && head->text[0] == '{' && !is_map_json (head);
}

static gboolean
is_sidecar (const AtlasFileHead *head)
{
  static const char *const endings[] = { ".cpg", ".prj", ".xsd", ".qix", ".sbn", ".sbx", ".tfw", ".gfs", ".qml" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (_atlas_head_has_ending (head, endings[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_plain_picture (const AtlasFileHead *head)
{
  return _atlas_head_begins (head, "\x89PNG", 4) || _atlas_head_begins (head, "\xff\xd8\xff", 3);
}

static gboolean
is_document (const AtlasFileHead *head)
{
  return _atlas_head_begins (head, "%PDF", 4) || _atlas_head_contains (head, "<html") ||
         _atlas_head_contains (head, "<!DOCTYPE html") || _atlas_head_has_ending (head, ".md");
}

static gboolean
is_drawing (const AtlasFileHead *head)
{
  return _atlas_head_begins (head, "AC10", 4) || _atlas_head_has_ending (head, ".dxf");
}

/* The head of a layer's set of files, which looks like a table of text. */
static gboolean
is_mapinfo (const AtlasFileHead *head)
{
  return head->text && g_ascii_strncasecmp (head->text, "!table", 6) == 0;
}

static const struct {
  gboolean (*matches) (const AtlasFileHead *head);
  const char *sentence;
} refusals[] = {
  { is_project, N_ ("“%s” is a project of QGIS, not data; open the files that it shows.") },
  { is_geodatabase, N_ ("“%s” is a geodatabase of Esri; export its layers to GeoPackage.") },
  { is_archive, N_ ("“%s” is an archive; unpack it first and open the files in it.") },
  { is_old_workbook, N_ ("“%s” is a workbook in an old form; save it as XLSX or CSV.") },
  { is_parquet, N_ ("“%s” is a Parquet file; save it as GeoPackage or CSV.") },
  { is_openstreetmap, N_ ("“%s” is an extract of OpenStreetMap; convert it to GeoPackage.") },
  { is_reference, N_ ("“%s” only points to data elsewhere; open that data itself.") },
  { is_plain_json, N_ ("“%s” is JSON without map features; save what it holds as a table (CSV) or as GeoJSON.") },
  { is_mapinfo, N_ ("“%s” is a layer of MapInfo; export it to GeoPackage.") },
  { is_sidecar, N_ ("“%s” only accompanies a file of data; open that one.") },
  { is_plain_picture, N_ ("“%s” is a picture without a place on the map; save it as GeoTIFF.") },
  { is_document, N_ ("“%s” is a document, not data; open the table or layer that it tells about.") },
  { is_drawing, N_ ("“%s” is a CAD drawing; export its layers to GeoPackage.") },
};

const char *
_atlas_refusal_find (const AtlasFileHead *head)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (refusals[i].matches (head))
      return g_dgettext (GETTEXT_PACKAGE, refusals[i].sentence);
  return NULL;
}
