// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-transform.h"

G_BEGIN_DECLS

/**
 * AtlasCoverageRow:
 * @first: the first column that anything was added to
 * @last: the last one; less than @first in an untouched row
 */
typedef struct {
  int first;
  int last;
} AtlasCoverageRow;

/**
 * AtlasCoverage:
 * @width: in pixels
 * @height: in pixels
 * @cells: (owned): @height rows of @width + 2: how much more of a pixel is covered than of the one to its left
 * @rows: (owned): where each row was touched
 *
 * Which part of each pixel areas cover, exactly: not sampled, but worked out from where edges cross the pixels. Areas
 * add up, whatever their order, so that two which share a border cover the pixels along it whole.
 */
typedef struct {
  int width;
  int height;
  float *cells;
  AtlasCoverageRow *rows;
} AtlasCoverage;

void atlas_coverage_init (AtlasCoverage *self, int width, int height);
AtlasCoverage atlas_coverage_view (const AtlasCoverage *self, int first, int height);
void atlas_coverage_clear (AtlasCoverage *self);
void atlas_coverage_add_ring (AtlasCoverage *self,
                              const AtlasPoint *points,
                              gsize n,
                              AtlasTransform transform,
                              gboolean hole);
gboolean atlas_coverage_is_empty (const AtlasCoverage *self);

/* The changes along row @y, one for each column and two beyond the last. */
static inline float *
atlas_coverage_get_row (const AtlasCoverage *self, int y)
{
  return self->cells + (gsize) y * ((gsize) self->width + 2);
}

/* Has the processor fetch the cells that an area will touch first whose upper left corner is @corner, in pixels. Always
 * inline: GCC takes a call that only fetches for one without effect, and leaves it out. */
G_ALWAYS_INLINE static inline void
atlas_coverage_fetch (const AtlasCoverage *self, AtlasPoint corner)
{
  float *cells;

  if (!(corner.x >= 0 && corner.x < self->width && corner.y >= 0 && corner.y < self->height - 1))
    return;
  cells = atlas_coverage_get_row (self, (int) corner.y) + (int) corner.x;
  __builtin_prefetch (cells, 1);
  __builtin_prefetch (cells + self->width + 2, 1);
}

G_END_DECLS
