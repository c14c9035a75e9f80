// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-city-sheet.h"

#include "atlas-error.h"

#include <string.h>

/*
 * Columns are made from templates: `{name}` stands for a cell of the figures, everything else for
 * itself. Where a cell is missing, so is what would be made of it.
 */

static gboolean
fill_template (const AtlasCitySheet *figures, const char *template, gsize row, char **cell, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *open, *close;

  for (; (open = strchr (template, '{')) && (close = strchr (open, '}')); template = close + 1) {
    g_autofree char *name = g_strndup (open + 1, close - open - 1);
    const AtlasCityColumn *column = atlas_city_sheet_require (figures, name, error);

    if (!column)
      return FALSE;
    if (!g_ptr_array_index (column->cells, row))
      return TRUE;
    g_string_append_len (text, template, open - template);
    g_string_append (text, g_ptr_array_index (column->cells, row));
  }
  g_string_append (text, template);
  *cell = g_string_free (g_steal_pointer (&text), FALSE);
  return TRUE;
}

static gboolean
fill_column (AtlasCityColumn *column, const AtlasCitySheet *figures, const char *template, GError **error)
{
  for (gsize row = 0; row < figures->n_rows; row++) {
    char *cell = NULL;

    if (!fill_template (figures, template, row, &cell, error))
      return FALSE;
    atlas_city_column_take (column, row, cell);
  }
  return TRUE;
}

/**
 * atlas_city_sheet_shape:
 * @layer: whose columns the recipe describes
 *
 * Returns: (transfer full) (nullable): the same rows with the columns of the layer; else
 *   %ATLAS_ERROR_NO_FIELD
 */
AtlasCitySheet *
atlas_city_sheet_shape (const AtlasCitySheet *self, const AtlasCityRecipe *recipe, const char *layer, GError **error)
{
  g_autoptr (AtlasCitySheet) shaped = atlas_city_sheet_new (layer);
  g_auto (GStrv) names = atlas_city_recipe_list_keys (recipe, "columns", layer);

  shaped->outlines = self->outlines ? atlas_table_ref (self->outlines) : NULL;
  shaped->n_rows = self->n_rows;
  for (guint i = 0; names[i]; i++) {
    g_autofree char *template = atlas_city_recipe_dup (recipe, "columns", layer, names[i]);

    if (!fill_column (atlas_city_sheet_add (shaped, names[i]), self, template, error))
      return NULL;
  }
  return g_steal_pointer (&shaped);
}
