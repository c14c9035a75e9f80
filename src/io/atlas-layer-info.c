// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-layer-info.h"

#define FIRST_ROWS 5

/* Words of the command line's contract, in the order of AtlasColumnType. */
static const char *const type_names[] = { "integer", "real", "text", "boolean", "date", "instant" };

static void
field_info_free (gpointer data)
{
  AtlasFieldInfo *field = data;

  g_free (field->name);
  g_free (field->type);
  g_free (field);
}

static void
row_free (gpointer data)
{
  g_strfreev (data);
}

/**
 * atlas_layer_info_new:
 * @name: of the layer
 *
 * Returns: (transfer full): a layer without fields and features, of which nothing is known yet
 */
AtlasLayerInfo *
atlas_layer_info_new (const char *name)
{
  AtlasLayerInfo *self = g_new0 (AtlasLayerInfo, 1);

  self->name = g_strdup (name);
  self->extent = ATLAS_EXTENT_EMPTY;
  self->fields = g_ptr_array_new_with_free_func (field_info_free);
  self->first_rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

/**
 * atlas_layer_info_free:
 * @self: (transfer full): a description no longer needed
 */
void
atlas_layer_info_free (AtlasLayerInfo *self)
{
  g_free (self->name);
  g_free (self->geometry);
  g_clear_pointer (&self->crs, atlas_crs_unref);
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->first_rows);
  g_free (self);
}

/**
 * atlas_layer_info_add_field:
 * @type: of the column that it becomes
 */
void
atlas_layer_info_add_field (AtlasLayerInfo *self, const char *name, AtlasColumnType type)
{
  AtlasFieldInfo *field = g_new0 (AtlasFieldInfo, 1);

  field->name = g_strdup (name);
  field->type = g_strdup (type_names[type]);
  g_ptr_array_add (self->fields, field);
}

/* Whether some feature has more than one part, or more than one point. */
static gboolean
has_multiple (const AtlasGeometry *g)
{
  for (gsize i = 0; i < g->n_features; i++)
    if (g->features[i + 1] - g->features[i] > 1)
      return TRUE;
  return FALSE;
}

static const char *
name_geometry (const AtlasGeometry *g)
{
  static const char *const names[][2] = { { "Point", "MultiPoint" },
                                          { "LineString", "MultiLineString" },
                                          { "Polygon", "MultiPolygon" } };

  if (g->n_parts == 0)
    return "None";
  for (gsize i = 1; i < g->n_parts; i++)
    if (g->kinds[i] != g->kinds[0])
      return "Mixed";
  return names[g->kinds[0]][has_multiple (g)];
}

static char **
dup_row (AtlasTable *table, gsize row)
{
  guint n = atlas_table_get_n_columns (table);
  char **cells = g_new0 (char *, n + 1);

  for (guint c = 0; c < n; c++) {
    char *cell = atlas_column_dup_cell (atlas_table_get_column (table, c), row);

    cells[c] = cell ? cell : g_strdup ("");
  }
  return cells;
}

/**
 * atlas_layer_info_new_from_table:
 * @table: a layer as it was read
 *
 * Returns: (transfer full): what it holds
 */
AtlasLayerInfo *
atlas_layer_info_new_from_table (AtlasTable *table)
{
  AtlasLayerInfo *self = atlas_layer_info_new (atlas_table_get_name (table));
  AtlasCrs *crs = atlas_table_get_crs (table);

  self->geometry = g_strdup (name_geometry (atlas_table_get_geometry (table)));
  self->n_features = (gint64) atlas_table_get_n_features (table);
  self->crs = crs ? atlas_crs_ref (crs) : NULL;
  self->extent = atlas_table_get_extent (table);
  for (guint c = 0; c < atlas_table_get_n_columns (table); c++) {
    const AtlasColumn *column = atlas_table_get_column (table, c);

    atlas_layer_info_add_field (self, column->name, column->type);
  }
  for (gsize row = 0; row < MIN (FIRST_ROWS, atlas_table_get_n_features (table)); row++)
    g_ptr_array_add (self->first_rows, dup_row (table, row));
  return self;
}
