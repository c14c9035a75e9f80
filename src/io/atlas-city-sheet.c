// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-city-sheet.h"

#include "atlas-error.h"

static void
column_free (gpointer data)
{
  AtlasCityColumn *column = data;

  g_free (column->name);
  g_ptr_array_unref (column->cells);
  g_free (column);
}

/**
 * atlas_city_sheet_new:
 * @name: what messages call it
 *
 * Returns: (transfer full): a sheet without rows or columns
 */
AtlasCitySheet *
atlas_city_sheet_new (const char *name)
{
  AtlasCitySheet *self = g_new0 (AtlasCitySheet, 1);

  self->name = g_strdup (name);
  self->columns = g_ptr_array_new_with_free_func (column_free);
  return self;
}

/**
 * atlas_city_sheet_new_from_table:
 *
 * Returns: (transfer full): every cell of a table as text, without positions
 */
AtlasCitySheet *
atlas_city_sheet_new_from_table (AtlasTable *table)
{
  AtlasCitySheet *self = atlas_city_sheet_new (atlas_table_get_name (table));

  self->n_rows = atlas_table_get_n_features (table);
  for (guint i = 0; i < atlas_table_get_n_columns (table); i++) {
    const AtlasColumn *from = atlas_table_get_column (table, i);
    AtlasCityColumn *to = atlas_city_sheet_add (self, from->name);

    for (gsize row = 0; row < self->n_rows; row++)
      atlas_city_column_take (to, row, atlas_column_dup_cell (from, row));
  }
  return self;
}

void
atlas_city_sheet_free (AtlasCitySheet *self)
{
  g_free (self->name);
  g_clear_pointer (&self->outlines, atlas_table_unref);
  g_ptr_array_unref (self->columns);
  g_free (self);
}

/**
 * atlas_city_sheet_find:
 *
 * Returns: (nullable) (transfer none): the column of that name
 */
AtlasCityColumn *
atlas_city_sheet_find (const AtlasCitySheet *self, const char *column)
{
  for (guint i = 0; i < self->columns->len; i++) {
    AtlasCityColumn *found = g_ptr_array_index (self->columns, i);

    if (g_str_equal (found->name, column))
      return found;
  }
  return NULL;
}

/**
 * atlas_city_sheet_require:
 *
 * Returns: (nullable) (transfer none): the column of that name; else %ATLAS_ERROR_NO_FIELD
 */
AtlasCityColumn *
atlas_city_sheet_require (const AtlasCitySheet *self, const char *column, GError **error)
{
  AtlasCityColumn *found = atlas_city_sheet_find (self, column);

  if (!found)
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NO_FIELD, "“%s” has no column “%s”", self->name, column);
  return found;
}

/**
 * atlas_city_sheet_add:
 * @name: of no column there is
 *
 * Returns: (transfer none): a column without values
 */
AtlasCityColumn *
atlas_city_sheet_add (AtlasCitySheet *self, const char *name)
{
  AtlasCityColumn *column = g_new0 (AtlasCityColumn, 1);

  column->name = g_strdup (name);
  column->cells = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (column->cells, (int) self->n_rows);
  g_ptr_array_add (self->columns, column);
  return column;
}

/**
 * atlas_city_column_take:
 * @cell: (transfer full) (nullable): its value; an empty text is no value
 */
void
atlas_city_column_take (AtlasCityColumn *self, gsize row, char *cell)
{
  if (cell && !*cell)
    g_clear_pointer (&cell, g_free);
  g_free (g_ptr_array_index (self->cells, row));
  g_ptr_array_index (self->cells, row) = cell;
}

/**
 * atlas_city_sheet_add_row:
 * @cells: (array length=n_cells): in the order of the columns, %NULL where missing
 */
void
atlas_city_sheet_add_row (AtlasCitySheet *self, const char *const *cells, gsize n_cells)
{
  g_return_if_fail (n_cells == self->columns->len);

  for (guint i = 0; i < self->columns->len; i++)
    g_ptr_array_add (((AtlasCityColumn *) g_ptr_array_index (self->columns, i))->cells, g_strdup (cells[i]));
  self->n_rows++;
}

static void
append_cells (AtlasCityColumn *to, const AtlasCityColumn *from)
{
  for (guint i = 0; i < from->cells->len; i++)
    g_ptr_array_add (to->cells, g_strdup (g_ptr_array_index (from->cells, i)));
}

/**
 * atlas_city_sheet_append:
 * @other: with the same columns, in any order
 *
 * Adds the rows of another sheet, without their positions. A sheet without columns takes those of @other.
 *
 * Returns: whether every column is there; else %ATLAS_ERROR_NO_FIELD
 */
gboolean
atlas_city_sheet_append (AtlasCitySheet *self, const AtlasCitySheet *other, GError **error)
{
  if (self->columns->len == 0)
    for (guint i = 0; i < other->columns->len; i++)
      atlas_city_sheet_add (self, ((AtlasCityColumn *) g_ptr_array_index (other->columns, i))->name);
  for (guint i = 0; i < self->columns->len; i++) {
    AtlasCityColumn *to = g_ptr_array_index (self->columns, i);
    const AtlasCityColumn *from = atlas_city_sheet_require (other, to->name, error);

    if (!from)
      return FALSE;
    append_cells (to, from);
  }
  self->n_rows += other->n_rows;
  return TRUE;
}
