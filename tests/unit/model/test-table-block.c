// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-error.h"
#include "atlas-table-builder.h"

#include <string.h>

/* One of everything: all kinds of parts, a hole, no geometry, all types of columns, every reason to be missing. */
static AtlasTable *
make_table (void)
{
  g_autoptr (AtlasTableBuilder) builder = atlas_table_builder_new ("obręby");
  g_autoptr (AtlasCrs) crs = atlas_crs_new (ATLAS_CRS_PROJECTED, "EPSG", 2178, "CS2000/21", "PROJCS[…]", 1);

  atlas_table_builder_set_crs (builder, crs);
  atlas_table_builder_set_layer_title (builder, "Granica miasta");
  atlas_table_builder_set_credit (builder, "GUGiK");
  atlas_table_builder_take_note (builder, g_strdup ("Two rings were closed."));
  atlas_table_builder_take_note (builder, g_strdup ("Heights were left out."));
  for (AtlasColumnType type = ATLAS_COLUMN_INTEGER; type <= ATLAS_COLUMN_INSTANT; type++)
    atlas_table_builder_add_column (builder, "column", type, type % 2 ? "m" : NULL);
  for (int i = 0; i < 6; i++) {
    gsize n = (gsize) (3 + i);
    AtlasPoint *points;

    atlas_table_builder_begin_feature (builder, i);
    for (guint c = 0; c <= ATLAS_COLUMN_INSTANT; c++) {
      if ((i + c) % 4)
        atlas_table_builder_set_missing (builder, c, (AtlasMissing) ((i + c) % 4));
      else if (c == ATLAS_COLUMN_TEXT)
        atlas_table_builder_set_text (builder, c, "Ślichowice", 5 + i);
      else if (c == ATLAS_COLUMN_REAL)
        atlas_table_builder_set_real (builder, c, i / 3.0);
      else
        atlas_table_builder_set_integer (builder, c, i);
    }
    for (int part = 0; part < i; part++) {
      atlas_table_builder_begin_part (builder, (AtlasPartKind) (part % 3));
      for (int ring = 0; ring < (part % 3 == ATLAS_PART_POLYGON ? 2 : 1); ring++) {
        points = atlas_table_builder_add_ring (builder, n);
        for (gsize p = 0; p < n; p++)
          points[p] = ATLAS_POINT_INIT (i + (double) (p % (n - 1)), ring + (double) (p % 2));
      }
    }
  }
  return atlas_table_builder_end (g_steal_pointer (&builder));
}

static void
assert_same_column (const AtlasColumn *a, const AtlasColumn *b)
{
  g_assert_cmpstr (a->name, ==, b->name);
  g_assert_cmpstr (a->unit, ==, b->unit);
  g_assert_cmpint (a->type, ==, b->type);
  g_assert_cmpuint (a->n_missing, ==, b->n_missing);
  for (gsize row = 0; row < a->n_rows; row++) {
    g_autofree char *cell = atlas_column_dup_cell (a, row);
    g_autofree char *other = atlas_column_dup_cell (b, row);

    g_assert_cmpstr (cell, ==, other);
    g_assert_cmpint (atlas_column_get_missing (a, row), ==, atlas_column_get_missing (b, row));
  }
}

static void
assert_same_geometry (const AtlasGeometry *a, const AtlasGeometry *b)
{
  g_assert_cmpmem (a->points, a->n_points * sizeof (AtlasPoint), b->points, b->n_points * sizeof (AtlasPoint));
  g_assert_cmpmem (a->rings, (a->n_rings + 1) * 4, b->rings, (b->n_rings + 1) * 4);
  g_assert_cmpmem (a->parts, (a->n_parts + 1) * 4, b->parts, (b->n_parts + 1) * 4);
  g_assert_cmpmem (a->kinds, a->n_parts, b->kinds, b->n_parts);
  g_assert_cmpmem (a->features, (a->n_features + 1) * 4, b->features, (b->n_features + 1) * 4);
  g_assert_cmpmem (a->fids, a->n_features * 8, b->fids, b->n_features * 8);
  g_assert_cmpmem (a->boxes, a->n_features * sizeof (AtlasExtent), b->boxes, b->n_features * sizeof (AtlasExtent));
}

static void
assert_same_table (AtlasTable *a, AtlasTable *b)
{
  g_assert_cmpstr (atlas_table_get_name (a), ==, atlas_table_get_name (b));
  g_assert_cmpstr (atlas_table_get_title (a), ==, atlas_table_get_title (b));
  g_assert_cmpstr (atlas_table_get_credit (a), ==, atlas_table_get_credit (b));
  g_assert_cmpstrv (atlas_table_get_notes (a), atlas_table_get_notes (b));
  g_assert_true (atlas_crs_equal (atlas_table_get_crs (a), atlas_table_get_crs (b)));
  assert_same_geometry (atlas_table_get_geometry (a), atlas_table_get_geometry (b));
  g_assert_cmpuint (atlas_table_get_n_columns (a), ==, atlas_table_get_n_columns (b));
  for (guint i = 0; i < atlas_table_get_n_columns (a); i++)
    assert_same_column (atlas_table_get_column (a, i), atlas_table_get_column (b, i));
}

static void
test_round_trip (void)
{
  g_autoptr (AtlasTable) table = make_table ();
  g_autoptr (GBytes) block = atlas_table_to_block (table);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTable) back = atlas_table_new_from_block (block, &error);
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  assert_same_table (table, back);
  again = atlas_table_to_block (back);
  g_assert_true (g_bytes_equal (block, again));
}

