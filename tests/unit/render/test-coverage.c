// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-coverage.h"

#include <cairo.h>
#include <math.h>

#define SIDE 40

/* The map's y goes up and the pixels' down: (0, 40) of the map is the upper left corner. */
static const AtlasTransform on_pixels = { 1, 0, SIDE };

/* What is covered of pixel (@x, @y): the changes to its left, summed up. */
static double
get_cover (const AtlasCoverage *coverage, int x, int y)
{
  const float *row = atlas_coverage_get_row (coverage, y);
  double sum = 0;

  for (int i = 0; i <= x; i++)
    sum += row[i];
  return sum;
}

static double
sum_cover (const AtlasCoverage *coverage)
{
  double sum = 0;

  for (int y = 0; y < coverage->height; y++)
    for (int x = 0; x < coverage->width; x++)
      sum += get_cover (coverage, x, y);
  return sum;
}

/* Areas covered in all by a ring, worked out with a pencil. */
static void
test_areas (void)
{
  static const struct {
    const char *what;
    AtlasPoint corners[4];
    double area;
  } cases[] = {
    { "whole pixels", { { 10, 10 }, { 20, 10 }, { 20, 30 }, { 10, 30 } }, 200 },
    { "parts of pixels", { { 10.25, 10.5 }, { 20.75, 10.5 }, { 20.75, 30.25 }, { 10.25, 30.25 } }, 207.375 },
    { "a diamond", { { 20, 5.5 }, { 34.5, 20 }, { 20, 34.5 }, { 5.5, 20 } }, 420.5 },
    { "a sliver", { { 1, 1 }, { 39, 38 }, { 39, 38.01 }, { 1, 1.01 } }, 0.38 },
    { "within a pixel", { { 7.25, 7.25 }, { 7.75, 7.25 }, { 7.75, 7.75 }, { 7.25, 7.75 } }, 0.25 },
    { "all", { { 0, 0 }, { 40, 0 }, { 40, 40 }, { 0, 40 } }, 1600 },
    { "around all", { { -50, -50 }, { 150, -50 }, { 150, 150 }, { -50, 150 } }, 1600 },
    { "far around all", { { -1e12, -1e12 }, { 1e12, -1e12 }, { 1e12, 1e12 }, { -1e12, 1e12 } }, 1600 },
    { "over a corner", { { 30, 30 }, { 60, 30 }, { 60, 60 }, { 30, 60 } }, 100 },
    { "across", { { -60, 10 }, { 100, 10 }, { 100, 12 }, { -60, 12 } }, 80 },
    { "a diamond beyond all sides", { { 20, -10 }, { 50, 20 }, { 20, 50 }, { -10, 20 } }, 1600 - 4 * 50 },
    { "to the left", { { -20, 0 }, { -1, 0 }, { -1, 40 }, { -20, 40 } }, 0 },
    { "to the right", { { 41, 0 }, { 60, 0 }, { 60, 40 }, { 41, 40 } }, 0 },
    { "above", { { 0, 41 }, { 40, 41 }, { 40, 60 }, { 0, 60 } }, 0 },
    { "without inside", { { 3, 3 }, { 30, 30 }, { 3, 3 }, { 30, 30 } }, 0 },
    { "not finite", { { 3, 3 }, { 30, NAN }, { 30, 30 }, { 3, 30 } }, 0 },
    { "endless", { { 3, 3 }, { INFINITY, 3 }, { 30, 30 }, { 3, 30 } }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    AtlasPoint turned[4];
    AtlasCoverage coverage;

    for (guint j = 0; j < 4; j++)
      turned[j] = cases[i].corners[3 - j];
    atlas_coverage_init (&coverage, SIDE, SIDE);
    g_test_message ("%s", cases[i].what);
    atlas_coverage_add_ring (&coverage, cases[i].corners, 4, on_pixels, FALSE);
    g_assert_cmpfloat_with_epsilon (sum_cover (&coverage), cases[i].area, 1e-2);
    atlas_coverage_add_ring (&coverage, turned, 4, on_pixels, FALSE);
    g_assert_cmpfloat_with_epsilon (sum_cover (&coverage), 2 * cases[i].area, 2e-2);
    atlas_coverage_clear (&coverage);
  }
}

static void
test_hole (void)
{
  const AtlasPoint outer[] = { { 2, 2 }, { 38, 2 }, { 38, 38 }, { 2, 38 } };
  const AtlasPoint inner[] = { { 10, 10 }, { 20, 10 }, { 20, 20 }, { 10, 20 }, { 10, 10 } };
  AtlasCoverage coverage;

  atlas_coverage_init (&coverage, SIDE, SIDE);
  atlas_coverage_add_ring (&coverage, outer, 4, on_pixels, FALSE);
  atlas_coverage_add_ring (&coverage, inner, 5, on_pixels, TRUE);
  g_assert_cmpfloat_with_epsilon (get_cover (&coverage, 5, 25), 1, 1e-6);
  g_assert_cmpfloat_with_epsilon (get_cover (&coverage, 15, 25), 0, 1e-6);
  g_assert_cmpfloat_with_epsilon (sum_cover (&coverage), 36 * 36 - 100, 1e-3);
  atlas_coverage_clear (&coverage);
}

/* Two sides of a random cut cover, together, every pixel whole: no seam. */
static void
test_no_seam (void)
{
  for (guint i = 0; i < 500; i++) {
    AtlasPoint from = { g_test_rand_double_range (-10, 50), 50 };
    AtlasPoint bend = { g_test_rand_double_range (-10, 50), g_test_rand_double_range (0, 40) };
    AtlasPoint to = { g_test_rand_double_range (-10, 50), -10 };
    const AtlasPoint west[] = { { -60, 50 }, from, bend, to, { -60, -10 } };
    const AtlasPoint east[] = { { 100, -10 }, to, bend, from, { 100, 50 } };
    AtlasCoverage coverage;

    atlas_coverage_init (&coverage, SIDE, SIDE);
    atlas_coverage_add_ring (&coverage, west, 5, on_pixels, FALSE);
    atlas_coverage_add_ring (&coverage, east, 5, on_pixels, FALSE);
    for (int y = 0; y < SIDE; y++)
      for (int x = 0; x < SIDE; x++)
        g_assert_cmpfloat_with_epsilon (get_cover (&coverage, x, y), 1, 1e-4);
    atlas_coverage_clear (&coverage);
  }
}

/* Nine rows and columns of points in each pixel, without antialiasing: slow, and nothing can go wrong. */
#define SAMPLES 9

static cairo_surface_t *
draw_samples (const AtlasPoint *points, guint n)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE * SAMPLES, SIDE * SAMPLES);
  cairo_t *cr = cairo_create (image);

  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_scale (cr, SAMPLES, SAMPLES);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, points[i].x, SIDE - points[i].y);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  return image;
}

