// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-column.h"
#include "atlas-crs.h"
#include "atlas-extent.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AtlasTable:
 *
 * Features in columns: all positions in one array, the offsets that part it into rings, parts and
 * features, a box per feature, and typed columns of attributes. Immutable and atomically
 * refcounted, so it may be read by any number of threads.
 *
 * Tables derived from another (with other positions, or one column more) share what is the same.
 */
typedef struct _AtlasTable AtlasTable;

#define ATLAS_TYPE_TABLE (atlas_table_get_type ())
GType atlas_table_get_type (void);

/**
 * AtlasPartKind:
 * @ATLAS_PART_POINT: one ring of one or more points
 * @ATLAS_PART_LINE: one ring, open
 * @ATLAS_PART_POLYGON: an outer ring, then its holes; each closed by repeating its first point
 */
typedef enum {
  ATLAS_PART_POINT,
  ATLAS_PART_LINE,
  ATLAS_PART_POLYGON,
} AtlasPartKind;

/**
 * AtlasGeometry:
 * @n_features: rows of the table
 * @points: (array length=n_points): every position, east first
 * @rings: n_rings + 1 indices into @points: ring r is [rings[r], rings[r + 1])
 * @parts: n_parts + 1 indices into rings
 * @kinds: n_parts values of [enum@PartKind]
 * @features: n_features + 1 indices into parts; a feature without geometry has no part
 * @boxes: n_features boxes; the empty extent where there is no geometry
 * @fids: n_features identifiers, as the source numbers them
 *
 * The arrays of a table, lent to loops.
 */
typedef struct {
  gsize n_features;
  gsize n_parts;
  gsize n_rings;
  gsize n_points;
  const AtlasPoint *points;
  const guint32 *rings;
  const guint32 *parts;
  const guint8 *kinds;
  const guint32 *features;
  const AtlasExtent *boxes;
  const gint64 *fids;
} AtlasGeometry;

AtlasTable *atlas_table_ref (AtlasTable *self);
void atlas_table_unref (AtlasTable *self);

const char *atlas_table_get_name (const AtlasTable *self);
const char *atlas_table_get_title (const AtlasTable *self);
AtlasCrs *atlas_table_get_crs (const AtlasTable *self);
const char *atlas_table_get_credit (const AtlasTable *self);
const char *const *atlas_table_get_notes (const AtlasTable *self);
gsize atlas_table_get_n_features (const AtlasTable *self);
const AtlasGeometry *atlas_table_get_geometry (const AtlasTable *self);
AtlasExtent atlas_table_get_extent (const AtlasTable *self);
gsize atlas_table_get_size (const AtlasTable *self); /* in bytes, with what it shares with others */
gsize atlas_table_count_without_geometry (const AtlasTable *self);

guint atlas_table_get_n_columns (const AtlasTable *self);
const AtlasColumn *atlas_table_get_column (const AtlasTable *self, guint index);
const AtlasColumn *atlas_table_find_column (const AtlasTable *self, const char *name);
const AtlasColumn *atlas_table_require_column (const AtlasTable *self, const char *name, GError **error);
const AtlasColumn *atlas_table_guess_name_column (const AtlasTable *self);
const AtlasColumn *atlas_table_find_spoken (const AtlasTable *self, const AtlasColumn *column, const char *language);
const char *atlas_table_get_spoken_title (const AtlasTable *self, const AtlasColumn *column);
gboolean atlas_table_is_record (const AtlasTable *self, const AtlasColumn *column, const char *language);

AtlasTable *atlas_table_with_points (AtlasTable *self, GBytes *points, AtlasCrs *crs);
AtlasTable *atlas_table_with_places (AtlasTable *self, const AtlasPoint *places, AtlasCrs *crs);
AtlasTable *atlas_table_with_note (AtlasTable *self, const char *note);
AtlasTable *atlas_table_with_crs (AtlasTable *self, AtlasCrs *crs);
AtlasTable *atlas_table_with_reals (AtlasTable *self, const char *name, const char *unit, const double *values);
AtlasTable *atlas_table_prune (AtlasTable *self, const guint8 *kept, const char *note);
AtlasTable *atlas_table_select (AtlasTable *self, const guint32 *rows, gsize n_rows);

GBytes *atlas_table_to_block (AtlasTable *self);
AtlasTable *atlas_table_new_from_block (GBytes *block, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTable, atlas_table_unref)

G_END_DECLS
