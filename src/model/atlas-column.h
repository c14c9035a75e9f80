// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasColumnType:
 * @ATLAS_COLUMN_INTEGER: 64-bit whole numbers
 * @ATLAS_COLUMN_REAL: doubles
 * @ATLAS_COLUMN_TEXT: interned UTF-8
 * @ATLAS_COLUMN_BOOLEAN: 0 or 1, kept as integers
 * @ATLAS_COLUMN_DATE: days since 1970-01-01, kept as integers
 * @ATLAS_COLUMN_INSTANT: microseconds since 1970-01-01 UTC, kept as integers
 */
typedef enum {
  ATLAS_COLUMN_INTEGER,
  ATLAS_COLUMN_REAL,
  ATLAS_COLUMN_TEXT,
  ATLAS_COLUMN_BOOLEAN,
  ATLAS_COLUMN_DATE,
  ATLAS_COLUMN_INSTANT,
} AtlasColumnType;

/**
 * AtlasMissing:
 * @ATLAS_PRESENT: there is a value
 * @ATLAS_NO_DATA: nobody measured or told it
 * @ATLAS_NOT_APPLICABLE: the question makes no sense here
 * @ATLAS_SUPPRESSED: known, but withheld (too few people)
 */
typedef enum {
  ATLAS_PRESENT,
  ATLAS_NO_DATA,
  ATLAS_NOT_APPLICABLE,
  ATLAS_SUPPRESSED,
} AtlasMissing;

/**
 * AtlasColumn:
 * @name: unique within the table
 * @title: (nullable): what people call it, in their language
 * @unit: (nullable): "1/km²", "µg/m³"
 * @type: what its cells are
 * @n_rows: as many as features
 * @n_missing: cells without a value
 * @validity: (nullable): bit i % 8 of byte i / 8 says that row i has a value; %NULL when all have
 * @reasons: (nullable): [enum@Missing] of each row; %NULL when every missing one is plain no data
 * @integers: (nullable): values unless real or text; 0 where missing
 * @reals: (nullable): values of a real column; NaN where missing
 * @texts: (nullable): for each row an index into @string_offsets; 0 where missing
 * @strings: (nullable): the interned texts, each closed by NUL
 * @string_offsets: (nullable): n_strings + 1 offsets into @strings
 * @n_strings: how many different texts
 *
 * One attribute of all features, lent to loops.
 */
typedef struct {
  const char *name;
  const char *title;
  const char *unit;
  AtlasColumnType type;
  gsize n_rows;
  gsize n_missing;
  const guint8 *validity;
  const guint8 *reasons;
  const gint64 *integers;
  const double *reals;
  const guint32 *texts;
  const char *strings;
  const guint32 *string_offsets;
  gsize n_strings;
} AtlasColumn;

static inline gboolean
atlas_column_is_present (const AtlasColumn *self, gsize row)
{
  return !self->validity || (self->validity[row / 8] >> (row % 8) & 1);
}

static inline const char *
atlas_column_get_title (const AtlasColumn *self)
{
  return self->title ? self->title : self->name;
}

static inline gboolean
atlas_column_is_number (const AtlasColumn *self)
{
  return self->type == ATLAS_COLUMN_INTEGER || self->type == ATLAS_COLUMN_REAL;
}

AtlasMissing atlas_column_get_missing (const AtlasColumn *self, gsize row);
double atlas_column_get_real (const AtlasColumn *self, gsize row);
const char *atlas_column_get_text (const AtlasColumn *self, gsize row);
char *atlas_column_dup_cell (const AtlasColumn *self, gsize row);

G_END_DECLS
