// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-class-grid.h"

#include <math.h>

#define N 7

static const double people[N] = { 1, 2, 3, 10, 11, NAN, 12 };
static const double parks[N] = { 0, 5, 0, 5, 0, 5, NAN };

static AtlasBreaks *
cut (const AtlasValues *values, double bound, double last)
{
  const double bounds[] = { bound, last };

  return atlas_breaks_new ("user", values, bounds, 2);
}

static void
test_cells (void)
{
  g_autoptr (AtlasValues) first = atlas_values_new_from_reals (people, N, NULL);
  g_autoptr (AtlasValues) second = atlas_values_new_from_reals (parks, N, NULL);
  g_autoptr (AtlasBreaks) rows = cut (first, 5, 12);
  g_autoptr (AtlasBreaks) columns = cut (second, 1, 5);
  g_autoptr (AtlasClassGrid) grid = atlas_class_grid_new (rows, columns);
  g_autofree guint8 *cells = atlas_class_grid_assign (grid, first, second);
  static const guint8 expected[N] = { 0, 1, 0, 3, 2, ATLAS_CLASS_NONE, ATLAS_CLASS_NONE };
  static const gsize counts[] = { 2, 1, 1, 1 };

  g_assert_cmpuint (grid->n_cells, ==, 4);
  g_assert_cmpmem (cells, N, expected, N);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (grid->counts[i], ==, counts[i]);
}

/* What lacks either number is in no cell, all else in one; a row's cells add up to those of its class that have both.
 */
static void
test_counts_add_up (void)
{
  double a[200], b[200];
  g_autoptr (AtlasValues) first = NULL;
  g_autoptr (AtlasValues) second = NULL;
  g_autoptr (AtlasBreaks) rows = NULL;
  g_autoptr (AtlasBreaks) columns = NULL;
  g_autoptr (AtlasClassGrid) grid = NULL;
  g_autofree guint8 *cells = NULL;
  gsize n_both = 0, n_counted = 0;

  for (guint i = 0; i < 200; i++) {
    a[i] = g_test_rand_int_range (0, 9) ? g_test_rand_double () : NAN;
    b[i] = g_test_rand_int_range (0, 5) ? g_test_rand_double () : NAN;
    n_both += !isnan (a[i]) && !isnan (b[i]);
  }
  first = atlas_values_new_from_reals (a, 200, NULL);
  second = atlas_values_new_from_reals (b, 200, NULL);
  rows = cut (first, 0.3, 1);
  columns = cut (second, 0.6, 1);
  grid = atlas_class_grid_new (rows, columns);
  cells = atlas_class_grid_assign (grid, first, second);
  for (guint i = 0; i < grid->n_cells; i++)
    n_counted += grid->counts[i];
  g_assert_cmpuint (n_counted, ==, n_both);
  for (guint i = 0; i < 200; i++) {
    if (isnan (a[i]) || isnan (b[i]))
      g_assert_cmpuint (cells[i], ==, ATLAS_CLASS_NONE);
    else
      g_assert_cmpuint (cells[i], ==, 2 * (a[i] > 0.3) + (b[i] > 0.6));
  }
}

/* Where one number is missing everywhere there are no cells. */
static void
test_nothing (void)
{
  static const double none[N] = { NAN, NAN, NAN, NAN, NAN, NAN, NAN };
  g_autoptr (AtlasValues) first = atlas_values_new_from_reals (people, N, NULL);
  g_autoptr (AtlasValues) second = atlas_values_new_from_reals (none, N, NULL);
  g_autoptr (AtlasBreaks) rows = cut (first, 5, 12);
  g_autoptr (AtlasBreaks) columns = cut (second, 1, 5);
  g_autoptr (AtlasClassGrid) grid = atlas_class_grid_new (rows, columns);
  g_autofree guint8 *cells = atlas_class_grid_assign (grid, first, second);

  g_assert_cmpuint (grid->n_cells, ==, 0);
  for (guint i = 0; i < N; i++)
    g_assert_cmpuint (cells[i], ==, ATLAS_CLASS_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/class-grid/cells", test_cells);
  g_test_add_func ("/class-grid/counts-add-up", test_counts_add_up);
  g_test_add_func ("/class-grid/nothing", test_nothing);
  return g_test_run ();
}
