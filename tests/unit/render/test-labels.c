// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-labels.h"
#include "atlas-scene-private.h"
#include "atlas-symbol-size.h"
#include "atlas-table-builder.h"
#include "notebook.h"
#include "town.h"

#include <math.h>

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

/* However close the map is seen: four fifths of a name, at the least, lie within its own district, and so does its
 * height. */
static void
test_within_areas (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (8, 5);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "label-field", "name", NULL);
  guint n_wider = 0;

  for (double scale = 0.04; scale < 0.2; scale += 0.002) {
    g_autoptr (AtlasScene) scene = new_scene (layer, 1, scale);
    g_autoptr (GPtrArray) labels = atlas_labels_place (scene, NULL, 0);
    double side = 100 * scale;

    for (guint i = 0; i < labels->len; i++) {
      AtlasExtent box = get (labels, i)->box;
      AtlasPoint c = atlas_extent_centre (box);
      double left = fmod (c.x - 5, side);
      double top = fmod (115 - c.y, side);

      g_assert_cmpfloat (0.4 * atlas_extent_width (box), <=, MIN (left, side - left) + 1e-6);
      g_assert_cmpfloat (0.5 * atlas_extent_height (box), <=, MIN (top, side - top) + 1e-6);
      n_wider += atlas_extent_width (box) > side;
    }
  }
  g_assert_cmpuint (n_wider, >, 0); /* the fifth is made use of */
}

static AtlasTable *
new_named_square (const char *name, double side)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("square");
  AtlasPoint *p;

  atlas_table_builder_add_column (builder, "name", ATLAS_COLUMN_TEXT, NULL);
  atlas_table_builder_begin_feature (builder, 1);
  atlas_table_builder_begin_part (builder, ATLAS_PART_POLYGON);
  p = atlas_table_builder_add_ring (builder, 4);
  p[0] = ATLAS_POINT_INIT (0, 0);
  p[1] = ATLAS_POINT_INIT (side, 0);
  p[2] = ATLAS_POINT_INIT (side, side);
  p[3] = ATLAS_POINT_INIT (0, side);
  atlas_table_builder_set_text (builder, 0, name, -1);
  return atlas_table_builder_end (builder);
}

/* Side of a square, as a share of the width of a name, the name, and how it is written there: lines parted by strokes;
 * "" for not at all. */
static const struct {
  double share;
  const char *name;
  const char *written;
} broken[] = {
  { 1.2, "Nowe Sady", "Nowe Sady" }, { 0.85, "Nowe Sady", "Nowe Sady" }, /* a little of it may lie beyond */
  { 0.7, "Nowe Sady", "Nowe|Sady" }, { 0.7, "Nowe Nowe Sady", "Nowe|Nowe|Sady" },
  { 0.7, "Białogon", "" },           { 0.2, "Nowe Nowe Sady", "" },
  { 1.2, "  Pakosz ", "Pakosz" },    { 1.2, "   ", "" },
};

static void
test_broken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++) {
    double width = atlas_text_measure (broken[i].name, 9 * MM / 72, FALSE).width;
    g_autoptr (AtlasTable) table = new_named_square (broken[i].name, broken[i].share * width);
    g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "label-field", "name", "label-size", "9", NULL);
    g_autoptr (AtlasScene) scene = new_scene (layer, 1, 1);
    g_autoptr (GPtrArray) labels = atlas_labels_place (scene, NULL, 0);
    g_autofree char *written = labels->len ? g_strjoinv ("|", get (labels, 0)->lines) : g_strdup ("");

    g_assert_cmpstr (written, ==, broken[i].written);
  }
}

