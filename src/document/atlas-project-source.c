// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-commands.h"
#include "atlas-first-style.h"
#include "atlas-project-private.h"
#include "atlas-projection.h"

/* How a source becomes a layer. The layer is in the list from the beginning, with its progress; it enters the journal
 * when it has been read, and leaves the list when it cannot be. One that was removed meanwhile stays away. */

char *
_atlas_project_title_source (const AtlasSource *source)
{
  g_autofree char *name = NULL;
  char *end;

  if (source->layer)
    return g_strdup (source->layer);
  name = g_path_get_basename (source->path);
  end = strrchr (name, '.');
  return end && end != name ? g_strndup (name, (gsize) (end - name)) : g_strdup (name);
}

typedef struct {
  AtlasProject *project; /* owned */
  GAsyncReadyCallback callback;
  gpointer data;
} Loading;

/* Without a city, the first layer says in which system the map is. */
static void
adopt_crs (AtlasProject *self, AtlasTable *table)
{
  AtlasCrs *crs = atlas_table_get_crs (table);

  if (atlas_project_get_crs (self) || !crs)
    return;
  _atlas_project_set_crs (self, crs, atlas_crs_metres_at (crs, atlas_extent_centre (atlas_table_get_extent (table))));
}

/* Several layers may each have been read as the first, of which another was ready before. */
static gboolean
is_in_other_crs (AtlasProject *self, AtlasTable *table)
{
  AtlasCrs *crs = table ? atlas_table_get_crs (table) : NULL;

  return crs && atlas_project_get_crs (self) && !atlas_crs_equal (crs, atlas_project_get_crs (self));
}

/* What lies over others lets them be seen. */
static AtlasStyle *
new_style (AtlasProject *self, AtlasLayer *layer, AtlasTable *table)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self));
  guint n_others = atlas_project_find_layer (self, layer) == ATLAS_NO_POSITION ? n : n - 1;
  g_autoptr (AtlasStyle) style = n_others > 0 ? atlas_first_style_new_over (table, n_others)
                                              : atlas_first_style_new (table, n_others);

  return atlas_first_style_with_changes (style, atlas_layer_get_style (layer));
}

/* What was chosen by hand while the features were being read stays so. */
static void
settle_style (AtlasProject *self, AtlasLayer *layer, AtlasTable *table)
{
  g_autoptr (AtlasStyle) style = NULL;

  if (!table || !atlas_layer_awaits_style (layer))
    return;
  style = new_style (self, layer, table);
  atlas_layer_set_awaits_style (layer, FALSE);
  atlas_layer_set_style (layer, style);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Loading *loading = user_data;
  AtlasLayer *layer = ATLAS_LAYER (object);
  AtlasTable *table = g_task_had_error (G_TASK (result)) ? NULL : atlas_layer_get_table (layer);

  if (is_in_other_crs (loading->project, table)) {
    atlas_layer_load_async (layer, atlas_project_get_crs (loading->project), read_cb, loading);
    return;
  }
  if (table)
    adopt_crs (loading->project, table);
  settle_style (loading->project, layer, table);
  loading->callback (object, result, loading->data);
  g_object_unref (loading->project);
  g_free (loading);
}

static void
cancelled_cb (GCancellable *cancellable, AtlasLayer *layer)
{
  atlas_layer_cancel_loading (layer);
}

static void
follow_cancellable (AtlasLayer *layer, GCancellable *cancellable)
{
  if (g_cancellable_is_cancelled (cancellable))
    atlas_layer_cancel_loading (layer);
  else if (cancellable)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (cancelled_cb), layer, G_CONNECT_DEFAULT);
}

void
_atlas_project_load_layer (AtlasProject *self,
                           AtlasLayer *layer,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  Loading *loading = g_new (Loading, 1);

  *loading = (Loading){ g_object_ref (self), callback, data };
  atlas_layer_load_async (layer, atlas_project_get_crs (self), read_cb, loading);
  follow_cancellable (layer, cancellable);
}

static gboolean
has_areas (AtlasLayer *layer)
{
  AtlasTable *table = atlas_layer_get_table (layer);

  return !table || atlas_first_style_guess_kind (table) == ATLAS_PART_POLYGON;
}

/* Areas lie below the points and lines that are on top, which they would hide, and above other areas and pictures. */
static guint
choose_position (AtlasProject *self, AtlasLayer *layer)
{
  guint position = atlas_project_find_layer (self, layer);

  if (!atlas_layer_get_table (layer) || !has_areas (layer))
    return position;
  for (;;) {
    g_autoptr (AtlasLayer) below = g_list_model_get_item (G_LIST_MODEL (self), position + 1);

    if (!below || has_areas (below))
      return position;
    position++;
  }
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
  if (atlas_project_find_layer (self, layer) == ATLAS_NO_POSITION) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "“%s” was removed while it was being read",
                             atlas_layer_get_title (layer));
    return;
  }
  atlas_project_do_add_layer (self, layer, choose_position (self, layer));
  g_task_return_pointer (task, g_object_ref (layer), g_object_unref);
}

/**
 * atlas_project_add_source_async:
 * @source: what to read; copied
 * @cancellable: (nullable): to give up; so does atlas_layer_cancel_loading() of the new layer
 * @callback: called on the main thread
 *
 * Reads a source into a new layer at the top, below points and lines where it has areas.
 */
void
atlas_project_add_source_async (AtlasProject *self,
                                AtlasSource *source,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  g_autofree char *title = _atlas_project_title_source (source);
  g_autoptr (AtlasLayer) layer = atlas_layer_new_for_source (title, source, NULL);

  atlas_layer_set_awaits_style (layer, TRUE);
  _atlas_project_insert_layer (self, layer, 0);
  _atlas_project_load_layer (self, layer, cancellable, loaded_cb, task);
}

/* What went wrong stays with the layer. */
static void
reread_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  atlas_layer_load_finish (ATLAS_LAYER (object), result, NULL);
}

/**
 * atlas_project_reread_layer:
 * @layer: of the project
 *
 * Reads the source of a layer once more: the file is where it was again, or reading it was stopped. Style and place
 * stay.
 */
void
atlas_project_reread_layer (AtlasProject *self, AtlasLayer *layer)
{
  if (atlas_layer_get_source (layer))
    _atlas_project_load_layer (self, layer, NULL, reread_cb, NULL);
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
