// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-layer-crs.h"

#include "atlas-crs-database.h"
#include "atlas-projection.h"

#include <cpl_conv.h>
#include <glib/gi18n-lib.h>

/* By this name the GeoPackage standard has its reference system 0, which says nothing. */
#define UNDEFINED "Undefined geographic SRS"

/**
 * atlas_layer_crs_describe:
 * @reference: (nullable): what GDAL says a layer or raster is in
 *
 * A system of its own without a place on the earth, such as GeoPackage's "undefined" one, counts as none.
 *
 * Returns: (transfer full) (nullable): the description
 */
AtlasCrs *
atlas_layer_crs_describe (OGRSpatialReferenceH reference)
{
  static const char *const options[] = { "FORMAT=WKT2_2019", NULL };
  char *wkt = NULL;
  AtlasCrs *crs = NULL;

  if (reference && g_strcmp0 (OSRGetName (reference), UNDEFINED) != 0 &&
      OSRExportToWktEx (reference, &wkt, options) == OGRERR_NONE)
    crs = _atlas_crs_new_from_wkt (wkt);
  CPLFree (wkt);
  if (crs && atlas_crs_get_kind (crs) == ATLAS_CRS_LOCAL)
    g_clear_pointer (&crs, atlas_crs_unref);
  return crs;
}

/* Degrees do not go beyond; a little is granted to outlines that cross the date line. */
static gboolean
can_be_degrees (AtlasExtent extent)
{
  return atlas_extent_is_empty (extent) || atlas_extent_contains ((AtlasExtent){ -360, -91, 360, 91 }, extent);
}

static char *
make_note (AtlasTable *table, gboolean said_degrees)
{
  const char *name = atlas_table_get_name (table);
  g_autoptr (AtlasCrs) likely = atlas_table_guess_likely_crs (table);
  const char *id = likely ? atlas_crs_get_id (likely) : NULL;

  if (said_degrees && id)
    return g_strdup_printf (_ ("“%s” is said to be in degrees, but its positions are not; they are probably in %s."),
                            name, id);
  if (said_degrees)
    return g_strdup_printf (_ ("“%s” is said to be in degrees, but its positions are not."), name);
  if (id)
    return g_strdup_printf (_ ("“%s” does not say which coordinate system it is in; it is probably %s."), name, id);
  return g_strdup_printf (_ ("“%s” does not say which coordinate system it is in."), name);
}

/**
 * atlas_layer_crs_settle:
 * @table: as it was read, in the system that the source names
 * @crs_override: (nullable): what the user says it is in, where the source does not
 *
 * A source that names degrees for positions that cannot be is taken to name nothing. What is unknown stays unknown
 * until the user says it; a note tells what it probably is.
 *
 * Returns: (transfer full): the table
 */
AtlasTable *
atlas_layer_crs_settle (AtlasTable *table, AtlasCrs *crs_override)
{
  AtlasCrs *crs = atlas_table_get_crs (table);
  AtlasExtent extent = atlas_table_get_extent (table);
  gboolean impossible = crs && atlas_crs_get_kind (crs) == ATLAS_CRS_GEOGRAPHIC && !can_be_degrees (extent);
  g_autoptr (AtlasTable) unknown = NULL;
  g_autofree char *note = NULL;

  if ((crs && !impossible) || (!crs_override && atlas_extent_is_empty (extent)))
    return atlas_table_ref (table);
  if (crs_override)
    return atlas_table_with_crs (table, crs_override);
  unknown = atlas_table_with_crs (table, NULL);
  note = make_note (unknown, impossible);
  return atlas_table_with_note (unknown, note);
}
