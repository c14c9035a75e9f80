// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table.h"

G_BEGIN_DECLS

/**
 * AtlasCsvColumn:
 * @cell: where it stands in a row
 * @name: from the header, or made up; owned
 * @nameless: whether it is made up
 * @type: what all its cells are
 * @decimal: what begins the decimals of its numbers
 * @unit: (nullable): what stands beside each of its numbers; static
 * @wkt: its cells are geometries as well-known text
 */
typedef struct {
  guint cell;
  char *name;
  gboolean nameless;
  AtlasColumnType type;
  char decimal;
  const char *unit;
  gboolean wkt;
} AtlasCsvColumn;

/**
 * AtlasCsvDialect:
 * @n_titles: rows above the table, such as its title
 * @header: whether the first row of the table names the columns
 * @columns: of AtlasCsvColumn; owned
 *
 * How a table of text is written.
 */
typedef struct {
  guint n_titles;
  gboolean header;
  GArray *columns;
} AtlasCsvDialect;

char atlas_csv_sniff_separator (const char *text, gsize length);
void atlas_csv_sniff (const char *text, gsize length, char separator, AtlasCsvDialect *dialect);
void atlas_csv_dialect_clear (AtlasCsvDialect *self);

G_END_DECLS
