// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-breaks-private.h"

#include <string.h>

#define MOST_DECIMALS  10   /* beyond them a power of ten reads better */
#define MOST_DIGITS    17   /* that write every double as it is */
#define LARGEST_FIXED  1e15 /* from here on numbers are written with a power of ten */
#define MOST_OF_SINGLE 6
#define LARGEST_SHIFT  0.1 /* of a class, by which rounding may move its edge */
#define NO_BREAK       "\u00a0"

static double
round_as (Notation notation, double value)
{
  return notation.scientific ? atlas_number_round_scientific (value, notation.digits)
                             : atlas_number_round (value, notation.digits);
}

/* One unit of the last digit shown. */
static double
unit_of (Notation notation, double value)
{
  if (!notation.scientific)
    return pow (10, -notation.digits);
  return value == 0 ? 0 : pow (10, floor (log10 (fabs (value))) + 1 - notation.digits);
}

static double
round_down (Notation notation, double value)
{
  double nearest = round_as (notation, value);

  return nearest <= value ? nearest : round_as (notation, nearest - unit_of (notation, value));
}

static double
round_up (Notation notation, double value)
{
  double nearest = round_as (notation, value);

  return nearest >= value ? nearest : round_as (notation, nearest + unit_of (notation, value));
}

/* A bound is often the highest value of its class. Rounded below it, that value would seem to be of the next class, so
 * it is rounded up then. */
static double
round_bound (const OwnedBreaks *self, guint bound)
{
  double nearest = round_as (self->notation, self->bounds[bound]);

  return nearest >= self->highest[bound] ? nearest : round_up (self->notation, self->bounds[bound]);
}

/* The first label begins at or below the minimum and the last ends at or above its bound, so that no value falls
 * outside the legend. */
static void
round_bounds (OwnedBreaks *self)
{
  guint last = self->breaks.n_classes - 1;

  self->shown[0] = round_down (self->notation, self->breaks.min);
  for (guint i = 0; i < last; i++)
    self->shown[i + 1] = round_bound (self, i);
  self->shown[last + 1] = round_up (self->notation, self->bounds[last]);
}

/* Whether the bound as shown parts the values just as the true one does. */
static gboolean
parts_alike (const OwnedBreaks *self, guint bound)
{
  double shown = self->shown[bound + 1];

  for (guint c = 0; c < self->breaks.n_classes; c++)
    if (c <= bound ? self->highest[c] > shown : self->lowest[c] <= shown)
      return FALSE;
  return TRUE;
}

/* The width of the class below @edge (0 is the minimum, then come the bounds); without end where it has no width. */
static double
width_below (const OwnedBreaks *self, guint edge)
{
  double low = edge > 1 ? self->bounds[edge - 2] : self->breaks.min;
  double width = edge > 0 && edge <= self->breaks.n_classes ? self->bounds[edge - 1] - low : INFINITY;

  return width > 0 ? width : INFINITY;
}

/* Whether the edge as shown is about where it is, seen from the narrower class beside it. */
static gboolean
is_near (const OwnedBreaks *self, guint edge)
{
  double place = edge > 0 ? self->bounds[edge - 1] : self->breaks.min;
  double narrower = MIN (width_below (self, edge), width_below (self, edge + 1));

  return fabs (self->shown[edge] - place) <= narrower * LARGEST_SHIFT;
}

static gboolean
is_true (const OwnedBreaks *self)
{
  const AtlasBreaks *breaks = &self->breaks;

  if (breaks->min < self->bounds[0] && self->shown[0] >= self->shown[1])
    return FALSE;
  for (guint edge = 0; edge <= breaks->n_classes; edge++)
    if (!is_near (self, edge))
      return FALSE;
  for (guint i = 0; i + 1 < breaks->n_classes; i++)
    if (!parts_alike (self, i) || self->shown[i + 1] >= self->shown[i + 2])
      return FALSE;
  return TRUE;
}

static gboolean
try_notation (OwnedBreaks *self, gboolean scientific, int digits)
{
  self->notation = (Notation){ scientific, digits };
  round_bounds (self);
  return is_true (self);
}

/* Finds the shortest numbers with which no value changes its class, no bound moves far and no two read alike. All
 * seventeen digits always do. */
