// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-format.h"
#include "atlas-gdal-errors.h"
#include "atlas-source.h"
#include "atlas-sqlite-guard.h"

#include <gdal.h>

G_BEGIN_DECLS

/**
 * AtlasDataset:
 * @handle: GDAL's, closed with the dataset
 * @format: (nullable): of a file; %NULL for a connection
 * @name: what sentences call it; owned
 * @snapshot: (nullable): folder with a private copy of a database that may change under the reader; owned, removed
 * @mended: folder in GDAL's memory for a copy of a file that had to be mended; owned, removed
 * @notes: of char*, translated; owned
 * @guard: (nullable): over a database; owned
 * @log: what GDAL said since it was opened
 *
 * An open file or connection. It stays on the thread that opened it and no longer than one read.
 */
typedef struct {
  GDALDatasetH handle;
  const AtlasFormat *format;
  char *name;
  char *snapshot;
  char *mended;
  GPtrArray *notes;
  AtlasSqliteGuard *guard;
  AtlasGdalLog log;
} AtlasDataset;

AtlasDataset *atlas_dataset_open (const AtlasSource *source, guint flags, GCancellable *cancellable, GError **error);
AtlasDataset *
atlas_dataset_open_tiles (const AtlasSource *source, const char *table, GCancellable *cancellable, GError **error);
void atlas_dataset_close (AtlasDataset *self);
char **atlas_dataset_list_tile_tables (AtlasDataset *self);
OGRLayerH atlas_dataset_find_layer (AtlasDataset *self, const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasDataset, atlas_dataset_close)

G_END_DECLS