/* A name hides no dot: neither of its own layer nor of another whose features are named. */
static void
test_dots_stay_seen (void)
{
  g_autoptr (AtlasTable) points = town_new_points (150);
  g_autoptr (AtlasTable) districts = town_new_districts (2, 2);
  g_autoptr (AtlasSceneLayer) dots = town_new_layer (points, "", "symbol", "dots", "label-field", "name", "size", "2",
                                                     NULL);
  g_autoptr (AtlasSceneLayer) names = town_new_layer (districts, "", "label-field", "name", NULL);
  AtlasSceneLayer *layers[] = { dots, names };
  g_autoptr (AtlasScene) scene = new_scene_of (layers, 2, 1, 0.55);
  g_autoptr (GPtrArray) labels = atlas_labels_place (scene, NULL, 0);

  g_assert_cmpuint (labels->len, >, 10);
  for (guint i = 0; i < labels->len; i++)
    for (guint row = 0; row < 150; row++) {
      AtlasPoint at = atlas_transform_to_device (scene->options.transform, dots->anchors[row].at);
      AtlasExtent dot = atlas_extent_grow ((AtlasExtent){ at.x, at.y, at.x, at.y }, 1 - 1e-6);

      g_assert_false (atlas_extent_intersects (dot, get (labels, i)->box));
    }
}

/* A name stands at the right of its dot; where that is taken at the left, above or below, centred on it; or nowhere. */
static void
test_beside (void)
{
  static const AtlasPoint sides[] = { { 1, 0 }, { -1, 0 }, { 0, -1 }, { 0, 1 } };
  g_autoptr (AtlasTable) table = town_new_points (1); /* at 37, 61 */
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "symbol", "dots", "label-field", "name", NULL);
  g_autoptr (AtlasScene) scene = new_scene (layer, 1, 1);
  AtlasPoint at = atlas_transform_to_device (scene->options.transform, layer->anchors[0].at);
  double radius = atlas_symbol_get_radius (layer, 0);
  AtlasExtent taken[G_N_ELEMENTS (sides)];
  g_autoptr (GPtrArray) nowhere = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++) {
    g_autoptr (GPtrArray) labels = atlas_labels_place (scene, taken, i);
    AtlasExtent box = get (labels, 0)->box;
    AtlasPoint c = atlas_extent_centre (box);

    g_assert_cmpuint (labels->len, ==, 1);
    g_assert_cmpint ((c.x > at.x + 1e-6) - (c.x < at.x - 1e-6), ==, (int) sides[i].x);
    g_assert_cmpint ((c.y > at.y + 1e-6) - (c.y < at.y - 1e-6), ==, (int) sides[i].y);
    g_assert_false (atlas_extent_intersects (box, atlas_extent_grow ((AtlasExtent){ at.x, at.y, at.x, at.y }, radius)));
    taken[i] = (AtlasExtent){ c.x, c.y, c.x, c.y };
  }
  nowhere = atlas_labels_place (scene, taken, G_N_ELEMENTS (sides));
  g_assert_cmpuint (nowhere->len, ==, 0);
}

/* What is not seen at a scale is not named either. */
static void
test_hidden (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (8, 5);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "label-field", "name", "max-scale", "4000", NULL);
  g_autoptr (AtlasScene) near = new_scene (layer, 1, 0.26); /* 1 : 3846 */
  g_autoptr (AtlasScene) far = new_scene (layer, 1, 0.2);
  g_autoptr (GPtrArray) labels = atlas_labels_place (near, NULL, 0);
  g_autoptr (GPtrArray) none = atlas_labels_place (far, NULL, 0);

  g_assert_cmpuint (labels->len, >, 0);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Names are written where they were placed, line by line; those beyond the part that is drawn are left out. */
