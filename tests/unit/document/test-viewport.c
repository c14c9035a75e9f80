// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-viewport.h"

#define N_RANDOM 500
#define EXACT    1e-12

static AtlasViewport *
new_viewport (double width, double height)
{
  AtlasViewport *viewport = atlas_viewport_new ();

  atlas_viewport_set_size (viewport, width, height);
  return viewport;
}

static AtlasPoint
random_pixel (AtlasViewport *viewport)
{
  return ATLAS_POINT_INIT (g_test_rand_double_range (0, atlas_viewport_get_width (viewport)),
                           g_test_rand_double_range (0, atlas_viewport_get_height (viewport)));
}

static void
assert_near (AtlasPoint a, AtlasPoint b, double tolerance)
{
  g_assert_cmpfloat_with_epsilon (a.x, b.x, tolerance);
  g_assert_cmpfloat_with_epsilon (a.y, b.y, tolerance);
}

/* A pixel asked for its place on the map gives the pixel again, wherever the map is. */
static void
test_pixel_to_map_to_pixel (void)
{
  g_autoptr (AtlasViewport) viewport = new_viewport (800, 600);

  for (guint i = 0; i < N_RANDOM; i++) {
    AtlasPoint centre = ATLAS_POINT_INIT (g_test_rand_double_range (7.4e6, 7.6e6),
                                          g_test_rand_double_range (5.5e6, 5.7e6));
    AtlasPoint pixel = random_pixel (viewport);
    AtlasTransform t;

    atlas_viewport_show (viewport, centre, g_test_rand_double_range (100, 1e6));
    t = atlas_viewport_get_transform (viewport);
    assert_near (atlas_transform_to_device (t, atlas_transform_to_map (t, pixel)), pixel, 1e-3);
    assert_near (atlas_transform_to_device (t, centre), ATLAS_POINT_INIT (400, 300), 1e-3);
  }
}

static void
test_zoom_keeps_the_fixed_pixel (void)
{
  g_autoptr (AtlasViewport) viewport = new_viewport (800, 600);

  for (guint i = 0; i < N_RANDOM; i++) {
    AtlasPoint pixel = random_pixel (viewport);
    AtlasPoint place = atlas_transform_to_map (atlas_viewport_get_transform (viewport), pixel);

    atlas_viewport_zoom (viewport, g_test_rand_double_range (0.5, 2), pixel);
    assert_near (atlas_transform_to_device (atlas_viewport_get_transform (viewport), place), pixel, 1e-2);
  }
}

static void
test_zoom_in_and_out_is_nothing (void)
{
  g_autoptr (AtlasViewport) viewport = new_viewport (800, 600);
  AtlasPoint pixel = ATLAS_POINT_INIT (17, 555);
  AtlasPoint before = atlas_viewport_get_centre (viewport);

  atlas_viewport_zoom (viewport, 1.25, pixel);
  atlas_viewport_zoom (viewport, 1 / 1.25, pixel);
  assert_near (atlas_viewport_get_centre (viewport), before, 1e-6);
  g_assert_cmpfloat_with_epsilon (atlas_viewport_get_scale_denominator (viewport), 50e3, 1e-6);
}

static void
test_zoom_stops_at_the_limits (void)
{
  g_autoptr (AtlasViewport) viewport = new_viewport (800, 600);
  AtlasPoint corner = ATLAS_POINT_INIT (0, 0);
  AtlasPoint centre;

  for (guint i = 0; i < 200; i++)
    atlas_viewport_zoom (viewport, 2, corner);
  g_assert_cmpfloat_with_epsilon (atlas_viewport_get_scale_denominator (viewport), 25, 1e-9);
  centre = atlas_viewport_get_centre (viewport);
  atlas_viewport_zoom (viewport, 2, corner);
  assert_near (atlas_viewport_get_centre (viewport), centre, EXACT);
  for (guint i = 0; i < 200; i++)
    atlas_viewport_zoom (viewport, 0.5, corner);
  g_assert_cmpfloat_with_epsilon (atlas_viewport_get_scale_denominator (viewport), 50e6, 1e-6);
}

static void
test_zoom_ignores_nonsense (void)
{
  static const double factors[] = { 0, -1, NAN, INFINITY };
  g_autoptr (AtlasViewport) viewport = new_viewport (800, 600);

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++) {
    atlas_viewport_zoom (viewport, factors[i], ATLAS_POINT_INIT (400, 300));
    g_assert_true (atlas_point_is_finite (atlas_viewport_get_centre (viewport)));
    g_assert_cmpfloat (atlas_viewport_get_scale_denominator (viewport), >=, 25 - 1e-9);
  }
}

static void
test_pan_moves_the_map_with_the_pointer (void)
{
  g_autoptr (AtlasViewport) viewport = new_viewport (800, 600);
  AtlasPoint place = atlas_transform_to_map (atlas_viewport_get_transform (viewport), ATLAS_POINT_INIT (100, 100));

  atlas_viewport_pan (viewport, 30, -20);
  assert_near (atlas_transform_to_device (atlas_viewport_get_transform (viewport), place), ATLAS_POINT_INIT (130, 80),
               1e-6);
}

