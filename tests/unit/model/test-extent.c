// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-extent.h"

static AtlasExtent
random_extent (void)
{
  double x = g_test_rand_int_range (-9, 9);
  double y = g_test_rand_int_range (-9, 9);

  if (g_test_rand_int_range (0, 8) == 0)
    return ATLAS_EXTENT_EMPTY;
  return (AtlasExtent){ x, y, x + g_test_rand_int_range (0, 9), y + g_test_rand_int_range (0, 9) };
}

static gboolean
same (AtlasExtent a, AtlasExtent b)
{
  if (atlas_extent_is_empty (a) || atlas_extent_is_empty (b))
    return atlas_extent_is_empty (a) && atlas_extent_is_empty (b);
  return a.xmin == b.xmin && a.ymin == b.ymin && a.xmax == b.xmax && a.ymax == b.ymax;
}

static void
test_algebra (void)
{
  for (int i = 0; i < 5000; i++) {
    AtlasExtent a = random_extent ();
    AtlasExtent b = random_extent ();
    AtlasExtent c = random_extent ();
    AtlasExtent both = atlas_extent_intersection (a, b);
    AtlasExtent all = atlas_extent_union (a, b);

    g_assert_true (same (all, atlas_extent_union (b, a)));
    g_assert_true (same (both, atlas_extent_intersection (b, a)));
    g_assert_true (same (atlas_extent_union (a, ATLAS_EXTENT_EMPTY), a));
    g_assert_true (same (atlas_extent_union (all, c), atlas_extent_union (a, atlas_extent_union (b, c))));
    g_assert_true (same (atlas_extent_intersection (a, all), a));
    g_assert_true (same (atlas_extent_union (a, both), a));
    g_assert_true (atlas_extent_is_empty (both) != atlas_extent_intersects (a, b));
    g_assert_true (atlas_extent_is_empty (a) || atlas_extent_contains (all, a));
  }
}

/* A point is in the intersection when it is in both. */
static void
test_points (void)
{
  for (int i = 0; i < 5000; i++) {
    AtlasExtent a = random_extent ();
    AtlasExtent b = random_extent ();
    AtlasPoint p = ATLAS_POINT_INIT (g_test_rand_int_range (-10, 19), g_test_rand_int_range (-10, 19));
    gboolean in_a = atlas_extent_contains_point (a, p);
    gboolean in_b = atlas_extent_contains_point (b, p);

    g_assert_cmpint (atlas_extent_contains_point (atlas_extent_intersection (a, b), p), ==, in_a && in_b);
    g_assert_true (atlas_extent_contains_point (atlas_extent_add_point (a, p), p));
    g_assert_true (same (atlas_extent_add_point (a, p), a) == in_a);
  }
}

static void
test_empty (void)
{
  AtlasExtent point = atlas_extent_add_point (ATLAS_EXTENT_EMPTY, ATLAS_POINT_INIT (3, -4));

  g_assert_true (atlas_extent_is_empty (ATLAS_EXTENT_EMPTY));
  g_assert_true (atlas_extent_is_empty ((AtlasExtent){ NAN, 0, 1, 1 }));
  g_assert_cmpfloat (atlas_extent_width (ATLAS_EXTENT_EMPTY), ==, 0);
  g_assert_cmpfloat (atlas_extent_height (ATLAS_EXTENT_EMPTY), ==, 0);
  g_assert_true (atlas_extent_is_empty (atlas_extent_grow (ATLAS_EXTENT_EMPTY, 5)));
  g_assert_false (atlas_extent_is_empty (point));
  g_assert_cmpfloat (atlas_extent_width (point), ==, 0);
}

static void
test_grow (void)
{
  AtlasExtent e = { 0, 0, 4, 2 };
  AtlasExtent grown = atlas_extent_grow (e, 1);

  g_assert_true (same (grown, (AtlasExtent){ -1, -1, 5, 3 }));
  g_assert_true (same (atlas_extent_grow (grown, -1), e));
  g_assert_true (atlas_extent_is_empty (atlas_extent_grow (e, -1.5)));
  g_assert_cmpfloat (atlas_extent_centre (grown).x, ==, 2);
  g_assert_cmpfloat (atlas_extent_centre (grown).y, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extent/algebra", test_algebra);
  g_test_add_func ("/extent/points", test_points);
  g_test_add_func ("/extent/empty", test_empty);
  g_test_add_func ("/extent/grow", test_grow);
  return g_test_run ();
}
