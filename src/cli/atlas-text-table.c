// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-text-table.h"

#include <stdio.h>
#include <string.h>

#define GAP    2  /* spaces between columns */
#define WIDEST 80 /* places of a cell, with its ellipsis */

struct _AtlasTextTable {
  char *alignment; /* owned */
  gsize n_columns;
  GPtrArray *cells; /* of char *, row after row */
};

/**
 * atlas_text_table_new:
 * @alignment: one letter for each column: "l" for text, "r" for numbers
 *
 * Returns: (transfer full): a table without rows; cells are added from left to right, the heading first
 */
AtlasTextTable *
atlas_text_table_new (const char *alignment)
{
  AtlasTextTable *self = g_new0 (AtlasTextTable, 1);

  self->alignment = g_strdup (alignment);
  self->n_columns = strlen (alignment);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
atlas_text_table_free (AtlasTextTable *self)
{
  g_free (self->alignment);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/* How many places a terminal gives to @c. */
static gsize
measure_character (gunichar c)
{
  return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

static gsize
measure (const char *text)
{
  gsize width = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    width += measure_character (g_utf8_get_char (p));
  return width;
}

/* Controls, and marks that turn the direction of what follows, would spoil the rows of a terminal. */
static gboolean
is_shown (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type != G_UNICODE_CONTROL && type != G_UNICODE_FORMAT && type != G_UNICODE_LINE_SEPARATOR &&
         type != G_UNICODE_PARAGRAPH_SEPARATOR;
}

static GString *
keep_shown (const char *text)
{
  GString *shown = g_string_new (NULL);

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    if (is_shown (g_utf8_get_char (p)))
      g_string_append_unichar (shown, g_utf8_get_char (p));
  return shown;
}

/* The beginning of a long text, with an ellipsis for what is left out. */
static char *
clip (const char *text)
{
  GString *shown = keep_shown (text);
  const char *end = shown->str;
  gsize width = 1;

  if (measure (shown->str) <= WIDEST)
    return g_string_free (shown, FALSE);
  while ((width += measure_character (g_utf8_get_char (end))) <= WIDEST)
    end = g_utf8_next_char (end);
  g_string_truncate (shown, (gsize) (end - shown->str));
  g_string_append (shown, "…");
  return g_string_free (shown, FALSE);
}

/**
 * atlas_text_table_take:
 * @cell: (transfer full) (nullable): the next cell of the row; a dash when there is nothing. Of a long one the
 * beginning is shown
 */
void
atlas_text_table_take (AtlasTextTable *self, char *cell)
{
  g_ptr_array_add (self->cells, clip (cell ? cell : "–"));
  g_free (cell);
}

void
atlas_text_table_add (AtlasTextTable *self, const char *cell)
{
  atlas_text_table_take (self, g_strdup (cell));
}

static gsize
measure_column (const AtlasTextTable *self, gsize column)
{
  gsize widest = 0;

  for (gsize i = column; i < self->cells->len; i += self->n_columns)
    widest = MAX (widest, measure (g_ptr_array_index (self->cells, i)));
  return widest;
}

static void
append_spaces (GString *out, gsize n)
{
  for (gsize i = 0; i < n; i++)
    g_string_append_c (out, ' ');
}

static void
append_cell (const AtlasTextTable *self, GString *out, gsize index, const gsize *widths)
{
  const char *cell = g_ptr_array_index (self->cells, index);
  gsize column = index % self->n_columns;
  gsize room = widths[column] - measure (cell);
  gboolean last = column == self->n_columns - 1;

  if (self->alignment[column] == 'r')
    append_spaces (out, room);
  g_string_append (out, cell);
  if (self->alignment[column] == 'l' && !last)
    append_spaces (out, room);
  if (last)
    g_string_append_c (out, '\n');
  else
    append_spaces (out, GAP);
}

/**
 * atlas_text_table_to_string:
 *
 * Returns: (transfer full): the rows, each closed by a line end, without spaces at their ends
 */
char *
atlas_text_table_to_string (const AtlasTextTable *self)
{
  GString *out = g_string_new (NULL);
  g_autofree gsize *widths = g_new (gsize, self->n_columns);

  for (gsize column = 0; column < self->n_columns; column++)
    widths[column] = measure_column (self, column);
  for (gsize i = 0; i < self->cells->len; i++)
    append_cell (self, out, i, widths);
  return g_string_free (out, FALSE);
}

void
atlas_text_table_print (const AtlasTextTable *self)
{
  g_autofree char *text = atlas_text_table_to_string (self);

  fputs (text, stdout);
}
