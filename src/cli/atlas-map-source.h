// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-invocation.h"

G_BEGIN_DECLS

/**
 * AtlasMapSource:
 * @name: what it is called when there is no better title
 * @table: (nullable): its features; %NULL for a raster
 * @raster: (nullable): where its pixels are; %NULL for features
 * @crs: (nullable): its own system
 * @extent: where it lies, in its own system until it is projected
 * @areas: (nullable): of its features in m², measured before anything was projected
 *
 * One source of a map. Owns what it holds.
 */
typedef struct {
  char *name;
  AtlasTable *table;
  AtlasSource *raster;
  AtlasCrs *crs;
  AtlasExtent extent;
  double *areas;
} AtlasMapSource;

AtlasMapSource *atlas_map_source_new (AtlasInvocation *invocation, const char *word, GError **error);
void atlas_map_source_free (AtlasMapSource *self);
gboolean atlas_map_source_project (AtlasMapSource *self, AtlasCrs *crs, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMapSource, atlas_map_source_free)

G_END_DECLS
