// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-csv-sniffer.h"

#include "atlas-csv-unit.h"
#include "atlas-csv-value.h"
#include "atlas-foreign-text.h"

#include <string.h>

#define LOOKED_AT    200 /* rows by which the separator is judged */
#define MOST_COLUMNS 10000
#define MOST_TITLES  10 /* rows above a table */

static const char separators[] = ";,\t|";

static gboolean
is_number (AtlasCsvCell cell, char decimal, gboolean *whole)
{
  double value;
  gint64 integer;

  return atlas_csv_value_read_number (cell, decimal, &value, &integer, whole);
}

static gboolean
has_only_digits (AtlasCsvCell cell)
{
  for (gsize i = 0; i < cell.length; i++)
    if (!g_ascii_isdigit (cell.text[i]))
      return FALSE;
  return TRUE;
}

/* An empty cell, a number with its unit, a code of digits or a date. */
static gboolean
is_plain_value (AtlasCsvCell cell)
{
  const char *unit;
  AtlasCsvCell bare = atlas_csv_unit_strip (cell, &unit);
  gboolean whole;
  gint64 days;

  return has_only_digits (cell) || is_number (bare, ',', &whole) || is_number (bare, '.', &whole) ||
         atlas_csv_value_read_date (cell, &days);
}

/* Cut in the right place, cells are numbers or dates, or texts that hold none of the other separators. */
static double
judge_cell (AtlasCsvCell cell)
{
  if (is_plain_value (cell))
    return 1;
  for (gsize i = 0; i < strlen (separators); i++)
    if (memchr (cell.text, separators[i], cell.length))
      return 0.5;
  return 0.9;
}

typedef struct {
  guint counts[MOST_COLUMNS + 1]; /* rows by their number of cells */
  guint n_rows;
  guint n_cells;
  double quality;
} RowSurvey;

static void
survey_rows (RowSurvey *self, const char *text, gsize length, char separator)
{
  AtlasCsvParser parser;

  atlas_csv_parser_init (&parser, text, length, separator);
  while (self->n_rows < LOOKED_AT && atlas_csv_parser_next (&parser)) {
    self->counts[MIN (parser.cells->len, MOST_COLUMNS)]++;
    self->n_rows++;
    for (guint i = 0; i < parser.cells->len; i++, self->n_cells++)
      self->quality += judge_cell (atlas_csv_parser_get_cell (&parser, i));
  }
  atlas_csv_parser_clear (&parser);
}

/* Rows that agree on their number of cells, times how well the cells look; one column is hardly a table. */
static double
judge_separator (const char *text, gsize length, char separator)
{
  g_autofree RowSurvey *survey = g_new0 (RowSurvey, 1);
  guint usual = 1;

  survey_rows (survey, text, length, separator);
  if (survey->n_rows == 0)
    return 0;
  for (guint n = 1; n <= MOST_COLUMNS; n++)
    if (survey->counts[n] > survey->counts[usual])
      usual = n;
  return (usual > 1 ? 1 : 0.1) * survey->counts[usual] / survey->n_rows * survey->quality / survey->n_cells;
}

/**
 * atlas_csv_sniff_separator:
 * @text: (array length=length): valid UTF-8
 *
 * Returns: the one of `;`, `,`, tab and `|` under which the first 200 rows look most like a table
 */
char
atlas_csv_sniff_separator (const char *text, gsize length)
{
  char best = separators[0];
  double most = 0;

  for (gsize i = 0; i < strlen (separators); i++) {
    double score = judge_separator (text, length, separators[i]);

    if (score > most) {
      most = score;
      best = separators[i];
    }
  }
  return best;
}

/* What the cells of one column have been so far, the first row apart. */
typedef struct {
  gsize n_values; /* cells that say something */
  gsize n_comma;  /* numbers with decimal comma */
  gsize n_point;  /* numbers with decimal point */
  gsize n_with_comma;
  gsize n_whole;
  gsize n_dates;
  gsize n_instants;
  gsize n_booleans;
  gsize n_wkt;
  gsize n_of_unit;  /* cells with the unit of the first */
  const char *unit; /* nullable */
} ColumnSurvey;

static gboolean
is_wkt (AtlasCsvCell cell)
{
  static const char *const kinds[] = { "POINT",          "LINESTRING", "POLYGON", "MULTI", "GEOMETRYCOLLECTION",
                                       "CIRCULARSTRING", "COMPOUND",   "CURVE",   "TIN",   "POLYHEDRALSURFACE",
                                       "TRIANGLE",       "SRID=" };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (cell.length > strlen (kinds[i]) && g_ascii_strncasecmp (cell.text, kinds[i], strlen (kinds[i])) == 0)
      return memchr (cell.text, '(', cell.length) || g_strstr_len (cell.text, (gssize) cell.length, "EMPTY");
  return FALSE;
}

