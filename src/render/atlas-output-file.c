// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-output-file.h"

#include "atlas-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_SIZE (256 * 1024)

struct _AtlasOutputFile {
  char *path;         /* owned: where it is to appear */
  char *temporary;    /* owned: where it is written; NULL once moved */
  int fd;             /* owned; -1 once closed */
  int failure;        /* errno of the first failure, or 0 */
  GByteArray *buffer; /* owned: not yet written */
};

static void
set_write_error (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_WRITE, _ ("“%s” could not be written (%s); choose another place"), name,
               g_strerror (code));
}

static char *
make_template (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_strdup_printf (".%s.XXXXXX", base);

  return g_build_filename (folder, name, NULL);
}

/* A replaced file keeps its permissions; a new one has those that any program would give it, being made with them. */
static void
keep_mode (AtlasOutputFile *self)
{
  struct stat old;

  if (stat (self->path, &old) == 0 && fchmod (self->fd, old.st_mode & 0777) != 0)
    self->failure = errno;
}

/**
 * atlas_output_file_new:
 * @path: where the file is to appear
 * @error: return location for %ATLAS_ERROR_WRITE
 *
 * Returns: (nullable) (transfer full): the file, open for writing
 */
AtlasOutputFile *
atlas_output_file_new (const char *path, GError **error)
{
  g_autofree char *temporary = make_template (path);
  int fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0666);
  AtlasOutputFile *self;

  if (fd < 0) {
    set_write_error (error, path, errno);
    return NULL;
  }
  self = g_new0 (AtlasOutputFile, 1);
  self->path = g_strdup (path);
  self->temporary = g_steal_pointer (&temporary);
  self->fd = fd;
  self->buffer = g_byte_array_sized_new (BUFFER_SIZE);
  return self;
}

static void
write_all (AtlasOutputFile *self, const guint8 *data, gsize size)
{
  while (size > 0 && self->failure == 0) {
    gssize n = write (self->fd, data, size);

    if (n < 0 && errno != EINTR)
      self->failure = errno;
    if (n > 0) {
      data += n;
      size -= (gsize) n;
    }
  }
}

static void
flush (AtlasOutputFile *self)
{
  write_all (self, self->buffer->data, self->buffer->len);
  g_byte_array_set_size (self->buffer, 0);
}

/**
 * atlas_output_file_write:
 *
 * Returns: whether all has gone well so far
 */
gboolean
atlas_output_file_write (AtlasOutputFile *self, const void *data, gsize size)
{
  if (self->buffer->len + size > BUFFER_SIZE)
    flush (self);
  if (size > BUFFER_SIZE)
    write_all (self, data, size);
  else
    g_byte_array_append (self->buffer, data, (guint) size);
  return self->failure == 0;
}

static void
close_file (AtlasOutputFile *self)
{
  if (self->failure == 0)
    keep_mode (self);
  if (self->failure == 0 && fsync (self->fd) != 0)
    self->failure = errno;
  if (close (self->fd) != 0 && self->failure == 0)
    self->failure = errno;
  self->fd = -1;
}

/**
 * atlas_output_file_commit:
 * @error: return location for %ATLAS_ERROR_WRITE
 *
 * Puts the file in its place, once all of it is safely on the disk.
 *
 * Returns: whether the file is there
 */
gboolean
atlas_output_file_commit (AtlasOutputFile *self, GError **error)
{
  flush (self);
  close_file (self);
  if (self->failure == 0 && g_rename (self->temporary, self->path) != 0)
    self->failure = errno;
  if (self->failure != 0) {
    set_write_error (error, self->path, self->failure);
    return FALSE;
  }
  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}

/**
 * atlas_output_file_free:
 *
 * Frees the file and, unless committed, removes what was written of it.
 */
void
atlas_output_file_free (AtlasOutputFile *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->path);
  g_byte_array_unref (self->buffer);
  g_free (self);
}
