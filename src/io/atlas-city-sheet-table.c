// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-city-sheet.h"

#include "atlas-error.h"
#include "atlas-table-builder.h"

/* From texts to typed columns: the last step of a sheet. */

typedef gboolean (*SetCell) (AtlasTableBuilder *builder, guint column, const char *cell);

static gboolean
set_text (AtlasTableBuilder *builder, guint column, const char *cell)
{
  atlas_table_builder_set_text (builder, column, cell, -1);
  return TRUE;
}

static gboolean
set_integer (AtlasTableBuilder *builder, guint column, const char *cell)
{
  gint64 value;

  if (!g_ascii_string_to_signed (cell, 10, G_MININT64, G_MAXINT64, &value, NULL))
    return FALSE;
  atlas_table_builder_set_integer (builder, column, value);
  return TRUE;
}

static gboolean
set_real (AtlasTableBuilder *builder, guint column, const char *cell)
{
  char *end = NULL;
  double value = g_ascii_strtod (cell, &end);

  if (end == cell || *end)
    return FALSE;
  atlas_table_builder_set_real (builder, column, value);
  return TRUE;
}

static gboolean
set_instant (AtlasTableBuilder *builder, guint column, const char *cell)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) instant = g_date_time_new_from_iso8601 (cell, utc);

  if (!instant)
    return FALSE;
  atlas_table_builder_set_integer (builder, column, g_date_time_to_unix (instant) * G_USEC_PER_SEC);
  return TRUE;
}

typedef struct {
  const char *name;
  AtlasColumnType type;
  SetCell set;
} FieldType;

static const FieldType field_types[] = {
  { "text", ATLAS_COLUMN_TEXT, set_text },
  { "integer", ATLAS_COLUMN_INTEGER, set_integer },
  { "real", ATLAS_COLUMN_REAL, set_real },
  { "instant", ATLAS_COLUMN_INSTANT, set_instant },
};

static const FieldType *
find_field_type (const AtlasCityRecipe *recipe, const char *field, GError **error)
{
  g_autofree char *name = recipe ? atlas_city_recipe_dup (recipe, "field", field, "type") : NULL;

  if (recipe && !atlas_city_recipe_has (recipe, "field", field)) {
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NO_FIELD, "The recipe does not describe the field “%s”", field);
    return NULL;
  }
  for (guint i = 0; i < G_N_ELEMENTS (field_types); i++)
    if (g_str_equal (name ? name : "text", field_types[i].name))
      return &field_types[i];
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_UNSUPPORTED,
               "“%s” is no type of a field; choose text, integer, real or instant", name);
  return NULL;
}

static void
copy_part (AtlasTableBuilder *builder, const AtlasGeometry *geometry, guint32 part)
{
  atlas_table_builder_begin_part (builder, geometry->kinds[part]);
  for (guint32 ring = geometry->parts[part]; ring < geometry->parts[part + 1]; ring++) {
    guint32 first = geometry->rings[ring];
    gsize n = geometry->rings[ring + 1] - first;
    AtlasPoint *points = atlas_table_builder_add_ring (builder, n);

    for (gsize i = 0; i < n; i++)
      points[i] = geometry->points[first + i];
  }
}

static void
begin_row (const AtlasCitySheet *self, AtlasTableBuilder *builder, gsize row)
{
  const AtlasGeometry *geometry = self->outlines ? atlas_table_get_geometry (self->outlines) : NULL;

  atlas_table_builder_begin_feature (builder, (gint64) row + 1);
  for (guint32 part = geometry ? geometry->features[row] : 0; geometry && part < geometry->features[row + 1]; part++)
    copy_part (builder, geometry, part);
}

static gboolean
add_row (const AtlasCitySheet *self, AtlasTableBuilder *builder, const GPtrArray *types, gsize row, GError **error)
{
  begin_row (self, builder, row);
  for (guint i = 0; i < self->columns->len; i++) {
    const AtlasCityColumn *column = g_ptr_array_index (self->columns, i);
    const FieldType *type = g_ptr_array_index (types, i);
    const char *cell = g_ptr_array_index (column->cells, row);

    if (!cell || type->set (builder, i, cell))
      continue;
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA,
                 "Row %zu of “%s” has “%s” in the column “%s”, which is not of the type “%s”", row + 1, self->name,
                 cell, column->name, type->name);
    return FALSE;
  }
  return TRUE;
}

static GPtrArray *
add_columns (const AtlasCitySheet *self, AtlasTableBuilder *builder, const AtlasCityRecipe *recipe, GError **error)
{
  g_autoptr (GPtrArray) types = g_ptr_array_new ();

  for (guint i = 0; i < self->columns->len; i++) {
    const AtlasCityColumn *column = g_ptr_array_index (self->columns, i);
    const FieldType *type = find_field_type (recipe, column->name, error);
    g_autofree char *unit = recipe ? atlas_city_recipe_dup (recipe, "field", column->name, "unit") : NULL;

    if (!type)
      return NULL;
    atlas_table_builder_add_column (builder, column->name, type->type, unit);
    g_ptr_array_add (types, (gpointer) type);
  }
  return g_steal_pointer (&types);
}

/**
 * atlas_city_sheet_to_table:
 * @recipe: (nullable): which says the type of each column; %NULL for texts only
 * @layer: name of the table
 *
 * Returns: (transfer full) (nullable): the rows, each column of its type; else
 *   %ATLAS_ERROR_NO_FIELD, %ATLAS_ERROR_UNSUPPORTED or %ATLAS_ERROR_BAD_DATA
 */
AtlasTable *
atlas_city_sheet_to_table (const AtlasCitySheet *self, const AtlasCityRecipe *recipe, const char *layer, GError **error)
{
  AtlasTableBuilder *builder = atlas_table_builder_new (layer);
  g_autoptr (GPtrArray) types = add_columns (self, builder, recipe, error);
  gboolean done = types != NULL;

  atlas_table_builder_set_crs (builder, self->outlines ? atlas_table_get_crs (self->outlines) : NULL);
  for (gsize row = 0; done && row < self->n_rows; row++)
    done = add_row (self, builder, types, row, error);
  if (done)
    return atlas_table_builder_end (builder);
  atlas_table_builder_free (builder);
  return NULL;
}
