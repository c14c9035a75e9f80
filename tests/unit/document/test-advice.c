// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-advice.h"
#include "atlas-first-style.h"
#include "atlas-test-project.h"

/* Eight squares, all the same or each larger, with these values in this unit; @keys as "method=equal;n-classes=3". */
static AtlasAdvice *
advise_keys (const char *unit, const double *values, gboolean equal_areas, const char *keys)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("squares");
  g_autoptr (AtlasTable) table = NULL;
  g_autofree char *all_keys = g_strconcat ("field=value;symbol=choropleth;", keys, NULL);
  g_autoptr (AtlasStyle) style = atlas_first_style_parse (all_keys);
  g_autoptr (AtlasSceneLayer) layer = NULL;
  g_autoptr (GError) error = NULL;
  double areas[8];

  atlas_table_builder_add_column (builder, "value", ATLAS_COLUMN_REAL, unit);
  for (guint i = 0; i < 8; i++) {
    double side = equal_areas ? 10 : 10 + i;

    areas[i] = side * side;
    atlas_table_builder_begin_feature (builder, i);
    atlas_test_add_square (builder, 20.0 * i, side);
    if (!isnan (values[i]))
      atlas_table_builder_set_real (builder, 0, values[i]);
  }
  table = atlas_table_builder_end (builder);
  layer = atlas_scene_layer_new (table, style, areas, "Squares", &error);
  g_assert_no_error (error);
  return atlas_advice_new_for_layer (layer);
}

static AtlasAdvice *
advise (const double *values, gboolean equal_areas, const char *key, const char *value)
{
  g_autofree char *keys = g_strconcat (key, "=", value, NULL);

  return advise_keys (NULL, values, equal_areas, keys);
}

static const double counts[] = { 0, 3, 17, 2, 40, NAN, 5, 3 };

static void
test_a_count_is_to_be_divided (void)
{
  g_autoptr (AtlasAdvice) advice = advise (counts, FALSE, "n-classes", "5");

  g_assert_nonnull (advice);
  g_assert_cmpstr (advice->id, ==, "count-as-choropleth");
  g_assert_nonnull (strstr (advice->message, "value"));
  g_assert_cmpint (advice->style->per, ==, ATLAS_PER_AREA);
  g_assert_cmpstr (advice->style->field, ==, "value");
}

/* After what is mended, the next is told: a palette with so few classes, then so few classes. */
static void
assert_palette_advice (const char *palette, const char *n_classes, const char *key, const char *value)
{
  static const double shares[] = { 0.5, 3, 17, 2, 40, 1, 5, 7 };
  g_autofree char *keys = g_strconcat ("palette=", palette, ";n-classes=", n_classes, ";method=quantile", NULL);
  g_autoptr (AtlasAdvice) advice = advise_keys (NULL, shares, FALSE, keys);
  g_autofree char *mended = NULL;

  g_test_message ("%s in %s classes", palette, n_classes);
  if (!key) {
    g_assert_null (advice);
    return;
  }
  g_assert_nonnull (advice);
  g_assert_cmpstr (advice->id, ==, "palette-not-for-all");
  g_assert_nonnull (strstr (advice->message, palette));
  g_assert_cmpstr (advice->key, ==, key);
  mended = atlas_style_dup_value (advice->style, key);
  g_assert_cmpstr (mended, ==, value);
  g_assert_nonnull (strstr (advice->remedy, value));
}

static void
test_colours_for_all (void)
{
  assert_palette_advice ("YlGnBu", "5", NULL, NULL);
  assert_palette_advice ("PuOr", "6", NULL, NULL);
  assert_palette_advice ("RdYlGn", "6", "palette", "PuOr");
  assert_palette_advice ("RdYlGn", "7", "palette", "PuOr");
  assert_palette_advice ("PuOr", "7", "n-classes", "6");
  assert_palette_advice ("YlGnBu", "7", "n-classes", "5");
  assert_palette_advice ("Set1", "4", "palette", "BuPu");
  assert_palette_advice ("#ff0000,#00aa00,#ff8800", "3", "palette", "BuPu");
}

