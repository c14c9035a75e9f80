// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-table-builder.h"
#include "atlas-table.h"

/* What Kielce's registers have: districts with two names, themes without a plain one, codes, and a number that only
 * looks as if it were in Polish. */
static AtlasTable *
new_table (void)
{
  static const char *const texts[] = { "name", "name_en", "theme_en", "theme_pl", "code", "kind", "source", NULL };
  AtlasTableBuilder *builder = atlas_table_builder_new ("district");

  for (guint i = 0; texts[i]; i++)
    atlas_table_builder_add_column (builder, texts[i], ATLAS_COLUMN_TEXT, NULL);
  atlas_table_builder_add_column (builder, "cost", ATLAS_COLUMN_INTEGER, NULL);
  atlas_table_builder_add_column (builder, "cost_pl", ATLAS_COLUMN_INTEGER, NULL);
  return atlas_table_builder_end (builder);
}

/* column, what says it in Polish and in English, and whether it is a mere record in each */
static const struct {
  const char *column;
  const char *polish;
  const char *english;
  gboolean is_record_in_polish;
  gboolean is_record_in_english;
} table[] = {
  { "name", "name", "name_en", FALSE, TRUE },
  { "name_en", "name", "name_en", TRUE, FALSE },
  { "theme_en", "theme_pl", "theme_en", TRUE, FALSE },
  { "theme_pl", "theme_pl", "theme_en", FALSE, TRUE },
  { "kind", "kind", "kind", FALSE, FALSE },
  { "code", "code", "code", TRUE, TRUE },
  { "source", "source", "source", TRUE, TRUE },
  { "cost", "cost", "cost", FALSE, FALSE },
  { "cost_pl", "cost_pl", "cost_pl", FALSE, FALSE },
};

static void
test_spoken (void)
{
  g_autoptr (AtlasTable) districts = new_table ();

  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {
    const AtlasColumn *column = atlas_table_find_column (districts, table[i].column);

    g_assert_cmpstr (atlas_table_find_spoken (districts, column, "pl")->name, ==, table[i].polish);
    g_assert_cmpstr (atlas_table_find_spoken (districts, column, "en")->name, ==, table[i].english);
  }
}

static void
test_records (void)
{
  g_autoptr (AtlasTable) districts = new_table ();

  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {
    const AtlasColumn *column = atlas_table_find_column (districts, table[i].column);

    g_assert_cmpint (atlas_table_is_record (districts, column, "pl"), ==, table[i].is_record_in_polish);
    g_assert_cmpint (atlas_table_is_record (districts, column, "en"), ==, table[i].is_record_in_english);
  }
}

static void
test_titles (void)
{
  g_autoptr (AtlasTable) districts = new_table ();
  const AtlasColumn *name = atlas_table_find_column (districts, "name_en");
  const AtlasColumn *theme = atlas_table_find_column (districts, "theme_pl");
  const AtlasColumn *cost = atlas_table_find_column (districts, "cost_pl");

  g_assert_cmpstr (atlas_table_get_spoken_title (districts, name), ==, "name");
  g_assert_cmpstr (atlas_table_get_spoken_title (districts, theme), ==, "theme_pl");
  g_assert_cmpstr (atlas_table_get_spoken_title (districts, cost), ==, "cost_pl");
}

/* Without a language of the session, English is spoken. */
static void
test_names (void)
{
  g_autoptr (AtlasTable) districts = new_table ();

  g_assert_cmpstr (atlas_table_guess_name_column (districts)->name, ==, "name_en");
}

int
main (int argc, char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table-reader/spoken", test_spoken);
  g_test_add_func ("/table-reader/records", test_records);
  g_test_add_func ("/table-reader/titles", test_titles);
  g_test_add_func ("/table-reader/names", test_names);
  return g_test_run ();
}
