// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-buffer.h"

#include "atlas-large-pages.h"

#include <string.h>

#define LEAST_ROOM 64

void
atlas_buffer_clear (AtlasBuffer *self)
{
  g_free (self->data);
  *self = (AtlasBuffer){ NULL };
}

/**
 * atlas_buffer_steal:
 * @size: (out): bytes in use
 *
 * Returns: (transfer full): the memory, never %NULL; the buffer is empty after this
 */
gpointer
atlas_buffer_steal (AtlasBuffer *self, gsize *size)
{
  gpointer data = self->data ? self->data : g_malloc0 (LEAST_ROOM);

  *size = self->size;
  *self = (AtlasBuffer){ NULL };
  return data;
}

/* Moved by hand: realloc() would write the new place before large pages could be asked for. */
static guint8 *
move_to_large_pages (AtlasBuffer *self, gsize room)
{
  guint8 *data = g_malloc (room);

  atlas_large_pages_prefer (data, room);
  if (self->size > 0)
    memcpy (data, self->data, self->size);
  g_free (self->data);
  return data;
}

/* Doubling, so that all the moves together cost no more than what is collected. */
void
_atlas_buffer_make_room (AtlasBuffer *self, gsize n)
{
  gsize room = MAX (self->room, LEAST_ROOM);

  if (n > G_MAXSIZE / 4 - self->size)
    g_error ("%s: failed to allocate %" G_GSIZE_FORMAT " bytes", G_STRLOC, n);
  while (room < self->size + n)
    room *= 2;
  self->data = room < ATLAS_LARGE_PAGES_WORTH ? g_realloc (self->data, room) : move_to_large_pages (self, room);
  self->room = room;
}
