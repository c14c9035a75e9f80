// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasAggregateStat:
 * @ATLAS_AGGREGATE_COUNT: features (points by position, lines and areas by the share that lies inside)
 * @ATLAS_AGGREGATE_SUM: of a field; lines and areas split by the share of length or area
 * @ATLAS_AGGREGATE_MEAN: of a field, weighted by that share
 * @ATLAS_AGGREGATE_MIN: of a field
 * @ATLAS_AGGREGATE_MAX: of a field
 * @ATLAS_AGGREGATE_LENGTH: of lines inside, in metres
 * @ATLAS_AGGREGATE_AREA: of areas inside, in square metres
 */
typedef enum {
  ATLAS_AGGREGATE_COUNT,
  ATLAS_AGGREGATE_SUM,
  ATLAS_AGGREGATE_MEAN,
  ATLAS_AGGREGATE_MIN,
  ATLAS_AGGREGATE_MAX,
  ATLAS_AGGREGATE_LENGTH,
  ATLAS_AGGREGATE_AREA,
} AtlasAggregateStat;

gboolean atlas_aggregate_parse (const char *text, AtlasAggregateStat *stat, char **field, GError **error);

/**
 * AtlasAggregateRow:
 * @n: features, or the shares of them that lie here
 * @missing: the part of @n that has no value in the field
 * @value: the statistic; NaN where there is nothing to tell
 */
typedef struct {
  double n;
  double missing;
  double value;
} AtlasAggregateRow;

/**
 * AtlasAggregate:
 * @rows: (array length=n_rows): one for each district, in their order
 * @outside: what lies in no district
 * @input: all; the counts and sums of @rows and @outside add up to it
 * @n_shared: features of which more than one district could claim the same part
 *
 * A feature on a common border, or in overlapping districts, belongs to one district only: the first.
 */
typedef struct {
  AtlasAggregateRow *rows;
  gsize n_rows;
  AtlasAggregateRow outside;
  AtlasAggregateRow input;
  gsize n_shared;
} AtlasAggregate;

/* Both tables in one projected system, measured in metres. */
AtlasAggregate *atlas_aggregate_new (AtlasTable *features,
                                     AtlasTable *districts,
                                     AtlasAggregateStat stat,
                                     const char *field,
                                     GCancellable *cancellable,
                                     GError **error);
void atlas_aggregate_free (AtlasAggregate *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasAggregate, atlas_aggregate_free)

G_END_DECLS
