// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-csv-value.h"

#include "atlas-field-plan.h"

#include <string.h>

#define LONGEST_NUMBER 48 /* bytes; longer digits are a text */

static gboolean
cell_is (AtlasCsvCell cell, const char *text)
{
  return cell.length == strlen (text) && g_ascii_strncasecmp (cell.text, text, cell.length) == 0;
}

/* How offices write that a cell of numbers has none; # and x as Statistics Poland does; and what spreadsheets in
 * English and in Polish show where they could not work a number out. */
static const struct {
  const char *mark;
  AtlasMissing reason;
} marks[] = {
  { "", ATLAS_NO_DATA },          { "-", ATLAS_NO_DATA },
  { "–", ATLAS_NO_DATA },         { "—", ATLAS_NO_DATA },
  { ".", ATLAS_NO_DATA },         { ":", ATLAS_NO_DATA },
  { "..", ATLAS_NO_DATA },        { "...", ATLAS_NO_DATA },
  { "…", ATLAS_NO_DATA },         { "bd", ATLAS_NO_DATA },
  { "b.d.", ATLAS_NO_DATA },      { "b.d", ATLAS_NO_DATA },
  { "b/d", ATLAS_NO_DATA },       { "brak", ATLAS_NO_DATA },
  { "null", ATLAS_NO_DATA },      { "brak danych", ATLAS_NO_DATA },
  { "nan", ATLAS_NO_DATA },       { "na", ATLAS_NO_DATA },
  { "n/a", ATLAS_NO_DATA },       { "#N/A", ATLAS_NO_DATA },
  { "#N/D", ATLAS_NO_DATA },      { "#N/D!", ATLAS_NO_DATA },
  { "#DIV/0!", ATLAS_NO_DATA },   { "#DZIEL/0!", ATLAS_NO_DATA },
  { "#VALUE!", ATLAS_NO_DATA },   { "#ARG!", ATLAS_NO_DATA },
  { "#REF!", ATLAS_NO_DATA },     { "#ADR!", ATLAS_NO_DATA },
  { "#NAME?", ATLAS_NO_DATA },    { "#NAZWA?", ATLAS_NO_DATA },
  { "#NUM!", ATLAS_NO_DATA },     { "#LICZBA!", ATLAS_NO_DATA },
  { "#NULL!", ATLAS_NO_DATA },    { "#ZERO!", ATLAS_NO_DATA },
  { "#", ATLAS_SUPPRESSED },      { "x", ATLAS_NOT_APPLICABLE },
  { "nd", ATLAS_NOT_APPLICABLE }, { "nie dotyczy", ATLAS_NOT_APPLICABLE },
};

/**
 * atlas_csv_value_is_missing:
 * @reason: (out): why, as far as the mark tells
 *
 * Returns: whether the cell says that there is no number
 */
gboolean
atlas_csv_value_is_missing (AtlasCsvCell cell, AtlasMissing *reason)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++) {
    if (cell_is (cell, marks[i].mark)) {
      *reason = marks[i].reason;
      return TRUE;
    }
  }
  return FALSE;
}

/* Spaces that stand between thousands: plain, no-break, thin and narrow no-break. */
static gsize
space_at (const char *p, const char *end)
{
  static const char *const spaces[] = { " ", "\xc2\xa0", "\xe2\x80\x89", "\xe2\x80\xaf" };

  for (gsize i = 0; i < G_N_ELEMENTS (spaces); i++) {
    gsize n = strlen (spaces[i]);

    if ((gsize) (end - p) >= n && memcmp (p, spaces[i], n) == 0)
      return n;
  }
  return 0;
}

/* What stands between thousands here: a space, or the mark that does not begin the decimals. */
static gsize
thousands_at (const char *p, const char *end, char decimal)
{
  if (p < end && *p == (decimal == ',' ? '.' : ','))
    return 1;
  return space_at (p, end);
}

static gsize
count_digits (const char *p, const char *end)
{
  gsize n = 0;

  while (p + n < end && g_ascii_isdigit (p[n]))
    n++;
  return n;
}

