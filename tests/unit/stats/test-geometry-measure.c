// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-geometry-measure.h"

#include "atlas-table-builder.h"

#include <string.h>

/* A feature for each text: parts apart by ";", each "P", "L" or "A" (point, line, area), rings apart by ",", positions
 * as "x y". */
static void
add_ring (AtlasTableBuilder *builder, const char *text)
{
  g_auto (GStrv) words = g_strsplit (g_strstrip ((char *) text), " ", -1);
  gsize n = g_strv_length (words) / 2;
  AtlasPoint *points = atlas_table_builder_add_ring (builder, n);

  for (gsize i = 0; i < n; i++)
    points[i] = ATLAS_POINT_INIT (g_ascii_strtod (words[2 * i], NULL), g_ascii_strtod (words[2 * i + 1], NULL));
}

static void
add_part (AtlasTableBuilder *builder, const char *text)
{
  const char *letters = "PLA";
  g_auto (GStrv) rings = g_strsplit (text + 1, ",", -1);

  atlas_table_builder_begin_part (builder, (AtlasPartKind) (strchr (letters, text[0]) - letters));
  for (guint i = 0; rings[i]; i++)
    add_ring (builder, rings[i]);
}

static AtlasTable *
make_feature (const char *text)
{
  g_autoptr (AtlasTableBuilder) builder = atlas_table_builder_new ("feature");
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  atlas_table_builder_begin_feature (builder, 1);
  for (guint i = 0; parts[i]; i++)
    if (g_strstrip (parts[i])[0])
      add_part (builder, parts[i]);
  return atlas_table_builder_end (g_steal_pointer (&builder));
}

#define SQUARE      "A 0 0 10 0 10 10 0 10 0 0"
#define WITH_HOLE   "A 0 0 10 0 10 10 0 10 0 0, 2 2 4 2 4 4 2 4 2 2"
#define TURNED_HOLE "A 0 0 0 10 10 10 10 0 0 0, 2 2 2 4 4 4 4 2 2 2"
#define FAR_AWAY    "A 7473858 5637288 7473859 5637288 7473859 5637289 7473858 5637289 7473858 5637288"

