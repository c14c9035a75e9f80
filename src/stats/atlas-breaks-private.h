// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-breaks.h"

G_BEGIN_DECLS

/* Between the breaks and their labels; no other file includes this. */

/* How numbers are rounded for labels: with @digits decimals, or to @digits significant ones. */
typedef struct {
  gboolean scientific;
  int digits;
} Notation;

typedef struct {
  AtlasBreaks breaks; /* first, so that one can be cast to the other */
  gatomicrefcount refs;
  char *method; /* owned */
  double bounds[ATLAS_MAX_CLASSES];
  gsize counts[ATLAS_MAX_CLASSES];
  double lowest[ATLAS_MAX_CLASSES];  /* smallest value in each class; infinite in an empty one */
  double highest[ATLAS_MAX_CLASSES]; /* largest; minus infinite in an empty one */
  Notation notation;
  double shown[ATLAS_MAX_CLASSES + 1]; /* the minimum, then the bounds, as the labels round them */
} OwnedBreaks;

void _atlas_breaks_round (OwnedBreaks *self);

G_END_DECLS
