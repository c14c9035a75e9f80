// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-mosaic.h"

#define SIDE 10

static const AtlasTransform on_pixels = { 1, 0, SIDE };
static const AtlasColour red = { 255, 0, 0, 255 };
static const AtlasColour blue = { 0, 0, 255, 255 };

#define RED  1 /* the upper coat */
#define BLUE 0

static void
mosaic_init (AtlasMosaic *self)
{
  atlas_mosaic_init (self, SIDE, SIDE, on_pixels, 2);
  self->coats[RED].colour = red;
  self->coats[BLUE].colour = blue;
}

/* Adds an area from column @west to column @east, over all rows. */
static void
add (AtlasMosaic *self, guint coat, double west, double east)
{
  const AtlasPoint ring[] = { { west, 0 }, { east, 0 }, { east, SIDE }, { west, SIDE } };

  atlas_coverage_add_ring (&self->coats[coat].cover, ring, G_N_ELEMENTS (ring), on_pixels, FALSE);
}

static guint32
get_pixel (cairo_surface_t *image, int x, int y)
{
  return ((guint32 *) (cairo_image_surface_get_data (image) + y * cairo_image_surface_get_stride (image)))[x];
}

/* Paints, and gives pixel (5, 5) counted from the upper left. */
static guint32
paint_pixel (AtlasMosaic *self)
{
  cairo_surface_t *image = atlas_mosaic_paint (self);
  guint32 pixel = get_pixel (image, 5, 5);

  cairo_surface_destroy (image);
  return pixel;
}

/* What a pixel between columns 5 and 6 becomes of two areas, the first above the second. */
static void
test_shares (void)
{
  static const struct {
    const char *what;
    double first[2];
    double second[2];
    guint32 pixel;
  } cases[] = {
    { "nothing", { 0, 1 }, { 8, 9 }, 0x00000000 },
    { "one", { 0, 10 }, { 8, 9 }, 0xffff0000 },
    { "one over the other", { 0, 10 }, { 0, 10 }, 0xffff0000 },
    { "neighbours that meet within the pixel", { 0, 5.4 }, { 5.4, 10 }, 0xff660099 },
    { "one over half of the other", { 0, 5.4 }, { 0, 10 }, 0xff660099 },
    { "a gap between them", { 0, 5.2 }, { 5.8, 10 }, 0x66330033 },
    { "an edge alone", { 0, 5.4 }, { 0, 1 }, 0x66660000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    AtlasMosaic mosaic;

    g_test_message ("%s", cases[i].what);
    mosaic_init (&mosaic);
    add (&mosaic, RED, cases[i].first[0], cases[i].first[1]);
    add (&mosaic, BLUE, cases[i].second[0], cases[i].second[1]);
    g_assert_cmphex (paint_pixel (&mosaic), ==, cases[i].pixel);
    atlas_mosaic_clear (&mosaic);
  }
}

/* Through the upper coat one sees the lower. */
static void
test_opacity (void)
{
  AtlasMosaic mosaic;

  mosaic_init (&mosaic);
  mosaic.coats[RED].colour.a = 51;
  add (&mosaic, RED, 0, SIDE);
  g_assert_cmphex (paint_pixel (&mosaic), ==, 0x33330000);
  add (&mosaic, BLUE, 0, SIDE);
  g_assert_cmphex (paint_pixel (&mosaic), ==, 0xff3300cc);
  atlas_mosaic_clear (&mosaic);
}

/* Areas of one colour add up, and what two of them share is no hole. */
static void
test_overlap (void)
{
  AtlasMosaic mosaic;

  mosaic_init (&mosaic);
  add (&mosaic, RED, 0, SIDE);
  add (&mosaic, RED, 0, SIDE);
  g_assert_cmphex (paint_pixel (&mosaic), ==, 0xffff0000);
  atlas_mosaic_clear (&mosaic);
}

/* A ring that crosses itself has two lobes, and both are filled. */
static void
test_lobes (void)
{
  const AtlasPoint ring[] = { { 0, 0 }, { 4, 0 }, { 0, SIDE }, { 8, SIDE } };
  AtlasMosaic mosaic;
  cairo_surface_t *image;

  mosaic_init (&mosaic);
  atlas_coverage_add_ring (&mosaic.coats[RED].cover, ring, 4, on_pixels, FALSE);
  image = atlas_mosaic_paint (&mosaic);
  g_assert_cmphex (get_pixel (image, 4, 0), ==, 0xffff0000);
  g_assert_cmphex (get_pixel (image, 2, 9), ==, 0xffff0000);
  cairo_surface_destroy (image);
  atlas_mosaic_clear (&mosaic);
}

/* Lines lie above every coat. */
static void
test_strokes (void)
{
  AtlasStrokes strokes;
  AtlasMosaic mosaic;

  mosaic_init (&mosaic);
  atlas_strokes_init (&strokes, SIDE, SIDE, 0.4);
  atlas_strokes_add (&strokes, ATLAS_POINT_INIT (5.5, 0), ATLAS_POINT_INIT (5.5, SIDE));
  mosaic.strokes = &strokes;
  mosaic.stroke_colour = red;
  add (&mosaic, BLUE, 0, SIDE);
  g_assert_cmphex (paint_pixel (&mosaic), ==, 0xff660099);
  atlas_strokes_clear (&strokes);
  atlas_mosaic_clear (&mosaic);
}

/* Areas that show a picture instead of a colour. */
static void
test_image (void)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_t *cr = cairo_create (image);
  AtlasMosaic mosaic;

  cairo_set_source_rgb (cr, 0, 1, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  mosaic_init (&mosaic);
  mosaic.coats[RED].image = image;
  add (&mosaic, RED, 0, 5.4);
  g_assert_cmphex (paint_pixel (&mosaic), ==, 0x66006600);
  atlas_mosaic_clear (&mosaic);
}

/* What one coat has does not leak into the rows of another. */
static void
test_rows (void)
{
  const AtlasPoint ring[] = { { 0, 0 }, { SIDE, 0 }, { SIDE, 3 }, { 0, 3 } };
  AtlasMosaic mosaic;
  cairo_surface_t *image;

  mosaic_init (&mosaic);
  atlas_coverage_add_ring (&mosaic.coats[RED].cover, ring, 4, on_pixels, FALSE);
  image = atlas_mosaic_paint (&mosaic);
  for (int y = 0; y < SIDE; y++)
    g_assert_cmphex (get_pixel (image, 5, y), ==, y < SIDE - 3 ? 0 : 0xffff0000);
  cairo_surface_destroy (image);
  atlas_mosaic_clear (&mosaic);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mosaic/shares", test_shares);
  g_test_add_func ("/mosaic/opacity", test_opacity);
  g_test_add_func ("/mosaic/overlap", test_overlap);
  g_test_add_func ("/mosaic/lobes", test_lobes);
  g_test_add_func ("/mosaic/strokes", test_strokes);
  g_test_add_func ("/mosaic/image", test_image);
  g_test_add_func ("/mosaic/rows", test_rows);
  return g_test_run ();
}
