// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-class-grid.h"

/**
 * atlas_class_grid_new:
 * @rows: classes of the first number
 * @columns: classes of the second; together with @rows fewer than 255 cells
 *
 * Returns: (transfer full): the classes crossed, with nothing counted yet
 */
AtlasClassGrid *
atlas_class_grid_new (AtlasBreaks *rows, AtlasBreaks *columns)
{
  AtlasClassGrid *self;

  g_return_val_if_fail (rows->n_classes * columns->n_classes < ATLAS_CLASS_NONE, NULL);

  self = g_new0 (AtlasClassGrid, 1);
  self->rows = atlas_breaks_ref (rows);
  self->columns = atlas_breaks_ref (columns);
  self->n_cells = rows->n_classes * columns->n_classes;
  self->counts = g_new0 (gsize, MAX (self->n_cells, 1));
  return self;
}

void
atlas_class_grid_free (AtlasClassGrid *self)
{
  atlas_breaks_unref (self->rows);
  atlas_breaks_unref (self->columns);
  g_free (self->counts);
  g_free (self);
}

static guint8
find_cell (const AtlasClassGrid *self, double first, double second)
{
  guint row = atlas_breaks_find (self->rows, first);
  guint column = atlas_breaks_find (self->columns, second);

  if (row == ATLAS_CLASS_NONE || column == ATLAS_CLASS_NONE)
    return ATLAS_CLASS_NONE;
  return (guint8) (row * self->columns->n_classes + column);
}

/**
 * atlas_class_grid_assign:
 * @first: what @rows are of
 * @second: what @columns are of, as many
 *
 * Puts each feature into its cell, and counts.
 *
 * Returns: (transfer full) (array): the cell of each feature; %ATLAS_CLASS_NONE where either number is missing
 */
guint8 *
atlas_class_grid_assign (AtlasClassGrid *self, const AtlasValues *first, const AtlasValues *second)
{
  guint8 *cells = g_new (guint8, MAX (first->n, 1));

  for (gsize i = 0; i < first->n; i++) {
    cells[i] = find_cell (self, first->values[i], second->values[i]);
    if (cells[i] != ATLAS_CLASS_NONE)
      self->counts[cells[i]]++;
  }
  return cells;
}
