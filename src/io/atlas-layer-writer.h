// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table.h"

#include <gdal.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasLayerWriter:
 * @dataset: open for writing
 * @name: of the layer to be made
 * @options: (nullable): of the driver for this layer, "KEY=VALUE"
 * @metadata: (nullable): kept with the layer, "KEY=VALUE"
 * @guard_formulas: whether texts that a spreadsheet would run are made harmless
 *
 * How a table becomes a layer. Everything is borrowed.
 */
typedef struct {
  GDALDatasetH dataset;
  const char *name;
  char **options;
  char **metadata;
  gboolean guard_formulas;
} AtlasLayerWriter;

gboolean
atlas_layer_writer_write (const AtlasLayerWriter *self, AtlasTable *table, GCancellable *cancellable, GError **error);

G_END_DECLS
