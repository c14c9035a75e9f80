// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-city-view.h"
#include "atlas-project-private.h"
#include "atlas-workers.h"

/* How a city is opened: a thread reads what it shows at first, and the main thread makes layers of it. Of several
 * that are asked for, the last is shown, whichever is read first. */

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
  g_object_unref (opening->cancellable);
  g_free (opening->name);
  g_clear_pointer (&opening->view, atlas_city_view_free);
  g_clear_error (&opening->error);
  g_free (opening);
}

/* Cancelled with @followed, or by what is opened later. */
static GCancellable *
new_following (GCancellable *followed)
{
  GCancellable *cancellable = g_cancellable_new ();

  if (g_cancellable_is_cancelled (followed))
    g_cancellable_cancel (cancellable);
  else if (followed)
    g_signal_connect_object (followed, "cancelled", G_CALLBACK (g_cancellable_cancel), cancellable, G_CONNECT_SWAPPED);
  return cancellable;
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

/* What was given up counts no more, even if the thread had it ready by then. */
static void
drop_if_cancelled (Opening *opening)
{
  if (!g_cancellable_is_cancelled (opening->cancellable))
    return;
  g_clear_error (&opening->error);
  g_cancellable_set_error_if_cancelled (opening->cancellable, &opening->error);
}

static void
finish_cb (gpointer data)
{
  Opening *opening = data;

  drop_if_cancelled (opening);
  if (opening->error) {
    g_task_return_error (opening->task, g_steal_pointer (&opening->error));
  } else {
    take_view (g_task_get_source_object (opening->task), opening->view);
    g_task_return_boolean (opening->task, TRUE);
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
 * the city has been read, and when it cannot be. A city that is still being opened is given up.
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
  opening->cancellable = new_following (cancellable);
  _atlas_project_set_opening (self, opening->cancellable);
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
