// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-error.h"
#include "atlas-row-order.h"
#include "atlas-table-builder.h"

/* name, kind, population (missing where negative), share (missing where NaN) */
static const struct {
  const char *name;
  const char *kind;
  int population;
  double share;
} districts[] = {
  { "Ślichowice", "permanent", 9000, 12.5 }, { "Barwinek", "permanent", 4100, NAN },
  { "Łazy", "separate", 60, 0.5 },           { "Czarnów", "permanent", 9000, 7.25 },
  { "Szydłówek", "permanent", -1, 1234.5 },  { "Szpital", "separate", 60, 0.5 },
};

static AtlasTable *
new_table (void)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("districts");

  atlas_table_builder_add_column (builder, "name", ATLAS_COLUMN_TEXT, NULL);
  atlas_table_builder_add_column (builder, "kind", ATLAS_COLUMN_TEXT, NULL);
  atlas_table_builder_add_column (builder, "population", ATLAS_COLUMN_INTEGER, NULL);
  atlas_table_builder_add_column (builder, "share", ATLAS_COLUMN_REAL, "%");
  for (guint i = 0; i < G_N_ELEMENTS (districts); i++) {
    atlas_table_builder_begin_feature (builder, i);
    atlas_table_builder_set_text (builder, 0, districts[i].name, -1);
    atlas_table_builder_set_text (builder, 1, districts[i].kind, -1);
    if (districts[i].population >= 0)
      atlas_table_builder_set_integer (builder, 2, districts[i].population);
    if (!isnan (districts[i].share))
      atlas_table_builder_set_real (builder, 3, districts[i].share);
  }
  return atlas_table_builder_end (builder);
}

static char *
rows_of (const AtlasRowOrder *order)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < order->n_rows; i++)
    g_string_append_printf (text, i ? " %u" : "%u", order->rows[i]);
  return g_string_free (text, FALSE);
}

static void
assert_rows (AtlasTable *table, const char *column, gboolean descending, const char *filter, const char *expected)
{
  AtlasRowQuery query = { column, descending, filter };
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasRowOrder) order = atlas_row_order_new (table, &query, NULL, &error);
  g_autofree char *rows = NULL;

  g_assert_no_error (error);
  rows = rows_of (order);
  g_assert_cmpstr (rows, ==, expected);
}

/* Equal rows keep their order, either way; missing ones come last, either way. */
static void
test_sorting (void)
{
  g_autoptr (AtlasTable) table = new_table ();

  assert_rows (table, NULL, FALSE, NULL, "0 1 2 3 4 5");
  assert_rows (table, "population", FALSE, NULL, "2 5 1 0 3 4");
  assert_rows (table, "population", TRUE, NULL, "0 3 1 2 5 4");
  assert_rows (table, "share", FALSE, NULL, "2 5 3 0 4 1");
  assert_rows (table, "share", TRUE, NULL, "4 0 3 2 5 1");
  assert_rows (table, "name", FALSE, NULL, "1 3 2 5 4 0");
  assert_rows (table, "kind", FALSE, NULL, "0 1 3 4 2 5");
}

static void
test_filter_by_text (void)
{
  g_autoptr (AtlasTable) table = new_table ();

  assert_rows (table, NULL, FALSE, "sz", "4 5");
  assert_rows (table, NULL, FALSE, "SLICH", "0");
  assert_rows (table, NULL, FALSE, "separate", "2 5");
  assert_rows (table, NULL, FALSE, "9000", "0 3");
  assert_rows (table, NULL, FALSE, "1234,5", "4");
  assert_rows (table, NULL, FALSE, "  ", "0 1 2 3 4 5");
  assert_rows (table, NULL, FALSE, "nowhere", "");
}

