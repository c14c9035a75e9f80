// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-breaks-private.h"

#include "atlas-sample.h"

/* Of values brought to 0…1 from a mean. */
typedef struct {
  double squares;
  double sizes; /* without their signs */
} Deviations;

/* Keeps what is finite and larger than the bound before. */
static void
copy_bounds (OwnedBreaks *self, const double *bounds, guint n_bounds)
{
  AtlasBreaks *breaks = &self->breaks;

  for (guint i = 0; i < n_bounds && breaks->n_classes < ATLAS_MAX_CLASSES; i++)
    if (isfinite (bounds[i]) && (breaks->n_classes == 0 || bounds[i] > self->bounds[breaks->n_classes - 1]))
      self->bounds[breaks->n_classes++] = bounds[i];
}

static void
measure_range (AtlasBreaks *breaks, const AtlasValues *values)
{
  breaks->min = INFINITY;
  breaks->max = -INFINITY;
  for (gsize i = 0; i < values->n; i++) {
    breaks->min = values->values[i] < breaks->min ? values->values[i] : breaks->min;
    breaks->max = values->values[i] > breaks->max ? values->values[i] : breaks->max;
  }
}

static void
count_values (OwnedBreaks *self, const AtlasValues *values, const guint8 *classes)
{
  for (guint c = 0; c < self->breaks.n_classes; c++) {
    self->lowest[c] = INFINITY;
    self->highest[c] = -INFINITY;
  }
  for (gsize i = 0; i < values->n; i++) {
    double value = values->values[i];
    guint c = classes[i];

    if (c == ATLAS_CLASS_NONE)
      continue;
    self->counts[c]++;
    self->lowest[c] = MIN (self->lowest[c], value);
    self->highest[c] = MAX (self->highest[c], value);
  }
}

static void
measure_means (const OwnedBreaks *self, const AtlasValues *values, const guint8 *classes, double *means, double *mean)
{
  double sums[ATLAS_MAX_CLASSES] = { 0 };
  double sum = 0;

  for (gsize i = 0; i < values->n; i++)
    if (classes[i] != ATLAS_CLASS_NONE)
      sums[classes[i]] += atlas_real_share (self->breaks.min, self->breaks.max, values->values[i]);
  for (guint c = 0; c < self->breaks.n_classes; c++) {
    means[c] = sums[c] / MAX (self->counts[c], 1);
    sum += sums[c];
  }
  *mean = sum / (values->n - values->n_missing);
}

static void
add_deviation (Deviations *deviations, double deviation)
{
  deviations->squares += deviation * deviation;
  deviations->sizes += fabs (deviation);
}

/* What each class leaves of the deviations from the mean of all; in two passes, the means first. */
static void
measure_fit (OwnedBreaks *self, const AtlasValues *values, const guint8 *classes)
{
  AtlasBreaks *breaks = &self->breaks;
  double means[ATLAS_MAX_CLASSES];
  double mean;
  Deviations within = { 0, 0 };
  Deviations total = { 0, 0 };

  measure_means (self, values, classes, means, &mean);
  for (gsize i = 0; i < values->n; i++) {
    double value = atlas_real_share (breaks->min, breaks->max, values->values[i]);

    if (classes[i] == ATLAS_CLASS_NONE)
      continue;
    add_deviation (&within, value - means[classes[i]]);
    add_deviation (&total, value - mean);
  }
  breaks->gvf = 1 - within.squares / total.squares;
  breaks->tai = 1 - within.sizes / total.sizes;
}

/* What the bounds make of values, not all of which are missing. */
static void
measure (OwnedBreaks *self, const AtlasValues *values)
{
  AtlasBreaks *breaks = &self->breaks;
  g_autofree guint8 *classes = atlas_breaks_assign (breaks, values);

  measure_range (breaks, values);
  count_values (self, values, classes);
  _atlas_breaks_round (self);
  if (breaks->min < breaks->max)
    measure_fit (self, values, classes);
}

/**
 * atlas_breaks_new:
 * @method: the classifier's name
 * @values: to be put into classes
 * @bounds: (array length=n_bounds): upper bounds, ascending; what is not finite or does not ascend is left out, and so
 *   is what comes after the 32nd
 *
 * Returns: (transfer full): the classes, with the values counted and the fit measured
 */
AtlasBreaks *
atlas_breaks_new (const char *method, const AtlasValues *values, const double *bounds, guint n_bounds)
{
  OwnedBreaks *self = g_new0 (OwnedBreaks, 1);
  AtlasBreaks *breaks = &self->breaks;

  g_atomic_ref_count_init (&self->refs);
  self->method = g_strdup (method);
  breaks->method = self->method;
  breaks->bounds = self->bounds;
  breaks->counts = self->counts;
  breaks->n_missing = values->n_missing;
  breaks->integer = values->integer;
  breaks->min = breaks->max = NAN;
  breaks->gvf = breaks->tai = 1;
  if (values->n_missing < values->n) {
    copy_bounds (self, bounds, n_bounds);
    measure (self, values);
  }
  return breaks;
}

AtlasBreaks *
atlas_breaks_ref (AtlasBreaks *self)
{
  g_atomic_ref_count_inc (&((OwnedBreaks *) self)->refs);
  return self;
}

/**
 * atlas_breaks_unref:
 * @self: (transfer full): breaks no longer needed
 */
void
atlas_breaks_unref (AtlasBreaks *self)
{
  OwnedBreaks *owned = (OwnedBreaks *) self;

  if (!g_atomic_ref_count_dec (&owned->refs))
    return;
  g_free (owned->method);
  g_free (owned);
}

/* All bounds are asked: a way out at the right one would be guessed wrong for every other value, and cost more. */
static inline guint
find_class (const double *bounds, guint n_classes, double value)
{
  guint c = 0;

  if (n_classes == 0 || isnan (value))
    return ATLAS_CLASS_NONE;
  for (guint i = 0; i + 1 < n_classes; i++)
    c += value > bounds[i];
  return c;
}

/**
 * atlas_breaks_find:
 *
 * Returns: the class of @value, from 0; %ATLAS_CLASS_NONE for NaN, and where there are no classes
 */
guint
atlas_breaks_find (const AtlasBreaks *self, double value)
{
  return find_class (self->bounds, self->n_classes, value);
}

/**
 * atlas_breaks_assign:
 *
 * Returns: (transfer full) (array): the class of each value
 */
guint8 *
atlas_breaks_assign (const AtlasBreaks *self, const AtlasValues *values)
{
  guint8 *classes = g_new (guint8, MAX (values->n, 1));

  for (gsize i = 0; i < values->n; i++)
    classes[i] = (guint8) find_class (self->bounds, self->n_classes, values->values[i]);
  return classes;
}
