// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasCsvCell:
 * @text: the cell without its quotes; not closed by NUL
 * @length: in bytes
 */
typedef struct {
  const char *text;
  gsize length;
} AtlasCsvCell;

/**
 * AtlasCsvParser:
 * @at: (unowned): where the next row begins, in text that outlives the parser
 * @end: (unowned): where the text ends
 * @separator: between cells
 * @cells: of the row that was read last; owned
 * @unquoted: the cells of that row that held doubled quotes; owned
 * @unclosed: a quote was opened and never closed
 *
 * Takes text apart into rows and cells as RFC 4180 says, and a little more kindly.
 */
typedef struct {
  const char *at;
  const char *end;
  char separator;
  GArray *cells;
  GStringChunk *unquoted;
  gboolean unclosed;
} AtlasCsvParser;

void atlas_csv_parser_init (AtlasCsvParser *self, const char *text, gsize length, char separator);
void atlas_csv_parser_clear (AtlasCsvParser *self);
gboolean atlas_csv_parser_next (AtlasCsvParser *self);
AtlasCsvCell atlas_csv_parser_get_cell (const AtlasCsvParser *self, guint index);

G_END_DECLS
