// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-city-draft.h"

#include "atlas-aggregate.h"

#include <string.h>

static void
tell_total (const AtlasCityDraft *draft, const char *as, const char *what, double n)
{
  g_autofree char *key = g_strdup_printf ("count.%s.%s.%s", draft->layer, as, what);
  g_autofree char *value = g_strdup_printf ("%.0f", n);

  atlas_city_draft_add_meta (draft, key, value);
}

/* A column with how many of @features lie in each row's outline; how many lie in none goes to `meta`. */
static gboolean
add_count (const AtlasCityDraft *draft, AtlasTable *features, const char *as, GError **error)
{
  g_autoptr (AtlasAggregate) counts = atlas_aggregate_new (features, draft->sheet->outlines, ATLAS_AGGREGATE_COUNT,
                                                           NULL, NULL, error);
  AtlasCityColumn *column;

  if (!counts)
    return FALSE;
  column = atlas_city_sheet_add (draft->sheet, as);
  for (gsize row = 0; row < counts->n_rows; row++)
    atlas_city_column_take (column, row, g_strdup_printf ("%.0f", counts->rows[row].n));
  tell_total (draft, as, "input", counts->input.n);
  tell_total (draft, as, "outside", counts->outside.n);
  return TRUE;
}

static int
compare_texts_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_values (const AtlasColumn *column)
{
  GPtrArray *values = g_ptr_array_new ();

  for (gsize i = 0; i < column->n_strings; i++)
    g_ptr_array_add (values, (gpointer) (column->strings + column->string_offsets[i]));
  g_ptr_array_sort (values, compare_texts_cb);
  return values;
}

static AtlasTable *
select_value (AtlasTable *features, const AtlasColumn *column, const char *value)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 row = 0; row < column->n_rows; row++)
    if (g_strcmp0 (atlas_column_get_text (column, row), value) == 0)
      g_array_append_val (rows, row);
  return atlas_table_select (features, (const guint32 *) (gconstpointer) rows->data, rows->len);
}

static gboolean
add_counts_by (const AtlasCityDraft *draft, AtlasTable *features, const char *by, const char *as, GError **error)
{
  const AtlasColumn *column = atlas_table_require_column (features, by, error);
  g_autoptr (GPtrArray) values = column ? list_values (column) : NULL;

  for (guint i = 0; values && i < values->len; i++) {
    const char *value = g_ptr_array_index (values, i);
    g_autoptr (AtlasTable) selected = select_value (features, column, value);
    g_autofree char *name = g_strdup_printf ("%s_%s", as, value);

    if (!add_count (draft, selected, name, error))
      return FALSE;
  }
  return values != NULL;
}

/**
 * atlas_city_step_count:
 *
 * Counts features of a layer made before. Keys: `layer`, `as` which name, and `by` which of its columns
 * tells kinds to be counted one by one as well.
 *
 * Returns: whether it could be done
 */
gboolean
atlas_city_step_count (const AtlasCityDraft *draft, GError **error)
{
  AtlasTable *features;
  g_autofree char *as = NULL, *by = NULL;

  if (!atlas_city_recipe_has (draft->recipe, "count", draft->layer))
    return TRUE;
  features = atlas_city_draft_find_layer (draft, "count", error);
  as = features ? atlas_city_recipe_require (draft->recipe, "count", draft->layer, "as", error) : NULL;
  if (!as || !add_count (draft, features, as, error))
    return FALSE;
  by = atlas_city_recipe_dup (draft->recipe, "count", draft->layer, "by");
  return !by || add_counts_by (draft, features, by, as, error);
}
