// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-first-style.h"
#include "atlas-test-project.h"

static void
add_feature (AtlasTableBuilder *builder, AtlasPartKind kind, guint n)
{
  g_autofree char *name = g_strdup_printf ("Name %u", n);
  gsize n_points = kind == ATLAS_PART_LINE ? 2 : 1;
  AtlasPoint *points;

  atlas_table_builder_begin_feature (builder, n);
  atlas_table_builder_set_text (builder, 0, name, -1);
  if (kind == ATLAS_PART_POLYGON) {
    atlas_test_add_square (builder, n, 1);
    return;
  }
  atlas_table_builder_begin_part (builder, kind);
  points = atlas_table_builder_add_ring (builder, n_points);
  for (gsize i = 0; i < n_points; i++)
    points[i] = ATLAS_POINT_INIT (n, (double) i);
}

/* A table with so many points, lines and areas, each feature with a name of its own. */
static AtlasTable *
new_table (guint n_points, guint n_lines, guint n_areas)
{
  const guint counts[] = { n_points, n_lines, n_areas };
  AtlasTableBuilder *builder = atlas_table_builder_new ("table");
  guint n = 0;

  atlas_table_builder_add_column (builder, "name", ATLAS_COLUMN_TEXT, NULL);
  for (AtlasPartKind kind = ATLAS_PART_POINT; kind <= ATLAS_PART_POLYGON; kind++)
    for (guint i = 0; i < counts[kind]; i++)
      add_feature (builder, kind, n++);
  return atlas_table_builder_end (builder);
}

/* The kind of most parts decides; of as many, the one that covers more; of nothing, areas. */
static void
test_kind (void)
{
  static const struct {
    guint n[3];
    AtlasPartKind kind;
  } cases[] = {
    { { 0, 0, 0 }, ATLAS_PART_POLYGON }, { { 1, 0, 0 }, ATLAS_PART_POINT },   { { 0, 1, 0 }, ATLAS_PART_LINE },
    { { 0, 0, 1 }, ATLAS_PART_POLYGON }, { { 2, 0, 1 }, ATLAS_PART_POINT },   { { 1, 2, 1 }, ATLAS_PART_LINE },
    { { 2, 1, 2 }, ATLAS_PART_POLYGON }, { { 3, 3, 3 }, ATLAS_PART_POLYGON }, { { 5, 6, 1 }, ATLAS_PART_LINE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AtlasTable) table = new_table (cases[i].n[0], cases[i].n[1], cases[i].n[2]);

    g_assert_cmpint (atlas_first_style_guess_kind (table), ==, cases[i].kind);
  }
}

/* Each kind looks like what it is: points are dots of one size, lines have a width, areas a fill that one sees through.
 */
static void
test_forms (void)
{
  g_autoptr (AtlasTable) points = new_table (1, 0, 0);
  g_autoptr (AtlasTable) lines = new_table (0, 1, 0);
  g_autoptr (AtlasTable) areas = new_table (0, 0, 1);
  g_autoptr (AtlasStyle) dots = atlas_first_style_new (points, 0);
  g_autoptr (AtlasStyle) strokes = atlas_first_style_new (lines, 0);
  g_autoptr (AtlasStyle) fills = atlas_first_style_new (areas, 0);
  g_autoptr (AtlasStyle) dots_over = atlas_first_style_new_over (points, 0);

  g_assert_cmpint (dots->symbol, ==, ATLAS_SYMBOL_DOTS);
  g_assert_cmpfloat (dots->size, >, strokes->size);
  g_assert_cmpint (strokes->symbol, ==, ATLAS_SYMBOL_PLAIN);
  g_assert_cmpfloat (strokes->size, >, 0);
  g_assert_cmpint (fills->symbol, ==, ATLAS_SYMBOL_PLAIN);
  g_assert_cmpfloat (fills->opacity, <, 1);
  g_assert_cmpstr (fills->label_field, ==, "name");
  g_assert_true (atlas_style_equal (dots_over, dots));
}

/* Layers one after another have colours that differ, until they are through and begin again. */
static void
test_colours_differ (void)
{
  g_autoptr (AtlasTable) table = new_table (1, 0, 0);
  g_autoptr (AtlasStyle) first = atlas_first_style_new (table, 0);
  g_autoptr (AtlasStyle) again = atlas_first_style_new (table, 6);

  for (guint i = 1; i < 6; i++) {
    g_autoptr (AtlasStyle) before = atlas_first_style_new (table, i - 1);
    g_autoptr (AtlasStyle) style = atlas_first_style_new (table, i);

    g_assert_false (atlas_style_equal (style, before));
    g_assert_false (atlas_style_equal (style, first));
  }
  g_assert_true (atlas_style_equal (again, first));
}

/* As many names as can be read are written, and not one more feature's. */
static void
test_names_of_many (void)
{
  g_autoptr (AtlasTable) few = new_table (500, 0, 0);
  g_autoptr (AtlasTable) many = new_table (501, 0, 0);
  g_autoptr (AtlasStyle) named = atlas_first_style_new (few, 0);
  g_autoptr (AtlasStyle) unnamed = atlas_first_style_new (many, 0);

  g_assert_cmpstr (named->label_field, ==, "name");
  g_assert_null (unnamed->label_field);
}

/* What a style does not know, or does not allow, is left out, and the rest is taken. */
static void
test_parse (void)
{
  g_autoptr (AtlasStyle) plain = atlas_style_new ();
  g_autoptr (AtlasStyle) sized = atlas_style_with (plain, "size", "3", NULL);
  g_autoptr (AtlasStyle) expected = atlas_style_with (sized, "field", "a=b", NULL);
  g_autoptr (AtlasStyle) nothing = atlas_first_style_parse ("");
  g_autoptr (AtlasStyle) parsed = atlas_first_style_parse (";size;glow=1;opacity=17;size=3;;field=a=b;");

  g_assert_true (atlas_style_equal (nothing, plain));
  g_assert_true (atlas_style_equal (parsed, expected));
}

/* Only what was changed is laid over; what was left as it is in every plain style follows the data. */
static void
test_changes (void)
{
  g_autoptr (AtlasTable) table = new_table (1, 0, 0);
  g_autoptr (AtlasStyle) first = atlas_first_style_new (table, 2);
  g_autoptr (AtlasStyle) plain = atlas_style_new ();
  g_autoptr (AtlasStyle) changed = atlas_style_with (plain, "opacity", "0.5", NULL);
  g_autoptr (AtlasStyle) same = atlas_first_style_with_changes (first, plain);
  g_autoptr (AtlasStyle) over = atlas_first_style_with_changes (first, changed);
  g_autoptr (AtlasStyle) expected = atlas_style_with (first, "opacity", "0.5", NULL);

  g_assert_true (atlas_style_equal (same, first));
  g_assert_true (atlas_style_equal (over, expected));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/first-style/kind", test_kind);
  g_test_add_func ("/first-style/forms", test_forms);
  g_test_add_func ("/first-style/colours-differ", test_colours_differ);
  g_test_add_func ("/first-style/names-of-many", test_names_of_many);
  g_test_add_func ("/first-style/parse", test_parse);
  g_test_add_func ("/first-style/changes", test_changes);
  return g_test_run ();
}
