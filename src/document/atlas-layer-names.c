// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-layer-private.h"
#include "atlas-workers.h"

/* How the names of a layer are made ready for the search, on a thread and once for each table. Nobody waits for them:
 * the work does not keep a layer that is no longer wanted. */

typedef struct {
  GWeakRef layer; /* touched on the main thread only */
  AtlasTable *table;
  AtlasNameIndex *names;
} NamesWork;

static void
run_cb (gpointer data)
{
  NamesWork *work = data;

  work->names = atlas_name_index_new (work->table);
}

static void
finish_cb (gpointer data)
{
  NamesWork *work = data;
  g_autoptr (AtlasLayer) layer = g_weak_ref_get (&work->layer);

  if (layer && layer->table == work->table && !layer->names)
    layer->names = g_steal_pointer (&work->names);
  g_clear_pointer (&work->names, atlas_name_index_free);
  atlas_table_unref (work->table);
  g_weak_ref_clear (&work->layer);
  g_free (work);
}

/* Lets go of the names of the table before, and has those of the present one read. */
void
_atlas_layer_update_names (AtlasLayer *self)
{
  NamesWork *work;

  g_clear_pointer (&self->names, atlas_name_index_free);
  if (!self->table)
    return;
  work = g_new0 (NamesWork, 1);
  g_weak_ref_init (&work->layer, self);
  work->table = atlas_table_ref (self->table);
  atlas_workers_push (atlas_workers_get_shared (), run_cb, finish_cb, work);
}

/**
 * atlas_layer_get_names:
 *
 * Returns: (nullable) (transfer none): the names of its features for the search; %NULL until a thread has read them
 */
AtlasNameIndex *
atlas_layer_get_names (AtlasLayer *self)
{
  return self->names;
}