static void
survey_cell (ColumnSurvey *self, AtlasCsvCell cell)
{
  AtlasMissing reason;
  AtlasCsvCell bare;
  const char *unit;
  gboolean whole_comma = FALSE;
  gboolean whole_point = FALSE;
  gboolean flag;
  gint64 moment;

  if (atlas_csv_value_is_missing (cell, &reason))
    return;
  bare = atlas_csv_unit_strip (cell, &unit);
  if (self->n_values++ == 0)
    self->unit = unit;
  self->n_of_unit += unit == self->unit;
  self->n_comma += is_number (bare, ',', &whole_comma);
  self->n_point += is_number (bare, '.', &whole_point);
  self->n_with_comma += memchr (cell.text, ',', cell.length) != NULL;
  self->n_whole += whole_comma && whole_point;
  self->n_dates += atlas_csv_value_read_date (cell, &moment);
  self->n_instants += atlas_csv_value_read_instant (cell, &moment, &flag);
  self->n_booleans += atlas_csv_value_read_boolean (cell, &flag);
  self->n_wkt += is_wkt (cell);
}

/* Where each reading serves all numbers, "1,234" is decimal unless commas already part the cells. */
static char
choose_decimal (const ColumnSurvey *self, char separator)
{
  if (self->n_comma != self->n_point)
    return self->n_comma > self->n_point ? ',' : '.';
  return self->n_with_comma > 0 && separator != ',' ? ',' : '.';
}

/* Numbers of different units cannot be compared. */
static gboolean
is_of_numbers (const ColumnSurvey *self)
{
  return MAX (self->n_comma, self->n_point) == self->n_values && self->n_of_unit == self->n_values;
}

/* A column is of a kind only when all its cells are, so that nothing is lost. */
static void
conclude (const ColumnSurvey *self, char separator, AtlasCsvColumn *column)
{
  gsize n = self->n_values;

  column->decimal = choose_decimal (self, separator);
  column->type = ATLAS_COLUMN_TEXT;
  column->wkt = n > 0 && self->n_wkt == n;
  if (n == 0)
    return;
  column->unit = is_of_numbers (self) ? self->unit : NULL;
  if (is_of_numbers (self))
    column->type = self->n_whole == n ? ATLAS_COLUMN_INTEGER : ATLAS_COLUMN_REAL;
  else if (self->n_dates == n)
    column->type = ATLAS_COLUMN_DATE;
  else if (self->n_instants == n)
    column->type = ATLAS_COLUMN_INSTANT;
  else if (self->n_booleans == n)
    column->type = ATLAS_COLUMN_BOOLEAN;
}

