// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-attic.h"

struct _AtlasAttic {
  GPtrArray *layers; /* owned, of borrowed AtlasLayer that it leaves as they are freed: removed last comes last */
  gsize room;        /* bytes of features */
};

static void
layer_gone_cb (gpointer layers, GObject *layer)
{
  g_ptr_array_remove (layers, layer);
}

static gsize
measure (AtlasLayer *layer)
{
  AtlasTable *table = atlas_layer_get_table (layer);

  return table ? atlas_table_get_size (table) : 0;
}

static void
make_room (AtlasAttic *self)
{
  gsize size = 0;

  for (guint i = self->layers->len; i > 0; i--) {
    AtlasLayer *layer = g_ptr_array_index (self->layers, i - 1);

    size += measure (layer);
    if (size > self->room)
      atlas_layer_set_table (layer, NULL);
  }
}

/**
 * atlas_attic_put:
 * @layer: was removed; one that was not read from anywhere keeps its features in any case
 *
 * Takes note of a layer, and lets go of the features of those that there is no more room for.
 */
void
atlas_attic_put (AtlasAttic *self, AtlasLayer *layer)
{
  if (!atlas_layer_get_source (layer))
    return;
  g_ptr_array_add (self->layers, layer);
  g_object_weak_ref (G_OBJECT (layer), layer_gone_cb, self->layers);
  make_room (self);
}

/**
 * atlas_attic_take:
 * @layer: comes back
 *
 * Returns: whether its features have to be read again
 */
gboolean
atlas_attic_take (AtlasAttic *self, AtlasLayer *layer)
{
  if (!g_ptr_array_remove (self->layers, layer))
    return FALSE;
  g_object_weak_unref (G_OBJECT (layer), layer_gone_cb, self->layers);
  return !atlas_layer_get_table (layer) && !atlas_layer_is_raster (layer) && !atlas_layer_get_loading (layer);
}

/**
 * atlas_attic_new:
 * @room: for features, in bytes
 *
 * Returns: (transfer full): an attic without layers
 */
AtlasAttic *
atlas_attic_new (gsize room)
{
  AtlasAttic *self = g_new (AtlasAttic, 1);

  *self = (AtlasAttic){ g_ptr_array_new (), room };
  return self;
}

void
atlas_attic_free (AtlasAttic *self)
{
  for (guint i = 0; i < self->layers->len; i++)
    g_object_weak_unref (g_ptr_array_index (self->layers, i), layer_gone_cb, self->layers);
  g_ptr_array_unref (self->layers);
  g_free (self);
}
