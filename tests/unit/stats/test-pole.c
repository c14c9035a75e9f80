// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-pole.h"

#include "atlas-geometry-measure.h"
#include "atlas-table-builder.h"

#include <string.h>

/* One polygon, its rings written as JSON writes them: "[[0,0],[1,0],[1,1],[0,0]], [[…]]"; brackets deeper than a ring's
 * do no harm. */
static AtlasTable *
parse_polygon (const char *json)
{
  g_autoptr (AtlasTableBuilder) builder = atlas_table_builder_new ("polygon");
  g_autoptr (GArray) ring = g_array_new (FALSE, FALSE, sizeof (double));

  atlas_table_builder_begin_feature (builder, 1);
  atlas_table_builder_begin_part (builder, ATLAS_PART_POLYGON);
  for (const char *c = json; *c;) {
    if (strchr ("-0123456789", *c)) {
      char *end;
      double number = g_ascii_strtod (c, &end);

      g_array_append_val (ring, number);
      c = end;
      continue;
    }
    if (g_str_has_prefix (c, "]]") && ring->len > 0) {
      memcpy (atlas_table_builder_add_ring (builder, ring->len / 2), ring->data, ring->len * sizeof (double));
      g_array_set_size (ring, 0);
    }
    c++;
  }
  return atlas_table_builder_end (g_steal_pointer (&builder));
}

static char *
read_shared (const char *name)
{
  const char *folder = g_getenv ("ATLAS_TEST_SHARED");
  g_autofree char *path = g_build_filename (folder ? folder : "", "reference", "polylabel", name, NULL);
  char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_test_skip ("polylabel's reference outlines are not here");
  return text;
}

static void
assert_pole (const char *json, double precision, double x, double y, double clearance)
{
  g_autoptr (AtlasTable) table = parse_polygon (json);
  AtlasPole pole = atlas_pole_find (atlas_table_get_geometry (table), 0, precision);

  g_assert_cmpfloat_with_epsilon (pole.point.x, x, 1e-9);
  g_assert_cmpfloat_with_epsilon (pole.point.y, y, 1e-9);
  g_assert_cmpfloat_with_epsilon (pole.clearance, clearance, 1e-9);
}

/* As polylabel's own tests have it. */
static void
test_reference (void)
{
  g_autofree char *water1 = read_shared ("water1.json");
  g_autofree char *water2 = read_shared ("water2.json");

  if (!water1 || !water2)
    return;
  assert_pole (water1, 1, 3865.85009765625, 2124.87841796875, 288.8493574779127);
  assert_pole (water1, 50, 3854.296875, 2123.828125, 278.5795872381558);
  assert_pole (water2, 1, 3263.5, 3263.5, 960.5);
}

static void
test_without_area (void)
{
  assert_pole ("[[0,0],[1,0],[2,0],[0,0]]", 1, 0, 0, 0);
  assert_pole ("[[0,0],[1,0],[1,1],[1,0],[0,0]]", 1, 0, 0, 0);
  assert_pole ("[[7,8],[7,8],[7,8],[7,8]]", 1, 7, 8, 0);
}

static void
test_holes (void)
{
  /* A frame three wide at the left, one elsewhere. */
  g_autoptr (AtlasTable) frame = parse_polygon ("[[0,0],[10,0],[10,10],[0,10],[0,0]], [[3,1],[9,1],[9,9],[3,9],[3,1]]");
  AtlasPole pole = atlas_pole_find (atlas_table_get_geometry (frame), 0, 0.001);

  g_assert_cmpfloat (pole.clearance, >=, 1.5 - 0.001);
  g_assert_cmpfloat (pole.point.x, <, 3);
}

/* No point of a fine grid lies farther from the outline than the pole, but for the precision. */
static void
test_nothing_better (void)
{
  g_autoptr (AtlasTable) table = parse_polygon (
      "[[0,0],[9,1],[12,8],[7,5],[5,11],[3,4],[-2,6],[0,0]], [[3,2],[5,2],[5,3],[3,2]]");
  const AtlasGeometry *g = atlas_table_get_geometry (table);
  AtlasPole pole = atlas_pole_find (g, 0, 0.01);

  g_assert_true (atlas_geometry_contains (g, 0, pole.point));
  for (double x = -2; x <= 12; x += 0.05) {
    for (double y = 0; y <= 11; y += 0.05) {
      AtlasPoint p = ATLAS_POINT_INIT (x, y);
      double clearance = INFINITY;

      if (!atlas_geometry_contains (g, 0, p))
        continue;
      for (guint32 i = 0; i + 1 < g->n_points; i++)
        if (i + 1 != g->rings[1])
          clearance = MIN (clearance, atlas_segment_distance_squared (g->points[i], g->points[i + 1], p));
      g_assert_cmpfloat (sqrt (clearance), <=, pole.clearance + 0.01);
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pole/reference", test_reference);
  g_test_add_func ("/pole/without-area", test_without_area);
  g_test_add_func ("/pole/holes", test_holes);
  g_test_add_func ("/pole/nothing-better", test_nothing_better);
  return g_test_run ();
}
