// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-raster-private.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <gdal_alg.h>
#include <gdalwarper.h>

#define TOLERANCE 0.125 /* pixels by which the transformation may be approximated */

/* A dataset over planes in memory, which outlive it. */
static GDALDatasetH
wrap_planes (guint8 *planes, int width, int height)
{
  GDALDatasetH dataset = GDALCreate (GDALGetDriverByName ("MEM"), "", width, height, 0, GDT_Byte, NULL);
  gsize n = (gsize) width * (gsize) height;

  for (gsize i = 0; i < 4; i++) {
    g_autofree char *pointer = g_strdup_printf ("DATAPOINTER=%p", (void *) (planes + i * n));
    char *options[] = { pointer, NULL };

    GDALAddBand (dataset, GDT_Byte, options);
  }
  GDALSetRasterColorInterpretation (GDALGetRasterBand (dataset, 4), GCI_AlphaBand);
  return dataset;
}

static void
place_window (GDALDatasetH dataset, GDALDatasetH raster, const AtlasRasterWindow *w)
{
  double g[6];
  double step_x = (double) w->width / w->out_width;
  double step_y = (double) w->height / w->out_height;

  GDALGetGeoTransform (raster, g);
  g[0] += w->x * g[1] + w->y * g[2];
  g[3] += w->x * g[4] + w->y * g[5];
  g[1] *= step_x;
  g[4] *= step_x;
  g[2] *= step_y;
  g[5] *= step_y;
  GDALSetGeoTransform (dataset, g);
}

static void
place_map (GDALDatasetH dataset, AtlasExtent e, int width, int height)
{
  double g[6] = { e.xmin, atlas_extent_width (e) / width, 0, e.ymax, 0, -atlas_extent_height (e) / height };

  GDALSetGeoTransform (dataset, g);
}

static void *
create_transformer (GDALDatasetH source, AtlasCrs *source_crs, GDALDatasetH target, AtlasCrs *target_crs)
{
  char **options = NULL;
  void *exact;
  void *quick;

  options = CSLSetNameValue (options, "SRC_SRS", atlas_crs_get_wkt (source_crs));
  options = CSLSetNameValue (options, "DST_SRS", atlas_crs_get_wkt (target_crs));
  options = CSLSetNameValue (options, "GCPS_OK", "NO");
  exact = GDALCreateGenImgProjTransformer2 (source, target, options);
  CSLDestroy (options);
  if (!exact)
    return NULL;
  quick = GDALCreateApproxTransformer (GDALGenImgProjTransform, exact, TOLERANCE);
  GDALApproxTransformerOwnsSubtransformer (quick, TRUE);
  return quick;
}

static GDALWarpOptions *
make_options (GDALDatasetH source, GDALDatasetH target, void *transformer, gboolean smooth)
{
  GDALWarpOptions *options = GDALCreateWarpOptions ();

  options->hSrcDS = source;
  options->hDstDS = target;
  options->eResampleAlg = smooth ? GRA_Bilinear : GRA_NearestNeighbour;
  options->nBandCount = 3;
  options->panSrcBands = CPLMalloc (3 * sizeof (int));
  options->panDstBands = CPLMalloc (3 * sizeof (int));
  for (int i = 0; i < 3; i++)
    options->panSrcBands[i] = options->panDstBands[i] = i + 1;
  options->nSrcAlphaBand = options->nDstAlphaBand = 4;
  options->pfnTransformer = GDALApproxTransform;
  options->pTransformerArg = transformer;
  options->papszWarpOptions = CSLSetNameValue (NULL, "INIT_DEST", "0");
  return options;
}

static gboolean
warp (GDALDatasetH source, GDALDatasetH target, void *transformer, gboolean smooth, int width, int height)
{
  GDALWarpOptions *options = make_options (source, target, transformer, smooth);
  GDALWarpOperationH operation = GDALCreateWarpOperation (options);
  gboolean fine = operation && GDALChunkAndWarpImage (operation, 0, 0, width, height) == CE_None;

  if (operation)
    GDALDestroyWarpOperation (operation);
  GDALDestroyWarpOptions (options);
  return fine;
}

/**
 * _atlas_raster_warp:
 * @raster_crs: what the raster is in
 * @planes: of the window
 * @crs: what the map is in
 * @extent: what the map shows, to its outer edges
 *
 * Returns: (transfer full) (nullable): four planes of @width × @height bytes
 */
guint8 *
_atlas_raster_warp (GDALDatasetH raster,
                    AtlasCrs *raster_crs,
                    const AtlasRasterWindow *window,
                    guint8 *planes,
                    AtlasCrs *crs,
                    AtlasExtent extent,
                    int width,
                    int height)
{
  g_autofree guint8 *out = g_malloc0 ((gsize) 4 * (gsize) width * (gsize) height);
  GDALDatasetH source = wrap_planes (planes, window->out_width, window->out_height);
  GDALDatasetH target = wrap_planes (out, width, height);
  void *transformer;
  gboolean fine = FALSE;

  place_window (source, raster, window);
  place_map (target, extent, width, height);
  transformer = create_transformer (source, raster_crs, target, crs);
  if (transformer) {
    fine = warp (source, target, transformer, !_atlas_raster_is_paletted (raster), width, height);
    GDALDestroyApproxTransformer (transformer);
  }
  GDALClose (target);
  GDALClose (source);
  return fine ? g_steal_pointer (&out) : NULL;
}
