// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Databases that another program works on while they are looked at. */

#include "atlas-error.h"
#include "atlas-sqlite-snapshot.h"
#include "fixture.h"

#include <sqlite3.h>
#include <string.h>

/* Money that is carried between two accounts: whoever sees another sum has seen half of a step. */
#define SUM 1000

#define ENOUGH 25

static const char *
write_accounts (Fixture *fixture, const char *mode)
{
  const char *path = fixture_write (fixture, "accounts.sqlite", "", 0);
  g_autofree char *sql = g_strdup_printf ("PRAGMA journal_mode = %s; PRAGMA page_size = 512;"
                                          "CREATE TABLE account (id INTEGER PRIMARY KEY, amount INTEGER, rest TEXT);"
                                          "INSERT INTO account VALUES (1, %d, ''), (2, 0, '')",
                                          mode, SUM);

  fixture_sql (path, sql);
  return path;
}

static void
exec (sqlite3 *database, const char *sql)
{
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static int
query (const char *path, const char *sql)
{
  sqlite3 *database = NULL;
  sqlite3_stmt *rows = NULL;
  int value;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &rows, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (rows), ==, SQLITE_ROW);
  value = sqlite3_column_int (rows, 0);
  sqlite3_finalize (rows);
  sqlite3_close (database);
  return value;
}

static void
assert_whole (const char *path)
{
  g_assert_cmpint (query (path, "SELECT sum(amount) FROM account"), ==, SUM);
  g_assert_cmpint (query (path, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), ==, 0);
}

static void
assert_no_companions (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

/* Nothing waits beside it, so the file itself can be read, and no copy is made. */
static void
test_at_rest (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *mode;
    gboolean still;
  } cases[] = { { "DELETE", FALSE }, { "WAL", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *path = write_accounts (fixture, cases[i].mode);
    g_autofree char *folder = NULL, *copy = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (atlas_sqlite_snapshot_is_still (path), ==, cases[i].still);
    g_assert_true (atlas_sqlite_snapshot_make (path, &folder, &copy, &error));
    g_assert_no_error (error);
    g_assert_null (folder);
    g_assert_null (copy);
  }
}

/* What is no database, or none yet, is nothing to be careful with. */
static void
test_no_database (Fixture *fixture, gconstpointer data)
{
  g_assert_false (atlas_sqlite_snapshot_is_still (fixture_write (fixture, "short", "SQLite format 3", -1)));
  g_assert_false (atlas_sqlite_snapshot_is_still ("/nowhere/at/all.sqlite"));
}

/* A writer in the midst of a step, in either manner: the copy shows what was before it, and the original is let be. */
static void
test_half_a_step (Fixture *fixture, gconstpointer data)
{
  static const char *const modes[] = { "DELETE", "WAL" };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++) {
    const char *path = write_accounts (fixture, modes[i]);
    g_autofree char *folder = NULL, *copy = NULL, *before = NULL, *after = NULL;
    g_autoptr (GError) error = NULL;
    sqlite3 *writer = NULL;

    g_assert_cmpint (sqlite3_open (path, &writer), ==, SQLITE_OK);
    exec (writer, "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE;"
                  "UPDATE account SET amount = amount - 400, rest = zeroblob (100000) WHERE id = 1");
    before = fixture_list (fixture);
    g_assert_true (atlas_sqlite_snapshot_make (path, &folder, &copy, &error));
    g_assert_no_error (error);
    after = fixture_list (fixture);
    g_assert_cmpstr (after, ==, before);
    assert_whole (copy);
    assert_no_companions (copy);
    exec (writer, "UPDATE account SET amount = amount + 400 WHERE id = 2; COMMIT");
    sqlite3_close (writer);
    assert_whole (path);
    atlas_sqlite_snapshot_remove (folder);
    g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  }
}

typedef struct {
  const char *path;
  guint32 seed;
  gint stopped; /* atomic */
} Writer;

/* Mostly too short for a snapshot, now and then long enough. */
static void
rest (GRand *random)
{
  g_usleep ((gulong) g_rand_int_range (random, 0, g_rand_int_range (random, 0, 3) > 0 ? 1500 : 60000));
}

