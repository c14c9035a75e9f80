// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-geometry-feed.h"

#define LARGEST_STEP 4.0 /* degrees of arc from one position to the next on a curve made straight */

static void
tell (AtlasWkbResult result, AtlasTally *tally)
{
  tally->n_empty += result == ATLAS_WKB_EMPTY;
  tally->n_broken += result == ATLAS_WKB_BROKEN || result == ATLAS_WKB_CURVED;
}

static AtlasWkbResult
decode (OGRGeometryH geometry, AtlasTableBuilder *builder, AtlasTally *tally, GByteArray *scratch)
{
  gsize size = OGR_G_WkbSizeEx (geometry);

  if (size > G_MAXUINT)
    return ATLAS_WKB_BROKEN;
  g_byte_array_set_size (scratch, (guint) size);
  if (OGR_G_ExportToIsoWkb (geometry, wkbNDR, scratch->data) != OGRERR_NONE)
    return ATLAS_WKB_BROKEN;
  return atlas_wkb_decode (scratch->data, size, builder, &tally->loss);
}

static AtlasWkbResult
decode_straightened (OGRGeometryH curved, AtlasTableBuilder *builder, AtlasTally *tally, GByteArray *scratch)
{
  OGRGeometryH straight = OGR_G_GetLinearGeometry (curved, LARGEST_STEP, NULL);
  AtlasWkbResult result = straight ? decode (straight, builder, tally, scratch) : ATLAS_WKB_BROKEN;

  OGR_G_DestroyGeometry (straight);
  tally->n_curved++;
  return result;
}

/**
 * atlas_geometry_feed:
 * @geometry: (nullable): of the feature that was begun last
 * @scratch: memory used again from call to call
 *
 * Adds the geometry, counting what has none, what is empty and what had to be changed.
 */
void
atlas_geometry_feed (OGRGeometryH geometry, AtlasTableBuilder *builder, AtlasTally *tally, GByteArray *scratch)
{
  if (!geometry)
    tally->n_null++;
  else if (OGR_G_HasCurveGeometry (geometry, FALSE))
    tell (decode_straightened (geometry, builder, tally, scratch), tally);
  else
    tell (decode (geometry, builder, tally, scratch), tally);
}

static AtlasWkbResult
decode_curved (const guint8 *bytes, gsize n, AtlasTableBuilder *builder, AtlasTally *tally, GByteArray *scratch)
{
  OGRGeometryH curved = NULL;
  AtlasWkbResult result = ATLAS_WKB_BROKEN;

  if (OGR_G_CreateFromWkbEx (bytes, NULL, &curved, n) == OGRERR_NONE)
    result = decode_straightened (curved, builder, tally, scratch);
  OGR_G_DestroyGeometry (curved);
  return result;
}

/**
 * atlas_geometry_feed_wkb:
 * @bytes: (array length=n): well-known binary of the feature that was begun last
 *
 * The same for a geometry that comes as bytes.
 */
void
atlas_geometry_feed_wkb (const guint8 *bytes,
                         gsize n,
                         AtlasTableBuilder *builder,
                         AtlasTally *tally,
                         GByteArray *scratch)
{
  AtlasWkbResult result = atlas_wkb_decode (bytes, n, builder, &tally->loss);

  if (result == ATLAS_WKB_CURVED)
    result = decode_curved (bytes, n, builder, tally, scratch);
  tell (result, tally);
}

/**
 * atlas_geometry_feed_path:
 * @kind: point, line or area
 * @positions: two little-endian doubles for each of the @n positions; of a point one, of an area its only outline
 *
 * The same for a geometry of one piece that comes bare.
 */
void
atlas_geometry_feed_path (AtlasPartKind kind,
                          const guint8 *positions,
                          guint32 n,
                          AtlasTableBuilder *builder,
                          AtlasTally *tally)
{
  tell (atlas_wkb_take_path (kind, positions, n, builder, &tally->loss), tally);
}
