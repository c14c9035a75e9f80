// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-palette.h"

#include "atlas-error.h"

#include <math.h>

static AtlasPalette *
lookup (const char *name)
{
  g_autoptr (GError) error = NULL;
  AtlasPalette *palette = atlas_palette_lookup (name, &error);

  g_assert_no_error (error);
  return palette;
}

static char *
join (const AtlasColour *colours, guint n)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < n; i++) {
    g_autofree char *text = atlas_colour_to_string (colours[i]);

    g_string_append_printf (all, "%s%s", i ? " " : "", text);
  }
  return g_string_free (all, FALSE);
}

static void
assert_colours (const char *name, guint n, gboolean reverse, const char *expected)
{
  g_autoptr (AtlasPalette) palette = lookup (name);
  g_autofree AtlasColour *colours = atlas_palette_dup_colours (palette, n, reverse);
  g_autofree char *text = join (colours, n);

  g_assert_cmpstr (text, ==, expected);
}

/* As ColorBrewer designed them. */
static void
test_designed (void)
{
  assert_colours ("OrRd", 3, FALSE, "#fee8c8 #fdbb84 #e34a33");
  assert_colours ("orrd", 3, TRUE, "#e34a33 #fdbb84 #fee8c8");
  assert_colours ("Blues", 4, FALSE, "#eff3ff #bdd7e7 #6baed6 #2171b5");
  assert_colours ("RdBu", 5, FALSE, "#ca0020 #f4a582 #f7f7f7 #92c5de #0571b0");
  assert_colours ("Set1", 3, FALSE, "#e41a1c #377eb8 #4daf4a");
  assert_colours ("Paired", 12, FALSE,
                  "#a6cee3 #1f78b4 #b2df8a #33a02c #fb9a99 #e31a1c #fdbf6f #ff7f00 #cab2d6 #6a3d9a #ffff99 #b15928");
}

/* One class gets the middle, two the ends; a palette for categories gives its first colours. */
static void
test_few (void)
{
  assert_colours ("OrRd", 1, FALSE, "#fdbb84");
  assert_colours ("OrRd", 2, FALSE, "#fee8c8 #e34a33");
  assert_colours ("OrRd", 2, TRUE, "#e34a33 #fee8c8");
  assert_colours ("Set1", 2, FALSE, "#e41a1c #377eb8");
  assert_colours ("Set1", 1, FALSE, "#e41a1c");
}

static void
test_list (void)
{
  g_autoptr (AtlasPalette) list = lookup ("#fee8c8, #f00,#e34a3380");

  g_assert_cmpstr (atlas_palette_get_name (list), ==, "#fee8c8, #f00,#e34a3380");
  g_assert_cmpint (atlas_palette_get_kind (list), ==, ATLAS_PALETTE_SEQUENTIAL);
  assert_colours ("#fee8c8, #f00,#e34a3380", 3, FALSE, "#fee8c8 #ff0000 #e34a3380");
  assert_colours ("#000,#fff", 3, FALSE, "#000000 #777777 #ffffff");
  assert_colours ("#000,#777777,#fff", 2, TRUE, "#ffffff #000000");
}

static void
test_unknown (void)
{
  static const char *const wrong[] = { "OrRdx", "", "#fee8c8,e34a33", "#fee8c8,", "#12", "#123456" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (atlas_palette_lookup (wrong[i], &error));
    g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND);
  }
}

/* Every palette gives any number of classes; more than it was designed for lie between its own, ends kept. */
static void
test_any_number (void)
{
  for (const char *const *name = atlas_palette_list_names (); *name; name++) {
    g_autoptr (AtlasPalette) palette = lookup (*name);
    g_autofree AtlasColour *nine = atlas_palette_dup_colours (palette, 12, FALSE);

    for (guint n = 1; n <= 32; n++) {
      g_autofree AtlasColour *forward = atlas_palette_dup_colours (palette, n, FALSE);
      g_autofree AtlasColour *backward = atlas_palette_dup_colours (palette, n, TRUE);

      for (guint i = 0; i < n; i++)
        g_assert_cmpfloat (atlas_colour_difference (forward[i], backward[n - 1 - i]), <, 1);
      g_assert_true (n < 12 || atlas_colour_equal (forward[0], nine[0]));
    }
  }
}

/* Sequential palettes run from light to dark, whatever the number of classes. */
static void
test_sequential_order (void)
{
  for (const char *const *name = atlas_palette_list_names (); *name; name++) {
    g_autoptr (AtlasPalette) palette = lookup (*name);

    for (guint n = 2; n <= 15 && atlas_palette_get_kind (palette) == ATLAS_PALETTE_SEQUENTIAL; n++) {
      g_autofree AtlasColour *colours = atlas_palette_dup_colours (palette, n, FALSE);

      for (guint i = 1; i < n; i++)
        g_assert_cmpfloat (atlas_colour_to_lab (colours[i]).l, <, atlas_colour_to_lab (colours[i - 1]).l);
    }
  }
}

static void
assert_equal_steps (const AtlasColour *colours, guint n)
{
  double smallest = INFINITY;
  double largest = 0;

  for (guint i = 1; i < n; i++) {
    double step = atlas_colour_difference (colours[i - 1], colours[i]);

    smallest = MIN (smallest, step);
    largest = MAX (largest, step);
  }
  g_assert_true (n < 2 || largest <= smallest * 1.15);
}