static void
test_drawn (void)
{
  static const double resolutions[] = { 1, 4 };
  g_autoptr (AtlasTable) table = town_new_points (60);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "label-field", "name", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (resolutions); i++) {
    double mm = resolutions[i];
    g_autoptr (AtlasScene) scene = new_scene (layer, mm, 1);
    g_autoptr (GPtrArray) labels = atlas_labels_place (scene, NULL, 0);
    AtlasExtent right = { 60 * mm, 0, 170 * mm, 120 * mm };
    g_auto (Notebook) notebook = { 0 };
    guint drawn = 0;

    notebook_init (&notebook);
    notebook.parent.mm = mm;
    atlas_labels_draw (labels, &notebook.parent, right);
    for (guint j = 0; j < labels->len; j++) {
      AtlasExtent box = get (labels, j)->box;
      const Note *note = notebook_find_text (&notebook, get (labels, j)->lines[0]);

      g_assert_true (note || box.xmax * mm < right.xmin);
      g_assert_true (!note || (box.xmax + 1) * mm > right.xmin);
      if (!note)
        continue;
      drawn++;
      g_assert_cmpfloat_with_epsilon (note->box.xmin, box.xmin * mm, 0.1 * mm);
      g_assert_cmpfloat_with_epsilon (note->box.xmax, box.xmax * mm, 0.1 * mm);
      g_assert_cmpfloat_with_epsilon (atlas_extent_centre (note->box).y, atlas_extent_centre (box).y * mm, 0.1 * mm);
    }
    g_assert_cmpuint (drawn, ==, notebook.notes->len);
    g_assert_cmpuint (drawn, <, labels->len);
  }
}

static guint
count_hidden (GPtrArray *labels, const AtlasScene *scene, const AtlasSceneLayer *layer)
{
  guint n = 0;

  for (gsize row = 0; row < atlas_table_get_n_features (layer->table); row++) {
    AtlasPoint at = atlas_extent_centre (atlas_table_get_geometry (layer->table)->boxes[row]);

    for (guint i = 0; i < labels->len; i++)
      n += atlas_extent_contains_point (get (labels, i)->box, atlas_transform_to_device (scene->options.transform, at));
  }
  return n;
}

/* No name lies over a point of a layer that has no names, however its points are drawn; one in the middle of a
 * district sends the name above or below. Points that leave no mark, or are hidden, push nothing away. */
static void
test_points_of_others (void)
{
  g_autoptr (AtlasTable) districts = town_new_districts (8, 5);
  g_autoptr (AtlasTable) points = town_new_points (60);
  g_autoptr (AtlasSceneLayer) names = town_new_layer (districts, "", "label-field", "name", NULL);
  g_autoptr (AtlasSceneLayer) dots = town_new_layer (points, "", "symbol", "dots", NULL);
  g_autoptr (AtlasSceneLayer) plain = town_new_layer (points, "", NULL);
  g_autoptr (AtlasSceneLayer) unseen = town_new_layer (points, "", "fill", "#00000000", "outline-width", "0", NULL);
  g_autoptr (AtlasSceneLayer) far = town_new_layer (points, "", "max-scale", "1", NULL);
  AtlasSceneLayer *others[] = { dots, plain, unseen, far };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    AtlasSceneLayer *layers[] = { names, others[i] };
    g_autoptr (AtlasScene) scene = new_scene_of (layers, 2, 1, 0.2);
    g_autoptr (GPtrArray) labels = atlas_labels_place (scene, NULL, 0);

    g_assert_cmpuint (labels->len, >, 30);
    g_assert_cmpuint (count_hidden (labels, scene, others[i]), >=, i < 2 ? 0 : 1);
    g_assert_cmpuint (count_hidden (labels, scene, others[i]), <=, i < 2 ? 0 : 60);
  }
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
  g_test_add_func ("/labels/within-areas", test_within_areas);
  g_test_add_func ("/labels/broken", test_broken);
  g_test_add_func ("/labels/dots-stay-seen", test_dots_stay_seen);
  g_test_add_func ("/labels/beside", test_beside);
  g_test_add_func ("/labels/hidden", test_hidden);
  g_test_add_func ("/labels/drawn", test_drawn);
  g_test_add_func ("/labels/points-of-others", test_points_of_others);
  return g_test_run ();
}