static double
count_samples (cairo_surface_t *image, int x, int y)
{
  int stride = cairo_image_surface_get_stride (image);
  const guint8 *data = cairo_image_surface_get_data (image);
  guint n = 0;

  for (int i = 0; i < SAMPLES; i++)
    for (int j = 0; j < SAMPLES; j++)
      n += data[(gsize) (y * SAMPLES + i) * (gsize) stride + 4 * (gsize) (x * SAMPLES + j) + 3] > 0;
  return n / (double) (SAMPLES * SAMPLES);
}

/* A star about the middle: no two of its edges cross. */
static guint
make_star (AtlasPoint *points, guint n)
{
  for (guint i = 0; i < n; i++) {
    double turn = 2 * G_PI * i / n;
    double radius = g_test_rand_double_range (2, 40);

    points[i] = ATLAS_POINT_INIT (20 + radius * cos (turn), 20 + radius * sin (turn));
  }
  return n;
}

static void
test_against_samples (void)
{
  for (guint i = 0; i < 60; i++) {
    AtlasPoint star[24];
    guint n = make_star (star, (guint) g_test_rand_int_range (3, G_N_ELEMENTS (star)));
    cairo_surface_t *samples = draw_samples (star, n);
    AtlasCoverage coverage;
    double off = 0;

    atlas_coverage_init (&coverage, SIDE, SIDE);
    atlas_coverage_add_ring (&coverage, star, n, on_pixels, FALSE);
    for (int y = 0; y < SIDE; y++)
      for (int x = 0; x < SIDE; x++) {
        double difference = get_cover (&coverage, x, y) - count_samples (samples, x, y);

        g_assert_cmpfloat (fabs (difference), <, 0.25);
        off += difference * difference;
      }
    g_assert_cmpfloat (sqrt (off / (SIDE * SIDE)), <, 0.02);
    atlas_coverage_clear (&coverage);
    cairo_surface_destroy (samples);
  }
}

