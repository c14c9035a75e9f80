// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-aggregate.h"

#include "atlas-error.h"
#include "drawn-table.h"

#define TINY 1e-9

static const DrawnFeature two_squares[] = {
  { "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", NAN },
  { "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))", NAN },
};

static AtlasAggregate *
aggregate (const DrawnFeature *features,
           gsize n_features,
           const DrawnFeature *districts,
           gsize n_districts,
           const char *what)
{
  g_autoptr (AtlasTable) a = draw_table ("features", features, n_features);
  g_autoptr (AtlasTable) b = draw_table ("districts", districts, n_districts);
  g_autofree char *field = NULL;
  AtlasAggregateStat stat;
  g_autoptr (GError) error = NULL;
  AtlasAggregate *result;

  g_assert_true (atlas_aggregate_parse (what, &stat, &field, &error));
  g_assert_no_error (error);
  result = atlas_aggregate_new (a, b, stat, field, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (result);
  return result;
}

static void
assert_value (double value, double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (value));
  else
    g_assert_cmpfloat_with_epsilon (value, expected, TINY);
}

/* Sums of rows and outside against the input, which is summed on its own. */
static void
assert_conserved (const AtlasAggregate *result)
{
  AtlasAggregateRow sum = result->outside;

  sum.value = isnan (sum.value) ? 0 : sum.value;
  for (gsize i = 0; i < result->n_rows; i++) {
    sum.n += result->rows[i].n;
    sum.missing += result->rows[i].missing;
    sum.value += isnan (result->rows[i].value) ? 0 : result->rows[i].value;
  }
  g_assert_cmpfloat_with_epsilon (sum.n, result->input.n, TINY * (1 + result->input.n));
  g_assert_cmpfloat_with_epsilon (sum.missing, result->input.missing, TINY * (1 + result->input.n));
  if (!isnan (result->input.value))
    g_assert_cmpfloat_with_epsilon (sum.value, result->input.value, TINY * (1 + fabs (result->input.value)));
}

typedef struct {
  const char *what;
  double first;
  double second;
  double outside;
  double input;
} Expected;

static void
check (const DrawnFeature *features, gsize n, const Expected *expected, gsize n_expected)
{
  for (gsize i = 0; i < n_expected; i++) {
    g_autoptr (AtlasAggregate) result = aggregate (features, n, two_squares, G_N_ELEMENTS (two_squares),
                                                   expected[i].what);

    g_test_message ("%s", expected[i].what);
    assert_value (result->rows[0].value, expected[i].first);
    assert_value (result->rows[1].value, expected[i].second);
    assert_value (result->outside.value, expected[i].outside);
    assert_value (result->input.value, expected[i].input);
  }
}

/* Inside; on the common border, which is the first square's; at a corner; outside; nowhere. */
static void
test_points (void)
{
  static const DrawnFeature features[] = {
    { "POINT (1 1)", 5 },    { "POINT (10 5)", 7 },  { "POINT (10 10)", NAN },
    { "POINT (15 5)", NAN }, { "POINT (25 5)", 11 }, { "", 13 },
  };
  static const Expected expected[] = {
    { "count", 3, 1, 2, 6 },    { "sum:v", 12, NAN, 24, 36 }, { "mean:v", 6, NAN, 12, 9 },
    { "min:v", 5, NAN, 11, 5 }, { "max:v", 7, NAN, 13, 13 },
  };
  g_autoptr (AtlasAggregate) sums = NULL;

  check (features, G_N_ELEMENTS (features), expected, G_N_ELEMENTS (expected));
  sums = aggregate (features, G_N_ELEMENTS (features), two_squares, 2, "sum:v");
  g_assert_cmpfloat (sums->rows[0].missing, ==, 1);
  g_assert_cmpfloat (sums->rows[1].missing, ==, 1);
  g_assert_cmpfloat (sums->outside.missing, ==, 0);
  g_assert_cmpfloat (sums->input.missing, ==, 2);
}

/* A feature of four points is four quarters. */
static void
test_multipoint (void)
{
  static const DrawnFeature features[] = { { "MULTIPOINT ((1 1), (2 2), (15 5), (99 99))", 8 } };
  static const Expected expected[] = { { "count", 0.5, 0.25, 0.25, 1 },
                                       { "sum:v", 4, 2, 2, 8 },
                                       { "mean:v", 8, 8, 8, 8 } };

  check (features, 1, expected, G_N_ELEMENTS (expected));
}

