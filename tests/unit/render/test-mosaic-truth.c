// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Areas on pixels against what cairo draws of them, slowly and in its best quality. */

#include "atlas-table-builder.h"
#include "town.h"

#include <math.h>

#define SIDE      160
#define CORNERS   9
#define ZOOM      8 /* cairo samples but fifteen lines of a pixel: where corners meet, a few more are needed */
#define TOLERANCE 5 /* of 255 */

/* Stars of any shape that do not cross themselves, each in a cell of its own so that none lies over another. */
static AtlasTable *
random_stars (guint n_a_side)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("stars");
  double cell = (double) SIDE / n_a_side;

  for (guint i = 0; i < n_a_side * n_a_side; i++) {
    AtlasPoint middle = { (i % n_a_side + 0.5) * cell, (i / n_a_side + 0.5) * cell };
    AtlasPoint *ring;

    atlas_table_builder_begin_feature (builder, i);
    atlas_table_builder_begin_part (builder, ATLAS_PART_POLYGON);
    ring = atlas_table_builder_add_ring (builder, CORNERS + 1);
    for (guint k = 0; k < CORNERS; k++) {
      double radius = cell * g_test_rand_double_range (0.1, 0.49);

      ring[k] = ATLAS_POINT_INIT (middle.x + radius * cos (k * 2 * G_PI / CORNERS),
                                  middle.y + radius * sin (k * 2 * G_PI / CORNERS));
    }
    ring[CORNERS] = ring[0];
  }
  return atlas_table_builder_end (builder);
}

/* Many pixels for each. */
static cairo_surface_t *
draw_zoomed (AtlasTable *table)
{
  const AtlasGeometry *g = atlas_table_get_geometry (table);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE * ZOOM, SIDE * ZOOM);
  cairo_t *cr = cairo_create (image);

  cairo_scale (cr, ZOOM, ZOOM);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_BEST);
  for (gsize ring = 0; ring < g->n_rings; ring++) {
    for (guint32 i = g->rings[ring]; i < g->rings[ring + 1]; i++)
      cairo_line_to (cr, g->points[i].x, SIDE - g->points[i].y);
    cairo_fill (cr);
  }
  cairo_destroy (cr);
  return image;
}

static guint8
average (cairo_surface_t *zoomed, int x, int y)
{
  guint sum = 0;

  for (int i = 0; i < ZOOM; i++)
    for (int j = 0; j < ZOOM; j++)
      sum += town_get_pixel (zoomed, x * ZOOM + i, y * ZOOM + j) & 255;
  return (guint8) ((sum + ZOOM * ZOOM / 2) / (ZOOM * ZOOM));
}

static cairo_surface_t *
draw (AtlasTable *table, guint n_threads)
{
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "fill", "#000000", "outline-width", "0", NULL);
  AtlasSceneOptions options = ATLAS_SCENE_OPTIONS_INIT;

  options.transform = (AtlasTransform){ 1, 0, SIDE };
  options.width = options.height = SIDE;
  return town_draw (layer, &options, n_threads);
}

static void
test_like_cairo (void)
{
  for (int round = 0; round < 20; round++) {
    g_autoptr (AtlasTable) table = random_stars ((guint) g_test_rand_int_range (1, 12));
    cairo_surface_t *truth = draw_zoomed (table);
    cairo_surface_t *image = draw (table, 1);

    for (int y = 0; y < SIDE; y++)
      for (int x = 0; x < SIDE; x++)
        g_assert_cmpint (ABS (average (truth, x, y) - (int) (town_get_pixel (image, x, y) & 255)), <=, TOLERANCE);
    cairo_surface_destroy (truth);
    cairo_surface_destroy (image);
  }
}

/* However many bands a picture is drawn in, there is no seam between them. */
static void
test_bands (void)
{
  for (int round = 0; round < 20; round++) {
    g_autoptr (AtlasTable) table = random_stars ((guint) g_test_rand_int_range (1, 12));
    cairo_surface_t *one = draw (table, 1);
    cairo_surface_t *many = draw (table, (guint) g_test_rand_int_range (2, 12));

    g_assert_cmpuint (town_count_different (one, many, 1), ==, 0);
    cairo_surface_destroy (one);
    cairo_surface_destroy (many);
  }
}

/* A feature of two pixels is seen, wherever it falls. */
static void
test_small_ones_show (void)
{
  for (int round = 0; round < 100; round++) {
    AtlasTableBuilder *builder = atlas_table_builder_new ("shed");
    double x = g_test_rand_double_range (2, SIDE - 4);
    double y = g_test_rand_double_range (2, SIDE - 4);
    const AtlasPoint corners[] = { { x, y }, { x + 2, y }, { x + 2, y + 2 }, { x, y + 2 }, { x, y } };
    g_autoptr (AtlasTable) table = NULL;
    cairo_surface_t *image;
    guint32 ink = 0;

    atlas_table_builder_begin_feature (builder, 1);
    atlas_table_builder_begin_part (builder, ATLAS_PART_POLYGON);
    for (AtlasPoint *p = atlas_table_builder_add_ring (builder, 5), *from = p; p < from + 5; p++)
      *p = corners[p - from];
    table = atlas_table_builder_end (builder);
    image = draw (table, 0);
    for (int row = 0; row < SIDE; row++)
      for (int column = 0; column < SIDE; column++)
        ink += 255 - (town_get_pixel (image, column, row) & 255);
    /* Four pixels of ink, as large as it is. */
    g_assert_cmpfloat_with_epsilon (ink / 255.0, 4, 0.2);
    cairo_surface_destroy (image);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mosaic-truth/like-cairo", test_like_cairo);
  g_test_add_func ("/mosaic-truth/bands", test_bands);
  g_test_add_func ("/mosaic-truth/small-ones-show", test_small_ones_show);
  return g_test_run ();
}
