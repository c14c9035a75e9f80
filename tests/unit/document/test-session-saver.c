// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../temp-folder.h"
#include "atlas-commands.h"
#include "atlas-error.h"
#include "atlas-session-saver.h"
#include "atlas-session.h"
#include "atlas-test-project.h"

#include <sys/stat.h>

static AtlasProject *
new_project (void)
{
  AtlasProject *project = atlas_project_new ();
  g_autoptr (AtlasLayer) layer = atlas_layer_new ("Layer", "city:layer", NULL, NULL);

  atlas_project_do_add_layer (project, layer, 0);
  return project;
}

static AtlasLayer *
first_layer (AtlasProject *project)
{
  AtlasLayer *layer = g_list_model_get_item (G_LIST_MODEL (project), 0);

  g_object_unref (layer);
  return layer;
}

static void
wait_for_file (const char *path)
{
  while (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_file_tells (const char *path, AtlasProject *project)
{
  g_autofree char *expected = atlas_session_to_json (project);
  g_autofree char *written = NULL;

  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, expected);
}

/* Nobody has to ask: what is changed is in the file a moment later, all of it, and only its owner may read it. */
static void
test_writes_by_itself (void)
{
  g_autoptr (AtlasProject) project = new_project ();
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = g_build_filename (folder, "state", "deep", "session.json", NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  AtlasSessionSaver *saver = atlas_session_saver_new (project, path);
  struct stat file, place;

  atlas_project_do_rename_layer (project, first_layer (project), "First");
  atlas_project_do_rename_layer (project, first_layer (project), "Second");
  wait_for_file (path);
  assert_file_tells (path, project);
  g_assert_cmpint (stat (path, &file), ==, 0);
  g_assert_cmpint (stat (parent, &place), ==, 0);
  g_assert_cmpint (file.st_mode & 0777, ==, 0600);
  g_assert_cmpint (place.st_mode & 0777, ==, 0700);
  g_assert_true (atlas_session_saver_flush (saver, NULL));
  g_assert_finalize_object (saver);
}

/* A flush while a thread writes waits for it, so that the older session never comes after the newer one. */
static void
test_flush_comes_last (void)
{
  for (guint round = 0; round < 3; round++) {
    g_autoptr (AtlasProject) project = new_project ();
    g_autoptr (TempFolder) folder = temp_folder_new ();
    g_autofree char *path = g_build_filename (folder, "session.json", NULL);
    AtlasSessionSaver *saver = atlas_session_saver_new (project, path);
    g_autoptr (GError) error = NULL;

    atlas_project_do_rename_layer (project, first_layer (project), "Older");
    wait_for_file (path);
    atlas_project_do_rename_layer (project, first_layer (project), "Newer");
    g_assert_true (atlas_session_saver_flush (saver, &error));
    g_assert_no_error (error);
    assert_file_tells (path, project);
    g_assert_finalize_object (saver);
    assert_file_tells (path, project);
  }
}

static void
assert_unsaved (AtlasSessionSaver *saver, const char *path, gboolean expected)
{
  g_remove (path);
  g_assert_true (atlas_session_saver_flush (saver, NULL));
  g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, expected);
}

/* What is in a session is followed, and nothing else is: a file that need not be written is not. */
static void
test_what_counts_as_a_change (void)
{
  g_autoptr (AtlasProject) project = new_project ();
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = g_build_filename (folder, "session.json", NULL);
  g_autoptr (AtlasSessionSaver) saver = atlas_session_saver_new (project, path);
  guint32 row = 0;

  assert_unsaved (saver, path, FALSE);
  atlas_project_do_show_layer (project, first_layer (project), FALSE);
  assert_unsaved (saver, path, TRUE);
  assert_unsaved (saver, path, FALSE);
  atlas_project_set_current_layer (project, first_layer (project));
  assert_unsaved (saver, path, TRUE);
  atlas_viewport_show (atlas_project_get_viewport (project), ATLAS_POINT_INIT (1, 2), 5000);
  assert_unsaved (saver, path, TRUE);
  atlas_journal_undo (atlas_project_get_journal (project));
  assert_unsaved (saver, path, TRUE);
  atlas_selection_select (atlas_project_get_selection (project), first_layer (project), &row, 1, ATLAS_SELECT_REPLACE);
  assert_unsaved (saver, path, FALSE);
}

/* A saver that is let go of follows no more, and the project is let go of with it. */
static void
test_ends (void)
{
  AtlasProject *project = new_project ();
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = g_build_filename (folder, "session.json", NULL);
  AtlasSessionSaver *saver = atlas_session_saver_new (project, path);

  atlas_project_do_show_layer (project, first_layer (project), FALSE);
  g_assert_finalize_object (saver);
  atlas_project_do_show_layer (project, first_layer (project), TRUE);
  g_assert_finalize_object (project);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* The old session outlives a new one that cannot be written. */
static void
test_a_failure_keeps_the_old (void)
{
  g_autoptr (AtlasProject) project = new_project ();
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = g_build_filename (folder, "session.json", NULL);
  g_autofree char *inside = g_build_filename (path, "in", "the", "way", NULL);
  g_autoptr (AtlasSessionSaver) saver = atlas_session_saver_new (project, inside);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  atlas_project_do_show_layer (project, first_layer (project), FALSE);
  g_assert_false (atlas_session_saver_flush (saver, &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, inside));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-saver/writes-by-itself", test_writes_by_itself);
  g_test_add_func ("/session-saver/flush-comes-last", test_flush_comes_last);
  g_test_add_func ("/session-saver/what-counts-as-a-change", test_what_counts_as_a_change);
  g_test_add_func ("/session-saver/ends", test_ends);
  g_test_add_func ("/session-saver/a-failure-keeps-the-old", test_a_failure_keeps_the_old);
  return g_test_run ();
}
