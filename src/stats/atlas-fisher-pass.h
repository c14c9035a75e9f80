// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-fisher-search.h"

G_BEGIN_DECLS

/* Between the files of Fisher's method; no other file includes this. */

/* Classes added one by one, from cut 0 to cut k of a search. Arrays are lent. */
typedef struct {
  const FisherSearch *search;
  const FisherCut *starts; /* where a class may begin, of each bin */
  const FisherCut *ends;   /* where it may end */
  gboolean may_be_empty;   /* whether an end may lie at or below its start, and the class then leaves nothing */
  double *rows;            /* n_rows of n: what j classes leave below each bin of cut j, in row j modulo n_rows */
  guint n_rows;            /* at least 2 */
  guint32 *chosen; /* k + 1 rows of n: for each bin of cut j that of the cut before, each counted from the first of its
                    * step; may be NULL */
} FisherPass;

void _fisher_pass_run (const FisherPass *self);

G_END_DECLS
