// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-palette.h"

#define STEPS_OF_SEGMENT 32 /* how finely the way from one designed colour to the next is walked */
#define ROUNDS           24 /* of bisection: to a millionth of black and white */

/* From the neutral middle of a palette outwards, in small steps. */
typedef struct {
  AtlasLab *at; /* owned */
  guint n;
} Arm;

static void
arm_clear (Arm *arm)
{
  g_free (arm->at);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arm, arm_clear)

static AtlasLab
mix_lab (AtlasLab a, AtlasLab b, double t)
{
  return (AtlasLab){ a.l + t * (b.l - a.l), a.a + t * (b.a - a.a), a.b + t * (b.b - a.b) };
}

/* @stride leads from the middle to the arm's next colour: -1 down, 1 up. */
static Arm
arm_new (const AtlasColour *middle, int stride, guint n_colours)
{
  Arm arm = { g_new (AtlasLab, n_colours * STEPS_OF_SEGMENT + 1), n_colours * STEPS_OF_SEGMENT + 1 };

  for (guint i = 0; i < arm.n; i++) {
    const AtlasColour *from = middle + stride * (int) (i / STEPS_OF_SEGMENT);
    guint step = i % STEPS_OF_SEGMENT;
    AtlasLab lab = atlas_colour_to_lab (*from);

    arm.at[i] = step ? mix_lab (lab, atlas_colour_to_lab (from[stride]), step / (double) STEPS_OF_SEGMENT) : lab;
  }
  return arm;
}

/* How far from the middle, in steps of the way, the two arms are @difference apart; the end where they never are. */
static guint
find_first_place (const Arm *below, const Arm *above, double difference)
{
  guint at = 0;

  while (at < below->n && atlas_lab_difference (below->at[at], above->at[at]) < difference)
    at++;
  return at;
}

/* Places @n classes, the first at @first, each at least @difference from the one before. FALSE when the arm is too
 * short. */
static gboolean
arm_place (const Arm *arm, guint first, guint n, double difference, guint *places)
{
  guint at = first;

  for (guint i = 0; i < n; i++) {
    while (i > 0 && at < arm->n && atlas_lab_difference (arm->at[places[i - 1]], arm->at[at]) < difference)
      at++;
    if (at >= arm->n)
      return FALSE;
    places[i] = at;
  }
  return TRUE;
}

/* The largest step that both arms have room for. */
static double
find_step (const Arm *below, guint n_below, const Arm *above, guint n_above, guint *places)
{
  double fits = 0;
  double too_far = 100;

  for (int i = 0; i < ROUNDS; i++) {
    double step = (fits + too_far) / 2;
    guint first = find_first_place (below, above, step);

    if (arm_place (below, first, n_below, step, places) && arm_place (above, first, n_above, step, places))
      fits = step;
    else
      too_far = step;
  }
  return fits;
}

/**
 * atlas_palette_dup_diverging:
 * @n_below: classes below the midpoint
 * @n_above: classes above it
 * @reverse: whether the last colour comes first
 *
 * Colours about a chosen midpoint, which lies between two classes. However unequal the two arms, every step
 * from class to class looks equally large (CIEDE2000), across the midpoint too; so the shorter arm ends
 * paler, and no small difference is shouted.
 *
 * Returns: (transfer full): @n_below + @n_above colours
 */
AtlasColour *
atlas_palette_dup_diverging (const AtlasPalette *self, guint n_below, guint n_above, gboolean reverse)
{
  guint n_arm = MAX (MAX (n_below, n_above), 1);
  g_autofree AtlasColour *designed = atlas_palette_dup_colours (self, 2 * n_arm + 1, reverse);
  g_auto (Arm) below = arm_new (designed + n_arm, -1, n_arm);
  g_auto (Arm) above = arm_new (designed + n_arm, 1, n_arm);
  g_autofree guint *places = g_new (guint, n_arm);
  AtlasColour *colours = g_new (AtlasColour, MAX (n_below + n_above, 1));
  double step = find_step (&below, n_below, &above, n_above, places);
  guint first = find_first_place (&below, &above, step);

  arm_place (&below, first, n_below, step, places);
  for (guint i = 0; i < n_below; i++)
    colours[n_below - 1 - i] = atlas_colour_from_lab (below.at[places[i]]);
  arm_place (&above, first, n_above, step, places);
  for (guint i = 0; i < n_above; i++)
    colours[n_below + i] = atlas_colour_from_lab (above.at[places[i]]);
  return colours;
}
