// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-bivariate-scheme.h"

#include "atlas-error.h"
#include "atlas-palette.h"

#include <string.h>

static void
test_find (void)
{
  guint n;
  const AtlasBivariateScheme *schemes = atlas_bivariate_scheme_list (&n);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (n, >=, 2);
  for (guint i = 0; i < n; i++)
    g_assert_true (atlas_bivariate_scheme_find (schemes[i].name, NULL) == &schemes[i]);
  g_assert_null (atlas_bivariate_scheme_find ("YlGnBu", &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "orange-blue"));
}

static void
assert_colour (AtlasColour colour, AtlasColour expected)
{
  g_autofree char *text = atlas_colour_to_string (colour);
  g_autofree char *wanted = atlas_colour_to_string (expected);

  g_assert_cmpstr (text, ==, wanted);
}

/* Rows are the first number, columns the second, and the lowest come first. */
static void
test_corners (void)
{
  const AtlasBivariateScheme *scheme = atlas_bivariate_scheme_find ("orange-blue", NULL);
  g_autofree AtlasColour *colours = atlas_bivariate_scheme_dup_colours (scheme, 3, 4);

  assert_colour (colours[0], scheme->low);
  assert_colour (colours[3], scheme->second);
  assert_colour (colours[8], scheme->first);
  assert_colour (colours[11], scheme->both);
}

/* One class of a number is no step up: what is left is the other's ramp. */
static void
test_one_class (void)
{
  const AtlasBivariateScheme *scheme = atlas_bivariate_scheme_find ("green-purple", NULL);
  g_autofree AtlasColour *one = atlas_bivariate_scheme_dup_colours (scheme, 1, 1);
  g_autofree AtlasColour *row = atlas_bivariate_scheme_dup_colours (scheme, 1, 2);
  g_autofree AtlasColour *column = atlas_bivariate_scheme_dup_colours (scheme, 2, 1);

  assert_colour (one[0], scheme->low);
  assert_colour (row[1], scheme->second);
  assert_colour (column[1], scheme->first);
}

/* Up or to the right a colour never gets lighter, so that a photocopy still tells more from less. */
static void
test_darker (void)
{
  guint n;
  const AtlasBivariateScheme *schemes = atlas_bivariate_scheme_list (&n);

  for (guint i = 0; i < n; i++) {
    g_autofree AtlasColour *c = atlas_bivariate_scheme_dup_colours (&schemes[i], 4, 4);

    for (guint cell = 0; cell < 16; cell++) {
      double l = atlas_colour_to_lab (c[cell]).l;

      g_assert_true (cell < 4 || l < atlas_colour_to_lab (c[cell - 4]).l);
      g_assert_true (cell % 4 == 0 || l < atlas_colour_to_lab (c[cell - 1]).l);
    }
  }
}

/* Measured, not asserted: CIEDE2000 under Machado's simulations, for every size of square that is offered. */
static void
test_everybody_tells_the_classes_apart (void)
{
  guint n;
  const AtlasBivariateScheme *schemes = atlas_bivariate_scheme_list (&n);

  for (guint i = 0; i < n; i++)
    for (guint rows = ATLAS_BIVARIATE_FEWEST; rows <= ATLAS_BIVARIATE_MOST; rows++)
      for (guint columns = ATLAS_BIVARIATE_FEWEST; columns <= ATLAS_BIVARIATE_MOST; columns++) {
        g_autofree AtlasColour *c = atlas_bivariate_scheme_dup_colours (&schemes[i], rows, columns);
        AtlasPaletteSafety safety = atlas_palette_safety (c, rows * columns, FALSE);

        g_test_message ("%s %u × %u: %.2f %.2f %.2f %.2f", schemes[i].name, rows, columns, safety.least_normal,
                        safety.least_protan, safety.least_deutan, safety.least_tritan);
        g_assert_true (safety.colour_blind);
        g_assert_true (safety.print);
      }
}

/* Stevens's blue and purple, which many maps of two numbers use, is not told apart by everybody: why there are colours
 * of our own. */
static void
test_a_measure_that_can_fail (void)
{
  static const guint32 stevens[] = { 0xe8e8e8, 0xace4e4, 0x5ac8c8, 0xdfb0d6, 0xa5add3,
                                     0x5698b9, 0xbe64ac, 0x8c62aa, 0x3b4994 };
  AtlasColour colours[9];

  for (guint i = 0; i < 9; i++)
    colours[i] = ATLAS_COLOUR_RGB (stevens[i]);
  g_assert_false (atlas_palette_safety (colours, 9, FALSE).colour_blind);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bivariate-scheme/find", test_find);
  g_test_add_func ("/bivariate-scheme/corners", test_corners);
  g_test_add_func ("/bivariate-scheme/one-class", test_one_class);
  g_test_add_func ("/bivariate-scheme/darker", test_darker);
  g_test_add_func ("/bivariate-scheme/everybody-tells-the-classes-apart", test_everybody_tells_the_classes_apart);
  g_test_add_func ("/bivariate-scheme/a-measure-that-can-fail", test_a_measure_that_can_fail);
  return g_test_run ();
}
