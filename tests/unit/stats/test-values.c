// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-values.h"

#include "atlas-error.h"
#include "atlas-table-builder.h"

#include <string.h>

/* Four districts: "people" counts, "area" in ha, "text" holds numbers, "name" does not, "day" is a date. */
static AtlasTable *
make_districts (void)
{
  g_autoptr (AtlasTableBuilder) builder = atlas_table_builder_new ("districts");
  guint people = atlas_table_builder_add_column (builder, "people", ATLAS_COLUMN_INTEGER, NULL);
  guint area = atlas_table_builder_add_column (builder, "area", ATLAS_COLUMN_REAL, "ha");
  guint text = atlas_table_builder_add_column (builder, "text", ATLAS_COLUMN_TEXT, "zł");
  guint name = atlas_table_builder_add_column (builder, "name", ATLAS_COLUMN_TEXT, NULL);
  guint day = atlas_table_builder_add_column (builder, "day", ATLAS_COLUMN_DATE, NULL);
  static const char *const texts[] = { "1 234,5", "−3", "", "7.25" };

  for (guint i = 0; i < 4; i++) {
    atlas_table_builder_begin_feature (builder, i);
    if (i == 3)
      atlas_table_builder_set_missing (builder, people, ATLAS_SUPPRESSED);
    else
      atlas_table_builder_set_integer (builder, people, 100 * (gint64) i);
    atlas_table_builder_set_real (builder, area, i == 1 ? 0 : 50);
    atlas_table_builder_set_text (builder, text, texts[i], -1);
    atlas_table_builder_set_text (builder, name, "Ślichowice", -1);
    atlas_table_builder_set_integer (builder, day, 20000);
  }
  return atlas_table_builder_end (g_steal_pointer (&builder));
}

static void
assert_values (AtlasValues *values, const double expected[4], const guint8 missing[4])
{
  for (guint i = 0; i < 4; i++) {
    g_assert_cmpuint (values->missing ? values->missing[i] : ATLAS_PRESENT, ==, missing[i]);
    if (missing[i] == ATLAS_PRESENT)
      g_assert_cmpfloat_with_epsilon (values->values[i], expected[i], 1e-12);
    else
      g_assert_true (isnan (values->values[i]));
  }
}

static void
test_field (void)
{
  g_autoptr (AtlasTable) table = make_districts ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasValues) values = atlas_values_new (table, "people", &error);

  g_assert_no_error (error);
  assert_values (values, (double[]){ 0, 100, 200, NAN }, (guint8[]){ 0, 0, 0, ATLAS_SUPPRESSED });
  g_assert_cmpuint (values->n_missing, ==, 1);
  g_assert_true (values->integer);
  g_assert_null (values->unit);
}

static void
test_numbers_in_text (void)
{
  g_autoptr (AtlasTable) table = make_districts ();
  g_autoptr (AtlasValues) values = atlas_values_new (table, "text", NULL);

  assert_values (values, (double[]){ 1234.5, -3, NAN, 7.25 }, (guint8[]){ 0, 0, ATLAS_NO_DATA, 0 });
  g_assert_false (values->integer);
  g_assert_cmpstr (values->unit, ==, "zł");
}

static void
assert_no_field (const char *field, const char *why)
{
  g_autoptr (AtlasTable) table = make_districts ();
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_values_new (table, field, &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_NO_FIELD);
  g_assert_nonnull (strstr (error->message, why));
}

static void
test_no_numbers (void)
{
  assert_no_field ("name", "Ślichowice");
  assert_no_field ("day", "dates");
  assert_no_field ("nothing", "people");
}

/* Nobody per nothing is not infinite, and not zero. */
static void
test_per_field (void)
{
  g_autoptr (AtlasTable) table = make_districts ();
  g_autoptr (AtlasValues) values = atlas_values_new_per_field (table, "people", "area", NULL);

  assert_values (values, (double[]){ 0, NAN, 4, NAN }, (guint8[]){ 0, ATLAS_NOT_APPLICABLE, 0, ATLAS_SUPPRESSED });
  g_assert_cmpstr (values->unit, ==, "1/ha");
  g_assert_false (values->integer);
}

static void
test_per_missing (void)
{
  g_autoptr (AtlasTable) table = make_districts ();
  g_autoptr (AtlasValues) values = atlas_values_new_per_field (table, "area", "people", NULL);

  assert_values (values, (double[]){ NAN, 0, 0.25, NAN }, (guint8[]){ ATLAS_NOT_APPLICABLE, 0, 0, ATLAS_SUPPRESSED });
  g_assert_cmpstr (values->unit, ==, "ha/people");
}

static void
test_per_area (void)
{
  g_autoptr (AtlasTable) table = make_districts ();
  const double areas[] = { 1e6, 5e5, 0, 1e6 };
  g_autoptr (AtlasValues) values = atlas_values_new_per_area (table, "people", areas, NULL);

  assert_values (values, (double[]){ 0, 200, NAN, NAN }, (guint8[]){ 0, 0, ATLAS_NOT_APPLICABLE, ATLAS_SUPPRESSED });
  g_assert_cmpstr (values->unit, ==, "1/km²");
}

static void
test_equal_units_cancel (void)
{
  g_autoptr (AtlasTable) table = make_districts ();
  g_autoptr (AtlasValues) values = atlas_values_new_per_field (table, "area", "area", NULL);

  g_assert_null (values->unit);
  g_assert_cmpfloat (values->values[0], ==, 1);
}

static void
test_reals (void)
{
  const double numbers[] = { 1, INFINITY, NAN, -2 };
  const double whole[] = { 1, 2 };
  const double broken[] = { 1, 2.5 };
  const double none[] = { NAN };
  g_autoptr (AtlasValues) values = atlas_values_new_from_reals (numbers, 4, "m");
  g_autoptr (AtlasValues) complete = atlas_values_new_from_reals (whole, 2, NULL);
  g_autoptr (AtlasValues) fractions = atlas_values_new_from_reals (broken, 2, NULL);
  g_autoptr (AtlasValues) nothing = atlas_values_new_from_reals (none, 1, NULL);

  assert_values (values, numbers, (guint8[]){ 0, ATLAS_NO_DATA, ATLAS_NO_DATA, 0 });
  g_assert_null (complete->missing);
  g_assert_true (complete->integer);
  g_assert_false (fractions->integer);
  g_assert_false (nothing->integer);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/values/field", test_field);
  g_test_add_func ("/values/numbers-in-text", test_numbers_in_text);
  g_test_add_func ("/values/no-numbers", test_no_numbers);
  g_test_add_func ("/values/per-field", test_per_field);
  g_test_add_func ("/values/per-missing", test_per_missing);
  g_test_add_func ("/values/per-area", test_per_area);
  g_test_add_func ("/values/equal-units-cancel", test_equal_units_cancel);
  g_test_add_func ("/values/reals", test_reals);
  return g_test_run ();
}
