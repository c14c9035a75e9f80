// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-commands.h"
#include "atlas-first-style.h"
#include "atlas-project-private.h"
#include "atlas-projection.h"

/* How a source becomes a layer. The layer is in the list from the beginning, with its progress; it enters the journal
 * when it has been read, and leaves the list when it cannot be. */

static char *
title_of (const AtlasSource *source)
{
  g_autofree char *name = NULL;
  char *end;

  if (source->layer)
    return g_strdup (source->layer);
  name = g_path_get_basename (source->path);
  end = strrchr (name, '.');
  return end && end != name ? g_strndup (name, (gsize) (end - name)) : g_strdup (name);
}

/* Without a city, the first layer says in which system the map is. */
static void
adopt_crs (AtlasProject *self, AtlasTable *table)
{
  AtlasCrs *crs = atlas_table_get_crs (table);

  if (atlas_project_get_crs (self) || !crs)
    return;
  _atlas_project_set_crs (self, crs, atlas_crs_metres_at (crs, atlas_extent_centre (atlas_table_get_extent (table))));
}

static void
style_layer (AtlasProject *self, AtlasLayer *layer, AtlasTable *table)
{
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self)) - 1;
  g_autoptr (AtlasStyle) style = atlas_first_style_new (table, n_before);

  adopt_crs (self, table);
  atlas_layer_set_style (layer, style);
}

static void
take_layer (AtlasProject *self, AtlasLayer *layer)
{
  AtlasTable *table = atlas_layer_get_table (layer);

  if (table)
    style_layer (self, layer, table);
  atlas_project_do_add_layer (self, layer, atlas_project_find_layer (self, layer));
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AtlasProject *self = g_task_get_source_object (task);
  AtlasLayer *layer = ATLAS_LAYER (object);
  GError *error = NULL;

  if (!atlas_layer_load_finish (layer, result, &error)) {
    _atlas_project_take_out_layer (self, layer);
    g_task_return_error (task, error);
    return;
  }
  take_layer (self, layer);
  g_task_return_pointer (task, g_object_ref (layer), g_object_unref);
}

static void
cancelled_cb (GCancellable *cancellable, AtlasLayer *layer)
{
  atlas_layer_cancel_loading (layer);
}

/**
 * atlas_project_add_source_async:
 * @source: what to read; copied
 * @cancellable: (nullable): to give up; so does atlas_layer_cancel_loading() of the new layer
 * @callback: called on the main thread
 *
 * Reads a source into a new layer at the top.
 */
void
atlas_project_add_source_async (AtlasProject *self,
                                AtlasSource *source,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  g_autofree char *title = title_of (source);
  g_autoptr (AtlasLayer) layer = atlas_layer_new_for_source (title, source, NULL);

  _atlas_project_insert_layer (self, layer, 0);
  atlas_layer_load_async (layer, atlas_project_get_crs (self), loaded_cb, task);
  if (cancellable)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (cancelled_cb), layer, G_CONNECT_DEFAULT);
}

/**
 * atlas_project_add_source_finish:
 *
 * Returns: (nullable) (transfer full): the new layer; %NULL with @error set, where %ATLAS_ERROR_NO_CRS asks for the
 *   system that the positions are in
 */
AtlasLayer *
atlas_project_add_source_finish (AtlasProject *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
