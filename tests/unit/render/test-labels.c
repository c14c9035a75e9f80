// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-labels.h"
#include "atlas-scene-private.h"
#include "atlas-symbol-size.h"
#include "town.h"

#define MM 25.4

static AtlasScene *
new_scene_of (AtlasSceneLayer **layers, guint n_layers, double units_per_mm, double scale)
{
  AtlasSceneOptions options = ATLAS_SCENE_OPTIONS_INIT;

  options.units_per_mm = units_per_mm;
  options.transform = (AtlasTransform){ scale * units_per_mm, 5 * units_per_mm, 115 * units_per_mm };
  options.width = 170 * units_per_mm;
  options.height = 120 * units_per_mm;
  return atlas_scene_new (layers, n_layers, &options);
}

static AtlasScene *
new_scene (AtlasSceneLayer *layer, double units_per_mm, double scale)
{
  return new_scene_of (&layer, 1, units_per_mm, scale);
}

static const AtlasLabel *
get (GPtrArray *labels, guint i)
{
  return g_ptr_array_index (labels, i);
}

static void
assert_apart (GPtrArray *labels)
{
  for (guint i = 0; i < labels->len; i++)
    for (guint j = 0; j < i; j++)
      g_assert_false (atlas_extent_intersects (get (labels, i)->box, get (labels, j)->box));
}

static void
assert_once (GPtrArray *labels)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < labels->len; i++)
    g_assert_true (g_hash_table_add (seen, g_strjoinv (" ", get (labels, i)->lines)));
}

static void
assert_alike (GPtrArray *a, GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++) {
    g_assert_cmpstrv (get (a, i)->lines, get (b, i)->lines);
    g_assert_cmpfloat_with_epsilon (get (a, i)->box.xmin, get (b, i)->box.xmin, 1e-6);
    g_assert_cmpfloat_with_epsilon (get (a, i)->box.ymin, get (b, i)->box.ymin, 1e-6);
  }
}

/* Roomy squares are all named, each in its middle. */
static void
test_areas (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (8, 5);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "label-field", "name", NULL);
  g_autoptr (AtlasScene) scene = new_scene (layer, 1, 0.2);
  g_autoptr (GPtrArray) labels = atlas_labels_place (scene, NULL, 0);

  g_assert_cmpuint (labels->len, ==, 40);
  assert_apart (labels);
  assert_once (labels);
  for (guint i = 0; i < labels->len; i++) {
    AtlasPoint c = atlas_extent_centre (get (labels, i)->box);

    g_assert_cmpfloat_with_epsilon (fmod (c.x - 5, 20), 10, 0.5);
    g_assert_cmpfloat_with_epsilon (fmod (115 - c.y, 20), 10, 0.5);
  }
}

/* Where two layers would write at one place, the upper one does. */
static void
test_upper_layers_go_first (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (8, 5);
  g_autoptr (AtlasSceneLayer) names = town_new_layer (table, "", "label-field", "name", NULL);
  g_autoptr (AtlasSceneLayer) numbers = town_new_layer (table, "", "label-field", "value", NULL);
  AtlasSceneLayer *layers[] = { numbers, names };
  g_autoptr (AtlasScene) scene = new_scene_of (layers, 2, 1, 0.2);
  g_autoptr (GPtrArray) labels = atlas_labels_place (scene, NULL, 0);

  for (guint i = 0; i < 40; i++)
    g_assert_true (g_str_has_prefix (get (labels, i)->lines[0], "No."));
  assert_apart (labels);
}

/* In squares of three millimetres no name fits, so none is written. */
static void
test_too_small (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (8, 5);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "label-field", "name", NULL);
  g_autoptr (AtlasScene) scene = new_scene (layer, 1, 0.03);
  g_autoptr (GPtrArray) labels = atlas_labels_place (scene, NULL, 0);

  g_assert_cmpuint (labels->len, ==, 0);
}