/* One step in two halves; rests come before, between and after them, so that snapshots are made everywhere. */
static void
carry (sqlite3 *database, GRand *random)
{
  int amount = g_rand_int_range (random, 1, 100);
  g_autofree char *from = g_strdup_printf (
      "BEGIN IMMEDIATE; UPDATE account SET amount = amount - %d, rest = zeroblob (%d) WHERE id = 1", amount,
      g_rand_int_range (random, 0, 60000));
  g_autofree char *to = g_strdup_printf (
      "UPDATE account SET amount = amount + %d, rest = zeroblob (%d) WHERE id = 2; COMMIT", amount,
      g_rand_int_range (random, 0, 60000));

  rest (random);
  exec (database, from);
  rest (random);
  exec (database, to);
}

static gpointer
write_cb (gpointer data)
{
  Writer *self = data;
  g_autoptr (GRand) random = g_rand_new_with_seed (self->seed);
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (self->path, &database), ==, SQLITE_OK);
  sqlite3_busy_timeout (database, 5000);
  exec (database, "PRAGMA synchronous = OFF; PRAGMA cache_size = 1; PRAGMA cache_spill = 1");
  while (!g_atomic_int_get (&self->stopped))
    carry (database, random);
  sqlite3_close (database);
  return NULL;
}

/* Against a writer that never rests, a snapshot is whole or refused, and the reason is the writer. */
static void
test_restless_writer (Fixture *fixture, gconstpointer mode)
{
  Writer writer = { .path = write_accounts (fixture, mode), .seed = (guint32) g_test_rand_int () };
  GThread *thread = g_thread_new ("writer", write_cb, &writer);
  guint n_made = 0;

  while (n_made < ENOUGH) {
    g_autofree char *folder = NULL, *copy = NULL;
    g_autoptr (GError) error = NULL;

    if (!atlas_sqlite_snapshot_make (writer.path, &folder, &copy, &error))
      g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_CONFLICT);
    else if (copy)
      assert_whole (copy);
    else
      g_usleep (500);
    n_made += copy && !error;
    if (folder)
      atlas_sqlite_snapshot_remove (folder);
  }
  g_atomic_int_set (&writer.stopped, TRUE);
  g_thread_join (thread);
  assert_whole (writer.path);
}

/* A log that is no log is passed over, as SQLite passes over it. */
static void
test_rubbish_beside (Fixture *fixture, gconstpointer data)
{
  const char *path = write_accounts (fixture, "WAL");
  g_autofree char *folder = NULL, *copy = NULL;
  g_autoptr (GError) error = NULL;

  fixture_write (fixture, "accounts.sqlite-wal", "this is no log at all", -1);
  g_assert_true (atlas_sqlite_snapshot_make (path, &folder, &copy, &error));
  g_assert_no_error (error);
  assert_whole (copy);
  atlas_sqlite_snapshot_remove (folder);
}

/* A file that says it is a database, and is none, is damaged; what was begun is removed by who asked. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  const char *path = fixture_write (fixture, "false.gpkg", "This is not a database, whatever it is called.", -1);
  g_autofree char *folder = NULL, *copy = NULL;
  g_autoptr (GError) error = NULL;

  fixture_write (fixture, "false.gpkg-journal", "nor is this a journal", -1);
  g_assert_false (atlas_sqlite_snapshot_make (path, &folder, &copy, &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "“false.gpkg”"));
  atlas_sqlite_snapshot_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/sqlite-snapshot/at-rest", test_at_rest);
  FIXTURE_TEST ("/sqlite-snapshot/no-database", test_no_database);
  FIXTURE_TEST ("/sqlite-snapshot/half-a-step", test_half_a_step);
  g_test_add ("/sqlite-snapshot/restless-journal", Fixture, "DELETE", fixture_set_up, test_restless_writer,
              fixture_tear_down);
  g_test_add ("/sqlite-snapshot/restless-log", Fixture, "WAL", fixture_set_up, test_restless_writer, fixture_tear_down);
  FIXTURE_TEST ("/sqlite-snapshot/rubbish-beside", test_rubbish_beside);
  FIXTURE_TEST ("/sqlite-snapshot/damaged", test_damaged);
  return g_test_run ();
}
