// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What a legend looks like when it is drawn: read from a notebook. */

#include "atlas-legend.h"
#include "notebook.h"
#include "town.h"

#include <math.h>
#include <stdlib.h>

/* From a place that is not the corner, so that nothing can forget it. */
static const AtlasPoint at = { 17, 31 };

static AtlasPoint
middle_of (const Note *note)
{
  g_assert_nonnull (note);
  return atlas_extent_centre (note->box);
}

static void
draw (Notebook *notebook, const AtlasLegend *legend)
{
  notebook_init (notebook);
  atlas_legend_draw (legend, &notebook->parent, at);
}

static void
draw_layer (Notebook *notebook, AtlasSceneLayer *layer, double unit)
{
  g_autoptr (AtlasLegend) legend = atlas_legend_new (&layer, 1, "en", unit);

  draw (notebook, legend);
}

static void
assert_same_height (const Note *a, const Note *b)
{
  g_assert_cmpfloat_with_epsilon (middle_of (a).y, middle_of (b).y, 0.02);
}

/* Sign, label and count of each class stand in one line, from left to right; the count under its heading. */
static void
test_choropleth (void)
{
  static const char *const labels[] = { "0–4", "5–15", "16–23", "no data", "not applicable", "suppressed" };
  static const char *const counts[] = { "4", "10", "7" };
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "Places", "symbol", "choropleth", "field", "value",
                                                      "method", "user", "bounds", "4,15,23", NULL);
  guint n_colours;
  const AtlasColour *colours = atlas_scene_layer_get_colours (layer, &n_colours);
  g_auto (Notebook) notebook = { 0 };

  draw_layer (&notebook, layer, 1);
  g_assert_cmpuint (notebook_count (&notebook, NOTE_FILL), ==, 3);
  g_assert_cmpuint (notebook_count (&notebook, NOTE_HATCH), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
    const Note *sign = notebook_find (&notebook, i < 3 ? NOTE_FILL : NOTE_HATCH, i % 3);
    const Note *label = notebook_find_text (&notebook, labels[i]);
    const Note *count = notebook_find_text (&notebook, i < 3 ? counts[i] : "1");

    g_assert_cmpfloat (sign->box.xmin, ==, at.x);
    g_assert_cmpfloat (sign->box.xmax, <, label->box.xmin);
    g_assert_cmpfloat (label->box.xmax, <, count->box.xmin);
    assert_same_height (sign, label);
    g_assert_cmpfloat_with_epsilon (count->box.xmax, notebook_find_text (&notebook, "number")->box.xmax, 1e-6);
    if (i < 3) {
      assert_same_height (label, count);
      g_assert_true (atlas_colour_equal (sign->colour, colours[i]));
    } else {
      g_assert_cmpint (sign->hatch, ==, (AtlasHatch) (i - 3));
    }
  }
}

/* Circles stand on one foot, the largest first; their areas are as their labels, which stand at their tops. */
static void
test_circles (void)
{
  g_autoptr (AtlasTable) table = town_new_points (1234);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "Residents", "symbol", "proportional", "field", "value",
                                                      "size", "16", "fill", "#336699", NULL);
  static const guint circles[] = { 0, 2, 4 }; /* before each but the first its rim */
  static const char *const labels[] = { "1,200", "400", "120" };
  g_auto (Notebook) notebook = { 0 };
  const Note *largest;

  draw_layer (&notebook, layer, 1);
  g_assert_cmpuint (notebook_count (&notebook, NOTE_DISC), ==, 5);
  largest = notebook_find (&notebook, NOTE_DISC, 0);
  for (guint i = 0; i < G_N_ELEMENTS (circles); i++) {
    const Note *circle = notebook_find (&notebook, NOTE_DISC, circles[i]);
    const Note *label = notebook_find_text (&notebook, labels[i]);
    const Note *leader = notebook_find (&notebook, NOTE_STROKE, i);
    double share = (i == 0 ? 1200 : atof (labels[i])) / 1234;

    g_assert_cmpfloat_with_epsilon (circle->size, 8 * sqrt (share), 1e-9);
    g_assert_cmpfloat_with_epsilon (circle->box.ymax, largest->box.ymax, 1e-9);
    g_assert_cmpfloat_with_epsilon (middle_of (circle).x, middle_of (largest).x, 1e-9);
    g_assert_cmpfloat_with_epsilon (middle_of (label).y, circle->box.ymin, 0.02);
    g_assert_cmpfloat_with_epsilon (leader->box.ymin, circle->box.ymin, 1e-9);
    g_assert_cmpfloat_with_epsilon (leader->box.xmin, middle_of (circle).x, 1e-9);
    g_assert_cmpfloat (leader->box.xmax, <, label->box.xmin);
    g_assert_cmpfloat (leader->box.xmax, >=, largest->box.xmax);
  }
}