/* What a row of points, as many as there are LINES in a pixel's height, sees of the edge from @a to @b: which part of
 * pixel (@x, @y) lies to its right, on average. Slow, and as simple as can be. */
#define LINES 48

static double
sum_right_of_edge (AtlasPoint a, AtlasPoint b, int x, int y)
{
  double sum = 0;

  for (int i = 0; i < LINES; i++) {
    double line = y + (i + 0.5) / LINES;

    if ((a.y <= line) != (b.y <= line)) {
      double at = a.x + (b.x - a.x) * (line - a.y) / (b.y - a.y);

      sum += (a.y < b.y ? 1 : -1) * CLAMP (x + 1 - at, 0, 1);
    }
  }
  return sum / LINES;
}

/* How often, on average, a ring goes around the points of a pixel. */
static double
count_turns (const AtlasPoint *pixels, guint n, int x, int y)
{
  double turns = 0;

  for (guint i = 0; i < n; i++)
    turns += sum_right_of_edge (pixels[i], pixels[(i + 1) % n], x, y);
  return turns;
}

static gboolean
meets_row (AtlasPoint a, AtlasPoint b, int y)
{
  return MIN (a.y, b.y) < y + 1 && MAX (a.y, b.y) > y;
}

/* Each edge may be off by a half line at either end. */
static double
allow_for (const AtlasPoint *pixels, guint n, int y)
{
  double allowed = 1e-3;

  for (guint i = 0; i < n; i++)
    allowed += meets_row (pixels[i], pixels[(i + 1) % n], y) ? 1.0 / LINES : 0;
  return allowed;
}

#define FEW_PIXELS 9

/* Whichever way a ring runs, what most of it goes around is inside. */
static double
find_turn (const AtlasPoint *pixels, guint n)
{
  double area = 0;

  for (guint i = 0; i < n; i++) {
    AtlasPoint a = pixels[i];
    AtlasPoint b = pixels[(i + 1) % n];

    area -= (a.x + b.x) / 2 * (b.y - a.y);
  }
  return area < 0 ? -1 : 1;
}

static void
assert_turns (const AtlasCoverage *coverage, const AtlasPoint *pixels, guint n)
{
  double turn = find_turn (pixels, n);

  for (int y = 0; y < coverage->height; y++)
    for (int x = 0; x < coverage->width; x++)
      g_assert_cmpfloat_with_epsilon (get_cover (coverage, x, y), turn * count_turns (pixels, n, x, y),
                                      allow_for (pixels, n, y));
}

/* Rings that cross themselves, small and large, within the picture and beyond each of its sides: a pixel's cover is how
 * often the ring goes around its points. */
static void
test_against_turns (void)
{
  static const double reaches[] = { 0.3, 3, 9, 30, 1000, 1e5 };

  for (guint i = 0; i < 1200; i++) {
    AtlasTransform on_few = { 1, 0, 0 };
    double reach = reaches[i % G_N_ELEMENTS (reaches)];
    AtlasPoint middle = { g_test_rand_double_range (-2, FEW_PIXELS + 2),
                          g_test_rand_double_range (-2, FEW_PIXELS + 2) };
    guint n = (guint) g_test_rand_int_range (3, 9);
    AtlasPoint ring[9];
    AtlasPoint pixels[9];
    AtlasCoverage coverage;

    for (guint j = 0; j < n; j++) {
      pixels[j].x = middle.x + g_test_rand_double_range (-reach, reach);
      pixels[j].y = middle.y + g_test_rand_double_range (-reach, reach);
      ring[j] = atlas_transform_to_map (on_few, pixels[j]);
    }
    atlas_coverage_init (&coverage, FEW_PIXELS, FEW_PIXELS);
    atlas_coverage_add_ring (&coverage, ring, n, on_few, FALSE);
    assert_turns (&coverage, pixels, n);
    atlas_coverage_clear (&coverage);
  }
}

