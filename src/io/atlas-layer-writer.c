// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-layer-writer.h"

#include "atlas-error.h"
#include "atlas-geometry-wkb.h"
#include "atlas-spatial-reference.h"
#include "atlas-text-guard.h"

#include <glib/gi18n-lib.h>
#include <ogr_api.h>

#define POLL_EVERY 1024 /* features between two looks at the cancellable */

static OGRFieldDefnH
make_field (const AtlasLayerWriter *self, const AtlasColumn *column)
{
  static const OGRFieldType types[] = {
    [ATLAS_COLUMN_INTEGER] = OFTInteger64, [ATLAS_COLUMN_REAL] = OFTReal, [ATLAS_COLUMN_TEXT] = OFTString,
    [ATLAS_COLUMN_BOOLEAN] = OFTInteger,   [ATLAS_COLUMN_DATE] = OFTDate, [ATLAS_COLUMN_INSTANT] = OFTDateTime,
  };
  g_autofree char *guarded = NULL;
  const char *name = self->guard_formulas ? atlas_text_guard (column->name, &guarded) : column->name;
  OGRFieldDefnH field = OGR_Fld_Create (name, types[column->type]);

  if (column->type == ATLAS_COLUMN_BOOLEAN)
    OGR_Fld_SetSubType (field, OFSTBoolean);
  return field;
}

static gboolean
add_fields (const AtlasLayerWriter *self, AtlasTable *table, OGRLayerH layer)
{
  for (guint i = 0; i < atlas_table_get_n_columns (table); i++) {
    OGRFieldDefnH field = make_field (self, atlas_table_get_column (table, i));
    OGRErr err = OGR_L_CreateField (layer, field, FALSE);

    OGR_Fld_Destroy (field);
    if (err != OGRERR_NONE)
      return FALSE;
  }
  return TRUE;
}

static OGRLayerH
add_layer (const AtlasLayerWriter *self, AtlasTable *table, OGRwkbGeometryType type)
{
  OGRSpatialReferenceH reference = atlas_crs_to_ogr (atlas_table_get_crs (table));
  OGRLayerH layer = GDALDatasetCreateLayer (self->dataset, self->name, type == wkbNone ? NULL : reference, type,
                                            self->options);

  if (reference)
    OSRRelease (reference);
  if (!layer || !add_fields (self, table, layer))
    return NULL;
  if (self->metadata && self->metadata[0] && GDALSetMetadata (layer, self->metadata, NULL) != CE_None)
    return NULL;
  return layer;
}

static void
set_date (OGRFeatureH feature, int field, gint64 days)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (days + 719163)); /* day 1 is 1 January of the year 1 */
  OGR_F_SetFieldDateTime (feature, field, g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 0,
                          0, 0, 0);
}

static void
set_instant (OGRFeatureH feature, int field, gint64 microseconds)
{
  gint64 rest = ((microseconds % G_USEC_PER_SEC) + G_USEC_PER_SEC) % G_USEC_PER_SEC;
  g_autoptr (GDateTime) instant = g_date_time_new_from_unix_utc ((microseconds - rest) / G_USEC_PER_SEC);

  if (instant)
    OGR_F_SetFieldDateTimeEx (feature, field, g_date_time_get_year (instant), g_date_time_get_month (instant),
                              g_date_time_get_day_of_month (instant), g_date_time_get_hour (instant),
                              g_date_time_get_minute (instant),
                              (float) g_date_time_get_second (instant) + (float) rest / G_USEC_PER_SEC, 100);
}

static void
set_text (const AtlasLayerWriter *self, OGRFeatureH feature, int field, const char *text)
{
  g_autofree char *guarded = NULL;

  OGR_F_SetFieldString (feature, field, self->guard_formulas ? atlas_text_guard (text, &guarded) : text);
}

