// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../temp-folder.h"
#include "atlas-commands.h"
#include "atlas-error.h"
#include "atlas-io.h"
#include "atlas-projection.h"
#include "atlas-session-saver.h"
#include "atlas-session.h"
#include "atlas-test-project.h"

#include <glib/gstdio.h>

#define SQUARE                                                                                                         \
  "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":\"Kielce\",\"n\":3},"  \
  "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[20.6,50.8],[20.7,50.8],[20.7,50.9],[20.6,50.9],[20.6,50.8]]]" \
  "}}]}"

static AtlasProject *
restore (const char *json, GError **error)
{
  g_autoptr (AtlasProject) project = atlas_project_new ();
  g_autoptr (GAsyncResult) result = NULL;

  atlas_session_restore_async (project, json, -1, NULL, atlas_test_take_result_cb, &result);
  if (!atlas_session_restore_finish (project, atlas_test_wait_for_result (&result), error))
    return NULL;
  return g_steal_pointer (&project);
}

static char *
write_square (const char *folder)
{
  char *path = g_build_filename (folder, "square.geojson", NULL);

  g_assert_true (g_file_set_contents (path, SQUARE, -1, NULL));
  return path;
}

/* Giving up while layers are read keeps the session: each of them is still there, and says why it is empty. */
static void
test_restoring_is_cancelled (void)
{
  g_autoptr (AtlasProject) project = atlas_project_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = write_square (folder);
  g_autofree char *json = g_strdup_printf (
      "{\"version\":1,\"layers\":[{\"source\":{\"kind\":\"file\",\"path\":\"%s\"}}]}", path);
  g_autoptr (AtlasLayer) layer = NULL;

  atlas_session_restore_async (project, json, -1, cancellable, atlas_test_take_result_cb, &result);
  g_cancellable_cancel (cancellable);
  g_assert_true (atlas_session_restore_finish (project, atlas_test_wait_for_result (&result), NULL));
  layer = g_list_model_get_item (G_LIST_MODEL (project), 0);
  g_assert_error (atlas_layer_get_error (layer), G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (atlas_layer_get_table (layer));

  atlas_project_reread_layer (project, layer);
  atlas_test_wait_for_layers (project);
  g_assert_null (atlas_layer_get_error (layer));
  g_assert_cmpuint (atlas_layer_get_n_features (layer), ==, 1);
}

/* The names and the places of the city, both points, stay above. */
static void
assert_lies_over_areas (AtlasProject *project, AtlasLayer *layer)
{
  guint position = atlas_project_find_layer (project, layer);
  g_autoptr (AtlasLayer) below = g_list_model_get_item (G_LIST_MODEL (project), position + 1);

  g_assert_cmpuint (position, ==, 2);
  g_assert_cmpstr (atlas_layer_get_source_text (below), ==, "city:boundary");
}

/* What lies below is seen through it, and its border is clear. */
static void
assert_is_glaze (const AtlasStyle *style)
{
  g_assert_cmpint (style->symbol, ==, ATLAS_SYMBOL_PLAIN);
  g_assert_cmpuint (style->fill.a, <, 80);
  g_assert_cmpuint (style->fill.a, >, 40);
  g_assert_cmpuint (style->outline.a, ==, 255);
  g_assert_cmpfloat (style->outline_width, >, 0.2);
  g_assert_true (style->outline.r == style->fill.r && style->outline.g == style->fill.g);
  g_assert_true (style->outline.b == style->fill.b);
}

/* A source added is a layer in the city's system, one step of the journal, with a place and a style that suit it. */
static void
test_add_source (void)
{
  g_autoptr (AtlasProject) project = atlas_test_kielce ();
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = write_square (folder);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (project));
  g_autoptr (AtlasLayer) layer = atlas_test_add_file (project, path);

  g_assert_cmpstr (atlas_layer_get_title (layer), ==, "square");
  assert_lies_over_areas (project, layer);
  assert_is_glaze (atlas_layer_get_style (layer));
  g_assert_true (
      atlas_crs_equal (atlas_table_get_crs (atlas_layer_get_table (layer)), atlas_project_get_crs (project)));
  g_assert_cmpfloat (atlas_extent_width (atlas_layer_get_extent (layer)), <, 8000);
  atlas_journal_undo (atlas_project_get_journal (project));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (project)), ==, n);
  atlas_journal_redo (atlas_project_get_journal (project));
  assert_lies_over_areas (project, layer);
  atlas_test_wait_for_layers (project);
}

