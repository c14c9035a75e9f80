// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-layout.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/edges", test_edges);
  return g_test_run ();
}
