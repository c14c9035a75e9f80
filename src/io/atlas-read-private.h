// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"
#include "atlas-field-plan.h"

G_BEGIN_DECLS

/**
 * AtlasReadOptions:
 * @progress: (nullable): told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): asked whether to go on
 */
typedef struct {
  AtlasProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
} AtlasReadOptions;

/**
 * AtlasReading:
 * @dataset: (unowned): where from
 * @layer: (unowned): which of its layers
 * @builder: the table as far as it is read; owned
 * @plan: how fields get into columns; owned
 * @tally: what was repaired
 * @scratch: memory for one geometry; owned
 * @options: how the caller wants it
 *
 * A read in progress, handed from step to step, to one thread at a time.
 */
typedef struct {
  AtlasDataset *dataset;
  OGRLayerH layer;
  AtlasTableBuilder *builder;
  GArray *plan;
  AtlasTally tally;
  GByteArray *scratch;
  AtlasReadOptions options;
} AtlasReading;

/* Looks at the cancellable, the size and the clock; to be called every few hundred features. */
gboolean _atlas_reading_step (const AtlasReading *self, double fraction, GError **error);

gboolean _atlas_read_feature (AtlasReading *self, gint64 *fid);
gboolean _atlas_read_features (AtlasReading *self, GError **error);
gboolean _atlas_read_shapes (AtlasReading *self, const AtlasSource *source, gboolean *done, GError **error);
gboolean _atlas_read_arrow (AtlasReading *self, GError **error);
gboolean _atlas_read_arrow_serves (const AtlasReading *self);

gboolean _atlas_read_set_filter (AtlasDataset *dataset, OGRLayerH layer, const char *where, GError **error);
AtlasTable *_atlas_read_layer (AtlasDataset *dataset,
                               OGRLayerH layer,
                               const AtlasSource *source,
                               const AtlasReadOptions *options,
                               GError **error);

gboolean _atlas_read_sheet_serves (const AtlasDataset *dataset);
AtlasTable *_atlas_read_sheet (AtlasDataset *dataset,
                               OGRLayerH sheet,
                               const AtlasSource *source,
                               const AtlasReadOptions *options,
                               GError **error);

/**
 * AtlasRowText:
 * @name: of the layer
 * @file: what sentences call the file
 * @text: (array length=length): its rows, as valid UTF-8
 * @separator: between cells
 * @notes: (element-type utf8): what was remarked on so far
 *
 * A table that is text; nothing of it is owned.
 */
typedef struct {
  const char *name;
  const char *file;
  const char *text;
  gsize length;
  char separator;
  GPtrArray *notes;
} AtlasRowText;

AtlasTable *
_atlas_read_rows (const AtlasRowText *rows, const AtlasSource *source, const AtlasReadOptions *options, GError **error);

/* One for each format that the program reads without GDAL. */
typedef AtlasTable *(*AtlasOwnReader) (const AtlasSource *source, const AtlasReadOptions *options, GError **error);

AtlasOwnReader _atlas_read_own (const AtlasSource *source);
AtlasTable *_atlas_read_fme_json (const AtlasSource *source, const AtlasReadOptions *options, GError **error);
AtlasTable *_atlas_read_csv (const AtlasSource *source, const AtlasReadOptions *options, GError **error);

G_END_DECLS
