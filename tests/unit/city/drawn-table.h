// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table-builder.h"

G_BEGIN_DECLS

/**
 * DrawnFeature:
 * @wkt: well-known text; "" for no geometry
 * @value: of the field "v"; NaN where missing
 */
typedef struct {
  const char *wkt;
  double value;
} DrawnFeature;

/* A table of these features, in metres. */
AtlasTable *draw_table (const char *name, const DrawnFeature *features, gsize n);
void draw_feature (AtlasTableBuilder *builder, const char *wkt);

G_END_DECLS
