// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-scale-rule.h"

#include <math.h>

#define BAR_HEIGHT 1.1
#define TEXT_SIZE  2.7
#define TEXT_GAP   1.0
#define RATIO_GAP  1.6
#define INK        ATLAS_COLOUR_RGB (0x303030)
#define PAPER      ATLAS_COLOUR_RGB (0xffffff)

/* What shows more metres than this is labelled in kilometres. */
#define KILOMETRE 1000.0

/**
 * atlas_scale_rule_solve:
 * @metres_per_mm: ground metres that a millimetre of the sheet shows
 * @longest: that the bar may be, in millimetres
 *
 * Returns: the longest bar of 1, 2 or 5 times a power of ten metres; of no length when the scale is not known
 */
AtlasScaleRule
atlas_scale_rule_solve (double metres_per_mm, double longest)
{
  static const struct {
    double step;
    guint divisions;
  } steps[] = { { 5, 5 }, { 2, 4 }, { 1, 4 } };
  double most = metres_per_mm * longest;
  double power;

  if (!(most > 0) || !isfinite (most))
    return (AtlasScaleRule){ .divisions = 1 };
  power = pow (10, floor (log10 (most)));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].step * power <= most * (1 + 1e-9))
      return (AtlasScaleRule){ steps[i].step * power, steps[i].step * power / metres_per_mm, steps[i].divisions, 0 };
  return (AtlasScaleRule){ power, power / metres_per_mm, 4, 0 };
}

/**
 * atlas_scale_rule_dup_label:
 * @share: where on the bar, 0…1
 * @with_unit: whether the unit is written after the number
 * @form: of numbers
 *
 * Returns: (transfer full): the distance from the bar's beginning: "2 km"
 */
char *
atlas_scale_rule_dup_label (AtlasScaleRule self, double share, gboolean with_unit, AtlasNumberForm form)
{
  gboolean in_km = self.metres >= KILOMETRE;
  double value = self.metres * share / (in_km ? KILOMETRE : 1);
  g_autofree char *number = atlas_number_format (value, atlas_number_decimals (&value, 1, 3), form);

  return with_unit ? g_strdup_printf ("%s\u00a0%s", number, in_km ? "km" : "m") : g_steal_pointer (&number);
}

/**
 * atlas_scale_rule_dup_ratio:
 * @form: of numbers
 *
 * Returns: (transfer full): the scale in numbers: "1 : 75 000"
 */
char *
atlas_scale_rule_dup_ratio (AtlasScaleRule self, AtlasNumberForm form)
{
  g_autofree char *number = atlas_number_format (self.denominator, 0, form);

  return g_strdup_printf ("1\u00a0:\u00a0%s", number);
}

/* The last number stands centred on the bar's end and its unit after it. */
static double
measure_overhang (AtlasScaleRule self, double unit, AtlasNumberForm form)
{
  g_autofree char *number = atlas_scale_rule_dup_label (self, 1, FALSE, form);
  g_autofree char *label = atlas_scale_rule_dup_label (self, 1, TRUE, form);
  double size = TEXT_SIZE * unit;

  return atlas_text_measure (label, size, FALSE).width - atlas_text_measure (number, size, FALSE).width / 2;
}

/**
 * atlas_scale_rule_get_width:
 * @unit: of the sheet's furniture, in millimetres
 *
 * Returns: what the bar takes with its labels, in millimetres
 */
double
atlas_scale_rule_get_width (AtlasScaleRule self, double unit, AtlasNumberForm form)
{
  g_autofree char *ratio = atlas_scale_rule_dup_ratio (self, form);
  double bar = self.length + measure_overhang (self, unit, form);
  double below = self.denominator > 0 ? atlas_text_measure (ratio, TEXT_SIZE * unit, FALSE).width : 0;

  return MAX (bar, below) + TEXT_SIZE * unit / 2;
}

double
atlas_scale_rule_get_height (AtlasScaleRule self, double unit)
{
  return (TEXT_SIZE + TEXT_GAP + BAR_HEIGHT + (self.denominator > 0 ? RATIO_GAP + TEXT_SIZE : 0)) * unit;
}

static void
draw_label (AtlasScaleRule self, AtlasCanvas *canvas, AtlasPoint at, double share, double unit, AtlasNumberForm form)
{
  g_autofree char *number = atlas_scale_rule_dup_label (self, share, FALSE, form);
  g_autofree char *label = atlas_scale_rule_dup_label (self, share, share == 1, form);
  AtlasText text = { .string = label,
                     .anchor = ATLAS_TEXT_START,
                     .size = TEXT_SIZE * unit,
                     .colour = INK,
                     .halo = 0.5 * unit,
                     .halo_colour = PAPER };

  text.at = ATLAS_POINT_INIT (at.x + self.length * share - atlas_text_measure (number, text.size, FALSE).width / 2,
                              at.y + TEXT_SIZE * 0.8 * unit);
  canvas->klass->text (canvas, &text);
}

static void
draw_cells (AtlasScaleRule self, AtlasCanvas *canvas, AtlasPoint at, double height)
{
  double cell = self.length / self.divisions;
  AtlasPath path;

  atlas_path_init_plain (&path);
  atlas_path_reset (&path, TRUE);
  atlas_path_add_rectangle (&path, at.x, at.y, self.length, height);
  canvas->klass->stroke (canvas, &path, PAPER, height);
  canvas->klass->fill (canvas, &path, PAPER);
  canvas->klass->stroke (canvas, &path, INK, height * 0.16);
  atlas_path_reset (&path, TRUE);
  for (guint i = 0; i < self.divisions; i += 2)
    atlas_path_add_rectangle (&path, at.x + i * cell, at.y, cell, height);
  canvas->klass->fill (canvas, &path, INK);
  atlas_path_clear (&path);
}

static void
draw_ratio (AtlasScaleRule self, AtlasCanvas *canvas, AtlasPoint at, double unit, AtlasNumberForm form)
{
  g_autofree char *ratio = atlas_scale_rule_dup_ratio (self, form);
  AtlasText text = { .string = ratio, .anchor = ATLAS_TEXT_START, .size = TEXT_SIZE * unit, .colour = INK };

  text.at = ATLAS_POINT_INIT (at.x, at.y + atlas_scale_rule_get_height (self, unit) - TEXT_SIZE * 0.2 * unit);
  canvas->klass->text (canvas, &text);
}

/**
 * atlas_scale_rule_draw:
 * @canvas: in millimetres
 * @at: upper left corner
 * @unit: of the sheet's furniture, in millimetres
 * @form: of numbers
 *
 * Draws the bar below its numbers, and its scale below it.
 */
void
atlas_scale_rule_draw (AtlasScaleRule self, AtlasCanvas *canvas, AtlasPoint at, double unit, AtlasNumberForm form)
{
  AtlasPoint corner = { at.x + TEXT_SIZE * unit / 2, at.y };

  if (self.length <= 0)
    return;
  draw_cells (self, canvas, ATLAS_POINT_INIT (corner.x, corner.y + (TEXT_SIZE + TEXT_GAP) * unit), BAR_HEIGHT * unit);
  draw_label (self, canvas, corner, 0, unit, form);
  draw_label (self, canvas, corner, 0.5, unit, form);
  draw_label (self, canvas, corner, 1, unit, form);
  if (self.denominator > 0)
    draw_ratio (self, canvas, corner, unit, form);
}
