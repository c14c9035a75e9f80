// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-commands.h"
#include "atlas-feature-facts.h"
#include "atlas-feature-text.h"
#include "atlas-first-style.h"
#include "atlas-table-builder.h"
#include "sample-project.h"

#include <gtk/gtk.h>

static const AtlasFact *
find (GPtrArray *facts, const char *title)
{
  for (guint i = 0; i < facts->len; i++) {
    const AtlasFact *fact = g_ptr_array_index (facts, i);

    if (g_str_equal (fact->title, title))
      return fact;
  }
  g_error ("no fact “%s”", title);
}

static const char *
get (GPtrArray *facts, const char *title)
{
  return find (facts, title)->value;
}

static void
test_shown (void)
{
  g_autoptr (AtlasProject) project = sample_project_new ();
  AtlasLayer *layer = sample_project_get_layer (project);
  g_autoptr (GPtrArray) first = atlas_facts_collect_shown (layer, 0);
  g_autoptr (GPtrArray) last = atlas_facts_collect_shown (layer, 3);

  g_assert_cmpstr (get (first, "inhabitants"), ==, "10");
  g_assert_true (g_str_has_prefix (get (first, "Class"), "1 of 2"));
  g_assert_cmpstr (get (first, "Without a value"), ==, "1 of 4");
  g_assert_cmpstr (get (last, "inhabitants"), ==, "no data");
  g_assert_true (find (last, "inhabitants")->is_missing);
}

static gboolean
shows_two (gpointer layer)
{
  AtlasSceneLayer *scene = atlas_layer_get_scene_layer (layer);

  return scene && atlas_scene_layer_get_grid (scene);
}

/* Of two numbers both are told, each with its class. */
static void
test_two_numbers (void)
{
  g_autoptr (AtlasProject) project = sample_project_new ();
  g_autoptr (AtlasStyle) two = atlas_first_style_parse (
      "symbol=bivariate;field=inhabitants;second-field=inhabitants;"
      "second-per=field;second-per-field=inhabitants;method=equal;n-classes=2");
  AtlasLayer *layer = sample_project_get_layer (project);
  g_autoptr (GPtrArray) facts = NULL;
  g_autofree char *value = NULL;
  g_autofree char *missing = NULL;

  atlas_project_do_style_layer (project, layer, two, "Two numbers");
  wait_until (shows_two, layer);
  facts = atlas_facts_collect_shown (layer, 2);
  value = atlas_feature_dup_value (layer, 2);
  missing = atlas_feature_dup_value (layer, 3);
  g_assert_cmpstr (get (facts, "inhabitants"), ==, "30");
  g_assert_cmpstr (get (facts, "inhabitants per inhabitants"), ==, "1/inhabitants");
  g_assert_cmpstr (get (facts, "Without a value"), ==, "1 of 4");
  g_assert_cmpstr (value, ==, "30, class 2 of 2\ninhabitants per inhabitants: 1/inhabitants, class 1 of 1");
  g_assert_cmpstr (missing, ==, "no data\ninhabitants per inhabitants: no data");
}

static void
test_attributes (void)
{
  g_autoptr (AtlasProject) project = sample_project_new ();
  g_autoptr (GPtrArray) facts = atlas_facts_collect (atlas_layer_get_table (sample_project_get_layer (project)), 1);

  g_assert_cmpuint (facts->len, ==, 2);
  g_assert_cmpstr (get (facts, "name"), ==, "Czarnów");
  g_assert_cmpstr (get (facts, "inhabitants"), ==, "20");
  g_assert_false (find (facts, "inhabitants")->is_record);
}

static void
test_summary (void)
{
  g_autoptr (AtlasProject) project = sample_project_new ();
  const guint32 rows[] = { 0, 1, 3 };
  g_autoptr (GPtrArray) facts = atlas_facts_collect_summary (sample_project_get_layer (project), rows, 3);

  g_assert_cmpstr (get (facts, "Shown"), ==, "inhabitants");
  g_assert_cmpstr (get (facts, "Sum"), ==, "30");
  g_assert_cmpstr (get (facts, "Mean"), ==, "15");
  g_assert_cmpstr (get (facts, "Most"), ==, "20");
  g_assert_cmpstr (get (facts, "Without a value"), ==, "1 of 3");
}

/* What is read beside the pointer, in the panel and in a summary is one number. */
static void
test_numbers_with_units (void)
{
  static const struct {
    double value;
    const char *unit;
    const char *text;
  } table[] = {
    { 0.81463, "km²", "0.8146 km²" },
    { 2.6763, "1/km²", "2.676/km²" },
    { 31.2384, NULL, "31.24" },
    { 1234567, "zł", "1,234,567 zł" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {
    g_autofree char *text = atlas_number_dup_with_unit (table[i].value, FALSE, table[i].unit);

    g_assert_cmpstr (text, ==, table[i].text);
  }
}

/* Of districts with a count and the year of it. */
static AtlasTable *
new_dated_table (void)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("districts");
  guint people = atlas_table_builder_add_column (builder, "population", ATLAS_COLUMN_INTEGER, NULL);
  guint year = atlas_table_builder_add_column (builder, "population_year", ATLAS_COLUMN_INTEGER, NULL);
  guint area = atlas_table_builder_add_column (builder, "area_km2", ATLAS_COLUMN_REAL, "km²");
  guint code = atlas_table_builder_add_column (builder, "code", ATLAS_COLUMN_TEXT, NULL);

  atlas_table_builder_begin_feature (builder, 1);
  atlas_table_builder_set_integer (builder, people, 2011);
  atlas_table_builder_set_integer (builder, year, 2011);
  atlas_table_builder_set_real (builder, area, 15.193482);
  atlas_table_builder_set_text (builder, code, "131210", -1);
  return atlas_table_builder_end (builder);
}

static void
test_forms (void)
{
  g_autoptr (AtlasTable) table = new_dated_table ();
  g_autoptr (GPtrArray) facts = atlas_facts_collect (table, 0);

  g_assert_cmpstr (get (facts, "population"), ==, "2,011");
  g_assert_cmpstr (get (facts, "population_year"), ==, "2011");
  g_assert_cmpstr (get (facts, "area_km2"), ==, "15.19 km²");
  g_assert_false (find (facts, "area_km2")->is_record);
  g_assert_true (find (facts, "code")->is_record);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feature-facts/shown", test_shown);
  g_test_add_func ("/feature-facts/two-numbers", test_two_numbers);
  g_test_add_func ("/feature-facts/attributes", test_attributes);
  g_test_add_func ("/feature-facts/forms", test_forms);
  g_test_add_func ("/feature-facts/summary", test_summary);
  g_test_add_func ("/feature-facts/numbers-with-units", test_numbers_with_units);
  return g_test_run ();
}
