// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-deflater.h"
#include "atlas-error.h"
#include "atlas-exporter.h"
#include "atlas-large-pages.h"

#include <glib/gi18n-lib.h>
#include <png.h>
#include <setjmp.h>

/* A sheet is drawn in strips of whole rows, none higher than cairo can draw, and a strip, where it is wider than that,
 * in tiles. */
#define WIDEST_TILE   16384
#define HIGHEST_STRIP 16384
#define STRIP_BYTES   (64 * 1024 * 1024)

/**
 * Writing:
 * @sheet: what is drawn
 * @scene: owned: its map in pixels
 * @strip: owned: rows as PNG has them: each begins with the number of its filter, always 0: none
 * @strip_height: rows in a strip
 *
 * One PNG on its way to the file.
 */
typedef struct {
  const AtlasSheet *sheet;
  AtlasScene *scene;
  png_structp png;
  png_infop info;
  int width;
  int height;
  int strip_height;
  guint8 *strip;
  AtlasDeflater deflater;
  AtlasDrawMeter meter; /* of rows */
  GCancellable *cancellable;
} Writing;

static void
write_cb (png_structp png, png_bytep data, png_size_t size)
{
  if (!atlas_output_file_write (png_get_io_ptr (png), data, size))
    png_error (png, "write");
}

static void
flush_cb (png_structp png)
{
}

static void
warn_cb (png_structp png, png_const_charp message)
{
  g_debug ("libpng: %s", message);
}

static void
fail_cb (png_structp png, png_const_charp message)
{
  longjmp (*(jmp_buf *) png_get_error_ptr (png), 1);
}

/* The background is opaque under everything or the picture would need a fourth channel. */
static guint
count_channels (const Writing *self)
{
  return self->sheet->layout->background.a == 255 ? 3 : 4;
}

static gsize
measure_row (const Writing *self)
{
  return 1 + (gsize) self->width * count_channels (self);
}

static inline guint8
unmultiply (guint32 value, guint32 alpha)
{
  return (guint8) ((value * 255 + alpha / 2) / alpha);
}

static inline void
copy_pixel (guint32 pixel, guint channels, guint8 *out)
{
  guint32 a = pixel >> 24;

  out[0] = (guint8) (pixel >> 16);
  out[1] = (guint8) (pixel >> 8);
  out[2] = (guint8) pixel;
  if (channels == 3)
    return;
  out[3] = (guint8) a;
  for (guint i = 0; i < 3 && a > 0 && a < 255; i++)
    out[i] = unmultiply (out[i], a);
}

static void
copy_tile (Writing *self, cairo_surface_t *tile, int x)
{
  int stride = cairo_image_surface_get_stride (tile);
  int width = cairo_image_surface_get_width (tile);
  int height = cairo_image_surface_get_height (tile);
  const guint8 *pixels = cairo_image_surface_get_data (tile);
  guint channels = count_channels (self);

  for (int j = 0; j < height; j++) {
    const guint32 *row = (const guint32 *) (pixels + (gsize) j * stride);
    guint8 *out = self->strip + j * measure_row (self) + 1 + (gsize) x * channels;

    for (int i = 0; i < width; i++, out += channels)
      copy_pixel (row[i], channels, out);
  }
}

static gboolean
draw_tile (Writing *self, int x, int y, int height)
{
  int width = MIN (WIDEST_TILE, self->width - x);
  cairo_surface_t *tile = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  gboolean done = cairo_surface_status (tile) == CAIRO_STATUS_SUCCESS &&
                  atlas_sheet_draw_window (self->sheet, self->scene, tile, x, y, self->cancellable);

  if (done) {
    cairo_surface_flush (tile);
    copy_tile (self, tile, x);
  }
  cairo_surface_destroy (tile);
  return done;
}

static gboolean
draw_strip (Writing *self, int y, int height)
{
  for (int x = 0; x < self->width; x += WIDEST_TILE)
    if (!draw_tile (self, x, y, height))
      return FALSE;
  return TRUE;
}

