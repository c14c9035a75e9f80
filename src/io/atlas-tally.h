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
  gsize n_skipped_fields; /* fields of a kind that a table has no place for */
} AtlasTally;

void atlas_tally_take_notes (const AtlasTally *self, AtlasTableBuilder *builder);

G_END_DECLS
