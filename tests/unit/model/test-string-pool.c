// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-string-pool.h"

#include <string.h>

static const char *
text_of (const AtlasStringPool *pool, guint32 number)
{
  return (const char *) pool->strings->data + g_array_index (pool->offsets, guint32, number);
}

static void
test_numbers (void)
{
  AtlasStringPool pool;

  atlas_string_pool_init (&pool);
  g_assert_cmpuint (atlas_string_pool_intern (&pool, "road", 4), ==, 0);
  g_assert_cmpuint (atlas_string_pool_intern (&pool, "roads", 5), ==, 1);
  g_assert_cmpuint (atlas_string_pool_intern (&pool, "", 0), ==, 2);
  g_assert_cmpuint (atlas_string_pool_intern (&pool, "roads", 4), ==, 0);
  g_assert_cmpuint (atlas_string_pool_intern (&pool, "", 0), ==, 2);
  g_assert_cmpuint (atlas_string_pool_get_n_strings (&pool), ==, 3);
  g_assert_cmpstr (text_of (&pool, 0), ==, "road");
  g_assert_cmpstr (text_of (&pool, 2), ==, "");
  atlas_string_pool_clear (&pool);
}

/* Through several sizes of its table, each text keeps its number; lengths on both sides of the eight bytes that are
 * hashed at once. */
static void
test_grows (void)
{
  AtlasStringPool pool;

  atlas_string_pool_init (&pool);
  for (int pass = 0; pass < 2; pass++) {
    for (guint32 i = 0; i < 5000; i++) {
      g_autofree char *text = g_strdup_printf ("%*u", (int) (i % 23), i);

      g_assert_cmpuint (atlas_string_pool_intern (&pool, text, strlen (text)), ==, i);
    }
  }
  g_assert_cmpuint (atlas_string_pool_get_n_strings (&pool), ==, 5000);
  atlas_string_pool_clear (&pool);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/string-pool/numbers", test_numbers);
  g_test_add_func ("/string-pool/grows", test_grows);
  return g_test_run ();
}
