// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Shares of features, as placers find them, and what is told of each district. */

#include "atlas-share-tally.h"
#include "drawn-table.h"

static const DrawnFeature features[] = { { "POINT (0 0)", 10 }, { "POINT (0 0)", -4 }, { "POINT (0 0)", NAN } };

enum { FIRST, SECOND, OUTSIDE };

/* Of the first feature a quarter and the rest, the second whole, of the third, which has no value, halves. */
static const AtlasShare shares[] = {
  { 0, FIRST, 1, 0.25, 50 }, { 0, SECOND, 1, 0.75, 150 }, { 1, SECOND, 2, 1, 9 },
  { 2, FIRST, 0, 0.5, 0 },   { 2, OUTSIDE, 0, 0.5, 0 },
};

static AtlasAggregate *
tally (AtlasAggregateStat stat)
{
  g_autoptr (AtlasTable) table = draw_table ("features", features, G_N_ELEMENTS (features));
  g_autoptr (AtlasShareTally) self = atlas_share_tally_new (stat, atlas_table_find_column (table, "v"), 2);

  atlas_share_tally_add_input (self, 0, 1, 200);
  atlas_share_tally_add_input (self, 1, 2, 9);
  atlas_share_tally_add_input (self, 2, 0, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    atlas_share_tally_add (self, shares[i]);
  atlas_share_tally_add_shared (self);
  atlas_share_tally_add_shared (self);
  return atlas_share_tally_end (self);
}

static void
assert_row (AtlasAggregateRow row, double n, double missing, double value)
{
  g_assert_cmpfloat (row.n, ==, n);
  g_assert_cmpfloat (row.missing, ==, missing);
  if (isnan (value))
    g_assert_true (isnan (row.value));
  else
    g_assert_cmpfloat_with_epsilon (row.value, value, 1e-12);
}

/* Worked out by hand: sums weigh by the share, a mean by what has a value, least and most do not weigh at all. */
static void
test_by_hand (void)
{
  static const struct {
    AtlasAggregateStat stat;
    double first, first_missing, second, second_missing, outside, outside_missing, input, input_missing;
  } cases[] = {
    { ATLAS_AGGREGATE_COUNT, 0.75, 0, 1.75, 0, 0.5, 0, 3, 0 },
    { ATLAS_AGGREGATE_SUM, 2.5, 0.5, 3.5, 0, NAN, 0.5, 6, 1 },
    { ATLAS_AGGREGATE_MEAN, 10, 0.5, 2, 0, NAN, 0.5, 3, 1 },
    { ATLAS_AGGREGATE_MIN, 10, 0.5, -4, 0, NAN, 0.5, -4, 1 },
    { ATLAS_AGGREGATE_MAX, 10, 0.5, 10, 0, NAN, 0.5, 10, 1 },
    { ATLAS_AGGREGATE_LENGTH, 50, 0.5, 150, 1, NAN, 0.5, 200, 2 },
    { ATLAS_AGGREGATE_AREA, NAN, 0.75, 9, 0.75, NAN, 0.5, 9, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AtlasAggregate) result = tally (cases[i].stat);

    g_test_message ("statistic %d", cases[i].stat);
    g_assert_cmpuint (result->n_rows, ==, 2);
    g_assert_cmpuint (result->n_shared, ==, 2);
    assert_row (result->rows[FIRST], 0.75, cases[i].first_missing, cases[i].first);
    assert_row (result->rows[SECOND], 1.75, cases[i].second_missing, cases[i].second);
    assert_row (result->outside, 0.5, cases[i].outside_missing, cases[i].outside);
    assert_row (result->input, 3, cases[i].input_missing, cases[i].input);
  }
}

/* Where nothing lies, there is nothing to sum up, which is zero; but no mean, and nothing least or most. */
static void
test_nothing (void)
{
  for (AtlasAggregateStat stat = ATLAS_AGGREGATE_COUNT; stat <= ATLAS_AGGREGATE_AREA; stat++) {
    g_autoptr (AtlasShareTally) self = atlas_share_tally_new (stat, NULL, 1);
    g_autoptr (AtlasAggregate) result = atlas_share_tally_end (self);
    gboolean sums = stat != ATLAS_AGGREGATE_MEAN && stat != ATLAS_AGGREGATE_MIN && stat != ATLAS_AGGREGATE_MAX;

    assert_row (result->rows[0], 0, 0, sums ? 0 : NAN);
    assert_row (result->outside, 0, 0, sums ? 0 : NAN);
    assert_row (result->input, 0, 0, sums ? 0 : NAN);
    g_assert_cmpuint (result->n_shared, ==, 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/share-tally/by-hand", test_by_hand);
  g_test_add_func ("/share-tally/nothing", test_nothing);
  return g_test_run ();
}
