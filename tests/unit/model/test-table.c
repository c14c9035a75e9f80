// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-table.h"

#include "atlas-error.h"
#include "atlas-table-builder.h"

#include <string.h>

/* Five districts in a row, each a triangle at x = number; the third has no geometry and no people. */
static AtlasTable *
make_districts (void)
{
  g_autoptr (AtlasTableBuilder) builder = atlas_table_builder_new ("districts");
  g_autoptr (AtlasCrs) crs = atlas_crs_new (ATLAS_CRS_PROJECTED, "EPSG", 2178, "CS2000/21", "PROJCS…", 1);
  guint name = atlas_table_builder_add_column (builder, "Nazwa", ATLAS_COLUMN_TEXT, NULL);
  guint people = atlas_table_builder_add_column (builder, "people", ATLAS_COLUMN_INTEGER, NULL);

  atlas_table_builder_set_crs (builder, crs);
  atlas_table_builder_set_credit (builder, "City of Kielce");
  atlas_table_builder_take_note (builder, g_strdup ("One ring was closed."));
  for (int i = 0; i < 5; i++) {
    g_autofree char *text = g_strdup_printf ("district %d", i);

    atlas_table_builder_begin_feature (builder, 100 + i);
    atlas_table_builder_set_text (builder, name, text, -1);
    if (i == 2) {
      atlas_table_builder_set_missing (builder, people, ATLAS_NOT_APPLICABLE);
      continue;
    }
    atlas_table_builder_set_integer (builder, people, 1000 * i);
    atlas_table_builder_begin_part (builder, ATLAS_PART_POLYGON);
    memcpy (atlas_table_builder_add_ring (builder, 4),
            (const AtlasPoint[]){ { i, 0 }, { i + 1, 0 }, { i, 1 }, { i, 0 } }, 4 * sizeof (AtlasPoint));
  }
  return atlas_table_builder_end (g_steal_pointer (&builder));
}

static void
test_find_column (void)
{
  g_autoptr (AtlasTable) table = make_districts ();

  g_assert_cmpstr (atlas_table_find_column (table, "people")->name, ==, "people");
  g_assert_cmpstr (atlas_table_find_column (table, "NAZWA")->name, ==, "Nazwa");
  g_assert_null (atlas_table_find_column (table, "peopl"));
  g_assert_cmpstr (atlas_table_guess_name_column (table)->name, ==, "Nazwa");
}

static void
test_require_column (void)
{
  g_autoptr (AtlasTable) table = make_districts ();
  g_autoptr (AtlasTable) bare = atlas_table_builder_end (atlas_table_builder_new ("bare"));
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) none = NULL;

  g_assert_null (atlas_table_require_column (table, "ludność", &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_NO_FIELD);
  g_assert_nonnull (strstr (error->message, "people"));
  g_assert_null (atlas_table_require_column (bare, "ludność", &none));
  g_assert_error (none, ATLAS_ERROR, ATLAS_ERROR_NO_FIELD);
}

/* Thousands of names are no sentence. */
static void
test_require_among_many (void)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("wide");
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2000; i++) {
    g_autofree char *name = g_strdup_printf ("c%u", i);

    atlas_table_builder_add_column (builder, name, ATLAS_COLUMN_REAL, NULL);
  }
  table = atlas_table_builder_end (builder);
  g_assert_null (atlas_table_require_column (table, "ludność", &error));
  g_assert_true (g_str_has_suffix (error->message, "c48, c49, …"));
}

/* Derived tables outlive their parent and share what is the same. */
static void
test_with_points (void)
{
  g_autoptr (AtlasTable) table = make_districts ();
  const AtlasGeometry *g = atlas_table_get_geometry (table);
  g_autofree AtlasPoint *moved = g_memdup2 (g->points, g->n_points * sizeof *moved);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AtlasTable) there = NULL;

  for (gsize i = 0; i < g->n_points; i++)
    moved[i].x += 1000;
  bytes = g_bytes_new (moved, g->n_points * sizeof *moved);
  there = atlas_table_with_points (table, bytes, NULL);
  g_assert_true (atlas_table_get_geometry (there)->rings == g->rings);
  g_assert_cmpfloat (atlas_table_get_extent (table).xmin, ==, 0);
  g_clear_pointer (&table, atlas_table_unref);

  g_assert_cmpfloat (atlas_table_get_extent (there).xmin, ==, 1000);
  g_assert_cmpfloat (atlas_table_get_geometry (there)->boxes[4].xmax, ==, 1005);
  g_assert_true (atlas_extent_is_empty (atlas_table_get_geometry (there)->boxes[2]));
  g_assert_null (atlas_table_get_crs (there));
  g_assert_cmpstr (atlas_column_get_text (atlas_table_get_column (there, 0), 3), ==, "district 3");
  g_assert_cmpstr (atlas_table_get_credit (there), ==, "City of Kielce");
}

