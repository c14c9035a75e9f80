// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasBuffer:
 * @data: (owned) (nullable): aligned for any number
 * @size: bytes in use
 * @room: bytes there are
 *
 * Memory that grows at its end, of hundreds of megabytes as well as of a few bytes: for what is collected cell by
 * cell, where a call for each would take longer than the cell. Begins as zeroes.
 */
typedef struct {
  guint8 *data;
  gsize size;
  gsize room;
} AtlasBuffer;

void atlas_buffer_clear (AtlasBuffer *self);
GBytes *atlas_buffer_end (AtlasBuffer *self);
void _atlas_buffer_make_room (AtlasBuffer *self, gsize n);

/* Adds @n bytes and returns where they are to be written, before the next call. */
static inline gpointer
atlas_buffer_extend (AtlasBuffer *self, gsize n)
{
  gsize at = self->size;

  if (G_UNLIKELY (n > self->room - at))
    _atlas_buffer_make_room (self, n);
  self->size += n;
  return self->data + at;
}

static inline void
atlas_buffer_add_uint8 (AtlasBuffer *self, guint8 value)
{
  *(guint8 *) atlas_buffer_extend (self, sizeof value) = value;
}

static inline void
atlas_buffer_add_uint32 (AtlasBuffer *self, guint32 value)
{
  *(guint32 *) atlas_buffer_extend (self, sizeof value) = value;
}

static inline void
atlas_buffer_add_int64 (AtlasBuffer *self, gint64 value)
{
  *(gint64 *) atlas_buffer_extend (self, sizeof value) = value;
}

static inline void
atlas_buffer_add_real (AtlasBuffer *self, double value)
{
  *(double *) atlas_buffer_extend (self, sizeof value) = value;
}

G_END_DECLS
