// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-errand.h"
#include "atlas-foreign-text.h"
#include "atlas-layer-crs.h"
#include "atlas-layer-info.h"
#include "atlas-raster-info.h"
#include "atlas-read-private.h"
#include "atlas-secret.h"

#include <glib/gi18n-lib.h>

static AtlasSourceInfo *
source_info_new (const char *path, const char *driver)
{
  AtlasSourceInfo *self = g_new0 (AtlasSourceInfo, 1);

  self->path = atlas_secret_hide (path);
  self->driver = g_strdup (driver);
  self->layers = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_layer_info_free);
  self->notes = g_new0 (char *, 1);
  return self;
}

/**
 * atlas_source_info_free:
 * @self: (transfer full): a description no longer needed
 */
void
atlas_source_info_free (AtlasSourceInfo *self)
{
  g_free (self->path);
  g_free (self->driver);
  g_ptr_array_unref (self->layers);
  g_strfreev (self->notes);
  g_free (self);
}

static void
add_notes (AtlasSourceInfo *self, const char *const *notes)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **) self->notes);
  g_strv_builder_addv (builder, (const char **) notes);
  g_strfreev (self->notes);
  self->notes = g_strv_builder_end (builder);
}

static void
add_table (AtlasSourceInfo *self, AtlasTable *table)
{
  g_ptr_array_add (self->layers, atlas_layer_info_new_from_table (table));
  add_notes (self, atlas_table_get_notes (table));
}

/* "Multi Polygon" of GDAL's is "MultiPolygon" everywhere else. */
static char *
name_declared_geometry (OGRwkbGeometryType type)
{
  g_auto (GStrv) words = g_strsplit (OGRGeometryTypeToName (wkbFlatten (type)), " ", -1);

  return wkbFlatten (type) == wkbUnknown ? g_strdup ("Mixed") : g_strjoinv ("", words);
}

/* A layer of a server is asked for no more than its description. */
static void
add_remote_layer (AtlasSourceInfo *self, OGRLayerH layer)
{
  g_autofree char *name = atlas_foreign_text_clean (OGR_L_GetName (layer));
  AtlasLayerInfo *info = atlas_layer_info_new (name);
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn (layer);
  OGREnvelope box;

  info->geometry = name_declared_geometry (OGR_L_GetGeomType (layer));
  info->n_features = OGR_L_GetFeatureCount (layer, FALSE);
  info->crs = atlas_layer_crs_describe (OGR_L_GetSpatialRef (layer));
  if (OGR_L_GetExtent (layer, &box, FALSE) == OGRERR_NONE)
    info->extent = (AtlasExtent){ box.MinX, box.MinY, box.MaxX, box.MaxY };
  for (int i = 0; i < OGR_FD_GetFieldCount (definition); i++) {
    OGRFieldDefnH field = OGR_FD_GetFieldDefn (definition, i);
    g_autofree char *field_name = atlas_foreign_text_clean (OGR_Fld_GetNameRef (field));
    AtlasColumnType type;

    if (atlas_field_get_type (field, &type))
      atlas_layer_info_add_field (info, field_name, type);
  }
  g_ptr_array_add (self->layers, info);
}

/* Of a layer without features, or one of which a filter leaves none, the kind that it is for. */
static void
name_empty_layer (AtlasSourceInfo *self, OGRLayerH layer)
{
  AtlasLayerInfo *info = g_ptr_array_index (self->layers, self->layers->len - 1);
  OGRwkbGeometryType type = wkbFlatten (OGR_L_GetGeomType (layer));

  if (type == wkbNone || type == wkbUnknown)
    return;
  g_free (info->geometry);
  info->geometry = name_declared_geometry (type);
}

/* One layer that cannot be read is told of, and does not hide the others. */
static gboolean
add_layer (AtlasSourceInfo *self,
           AtlasDataset *dataset,
           OGRLayerH layer,
           const AtlasSource *source,
           const AtlasReadOptions *options,
           GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AtlasTable) table = NULL;

  if (source->connection) {
    if (!_atlas_read_set_filter (dataset, layer, source->where, error))
      return FALSE;
    add_remote_layer (self, layer);
    return TRUE;
  }
  table = _atlas_read_layer (dataset, layer, source, options, &failure);
  if (table) {
    add_table (self, table);
    if (atlas_table_get_n_features (table) == 0)
      name_empty_layer (self, layer);
  } else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED) || source->layer ||
             GDALDatasetGetLayerCount (dataset->handle) == 1) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  } else {
    add_notes (self, (const char *const[]){ failure->message, NULL });
  }
  return TRUE;
}

