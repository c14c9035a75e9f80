// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-dbf-row.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <string.h>

#define HEAD         32 /* bytes before the descriptions of the fields */
#define DESCRIPTION  32 /* bytes for each field */
#define LETTER_AT    11 /* of a description: which type */
#define WIDTH_AT     16 /* of a description: how many characters */
#define ROW_WIDTH_AT 10 /* of the head, in two bytes */
#define LONGEST      63 /* characters of a number */
#define MOST_DIGITS  18 /* of a whole number that fits into 64 bits whatever they are */

/* A cell without the blanks around it. */
typedef struct {
  const char *text;
  gsize n;
} Cell;

typedef struct Kind Kind;

typedef struct {
  const Kind *kind;
  gsize at; /* of the cell in its row */
  gsize width;
  guint column;
} Column;

/* What comes of a cell that is not empty: an empty one is missing. */
typedef struct {
  const char *encoding;
  AtlasTableBuilder *builder;
  AtlasTally *tally;
} Row;

struct Kind {
  char letter;
  AtlasColumnType type;
  gboolean (*is_plain) (Cell cell);
  void (*take) (const Column *self, Cell cell, const Row *row);
};

static gboolean
is_plain_integer (Cell cell)
{
  gsize first = cell.text[0] == '-';
  guint wrong = cell.n == first || cell.n - first > MOST_DIGITS;

  for (gsize i = first; i < cell.n; i++)
    wrong |= !g_ascii_isdigit (cell.text[i]);
  return !wrong;
}

static void
take_integer (const Column *self, Cell cell, const Row *row)
{
  gboolean negative = cell.text[0] == '-';
  gint64 value = 0;

  for (gsize i = negative; i < cell.n; i++)
    value = value * 10 + (cell.text[i] - '0');
  value = negative ? -value : value;
  atlas_tally_judge_integer (row->tally, value);
  atlas_table_builder_set_integer (row->builder, self->column, value);
}

static gboolean
is_plain_real (Cell cell)
{
  guint wrong = cell.n > LONGEST;

  for (gsize i = 0; i < cell.n; i++)
    wrong |= !(g_ascii_isdigit (cell.text[i]) || cell.text[i] == '.' || cell.text[i] == '-');
  return !wrong;
}

static void
take_real (const Column *self, Cell cell, const Row *row)
{
  char text[LONGEST + 1];

  memcpy (text, cell.text, cell.n);
  text[cell.n] = '\0';
  atlas_table_builder_set_real (row->builder, self->column, g_ascii_strtod (text, NULL));
}

static int
read_digits (const char *text, gsize n)
{
  int value = 0;

  for (gsize i = 0; i < n; i++)
    value = value * 10 + (text[i] - '0');
  return value;
}

/* Year, month and day without anything between. */
static gboolean
is_plain_date (Cell cell)
{
  int month;
  int day;

  if (cell.n != 8 || !is_plain_integer (cell) || cell.text[0] == '-')
    return FALSE;
  month = read_digits (cell.text + 4, 2);
  day = read_digits (cell.text + 6, 2);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

static void
take_date (const Column *self, Cell cell, const Row *row)
{
  gint64 days = atlas_days_from_civil (read_digits (cell.text, 4), read_digits (cell.text + 4, 2),
                                       read_digits (cell.text + 6, 2));

  atlas_table_builder_set_integer (row->builder, self->column, days);
}

static gboolean
is_plain_text (Cell cell)
{
  return TRUE;
}

static gboolean
is_ascii (Cell cell)
{
  guint8 all = 0;

  for (gsize i = 0; i < cell.n; i++)
    all |= (guint8) cell.text[i];
  return all < 0x80;
}

static void
take_text (const Column *self, Cell cell, const Row *row)
{
  g_autofree char *text = NULL;
  char *recoded;

  if (row->encoding[0] == '\0' || g_str_equal (row->encoding, CPL_ENC_UTF8) || is_ascii (cell)) {
    atlas_field_take_text (row->builder, self->column, cell.text, (gssize) cell.n, row->tally);
    return;
  }
  text = g_strndup (cell.text, cell.n);
  recoded = CPLRecode (text, row->encoding, CPL_ENC_UTF8);
  atlas_field_take_text (row->builder, self->column, recoded, -1, row->tally);
  CPLFree (recoded);
}

static const Kind kinds[] = {
  { 'N', ATLAS_COLUMN_INTEGER, is_plain_integer, take_integer },
  { 'F', ATLAS_COLUMN_INTEGER, is_plain_integer, take_integer },
  { 'N', ATLAS_COLUMN_REAL, is_plain_real, take_real },
  { 'F', ATLAS_COLUMN_REAL, is_plain_real, take_real },
  { 'D', ATLAS_COLUMN_DATE, is_plain_date, take_date },
  { 'C', ATLAS_COLUMN_TEXT, is_plain_text, take_text },
};

static const Kind *
find_kind (char letter, AtlasColumnType type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].letter == letter && kinds[i].type == type)
      return &kinds[i];
  return NULL;
}

