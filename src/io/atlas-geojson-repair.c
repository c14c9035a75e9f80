// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-geojson-repair.h"

#include "atlas-json-shape.h"
#include "atlas-memory-copy.h"

#include <string.h>

#define LARGEST          ((gsize) 256 << 20)                 /* bytes of a file that is copied into memory */
#define CLOSING          "],\"type\":\"FeatureCollection\"}" /* twice does no harm */
#define RECORD_SEPARATOR '\x1e'

/* Where the last whole feature of a collection ends, when the collection itself is never closed. */
static gsize
find_break (const char *text, gsize n, guint *n_whole)
{
  AtlasJsonList features = atlas_json_shape_find_list (text, n, "features");

  *n_whole = features.closed ? 0 : features.n_items;
  return features.closed || features.n_items == 0 ? n : features.end;
}

static char *
keep (const char *path, const char *folder, const char *text, gsize n, const char *closing)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GString) whole = g_string_sized_new (n + strlen (closing) + 1);

  g_string_append_len (whole, text, (gssize) n);
  g_string_append (whole, closing);
  return atlas_memory_copy_add (folder, name, whole->str, whole->len);
}

/**
 * atlas_geojson_repair:
 * @path: a file of GeoJSON that GDAL does not understand
 * @folder: in GDAL's memory, for the mended copy
 * @n_whole: (out): how many features come before the place where the file breaks off; 0 when it is whole
 *
 * What can be mended: a collection that breaks off, which is closed after its last whole feature, and one that begins
 * like a sequence, with the mark of a record. The file stays as it is.
 *
 * Returns: (transfer full) (nullable): the path of the copy, or %NULL when nothing can be done
 */
char *
atlas_geojson_repair (const char *path, const char *folder, guint *n_whole)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  gsize n = file ? g_mapped_file_get_length (file) : 0;
  const char *text = n > 0 ? g_mapped_file_get_contents (file) : "";
  gboolean marked = text[0] == RECORD_SEPARATOR;
  gsize whole;

  if (n == 0 || n > LARGEST)
    return NULL;
  whole = find_break (text, n, n_whole);
  if (*n_whole == 0 && !marked)
    return NULL;
  return keep (path, folder, text + marked, whole - marked, *n_whole > 0 ? CLOSING : "");
}
