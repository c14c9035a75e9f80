// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-layer-private.h"
#include "atlas-projection.h"
#include "atlas-raster.h"
#include "atlas-workers.h"

/* How a layer's source is read: on a thread, which sees only a copy of the source and immutable values, and tells how
 * far it is by hopping to the main context. */

/* Progress is told when it has grown by so much. */
#define PROGRESS_STEP 0.01

typedef struct {
  GTask *task; /* owned, touched on the main thread only; it holds the layer */
  GMainContext *context;
  AtlasSource *source;
  AtlasCrs *crs;             /* nullable: what to read into */
  GCancellable *cancellable; /* owned by the main thread, polled by the other */
  double told;
  AtlasTable *table;         /* nullable: what was read */
  AtlasExtent raster_extent; /* where the raster lies, when the source is one; else empty */
  GError *error;
} Reading;

typedef struct {
  const Reading *reading; /* borrowed: it ends after this has arrived */
  double fraction;
} Progress;

static void
progress_arrives_cb (gpointer data)
{
  g_autofree Progress *progress = data;
  AtlasLayer *self = g_task_get_source_object (progress->reading->task);

  if (self->reading != progress->reading->cancellable)
    return;
  self->progress = CLAMP (progress->fraction, -1, 1);
  _atlas_layer_notify (self, ATLAS_LAYER_PROGRESS);
}

static void
progress_cb (double fraction, gsize n_features, gpointer user_data)
{
  Reading *reading = user_data;
  Progress *progress;

  if (fraction < reading->told + PROGRESS_STEP)
    return;
  reading->told = fraction;
  progress = g_new (Progress, 1);
  *progress = (Progress){ reading, fraction };
  atlas_workers_hop (reading->context, progress_arrives_cb, progress);
}

/* A source without features may be a picture; of what went wrong, the first tells more. */
static void
try_raster (Reading *reading)
{
  if (g_error_matches (reading->error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !reading->crs)
    return;
  if (atlas_raster_find_extent (reading->source, reading->crs, &reading->raster_extent, reading->cancellable, NULL))
    g_clear_error (&reading->error);
}

static void
run_cb (gpointer data)
{
  Reading *reading = data;
  g_autoptr (AtlasTable) table = atlas_source_read (reading->source, progress_cb, reading, reading->cancellable,
                                                    &reading->error);

  if (!table)
    try_raster (reading);
  else if (reading->crs)
    reading->table = atlas_table_reproject (table, reading->crs, reading->cancellable, &reading->error);
  else
    reading->table = g_steal_pointer (&table);
}

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->task);
  g_object_unref (reading->cancellable);
  g_main_context_unref (reading->context);
  atlas_source_free (reading->source);
  g_clear_pointer (&reading->crs, atlas_crs_unref);
  g_clear_pointer (&reading->table, atlas_table_unref);
  g_clear_error (&reading->error);
  g_free (reading);
}

/* What was given up counts no more, even if the thread had it ready by then. */
static void
drop_if_cancelled (Reading *reading)
{
  if (!g_cancellable_is_cancelled (reading->cancellable))
    return;
  g_clear_pointer (&reading->table, atlas_table_unref);
  g_clear_error (&reading->error);
  g_cancellable_set_error_if_cancelled (reading->cancellable, &reading->error);
}

static void
take_result (AtlasLayer *self, Reading *reading)
{
  if (self->reading == reading->cancellable)
    g_clear_object (&self->reading);
  if (reading->table)
    atlas_layer_set_table (self, reading->table);
  if (!atlas_extent_is_empty (reading->raster_extent) && !reading->error)
    _atlas_layer_set_raster (self, reading->raster_extent);
  if (!g_error_matches (reading->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    atlas_layer_take_error (self, reading->error ? g_error_copy (reading->error) : NULL);
}

static void
finish_cb (gpointer data)
{
  Reading *reading = data;
  AtlasLayer *self = g_task_get_source_object (reading->task);

  drop_if_cancelled (reading);
  take_result (self, reading);
  _atlas_layer_notify (self, ATLAS_LAYER_LOADING);
  if (reading->error)
    g_task_return_error (reading->task, g_steal_pointer (&reading->error));
  else
    g_task_return_boolean (reading->task, TRUE);
  reading_free (reading);
}

/**
 * atlas_layer_load_async:
 * @crs: (nullable): the project's system; %NULL to keep that of the source
 * @callback: called on the main thread
 *
 * Reads the source into the layer's table. An error stays with the layer, too. A reading under way is given up.
 */
void
atlas_layer_load_async (AtlasLayer *self, AtlasCrs *crs, GAsyncReadyCallback callback, gpointer user_data)
{
  Reading *reading = g_new0 (Reading, 1);

  g_return_if_fail (self->source);

  atlas_layer_cancel_loading (self);
  reading->task = g_task_new (self, NULL, callback, user_data);
  reading->context = g_main_context_ref_thread_default ();
  reading->source = atlas_source_copy (self->source);
  reading->crs = crs ? atlas_crs_ref (crs) : NULL;
  reading->cancellable = g_cancellable_new ();
  reading->raster_extent = ATLAS_EXTENT_EMPTY;
  g_set_object (&self->reading, reading->cancellable);
  self->progress = -1;
  _atlas_layer_notify (self, ATLAS_LAYER_PROGRESS);
  _atlas_layer_notify (self, ATLAS_LAYER_LOADING);
  atlas_workers_push (atlas_workers_get_shared (), run_cb, finish_cb, reading);
}

/**
 * atlas_layer_load_finish:
 *
 * Returns: whether the layer has been read; %FALSE with @error set when not, or when cancelled
 */
gboolean
atlas_layer_load_finish (AtlasLayer *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * atlas_layer_cancel_loading:
 *
 * Gives up a reading under way, if there is one.
 */
void
atlas_layer_cancel_loading (AtlasLayer *self)
{
  if (self->reading)
    g_cancellable_cancel (self->reading);
  if (self->picturing)
    g_cancellable_cancel (self->picturing);
}