static gboolean
add_columns (GArray *self, const guint8 *head, const GArray *fields)
{
  gsize at = 1; /* behind the mark of a deleted row */

  for (guint i = 0; i < fields->len; i++) {
    const AtlasField *field = &g_array_index (fields, AtlasField, i);
    const guint8 *description = head + HEAD + (gsize) DESCRIPTION * i;
    Column column = { find_kind ((char) description[LETTER_AT], field->type), at, description[WIDTH_AT],
                      field->column };

    if (!column.kind || field->index != (int) i)
      return FALSE;
    g_array_append_val (self, column);
    at += column.width;
  }
  return at == head[ROW_WIDTH_AT] + 256u * head[ROW_WIDTH_AT + 1];
}

/**
 * atlas_dbf_row_plan:
 * @head: (array length=n): of a dBASE table, with the descriptions of its fields
 * @fields: (element-type AtlasField): what GDAL makes of them
 *
 * Returns: (transfer full) (nullable): how each row is taken; %NULL when fields are of other kinds than numbers, dates
 *   and texts, or lie otherwise than GDAL says
 */
GArray *
atlas_dbf_row_plan (const guint8 *head, gsize n, const GArray *fields)
{
  g_autoptr (GArray) self = g_array_new (FALSE, FALSE, sizeof (Column));

  if (n < HEAD + (gsize) DESCRIPTION * fields->len || !add_columns (self, head, fields))
    return NULL;
  return g_steal_pointer (&self);
}

static Cell
find_cell (const Column *column, const guint8 *row)
{
  const char *text = (const char *) row + column->at;
  const char *end = text + strnlen (text, column->width);

  while (text < end && *text == ' ')
    text++;
  while (end > text && end[-1] == ' ')
    end--;
  return (Cell){ text, (gsize) (end - text) };
}

/**
 * atlas_dbf_row_is_plain:
 * @row: as the file has it
 *
 * Returns: whether every cell is empty or written as its type is as a rule; GDAL knows what the others mean
 */
gboolean
atlas_dbf_row_is_plain (const GArray *plan, const guint8 *row)
{
  for (guint i = 0; i < plan->len; i++) {
    const Column *column = &g_array_index (plan, Column, i);
    Cell cell = find_cell (column, row);

    if (cell.n > 0 && !column->kind->is_plain (cell))
      return FALSE;
  }
  return TRUE;
}

/**
 * atlas_dbf_row_take:
 * @row: a plain one
 * @encoding: of its texts, as iconv calls it; empty where it is not known
 *
 * Carries all values into the last feature; empty cells stay missing.
 */
void
atlas_dbf_row_take (const GArray *plan,
                    const guint8 *row,
                    const char *encoding,
                    AtlasTableBuilder *builder,
                    AtlasTally *tally)
{
  const Row target = { encoding, builder, tally };

  for (guint i = 0; i < plan->len; i++) {
    const Column *column = &g_array_index (plan, Column, i);
    Cell cell = find_cell (column, row);

    if (cell.n > 0)
      column->kind->take (column, cell, &target);
  }
}
