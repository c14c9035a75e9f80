// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-table-builder.h"

#include <string.h>

static void
add_points (AtlasTableBuilder *builder, AtlasPartKind kind, const AtlasPoint *points, gsize n)
{
  atlas_table_builder_begin_part (builder, kind);
  memcpy (atlas_table_builder_add_ring (builder, n), points, n * sizeof *points);
}

/* A point, nothing, and an area of two parts, of which the first has a hole. */
static AtlasTable *
make_mixed (void)
{
  static const AtlasPoint square[] = { { 0, 0 }, { 9, 0 }, { 9, 9 }, { 0, 9 }, { 0, 0 } };
  static const AtlasPoint hole[] = { { 1, 1 }, { 2, 1 }, { 2, 2 }, { 1, 1 } };
  g_autoptr (AtlasTableBuilder) builder = atlas_table_builder_new ("mixed");

  atlas_table_builder_begin_feature (builder, 10);
  add_points (builder, ATLAS_PART_POINT, &(AtlasPoint){ -3, 4 }, 1);
  atlas_table_builder_begin_feature (builder, -5);
  atlas_table_builder_begin_feature (builder, 12);
  add_points (builder, ATLAS_PART_POLYGON, square, 5);
  memcpy (atlas_table_builder_add_ring (builder, 4), hole, sizeof hole);
  add_points (builder, ATLAS_PART_POLYGON, hole, 4);
  return atlas_table_builder_end (g_steal_pointer (&builder));
}

static void
test_offsets (void)
{
  g_autoptr (AtlasTable) table = make_mixed ();
  const AtlasGeometry *g = atlas_table_get_geometry (table);
  const guint32 features[] = { 0, 1, 1, 3 };
  const guint32 parts[] = { 0, 1, 3, 4 };
  const guint32 rings[] = { 0, 1, 6, 10, 14 };
  const guint8 kinds[] = { ATLAS_PART_POINT, ATLAS_PART_POLYGON, ATLAS_PART_POLYGON };
  const gint64 fids[] = { 10, -5, 12 };

  g_assert_cmpmem (g->features, (g->n_features + 1) * 4, features, sizeof features);
  g_assert_cmpmem (g->parts, (g->n_parts + 1) * 4, parts, sizeof parts);
  g_assert_cmpmem (g->rings, (g->n_rings + 1) * 4, rings, sizeof rings);
  g_assert_cmpmem (g->kinds, g->n_parts, kinds, sizeof kinds);
  g_assert_cmpmem (g->fids, g->n_features * 8, fids, sizeof fids);
  g_assert_cmpuint (g->n_points, ==, 14);
}

static void
test_boxes (void)
{
  g_autoptr (AtlasTable) table = make_mixed ();
  const AtlasGeometry *g = atlas_table_get_geometry (table);
  AtlasExtent all = atlas_table_get_extent (table);

  g_assert_cmpfloat (g->boxes[0].xmin, ==, -3);
  g_assert_true (atlas_extent_is_empty (g->boxes[1]));
  g_assert_cmpfloat (g->boxes[2].ymax, ==, 9);
  g_assert_cmpfloat (all.xmin, ==, -3);
  g_assert_cmpfloat (all.xmax, ==, 9);
  g_assert_cmpuint (atlas_table_count_without_geometry (table), ==, 1);
}

/* Parts without rings, rings without points and rings trimmed away leave nothing behind. */
static void
test_empty_pieces (void)
{
  g_autoptr (AtlasTableBuilder) builder = atlas_table_builder_new ("empty");
  g_autoptr (AtlasTable) table = NULL;
  const AtlasGeometry *g;

  atlas_table_builder_begin_feature (builder, 1);
  atlas_table_builder_begin_part (builder, ATLAS_PART_LINE);
  atlas_table_builder_begin_part (builder, ATLAS_PART_POLYGON);
  atlas_table_builder_add_ring (builder, 0);
  atlas_table_builder_begin_feature (builder, 2);
  atlas_table_builder_begin_part (builder, ATLAS_PART_POLYGON);
  atlas_table_builder_add_ring (builder, 7);
  atlas_table_builder_trim_ring (builder, 0);
  table = atlas_table_builder_end (g_steal_pointer (&builder));
  g = atlas_table_get_geometry (table);
  g_assert_cmpuint (g->n_features, ==, 2);
  g_assert_cmpuint (g->n_parts + g->n_rings + g->n_points, ==, 0);
  g_assert_true (atlas_extent_is_empty (atlas_table_get_extent (table)));
}

