// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-breaks-private.h"

#include <string.h>

#define MOST_DECIMALS  10   /* beyond them a power of ten reads better */
#define MOST_DIGITS    17   /* that write every double as it is */
#define LARGEST_FIXED  1e15 /* from here on numbers are written with a power of ten */
#define MOST_OF_SINGLE 6    /* digits of a value that stands for itself */
#define LARGEST_SHIFT  0.1  /* of a class, by which ordinary rounding may move its edge */
#define LARGEST_NUDGE  0.01 /* the same where the edge is not rounded to the nearest number */
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

static double
get_edge (const OwnedBreaks *self, guint edge)
{
  return edge > 0 ? self->bounds[edge - 1] : self->breaks.min;
}

/* Whether the edge as shown is the number nearest to it. */
static gboolean
is_nearest (const OwnedBreaks *self, guint edge)
{
  return self->shown[edge] == round_as (self->notation, get_edge (self, edge));
}

/* Whether the edge as shown is about where it is, seen from the narrower class beside it. */
static gboolean
is_near (const OwnedBreaks *self, guint edge)
{
  double narrower = MIN (width_below (self, edge), width_below (self, edge + 1));
  double most = is_nearest (self, edge) ? LARGEST_SHIFT : LARGEST_NUDGE;

  return fabs (self->shown[edge] - get_edge (self, edge)) <= narrower * most;
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

static gboolean
are_all_nearest (const OwnedBreaks *self)
{
  for (guint edge = 0; edge <= self->breaks.n_classes; edge++)
    if (!is_nearest (self, edge))
      return FALSE;
  return TRUE;
}

/* One digit more is well spent when it makes every edge the nearest number. */
static gboolean
settle_notation (OwnedBreaks *self, gboolean scientific, int digits)
{
  if (!try_notation (self, scientific, digits))
    return FALSE;
  if (are_all_nearest (self) || (try_notation (self, scientific, digits + 1) && are_all_nearest (self)))
    return TRUE;
  return try_notation (self, scientific, digits);
}

/* Finds the shortest numbers that keep the law of labels, see [method@Breaks.dup_label]. All seventeen digits always
 * do. */
void
_atlas_breaks_round (OwnedBreaks *self)
{
  const AtlasBreaks *breaks = &self->breaks;
  double largest = MAX (fabs (breaks->min), fabs (self->bounds[breaks->n_classes - 1]));

  if (largest < LARGEST_FIXED)
    for (int digits = 0; digits <= MOST_DECIMALS; digits++)
      if (settle_notation (self, FALSE, digits))
        return;
  for (int digits = 1; digits <= MOST_DIGITS; digits++)
    if (settle_notation (self, TRUE, digits))
      return;
}

static char *
format_as (Notation notation, double value, AtlasNumberForm form)
{
  return notation.scientific ? atlas_number_format_scientific (value, notation.digits, form)
                             : atlas_number_format (value, notation.digits, form);
}

/* A value that is the only one reads as itself; one that was worked out, and has decimals without end, to as many
 * digits as can mean something. */
static char *
label_only (double value, AtlasNumberForm form)
{
  int digits = value == 0 ? 1 : (int) floor (log10 (fabs (value))) + 1;
  int most = CLAMP (MOST_OF_SINGLE - digits, 0, MOST_OF_SINGLE);
  gboolean tiny = value != 0 && fabs (value) < pow (10, -MOST_OF_SINGLE);

  if (tiny || fabs (value) >= LARGEST_FIXED)
    return atlas_number_format_scientific (value, MOST_OF_SINGLE, form);
  return atlas_number_format (value, atlas_number_decimals (&value, 1, most), form);
}

/* A value that is the first class by itself is rounded like the bounds beside it, with no more decimals than it has. */
static char *
label_single (const OwnedBreaks *self, AtlasNumberForm form)
{
  double value = round_as (self->notation, self->breaks.min);

  if (self->breaks.n_classes == 1)
    return label_only (self->breaks.min, form);
  if (self->notation.scientific)
    return format_as (self->notation, value, form);
  return atlas_number_format (value, atlas_number_decimals (&value, 1, self->notation.digits), form);
}

/* Whether the class follows one of a single value that reads like its own beginning: it starts above that value. */
static gboolean
follows_single (const OwnedBreaks *self, guint c)
{
  return c == 1 && self->breaks.min == self->bounds[0] && is_nearest (self, 1);
}

/* Between two dashes of different meaning, a space keeps them apart: "−5 – −1". */
static char *
label_range (Notation notation, double low, double high, AtlasNumberForm form)
{
  g_autofree char *first = format_as (notation, low, form);
  g_autofree char *second = format_as (notation, high, form);
  gboolean apart = notation.scientific || low < 0;

  return g_strjoin (apart ? NO_BREAK "–" NO_BREAK : "–", first, second, NULL);
}

static char *
label_above_single (const OwnedBreaks *self, AtlasNumberForm form)
{
  g_autofree char *single = label_single (self, form);
  g_autofree char *high = format_as (self->notation, self->shown[2], form);
  gboolean apart = self->notation.scientific || self->shown[1] < 0 || self->shown[2] < 0;

  return g_strconcat (">" NO_BREAK, single, apart ? NO_BREAK "–" NO_BREAK : "–", high, NULL);
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
    return label_single (self, form);
  if (follows_single (self, c))
    return label_above_single (self, form);
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
 * What the legend says of a class. Whole numbers read as such ("10–19"). Others keep this law:
 *
 * - Whoever sorts the values by the labels gets the same classes: a bound as shown is not below the highest value of
 *   its class and is below the lowest one of the next. The first label begins at the minimum or below it, and the last
 *   ends at its bound or above it.
 * - A bound reads as it is rounded in the ordinary way to the decimals shown, and then differs from the true one by a
 *   tenth of the narrower class beside it at most. Where that would be on the wrong side of a value, and one decimal
 *   more does not mend it, the next number stands, a hundredth of that class away at most.
 * - All bounds have the same decimals, the fewest that do. A first class of one value has no more than they, and the
 *   class after it begins above that value ("0", "> 0–0.9") where its number would be the same.
 * - An end is open ("≤ 5", "> 40") only where no value, or any larger value, is meant.
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

/**
 * atlas_breaks_dup_end:
 * @high: whether the largest value is asked for, and not the smallest
 * @form: how numbers are written
 *
 * The range that all labels cover, in their notation, so that an axis beside the legend does not contradict it: rounded
 * outwards as the first and the last label are.
 *
 * Returns: (transfer full): the text
 */
char *
atlas_breaks_dup_end (const AtlasBreaks *self, gboolean high, AtlasNumberForm form)
{
  const OwnedBreaks *owned = (const OwnedBreaks *) self;
  double value = high ? self->max : self->min;

  g_return_val_if_fail (self->n_classes > 0, NULL);

  if (self->integer && fabs (self->bounds[self->n_classes - 1]) < LARGEST_FIXED)
    return atlas_number_format (value, 0, form);
  if (self->min == self->bounds[0] && value == self->min)
    return label_single (owned, form);
  value = high ? round_up (owned->notation, value) : round_down (owned->notation, value);
  return format_as (owned->notation, value, form);
}
