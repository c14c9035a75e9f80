// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../temp-folder.h"
#include "atlas-error.h"
#include "atlas-io.h"
#include "atlas-test-project.h"

static AtlasStyle *
style_of (const char *key, const char *value, ...)
{
  AtlasStyle *style = atlas_style_new ();
  va_list more;

  va_start (more, value);
  for (; key; key = va_arg (more, const char *), value = key ? va_arg (more, const char *) : NULL) {
    g_autoptr (AtlasStyle) before = style;
    g_autoptr (GError) error = NULL;

    style = atlas_style_with (before, key, value, &error);
    g_assert_no_error (error);
  }
  va_end (more);
  return style;
}

static void
test_works_its_scene_out (void)
{
  g_autoptr (AtlasTable) table = atlas_test_squares (6, NULL);
  g_autoptr (AtlasStyle) style = style_of ("symbol", "choropleth", "field", "value", NULL);
  g_autoptr (AtlasLayer) layer = atlas_layer_new ("Squares", NULL, table, style);
  AtlasSceneLayer *scene_layer;

  g_assert_true (atlas_layer_get_loading (layer));
  g_assert_null (atlas_layer_get_scene_layer (layer));
  atlas_test_wait_for_layer (layer);
  scene_layer = atlas_layer_get_scene_layer (layer);
  g_assert_nonnull (scene_layer);
  g_assert_true (atlas_scene_layer_get_table (scene_layer) == table);
  g_assert_cmpstr (atlas_scene_layer_get_title (scene_layer), ==, "Squares");
  g_assert_cmpuint (atlas_scene_layer_get_values (scene_layer)->n, ==, 6);
  g_assert_cmpuint (atlas_layer_get_n_features (layer), ==, 6);
  g_assert_cmpfloat (atlas_layer_get_extent (layer).xmax, ==, 750);
}

/* What a row of the window binds to says what the getters say. */
static void
test_tells_what_it_is (void)
{
  g_autoptr (AtlasLayer) layer = atlas_test_layer ("Squares", 6);
  g_autofree char *title = NULL, *id = NULL, *message = NULL;
  g_autoptr (AtlasStyle) style = NULL;
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (AtlasSceneLayer) scene_layer = NULL;
  gboolean visible, loading;
  guint64 n_features;

  atlas_test_wait_for_layer (layer);
  g_object_get (layer, "id", &id, "title", &title, "style", &style, "table", &table, "scene-layer", &scene_layer,
                "visible", &visible, "loading", &loading, "n-features", &n_features, "error-message", &message, NULL);
  g_assert_cmpstr (id, ==, atlas_layer_get_id (layer));
  g_assert_cmpstr (title, ==, "Squares");
  g_assert_true (style == atlas_layer_get_style (layer));
  g_assert_true (table == atlas_layer_get_table (layer));
  g_assert_true (scene_layer == atlas_layer_get_scene_layer (layer));
  g_assert_true (visible);
  g_assert_false (loading);
  g_assert_cmpuint (n_features, ==, 6);
  g_assert_null (message);
}

/* 5² in 150 × 150 m² is 25 / 0.0225 km² = 1111.1 a square kilometre. */
static void
test_measures_areas (void)
{
  g_autoptr (AtlasTable) table = atlas_test_squares (6, NULL);
  g_autoptr (AtlasStyle) style = style_of ("symbol", "choropleth", "field", "value", "per", "area", NULL);
  g_autoptr (AtlasLayer) layer = atlas_layer_new ("Squares", NULL, table, style);
  AtlasValues *values;

  atlas_test_wait_for_layer (layer);
  g_assert_no_error (atlas_layer_get_error (layer));
  values = atlas_scene_layer_get_values (atlas_layer_get_scene_layer (layer));
  g_assert_cmpfloat_with_epsilon (values->values[5], 25 / 0.0225, 1e-6);
}

