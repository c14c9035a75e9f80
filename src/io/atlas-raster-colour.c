// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-raster-private.h"
#include "atlas-sqlite-guard.h"

#include <math.h>
#include <string.h>

typedef struct {
  GDALDatasetH raster;
  const AtlasRasterWindow *window;
  GCancellable *cancellable;
  gsize n; /* pixels of a plane */
  guint8 *planes;
} Colouring;

static int
progress_cb (double fraction, const char *message, void *user_data)
{
  atlas_sqlite_guard_feed ();
  return !g_cancellable_is_cancelled (user_data);
}

static gboolean
read_plane (const Colouring *self, GDALRasterBandH band, GDALDataType type, GDALRIOResampleAlg how, void *plane)
{
  const AtlasRasterWindow *w = self->window;
  GDALRasterIOExtraArg options;

  INIT_RASTERIO_EXTRA_ARG (options);
  options.eResampleAlg = how;
  options.pfnProgress = progress_cb;
  options.pProgressData = self->cancellable;
  return GDALRasterIOEx (band, GF_Read, w->x, w->y, w->width, w->height, plane, w->out_width, w->out_height, type, 0, 0,
                         &options) == CE_None;
}

/* Where the raster has no data, in whichever way it says so, the map shows through. */
static gboolean
read_opacity (const Colouring *self)
{
  GDALRasterBandH mask = GDALGetMaskBand (GDALGetRasterBand (self->raster, 1));

  return read_plane (self, mask, GDT_Byte, GRIORA_NearestNeighbour, self->planes + 3 * self->n);
}

/* The plane of red holds the numbers of colours until they are looked up. */
static gboolean
read_paletted (const Colouring *self)
{
  GDALRasterBandH band = GDALGetRasterBand (self->raster, 1);
  GDALColorTableH table = GDALGetRasterColorTable (band);
  int n_colours = GDALGetColorEntryCount (table);

  if (!read_plane (self, band, GDT_Byte, GRIORA_NearestNeighbour, self->planes))
    return FALSE;
  for (gsize i = 0; i < self->n; i++) {
    int index = self->planes[i];
    const GDALColorEntry *entry = index < n_colours ? GDALGetColorEntry (table, index) : NULL;

    self->planes[i] = entry ? (guint8) entry->c1 : 0;
    self->planes[i + self->n] = entry ? (guint8) entry->c2 : 0;
    self->planes[i + 2 * self->n] = entry ? (guint8) entry->c3 : 0;
    self->planes[i + 3 * self->n] &= entry ? (guint8) entry->c4 : 0;
  }
  return TRUE;
}

static guint8
stretch (float value, const double range[2])
{
  double share = range[1] > range[0] ? ((double) value - range[0]) / (range[1] - range[0]) : 0.5;

  return (guint8) lround (255 * CLAMP (share, 0, 1));
}

/* From the least value of the whole raster to the greatest, so that neighbouring windows and bands agree. */
static void
find_range (const Colouring *self, int n_bands, double range[2])
{
  for (int i = 1; i <= n_bands; i++) {
    double found[2] = { 0, 255 };

    GDALComputeRasterMinMax (GDALGetRasterBand (self->raster, i), TRUE, found);
    range[0] = i == 1 ? found[0] : MIN (range[0], found[0]);
    range[1] = i == 1 ? found[1] : MAX (range[1], found[1]);
  }
}

static gboolean
read_stretched (const Colouring *self, int band, const double range[2])
{
  g_autofree float *values = g_new (float, self->n);
  guint8 *plane = self->planes + (gsize) (band - 1) * self->n;
  guint8 *opacity = self->planes + 3 * self->n;

  if (!read_plane (self, GDALGetRasterBand (self->raster, band), GDT_Float32, GRIORA_Average, values))
    return FALSE;
  for (gsize i = 0; i < self->n; i++) {
    plane[i] = isfinite (values[i]) ? stretch (values[i], range) : 0;
    opacity[i] = isfinite (values[i]) ? opacity[i] : 0;
  }
  return TRUE;
}

static gboolean
read_grey (const Colouring *self)
{
  double range[2];

  find_range (self, 1, range);
  if (!read_stretched (self, 1, range))
    return FALSE;
  memcpy (self->planes + self->n, self->planes, self->n);
  memcpy (self->planes + 2 * self->n, self->planes, self->n);
  return TRUE;
}

static gboolean
read_rgb (const Colouring *self)
{
  gboolean bytes = GDALGetRasterDataType (GDALGetRasterBand (self->raster, 1)) == GDT_Byte;
  double range[2] = { 0, 255 };

  if (!bytes)
    find_range (self, 3, range);
  for (int band = 1; band <= 3; band++)
    if (!read_stretched (self, band, range))
      return FALSE;
  return TRUE;
}

/* Whether the values of the raster are the numbers of colours. */
gboolean
_atlas_raster_is_paletted (GDALDatasetH raster)
{
  return GDALGetRasterColorTable (GDALGetRasterBand (raster, 1)) != NULL;
}

static gboolean
read_colours (const Colouring *self)
{
  if (!read_opacity (self))
    return FALSE;
  if (_atlas_raster_is_paletted (self->raster))
    return read_paletted (self);
  return GDALGetRasterCount (self->raster) >= 3 ? read_rgb (self) : read_grey (self);
}

/**
 * _atlas_raster_read_colours:
 *
 * Reads the window of the raster as the map needs it, from its overviews where it has some.
 *
 * Returns: (transfer full) (nullable): the four planes, or %NULL when something failed or it was cancelled
 */
guint8 *
_atlas_raster_read_colours (GDALDatasetH raster, const AtlasRasterWindow *window, GCancellable *cancellable)
{
  gsize n = (gsize) window->out_width * (gsize) window->out_height;
  g_autofree guint8 *planes = g_malloc (4 * n);
  Colouring self = { raster, window, cancellable, n, planes };

  return read_colours (&self) ? g_steal_pointer (&planes) : NULL;
}
