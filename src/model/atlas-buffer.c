// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#define _GNU_SOURCE /* mremap() */

#include "atlas-buffer.h"

#include "atlas-large-pages.h"

#include <string.h>
#include <sys/mman.h>

#define LEAST_ROOM 64

/* A large buffer is a mapping of its own, so that it grows without a copy and its pages stay large. */
static gboolean
is_mapping (gsize room)
{
  return room >= ATLAS_LARGE_PAGES_WORTH;
}

static void
release (guint8 *data, gsize room)
{
  if (is_mapping (room))
    munmap (data, room);
  else
    g_free (data);
}

void
atlas_buffer_clear (AtlasBuffer *self)
{
  release (self->data, self->room);
  *self = (AtlasBuffer){ NULL };
}

static void
free_kept_cb (gpointer data)
{
  AtlasBuffer *kept = data;

  atlas_buffer_clear (kept);
  g_free (kept);
}

/**
 * atlas_buffer_end:
 *
 * Returns: (transfer full): the bytes in use, at a place of their own even where there are none; the buffer is empty
 *   after this
 */
GBytes *
atlas_buffer_end (AtlasBuffer *self)
{
  AtlasBuffer *kept;

  if (!self->data)
    _atlas_buffer_make_room (self, 1);
  kept = g_memdup2 (self, sizeof *self);
  *self = (AtlasBuffer){ NULL };
  return g_bytes_new_with_free_func (kept->data, kept->size, free_kept_cb, kept);
}

/* Into its first mapping. */
static guint8 *
move_into_mapping (AtlasBuffer *self, gsize room)
{
  guint8 *data = mmap (NULL, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  if (data == MAP_FAILED)
    return data;
  atlas_large_pages_prefer (data, room);
  if (self->size > 0)
    memcpy (data, self->data, self->size);
  g_free (self->data);
  return data;
}

static guint8 *
move (AtlasBuffer *self, gsize room)
{
  if (is_mapping (self->room))
    return mremap (self->data, self->room, room, MREMAP_MAYMOVE);
  if (is_mapping (room))
    return move_into_mapping (self, room);
  return g_realloc (self->data, room);
}

/* Doubling, so that all the moves together cost no more than what is collected. */
static gsize
find_room (const AtlasBuffer *self, gsize n)
{
  gsize room = MAX (self->room, LEAST_ROOM);

  if (n > G_MAXSIZE / 4 - self->size)
    return G_MAXSIZE;
  while (room < self->size + n)
    room *= 2;
  return room;
}

/* As with g_malloc(), there is no going on without memory. */
void
_atlas_buffer_make_room (AtlasBuffer *self, gsize n)
{
  gsize room = find_room (self, n);

  self->data = room < G_MAXSIZE ? move (self, room) : MAP_FAILED;
  if (self->data == MAP_FAILED)
    g_error ("%s: failed to allocate %" G_GSIZE_FORMAT " bytes", G_STRLOC, n);
  self->room = room;
}
