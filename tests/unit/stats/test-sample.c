// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-classifier.h"
#include "atlas-sample.h"

static AtlasSample
sample_of (const double *numbers, gsize n)
{
  g_autoptr (AtlasValues) values = atlas_values_new_from_reals (numbers, n, NULL);

  return atlas_sample_new (values);
}

/* R: summary (c (2, 4, 4, 4, 5, 5, 7, 9)) and sd (). */
static void
test_known (void)
{
  const double numbers[] = { 9, 2, NAN, 5, 4, 4, 7, 4, 5 };
  g_auto (AtlasSample) sample = sample_of (numbers, G_N_ELEMENTS (numbers));

  g_assert_cmpuint (sample.n, ==, 8);
  g_assert_cmpfloat (atlas_sample_min (&sample), ==, 2);
  g_assert_cmpfloat (atlas_sample_quantile (&sample, 1, 4), ==, 4);
  g_assert_cmpfloat (atlas_sample_quantile (&sample, 1, 2), ==, 4.5);
  g_assert_cmpfloat (atlas_sample_mean (&sample), ==, 5);
  g_assert_cmpfloat (atlas_sample_quantile (&sample, 3, 4), ==, 5.5);
  g_assert_cmpfloat (atlas_sample_max (&sample), ==, 9);
  g_assert_cmpfloat_with_epsilon (atlas_sample_deviation (&sample), 2.138089935299395, 1e-15);
}

static void
test_little (void)
{
  const double numbers[] = { -3, NAN };
  g_auto (AtlasSample) single = sample_of (numbers, 2);
  g_auto (AtlasSample) none = sample_of (numbers + 1, 1);

  g_assert_cmpuint (single.n, ==, 1);
  g_assert_cmpfloat (atlas_sample_quantile (&single, 1, 2), ==, -3);
  g_assert_cmpfloat (atlas_sample_deviation (&single), ==, 0);
  g_assert_cmpuint (none.n, ==, 0);
}

/* The sum of the largest numbers is none of them, but their mean is. */
static void
test_large (void)
{
  const double numbers[] = { 1.7e308, 1.7e308, 1.7e308 };
  const double shifted[] = { 1e9 + 1, 1e9 + 2, 1e9 + 3 };
  g_auto (AtlasSample) large = sample_of (numbers, 3);
  g_auto (AtlasSample) far = sample_of (shifted, 3);

  g_assert_cmpfloat (atlas_sample_mean (&large), ==, 1.7e308);
  g_assert_cmpfloat_with_epsilon (atlas_sample_deviation (&far), 1, 1e-12);
}

/* The i-th of k shares, where it falls on a value, is that value to the last bit. */
static void
test_quantiles_on_values (void)
{
  double numbers[61];
  g_auto (AtlasSample) sample = { NULL, 0 };

  for (guint i = 0; i < 61; i++)
    numbers[i] = i * 0.1;
  sample = sample_of (numbers, 61);
  for (guint k = 1; k <= 60; k++)
    for (guint i = 0; i <= k; i++)
      if (60 * i % k == 0)
        g_assert_cmpfloat (atlas_sample_quantile (&sample, i, k), ==, numbers[60 * i / k]);
}

static void
test_count_up_to (void)
{
  const double numbers[] = { 1, 2, 2, 2, 5 };
  g_auto (AtlasSample) sample = sample_of (numbers, 5);

  g_assert_cmpuint (atlas_sample_count_up_to (&sample, 0.5), ==, 0);
  g_assert_cmpuint (atlas_sample_count_up_to (&sample, 2), ==, 4);
  g_assert_cmpuint (atlas_sample_count_up_to (&sample, 4.9), ==, 4);
  g_assert_cmpuint (atlas_sample_count_up_to (&sample, INFINITY), ==, 5);
}

/* The ends alone are those of the whole sample. */
static void
test_ends (void)
{
  static const double numbers[] = { 3, NAN, -7, 0, 12, -7, NAN };

  for (gsize n = 0; n <= G_N_ELEMENTS (numbers); n++) {
    g_autoptr (AtlasValues) values = atlas_values_new_from_reals (numbers, n, NULL);
    g_auto (AtlasSample) whole = atlas_sample_new (values);
    g_auto (AtlasSample) ends = atlas_sample_new_ends (values);

    g_assert_cmpuint (ends.n, ==, whole.n > 0 ? 2 : 0);
    if (whole.n == 0)
      continue;
    g_assert_cmpfloat (atlas_sample_min (&ends), ==, atlas_sample_min (&whole));
    g_assert_cmpfloat (atlas_sample_max (&ends), ==, atlas_sample_max (&whole));
  }
}

/* A method that asks the ends alone finds the same bounds in the whole sample. */
static void
test_methods_that_ask_ends (void)
{
  double numbers[500];
  g_autoptr (AtlasValues) values = NULL;
  g_auto (AtlasSample) whole = { NULL, 0 };
  guint n_classifiers;
  const AtlasClassifier *const *classifiers = atlas_classifier_list (&n_classifiers);
  const double own[] = { -500, 20, 90 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    numbers[i] = g_test_rand_double_range (-1000, 5000);
  values = atlas_values_new_from_reals (numbers, G_N_ELEMENTS (numbers), NULL);
  whole = atlas_sample_new (values);
  for (guint i = 0; i < n_classifiers; i++) {
    AtlasClassifyOptions options = { .n_classes = 6, .bounds = own, .n_bounds = G_N_ELEMENTS (own) };
    double bounds[ATLAS_MAX_CLASSES];
    guint n = classifiers[i]->bounds (&whole, &options, bounds);
    g_autoptr (AtlasBreaks) expected = atlas_breaks_new (classifiers[i]->name, values, bounds, n);
    g_autoptr (AtlasBreaks) breaks = atlas_classify (classifiers[i], values, &options, NULL);

    g_test_message ("%s", classifiers[i]->name);
    g_assert_cmpmem (breaks->bounds, breaks->n_classes * sizeof (double), expected->bounds,
                     expected->n_classes * sizeof (double));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/known", test_known);
  g_test_add_func ("/sample/little", test_little);
  g_test_add_func ("/sample/large", test_large);
  g_test_add_func ("/sample/quantiles-on-values", test_quantiles_on_values);
  g_test_add_func ("/sample/count-up-to", test_count_up_to);
  g_test_add_func ("/sample/ends", test_ends);
  g_test_add_func ("/sample/methods-that-ask-ends", test_methods_that_ask_ends);
  return g_test_run ();
}
