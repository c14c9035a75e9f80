// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-sqlite-schema.h"

#include "atlas-error.h"
#include "atlas-foreign-text.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <sqlite3.h>

/*
 * A virtual table is a piece of program that answers like a table; GDAL brings one along, VirtualOGR, that opens any
 * file there is, and SpatiaLite others. So each entry of the schema must be an ordinary table, index, view or trigger,
 * or a virtual table of a kind that keeps what it knows in the database itself. The texts are compared in the form in
 * which SQLite stores them; one that was forged otherwise is not accepted.
 */
#define ORDINARY "CREATE\\s+(?:TABLE|INDEX|UNIQUE\\s+INDEX|VIEW|TRIGGER)\\s"
#define NAME     "(?:\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|`[^`]*`|\\[[^\\]]*\\]|[^\\s\"'`\\[(]+)"
#define INWARD                                                                                                         \
  "(?:rtree|rtree_i32|geopoly|fts3|fts4|fts5|VirtualSpatialIndex|VirtualElementary|VirtualKNN2?|VirtualBBox)"
#define VIRTUAL "CREATE\\s+VIRTUAL\\s+TABLE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?" NAME "\\s+USING\\s+" INWARD "\\s*(?:\\(|$)"

static sqlite3 *
open_schema (const char *path)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *uri = g_strdup_printf ("file:%s?mode=ro&immutable=1", escaped);
  sqlite3 *database = NULL;

  if (sqlite3_open_v2 (uri, &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL) == SQLITE_OK)
    return database;
  sqlite3_close (database);
  return NULL;
}

/* The first entry that is not what it should be, or NULL; a schema that cannot be read is GDAL's to refuse. */
static char *
find_strange_entry (sqlite3 *database)
{
  g_autoptr (GRegex) sound = g_regex_new ("^(?:" ORDINARY "|" VIRTUAL ")", G_REGEX_CASELESS | G_REGEX_RAW, 0, NULL);
  sqlite3_stmt *rows = NULL;
  char *strange = NULL;

  sqlite3_prepare_v2 (database, "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL", -1, &rows, NULL);
  while (!strange && rows && sqlite3_step (rows) == SQLITE_ROW) {
    const char *sql = (const char *) sqlite3_column_text (rows, 1);

    if (sql && !g_regex_match (sound, sql, 0, NULL))
      strange = atlas_foreign_text_clean ((const char *) sqlite3_column_text (rows, 0));
  }
  sqlite3_finalize (rows);
  return strange;
}

/**
 * atlas_sqlite_schema_check:
 * @path: of a database that nobody changes meanwhile
 * @name: what sentences call it
 * @error: return location for %ATLAS_ERROR_UNSUPPORTED
 *
 * Returns: whether nothing in the database reaches out of it
 */
gboolean
atlas_sqlite_schema_check (const char *path, const char *name, GError **error)
{
  sqlite3 *database = open_schema (path);
  g_autofree char *strange = database ? find_strange_entry (database) : NULL;

  sqlite3_close (database);
  if (!strange)
    return TRUE;
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_UNSUPPORTED,
               _ ("The table “%s” in “%s” leads out of the file; copy the other tables into a new GeoPackage."),
               strange, name);
  return FALSE;
}
