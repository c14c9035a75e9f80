// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"
#include "atlas-field-plan.h"

G_BEGIN_DECLS

/**
 * AtlasReading:
 * @dataset: (unowned): where from
 * @layer: (unowned): which of its layers
 * @builder: the table as far as it is read; owned
 * @plan: how fields get into columns; owned
 * @tally: what was repaired
 * @scratch: memory for one geometry; owned
 * @progress: (nullable): told how far it is
 * @cancellable: (nullable): asked whether to go on
 *
 * A read in progress, handed from step to step on one thread.
 */
typedef struct {
  AtlasDataset *dataset;
  OGRLayerH layer;
  AtlasTableBuilder *builder;
  GArray *plan;
  AtlasTally tally;
  GByteArray *scratch;
  AtlasProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
} AtlasReading;

/* Looks at the cancellable, the size and the clock; to be called every few hundred features. */
gboolean _atlas_reading_step (const AtlasReading *self, double fraction, GError **error);

gboolean _atlas_read_features (AtlasReading *self, GError **error);
gboolean _atlas_read_arrow (AtlasReading *self, GError **error);
gboolean _atlas_read_arrow_serves (const AtlasReading *self);

/* One for each format that the program reads without GDAL. */
AtlasTable *_atlas_read_csv (const AtlasSource *source,
                             AtlasProgressFunc progress,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