static void
test_extent_is_shown_whole (void)
{
  g_autoptr (AtlasViewport) viewport = new_viewport (800, 600);

  for (guint i = 0; i < N_RANDOM; i++) {
    double x = g_test_rand_double_range (-1e6, 1e6);
    double y = g_test_rand_double_range (-1e6, 1e6);
    AtlasExtent extent = { x, y, x + g_test_rand_double_range (10, 1e5), y + g_test_rand_double_range (10, 1e5) };
    AtlasExtent visible;

    atlas_viewport_show_extent (viewport, extent, 20);
    visible = atlas_viewport_get_visible (viewport);
    g_assert_true (atlas_extent_contains (atlas_extent_grow (visible, 1e-6), extent));
    assert_near (atlas_extent_centre (visible), atlas_extent_centre (extent), 1e-6);
  }
}

static void
test_extent_waits_for_a_size (void)
{
  g_autoptr (AtlasViewport) viewport = new_viewport (0, 0);
  AtlasExtent extent = { 1000, 2000, 5000, 5000 };

  g_assert_true (atlas_extent_is_empty (atlas_viewport_get_visible (viewport)));
  atlas_viewport_show_extent (viewport, extent, 0);
  atlas_viewport_set_size (viewport, 400, 300);
  g_assert_cmpfloat_with_epsilon (atlas_viewport_get_visible (viewport).xmin, 1000, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_viewport_get_visible (viewport).ymax, 5000, 1e-9);
  g_assert_false (atlas_viewport_can_go_back (viewport));
}

static void
test_size_keeps_middle_and_scale (void)
{
  g_autoptr (AtlasViewport) viewport = new_viewport (800, 600);

  atlas_viewport_show (viewport, ATLAS_POINT_INIT (7e6, 5e6), 12345);
  atlas_viewport_set_size (viewport, 333, 777);
  assert_near (atlas_viewport_get_centre (viewport), ATLAS_POINT_INIT (7e6, 5e6), EXACT);
  g_assert_cmpfloat_with_epsilon (atlas_viewport_get_scale_denominator (viewport), 12345, 1e-6);
}

/* 1:1000 on a plain screen: 96 pixels are an inch of 25.4 mm, which is 25.4 m on the ground. */
/* Panes that open and close must not cut the city off, but a user who moved away keeps what is looked at. */
static void
test_extent_stays_whole_until_moved (void)
{
  g_autoptr (AtlasViewport) viewport = new_viewport (300, 200);
  AtlasExtent city = { 0, 0, 15e3, 15e3 };
  double small, large;

  atlas_viewport_show_extent (viewport, city, 10);
  small = atlas_viewport_get_scale_denominator (viewport);
  atlas_viewport_set_size (viewport, 600, 380);
  large = atlas_viewport_get_scale_denominator (viewport);
  g_assert_cmpfloat_with_epsilon (small / large, 2, 1e-9);

  atlas_viewport_pan (viewport, 5, 5);
  atlas_viewport_set_size (viewport, 300, 200);
  g_assert_cmpfloat (atlas_viewport_get_scale_denominator (viewport), ==, large);
}

static void
test_scale_is_true (void)
{
  g_autoptr (AtlasViewport) viewport = new_viewport (96, 96);

  atlas_viewport_show (viewport, ATLAS_POINT_INIT (0, 0), 1000);
  g_assert_cmpfloat_with_epsilon (atlas_extent_width (atlas_viewport_get_visible (viewport)), 25.4, 1e-9);
  atlas_viewport_set_metres_per_unit (viewport, 2);
  g_assert_cmpfloat_with_epsilon (atlas_viewport_get_scale_denominator (viewport), 2000, 1e-9);
}

/* What a window binds to says what the getters say. */
static void
test_tells_where_it_is (void)
{
  g_autoptr (AtlasViewport) viewport = new_viewport (800, 600);
  double denominator, metres;
  gboolean back, forward;

  atlas_viewport_set_metres_per_unit (viewport, 2);
  atlas_viewport_show (viewport, ATLAS_POINT_INIT (1, 1), 1000);
  atlas_viewport_show (viewport, ATLAS_POINT_INIT (2, 2), 5000);
  atlas_viewport_go_back (viewport);
  g_object_get (viewport, "scale-denominator", &denominator, "metres-per-unit", &metres, "can-go-back", &back,
                "can-go-forward", &forward, NULL);
  g_assert_cmpfloat (denominator, ==, atlas_viewport_get_scale_denominator (viewport));
  g_assert_cmpfloat_with_epsilon (denominator, 1000, 1e-6);
  g_assert_cmpfloat (metres, ==, 2);
  g_assert_true (back == atlas_viewport_can_go_back (viewport));
  g_assert_true (forward);
}

