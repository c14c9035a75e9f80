// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-city-view.h"
#include "atlas-project-private.h"
#include "atlas-workers.h"

/* How a city is opened: a thread reads what it shows at first, and the main thread makes layers of it. */

/* Pixels left free around the city. */
#define MARGIN 24

typedef struct {
  GTask *task; /* owned, touched on the main thread only; it holds the project */
  char *name;
  GCancellable *cancellable; /* owned by the main thread, polled by the other */
  AtlasCityView *view;
  GError *error;
} Opening;

static void
run_cb (gpointer data)
{
  Opening *opening = data;

  opening->view = atlas_city_view_read (opening->name, opening->cancellable, &opening->error);
}

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->task);
  g_clear_object (&opening->cancellable);
  g_free (opening->name);
  g_clear_pointer (&opening->view, atlas_city_view_free);
  g_clear_error (&opening->error);
  g_free (opening);
}

static AtlasLayer *
layer_of (const AtlasLayerDraft *draft, const char *city_path)
{
  g_autoptr (AtlasSource) source = atlas_source_parse (draft->source_text, city_path, NULL);
  AtlasLayer *layer = g_object_new (ATLAS_TYPE_LAYER, "title", draft->title, "source-text", draft->source_text, "table",
                                    draft->table, "style", draft->style, "visible", draft->visible, "context",
                                    draft->context, NULL);

  if (source)
    atlas_layer_set_source (layer, source);
  return layer;
}

static void
take_view (AtlasProject *self, AtlasCityView *view)
{
  AtlasViewport *viewport = atlas_project_get_viewport (self);

  _atlas_project_clear_layers (self);
  _atlas_project_set_crs (self, view->crs, view->metres_per_unit);
  _atlas_project_take_city (self, g_steal_pointer (&view->city), view->path);
  for (guint i = 0; i < view->drafts->len; i++) {
    g_autoptr (AtlasLayer) layer = layer_of (g_ptr_array_index (view->drafts, i), view->path);

    _atlas_project_insert_layer (self, layer, i);
  }
  atlas_viewport_show_extent (viewport, view->extent, MARGIN);
  atlas_viewport_forget_history (viewport);
}

static void
finish_cb (gpointer data)
{
  Opening *opening = data;
  gboolean given_up = g_cancellable_is_cancelled (opening->cancellable);

  if (opening->view && !given_up) {
    take_view (g_task_get_source_object (opening->task), opening->view);
    g_task_return_boolean (opening->task, TRUE);
  } else if (given_up) {
    g_task_return_error_if_cancelled (opening->task);
  } else {
    g_task_return_error (opening->task, g_steal_pointer (&opening->error));
  }
  opening_free (opening);
}

/**
 * atlas_project_open_city_async:
 * @city: id of a shipped city, "kielce", or path of a city file
 * @cancellable: (nullable): to give up
 * @callback: called on the main thread
 *
 * Opens a city in place of what is shown, with the layers and styles of its first view. What was shown stays until
 * the city has been read, and when it cannot be.
 */
void
atlas_project_open_city_async (AtlasProject *self,
                               const char *city,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->task = g_task_new (self, cancellable, callback, user_data);
  opening->name = g_strdup (city);
  g_set_object (&opening->cancellable, cancellable);
  atlas_workers_push (atlas_workers_get_shared (), run_cb, finish_cb, opening);
}

/**
 * atlas_project_open_city_finish:
 *
 * Returns: whether the city is open
 */
gboolean
atlas_project_open_city_finish (AtlasProject *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
