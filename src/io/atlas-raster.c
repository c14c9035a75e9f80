// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-raster.h"

#include "atlas-dataset.h"
#include "atlas-errand.h"
#include "atlas-layer-crs.h"
#include "atlas-projection.h"
#include "atlas-raster-info.h"
#include "atlas-raster-private.h"

#include <glib/gi18n-lib.h>

#define LARGEST_SIDE 32767 /* of a picture */
#define FINER        2     /* pixels read for one of the map, at most, along each side */

static AtlasCrs *
find_crs (AtlasDataset *dataset, const AtlasSource *source, GError **error)
{
  AtlasCrs *crs = atlas_layer_crs_describe (GDALGetSpatialRef (dataset->handle));

  if (crs)
    return crs;
  if (source->crs_override)
    return atlas_crs_ref (source->crs_override);
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NO_CRS,
               _ ("“%s” does not say which coordinate system it is in; choose one."), dataset->name);
  return NULL;
}

/* Rows and columns that @extent covers, as a box with y down. */
static gboolean
to_pixels (GDALDatasetH raster, AtlasExtent extent, AtlasExtent *pixels)
{
  double g[6];
  double inverse[6];

  if (GDALGetGeoTransform (raster, g) != CE_None || !GDALInvGeoTransform (g, inverse))
    return FALSE;
  *pixels = ATLAS_EXTENT_EMPTY;
  for (int corner = 0; corner < 4; corner++) {
    double x = corner & 1 ? extent.xmax : extent.xmin;
    double y = corner & 2 ? extent.ymax : extent.ymin;

    *pixels = atlas_extent_add_point (*pixels, ATLAS_POINT_INIT (inverse[0] + x * inverse[1] + y * inverse[2],
                                                                 inverse[3] + x * inverse[4] + y * inverse[5]));
  }
  return TRUE;
}

/* The part of the raster under the map with a seam for smoothing, or nothing where they do not meet. */
static gboolean
find_window (GDALDatasetH raster, AtlasExtent extent, int width, int height, AtlasRasterWindow *window)
{
  AtlasExtent whole = { 0, 0, GDALGetRasterXSize (raster), GDALGetRasterYSize (raster) };
  AtlasExtent pixels;

  if (atlas_extent_is_empty (extent) || !to_pixels (raster, extent, &pixels))
    return FALSE;
  pixels = atlas_extent_intersection (atlas_extent_grow (pixels, 2), whole);
  if (atlas_extent_width (pixels) < 1 || atlas_extent_height (pixels) < 1)
    return FALSE;
  window->x = (int) floor (pixels.xmin);
  window->y = (int) floor (pixels.ymin);
  window->width = (int) ceil (pixels.xmax) - window->x;
  window->height = (int) ceil (pixels.ymax) - window->y;
  window->out_width = MIN (window->width, FINER * width);
  window->out_height = MIN (window->height, FINER * height);
  return TRUE;
}

static guint32
premultiplied (const guint8 *planes, gsize n, gsize i)
{
  guint32 a = planes[i + 3 * n];
  guint32 r = (planes[i] * a + 127) / 255;
  guint32 g = (planes[i + n] * a + 127) / 255;
  guint32 b = (planes[i + 2 * n] * a + 127) / 255;

  return a << 24 | r << 16 | g << 8 | b;
}

static AtlasPicture *
make_picture (const guint8 *planes, AtlasExtent extent, int width, int height)
{
  gsize n = (gsize) width * (gsize) height;
  guint32 *pixels = g_new0 (guint32, n);
  g_autoptr (GBytes) bytes = NULL;

  for (gsize i = 0; planes && i < n; i++)
    pixels[i] = premultiplied (planes, n, i);
  bytes = g_bytes_new_take (pixels, n * sizeof *pixels);
  return atlas_picture_new (bytes, width, height, width * 4, extent);
}

static AtlasPicture *
fail (AtlasDataset *dataset, GCancellable *cancellable, GError **error)
{
  g_autofree char *sentence = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  sentence = g_strdup_printf (_ ("“%s” is damaged or cannot be reached; get a whole copy."), dataset->name);
  atlas_gdal_log_set_error (&dataset->log, error, ATLAS_ERROR_UNREADABLE, sentence);
  return NULL;
}

static AtlasPicture *
read_dataset (AtlasDataset *dataset,
              AtlasCrs *raster_crs,
              AtlasCrs *crs,
              AtlasExtent extent,
              int width,
              int height,
              GCancellable *cancellable,
              GError **error)
{
  AtlasExtent there = atlas_crs_transform_extent (crs, raster_crs, extent, NULL);
  AtlasRasterWindow window;
  g_autofree guint8 *planes = NULL;
  g_autofree guint8 *map = NULL;

  if (!find_window (dataset->handle, there, width, height, &window))
    return make_picture (NULL, extent, width, height);
  planes = _atlas_raster_read_colours (dataset->handle, &window, cancellable);
  if (planes)
    map = _atlas_raster_warp (dataset->handle, raster_crs, &window, planes, crs, extent, width, height);
  return map ? make_picture (map, extent, width, height) : fail (dataset, cancellable, error);
}

/* Of several tables of tiles the one that was asked for, or the first; NULL where there are none. */
static char *
choose_table (AtlasDataset *dataset, const char *layer)
{
  g_auto (GStrv) tables = atlas_dataset_list_tile_tables (dataset);

  return g_strdup (layer && g_strv_contains ((const char *const *) tables, layer) ? layer : tables[0]);
}

