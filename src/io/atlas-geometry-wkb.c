// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-geometry-wkb.h"

/* A kind of part is one less than its simple type, and the type of several of it is three more. */
#define SIMPLE_TYPE(kind) ((guint32) (kind) + 1)
#define MULTI_TYPE(kind)  ((guint32) (kind) + 4)
#define COLLECTION_TYPE   7u

static gsize
count_points (const AtlasGeometry *geometry, guint32 part)
{
  return geometry->rings[geometry->parts[part + 1]] - geometry->rings[geometry->parts[part]];
}

/* How many simple shapes a feature is made of; each point is one. */
static gsize
count_shapes (const AtlasGeometry *geometry, gsize feature)
{
  gsize n = 0;

  for (guint32 part = geometry->features[feature]; part < geometry->features[feature + 1]; part++)
    n += geometry->kinds[part] == ATLAS_PART_POINT ? count_points (geometry, part) : 1;
  return n;
}

static gboolean
is_uniform (const AtlasGeometry *geometry, guint32 first, guint32 end)
{
  for (guint32 part = first + 1; part < end; part++)
    if (geometry->kinds[part] != geometry->kinds[first])
      return FALSE;
  return TRUE;
}

static gboolean
has_multi (const AtlasGeometry *geometry)
{
  for (gsize i = 0; i < geometry->n_features; i++)
    if (count_shapes (geometry, i) > 1)
      return TRUE;
  return FALSE;
}

/**
 * atlas_geometry_find_type:
 *
 * One type that holds every feature of a table: areas always as multi-polygons, since editing soon
 * makes some; points and lines as multi-part only where some are.
 *
 * Returns: the type; `wkbUnknown` for mixed kinds, `wkbNone` without any geometry
 */
OGRwkbGeometryType
atlas_geometry_find_type (const AtlasGeometry *geometry)
{
  if (geometry->n_parts == 0)
    return wkbNone;
  if (!is_uniform (geometry, 0, geometry->n_parts))
    return wkbUnknown;
  if (geometry->kinds[0] == ATLAS_PART_POLYGON || has_multi (geometry))
    return (OGRwkbGeometryType) MULTI_TYPE (geometry->kinds[0]);
  return (OGRwkbGeometryType) SIMPLE_TYPE (geometry->kinds[0]);
}

static void
put_number (GByteArray *wkb, guint32 number)
{
  g_byte_array_append (wkb, (const guint8 *) &number, sizeof number);
}

static void
put_head (GByteArray *wkb, guint32 type)
{
  const guint8 order = G_BYTE_ORDER == G_LITTLE_ENDIAN ? wkbNDR : wkbXDR;

  g_byte_array_append (wkb, &order, 1);
  put_number (wkb, type);
}

static void
put_points (GByteArray *wkb, const AtlasGeometry *geometry, guint32 first, guint32 end)
{
  g_byte_array_append (wkb, (const guint8 *) &geometry->points[first], (end - first) * sizeof (AtlasPoint));
}

static void
put_ring (GByteArray *wkb, const AtlasGeometry *geometry, guint32 ring)
{
  put_number (wkb, geometry->rings[ring + 1] - geometry->rings[ring]);
  put_points (wkb, geometry, geometry->rings[ring], geometry->rings[ring + 1]);
}

static void
put_part (GByteArray *wkb, const AtlasGeometry *geometry, guint32 part)
{
  guint32 first = geometry->parts[part];
  guint32 end = geometry->parts[part + 1];

  switch (geometry->kinds[part]) {
  case ATLAS_PART_POINT:
    for (guint32 i = geometry->rings[first]; i < geometry->rings[end]; i++) {
      put_head (wkb, SIMPLE_TYPE (ATLAS_PART_POINT));
      put_points (wkb, geometry, i, i + 1);
    }
    break;
  case ATLAS_PART_LINE:
    put_head (wkb, SIMPLE_TYPE (ATLAS_PART_LINE));
    put_ring (wkb, geometry, first);
    break;
  case ATLAS_PART_POLYGON:
  default:
    put_head (wkb, SIMPLE_TYPE (ATLAS_PART_POLYGON));
    put_number (wkb, end - first);
    for (guint32 ring = first; ring < end; ring++)
      put_ring (wkb, geometry, ring);
    break;
  }
}

/**
 * atlas_geometry_to_wkb:
 * @feature: one with geometry
 * @type: of the layer, as [func@geometry_find_type] tells
 * @wkb: (inout): replaced by the feature
 */
void
atlas_geometry_to_wkb (const AtlasGeometry *geometry, gsize feature, OGRwkbGeometryType type, GByteArray *wkb)
{
  guint32 first = geometry->features[feature];
  guint32 end = geometry->features[feature + 1];
  gsize n = count_shapes (geometry, feature);
  gboolean multi = type == (OGRwkbGeometryType) MULTI_TYPE (geometry->kinds[first]);

  g_byte_array_set_size (wkb, 0);
  if (!is_uniform (geometry, first, end)) {
    put_head (wkb, COLLECTION_TYPE);
    put_number (wkb, (guint32) n);
  } else if (multi || n > 1) {
    put_head (wkb, MULTI_TYPE (geometry->kinds[first]));
    put_number (wkb, (guint32) n);
  }
  for (guint32 part = first; part < end; part++)
    put_part (wkb, geometry, part);
}
