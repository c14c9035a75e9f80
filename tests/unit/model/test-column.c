// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-table-builder.h"

#include <math.h>

/* One column of each type, with a first, a second and a missing cell. */
static void
test_cells (void)
{
  static const struct {
    AtlasColumnType type;
    double first;
    double second;
    const char *texts[2];
  } cases[] = {
    { ATLAS_COLUMN_INTEGER, 9007199254740991, -3, { "9007199254740991", "-3" } },
    { ATLAS_COLUMN_REAL, 0.1, 1e300, { "0.1", "1e+300" } },
    { ATLAS_COLUMN_BOOLEAN, 1, 0, { "true", "false" } },
    { ATLAS_COLUMN_DATE, 0, -1, { "1970-01-01", "1969-12-31" } },
    { ATLAS_COLUMN_INSTANT, 1.7e15, -1, { "2023-11-14T22:13:20Z", "1969-12-31T23:59:59Z" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AtlasTableBuilder) builder = atlas_table_builder_new ("cells");
    g_autoptr (AtlasTable) table = NULL;

    atlas_table_builder_add_column (builder, "c", cases[i].type, NULL);
    for (guint row = 0; row < 3; row++) {
      double value = row ? cases[i].second : cases[i].first;

      atlas_table_builder_begin_feature (builder, row);
      if (row < 2 && cases[i].type == ATLAS_COLUMN_REAL)
        atlas_table_builder_set_real (builder, 0, value);
      else if (row < 2)
        atlas_table_builder_set_integer (builder, 0, (gint64) value);
    }
    table = atlas_table_builder_end (g_steal_pointer (&builder));
    for (guint row = 0; row < 3; row++) {
      g_autofree char *text = atlas_column_dup_cell (atlas_table_get_column (table, 0), row);

      g_assert_cmpstr (text, ==, row < 2 ? cases[i].texts[row] : NULL);
    }
  }
}

/* What a cell says of itself, whatever its column is of. */
static void
test_missing (void)
{
  g_autoptr (AtlasTableBuilder) builder = atlas_table_builder_new ("missing");
  g_autoptr (AtlasTable) table = NULL;

  atlas_table_builder_add_column (builder, "real", ATLAS_COLUMN_REAL, NULL);
  atlas_table_builder_add_column (builder, "text", ATLAS_COLUMN_TEXT, NULL);
  atlas_table_builder_begin_feature (builder, 1);
  atlas_table_builder_set_real (builder, 0, 2.5);
  atlas_table_builder_set_text (builder, 1, "7", -1);
  atlas_table_builder_begin_feature (builder, 2);
  atlas_table_builder_set_missing (builder, 0, ATLAS_SUPPRESSED);
  table = atlas_table_builder_end (g_steal_pointer (&builder));

  g_assert_cmpint (atlas_column_get_missing (atlas_table_get_column (table, 0), 0), ==, ATLAS_PRESENT);
  g_assert_cmpint (atlas_column_get_missing (atlas_table_get_column (table, 0), 1), ==, ATLAS_SUPPRESSED);
  g_assert_cmpint (atlas_column_get_missing (atlas_table_get_column (table, 1), 1), ==, ATLAS_NO_DATA);
  g_assert_cmpfloat (atlas_column_get_real (atlas_table_get_column (table, 0), 0), ==, 2.5);
  g_assert_true (isnan (atlas_column_get_real (atlas_table_get_column (table, 0), 1)));
  g_assert_true (isnan (atlas_column_get_real (atlas_table_get_column (table, 1), 0)));
  g_assert_cmpstr (atlas_column_get_text (atlas_table_get_column (table, 1), 0), ==, "7");
  g_assert_null (atlas_column_get_text (atlas_table_get_column (table, 1), 1));
  g_assert_null (atlas_column_get_text (atlas_table_get_column (table, 0), 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column/cells", test_cells);
  g_test_add_func ("/column/missing", test_missing);
  return g_test_run ();
}
