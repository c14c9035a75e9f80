// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-classifier.h"

#include <string.h>

#define MOST_VALUES 24
#define MANY_VALUES 6000 /* enough for cuts to be ruled out by bounds */

/* What the classes leave of the squares: the sum over all classes, in full precision. */
static long double
squares_within (const double *values, guint n, const AtlasBreaks *breaks)
{
  long double sums[ATLAS_MAX_CLASSES] = { 0 };
  long double squares = 0;

  for (guint i = 0; i < n; i++)
    sums[atlas_breaks_find (breaks, values[i])] += values[i];
  for (guint i = 0; i < n; i++) {
    guint c = atlas_breaks_find (breaks, values[i]);
    long double deviation = values[i] - sums[c] / breaks->counts[c];

    squares += deviation * deviation;
  }
  return squares;
}

static long double
squares_between (const double *sorted, guint first, guint end)
{
  long double mean = 0;
  long double squares = 0;

  for (guint i = first; i < end; i++)
    mean += (long double) sorted[i] / (end - first);
  for (guint i = first; i < end; i++)
    squares += (sorted[i] - mean) * (sorted[i] - mean);
  return squares;
}

/* The least that @k classes of the first @end values can leave: every way is tried, nothing is clever. */
static long double
least_squares (const double *sorted, guint end, guint k)
{
  long double least = squares_between (sorted, 0, end);

  for (guint cut = k - 1; k > 1 && cut < end; cut++) {
    long double squares = least_squares (sorted, cut, k - 1) + squares_between (sorted, cut, end);

    least = MIN (least, squares);
  }
  return least;
}

