// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-deflater.h"

#include <string.h>
#include <zlib.h>

#define PIECE (512 * 1024) /* where the deflater cuts */

/* Runs of different lengths with noise between them, as a map has. */
static guint8 *
make_rows (gsize n)
{
  guint8 *bytes = g_malloc (n);
  gsize i = 0;

  while (i < n) {
    gsize length = (gsize) g_test_rand_int_range (1, 400);
    guint8 value = (guint8) g_test_rand_int ();

    for (; length > 0 && i < n; length--)
      bytes[i++] = value;
  }
  return bytes;
}

/* uncompress() is zlib's own reader: it refuses a wrong head, a wrong checksum, and what comes too soon to an end. */
static void
assert_unpacks (const GByteArray *packed, const guint8 *bytes, gsize n)
{
  uLongf n_unpacked = n + 1;
  g_autofree guint8 *unpacked = g_malloc (n + 1);

  g_assert_cmpint (uncompress (unpacked, &n_unpacked, packed->data, packed->len), ==, Z_OK);
  g_assert_cmpmem (unpacked, n_unpacked, bytes, n);
}

static void
test_one_block (void)
{
  const gsize sizes[] = { 1, 2, 1000, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 12345 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autofree guint8 *bytes = make_rows (sizes[i]);
    g_autoptr (GByteArray) packed = NULL;
    AtlasDeflater deflater;

    atlas_deflater_init (&deflater);
    packed = atlas_deflater_pack (&deflater, bytes, sizes[i], TRUE);
    assert_unpacks (packed, bytes, sizes[i]);
  }
}

/* A large picture comes in strips, of any height. */
static void
test_many_blocks (void)
{
  const gsize n = 2 * PIECE + 777;
  g_autofree guint8 *bytes = make_rows (n);
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  AtlasDeflater deflater;
  gsize start = 0;

  atlas_deflater_init (&deflater);
  while (start < n) {
    gsize some = (gsize) g_test_rand_int_range (1, PIECE + 1000);
    gsize length = MIN (some, n - start);
    g_autoptr (GByteArray) part = atlas_deflater_pack (&deflater, bytes + start, length, start + length == n);

    g_byte_array_append (packed, part->data, part->len);
    start += length;
  }
  assert_unpacks (packed, bytes, n);
}

static void
test_is_small (void)
{
  const gsize n = 4 * PIECE;
  g_autofree guint8 *bytes = g_malloc0 (n);
  g_autoptr (GByteArray) packed = NULL;
  AtlasDeflater deflater;

  atlas_deflater_init (&deflater);
  packed = atlas_deflater_pack (&deflater, bytes, n, TRUE);
  g_assert_cmpuint (packed->len, <, n / 100);
}

/* Noise does not get smaller, and the room for it must do. */
static void
test_noise (void)
{
  const gsize n = PIECE + 4321;
  g_autofree guint8 *bytes = g_malloc (n);
  g_autoptr (GByteArray) packed = NULL;
  AtlasDeflater deflater;

  for (gsize i = 0; i < n; i++)
    bytes[i] = (guint8) g_test_rand_int ();
  atlas_deflater_init (&deflater);
  packed = atlas_deflater_pack (&deflater, bytes, n, TRUE);
  assert_unpacks (packed, bytes, n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deflater/one-block", test_one_block);
  g_test_add_func ("/deflater/many-blocks", test_many_blocks);
  g_test_add_func ("/deflater/is-small", test_is_small);
  g_test_add_func ("/deflater/noise", test_noise);
  return g_test_run ();
}
