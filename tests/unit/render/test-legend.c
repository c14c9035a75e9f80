// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-legend.h"
#include "atlas-table-builder.h"
#include "town.h"

/* Its rows from the lowest, each with its counts; below them what the columns are. */
static void
describe_grid (const AtlasLegendGrid *grid, GString *text)
{
  for (guint row = 0; row < grid->n_rows; row++) {
    g_string_append_printf (text, "%s:", grid->row_labels[row]);
    for (guint column = 0; column < grid->n_columns; column++)
      g_string_append_printf (text, " %s", grid->counts[row * grid->n_columns + column]);
    g_string_append (text, "\n  ");
  }
  for (guint column = 0; column < grid->n_columns; column++)
    g_string_append_printf (text, "%s ", grid->column_labels[column]);
  g_string_append (text, grid->column_title);
}

/* The legend as text: each row's sign and label, and its count after a bar. */
static char *
describe (const AtlasLegend *legend)
{
  static const char *const signs[] = { "#", "##", "[]", "//", "o", "--", "(o)", "+" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < legend->rows->len; i++) {
    const AtlasLegendRow *row = g_ptr_array_index (legend->rows, i);

    g_string_append_printf (text, "%s %s", signs[row->kind], row->label);
    for (guint j = 0; j < row->n_circles; j++)
      g_string_append_printf (text, "%s%s", j ? " " : "", row->circle_labels[j]);
    if (row->grid)
      describe_grid (row->grid, text);
    g_string_append_printf (text, "%s%s\n", row->count ? " | " : "", row->count ? row->count : "");
  }
  return g_string_free (text, FALSE);
}

static void
assert_legend (AtlasSceneLayer *const *layers, guint n_layers, const char *language, const char *expected)
{
  g_autoptr (AtlasLegend) legend = atlas_legend_new (layers, n_layers, language, 1);
  g_autofree char *text = describe (legend);

  g_assert_cmpstr (text, ==, expected);
}

/* Twenty-four districts; 3, 10 and 17 have no value, each for another reason. */
static void
test_choropleth (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "Places", "symbol", "choropleth", "field", "value",
                                                      "method", "user", "bounds", "4,15,23", NULL);

  assert_legend (&layer, 1, "en",
                 "# Places\n"
                 "## value\n"
                 "[] 0–4 | 4\n"
                 "[] 5–15 | 10\n"
                 "[] 16–23 | 7\n"
                 "// no data | 1\n"
                 "// not applicable | 1\n"
                 "// suppressed | 1\n");
  assert_legend (&layer, 1, "pl",
                 "# Places\n"
                 "## value\n"
                 "[] 0–4 | 4\n"
                 "[] 5–15 | 10\n"
                 "[] 16–23 | 7\n"
                 "// brak danych | 1\n"
                 "// nie dotyczy | 1\n"
                 "// ukryte | 1\n");
}

/* Of 24 districts three lack the first number and two the second. */
static void
test_two_numbers (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (
      table, "Town", "symbol", "bivariate", "field", "value", "second-field", "people", "second-per", "field",
      "second-per-field", "value", "method", "quantile", "n-classes", "2", NULL);

  assert_legend (&layer, 1, "pl",
                 "# Town\n"
                 "## value\n"
                 "+ 0–12: 4 5\n"
                 "  13–23: 6 3\n"
                 "  0,2–1,0 1,0–5,0 people na value | \n"
                 "// brak danych | 3\n"
                 "// nie dotyczy | 2\n"
                 "// ukryte | 1\n");
}

/* Its rows are named though the layer is called the same. */
static void
test_two_numbers_named_alike (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "value", "symbol", "bivariate", "field", "value",
                                                      "second-field", "people", NULL);
  g_autoptr (AtlasLegend) legend = atlas_legend_new (&layer, 1, "en", 1);

  g_assert_cmpstr (((AtlasLegendRow *) g_ptr_array_index (legend->rows, 1))->label, ==, "value");
}

