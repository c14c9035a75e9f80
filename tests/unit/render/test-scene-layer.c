// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-error.h"
#include "atlas-scene-layer-private.h"
#include "town.h"

#include <string.h>

#define COLUMNS 6
#define ROWS    4

/* Styles that differ in the fields shown, in the classes, in the colours or in what is drawn. */
static const char *const styles[][9] = {
  { "symbol", "choropleth", "field", "value", "palette", "Blues" },
  { "symbol", "choropleth", "field", "value", "palette", "YlOrRd" },
  { "symbol", "choropleth", "field", "value", "n-classes", "3" },
  { "symbol", "choropleth", "field", "value", "method", "equal" },
  { "symbol", "choropleth", "field", "value", "per", "field", "per-field", "value" },
  { "symbol", "choropleth", "field", "value", "label-field", "name" },
  { "symbol", "proportional", "field", "value" },
  { "symbol", "bivariate", "field", "value", "second-field", "value" },
  { "symbol", "plain" },
};

static AtlasStyle *
style_new (const char *const *keys)
{
  AtlasStyle *style = atlas_style_new ();

  for (; *keys; keys += 2) {
    g_autoptr (GError) error = NULL;
    AtlasStyle *next = atlas_style_with (style, keys[0], keys[1], &error);

    g_assert_no_error (error);
    atlas_style_unref (style);
    style = next;
  }
  return style;
}

static AtlasSceneLayer *
layer_new (AtlasTable *table, const AtlasSceneLayer *last, guint i)
{
  g_autoptr (AtlasStyle) style = style_new (styles[i]);
  g_autoptr (GError) error = NULL;
  AtlasSceneLayer *layer = last ? atlas_scene_layer_restyle (last, style, NULL, "Town", &error)
                                : atlas_scene_layer_new (table, style, NULL, "Town", &error);

  g_assert_no_error (error);
  return layer;
}

static void
assert_same_colours (const AtlasSceneLayer *a, const AtlasSceneLayer *b)
{
  g_assert_cmpmem (a->colours, a->n_colours * sizeof *a->colours, b->colours, b->n_colours * sizeof *b->colours);
}

static void
assert_same_features (const AtlasSceneLayer *a, const AtlasSceneLayer *b)
{
  gsize n = atlas_table_get_n_features (a->table);

  g_assert_true (a->table == b->table);
  g_assert_cmpfloat (a->side, ==, b->side);
  g_assert_cmpmem (a->has_kind, sizeof a->has_kind, b->has_kind, sizeof b->has_kind);
  g_assert_cmpint (a->anchors != NULL, ==, b->anchors != NULL);
  if (a->anchors)
    g_assert_cmpmem (a->anchors, n * sizeof *a->anchors, b->anchors, n * sizeof *b->anchors);
}

static void
assert_same_values (const AtlasSceneLayer *a, const AtlasSceneLayer *b)
{
  gsize n = atlas_table_get_n_features (a->table);

  g_assert_cmpint (a->values != NULL, ==, b->values != NULL);
  g_assert_cmpint (a->classes != NULL, ==, b->classes != NULL);
  g_assert_cmpfloat (a->largest, ==, b->largest);
  g_assert_cmpmem (a->missing, sizeof a->missing, b->missing, sizeof b->missing);
  if (a->values)
    g_assert_cmpmem (a->values->values, n * sizeof (double), b->values->values, n * sizeof (double));
  if (a->classes)
    g_assert_cmpmem (a->classes, n, b->classes, n);
}

/* A layer that was another one before is no other than one made at once. */
static void
test_restyle_is_new (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (COLUMNS, ROWS);

  for (guint from = 0; from < G_N_ELEMENTS (styles); from++)
    for (guint to = 0; to < G_N_ELEMENTS (styles); to++) {
      g_autoptr (AtlasSceneLayer) last = layer_new (table, NULL, from);
      g_autoptr (AtlasSceneLayer) restyled = layer_new (table, last, to);
      g_autoptr (AtlasSceneLayer) fresh = layer_new (table, NULL, to);

      assert_same_features (restyled, fresh);
      assert_same_values (restyled, fresh);
      assert_same_colours (restyled, fresh);
    }
}

/* Another palette: colours differ, and nothing else is worked out again. */
static void
test_palette_shares (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (COLUMNS, ROWS);
  g_autoptr (AtlasSceneLayer) blue = layer_new (table, NULL, 0);
  g_autoptr (AtlasSceneLayer) red = layer_new (table, blue, 1);

  g_assert_true (red->values == blue->values);
  g_assert_true (red->breaks == blue->breaks);
  g_assert_true (red->classes == blue->classes);
  g_assert_true (_atlas_scene_layer_get_index (red) == _atlas_scene_layer_get_index (blue));
  g_assert_false (atlas_colour_equal (red->colours[0], blue->colours[0]));
}

/* Other classes: values, index and anchors stay, breaks do not. */
static void
test_classes_share (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (COLUMNS, ROWS);
  g_autoptr (AtlasSceneLayer) five = layer_new (table, NULL, 0);
  g_autoptr (AtlasSceneLayer) three = layer_new (table, five, 2);

  g_assert_true (three->values == five->values);
  g_assert_true (_atlas_scene_layer_get_index (three) == _atlas_scene_layer_get_index (five));
  g_assert_cmpuint (three->breaks->n_classes, ==, 3);
  g_assert_true (three->classes != five->classes);
}

/* What is shared outlives the layer that had it first. */
static void
test_outlives (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (COLUMNS, ROWS);
  AtlasSceneLayer *labelled = layer_new (table, NULL, 5);
  g_autoptr (AtlasSceneLayer) circles = layer_new (table, labelled, 6);

  atlas_scene_layer_prepare (labelled);
  atlas_scene_layer_unref (labelled);
  g_assert_cmpfloat (circles->anchors[0].at.x, >, 0);
  g_assert_cmpuint (atlas_scene_layer_hit (circles, ATLAS_POINT_INIT (150, 50), 1), ==, 1);
}

static void
test_error (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (COLUMNS, ROWS);
  g_autoptr (AtlasSceneLayer) layer = layer_new (table, NULL, 0);
  g_autoptr (AtlasStyle) style = style_new ((const char *const[]){ "symbol", "choropleth", "field", "height", NULL });
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_scene_layer_restyle (layer, style, NULL, "Town", &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_NO_FIELD);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene-layer/restyle-is-new", test_restyle_is_new);
  g_test_add_func ("/scene-layer/palette-shares", test_palette_shares);
  g_test_add_func ("/scene-layer/classes-share", test_classes_share);
  g_test_add_func ("/scene-layer/outlives", test_outlives);
  g_test_add_func ("/scene-layer/error", test_error);

  return g_test_run ();
}