static void
test_area (void)
{
  static const struct {
    const char *feature;
    double area;
  } cases[] = {
    { SQUARE, 100 },
    { WITH_HOLE, 96 },
    { TURNED_HOLE, 96 },
    { FAR_AWAY, 1 },
    { SQUARE "; A 20 0 21 0 21 1 20 0", 100.5 },
    { "L 0 0 3 4 3 10", 0 },
    { "P 1 2 3 4", 0 },
    { "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AtlasTable) table = make_feature (cases[i].feature);

    g_assert_cmpfloat (atlas_geometry_area (atlas_table_get_geometry (table), 0), ==, cases[i].area);
  }
}

static void
test_contains_and_distance (void)
{
  static const struct {
    const char *feature;
    AtlasPoint point;
    gboolean inside;
    double distance;
  } cases[] = {
    { SQUARE, { 5, 5 }, TRUE, 0 },
    { SQUARE, { 10, 5 }, TRUE, 0 },
    { SQUARE, { 0, 0 }, TRUE, 0 },
    { SQUARE, { 10, 10 }, TRUE, 0 },
    { SQUARE, { 13, 14 }, FALSE, 5 },
    { SQUARE, { -1, 5 }, FALSE, 1 },
    { WITH_HOLE, { 3, 3 }, FALSE, 1 },
    { WITH_HOLE, { 2, 3 }, TRUE, 0 },
    { WITH_HOLE, { 1, 3 }, TRUE, 0 },
    { SQUARE "; A 20 0 30 0 30 10 20 10 20 0", { 25, 1 }, TRUE, 0 },
    { SQUARE "; A 20 0 30 0 30 10 20 10 20 0", { 18, 1 }, FALSE, 2 },
    /* On level with two corners, of which one only touches. */
    { "A 0 0 4 4 8 0 12 4 12 -4 0 -4 0 0", { 2, 4 }, FALSE, 1.4142135623730951 },
    { "A 0 0 4 4 8 0 12 4 12 -4 0 -4 0 0", { 6, 0 }, TRUE, 0 },
    { "L 0 0 10 0", { 5, 3 }, FALSE, 3 },
    { "L 0 0 10 0", { 5, 0 }, FALSE, 0 },
    { "L 0 0 10 0 10 10", { 13, 14 }, FALSE, 5 },
    { "P 0 0 10 0", { 5, 0 }, FALSE, 5 },
    { "", { 0, 0 }, FALSE, INFINITY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AtlasTable) table = make_feature (cases[i].feature);
    const AtlasGeometry *g = atlas_table_get_geometry (table);

    g_test_message ("%s: %g %g", cases[i].feature, cases[i].point.x, cases[i].point.y);
    g_assert_cmpint (atlas_geometry_contains (g, 0, cases[i].point), ==, cases[i].inside);
    g_assert_cmpfloat (atlas_geometry_distance (g, 0, cases[i].point), ==, cases[i].distance);
  }
}

/* Inside an area the outline counts, outside nothing changes. */
static void
test_edge_distance (void)
{
  static const struct {
    const char *feature;
    AtlasPoint point;
    double distance;
  } cases[] = {
    { SQUARE, { 5, 5 }, 5 },  { SQUARE, { 9, 5 }, 1 },    { SQUARE, { 10, 5 }, 0 },
    { SQUARE, { -1, 5 }, 1 }, { WITH_HOLE, { 1, 3 }, 1 }, { "", { 0, 0 }, INFINITY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AtlasTable) table = make_feature (cases[i].feature);
    const AtlasGeometry *g = atlas_table_get_geometry (table);

    g_assert_cmpfloat (atlas_geometry_edge_distance (g, 0, cases[i].point), ==, cases[i].distance);
  }
}

static void
test_anchor (void)
{
  static const struct {
    const char *feature;
    AtlasPoint anchor;
    double clearance;
  } cases[] = {
    { SQUARE, { 5, 5 }, 5 },
    /* The largest part, whatever its place. */
    { "A 20 0 21 0 21 1 20 1 20 0; " SQUARE, { 5, 5 }, 5 },
    { SQUARE "; A 20 0 21 0 21 1 20 1 20 0", { 5, 5 }, 5 },
    /* An area goes before a line, however long. */
    { "P 7 7; L 0 0 99 99; " SQUARE, { 5, 5 }, 5 },
    { "L 0 0 4 0 4 8", { 4, 2 }, 0 },
    { "L 0 0 1 0; L 0 0 0 6; P 9 9", { 0, 3 }, 0 },
    { "L 3 3 3 3", { 3, 3 }, 0 },
    { "P 7 8 1 1", { 7, 8 }, 0 },
    { "A 1 2 5 2 9 2 1 2", { 1, 2 }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AtlasTable) table = make_feature (cases[i].feature);
    AtlasPoint anchor;
    double clearance;

    g_test_message ("%s", cases[i].feature);
    g_assert_true (atlas_geometry_anchor (atlas_table_get_geometry (table), 0, 0.1, &anchor, &clearance));
    g_assert_cmpfloat (anchor.x, ==, cases[i].anchor.x);
    g_assert_cmpfloat (anchor.y, ==, cases[i].anchor.y);
    g_assert_cmpfloat (clearance, ==, cases[i].clearance);
  }
}

static void
test_no_anchor (void)
{
  g_autoptr (AtlasTable) table = make_feature ("");
  AtlasPoint anchor;

  g_assert_false (atlas_geometry_anchor (atlas_table_get_geometry (table), 0, 1, &anchor, NULL));
}

/* Moving a feature moves nothing but its anchor. */
static void
test_moved (void)
{
  g_autoptr (AtlasTable) here = make_feature ("A 0 0 9 1 12 8 7 5 5 11 0 0");
  const AtlasGeometry *g = atlas_table_get_geometry (here);
  g_autofree AtlasPoint *points = g_memdup2 (g->points, g->n_points * sizeof *points);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AtlasTable) there = NULL;

  for (gsize i = 0; i < g->n_points; i++)
    points[i].x += 7e6;
  bytes = g_bytes_new (points, g->n_points * sizeof *points);
  there = atlas_table_with_points (here, bytes, NULL);
  g_assert_cmpfloat (atlas_geometry_area (g, 0), ==, atlas_geometry_area (atlas_table_get_geometry (there), 0));
  g_assert_cmpfloat (atlas_geometry_distance (g, 0, ATLAS_POINT_INIT (20, 20)), ==,
                     atlas_geometry_distance (atlas_table_get_geometry (there), 0, ATLAS_POINT_INIT (7e6 + 20, 20)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geometry-measure/area", test_area);
  g_test_add_func ("/geometry-measure/contains-and-distance", test_contains_and_distance);
  g_test_add_func ("/geometry-measure/edge-distance", test_edge_distance);
  g_test_add_func ("/geometry-measure/anchor", test_anchor);
  g_test_add_func ("/geometry-measure/no-anchor", test_no_anchor);
  g_test_add_func ("/geometry-measure/moved", test_moved);
  return g_test_run ();
}