static void
test_a_source_that_fails_leaves_nothing (void)
{
  g_autoptr (AtlasProject) project = atlas_test_kielce ();
  g_autoptr (AtlasSource) source = g_new0 (AtlasSource, 1);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (project));

  source->path = g_strdup ("/nowhere/at/all.gpkg");
  atlas_project_add_source_async (project, source, NULL, atlas_test_take_result_cb, &result);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (project)), ==, n + 1);
  g_assert_null (atlas_project_add_source_finish (project, atlas_test_wait_for_result (&result), &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (project)), ==, n);
  g_assert_false (atlas_journal_can_undo (atlas_project_get_journal (project)));
  atlas_test_wait_for_layers (project);
}

static void
test_adding_is_cancelled (void)
{
  g_autoptr (AtlasProject) project = atlas_test_kielce ();
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = write_square (folder);
  g_autoptr (AtlasSource) source = atlas_source_parse (path, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  atlas_project_add_source_async (project, source, cancellable, atlas_test_take_result_cb, &result);
  g_cancellable_cancel (cancellable);
  g_assert_null (atlas_project_add_source_finish (project, atlas_test_wait_for_result (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  atlas_test_wait_for_layers (project);
}

/* What was changed by hand comes back: layers, order, styles, visibility, titles, the layer worked on and the view. */
static void
test_save_and_load_is_a_fixed_point (void)
{
  g_autoptr (AtlasProject) project = atlas_test_kielce ();
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = write_square (folder);
  g_autoptr (AtlasLayer) layer = atlas_test_add_file (project, path);
  g_autofree char *saved = NULL, *again = NULL;
  g_autoptr (AtlasProject) restored = NULL;
  g_autoptr (GError) error = NULL;

  atlas_project_do_rename_layer (project, layer, "Mój kwadrat");
  atlas_project_do_move_layer (project, layer, 2);
  atlas_project_do_show_layer (project, layer, FALSE);
  atlas_project_do_set_opacity (project, layer, 0.37);
  atlas_project_set_current_layer (project, layer);
  atlas_viewport_show (atlas_project_get_viewport (project), ATLAS_POINT_INIT (7.5e6, 5.64e6), 12500);
  saved = atlas_session_to_json (project);
  restored = restore (saved, &error);
  g_assert_no_error (error);
  again = atlas_session_to_json (restored);
  g_assert_cmpstr (again, ==, saved);
  g_assert_cmpuint (atlas_layer_get_n_features (atlas_test_find_layer (restored, atlas_layer_get_id (layer))), ==, 1);
  g_assert_true (atlas_project_get_current_layer (restored) ==
                 atlas_test_find_layer (restored, atlas_layer_get_id (layer)));
  g_assert_false (atlas_journal_can_undo (atlas_project_get_journal (restored)));
  atlas_test_wait_for_layers (project);
  atlas_test_wait_for_layers (restored);
}

/* What a session ends in the middle of: a layer whose features are still being read. */
static AtlasLayer *
begin_reading (AtlasProject *project, const char *path, GAsyncResult **result)
{
  g_autoptr (AtlasSource) source = atlas_source_parse (path, NULL, NULL);
  g_autoptr (AtlasLayer) layer = NULL;

  atlas_project_add_source_async (project, source, NULL, atlas_test_take_result_cb, result);
  layer = g_list_model_get_item (G_LIST_MODEL (project), 0);
  g_assert_true (atlas_layer_get_loading (layer));
  return layer;
}

/* The plain style of a layer that is being read is nobody’s choice, so it is not told. */
static void
test_a_layer_being_read_is_styled_when_restored (void)
{
  g_autoptr (AtlasProject) project = atlas_test_kielce ();
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = write_square (folder);
  g_autoptr (GAsyncResult) result = NULL;
  AtlasLayer *layer = begin_reading (project, path, &result);
  g_autofree char *saved = atlas_session_to_json (project);
  g_autoptr (AtlasProject) restored = restore (saved, NULL);

  assert_is_glaze (atlas_layer_get_style (atlas_test_find_layer (restored, atlas_layer_get_id (layer))));
  atlas_test_wait_for_result (&result);
  atlas_test_wait_for_layers (project);
  atlas_test_wait_for_layers (restored);
}

static void
assert_is_thin_glaze (AtlasLayer *layer)
{
  g_assert_cmpfloat (atlas_layer_get_style (layer)->opacity, ==, 0.37);
  g_assert_cmpuint (atlas_layer_get_style (layer)->fill.a, <, 80);
}

/* What is chosen while the features are read is laid over the style that suits them, and both outlive the session. */
static void
test_a_style_chosen_while_reading_survives (void)
{
  g_autoptr (AtlasProject) project = atlas_test_kielce ();
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = write_square (folder);
  g_autoptr (GAsyncResult) result = NULL;
  AtlasLayer *layer = begin_reading (project, path, &result);
  g_autofree char *saved = NULL;
  g_autoptr (AtlasProject) restored = NULL;

  atlas_project_do_set_opacity (project, layer, 0.37);
  saved = atlas_session_to_json (project);
  atlas_test_wait_for_result (&result);
  assert_is_thin_glaze (layer);
  restored = restore (saved, NULL);
  assert_is_thin_glaze (atlas_test_find_layer (restored, atlas_layer_get_id (layer)));
  atlas_test_wait_for_layers (project);
  atlas_test_wait_for_layers (restored);
}

/* Removed while it is read and brought back, a layer looks as if nothing had happened. */
static void
test_a_layer_removed_while_reading_comes_back_styled (void)
{
  g_autoptr (AtlasProject) project = atlas_test_kielce ();
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = write_square (folder);
  g_autoptr (GAsyncResult) result = NULL;
  AtlasLayer *layer = begin_reading (project, path, &result);

  atlas_project_do_remove_layer (project, layer);
  atlas_test_wait_for_result (&result);
  atlas_journal_undo (atlas_project_get_journal (project));
  assert_is_glaze (atlas_layer_get_style (layer));
  atlas_test_wait_for_layers (project);
}

/* Titles that no one changed are found again in the language of the day; those given by hand are kept. */
static void
test_only_titles_given_by_hand_are_told (void)
{
  g_autoptr (AtlasProject) project = atlas_test_kielce ();
  g_autoptr (AtlasLayer) layer = g_list_model_get_item (G_LIST_MODEL (project), 0);
  g_autofree char *own = g_strdup (atlas_layer_get_title (layer));
  g_autofree char *untouched = atlas_session_to_json (project);
  g_autofree char *renamed = NULL;
  g_autoptr (AtlasProject) restored = NULL;

  g_assert_null (strstr (untouched, own));
  restored = restore (untouched, NULL);
  g_assert_cmpstr (atlas_layer_get_title (atlas_test_find_layer (restored, atlas_layer_get_id (layer))), ==, own);
  atlas_project_do_rename_layer (project, layer, "Moje osiedla");
  renamed = atlas_session_to_json (project);
  g_assert_nonnull (strstr (renamed, "Moje osiedla"));
  atlas_journal_undo (atlas_project_get_journal (project));
  g_assert_false (atlas_layer_is_renamed (layer));
  atlas_test_wait_for_layers (project);
  atlas_test_wait_for_layers (restored);
}

/* x and y exchanged as the user said: read so, told so, and read so again. */
static void
test_exchanged_axes (void)
{
  static const char
      *const points = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\","
                      "\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[50.87,20.63]}}]}";
  g_autoptr (AtlasProject) project = atlas_test_kielce ();
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = g_build_filename (folder, "points.geojson", NULL);
  g_autoptr (AtlasSource) source = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AtlasProject) restored = NULL;
  g_autofree char *saved = NULL;
  AtlasLayer *layer, *again;

  g_assert_true (g_file_set_contents (path, points, -1, NULL));
  source = atlas_source_parse (path, NULL, NULL);
  source->swap_axes = TRUE;
  atlas_project_add_source_async (project, source, NULL, atlas_test_take_result_cb, &result);
  layer = atlas_project_add_source_finish (project, atlas_test_wait_for_result (&result), NULL);
  g_assert_cmpfloat_with_epsilon (atlas_layer_get_extent (layer).xmin, 7.474e6, 2e4);
  g_assert_cmpfloat_with_epsilon (atlas_layer_get_extent (layer).ymin, 5.637e6, 2e4);
  saved = atlas_session_to_json (project);
  restored = restore (saved, NULL);
  again = atlas_test_find_layer (restored, atlas_layer_get_id (layer));
  g_assert_true (atlas_layer_get_source (again)->swap_axes);
  g_assert_cmpfloat (atlas_layer_get_extent (again).xmin, ==, atlas_layer_get_extent (layer).xmin);
  atlas_test_wait_for_layers (project);
  atlas_test_wait_for_layers (restored);
}

/* What a later program wrote goes through this one: from the file, through the project, and into the file. */
static void
test_unknown_members_survive (void)
{
  static const char json[] = "{\"version\":1,\"weather\":{\"sun\":[1,2.5]},\"layers\":[{\"id\":\"a\",\"title\":\"A\","
                             "\"aura\":\"blue\",\"source\":{\"kind\":\"connection\",\"via\":\"tunnel\"}}]}";
  static const char *const kept[] = { "\"weather\"", "2.5", "\"aura\"", "\"tunnel\"" };
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasProject) project = restore (json, &error);
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  written = atlas_session_to_json (project);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_nonnull (strstr (written, kept[i]));
}

static void
test_a_vanished_file_is_listed (void)
{
  g_autoptr (AtlasProject) project = atlas_test_kielce ();
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = write_square (folder);
  g_autoptr (AtlasLayer) layer = atlas_test_add_file (project, path);
  g_autofree char *saved = atlas_session_to_json (project);
  g_autofree char *again = NULL;
  g_autoptr (AtlasProject) restored = NULL;
  AtlasLayer *lost;

  g_unlink (path);
  restored = restore (saved, NULL);
  lost = atlas_test_find_layer (restored, atlas_layer_get_id (layer));
  g_assert_error (atlas_layer_get_error (lost), ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND);
  again = atlas_session_to_json (restored);
  g_assert_cmpstr (again, ==, saved);
  atlas_test_wait_for_layers (project);
  atlas_test_wait_for_layers (restored);
}

/* What is no plain path is never opened, and never lost. */
static void
test_paths_that_are_refused (void)
{
  static const char *const paths[] = { "plots.gpkg", "/vsicurl/http://host/a.gpkg", "PG:dbname=city",
                                       "/dev/sda",   "/proc/self/environ",          "http://host/a.geojson" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autofree char *json = g_strdup_printf (
        "{\"version\":1,\"layers\":[{\"title\":\"a\",\"source\":{\"kind\":\"file\",\"path\":\"%s\"}}]}", paths[i]);
    g_autoptr (AtlasProject) project = restore (json, NULL);
    g_autoptr (AtlasLayer) layer = g_list_model_get_item (G_LIST_MODEL (project), 0);

    g_autofree char *written = atlas_session_to_json (project);

    g_assert_error (atlas_layer_get_error (layer), ATLAS_ERROR, ATLAS_ERROR_UNSUPPORTED);
    g_assert_nonnull (strstr (written, paths[i]));
  }
}

static void
test_connections_are_not_kept (void)
{
  g_autoptr (AtlasProject) project = atlas_project_new ();
  g_autoptr (AtlasSource) source = g_new0 (AtlasSource, 1);
  g_autoptr (AtlasLayer) layer = NULL;
  g_autofree char *json = NULL, *again = NULL;
  g_autoptr (AtlasProject) restored = NULL;
  g_autoptr (AtlasLayer) listed = NULL;

  source->path = g_strdup ("PG:host=db password='secret'");
  source->connection = TRUE;
  layer = atlas_layer_new_for_source ("Roads", source, NULL);
  atlas_project_do_add_layer (project, layer, 0);
  json = atlas_session_to_json (project);
  g_assert_null (strstr (json, "secret"));
  restored = restore (json, NULL);
  listed = g_list_model_get_item (G_LIST_MODEL (restored), 0);
  g_assert_cmpstr (atlas_layer_get_title (listed), ==, "Roads");
  g_assert_error (atlas_layer_get_error (listed), ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND);
  again = atlas_session_to_json (restored);
  g_assert_cmpstr (again, ==, json);
}

/* A town's own system, which has no number, was said by hand: the next session says it, too. */
static void
test_nameless_system (void)
{
  static const char town[] =
      "PROJCS[\"Town grid\",GEOGCS[\"ETRS89\",DATUM[\"European Terrestrial Reference System 1989\","
      "SPHEROID[\"GRS 1980\",6378137,298.257222101]],PRIMEM[\"Greenwich\",0],"
      "UNIT[\"degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],"
      "PARAMETER[\"latitude_of_origin\",0],PARAMETER[\"central_meridian\",20.5],"
      "PARAMETER[\"scale_factor\",1],PARAMETER[\"false_easting\",50000],"
      "PARAMETER[\"false_northing\",-5600000],UNIT[\"metre\",1]]";
  g_autoptr (AtlasProject) project = atlas_project_new (), restored = NULL;
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = write_square (folder);
  g_autoptr (AtlasSource) source = atlas_source_parse (path, NULL, NULL);
  g_autoptr (AtlasLayer) layer = NULL;
  g_autofree char *json = NULL, *again = NULL;
  AtlasLayer *back;

  source->crs_override = atlas_crs_new_from_text (town, NULL);
  layer = atlas_layer_new_for_source ("Town", source, NULL);
  atlas_project_do_add_layer (project, layer, 0);
  json = atlas_session_to_json (project);
  restored = restore (json, NULL);
  back = atlas_test_find_layer (restored, atlas_layer_get_id (layer));
  g_assert_no_error (atlas_layer_get_error (back));
  g_assert_true (atlas_crs_equal (atlas_layer_get_source (back)->crs_override, source->crs_override));
  again = atlas_session_to_json (restored);
  g_assert_nonnull (strstr (again, "Town grid"));
  atlas_test_wait_for_layers (restored);
}

static void
test_refused_sessions_change_nothing (void)
{
  g_autoptr (AtlasProject) project = atlas_test_kielce ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  atlas_session_restore_async (project, "{\"version\":99}", -1, NULL, atlas_test_take_result_cb, &result);
  g_assert_false (atlas_session_restore_finish (project, atlas_test_wait_for_result (&result), &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_UNSUPPORTED);
  g_assert_cmpstr (atlas_project_get_city (project)->id, ==, "kielce");
  atlas_test_wait_for_layers (project);
}

static void
test_saver (void)
{
  g_autoptr (AtlasProject) project = atlas_test_kielce ();
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = g_build_filename (folder, "new", "session.json", NULL);
  AtlasSessionSaver *saver = atlas_session_saver_new (project, path);
  g_autofree char *expected = NULL, *written = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_session_saver_flush (saver, &error));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  atlas_viewport_pan (atlas_project_get_viewport (project), 10, 10);
  expected = atlas_session_to_json (project);
  g_assert_true (atlas_session_saver_flush (saver, &error));
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, expected);
  atlas_test_wait_for_layers (project);
  g_assert_finalize_object (saver);
}

static void
test_saver_tells_what_fails (void)
{
  g_autoptr (AtlasProject) project = atlas_test_kielce ();
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *blocked = write_square (folder);
  g_autofree char *path = g_build_filename (blocked, "session.json", NULL);
  g_autoptr (AtlasSessionSaver) saver = atlas_session_saver_new (project, path);
  g_autoptr (GError) error = NULL;

  atlas_viewport_pan (atlas_project_get_viewport (project), 10, 10);
  g_assert_false (atlas_session_saver_flush (saver, &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_WRITE);
  atlas_test_wait_for_layers (project);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  g_test_add_func ("/session/add-source", test_add_source);
  g_test_add_func ("/session/a-source-that-fails-leaves-nothing", test_a_source_that_fails_leaves_nothing);
  g_test_add_func ("/session/adding-is-cancelled", test_adding_is_cancelled);
  g_test_add_func ("/session/save-and-load-is-a-fixed-point", test_save_and_load_is_a_fixed_point);
  g_test_add_func ("/session/a-layer-being-read-is-styled-when-restored",
                   test_a_layer_being_read_is_styled_when_restored);
  g_test_add_func ("/session/a-style-chosen-while-reading-survives", test_a_style_chosen_while_reading_survives);
  g_test_add_func ("/session/a-layer-removed-while-reading-comes-back-styled",
                   test_a_layer_removed_while_reading_comes_back_styled);
  g_test_add_func ("/session/only-titles-given-by-hand-are-told", test_only_titles_given_by_hand_are_told);
  g_test_add_func ("/session/exchanged-axes", test_exchanged_axes);
  g_test_add_func ("/session/unknown-members-survive", test_unknown_members_survive);
  g_test_add_func ("/session/a-vanished-file-is-listed", test_a_vanished_file_is_listed);
  g_test_add_func ("/session/paths-that-are-refused", test_paths_that_are_refused);
  g_test_add_func ("/session/connections-are-not-kept", test_connections_are_not_kept);
  g_test_add_func ("/session/nameless-system", test_nameless_system);
  g_test_add_func ("/session/refused-sessions-change-nothing", test_refused_sessions_change_nothing);
  g_test_add_func ("/session/saver", test_saver);
  g_test_add_func ("/session/saver-tells-what-fails", test_saver_tells_what_fails);
  g_test_add_func ("/session/restoring-is-cancelled", test_restoring_is_cancelled);
  return g_test_run ();
}
