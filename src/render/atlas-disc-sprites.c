// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-disc-sprites.h"

#include <math.h>

/* A centre is moved to the nearest of so many places in each direction of a pixel: by an eighth of it at most. */
#define PHASES 4

/* Radii are told apart by this part of a pixel. */
#define RADIUS_STEPS 16

/* In pixels. Larger circles are few, and would fill the memory. */
#define LARGEST_REACH 12

/* One look of a circle, in pixels; each place within a pixel is drawn when first needed. */
typedef struct {
  AtlasDisc look;
  cairo_surface_t *phases[PHASES * PHASES]; /* owned, nullable */
} Sprite;

struct _AtlasDiscSprites {
  GHashTable *sprites; /* owned: a set of Sprite, each its own key */
};

static guint
hash_colour (AtlasColour colour)
{
  return (guint) colour.r << 24 | (guint) colour.g << 16 | (guint) colour.b << 8 | colour.a;
}

static guint
hash_sprite_cb (gconstpointer data)
{
  const AtlasDisc *look = &((const Sprite *) data)->look;

  return (guint) (look->radius * RADIUS_STEPS) * 31 + hash_colour (look->fill) * 7 + hash_colour (look->outline);
}

static gboolean
equal_sprites_cb (gconstpointer a, gconstpointer b)
{
  const AtlasDisc *x = &((const Sprite *) a)->look;
  const AtlasDisc *y = &((const Sprite *) b)->look;

  return x->radius == y->radius && x->outline_width == y->outline_width &&
         hash_colour (x->fill) == hash_colour (y->fill) && hash_colour (x->outline) == hash_colour (y->outline);
}

static void
sprite_free (gpointer data)
{
  Sprite *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (self->phases); i++)
    g_clear_pointer (&self->phases[i], cairo_surface_destroy);
  g_free (self);
}

static void
sprites_free_cb (gpointer data)
{
  AtlasDiscSprites *self = data;

  g_hash_table_unref (self->sprites);
  g_free (self);
}

/**
 * atlas_disc_sprites_get:
 * @cr: to draw on
 *
 * Returns: (transfer none): the sprites that live as long as @cr
 */
AtlasDiscSprites *
atlas_disc_sprites_get (cairo_t *cr)
{
  static const cairo_user_data_key_t key;
  AtlasDiscSprites *self = cairo_get_user_data (cr, &key);

  if (self)
    return self;
  self = g_new (AtlasDiscSprites, 1);
  self->sprites = g_hash_table_new_full (hash_sprite_cb, equal_sprites_cb, sprite_free, NULL);
  cairo_set_user_data (cr, &key, self, sprites_free_cb);
  return self;
}

static void
set_colour (cairo_t *cr, AtlasColour colour)
{
  cairo_set_source_rgba (cr, colour.r / 255.0, colour.g / 255.0, colour.b / 255.0, colour.a / 255.0);
}

/**
 * atlas_disc_trace:
 * @cr: to draw on
 *
 * Draws a circle as it is, without sprites.
 */
void
atlas_disc_trace (const AtlasDisc *self, cairo_t *cr)
{
  cairo_new_path (cr);
  cairo_arc (cr, self->centre.x, self->centre.y, self->radius, 0, 2 * G_PI);
  set_colour (cr, self->fill);
  cairo_fill_preserve (cr);
  set_colour (cr, self->outline);
  cairo_set_line_width (cr, self->outline_width);
  if (self->outline_width > 0)
    cairo_stroke (cr);
  cairo_new_path (cr);
}

static double
get_reach (const AtlasDisc *look)
{
  return look->radius + look->outline_width / 2;
}

/* Pixels from the sprite's edge to the one that holds the centre. */
static int
get_margin (const AtlasDisc *look)
{
  return (int) ceil (get_reach (look)) + 1;
}

static cairo_surface_t *
draw_phase (const AtlasDisc *look, guint across, guint down)
{
  int margin = get_margin (look);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 2 * margin + 1, 2 * margin + 1);
  cairo_t *cr = cairo_create (image);
  AtlasDisc disc = *look;

  disc.centre = ATLAS_POINT_INIT (margin + across / (double) PHASES, margin + down / (double) PHASES);
  atlas_disc_trace (&disc, cr);
  cairo_destroy (cr);
  return image;
}

static Sprite *
find_sprite (AtlasDiscSprites *self, const AtlasDisc *disc)
{
  Sprite wanted = { .look = *disc };
  Sprite *sprite;

  wanted.look.centre = ATLAS_POINT_INIT (0, 0);
  wanted.look.radius = MAX (rint (disc->radius * RADIUS_STEPS), 1) / RADIUS_STEPS;
  sprite = g_hash_table_lookup (self->sprites, &wanted);
  if (!sprite) {
    sprite = g_memdup2 (&wanted, sizeof wanted);
    g_hash_table_add (self->sprites, sprite);
  }
  return sprite;
}

/* The nearest place at which there can be a sprite: a whole pixel and how many phases beyond it. */
static int
find_pixel (double place, guint *phase)
{
  double steps = floor (place * PHASES + 0.5);
  double pixel = floor (steps / PHASES);

  *phase = (guint) (steps - pixel * PHASES);
  return (int) pixel;
}

/**
 * atlas_disc_sprites_stamp:
 * @cr: to draw on, in pixels
 *
 * Draws a small circle, its centre and its radius moved by an eighth of a pixel at most.
 *
 * Returns: %FALSE, with nothing drawn, when the circle is too large for a sprite
 */
gboolean
atlas_disc_sprites_stamp (AtlasDiscSprites *self, cairo_t *cr, const AtlasDisc *disc)
{
  cairo_matrix_t matrix;
  Sprite *sprite;
  cairo_surface_t **image;
  guint across;
  guint down;
  int margin;
  int x;
  int y;

  if (!(get_reach (disc) <= LARGEST_REACH))
    return FALSE;
  cairo_get_matrix (cr, &matrix);
  sprite = find_sprite (self, disc);
  x = find_pixel (disc->centre.x + matrix.x0, &across);
  y = find_pixel (disc->centre.y + matrix.y0, &down);
  image = &sprite->phases[down * PHASES + across];
  if (!*image)
    *image = draw_phase (&sprite->look, across, down);
  margin = get_margin (&sprite->look);
  cairo_set_source_surface (cr, *image, x - margin - matrix.x0, y - margin - matrix.y0);
  cairo_paint (cr);
  return TRUE;
}
