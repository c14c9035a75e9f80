// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-disc-sprites.h"
#include "town.h"

#include <math.h>

#define SIDE 40

/* A centre moves by an eighth of a pixel at most in each direction. */
#define MOST_MOVED 0.126

/* The radius by half of a sixteenth, and the outline's inner edge as much again. */
#define MOST_GROWN (2 / 32.0)

/* Cairo itself samples a pixel in fifteen rows, of which a thin ring may miss or meet one more: seen up to 0.06. */
#define CAIRO_MOVES 0.1

/**
 * Weighed:
 * @ink: whole pixels that would be as black
 * @middle: of the ink
 */
typedef struct {
  double ink;
  AtlasPoint middle;
} Weighed;

static Weighed
weigh (cairo_surface_t *image)
{
  Weighed sum = { 0 };

  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++) {
      double ink = (town_get_pixel (image, x, y) >> 24) / 255.0;

      sum.ink += ink;
      sum.middle.x += ink * (x + 0.5);
      sum.middle.y += ink * (y + 0.5);
    }
  sum.middle.x /= sum.ink;
  sum.middle.y /= sum.ink;
  return sum;
}

/* @disc on pixels that begin at @origin. */
static cairo_surface_t *
draw (AtlasDisc disc, AtlasPoint origin, gboolean sprite)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  cairo_t *cr = cairo_create (image);

  cairo_translate (cr, -origin.x, -origin.y);
  if (sprite)
    g_assert_true (atlas_disc_sprites_stamp (atlas_disc_sprites_get (cr), cr, &disc));
  else
    atlas_disc_trace (&disc, cr);
  cairo_destroy (cr);
  return image;
}

static AtlasDisc
make_disc (void)
{
  return (AtlasDisc){ .radius = g_test_rand_double_range (0.6, 9),
                      .fill = g_test_rand_bit () ? ATLAS_COLOUR_RGB (0x000000) : (AtlasColour){ 0 },
                      .outline = ATLAS_COLOUR_RGB (0x000000),
                      .outline_width = g_test_rand_double_range (0.5, 3) };
}

/* Wherever the picture begins, a stamped circle is where the drawn one is, and as heavy. */
static void
test_places (void)
{
  for (guint i = 0; i < 400; i++) {
    AtlasPoint origin = { g_test_rand_int_range (-5000, 5000), g_test_rand_int_range (-5000, 5000) };
    AtlasDisc disc = make_disc ();
    cairo_surface_t *stamped;
    cairo_surface_t *traced;
    Weighed a, b;

    disc.centre.x = origin.x + g_test_rand_double_range (13, SIDE - 13);
    disc.centre.y = origin.y + g_test_rand_double_range (13, SIDE - 13);
    stamped = draw (disc, origin, TRUE);
    traced = draw (disc, origin, FALSE);
    a = weigh (stamped);
    b = weigh (traced);
    g_assert_cmpfloat (fabs (a.middle.x - b.middle.x), <=, MOST_MOVED + CAIRO_MOVES);
    g_assert_cmpfloat (fabs (a.middle.y - b.middle.y), <=, MOST_MOVED + CAIRO_MOVES);
    g_assert_cmpfloat (fabs (a.ink - b.ink), <=, MOST_GROWN * 2 * G_PI * (disc.radius + disc.outline_width) + 0.2);
    cairo_surface_destroy (stamped);
    cairo_surface_destroy (traced);
  }
}

/* Circles of other looks have sprites of their own, however many there are on one picture. */
static void
test_looks (void)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  cairo_t *cr = cairo_create (image);
  AtlasDiscSprites *sprites = atlas_disc_sprites_get (cr);
  static const AtlasDisc looks[] = {
    { { 10, 10 }, 5, { 255, 0, 0, 255 }, { 0, 0, 0, 255 }, 0 },
    { { 30, 10 }, 5, { 0, 255, 0, 255 }, { 0, 0, 0, 255 }, 0 },
    { { 10, 30 }, 5, { 255, 0, 0, 255 }, { 0, 0, 255, 255 }, 4 },
    { { 30, 30 }, 8, { 255, 0, 0, 255 }, { 0, 0, 0, 255 }, 0 },
  };

  g_assert_true (atlas_disc_sprites_get (cr) == sprites);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    g_assert_true (atlas_disc_sprites_stamp (sprites, cr, &looks[i]));
  cairo_destroy (cr);
  g_assert_cmphex (town_get_pixel (image, 10, 10), ==, 0xffff0000u);
  g_assert_cmphex (town_get_pixel (image, 30, 10), ==, 0xff00ff00u);
  g_assert_cmphex (town_get_pixel (image, 10, 30), ==, 0xffff0000u);
  g_assert_cmphex (town_get_pixel (image, 10, 25), ==, 0xff0000ffu);
  g_assert_cmphex (town_get_pixel (image, 10, 4), ==, 0);
  g_assert_cmphex (town_get_pixel (image, 30, 23), ==, 0xffff0000u);
  cairo_surface_destroy (image);
}

/* Of large circles there are no sprites, and nothing is drawn in their stead. */
static void
test_large (void)
{
  static const AtlasDisc large[] = {
    { { 20, 20 }, 12.5, { 0, 0, 0, 255 }, { 0, 0, 0, 255 }, 0 },
    { { 20, 20 }, 10, { 0, 0, 0, 255 }, { 0, 0, 0, 255 }, 5 },
    { { 20, 20 }, NAN, { 0, 0, 0, 255 }, { 0, 0, 0, 255 }, 0 },
  };
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  cairo_t *cr = cairo_create (image);

  for (guint i = 0; i < G_N_ELEMENTS (large); i++)
    g_assert_false (atlas_disc_sprites_stamp (atlas_disc_sprites_get (cr), cr, &large[i]));
  cairo_destroy (cr);
  g_assert_cmphex (town_get_pixel (image, 20, 20), ==, 0);
  cairo_surface_destroy (image);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/disc-sprites/places", test_places);
  g_test_add_func ("/disc-sprites/looks", test_looks);
  g_test_add_func ("/disc-sprites/large", test_large);
  return g_test_run ();
}
