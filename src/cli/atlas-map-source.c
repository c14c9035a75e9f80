// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-source.h"

#include "atlas-projection.h"
#include "atlas-raster.h"

void
atlas_map_source_free (AtlasMapSource *self)
{
  g_free (self->name);
  g_clear_pointer (&self->table, atlas_table_unref);
  g_clear_pointer (&self->raster, atlas_source_free);
  g_clear_pointer (&self->crs, atlas_crs_unref);
  g_free (self->areas);
  g_free (self);
}

static AtlasMapSource *
new_for_table (AtlasTable *table)
{
  AtlasMapSource *self = g_new0 (AtlasMapSource, 1);
  AtlasCrs *crs = atlas_table_get_crs (table);

  self->table = table;
  self->name = g_strdup (atlas_table_get_title (table));
  self->crs = crs ? atlas_crs_ref (crs) : NULL;
  self->extent = atlas_table_get_extent (table);
  return self;
}

static const AtlasLayerInfo *
find_raster (const AtlasSourceInfo *info)
{
  for (guint i = 0; info && i < info->layers->len; i++) {
    const AtlasLayerInfo *layer = g_ptr_array_index (info->layers, i);

    if (layer->raster)
      return layer;
  }
  return NULL;
}

static AtlasMapSource *
new_for_raster (const AtlasInvocation *invocation, const char *word)
{
  g_autoptr (AtlasSource) source = atlas_invocation_parse_source (invocation, word, NULL);
  g_autoptr (AtlasSourceInfo) info = source ? atlas_source_inspect (source, invocation->cancellable, NULL) : NULL;
  const AtlasLayerInfo *layer = find_raster (info);
  AtlasMapSource *self;

  if (!layer)
    return NULL;
  self = g_new0 (AtlasMapSource, 1);
  self->name = g_strdup (layer->name);
  self->crs = layer->crs ? atlas_crs_ref (layer->crs) : NULL;
  self->extent = layer->extent;
  self->raster = g_steal_pointer (&source);
  return self;
}

/**
 * atlas_map_source_new:
 * @word: a source as it was typed
 *
 * Reads features. What has none may be a raster, of which only the place is looked up: how many pixels are needed
 * is known when the map is drawn.
 *
 * Returns: (transfer full): the source, or %NULL with @error set
 */
AtlasMapSource *
atlas_map_source_new (AtlasInvocation *invocation, const char *word, GError **error)
{
  g_autoptr (GError) failure = NULL;
  AtlasTable *table = atlas_invocation_read (invocation, word, &failure);
  AtlasMapSource *self;

  if (table)
    return new_for_table (table);
  self = new_for_raster (invocation, word);
  if (!self)
    g_propagate_error (error, g_steal_pointer (&failure));
  return self;
}

/**
 * atlas_map_source_project:
 * @crs: the map's system
 * @cancellable: (nullable): polled
 *
 * Takes the features, or the place of the raster, to @crs.
 *
 * Returns: whether that could be done; else @error is set
 */
gboolean
atlas_map_source_project (AtlasMapSource *self, AtlasCrs *crs, GCancellable *cancellable, GError **error)
{
  AtlasTable *projected;

  if (self->raster)
    return atlas_raster_find_extent (self->raster, crs, &self->extent, cancellable, error);
  projected = atlas_table_reproject (self->table, crs, cancellable, error);
  if (!projected)
    return FALSE;
  atlas_table_unref (self->table);
  self->table = projected;
  self->extent = atlas_table_get_extent (projected);
  return TRUE;
}
