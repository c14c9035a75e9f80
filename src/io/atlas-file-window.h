// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasFileWindow:
 * @fd: the open file, or -1; owned
 * @bytes: (nullable): a stretch of it; owned
 * @start: where in the file the stretch begins
 * @n: how many bytes of it are held
 * @room: how many there is memory for
 *
 * A file that is looked at from its beginning to its end, a long stretch at a time. It is read, not mapped: one that
 * another program cuts short meanwhile must not end this one.
 */
typedef struct {
  int fd;
  guint8 *bytes;
  guint64 start;
  gsize n;
  gsize room;
} AtlasFileWindow;

gboolean atlas_file_window_open (AtlasFileWindow *self, const char *path);
void atlas_file_window_close (AtlasFileWindow *self);
guint64 atlas_file_window_get_size (const AtlasFileWindow *self);
const guint8 *_atlas_file_window_move (AtlasFileWindow *self, guint64 at, gsize n);

/* The @n bytes from @at on, until the next call; NULL when the file does not have them. */
static inline const guint8 *
atlas_file_window_get (AtlasFileWindow *self, guint64 at, gsize n)
{
  if (at >= self->start && n <= self->n && at - self->start <= self->n - n)
    return self->bytes + (at - self->start);
  return _atlas_file_window_move (self, at, n);
}

G_END_DECLS
