// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-sqlite-snapshot.h"

#include "atlas-error.h"
#include "atlas-foreign-text.h"
#include "atlas-source-gate.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define TRIES 3

/* Files carry the time of the system's last tick, up to ten milliseconds old. Where a tick passes between a look at the
 * time and the copying, no change made meanwhile can bear the time that was seen. */
#define TICK_US 12000

/* What SQLite keeps beside a database while changes are not yet, or not wholly, in it. */
static const char *const companions[] = { "-wal", "-journal" };

static gint64
size_of (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? info.st_size : 0;
}

static char *
companion (const char *path, gsize i)
{
  return g_strconcat (path, companions[i], NULL);
}

static gboolean
has_companion (const char *path)
{
  for (gsize i = 0; i < G_N_ELEMENTS (companions); i++) {
    g_autofree char *name = companion (path, i);

    if (size_of (name) > 0)
      return TRUE;
  }
  return FALSE;
}

/* Bytes 18 and 19 of the header are 2 in a database that keeps a write-ahead log. */
static gboolean
keeps_log (const char *path)
{
  g_autoptr (GBytes) head = atlas_source_gate_read_head (path, 100, NULL);
  gsize n = 0;
  const guint8 *bytes = head ? g_bytes_get_data (head, &n) : NULL;

  return n == 100 && (bytes[18] == 2 || bytes[19] == 2);
}

/**
 * atlas_sqlite_snapshot_is_still:
 * @path: of a database
 *
 * A database that keeps a write-ahead log, but has none at the moment, may be read as a plain file that nobody changes;
 * opened otherwise, SQLite would put files beside it.
 *
 * Returns: whether it is such a database
 */
gboolean
atlas_sqlite_snapshot_is_still (const char *path)
{
  return keeps_log (path) && !has_companion (path);
}

/* Enough to notice that somebody wrote meanwhile. */
static char *
fingerprint (const char *path)
{
  GString *print = g_string_new (NULL);
  const char *const endings[] = { "", "-wal", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *name = g_strconcat (path, endings[i], NULL);
    GStatBuf info = { 0 };

    if (g_stat (name, &info) == 0)
      g_string_append_printf (print, "%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT ".%09ld;", (gint64) info.st_size,
                              (gint64) info.st_mtim.tv_sec, info.st_mtim.tv_nsec);
  }
  return g_string_free (print, FALSE);
}

static gboolean
copy_file (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  return g_file_copy (source, target, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL,
                      error);
}

/* What an earlier try has copied, and is gone since, would undo the changes that came with its end. */
static gboolean
copy_companion (const char *from, const char *to, GError **error)
{
  g_autoptr (GError) failure = NULL;

  g_unlink (to);
  if (size_of (from) == 0 || copy_file (from, to, &failure))
    return TRUE;
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
copy_all (const char *path, const char *copy, GError **error)
{
  if (!copy_file (path, copy, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (companions); i++) {
    g_autofree char *from = companion (path, i);
    g_autofree char *to = companion (copy, i);

    if (!copy_companion (from, to, error))
      return FALSE;
  }
  return TRUE;
}

/* Takes what the log or journal holds into the copy, or out of it. */
static gboolean
settle (const char *copy)
{
  sqlite3 *database = NULL;
  gboolean fine = sqlite3_open_v2 (copy, &database, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
                  sqlite3_exec (database, "PRAGMA trusted_schema=OFF; PRAGMA journal_mode=DELETE", NULL, NULL, NULL) ==
                      SQLITE_OK;

  sqlite3_close (database);
  return fine;
}

static gboolean
refuse (GError **error, AtlasError code, const char *path, const char *sentence)
{
  g_autofree char *name = atlas_foreign_text_display_name (path);
  g_autofree char *message = atlas_foreign_text_insert (sentence, name);

  g_set_error_literal (error, ATLAS_ERROR, code, message);
  return FALSE;
}

static gboolean
copy_while_still (const char *path, const char *copy, GError **error)
{
  for (guint try = 0; try < TRIES; try++) {
    g_autofree char *before = fingerprint (path);
    g_autofree char *after = NULL;

    g_usleep (TICK_US);
    if (!copy_all (path, copy, error))
      return FALSE;
    after = fingerprint (path);
    if (g_str_equal (before, after))
      return TRUE;
  }
  return refuse (error, ATLAS_ERROR_CONFLICT, path, _ ("“%s” is being changed by another program; open it later."));
}

/**
 * atlas_sqlite_snapshot_make:
 * @path: of a database
 * @folder: (out) (nullable): private folder of the copy, to be removed after use
 * @copy: (out) (nullable): path of the copy
 *
 * Where changes wait beside the database, merely opening it would carry them into it. Then it is copied, with what
 * waits, and the copy is settled and read instead. Both results stay %NULL where no copy is needed.
 *
 * Returns: whether the database can be read
 */
gboolean
atlas_sqlite_snapshot_make (const char *path, char **folder, char **copy, GError **error)
{
  g_autofree char *name = NULL;

  if (!has_companion (path))
    return TRUE;
  *folder = g_dir_make_tmp ("kielce-atlas-XXXXXX", error);
  if (!*folder)
    return FALSE;
  name = g_path_get_basename (path);
  *copy = g_build_filename (*folder, name, NULL);
  if (!copy_while_still (path, *copy, error))
    return FALSE;
  return settle (*copy) || refuse (error, ATLAS_ERROR_UNREADABLE, path, _ ("“%s” is damaged; get a whole copy."));
}

/**
 * atlas_sqlite_snapshot_remove:
 * @folder: of a copy that is no longer needed
 */
void
atlas_sqlite_snapshot_remove (const char *folder)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries && (name = g_dir_read_name (entries))) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (folder);
}
