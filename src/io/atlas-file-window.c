// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-file-window.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define STRETCH ((gsize) 256 << 10) /* bytes: few calls, and what is read stays near the processor */
#define LARGEST ((gsize) 64 << 20)  /* bytes that may be asked for at once */

/**
 * atlas_file_window_open:
 * @self: (out caller-allocates): to be closed in any case
 * @path: real
 *
 * Returns: whether it is an ordinary file that can be read
 */
gboolean
atlas_file_window_open (AtlasFileWindow *self, const char *path)
{
  struct stat info;

  *self = (AtlasFileWindow){ .fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC) };
  return self->fd >= 0 && fstat (self->fd, &info) == 0 && S_ISREG (info.st_mode);
}

void
atlas_file_window_close (AtlasFileWindow *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->bytes);
  *self = (AtlasFileWindow){ .fd = -1 };
}

/**
 * atlas_file_window_get_size:
 *
 * Returns: how many bytes the file has
 */
guint64
atlas_file_window_get_size (const AtlasFileWindow *self)
{
  struct stat info;

  return fstat (self->fd, &info) == 0 ? (guint64) info.st_size : 0;
}

static void
make_room (AtlasFileWindow *self, gsize n)
{
  if (n <= self->room)
    return;
  self->room = MAX (n, STRETCH);
  self->bytes = g_realloc (self->bytes, self->room);
}

const guint8 *
_atlas_file_window_move (AtlasFileWindow *self, guint64 at, gsize n)
{
  gssize got;

  self->n = 0;
  if (n > LARGEST || at > G_MAXINT64 - LARGEST)
    return NULL;
  make_room (self, n);
  self->start = at;
  while (self->n < self->room &&
         (got = pread (self->fd, self->bytes + self->n, self->room - self->n, (off_t) (at + self->n))) > 0)
    self->n += (gsize) got;
  return self->n >= n ? self->bytes : NULL;
}
