// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-colour.h"

#include <math.h>

static double
pow7 (double x)
{
  return x * x * x * x * x * x * x;
}

static double
to_radians (double degrees)
{
  return degrees * G_PI / 180;
}

/* Hue in degrees, 0…360; 0 for greys. */
static double
hue_of (double a, double b)
{
  double h = a == 0 && b == 0 ? 0 : atan2 (b, a) * 180 / G_PI;

  return h < 0 ? h + 360 : h;
}

/* The shorter way from one hue to the other, in degrees; none where one of them is grey. */
static double
hue_step (double h1, double h2, double chroma_product)
{
  double step = h2 - h1;

  if (chroma_product == 0)
    return 0;
  if (step > 180)
    return step - 360;
  return step < -180 ? step + 360 : step;
}

static double
hue_mean (double h1, double h2, double chroma_product)
{
  double sum = h1 + h2;

  if (chroma_product == 0)
    return sum;
  if (fabs (h1 - h2) <= 180)
    return sum / 2;
  return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}

static double
hue_weight (double hue)
{
  return 1 - 0.17 * cos (to_radians (hue - 30)) + 0.24 * cos (to_radians (2 * hue)) +
         0.32 * cos (to_radians (3 * hue + 6)) - 0.20 * cos (to_radians (4 * hue - 63));
}

/* The term that turns the ellipses of the blue region. */
static double
rotation (double chroma, double hue)
{
  double turn = 30 * exp (-((hue - 275) / 25) * ((hue - 275) / 25));

  return -2 * sqrt (pow7 (chroma) / (pow7 (chroma) + pow7 (25))) * sin (to_radians (2 * turn));
}

/**
 * atlas_lab_difference:
 *
 * The difference CIEDE2000 with all weights 1, after Sharma, Wu and Dalal (2005), “The CIEDE2000
 * color-difference formula: implementation notes”. About 1 is just visible side by side; classes of a map,
 * which are compared over a distance, need about 10.
 *
 * Returns: the difference, 0 for equal colours
 */
double
atlas_lab_difference (AtlasLab a, AtlasLab b)
{
  double chroma = (hypot (a.a, a.b) + hypot (b.a, b.b)) / 2;
  double stretch = 1.5 - 0.5 * sqrt (pow7 (chroma) / (pow7 (chroma) + pow7 (25)));
  double c1 = hypot (a.a * stretch, a.b);
  double c2 = hypot (b.a * stretch, b.b);
  double h1 = hue_of (a.a * stretch, a.b);
  double h2 = hue_of (b.a * stretch, b.b);
  double l_mean = (a.l + b.l) / 2 - 50;
  double c_mean = (c1 + c2) / 2;
  double h_mean = hue_mean (h1, h2, c1 * c2);
  double dl = (b.l - a.l) / (1 + 0.015 * l_mean * l_mean / sqrt (20 + l_mean * l_mean));
  double dc = (c2 - c1) / (1 + 0.045 * c_mean);
  double dh = 2 * sqrt (c1 * c2) * sin (to_radians (hue_step (h1, h2, c1 * c2) / 2)) /
              (1 + 0.015 * c_mean * hue_weight (h_mean));

  return sqrt (MAX (dl * dl + dc * dc + dh * dh + rotation (c_mean, h_mean) * dc * dh, 0));
}

/**
 * atlas_colour_difference:
 *
 * Opacity plays no part.
 *
 * Returns: [func@lab_difference] of two colours
 */
double
atlas_colour_difference (AtlasColour a, AtlasColour b)
{
  return atlas_lab_difference (atlas_colour_to_lab (a), atlas_colour_to_lab (b));
}
