// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-buffer.h"

#include <string.h>

/* What was added stays as the buffer moves, whatever the sizes. */
static void
test_grows (void)
{
  g_autoptr (GByteArray) expected = g_byte_array_new ();
  AtlasBuffer buffer = { NULL };

  while (buffer.size < 3 << 20) {
    g_autofree guint8 *some = NULL;
    gsize n = (gsize) g_test_rand_int_range (0, g_test_rand_bit () ? 20 : 100000);

    some = g_malloc (n + 1);
    memset (some, g_test_rand_int_range (0, 256), n);
    if (n > 0)
      memcpy (atlas_buffer_extend (&buffer, n), some, n);
    g_byte_array_append (expected, some, (guint) n);
    g_assert_cmpuint (buffer.size, <=, buffer.room);
  }
  g_assert_cmpmem (buffer.data, buffer.size, expected->data, expected->len);
  atlas_buffer_clear (&buffer);
  g_assert_null (buffer.data);
  g_assert_cmpuint (buffer.size, ==, 0);
}

static void
test_numbers (void)
{
  AtlasBuffer bytes = { NULL };
  AtlasBuffer words = { NULL };
  AtlasBuffer longs = { NULL };
  AtlasBuffer reals = { NULL };

  for (guint i = 0; i < 1000; i++) {
    atlas_buffer_add_uint8 (&bytes, (guint8) i);
    atlas_buffer_add_uint32 (&words, i << 20);
    atlas_buffer_add_int64 (&longs, -((gint64) i << 40));
    atlas_buffer_add_real (&reals, i / 8.0);
  }
  for (guint i = 0; i < 1000; i++) {
    g_assert_cmpuint (bytes.data[i], ==, i % 256);
    g_assert_cmpuint (((guint32 *) words.data)[i], ==, i << 20);
    g_assert_cmpint (((gint64 *) longs.data)[i], ==, -((gint64) i << 40));
    g_assert_cmpfloat (((double *) reals.data)[i], ==, i / 8.0);
  }
  atlas_buffer_clear (&bytes);
  atlas_buffer_clear (&words);
  atlas_buffer_clear (&longs);
  atlas_buffer_clear (&reals);
}

static void
assert_ends (AtlasBuffer *buffer, gsize size)
{
  g_autoptr (GBytes) bytes = atlas_buffer_end (buffer);
  gsize n;

  g_assert_nonnull (g_bytes_get_data (bytes, &n));
  g_assert_cmpuint (n, ==, size);
  g_assert_null (buffer->data);
  g_assert_cmpuint (buffer->size, ==, 0);
  g_assert_cmpuint (buffer->room, ==, 0);
}

/* Also an empty buffer gives a place, as a table without features needs. */
static void
test_end (void)
{
  const gsize sizes[] = { 0, 1, 64, 65, (4 << 20) - 1, 4 << 20, (4 << 20) + 1, 30 << 20 };
  AtlasBuffer buffer = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    for (gsize n = 0; n < sizes[i]; n++)
      atlas_buffer_add_uint8 (&buffer, 1);
    assert_ends (&buffer, sizes[i]);
  }
}

/* A large buffer becomes a mapping and moves; its cells stay. */
static void
test_large (void)
{
  AtlasBuffer buffer = { NULL };
  const guint n = 5 << 20;

  for (guint i = 0; i < n; i++)
    atlas_buffer_add_uint32 (&buffer, i);
  for (guint i = 0; i < n; i++)
    if (((guint32 *) buffer.data)[i] != i)
      g_error ("cell %u is %u", i, ((guint32 *) buffer.data)[i]);
  atlas_buffer_clear (&buffer);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/buffer/grows", test_grows);
  g_test_add_func ("/buffer/numbers", test_numbers);
  g_test_add_func ("/buffer/end", test_end);
  g_test_add_func ("/buffer/large", test_large);
  return g_test_run ();
}