/* Labels of circles that are smaller than letters stand below one another all the same. */
static void
test_small_circles (void)
{
  static const char *const labels[] = { "1,200", "400", "120" };
  g_autoptr (AtlasTable) table = town_new_points (1234);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "Residents", "symbol", "proportional", "field", "value",
                                                      "size", "3", NULL);
  g_auto (Notebook) notebook = { 0 };

  draw_layer (&notebook, layer, 2);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
    const Note *label = notebook_find_text (&notebook, labels[i]);
    const Note *leader = notebook_find (&notebook, NOTE_STROKE, i);

    g_assert_cmpfloat_with_epsilon (leader->box.ymax, middle_of (label).y, 0.02);
    if (i > 0)
      g_assert_cmpfloat (label->box.ymin, >=, notebook_find_text (&notebook, labels[i - 1])->box.ymax);
  }
}

/* A line of the legend is as wide as those of the map. */
static void
test_lines (void)
{
  g_autoptr (AtlasTable) table = town_new_streets (40);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "Buses", "symbol", "lines", "field", "value", "size", "4",
                                                      "fill", "#112233", NULL);
  static const double values[] = { 40, 12, 4 };
  g_auto (Notebook) notebook = { 0 };

  draw_layer (&notebook, layer, 1);
  g_assert_cmpuint (notebook_count (&notebook, NOTE_STROKE), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    const Note *stroke = notebook_find (&notebook, NOTE_STROKE, i);
    g_autofree char *label = g_strdup_printf ("%.0f", values[i]);

    g_assert_cmpfloat_with_epsilon (stroke->size, 4 * values[i] / 40, 1e-9);
    g_assert_true (atlas_colour_equal (stroke->colour, ATLAS_COLOUR_RGB (0x112233)));
    assert_same_height (stroke, notebook_find_text (&notebook, label));
  }
}

static AtlasSceneLayer *
new_two_numbers (AtlasTable *table, const char *n_classes)
{
  return town_new_layer (table, "Town", "symbol", "bivariate", "field", "value", "second-field", "people", "method",
                         "quantile", "n-classes", n_classes, NULL);
}

/* The cell of a square in which the middle of a note lies. */
static const Note *
find_cell (const Notebook *notebook, AtlasPoint p)
{
  for (guint i = 0; i < notebook_count (notebook, NOTE_FILL); i++)
    if (atlas_extent_contains_point (notebook_find (notebook, NOTE_FILL, i)->box, p))
      return notebook_find (notebook, NOTE_FILL, i);
  return NULL;
}

/* The first number rises upwards and the second to the right; a cell has the colour of its classes, and its count can
 * be read on it. */
static void
test_cells (void)
{
  static const char *const sizes[] = { "2", "3", "4" };
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autoptr (AtlasSceneLayer) layer = new_two_numbers (table, sizes[i]);
    const AtlasClassGrid *grid = atlas_scene_layer_get_grid (layer);
    guint n_colours;
    const AtlasColour *colours = atlas_scene_layer_get_colours (layer, &n_colours);
    g_auto (Notebook) notebook = { 0 };
    guint cell = 0;

    draw_layer (&notebook, layer, 1);
    g_assert_cmpuint (notebook_count (&notebook, NOTE_FILL), ==, grid->n_cells);
    for (guint j = 0; j < notebook.notes->len; j++) {
      const Note *count = notebook_get (&notebook, j);
      const Note *ground = count->kind == NOTE_TEXT ? find_cell (&notebook, middle_of (count)) : NULL;
      g_autofree char *number = NULL;

      if (!ground)
        continue;
      number = g_strdup_printf ("%" G_GSIZE_FORMAT, (gsize) grid->counts[cell]);
      g_assert_cmpstr (count->text, ==, number);
      g_assert_true (atlas_colour_equal (ground->colour, colours[cell]));
      g_assert_cmpfloat (atlas_colour_contrast (count->colour, ground->colour), >=, 4.5);
      g_assert_cmpfloat_with_epsilon (middle_of (count).x, middle_of (ground).x, 0.02);
      cell++;
    }
    g_assert_cmpuint (cell, ==, grid->n_cells);
  }
}

/* Each label stands beside its row or below its column. */
static void
test_axes (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);
  g_autoptr (AtlasSceneLayer) layer = new_two_numbers (table, "3");
  g_autoptr (AtlasLegend) legend = atlas_legend_new (&layer, 1, "en", 1);
  const AtlasLegendGrid *grid = ((const AtlasLegendRow *) g_ptr_array_index (legend->rows, 2))->grid;
  g_auto (Notebook) notebook = { 0 };

  notebook_init (&notebook);
  atlas_legend_grid_draw (grid, &notebook.parent, at, 1);
  for (guint i = 0; i < 3; i++) {
    const Note *row = notebook_find (&notebook, NOTE_TEXT, 9 + i); /* after the counts */
    const Note *column = notebook_find (&notebook, NOTE_TEXT, 12 + i);
    const Note *first_of_row = notebook_find (&notebook, NOTE_FILL, 3 * i);
    const Note *first_of_column = notebook_find (&notebook, NOTE_FILL, i);

    g_assert_cmpstr (row->text, ==, grid->row_labels[i]);
    g_assert_cmpstr (column->text, ==, grid->column_labels[i]);
    assert_same_height (row, first_of_row);
    g_assert_cmpfloat (row->box.xmax, <, first_of_row->box.xmin);
    g_assert_cmpfloat_with_epsilon (middle_of (column).x, middle_of (first_of_column).x, 1e-6);
    g_assert_cmpfloat (column->box.ymin, >, first_of_column->box.ymax);
    if (i == 0)
      continue;
    g_assert_cmpfloat (middle_of (first_of_row).y, <, middle_of (notebook_find (&notebook, NOTE_FILL, 0)).y);
    g_assert_cmpfloat (middle_of (first_of_column).x, >, middle_of (notebook_find (&notebook, NOTE_FILL, 0)).x);
  }
  g_assert_cmpfloat (notebook_find_text (&notebook, "people")->box.ymin, >,
                     notebook_find (&notebook, NOTE_TEXT, 12)->box.ymax);
}