static int
compare_reals (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static AtlasBreaks *
classify (const char *method, const double *values, gsize n, guint k)
{
  g_autoptr (AtlasValues) all = atlas_values_new_from_reals (values, n, NULL);
  AtlasClassifyOptions options = ATLAS_CLASSIFY_OPTIONS_INIT;

  options.n_classes = k;
  return atlas_classify (atlas_classifier_find (method, NULL), all, &options, NULL);
}

static void
assert_least (double *values, guint n, guint k)
{
  g_autoptr (AtlasBreaks) breaks = classify ("fisher", values, n, k);
  long double total;
  long double least;

  qsort (values, n, sizeof *values, compare_reals);
  total = squares_between (values, 0, n);
  least = least_squares (values, n, k);
  g_assert_cmpfloat ((double) squares_within (values, n, breaks), <=, (double) (least + total * 1e-12L));
}

/* With few different values there are many ties. */
static void
test_no_way_is_better (void)
{
  for (int round = 0; round < 400; round++) {
    double values[MOST_VALUES];
    guint n = (guint) g_test_rand_int_range (2, MOST_VALUES);
    int variety = g_test_rand_int_range (2, 40);

    for (guint i = 0; i < n; i++)
      values[i] = g_test_rand_int_range (-variety, variety) / 7.0;
    assert_least (values, n, (guint) g_test_rand_int_range (2, 5));
  }
}

/* Of the values below each, and of their squares. */
typedef struct {
  long double sums[MANY_VALUES + 1];
  long double squares[MANY_VALUES + 1];
} Sums;

static Sums *
sums_new (const double *sorted)
{
  Sums *self = g_new0 (Sums, 1);

  for (guint i = 0; i < MANY_VALUES; i++) {
    self->sums[i + 1] = self->sums[i] + sorted[i];
    self->squares[i + 1] = self->squares[i] + (long double) sorted[i] * sorted[i];
  }
  return self;
}

/* As least_squares (), each cut in turn against every cut before: still nothing is clever. */
static long double
least_squares_of_many (const double *sorted, guint k)
{
  g_autofree Sums *sums = sums_new (sorted);
  g_autofree long double *least = g_new (long double, MANY_VALUES + 1);

  least[0] = 0;
  for (guint i = 1; i <= MANY_VALUES; i++)
    least[i] = INFINITY;
  for (guint j = 1; j <= k; j++)
    for (guint i = MANY_VALUES; i >= 1; i--)
      for (guint t = 0; t < i; t++) {
        long double sum = sums->sums[i] - sums->sums[t];

        least[i] = MIN (least[i], least[t] + sums->squares[i] - sums->squares[t] - sum * sum / (i - t));
      }
  return least[MANY_VALUES];
}

static void
assert_least_of_many (double *values, guint k)
{
  g_autoptr (AtlasBreaks) breaks = classify ("fisher", values, MANY_VALUES, k);
  long double total;
  long double least;

  qsort (values, MANY_VALUES, sizeof *values, compare_reals);
  total = squares_between (values, 0, MANY_VALUES);
  least = least_squares_of_many (values, k);
  g_assert_cmpfloat ((double) squares_within (values, MANY_VALUES, breaks), <=, (double) (least + total * 1e-12L));
}

/* Evenly, with a long tail, and in groups with gaps between them. */
static void
test_no_way_is_better_for_many (void)
{
  g_autofree double *values = g_new (double, MANY_VALUES);

  for (guint i = 0; i < MANY_VALUES; i++)
    values[i] = g_test_rand_double ();
  assert_least_of_many (values, 4);
  for (guint i = 0; i < MANY_VALUES; i++)
    values[i] = 1 / (g_test_rand_double () + 1e-4);
  assert_least_of_many (values, 4);
  for (guint i = 0; i < MANY_VALUES; i++)
    values[i] = g_test_rand_int_range (0, 3) + g_test_rand_double () / 8;
  assert_least_of_many (values, 5);
}

/* Three tight groups, each of two: the groups' inner differences are a billionth of those between them. */
static void
test_tight_groups (void)
{
  double values[] = { 0, 1e-9, 0.5, 0.5 + 1e-9, 1 - 1e-9, 1 };
  g_autoptr (AtlasBreaks) breaks = classify ("fisher", values, G_N_ELEMENTS (values), 6);
  g_autoptr (AtlasBreaks) three = classify ("fisher", values, G_N_ELEMENTS (values), 3);

  g_assert_cmpuint (breaks->n_classes, ==, 6);
  g_assert_cmpuint (three->n_classes, ==, 3);
  g_assert_cmpfloat (three->bounds[0], ==, 1e-9);
  g_assert_cmpfloat (three->bounds[1], ==, 0.5 + 1e-9);
}

/* Two groups a ten thousandth apart, a million away from the third: sums of squares in plain doubles would be noise
 * there, and the cut anywhere. */
static void
test_far_from_zero (void)
{
  double values[60];
  g_autoptr (AtlasBreaks) breaks = NULL;

  for (guint i = 0; i < 60; i++)
    values[i] = i < 30 ? 0 : i < 45 ? 1e6 : 1e6 + 1e-4;
  breaks = classify ("fisher", values, 60, 3);
  g_assert_cmpuint (breaks->counts[0], ==, 30);
  g_assert_cmpuint (breaks->counts[1], ==, 15);
  g_assert_cmpuint (breaks->counts[2], ==, 15);
}

/* On more values than can be tried out, at least no other method leaves less. */
static void
test_no_method_is_better (void)
{
  static const char *const others[] = { "equal", "quantile", "maxbreaks", "geometric" };
  g_autofree double *values = g_new (double, 5000);

  for (guint i = 0; i < 5000; i++)
    values[i] = exp (g_test_rand_double_range (-3, 5));
  for (guint k = 2; k <= 9; k++) {
    g_autoptr (AtlasBreaks) fisher = classify ("fisher", values, 5000, k);

    for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
      g_autoptr (AtlasBreaks) other = classify (others[i], values, 5000, k);

      g_assert_cmpfloat (fisher->gvf, >=, other->gvf);
    }
  }
}

/* Every class more explains more. */
static void
test_more_classes_fit_better (void)
{
  double values[300];
  double last = 0;

  for (guint i = 0; i < 300; i++)
    values[i] = g_test_rand_double_range (0, 1);
  for (guint k = 2; k <= ATLAS_MAX_CLASSES; k++) {
    g_autoptr (AtlasBreaks) breaks = classify ("fisher", values, 300, k);

    g_assert_cmpuint (breaks->n_classes, ==, k);
    g_assert_cmpfloat (breaks->gvf, >=, last);
    last = breaks->gvf;
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/classify-fisher/no-way-is-better", test_no_way_is_better);
  g_test_add_func ("/classify-fisher/no-way-is-better-for-many", test_no_way_is_better_for_many);
  g_test_add_func ("/classify-fisher/tight-groups", test_tight_groups);
  g_test_add_func ("/classify-fisher/far-from-zero", test_far_from_zero);
  g_test_add_func ("/classify-fisher/no-method-is-better", test_no_method_is_better);
  g_test_add_func ("/classify-fisher/more-classes-fit-better", test_more_classes_fit_better);
  return g_test_run ();
}
