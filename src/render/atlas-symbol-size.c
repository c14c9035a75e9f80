// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-symbol-size.h"

#define THINNEST_LINE_MM 0.1
#define MISSING_DOT_MM   1.4
#define RIM_MM           0.25
#define STROKE_SHARE     0.25 /* of a point's size, where the style leaves the width of lines open */

/* Where there is no area to hatch, the three ways of missing are three greys. */
static const AtlasColour missing_shades[ATLAS_N_MISSING_STATES] = {
  { 0xd2, 0xd2, 0xce, 255 },
  { 0xa8, 0xa8, 0xa4, 255 },
  { 0x78, 0x78, 0x74, 255 },
};

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
 * atlas_symbol_make_rim:
 * @mm: canvas units in a millimetre
 *
 * Returns: the light rim that parts @circle from the larger ones below it, to be drawn before it
 */
AtlasDisc
atlas_symbol_make_rim (AtlasDisc circle, double mm)
{
  return (AtlasDisc){ .centre = circle.centre, .radius = circle.radius + RIM_MM * mm, .fill = { 255, 255, 255, 200 } };
}

/**
 * atlas_symbol_get_missing_shade:
 * @state: why the value is missing: an index of the layer's counts
 *
 * Returns: the grey of dots and lines without a value
 */
AtlasColour
atlas_symbol_get_missing_shade (int state)
{
  return missing_shades[state];
}

/**
 * atlas_symbol_make_missing_dot:
 * @state: why the value is missing
 * @mm: canvas units in a millimetre
 *
 * Returns: what is drawn where a circle cannot be, because nobody knows how large
 */
AtlasDisc
atlas_symbol_make_missing_dot (int state, double mm)
{
  return (AtlasDisc){ .radius = MISSING_DOT_MM / 2 * mm,
                      .fill = missing_shades[state],
                      .outline = ATLAS_COLOUR_RGB (0x6e6e6e),
                      .outline_width = 0.12 * mm };
}

/**
 * atlas_symbol_get_radius:
 *
 * Returns: half the width of what stands at the feature's anchor, in millimetres; 0 within an area that is filled
 */
double
atlas_symbol_get_radius (const AtlasSceneLayer *layer, guint32 row)
{
  if (!layer->symbol->needs_anchor && layer->anchors && layer->anchors[row].clearance > 0)
    return 0;
  if (layer->symbol->kind != ATLAS_SYMBOL_PROPORTIONAL)
    return _atlas_scene_layer_get_size (layer) / 2;
  if (_atlas_scene_layer_get_missing (layer, row) >= 0)
    return MISSING_DOT_MM / 2;
  return atlas_symbol_make_circle (layer, layer->values->values[row], 1).radius;
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

/**
 * atlas_symbol_get_stroke_width:
 *
 * Returns: the width of lines that all have the same, in millimetres
 */
double
atlas_symbol_get_stroke_width (const AtlasSceneLayer *layer)
{
  return layer->style->size > 0 ? layer->style->size : layer->symbol->size * STROKE_SHARE;
}
