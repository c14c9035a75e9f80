// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-name-index.h"
#include "atlas-table-builder.h"

static AtlasTable *
new_table (const char *column, const char *const *names)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("test");
  guint name = atlas_table_builder_add_column (builder, column, ATLAS_COLUMN_TEXT, NULL);

  for (guint i = 0; names[i]; i++) {
    atlas_table_builder_begin_feature (builder, i);
    if (*names[i])
      atlas_table_builder_set_text (builder, name, names[i], -1);
  }
  return atlas_table_builder_end (builder);
}

static GArray *
find (AtlasNameIndex *index, const char *query)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (AtlasNameHit));
  AtlasMatcher matcher;

  atlas_matcher_init (&matcher, query);
  atlas_name_index_find (index, &matcher, hits);
  atlas_matcher_clear (&matcher);
  return hits;
}

static void
test_each_name_once (void)
{
  static const char *const names[] = { "Ślichowice", "", "Barwinek", "Ślichowice", "Czarnów", "…", NULL };
  g_autoptr (AtlasTable) table = new_table ("nazwa", names);
  g_autoptr (AtlasNameIndex) index = atlas_name_index_new (table);
  g_autoptr (GArray) hits = find (index, "slichowice");

  g_assert_cmpuint (atlas_name_index_get_n_names (index), ==, 3);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpuint (g_array_index (hits, AtlasNameHit, 0).row, ==, 0);
  g_assert_cmpuint (g_array_index (hits, AtlasNameHit, 0).rank, ==, 0);
  g_assert_cmpstr (g_array_index (hits, AtlasNameHit, 0).name, ==, "Ślichowice");
}

static void
test_no_names (void)
{
  g_autoptr (AtlasTableBuilder) builder = atlas_table_builder_new ("numbers");
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (AtlasNameIndex) index = NULL;
  g_autoptr (GArray) hits = NULL;

  atlas_table_builder_add_column (builder, "n", ATLAS_COLUMN_INTEGER, NULL);
  atlas_table_builder_begin_feature (builder, 1);
  table = atlas_table_builder_end (g_steal_pointer (&builder));
  index = atlas_name_index_new (table);
  hits = find (index, "anything");
  g_assert_cmpuint (hits->len, ==, 0);
}

/* The index keeps what it needs of its table. */
static void
test_outlives_the_table (void)
{
  static const char *const names[] = { "Dąbrowa", NULL };
  AtlasTable *table = new_table ("name", names);
  g_autoptr (AtlasNameIndex) index = atlas_name_index_new (table);
  g_autoptr (GArray) hits = NULL;

  atlas_table_unref (table);
  hits = find (index, "dabrowa");
  g_assert_cmpstr (g_array_index (hits, AtlasNameHit, 0).name, ==, "Dąbrowa");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name-index/each-name-once", test_each_name_once);
  g_test_add_func ("/name-index/no-names", test_no_names);
  g_test_add_func ("/name-index/outlives-the-table", test_outlives_the_table);
  return g_test_run ();
}
