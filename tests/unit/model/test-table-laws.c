// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What holds for any table, whatever is in it. */

#include "random-table.h"

#include <string.h>

#define ROUNDS        300
#define MOST_FEATURES 20

static void
assert_same_rows (AtlasTable *a, AtlasTable *b)
{
  g_assert_cmpuint (atlas_table_get_n_features (a), ==, atlas_table_get_n_features (b));
  g_assert_true (atlas_extent_contains (atlas_table_get_extent (a), atlas_table_get_extent (b)));
  g_assert_true (atlas_extent_contains (atlas_table_get_extent (b), atlas_table_get_extent (a)));
  for (gsize row = 0; row < atlas_table_get_n_features (a); row++) {
    assert_same_cells (a, row, b, row);
    assert_same_geometry (a, row, b, row);
  }
}

static void
test_block_and_back (void)
{
  for (int round = 0; round < ROUNDS; round++) {
    g_autoptr (AtlasTable) table = random_table (MOST_FEATURES);
    g_autoptr (GBytes) block = atlas_table_to_block (table);
    g_autoptr (GError) error = NULL;
    g_autoptr (AtlasTable) back = atlas_table_new_from_block (block, &error);
    g_autoptr (GBytes) again = NULL;

    g_assert_no_error (error);
    assert_same_rows (table, back);
    again = atlas_table_to_block (back);
    g_assert_true (g_bytes_equal (block, again));
  }
}

/* The offsets part what they should: each begins where the one before ends, and the last ends with the array. */
static void
test_offsets (void)
{
  for (int round = 0; round < ROUNDS; round++) {
    g_autoptr (AtlasTable) table = random_table (MOST_FEATURES);
    const AtlasGeometry *g = atlas_table_get_geometry (table);

    g_assert_cmpuint (g->features[0], ==, 0);
    g_assert_cmpuint (g->features[g->n_features], ==, g->n_parts);
    g_assert_cmpuint (g->parts[g->n_parts], ==, g->n_rings);
    g_assert_cmpuint (g->rings[g->n_rings], ==, g->n_points);
    for (gsize i = 0; i < g->n_features; i++)
      g_assert_cmpuint (g->features[i], <=, g->features[i + 1]);
    for (gsize i = 0; i < g->n_parts; i++)
      g_assert_cmpuint (g->parts[i], <, g->parts[i + 1]);
    for (gsize i = 0; i < g->n_rings; i++)
      g_assert_cmpuint (g->rings[i], <, g->rings[i + 1]);
  }
}

/* A column's count of what is missing, its bits and its cells agree. */
static void
test_missing_adds_up (void)
{
  for (int round = 0; round < ROUNDS; round++) {
    g_autoptr (AtlasTable) table = random_table (MOST_FEATURES);

    for (guint c = 0; c < atlas_table_get_n_columns (table); c++) {
      const AtlasColumn *column = atlas_table_get_column (table, c);
      gsize n_missing = 0;

      for (gsize row = 0; row < column->n_rows; row++) {
        gboolean present = atlas_column_is_present (column, row);

        g_assert_cmpint (present, ==, atlas_column_get_missing (column, row) == ATLAS_PRESENT);
        g_assert_cmpint (present && column->type != ATLAS_COLUMN_TEXT, ==,
                         !isnan (atlas_column_get_real (column, row)));
        n_missing += !present;
      }
      g_assert_cmpuint (n_missing, ==, column->n_missing);
    }
  }
}

static guint32 *
random_rows (AtlasTable *table, gsize *n)
{
  gsize n_features = atlas_table_get_n_features (table);
  guint32 *rows;

  *n = n_features ? (gsize) g_test_rand_int_range (0, 2 * MOST_FEATURES) : 0;
  rows = g_new (guint32, *n + 1);
  for (gsize i = 0; i < *n; i++)
    rows[i] = (guint32) g_test_rand_int_range (0, (int) n_features);
  return rows;
}

static void
test_select (void)
{
  for (int round = 0; round < ROUNDS; round++) {
    g_autoptr (AtlasTable) table = random_table (MOST_FEATURES);
    gsize n;
    g_autofree guint32 *rows = random_rows (table, &n);
    g_autoptr (AtlasTable) selected = atlas_table_select (table, rows, n);

    g_assert_cmpuint (atlas_table_get_n_features (selected), ==, n);
    for (gsize i = 0; i < n; i++) {
      assert_same_cells (table, rows[i], selected, i);
      assert_same_geometry (table, rows[i], selected, i);
    }
  }
}