static void
test_trim (void)
{
  g_autoptr (AtlasTableBuilder) builder = atlas_table_builder_new ("trimmed");
  g_autoptr (AtlasTable) table = NULL;
  AtlasPoint *points;

  atlas_table_builder_begin_feature (builder, 1);
  atlas_table_builder_begin_part (builder, ATLAS_PART_LINE);
  points = atlas_table_builder_add_ring (builder, 10);
  points[0] = ATLAS_POINT_INIT (1, 2);
  points[1] = ATLAS_POINT_INIT (3, 4);
  atlas_table_builder_trim_ring (builder, 2);
  table = atlas_table_builder_end (g_steal_pointer (&builder));
  g_assert_cmpuint (atlas_table_get_geometry (table)->n_points, ==, 2);
  g_assert_cmpfloat (atlas_table_get_extent (table).xmax, ==, 3);
}

static void
test_same_names (void)
{
  g_autoptr (AtlasTableBuilder) builder = atlas_table_builder_new ("names");
  static const char *const given[] = { "a", "a", "a_2", "a", "A" };
  static const char *const kept[] = { "a", "a_2", "a_2_2", "a_3", "A" };
  g_autoptr (AtlasTable) table = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    g_assert_cmpuint (atlas_table_builder_add_column (builder, given[i], ATLAS_COLUMN_REAL, NULL), ==, i);
  table = atlas_table_builder_end (g_steal_pointer (&builder));
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_cmpstr (atlas_table_get_column (table, i)->name, ==, kept[i]);
}

/* A cell never set is missing; NaN and the infinities are no values. */
static void
test_missing (void)
{
  g_autoptr (AtlasTableBuilder) builder = atlas_table_builder_new ("missing");
  guint real = atlas_table_builder_add_column (builder, "real", ATLAS_COLUMN_REAL, "m");
  guint whole = atlas_table_builder_add_column (builder, "whole", ATLAS_COLUMN_INTEGER, NULL);
  guint text = atlas_table_builder_add_column (builder, "text", ATLAS_COLUMN_TEXT, NULL);
  g_autoptr (AtlasTable) table = NULL;
  const AtlasColumn *column;

  atlas_table_builder_begin_feature (builder, 1);
  atlas_table_builder_set_real (builder, real, INFINITY);
  atlas_table_builder_set_integer (builder, whole, 0);
  atlas_table_builder_set_missing (builder, text, ATLAS_SUPPRESSED);
  atlas_table_builder_begin_feature (builder, 2);
  atlas_table_builder_set_real (builder, real, 1.5);
  atlas_table_builder_set_integer (builder, whole, -7);
  atlas_table_builder_set_text (builder, text, "osiedle", -1);
  table = atlas_table_builder_end (g_steal_pointer (&builder));

  column = atlas_table_get_column (table, real);
  g_assert_cmpuint (column->n_missing, ==, 1);
  g_assert_cmpint (atlas_column_get_missing (column, 0), ==, ATLAS_NO_DATA);
  g_assert_true (isnan (atlas_column_get_real (column, 0)));
  g_assert_null (column->reasons);
  column = atlas_table_get_column (table, whole);
  g_assert_null (column->validity);
  g_assert_cmpfloat (atlas_column_get_real (column, 1), ==, -7);
  column = atlas_table_get_column (table, text);
  g_assert_cmpint (atlas_column_get_missing (column, 0), ==, ATLAS_SUPPRESSED);
  g_assert_cmpint (atlas_column_get_missing (column, 1), ==, ATLAS_PRESENT);
  g_assert_null (atlas_column_get_text (column, 0));
  g_assert_cmpstr (atlas_column_get_text (column, 1), ==, "osiedle");
}