/* Whatever is set while a thread works, the last is what is drawn in the end. */
static void
test_the_newest_wins (void)
{
  g_autoptr (AtlasLayer) layer = atlas_test_layer ("Squares", 50);
  AtlasStyle *drawn;

  for (guint i = 0; i <= 20; i++) {
    g_autofree char *classes = g_strdup_printf ("%u", 2 + i % 7);
    g_autoptr (AtlasStyle) style = style_of ("symbol", "choropleth", "field", "value", "n-classes", classes, "method",
                                             "quantile", NULL);

    atlas_layer_set_style (layer, style);
    if (i % 5 == 0)
      g_main_context_iteration (NULL, FALSE);
  }
  atlas_test_wait_for_layer (layer);
  drawn = atlas_scene_layer_get_style (atlas_layer_get_scene_layer (layer));
  g_assert_true (atlas_style_equal (drawn, atlas_layer_get_style (layer)));
  g_assert_cmpuint (drawn->n_classes, ==, 2 + 20 % 7);
}

static void
test_the_old_picture_stays (void)
{
  g_autoptr (AtlasLayer) layer = atlas_test_layer ("Squares", 5);
  g_autoptr (AtlasStyle) style = style_of ("symbol", "choropleth", "field", "value", NULL);
  AtlasSceneLayer *before;

  atlas_test_wait_for_layer (layer);
  before = atlas_layer_get_scene_layer (layer);
  atlas_layer_set_style (layer, style);
  g_assert_true (atlas_layer_get_scene_layer (layer) == before);
  g_assert_true (atlas_layer_get_loading (layer));
  atlas_test_wait_for_layer (layer);
}

static void
test_error_and_its_end (void)
{
  g_autoptr (AtlasLayer) layer = atlas_test_layer ("Squares", 5);
  g_autoptr (AtlasStyle) wrong = style_of ("symbol", "choropleth", "field", "wealth", NULL);
  g_autoptr (AtlasStyle) right = style_of ("symbol", "choropleth", "field", "value", NULL);
  g_autofree char *message = NULL;

  atlas_test_wait_for_layer (layer);
  atlas_layer_set_style (layer, wrong);
  atlas_test_wait_for_layer (layer);
  g_assert_error (atlas_layer_get_error (layer), ATLAS_ERROR, ATLAS_ERROR_NO_FIELD);
  g_object_get (layer, "error-message", &message, NULL);
  g_assert_nonnull (strstr (message, "wealth"));
  g_assert_nonnull (atlas_layer_get_scene_layer (layer));
  atlas_layer_set_style (layer, right);
  atlas_test_wait_for_layer (layer);
  g_assert_null (atlas_layer_get_error (layer));
}

static void
test_scale_limits (void)
{
  g_autoptr (AtlasLayer) layer = atlas_test_layer ("Squares", 5);
  g_autoptr (AtlasStyle) style = style_of ("min-scale", "1000", "max-scale", "50000", NULL);

  g_assert_false (atlas_layer_is_seen_at (layer, 10000));
  atlas_layer_set_style (layer, style);
  atlas_test_wait_for_layer (layer);
  g_assert_false (atlas_layer_is_seen_at (layer, 999));
  g_assert_true (atlas_layer_is_seen_at (layer, 1000));
  g_assert_true (atlas_layer_is_seen_at (layer, 50000));
  g_assert_false (atlas_layer_is_seen_at (layer, 50001));
  atlas_layer_set_visible (layer, FALSE);
  g_assert_false (atlas_layer_is_seen_at (layer, 10000));
}

static void
test_picture (void)
{
  guint32 pixels[4] = { 0xff112233, 0, 0, 0 };
  g_autoptr (GBytes) bytes = g_bytes_new (pixels, sizeof pixels);
  g_autoptr (AtlasPicture) picture = atlas_picture_new (bytes, 2, 2, 8, (AtlasExtent){ 0, 0, 2, 2 });
  g_autoptr (AtlasLayer) layer = atlas_layer_new ("Photo", NULL, NULL, NULL);

  g_assert_false (atlas_layer_get_loading (layer));
  atlas_layer_set_picture (layer, picture);
  g_assert_nonnull (atlas_layer_get_scene_layer (layer));
  g_assert_null (atlas_scene_layer_get_table (atlas_layer_get_scene_layer (layer)));
  g_assert_true (atlas_layer_is_seen_at (layer, 1000));
}

