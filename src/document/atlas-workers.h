// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasWorkers:
 *
 * Threads for work that would hold the window up. A piece of work is plain data with two functions: `run`, on a
 * thread, and `finish`, back on the main context that pushed it. Only `finish` may release objects, so that nothing
 * that is observed ever dies on a thread.
 */
typedef struct _AtlasWorkers AtlasWorkers;

typedef void (*AtlasWorkFunc) (gpointer data);

AtlasWorkers *atlas_workers_new (int n_threads, gboolean newest_first);
void atlas_workers_free (AtlasWorkers *self);
AtlasWorkers *atlas_workers_get_shared (void);
void atlas_workers_push (AtlasWorkers *self, AtlasWorkFunc run, AtlasWorkFunc finish, gpointer data);

/* Calls @func on the main context @context (nullable: the default one) with @data, which it takes. */
void atlas_workers_hop (GMainContext *context, AtlasWorkFunc func, gpointer data);

G_END_DECLS
