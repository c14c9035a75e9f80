// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table-private.h"

G_BEGIN_DECLS

/*
 * A table as one flat block of memory, so that it can come from another process (or a file mapped
 * into memory) and be used where it lies. Native byte order; every section starts at a multiple of
 * eight. The receiver trusts nothing: each offset and each position is checked before use.
 */

#define BLOCK_MAGIC "ATLTAB1"

typedef struct {
  guint64 offset;
  guint64 size;
} BlockSection;

typedef struct {
  char magic[8];
  guint64 size;
  guint64 n_features;
  guint64 n_parts;
  guint64 n_rings;
  guint64 n_points;
  guint64 n_columns;
  guint64 n_notes;
  BlockSection points, rings, parts, kinds, features, fids;
  BlockSection columns; /* of BlockColumnHead */
  BlockSection notes;   /* NUL-closed texts one after another */
  BlockSection name, title, credit;
  BlockSection crs_authority, crs_name, crs_wkt;
  gint32 has_crs, crs_kind, crs_code, padding;
  double crs_metres_per_unit;
} BlockHead;

typedef struct {
  guint64 type;
  guint64 n_strings;
  BlockSection name, title, unit, validity, reasons, values, strings, string_offsets;
} BlockColumnHead;

static inline gsize
block_cell_size (AtlasColumnType type)
{
  return type == ATLAS_COLUMN_TEXT ? sizeof (guint32) : sizeof (gint64);
}

G_END_DECLS