/* Copies the digits before the decimals; after the first group, each has three. */
static const char *
take_groups (const char *p, const char *end, char decimal, GString *plain)
{
  gsize n = count_digits (p, end);
  gsize mark;

  g_string_append_len (plain, p, (gssize) n);
  p += n;
  while (n >= 1 && n <= 3 && (mark = thousands_at (p, end, decimal)) > 0 && count_digits (p + mark, end) == 3) {
    g_string_append_len (plain, p + mark, 3);
    p += mark + 3;
  }
  return p;
}

static const char *
take_sign (const char *p, const char *end, GString *plain)
{
  const gsize minus = strlen ("−");

  if (p < end && (*p == '-' || *p == '+')) {
    g_string_append_c (plain, *p);
    return p + 1;
  }
  if ((gsize) (end - p) >= minus && memcmp (p, "−", minus) == 0) {
    g_string_append_c (plain, '-');
    return p + minus;
  }
  return p;
}

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

static const char *
take_decimals (const char *p, const char *end, char decimal, GString *plain)
{
  gsize n;

  if (p < end && *p == decimal) {
    n = count_digits (p + 1, end);
    g_string_append_c (plain, '.');
    g_string_append_len (plain, p + 1, (gssize) n);
    p += 1 + n;
  }
  if (p + 1 < end && (*p == 'e' || *p == 'E') && has_digit (plain->str)) {
    const char *q = p + 1 + (p[1] == '-' || p[1] == '+');

    n = count_digits (q, end);
    if (n == 0)
      return p;
    g_string_append_len (plain, p, q - p + (gssize) n);
    p = q + n;
  }
  return p;
}

/* "007" is a name, not a number: written as one it would lose its zeros. */
static gboolean
has_leading_zero (const char *digits)
{
  digits += *digits == '-' || *digits == '+';
  return digits[0] == '0' && g_ascii_isdigit (digits[1]);
}

/**
 * atlas_csv_value_read_number:
 * @decimal: ',' or '.': what begins the decimals
 * @value: (out): the number
 * @whole: (out): the same, where it is whole
 * @is_whole: (out): whether it is written without decimals
 *
 * Reads `1 234,56` with any of the spaces in use, `1.234,56`, `−3`, `1e-5`. Codes with leading zeros are not numbers,
 * nor are whole ones that do not fit in 64 bits: as numbers they would lose digits.
 *
 * Returns: whether the whole cell is a number
 */
gboolean
atlas_csv_value_read_number (AtlasCsvCell cell, char decimal, double *value, gint64 *whole, gboolean *is_whole)
{
  g_autoptr (GString) plain = NULL;
  const char *end = cell.text + cell.length;
  const char *p;
  gsize n_sign;

  if (cell.length == 0 || cell.length > LONGEST_NUMBER)
    return FALSE;
  plain = g_string_sized_new (LONGEST_NUMBER);
  p = take_sign (cell.text, end, plain);
  n_sign = plain->len;
  p = take_groups (p, end, decimal, plain);
  *is_whole = p == end;
  p = take_decimals (p, end, decimal, plain);
  if (p != end || plain->len == n_sign || !has_digit (plain->str) || has_leading_zero (plain->str))
    return FALSE;
  *value = g_ascii_strtod (plain->str, NULL);
  if (*is_whole)
    return g_ascii_string_to_signed (plain->str + (*plain->str == '+'), 10, G_MININT64, G_MAXINT64, whole, NULL);
  return isfinite (*value);
}

static gboolean
take_int (const char **p, const char *end, gsize least, gsize most, int *value)
{
  gsize n = count_digits (*p, end);

  if (n < least || n > most)
    return FALSE;
  *value = 0;
  for (gsize i = 0; i < n; i++)
    *value = *value * 10 + ((*p)[i] - '0');
  *p += n;
  return TRUE;
}

static gboolean
take_mark (const char **p, const char *end, char mark)
{
  if (*p >= end || **p != mark)
    return FALSE;
  *p += 1;
  return TRUE;
}