static void
test_filter_by_condition (void)
{
  g_autoptr (AtlasTable) table = new_table ();

  assert_rows (table, NULL, FALSE, "population > 60", "0 1 3");
  assert_rows (table, NULL, FALSE, "population >= 60", "0 1 2 3 5");
  assert_rows (table, NULL, FALSE, "population<4100", "2 5");
  assert_rows (table, NULL, FALSE, "Population <= 4100", "1 2 5");
  assert_rows (table, NULL, FALSE, "population != 60", "0 1 3");
  assert_rows (table, NULL, FALSE, "share = 12,5", "0");
  assert_rows (table, NULL, FALSE, "share > 1 000", "4");
  assert_rows (table, NULL, FALSE, "kind = SEPARATE", "2 5");
  assert_rows (table, NULL, FALSE, "name ~ w", "0 1 3 4");
  assert_rows (table, NULL, FALSE, "kind = separate & name ~ laz", "2");
  assert_rows (table, NULL, FALSE, "population = nonsense", "");
}

static void
test_filter_by_missing (void)
{
  g_autoptr (AtlasTable) table = new_table ();

  assert_rows (table, NULL, FALSE, "population =", "4");
  assert_rows (table, NULL, FALSE, "share =", "1");
  assert_rows (table, NULL, FALSE, "share !=", "0 2 3 4 5");
}

static void
test_filter_and_sort (void)
{
  g_autoptr (AtlasTable) table = new_table ();

  assert_rows (table, "name", TRUE, "kind = permanent", "0 4 3 1");
}

/* A condition may call a column what people call it, in any case. */
static void
test_filter_by_title (void)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("districts");
  g_autoptr (AtlasTable) table = NULL;

  atlas_table_builder_add_column (builder, "pop_2023", ATLAS_COLUMN_INTEGER, NULL);
  atlas_table_builder_set_title (builder, 0, "Liczba mieszkańców", NULL);
  for (guint i = 0; i < 4; i++) {
    atlas_table_builder_begin_feature (builder, i);
    atlas_table_builder_set_integer (builder, 0, 10 * i);
  }
  table = atlas_table_builder_end (builder);
  assert_rows (table, NULL, FALSE, "pop_2023 > 10", "2 3");
  assert_rows (table, NULL, FALSE, "POP_2023 > 10", "2 3");
  assert_rows (table, NULL, FALSE, "Liczba mieszkańców > 10", "2 3");
  assert_rows (table, NULL, FALSE, "liczba mieszkancow > 10", "2 3");
}

static void
test_no_such_column (void)
{
  g_autoptr (AtlasTable) table = new_table ();
  AtlasRowQuery query = { .sort_column = "wealth" };
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_row_order_new (table, &query, NULL, &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_NO_FIELD);
}

static void
test_find (void)
{
  g_autoptr (AtlasTable) table = new_table ();
  AtlasRowQuery query = { .sort_column = "population", .filter = "kind = permanent" };
  g_autoptr (AtlasRowOrder) order = atlas_row_order_new (table, &query, NULL, NULL);

  g_assert_cmpuint (atlas_row_order_find (order, 1), ==, 0);
  g_assert_cmpuint (atlas_row_order_find (order, 4), ==, 3);
  g_assert_cmpuint (atlas_row_order_find (order, 2), ==, G_MAXSIZE);
}

/* Whole numbers beyond 2^53 do not run together. */
static void
test_large_integers (void)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("large");
  g_autoptr (AtlasTable) table = NULL;

  atlas_table_builder_add_column (builder, "n", ATLAS_COLUMN_INTEGER, NULL);
  for (gint64 i = 0; i < 3; i++) {
    atlas_table_builder_begin_feature (builder, i);
    atlas_table_builder_set_integer (builder, 0, G_MAXINT64 - i);
  }
  table = atlas_table_builder_end (builder);
  assert_rows (table, "n", FALSE, NULL, "2 1 0");
}