/* Arrows run along the cells, from the corner of the axes to the end of the last cell. */
static void
test_arrows (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);
  g_autoptr (AtlasSceneLayer) layer = new_two_numbers (table, "3");
  g_autoptr (AtlasLegend) legend = atlas_legend_new (&layer, 1, "en", 1);
  const AtlasLegendGrid *grid = ((const AtlasLegendRow *) g_ptr_array_index (legend->rows, 2))->grid;
  g_auto (Notebook) notebook = { 0 };
  AtlasExtent cells = ATLAS_EXTENT_EMPTY;
  const Note *up;
  const Note *right;

  notebook_init (&notebook);
  atlas_legend_grid_draw (grid, &notebook.parent, at, 1);
  for (guint i = 0; i < 9; i++)
    cells = atlas_extent_union (cells, notebook_find (&notebook, NOTE_FILL, i)->box);
  up = notebook_find (&notebook, NOTE_STROKE, 9); /* after the edges of the cells */
  right = notebook_find (&notebook, NOTE_STROKE, 10);
  g_assert_cmpfloat_with_epsilon (up->box.ymin, cells.ymin, 1e-9);
  g_assert_cmpfloat (up->box.ymax, >, cells.ymax);
  g_assert_cmpfloat (up->box.xmax, <, cells.xmin);
  g_assert_cmpfloat_with_epsilon (right->box.xmax, cells.xmax, 1e-9);
  g_assert_cmpfloat (right->box.xmin, <, cells.xmin);
  g_assert_cmpfloat (right->box.ymin, >, cells.ymax);
}

/* Of whatever layers, in whatever room and size: nothing is drawn beyond the legend, and no writing over another. */
static void
test_any (void)
{
  g_autoptr (AtlasTable) districts = town_new_districts (6, 4);
  g_autoptr (AtlasTable) points = town_new_points (50);
  g_autoptr (AtlasTable) streets = town_new_streets (40);
  g_autoptr (AtlasSceneLayer) classes = town_new_layer (districts,
                                                        "Places in each of the districts of the town, as of "
                                                        "the end of the year",
                                                        "symbol", "choropleth", "field", "value", NULL);
  g_autoptr (AtlasSceneLayer) circles = town_new_layer (districts, "Residents", "symbol", "proportional", "field",
                                                        "value", "size", "20", NULL);
  g_autoptr (AtlasSceneLayer) square = new_two_numbers (districts, "4");
  g_autoptr (AtlasSceneLayer) dots = town_new_layer (points, "Stops", "symbol", "dots", "field", "value", NULL);
  g_autoptr (AtlasSceneLayer) lines = town_new_layer (streets, "Buses", "symbol", "lines", "field", "value", NULL);
  g_autoptr (AtlasSceneLayer) plain = town_new_layer (districts, "Ground", NULL);
  AtlasSceneLayer *const all[] = { classes, circles, square, dots, lines, plain };

  for (guint i = 0; i < 60; i++) {
    double unit = g_test_rand_double_range (0.6, 3);
    guint n = (guint) g_test_rand_int_range (1, 7);
    AtlasSceneLayer *layers[6];
    g_autoptr (AtlasLegend) legend = NULL;
    g_auto (Notebook) notebook = { 0 };

    for (guint j = 0; j < n; j++)
      layers[j] = all[g_test_rand_int_range (0, G_N_ELEMENTS (all))];
    legend = atlas_legend_new (layers, n, i % 2 ? "pl" : "en", unit);
    if (i % 3)
      atlas_legend_flow (legend, g_test_rand_double_range (1, 4) * legend->column_width);
    draw (&notebook, legend);
    notebook_assert_texts_apart (&notebook);
    notebook_assert_within (&notebook, 0, (AtlasExtent){ at.x, at.y, at.x + legend->width, at.y + legend->height });
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/legend-draw/choropleth", test_choropleth);
  g_test_add_func ("/legend-draw/circles", test_circles);
  g_test_add_func ("/legend-draw/small-circles", test_small_circles);
  g_test_add_func ("/legend-draw/lines", test_lines);
  g_test_add_func ("/legend-draw/cells", test_cells);
  g_test_add_func ("/legend-draw/axes", test_axes);
  g_test_add_func ("/legend-draw/arrows", test_arrows);
  g_test_add_func ("/legend-draw/any", test_any);
  return g_test_run ();
}