static gboolean
repeats_a_name (const AtlasCsvParser *row, guint index)
{
  AtlasCsvCell cell = atlas_csv_parser_get_cell (row, index);

  for (guint i = 0; i < index; i++) {
    AtlasCsvCell other = atlas_csv_parser_get_cell (row, i);

    if (cell.length > 0 && cell.length == other.length && memcmp (cell.text, other.text, cell.length) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Statistics often have a column for each year. */
static gboolean
is_year (AtlasCsvCell cell)
{
  return cell.length == 4 && (memcmp (cell.text, "19", 2) == 0 || memcmp (cell.text, "20", 2) == 0) &&
         g_ascii_isdigit (cell.text[2]) && g_ascii_isdigit (cell.text[3]);
}

/* Names are texts, most of them different, and are not numbers or dates; years may follow them. */
static gboolean
looks_like_header (const AtlasCsvParser *row)
{
  guint n_words = 0;
  guint n_repeated = 0;

  for (guint i = 0; i < row->cells->len; i++) {
    AtlasCsvCell cell = atlas_csv_parser_get_cell (row, i);

    if (cell.length > 0 && is_plain_value (cell) && !is_year (cell))
      return FALSE;
    n_words += cell.length > 0 && !is_year (cell);
    n_repeated += row->cells->len < 256 && repeats_a_name (row, i);
  }
  return n_words > 0 && n_repeated * 2 <= n_words;
}

static guint
count_filled (const AtlasCsvParser *row)
{
  guint n = 0;

  for (guint i = 0; i < row->cells->len; i++)
    n += atlas_csv_parser_get_cell (row, i).length > 0;
  return MIN (n, MOST_COLUMNS);
}

/* How many cells of a row usually say something. */
static guint
find_usual_filling (const char *text, gsize length, char separator)
{
  g_autofree guint *counts = g_new0 (guint, MOST_COLUMNS + 1);
  AtlasCsvParser parser;
  guint usual = 0;

  atlas_csv_parser_init (&parser, text, length, separator);
  for (guint row = 0; row < LOOKED_AT && atlas_csv_parser_next (&parser); row++)
    counts[count_filled (&parser)]++;
  atlas_csv_parser_clear (&parser);
  for (guint n = 1; n <= MOST_COLUMNS; n++)
    if (counts[n] >= counts[usual] && counts[n] > 0)
      usual = n;
  return usual;
}

/* Rows of which most cells are empty, before the first that is filled as usual, are a title. */
static guint
count_titles (const char *text, gsize length, char separator)
{
  guint usual = find_usual_filling (text, length, separator);
  AtlasCsvParser parser;
  gboolean found = FALSE;
  guint n = 0;

  atlas_csv_parser_init (&parser, text, length, separator);
  while (!found && n <= MOST_TITLES && atlas_csv_parser_next (&parser)) {
    found = count_filled (&parser) * 2 >= usual;
    n += !found;
  }
  atlas_csv_parser_clear (&parser);
  return found ? n : 0;
}

static void
survey_row (GArray *surveys, const AtlasCsvParser *row)
{
  if (surveys->len < row->cells->len)
    g_array_set_size (surveys, row->cells->len);
  for (guint i = 0; i < row->cells->len; i++)
    survey_cell (&g_array_index (surveys, ColumnSurvey, i), atlas_csv_parser_get_cell (row, i));
}

static char *
name_column (AtlasCsvCell cell, guint index)
{
  g_autofree char *text = g_strndup (cell.text, cell.length);
  char *name = g_strstrip (atlas_foreign_text_clean (text));

  if (*name != '\0')
    return name;
  g_free (name);
  return g_strdup_printf ("field_%u", index + 1);
}

static void
name_columns (AtlasCsvDialect *self, const AtlasCsvParser *first_row)
{
  for (guint i = 0; i < first_row->cells->len; i++) {
    AtlasCsvColumn column = { .cell = i };

    column.nameless = !self->header || atlas_csv_parser_get_cell (first_row, i).length == 0;
    column.name = name_column (self->header ? atlas_csv_parser_get_cell (first_row, i) : (AtlasCsvCell){ "", 0 }, i);
    g_array_append_val (self->columns, column);
  }
}

static void
name_further_columns (AtlasCsvDialect *self, guint n)
{
  while (self->columns->len < n) {
    AtlasCsvColumn column = { .cell = self->columns->len, .nameless = TRUE };

    column.name = name_column ((AtlasCsvCell){ "", 0 }, self->columns->len);
    g_array_append_val (self->columns, column);
  }
}

/* Rows that end with a separator seem to have a column more, and sheets have columns that only keep a distance. */
static void
drop_empty_columns (AtlasCsvDialect *self, const GArray *surveys)
{
  for (guint i = self->columns->len; i > 0 && self->columns->len > 1; i--)
    if (g_array_index (surveys, ColumnSurvey, i - 1).n_values == 0 &&
        g_array_index (self->columns, AtlasCsvColumn, i - 1).nameless)
      g_array_remove_index (self->columns, i - 1);
}

static void
clear_column (gpointer data)
{
  g_free (((AtlasCsvColumn *) data)->name);
}

/* The kind of each column, by all rows below the header. */
static void
survey_columns (AtlasCsvDialect *self, AtlasCsvParser *parser, GArray *surveys)
{
  if (!self->header)
    survey_row (surveys, parser);
  while (atlas_csv_parser_next (parser))
    survey_row (surveys, parser);
  name_further_columns (self, surveys->len);
  g_array_set_size (surveys, self->columns->len);
  for (guint i = 0; i < surveys->len; i++)
    conclude (&g_array_index (surveys, ColumnSurvey, i), parser->separator,
              &g_array_index (self->columns, AtlasCsvColumn, i));
  drop_empty_columns (self, surveys);
}

/**
 * atlas_csv_sniff:
 * @text: (array length=length): valid UTF-8
 * @separator: between cells
 * @dialect: (out caller-allocates): how it is written
 *
 * Finds where the table begins, whether it has a header, and the kind of each column by all of its rows.
 */
void
atlas_csv_sniff (const char *text, gsize length, char separator, AtlasCsvDialect *dialect)
{
  g_autoptr (GArray) surveys = g_array_new (FALSE, TRUE, sizeof (ColumnSurvey));
  AtlasCsvParser parser;

  dialect->n_titles = count_titles (text, length, separator);
  dialect->columns = g_array_new (FALSE, FALSE, sizeof (AtlasCsvColumn));
  g_array_set_clear_func (dialect->columns, clear_column);
  atlas_csv_parser_init (&parser, text, length, separator);
  for (guint i = 0; i < dialect->n_titles; i++)
    atlas_csv_parser_next (&parser);
  dialect->header = atlas_csv_parser_next (&parser) && looks_like_header (&parser);
  name_columns (dialect, &parser);
  survey_columns (dialect, &parser, surveys);
  atlas_csv_parser_clear (&parser);
}

void
atlas_csv_dialect_clear (AtlasCsvDialect *self)
{
  g_clear_pointer (&self->columns, g_array_unref);
}
