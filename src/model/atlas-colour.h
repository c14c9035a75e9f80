// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasColour:
 * @r: red of sRGB, 0…255
 * @g: green
 * @b: blue
 * @a: opacity, 255 opaque; not multiplied into the others
 */
typedef struct {
  guint8 r;
  guint8 g;
  guint8 b;
  guint8 a;
} AtlasColour;

#define ATLAS_COLOUR_RGB(hex) ((AtlasColour){ ((hex) >> 16) & 255, ((hex) >> 8) & 255, (hex) &255, 255 })

/**
 * AtlasVision:
 * @ATLAS_VISION_NORMAL: all three cones
 * @ATLAS_VISION_PROTAN: without the long-wave cone
 * @ATLAS_VISION_DEUTAN: without the middle-wave cone
 * @ATLAS_VISION_TRITAN: without the short-wave cone
 * @ATLAS_VISION_GREY: no colour at all: a photocopy
 */
typedef enum {
  ATLAS_VISION_NORMAL,
  ATLAS_VISION_PROTAN,
  ATLAS_VISION_DEUTAN,
  ATLAS_VISION_TRITAN,
  ATLAS_VISION_GREY,
} AtlasVision;

/**
 * AtlasLab:
 *
 * A colour of CIE L*a*b* under D65.
 */
typedef struct {
  double l;
  double a;
  double b;
} AtlasLab;

gboolean atlas_colour_parse (const char *text, AtlasColour *colour);
char *atlas_colour_to_string (AtlasColour self);
gboolean atlas_colour_equal (AtlasColour a, AtlasColour b);
AtlasColour atlas_colour_mix (AtlasColour a, AtlasColour b, double t);
AtlasColour atlas_colour_seen (AtlasColour self, AtlasVision vision);
AtlasLab atlas_colour_to_lab (AtlasColour self);
AtlasColour atlas_colour_from_lab (AtlasLab lab);
double atlas_lab_difference (AtlasLab a, AtlasLab b);
double atlas_colour_difference (AtlasColour a, AtlasColour b);
double atlas_colour_contrast (AtlasColour a, AtlasColour b);

G_END_DECLS