void
_atlas_breaks_round (OwnedBreaks *self)
{
  const AtlasBreaks *breaks = &self->breaks;
  double largest = MAX (fabs (breaks->min), fabs (self->bounds[breaks->n_classes - 1]));

  if (largest < LARGEST_FIXED)
    for (int digits = 0; digits <= MOST_DECIMALS; digits++)
      if (try_notation (self, FALSE, digits))
        return;
  for (int digits = 1; digits <= MOST_DIGITS; digits++)
    if (try_notation (self, TRUE, digits))
      return;
}

static char *
format_as (Notation notation, double value, AtlasNumberForm form)
{
  return notation.scientific ? atlas_number_format_scientific (value, notation.digits, form)
                             : atlas_number_format (value, notation.digits, form);
}

/* A value that is a whole class by itself reads as itself: with no more decimals than it has, and no fewer unless they
 * are very many. */
static char *
label_single (double value, AtlasNumberForm form)
{
  gboolean tiny = value != 0 && fabs (value) < pow (10, -MOST_OF_SINGLE);

  if (tiny || fabs (value) >= LARGEST_FIXED)
    return atlas_number_format_scientific (value, MOST_OF_SINGLE, form);
  return atlas_number_format (value, atlas_number_decimals (&value, 1, MOST_OF_SINGLE), form);
}

/* Between two dashes of different meaning, a space keeps them apart: "−5 – −1". */
static char *
label_range (Notation notation, double low, double high, AtlasNumberForm form)
{
  g_autofree char *first = format_as (notation, low, form);
  g_autofree char *second = format_as (notation, high, form);
  gboolean apart = notation.scientific || low < 0 || high < 0;

  return g_strjoin (apart ? NO_BREAK "–" NO_BREAK : "–", first, second, NULL);
}

static char *
label_open (const char *sign, Notation notation, double bound, AtlasNumberForm form)
{
  g_autofree char *text = format_as (notation, bound, form);

  return g_strconcat (sign, NO_BREAK, text, NULL);
}

static char *
label_real (const OwnedBreaks *self, guint c, AtlasNumberForm form)
{
  const AtlasBreaks *breaks = &self->breaks;
  gboolean first = c == 0;
  gboolean last = c + 1 == breaks->n_classes;

  if (first && breaks->min > self->bounds[0])
    return label_open ("≤", self->notation, self->shown[1], form);
  if (last && breaks->max > self->bounds[c])
    return label_open (first ? "≥" : ">", self->notation, self->shown[c], form);
  if (first && breaks->min == self->bounds[0])
    return label_single (breaks->min, form);
  return label_range (self->notation, self->shown[c], self->shown[c + 1], form);
}

static char *
label_whole (const OwnedBreaks *self, guint c, AtlasNumberForm form)
{
  const AtlasBreaks *breaks = &self->breaks;
  const Notation whole = { FALSE, 0 };
  double low = c == 0 ? breaks->min : floor (self->bounds[c - 1]) + 1;
  double high = floor (self->bounds[c]);

  if (c == 0 && breaks->min > self->bounds[0])
    return label_open ("≤", whole, high, form);
  if (c + 1 == breaks->n_classes && breaks->max > self->bounds[c])
    return label_open ("≥", whole, low, form);
  if (low > high)
    return label_real (self, c, form);
  return low == high ? atlas_number_format (low, 0, form) : label_range (whole, low, high, form);
}

/**
 * atlas_breaks_dup_label:
 * @index: of the class
 * @form: how numbers are written
 *
 * What the legend says of a class. Whole numbers read as such ("10–19"), others with just as many decimals as keep
 * every label true; a class of one single value reads as this value. An end is open ("≤ 5", "> 40") only where no
 * value, or any larger value, is meant.
 *
 * Returns: (transfer full): the label
 */
char *
atlas_breaks_dup_label (const AtlasBreaks *self, guint index, AtlasNumberForm form)
{
  g_return_val_if_fail (index < self->n_classes, NULL);

  if (self->integer && fabs (self->bounds[self->n_classes - 1]) < LARGEST_FIXED)
    return label_whole ((const OwnedBreaks *) self, index, form);
  return label_real ((const OwnedBreaks *) self, index, form);
}