static void
test_with_reals (void)
{
  g_autoptr (AtlasTable) table = make_districts ();
  const double first[] = { 1, NAN, 3, 4, 5 };
  const double second[] = { 6, 7, 8, 9, NAN };
  g_autoptr (AtlasTable) wider = atlas_table_with_reals (table, "rate", "1/km²", first);
  g_autoptr (AtlasTable) replaced = atlas_table_with_reals (wider, "rate", NULL, second);

  g_assert_cmpuint (atlas_table_get_n_columns (table), ==, 2);
  g_assert_cmpuint (atlas_table_get_n_columns (wider), ==, 3);
  g_assert_cmpuint (atlas_table_get_n_columns (replaced), ==, 3);
  g_assert_cmpstr (atlas_table_get_column (wider, 2)->unit, ==, "1/km²");
  g_assert_cmpint (atlas_column_get_missing (atlas_table_get_column (wider, 2), 1), ==, ATLAS_NO_DATA);
  g_assert_cmpfloat (atlas_column_get_real (atlas_table_get_column (replaced, 2), 1), ==, 7);
  g_assert_cmpuint (atlas_table_get_column (replaced, 2)->n_missing, ==, 1);
}

/* Any rows in any order, some twice. */
static void
test_select (void)
{
  g_autoptr (AtlasTable) table = make_districts ();
  const guint32 rows[] = { 4, 2, 0, 4 };
  g_autoptr (AtlasTable) some = atlas_table_select (table, rows, 4);
  g_autoptr (AtlasTable) none = atlas_table_select (table, NULL, 0);
  const AtlasColumn *people = atlas_table_find_column (some, "people");
  const AtlasGeometry *g = atlas_table_get_geometry (some);

  for (guint i = 0; i < 4; i++) {
    g_assert_cmpint (g->fids[i], ==, 100 + rows[i]);
    g_assert_true (atlas_extent_is_empty (g->boxes[i]) || g->boxes[i].xmin == rows[i]);
  }
  g_assert_cmpint (atlas_column_get_missing (people, 1), ==, ATLAS_NOT_APPLICABLE);
  g_assert_cmpint (people->integers[0], ==, 4000);
  g_assert_cmpstr (atlas_table_get_notes (some)[0], ==, "One ring was closed.");
  g_assert_true (atlas_crs_equal (atlas_table_get_crs (some), atlas_table_get_crs (table)));
  g_assert_cmpuint (atlas_table_get_n_features (none), ==, 0);
  g_assert_cmpuint (atlas_table_get_n_columns (none), ==, 2);
}

/* Places instead of outlines; a district without one stays in the list. */
static void
test_with_places (void)
{
  g_autoptr (AtlasTable) table = make_districts ();
  const AtlasPoint places[] = { { 1, 1 }, { NAN, 0 }, { 3, 3 }, { 4, INFINITY }, { 5, -5 } };
  g_autoptr (AtlasTable) placed = atlas_table_with_places (table, places, atlas_table_get_crs (table));
  const AtlasGeometry *g = atlas_table_get_geometry (placed);

  g_assert_cmpuint (g->n_features, ==, 5);
  g_assert_cmpuint (g->n_points, ==, 3);
  g_assert_cmpuint (atlas_table_count_without_geometry (placed), ==, 2);
  for (guint i = 0; i < 5; i++) {
    if (!atlas_point_is_finite (places[i]))
      continue;
    g_assert_cmpuint (g->features[i + 1] - g->features[i], ==, 1);
    g_assert_cmpint (g->kinds[g->features[i]], ==, ATLAS_PART_POINT);
    g_assert_cmpfloat (g->points[g->rings[g->parts[g->features[i]]]].x, ==, places[i].x);
  }
  g_assert_cmpfloat (atlas_table_get_extent (placed).ymin, ==, -5);
  g_assert_cmpstr (atlas_column_get_text (atlas_table_get_column (placed, 0), 4), ==, "district 4");
}

