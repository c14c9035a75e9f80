// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-shapefile-count.h"

#include "atlas-foreign-text.h"
#include "atlas-shapefile.h"
#include "atlas-source-gate.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* The index has one short record for each shape, so its size tells their number. */
static gint64
count_shapes (const char *path)
{
  g_autofree char *shx = atlas_shapefile_find_beside (path, ".shx");
  GStatBuf info;

  return g_stat (shx, &info) == 0 ? (info.st_size - ATLAS_SHAPEFILE_HEAD) / ATLAS_SHAPEFILE_RECORD : -1;
}

static gint64
count_rows (const char *path)
{
  g_autofree char *dbf = atlas_shapefile_find_beside (path, ".dbf");
  g_autoptr (GBytes) head = NULL;
  const guint8 *bytes;
  gsize n = 0;

  if (!g_file_test (dbf, G_FILE_TEST_IS_REGULAR))
    return -1;
  head = atlas_source_gate_read_head (dbf, 8, NULL);
  bytes = head ? g_bytes_get_data (head, &n) : NULL;
  return n == 8 ? (gint64) bytes[4] | (gint64) bytes[5] << 8 | (gint64) bytes[6] << 16 | (gint64) bytes[7] << 24 : -1;
}

/**
 * atlas_shapefile_count_note:
 * @path: of any file
 *
 * A shapefile keeps shapes and rows in two files, which may come from different hands.
 *
 * Returns: (transfer full) (nullable): a sentence when @path is a shapefile whose two files disagree
 */
char *
atlas_shapefile_count_note (const char *path)
{
  g_autofree char *name = NULL;
  gint64 shapes;
  gint64 rows;

  if (!g_str_has_suffix (path, ".shp") && !g_str_has_suffix (path, ".dbf"))
    return NULL;
  shapes = count_shapes (path);
  rows = count_rows (path);
  if (shapes < 0 || rows < 0 || shapes == rows)
    return NULL;
  name = atlas_foreign_text_display_name (path);
  return g_strdup_printf (
      _ ("The files of “%s” do not belong together: %d shapes, but %d rows in its table; get a whole "
         "copy."),
      name, (int) MIN (shapes, G_MAXINT), (int) MIN (rows, G_MAXINT));
}
