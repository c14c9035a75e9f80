// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-crs.h"
#include "atlas-extent.h"

#include <gdal.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasRasterWindow:
 * @x: first column of the raster
 * @y: first row
 * @width: columns
 * @height: rows
 * @out_width: columns it is read in, fewer than @width where the map shows less
 * @out_height: rows
 */
typedef struct {
  int x;
  int y;
  int width;
  int height;
  int out_width;
  int out_height;
} AtlasRasterWindow;

/* Four planes, red, green, blue and opacity, each of out_width × out_height bytes. */
guint8 *_atlas_raster_read_colours (GDALDatasetH raster, const AtlasRasterWindow *window, GCancellable *cancellable);
gboolean _atlas_raster_is_paletted (GDALDatasetH raster);

/* The same planes, laid on the pixels of a map. */
guint8 *_atlas_raster_warp (GDALDatasetH raster,
                            AtlasCrs *raster_crs,
                            const AtlasRasterWindow *window,
                            guint8 *planes,
                            AtlasCrs *crs,
                            AtlasExtent extent,
                            int width,
                            int height);

G_END_DECLS