/* One line from end to end and beyond; one along the common border; one without length. */
static void
test_lines (void)
{
  static const DrawnFeature features[] = {
    { "LINESTRING (5 5, 25 5)", 40 },
    { "LINESTRING (10 0, 10 10)", 3 },
    { "LINESTRING (15 5, 15 5)", 1 },
  };
  static const Expected expected[] = {
    { "count", 1.25, 1.5, 0.25, 3 }, { "length", 15, 10, 5, 30 }, { "sum:v", 13, 21, 10, 44 },
    { "max:v", 40, 40, 40, 40 },     { "min:v", 3, 1, 40, 1 },
  };

  check (features, G_N_ELEMENTS (features), expected, G_N_ELEMENTS (expected));
}

/* With a hole; of several parts; crossing itself like a bow tie, whose two halves are 12.5 each. */
static void
test_areas (void)
{
  static const DrawnFeature features[] = {
    { "POLYGON ((5 0, 15 0, 15 10, 5 10, 5 0), (8 4, 8 6, 12 6, 12 4, 8 4))", 92 },
    { "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((30 0, 33 0, 33 1, 30 1, 30 0)))", 4 },
    { "POLYGON ((11 1, 16 6, 11 6, 16 1, 11 1))", 25 },
  };
  static const Expected expected[] = {
    { "count", 0.75, 1.5, 0.75, 3 },
    { "area", 47, 58.5, 3, 108.5 },
    { "sum:v", 47, 71, 3, 121 },
  };

  check (features, G_N_ELEMENTS (features), expected, G_N_ELEMENTS (expected));
}

/* A feature of several kinds counts as its highest; only that kind has a length or an area. */
static void
test_mixed (void)
{
  static const DrawnFeature features[] = {
    { "GEOMETRYCOLLECTION (POINT (1 1), POLYGON ((12 0, 14 0, 14 2, 12 2, 12 0)))", 1 },
    { "LINESTRING (1 1, 1 3)", 1 },
    { "POINT (2 2)", 1 },
  };
  g_autoptr (AtlasAggregate) areas = aggregate (features, 3, two_squares, 2, "area");
  g_autoptr (AtlasAggregate) lengths = aggregate (features, 3, two_squares, 2, "length");

  assert_value (areas->rows[0].value, NAN);
  assert_value (areas->rows[1].value, 4);
  g_assert_cmpfloat (areas->rows[0].missing, ==, 2);
  assert_value (lengths->rows[0].value, 2);
  assert_value (lengths->rows[1].value, NAN);
  assert_conserved (areas);
  assert_conserved (lengths);
}

/* Two institutions in one building: whatever lies there belongs to the first. */
static void
test_coinciding_districts (void)
{
  static const DrawnFeature twins[] = {
    { "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", NAN },
    { "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", NAN },
    { "POLYGON ((5 0, 20 0, 20 10, 5 10, 5 0))", NAN },
  };
  static const DrawnFeature features[] = { { "POINT (7 7)", 1 },
                                           { "LINESTRING (0 5, 20 5)", 1 },
                                           { "POLYGON ((4 4, 16 4, 16 6, 4 6, 4 4))", 1 } };
  g_autoptr (AtlasAggregate) counts = aggregate (features, 3, twins, 3, "count");

  assert_value (counts->rows[0].value, 2);
  assert_value (counts->rows[1].value, 0);
  assert_value (counts->rows[2].value, 1);
  assert_value (counts->outside.value, 0);
  assert_conserved (counts);
}

static char *
random_shape (int kind)
{
  double x = g_test_rand_double_range (-5, 25), y = g_test_rand_double_range (-5, 15);
  double w = g_test_rand_double_range (0.1, 12), h = g_test_rand_double_range (0.1, 12);

  switch (kind) {
  case 0:
    return g_strdup_printf ("POINT (%.3f %.3f)", x, y);
  case 1:
    return g_strdup_printf ("LINESTRING (%.3f %.3f, %.3f %.3f, %.3f %.3f)", x, y, x + w, y + h, x + w, y - h);
  case 2:
    return g_strdup_printf ("POLYGON ((%.3f %.3f, %.3f %.3f, %.3f %.3f, %.3f %.3f))", x, y, x + w, y, x + w, y + h, x,
                            y);
  default: /* crosses itself */
    return g_strdup_printf ("POLYGON ((%.3f %.3f, %.3f %.3f, %.3f %.3f, %.3f %.3f, %.3f %.3f))", x, y, x + w, y + h,
                            x + w, y, x, y + h, x, y);
  }
}