/* However unequal the arms, every step looks alike, and each side keeps its colour. */
static void
test_diverging (void)
{
  static const char *const names[] = { "RdBu", "PuOr", "BrBG" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (AtlasPalette) palette = lookup (names[i]);

    for (guint below = 0; below <= 5; below++) {
      for (guint above = 0; above <= 5; above++) {
        g_autofree AtlasColour *colours = atlas_palette_dup_diverging (palette, below, above, FALSE);

        assert_equal_steps (colours, below + above);
      }
    }
  }
}

static void
test_diverging_sides (void)
{
  g_autoptr (AtlasPalette) palette = lookup ("RdBu");
  g_autofree AtlasColour *colours = atlas_palette_dup_diverging (palette, 2, 4, FALSE);
  g_autofree AtlasColour *reversed = atlas_palette_dup_diverging (palette, 2, 4, TRUE);

  for (guint i = 0; i < 6; i++) {
    g_assert_true ((colours[i].r > colours[i].b) == (i < 2));
    g_assert_true ((reversed[i].r > reversed[i].b) == (i >= 2));
  }
  g_assert_cmpfloat (atlas_colour_to_lab (colours[0]).l, >, atlas_colour_to_lab (colours[5]).l);
}

static AtlasPaletteSafety
safety_of (const char *name, guint n, gboolean ordered)
{
  g_autoptr (AtlasPalette) palette = lookup (name);
  g_autofree AtlasColour *colours = atlas_palette_dup_colours (palette, n, FALSE);

  return atlas_palette_safety (colours, n, ordered);
}

/* Red, yellow and green is no palette for everybody; purple and orange is. */
static void
test_safety (void)
{
  AtlasPaletteSafety traffic = safety_of ("RdYlGn", 6, TRUE);
  AtlasPaletteSafety orange = safety_of ("PuOr", 6, TRUE);

  g_assert_cmpfloat (traffic.least_deutan, <, 5);
  g_assert_false (traffic.colour_blind);
  g_assert_false (traffic.photocopy);
  g_assert_true (orange.colour_blind);
  /* Two arms as dark as each other are one on a photocopy. */
  g_assert_false (orange.photocopy);
}

static void
test_safety_of_greys (void)
{
  const AtlasColour greys[] = { ATLAS_COLOUR_RGB (0xf0f0f0), ATLAS_COLOUR_RGB (0x969696), ATLAS_COLOUR_RGB (0x252525) };
  const AtlasColour muddled[] = { greys[1], greys[0], greys[2] };
  AtlasPaletteSafety ordered = atlas_palette_safety (greys, 3, TRUE);

  g_assert_true (ordered.photocopy && ordered.print && ordered.colour_blind);
  g_assert_cmpfloat_with_epsilon (ordered.least_deutan, ordered.least_normal, 1e-9);
  g_assert_false (atlas_palette_safety (muddled, 3, TRUE).photocopy);
  g_assert_true (atlas_palette_safety (muddled, 3, FALSE).photocopy);
}

/* White is no ink: a class in it is lost on paper. */
static void
test_safety_in_print (void)
{
  const AtlasColour white[] = { ATLAS_COLOUR_RGB (0xffffff), ATLAS_COLOUR_RGB (0x0000aa) };
  const AtlasColour alike[] = { ATLAS_COLOUR_RGB (0x0000aa), ATLAS_COLOUR_RGB (0x0000a0) };

  g_assert_false (atlas_palette_safety (white, 2, TRUE).print);
  g_assert_false (atlas_palette_safety (alike, 2, TRUE).print);
  g_assert_true (atlas_palette_safety (alike, 1, TRUE).print);
}

/* Of the sequential palettes with five classes, none that passes every check keeps them farther apart for everybody. */
static void
test_default (void)
{
  AtlasPaletteSafety chosen = safety_of (ATLAS_PALETTE_DEFAULT, 5, TRUE);
  double least = MIN (MIN (chosen.least_normal, chosen.least_protan), MIN (chosen.least_deutan, chosen.least_tritan));

  g_assert_true (chosen.colour_blind && chosen.print && chosen.photocopy);
  g_assert_cmpfloat (least, >=, 10);
  for (const char *const *name = atlas_palette_list_names (); *name; name++) {
    g_autoptr (AtlasPalette) palette = lookup (*name);
    AtlasPaletteSafety other = safety_of (*name, 5, TRUE);

    if (atlas_palette_get_kind (palette) == ATLAS_PALETTE_SEQUENTIAL && other.print && other.photocopy)
      g_assert_cmpfloat (
          MIN (MIN (other.least_normal, other.least_protan), MIN (other.least_deutan, other.least_tritan)), <=, least);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/designed", test_designed);
  g_test_add_func ("/palette/few", test_few);
  g_test_add_func ("/palette/list", test_list);
  g_test_add_func ("/palette/unknown", test_unknown);
  g_test_add_func ("/palette/any-number", test_any_number);
  g_test_add_func ("/palette/sequential-order", test_sequential_order);
  g_test_add_func ("/palette/diverging", test_diverging);
  g_test_add_func ("/palette/diverging-sides", test_diverging_sides);
  g_test_add_func ("/palette/safety", test_safety);
  g_test_add_func ("/palette/safety-of-greys", test_safety_of_greys);
  g_test_add_func ("/palette/safety-in-print", test_safety_in_print);
  g_test_add_func ("/palette/default", test_default);
  return g_test_run ();
}
