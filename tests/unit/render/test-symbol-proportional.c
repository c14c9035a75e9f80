// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-table-builder.h"
#include "town.h"

#define SIDE  200
#define WHITE 0xffffffffu

/* cairo rounds the edge of a circle by its clip; a circle that is cut or left out differs by more. */
#define ROUNDING 40

/* Circles of up to 12 mm, which are 45 pixels of the screen's 96 in an inch. */
static AtlasSceneLayer *
new_circles (const AtlasPoint *places, guint n)
{
  g_autoptr (AtlasTableBuilder) builder = atlas_table_builder_new ("circles");
  g_autoptr (AtlasTable) table = NULL;

  atlas_table_builder_add_column (builder, "value", ATLAS_COLUMN_REAL, NULL);
  for (guint i = 0; i < n; i++) {
    atlas_table_builder_begin_feature (builder, i + 1);
    atlas_table_builder_begin_part (builder, ATLAS_PART_POINT);
    *atlas_table_builder_add_ring (builder, 1) = places[i];
    atlas_table_builder_set_real (builder, 0, 100);
  }
  table = atlas_table_builder_end (g_steal_pointer (&builder));
  return town_new_layer (table, "", "symbol", "proportional", "field", "value", "size", "12", NULL);
}

/* A unit of the map is a pixel; the map's origin is the lower left corner. */
static cairo_surface_t *
draw (AtlasSceneLayer *layer, double left, double width, guint n_threads)
{
  AtlasSceneOptions options = ATLAS_SCENE_OPTIONS_INIT;

  options.transform = (AtlasTransform){ 1, -left, SIDE };
  options.width = width;
  options.height = SIDE;
  return town_draw (layer, &options, n_threads);
}

/* A circle whose middle is outside the picture reaches into it, from every side. */
static void
test_reaches_in (void)
{
  static const AtlasPoint places[] = { { -15, 100 }, { SIDE + 15, 100 }, { 100, -15 }, { 100, SIDE + 15 } };
  g_autoptr (AtlasSceneLayer) layer = new_circles (places, 4);
  cairo_surface_t *image = draw (layer, 0, SIDE, 0);

  g_assert_cmphex (town_get_pixel (image, 3, 100), !=, WHITE);
  g_assert_cmphex (town_get_pixel (image, SIDE - 4, 100), !=, WHITE);
  g_assert_cmphex (town_get_pixel (image, 100, 3), !=, WHITE);
  g_assert_cmphex (town_get_pixel (image, 100, SIDE - 4), !=, WHITE);
  g_assert_cmphex (town_get_pixel (image, 100, 100), ==, WHITE);
  cairo_surface_destroy (image);
}

/* Two halves set side by side are the whole, whichever half has the middle of a circle; and so are bands. */
static void
test_halves (void)
{
  AtlasPoint places[40];
  g_autoptr (AtlasSceneLayer) layer = NULL;
  cairo_surface_t *whole, *left, *right, *bands;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    places[i] = ATLAS_POINT_INIT (g_test_rand_int_range (-30, SIDE + 30), g_test_rand_int_range (-30, SIDE + 30));
  layer = new_circles (places, G_N_ELEMENTS (places));
  whole = draw (layer, 0, SIDE, 1);
  bands = draw (layer, 0, SIDE, 7);
  left = draw (layer, 0, SIDE / 2, 1);
  right = draw (layer, SIDE / 2, SIDE / 2, 1);
  g_assert_cmpuint (town_count_different (whole, bands, ROUNDING), ==, 0);
  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++)
      g_assert_false (town_differs (
          town_get_pixel (whole, x, y),
          x < SIDE / 2 ? town_get_pixel (left, x, y) : town_get_pixel (right, x - SIDE / 2, y), ROUNDING));
  cairo_surface_destroy (whole);
  cairo_surface_destroy (bands);
  cairo_surface_destroy (left);
  cairo_surface_destroy (right);
}

/* Where a map of all that there is fills its sheet, the circles at its edge are whole. */
static void
test_whole_at_edge (void)
{
  static const AtlasPoint places[] = { { 0, 0 }, { 1000, 0 }, { 1000, 700 }, { 0, 700 } };
  g_autoptr (AtlasSceneLayer) layer = new_circles (places, 4);
  AtlasLayout layout = town_make_layout (&layer, 1, ATLAS_LAYOUT_BARE);
  cairo_surface_t *image;
  int right, bottom;

  layout.width = 100;
  layout.height = 70;
  layout.extent = atlas_layout_make_room (&layout, (AtlasExtent){ 0, 0, 1000, 700 });
  image = atlas_layout_draw_image (&layout, 96, NULL, NULL);
  right = cairo_image_surface_get_width (image) - 1;
  bottom = cairo_image_surface_get_height (image) - 1;
  for (int x = 0; x <= right; x++)
    g_assert_true (town_get_pixel (image, x, 0) == WHITE && town_get_pixel (image, x, bottom) == WHITE);
  for (int y = 0; y <= bottom; y++)
    g_assert_true (town_get_pixel (image, 0, y) == WHITE && town_get_pixel (image, right, y) == WHITE);
  g_assert_cmphex (town_get_pixel (image, 20, bottom - 20), !=, WHITE);
  cairo_surface_destroy (image);
}

/* What does not reach beyond its features needs no room. */
static void
test_no_room (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (2, 2);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "symbol", "choropleth", "field", "value", NULL);
  AtlasLayout layout = town_make_layout (&layer, 1, ATLAS_LAYOUT_MAP);
  AtlasExtent extent = { 0, 0, 200, 200 };
  AtlasExtent grown;

  grown = atlas_layout_make_room (&layout, extent);
  g_assert_cmpfloat (grown.xmin, ==, extent.xmin);
  g_assert_cmpfloat (grown.ymax, ==, extent.ymax);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/symbol-proportional/reaches-in", test_reaches_in);
  g_test_add_func ("/symbol-proportional/halves", test_halves);
  g_test_add_func ("/symbol-proportional/whole-at-edge", test_whole_at_edge);
  g_test_add_func ("/symbol-proportional/no-room", test_no_room);
  return g_test_run ();
}
