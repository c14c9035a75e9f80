// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-workers.h"

/* Reading waits for disks, so a few threads are worth it even on one core. */
#define LEAST_SHARED_THREADS 4

struct _AtlasWorkers {
  GThreadPool *pool; /* owned */
  gint pushed;       /* counts pieces of work, to tell the newer of two */
};

typedef struct {
  AtlasWorkFunc run;
  AtlasWorkFunc finish;
  gpointer data; /* owned by the two functions */
  gint number;
  GMainContext *context; /* owned by the thread that runs */
} Work;

typedef struct {
  AtlasWorkFunc func;
  gpointer data;
} Hop;

static gboolean
hop_cb (gpointer user_data)
{
  Hop *hop = user_data;

  hop->func (hop->data);
  return G_SOURCE_REMOVE;
}

/**
 * atlas_workers_hop:
 * @context: (nullable): where to; %NULL for the default main context
 * @func: called there once, as soon as it iterates
 * @data: (transfer full): for @func
 *
 * Carries a call from a thread to a main context.
 */
void
atlas_workers_hop (GMainContext *context, AtlasWorkFunc func, gpointer data)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Hop *hop = g_new (Hop, 1);

  *hop = (Hop){ func, data };
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, hop_cb, hop, g_free);
  g_source_set_static_name (source, "atlas_workers_hop");
  g_source_attach (source, context);
}

static void
finish_cb (gpointer data)
{
  Work *work = data;

  work->finish (work->data);
  g_free (work);
}

static void
run_cb (gpointer data, gpointer user_data)
{
  Work *work = data;
  g_autoptr (GMainContext) context = work->context;

  work->run (work->data);
  atlas_workers_hop (context, finish_cb, work);
}

static int
compare_newest_first_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Work *work_a = a;
  const Work *work_b = b;

  return (work_a->number < work_b->number) - (work_a->number > work_b->number);
}

/**
 * atlas_workers_new:
 * @n_threads: how many pieces of work may run at once
 * @newest_first: whether what was pushed last is begun first
 *
 * Returns: (transfer full): threads of one's own
 */
AtlasWorkers *
atlas_workers_new (int n_threads, gboolean newest_first)
{
  AtlasWorkers *self = g_new0 (AtlasWorkers, 1);

  self->pool = g_thread_pool_new (run_cb, NULL, n_threads, FALSE, NULL);
  if (newest_first)
    g_thread_pool_set_sort_function (self->pool, compare_newest_first_cb, NULL);
  return self;
}

/**
 * atlas_workers_free:
 * @self: (transfer full): no longer needed; what was pushed is still done
 */
void
atlas_workers_free (AtlasWorkers *self)
{
  g_thread_pool_free (self->pool, FALSE, TRUE);
  g_free (self);
}

static gpointer
make_shared_cb (gpointer data)
{
  return atlas_workers_new (MAX (LEAST_SHARED_THREADS, (int) g_get_num_processors ()), FALSE);
}

/**
 * atlas_workers_get_shared:
 *
 * Returns: (transfer none): the threads for reading, classifying, sorting and saving; pictures have their own
 */
AtlasWorkers *
atlas_workers_get_shared (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_shared_cb, NULL);
}

/**
 * atlas_workers_push:
 * @run: called on a thread; it may read immutable values and poll a cancellable, and releases no object
 * @finish: called afterwards on the thread-default main context of the caller; releases @data
 * @data: (transfer full): the piece of work
 */
void
atlas_workers_push (AtlasWorkers *self, AtlasWorkFunc run, AtlasWorkFunc finish, gpointer data)
{
  Work *work = g_new0 (Work, 1);

  work->run = run;
  work->finish = finish;
  work->data = data;
  work->number = g_atomic_int_add (&self->pushed, 1);
  work->context = g_main_context_ref_thread_default ();
  g_thread_pool_push (self->pool, work, NULL);
}
