// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-mosaic.h"

#include <math.h>

/* Less than half a step of an eight-bit channel; what rounding leaves of areas that ended is far below it. */
#define LEAST_COVER (1 / 1024.0f)

/* Of a pixel, four numbers that the processor takes at once: blue, green and red, 0…255, and what is free. */
typedef float Share __attribute__ ((vector_size (4 * sizeof (float))));

#define FREE 3

/**
 * atlas_mosaic_init:
 * @width: in pixels
 * @height: in pixels
 * @transform: from the map to the pixels
 * @n_coats: how many there will be
 *
 * Begins with coats that cover nothing and have no colour.
 */
void
atlas_mosaic_init (AtlasMosaic *self, int width, int height, AtlasTransform transform, guint n_coats)
{
  *self = (AtlasMosaic){ width, height, transform, n_coats, g_new0 (AtlasMosaicCoat, n_coats) };
  atlas_coverage_init (&self->all, width, height * (int) n_coats);
  for (guint i = 0; i < n_coats; i++)
    self->coats[i].cover = atlas_coverage_view (&self->all, (int) i * height, height);
}

void
atlas_mosaic_clear (AtlasMosaic *self)
{
  for (guint i = 0; i < self->n_coats; i++)
    g_clear_pointer (&self->coats[i].image, cairo_surface_destroy);
  g_clear_pointer (&self->coats, g_free);
  atlas_coverage_clear (&self->all);
}

static inline guint32 *
get_pixels (cairo_surface_t *image, int y)
{
  return (guint32 *) (cairo_image_surface_get_data (image) +
                      (gsize) y * (gsize) cairo_image_surface_get_stride (image));
}

/**
 * Paint:
 * @weight: what a whole pixel adds to its share
 * @opacity: 0…1
 * @pixels: (nullable): of cairo, opaque: has the weights of a row instead
 */
typedef struct {
  Share weight;
  float opacity;
  const guint32 *pixels;
} Paint;

static inline Paint
mix (AtlasColour colour)
{
  return (Paint){ { colour.b, colour.g, colour.r, -1 }, colour.a / 255.0f };
}

static inline Share
weigh_pixel (guint32 pixel)
{
  return (Share){ (float) (pixel & 255), (float) (pixel >> 8 & 255), (float) (pixel >> 16 & 255), -1 };
}

static inline void
lay_pixel (Share *share, float cover, const Paint *paint, int x)
{
  float part = MIN (fabsf (cover), 1) * paint->opacity;

  if (part > LEAST_COVER)
    *share += MIN (part, (*share)[FREE]) * (paint->pixels ? weigh_pixel (paint->pixels[x]) : paint->weight);
}

/* Beyond the last change of a row its cover stays as it is: nothing, or the inside of what ends outside the picture. */
static void
lay_row (Share *shares, const AtlasCoverage *coverage, int y, const Paint *paint)
{
  AtlasCoverageRow row = coverage->rows[y];
  const float *cells = atlas_coverage_get_row (coverage, y);
  int width = coverage->width;
  int changed = MIN (row.last + 1, width);
  float cover = 0;
  int x;

  for (x = row.first; x < changed; x++) {
    cover += cells[x];
    lay_pixel (&shares[x], cover, paint, x);
  }
  for (; x < width && fabsf (cover) > LEAST_COVER; x++)
    lay_pixel (&shares[x], cover, paint, x);
}

static void
lay_coat (Share *shares, const AtlasMosaicCoat *coat, int y)
{
  Paint paint = mix (coat->colour);

  if (coat->cover.rows[y].last < 0)
    return;
  if (coat->image)
    paint = (Paint){ .opacity = 1, .pixels = get_pixels (coat->image, y) };
  lay_row (shares, &coat->cover, y, &paint);
}

static void
lay_strokes (Share *shares, const AtlasMosaic *self, int y)
{
  const guint8 *cover = self->strokes->cover + (gsize) y * (gsize) self->width;
  Paint paint = mix (self->stroke_colour);

  for (int x = 0; x < self->width; x++)
    if (cover[x])
      lay_pixel (&shares[x], cover[x] / 255.0f, &paint, x);
}

static inline guint32
round_channel (float channel, guint32 most)
{
  return MIN ((guint32) (channel + 0.5f), most);
}

/* As cairo has it: the alpha uppermost, no channel above it. */
static inline guint32
pack (Share share)
{
  guint32 alpha = round_channel ((1 - share[FREE]) * 255, 255);

  return alpha << 24 | round_channel (share[2], alpha) << 16 | round_channel (share[1], alpha) << 8 |
         round_channel (share[0], alpha);
}

/* From the topmost down: each takes of a pixel what is still free. */
static void
paint_row (const AtlasMosaic *self, int y, Share *shares, guint32 *pixels)
{
  for (int x = 0; x < self->width; x++)
    shares[x] = (Share){ 0, 0, 0, 1 };
  if (self->strokes)
    lay_strokes (shares, self, y);
  for (guint coat = self->n_coats; coat > 0; coat--)
    lay_coat (shares, &self->coats[coat - 1], y);
  for (int x = 0; x < self->width; x++)
    pixels[x] = pack (shares[x]);
}

/**
 * atlas_mosaic_paint:
 *
 * Returns: (transfer full): the strokes above the coats, transparent elsewhere
 */
cairo_surface_t *
atlas_mosaic_paint (AtlasMosaic *self)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->width, self->height);
  Share *shares;

  if (cairo_surface_status (image) != CAIRO_STATUS_SUCCESS)
    return image;
  for (guint i = 0; i < self->n_coats; i++)
    if (self->coats[i].image)
      cairo_surface_flush (self->coats[i].image);
  shares = g_aligned_alloc ((gsize) self->width, sizeof (Share), sizeof (Share));
  for (int y = 0; y < self->height; y++)
    paint_row (self, y, shares, get_pixels (image, y));
  g_aligned_free (shares);
  cairo_surface_mark_dirty (image);
  return image;
}
