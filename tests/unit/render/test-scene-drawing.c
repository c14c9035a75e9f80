// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What is drawn of a scene, and in which order: read from a notebook. */

#include "atlas-scene-private.h"
#include "notebook.h"
#include "town.h"

#include <math.h>

/* A unit of the map is a millimetre, its origin the lower left corner. */
#define SIDE 1000.0

static AtlasSceneOptions
make_options (void)
{
  AtlasSceneOptions options = ATLAS_SCENE_OPTIONS_INIT;

  options.transform = (AtlasTransform){ 1, 0, SIDE };
  options.units_per_mm = 1;
  options.width = options.height = SIDE;
  options.background.a = 0;
  return options;
}

static void
draw_counted (Notebook *notebook, AtlasSceneLayer *layer, AtlasDrawMeter *meter)
{
  AtlasSceneOptions options = make_options ();
  g_autoptr (AtlasScene) scene = atlas_scene_new (&layer, 1, &options);

  notebook_init (notebook);
  notebook->parent.meter = meter;
  g_assert_true (_atlas_scene_draw_canvas (scene, &notebook->parent, NULL));
  g_assert_cmpuint (notebook->origins->len, ==, 0);
}

static void
draw (Notebook *notebook, AtlasSceneLayer *layer)
{
  draw_counted (notebook, layer, NULL);
}

static AtlasPoint
get_place (AtlasTable *table, gint64 fid)
{
  const AtlasGeometry *geometry = atlas_table_get_geometry (table);

  return geometry->points[geometry->rings[geometry->parts[geometry->features[fid - 1]]]];
}

static AtlasPoint
middle_of (const Note *note)
{
  return atlas_extent_centre (note->box);
}

static AtlasColour
get_class_colour (AtlasSceneLayer *layer, gint64 fid)
{
  guint n;
  const AtlasColour *colours = atlas_scene_layer_get_colours (layer, &n);

  return colours[atlas_scene_layer_get_classes (layer)[fid - 1]];
}

/* Each point is drawn once, where it is, as its own feature and in the colour of its class. */
static void
test_points (void)
{
  static const char *const symbols[] = { "choropleth", "dots" };
  g_autoptr (AtlasTable) table = town_new_points (40);

  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++) {
    g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "symbol", symbols[i], "field", "value", "size", "3",
                                                        NULL);
    g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
    g_auto (Notebook) notebook = { 0 };

    draw (&notebook, layer);
    g_assert_cmpuint (notebook.notes->len, ==, 40);
    for (guint j = 0; j < 40; j++) {
      const Note *disc = notebook_find (&notebook, NOTE_DISC, j);

      g_assert_true (g_hash_table_add (seen, GINT_TO_POINTER ((int) disc->fid)));
      g_assert_cmpfloat (middle_of (disc).x, ==, get_place (table, disc->fid).x);
      g_assert_cmpfloat (middle_of (disc).y, ==, SIDE - get_place (table, disc->fid).y);
      g_assert_cmpfloat (disc->size, ==, 1.5);
      g_assert_true (atlas_colour_equal (disc->colour, get_class_colour (layer, disc->fid)));
    }
  }
}

/* An outline that cannot be seen is not drawn. */
static void
test_outlines (void)
{
  static const struct {
    const char *outline;
    double edge;
  } outlines[] = { { "#000000", 0.4 }, { "#00000080", 0.4 }, { "#00000000", 0 } };
  g_autoptr (AtlasTable) table = town_new_points (1);

  for (guint i = 0; i < G_N_ELEMENTS (outlines); i++) {
    g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "symbol", "dots", "outline", outlines[i].outline,
                                                        "outline-width", "0.4", NULL);
    g_auto (Notebook) notebook = { 0 };

    draw (&notebook, layer);
    g_assert_cmpfloat (notebook_find (&notebook, NOTE_DISC, 0)->edge, ==, outlines[i].edge);
  }
}