/* Crowded dots: as many names as there is room for, none over another, all of them on the sheet. */
static void
test_crowded (void)
{
  g_autoptr (AtlasTable) table = town_new_points (400);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "label-field", "name", NULL);
  g_autoptr (AtlasScene) scene = new_scene (layer, 1, 1);
  g_autoptr (GPtrArray) labels = atlas_labels_place (scene, NULL, 0);

  g_assert_cmpuint (labels->len, >, 50);
  g_assert_cmpuint (labels->len, <, 400);
  assert_apart (labels);
  assert_once (labels);
  for (guint i = 0; i < labels->len; i++)
    g_assert_true (atlas_extent_contains ((AtlasExtent){ 0, 0, 170, 120 }, get (labels, i)->box));
}

/* The screen, a PDF and a PNG of 600 dots per inch have the same names at the same places. */
static void
test_same_everywhere (void)
{
  static const double resolutions[] = { 1, 72 / MM, 96 / MM, 600 / MM };
  g_autoptr (AtlasTable) table = town_new_points (200);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "label-field", "name", NULL);
  g_autoptr (AtlasScene) first = new_scene (layer, 1, 1);
  g_autoptr (GPtrArray) labels = atlas_labels_place (first, NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (resolutions); i++) {
    g_autoptr (AtlasScene) scene = new_scene (layer, resolutions[i], 1);
    g_autoptr (GPtrArray) again = atlas_labels_place (scene, NULL, 0);

    assert_alike (labels, again);
  }
}

/* What has the greater value is named first: here the last points. */
static void
test_importance (void)
{
  g_autoptr (AtlasTable) table = town_new_points (300);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "label-field", "name", "symbol", "dots", "field",
                                                      "value", NULL);
  g_autoptr (AtlasScene) scene = new_scene (layer, 1, 1);
  g_autoptr (GPtrArray) labels = atlas_labels_place (scene, NULL, 0);

  g_assert_cmpstr (get (labels, 0)->lines[0], ==, "Point 300");
}

/* A name stands below or above the circle of its district, and over no other's; those without a circle keep the middle.
 */
static void
test_circles (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (8, 5);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "label-field", "name", "symbol", "proportional",
                                                      "field", "value", "size", "8", NULL);
  g_autoptr (AtlasScene) scene = new_scene (layer, 1, 0.2);
  g_autoptr (GPtrArray) labels = atlas_labels_place (scene, NULL, 0);

  g_assert_cmpuint (labels->len, >, 30);
  assert_apart (labels);
  for (guint row = 0; row < 40; row++) {
    AtlasPoint at = atlas_transform_to_device (scene->options.transform, layer->anchors[row].at);
    double radius = atlas_symbol_get_radius (layer, row);
    AtlasExtent circle = atlas_extent_grow ((AtlasExtent){ at.x, at.y, at.x, at.y }, radius);

    for (guint i = 0; radius > 0 && i < labels->len; i++)
      g_assert_false (atlas_extent_intersects (circle, get (labels, i)->box));
  }
}

/* Names keep out of a legend that lies over the map. */
static void
test_obstacles (void)
{
  const AtlasExtent legend = { 5, 15, 60, 115 };
  g_autoptr (AtlasTable) table = town_new_districts (8, 5);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "label-field", "name", NULL);
  g_autoptr (AtlasScene) scene = new_scene (layer, 1, 0.2);
  g_autoptr (GPtrArray) labels = atlas_labels_place (scene, &legend, 1);

  g_assert_cmpuint (labels->len, >, 15);
  g_assert_cmpuint (labels->len, <, 40);
  for (guint i = 0; i < labels->len; i++)
    g_assert_false (atlas_extent_intersects (legend, get (labels, i)->box));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/labels/areas", test_areas);
  g_test_add_func ("/labels/upper-layers-go-first", test_upper_layers_go_first);
  g_test_add_func ("/labels/too-small", test_too_small);
  g_test_add_func ("/labels/crowded", test_crowded);
  g_test_add_func ("/labels/same-everywhere", test_same_everywhere);
  g_test_add_func ("/labels/importance", test_importance);
  g_test_add_func ("/labels/circles", test_circles);
  g_test_add_func ("/labels/obstacles", test_obstacles);
  return g_test_run ();
}