/* Year first, or day first as Europe writes; the same mark twice. */
static gboolean
take_date (const char **p, const char *end, gint64 *days)
{
  int first, month, last;
  gsize n_first = count_digits (*p, end);
  gboolean year_first = n_first == 4;
  char mark;

  if (!take_int (p, end, 1, 4, &first) || *p >= end || !strchr ("-./", **p))
    return FALSE;
  mark = **p;
  if (!take_mark (p, end, mark) || !take_int (p, end, 1, 2, &month) || !take_mark (p, end, mark) ||
      !take_int (p, end, year_first ? 1 : 4, year_first ? 2 : 4, &last) || n_first == 3)
    return FALSE;
  if (!g_date_valid_dmy ((GDateDay) (year_first ? last : first), (GDateMonth) month,
                         (GDateYear) (year_first ? first : last)))
    return FALSE;
  *days = atlas_days_from_civil (year_first ? first : last, month, year_first ? last : first);
  return TRUE;
}

/**
 * atlas_csv_value_read_date:
 * @days: (out): since 1970-01-01
 *
 * Reads `2018-06-15`, `15.06.2018`, `15-06-2018` and `15/06/2018`.
 *
 * Returns: whether the whole cell is a date
 */
gboolean
atlas_csv_value_read_date (AtlasCsvCell cell, gint64 *days)
{
  const char *p = cell.text;
  const char *end = cell.text + cell.length;

  return take_date (&p, end, days) && p == end;
}

static gboolean
take_time (const char **p, const char *end, gint64 *microseconds)
{
  int hour, minute, second = 0;
  gint64 fraction = 0;

  if (!take_int (p, end, 1, 2, &hour) || !take_mark (p, end, ':') || !take_int (p, end, 2, 2, &minute))
    return FALSE;
  if (take_mark (p, end, ':') && !take_int (p, end, 2, 2, &second))
    return FALSE;
  if (take_mark (p, end, '.')) {
    gsize n = count_digits (*p, end);
    gint64 unit = G_USEC_PER_SEC / 10;

    for (gsize i = 0; i < n; i++, unit /= 10)
      fraction += ((*p)[i] - '0') * unit;
    *p += n;
  }
  *microseconds = (gint64) ((hour * 60 + minute) * 60 + second) * G_USEC_PER_SEC + fraction;
  return hour <= 24 && minute < 60 && second <= 60;
}

static gboolean
take_zone (const char **p, const char *end, gint64 *microseconds)
{
  int sign, hours, minutes = 0;

  if (take_mark (p, end, 'Z'))
    return TRUE;
  if (*p >= end || (**p != '+' && **p != '-'))
    return FALSE;
  sign = **p == '-' ? -1 : 1;
  *p += 1;
  if (!take_int (p, end, 2, 2, &hours))
    return FALSE;
  take_mark (p, end, ':');
  if (*p < end && !take_int (p, end, 2, 2, &minutes))
    return FALSE;
  *microseconds -= (gint64) sign * (hours * 60 + minutes) * 60 * G_USEC_PER_SEC;
  return TRUE;
}

/**
 * atlas_csv_value_read_instant:
 * @microseconds: (out): since 1970-01-01 UTC
 * @zoned: (out): whether the cell says its time zone; without one it is read as UTC
 *
 * Reads a date, `T` or a space, and a time with or without seconds, `Z`, `+02:00`.
 *
 * Returns: whether the whole cell is an instant
 */
gboolean
atlas_csv_value_read_instant (AtlasCsvCell cell, gint64 *microseconds, gboolean *zoned)
{
  const char *p = cell.text;
  const char *end = cell.text + cell.length;
  gint64 days = 0;

  if (!take_date (&p, end, &days) || (!take_mark (&p, end, 'T') && !take_mark (&p, end, ' ')) ||
      !take_time (&p, end, microseconds))
    return FALSE;
  *zoned = take_zone (&p, end, microseconds);
  *microseconds += days * 86400 * G_USEC_PER_SEC;
  return p == end;
}

/**
 * atlas_csv_value_read_boolean:
 *
 * Returns: whether the cell is `true`, `false`, or what offices and spreadsheets in Polish write for them
 */
gboolean
atlas_csv_value_read_boolean (AtlasCsvCell cell, gboolean *value)
{
  *value = cell_is (cell, "true") || cell_is (cell, "tak") || cell_is (cell, "prawda");
  return *value || cell_is (cell, "false") || cell_is (cell, "nie") || cell_is (cell, "fałsz") ||
         cell_is (cell, "FAŁSZ");
}