/* libpng reports failures by jumping, so that calls to it stay in functions that own nothing. */
static gboolean
write_head (Writing *self, double dpi)
{
  jmp_buf *failed = png_get_error_ptr (self->png);
  png_uint_32 per_metre = (png_uint_32) (dpi / 0.0254 + 0.5);
  int type = count_channels (self) == 3 ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGBA;

  if (setjmp (*failed))
    return FALSE;
  png_set_user_limits (self->png, 0x7fffffff, 0x7fffffff);
  png_set_IHDR (self->png, self->info, (png_uint_32) self->width, (png_uint_32) self->height, 8, type,
                PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_pHYs (self->png, self->info, per_metre, per_metre, PNG_RESOLUTION_METER);
  png_set_sRGB (self->png, self->info, PNG_sRGB_INTENT_RELATIVE);
  png_write_info (self->png, self->info);
  return TRUE;
}

static gboolean
write_chunk (Writing *self, const char *name, const guint8 *bytes, gsize n)
{
  jmp_buf *failed = png_get_error_ptr (self->png);

  if (setjmp (*failed))
    return FALSE;
  png_write_chunk (self->png, (png_const_bytep) name, bytes, n);
  return TRUE;
}

static gboolean
write_rows (Writing *self, int n, gboolean last)
{
  g_autoptr (GByteArray) packed = atlas_deflater_pack (&self->deflater, self->strip, n * measure_row (self), last);

  return write_chunk (self, "IDAT", packed->data, packed->len);
}

/* TRUE also when the disk is full: that is told by the file's commit. */
static gboolean
write_strips (Writing *self, double dpi, GError **error)
{
  if (!write_head (self, dpi))
    return TRUE;
  for (int y = 0; y < self->height; y += self->strip_height) {
    int height = MIN (self->strip_height, self->height - y);

    if (!draw_strip (self, y, height))
      return atlas_exporter_set_cancelled (error);
    if (!write_rows (self, height, y + height == self->height))
      return TRUE;
    atlas_draw_meter_add (&self->meter, (gsize) height);
  }
  write_chunk (self, "IEND", NULL, 0);
  return TRUE;
}

static gboolean
alloc_strip (Writing *self, GError **error)
{
  gsize row = measure_row (self);

  self->strip_height = (int) CLAMP (STRIP_BYTES / row, 1, MIN ((gsize) self->height, HIGHEST_STRIP));
  self->strip = g_try_malloc0 (row * (gsize) self->strip_height);
  if (self->strip) {
    atlas_large_pages_prefer (self->strip, row * (gsize) self->strip_height);
    return TRUE;
  }
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_TOO_LARGE,
               _ ("There is not enough memory for a picture of %d × %d pixels; choose a smaller size"), self->width,
               self->height);
  return FALSE;
}

static gboolean
write_png (const AtlasSheet *sheet,
           AtlasOutputFile *file,
           const AtlasExportOptions *options,
           GCancellable *cancellable,
           GError **error)
{
  Writing self = { .sheet = sheet, .cancellable = cancellable };
  jmp_buf failed;
  gboolean done;

  if (!atlas_exporter_get_pixels (sheet->layout, options->dpi, &self.width, &self.height, error) ||
      !alloc_strip (&self, error))
    return FALSE;
  self.meter = (AtlasDrawMeter){ options->drawn, options->drawn_data, (gsize) self.height, 0 };
  atlas_deflater_init (&self.deflater);
  self.scene = atlas_sheet_create_pixel_scene (sheet, options->dpi / 25.4);
  self.png = png_create_write_struct (PNG_LIBPNG_VER_STRING, &failed, fail_cb, warn_cb);
  self.info = png_create_info_struct (self.png);
  png_set_write_fn (self.png, file, write_cb, flush_cb);
  done = write_strips (&self, options->dpi, error);
  png_destroy_write_struct (&self.png, &self.info);
  atlas_scene_unref (self.scene);
  g_free (self.strip);
  return done;
}

const AtlasExporter atlas_exporter_png = { ".png", write_png };