/* Whatever the numbers, what comes out is a permutation in which none is smaller than the one before. */
static void
test_sorted_permutation (void)
{
  enum { N = 5000 };
  AtlasTableBuilder *builder = atlas_table_builder_new ("random");
  AtlasRowQuery query = { .sort_column = "n" };
  g_autofree guint8 *seen = g_new0 (guint8, N);
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (AtlasRowOrder) order = NULL;
  const AtlasColumn *column;

  atlas_table_builder_add_column (builder, "n", ATLAS_COLUMN_REAL, NULL);
  for (gint64 i = 0; i < N; i++) {
    atlas_table_builder_begin_feature (builder, i);
    atlas_table_builder_set_real (builder, 0, g_test_rand_int_range (0, 100));
  }
  table = atlas_table_builder_end (builder);
  order = atlas_row_order_new (table, &query, NULL, NULL);
  column = atlas_table_find_column (table, "n");
  g_assert_cmpuint (order->n_rows, ==, N);
  for (gsize i = 0; i < N; i++) {
    g_assert_false (seen[order->rows[i]]);
    seen[order->rows[i]] = TRUE;
    if (i == 0)
      continue;
    g_assert_cmpfloat (column->reals[order->rows[i - 1]], <=, column->reals[order->rows[i]]);
    if (column->reals[order->rows[i - 1]] == column->reals[order->rows[i]])
      g_assert_cmpuint (order->rows[i - 1], <, order->rows[i]);
  }
}

static void
take_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

static void
test_on_a_thread (void)
{
  g_autoptr (AtlasTable) table = new_table ();
  AtlasRowQuery query = { .sort_column = "name" };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AtlasRowOrder) order = NULL;
  g_autofree char *rows = NULL;

  atlas_row_order_new_async (table, &query, NULL, take_result_cb, &result);
  while (!result)
    g_main_context_iteration (NULL, TRUE);
  order = atlas_row_order_new_finish (result, NULL);
  rows = rows_of (order);
  g_assert_cmpstr (rows, ==, "1 3 2 5 4 0");
}

/* A table without rows, and a column without a value. */
static void
test_nothing_to_sort (void)
{
  for (guint n = 0; n < 3; n++) {
    AtlasTableBuilder *builder = atlas_table_builder_new ("nothing");
    g_autoptr (AtlasTable) table = NULL;

    atlas_table_builder_add_column (builder, "name", ATLAS_COLUMN_TEXT, NULL);
    atlas_table_builder_add_column (builder, "share", ATLAS_COLUMN_REAL, NULL);
    for (guint i = 0; i < n; i++)
      atlas_table_builder_begin_feature (builder, i);
    table = atlas_table_builder_end (builder);
    for (guint c = 0; c < 2; c++)
      assert_rows (table, c ? "share" : "name", TRUE, NULL, n == 0 ? "" : n == 1 ? "0" : "0 1");
    assert_rows (table, NULL, FALSE, "a", "");
  }
}

static void
test_cancelled (void)
{
  g_autoptr (AtlasTable) table = new_table ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  AtlasRowQuery query = { NULL };

  g_cancellable_cancel (cancellable);
  atlas_row_order_new_async (table, &query, cancellable, take_result_cb, &result);
  while (!result)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (atlas_row_order_new_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-order/sorting", test_sorting);
  g_test_add_func ("/row-order/filter-by-text", test_filter_by_text);
  g_test_add_func ("/row-order/filter-by-condition", test_filter_by_condition);
  g_test_add_func ("/row-order/filter-by-missing", test_filter_by_missing);
  g_test_add_func ("/row-order/filter-and-sort", test_filter_and_sort);
  g_test_add_func ("/row-order/filter-by-title", test_filter_by_title);
  g_test_add_func ("/row-order/no-such-column", test_no_such_column);
  g_test_add_func ("/row-order/find", test_find);
  g_test_add_func ("/row-order/large-integers", test_large_integers);
  g_test_add_func ("/row-order/sorted-permutation", test_sorted_permutation);
  g_test_add_func ("/row-order/on-a-thread", test_on_a_thread);
  g_test_add_func ("/row-order/nothing-to-sort", test_nothing_to_sort);
  g_test_add_func ("/row-order/cancelled", test_cancelled);
  return g_test_run ();
}
