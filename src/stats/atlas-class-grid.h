// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-breaks.h"

G_BEGIN_DECLS

/**
 * AtlasClassGrid:
 * @rows: owned: classes of the first number
 * @columns: owned: classes of the second
 * @n_cells: rows times columns
 * @counts: owned: features in each cell, row after row, the lowest first
 *
 * The classes of two numbers crossed. Cells are numbered as @counts is.
 */
typedef struct {
  AtlasBreaks *rows;
  AtlasBreaks *columns;
  guint n_cells;
  gsize *counts;
} AtlasClassGrid;

AtlasClassGrid *atlas_class_grid_new (AtlasBreaks *rows, AtlasBreaks *columns);
void atlas_class_grid_free (AtlasClassGrid *self);
guint8 *atlas_class_grid_assign (AtlasClassGrid *self, const AtlasValues *first, const AtlasValues *second);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasClassGrid, atlas_class_grid_free)

G_END_DECLS
