// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-wkb.h"

G_BEGIN_DECLS

/**
 * AtlasTally:
 *
 * What a reader had to repair, to leave out or to decide while it read one layer; each becomes a note.
 */
typedef struct {
  AtlasWkbLoss loss;
  gsize n_null;           /* features without geometry, in a layer that has a geometry */
  gsize n_empty;          /* features whose geometry has no position */
  gsize n_curved;         /* features whose curves were made straight */
  gsize n_broken;         /* features of which something could not be read */
  gsize n_bad_texts;      /* cells whose letters are damaged */
  gsize n_naive_times;    /* instants that say no time zone */
  gsize n_marks;          /* cells that say in words that they have no number */
  gsize n_skipped_fields; /* fields of a kind that a table has no place for */
  gsize n_long_integers;  /* whole numbers that classes and sums, which are reckoned in doubles, see rounded */
} AtlasTally;

/* Every whole number up to here is a double, too. */
#define ATLAS_TALLY_LARGEST_EXACT (G_GINT64_CONSTANT (1) << 53)

static inline void
atlas_tally_judge_integer (AtlasTally *self, gint64 value)
{
  self->n_long_integers += value > ATLAS_TALLY_LARGEST_EXACT || value < -ATLAS_TALLY_LARGEST_EXACT;
}

void atlas_tally_take_notes (const AtlasTally *self, AtlasTableBuilder *builder);

G_END_DECLS