static void
fill_random (DrawnFeature *features, gsize n, int least_kind, int kinds_end)
{
  for (gsize i = 0; i < n; i++) {
    features[i].wkt = random_shape (g_test_rand_int_range (least_kind, kinds_end));
    features[i].value = g_test_rand_int_range (0, 5) ? g_test_rand_double_range (-100, 100) : NAN;
  }
}

static void
clear_random (DrawnFeature *features, gsize n)
{
  for (gsize i = 0; i < n; i++)
    g_free ((char *) features[i].wkt);
}

static void
assert_sums_of_parts (const AtlasAggregate *counts, const DrawnFeature *features, gsize n)
{
  g_assert_cmpfloat (counts->input.n, ==, (double) n);
  for (gsize i = 0; i < counts->n_rows; i++)
    g_assert_cmpfloat (counts->rows[i].n, >=, 0);
  g_assert_cmpfloat (counts->outside.n, >=, 0);
}

/* What a second district could have claimed, too, is told; what only reaches into it is not. */
static void
test_shared (void)
{
  static const struct {
    const char *feature;
    gsize n_apart;       /* where the districts have a border in common */
    gsize n_overlapping; /* where they overlap from 8 to 10 */
  } cases[] = {
    { "POINT (1 1)", 0, 0 },
    { "POINT (9 5)", 0, 1 },
    { "POINT (10 5)", 1, 1 },
    { "MULTIPOINT ((10 5), (10 6))", 1, 1 },
    { "LINESTRING (0 5, 25 5)", 0, 1 },
    { "LINESTRING (10 0, 10 10)", 1, 1 },
    { "LINESTRING (1 1, 10 5)", 0, 1 },
    { "LINESTRING (10 5, 10 5)", 1, 1 },
    { "POLYGON ((1 1, 7 1, 7 7, 1 1))", 0, 0 },
    { "POLYGON ((5 1, 15 1, 15 7, 5 1))", 0, 1 },
    { "POLYGON ((5 1, 10 1, 10 7, 5 1))", 0, 1 },
  };
  static const DrawnFeature overlapping[] = { { "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", 0 },
                                              { "POLYGON ((8 0, 20 0, 20 10, 8 10, 8 0))", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const DrawnFeature feature = { cases[i].feature, 1 };
    g_autoptr (AtlasAggregate) apart = aggregate (&feature, 1, two_squares, 2, "count");
    g_autoptr (AtlasAggregate) overlap = aggregate (&feature, 1, overlapping, 2, "count");

    g_test_message ("%s", cases[i].feature);
    g_assert_cmpuint (apart->n_shared, ==, cases[i].n_apart);
    g_assert_cmpuint (overlap->n_shared, ==, cases[i].n_overlapping);
    assert_conserved (overlap);
  }
}

/* Whatever the shapes, and however the districts overlap, nothing is lost and nothing counted twice. */
static void
test_conservation (void)
{
  static const char *const statistics[] = { "count", "sum:v", "area", "length" };
  DrawnFeature features[40], districts[9];

  for (int round = 0; round < 30; round++) {
    fill_random (features, G_N_ELEMENTS (features), 0, 4);
    fill_random (districts, G_N_ELEMENTS (districts), 2, 4);
    for (guint i = 0; i < G_N_ELEMENTS (statistics); i++) {
      g_autoptr (AtlasAggregate) result = aggregate (features, G_N_ELEMENTS (features), districts,
                                                     G_N_ELEMENTS (districts), statistics[i]);

      assert_conserved (result);
      assert_sums_of_parts (result, features, G_N_ELEMENTS (features));
    }
    clear_random (features, G_N_ELEMENTS (features));
    clear_random (districts, G_N_ELEMENTS (districts));
  }
}

/* The order of the features changes nothing; min and mean and max stand in order. */
static void
test_order (void)
{
  DrawnFeature features[30], reversed[30];

  fill_random (features, G_N_ELEMENTS (features), 0, 4);
  for (gsize i = 0; i < G_N_ELEMENTS (features); i++)
    reversed[i] = features[G_N_ELEMENTS (features) - 1 - i];
  for (gsize i = 0; i < 2; i++) {
    g_autoptr (AtlasAggregate) forth = aggregate (features, G_N_ELEMENTS (features), two_squares, 2, "sum:v");
    g_autoptr (AtlasAggregate) back = aggregate (reversed, G_N_ELEMENTS (features), two_squares, 2, "sum:v");
    g_autoptr (AtlasAggregate) least = aggregate (features, G_N_ELEMENTS (features), two_squares, 2, "min:v");
    g_autoptr (AtlasAggregate) mean = aggregate (features, G_N_ELEMENTS (features), two_squares, 2, "mean:v");
    g_autoptr (AtlasAggregate) most = aggregate (features, G_N_ELEMENTS (features), two_squares, 2, "max:v");

    g_assert_cmpfloat_with_epsilon (forth->rows[i].value, back->rows[i].value, TINY * 1000);
    g_assert_cmpfloat (least->rows[i].value, <=, mean->rows[i].value);
    g_assert_cmpfloat (mean->rows[i].value, <=, most->rows[i].value);
  }
  clear_random (features, G_N_ELEMENTS (features));
}

static void
test_parse (void)
{
  static const char *const wrong[] = { "", "sum", "sum:", "median:v", "count:v", "length:", "Sum:v", ":v" };
  g_autofree char *field = NULL;
  AtlasAggregateStat stat;

  g_assert_true (atlas_aggregate_parse ("sum:a:b", &stat, &field, NULL));
  g_assert_cmpint (stat, ==, ATLAS_AGGREGATE_SUM);
  g_assert_cmpstr (field, ==, "a:b");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *none = NULL;

    g_assert_false (atlas_aggregate_parse (wrong[i], &stat, &none, &error));
    g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_UNSUPPORTED);
  }
}

