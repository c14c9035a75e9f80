// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-safe-file.h"

#include "atlas-error.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

typedef struct {
  char *folder; /* owned */
  char *path;   /* owned: of a file that holds "old" */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("kielce-atlas-test-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "Kielce, mapa.csv", NULL);
  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0); /* nothing else lies about */
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

static AtlasSafeFile *
write_new (const Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  AtlasSafeFile *file = atlas_safe_file_new (fixture->path, &error);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (atlas_safe_file_get_path (file), "new", -1, NULL));
  return file;
}

/* The old file stays until the new one is put in its place, and then nobody sees anything between. */
static void
test_commit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasSafeFile) file = write_new (fixture);
  g_autofree char *name = g_path_get_basename (atlas_safe_file_get_path (file));
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (name, ==, "Kielce, mapa.csv");
  assert_content (fixture->path, "old");
  g_assert_true (atlas_safe_file_commit (file, &error));
  g_assert_no_error (error);
  assert_content (fixture->path, "new");
}

/* What drivers write beside the file goes with it. */
static void
test_discard (Fixture *fixture, gconstpointer data)
{
  AtlasSafeFile *file = write_new (fixture);
  g_autofree char *journal = g_strconcat (atlas_safe_file_get_path (file), "-journal", NULL);

  g_assert_true (g_file_set_contents (journal, "half", -1, NULL));
  atlas_safe_file_free (file);
  assert_content (fixture->path, "old");
}

static void
test_nothing_written (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasSafeFile) file = atlas_safe_file_new (fixture->path, &error);

  g_assert_false (atlas_safe_file_commit (file, &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_WRITE);
  assert_content (fixture->path, "old");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) is_folder = NULL, no_folder = NULL;
  g_autofree char *nowhere = g_build_filename (fixture->path, "below a file.csv", NULL);

  g_assert_null (atlas_safe_file_new (fixture->folder, &is_folder));
  g_assert_error (is_folder, ATLAS_ERROR, ATLAS_ERROR_WRITE);
  g_assert_null (atlas_safe_file_new (nowhere, &no_folder));
  g_assert_error (no_folder, ATLAS_ERROR, ATLAS_ERROR_WRITE);
}

#define ADD(name, func) g_test_add ("/safe-file/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("commit", test_commit);
  ADD ("discard", test_discard);
  ADD ("nothing-written", test_nothing_written);
  ADD ("refused", test_refused);
  return g_test_run ();
}
