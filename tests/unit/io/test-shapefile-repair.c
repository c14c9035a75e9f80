// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-error.h"
#include "atlas-io.h"
#include "fixture.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define SQUARES 5

static const char *
write_squares (Fixture *fixture)
{
  return fixture_write_with (fixture, "squares.shp", "ESRI Shapefile", 2178, SQUARES);
}

static void
drop (Fixture *fixture, const char *name)
{
  g_autofree char *path = fixture_path (fixture, name);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* Only the index is lost: everything is there, and the folder stays as it is. */
static void
test_missing_index (Fixture *fixture, gconstpointer data)
{
  const char *path = write_squares (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (AtlasTable) table = NULL;

  drop (fixture, "squares.shx");
  before = fixture_list (fixture);
  table = fixture_must_read (path);
  after = fixture_list (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (atlas_table_get_n_features (table), ==, SQUARES);
  g_assert_cmpstr (atlas_column_get_text (atlas_table_find_column (table, "name"), 4), ==, "Ślichowice 4");
  g_assert_cmpstr (atlas_crs_get_id (atlas_table_get_crs (table)), ==, "EPSG:2178");
  g_assert_true (fixture_has_note (table, "5 shapes were found without it"));
}

/* An index full of zeros is none. */
static void
test_damaged_index (Fixture *fixture, gconstpointer data)
{
  const char *path = write_squares (fixture);
  g_autoptr (AtlasTable) table = NULL;

  fixture_write (fixture, "squares.shx", (const char[100]){ 0 }, 100);
  table = fixture_must_read (path);
  g_assert_cmpuint (atlas_table_get_n_features (table), ==, SQUARES);
}

/* Of shapes that break off, too, the whole ones are shown, however many those are. */
static void
test_broken_off (Fixture *fixture, gconstpointer data)
{
  const gsize record = 8 + 44 + 4 + 5 * 16; /* its head, the head of a polygon, where its ring begins, five corners */
  const char *path = write_squares (fixture);

  drop (fixture, "squares.shx");
  for (guint n = SQUARES; n-- > 1;) {
    g_autoptr (AtlasTable) table = NULL;

    g_assert_cmpint (truncate (path, (off_t) (100 + n * record + g_test_rand_int_range (0, (int) record))), ==, 0);
    table = fixture_must_read (path);
    g_assert_cmpuint (atlas_table_get_geometry (table)->n_parts, ==, n);
  }
}

static void
test_nothing_left (Fixture *fixture, gconstpointer data)
{
  const char *path = write_squares (fixture);

  drop (fixture, "squares.shx");
  for (off_t n = 120; n > 10; n -= 50) {
    g_assert_cmpint (truncate (path, n), ==, 0);
    fixture_must_refuse (path, ATLAS_ERROR_UNREADABLE, "get .shp, .shx and .dbf together");
  }
}

/* Any bytes behind the header give a table or a sentence. */
static void
test_noise (Fixture *fixture, gconstpointer data)
{
  const char *path = write_squares (fixture);
  g_autofree char *bytes = NULL;
  gsize n = 0;

  drop (fixture, "squares.shx");
  g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
  for (guint round = 0; round < 300; round++) {
    g_autofree char *noisy = g_memdup2 (bytes, n);
    g_autoptr (AtlasTable) table = NULL;
    g_autoptr (GError) error = NULL;

    for (guint i = 0; i < 4; i++)
      noisy[g_test_rand_int_range (24, (int) n)] = (char) g_test_rand_int_range (0, 256);
    table = fixture_read (fixture_write (fixture, "squares.shp", noisy, (gssize) n), &error);
    g_assert_true ((table != NULL) != (error != NULL));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  FIXTURE_TEST ("/shapefile-repair/missing-index", test_missing_index);
  FIXTURE_TEST ("/shapefile-repair/damaged-index", test_damaged_index);
  FIXTURE_TEST ("/shapefile-repair/broken-off", test_broken_off);
  FIXTURE_TEST ("/shapefile-repair/nothing-left", test_nothing_left);
  FIXTURE_TEST ("/shapefile-repair/noise", test_noise);
  return g_test_run ();
}
