// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-mosaic.h"

#define SIDE 10

static const AtlasTransform on_pixels = { 1, 0, SIDE };
static const AtlasColour red = { 255, 0, 0, 255 };
static const AtlasColour blue = { 0, 0, 255, 255 };

/* Pixel (5, 5) counted from the upper left. */
static guint32
get_pixel (const AtlasMosaic *mosaic)
{
  cairo_surface_t *image = atlas_mosaic_create_image (mosaic);
  const guint8 *row = cairo_image_surface_get_data (image) + 5 * cairo_image_surface_get_stride (image);
  guint32 pixel = ((const guint32 *) row)[5];

  cairo_surface_destroy (image);
  return pixel;
}

/* Lays the area within a ring. */
static void
lay_ring (AtlasMosaic *mosaic, const AtlasPoint *ring, guint n_times, AtlasColour colour)
{
  AtlasCoverage coverage;

  atlas_coverage_init (&coverage, SIDE, SIDE);
  for (guint i = 0; i < n_times; i++)
    atlas_coverage_add_ring (&coverage, ring, 4, on_pixels, FALSE);
  atlas_mosaic_lay (mosaic, &coverage, colour);
  g_assert_true (atlas_coverage_is_empty (&coverage));
  atlas_coverage_clear (&coverage);
}

/* Lays an area from column @west to column @east, over all rows. */
static void
lay (AtlasMosaic *mosaic, double west, double east, AtlasColour colour)
{
  const AtlasPoint ring[] = { { west, 0 }, { east, 0 }, { east, SIDE }, { west, SIDE } };

  lay_ring (mosaic, ring, 1, colour);
}

/* What a pixel between columns 5 and 6 becomes of two areas, the second laid under the first. */
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
    atlas_mosaic_init (&mosaic, SIDE, SIDE, on_pixels);
    lay (&mosaic, cases[i].first[0], cases[i].first[1], red);
    lay (&mosaic, cases[i].second[0], cases[i].second[1], blue);
    g_assert_cmphex (get_pixel (&mosaic), ==, cases[i].pixel);
    atlas_mosaic_clear (&mosaic);
  }
}

static void
test_opacity (void)
{
  const AtlasColour glass = { 255, 0, 0, 51 };
  AtlasMosaic mosaic;

  atlas_mosaic_init (&mosaic, SIDE, SIDE, on_pixels);
  lay (&mosaic, 0, SIDE, glass);
  g_assert_cmphex (get_pixel (&mosaic), ==, 0x33330000);
  lay (&mosaic, 0, SIDE, blue);
  g_assert_cmphex (get_pixel (&mosaic), ==, 0xff3300cc);
  atlas_mosaic_clear (&mosaic);
}

/* Areas of one colour add up, and what two of them share is no hole. */
static void
test_overlap (void)
{
  const AtlasPoint ring[] = { { 0, 0 }, { SIDE, 0 }, { SIDE, SIDE }, { 0, SIDE } };
  AtlasMosaic mosaic;

  atlas_mosaic_init (&mosaic, SIDE, SIDE, on_pixels);
  lay_ring (&mosaic, ring, 2, red);
  g_assert_cmphex (get_pixel (&mosaic), ==, 0xffff0000);
  atlas_mosaic_clear (&mosaic);
}

/* A ring that crosses itself has two lobes, and both are filled. */
static void
test_lobes (void)
{
  const AtlasPoint ring[] = { { 0, 0 }, { 4, 0 }, { 0, SIDE }, { 8, SIDE } };
  AtlasMosaic mosaic;
  cairo_surface_t *image;

  atlas_mosaic_init (&mosaic, SIDE, SIDE, on_pixels);
  lay_ring (&mosaic, ring, 1, red);
  image = atlas_mosaic_create_image (&mosaic);
  g_assert_cmphex (((guint32 *) cairo_image_surface_get_data (image))[4], ==, 0xffff0000);
  g_assert_cmphex (((guint32 *) cairo_image_surface_get_data (image))[2 + 9 * SIDE], ==, 0xffff0000);
  cairo_surface_destroy (image);
  atlas_mosaic_clear (&mosaic);
}

static void
test_strokes (void)
{
  AtlasStrokes strokes;
  AtlasMosaic mosaic;

  atlas_mosaic_init (&mosaic, SIDE, SIDE, on_pixels);
  atlas_strokes_init (&strokes, SIDE, SIDE, 0.4);
  atlas_strokes_add (&strokes, ATLAS_POINT_INIT (5.5, 0), ATLAS_POINT_INIT (5.5, SIDE));
  atlas_mosaic_lay_strokes (&mosaic, &strokes, red);
  lay (&mosaic, 0, SIDE, blue);
  g_assert_cmphex (get_pixel (&mosaic), ==, 0xff660099);
  atlas_strokes_clear (&strokes);
  atlas_mosaic_clear (&mosaic);
}

/* Areas that show a picture behind them. */
static void
test_image (void)
{
  const AtlasPoint ring[] = { { 0, 0 }, { 5.4, 0 }, { 5.4, SIDE }, { 0, SIDE } };
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_t *cr = cairo_create (image);
  AtlasCoverage coverage;
  AtlasMosaic mosaic;

  cairo_set_source_rgb (cr, 0, 1, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  atlas_mosaic_init (&mosaic, SIDE, SIDE, on_pixels);
  atlas_coverage_init (&coverage, SIDE, SIDE);
  atlas_coverage_add_ring (&coverage, ring, 4, on_pixels, FALSE);
  atlas_mosaic_lay_image (&mosaic, &coverage, image);
  atlas_coverage_clear (&coverage);
  g_assert_cmphex (get_pixel (&mosaic), ==, 0x66006600);
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
  return g_test_run ();
}
