// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-transform.h"

/* About Kielce, in metres: to a millionth of a pixel or of a metre. */
#define CLOSE 1e-6

static const AtlasExtent kielce = { 7464000, 5628000, 7484000, 5646000 };

static void
assert_near (AtlasPoint a, AtlasPoint b)
{
  g_assert_cmpfloat_with_epsilon (a.x, b.x, CLOSE);
  g_assert_cmpfloat_with_epsilon (a.y, b.y, CLOSE);
}

static AtlasTransform
random_transform (void)
{
  AtlasTransform t = atlas_transform_fit (kielce, 1600, 1200, 20);

  t = atlas_transform_zoom (t, pow (10, g_test_rand_double_range (-2, 2)), ATLAS_POINT_INIT (300, 700));
  return atlas_transform_pan (t, g_test_rand_double_range (-500, 500), g_test_rand_double_range (-500, 500));
}

static void
test_there_and_back (void)
{
  for (int i = 0; i < 1000; i++) {
    AtlasTransform t = random_transform ();
    AtlasPoint p = ATLAS_POINT_INIT (g_test_rand_double_range (0, 1600), g_test_rand_double_range (0, 1200));

    assert_near (atlas_transform_to_device (t, atlas_transform_to_map (t, p)), p);
  }
}

/* North is up. */
static void
test_directions (void)
{
  AtlasTransform t = atlas_transform_fit (kielce, 1600, 1200, 0);
  AtlasPoint here = atlas_transform_to_device (t, ATLAS_POINT_INIT (7470000, 5640000));
  AtlasPoint north_east = atlas_transform_to_device (t, ATLAS_POINT_INIT (7470100, 5640100));

  g_assert_cmpfloat (north_east.x, >, here.x);
  g_assert_cmpfloat (north_east.y, <, here.y);
}

/* The extent is seen whole and in the middle, and touches the margin on the side that is tighter. */
static void
test_fit (void)
{
  static const double sizes[][2] = { { 1600, 1200 }, { 300, 2000 }, { 50, 50 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    AtlasTransform t = atlas_transform_fit (kielce, sizes[i][0], sizes[i][1], 10);
    AtlasPoint low = atlas_transform_to_device (t, ATLAS_POINT_INIT (kielce.xmin, kielce.ymin));
    AtlasPoint high = atlas_transform_to_device (t, ATLAS_POINT_INIT (kielce.xmax, kielce.ymax));

    assert_near (atlas_transform_to_device (t, atlas_extent_centre (kielce)),
                 ATLAS_POINT_INIT (sizes[i][0] / 2, sizes[i][1] / 2));
    g_assert_cmpfloat_with_epsilon (MIN (low.x, high.y), 10, CLOSE);
    g_assert_true (atlas_extent_contains (atlas_transform_visible (t, sizes[i][0], sizes[i][1]), kielce));
  }
}

/* One point, a line, nothing: the scale stays a positive number. */
static void
test_fit_degenerate (void)
{
  const AtlasExtent point = { 7, 8, 7, 8 };
  const AtlasExtent line = { 0, 5, 100, 5 };
  AtlasTransform at = atlas_transform_fit (point, 200, 100, 0);

  assert_near (atlas_transform_to_device (at, ATLAS_POINT_INIT (7, 8)), ATLAS_POINT_INIT (100, 50));
  g_assert_cmpfloat (at.scale, ==, 1);
  g_assert_cmpfloat (atlas_transform_fit (line, 200, 100, 0).scale, ==, 2);
  g_assert_cmpfloat (atlas_transform_fit (ATLAS_EXTENT_EMPTY, 200, 100, 0).scale, >, 0);
  g_assert_cmpfloat (atlas_transform_fit (kielce, 10, 10, 50).scale, >, 0);
}

/* What lies under the pointer stays there. */
static void
test_zoom (void)
{
  for (int i = 0; i < 1000; i++) {
    AtlasTransform t = random_transform ();
    AtlasPoint fixed = ATLAS_POINT_INIT (g_test_rand_double_range (0, 1600), g_test_rand_double_range (0, 1200));
    double factor = g_test_rand_double_range (0.1, 10);
    AtlasTransform zoomed = atlas_transform_zoom (t, factor, fixed);

    g_assert_cmpfloat_with_epsilon (zoomed.scale, t.scale * factor, t.scale * factor * 1e-12);
    assert_near (atlas_transform_to_device (zoomed, atlas_transform_to_map (t, fixed)), fixed);
  }
}

static void
test_pan (void)
{
  AtlasTransform t = random_transform ();
  AtlasPoint p = ATLAS_POINT_INIT (7470000, 5640000);
  AtlasPoint before = atlas_transform_to_device (t, p);
  AtlasPoint after = atlas_transform_to_device (atlas_transform_pan (t, 30, -12), p);

  assert_near (after, ATLAS_POINT_INIT (before.x + 30, before.y - 12));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/transform/there-and-back", test_there_and_back);
  g_test_add_func ("/transform/directions", test_directions);
  g_test_add_func ("/transform/fit", test_fit);
  g_test_add_func ("/transform/fit-degenerate", test_fit_degenerate);
  g_test_add_func ("/transform/zoom", test_zoom);
  g_test_add_func ("/transform/pan", test_pan);
  return g_test_run ();
}
