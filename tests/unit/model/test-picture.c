// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-picture.h"

static void
count_cb (gpointer data)
{
  (*(int *) data)++;
}

/* The memory is held as long as somebody holds the picture, and let go with the last one. */
static void
test_holds_its_pixels (void)
{
  static const guint32 pixels[] = { 0xff000000, 0xffffffff, 0x80402010, 0 };
  const AtlasExtent city = { 20.5, 50.8, 20.7, 50.9 };
  int n_freed = 0;
  GBytes *memory = g_bytes_new_with_free_func (pixels, sizeof pixels, count_cb, &n_freed);
  AtlasPicture *picture = atlas_picture_new (memory, 2, 2, 8, city);
  AtlasPicture *held = atlas_picture_ref (picture);

  g_bytes_unref (memory);
  atlas_picture_unref (picture);
  g_assert_cmpint (n_freed, ==, 0);
  g_assert_true (held == picture);
  g_assert_cmpint (held->width, ==, 2);
  g_assert_cmpint (held->height, ==, 2);
  g_assert_cmpint (held->stride, ==, 8);
  g_assert_cmpmem (held->pixels, 16, pixels, sizeof pixels);
  g_assert_cmpmem (&held->extent, sizeof city, &city, sizeof city);
  atlas_picture_unref (held);
  g_assert_cmpint (n_freed, ==, 1);
}

/* Rows may be longer than what they show. */
static void
test_stride (void)
{
  g_autoptr (GBytes) memory = g_bytes_new_take (g_malloc0 (3 * 64), 3 * 64);
  g_autoptr (AtlasPicture) picture = atlas_picture_new (memory, 5, 3, 64, ATLAS_EXTENT_EMPTY);

  g_assert_cmpint (picture->stride, ==, 64);
  g_assert_true (picture->pixels == g_bytes_get_data (memory, NULL));
}

/* Fewer bytes than the size promises would be read beyond their end. */
static void
test_too_few_bytes (void)
{
  if (g_test_subprocess ()) {
    g_autoptr (GBytes) memory = g_bytes_new_take (g_malloc0 (15), 15);

    atlas_picture_new (memory, 2, 2, 8, ATLAS_EXTENT_EMPTY);
    return;
  }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*g_bytes_get_size*");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/holds-its-pixels", test_holds_its_pixels);
  g_test_add_func ("/picture/stride", test_stride);
  g_test_add_func ("/picture/too-few-bytes", test_too_few_bytes);
  return g_test_run ();
}
