// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-classifier.h"
#include "atlas-fisher-walk.h"

G_BEGIN_DECLS

/* Between the files of Fisher's method; no other file includes this. */

/* Of bins. */
typedef struct {
  gsize first;
  gsize n;
} FisherRange;

/* Where the cuts of the best partition into k classes, and of all its equals, may be: in which bins. A bin is a run of
 * neighbouring cuts. */
typedef struct {
  guint k;
  gsize n;                                  /* bins: the first one is the bottom and the last one the top */
  GArray *lows;                             /* owned: of FisherCut: the lowest of each bin */
  GArray *highs;                            /* owned: of FisherCut: the highest */
  gboolean is_fine;                         /* whether each bin is but one cut */
  FisherRange steps[ATLAS_MAX_CLASSES + 1]; /* bins of cut number j; of cut 0 it is the bottom, of cut k the top */
} FisherSearch;

FisherSearch _fisher_search_new (const AtlasSample *sample, guint k, gsize share);
FisherSearch _fisher_search_refine (const FisherSearch *self, const AtlasSample *sample, gsize share);
void _fisher_search_clear (FisherSearch *self);

static inline const FisherCut *
_fisher_search_lows (const FisherSearch *self)
{
  return (const FisherCut *) (gpointer) self->lows->data;
}

static inline const FisherCut *
_fisher_search_highs (const FisherSearch *self)
{
  return (const FisherCut *) (gpointer) self->highs->data;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FisherSearch, _fisher_search_clear)

G_END_DECLS
