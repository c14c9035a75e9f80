// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-extent.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AtlasSpatialIndex:
 *
 * A packed Hilbert R-tree over boxes: built once, immutable, atomically refcounted. Empty boxes are
 * never found.
 */
typedef struct _AtlasSpatialIndex AtlasSpatialIndex;

#define ATLAS_TYPE_SPATIAL_INDEX (atlas_spatial_index_get_type ())
GType atlas_spatial_index_get_type (void);

AtlasSpatialIndex *atlas_spatial_index_new (const AtlasExtent *boxes, gsize n);
AtlasSpatialIndex *atlas_spatial_index_ref (AtlasSpatialIndex *self);
void atlas_spatial_index_unref (AtlasSpatialIndex *self);

typedef gboolean (*AtlasSpatialIndexFunc) (guint32 item, gpointer user_data);
void atlas_spatial_index_foreach (const AtlasSpatialIndex *self,
                                  AtlasExtent extent,
                                  AtlasSpatialIndexFunc func,
                                  gpointer user_data);
void atlas_spatial_index_query (const AtlasSpatialIndex *self, AtlasExtent extent, GArray *items);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSpatialIndex, atlas_spatial_index_unref)

G_END_DECLS
