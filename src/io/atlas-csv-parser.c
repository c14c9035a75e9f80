// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-csv-parser.h"

#include <string.h>

#define MOST_CELLS 10000 /* of one row; what follows is left out */

/**
 * atlas_csv_parser_init:
 * @text: (array length=length): valid UTF-8, which outlives the parser
 * @separator: ',' ';' '|' or a tab
 */
void
atlas_csv_parser_init (AtlasCsvParser *self, const char *text, gsize length, char separator)
{
  *self = (AtlasCsvParser){ .at = text, .end = text + length, .separator = separator };
  self->cells = g_array_new (FALSE, FALSE, sizeof (AtlasCsvCell));
  self->unquoted = g_string_chunk_new (1024);
}

void
atlas_csv_parser_clear (AtlasCsvParser *self)
{
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->unquoted, g_string_chunk_free);
}

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

static void
skip_line_end (AtlasCsvParser *self)
{
  if (self->at < self->end && *self->at == '\r')
    self->at++;
  if (self->at < self->end && *self->at == '\n')
    self->at++;
}

/* Leaves @at on the quote that closes the cell, or at the end of the text. */
static gboolean
find_closing_quote (AtlasCsvParser *self)
{
  gboolean doubled = FALSE;

  while (self->at < self->end) {
    const char *quote = memchr (self->at, '"', (gsize) (self->end - self->at));

    self->at = quote ? quote : self->end;
    if (!quote || quote + 1 == self->end || quote[1] != '"')
      break;
    doubled = TRUE;
    self->at += 2;
  }
  return doubled;
}

static AtlasCsvCell
halve_quotes (AtlasCsvParser *self, AtlasCsvCell cell)
{
  char *text = g_string_chunk_insert_len (self->unquoted, cell.text, (gssize) cell.length);
  gsize n = 0;

  for (gsize i = 0; i < cell.length; i++) {
    text[n++] = text[i];
    i += text[i] == '"';
  }
  return (AtlasCsvCell){ text, n };
}

static AtlasCsvCell
take_quoted (AtlasCsvParser *self)
{
  const char *start = ++self->at;
  gboolean doubled = find_closing_quote (self);
  AtlasCsvCell cell = { start, (gsize) (self->at - start) };

  if (self->at == self->end)
    self->unclosed = TRUE;
  else
    self->at++;
  while (self->at < self->end && *self->at != self->separator && !is_line_end (*self->at))
    self->at++;
  return doubled ? halve_quotes (self, cell) : cell;
}

static AtlasCsvCell
take_plain (AtlasCsvParser *self)
{
  const char *start = self->at;

  while (self->at < self->end && *self->at != self->separator && !is_line_end (*self->at))
    self->at++;
  return (AtlasCsvCell){ start, (gsize) (self->at - start) };
}

static void
take_cell (AtlasCsvParser *self)
{
  AtlasCsvCell cell;

  while (self->at < self->end && *self->at == ' ' && self->separator != ' ')
    self->at++;
  cell = self->at < self->end && *self->at == '"' ? take_quoted (self) : take_plain (self);
  while (cell.length > 0 && g_ascii_isspace (cell.text[cell.length - 1]))
    cell.length--;
  if (self->cells->len < MOST_CELLS)
    g_array_append_val (self->cells, cell);
}

/* Quotes around nothing are a row: of one column, without a value. */
static gboolean
is_blank (const AtlasCsvParser *self, const char *line)
{
  return self->cells->len == 1 && atlas_csv_parser_get_cell (self, 0).length == 0 &&
         !memchr (line, '"', (gsize) (self->at - line));
}

static void
take_row (AtlasCsvParser *self)
{
  g_array_set_size (self->cells, 0);
  g_string_chunk_clear (self->unquoted);
  take_cell (self);
  while (self->at < self->end && *self->at == self->separator) {
    self->at++;
    take_cell (self);
  }
  skip_line_end (self);
}

/**
 * atlas_csv_parser_next:
 *
 * Reads the next row into @cells; blank lines are passed over.
 *
 * Returns: whether there was one
 */
gboolean
atlas_csv_parser_next (AtlasCsvParser *self)
{
  while (self->at < self->end) {
    const char *line = self->at;

    take_row (self);
    if (!is_blank (self, line))
      return TRUE;
  }
  return FALSE;
}

/**
 * atlas_csv_parser_get_cell:
 *
 * Returns: a cell of the row that was read last; an empty one where the row is shorter
 */
AtlasCsvCell
atlas_csv_parser_get_cell (const AtlasCsvParser *self, guint index)
{
  return index < self->cells->len ? g_array_index (self->cells, AtlasCsvCell, index) : (AtlasCsvCell){ "", 0 };
}
