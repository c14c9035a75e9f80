// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-canvas.h"
#include "atlas-number.h"

G_BEGIN_DECLS

/**
 * AtlasScaleRule:
 * @metres: on the ground
 * @length: of the bar, in millimetres
 * @divisions: equal parts of it, each a round number
 * @denominator: the N of "1 : N", written below the bar; 0 to leave it out
 *
 * A round distance, 1, 2 or 5 times a power of ten.
 */
typedef struct {
  double metres;
  double length;
  guint divisions;
  double denominator;
} AtlasScaleRule;

AtlasScaleRule atlas_scale_rule_solve (double metres_per_mm, double longest);
char *atlas_scale_rule_dup_ratio (AtlasScaleRule self, AtlasNumberForm form);
char *atlas_scale_rule_dup_label (AtlasScaleRule self, double share, gboolean with_unit, AtlasNumberForm form);
double atlas_scale_rule_get_width (AtlasScaleRule self, double unit, AtlasNumberForm form);
double atlas_scale_rule_get_height (AtlasScaleRule self, double unit);
void atlas_scale_rule_draw (AtlasScaleRule self, AtlasCanvas *canvas, AtlasPoint at, double unit, AtlasNumberForm form);

G_END_DECLS
