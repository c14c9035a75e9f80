// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-sheet.h"
#include "town.h"

#include <math.h>

static guint32
pixel_at (cairo_surface_t *image, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (image) + (gsize) y * cairo_image_surface_get_stride (image);

  return ((const guint32 *) row)[x];
}

/* A sheet of millimetres seldom ends with a pixel; its last row and column are opaque all the same. */
static void
test_edges (void)
{
  for (int i = 0; i < 50; i++) {
    AtlasLayout layout = ATLAS_LAYOUT_INIT;
    g_autoptr (GError) error = NULL;
    cairo_surface_t *image;

    layout.kind = i % 2 ? ATLAS_LAYOUT_PAGE : ATLAS_LAYOUT_BARE;
    layout.extent = (AtlasExtent){ 0, 0, 1000, 1000 };
    layout.width = g_test_rand_double_range (20, 60);
    layout.height = g_test_rand_double_range (20, 60);
    image = atlas_layout_draw_image (&layout, 50, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmphex (
        pixel_at (image, cairo_image_surface_get_width (image) - 1, cairo_image_surface_get_height (image) - 1), ==,
        0xffffffff);
    cairo_surface_destroy (image);
  }
}

/* The number beside a page's bar is round, true on paper, and shows all that was ordered. */
static void
test_page_has_a_round_scale (void)
{
  for (int i = 0; i < 200; i++) {
    double side = pow (10, g_test_rand_double_range (2, 6));
    AtlasLayout layout = ATLAS_LAYOUT_INIT;
    AtlasSheet sheet;
    double step;

    layout.kind = ATLAS_LAYOUT_PAGE;
    layout.extent = (AtlasExtent){ 500, 700, 500 + side, 700 + side };
    layout.metres_per_unit = 0.5;
    layout.width = 297;
    layout.height = 210;
    atlas_sheet_init (&sheet, &layout);
    step = pow (10, floor (log10 (sheet.scale_rule.denominator) + 1e-9) - 1);
    g_assert_cmpfloat_with_epsilon (fmod (sheet.scale_rule.denominator / step + 0.5, 1), 0.5, 1e-6);
    g_assert_cmpfloat_with_epsilon (1000 * 0.5 / sheet.transform.scale / sheet.scale_rule.denominator, 1, 1e-3);
    g_assert_true (atlas_extent_contains_point (
        sheet.frame, atlas_transform_to_device (sheet.transform, ATLAS_POINT_INIT (500, 700))));
    g_assert_true (atlas_extent_contains_point (
        sheet.frame, atlas_transform_to_device (sheet.transform, ATLAS_POINT_INIT (500 + side, 700 + side))));
    atlas_sheet_clear (&sheet);
  }
}

/* A circle whose middle is on the edge of the extent is within the frame. */
static void
test_symbols_have_room (void)
{
  g_autoptr (AtlasTable) table = town_new_points (30);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "symbol", "proportional", "field", "value", "size",
                                                      "40", NULL);
  AtlasLayout layout = ATLAS_LAYOUT_INIT;
  AtlasSheet sheet;
  AtlasPoint corner;

  layout.kind = ATLAS_LAYOUT_MAP;
  layout.extent = (AtlasExtent){ 0, 0, 100, 100 };
  layout.layers = &layer;
  layout.n_layers = 1;
  layout.width = 297;
  layout.height = 210;
  atlas_sheet_init (&sheet, &layout);
  corner = atlas_transform_to_device (sheet.transform, ATLAS_POINT_INIT (0, 0));
  g_assert_true (atlas_extent_contains (
      sheet.frame, atlas_extent_grow ((AtlasExtent){ corner.x, corner.y, corner.x, corner.y }, 20)));
  atlas_sheet_clear (&sheet);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/edges", test_edges);
  g_test_add_func ("/sheet/page-has-a-round-scale", test_page_has_a_round_scale);
  g_test_add_func ("/sheet/symbols-have-room", test_symbols_have_room);
  return g_test_run ();
}