static void
assert_refused (AtlasTable *features, AtlasTable *districts, AtlasAggregateStat stat, const char *field, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_aggregate_new (features, districts, stat, field, NULL, &error));
  g_assert_error (error, ATLAS_ERROR, code);
}

static void
test_refusals (void)
{
  static const DrawnFeature point[] = { { "POINT (1 1)", 1 } };
  g_autoptr (AtlasTable) points = draw_table ("points", point, 1);
  g_autoptr (AtlasTable) squares = draw_table ("squares", two_squares, 2);
  g_autoptr (AtlasCrs) other = atlas_crs_new (ATLAS_CRS_PROJECTED, "EPSG", 2180, "CS92", NULL, 1);
  g_autoptr (AtlasCrs) degrees = atlas_crs_new (ATLAS_CRS_GEOGRAPHIC, "EPSG", 4326, "WGS 84", NULL, 0);
  g_autoptr (AtlasTable) elsewhere = atlas_table_with_crs (points, other);
  g_autoptr (AtlasTable) round_points = atlas_table_with_crs (points, degrees);
  g_autoptr (AtlasTable) round_squares = atlas_table_with_crs (squares, degrees);

  assert_refused (elsewhere, squares, ATLAS_AGGREGATE_COUNT, NULL, ATLAS_ERROR_BAD_DATA);
  assert_refused (round_points, round_squares, ATLAS_AGGREGATE_COUNT, NULL, ATLAS_ERROR_BAD_DATA);
  assert_refused (points, points, ATLAS_AGGREGATE_COUNT, NULL, ATLAS_ERROR_BAD_DATA);
  assert_refused (points, squares, ATLAS_AGGREGATE_LENGTH, NULL, ATLAS_ERROR_BAD_DATA);
  assert_refused (points, squares, ATLAS_AGGREGATE_AREA, NULL, ATLAS_ERROR_BAD_DATA);
  assert_refused (points, squares, ATLAS_AGGREGATE_SUM, "w", ATLAS_ERROR_NO_FIELD);
}

static void
test_cancelled (void)
{
  static const DrawnFeature point[] = { { "POINT (1 1)", 1 } };
  g_autoptr (AtlasTable) points = draw_table ("points", point, 1);
  g_autoptr (AtlasTable) squares = draw_table ("squares", two_squares, 2);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (atlas_aggregate_new (points, squares, ATLAS_AGGREGATE_COUNT, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/aggregate/points", test_points);
  g_test_add_func ("/aggregate/multipoint", test_multipoint);
  g_test_add_func ("/aggregate/lines", test_lines);
  g_test_add_func ("/aggregate/areas", test_areas);
  g_test_add_func ("/aggregate/mixed", test_mixed);
  g_test_add_func ("/aggregate/coinciding-districts", test_coinciding_districts);
  g_test_add_func ("/aggregate/shared", test_shared);
  g_test_add_func ("/aggregate/conservation", test_conservation);
  g_test_add_func ("/aggregate/order", test_order);
  g_test_add_func ("/aggregate/parse", test_parse);
  g_test_add_func ("/aggregate/refusals", test_refusals);
  g_test_add_func ("/aggregate/cancelled", test_cancelled);
  return g_test_run ();
}