static void
set_cell (const AtlasLayerWriter *self, OGRFeatureH feature, int field, const AtlasColumn *column, gsize row)
{
  if (!atlas_column_is_present (column, row))
    return OGR_F_SetFieldNull (feature, field);
  switch (column->type) {
  case ATLAS_COLUMN_REAL:
    return OGR_F_SetFieldDouble (feature, field, column->reals[row]);
  case ATLAS_COLUMN_TEXT:
    return set_text (self, feature, field, atlas_column_get_text (column, row));
  case ATLAS_COLUMN_DATE:
    return set_date (feature, field, column->integers[row]);
  case ATLAS_COLUMN_INSTANT:
    return set_instant (feature, field, column->integers[row]);
  case ATLAS_COLUMN_INTEGER:
  case ATLAS_COLUMN_BOOLEAN:
  default:
    return OGR_F_SetFieldInteger64 (feature, field, column->integers[row]);
  }
}

static gboolean
set_geometry (OGRFeatureH feature, const AtlasGeometry *geometry, gsize row, OGRwkbGeometryType type, GByteArray *wkb)
{
  OGRGeometryH shape = NULL;

  if (geometry->features[row] == geometry->features[row + 1])
    return TRUE;
  atlas_geometry_to_wkb (geometry, row, type, wkb);
  if (OGR_G_CreateFromWkb (wkb->data, NULL, &shape, (int) wkb->len) != OGRERR_NONE)
    return FALSE;
  return OGR_F_SetGeometryDirectly (feature, shape) == OGRERR_NONE;
}

static gboolean
add_feature (const AtlasLayerWriter *self, AtlasTable *table, OGRLayerH layer, gsize row, GByteArray *wkb)
{
  OGRFeatureH feature = OGR_F_Create (OGR_L_GetLayerDefn (layer));
  OGRwkbGeometryType type = OGR_L_GetGeomType (layer);
  gboolean done = type == wkbNone || set_geometry (feature, atlas_table_get_geometry (table), row, type, wkb);

  for (guint i = 0; i < atlas_table_get_n_columns (table); i++)
    set_cell (self, feature, (int) i, atlas_table_get_column (table, i), row);
  done = done && OGR_L_CreateFeature (layer, feature) == OGRERR_NONE;
  OGR_F_Destroy (feature);
  return done;
}

static gboolean
add_features (const AtlasLayerWriter *self,
              AtlasTable *table,
              OGRLayerH layer,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GByteArray) wkb = g_byte_array_new ();

  for (gsize i = 0; i < atlas_table_get_n_features (table); i++) {
    if (i % POLL_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    if (!add_feature (self, table, layer, i, wkb)) {
      g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_WRITE, _ ("Row %zu of “%s” cannot be written"), i + 1,
                   atlas_table_get_name (table));
      return FALSE;
    }
  }
  return TRUE;
}

/**
 * atlas_layer_writer_write:
 * @table: to be written whole; its rows are numbered anew
 *
 * Returns: whether all of it was handed to the driver; else %ATLAS_ERROR_WRITE or %G_IO_ERROR_CANCELLED
 */
gboolean
atlas_layer_writer_write (const AtlasLayerWriter *self, AtlasTable *table, GCancellable *cancellable, GError **error)
{
  OGRwkbGeometryType type = atlas_geometry_find_type (atlas_table_get_geometry (table));
  gboolean transactions = GDALDatasetTestCapability (self->dataset, ODsCTransactions);
  OGRLayerH layer;

  if (transactions && GDALDatasetStartTransaction (self->dataset, FALSE) != OGRERR_NONE)
    transactions = FALSE;
  layer = add_layer (self, table, type);
  if (!layer) {
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_WRITE, _ ("The layer “%s” cannot be created"), self->name);
    return FALSE;
  }
  if (!add_features (self, table, layer, cancellable, error))
    return FALSE;
  if (!transactions || GDALDatasetCommitTransaction (self->dataset) == OGRERR_NONE)
    return TRUE;
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_WRITE, _ ("The layer “%s” cannot be stored"), self->name);
  return FALSE;
}