/* The square is as wide as what is written below it, and stays one whole in columns. */
static void
test_size_of_two_numbers (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "Town", "symbol", "bivariate", "field", "value",
                                                      "second-field", "people", NULL);
  g_autoptr (AtlasLegend) legend = atlas_legend_new (&layer, 1, "en", 1);
  g_autoptr (AtlasLegend) twice = atlas_legend_new (&layer, 1, "en", 2);
  const AtlasLegendRow *row = g_ptr_array_index (legend->rows, 2);

  g_assert_cmpint (row->kind, ==, ATLAS_LEGEND_GRID);
  g_assert_cmpfloat (legend->width, >=, atlas_legend_grid_get_width (row->grid, 1));
  g_assert_cmpfloat (legend->height, >, atlas_legend_grid_get_height (row->grid, 1));
  g_assert_cmpfloat_with_epsilon (twice->width, 2 * legend->width, 0.01);
  g_assert_cmpfloat_with_epsilon (twice->height, 2 * legend->height, 0.01);
}

/* What the numbers are stands over them as people would write it, in the language of the sheet. */
static void
test_heading (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);
  g_autoptr (AtlasSceneLayer) plain = town_new_layer (table, "", "symbol", "choropleth", "field", "value", NULL);
  g_autoptr (AtlasSceneLayer) rate = town_new_layer (table, "", "symbol", "choropleth", "field", "value", "per",
                                                     "field", "per-field", "people", NULL);
  g_autoptr (AtlasStyle) style = atlas_style_with (atlas_scene_layer_get_style (plain), "per", "area", NULL);
  double areas[24];
  g_autoptr (AtlasSceneLayer) density = NULL;
  g_autofree char *of_plain = atlas_scene_layer_dup_heading (plain, "en");
  g_autofree char *of_rate = atlas_scene_layer_dup_heading (rate, "en");
  g_autofree char *of_density = NULL;

  for (guint i = 0; i < 24; i++)
    areas[i] = 1e6;
  density = atlas_scene_layer_new (table, style, areas, "", NULL);
  of_density = atlas_scene_layer_dup_heading (density, "pl");
  g_assert_cmpstr (of_plain, ==, "value");
  g_assert_cmpstr (of_rate, ==, "value per people");
  g_assert_cmpstr (of_density, ==, "value na km²");
  g_assert_null (atlas_scene_layer_dup_second_heading (plain, "en"));
}

/* What the title has said already is not said again below it. */
static void
test_heading_is_said_once (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (2, 1);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "value", "symbol", "choropleth", "field", "value",
                                                      "method", "user", "bounds", "1,2", NULL);
  g_autoptr (AtlasLegend) legend = atlas_legend_new (&layer, 1, "en", 1);
  const AtlasLegendRow *title = g_ptr_array_index (legend->rows, 0);
  const AtlasLegendRow *note = g_ptr_array_index (legend->rows, 1);

  g_assert_cmpstr (title->label, ==, "value");
  g_assert_cmpstr (note->label, ==, "");
}

static void
test_circles (void)
{
  g_autoptr (AtlasTable) table = town_new_points (1234);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "Residents", "symbol", "proportional", "field", "value",
                                                      "size", "10", NULL);
  g_autoptr (AtlasLegend) legend = atlas_legend_new (&layer, 1, "pl", 1);
  g_autofree char *text = describe (legend);
  const AtlasLegendRow *circles = g_ptr_array_index (legend->rows, 2);

  g_assert_cmpstr (text, ==, "# Residents\n## value\n(o) 1200 400 120\n");
  g_assert_cmpfloat_with_epsilon (circles->radii[0], 5 * sqrt (1200 / 1234.0), 1e-9);
  g_assert_cmpfloat_with_epsilon (circles->radii[0] / circles->radii[1], sqrt (3), 1e-9);
}

/* Points with the values given; without places, if they have @no_places. */
static AtlasTable *
new_changes (const gint64 *values, guint n, gboolean no_places)
{
  g_autoptr (AtlasTableBuilder) builder = atlas_table_builder_new ("changes");

  atlas_table_builder_add_column (builder, "value", ATLAS_COLUMN_INTEGER, NULL);
  for (guint i = 0; i < n; i++) {
    atlas_table_builder_begin_feature (builder, i + 1);
    atlas_table_builder_set_integer (builder, 0, values[i]);
    if (no_places)
      continue;
    atlas_table_builder_begin_part (builder, ATLAS_PART_POINT);
    *atlas_table_builder_add_ring (builder, 1) = ATLAS_POINT_INIT (i, i);
  }
  return atlas_table_builder_end (g_steal_pointer (&builder));
}

/* Circles below zero are hollow: the legend says so, or its examples are hollow themselves where there are no others.
 */
