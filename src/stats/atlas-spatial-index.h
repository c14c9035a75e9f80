// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-extent.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AtlasSpatialIndex:
 *
 * A packed Hilbert R-tree over boxes: built once, immutable. Empty boxes are never found.
 */
typedef struct _AtlasSpatialIndex AtlasSpatialIndex;

AtlasSpatialIndex *atlas_spatial_index_new (const AtlasExtent *boxes, gsize n);
void atlas_spatial_index_free (AtlasSpatialIndex *self);

typedef gboolean (*AtlasSpatialIndexFunc) (guint32 item, gpointer user_data);
void atlas_spatial_index_foreach (const AtlasSpatialIndex *self,
                                  AtlasExtent extent,
                                  AtlasSpatialIndexFunc func,
                                  gpointer user_data);
void atlas_spatial_index_query (const AtlasSpatialIndex *self, AtlasExtent extent, GArray *items);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSpatialIndex, atlas_spatial_index_free)

G_END_DECLS
