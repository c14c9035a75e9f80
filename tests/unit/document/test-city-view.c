// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-city-file.h"
#include "atlas-error.h"
#include "atlas-io.h"
#include "atlas-test-project.h"

static AtlasProject *
open_city (const char *city, GError **error)
{
  g_autoptr (AtlasProject) project = atlas_project_new ();
  g_autoptr (GAsyncResult) result = NULL;

  atlas_viewport_set_size (atlas_project_get_viewport (project), 900, 700);
  atlas_project_open_city_async (project, city, NULL, atlas_test_take_result_cb, &result);
  if (!atlas_project_open_city_finish (project, atlas_test_wait_for_result (&result), error))
    return NULL;
  return g_steal_pointer (&project);
}

static AtlasLayer *
find_choropleth (AtlasProject *project)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (project)); i++) {
    g_autoptr (AtlasLayer) layer = g_list_model_get_item (G_LIST_MODEL (project), i);

    if (atlas_layer_get_style (layer)->symbol == ATLAS_SYMBOL_CHOROPLETH)
      return layer;
  }
  return NULL;
}

static void
wait_for_layers (AtlasProject *project)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (project)); i++) {
    g_autoptr (AtlasLayer) layer = g_list_model_get_item (G_LIST_MODEL (project), i);

    atlas_test_wait_for_layer (layer);
    g_assert_no_error (atlas_layer_get_error (layer));
  }
}

/* Whichever city ships: what is seen first is its districts by a number, within its boundary, with a name. */
static void
test_every_city_shows_something (void)
{
  g_auto (GStrv) cities = atlas_city_file_list ();

  g_assert_nonnull (cities[0]);
  for (guint i = 0; cities[i]; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (AtlasProject) project = open_city (cities[i], &error);
    AtlasLayer *districts;
    AtlasSceneLayer *drawn;
    g_autoptr (GPtrArray) seen = NULL;

    g_assert_no_error (error);
    g_assert_cmpstr (atlas_project_get_city (project)->id, ==, cities[i]);
    wait_for_layers (project);
    districts = find_choropleth (project);
    g_assert_nonnull (districts);
    drawn = atlas_layer_get_scene_layer (districts);
    g_assert_cmpuint (atlas_scene_layer_get_breaks (drawn)->n_classes, >, 1);
    g_assert_cmpstr (atlas_layer_get_title (districts), !=, "");
    seen = atlas_project_collect_scene_layers (
        project, atlas_viewport_get_scale_denominator (atlas_project_get_viewport (project)));
    g_assert_cmpuint (seen->len, >=, 2);
    g_assert_false (atlas_journal_can_undo (atlas_project_get_journal (project)));
    g_assert_false (atlas_viewport_can_go_back (atlas_project_get_viewport (project)));
  }
}

static void
test_kielce (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasProject) project = open_city ("kielce", &error);
  AtlasExtent extent, visible;
  AtlasLayer *districts;

  g_assert_no_error (error);
  districts = find_choropleth (project);
  g_assert_cmpuint (atlas_layer_get_n_features (districts), ==, 94);
  g_assert_cmpstr (atlas_layer_get_source_text (districts), ==, "city:district/polling");
  g_assert_cmpint (atlas_crs_get_code (atlas_project_get_crs (project)), ==, 2178);
  extent = atlas_project_get_extent (project);
  visible = atlas_viewport_get_visible (atlas_project_get_viewport (project));
  g_assert_true (atlas_extent_contains (visible, extent));
  g_assert_cmpfloat (atlas_extent_width (extent), <, 20000);
  wait_for_layers (project);
}

/* The country around is below all and does not count for the full view. */
static void
test_around_kielce (void)
{
  g_autoptr (AtlasProject) project = open_city ("kielce", NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (project));
  g_autoptr (AtlasLayer) around = g_list_model_get_item (G_LIST_MODEL (project), n - 1);

  g_assert_true (atlas_layer_get_context (around));
  g_assert_true (atlas_layer_get_visible (around));
  g_assert_cmpuint (atlas_layer_get_n_features (around), ==, 20);
  wait_for_layers (project);
}

static void
test_unknown_city (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (open_city ("atlantis", &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "kielce"));
}

/* What was shown stays when the next city cannot be opened. */
static void
test_failure_keeps_what_was_shown (void)
{
  g_autoptr (AtlasProject) project = open_city ("porto", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (project));

  atlas_project_open_city_async (project, "atlantis", NULL, atlas_test_take_result_cb, &result);
  g_assert_false (atlas_project_open_city_finish (project, atlas_test_wait_for_result (&result), NULL));
  g_assert_cmpstr (atlas_project_get_city (project)->id, ==, "porto");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (project)), ==, n);
  wait_for_layers (project);
}

static void
test_cancelled (void)
{
  g_autoptr (AtlasProject) project = atlas_project_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  atlas_project_open_city_async (project, "kielce", cancellable, atlas_test_take_result_cb, &result);
  g_cancellable_cancel (cancellable);
  g_assert_false (atlas_project_open_city_finish (project, atlas_test_wait_for_result (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (project)), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  g_test_add_func ("/city-view/every-city-shows-something", test_every_city_shows_something);
  g_test_add_func ("/city-view/kielce", test_kielce);
  g_test_add_func ("/city-view/around-kielce", test_around_kielce);
  g_test_add_func ("/city-view/unknown-city", test_unknown_city);
  g_test_add_func ("/city-view/failure-keeps-what-was-shown", test_failure_keeps_what_was_shown);
  g_test_add_func ("/city-view/cancelled", test_cancelled);
  return g_test_run ();
}
