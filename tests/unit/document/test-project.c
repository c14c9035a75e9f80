// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../temp-folder.h"
#include "atlas-commands.h"
#include "atlas-io.h"
#include "atlas-projection.h"
#include "atlas-session.h"
#include "atlas-test-project.h"

#define POINT                                                                                                          \
  "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"n\":1},\"geometry\":"         \
  "{\"type\":\"Point\",\"coordinates\":[20.6,50.8]}}]}"

#define EMPTY_SESSION "{\"version\":1,\"layers\":[]}"

static AtlasSource *
source_of_point (const char *folder, const char *crs)
{
  AtlasSource *source = g_new0 (AtlasSource, 1);

  source->path = g_build_filename (folder, "point.geojson", NULL);
  source->crs_override = crs ? atlas_crs_new_from_text (crs, NULL) : NULL;
  g_assert_true (g_file_set_contents (source->path, POINT, -1, NULL));
  return source;
}

static void
add_point (AtlasProject *project, const char *folder, const char *crs, GAsyncResult **result)
{
  g_autoptr (AtlasSource) source = source_of_point (folder, crs);

  atlas_project_add_source_async (project, source, NULL, atlas_test_take_result_cb, result);
}

static void
assert_not_opened (AtlasProject *project, GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (atlas_project_open_city_finish (project, atlas_test_wait_for_result (result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
assert_not_added (AtlasProject *project, GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_project_add_source_finish (project, atlas_test_wait_for_result (result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Whichever city is read first, the one asked for last is shown. */
static void
test_the_last_city_wins (void)
{
  g_autoptr (AtlasProject) project = atlas_project_new ();
  g_autoptr (GAsyncResult) first = NULL, second = NULL, third = NULL;
  g_autoptr (GError) error = NULL;

  atlas_project_open_city_async (project, "gdynia", NULL, atlas_test_take_result_cb, &first);
  atlas_project_open_city_async (project, "nowhere", NULL, atlas_test_take_result_cb, &second);
  atlas_project_open_city_async (project, "kielce", NULL, atlas_test_take_result_cb, &third);
  atlas_project_open_city_finish (project, atlas_test_wait_for_result (&third), &error);
  g_assert_no_error (error);
  assert_not_opened (project, &first);
  assert_not_opened (project, &second);
  g_assert_cmpstr (atlas_project_get_city (project)->id, ==, "kielce");
  atlas_test_wait_for_layers (project);
}

/* A project is a list of layers, and what a title binds to is the city that it shows. */
static void
test_tells_its_city (void)
{
  g_autoptr (AtlasProject) project = atlas_test_kielce ();
  g_autofree char *id = NULL, *name = NULL;

  g_object_get (project, "city-id", &id, "city-name", &name, NULL);
  g_assert_cmpstr (id, ==, "kielce");
  g_assert_cmpstr (name, ==, "Kielce");
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (project)) == ATLAS_TYPE_LAYER);
  atlas_test_wait_for_layers (project);
}

static void
test_opening_is_cancelled (void)
{
  g_autoptr (AtlasProject) project = atlas_project_new ();
  g_autoptr (GCancellable) before = g_cancellable_new (), during = g_cancellable_new ();
  g_autoptr (GAsyncResult) first = NULL, second = NULL;

  g_cancellable_cancel (before);
  atlas_project_open_city_async (project, "kielce", before, atlas_test_take_result_cb, &first);
  assert_not_opened (project, &first);
  atlas_project_open_city_async (project, "kielce", during, atlas_test_take_result_cb, &second);
  g_cancellable_cancel (during);
  assert_not_opened (project, &second);
  g_assert_null (atlas_project_get_city (project));
}

static void
test_a_session_overtakes_a_city (void)
{
  g_autoptr (AtlasProject) project = atlas_project_new ();
  g_autoptr (GAsyncResult) city = NULL, session = NULL;

  atlas_project_open_city_async (project, "kielce", NULL, atlas_test_take_result_cb, &city);
  atlas_session_restore_async (project, EMPTY_SESSION, -1, NULL, atlas_test_take_result_cb, &session);
  g_assert_true (atlas_session_restore_finish (project, atlas_test_wait_for_result (&session), NULL));
  assert_not_opened (project, &city);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (project)), ==, 0);
}

/* A layer that is still being read belongs to what is being replaced. */
static void
test_what_is_replaced_does_not_come_back (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (AtlasProject) project = atlas_project_new ();
  g_autoptr (GAsyncResult) added = NULL, session = NULL;

  add_point (project, folder, NULL, &added);
  atlas_session_restore_async (project, EMPTY_SESSION, -1, NULL, atlas_test_take_result_cb, &session);
  assert_not_added (project, &added);
  g_assert_true (atlas_session_restore_finish (project, atlas_test_wait_for_result (&session), NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (project)), ==, 0);
  g_assert_false (atlas_journal_can_undo (atlas_project_get_journal (project)));
}

/* Removed while it is being read, a layer stays away, and undoing that brings it back whole. */
static void
test_removed_while_being_read (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (AtlasProject) project = atlas_project_new ();
  g_autoptr (GAsyncResult) added = NULL;
  g_autoptr (AtlasLayer) layer = NULL;

  add_point (project, folder, NULL, &added);
  layer = g_list_model_get_item (G_LIST_MODEL (project), 0);
  atlas_project_do_remove_layer (project, layer);
  assert_not_added (project, &added);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (project)), ==, 0);
  atlas_journal_undo (atlas_project_get_journal (project));
  g_assert_cmpuint (atlas_project_find_layer (project, layer), ==, 0);
  g_assert_cmpuint (atlas_layer_get_n_features (layer), ==, 1);
  g_assert_false (atlas_journal_can_undo (atlas_project_get_journal (project)));
  atlas_test_wait_for_layers (project);
}

static void
test_cancelled_before_it_is_added (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (AtlasProject) project = atlas_project_new ();
  g_autoptr (AtlasSource) source = source_of_point (folder, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) added = NULL;

  g_cancellable_cancel (cancellable);
  atlas_project_add_source_async (project, source, cancellable, atlas_test_take_result_cb, &added);
  assert_not_added (project, &added);
}

static void
assert_in_crs (AtlasProject *project, GAsyncResult **result)
{
  g_autoptr (AtlasLayer) layer = atlas_project_add_source_finish (project, atlas_test_wait_for_result (result), NULL);
  AtlasCrs *crs = atlas_table_get_crs (atlas_layer_get_table (layer));

  g_assert_true (atlas_crs_equal (crs, atlas_project_get_crs (project)));
}

/* Read at once into a project without a system, whichever is first decides for both. */
static void
test_two_first_layers (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();

  for (guint i = 0; i < 20; i++) {
    g_autoptr (AtlasProject) project = atlas_project_new ();
    g_autoptr (GAsyncResult) one = NULL, two = NULL;

    add_point (project, folder, NULL, &one);
    add_point (project, folder, "EPSG:2180", &two);
    assert_in_crs (project, &one);
    assert_in_crs (project, &two);
    atlas_test_wait_for_layers (project);
  }
}

/* A session without a city: its first layer decides, too. */
static void
test_a_session_without_a_city (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();

  g_autoptr (AtlasProject) project = atlas_project_new (), restored = atlas_project_new ();
  g_autoptr (GAsyncResult) added = NULL, session = NULL;
  g_autofree char *json = NULL;

  add_point (project, folder, "EPSG:2180", &added);
  assert_in_crs (project, &added);
  json = atlas_session_to_json (project);
  atlas_session_restore_async (restored, json, -1, NULL, atlas_test_take_result_cb, &session);
  g_assert_true (atlas_session_restore_finish (restored, atlas_test_wait_for_result (&session), NULL));
  g_assert_nonnull (atlas_project_get_crs (restored));
  g_assert_true (atlas_crs_equal (atlas_project_get_crs (restored), atlas_project_get_crs (project)));
  atlas_test_wait_for_layers (project);
  atlas_test_wait_for_layers (restored);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  g_test_add_func ("/project/the-last-city-wins", test_the_last_city_wins);
  g_test_add_func ("/project/tells-its-city", test_tells_its_city);
  g_test_add_func ("/project/opening-is-cancelled", test_opening_is_cancelled);
  g_test_add_func ("/project/a-session-overtakes-a-city", test_a_session_overtakes_a_city);
  g_test_add_func ("/project/what-is-replaced-does-not-come-back", test_what_is_replaced_does_not_come_back);
  g_test_add_func ("/project/removed-while-being-read", test_removed_while_being_read);
  g_test_add_func ("/project/cancelled-before-it-is-added", test_cancelled_before_it_is_added);
  g_test_add_func ("/project/two-first-layers", test_two_first_layers);
  g_test_add_func ("/project/a-session-without-a-city", test_a_session_without_a_city);
  return g_test_run ();
}