static gboolean finalized_on_main;

static void
finalized_cb (gpointer main_thread, GObject *layer)
{
  finalized_on_main = g_thread_self () == main_thread;
}

/* Let go of while a thread works for it, a layer lives until that is done and ends on the main thread. */
static void
test_ends_on_the_main_thread (void)
{
  for (guint i = 0; i < 200; i++) {
    AtlasLayer *layer = atlas_test_layer ("Squares", 20);
    gboolean gone = FALSE;

    finalized_on_main = FALSE;
    g_object_weak_ref (G_OBJECT (layer), finalized_cb, g_thread_self ());
    g_object_add_weak_pointer (G_OBJECT (layer), (gpointer *) &layer);
    g_object_unref (layer);
    while (layer)
      g_main_context_iteration (NULL, TRUE);
    gone = finalized_on_main;
    g_assert_true (gone);
  }
}

static char *
write_file (const char *folder, const char *name, const char *content)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return path;
}

#define SQUARE                                                                                                         \
  "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":\"Kielce\",\"n\":3},"  \
  "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[20.6,50.8],[20.7,50.8],[20.7,50.9],[20.6,50.9],[20.6,50.8]]]" \
  "}}]}"

static AtlasLayer *
layer_of_file (const char *path)
{
  g_autoptr (AtlasSource) source = g_new0 (AtlasSource, 1);

  source->path = g_strdup (path);
  return atlas_layer_new_for_source ("File", source, NULL);
}

static void
test_reads_its_source (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = write_file (folder, "square.geojson", SQUARE);
  g_autoptr (AtlasLayer) layer = layer_of_file (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  atlas_layer_load_async (layer, NULL, atlas_test_take_result_cb, &result);
  g_assert_true (atlas_layer_get_loading (layer));
  atlas_layer_load_finish (layer, atlas_test_wait_for_result (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (atlas_layer_get_n_features (layer), ==, 1);
  atlas_test_wait_for_layer (layer);
  g_assert_nonnull (atlas_layer_get_scene_layer (layer));
}

static void
test_missing_file (void)
{
  g_autoptr (AtlasLayer) layer = layer_of_file ("/nowhere/at/all.gpkg");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  atlas_layer_load_async (layer, NULL, atlas_test_take_result_cb, &result);
  g_assert_false (atlas_layer_load_finish (layer, atlas_test_wait_for_result (&result), &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND);
  g_assert_error (atlas_layer_get_error (layer), ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND);
  g_assert_false (atlas_layer_get_loading (layer));
}

/* Given up, it is silent: nothing is shown, and nothing is complained of. */
static void
test_cancelled (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = write_file (folder, "square.geojson", SQUARE);
  g_autoptr (AtlasLayer) layer = layer_of_file (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  atlas_layer_load_async (layer, NULL, atlas_test_take_result_cb, &result);
  atlas_layer_cancel_loading (layer);
  g_assert_false (atlas_layer_load_finish (layer, atlas_test_wait_for_result (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (atlas_layer_get_error (layer));
  g_assert_null (atlas_layer_get_table (layer));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  g_test_add_func ("/layer/works-its-scene-out", test_works_its_scene_out);
  g_test_add_func ("/layer/tells-what-it-is", test_tells_what_it_is);
  g_test_add_func ("/layer/measures-areas", test_measures_areas);
  g_test_add_func ("/layer/the-newest-wins", test_the_newest_wins);
  g_test_add_func ("/layer/the-old-picture-stays", test_the_old_picture_stays);
  g_test_add_func ("/layer/error-and-its-end", test_error_and_its_end);
  g_test_add_func ("/layer/scale-limits", test_scale_limits);
  g_test_add_func ("/layer/picture", test_picture);
  g_test_add_func ("/layer/ends-on-the-main-thread", test_ends_on_the_main_thread);
  g_test_add_func ("/layer/reads-its-source", test_reads_its_source);
  g_test_add_func ("/layer/missing-file", test_missing_file);
  g_test_add_func ("/layer/cancelled", test_cancelled);
  return g_test_run ();
}
