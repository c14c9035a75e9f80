// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-table-builder.h"

#include <string.h>

static void
copy_geometry (AtlasTableBuilder *builder, const AtlasGeometry *g, guint32 row)
{
  for (guint32 part = g->features[row]; part < g->features[row + 1]; part++) {
    atlas_table_builder_begin_part (builder, g->kinds[part]);
    for (guint32 ring = g->parts[part]; ring < g->parts[part + 1]; ring++) {
      gsize n = g->rings[ring + 1] - g->rings[ring];

      memcpy (atlas_table_builder_add_ring (builder, n), g->points + g->rings[ring], n * sizeof (AtlasPoint));
    }
  }
}

static void
copy_cell (AtlasTableBuilder *builder, guint index, const AtlasColumn *column, guint32 row)
{
  if (!atlas_column_is_present (column, row))
    atlas_table_builder_set_missing (builder, index, atlas_column_get_missing (column, row));
  else if (column->type == ATLAS_COLUMN_TEXT)
    atlas_table_builder_set_text (builder, index, atlas_column_get_text (column, row), -1);
  else if (column->type == ATLAS_COLUMN_REAL)
    atlas_table_builder_set_real (builder, index, column->reals[row]);
  else
    atlas_table_builder_set_integer (builder, index, column->integers[row]);
}

/**
 * atlas_table_select:
 * @rows: (array length=n_rows): which features, in the order wanted; each below their number
 *
 * Returns: (transfer full): a table of these features, with all columns, notes and the source
 */
AtlasTable *
atlas_table_select (AtlasTable *self, const guint32 *rows, gsize n_rows)
{
  AtlasTableBuilder *builder = atlas_table_builder_new (atlas_table_get_name (self));
  const AtlasGeometry *g = atlas_table_get_geometry (self);
  guint n_columns = atlas_table_get_n_columns (self);

  atlas_table_builder_set_crs (builder, atlas_table_get_crs (self));
  atlas_table_builder_set_layer_title (builder, atlas_table_get_title (self));
  atlas_table_builder_set_credit (builder, atlas_table_get_credit (self));
  for (guint i = 0; atlas_table_get_notes (self)[i]; i++)
    atlas_table_builder_take_note (builder, g_strdup (atlas_table_get_notes (self)[i]));
  for (guint c = 0; c < n_columns; c++) {
    const AtlasColumn *column = atlas_table_get_column (self, c);

    atlas_table_builder_add_column (builder, column->name, column->type, column->unit);
    atlas_table_builder_set_title (builder, c, column->title, NULL);
  }
  for (gsize i = 0; i < n_rows; i++) {
    atlas_table_builder_begin_feature (builder, g->fids[rows[i]]);
    copy_geometry (builder, g, rows[i]);
    for (guint c = 0; c < n_columns; c++)
      copy_cell (builder, c, atlas_table_get_column (self, c), rows[i]);
  }
  return atlas_table_builder_end (builder);
}
