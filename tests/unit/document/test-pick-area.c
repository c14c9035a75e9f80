// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-pick-area.h"

/* A crescent: the open middle of a "C" is outside. */
static const AtlasPoint crescent[] = { { 0, 0 }, { 10, 0 }, { 10, 2 },  { 2, 2 },
                                       { 2, 8 }, { 10, 8 }, { 10, 10 }, { 0, 10 } };

static void
test_contains (void)
{
  g_autoptr (AtlasPickArea) area = atlas_pick_area_new (crescent, G_N_ELEMENTS (crescent));

  g_assert_true (atlas_pick_area_contains (area, ATLAS_POINT_INIT (1, 5)));
  g_assert_true (atlas_pick_area_contains (area, ATLAS_POINT_INIT (9, 1)));
  g_assert_true (atlas_pick_area_contains (area, ATLAS_POINT_INIT (9, 9)));
  g_assert_false (atlas_pick_area_contains (area, ATLAS_POINT_INIT (5, 5)));
  g_assert_false (atlas_pick_area_contains (area, ATLAS_POINT_INIT (11, 1)));
  g_assert_false (atlas_pick_area_contains (area, ATLAS_POINT_INIT (5, -1)));
}

static void
test_crosses (void)
{
  g_autoptr (AtlasPickArea) area = atlas_pick_area_new (crescent, G_N_ELEMENTS (crescent));

  g_assert_true (atlas_pick_area_crosses (area, ATLAS_POINT_INIT (5, 5), ATLAS_POINT_INIT (-5, 5)));
  g_assert_true (atlas_pick_area_crosses (area, ATLAS_POINT_INIT (5, -5), ATLAS_POINT_INIT (5, 15)));
  g_assert_false (atlas_pick_area_crosses (area, ATLAS_POINT_INIT (5, 3), ATLAS_POINT_INIT (5, 7)));
  g_assert_false (atlas_pick_area_crosses (area, ATLAS_POINT_INIT (20, 0), ATLAS_POINT_INIT (20, 10)));
  g_assert_false (atlas_pick_area_crosses (area, ATLAS_POINT_INIT (0.5, 0.5), ATLAS_POINT_INIT (1, 1)));
}

static gboolean
plainly_contains (const AtlasPoint *ring, gsize n, AtlasPoint p)
{
  gboolean inside = FALSE;

  for (gsize i = 0, j = n - 1; i < n; j = i++)
    if ((ring[i].y > p.y) != (ring[j].y > p.y) &&
        p.x < (ring[j].x - ring[i].x) * (p.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x)
      inside = !inside;
  return inside;
}

static AtlasPoint
random_point (void)
{
  return ATLAS_POINT_INIT (g_test_rand_double_range (7.4e6, 7.41e6), g_test_rand_double_range (5.6e6, 5.61e6));
}

/* Strips only spare work: the answer is that of all edges. */
static void
test_strips_change_nothing (void)
{
  for (guint round = 0; round < 20; round++) {
    AtlasPoint ring[300];
    gsize n = (gsize) g_test_rand_int_range (3, G_N_ELEMENTS (ring));
    g_autoptr (AtlasPickArea) area = NULL;

    for (gsize i = 0; i < n; i++)
      ring[i] = random_point ();
    area = atlas_pick_area_new (ring, n);
    for (guint i = 0; i < 200; i++) {
      AtlasPoint p = random_point ();

      g_assert_cmpint (atlas_pick_area_contains (area, p), ==, plainly_contains (ring, n, p));
    }
  }
}

/* From inside to outside one has to cross the outline. */
static void
test_no_way_out_without_crossing (void)
{
  g_autoptr (AtlasPickArea) area = atlas_pick_area_new (crescent, G_N_ELEMENTS (crescent));

  for (guint i = 0; i < 2000; i++) {
    AtlasPoint a = ATLAS_POINT_INIT (g_test_rand_double_range (-2, 12), g_test_rand_double_range (-2, 12));
    AtlasPoint b = ATLAS_POINT_INIT (g_test_rand_double_range (-2, 12), g_test_rand_double_range (-2, 12));

    if (atlas_pick_area_contains (area, a) != atlas_pick_area_contains (area, b))
      g_assert_true (atlas_pick_area_crosses (area, a, b));
  }
}

static void
test_degenerate_rings (void)
{
  static const AtlasPoint flat[] = { { 0, 5 }, { 10, 5 }, { 3, 5 } };
  g_autoptr (AtlasPickArea) line = atlas_pick_area_new (flat, G_N_ELEMENTS (flat));
  g_autoptr (AtlasPickArea) point = atlas_pick_area_new (flat, 1);

  g_assert_false (atlas_pick_area_contains (line, ATLAS_POINT_INIT (5, 5)));
  g_assert_true (atlas_pick_area_crosses (line, ATLAS_POINT_INIT (5, 0), ATLAS_POINT_INIT (5, 10)));
  g_assert_false (atlas_pick_area_contains (point, ATLAS_POINT_INIT (5, 5)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pick-area/contains", test_contains);
  g_test_add_func ("/pick-area/crosses", test_crosses);
  g_test_add_func ("/pick-area/strips-change-nothing", test_strips_change_nothing);
  g_test_add_func ("/pick-area/no-way-out-without-crossing", test_no_way_out_without_crossing);
  g_test_add_func ("/pick-area/degenerate-rings", test_degenerate_rings);
  return g_test_run ();
}
