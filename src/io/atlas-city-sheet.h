// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-city-recipe.h"
#include "atlas-table.h"

G_BEGIN_DECLS

/**
 * AtlasCitySheet:
 * @name: owned: of the figures, for messages
 * @outlines: owned, nullable: where the rows lie; only its geometry is used
 * @n_rows: how many
 * @columns: owned, of AtlasCityColumn
 *
 * Rows on their way into a city file. Cells are texts until the end, when the recipe says what each
 * column is.
 */
typedef struct {
  char *name;
  AtlasTable *outlines;
  gsize n_rows;
  GPtrArray *columns;
} AtlasCitySheet;

typedef struct {
  char *name;       /* owned */
  GPtrArray *cells; /* owned, of char *: one for each row; NULL where missing */
} AtlasCityColumn;

AtlasCitySheet *atlas_city_sheet_new (const char *name);
AtlasCitySheet *atlas_city_sheet_new_from_table (AtlasTable *table);
void atlas_city_sheet_free (AtlasCitySheet *self);

AtlasCityColumn *atlas_city_sheet_find (const AtlasCitySheet *self, const char *column);
AtlasCityColumn *atlas_city_sheet_require (const AtlasCitySheet *self, const char *column, GError **error);
/* An empty column at the end, to be filled by atlas_city_column_take(). */
AtlasCityColumn *atlas_city_sheet_add (AtlasCitySheet *self, const char *name);
void atlas_city_column_take (AtlasCityColumn *self, gsize row, char *cell);
/* A row of values in the order of the columns. */
void atlas_city_sheet_add_row (AtlasCitySheet *self, const char *const *cells, gsize n_cells);
gboolean atlas_city_sheet_append (AtlasCitySheet *self, const AtlasCitySheet *other, GError **error);

AtlasCitySheet *
atlas_city_sheet_shape (const AtlasCitySheet *self, const AtlasCityRecipe *recipe, const char *layer, GError **error);
AtlasTable *atlas_city_sheet_to_table (const AtlasCitySheet *self,
                                       const AtlasCityRecipe *recipe,
                                       const char *layer,
                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCitySheet, atlas_city_sheet_free)

G_END_DECLS
