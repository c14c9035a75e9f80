// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-error.h"
#include "atlas-io.h"
#include "fixture.h"

#include <sqlite3.h>
#include <string.h>

#define JOURNAL 18 /* two bytes of the header: 2 where a database keeps a write-ahead log */
#define PAGE    100

/* What a planner reads of a damaged file: no pages, no logs. */
static void
check_refusal (const char *path, const char *whole_sentence)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fixture_read (path, &error));
  g_assert_cmpstr (error->message, ==, whole_sentence);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  const char *path = fixture_write_geopackage (fixture, "a.gpkg", 3);
  g_autofree char *bytes = NULL;
  gsize n = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
  bytes[PAGE] = 1;
  for (char version = 1; version <= 2; version++) {
    memset (bytes + JOURNAL, version, 2);
    check_refusal (fixture_write (fixture, "a.gpkg", bytes, (gssize) n),
                   "“a.gpkg” is damaged and cannot be shown; get a whole copy.");
  }
  check_refusal (fixture_write (fixture, "a.gpkg", bytes, 512),
                 "“a.gpkg” is damaged and cannot be shown; get a whole copy.");
}

/* What somebody else is writing is whole, and can be read a moment later. */
static void
test_locked (Fixture *fixture, gconstpointer data)
{
  const char *path = fixture_write_geopackage (fixture, "a.gpkg", 3);
  g_autoptr (AtlasTable) later = NULL;
  sqlite3 *writer = NULL;

  g_assert_cmpint (sqlite3_open (path, &writer), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (writer, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  check_refusal (path, "“a.gpkg” is being changed by another program; open it later.");
  g_assert_cmpint (sqlite3_exec (writer, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (writer);
  later = fixture_must_read (path);
  g_assert_cmpuint (atlas_table_get_n_features (later), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  FIXTURE_TEST ("/refused-database/damaged", test_damaged);
  FIXTURE_TEST ("/refused-database/locked", test_locked);
  return g_test_run ();
}
