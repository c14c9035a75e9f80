// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-csv-sniffer.h"

#include "atlas-csv-value.h"
#include "atlas-foreign-text.h"

#include <string.h>

#define LOOKED_AT    200 /* rows by which the separator is judged */
#define MOST_COLUMNS 10000

static const char separators[] = ";,\t|";

static gboolean
is_number (AtlasCsvCell cell, char decimal, gboolean *whole)
{
  double value;
  gint64 integer;

  return atlas_csv_value_read_number (cell, decimal, &value, &integer, whole);
}

static gboolean
is_plain_value (AtlasCsvCell cell)
{
  gboolean whole;
  gint64 days;

  return cell.length == 0 || is_number (cell, ',', &whole) || is_number (cell, '.', &whole) ||
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
  gboolean whole_comma = FALSE;
  gboolean whole_point = FALSE;
  gboolean flag;
  gint64 moment;

  if (atlas_csv_value_is_missing (cell, &reason))
    return;
  self->n_values++;
  self->n_comma += is_number (cell, ',', &whole_comma);
  self->n_point += is_number (cell, '.', &whole_point);
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
  if (MAX (self->n_comma, self->n_point) == n)
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

/* Names are texts, most of them different, and are not numbers or dates. */
static gboolean
looks_like_header (const AtlasCsvParser *row)
{
  guint n_named = 0;
  guint n_repeated = 0;

  for (guint i = 0; i < row->cells->len; i++) {
    AtlasCsvCell cell = atlas_csv_parser_get_cell (row, i);

    if (cell.length > 0 && is_plain_value (cell))
      return FALSE;
    n_named += cell.length > 0;
    n_repeated += row->cells->len < 256 && repeats_a_name (row, i);
  }
  return n_named > 0 && n_repeated * 2 <= n_named;
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
    AtlasCsvColumn column = { 0 };

    column.nameless = !self->header || atlas_csv_parser_get_cell (first_row, i).length == 0;
    column.name = name_column (self->header ? atlas_csv_parser_get_cell (first_row, i) : (AtlasCsvCell){ "", 0 }, i);
    g_array_append_val (self->columns, column);
  }
}

static void
name_further_columns (AtlasCsvDialect *self, guint n)
{
  while (self->columns->len < n) {
    AtlasCsvColumn column = { .nameless = TRUE };

    column.name = name_column ((AtlasCsvCell){ "", 0 }, self->columns->len);
    g_array_append_val (self->columns, column);
  }
}

/* Rows that end with a separator seem to have a column more. */
static void
drop_empty_tail (AtlasCsvDialect *self, const GArray *surveys)
{
  guint n = self->columns->len;

  while (n > 1 && g_array_index (surveys, ColumnSurvey, n - 1).n_values == 0 &&
         g_array_index (self->columns, AtlasCsvColumn, n - 1).nameless)
    n--;
  g_array_set_size (self->columns, n);
}

static void
clear_column (gpointer data)
{
  g_free (((AtlasCsvColumn *) data)->name);
}

/**
 * atlas_csv_sniff:
 * @text: (array length=length): valid UTF-8
 * @dialect: (out caller-allocates): how it is written
 *
 * Chooses the separator by the first rows, and the kind of each column by all of them.
 */
void
atlas_csv_sniff (const char *text, gsize length, AtlasCsvDialect *dialect)
{
  g_autoptr (GArray) surveys = g_array_new (FALSE, TRUE, sizeof (ColumnSurvey));
  AtlasCsvParser parser;

  dialect->separator = atlas_csv_sniff_separator (text, length);
  dialect->columns = g_array_new (FALSE, FALSE, sizeof (AtlasCsvColumn));
  g_array_set_clear_func (dialect->columns, clear_column);
  atlas_csv_parser_init (&parser, text, length, dialect->separator);
  dialect->header = atlas_csv_parser_next (&parser) && looks_like_header (&parser);
  name_columns (dialect, &parser);
  if (!dialect->header)
    survey_row (surveys, &parser);
  while (atlas_csv_parser_next (&parser))
    survey_row (surveys, &parser);
  name_further_columns (dialect, surveys->len);
  g_array_set_size (surveys, dialect->columns->len);
  for (guint i = 0; i < surveys->len; i++)
    conclude (&g_array_index (surveys, ColumnSurvey, i), dialect->separator,
              &g_array_index (dialect->columns, AtlasCsvColumn, i));
  drop_empty_tail (dialect, surveys);
  atlas_csv_parser_clear (&parser);
}

void
atlas_csv_dialect_clear (AtlasCsvDialect *self)
{
  g_clear_pointer (&self->columns, g_array_unref);
}
