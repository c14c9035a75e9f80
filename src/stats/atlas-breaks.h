// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-number.h"
#include "atlas-values.h"

G_BEGIN_DECLS

/**
 * AtlasBreaks:
 * @method: the classifier's name
 * @min: smallest value
 * @max: largest value
 * @n_classes: at least 1 when there is any value, else 0
 * @bounds: (array length=n_classes): upper bound of each class, ascending
 * @counts: (array length=n_classes): values in each
 * @n_missing: values in none
 * @gvf: goodness of variance fit, 1 − within / total sum of squares; 1 for constants
 * @tai: tabular accuracy index, 1 − within / total sum of absolute deviations from the mean
 * @integer: whether all values are whole
 *
 * Classes closed on the right, `(a, b]`; the first includes the minimum. Membership always comes from
 * these full-precision bounds. A value above the last bound is in the last class; below the first, in
 * the first. Immutable and atomically refcounted.
 */
typedef struct {
  const char *method;
  double min;
  double max;
  guint n_classes;
  const double *bounds;
  const gsize *counts;
  gsize n_missing;
  double gvf;
  double tai;
  gboolean integer;
} AtlasBreaks;

#define ATLAS_CLASS_NONE  255 /* the class of a missing value */
#define ATLAS_MAX_CLASSES 32

AtlasBreaks *atlas_breaks_new (const char *method, const AtlasValues *values, const double *bounds, guint n_bounds);
AtlasBreaks *atlas_breaks_ref (AtlasBreaks *self);
void atlas_breaks_unref (AtlasBreaks *self);

guint atlas_breaks_find (const AtlasBreaks *self, double value);
guint8 *atlas_breaks_assign (const AtlasBreaks *self, const AtlasValues *values);
char *atlas_breaks_dup_label (const AtlasBreaks *self, guint index, AtlasNumberForm form);
char *atlas_breaks_dup_end (const AtlasBreaks *self, gboolean high, AtlasNumberForm form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasBreaks, atlas_breaks_unref)

G_END_DECLS
