// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-spatial-reference.h"

static OGRErr
import (OGRSpatialReferenceH reference, const AtlasCrs *crs)
{
  g_autofree char *wkt = NULL;
  char *rest;

  if (g_strcmp0 (atlas_crs_get_authority (crs), "EPSG") == 0)
    return OSRImportFromEPSG (reference, atlas_crs_get_code (crs));
  if (!atlas_crs_get_wkt (crs))
    return OGRERR_UNSUPPORTED_SRS;
  wkt = g_strdup (atlas_crs_get_wkt (crs));
  rest = wkt;
  return OSRImportFromWkt (reference, &rest);
}

/**
 * atlas_crs_to_ogr:
 * @crs: (nullable): a coordinate system
 *
 * Returns: (nullable) (transfer full): the same for OGR, with east before north; %NULL for none
 */
OGRSpatialReferenceH
atlas_crs_to_ogr (const AtlasCrs *crs)
{
  OGRSpatialReferenceH reference;

  if (!crs)
    return NULL;
  reference = OSRNewSpatialReference (NULL);
  OSRSetAxisMappingStrategy (reference, OAMS_TRADITIONAL_GIS_ORDER);
  if (import (reference, crs) == OGRERR_NONE)
    return reference;
  OSRDestroySpatialReference (reference);
  return NULL;
}
