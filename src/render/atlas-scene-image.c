// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-error.h"
#include "atlas-labels.h"
#include "atlas-parallel.h"
#include "atlas-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Bands are shared out as threads become free; a few for each thread even the work out, too many repeat it. */
#define BANDS_PER_THREAD 3
#define LOWEST_BAND      48

#define LARGEST_SIDE 32767

/**
 * Bands:
 * @scene: what is drawn
 * @image: all pixels, each band written by one thread
 * @x: of the image's left edge in the scene
 * @y: of its upper edge
 * @height: of each band but the last
 * @cancelled: whether any band was given up, atomic
 */
typedef struct {
  AtlasScene *scene;
  cairo_surface_t *image;
  int x;
  int y;
  int height;
  int cancelled;
  GCancellable *cancellable;
} Bands;

/* A surface over the rows of @image from @top on; its origin is the scene's. */
static cairo_surface_t *
view_rows (cairo_surface_t *image, int top, int height, int x, int y)
{
  int stride = cairo_image_surface_get_stride (image);
  guint8 *pixels = cairo_image_surface_get_data (image) + (gsize) stride * top;
  cairo_surface_t *rows = cairo_image_surface_create_for_data (pixels, cairo_image_surface_get_format (image),
                                                               cairo_image_surface_get_width (image), height, stride);

  cairo_surface_set_device_offset (rows, -x, -(y + top));
  return rows;
}

static gboolean
draw_rows (const Bands *bands, int top, int height)
{
  cairo_surface_t *rows = view_rows (bands->image, top, height, bands->x, bands->y);
  cairo_t *cr = cairo_create (rows);
  AtlasExtent clip = { bands->x, bands->y + top, bands->x + cairo_image_surface_get_width (bands->image),
                       bands->y + top + height };
  AtlasCairoCanvas canvas;
  gboolean done;

  atlas_cairo_canvas_init (&canvas, cr, bands->scene->options.units_per_mm);
  done = _atlas_scene_draw_layers (bands->scene, &canvas.parent, clip, bands->cancellable);
  cairo_destroy (cr);
  cairo_surface_finish (rows);
  cairo_surface_destroy (rows);
  return done;
}

static void
draw_band_cb (gpointer data, guint band)
{
  Bands *bands = data;
  int top = (int) band * bands->height;
  int height = MIN (bands->height, cairo_image_surface_get_height (bands->image) - top);

  if (!g_atomic_int_get (&bands->cancelled) && !draw_rows (bands, top, height))
    g_atomic_int_set (&bands->cancelled, TRUE);
}

/* Names are written last and by one thread: they lie over every layer, and each thread would have to load fonts. */
static void
write_labels (AtlasScene *scene, cairo_surface_t *image, int x, int y)
{
  AtlasExtent clip = { x, y, x + cairo_image_surface_get_width (image), y + cairo_image_surface_get_height (image) };
  cairo_t *cr = cairo_create (image);
  AtlasCairoCanvas canvas;

  cairo_translate (cr, -x, -y);
  atlas_cairo_canvas_init (&canvas, cr, scene->options.units_per_mm);
  atlas_labels_draw (_atlas_scene_get_labels (scene), &canvas.parent, clip);
  cairo_destroy (cr);
}

gboolean
_atlas_scene_draw_window (AtlasScene *self,
                          cairo_surface_t *image,
                          int x,
                          int y,
                          guint n_threads,
                          GCancellable *cancellable)
{
  guint threads = n_threads ? n_threads : g_get_num_processors ();
  int height = cairo_image_surface_get_height (image);
  int band = threads == 1 ? height : MAX (height / (int) (threads * BANDS_PER_THREAD) + 1, LOWEST_BAND);
  Bands bands = { self, image, x, y, band, .cancellable = cancellable };

  cairo_surface_flush (image);
  atlas_parallel_run (&bands, (guint) ((height + band - 1) / band), threads, draw_band_cb);
  cairo_surface_mark_dirty (image);
  if (bands.cancelled)
    return FALSE;
  write_labels (self, image, x, y);
  return TRUE;
}

static void
paint_background (cairo_surface_t *image, AtlasColour colour)
{
  cairo_t *cr = cairo_create (image);

  cairo_set_source_rgba (cr, colour.r / 255.0, colour.g / 255.0, colour.b / 255.0, colour.a / 255.0);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static cairo_surface_t *
create_image (const AtlasSceneOptions *options, GError **error)
{
  double width = ceil (options->width);
  double height = ceil (options->height);
  cairo_surface_t *image;

  if (!(width >= 1 && height >= 1 && width <= LARGEST_SIDE && height <= LARGEST_SIDE)) {
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_TOO_LARGE,
                 _ ("A picture of %.0f × %.0f pixels cannot be drawn; choose a size from 1 to %d a side"), width,
                 height, LARGEST_SIDE);
    return NULL;
  }
  image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  if (cairo_surface_status (image) == CAIRO_STATUS_SUCCESS)
    return image;
  cairo_surface_destroy (image);
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_TOO_LARGE,
               _ ("There is not enough memory for a picture of %.0f × %.0f pixels; choose a smaller size"), width,
               height);
  return NULL;
}

/**
 * atlas_scene_draw_image:
 * @n_threads: that share the work; 0 for one on each core
 * @cancellable: (nullable): polled every few hundred features
 * @error: return location for %G_IO_ERROR_CANCELLED or %ATLAS_ERROR_TOO_LARGE
 *
 * Draws the scene into pixels; its units are pixels.
 *
 * Returns: (nullable) (transfer full): an ARGB32 image, or %NULL with @error set
 */
cairo_surface_t *
atlas_scene_draw_image (AtlasScene *self, guint n_threads, GCancellable *cancellable, GError **error)
{
  cairo_surface_t *image = create_image (&self->options, error);

  if (!image)
    return NULL;
  paint_background (image, self->options.background);
  if (_atlas_scene_draw_window (self, image, 0, 0, n_threads, cancellable))
    return image;
  cairo_surface_destroy (image);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Drawing was cancelled"));
  return NULL;
}
