// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-summary.h"

#include "atlas-sample.h"

static AtlasSummary
summarise (const double *numbers, gsize n)
{
  g_autoptr (AtlasValues) values = atlas_values_new_from_reals (numbers, n, NULL);

  return atlas_summary_new (values);
}

/* R: summary (c (2, 4, 4, 4, 5, 5, 7, 9)) and sd (). */
static void
test_known (void)
{
  const double numbers[] = { 9, 2, NAN, 5, 4, 4, 7, 4, 5 };
  AtlasSummary s = summarise (numbers, G_N_ELEMENTS (numbers));

  g_assert_cmpuint (s.n, ==, 8);
  g_assert_cmpuint (s.n_missing, ==, 1);
  g_assert_cmpfloat (s.min, ==, 2);
  g_assert_cmpfloat (s.lower_quartile, ==, 4);
  g_assert_cmpfloat (s.median, ==, 4.5);
  g_assert_cmpfloat (s.mean, ==, 5);
  g_assert_cmpfloat (s.upper_quartile, ==, 5.5);
  g_assert_cmpfloat (s.max, ==, 9);
  g_assert_cmpfloat_with_epsilon (s.deviation, 2.138089935299395, 1e-15);
}

static void
test_little (void)
{
  const double one = -3;
  AtlasSummary single = summarise (&one, 1);
  AtlasSummary none = summarise (NULL, 0);

  g_assert_cmpfloat (single.median, ==, -3);
  g_assert_cmpfloat (single.deviation, ==, 0);
  g_assert_cmpuint (none.n, ==, 0);
  g_assert_true (isnan (none.mean) && isnan (none.max) && isnan (none.deviation));
}

/* The sum of the largest numbers is none of them, but their mean is. */
static void
test_large (void)
{
  const double numbers[] = { 1.7e308, 1.7e308, 1.7e308 };
  const double shifted[] = { 1e9 + 1, 1e9 + 2, 1e9 + 3 };

  g_assert_cmpfloat (summarise (numbers, 3).mean, ==, 1.7e308);
  g_assert_cmpfloat_with_epsilon (summarise (shifted, 3).deviation, 1, 1e-12);
}

/* The i-th of k shares, where it falls on a value, is that value to the last bit. */
static void
test_quantiles_on_values (void)
{
  double numbers[61];
  g_autoptr (AtlasValues) values = NULL;
  g_auto (AtlasSample) sample = { NULL, 0 };

  for (guint i = 0; i < 61; i++)
    numbers[i] = i * 0.1;
  values = atlas_values_new_from_reals (numbers, 61, NULL);
  sample = atlas_sample_new (values);
  for (guint k = 1; k <= 60; k++)
    for (guint i = 0; i <= k; i++)
      if (60 * i % k == 0)
        g_assert_cmpfloat (atlas_sample_quantile (&sample, i, k), ==, numbers[60 * i / k]);
}

static void
test_count_up_to (void)
{
  const double numbers[] = { 1, 2, 2, 2, 5 };
  g_autoptr (AtlasValues) values = atlas_values_new_from_reals (numbers, 5, NULL);
  g_auto (AtlasSample) sample = atlas_sample_new (values);

  g_assert_cmpuint (atlas_sample_count_up_to (&sample, 0.5), ==, 0);
  g_assert_cmpuint (atlas_sample_count_up_to (&sample, 2), ==, 4);
  g_assert_cmpuint (atlas_sample_count_up_to (&sample, 4.9), ==, 4);
  g_assert_cmpuint (atlas_sample_count_up_to (&sample, INFINITY), ==, 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary/known", test_known);
  g_test_add_func ("/summary/little", test_little);
  g_test_add_func ("/summary/large", test_large);
  g_test_add_func ("/sample/quantiles-on-values", test_quantiles_on_values);
  g_test_add_func ("/sample/count-up-to", test_count_up_to);
  return g_test_run ();
}
