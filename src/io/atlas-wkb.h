// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table-builder.h"

G_BEGIN_DECLS

/**
 * AtlasWkbResult:
 * @ATLAS_WKB_FINE: the geometry is in the builder
 * @ATLAS_WKB_EMPTY: well-formed, but without a position
 * @ATLAS_WKB_CURVED: holds curves, which must be made straight before; nothing was added
 * @ATLAS_WKB_BROKEN: not well-formed; nothing was added
 */
typedef enum {
  ATLAS_WKB_FINE,
  ATLAS_WKB_EMPTY,
  ATLAS_WKB_CURVED,
  ATLAS_WKB_BROKEN,
} AtlasWkbResult;

/**
 * AtlasWkbLoss:
 * @n_points: positions left out because they are not finite
 * @n_rings: outlines and lines left out because too few positions remained
 * @n_heights: geometries whose heights or measures were left out
 */
typedef struct {
  gsize n_points;
  gsize n_rings;
  gsize n_heights;
} AtlasWkbLoss;

AtlasWkbResult atlas_wkb_decode (const guint8 *bytes, gsize n, AtlasTableBuilder *builder, AtlasWkbLoss *loss);
AtlasWkbResult atlas_wkb_take_path (AtlasPartKind kind,
                                    const guint8 *positions,
                                    guint32 n,
                                    AtlasTableBuilder *builder,
                                    AtlasWkbLoss *loss);

G_END_DECLS
