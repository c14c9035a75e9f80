// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table.h"

G_BEGIN_DECLS

/**
 * AtlasCsvColumn:
 * @name: from the header, or made up; owned
 * @nameless: whether it is made up
 * @type: what all its cells are
 * @decimal: what begins the decimals of its numbers
 * @wkt: its cells are geometries as well-known text
 */
typedef struct {
  char *name;
  gboolean nameless;
  AtlasColumnType type;
  char decimal;
  gboolean wkt;
} AtlasCsvColumn;

/**
 * AtlasCsvDialect:
 * @separator: between cells
 * @header: whether the first row names the columns
 * @columns: of AtlasCsvColumn; owned
 *
 * How a table of text is written.
 */
typedef struct {
  char separator;
  gboolean header;
  GArray *columns;
} AtlasCsvDialect;

char atlas_csv_sniff_separator (const char *text, gsize length);
void atlas_csv_sniff (const char *text, gsize length, AtlasCsvDialect *dialect);
void atlas_csv_dialect_clear (AtlasCsvDialect *self);

G_END_DECLS
