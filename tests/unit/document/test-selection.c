// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-selection.h"
#include "atlas-test-project.h"

#define N_ROWS 64

static void
count_cb (guint *n)
{
  (*n)++;
}

static guint64
bits_of (AtlasSelection *selection)
{
  gsize n;
  const guint32 *rows = atlas_selection_get_rows (selection, &n);
  guint64 bits = 0;

  for (gsize i = 0; i < n; i++) {
    if (i > 0)
      g_assert_cmpuint (rows[i - 1], <, rows[i]);
    bits |= G_GUINT64_CONSTANT (1) << rows[i];
  }
  return bits;
}

static guint64
random_bits (void)
{
  return (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
}

static void
select_bits (AtlasSelection *selection, AtlasLayer *layer, guint64 bits, AtlasSelectMode mode)
{
  guint32 rows[2 * N_ROWS];
  gsize n = 0;

  /* From the last to the first, and some of them twice: the order told does not matter. */
  for (guint32 row = N_ROWS; row > 0; row--)
    for (guint32 i = 0; bits >> (row - 1) & 1 && i < 1 + row % 2; i++)
      rows[n++] = row - 1;
  atlas_selection_select (selection, layer, rows, n, mode);
}

/* A selection is a set: what it does is what bits do. */
static void
test_algebra (void)
{
  g_autoptr (AtlasSelection) selection = atlas_selection_new ();
  g_autoptr (AtlasLayer) layer = atlas_test_layer ("squares", N_ROWS);
  guint64 expected = 0;

  for (guint i = 0; i < 500; i++) {
    guint64 bits = random_bits () & random_bits ();
    AtlasSelectMode mode = (AtlasSelectMode) g_test_rand_int_range (0, ATLAS_SELECT_INTERSECT + 1);

    select_bits (selection, layer, bits, mode);
    switch (mode) {
    case ATLAS_SELECT_REPLACE:
      expected = bits;
      break;
    case ATLAS_SELECT_ADD:
      expected |= bits;
      break;
    case ATLAS_SELECT_SUBTRACT:
      expected &= ~bits;
      break;
    case ATLAS_SELECT_INTERSECT:
      expected &= bits;
      break;
    default:
      g_assert_not_reached ();
    }
    g_assert_cmpuint (bits_of (selection), ==, expected);
    g_assert_true (atlas_selection_get_layer (selection) == (expected ? layer : NULL));
    for (guint32 row = 0; row < N_ROWS; row++)
      g_assert_cmpint (atlas_selection_contains (selection, row), ==, (int) (expected >> row & 1));
  }
  atlas_test_wait_for_layer (layer);
}

static void
test_tells_how_many (void)
{
  g_autoptr (AtlasSelection) selection = atlas_selection_new ();
  g_autoptr (AtlasLayer) layer = atlas_test_layer ("squares", N_ROWS);
  g_autoptr (AtlasLayer) told = NULL;
  guint n_rows;

  select_bits (selection, layer, 0x1d, ATLAS_SELECT_REPLACE);
  g_object_get (selection, "layer", &told, "n-rows", &n_rows, NULL);
  g_assert_true (told == layer);
  g_assert_cmpuint (n_rows, ==, 4);
}

static void
test_one_layer_at_a_time (void)
{
  g_autoptr (AtlasSelection) selection = atlas_selection_new ();
  g_autoptr (AtlasLayer) one = atlas_test_layer ("one", 5);
  g_autoptr (AtlasLayer) two = atlas_test_layer ("two", 5);

  select_bits (selection, one, 0x3, ATLAS_SELECT_REPLACE);
  select_bits (selection, two, 0x1, ATLAS_SELECT_SUBTRACT);
  g_assert_cmpuint (bits_of (selection), ==, 0x3);
  select_bits (selection, two, 0x4, ATLAS_SELECT_ADD);
  g_assert_true (atlas_selection_get_layer (selection) == two);
  g_assert_cmpuint (bits_of (selection), ==, 0x4);
  select_bits (selection, one, 0x4, ATLAS_SELECT_INTERSECT);
  g_assert_null (atlas_selection_get_layer (selection));
  atlas_test_wait_for_layer (one);
  atlas_test_wait_for_layer (two);
}

static void
test_tells_changes_only (void)
{
  g_autoptr (AtlasSelection) selection = atlas_selection_new ();
  g_autoptr (AtlasLayer) layer = atlas_test_layer ("squares", 5);
  guint n_changed = 0;

  g_signal_connect_swapped (selection, "changed", G_CALLBACK (count_cb), &n_changed);
  select_bits (selection, layer, 0x3, ATLAS_SELECT_REPLACE);
  select_bits (selection, layer, 0x3, ATLAS_SELECT_REPLACE);
  select_bits (selection, layer, 0x1, ATLAS_SELECT_ADD);
  g_assert_cmpuint (n_changed, ==, 1);
  atlas_selection_clear (selection);
  atlas_selection_clear (selection);
  g_assert_cmpuint (n_changed, ==, 2);
  atlas_test_wait_for_layer (layer);
}

static void
test_hover (void)
{
  g_autoptr (AtlasSelection) selection = atlas_selection_new ();
  g_autoptr (AtlasLayer) layer = atlas_test_layer ("squares", 5);
  guint n_changed = 0;
  gsize row;

  g_signal_connect_swapped (selection, "hover-changed", G_CALLBACK (count_cb), &n_changed);
  atlas_selection_set_hover (selection, layer, 2);
  atlas_selection_set_hover (selection, layer, 2);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_true (atlas_selection_get_hover (selection, &row) == layer);
  g_assert_cmpuint (row, ==, 2);
  atlas_selection_set_hover (selection, layer, G_MAXSIZE);
  g_assert_null (atlas_selection_get_hover (selection, &row));
  g_assert_cmpuint (row, ==, G_MAXSIZE);
  g_assert_cmpuint (n_changed, ==, 2);
  atlas_test_wait_for_layer (layer);
}

static void
test_lets_go_of_a_layer (void)
{
  g_autoptr (AtlasSelection) selection = atlas_selection_new ();
  AtlasLayer *layer = atlas_test_layer ("squares", 5);
  gsize row;

  select_bits (selection, layer, 0x3, ATLAS_SELECT_REPLACE);
  atlas_selection_set_hover (selection, layer, 1);
  atlas_selection_forget_layer (selection, layer);
  g_assert_null (atlas_selection_get_layer (selection));
  g_assert_null (atlas_selection_get_hover (selection, &row));
  atlas_test_wait_for_layer (layer);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (layer);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/selection/algebra", test_algebra);
  g_test_add_func ("/selection/tells-how-many", test_tells_how_many);
  g_test_add_func ("/selection/one-layer-at-a-time", test_one_layer_at_a_time);
  g_test_add_func ("/selection/tells-changes-only", test_tells_changes_only);
  g_test_add_func ("/selection/hover", test_hover);
  g_test_add_func ("/selection/lets-go-of-a-layer", test_lets_go_of_a_layer);
  return g_test_run ();
}
