// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-error.h"
#include "atlas-io.h"
#include "fixture.h"

#include <cpl_vsi.h>
#include <string.h>
#include <unistd.h>

/* Files that are too much: each is refused before it takes memory or time. */

static void
test_huge_file (Fixture *fixture, gconstpointer data)
{
  const char *path = fixture_write (fixture, "huge.geojson", "{", 1);

  if (truncate (path, (off_t) 5 << 30) != 0) {
    g_test_skip ("the file system of the temporary folder has no room for a file of 5 GB, even an empty one");
    return;
  }
  fixture_must_refuse (path, ATLAS_ERROR_TOO_LARGE, "is larger than 4 GB");
}

/* Eight megabytes of nothing pack into some kilobytes. */
static void
test_packed_workbook (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "bomb.xlsx");
  g_autofree char *member = g_strdup_printf ("/vsizip/%s/xl/workbook.xml", path);
  g_autofree char *nothing = g_malloc0 (8 << 20);
  VSILFILE *zip = VSIFOpenL (path, "wb");
  VSILFILE *file;

  VSIFCloseL (zip);
  file = VSIFOpenL (member, "wb");
  g_assert_cmpuint (VSIFWriteL (nothing, 1, 8 << 20, file), ==, 8 << 20);
  VSIFCloseL (file);
  fixture_must_refuse (path, ATLAS_ERROR_TOO_LARGE, "unpacks to far more than a table needs");
}

/* Brackets within brackets would exhaust the stack of whoever follows them. */
static void
test_deep_json (Fixture *fixture, gconstpointer data)
{
  const char *const beginnings[] = {
    "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":"
    "{\"type\":\"Polygon\",\"coordinates\":",
    "[{\"json_featuretype\":\"a\",\"json_geometry\":",
    "{\"type\":\"Topology\",\"objects\":",
  };
  g_autofree char *brackets = g_strnfill (200000, '[');

  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++) {
    g_autofree char *text = g_strconcat (beginnings[i], brackets, NULL);

    fixture_must_refuse (fixture_write (fixture, "deep.json", text, -1), ATLAS_ERROR_UNREADABLE, "is damaged");
  }
}

/* A row without an end, and a number of a hundred thousand digits. */
static void
test_long_cells (Fixture *fixture, gconstpointer data)
{
  g_autofree char *cells = g_strnfill (200000, ';');
  g_autofree char *digits = g_strnfill (100000, '7');
  g_autofree char *wide = g_strconcat ("a;b\n1;2", cells, "\n", NULL);
  g_autofree char *big = g_strconcat ("a;b\n1;", digits, "\n", NULL);
  g_autoptr (AtlasTable) of_wide = fixture_must_read (fixture_write (fixture, "wide.csv", wide, -1));
  g_autoptr (AtlasTable) of_big = fixture_must_read (fixture_write (fixture, "big.csv", big, -1));

  g_assert_cmpuint (atlas_table_get_n_columns (of_wide), ==, 2);
  g_assert_cmpint (atlas_table_find_column (of_big, "b")->type, ==, ATLAS_COLUMN_TEXT);
}

/* The user may name a file by a link; it is the file itself that counts. */
static void
test_link (Fixture *fixture, gconstpointer data)
{
  const char *path = fixture_write_geopackage (fixture, "squares.gpkg", 3);
  g_autofree char *link = fixture_path (fixture, "link.gpkg");
  g_autofree char *loop = fixture_path (fixture, "loop.gpkg");
  g_autoptr (AtlasTable) table = NULL;

  g_assert_cmpint (symlink (path, link), ==, 0);
  g_assert_cmpint (symlink (loop, loop), ==, 0);
  table = fixture_must_read (link);
  g_assert_cmpuint (atlas_table_get_n_features (table), ==, 3);
  fixture_must_refuse (loop, ATLAS_ERROR_NOT_FOUND, "There is no file");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  FIXTURE_TEST ("/bounds/huge-file", test_huge_file);
  FIXTURE_TEST ("/bounds/packed-workbook", test_packed_workbook);
  FIXTURE_TEST ("/bounds/deep-json", test_deep_json);
  FIXTURE_TEST ("/bounds/long-cells", test_long_cells);
  FIXTURE_TEST ("/bounds/link", test_link);
  return g_test_run ();
}
