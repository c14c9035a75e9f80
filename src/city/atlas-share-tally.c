// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-share-tally.h"

/*
 * One line for each district, then one for what lies outside, then one for the input. The input is
 * summed on its own, not from the others, so that a comparison of the two means something.
 */

typedef struct {
  double n;
  double missing;
  double sum;
  double min;
  double max;
} Line;

struct _AtlasShareTally {
  AtlasAggregateStat stat;
  const AtlasColumn *field; /* borrowed, nullable */
  gsize n_districts;
  Line *lines; /* owned: n_districts + 2 */
  gsize n_shared;
};

/**
 * atlas_share_tally_new:
 * @field: (nullable): whose values are summed up, where @stat needs one; must outlive the tally
 *
 * Returns: (transfer full): a tally of nothing yet
 */
AtlasShareTally *
atlas_share_tally_new (AtlasAggregateStat stat, const AtlasColumn *field, gsize n_districts)
{
  AtlasShareTally *self = g_new0 (AtlasShareTally, 1);

  self->stat = stat;
  self->field = field;
  self->n_districts = n_districts;
  self->lines = g_new0 (Line, n_districts + 2);
  for (gsize i = 0; i < n_districts + 2; i++) {
    self->lines[i].min = INFINITY;
    self->lines[i].max = -INFINITY;
  }
  return self;
}

void
atlas_share_tally_free (AtlasShareTally *self)
{
  g_free (self->lines);
  g_free (self);
}

static double
find_value (const AtlasShareTally *self, AtlasShare share)
{
  switch (self->stat) {
  case ATLAS_AGGREGATE_COUNT:
    return 1;
  case ATLAS_AGGREGATE_LENGTH:
    return share.dimension == 1 ? share.measure / share.share : NAN;
  case ATLAS_AGGREGATE_AREA:
    return share.dimension == 2 ? share.measure / share.share : NAN;
  case ATLAS_AGGREGATE_SUM:
  case ATLAS_AGGREGATE_MEAN:
  case ATLAS_AGGREGATE_MIN:
  case ATLAS_AGGREGATE_MAX:
    return atlas_column_get_real (self->field, share.feature);
  default:
    g_return_val_if_reached (NAN);
  }
}

/**
 * atlas_share_tally_add:
 * @share: the part of a feature that lies in one district, or in none
 */
void
atlas_share_tally_add (AtlasShareTally *self, AtlasShare share)
{
  Line *line = &self->lines[share.district];
  double value = find_value (self, share);

  line->n += share.share;
  if (isnan (value)) {
    line->missing += share.share;
    return;
  }
  line->sum += value * share.share;
  line->min = MIN (line->min, value);
  line->max = MAX (line->max, value);
}

/**
 * atlas_share_tally_add_input:
 * @dimension: of the feature
 * @measure: length or area of the whole feature
 *
 * Counts a feature once, wherever its shares lie.
 */
void
atlas_share_tally_add_input (AtlasShareTally *self, gsize feature, int dimension, double measure)
{
  atlas_share_tally_add (self, (AtlasShare){ feature, self->n_districts + 1, dimension, 1, measure });
}

/**
 * atlas_share_tally_add_shared:
 *
 * Counts a feature of which more than one district could claim the same part.
 */
void
atlas_share_tally_add_shared (AtlasShareTally *self)
{
  self->n_shared++;
}

static double
find_result (const AtlasShareTally *self, const Line *line)
{
  double present = line->n - line->missing;

  switch (self->stat) {
  case ATLAS_AGGREGATE_MEAN:
    return present > 0 ? line->sum / present : NAN;
  case ATLAS_AGGREGATE_MIN:
    return present > 0 ? line->min : NAN;
  case ATLAS_AGGREGATE_MAX:
    return present > 0 ? line->max : NAN;
  case ATLAS_AGGREGATE_COUNT:
  case ATLAS_AGGREGATE_SUM:
  case ATLAS_AGGREGATE_LENGTH:
  case ATLAS_AGGREGATE_AREA:
  default:
    /* No feature sums up to nothing; features of which none has a value sum up to who knows what. */
    return present > 0 || line->n == 0 ? line->sum : NAN;
  }
}

static AtlasAggregateRow
make_row (const AtlasShareTally *self, const Line *line)
{
  return (AtlasAggregateRow){ .n = line->n, .missing = line->missing, .value = find_result (self, line) };
}

/**
 * atlas_share_tally_end:
 *
 * Returns: (transfer full): what has been summed up
 */
AtlasAggregate *
atlas_share_tally_end (AtlasShareTally *self)
{
  AtlasAggregate *result = g_new0 (AtlasAggregate, 1);

  result->n_rows = self->n_districts;
  result->rows = g_new0 (AtlasAggregateRow, self->n_districts);
  for (gsize i = 0; i < self->n_districts; i++)
    result->rows[i] = make_row (self, &self->lines[i]);
  result->outside = make_row (self, &self->lines[self->n_districts]);
  result->n_shared = self->n_shared;
  result->input = make_row (self, &self->lines[self->n_districts + 1]);
  return result;
}
