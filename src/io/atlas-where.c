// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-where.h"

#include "atlas-gdal-errors.h"

#include <gdal.h>
#include <glib/gi18n-lib.h>
#include <ogr_api.h>

static OGRFieldType
field_type (AtlasColumnType type)
{
  switch (type) {
  case ATLAS_COLUMN_INTEGER:
  case ATLAS_COLUMN_BOOLEAN:
    return OFTInteger64;
  case ATLAS_COLUMN_REAL:
    return OFTReal;
  default:
    return OFTString;
  }
}

static void
add_fields (OGRLayerH layer, AtlasTable *table)
{
  for (guint c = 0; c < atlas_table_get_n_columns (table); c++) {
    const AtlasColumn *column = atlas_table_get_column (table, c);
    OGRFieldDefnH field = OGR_Fld_Create (column->name, field_type (column->type));

    OGR_L_CreateField (layer, field, FALSE);
    OGR_Fld_Destroy (field);
  }
}

static void
set_field (OGRFeatureH feature, guint c, const AtlasColumn *column, gsize row)
{
  g_autofree char *text = NULL;

  if (!atlas_column_is_present (column, row)) {
    OGR_F_SetFieldNull (feature, (int) c);
  } else if (column->type == ATLAS_COLUMN_REAL) {
    OGR_F_SetFieldDouble (feature, (int) c, column->reals[row]);
  } else if (field_type (column->type) == OFTInteger64) {
    OGR_F_SetFieldInteger64 (feature, (int) c, column->integers[row]);
  } else {
    text = atlas_column_dup_cell (column, row);
    OGR_F_SetFieldString (feature, (int) c, text);
  }
}

static void
add_features (OGRLayerH layer, AtlasTable *table)
{
  OGRFeatureH feature = OGR_F_Create (OGR_L_GetLayerDefn (layer));

  for (gsize row = 0; row < atlas_table_get_n_features (table); row++) {
    OGR_F_SetFID (feature, (GIntBig) row);
    for (guint c = 0; c < atlas_table_get_n_columns (table); c++)
      set_field (feature, c, atlas_table_get_column (table, c), row);
    if (OGR_L_CreateFeature (layer, feature) != OGRERR_NONE)
      break;
  }
  OGR_F_Destroy (feature);
}

static AtlasTable *
select_filtered (OGRLayerH layer, AtlasTable *table)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  OGRFeatureH feature;

  OGR_L_ResetReading (layer);
  while ((feature = OGR_L_GetNextFeature (layer))) {
    guint32 row = (guint32) OGR_F_GetFID (feature);

    g_array_append_val (rows, row);
    OGR_F_Destroy (feature);
  }
  return atlas_table_select (table, (const guint32 *) rows->data, rows->len);
}

/**
 * atlas_where_apply:
 * @table: read without GDAL
 * @where: (nullable): OGR's attribute filter, which is thus the same for every format
 *
 * Returns: (transfer full): the rows for which @where holds, or %NULL with `ATLAS_ERROR_BAD_DATA` when it cannot be
 *   understood
 */
AtlasTable *
atlas_where_apply (AtlasTable *table, const char *where, GError **error)
{
  AtlasTable *selected = NULL;
  GDALDatasetH memory;
  OGRLayerH layer;
  AtlasGdalLog log;

  if (!where)
    return atlas_table_ref (table);
  atlas_gdal_log_begin (&log);
  memory = GDALCreate (GDALGetDriverByName ("Memory"), "", 0, 0, 0, GDT_Unknown, NULL);
  layer = GDALDatasetCreateLayer (memory, "rows", NULL, wkbNone, NULL);
  add_fields (layer, table);
  if (OGR_L_SetAttributeFilter (layer, where) == OGRERR_NONE) {
    add_features (layer, table);
    selected = select_filtered (layer, table);
  } else {
    g_autofree char *sentence = g_strdup_printf (
        _ ("The condition “%s” cannot be applied to “%s”; write it as FIELD = 'value'."), where,
        atlas_table_get_name (table));

    atlas_gdal_log_set_error (&log, error, ATLAS_ERROR_BAD_DATA, sentence);
  }
  GDALClose (memory);
  atlas_gdal_log_end (&log);
  return selected;
}
