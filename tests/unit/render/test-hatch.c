// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-hatch.h"
#include "town.h"

#include <math.h>

#define SIDE     160
#define ROUNDING 4

static const AtlasHatch hatches[] = { ATLAS_HATCH_RISING, ATLAS_HATCH_FALLING, ATLAS_HATCH_CROSSED };

/* Lines on white, of the boxes given. */
static cairo_surface_t *
draw (AtlasHatch hatch, double mm, const AtlasExtent *boxes, guint n_boxes, AtlasPoint origin)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_t *cr = cairo_create (image);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  for (guint i = 0; i < n_boxes; i++) {
    cairo_save (cr);
    cairo_rectangle (cr, boxes[i].xmin, boxes[i].ymin, atlas_extent_width (boxes[i]), atlas_extent_height (boxes[i]));
    cairo_clip (cr);
    atlas_hatch_stroke (hatch, cr, mm, boxes[i], origin);
    cairo_restore (cr);
  }
  cairo_destroy (cr);
  return image;
}

static double
measure_ink (cairo_surface_t *image, int x, int y)
{
  return (255 - (double) (town_get_pixel (image, x, y) & 255)) / (255 - ATLAS_HATCH_LINE.b);
}

/* How many lines a row of the picture crosses: where its ink rises above a half. */
static guint
count_lines (cairo_surface_t *image, int x, int y, int dx, int dy)
{
  gboolean within = FALSE;
  guint n = 0;

  for (; x < SIDE && y < SIDE; x += dx, y += dy) {
    gboolean inked = measure_ink (image, x, y) > 0.5;

    n += inked && !within;
    within = inked;
  }
  return n;
}

static const AtlasExtent all = { 0, 0, SIDE, SIDE };

/* Lines run on from one area to the next, wherever the areas meet. */
static void
test_runs_on (void)
{
  for (guint i = 0; i < 60; i++) {
    AtlasHatch hatch = hatches[i % G_N_ELEMENTS (hatches)];
    AtlasPoint origin = { g_test_rand_double_range (-1e6, 1e6), g_test_rand_double_range (-1e6, 1e6) };
    double x = g_test_rand_int_range (1, SIDE);
    double y = g_test_rand_int_range (1, SIDE);
    const AtlasExtent quarters[] = { { 0, 0, x, y }, { x, 0, SIDE, y }, { 0, y, x, SIDE }, { x, y, SIDE, SIDE } };
    double mm = g_test_rand_double_range (4, 12);
    cairo_surface_t *whole = draw (hatch, mm, &all, 1, origin);
    cairo_surface_t *parts = draw (hatch, mm, quarters, G_N_ELEMENTS (quarters), origin);

    g_assert_cmpuint (town_count_different (whole, parts, ROUNDING), ==, 0);
    cairo_surface_destroy (whole);
    cairo_surface_destroy (parts);
  }
}

/* Where the map goes, its hatches go. */
static void
test_goes_along (void)
{
  for (guint i = 0; i < 30; i++) {
    AtlasHatch hatch = hatches[i % G_N_ELEMENTS (hatches)];
    int dx = g_test_rand_int_range (0, 40);
    int dy = g_test_rand_int_range (0, 40);
    cairo_surface_t *here = draw (hatch, 6, &all, 1, ATLAS_POINT_INIT (0.3, 0.7));
    cairo_surface_t *there = draw (hatch, 6, &all, 1, ATLAS_POINT_INIT (0.3 + dx, 0.7 + dy));

    for (int y = dy; y < SIDE; y++)
      for (int x = dx; x < SIDE; x++)
        g_assert_false (town_differs (town_get_pixel (there, x, y), town_get_pixel (here, x - dx, y - dy), ROUNDING));
    cairo_surface_destroy (here);
    cairo_surface_destroy (there);
  }
}

/* The three states are told apart: by the way their lines run, and by how close they stand. */
static void
test_states (void)
{
  static const struct {
    AtlasHatch hatch;
    guint across;      /* lines that a row of 160 pixels crosses at 8 pixels to a millimetre: every 12.4 pixels */
    double along_rise; /* part of the pixels of a rising diagonal through the origin that are inked */
    double along_fall;
  } states[] = {
    { ATLAS_HATCH_RISING, 13, 1, 0.15 },
    { ATLAS_HATCH_FALLING, 7, 0.1, 1 },
    { ATLAS_HATCH_CROSSED, 13, 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
    AtlasPoint middle = { SIDE / 2 + 0.5, SIDE / 2 + 0.5 };
    cairo_surface_t *image = draw (states[i].hatch, 8, &all, 1, middle);
    double rise = 0;
    double fall = 0;

    for (int x = 10; x < SIDE - 10; x++) {
      rise += measure_ink (image, x, SIDE - x) / (SIDE - 20);
      fall += measure_ink (image, x, x) / (SIDE - 20);
    }
    g_assert_cmpfloat_with_epsilon (rise, states[i].along_rise, 0.12);
    g_assert_cmpfloat_with_epsilon (fall, states[i].along_fall, 0.12);
    g_assert_cmpint (ABS ((int) count_lines (image, 0, SIDE / 2, 1, 0) - (int) states[i].across), <=, 1);
    g_assert_cmpint (ABS ((int) count_lines (image, SIDE / 2, 0, 0, 1) - (int) states[i].across), <=, 1);
    cairo_surface_destroy (image);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hatch/runs-on", test_runs_on);
  g_test_add_func ("/hatch/goes-along", test_goes_along);
  g_test_add_func ("/hatch/states", test_states);
  return g_test_run ();
}
