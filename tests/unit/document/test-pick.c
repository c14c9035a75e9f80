// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-commands.h"
#include "atlas-pick.h"
#include "atlas-test-project.h"

/* What a rectangle that is drawn on the map selects. */
static GArray *
pick_in_extent (AtlasTable *table, AtlasExtent extent)
{
  AtlasPoint ring[] = { { extent.xmin, extent.ymin },
                        { extent.xmax, extent.ymin },
                        { extent.xmax, extent.ymax },
                        { extent.xmin, extent.ymax } };

  return atlas_pick_in_ring (table, ring, atlas_extent_is_empty (extent) ? 0 : G_N_ELEMENTS (ring));
}

static void
assert_rows (GArray *rows, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, i ? " %u" : "%u", g_array_index (rows, guint32, i));
  g_assert_cmpstr (text->str, ==, expected);
  g_array_unref (rows);
}

/* Squares at 0…100, 100…210, 210…330, 330…460 on the line y = 0. */
static void
test_rectangle (void)
{
  g_autoptr (AtlasTable) table = atlas_test_squares (4, NULL);

  assert_rows (pick_in_extent (table, (AtlasExtent){ 20, 20, 30, 30 }), "0");
  assert_rows (pick_in_extent (table, (AtlasExtent){ 90, 20, 250, 30 }), "0 1 2");
  assert_rows (pick_in_extent (table, (AtlasExtent){ -50, -50, 1000, 1000 }), "0 1 2 3");
  assert_rows (pick_in_extent (table, (AtlasExtent){ 120, 50, 340, 60 }), "1 2 3");
  assert_rows (pick_in_extent (table, (AtlasExtent){ 0, 200, 400, 300 }), "");
  assert_rows (pick_in_extent (table, ATLAS_EXTENT_EMPTY), "");
}

static AtlasTable *
new_mixed_table (void)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("mixed");
  AtlasPoint *points;

  /* 0: a diagonal line, whose box covers what it does not touch */
  atlas_table_builder_begin_feature (builder, 0);
  atlas_table_builder_begin_part (builder, ATLAS_PART_LINE);
  points = atlas_table_builder_add_ring (builder, 2);
  points[0] = ATLAS_POINT_INIT (0, 0);
  points[1] = ATLAS_POINT_INIT (100, 100);
  /* 1: a point */
  atlas_table_builder_begin_feature (builder, 1);
  atlas_table_builder_begin_part (builder, ATLAS_PART_POINT);
  points = atlas_table_builder_add_ring (builder, 1);
  points[0] = ATLAS_POINT_INIT (80, 20);
  /* 2: nothing */
  atlas_table_builder_begin_feature (builder, 2);
  return atlas_table_builder_end (builder);
}

/* By geometry, not by box. */
static void
test_lines_and_points (void)
{
  g_autoptr (AtlasTable) table = new_mixed_table ();

  assert_rows (pick_in_extent (table, (AtlasExtent){ 60, 10, 90, 30 }), "1");
  assert_rows (pick_in_extent (table, (AtlasExtent){ 40, 40, 45, 60 }), "0");
  assert_rows (pick_in_extent (table, (AtlasExtent){ 0, 0, 100, 100 }), "0 1");
  assert_rows (pick_in_extent (table, (AtlasExtent){ 10, 60, 30, 90 }), "");
}

/* A lasso around the first and the third square, past the second. */
static void
test_lasso (void)
{
  static const AtlasPoint ring[] = { { 10, -50 },  { 300, -50 }, { 300, 50 }, { 250, 50 },
                                     { 250, -20 }, { 50, -20 },  { 50, 50 },  { 10, 50 } };
  g_autoptr (AtlasTable) table = atlas_test_squares (4, NULL);

  assert_rows (atlas_pick_in_ring (table, ring, G_N_ELEMENTS (ring)), "0 2");
  assert_rows (atlas_pick_in_ring (table, ring, 0), "");
}

/* A square with a hole: a rectangle within the hole meets nothing. */
static void
test_hole (void)
{
  static const AtlasPoint outer[] = { { 0, 0 }, { 100, 0 }, { 100, 100 }, { 0, 100 }, { 0, 0 } };
  static const AtlasPoint inner[] = { { 20, 20 }, { 20, 80 }, { 80, 80 }, { 80, 20 }, { 20, 20 } };
  AtlasTableBuilder *builder = atlas_table_builder_new ("ring");
  g_autoptr (AtlasTable) table = NULL;

  atlas_table_builder_begin_feature (builder, 0);
  atlas_table_builder_begin_part (builder, ATLAS_PART_POLYGON);
  memcpy (atlas_table_builder_add_ring (builder, 5), outer, sizeof outer);
  memcpy (atlas_table_builder_add_ring (builder, 5), inner, sizeof inner);
  table = atlas_table_builder_end (builder);
  assert_rows (pick_in_extent (table, (AtlasExtent){ 40, 40, 60, 60 }), "");
  assert_rows (pick_in_extent (table, (AtlasExtent){ 40, 40, 90, 60 }), "0");
  assert_rows (pick_in_extent (table, (AtlasExtent){ 5, 5, 10, 10 }), "0");
}

static void
test_topmost_first (void)
{
  g_autoptr (AtlasProject) project = atlas_project_new ();
  g_autoptr (AtlasLayer) upper = atlas_test_layer ("Upper", 2);
  g_autoptr (AtlasLayer) lower = atlas_test_layer ("Lower", 4);
  gsize row;

  atlas_project_do_add_layer (project, upper, 0);
  atlas_project_do_add_layer (project, lower, 1);
  atlas_test_wait_for_layer (upper);
  atlas_test_wait_for_layer (lower);
  g_assert_true (atlas_pick_at (project, ATLAS_POINT_INIT (150, 50), 1, 10000, &row) == upper);
  g_assert_cmpuint (row, ==, 1);
  g_assert_true (atlas_pick_at (project, ATLAS_POINT_INIT (400, 50), 1, 10000, &row) == lower);
  g_assert_cmpuint (row, ==, 3);
  g_assert_null (atlas_pick_at (project, ATLAS_POINT_INIT (400, 500), 1, 10000, &row));
  g_assert_cmpuint (row, ==, G_MAXSIZE);
  atlas_project_do_show_layer (project, upper, FALSE);
  g_assert_true (atlas_pick_at (project, ATLAS_POINT_INIT (150, 50), 1, 10000, &row) == lower);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pick/rectangle", test_rectangle);
  g_test_add_func ("/pick/lines-and-points", test_lines_and_points);
  g_test_add_func ("/pick/lasso", test_lasso);
  g_test_add_func ("/pick/hole", test_hole);
  g_test_add_func ("/pick/topmost-first", test_topmost_first);
  return g_test_run ();
}
