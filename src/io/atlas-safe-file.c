// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-safe-file.h"

#include "atlas-error.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

struct _AtlasSafeFile {
  char *target;  /* owned: where the file is to be, links followed */
  char *folder;  /* owned: hidden, beside the target; holds also what a driver writes along */
  char *written; /* owned: the file in @folder, with the target's name */
};

static gboolean
fail (const char *path, int code, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_WRITE, _ ("“%s” cannot be written: %s. Choose another place."), name,
               g_strerror (code));
  return FALSE;
}

/* A link stays a link: what it points to is replaced. */
static char *
follow_links (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = real ? g_strdup (real) : g_canonicalize_filename (path, NULL);

  free (real);
  return copy;
}

/**
 * atlas_safe_file_new:
 * @path: where the file is to be
 *
 * Returns: (transfer full) (nullable): a place to write it; else %ATLAS_ERROR_WRITE, before any work is done
 */
AtlasSafeFile *
atlas_safe_file_new (const char *path, GError **error)
{
  g_autoptr (AtlasSafeFile) self = g_new0 (AtlasSafeFile, 1);
  g_autofree char *parent = NULL, *name = NULL, *hidden = NULL;

  self->target = follow_links (path);
  if (g_file_test (self->target, G_FILE_TEST_IS_DIR)) {
    fail (path, EISDIR, error);
    return NULL;
  }
  parent = g_path_get_dirname (self->target);
  name = g_path_get_basename (self->target);
  hidden = g_strdup (".kielce-atlas-XXXXXX");
  self->folder = g_build_filename (parent, hidden, NULL);
  if (!g_mkdtemp (self->folder)) {
    fail (path, errno, error);
    g_clear_pointer (&self->folder, g_free);
    return NULL;
  }
  self->written = g_build_filename (self->folder, name, NULL);
  return g_steal_pointer (&self);
}

/**
 * atlas_safe_file_get_path:
 *
 * Returns: (transfer none): where to write
 */
const char *
atlas_safe_file_get_path (const AtlasSafeFile *self)
{
  return self->written;
}

static gboolean
flush (const char *path, int flags)
{
  int descriptor = g_open (path, flags | O_CLOEXEC, 0);
  gboolean done;

  if (descriptor < 0)
    return FALSE;
  done = fsync (descriptor) == 0;
  return close (descriptor) == 0 && done;
}

/**
 * atlas_safe_file_commit:
 *
 * Puts the written file in its place, at once and for good: its bytes reach the disk before its name does.
 *
 * Returns: whether it is there; else %ATLAS_ERROR_WRITE, and the old file is as it was
 */
gboolean
atlas_safe_file_commit (AtlasSafeFile *self, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (self->target);

  if (!flush (self->written, O_RDONLY) || g_rename (self->written, self->target) != 0)
    return fail (self->target, errno, error);
  flush (parent, O_RDONLY | O_DIRECTORY);
  return TRUE;
}

static void
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_unlink (path);
  }
}

/**
 * atlas_safe_file_free:
 * @self: (transfer full): done with; what was not committed is thrown away
 */
void
atlas_safe_file_free (AtlasSafeFile *self)
{
  if (self->folder) {
    empty_folder (self->folder);
    g_rmdir (self->folder);
  }
  g_free (self->target);
  g_free (self->folder);
  g_free (self->written);
  g_free (self);
}
