// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "random-table.h"

#include "atlas-table-builder.h"

static const char *const words[] = { "", "Śródmieście", "Bocianek", "a “quoted” name", "line\nbreak", "0", "NULL" };

static AtlasPoint
random_point (void)
{
  return ATLAS_POINT_INIT (g_test_rand_double_range (-1e6, 1e6), g_test_rand_double_range (-1e6, 1e6));
}

static void
add_random_ring (AtlasTableBuilder *builder, AtlasPartKind kind)
{
  gsize n = kind == ATLAS_PART_POINT ? 1 : (gsize) g_test_rand_int_range (kind == ATLAS_PART_LINE ? 2 : 4, 9);
  AtlasPoint *points = atlas_table_builder_add_ring (builder, n);

  for (gsize i = 0; i < n; i++)
    points[i] = random_point ();
  if (kind == ATLAS_PART_POLYGON)
    points[n - 1] = points[0];
}

static void
add_random_geometry (AtlasTableBuilder *builder)
{
  for (int part = g_test_rand_int_range (0, 4); part > 0; part--) {
    AtlasPartKind kind = (AtlasPartKind) g_test_rand_int_range (ATLAS_PART_POINT, ATLAS_PART_POLYGON + 1);

    atlas_table_builder_begin_part (builder, kind);
    for (int ring = kind == ATLAS_PART_POLYGON ? g_test_rand_int_range (1, 4) : 1; ring > 0; ring--)
      add_random_ring (builder, kind);
  }
}

static void
set_random_cell (AtlasTableBuilder *builder, guint column, AtlasColumnType type)
{
  int chance = g_test_rand_int_range (0, 6);

  if (chance <= ATLAS_SUPPRESSED && chance != ATLAS_PRESENT)
    atlas_table_builder_set_missing (builder, column, (AtlasMissing) chance);
  else if (type == ATLAS_COLUMN_TEXT)
    atlas_table_builder_set_text (builder, column, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))], -1);
  else if (type == ATLAS_COLUMN_REAL)
    atlas_table_builder_set_real (builder, column, g_test_rand_double_range (-1e9, 1e9));
  else if (type == ATLAS_COLUMN_BOOLEAN)
    atlas_table_builder_set_integer (builder, column, g_test_rand_bit ());
  else
    atlas_table_builder_set_integer (builder, column, g_test_rand_int ());
}

/* Any table there can be: parts of all kinds, holes, features without a place, columns of all types, cells of all
 * reasons. */
AtlasTable *
random_table (guint most_features)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("random");
  int n_columns = g_test_rand_int_range (0, 8);
  g_autofree AtlasColumnType *types = g_new (AtlasColumnType, n_columns + 1);

  for (int c = 0; c < n_columns; c++) {
    g_autofree char *name = g_strdup_printf ("column %d", c);

    types[c] = (AtlasColumnType) g_test_rand_int_range (ATLAS_COLUMN_INTEGER, ATLAS_COLUMN_INSTANT + 1);
    atlas_table_builder_add_column (builder, name, types[c], g_test_rand_bit () ? "µg/m³" : NULL);
  }
  for (int row = g_test_rand_int_range (0, (int) most_features + 1); row > 0; row--) {
    atlas_table_builder_begin_feature (builder, g_test_rand_int ());
    add_random_geometry (builder);
    for (int c = 0; c < n_columns; c++)
      set_random_cell (builder, (guint) c, types[c]);
  }
  return atlas_table_builder_end (builder);
}

void
assert_same_cells (AtlasTable *a, gsize row_of_a, AtlasTable *b, gsize row_of_b)
{
  g_assert_cmpuint (atlas_table_get_n_columns (a), ==, atlas_table_get_n_columns (b));
  for (guint c = 0; c < atlas_table_get_n_columns (a); c++) {
    const AtlasColumn *ours = atlas_table_get_column (a, c);
    const AtlasColumn *theirs = atlas_table_get_column (b, c);
    g_autofree char *cell = atlas_column_dup_cell (ours, row_of_a);
    g_autofree char *other = atlas_column_dup_cell (theirs, row_of_b);

    g_assert_cmpstr (ours->name, ==, theirs->name);
    g_assert_cmpstr (ours->unit, ==, theirs->unit);
    g_assert_cmpint (ours->type, ==, theirs->type);
    g_assert_cmpstr (cell, ==, other);
    g_assert_cmpint (atlas_column_get_missing (ours, row_of_a), ==, atlas_column_get_missing (theirs, row_of_b));
  }
}

static void
assert_same_part (const AtlasGeometry *a, guint32 part_of_a, const AtlasGeometry *b, guint32 part_of_b)
{
  guint32 n_rings = a->parts[part_of_a + 1] - a->parts[part_of_a];

  g_assert_cmpuint (a->kinds[part_of_a], ==, b->kinds[part_of_b]);
  g_assert_cmpuint (n_rings, ==, b->parts[part_of_b + 1] - b->parts[part_of_b]);
  for (guint32 i = 0; i < n_rings; i++) {
    const guint32 *ours = a->rings + a->parts[part_of_a] + i;
    const guint32 *theirs = b->rings + b->parts[part_of_b] + i;

    g_assert_cmpmem (a->points + ours[0], (ours[1] - ours[0]) * sizeof (AtlasPoint), b->points + theirs[0],
                     (theirs[1] - theirs[0]) * sizeof (AtlasPoint));
  }
}

void
assert_same_geometry (AtlasTable *a, gsize row_of_a, AtlasTable *b, gsize row_of_b)
{
  const AtlasGeometry *ours = atlas_table_get_geometry (a);
  const AtlasGeometry *theirs = atlas_table_get_geometry (b);
  guint32 n_parts = ours->features[row_of_a + 1] - ours->features[row_of_a];

  g_assert_cmpint (ours->fids[row_of_a], ==, theirs->fids[row_of_b]);
  g_assert_cmpmem (ours->boxes + row_of_a, sizeof (AtlasExtent), theirs->boxes + row_of_b, sizeof (AtlasExtent));
  g_assert_cmpuint (n_parts, ==, theirs->features[row_of_b + 1] - theirs->features[row_of_b]);
  for (guint32 i = 0; i < n_parts; i++)
    assert_same_part (ours, ours->features[row_of_a] + i, theirs, theirs->features[row_of_b] + i);
}
