// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-source-gate.h"

#include "atlas-error.h"
#include "atlas-foreign-text.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LARGEST_FILE ((goffset) 4 << 30)

/* Files that drivers open by themselves beside the one that was named. */
static const char *const sidecars[] = { ".shp", ".shx", ".dbf",  ".prj", ".cpg",  ".qix", ".sbn", ".sbx",
                                        ".xsd", ".gfs", ".csvt", ".tfw", ".tifw", ".wld", ".ovr", ".msk" };

/* Files that SQLite opens beside a database of any name. */
static const char *const database_sidecars[] = { "-wal", "-shm", "-journal" };

static gboolean
refuse (GError **error, AtlasError code, const char *sentence, const char *path)
{
  g_autofree char *name = atlas_foreign_text_display_name (path);
  g_autofree char *message = atlas_foreign_text_insert (sentence, name);

  g_set_error_literal (error, ATLAS_ERROR, code, message);
  return FALSE;
}

/* A file that was there when it was named may be gone when it is opened. */
static gboolean
refuse_unopened (GError **error, const char *path)
{
  if (errno == EACCES)
    return refuse (error, ATLAS_ERROR_UNREADABLE, _ ("“%s” may not be read; ask its owner for permission."), path);
  return refuse (error, ATLAS_ERROR_NOT_FOUND, _ ("There is no file “%s”; check its name and place."), path);
}

/**
 * atlas_source_gate_resolve:
 * @path: as the user wrote it
 *
 * Returns: (transfer full): the absolute path without links, or %NULL when there is no such file
 */
char *
atlas_source_gate_resolve (const char *path, GError **error)
{
  char *real = realpath (path, NULL);

  if (real)
    return real;
  refuse_unopened (error, path);
  return NULL;
}

static gboolean
check_opened (int fd, const char *path, GError **error)
{
  struct stat info;

  if (fstat (fd, &info) != 0)
    return refuse (error, ATLAS_ERROR_UNREADABLE, _ ("“%s” cannot be read; get a whole copy."), path);
  if (S_ISDIR (info.st_mode))
    return refuse (error, ATLAS_ERROR_UNSUPPORTED, _ ("“%s” is a folder; open a file in it."), path);
  if (!S_ISREG (info.st_mode))
    return refuse (error, ATLAS_ERROR_UNSUPPORTED, _ ("“%s” is not an ordinary file; save the data in one."), path);
  if (info.st_size == 0)
    return refuse (error, ATLAS_ERROR_UNREADABLE, _ ("“%s” is empty; get a whole copy."), path);
  if (info.st_size > LARGEST_FILE)
    return refuse (error, ATLAS_ERROR_TOO_LARGE, _ ("“%s” is larger than 4 GB; cut out the part that is needed."),
                   path);
  return TRUE;
}

static gboolean
stays_in (const char *folder, const char *link)
{
  g_autofree char *target = realpath (link, NULL);
  g_autofree char *place = target ? g_path_get_dirname (target) : NULL;

  return g_strcmp0 (place, folder) == 0;
}

/* A pipe would hold whoever opens it. */
static gboolean
check_sidecar (const char *folder, const char *sidecar, GError **error)
{
  struct stat info;

  if (lstat (sidecar, &info) != 0)
    return TRUE;
  if (S_ISLNK (info.st_mode) && !stays_in (folder, sidecar))
    return refuse (error, ATLAS_ERROR_UNSUPPORTED,
                   _ ("“%s” is a link that leads out of its folder; put the file itself there."), sidecar);
  if (stat (sidecar, &info) != 0 || S_ISREG (info.st_mode) || S_ISDIR (info.st_mode))
    return TRUE;
  return refuse (error, ATLAS_ERROR_UNSUPPORTED, _ ("“%s” is not an ordinary file; save the data in one."), sidecar);
}

static gboolean
check_sidecars (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  const char *dot = strrchr (path, '.');
  gsize stem = dot && !strchr (dot, '/') ? (gsize) (dot - path) : strlen (path);

  for (gsize i = 0; i < G_N_ELEMENTS (sidecars); i++) {
    g_autofree char *lower = g_strdup_printf ("%.*s%s", (int) stem, path, sidecars[i]);
    g_autofree char *ending = g_ascii_strup (sidecars[i], -1);
    g_autofree char *upper = g_strdup_printf ("%.*s%s", (int) stem, path, ending);

    if (!check_sidecar (folder, lower, error) || !check_sidecar (folder, upper, error))
      return FALSE;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (database_sidecars); i++) {
    g_autofree char *sidecar = g_strconcat (path, database_sidecars[i], NULL);

    if (!check_sidecar (folder, sidecar, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * atlas_source_gate_check:
 * @path: absolute, without links
 *
 * Whether @path is an ordinary, readable file of a size that makes sense, with nothing beside it that leads elsewhere.
 * It is opened without waiting, so that a pipe cannot hold the program.
 */
gboolean
atlas_source_gate_check (const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  gboolean fine;

  if (fd < 0)
    return refuse_unopened (error, path);
  fine = check_opened (fd, path, error);
  close (fd);
  return fine && check_sidecars (path, error);
}

/**
 * atlas_source_gate_read_head:
 * @path: a file that was checked
 * @n: how many bytes at most
 *
 * Returns: (transfer full): its first bytes
 */
GBytes *
atlas_source_gate_read_head (const char *path, gsize n, GError **error)
{
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  g_autofree guint8 *head = g_malloc (n);
  gsize size = 0;
  gssize got = 1;

  if (fd < 0) {
    refuse_unopened (error, path);
    return NULL;
  }
  while (size < n && (got = read (fd, head + size, n - size)) > 0)
    size += (gsize) got;
  close (fd);
  if (got < 0) {
    refuse (error, ATLAS_ERROR_UNREADABLE, _ ("“%s” cannot be read; get a whole copy."), path);
    return NULL;
  }
  return g_bytes_new_take (g_steal_pointer (&head), size);
}
