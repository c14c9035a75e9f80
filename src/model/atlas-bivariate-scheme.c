// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-bivariate-scheme.h"

#include "atlas-error.h"

#include <glib/gi18n-lib.h>

/* Corners from ColorBrewer: the ends of YlOrBr, Blues and YlGn in three classes, BuPu's fifth of seven, and greys. Of
 * all such pairs of hues these stay apart best when mixed, for colour-blind eyes too: sixteen classes by a CIEDE2000 of
 * ten and more, nine by fourteen and more, which a test measures. */
#define PALE   ATLAS_COLOUR_RGB (0xf7f7f7)
#define DARK   ATLAS_COLOUR_RGB (0x252525)
#define ORANGE ATLAS_COLOUR_RGB (0xd95f0e)
#define BLUE   ATLAS_COLOUR_RGB (0x3182bd)
#define GREEN  ATLAS_COLOUR_RGB (0x31a354)
#define PURPLE ATLAS_COLOUR_RGB (0x8c6bb1)

/**
 * atlas_bivariate_scheme_list:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): every scheme there is, the best first
 */
const AtlasBivariateScheme *
atlas_bivariate_scheme_list (guint *n)
{
  static const AtlasBivariateScheme schemes[] = {
    { "orange-blue", N_ ("Orange and blue"), PALE, ORANGE, BLUE, DARK },
    { "blue-orange", N_ ("Blue and orange"), PALE, BLUE, ORANGE, DARK },
    { "green-purple", N_ ("Green and purple"), PALE, GREEN, PURPLE, DARK },
    { "purple-green", N_ ("Purple and green"), PALE, PURPLE, GREEN, DARK },
  };

  *n = G_N_ELEMENTS (schemes);
  return schemes;
}

static char *
list_names (void)
{
  guint n;
  const AtlasBivariateScheme *schemes = atlas_bivariate_scheme_list (&n);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s%s", i ? ", " : "", schemes[i].name);
  return g_string_free (names, FALSE);
}

/**
 * atlas_bivariate_scheme_find:
 * @name: of a scheme
 * @error: return location for %ATLAS_ERROR_NOT_FOUND, whose message lists the schemes there are
 *
 * Returns: (nullable) (transfer none): the scheme, or %NULL with @error set
 */
const AtlasBivariateScheme *
atlas_bivariate_scheme_find (const char *name, GError **error)
{
  guint n;
  const AtlasBivariateScheme *schemes = atlas_bivariate_scheme_list (&n);
  g_autofree char *names = NULL;

  for (guint i = 0; i < n; i++)
    if (g_str_equal (schemes[i].name, name))
      return &schemes[i];
  names = list_names ();
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND,
               _ ("There are no colours “%s” for two numbers; choose one of: %s"), name, names);
  return NULL;
}

/* How far up its own scale a class is, 0…1; the only one is low. */
static double
get_share (guint index, guint n)
{
  return n > 1 ? index / (n - 1.0) : 0;
}

static AtlasLab
mix (AtlasLab a, AtlasLab b, double t)
{
  return (AtlasLab){ a.l + t * (b.l - a.l), a.a + t * (b.a - a.a), a.b + t * (b.b - a.b) };
}

/**
 * atlas_bivariate_scheme_dup_colours:
 * @n_rows: classes of the first number
 * @n_columns: classes of the second
 *
 * Mixes the corners in L*a*b*, along both sides alike: with one class of either number what is left is the ramp of the
 * other.
 *
 * Returns: (transfer full) (array): @n_rows × @n_columns colours, row after row, the lowest first
 */
AtlasColour *
atlas_bivariate_scheme_dup_colours (const AtlasBivariateScheme *self, guint n_rows, guint n_columns)
{
  AtlasColour *colours = g_new (AtlasColour, MAX (n_rows * n_columns, 1));

  for (guint row = 0; row < n_rows; row++) {
    double up = get_share (row, n_rows);
    AtlasLab start = mix (atlas_colour_to_lab (self->low), atlas_colour_to_lab (self->first), up);
    AtlasLab end = mix (atlas_colour_to_lab (self->second), atlas_colour_to_lab (self->both), up);

    for (guint column = 0; column < n_columns; column++)
      colours[row * n_columns + column] = atlas_colour_from_lab (mix (start, end, get_share (column, n_columns)));
  }
  return colours;
}
