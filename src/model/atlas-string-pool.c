// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-string-pool.h"

#include <string.h>

/* FNV-1a, eight bytes a step where there are eight: short names are the common case. */
static guint64
hash_text (const char *text, gsize length)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325) ^ length;

  for (; length >= 8; text += 8, length -= 8) {
    guint64 word;

    memcpy (&word, text, 8);
    hash = (hash ^ word) * G_GUINT64_CONSTANT (0x100000001b3);
    hash ^= hash >> 32;
  }
  for (; length > 0; text++, length--)
    hash = (hash ^ (guint8) *text) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash ^ hash >> 29;
}

static guint32
offset_of (const AtlasStringPool *self, gsize number)
{
  return g_array_index (self->offsets, guint32, number);
}

static gboolean
equals (const AtlasStringPool *self, guint32 number, const char *text, gsize length)
{
  return offset_of (self, number + 1) - offset_of (self, number) == length + 1 &&
         memcmp (self->strings->data + offset_of (self, number), text, length) == 0;
}

/* The slot that holds the text, or the free one where it belongs. */
static gsize
find_slot (const AtlasStringPool *self, const char *text, gsize length)
{
  gsize slot = hash_text (text, length) & (self->n_slots - 1);

  while (self->slots[slot] && !equals (self, self->slots[slot] - 1, text, length))
    slot = (slot + 1) & (self->n_slots - 1);
  return slot;
}

static void
grow (AtlasStringPool *self)
{
  gsize n = atlas_string_pool_get_n_strings (self);

  g_free (self->slots);
  self->n_slots *= 2;
  self->slots = g_new0 (guint32, self->n_slots);
  for (gsize i = 0; i < n; i++) {
    const char *text = (const char *) self->strings->data + offset_of (self, i);

    self->slots[find_slot (self, text, offset_of (self, i + 1) - offset_of (self, i) - 1)] = (guint32) i + 1;
  }
}

void
atlas_string_pool_init (AtlasStringPool *self)
{
  guint32 start = 0;

  self->strings = g_byte_array_new ();
  self->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (self->offsets, start);
  self->n_slots = 64;
  self->slots = g_new0 (guint32, self->n_slots);
}

void
atlas_string_pool_clear (AtlasStringPool *self)
{
  g_clear_pointer (&self->strings, g_byte_array_unref);
  g_clear_pointer (&self->offsets, g_array_unref);
  g_clear_pointer (&self->slots, g_free);
}

/**
 * atlas_string_pool_intern:
 * @text: (array length=length): UTF-8 without NUL, not necessarily closed by one
 *
 * Returns: the number of the text, a new one if it was not there
 */
guint32
atlas_string_pool_intern (AtlasStringPool *self, const char *text, gsize length)
{
  gsize slot = find_slot (self, text, length);
  guint32 end;

  if (self->slots[slot])
    return self->slots[slot] - 1;
  g_byte_array_append (self->strings, (const guint8 *) text, length);
  g_byte_array_append (self->strings, (const guint8 *) "", 1);
  end = self->strings->len;
  g_array_append_val (self->offsets, end);
  self->slots[slot] = (guint32) atlas_string_pool_get_n_strings (self);
  if (atlas_string_pool_get_n_strings (self) * 2 > self->n_slots)
    grow (self);
  return (guint32) atlas_string_pool_get_n_strings (self) - 1;
}

gsize
atlas_string_pool_get_n_strings (const AtlasStringPool *self)
{
  return self->offsets->len - 1;
}
