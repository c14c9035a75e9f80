// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-histogram.h"

static AtlasHistogram *
make_histogram (const double *numbers, gsize n, guint n_bins)
{
  g_autoptr (AtlasValues) values = atlas_values_new_from_reals (numbers, n, NULL);

  return atlas_histogram_new (values, n_bins);
}

static void
assert_counts (AtlasHistogram *histogram, guint n, const gsize *counts)
{
  g_assert_cmpmem (histogram->counts, histogram->n_bins * sizeof (gsize), counts, n * sizeof (gsize));
}

/* Bins are closed on the right, the first on both sides. */
static void
test_reals (void)
{
  const double numbers[] = { 0, 0.1, 0.25, 0.26, NAN, 0.75, 1 };
  g_autoptr (AtlasHistogram) h = make_histogram (numbers, G_N_ELEMENTS (numbers), 4);

  assert_counts (h, 4, (gsize[]){ 3, 1, 1, 1 });
  g_assert_cmpfloat (h->low, ==, 0);
  g_assert_cmpfloat (h->high, ==, 1);
  g_assert_cmpuint (h->largest, ==, 3);
}

/* Every whole number has a bin, or every bin has as many of them. */
static void
test_whole (void)
{
  const double few[] = { 1, 3, 3, 4 };
  const double more[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 };
  g_autoptr (AtlasHistogram) each = make_histogram (few, 4, 20);
  g_autoptr (AtlasHistogram) threes = make_histogram (more, 10, 4);

  assert_counts (each, 4, (gsize[]){ 1, 0, 2, 1 });
  g_assert_cmpfloat (each->low, ==, 0.5);
  g_assert_cmpfloat (each->high, ==, 4.5);
  assert_counts (threes, 4, (gsize[]){ 3, 3, 3, 1 });
}

static void
test_constant (void)
{
  const double numbers[] = { 2.5, 2.5 };
  g_autoptr (AtlasHistogram) h = make_histogram (numbers, 2, 10);

  assert_counts (h, 1, (gsize[]){ 2 });
  g_assert_cmpfloat (h->low, ==, 2.5);
  g_assert_cmpfloat (h->high, ==, 2.5);
}

static void
test_nothing (void)
{
  const double numbers[] = { NAN };
  g_autoptr (AtlasHistogram) h = make_histogram (numbers, 1, 10);

  g_assert_cmpuint (h->n_bins, ==, 0);
  g_assert_cmpuint (h->largest, ==, 0);
}

static void
test_counts_all (void)
{
  for (int round = 0; round < 200; round++) {
    double numbers[100];
    gsize n = 0;
    double size = ldexp (1, g_test_rand_int_range (-1000, 1023));
    g_autoptr (AtlasHistogram) h = NULL;

    for (guint i = 0; i < 100; i++)
      numbers[i] = g_test_rand_double_range (-1, 1) * size;
    h = make_histogram (numbers, 100, (guint) g_test_rand_int_range (1, 60));
    for (guint i = 0; i < h->n_bins; i++)
      n += h->counts[i];
    g_assert_cmpuint (n, ==, 100);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/histogram/reals", test_reals);
  g_test_add_func ("/histogram/whole", test_whole);
  g_test_add_func ("/histogram/constant", test_constant);
  g_test_add_func ("/histogram/nothing", test_nothing);
  g_test_add_func ("/histogram/counts-all", test_counts_all);
  return g_test_run ();
}
