// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-canvas.h"

#include <math.h>

#define WIDTH  200
#define HEIGHT 20
#define FINER  16

/* How much ink each column of the picture has when the line is written @scale times as large; columns of the larger
 * picture are brought together. */
static void
weigh_columns (const char *string, double size, int scale, double weights[WIDTH])
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH * scale, HEIGHT * scale);
  cairo_t *cr = cairo_create (image);
  AtlasText text = { .string = string, .at = { 4.3 * scale, 14 * scale }, .size = size * scale };
  AtlasCairoCanvas canvas;

  text.colour = ATLAS_COLOUR_RGB (0);
  atlas_cairo_canvas_init (&canvas, cr, 1);
  canvas.parent.klass->text (&canvas.parent, &text);
  cairo_surface_flush (image);
  for (int x = 0; x < WIDTH; x++)
    weights[x] = 0;
  for (int y = 0; y < HEIGHT * scale; y++)
    for (int x = 0; x < WIDTH * scale; x++)
      weights[x / scale] += cairo_image_surface_get_data (image)[y * cairo_image_surface_get_stride (image) + x] /
                            255.0 / (scale * scale);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
}

/* A small line is the large one made smaller: every letter and gap is in its place. */
static void
test_small_lines_keep_their_gaps (void)
{
  for (double size = 5; size < 13; size += 0.7) {
    double small[WIDTH];
    double large[WIDTH];
    double ink = 0;
    double misplaced = 0;

    weigh_columns ("Miejsca publiczne na km²", size, 1, small);
    weigh_columns ("Miejsca publiczne na km²", size, FINER, large);
    for (int x = 0; x < WIDTH; x++) {
      ink += large[x];
      misplaced += fabs (large[x] - small[x]);
    }
    g_assert_cmpfloat (ink, >, 20);
    g_assert_cmpfloat (misplaced / ink, <, 0.1);
  }
}

/* What is measured is what is drawn. */
static void
test_measured_as_drawn (void)
{
  for (double size = 5; size < 13; size += 0.7) {
    double width = atlas_text_measure ("HiiiiiH", size, FALSE).width;
    double weights[WIDTH];
    int last = 0;

    weigh_columns ("HiiiiiH", size, 1, weights);
    for (int x = 0; x < WIDTH; x++)
      last = weights[x] > 0.1 ? x : last;
    g_assert_cmpfloat (fabs (last + 0.5 - 4.3 - width), <, 0.1 * size + 1);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/small-lines-keep-their-gaps", test_small_lines_keep_their_gaps);
  g_test_add_func ("/text/measured-as-drawn", test_measured_as_drawn);
  return g_test_run ();
}