/* A picture in bands covers what the whole does, wherever the bands meet. */
static void
test_bands (void)
{
  for (guint i = 0; i < 100; i++) {
    int cut = g_test_rand_int_range (1, SIDE);
    AtlasTransform lower = atlas_transform_pan (on_pixels, 0, -cut);
    AtlasPoint star[24];
    guint n = make_star (star, (guint) g_test_rand_int_range (3, G_N_ELEMENTS (star)));
    AtlasCoverage whole;
    AtlasCoverage bands[2];

    atlas_coverage_init (&whole, SIDE, SIDE);
    atlas_coverage_init (&bands[0], SIDE, cut);
    atlas_coverage_init (&bands[1], SIDE, SIDE - cut);
    atlas_coverage_add_ring (&whole, star, n, on_pixels, FALSE);
    atlas_coverage_add_ring (&bands[0], star, n, on_pixels, FALSE);
    atlas_coverage_add_ring (&bands[1], star, n, lower, FALSE);
    for (int y = 0; y < SIDE; y++)
      for (int x = 0; x < SIDE; x++)
        g_assert_cmpfloat_with_epsilon (
            get_cover (&whole, x, y), y < cut ? get_cover (&bands[0], x, y) : get_cover (&bands[1], x, y - cut), 1e-4);
    atlas_coverage_clear (&whole);
    atlas_coverage_clear (&bands[0]);
    atlas_coverage_clear (&bands[1]);
  }
}

/* Untouched rows are known, so that they are never looked at. */
static void
test_rows (void)
{
  const AtlasPoint ring[] = { { 3, 10 }, { 30, 10 }, { 30, 12 }, { 3, 12 } };
  AtlasCoverage coverage;

  atlas_coverage_init (&coverage, SIDE, SIDE);
  atlas_coverage_add_ring (&coverage, ring, 4, on_pixels, FALSE);
  for (int y = 0; y < SIDE; y++)
    g_assert_cmpint (coverage.rows[y].last >= 0, ==, y == 28 || y == 29);
  g_assert_cmpint (coverage.rows[28].first, <=, 3);
  g_assert_cmpint (coverage.rows[28].last, >=, 30);
  atlas_coverage_clear (&coverage);
}

static void
test_nothing (void)
{
  const AtlasPoint ring[] = { { 3, 10 }, { 30, 10 }, { 30, 12 } };
  AtlasCoverage coverage;

  atlas_coverage_init (&coverage, 0, 0);
  atlas_coverage_add_ring (&coverage, ring, 3, on_pixels, FALSE);
  atlas_coverage_add_ring (&coverage, ring, 2, on_pixels, FALSE);
  atlas_coverage_add_ring (&coverage, NULL, 0, on_pixels, FALSE);
  atlas_coverage_clear (&coverage);
}

/* Rows of a tall coverage are a coverage of their own, and what is added to them touches no other row. */
static void
test_view (void)
{
  const AtlasPoint ring[] = { { 0, 0 }, { SIDE, 0 }, { SIDE, SIDE }, { 0, SIDE } };
  AtlasCoverage tall;
  AtlasCoverage parts[3];

  atlas_coverage_init (&tall, SIDE, 3 * SIDE);
  for (int i = 0; i < 3; i++)
    parts[i] = atlas_coverage_view (&tall, i * SIDE, SIDE);
  g_assert_true (atlas_coverage_is_empty (&tall));
  atlas_coverage_add_ring (&parts[1], ring, 4, on_pixels, FALSE);
  g_assert_true (atlas_coverage_is_empty (&parts[0]));
  g_assert_false (atlas_coverage_is_empty (&parts[1]));
  g_assert_true (atlas_coverage_is_empty (&parts[2]));
  g_assert_cmpfloat (atlas_coverage_get_row (&tall, SIDE)[0], ==, 1);
  g_assert_cmpfloat (atlas_coverage_get_row (&tall, 2 * SIDE)[0], ==, 0);
  atlas_coverage_clear (&tall);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coverage/areas", test_areas);
  g_test_add_func ("/coverage/hole", test_hole);
  g_test_add_func ("/coverage/no-seam", test_no_seam);
  g_test_add_func ("/coverage/against-samples", test_against_samples);
  g_test_add_func ("/coverage/against-turns", test_against_turns);
  g_test_add_func ("/coverage/bands", test_bands);
  g_test_add_func ("/coverage/rows", test_rows);
  g_test_add_func ("/coverage/nothing", test_nothing);
  g_test_add_func ("/coverage/view", test_view);
  return g_test_run ();
}