/* Each of the selected points has a ring about it, a halo below each ring; one that is not there is passed over. */
static void
test_selected_points (void)
{
  static const guint32 selected[] = { 2, 7, 90000 };
  g_autoptr (AtlasTable) table = town_new_points (20);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "symbol", "dots", "size", "3", NULL);
  AtlasSceneOptions options = make_options ();
  g_autoptr (AtlasScene) scene = NULL;
  g_auto (Notebook) notebook = { 0 };

  options.select = layer;
  options.selected = selected;
  options.n_selected = G_N_ELEMENTS (selected);
  scene = atlas_scene_new (&layer, 1, &options);
  notebook_init (&notebook);
  g_assert_true (_atlas_scene_draw_canvas (scene, &notebook.parent, NULL));
  g_assert_cmpuint (notebook_count (&notebook, NOTE_DISC), ==, 20 + 2 * 2);
  for (guint i = 0; i < 2; i++) {
    const Note *halo = notebook_find (&notebook, NOTE_DISC, 20 + 2 * i);
    const Note *ring = notebook_find (&notebook, NOTE_DISC, 21 + 2 * i);

    g_assert_cmpfloat (middle_of (ring).x, ==, get_place (table, selected[i] + 1).x);
    g_assert_cmpfloat (middle_of (halo).x, ==, middle_of (ring).x);
    g_assert_cmpfloat (ring->size, >, 1.5);
    g_assert_cmpfloat (halo->size + halo->edge / 2, >, ring->size + ring->edge / 2);
    g_assert_cmpfloat (halo->size - halo->edge / 2, <, ring->size - ring->edge / 2);
    g_assert_cmpuint (ring->colour.a, ==, 0);
  }
}

/* Every district is filled, or hatched as its state is; then come the borders, over all fills. */
static void
test_areas (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "symbol", "choropleth", "field", "value", NULL);
  g_auto (Notebook) notebook = { 0 };
  gboolean bordered = FALSE;

  draw (&notebook, layer);
  g_assert_cmpuint (notebook_count (&notebook, NOTE_FILL), ==, 21);
  g_assert_cmpuint (notebook_count (&notebook, NOTE_HATCH), ==, 3);
  g_assert_cmpuint (notebook_count (&notebook, NOTE_SEAL), ==, 0);
  for (guint i = 0; i < notebook.notes->len; i++) {
    const Note *note = notebook_get (&notebook, i);

    g_assert_true (!bordered || note->kind == NOTE_STROKE);
    bordered = note->kind == NOTE_STROKE;
    if (note->kind == NOTE_FILL)
      g_assert_true (atlas_colour_equal (note->colour, get_class_colour (layer, note->fid)));
    if (note->kind == NOTE_HATCH)
      g_assert_cmpint (note->hatch, ==, (AtlasHatch) ((note->fid - 4) / 7)); /* of the fourth, the eleventh … */
  }
  g_assert_true (bordered);
}

/* Without borders, areas are sealed before any is filled. */
static void
test_seals (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "symbol", "choropleth", "field", "value",
                                                      "outline-width", "0", NULL);
  g_auto (Notebook) notebook = { 0 };
  guint n;

  draw (&notebook, layer);
  n = notebook_count (&notebook, NOTE_SEAL);
  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < notebook.notes->len; i++)
    g_assert_true ((notebook_get (&notebook, i)->kind == NOTE_SEAL) == (i < n));
  g_assert_cmpuint (notebook_count (&notebook, NOTE_STROKE), ==, 0);
}

/* The value that a district of the town shows of people; it stands in the table as well. */
static double
get_people (gint64 fid)
{
  return (fid - 1) * 5 % 24;
}

/* Areas of circles are as their values, the largest are drawn first, each over its rim; nobody has no circle, and a
 * district that nobody counted has a dot, below all circles. */
static void
test_circles (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "symbol", "proportional", "field", "people", "size",
                                                      "20", "fill", "#336699", "outline-width", "0", NULL);
  g_auto (Notebook) notebook = { 0 };
  double before = G_MAXDOUBLE;
  guint n_circles = 0;

  draw (&notebook, layer);
  for (guint i = 0; i < notebook_count (&notebook, NOTE_DISC); i++) {
    const Note *disc = notebook_find (&notebook, NOTE_DISC, i);

    if (disc->fid % 12 == 9) { /* nobody counted there */
      g_assert_cmpuint (n_circles, ==, 0);
      g_assert_cmpfloat (disc->size, ==, 0.7);
    } else if (disc->colour.b == 0x99) {
      g_assert_cmpfloat_with_epsilon (disc->size, 10 * sqrt (get_people (disc->fid) / 23), 1e-9);
      g_assert_cmpfloat (disc->size, <=, before);
      g_assert_cmpfloat (notebook_find (&notebook, NOTE_DISC, i - 1)->size, >, disc->size);
      g_assert_cmpint (notebook_find (&notebook, NOTE_DISC, i - 1)->fid, ==, disc->fid);
      before = disc->size;
      n_circles++;
    }
  }
  g_assert_cmpuint (n_circles, ==, 24 - 2 - 1);
  g_assert_cmpuint (notebook_count (&notebook, NOTE_DISC), ==, 2 * n_circles + 2);
}

