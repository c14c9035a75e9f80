// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-system.h"

#include "atlas-city-file.h"
#include "atlas-projection.h"

#include <math.h>

#define UTM_NORTH  32600
#define UTM_SOUTH  32700
#define UTM_ZONES  60
#define WIDEST_UTM 18 /* degrees of longitude, beyond which transverse Mercator is no fair picture */

/**
 * atlas_map_system_of_city:
 *
 * Returns: (transfer full): the projected system of the city that `city:…` means, or %NULL with @error set
 */
AtlasCrs *
atlas_map_system_of_city (const AtlasInvocation *invocation, GError **error)
{
  g_autofree char *path = atlas_invocation_resolve_city (invocation, error);
  g_autoptr (AtlasCity) city = path ? atlas_city_file_read_city (path, error) : NULL;

  return city ? atlas_crs_new_from_epsg (city->epsg, error) : NULL;
}

static int
utm_code (AtlasPoint lonlat)
{
  int zone = (int) floor ((lonlat.x + 180) / 6) + 1;

  return (lonlat.y < 0 ? UTM_SOUTH : UTM_NORTH) + CLAMP (zone, 1, UTM_ZONES);
}

/**
 * atlas_map_system_local:
 * @own: any known system
 * @extent: what is to be shown, in @own
 *
 * Degrees are no plane: they are shown in the zone of UTM in which their middle lies, unless they reach too far.
 *
 * Returns: (transfer full): @own when that is a plane, else one that suits the place
 */
AtlasCrs *
atlas_map_system_local (AtlasCrs *own, AtlasExtent extent, GError **error)
{
  if (atlas_crs_get_kind (own) != ATLAS_CRS_GEOGRAPHIC || atlas_extent_is_empty (extent) ||
      atlas_extent_width (extent) > WIDEST_UTM)
    return atlas_crs_ref (own);
  return atlas_crs_new_from_epsg (utm_code (atlas_extent_centre (extent)), error);
}
