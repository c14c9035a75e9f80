// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-path.h"

static const AtlasTransform as_it_is = { 1, 0, 0 };
static const AtlasExtent box = { 0, -100, 100, 0 }; /* of the map: (0, 0) to (100, 100); a canvas runs downwards */

static double
measure_area (const AtlasPath *path)
{
  double sum = 0;

  for (guint i = 0; i < path->starts->len; i++) {
    guint n;
    const AtlasPoint *p = atlas_path_get_outline (path, i, &n);

    for (guint j = 0; j < n; j++)
      sum += (p[j].x * p[(j + 1) % n].y - p[(j + 1) % n].x * p[j].y) / 2;
  }
  return sum;
}

/* What is left of a polygon within the box has the area that the two have in common. */
static void
test_clip_area (void)
{
  static const struct {
    AtlasPoint corners[4];
    double area;
  } cases[] = {
    { { { 10, 10 }, { 90, 10 }, { 90, 90 }, { 10, 90 } }, 6400 },          /* within */
    { { { -50, -50 }, { 150, -50 }, { 150, 150 }, { -50, 150 } }, 10000 }, /* around */
    { { { 50, 50 }, { 150, 50 }, { 150, 150 }, { 50, 150 } }, 2500 },      /* over a corner */
    { { { -50, 40 }, { 150, 40 }, { 150, 60 }, { -50, 60 } }, 2000 },      /* across */
    { { { 110, 0 }, { 150, 0 }, { 150, 100 }, { 110, 100 } }, 0 },         /* beside */
    { { { -100, 50 }, { 50, -100 }, { 200, 50 }, { 50, 200 } }, 10000 },   /* a diamond around all but the corners… */
    { { { -1e12, -1e12 }, { 1e12, -1e12 }, { 1e12, 1e12 }, { -1e12, 1e12 } }, 10000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    AtlasPath path;

    atlas_path_init (&path, as_it_is, box, 0);
    atlas_path_reset (&path, TRUE);
    atlas_path_add_ring (&path, cases[i].corners, 4, FALSE);
    g_assert_cmpfloat_with_epsilon (ABS (measure_area (&path)), cases[i].area, 1e-6);
    if (!atlas_path_is_empty (&path))
      g_assert_true (atlas_extent_contains (box, atlas_path_get_extent (&path)));
    atlas_path_clear (&path);
  }
}

/* Outer rings run one way and holes the other, whichever way they came. */
static void
test_orientation (void)
{
  const AtlasPoint one_way[] = { { 10, 10 }, { 90, 10 }, { 90, 90 }, { 10, 90 }, { 10, 10 } };
  const AtlasPoint other_way[] = { { 10, 10 }, { 10, 90 }, { 90, 90 }, { 90, 10 }, { 10, 10 } };

  for (guint hole = 0; hole < 2; hole++) {
    AtlasPath path;
    double first;

    atlas_path_init (&path, as_it_is, box, 0);
    atlas_path_reset (&path, TRUE);
    atlas_path_add_ring (&path, one_way, 5, (gboolean) hole);
    first = measure_area (&path);
    g_assert_cmpfloat_with_epsilon (first, hole ? -6400 : 6400, 1e-9);
    atlas_path_add_ring (&path, other_way, 5, (gboolean) hole);
    g_assert_cmpfloat_with_epsilon (measure_area (&path), 2 * first, 1e-9);
    atlas_path_clear (&path);
  }
}

static void
test_not_finite (void)
{
  const AtlasPoint points[] = { { 10, 10 }, { NAN, 20 }, { 90, 10 }, { INFINITY, -INFINITY }, { 90, 90 } };
  AtlasPath path;

  atlas_path_init (&path, as_it_is, box, 0);
  atlas_path_reset (&path, TRUE);
  atlas_path_add_ring (&path, points, G_N_ELEMENTS (points), FALSE);
  g_assert_cmpuint (path.points->len, ==, 3);
  atlas_path_clear (&path);
}

static AtlasPoint
random_point (void)
{
  return ATLAS_POINT_INIT (g_test_rand_double_range (-80, 180), g_test_rand_double_range (-80, 180));
}

/* A segment's piece within the box is what sampling the segment finds there. */
static void
test_clip_line (void)
{
  for (guint i = 0; i < 2000; i++) {
    AtlasPoint line[] = { random_point (), random_point () };
    AtlasPath path;
    guint inside = 0;
    double length = 0;

    atlas_path_init (&path, as_it_is, box, 0);
    atlas_path_reset (&path, FALSE);
    atlas_path_add_line (&path, line, 2);
    for (guint j = 0; j < 1000; j++) {
      double t = (j + 0.5) / 1000;
      AtlasPoint p = { line[0].x + t * (line[1].x - line[0].x), -line[0].y - t * (line[1].y - line[0].y) };

      inside += atlas_extent_contains_point (box, p);
    }
    if (path.points->len == 2)
      length = atlas_point_distance (g_array_index (path.points, AtlasPoint, 0),
                                     g_array_index (path.points, AtlasPoint, 1));
    g_assert_cmpfloat_with_epsilon (length / atlas_point_distance (line[0], line[1]), inside / 1000.0, 0.003);
    atlas_path_clear (&path);
  }
}

/* A line that leaves the box and comes back is in two pieces. */
static void
test_line_in_pieces (void)
{
  const AtlasPoint line[] = { { 10, 50 }, { 150, 50 }, { 150, 60 }, { 50, 60 }, { 40, 60 } };
  AtlasPath path;
  guint n;

  atlas_path_init (&path, as_it_is, box, 0);
  atlas_path_reset (&path, FALSE);
  atlas_path_add_line (&path, line, G_N_ELEMENTS (line));
  g_assert_cmpuint (path.starts->len, ==, 2);
  atlas_path_get_outline (&path, 0, &n);
  g_assert_cmpuint (n, ==, 2);
  atlas_path_get_outline (&path, 1, &n);
  g_assert_cmpuint (n, ==, 3);
  atlas_path_clear (&path);
}

/* The border that two areas share is simplified alike, whichever way each of them runs along it. */
static void
test_shared_border (void)
{
  AtlasPoint border[200];
  AtlasPoint back[200];
  AtlasPath there;
  AtlasPath again;

  for (guint i = 0; i < 200; i++)
    border[i] = back[199 - i] = ATLAS_POINT_INIT (i * 0.37, 50 + g_test_rand_double_range (-0.4, 0.4));
  atlas_path_init (&there, as_it_is, box, 0.25);
  atlas_path_init (&again, as_it_is, box, 0.25);
  atlas_path_reset (&there, FALSE);
  atlas_path_reset (&again, FALSE);
  atlas_path_add_line (&there, border, 200);
  atlas_path_add_line (&again, back, 200);
  g_assert_cmpuint (there.points->len, ==, again.points->len);
  g_assert_cmpuint (there.points->len, <=, 200);
  for (guint i = 0; i < there.points->len; i++) {
    AtlasPoint a = g_array_index (there.points, AtlasPoint, i);
    AtlasPoint b = g_array_index (again.points, AtlasPoint, again.points->len - 1 - i);

    g_assert_true (a.x == b.x && a.y == b.y);
  }
  atlas_path_clear (&there);
  atlas_path_clear (&again);
}

/* However small, an area leaves a mark; a hole that small leaves none. */
static void
test_tiny (void)
{
  const AtlasPoint ring[] = { { 50, 50 }, { 50.01, 50 }, { 50.01, 50.01 }, { 50, 50 } };
  AtlasPath path;

  atlas_path_init (&path, as_it_is, box, 0.25);
  atlas_path_reset (&path, TRUE);
  atlas_path_add_ring (&path, ring, 4, TRUE);
  g_assert_true (atlas_path_is_empty (&path));
  atlas_path_add_ring (&path, ring, 4, FALSE);
  g_assert_cmpfloat_with_epsilon (measure_area (&path), 0.0625, 1e-9);
  atlas_path_clear (&path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/path/clip-area", test_clip_area);
  g_test_add_func ("/path/clip-line", test_clip_line);
  g_test_add_func ("/path/line-in-pieces", test_line_in_pieces);
  g_test_add_func ("/path/orientation", test_orientation);
  g_test_add_func ("/path/not-finite", test_not_finite);
  g_test_add_func ("/path/shared-border", test_shared_border);
  g_test_add_func ("/path/tiny", test_tiny);
  return g_test_run ();
}
