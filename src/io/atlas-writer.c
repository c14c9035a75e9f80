// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-writer-private.h"

#include "atlas-error.h"
#include "atlas-io.h"
#include "atlas-safe-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  const char *ending;
  gboolean (*write) (AtlasTable *table, const char *path, GCancellable *cancellable, GError **error);
} Format;

static const Format formats[] = {
  { ".gpkg", _atlas_writer_write_gpkg },
  { ".geojson", _atlas_writer_write_geojson },
  { ".csv", _atlas_writer_write_csv },
  { ".xlsx", _atlas_writer_write_xlsx },
};

static const Format *
find_format (const char *path, GError **error)
{
  const char *ending = strrchr (path, '.');
  g_autofree char *name = g_path_get_basename (path);

  for (guint i = 0; ending && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (ending, formats[i].ending) == 0)
      return &formats[i];
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_UNSUPPORTED,
               _ ("“%s” names no format to write; end it in .gpkg, .geojson, .csv or .xlsx"), name);
  return NULL;
}

/**
 * atlas_table_write:
 * @path: whose ending chooses the format: `.gpkg`, `.geojson`, `.csv` or `.xlsx`
 *
 * Writes a table. GeoPackage keeps its coordinate system; GeoJSON is in longitude and latitude, as
 * RFC 7946 has it; CSV and XLSX hold the attributes, and of single points also the position. Texts that
 * a spreadsheet would run as formulas are made harmless in CSV and XLSX. The old file stays until the
 * new one is whole and on the disk.
 *
 * Returns: whether it is written; else %ATLAS_ERROR_UNSUPPORTED, %ATLAS_ERROR_WRITE,
 *   %ATLAS_ERROR_NO_CRS or %G_IO_ERROR_CANCELLED, and nothing has changed
 */
gboolean
atlas_table_write (AtlasTable *self, const char *path, GCancellable *cancellable, GError **error)
{
  const Format *format = find_format (path, error);
  g_autoptr (AtlasSafeFile) file = NULL;

  if (!format)
    return FALSE;
  atlas_io_init ();
  file = atlas_safe_file_new (path, error);
  return file && format->write (self, atlas_safe_file_get_path (file), cancellable, error) &&
         atlas_safe_file_commit (file, error);
}