/* Widths of lines are as their values, the widest first; each feature has its own. */
static void
test_lines (void)
{
  g_autoptr (AtlasTable) table = town_new_streets (9);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "symbol", "lines", "field", "value", "size", "4.5",
                                                      NULL);
  g_auto (Notebook) notebook = { 0 };

  draw (&notebook, layer);
  g_assert_cmpuint (notebook.notes->len, ==, 9);
  for (guint i = 0; i < 9; i++) {
    const Note *line = notebook_find (&notebook, NOTE_STROKE, i);

    g_assert_cmpint (line->fid, ==, 9 - i);
    g_assert_cmpfloat_with_epsilon (line->size, 4.5 * (9 - i) / 9, 1e-9);
    g_assert_cmpfloat_with_epsilon (line->box.ymin, SIDE - 100.0 * (9 - i), 0.01);
    g_assert_cmpfloat_with_epsilon (line->box.ymax, SIDE - 100.0 * (9 - i), 0.01);
  }
}

/* Of features of several kinds the areas are drawn first, then the lines, then the points; each piece is its feature's.
 */
static void
test_mixture (void)
{
  g_autoptr (AtlasTable) table = town_new_mixture (3);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "outline-width", "0", NULL);
  static const NoteKind kinds[] = { NOTE_FILL, NOTE_STROKE, NOTE_DISC };
  g_auto (Notebook) notebook = { 0 };
  guint n_seals;

  draw (&notebook, layer);
  n_seals = notebook_count (&notebook, NOTE_SEAL);
  g_assert_cmpuint (notebook.notes->len, ==, n_seals + 9);
  for (guint i = 0; i < 9; i++) {
    const Note *note = notebook_get (&notebook, n_seals + i);

    g_assert_cmpint (note->kind, ==, kinds[i / 3]);
    g_assert_cmpint (note->fid, ==, i % 3 + 1);
    g_assert_cmpfloat_with_epsilon (note->box.xmin + note->size * (note->kind == NOTE_DISC), 200.0 * note->fid, 0.01);
  }
}

/**
 * Told: what somebody who waits was told.
 * @times: how often
 * @last: the last fraction
 */
typedef struct {
  guint times;
  double last;
} Told;

static void
drawn_cb (double fraction, gpointer data)
{
  Told *told = data;

  told->times++;
  g_assert_cmpfloat (fraction, >=, told->last);
  told->last = fraction;
}

/* Features are counted as they are drawn: all of them, and none twice. */
static void
test_counted (void)
{
  static const char *const symbols[] = { "choropleth", "dots", "proportional" };
  g_autoptr (AtlasTable) table = town_new_points (1300);

  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++) {
    g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "symbol", symbols[i], "field", "value", NULL);
    Told told = { 0 };
    AtlasDrawMeter meter = { .func = drawn_cb, .data = &told, .n_total = 100000 };
    g_auto (Notebook) notebook = { 0 };

    draw_counted (&notebook, layer, &meter);
    g_assert_cmpuint (meter.n_done, ==, 1300);
    g_assert_cmpuint (told.times, >, 2);
    g_assert_cmpfloat (told.last, ==, 0.013);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene-drawing/points", test_points);
  g_test_add_func ("/scene-drawing/outlines", test_outlines);
  g_test_add_func ("/scene-drawing/selected-points", test_selected_points);
  g_test_add_func ("/scene-drawing/areas", test_areas);
  g_test_add_func ("/scene-drawing/seals", test_seals);
  g_test_add_func ("/scene-drawing/circles", test_circles);
  g_test_add_func ("/scene-drawing/lines", test_lines);
  g_test_add_func ("/scene-drawing/mixture", test_mixture);
  g_test_add_func ("/scene-drawing/counted", test_counted);
  return g_test_run ();
}
