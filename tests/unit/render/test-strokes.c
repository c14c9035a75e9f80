// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-strokes.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

#define SIDE 40

static guint8
get_cover (const AtlasStrokes *strokes, int x, int y)
{
  return strokes->cover[y * strokes->width + x];
}

/* A level line through the middle of a row, and one between two rows. */
static void
test_level (void)
{
  static const struct {
    double y;
    double width;
    guint8 cover[3]; /* of the rows 9, 10 and 11 */
  } cases[] = {
    { 10.5, 1, { 0, 255, 0 } },     { 10.5, 0.5, { 0, 128, 0 } }, { 10.5, 2, { 128, 255, 128 } },
    { 10, 1, { 128, 128, 0 } },     { 10.75, 1, { 0, 191, 64 } }, { 10.5, 0.1, { 0, 26, 0 } },
    { 10.5, 3, { 255, 255, 255 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    AtlasStrokes strokes;

    atlas_strokes_init (&strokes, SIDE, SIDE, cases[i].width);
    atlas_strokes_add (&strokes, ATLAS_POINT_INIT (5, cases[i].y), ATLAS_POINT_INIT (35, cases[i].y));
    for (int row = 0; row < 3; row++)
      g_assert_cmpint (get_cover (&strokes, 20, 9 + row), ==, cases[i].cover[row]);
    g_assert_cmpint (get_cover (&strokes, 2, 10), ==, 0);
    atlas_strokes_clear (&strokes);
  }
}

static AtlasPoint
choose_point (void)
{
  return ATLAS_POINT_INIT (g_test_rand_double_range (-20, 60), g_test_rand_double_range (-20, 60));
}

/* Drawn again, the other way, and in pieces, a line is the same line. */
static void
test_again (void)
{
  for (guint i = 0; i < 200; i++) {
    AtlasPoint a = choose_point ();
    AtlasPoint b = choose_point ();
    AtlasPoint middle = { (a.x + b.x) / 2, (a.y + b.y) / 2 };
    g_autofree guint8 *once = NULL;
    AtlasStrokes strokes;

    atlas_strokes_init (&strokes, SIDE, SIDE, 1.3);
    atlas_strokes_add (&strokes, a, b);
    once = g_memdup2 (strokes.cover, SIDE * SIDE);
    atlas_strokes_add (&strokes, b, a);
    atlas_strokes_add (&strokes, a, middle);
    atlas_strokes_add (&strokes, b, middle);
    for (gsize j = 0; j < SIDE * SIDE; j++)
      g_assert_cmpint (abs (once[j] - strokes.cover[j]), <=, 1);
    atlas_strokes_clear (&strokes);
  }
}

static cairo_surface_t *
draw_with_cairo (AtlasPoint a, AtlasPoint b, double width)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_A8, SIDE, SIDE);
  cairo_t *cr = cairo_create (image);

  cairo_set_antialias (cr, CAIRO_ANTIALIAS_BEST);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, a.x, a.y);
  cairo_line_to (cr, b.x, b.y);
  cairo_stroke (cr);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  return image;
}

static void
test_against_cairo (void)
{
  for (guint i = 0; i < 200; i++) {
    double width = g_test_rand_double_range (0.3, 6);
    AtlasPoint a = choose_point ();
    AtlasPoint b = choose_point ();
    cairo_surface_t *image = draw_with_cairo (a, b, width);
    AtlasStrokes strokes;
    double off = 0;

    atlas_strokes_init (&strokes, SIDE, SIDE, width);
    atlas_strokes_add (&strokes, a, b);
    for (int y = 0; y < SIDE; y++)
      for (int x = 0; x < SIDE; x++) {
        int drawn = cairo_image_surface_get_data (image)[y * cairo_image_surface_get_stride (image) + x];
        int difference = get_cover (&strokes, x, y) - drawn;

        g_assert_cmpint (abs (difference), <, 80);
        off += difference * difference;
      }
    g_assert_cmpfloat (sqrt (off / (SIDE * SIDE)), <, 5);
    atlas_strokes_clear (&strokes);
    cairo_surface_destroy (image);
  }
}

/* A point is a dot as wide as the line; what is not finite or far away draws nothing. */
static void
test_odd (void)
{
  AtlasStrokes strokes;

  atlas_strokes_init (&strokes, SIDE, SIDE, 3);
  atlas_strokes_add (&strokes, ATLAS_POINT_INIT (20.5, 20.5), ATLAS_POINT_INIT (20.5, 20.5));
  g_assert_cmpint (get_cover (&strokes, 20, 20), ==, 255);
  g_assert_cmpint (get_cover (&strokes, 23, 20), ==, 0);
  memset (strokes.cover, 0, SIDE * SIDE);
  atlas_strokes_add (&strokes, ATLAS_POINT_INIT (NAN, 20), ATLAS_POINT_INIT (20, 20));
  atlas_strokes_add (&strokes, ATLAS_POINT_INIT (1e9, 1e9), ATLAS_POINT_INIT (2e9, 1e9));
  atlas_strokes_add (&strokes, ATLAS_POINT_INIT (-50, 20), ATLAS_POINT_INIT (-10, 20));
  for (gsize i = 0; i < SIDE * SIDE; i++)
    g_assert_cmpint (strokes.cover[i], ==, 0);
  atlas_strokes_clear (&strokes);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strokes/level", test_level);
  g_test_add_func ("/strokes/again", test_again);
  g_test_add_func ("/strokes/against-cairo", test_against_cairo);
  g_test_add_func ("/strokes/odd", test_odd);
  return g_test_run ();
}
