// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-where.h"

#include "atlas-error.h"
#include "atlas-io.h"
#include "atlas-table-builder.h"

#include <string.h>

/* Four shops: number, name, area, open, since. The last one tells nothing. */
static AtlasTable *
make_shops (void)
{
  static const struct {
    const char *name;
    double area;
    gboolean open;
    gint64 since;
  } shops[] = { { "Bakery", 40.5, TRUE, 18262 }, { "Księgarnia", 120, FALSE, 10957 }, { "O'Hara", 80, TRUE, 0 } };
  AtlasTableBuilder *builder = atlas_table_builder_new ("shops");

  atlas_table_builder_add_column (builder, "number", ATLAS_COLUMN_INTEGER, NULL);
  atlas_table_builder_add_column (builder, "name", ATLAS_COLUMN_TEXT, NULL);
  atlas_table_builder_add_column (builder, "area", ATLAS_COLUMN_REAL, "m²");
  atlas_table_builder_add_column (builder, "open", ATLAS_COLUMN_BOOLEAN, NULL);
  atlas_table_builder_add_column (builder, "since", ATLAS_COLUMN_DATE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (shops); i++) {
    atlas_table_builder_begin_feature (builder, i + 1);
    atlas_table_builder_set_integer (builder, 0, i + 1);
    atlas_table_builder_set_text (builder, 1, shops[i].name, -1);
    atlas_table_builder_set_real (builder, 2, shops[i].area);
    atlas_table_builder_set_integer (builder, 3, shops[i].open);
    atlas_table_builder_set_integer (builder, 4, shops[i].since);
  }
  atlas_table_builder_begin_feature (builder, 4);
  atlas_table_builder_set_integer (builder, 0, 4);
  return atlas_table_builder_end (builder);
}

/* The numbers of the rows, as "1 3". */
static char *
tell_numbers (AtlasTable *table)
{
  const AtlasColumn *column = atlas_table_find_column (table, "number");
  GString *numbers = g_string_new (NULL);

  for (gsize row = 0; row < column->n_rows; row++)
    g_string_append_printf (numbers, "%s%d", row ? " " : "", (int) atlas_column_get_real (column, row));
  return g_string_free (numbers, FALSE);
}

static void
test_conditions (void)
{
  static const struct {
    const char *where;
    const char *numbers;
  } cases[] = {
    { NULL, "1 2 3 4" },
    { "number > 1 AND number < 4", "2 3" },
    { "name = 'Księgarnia'", "2" },
    { "name = 'O''Hara'", "3" },
    { "name LIKE 'B%'", "1" },
    { "name IN ('Bakery', 'O''Hara')", "1 3" },
    { "area >= 80", "2 3" },
    { "area IS NULL", "4" },
    { "area IS NOT NULL AND NOT (area > 50)", "1" },
    { "open = 1", "1 3" },
    { "since = '2020-01-01'", "1" },
    { "number = 99", "" },
  };
  g_autoptr (AtlasTable) shops = make_shops ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (AtlasTable) some = atlas_where_apply (shops, cases[i].where, &error);
    g_autofree char *numbers = NULL;

    g_test_message ("%s", cases[i].where);
    g_assert_no_error (error);
    numbers = tell_numbers (some);
    g_assert_cmpstr (numbers, ==, cases[i].numbers);
  }
}

static void
test_refusals (void)
{
  static const char *const conditions[] = { "number >", "height > 3", "name = 'open", "DROP TABLE shops" };
  g_autoptr (AtlasTable) shops = make_shops ();

  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", conditions[i]);
    g_assert_null (atlas_where_apply (shops, conditions[i], &error));
    g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA);
    g_assert_nonnull (strstr (error->message, conditions[i]));
    g_assert_nonnull (strstr (error->message, "shops"));
  }
}

/* A condition and its opposite part the rows that have a value. */
static void
test_opposites (void)
{
  g_autoptr (AtlasTable) shops = make_shops ();

  for (int round = 0; round < 50; round++) {
    g_autofree char *below = g_strdup_printf ("area < %d", g_test_rand_int_range (0, 150));
    g_autofree char *above = g_strdup_printf ("area IS NOT NULL AND NOT (%s)", below);
    g_autoptr (AtlasTable) some = atlas_where_apply (shops, below, NULL);
    g_autoptr (AtlasTable) others = atlas_where_apply (shops, above, NULL);

    g_assert_cmpuint (atlas_table_get_n_features (some) + atlas_table_get_n_features (others), ==, 3);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  g_test_add_func ("/where/conditions", test_conditions);
  g_test_add_func ("/where/refusals", test_refusals);
  g_test_add_func ("/where/opposites", test_opposites);
  return g_test_run ();
}
