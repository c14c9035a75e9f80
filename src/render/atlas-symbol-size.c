// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-symbol-size.h"

#define THINNEST_LINE_MM 0.1

/**
 * atlas_symbol_make_circle:
 * @value: below zero for a hollow circle
 * @mm: canvas units in a millimetre
 *
 * Returns: a circle whose area is to that of the largest value as @value is to it; zero has no circle
 */
AtlasDisc
atlas_symbol_make_circle (const AtlasSceneLayer *layer, double value, double mm)
{
  const AtlasStyle *style = layer->style;
  double share = layer->largest > 0 ? fabs (value) / layer->largest : 0;
  AtlasDisc disc = { .radius = _atlas_scene_layer_get_size (layer) / 2 * sqrt (share) * mm,
                     .fill = style->fill,
                     .outline = style->outline,
                     .outline_width = style->outline_width * mm };

  if (value < 0) {
    disc.outline = style->fill;
    disc.outline_width = MAX (style->outline_width, 0.3) * mm;
    disc.fill.a = 0;
  }
  return disc;
}

/**
 * atlas_symbol_get_line_width:
 *
 * Returns: the width of the line for @value, in millimetres
 */
double
atlas_symbol_get_line_width (const AtlasSceneLayer *layer, double value)
{
  double share = layer->largest > 0 ? fabs (value) / layer->largest : 0;

  return MAX (_atlas_scene_layer_get_size (layer) * share, THINNEST_LINE_MM);
}