/* Choosing twice is choosing once among the chosen. */
static void
test_select_of_selected (void)
{
  for (int round = 0; round < ROUNDS / 3; round++) {
    g_autoptr (AtlasTable) table = random_table (MOST_FEATURES);
    gsize n, m;
    g_autofree guint32 *rows = random_rows (table, &n);
    g_autoptr (AtlasTable) once = atlas_table_select (table, rows, n);
    g_autofree guint32 *among = random_rows (once, &m);
    g_autoptr (AtlasTable) twice = atlas_table_select (once, among, m);
    g_autofree guint32 *both = g_new (guint32, m + 1);
    g_autoptr (AtlasTable) at_once = NULL;

    for (gsize i = 0; i < m; i++)
      both[i] = rows[among[i]];
    at_once = atlas_table_select (table, both, m);
    assert_same_rows (twice, at_once);
  }
}

static void
test_prune_nothing (void)
{
  for (int round = 0; round < ROUNDS / 3; round++) {
    g_autoptr (AtlasTable) table = random_table (MOST_FEATURES);
    gsize n_rings = atlas_table_get_geometry (table)->n_rings;
    g_autofree guint8 *kept = g_malloc0 (n_rings + 1);
    g_autoptr (AtlasTable) none = atlas_table_prune (table, kept, "All went.");
    g_autoptr (AtlasTable) all = NULL;

    memset (kept, 1, n_rings + 1);
    all = atlas_table_prune (table, kept, "All stayed.");
    assert_same_rows (table, all);
    g_assert_cmpuint (atlas_table_count_without_geometry (none), ==, atlas_table_get_n_features (table));
    g_assert_true (atlas_extent_is_empty (atlas_table_get_extent (none)));
  }
}

/* Points that stay are as many as those of rings that stay, and holes never outlive their outline. */
static void
test_prune_counts (void)
{
  for (int round = 0; round < ROUNDS; round++) {
    g_autoptr (AtlasTable) table = random_table (MOST_FEATURES);
    const AtlasGeometry *g = atlas_table_get_geometry (table);
    g_autofree guint8 *kept = g_malloc0 (g->n_rings + 1);
    g_autoptr (AtlasTable) pruned = NULL;
    gsize n_parts = 0, n_points = 0;

    for (gsize ring = 0; ring < g->n_rings; ring++)
      kept[ring] = (guint8) g_test_rand_bit ();
    for (gsize part = 0; part < g->n_parts; part++) {
      n_parts += kept[g->parts[part]];
      for (guint32 ring = g->parts[part]; ring < g->parts[part + 1]; ring++)
        n_points += kept[g->parts[part]] && kept[ring] ? g->rings[ring + 1] - g->rings[ring] : 0;
    }
    pruned = atlas_table_prune (table, kept, "Some went.");
    g_assert_cmpuint (atlas_table_get_geometry (pruned)->n_parts, ==, n_parts);
    g_assert_cmpuint (atlas_table_get_geometry (pruned)->n_points, ==, n_points);
    for (gsize row = 0; row < g->n_features; row++) {
      assert_same_cells (table, row, pruned, row);
      g_assert_true (atlas_extent_contains (g->boxes[row], atlas_table_get_geometry (pruned)->boxes[row]));
    }
  }
}

/* A table moved there and back is where it was, and its boxes moved with it. */
static void
test_moved_there_and_back (void)
{
  for (int round = 0; round < ROUNDS / 3; round++) {
    g_autoptr (AtlasTable) table = random_table (MOST_FEATURES);
    const AtlasGeometry *g = atlas_table_get_geometry (table);
    g_autofree AtlasPoint *turned = g_new (AtlasPoint, g->n_points + 1);
    g_autoptr (GBytes) there = NULL;
    g_autoptr (GBytes) here = g_bytes_new (g->points, g->n_points * sizeof (AtlasPoint));
    g_autoptr (AtlasTable) away = NULL;
    g_autoptr (AtlasTable) back = NULL;

    for (gsize i = 0; i < g->n_points; i++)
      turned[i] = ATLAS_POINT_INIT (-g->points[i].y, g->points[i].x);
    there = g_bytes_new (turned, g->n_points * sizeof (AtlasPoint));
    away = atlas_table_with_points (table, there, NULL);
    back = atlas_table_with_points (away, here, NULL);
    assert_same_rows (table, back);
    for (gsize row = 0; row < g->n_features; row++)
      if (!atlas_extent_is_empty (g->boxes[row]))
        g_assert_cmpfloat (atlas_table_get_geometry (away)->boxes[row].xmin, ==, -g->boxes[row].ymax);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-laws/block-and-back", test_block_and_back);
  g_test_add_func ("/table-laws/offsets", test_offsets);
  g_test_add_func ("/table-laws/missing-adds-up", test_missing_adds_up);
  g_test_add_func ("/table-laws/select", test_select);
  g_test_add_func ("/table-laws/select-of-selected", test_select_of_selected);
  g_test_add_func ("/table-laws/prune-nothing", test_prune_nothing);
  g_test_add_func ("/table-laws/prune-counts", test_prune_counts);
  g_test_add_func ("/table-laws/moved-there-and-back", test_moved_there_and_back);
  return g_test_run ();
}
