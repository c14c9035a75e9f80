// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-mosaic.h"

#include "atlas-large-pages.h"

#include <math.h>

/* Less than half a step of an eight-bit channel; what rounding leaves of areas that ended is far below it. */
#define LEAST_COVER (1 / 1024.0f)

/* Four numbers that the processor takes at once: blue, green, red and what is free. */
typedef float Channels __attribute__ ((vector_size (4 * sizeof (float))));

#define FREE 3

typedef struct _AtlasShare {
  Channels channels;
} AtlasShare;

/**
 * atlas_mosaic_init:
 * @width: in pixels
 * @height: in pixels
 * @transform: from the map to the pixels
 *
 * Begins with nothing laid.
 */
void
atlas_mosaic_init (AtlasMosaic *self, int width, int height, AtlasTransform transform)
{
  gsize n = (gsize) width * (gsize) height;

  *self = (AtlasMosaic){ width, height, transform };
  self->shares = g_aligned_alloc (n, sizeof (AtlasShare), sizeof (AtlasShare));
  atlas_large_pages_prefer (self->shares, n * sizeof (AtlasShare));
  for (gsize i = 0; i < n; i++)
    self->shares[i].channels = (Channels){ 0, 0, 0, 1 };
}

void
atlas_mosaic_clear (AtlasMosaic *self)
{
  g_clear_pointer (&self->shares, g_aligned_free);
}

/**
 * Paint:
 * @weight: what a whole pixel adds to its share
 * @opacity: 0…1
 * @pixels: (nullable): of cairo, opaque: has the weights of a row instead
 */
typedef struct {
  Channels weight;
  float opacity;
  const guint32 *pixels;
} Paint;

static inline Channels
weigh (AtlasColour colour)
{
  return (Channels){ colour.b, colour.g, colour.r, -1 };
}

static inline Channels
weigh_pixel (guint32 pixel)
{
  return (Channels){ (float) (pixel & 255), (float) (pixel >> 8 & 255), (float) (pixel >> 16 & 255), -1 };
}

static inline void
lay_pixel (AtlasShare *share, float cover, const Paint *paint, int x)
{
  float part = MIN (fabsf (cover), 1) * paint->opacity;

  if (part > LEAST_COVER)
    share->channels += MIN (part, share->channels[FREE]) *
                       (paint->pixels ? weigh_pixel (paint->pixels[x]) : paint->weight);
}

/* Beyond the last change of a row its cover stays as it is: nothing, or the inside of what ends outside the picture. */
static void
lay_row (AtlasMosaic *self, AtlasCoverage *coverage, int y, const Paint *paint)
{
  AtlasCoverageRow row = coverage->rows[y];
  AtlasShare *shares = self->shares + (gsize) y * (gsize) self->width;
  float *cells = atlas_coverage_get_row (coverage, y);
  int width = self->width;
  int changed = MIN (row.last + 1, width);
  float cover = 0;
  int x;

  for (x = row.first; x < changed; x++) {
    cover += cells[x];
    lay_pixel (&shares[x], cover, paint, x);
  }
  for (; x < width && fabsf (cover) > LEAST_COVER; x++)
    lay_pixel (&shares[x], cover, paint, x);
  atlas_coverage_empty_row (coverage, y);
}

/**
 * atlas_mosaic_lay:
 * @coverage: of the mosaic's size
 * @colour: of the areas
 *
 * Lays the areas that were added to @coverage under all that was laid before, and empties it.
 */
void
atlas_mosaic_lay (AtlasMosaic *self, AtlasCoverage *coverage, AtlasColour colour)
{
  const Paint paint = { weigh (colour), colour.a / 255.0f };

  for (int y = 0; y < self->height; y++)
    if (coverage->rows[y].last >= 0)
      lay_row (self, coverage, y, &paint);
}

/**
 * atlas_mosaic_lay_strokes:
 * @strokes: of the mosaic's size
 * @colour: of the lines
 *
 * Lays lines under all that was laid before.
 */
void
atlas_mosaic_lay_strokes (AtlasMosaic *self, const AtlasStrokes *strokes, AtlasColour colour)
{
  const Paint paint = { weigh (colour), colour.a / 255.0f };
  gsize n = (gsize) strokes->width * (gsize) strokes->height;

  for (gsize i = 0; i < n; i++)
    if (strokes->cover[i])
      lay_pixel (&self->shares[i], strokes->cover[i] / 255.0f, &paint, 0);
}

static const guint32 *
get_pixels (cairo_surface_t *image, int y)
{
  return (const guint32 *) (cairo_image_surface_get_data (image) +
                            (gsize) y * (gsize) cairo_image_surface_get_stride (image));
}

/**
 * atlas_mosaic_lay_image:
 * @coverage: of the mosaic's size
 * @image: of the mosaic's size, without transparency
 *
 * As [method@Mosaic.lay], but the areas show the picture that lies behind them.
 */
void
atlas_mosaic_lay_image (AtlasMosaic *self, AtlasCoverage *coverage, cairo_surface_t *image)
{
  cairo_surface_flush (image);
  for (int y = 0; y < self->height; y++) {
    const Paint paint = { .opacity = 1, .pixels = get_pixels (image, y) };

    if (coverage->rows[y].last >= 0)
      lay_row (self, coverage, y, &paint);
  }
}

static inline guint32
round_channel (float channel, guint32 most)
{
  return MIN ((guint32) (channel + 0.5f), most);
}

/* As cairo has it: the alpha uppermost, no channel above it. */
static inline guint32
pack (AtlasShare share)
{
  guint32 alpha = round_channel ((1 - share.channels[FREE]) * 255, 255);

  return alpha << 24 | round_channel (share.channels[2], alpha) << 16 | round_channel (share.channels[1], alpha) << 8 |
         round_channel (share.channels[0], alpha);
}

/**
 * atlas_mosaic_create_image:
 *
 * Returns: (transfer full): what was laid, transparent elsewhere
 */
cairo_surface_t *
atlas_mosaic_create_image (const AtlasMosaic *self)
{
  int width = self->width;
  int height = self->height;
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  const AtlasShare *share = self->shares;

  if (cairo_surface_status (image) != CAIRO_STATUS_SUCCESS)
    return image;
  for (int y = 0; y < height; y++) {
    guint32 *row = (guint32 *) (cairo_image_surface_get_data (image) +
                                (gsize) y * (gsize) cairo_image_surface_get_stride (image));

    for (int x = 0; x < width; x++)
      row[x] = pack (*share++);
  }
  cairo_surface_mark_dirty (image);
  return image;
}
