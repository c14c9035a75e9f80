// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-writer.h"

#include "atlas-error.h"
#include "atlas-gdal-errors.h"
#include "atlas-io.h"
#include "atlas-safe-file.h"
#include "atlas-spatial-reference.h"

#include <gdal.h>
#include <glib/gi18n-lib.h>

#define N_BANDS 4

/* Pixels as cairo has them, row after row. */
typedef struct {
  const guint8 *pixels;
  int width;
  int height;
  int stride;
  GCancellable *cancellable; /* nullable */
} Rows;

static guint8
divide_by_alpha (guint32 channel, guint32 alpha)
{
  return alpha ? (guint8) MIN (255, (channel * 255 + alpha / 2) / alpha) : 0;
}

/* From premultiplied ARGB words to red, green, blue, alpha bytes. */
static void
unpack_row (const Rows *rows, int y, guint8 *out)
{
  const guint32 *row = (const guint32 *) (const void *) (rows->pixels + (gsize) y * rows->stride);

  for (int x = 0; x < rows->width; x++, out += N_BANDS) {
    guint32 pixel = row[x];
    guint32 alpha = pixel >> 24;

    out[0] = divide_by_alpha (pixel >> 16 & 255, alpha);
    out[1] = divide_by_alpha (pixel >> 8 & 255, alpha);
    out[2] = divide_by_alpha (pixel & 255, alpha);
    out[3] = (guint8) alpha;
  }
}

static gboolean
write_rows (const Rows *rows, GDALDatasetH dataset)
{
  g_autofree guint8 *row = g_malloc ((gsize) rows->width * N_BANDS);

  for (int y = 0; y < rows->height; y++) {
    if (g_cancellable_is_cancelled (rows->cancellable))
      return FALSE;
    unpack_row (rows, y, row);
    if (GDALDatasetRasterIO (dataset, GF_Write, 0, y, rows->width, 1, row, rows->width, 1, GDT_Byte, N_BANDS, NULL,
                             N_BANDS, rows->width * N_BANDS, 1) != CE_None)
      return FALSE;
  }
  return TRUE;
}

/* A picture that is no map alone has no place. */
static gboolean
set_place (GDALDatasetH dataset, const Rows *rows, AtlasExtent extent, AtlasCrs *crs)
{
  double transform[6] = { extent.xmin, atlas_extent_width (extent) / rows->width,   0, extent.ymax,
                          0,           -atlas_extent_height (extent) / rows->height };
  OGRSpatialReferenceH reference;
  gboolean done;

  if (atlas_extent_is_empty (extent))
    return TRUE;
  reference = atlas_crs_to_ogr (crs);
  done = GDALSetGeoTransform (dataset, transform) == CE_None &&
         (!reference || GDALSetSpatialRef (dataset, reference) == CE_None);
  if (reference)
    OSRRelease (reference);
  return done;
}

static gboolean
write_dataset (const Rows *rows, AtlasExtent extent, AtlasCrs *crs, const char *path)
{
  static const char *const options[] = { "COMPRESS=DEFLATE",   "PREDICTOR=2",      "PHOTOMETRIC=RGB",
                                         "ALPHA=UNASSOCIATED", "BIGTIFF=IF_SAFER", NULL };
  GDALDatasetH dataset = GDALCreate (GDALGetDriverByName ("GTiff"), path, rows->width, rows->height, N_BANDS, GDT_Byte,
                                     (char **) options);
  gboolean done;

  if (!dataset)
    return FALSE;
  done = set_place (dataset, rows, extent, crs) && write_rows (rows, dataset);
  GDALClose (dataset);
  return done;
}

static gboolean
write_safely (const Rows *rows, AtlasExtent extent, AtlasCrs *crs, AtlasSafeFile *file, GError **error)
{
  g_autofree char *name = g_path_get_basename (atlas_safe_file_get_path (file));
  g_autofree char *sentence = g_strdup_printf (_ ("“%s” cannot be written; choose another place."), name);
  AtlasGdalLog log;
  gboolean done;

  atlas_gdal_log_begin (&log);
  done = write_dataset (rows, extent, crs, atlas_safe_file_get_path (file)) && log.n_failures == 0;
  if (!done && !g_cancellable_set_error_if_cancelled (rows->cancellable, error))
    atlas_gdal_log_set_error (&log, error, ATLAS_ERROR_WRITE, sentence);
  atlas_gdal_log_end (&log);
  return done && atlas_safe_file_commit (file, error);
}

/**
 * atlas_geotiff_write:
 * @pixels: premultiplied ARGB in native order, as cairo has it
 * @stride: bytes from row to row
 * @extent: what the picture shows, to its outer edges; empty for a picture without a place
 * @crs: (nullable): the system of @extent
 * @path: where to
 * @cancellable: (nullable): polled at each row
 *
 * Writes a picture of a map so that other programs know where it lies.
 *
 * Returns: whether it is written; else %ATLAS_ERROR_WRITE or %G_IO_ERROR_CANCELLED, and nothing has
 *   changed
 */
gboolean
atlas_geotiff_write (const guint8 *pixels,
                     int width,
                     int height,
                     int stride,
                     AtlasExtent extent,
                     AtlasCrs *crs,
                     const char *path,
                     GCancellable *cancellable,
                     GError **error)
{
  Rows rows = { pixels, width, height, stride, cancellable };
  g_autoptr (AtlasSafeFile) file = NULL;

  g_return_val_if_fail (width > 0 && height > 0, FALSE);

  atlas_io_init ();
  file = atlas_safe_file_new (path, error);
  return file && write_safely (&rows, extent, crs, file, error);
}
