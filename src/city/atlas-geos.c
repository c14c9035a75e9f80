// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-geos.h"

static void
log_message_cb (const char *message, void *user_data)
{
  g_debug ("GEOS: %s", message);
}

/**
 * atlas_geos_begin:
 *
 * Returns: (transfer full): a context for one thread, to be ended with `GEOS_finish_r()`
 */
GEOSContextHandle_t
atlas_geos_begin (void)
{
  GEOSContextHandle_t geos = GEOS_init_r ();

  GEOSContext_setErrorMessageHandler_r (geos, log_message_cb, NULL);
  return geos;
}

/**
 * atlas_geometry_dimension:
 *
 * Returns: the highest dimension among the parts of a feature: 2 with areas, 1 with lines, 0 with
 *   points only, −1 without geometry
 */
int
atlas_geometry_dimension (const AtlasGeometry *geometry, gsize feature)
{
  int dimension = -1;

  /* Kinds of parts are numbered by their dimension. */
  for (guint32 part = geometry->features[feature]; part < geometry->features[feature + 1]; part++)
    dimension = MAX (dimension, (int) geometry->kinds[part]);
  return dimension;
}

static GEOSCoordSequence *
copy_positions (GEOSContextHandle_t geos, const AtlasGeometry *geometry, guint32 ring)
{
  guint32 first = geometry->rings[ring];

  return GEOSCoordSeq_copyFromBuffer_r (geos, &geometry->points[first].x, geometry->rings[ring + 1] - first, FALSE,
                                        FALSE);
}

static GEOSGeometry *
make_line (GEOSContextHandle_t geos, const AtlasGeometry *geometry, guint32 ring)
{
  GEOSCoordSequence *positions = copy_positions (geos, geometry, ring);

  return positions ? GEOSGeom_createLineString_r (geos, positions) : NULL;
}

static GEOSGeometry *
make_ring (GEOSContextHandle_t geos, const AtlasGeometry *geometry, guint32 ring)
{
  GEOSCoordSequence *positions = copy_positions (geos, geometry, ring);

  return positions ? GEOSGeom_createLinearRing_r (geos, positions) : NULL;
}

/* A hole that is no ring (fewer than four positions) encloses nothing and is left out. */
static GEOSGeometry *
make_polygon (GEOSContextHandle_t geos, const AtlasGeometry *geometry, guint32 part)
{
  GEOSGeometry *shell = make_ring (geos, geometry, geometry->parts[part]);
  g_autoptr (GPtrArray) holes = g_ptr_array_new ();

  if (!shell)
    return NULL;
  for (guint32 ring = geometry->parts[part] + 1; ring < geometry->parts[part + 1]; ring++) {
    GEOSGeometry *hole = make_ring (geos, geometry, ring);

    if (hole)
      g_ptr_array_add (holes, hole);
  }
  return GEOSGeom_createPolygon_r (geos, shell, (GEOSGeometry **) holes->pdata, holes->len);
}

static void
add_part (GEOSContextHandle_t geos, const AtlasGeometry *geometry, guint32 part, GPtrArray *parts)
{
  GEOSGeometry *shape = geometry->kinds[part] == ATLAS_PART_POLYGON ? make_polygon (geos, geometry, part)
                                                                    : make_line (geos, geometry, geometry->parts[part]);

  if (shape)
    g_ptr_array_add (parts, shape);
}

/* Areas only, and such that every operation accepts them. */
static GEOSGeometry *
make_valid (GEOSContextHandle_t geos, GEOSGeometry *shape)
{
  GEOSMakeValidParams *params;
  GEOSGeometry *valid;

  if (!shape || GEOSisValid_r (geos, shape) == 1)
    return shape;
  params = GEOSMakeValidParams_create_r (geos);
  GEOSMakeValidParams_setMethod_r (geos, params, GEOS_MAKE_VALID_STRUCTURE);
  GEOSMakeValidParams_setKeepCollapsed_r (geos, params, FALSE);
  valid = GEOSMakeValidWithParams_r (geos, shape, params);
  GEOSMakeValidParams_destroy_r (geos, params);
  GEOSGeom_destroy_r (geos, shape);
  return valid;
}

/**
 * atlas_geos_from_feature:
 * @geos: of this thread
 * @geometry: arrays of a table
 * @feature: with areas or lines
 *
 * The parts of highest dimension: the areas of a feature that has any, made valid, else its lines.
 *
 * Returns: (nullable) (transfer full): a multi-part shape, or %NULL when nothing can be made of it
 */
GEOSGeometry *
atlas_geos_from_feature (GEOSContextHandle_t geos, const AtlasGeometry *geometry, gsize feature)
{
  int dimension = atlas_geometry_dimension (geometry, feature);
  int type = dimension == 2 ? GEOS_MULTIPOLYGON : GEOS_MULTILINESTRING;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  GEOSGeometry *shape;

  if (dimension < 1)
    return NULL;
  for (guint32 part = geometry->features[feature]; part < geometry->features[feature + 1]; part++)
    if (geometry->kinds[part] == dimension)
      add_part (geos, geometry, part, parts);
  shape = GEOSGeom_createCollection_r (geos, type, (GEOSGeometry **) parts->pdata, parts->len);
  return dimension == 2 ? make_valid (geos, shape) : shape;
}

/**
 * atlas_geos_measure:
 * @dimension: 2 for the area, 1 for the length
 *
 * Returns: the plane measure of a shape, in the units of its positions
 */
double
atlas_geos_measure (GEOSContextHandle_t geos, const GEOSGeometry *geometry, int dimension)
{
  double measure = 0;
  int done = dimension == 2 ? GEOSArea_r (geos, geometry, &measure) : GEOSLength_r (geos, geometry, &measure);

  return done ? measure : 0;
}