static void
add_raster (AtlasSourceInfo *self, AtlasDataset *dataset, const AtlasSource *source)
{
  AtlasLayerInfo *info = atlas_raster_info_new (dataset);
  g_autofree char *note = NULL;

  if (!info->crs && source->crs_override)
    info->crs = atlas_crs_ref (source->crs_override);
  if (!info->crs)
    note = g_strdup_printf (_ ("“%s” does not say which coordinate system it is in."), info->name);
  g_ptr_array_add (self->layers, info);
  add_notes (self, (const char *const[]){ note, NULL });
}

static gboolean
add_tiles (AtlasSourceInfo *self,
           const AtlasSource *source,
           const char *table,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open_tiles (source, table, cancellable, error);

  if (!dataset)
    return FALSE;
  g_free (dataset->name);
  dataset->name = g_strdup (table);
  add_raster (self, dataset, source);
  return TRUE;
}

static gboolean
add_layers (AtlasSourceInfo *self,
            AtlasDataset *dataset,
            const AtlasSource *source,
            const AtlasReadOptions *options,
            GError **error)
{
  g_auto (GStrv) tables = atlas_dataset_list_tile_tables (dataset);
  gboolean tiles = source->layer && g_strv_contains ((const char *const *) tables, source->layer);
  OGRLayerH only = source->layer && !tiles ? atlas_dataset_find_layer (dataset, source->layer, error) : NULL;

  if (tiles)
    return add_tiles (self, source, source->layer, options->cancellable, error);
  if (source->layer)
    return only && add_layer (self, dataset, only, source, options, error);
  for (int i = 0; i < GDALDatasetGetLayerCount (dataset->handle); i++)
    if (!add_layer (self, dataset, GDALDatasetGetLayer (dataset->handle, i), source, options, error))
      return FALSE;
  if (GDALGetRasterCount (dataset->handle) > 0)
    add_raster (self, dataset, source);
  for (guint i = 0; tables[i]; i++)
    if (!add_tiles (self, source, tables[i], options->cancellable, error))
      return FALSE;
  return TRUE;
}

static AtlasSourceInfo *
inspect_dataset (const AtlasSource *source, const AtlasReadOptions *options, GError **error)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (source, GDAL_OF_VECTOR | GDAL_OF_RASTER, options->cancellable,
                                                         error);
  g_autoptr (AtlasSourceInfo) self = NULL;

  if (!dataset)
    return NULL;
  self = source_info_new (source->path, GDALGetDriverShortName (GDALGetDatasetDriver (dataset->handle)));
  return add_layers (self, dataset, source, options, error) ? g_steal_pointer (&self) : NULL;
}

static AtlasSourceInfo *
inspect_own (const AtlasSource *source, AtlasOwnReader read, const AtlasReadOptions *options, GError **error)
{
  g_autoptr (AtlasTable) table = read (source, options, error);
  AtlasSourceInfo *self;

  if (!table)
    return NULL;
  self = source_info_new (source->path, atlas_format_recognise (source->path, NULL)->driver);
  add_table (self, table);
  return self;
}

static gpointer
inspect (const AtlasSource *source, gconstpointer wish, const AtlasReadOptions *options, GError **error)
{
  AtlasOwnReader read = _atlas_read_own (source);

  return read ? inspect_own (source, read, options, error) : inspect_dataset (source, options, error);
}

/**
 * atlas_source_inspect:
 * @self: where; all of its layers are told of when it names none
 * @cancellable: (nullable): to stop it
 *
 * Tells what is in a source: every layer with its true count, system, extent and first rows. A file is read through
 * for that, since headers lie; a server is only asked for what it says. To be called off the main thread.
 *
 * Returns: (transfer full): the description, or %NULL with @error set as by [func@source_read]
 */
AtlasSourceInfo *
atlas_source_inspect (const AtlasSource *self, GCancellable *cancellable, GError **error)
{
  const AtlasReadOptions options = { .cancellable = cancellable };
  const AtlasErrand errand = { .run = inspect, .free_result = (GDestroyNotify) atlas_source_info_free };

  return atlas_errand_run (&errand, self, &options, error);
}
