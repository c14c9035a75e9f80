// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-column.h"

#include <math.h>

/**
 * atlas_column_get_missing:
 *
 * Returns: why the cell has no value, or %ATLAS_PRESENT
 */
AtlasMissing
atlas_column_get_missing (const AtlasColumn *self, gsize row)
{
  if (atlas_column_is_present (self, row))
    return ATLAS_PRESENT;
  return self->reasons ? self->reasons[row] : ATLAS_NO_DATA;
}

/**
 * atlas_column_get_real:
 *
 * Returns: the cell as a number: NaN where missing or text
 */
double
atlas_column_get_real (const AtlasColumn *self, gsize row)
{
  if (self->type == ATLAS_COLUMN_TEXT || !atlas_column_is_present (self, row))
    return NAN;
  return self->reals ? self->reals[row] : (double) self->integers[row];
}

/**
 * atlas_column_get_text:
 *
 * Returns: (nullable) (transfer none): the cell of a text column, or %NULL where missing
 */
const char *
atlas_column_get_text (const AtlasColumn *self, gsize row)
{
  if (self->type != ATLAS_COLUMN_TEXT || !atlas_column_is_present (self, row))
    return NULL;
  return self->strings + self->string_offsets[self->texts[row]];
}

static char *
format_date (gint64 days)
{
  g_autoptr (GDateTime) epoch = g_date_time_new_utc (1970, 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) date = ABS (days) < G_MAXINT ? g_date_time_add_days (epoch, (int) days) : NULL;

  return date ? g_date_time_format (date, "%Y-%m-%d") : g_strdup_printf ("%" G_GINT64_FORMAT, days);
}

static char *
format_instant (gint64 microseconds)
{
  gint64 seconds = microseconds / G_USEC_PER_SEC - (microseconds % G_USEC_PER_SEC < 0);
  g_autoptr (GDateTime) instant = g_date_time_new_from_unix_utc (seconds);

  return instant ? g_date_time_format (instant, "%Y-%m-%dT%H:%M:%SZ")
                 : g_strdup_printf ("%" G_GINT64_FORMAT, microseconds);
}

/**
 * atlas_column_dup_cell:
 *
 * The cell in a plain, locale-independent form: shortest decimal that reads back the same, ISO 8601
 * dates, `true` and `false`.
 *
 * Returns: (nullable) (transfer full): the text, or %NULL where missing
 */
char *
atlas_column_dup_cell (const AtlasColumn *self, gsize row)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!atlas_column_is_present (self, row))
    return NULL;
  switch (self->type) {
  case ATLAS_COLUMN_INTEGER:
    return g_strdup_printf ("%" G_GINT64_FORMAT, self->integers[row]);
  case ATLAS_COLUMN_REAL:
    g_ascii_formatd (buffer, sizeof buffer, "%.15g", self->reals[row]);
    if (g_ascii_strtod (buffer, NULL) != self->reals[row])
      g_ascii_dtostr (buffer, sizeof buffer, self->reals[row]);
    return g_strdup (buffer);
  case ATLAS_COLUMN_TEXT:
    return g_strdup (atlas_column_get_text (self, row));
  case ATLAS_COLUMN_BOOLEAN:
    return g_strdup (self->integers[row] ? "true" : "false");
  case ATLAS_COLUMN_DATE:
    return format_date (self->integers[row]);
  case ATLAS_COLUMN_INSTANT:
    return format_instant (self->integers[row]);
  default:
    g_return_val_if_reached (NULL);
  }
}
