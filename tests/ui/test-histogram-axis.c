// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-histogram-axis.h"

#include <math.h>

#define N_BINS 60

static gsize
count_all (const AtlasHistogram *histogram)
{
  gsize n = 0;

  for (guint i = 0; i < histogram->n_bins; i++)
    n += histogram->counts[i];
  return n;
}

static AtlasHistogram *
fit (AtlasHistogramAxis *axis, const double *values, gsize n)
{
  g_autoptr (AtlasValues) numbers = atlas_values_new_from_reals (values, n, NULL);

  return atlas_histogram_axis_fit (axis, numbers, N_BINS);
}

static void
test_even (void)
{
  const double values[] = { 0.5, 2.25, 5, 7.5, 10.5, NAN };
  AtlasHistogramAxis axis;
  g_autoptr (AtlasHistogram) histogram = fit (&axis, values, G_N_ELEMENTS (values));

  g_assert_cmpfloat (axis.power, ==, 1);
  g_assert_cmpuint (count_all (histogram), ==, 5);
  g_assert_cmpfloat_with_epsilon (atlas_histogram_axis_to_place (&axis, 5.5), 0.5, 1e-12);
}

/* One district of a hundred per km² beside many of nearly none: what is nearly none takes more than a third. */
static void
test_crowded (void)
{
  double values[100];
  AtlasHistogramAxis axis;
  g_autoptr (AtlasHistogram) histogram = NULL;

  for (guint i = 0; i < 99; i++)
    values[i] = i / 25.0;
  values[99] = 138.5;
  histogram = fit (&axis, values, G_N_ELEMENTS (values));
  g_assert_cmpfloat (axis.power, <, 1);
  g_assert_cmpuint (count_all (histogram), ==, 100);
  g_assert_cmpfloat (atlas_histogram_axis_to_place (&axis, 4), >, 1 / 3.0);
}

static void
test_whole_numbers_with_a_bin_each (void)
{
  const double values[] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 };
  AtlasHistogramAxis axis;
  g_autoptr (AtlasHistogram) histogram = fit (&axis, values, G_N_ELEMENTS (values));

  g_assert_cmpfloat (axis.power, ==, 1);
  g_assert_cmpuint (histogram->n_bins, ==, 2);
}

static void
test_constant (void)
{
  const double values[] = { 7.5, 7.5 };
  AtlasHistogramAxis axis;
  g_autoptr (AtlasHistogram) histogram = fit (&axis, values, G_N_ELEMENTS (values));

  g_assert_cmpuint (count_all (histogram), ==, 2);
  g_assert_cmpfloat (atlas_histogram_axis_to_place (&axis, 7.5), ==, 0.5);
}

static void
test_nothing (void)
{
  const double values[] = { NAN, NAN };
  AtlasHistogramAxis axis;
  g_autoptr (AtlasHistogram) histogram = fit (&axis, values, G_N_ELEMENTS (values));

  g_assert_cmpuint (count_all (histogram), ==, 0);
}

/* A place and its value belong together, and larger values lie farther right, however the axis is bent. */
static void
test_there_and_back (void)
{
  for (guint i = 0; i < 1000; i++) {
    double low = g_test_rand_double_range (-1e6, 1e6);
    AtlasHistogramAxis axis = { low, low + g_test_rand_double_range (1e-3, 1e6), g_test_rand_double_range (0.2, 1) };
    double place = g_test_rand_double_range (0.05, 0.95);
    double value = atlas_histogram_axis_to_value (&axis, place);

    g_assert_cmpfloat_with_epsilon (atlas_histogram_axis_to_place (&axis, value), place, 1e-2);
    g_assert_cmpfloat (atlas_histogram_axis_to_value (&axis, place + 0.05), >, value);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/histogram-axis/even", test_even);
  g_test_add_func ("/histogram-axis/crowded", test_crowded);
  g_test_add_func ("/histogram-axis/whole-numbers-with-a-bin-each", test_whole_numbers_with_a_bin_each);
  g_test_add_func ("/histogram-axis/constant", test_constant);
  g_test_add_func ("/histogram-axis/nothing", test_nothing);
  g_test_add_func ("/histogram-axis/there-and-back", test_there_and_back);
  return g_test_run ();
}
