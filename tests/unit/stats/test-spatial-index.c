// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-spatial-index.h"

static AtlasExtent
random_box (double size)
{
  double x = g_test_rand_double_range (-50, 50);
  double y = g_test_rand_double_range (-50, 50);

  return (AtlasExtent){ x, y, x + g_test_rand_double_range (0, size), y + g_test_rand_double_range (0, size) };
}

static AtlasExtent *
random_boxes (guint n)
{
  AtlasExtent *boxes = g_new (AtlasExtent, n + 1);

  for (guint i = 0; i < n; i++)
    boxes[i] = g_test_rand_int_range (0, 10) ? random_box (5) : ATLAS_EXTENT_EMPTY;
  return boxes;
}

static void
assert_same_as_brute_force (AtlasSpatialIndex *index, const AtlasExtent *boxes, guint n, AtlasExtent extent)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint at = 0;

  atlas_spatial_index_query (index, extent, found);
  for (guint32 i = 0; i < n; i++) {
    if (atlas_extent_is_empty (boxes[i]) || !atlas_extent_intersects (boxes[i], extent))
      continue;
    g_assert_cmpuint (at, <, found->len);
    g_assert_cmpuint (g_array_index (found, guint32, at++), ==, i);
  }
  g_assert_cmpuint (at, ==, found->len);
}

/* Every size about a full node, and a few of several levels. */
static void
test_brute_force (void)
{
  static const guint sizes[] = { 0, 1, 2, 15, 16, 17, 31, 32, 33, 255, 256, 257, 1000, 4097 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++) {
    g_autofree AtlasExtent *boxes = random_boxes (sizes[s]);
    g_autoptr (AtlasSpatialIndex) index = atlas_spatial_index_new (boxes, sizes[s]);

    for (int i = 0; i < 50; i++)
      assert_same_as_brute_force (index, boxes, sizes[s], random_box (i));
    assert_same_as_brute_force (index, boxes, sizes[s], (AtlasExtent){ -1e9, -1e9, 1e9, 1e9 });
    assert_same_as_brute_force (index, boxes, sizes[s], ATLAS_EXTENT_EMPTY);
  }
}

static void
test_touching (void)
{
  const AtlasExtent boxes[] = { { 0, 0, 1, 1 }, { 1, 1, 2, 2 }, { 2.1, 0, 3, 1 } };
  g_autoptr (AtlasSpatialIndex) index = atlas_spatial_index_new (boxes, G_N_ELEMENTS (boxes));

  assert_same_as_brute_force (index, boxes, 3, (AtlasExtent){ 1, 1, 1, 1 });
  assert_same_as_brute_force (index, boxes, 3, (AtlasExtent){ 2, 0, 2.1, 0.5 });
}

/* Boxes in one place, on one line, and without bounds. */
static void
test_degenerate (void)
{
  AtlasExtent boxes[100];

  for (guint i = 0; i < 100; i++)
    boxes[i] = i % 2 ? (AtlasExtent){ 5, 5, 5, 5 } : (AtlasExtent){ i, 5, i, 5 };
  boxes[7] = (AtlasExtent){ -INFINITY, -INFINITY, INFINITY, INFINITY };
  boxes[8] = (AtlasExtent){ NAN, 0, 1, 1 };
  {
    g_autoptr (AtlasSpatialIndex) index = atlas_spatial_index_new (boxes, 100);

    assert_same_as_brute_force (index, boxes, 100, (AtlasExtent){ 5, 5, 5, 5 });
    assert_same_as_brute_force (index, boxes, 100, (AtlasExtent){ 20, 0, 40, 10 });
  }
}

static gboolean
count_to_three_cb (guint32 item, gpointer user_data)
{
  guint *n = user_data;

  return ++*n < 3;
}

static void
test_stops (void)
{
  g_autofree AtlasExtent *boxes = random_boxes (500);
  g_autoptr (AtlasSpatialIndex) index = atlas_spatial_index_new (boxes, 500);
  guint n = 0;

  atlas_spatial_index_foreach (index, (AtlasExtent){ -1e9, -1e9, 1e9, 1e9 }, count_to_three_cb, &n);
  g_assert_cmpuint (n, ==, 3);
}

static void
test_appends (void)
{
  const AtlasExtent box = { 0, 0, 1, 1 };
  g_autoptr (AtlasSpatialIndex) index = atlas_spatial_index_new (&box, 1);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));

  atlas_spatial_index_query (index, box, found);
  atlas_spatial_index_query (index, box, found);
  g_assert_cmpuint (found->len, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spatial-index/brute-force", test_brute_force);
  g_test_add_func ("/spatial-index/touching", test_touching);
  g_test_add_func ("/spatial-index/degenerate", test_degenerate);
  g_test_add_func ("/spatial-index/stops", test_stops);
  g_test_add_func ("/spatial-index/appends", test_appends);
  return g_test_run ();
}