static void
test_leaps_are_steps (void)
{
  g_autoptr (AtlasViewport) viewport = new_viewport (800, 600);

  for (guint i = 1; i <= 5; i++)
    atlas_viewport_show (viewport, ATLAS_POINT_INIT (i, i), 1000 * i);
  for (guint i = 4; i >= 1; i--) {
    atlas_viewport_go_back (viewport);
    assert_near (atlas_viewport_get_centre (viewport), ATLAS_POINT_INIT (i, i), EXACT);
  }
  for (guint i = 2; i <= 5; i++) {
    atlas_viewport_go_forward (viewport);
    assert_near (atlas_viewport_get_centre (viewport), ATLAS_POINT_INIT (i, i), EXACT);
    g_assert_cmpfloat_with_epsilon (atlas_viewport_get_scale_denominator (viewport), 1000 * i, 1e-6);
  }
  g_assert_false (atlas_viewport_can_go_forward (viewport));
}

static void
test_a_drag_is_one_step (void)
{
  g_autoptr (AtlasViewport) viewport = new_viewport (800, 600);

  atlas_viewport_show (viewport, ATLAS_POINT_INIT (5, 5), 1000);
  for (guint i = 0; i < 50; i++)
    atlas_viewport_pan (viewport, 1, 2);
  atlas_viewport_go_back (viewport);
  assert_near (atlas_viewport_get_centre (viewport), ATLAS_POINT_INIT (5, 5), EXACT);
}

static void
test_a_new_way_ends_the_forward_one (void)
{
  g_autoptr (AtlasViewport) viewport = new_viewport (800, 600);

  atlas_viewport_show (viewport, ATLAS_POINT_INIT (1, 1), 1000);
  atlas_viewport_show (viewport, ATLAS_POINT_INIT (2, 2), 1000);
  atlas_viewport_go_back (viewport);
  g_assert_true (atlas_viewport_can_go_forward (viewport));
  atlas_viewport_pan (viewport, 10, 0);
  g_assert_false (atlas_viewport_can_go_forward (viewport));
  atlas_viewport_forget_history (viewport);
  g_assert_false (atlas_viewport_can_go_back (viewport));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_changed_tells_every_move_once (void)
{
  g_autoptr (AtlasViewport) viewport = new_viewport (800, 600);
  guint n_changes = 0, n_notifies = 0;

  g_signal_connect_swapped (viewport, "changed", G_CALLBACK (count_cb), &n_changes);
  g_signal_connect_swapped (viewport, "notify::scale-denominator", G_CALLBACK (count_cb), &n_notifies);
  atlas_viewport_pan (viewport, 1, 1);
  atlas_viewport_pan (viewport, 0, 0);
  atlas_viewport_zoom (viewport, 2, ATLAS_POINT_INIT (0, 0));
  atlas_viewport_set_size (viewport, 801, 600);
  atlas_viewport_set_size (viewport, 801, 600);
  g_assert_cmpuint (n_changes, ==, 3);
  g_assert_cmpuint (n_notifies, ==, 3);
  g_assert_finalize_object (g_steal_pointer (&viewport));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/viewport/pixel-to-map-to-pixel", test_pixel_to_map_to_pixel);
  g_test_add_func ("/viewport/zoom-keeps-the-fixed-pixel", test_zoom_keeps_the_fixed_pixel);
  g_test_add_func ("/viewport/zoom-in-and-out-is-nothing", test_zoom_in_and_out_is_nothing);
  g_test_add_func ("/viewport/zoom-stops-at-the-limits", test_zoom_stops_at_the_limits);
  g_test_add_func ("/viewport/zoom-ignores-nonsense", test_zoom_ignores_nonsense);
  g_test_add_func ("/viewport/pan-moves-the-map-with-the-pointer", test_pan_moves_the_map_with_the_pointer);
  g_test_add_func ("/viewport/extent-is-shown-whole", test_extent_is_shown_whole);
  g_test_add_func ("/viewport/extent-waits-for-a-size", test_extent_waits_for_a_size);
  g_test_add_func ("/viewport/extent-stays-whole-until-moved", test_extent_stays_whole_until_moved);
  g_test_add_func ("/viewport/size-keeps-middle-and-scale", test_size_keeps_middle_and_scale);
  g_test_add_func ("/viewport/scale-is-true", test_scale_is_true);
  g_test_add_func ("/viewport/tells-where-it-is", test_tells_where_it_is);
  g_test_add_func ("/viewport/leaps-are-steps", test_leaps_are_steps);
  g_test_add_func ("/viewport/a-drag-is-one-step", test_a_drag_is_one_step);
  g_test_add_func ("/viewport/a-new-way-ends-the-forward-one", test_a_new_way_ends_the_forward_one);
  g_test_add_func ("/viewport/changed-tells-every-move-once", test_changed_tells_every_move_once);
  return g_test_run ();
}
