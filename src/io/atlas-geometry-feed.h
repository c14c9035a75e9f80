// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-tally.h"

#include <ogr_api.h>

G_BEGIN_DECLS

/* From OGR's geometries, or well-known binary that may hold curves, into the last feature of a table. */
void atlas_geometry_feed (OGRGeometryH geometry, AtlasTableBuilder *builder, AtlasTally *tally, GByteArray *scratch);
void atlas_geometry_feed_wkb (const guint8 *bytes,
                              gsize n,
                              AtlasTableBuilder *builder,
                              AtlasTally *tally,
                              GByteArray *scratch);
void atlas_geometry_feed_path (AtlasPartKind kind,
                               const guint8 *positions,
                               guint32 n,
                               AtlasTableBuilder *builder,
                               AtlasTally *tally);

G_END_DECLS
