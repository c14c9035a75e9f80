// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-palette.h"

#include <math.h>

#define LEAST_DIFFERENCE 10  /* CIEDE2000 between two classes that are found again in a legend */
#define LEAST_GREY_STEP  12  /* of L* on a photocopy */
#define WHITEST_IN_PRINT 98  /* L* that still leaves ink on paper */
#define NOTHING_CLOSER   100 /* black and white; what a single class is said to have */

static double
least_difference (const AtlasColour *colours, guint n, AtlasVision vision)
{
  double least = NOTHING_CLOSER;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      least = MIN (least, atlas_colour_difference (atlas_colour_seen (colours[i], vision),
                                                   atlas_colour_seen (colours[j], vision)));
  return least;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double *
measure_lightness (const AtlasColour *colours, guint n)
{
  double *lightness = g_new (double, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    lightness[i] = atlas_colour_to_lab (colours[i]).l;
  return lightness;
}

static gboolean
keeps_order (const double *lightness, guint n)
{
  guint n_up = 0;

  for (guint i = 1; i < n; i++)
    n_up += lightness[i] > lightness[i - 1];
  return n < 2 || n_up == 0 || n_up == n - 1;
}

static double
least_step (const double *lightness, guint n)
{
  double least = NOTHING_CLOSER;

  for (guint i = 1; i < n; i++)
    least = MIN (least, fabs (lightness[i] - lightness[i - 1]));
  return least;
}

/**
 * atlas_palette_safety:
 * @colours: (array length=n): of the classes
 * @ordered: whether the classes have an order, which a photocopy must keep; without one, neighbours are those
 *   of similar lightness
 *
 * Measures who can tell the classes apart, by CIEDE2000 under the simulations of Machado et al. (2009).
 *
 * Returns: the smallest differences and what follows from them
 */
AtlasPaletteSafety
atlas_palette_safety (const AtlasColour *colours, guint n, gboolean ordered)
{
  g_autofree double *lightness = measure_lightness (colours, n);
  AtlasPaletteSafety safety = { .least_normal = least_difference (colours, n, ATLAS_VISION_NORMAL),
                                .least_protan = least_difference (colours, n, ATLAS_VISION_PROTAN),
                                .least_deutan = least_difference (colours, n, ATLAS_VISION_DEUTAN),
                                .least_tritan = least_difference (colours, n, ATLAS_VISION_TRITAN) };
  gboolean in_order;

  if (!ordered)
    qsort (lightness, n, sizeof *lightness, compare_doubles);
  in_order = keeps_order (lightness, n);
  safety.least_grey = least_step (lightness, n);
  safety.photocopy = in_order && safety.least_grey >= LEAST_GREY_STEP;
  safety.colour_blind = (in_order && safety.least_grey >= LEAST_DIFFERENCE) ||
                        MIN (MIN (safety.least_normal, safety.least_protan),
                             MIN (safety.least_deutan, safety.least_tritan)) >= LEAST_DIFFERENCE;
  qsort (lightness, n, sizeof *lightness, compare_doubles);
  safety.print = safety.least_normal >= LEAST_DIFFERENCE && (n == 0 || lightness[n - 1] <= WHITEST_IN_PRINT);
  return safety;
}
