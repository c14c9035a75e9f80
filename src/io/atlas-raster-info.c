// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-raster-info.h"

#include "atlas-layer-crs.h"

/**
 * atlas_raster_measure:
 * @handle: an open raster
 *
 * Returns: where it lies in its own system, or nowhere; a raster may lie askew, so it is the extent of its four corners
 */
AtlasExtent
atlas_raster_measure (GDALDatasetH handle)
{
  double width = GDALGetRasterXSize (handle);
  double height = GDALGetRasterYSize (handle);
  AtlasExtent extent = ATLAS_EXTENT_EMPTY;
  double g[6];

  if (GDALGetGeoTransform (handle, g) != CE_None)
    return extent;
  for (int corner = 0; corner < 4; corner++) {
    double column = corner & 1 ? width : 0;
    double row = corner & 2 ? height : 0;

    extent = atlas_extent_add_point (
        extent, ATLAS_POINT_INIT (g[0] + column * g[1] + row * g[2], g[3] + column * g[4] + row * g[5]));
  }
  return extent;
}

/**
 * atlas_raster_info_new:
 * @dataset: an open raster
 *
 * Returns: (transfer full): its system, extent and size; a raster has no features and fields
 */
AtlasLayerInfo *
atlas_raster_info_new (AtlasDataset *dataset)
{
  AtlasLayerInfo *self = atlas_layer_info_new (dataset->name);

  self->raster = TRUE;
  self->geometry = g_strdup ("Raster");
  self->crs = atlas_layer_crs_describe (GDALGetSpatialRef (dataset->handle));
  self->extent = atlas_raster_measure (dataset->handle);
  self->width = GDALGetRasterXSize (dataset->handle);
  self->height = GDALGetRasterYSize (dataset->handle);
  self->n_bands = GDALGetRasterCount (dataset->handle);
  return self;
}
