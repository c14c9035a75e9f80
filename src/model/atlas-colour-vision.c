// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-colour-private.h"

/* Machado, Oliveira and Fernandes (2009), “A Physiologically-based Model for Simulation of Color Vision
 * Deficiency”, severity 1.0. Rows sum to 1, so greys stay as they are. For linear RGB. */
static const double machado[][3][3] = {
  [ATLAS_VISION_PROTAN] = { { 0.152286, 1.052583, -0.204868 },
                            { 0.114503, 0.786281, 0.099216 },
                            { -0.003882, -0.048116, 1.051998 } },
  [ATLAS_VISION_DEUTAN] = { { 0.367322, 0.860646, -0.227968 },
                            { 0.280085, 0.672501, 0.047413 },
                            { -0.011820, 0.042940, 0.968881 } },
  [ATLAS_VISION_TRITAN] = { { 1.255528, -0.076749, -0.178779 },
                            { -0.078411, 0.930809, 0.147602 },
                            { 0.004733, 0.691367, 0.303900 } },
};

static double
apply_row (const double row[3], LinearRgb rgb)
{
  return row[0] * rgb.r + row[1] * rgb.g + row[2] * rgb.b;
}

/**
 * atlas_colour_seen:
 * @vision: by whom
 *
 * How a colour looks to someone who lacks a kind of cone, or on a photocopy, which keeps nothing but
 * the luminance.
 *
 * Returns: the colour that looks the same to everybody else, of the same opacity
 */
AtlasColour
atlas_colour_seen (AtlasColour self, AtlasVision vision)
{
  LinearRgb rgb = _atlas_colour_decode (self);
  double y = _atlas_colour_luminance (rgb);

  if (vision == ATLAS_VISION_NORMAL)
    return self;
  if (vision == ATLAS_VISION_GREY)
    return _atlas_colour_encode ((LinearRgb){ y, y, y }, self.a);
  return _atlas_colour_encode ((LinearRgb){ apply_row (machado[vision][0], rgb), apply_row (machado[vision][1], rgb),
                                            apply_row (machado[vision][2], rgb) },
                               self.a);
}
