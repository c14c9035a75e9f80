// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-aggregate.h"

G_BEGIN_DECLS

/**
 * AtlasShare:
 * @feature: of which
 * @district: in which; the number of districts for what lies in none
 * @dimension: 2 of an area, 1 of a line, 0 of points
 * @share: of the feature that lies there, 0…1
 * @measure: length or area of that share; 0 of points
 */
typedef struct {
  gsize feature;
  gsize district;
  int dimension;
  double share;
  double measure;
} AtlasShare;

/**
 * AtlasShareTally:
 *
 * Sums up shares of features by district. Used by one thread.
 */
typedef struct _AtlasShareTally AtlasShareTally;

AtlasShareTally *atlas_share_tally_new (AtlasAggregateStat stat, const AtlasColumn *field, gsize n_districts);
void atlas_share_tally_free (AtlasShareTally *self);
void atlas_share_tally_add (AtlasShareTally *self, AtlasShare share);
void atlas_share_tally_add_input (AtlasShareTally *self, gsize feature, int dimension, double measure);
void atlas_share_tally_add_shared (AtlasShareTally *self);
AtlasAggregate *atlas_share_tally_end (AtlasShareTally *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasShareTally, atlas_share_tally_free)

G_END_DECLS