static void
test_circles_below_zero (void)
{
  static const gint64 both[] = { -20, 0, 12 };
  static const gint64 losses[] = { -20, -12 };
  g_autoptr (AtlasTable) mixed = new_changes (both, 3, FALSE);
  g_autoptr (AtlasTable) falling = new_changes (losses, 2, FALSE);
  g_autoptr (AtlasSceneLayer) change = town_new_layer (mixed, "Change", "symbol", "proportional", "field", "value",
                                                       NULL);
  g_autoptr (AtlasSceneLayer) loss = town_new_layer (falling, "Loss", "symbol", "proportional", "field", "value", NULL);
  g_autoptr (AtlasLegend) legend = atlas_legend_new (&change, 1, "en", 1);
  const AtlasLegendRow *circles = g_ptr_array_index (legend->rows, 2);
  const AtlasLegendRow *hollow = g_ptr_array_index (legend->rows, 3);

  assert_legend (&change, 1, "pl", "# Change\n## value\n(o) 20 6 2\no poniżej zera\n");
  assert_legend (&loss, 1, "en", "# Loss\n## value\n(o) −20 −6 −2\n");
  g_assert_cmpuint (circles->fill.a, ==, 255);
  g_assert_cmpuint (hollow->fill.a, ==, 0);
  g_assert_true (atlas_colour_equal (hollow->outline, circles->fill));
}

/* What is nowhere on the map has no sign. */
static void
test_without_places (void)
{
  static const gint64 values[] = { 1, 2 };
  g_autoptr (AtlasTable) table = new_changes (values, 2, TRUE);
  g_autoptr (AtlasSceneLayer) plain = town_new_layer (table, "Budget", NULL);
  g_autoptr (AtlasSceneLayer) classed = town_new_layer (table, "Budget", "symbol", "choropleth", "field", "value",
                                                        NULL);

  assert_legend (&plain, 1, "en", "");
  assert_legend (&classed, 1, "en", "");
}

static void
test_lines (void)
{
  g_autoptr (AtlasTable) table = town_new_streets (40);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "Buses", "symbol", "lines", "field", "value", NULL);

  assert_legend (&layer, 1, "en", "# Buses\n## value\n-- 40\n-- 12\n-- 4\n");
}

/* A line of the legend is as wide as on the map: as the style says, or a quarter of a point where it says nothing. */
static void
test_width_of_lines (void)
{
  g_autoptr (AtlasTable) table = town_new_streets (4);
  g_autoptr (AtlasSceneLayer) open = town_new_layer (table, "Streets", NULL);
  g_autoptr (AtlasSceneLayer) thin = town_new_layer (table, "Streets", "size", "0.3", NULL);
  g_autoptr (AtlasLegend) of_open = atlas_legend_new (&open, 1, "en", 1);
  g_autoptr (AtlasLegend) of_thin = atlas_legend_new (&thin, 1, "en", 1);

  g_assert_cmpfloat (((AtlasLegendRow *) g_ptr_array_index (of_open->rows, 0))->size, ==, 0.5);
  g_assert_cmpfloat (((AtlasLegendRow *) g_ptr_array_index (of_thin->rows, 0))->size, ==, 0.3);
  g_assert_cmpfloat (atlas_scene_layer_get_sign_size (open), ==, 0.5);
  g_assert_cmpfloat (atlas_scene_layer_get_sign_size (thin), ==, 0.3);
}

/* A size is that of circles, points and lines; a border that of areas, circles and points. */
static void
test_signs_and_borders (void)
{
  g_autoptr (AtlasTable) districts = town_new_districts (2, 1);
  g_autoptr (AtlasTable) streets = town_new_streets (2);
  g_autoptr (AtlasSceneLayer) areas = town_new_layer (districts, "", NULL);
  g_autoptr (AtlasSceneLayer) dots = town_new_layer (districts, "", "symbol", "dots", NULL);
  g_autoptr (AtlasSceneLayer) lines = town_new_layer (streets, "", NULL);

  g_assert_false (atlas_scene_layer_has_signs (areas));
  g_assert_true (atlas_scene_layer_has_borders (areas));
  g_assert_true (atlas_scene_layer_has_signs (dots));
  g_assert_true (atlas_scene_layer_has_borders (dots));
  g_assert_true (atlas_scene_layer_has_signs (lines));
  g_assert_false (atlas_scene_layer_has_borders (lines));
  g_assert_cmpfloat (atlas_scene_layer_get_sign_size (dots), ==, 1.8);
}

