// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "drawn-table.h"

#include "atlas-geos.h"

static void
draw_ring (AtlasTableBuilder *builder, GEOSContextHandle_t geos, const GEOSGeometry *ring)
{
  const GEOSCoordSequence *positions = GEOSGeom_getCoordSeq_r (geos, ring);
  unsigned n = 0;
  AtlasPoint *points;

  g_assert_true (GEOSCoordSeq_getSize_r (geos, positions, &n));
  points = atlas_table_builder_add_ring (builder, n);
  for (unsigned i = 0; i < n; i++)
    GEOSCoordSeq_getXY_r (geos, positions, i, &points[i].x, &points[i].y);
}

static void
draw_part (AtlasTableBuilder *builder, GEOSContextHandle_t geos, const GEOSGeometry *part)
{
  switch (GEOSGeomTypeId_r (geos, part)) {
  case GEOS_POINT:
    atlas_table_builder_begin_part (builder, ATLAS_PART_POINT);
    draw_ring (builder, geos, part);
    break;
  case GEOS_LINESTRING:
    atlas_table_builder_begin_part (builder, ATLAS_PART_LINE);
    draw_ring (builder, geos, part);
    break;
  case GEOS_POLYGON:
    atlas_table_builder_begin_part (builder, ATLAS_PART_POLYGON);
    draw_ring (builder, geos, GEOSGetExteriorRing_r (geos, part));
    for (int i = 0; i < GEOSGetNumInteriorRings_r (geos, part); i++)
      draw_ring (builder, geos, GEOSGetInteriorRingN_r (geos, part, i));
    break;
  default:
    for (int i = 0; i < GEOSGetNumGeometries_r (geos, part); i++)
      draw_part (builder, geos, GEOSGetGeometryN_r (geos, part, i));
    break;
  }
}

void
draw_feature (AtlasTableBuilder *builder, const char *wkt)
{
  GEOSContextHandle_t geos = atlas_geos_begin ();
  GEOSWKTReader *reader = GEOSWKTReader_create_r (geos);
  GEOSGeometry *shape = *wkt ? GEOSWKTReader_read_r (geos, reader, wkt) : NULL;

  g_assert_true (shape || !*wkt);
  if (shape)
    draw_part (builder, geos, shape);
  if (shape)
    GEOSGeom_destroy_r (geos, shape);
  GEOSWKTReader_destroy_r (geos, reader);
  GEOS_finish_r (geos);
}

AtlasTable *
draw_table (const char *name, const DrawnFeature *features, gsize n)
{
  AtlasTableBuilder *builder = atlas_table_builder_new (name);
  g_autoptr (AtlasCrs) crs = atlas_crs_new (ATLAS_CRS_PROJECTED, "EPSG", 2178, "CS2000/21", NULL, 1);
  guint column = atlas_table_builder_add_column (builder, "v", ATLAS_COLUMN_REAL, NULL);

  atlas_table_builder_set_crs (builder, crs);
  for (gsize i = 0; i < n; i++) {
    atlas_table_builder_begin_feature (builder, (gint64) i + 1);
    draw_feature (builder, features[i].wkt);
    if (!isnan (features[i].value))
      atlas_table_builder_set_real (builder, column, features[i].value);
  }
  return atlas_table_builder_end (builder);
}