static AtlasDataset *
open_raster (const AtlasSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (source, GDAL_OF_RASTER, cancellable, error);
  g_autofree char *table = dataset ? choose_table (dataset, source->layer) : NULL;

  if (!dataset || GDALGetRasterCount (dataset->handle) > 0)
    return g_steal_pointer (&dataset);
  if (table) {
    g_clear_pointer (&dataset, atlas_dataset_close); /* open datasets are closed in the order opposite to opening */
    return atlas_dataset_open_tiles (source, table, cancellable, error);
  }
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_UNSUPPORTED, _ ("“%s” holds no raster; open another file."),
               dataset->name);
  return NULL;
}

/* What is wanted of a raster; the last three only of its picture. */
typedef struct {
  AtlasCrs *crs; /* owned */
  AtlasExtent extent;
  int width;
  int height;
} Wish;

static Wish *
wish_new (AtlasCrs *crs, AtlasExtent extent, int width, int height)
{
  Wish *self = g_new (Wish, 1);

  *self = (Wish){ atlas_crs_ref (crs), extent, width, height };
  return self;
}

static void
wish_free (gpointer data)
{
  Wish *self = data;

  atlas_crs_unref (self->crs);
  g_free (self);
}

static gpointer
find_extent (const AtlasSource *source, gconstpointer data, const AtlasReadOptions *options, GError **error)
{
  const Wish *wish = data;
  g_autoptr (AtlasDataset) dataset = open_raster (source, options->cancellable, error);
  g_autoptr (AtlasCrs) raster_crs = dataset ? find_crs (dataset, source, error) : NULL;
  AtlasExtent extent;

  if (!raster_crs)
    return NULL;
  extent = atlas_crs_transform_extent (raster_crs, wish->crs, atlas_raster_measure (dataset->handle), NULL);
  return g_memdup2 (&extent, sizeof extent);
}

/**
 * atlas_raster_find_extent:
 * @source: a raster file, or a connection to a map server
 * @crs: what the map is in
 * @extent: (out): where the raster lies
 * @cancellable: (nullable): to stop it
 *
 * To be called off the main thread.
 *
 * Returns: whether @source is a raster that has a place; %FALSE with `ATLAS_ERROR_UNSUPPORTED` when it is none,
 *   `_NO_CRS` or what opening fails with
 */
gboolean
atlas_raster_find_extent (const AtlasSource *source,
                          AtlasCrs *crs,
                          AtlasExtent *extent,
                          GCancellable *cancellable,
                          GError **error)
{
  const AtlasReadOptions options = { .cancellable = cancellable };
  const AtlasErrand errand = { find_extent, wish_new (crs, ATLAS_EXTENT_EMPTY, 0, 0), wish_free, g_free };
  g_autofree AtlasExtent *found = atlas_errand_run (&errand, source, &options, error);

  if (found)
    *extent = *found;
  return found != NULL;
}

static gpointer
read_picture (const AtlasSource *source, gconstpointer data, const AtlasReadOptions *options, GError **error)
{
  const Wish *wish = data;
  g_autoptr (AtlasDataset) dataset = open_raster (source, options->cancellable, error);
  g_autoptr (AtlasCrs) raster_crs = dataset ? find_crs (dataset, source, error) : NULL;

  if (!raster_crs)
    return NULL;
  return read_dataset (dataset, raster_crs, wish->crs, wish->extent, wish->width, wish->height, options->cancellable,
                       error);
}

/**
 * atlas_raster_read:
 * @source: a raster file, or a connection to a map server
 * @crs: what the map is in
 * @extent: what it shows, to its outer edges
 * @width: of the map in pixels
 * @height: of the map in pixels
 * @cancellable: (nullable): to stop it
 *
 * Reads the part of a raster that lies under the map, from its overviews where it has some, and lays it on the map's
 * pixels. Three bands are red, green and blue; one band is looked up in its colour table, or drawn as grey. Values
 * that are not bytes are drawn from the least to the greatest. Where there is no data the picture is transparent. To be
 * called off the main thread.
 *
 * Returns: (transfer full): the picture, or %NULL with `ATLAS_ERROR_NO_CRS`, `_UNREADABLE`, `_TOO_LARGE`,
 *   `_UNSUPPORTED` or `G_IO_ERROR_CANCELLED`
 */
AtlasPicture *
atlas_raster_read (const AtlasSource *source,
                   AtlasCrs *crs,
                   AtlasExtent extent,
                   int width,
                   int height,
                   GCancellable *cancellable,
                   GError **error)
{
  const AtlasReadOptions options = { .cancellable = cancellable };
  AtlasErrand errand = { .run = read_picture,
                         .free_wish = wish_free,
                         .free_result = (GDestroyNotify) atlas_picture_unref };

  g_return_val_if_fail (width > 0 && height > 0, NULL);

  if (width > LARGEST_SIDE || height > LARGEST_SIDE) {
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_TOO_LARGE, _ ("A picture of %d × %d pixels is too large; take less."),
                 width, height);
    return NULL;
  }
  errand.wish = wish_new (crs, extent, width, height);
  return atlas_errand_run (&errand, source, &options, error);
}