/* Layers that show values come first, the topmost of them first; a border without fill is a line, and points that only
 * carry names are nothing. */
static void
test_order (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (2, 1);
  g_autoptr (AtlasTable) points = town_new_points (2);
  g_autoptr (AtlasSceneLayer) ground = town_new_layer (table, "Ground", NULL);
  g_autoptr (AtlasSceneLayer) nameless = town_new_layer (table, "", NULL);
  g_autoptr (AtlasSceneLayer) dots = town_new_layer (points, "Stops", "symbol", "dots", "field", "value", NULL);
  g_autoptr (AtlasSceneLayer) border = town_new_layer (table, "Border", "fill", "#00000000", NULL);
  g_autoptr (AtlasSceneLayer) names = town_new_layer (points, "Names", "symbol", "dots", "fill", "#00000000",
                                                      "outline-width", "0", NULL);
  AtlasSceneLayer *layers[] = { ground, nameless, dots, border, names };

  assert_legend (layers, 5, "en",
                 "# Stops\n"
                 "## value\n"
                 "o 1 | 1\n"
                 "o 2 | 1\n"
                 "-- Border\n"
                 "[] Ground\n");
}

/* The longer the labels the wider the legend, and nothing is written beyond it. */
static void
test_size (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "Places", "symbol", "choropleth", "field", "value", NULL);
  g_autoptr (AtlasSceneLayer) wordy = town_new_layer (table, "Public places within the borders of the town", "symbol",
                                                      "choropleth", "field", "value", NULL);
  g_autoptr (AtlasLegend) small = atlas_legend_new (&layer, 1, "en", 1);
  g_autoptr (AtlasLegend) wide = atlas_legend_new (&wordy, 1, "en", 1);
  g_autoptr (AtlasLegend) twice = atlas_legend_new (&layer, 1, "en", 2);

  g_assert_cmpfloat (wide->width, >, small->width);
  g_assert_cmpfloat_with_epsilon (twice->width, 2 * small->width, 0.01);
  g_assert_cmpfloat_with_epsilon (twice->height, 2 * small->height, 0.01);
}

/* In a wide place layers stand beside one another; none is torn apart. */
static void
test_columns (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "Places", "symbol", "choropleth", "field", "value", NULL);
  AtlasSceneLayer *layers[] = { layer, layer, layer };
  g_autoptr (AtlasLegend) legend = atlas_legend_new (layers, 3, "en", 1);
  double column = legend->column_width;
  double height = legend->height;

  atlas_legend_flow (legend, 3.9 * column);
  g_assert_cmpfloat (legend->height, <, height / 2.5);
  g_assert_cmpfloat (legend->width, <=, 3.9 * column);
  for (guint i = 1; i < legend->rows->len; i++) {
    const AtlasLegendRow *above = g_ptr_array_index (legend->rows, i - 1);
    const AtlasLegendRow *row = g_ptr_array_index (legend->rows, i);

    g_assert_true (row->kind == ATLAS_LEGEND_TITLE || (row->at.x == above->at.x && row->at.y > above->at.y));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/legend/choropleth", test_choropleth);
  g_test_add_func ("/legend/two-numbers", test_two_numbers);
  g_test_add_func ("/legend/two-numbers-named-alike", test_two_numbers_named_alike);
  g_test_add_func ("/legend/size-of-two-numbers", test_size_of_two_numbers);
  g_test_add_func ("/legend/heading", test_heading);
  g_test_add_func ("/legend/heading-is-said-once", test_heading_is_said_once);
  g_test_add_func ("/legend/circles", test_circles);
  g_test_add_func ("/legend/circles-below-zero", test_circles_below_zero);
  g_test_add_func ("/legend/without-places", test_without_places);
  g_test_add_func ("/legend/lines", test_lines);
  g_test_add_func ("/legend/width-of-lines", test_width_of_lines);
  g_test_add_func ("/legend/signs-and-borders", test_signs_and_borders);
  g_test_add_func ("/legend/order", test_order);
  g_test_add_func ("/legend/size", test_size);
  g_test_add_func ("/legend/columns", test_columns);
  return g_test_run ();
}