static void
add_ring (AtlasTableBuilder *builder, double low, double high)
{
  memcpy (atlas_table_builder_add_ring (builder, 4),
          (const AtlasPoint[]){ { low, low }, { high, low }, { high, high }, { low, low } }, 4 * sizeof (AtlasPoint));
}

/* Rings 0 and 1 are an outline and its hole, 2 is an island, 3 the outline of another feature. */
static AtlasTable *
make_islands (void)
{
  g_autoptr (AtlasTableBuilder) builder = atlas_table_builder_new ("islands");

  atlas_table_builder_begin_feature (builder, 1);
  atlas_table_builder_begin_part (builder, ATLAS_PART_POLYGON);
  add_ring (builder, 0, 10);
  add_ring (builder, 4, 5);
  atlas_table_builder_begin_part (builder, ATLAS_PART_POLYGON);
  add_ring (builder, 20, 30);
  atlas_table_builder_begin_feature (builder, 2);
  atlas_table_builder_begin_part (builder, ATLAS_PART_POLYGON);
  add_ring (builder, 40, 50);
  return atlas_table_builder_end (g_steal_pointer (&builder));
}

static void
test_prune (void)
{
  static const struct {
    guint8 kept[4];
    guint n_parts;
    guint n_rings;
    double xmin;
    double xmax;
  } cases[] = {
    { { 1, 1, 1, 1 }, 3, 4, 0, 50 },  { { 1, 0, 1, 1 }, 3, 3, 0, 50 }, /* a hole alone */
    { { 0, 1, 1, 1 }, 2, 2, 20, 50 },                                  /* an outline takes its hole along */
    { { 1, 1, 0, 0 }, 1, 2, 0, 10 },  { { 0, 0, 1, 0 }, 1, 1, 20, 30 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AtlasTable) table = make_islands ();
    g_autoptr (AtlasTable) pruned = atlas_table_prune (table, cases[i].kept, "Some rings were left out.");
    const AtlasGeometry *g = atlas_table_get_geometry (pruned);

    g_assert_cmpuint (g->n_features, ==, 2);
    g_assert_cmpuint (g->n_parts, ==, cases[i].n_parts);
    g_assert_cmpuint (g->n_rings, ==, cases[i].n_rings);
    g_assert_cmpuint (g->n_points, ==, 4 * cases[i].n_rings);
    g_assert_cmpuint (g->features[2], ==, g->n_parts);
    g_assert_cmpuint (g->rings[g->n_rings], ==, g->n_points);
    g_assert_cmpfloat (atlas_table_get_extent (pruned).xmin, ==, cases[i].xmin);
    g_assert_cmpfloat (atlas_table_get_extent (pruned).xmax, ==, cases[i].xmax);
    g_assert_cmpstr (atlas_table_get_notes (pruned)[0], ==, "Some rings were left out.");
  }
}

static void
test_with_note (void)
{
  g_autoptr (AtlasTable) table = make_districts ();
  g_autoptr (AtlasTable) noted = atlas_table_with_note (table, "Another note.");
  const char *const expected[] = { "One ring was closed.", "Another note.", NULL };

  g_assert_cmpstrv (atlas_table_get_notes (noted), expected);
  g_assert_cmpuint (g_strv_length ((GStrv) atlas_table_get_notes (table)), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/find-column", test_find_column);
  g_test_add_func ("/table/require-column", test_require_column);
  g_test_add_func ("/table/require-among-many", test_require_among_many);
  g_test_add_func ("/table/with-points", test_with_points);
  g_test_add_func ("/table/with-reals", test_with_reals);
  g_test_add_func ("/table/select", test_select);
  g_test_add_func ("/table/with-places", test_with_places);
  g_test_add_func ("/table/prune", test_prune);
  g_test_add_func ("/table/with-note", test_with_note);
  return g_test_run ();
}