static void
test_little (void)
{
  g_autoptr (AtlasTable) table = atlas_table_builder_end (atlas_table_builder_new (""));
  g_autoptr (GBytes) block = atlas_table_to_block (table);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTable) back = atlas_table_new_from_block (block, &error);

  g_assert_no_error (error);
  assert_same_table (table, back);
}

/* The table holds on to the block it lies in. */
static void
test_outlives_the_block (void)
{
  g_autoptr (AtlasTable) table = make_table ();
  GBytes *block = atlas_table_to_block (table);
  g_autoptr (AtlasTable) back = atlas_table_new_from_block (block, NULL);

  g_bytes_unref (block);
  assert_same_table (table, back);
}

/* Reads everything that a table lends, so that a sanitizer sees what lies outside it. */
static gsize
read_all (AtlasTable *table)
{
  const AtlasGeometry *g = atlas_table_get_geometry (table);
  AtlasExtent all = ATLAS_EXTENT_EMPTY;
  gsize n = g_strv_length ((GStrv) atlas_table_get_notes (table)) + strlen (atlas_table_get_name (table));

  for (gsize feature = 0; feature < g->n_features; feature++) {
    for (guint32 part = g->features[feature]; part < g->features[feature + 1]; part++) {
      g_assert_cmpuint (g->kinds[part], <=, ATLAS_PART_POLYGON);
      g_assert_cmpuint (g->parts[part], <, g->parts[part + 1]);
      for (guint32 ring = g->parts[part]; ring < g->parts[part + 1]; ring++) {
        g_assert_cmpuint (g->rings[ring], <, g->rings[ring + 1]);
        for (guint32 i = g->rings[ring]; i < g->rings[ring + 1]; i++)
          all = atlas_extent_add_point (all, g->points[i]);
      }
    }
  }
  g_assert_true (atlas_extent_is_empty (all) || atlas_extent_contains (atlas_table_get_extent (table), all));
  for (guint c = 0; c < atlas_table_get_n_columns (table); c++) {
    for (gsize row = 0; row < g->n_features; row++) {
      const AtlasColumn *column = atlas_table_get_column (table, c);
      g_autofree char *cell = atlas_column_dup_cell (column, row);

      g_assert_cmpint (atlas_column_get_missing (column, row) == ATLAS_PRESENT, ==, cell != NULL);
      n += cell ? strlen (cell) : 0;
    }
  }
  return n;
}

static void
assert_refused_or_sound (const guint8 *data, gsize size)
{
  /* A copy of its own, so that reading past the end is noticed. */
  g_autoptr (GBytes) block = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTable) table = atlas_table_new_from_block (block, &error);

  if (!table)
    g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA);
  else
    read_all (table);
}

static void
test_truncated (void)
{
  g_autoptr (AtlasTable) table = make_table ();
  g_autoptr (GBytes) block = atlas_table_to_block (table);
  gsize size;
  const guint8 *data = g_bytes_get_data (block, &size);

  for (gsize n = 0; n < size; n++) {
    g_autoptr (GBytes) piece = g_bytes_new (data, n);

    g_assert_null (atlas_table_new_from_block (piece, NULL));
  }
}

/* Every byte in turn: each bit of it, all of them, none of them. */
static void
test_every_byte (void)
{
  g_autoptr (AtlasTable) table = make_table ();
  g_autoptr (GBytes) block = atlas_table_to_block (table);
  gsize size;
  guint8 *data = g_bytes_unref_to_data (g_steal_pointer (&block), &size);

  for (gsize at = 0; at < size; at++) {
    guint8 true_byte = data[at];

    for (guint bit = 0; bit < 8; bit++) {
      data[at] = true_byte ^ (guint8) (1 << bit);
      assert_refused_or_sound (data, size);
    }
    data[at] = 0xff;
    assert_refused_or_sound (data, size);
    data[at] = 0;
    assert_refused_or_sound (data, size);
    data[at] = true_byte;
  }
  g_free (data);
}

static const guint64 interesting[] = { 0,          1,          7,          8,          0x7fffffff, 0x80000000,
                                       0xffffffff, 1ull << 32, 1ull << 61, 1ull << 63, G_MAXUINT64 };

/* Words set to numbers at which arithmetic turns over, several at a time. */
static void
test_words (void)
{
  g_autoptr (AtlasTable) table = make_table ();
  g_autoptr (GBytes) block = atlas_table_to_block (table);
  gsize size;
  const guint8 *data = g_bytes_get_data (block, &size);

  for (int round = 0; round < 20000; round++) {
    g_autofree guint8 *broken = g_memdup2 (data, size);

    for (int n = g_test_rand_int_range (1, 4); n > 0; n--) {
      /* Half of them in the head, where the counts are. */
      int end = g_test_rand_bit () ? 48 : (int) (size / 8);
      guint64 word = interesting[g_test_rand_int_range (0, G_N_ELEMENTS (interesting))];

      memcpy (broken + 8 * g_test_rand_int_range (1, end), &word, 8);
    }
    assert_refused_or_sound (broken, size);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-block/round-trip", test_round_trip);
  g_test_add_func ("/table-block/little", test_little);
  g_test_add_func ("/table-block/outlives-the-block", test_outlives_the_block);
  g_test_add_func ("/table-block/truncated", test_truncated);
  g_test_add_func ("/table-block/every-byte", test_every_byte);
  g_test_add_func ("/table-block/words", test_words);
  return g_test_run ();
}
