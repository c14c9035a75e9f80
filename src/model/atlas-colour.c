// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-colour.h"

#include "atlas-colour-private.h"

#include <math.h>
#include <string.h>

static int
read_digits (const char *text, gsize first, gsize n)
{
  int value = 0;

  for (gsize i = first; i < first + n; i++)
    value = value * 16 + g_ascii_xdigit_value (text[i]);
  return n == 1 ? value * 17 : value;
}

/**
 * atlas_colour_parse:
 * @text: "#rgb", "#rrggbb" or "#rrggbbaa", in either letter case
 * @colour: (out): the colour; untouched on failure
 *
 * Returns: whether @text is a colour
 */
gboolean
atlas_colour_parse (const char *text, AtlasColour *colour)
{
  gsize length = strlen (text);
  gsize digits = length == 4 ? 1 : 2;

  if (text[0] != '#' || (length != 4 && length != 7 && length != 9))
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;
  colour->r = (guint8) read_digits (text, 1, digits);
  colour->g = (guint8) read_digits (text, 1 + digits, digits);
  colour->b = (guint8) read_digits (text, 1 + 2 * digits, digits);
  colour->a = length == 9 ? (guint8) read_digits (text, 7, 2) : 255;
  return TRUE;
}

/**
 * atlas_colour_to_string:
 *
 * Returns: (transfer full): "#rrggbb", or "#rrggbbaa" where it is not opaque
 */
char *
atlas_colour_to_string (AtlasColour self)
{
  if (self.a == 255)
    return g_strdup_printf ("#%02x%02x%02x", self.r, self.g, self.b);
  return g_strdup_printf ("#%02x%02x%02x%02x", self.r, self.g, self.b, self.a);
}

gboolean
atlas_colour_equal (AtlasColour a, AtlasColour b)
{
  return a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a;
}

static double
decode_channel (guint8 channel)
{
  double v = channel / 255.0;

  return v <= 0.04045 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4);
}

static guint8
encode_channel (double linear)
{
  double v = linear <= 0.0031308 ? linear * 12.92 : 1.055 * pow (linear, 1 / 2.4) - 0.055;

  return (guint8) lround (CLAMP (v, 0, 1) * 255);
}

/* The transfer function of IEC 61966-2-1. */
LinearRgb
_atlas_colour_decode (AtlasColour self)
{
  return (LinearRgb){ decode_channel (self.r), decode_channel (self.g), decode_channel (self.b) };
}

/* What lies outside sRGB is clipped to it. */
AtlasColour
_atlas_colour_encode (LinearRgb rgb, guint8 opacity)
{
  return (AtlasColour){ encode_channel (rgb.r), encode_channel (rgb.g), encode_channel (rgb.b), opacity };
}

/* Relative luminance Y, 0 for black and 1 for white. */
double
_atlas_colour_luminance (LinearRgb rgb)
{
  return 0.2126 * rgb.r + 0.7152 * rgb.g + 0.0722 * rgb.b;
}

/* sRGB to CIE XYZ divided by the white of D65, so that each row sums to 1 and greys have a = b = 0. */
static const double to_xyz[3][3] = {
  { 0.4124564 / 0.9504700, 0.3575761 / 0.9504700, 0.1804375 / 0.9504700 },
  { 0.2126729, 0.7151522, 0.0721749 },
  { 0.0193339 / 1.0888300, 0.1191920 / 1.0888300, 0.9503041 / 1.0888300 },
};

static const double from_xyz[3][3] = {
  { 3.2404542 * 0.9504700, -1.5371385, -0.4985314 * 1.0888300 },
  { -0.9692660 * 0.9504700, 1.8760108, 0.0415560 * 1.0888300 },
  { 0.0556434 * 0.9504700, -0.2040259, 1.0572252 * 1.0888300 },
};

static double
compress (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

static double
expand (double t)
{
  return t * t * t > 216.0 / 24389 ? t * t * t : (116 * t - 16) * 27 / 24389;
}

/**
 * atlas_colour_to_lab:
 *
 * Opacity plays no part.
 *
 * Returns: the colour in CIE 1976 L*a*b* under D65; L* from 0 to 100
 */
AtlasLab
atlas_colour_to_lab (AtlasColour self)
{
  LinearRgb rgb = _atlas_colour_decode (self);
  double f[3];

  for (int i = 0; i < 3; i++)
    f[i] = compress (to_xyz[i][0] * rgb.r + to_xyz[i][1] * rgb.g + to_xyz[i][2] * rgb.b);
  return (AtlasLab){ 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2]) };
}

/**
 * atlas_colour_from_lab:
 *
 * Returns: the nearest opaque sRGB colour, each channel clipped by itself
 */
AtlasColour
atlas_colour_from_lab (AtlasLab lab)
{
  double fy = (lab.l + 16) / 116;
  double x = expand (fy + lab.a / 500);
  double y = expand (fy);
  double z = expand (fy - lab.b / 200);
  double rgb[3];

  for (int i = 0; i < 3; i++)
    rgb[i] = from_xyz[i][0] * x + from_xyz[i][1] * y + from_xyz[i][2] * z;
  return _atlas_colour_encode ((LinearRgb){ rgb[0], rgb[1], rgb[2] }, 255);
}

/**
 * atlas_colour_mix:
 * @t: 0 gives @a, 1 gives @b
 *
 * Mixes two colours along the straight line between them in L*a*b*, where equal ways look about
 * equally far; opacity is mixed evenly.
 *
 * Returns: the mixture
 */
AtlasColour
atlas_colour_mix (AtlasColour a, AtlasColour b, double t)
{
  AtlasLab la = atlas_colour_to_lab (a);
  AtlasLab lb = atlas_colour_to_lab (b);
  double u = CLAMP (t, 0, 1);
  AtlasColour mixed;

  if (u <= 0)
    return a;
  if (u >= 1)
    return b;
  mixed = atlas_colour_from_lab (
      (AtlasLab){ la.l + u * (lb.l - la.l), la.a + u * (lb.a - la.a), la.b + u * (lb.b - la.b) });
  mixed.a = (guint8) lround (a.a + u * (b.a - a.a));
  return mixed;
}

/**
 * atlas_colour_contrast:
 *
 * The contrast ratio of WCAG 2: (lighter + 0.05) / (darker + 0.05) of relative luminances. Graphics need
 * 3, text 4.5.
 *
 * Returns: from 1, for equal colours, to 21, for black on white
 */
double
atlas_colour_contrast (AtlasColour a, AtlasColour b)
{
  double ya = _atlas_colour_luminance (_atlas_colour_decode (a));
  double yb = _atlas_colour_luminance (_atlas_colour_decode (b));

  return (MAX (ya, yb) + 0.05) / (MIN (ya, yb) + 0.05);
}