/* The same text is kept once; a text may be cut out of a longer one. */
static void
test_texts (void)
{
  g_autoptr (AtlasTableBuilder) builder = atlas_table_builder_new ("texts");
  g_autoptr (AtlasTable) table = NULL;
  const AtlasColumn *column;

  atlas_table_builder_add_column (builder, "t", ATLAS_COLUMN_TEXT, NULL);
  for (int i = 0; i < 1000; i++) {
    atlas_table_builder_begin_feature (builder, i);
    atlas_table_builder_set_text (builder, 0, i % 3 ? "Ślichowice" : "ŚlichowiceX", strlen ("Ślichowice"));
  }
  table = atlas_table_builder_end (g_steal_pointer (&builder));
  column = atlas_table_get_column (table, 0);
  g_assert_cmpuint (column->n_strings, ==, 1);
  g_assert_cmpstr (atlas_column_get_text (column, 999), ==, "Ślichowice");
}

static void
test_nothing (void)
{
  g_autoptr (AtlasTable) table = atlas_table_builder_end (atlas_table_builder_new ("nothing"));

  g_assert_cmpuint (atlas_table_get_n_features (table), ==, 0);
  g_assert_cmpuint (atlas_table_get_n_columns (table), ==, 0);
  g_assert_cmpuint (g_strv_length ((GStrv) atlas_table_get_notes (table)), ==, 0);
  g_assert_null (atlas_table_get_crs (table));
}

static void
test_size_grows (void)
{
  g_autoptr (AtlasTableBuilder) builder = atlas_table_builder_new ("size");
  gsize before = atlas_table_builder_get_size (builder);

  atlas_table_builder_begin_feature (builder, 1);
  add_points (builder, ATLAS_PART_POINT, (const AtlasPoint[]){ { 1, 1 }, { 2, 2 } }, 2);
  g_assert_cmpuint (atlas_table_builder_get_size (builder), >=, before + 2 * sizeof (AtlasPoint));
  g_assert_cmpuint (atlas_table_builder_get_n_features (builder), ==, 1);
}

/* A title and a unit go with the column into derived tables and blocks; without a title the name stands for it. */
static void
test_titles (void)
{
  g_autoptr (AtlasTableBuilder) builder = atlas_table_builder_new ("districts");
  const guint32 rows[] = { 0 };

  atlas_table_builder_add_column (builder, "area_km2", ATLAS_COLUMN_REAL, "m²");
  atlas_table_builder_add_column (builder, "kind", ATLAS_COLUMN_TEXT, NULL);
  atlas_table_builder_set_title (builder, 0, "Powierzchnia", "km²");
  atlas_table_builder_begin_feature (builder, 1);
  g_autoptr (AtlasTable) table = atlas_table_builder_end (g_steal_pointer (&builder));
  g_autoptr (GBytes) block = atlas_table_to_block (table);
  g_autoptr (AtlasTable) received = atlas_table_new_from_block (block, NULL);
  g_autoptr (AtlasTable) chosen = atlas_table_select (received, rows, 1);

  g_assert_cmpstr (atlas_column_get_title (atlas_table_get_column (chosen, 0)), ==, "Powierzchnia");
  g_assert_cmpstr (atlas_table_get_column (chosen, 0)->unit, ==, "km²");
  g_assert_cmpstr (atlas_column_get_title (atlas_table_get_column (chosen, 1)), ==, "kind");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-builder/offsets", test_offsets);
  g_test_add_func ("/table-builder/boxes", test_boxes);
  g_test_add_func ("/table-builder/empty-pieces", test_empty_pieces);
  g_test_add_func ("/table-builder/trim", test_trim);
  g_test_add_func ("/table-builder/same-names", test_same_names);
  g_test_add_func ("/table-builder/missing", test_missing);
  g_test_add_func ("/table-builder/texts", test_texts);
  g_test_add_func ("/table-builder/titles", test_titles);
  g_test_add_func ("/table-builder/nothing", test_nothing);
  g_test_add_func ("/table-builder/size-grows", test_size_grows);
  return g_test_run ();
}
