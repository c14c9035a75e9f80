// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table.h"

G_BEGIN_DECLS

/**
 * AtlasValues:
 * @n: one for each feature
 * @values: (array length=n): the number shown; NaN where missing
 * @missing: (nullable) (array length=n): [enum@Missing] of each; %NULL when none is missing
 * @n_missing: how many have no value
 * @integer: whether every value is a whole number, so that classes can read `10–19`
 * @unit: (nullable): of the values, after normalisation ("1/km²")
 *
 * What a map shows of its features: a field as it is, or divided by another or by area. Immutable
 * and atomically refcounted.
 */
typedef struct {
  gsize n;
  const double *values;
  const guint8 *missing;
  gsize n_missing;
  gboolean integer;
  const char *unit;
} AtlasValues;

/* Every value of @field; a text field that holds numbers only is read as numbers. */
AtlasValues *atlas_values_new (AtlasTable *table, const char *field, GError **error);
/* @field divided by @per; a zero or missing divisor gives a missing value, not infinity. */
AtlasValues *atlas_values_new_per_field (AtlasTable *table, const char *field, const char *per, GError **error);
/* @field divided by square kilometres; @areas in m², one for each feature, as the floor `io` measures them. */
AtlasValues *atlas_values_new_per_area (AtlasTable *table, const char *field, const double *areas, GError **error);
AtlasValues *atlas_values_new_from_reals (const double *values, gsize n, const char *unit);

AtlasValues *atlas_values_ref (AtlasValues *self);
void atlas_values_unref (AtlasValues *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasValues, atlas_values_unref)

G_END_DECLS
