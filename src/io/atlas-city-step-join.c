// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-city-draft.h"

#include "atlas-city-figure.h"
#include "atlas-error.h"

/*
 * Columns of another table, by a common key. Where several of its rows have the key, numbers are
 * added up. What belongs to no row here is told in the table `meta`, so that nothing gets lost.
 */

typedef struct {
  const AtlasCitySheet *other;
  const AtlasCityColumn *on;  /* in the sheet */
  const AtlasCityColumn *key; /* in @other */
} Join;

static gboolean
parse_number (const char *cell, double *number)
{
  char *end = NULL;

  *number = g_ascii_strtod (cell, &end);
  return end != cell && !*end;
}

static char *
format_number (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", number));
}

/* A column sums up when all its values are numbers. */
static gboolean
is_numeric (const AtlasCityColumn *column)
{
  double number;

  for (guint i = 0; i < column->cells->len; i++) {
    const char *cell = g_ptr_array_index (column->cells, i);

    if (cell && !parse_number (cell, &number))
      return FALSE;
  }
  return TRUE;
}

/* The sum, or the first text, of the rows whose key is @key. NULL when there is none. */
static char *
gather (const Join *join, const AtlasCityColumn *taken, gboolean numeric, const char *key)
{
  double sum = 0, number;
  gboolean found = FALSE;

  for (guint i = 0; key && i < taken->cells->len; i++) {
    const char *cell = g_ptr_array_index (taken->cells, i);

    if (!cell || g_strcmp0 (g_ptr_array_index (join->key->cells, i), key) != 0)
      continue;
    if (!numeric)
      return g_strdup (cell);
    parse_number (cell, &number);
    sum += number;
    found = TRUE;
  }
  return found ? format_number (sum) : NULL;
}

static double
sum_column (const AtlasCityColumn *column)
{
  double sum = 0;

  for (guint i = 0; i < column->cells->len; i++) {
    const char *cell = g_ptr_array_index (column->cells, i);

    sum += cell ? g_ascii_strtod (cell, NULL) : 0;
  }
  return sum;
}

static void
tell_totals (const AtlasCityDraft *draft, const char *as, double input, double joined)
{
  g_autofree char *input_key = g_strdup_printf ("join.%s.%s.input", draft->layer, as);
  g_autofree char *outside_key = g_strdup_printf ("join.%s.%s.outside", draft->layer, as);
  g_autofree char *input_text = format_number (input);
  g_autofree char *outside_text = format_number (input - joined);

  atlas_city_draft_add_meta (draft, input_key, input_text);
  atlas_city_draft_add_meta (draft, outside_key, outside_text);
}

static gboolean
add_joined (const AtlasCityDraft *draft, const Join *join, const char *take, const char *as, GError **error)
{
  const AtlasCityColumn *taken = atlas_city_sheet_require (join->other, take, error);
  AtlasCityColumn *column;
  gboolean numeric;

  if (!taken)
    return FALSE;
  numeric = is_numeric (taken);
  column = atlas_city_sheet_add (draft->sheet, as);
  for (gsize row = 0; row < draft->sheet->n_rows; row++)
    atlas_city_column_take (column, row, gather (join, taken, numeric, g_ptr_array_index (join->on->cells, row)));
  if (numeric)
    tell_totals (draft, as, sum_column (taken), sum_column (column));
  return TRUE;
}

static gboolean
find_keys (const AtlasCityDraft *draft, Join *join, GError **error)
{
  g_autofree char *on = atlas_city_recipe_require (draft->recipe, "join", draft->layer, "on", error);
  g_autofree char *key = on ? atlas_city_recipe_require (draft->recipe, "join", draft->layer, "key", error) : NULL;

  if (!key)
    return FALSE;
  join->on = atlas_city_sheet_require (draft->sheet, on, error);
  join->key = join->on ? atlas_city_sheet_require (join->other, key, error) : NULL;
  return join->key != NULL;
}

static gboolean
add_columns (const AtlasCityDraft *draft, Join *join, GError **error)
{
  g_auto (GStrv) take = atlas_city_recipe_dup_list (draft->recipe, "join", draft->layer, "take");
  g_auto (GStrv) as = atlas_city_recipe_dup_list (draft->recipe, "join", draft->layer, "as");

  if (!find_keys (draft, join, error))
    return FALSE;
  if (g_strv_length (take) != g_strv_length (as)) {
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA, "The recipe takes %u columns into “%s”, but names %u",
                 g_strv_length (take), draft->layer, g_strv_length (as));
    return FALSE;
  }
  for (guint i = 0; take[i]; i++)
    if (!add_joined (draft, join, take[i], as[i], error))
      return FALSE;
  return TRUE;
}

/**
 * atlas_city_step_join:
 *
 * Keys: `file`, `key` of its rows, `on` which column here, `take` which columns, `as` which names.
 *
 * Returns: whether it could be done
 */
gboolean
atlas_city_step_join (const AtlasCityDraft *draft, GError **error)
{
  g_autofree char *file = NULL;
  g_autoptr (AtlasCitySheet) other = NULL;
  Join join = { 0 };

  if (!atlas_city_recipe_has (draft->recipe, "join", draft->layer))
    return TRUE;
  file = atlas_city_recipe_require (draft->recipe, "join", draft->layer, "file", error);
  other = file ? atlas_city_figure_read (draft->recipe, file, NULL, draft->crs, error) : NULL;
  if (!other)
    return FALSE;
  join.other = other;
  return add_columns (draft, &join, error);
}
