// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-point.h"

static void
test_distance (void)
{
  static const struct {
    AtlasPoint a, b;
    double distance;
  } cases[] = {
    { { 0, 0 }, { 3, 4 }, 5 },
    { { 3, 4 }, { 0, 0 }, 5 },
    { { -1, -1 }, { -1, -1 }, 0 },
    { { 7560000, 5630000 }, { 7560000, 5630020 }, 20 }, /* a house lot in CS2000, zone 7 */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_assert_cmpfloat (atlas_point_distance (cases[i].a, cases[i].b), ==, cases[i].distance);
    g_assert_cmpfloat (atlas_point_distance_squared (cases[i].a, cases[i].b), ==,
                       cases[i].distance * cases[i].distance);
  }
}

static void
test_finite (void)
{
  g_assert_true (atlas_point_is_finite (ATLAS_POINT_INIT (0, -1e308)));
  g_assert_false (atlas_point_is_finite (ATLAS_POINT_INIT (NAN, 0)));
  g_assert_false (atlas_point_is_finite (ATLAS_POINT_INIT (0, INFINITY)));
  g_assert_false (atlas_point_is_finite (ATLAS_POINT_INIT (-INFINITY, NAN)));
}

static void
test_edge_holds (void)
{
  static const struct {
    const char *where;
    AtlasPoint p;
    gboolean held;
  } cases[] = {
    { "its start", { 0, 0 }, TRUE },
    { "its end", { 4, 2 }, TRUE },
    { "its middle", { 2, 1 }, TRUE },
    { "beyond its end, in line with it", { 6, 3 }, FALSE },
    { "before its start, in line with it", { -2, -1 }, FALSE },
    { "beside it, in its box", { 2, 1.5 }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].where);
    g_assert_cmpint (atlas_edge_holds ((AtlasPoint){ 0, 0 }, (AtlasPoint){ 4, 2 }, cases[i].p), ==, cases[i].held);
    g_assert_cmpint (atlas_edge_holds ((AtlasPoint){ 4, 2 }, (AtlasPoint){ 0, 0 }, cases[i].p), ==, cases[i].held);
  }
}

/* An edge that is a point holds that point only. */
static void
test_edge_without_length (void)
{
  const AtlasPoint here = { 3, 3 };

  g_assert_true (atlas_edge_holds (here, here, here));
  g_assert_false (atlas_edge_holds (here, here, (AtlasPoint){ 3, 4 }));
  g_assert_false (atlas_edge_is_crossed (here, here, (AtlasPoint){ 0, 3 }));
}

static gboolean
ring_holds (const AtlasPoint *ring, gsize n, AtlasPoint p)
{
  gboolean inside = FALSE;

  for (gsize i = 0; i + 1 < n; i++)
    inside ^= atlas_edge_is_crossed (ring[i], ring[i + 1], p);
  return inside;
}

/* A ray through corners is the hard case: every corner counts once. */
static void
test_crossings_of_a_diamond (void)
{
  static const AtlasPoint diamond[] = { { 0, -2 }, { 2, 0 }, { 0, 2 }, { -2, 0 }, { 0, -2 } };

  g_assert_true (ring_holds (diamond, 5, (AtlasPoint){ 0, 0 }));
  g_assert_true (ring_holds (diamond, 5, (AtlasPoint){ -1, 0 }));
  g_assert_false (ring_holds (diamond, 5, (AtlasPoint){ -3, 0 }));
  g_assert_false (ring_holds (diamond, 5, (AtlasPoint){ 3, 0 }));
  g_assert_false (ring_holds (diamond, 5, (AtlasPoint){ -3, 2 }));
  g_assert_false (ring_holds (diamond, 5, (AtlasPoint){ -3, -2 }));
}

/* Squares that part the plane: every point is in exactly one, also those on their sides and corners. */
static void
test_every_point_is_in_one_square (void)
{
  for (int round = 0; round < 1000; round++) {
    AtlasPoint p = { g_test_rand_int_range (0, 8) / 2.0, g_test_rand_int_range (0, 8) / 2.0 };
    int n = 0;

    for (int square = 0; square < 16; square++) {
      double x = square % 4;
      double y = square / 4;
      const AtlasPoint ring[] = { { x, y }, { x + 1, y }, { x + 1, y + 1 }, { x, y + 1 }, { x, y } };

      n += ring_holds (ring, 5, p);
    }
    g_assert_cmpint (n, ==, 1);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/point/distance", test_distance);
  g_test_add_func ("/point/finite", test_finite);
  g_test_add_func ("/point/edge-holds", test_edge_holds);
  g_test_add_func ("/point/edge-without-length", test_edge_without_length);
  g_test_add_func ("/point/crossings-of-a-diamond", test_crossings_of_a_diamond);
  g_test_add_func ("/point/every-point-is-in-one-square", test_every_point_is_in_one_square);
  return g_test_run ();
}
