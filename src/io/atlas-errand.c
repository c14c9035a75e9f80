// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-errand.h"

/* All that the thread needs, in copies: who sent it may be gone. */
typedef struct {
  AtlasErrand errand;
  AtlasSource *source;    /* owned */
  AtlasReadOptions asked; /* borrowed from whoever waits */
  GMutex lock;
  gboolean left; /* nobody waits any more; guarded by @lock */
} Trip;

static void
trip_free (gpointer data)
{
  Trip *self = data;

  if (self->errand.free_wish)
    self->errand.free_wish (self->errand.wish);
  atlas_source_free (self->source);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static void
progress_cb (double fraction, gsize n_features, gpointer user_data)
{
  Trip *self = user_data;

  g_mutex_lock (&self->lock);
  if (!self->left && self->asked.progress)
    self->asked.progress (fraction, n_features, self->asked.user_data);
  g_mutex_unlock (&self->lock);
}

static void
run_cb (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Trip *self = task_data;
  const AtlasReadOptions options = { progress_cb, self, cancellable };
  g_autoptr (GError) error = NULL;
  gpointer result = self->errand.run (self->source, self->errand.wish, &options, &error);

  if (result)
    g_task_return_pointer (task, result, self->errand.free_result);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
leave (Trip *self)
{
  g_mutex_lock (&self->lock);
  self->left = TRUE;
  g_mutex_unlock (&self->lock);
}

static gpointer
run_away (const AtlasErrand *errand, const AtlasSource *source, const AtlasReadOptions *options, GError **error)
{
  g_autoptr (GTask) task = g_task_new (NULL, options->cancellable, NULL, NULL);
  Trip *trip = g_new0 (Trip, 1);

  trip->errand = *errand;
  trip->source = atlas_source_copy (source);
  trip->asked = *options;
  g_mutex_init (&trip->lock);
  g_task_set_task_data (task, trip, trip_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread_sync (task, run_cb);
  leave (trip);
  return g_task_propagate_pointer (task, error);
}

/**
 * atlas_errand_run:
 * @source: where to
 * @options: progress, which is told on another thread when @source is a server, and cancellable
 *
 * Files are read at once. A server may keep its answer back, and GDAL cannot be woken while it waits for one; it is
 * therefore asked on a thread of its own, which is left behind when the user cancels. It then ends by itself, as soon
 * as the server answers or has been silent for too long.
 *
 * Returns: (transfer full): what was brought back, or %NULL with @error set
 */
gpointer
atlas_errand_run (const AtlasErrand *self, const AtlasSource *source, const AtlasReadOptions *options, GError **error)
{
  gpointer result;

  if (source->connection && options->cancellable)
    return run_away (self, source, options, error);
  result = self->run (source, self->wish, options, error);
  if (self->free_wish)
    self->free_wish (self->wish);
  return result;
}
