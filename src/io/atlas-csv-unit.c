// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-csv-unit.h"

#include <string.h>

/* What offices write into the cells themselves, behind a number or before it. */
static const struct {
  const char *mark;
  const char *unit;
} marks[] = {
  { "%", "%" },     { "‰", "‰" }, { "zł", "zł" },   { "PLN", "PLN" }, { "€", "€" },
  { "EUR", "EUR" }, { "$", "$" }, { "USD", "USD" }, { "£", "£" },
};

/* Any space, no-break ones included. */
static AtlasCsvCell
trim (AtlasCsvCell cell)
{
  const char *end = cell.text + cell.length;
  const char *last;

  while (cell.text < end && g_unichar_isspace (g_utf8_get_char (cell.text)))
    cell.text = g_utf8_next_char (cell.text);
  while (end > cell.text && (last = g_utf8_find_prev_char (cell.text, end)) &&
         g_unichar_isspace (g_utf8_get_char (last)))
    end = last;
  cell.length = (gsize) (end - cell.text);
  return cell;
}

/**
 * atlas_csv_unit_strip:
 * @cell: valid UTF-8
 * @unit: (out) (nullable): its unit, one pointer for each; %NULL when it has none
 *
 * Takes the unit off cells such as `12,5 %`, `1 200 zł` and `€ 30`.
 *
 * Returns: what is left, or @cell as it was
 */
AtlasCsvCell
atlas_csv_unit_strip (AtlasCsvCell cell, const char **unit)
{
  *unit = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++) {
    gsize n = strlen (marks[i].mark);
    gboolean behind = cell.length > n && memcmp (cell.text + cell.length - n, marks[i].mark, n) == 0;
    gboolean before = cell.length > n && memcmp (cell.text, marks[i].mark, n) == 0;

    if (!behind && !before)
      continue;
    *unit = marks[i].unit;
    return trim ((AtlasCsvCell){ before ? cell.text + n : cell.text, cell.length - n });
  }
  return cell;
}
