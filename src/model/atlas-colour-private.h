// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-colour.h"

G_BEGIN_DECLS

/* Between the files about colour; no other file includes this. */

/* Channels proportional to light, 0…1; outside it where sRGB cannot show them. */
typedef struct {
  double r;
  double g;
  double b;
} LinearRgb;

LinearRgb _atlas_colour_decode (AtlasColour self);
AtlasColour _atlas_colour_encode (LinearRgb rgb, guint8 opacity);
double _atlas_colour_luminance (LinearRgb rgb);

G_END_DECLS