/* Each of two numbers may be a count; the first is told first. */
static void
test_two_counts (void)
{
  const char *both = "symbol=bivariate;second-field=value;method=equal";
  const char *second = "symbol=bivariate;second-field=value;method=equal;per=area";
  g_autoptr (AtlasAdvice) first_advice = advise_keys (NULL, counts, FALSE, both);
  g_autoptr (AtlasAdvice) second_advice = advise_keys (NULL, counts, FALSE, second);

  g_assert_cmpstr (first_advice->key, ==, "per");
  g_assert_cmpstr (second_advice->key, ==, "second-per");
  g_assert_cmpint (second_advice->style->per, ==, ATLAS_PER_AREA);
  g_assert_cmpint (second_advice->style->second_per, ==, ATLAS_PER_AREA);
}

static void
assert_no_advice (const double *values, gboolean equal_areas, const char *key, const char *value)
{
  g_autoptr (AtlasAdvice) advice = advise (values, equal_areas, key, value);

  g_assert_null (advice);
}

static void
test_nothing_to_say (void)
{
  static const double shares[] = { 0.5, 3, 17, 2, 40, 1, 5, 3 };
  static const double changes[] = { -2, 3, 17, 2, 40, 1, 5, 3 };
  static const double numbers[] = { 1, 2, 3, 4, 5, 6, 7, 8 };
  static const double classes[] = { 1, 2, 1, 3, 2, 2, 3, 1 };
  static const double years[] = { 1998, 2004, 2010, 1987, 2018, 2001, 1999, 2020 };

  assert_no_advice (shares, FALSE, "n-classes", "5");
  assert_no_advice (changes, FALSE, "n-classes", "5");
  assert_no_advice (numbers, FALSE, "n-classes", "5");
  assert_no_advice (classes, FALSE, "n-classes", "3");
  assert_no_advice (years, FALSE, "n-classes", "5");
  assert_no_advice (counts, TRUE, "n-classes", "5");
  assert_no_advice (counts, FALSE, "per", "area");
  assert_no_advice (counts, FALSE, "symbol", "proportional");
  assert_no_advice (counts, FALSE, "symbol", "plain");
}

/* Eindhoven's addresses per km² are whole numbers, and no count. */
static void
test_rates_are_divided_already (void)
{
  static const double densities[] = { 31, 2835, 4265, 1568, 91, 3843, 2980, 971 };
  g_autoptr (AtlasAdvice) people = advise_keys ("people", densities, FALSE, "n-classes=5");
  g_autoptr (AtlasAdvice) density = advise_keys ("1/km²", densities, FALSE, "n-classes=5");
  g_autoptr (AtlasAdvice) share = advise_keys ("%", counts, FALSE, "n-classes=5");

  g_assert_nonnull (people);
  g_assert_null (density);
  g_assert_null (share);
}

/* The column of whole numbers named @name, with these in it. */
static gboolean
can_divide (const char *name, const gint64 *values)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("wards");
  g_autoptr (AtlasTable) table = NULL;

  atlas_table_builder_add_column (builder, name, ATLAS_COLUMN_INTEGER, NULL);
  for (guint i = 0; i < 6; i++) {
    atlas_table_builder_begin_feature (builder, i);
    atlas_test_add_square (builder, 20.0 * i, 10);
    atlas_table_builder_set_integer (builder, 0, values[i]);
  }
  table = atlas_table_builder_end (builder);
  return atlas_advice_can_divide (table, atlas_table_get_column (table, 0));
}

/* What numbers or dates a ward measures nothing that another number could be divided by. */
static void
test_divisors (void)
{
  static const gint64 people[] = { 812, 1430, 95, 2210, 640, 77 };
  static const gint64 numbers[] = { 1, 2, 3, 4, 5, 6 };
  static const gint64 constituencies[] = { 1, 1, 2, 2, 3, 3 };
  static const gint64 years[] = { 1998, 2004, 2010, 1987, 2018, 2001 };

  g_assert_true (can_divide ("people", people));
  g_assert_false (can_divide ("number", numbers));
  g_assert_false (can_divide ("constituency", constituencies));
  g_assert_false (can_divide ("founded", years));
  g_assert_false (can_divide ("ward_id", people));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/advice/a-count-is-to-be-divided", test_a_count_is_to_be_divided);
  g_test_add_func ("/advice/colours-for-all", test_colours_for_all);
  g_test_add_func ("/advice/two-counts", test_two_counts);
  g_test_add_func ("/advice/nothing-to-say", test_nothing_to_say);
  g_test_add_func ("/advice/rates-are-divided-already", test_rates_are_divided_already);
  g_test_add_func ("/advice/divisors", test_divisors);
  return g_test_run ();
}
