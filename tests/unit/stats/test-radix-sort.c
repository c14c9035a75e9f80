// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-radix-sort.h"

#include <math.h>
#include <stdlib.h>

/* About the size from which digits are used, and well above it. */
static const guint sizes[] = { 0, 1, 2, 511, 512, 513, 3000 };

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *) a;
  guint64 y = *(const guint64 *) b;

  return (x > y) - (x < y);
}

static int
compare_reals (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static guint64
random_key (guint bits)
{
  guint64 key = (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();

  return key >> (64 - bits);
}

/* Keys of all widths, so that each digit is skipped at least once. */
static void
test_keys (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++) {
    for (guint bits = 1; bits <= 64; bits += 7) {
      gsize n = sizes[s];
      g_autofree guint64 *keys = g_new (guint64, n + 1);
      g_autofree guint64 *expected = NULL;

      for (gsize i = 0; i < n; i++)
        keys[i] = random_key (bits);
      expected = g_memdup2 (keys, (n + 1) * sizeof *keys);
      qsort (expected, n, sizeof *expected, compare_keys);
      atlas_radix_sort_keys (keys, n);
      g_assert_cmpmem (keys, n * sizeof *keys, expected, n * sizeof *keys);
    }
  }
}

static double
random_real (void)
{
  static const double special[] = { 0, 5e-324, -5e-324, INFINITY, -INFINITY, 1.7e308, -1.7e308 };
  guint pick = (guint) g_test_rand_int_range (0, 20);

  if (pick < G_N_ELEMENTS (special))
    return special[pick];
  return ldexp (g_test_rand_double_range (-1, 1), g_test_rand_int_range (-60, 60));
}

static void
test_reals (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++) {
    gsize n = sizes[s];
    g_autofree double *values = g_new (double, n + 1);
    g_autofree double *expected = NULL;

    for (gsize i = 0; i < n; i++)
      values[i] = random_real ();
    expected = g_memdup2 (values, (n + 1) * sizeof *values);
    qsort (expected, n, sizeof *expected, compare_reals);
    atlas_radix_sort_reals (values, n);
    g_assert_cmpmem (values, n * sizeof *values, expected, n * sizeof *values);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/radix-sort/keys", test_keys);
  g_test_add_func ("/radix-sort/reals", test_reals);
  return g_test_run ();
}
