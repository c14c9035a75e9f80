// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Files that grow, change or vanish while the program shows them. */

#include "../temp-folder.h"
#include "atlas-commands.h"
#include "atlas-error.h"
#include "atlas-first-style.h"
#include "atlas-io.h"
#include "atlas-session.h"
#include "atlas-test-project.h"

#include <glib/gstdio.h>

static void
write_points (const char *path, guint n)
{
  g_autoptr (GString) text = g_string_new ("name,lon,lat\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "Point %u,20.%06u,50.8\n", i, 600000 + i);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
}

typedef struct {
  TempFolder *folder; /* owned */
  char *path;
  AtlasProject *project; /* owned */
  AtlasLayer *layer;     /* owned: three points */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = temp_folder_new ();
  self->path = g_build_filename (self->folder, "points.csv", NULL);
  self->project = atlas_project_new ();
  write_points (self->path, 3);
  self->layer = atlas_test_add_file (self->project, self->path);
  atlas_test_wait_for_layer (self->layer);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  atlas_test_wait_for_layer (self->layer);
  g_object_unref (self->layer);
  g_object_unref (self->project);
  g_free (self->path);
  temp_folder_free (self->folder);
}

static void
reread (Fixture *self)
{
  atlas_project_reread_layer (self->project, self->layer);
  atlas_test_wait_for_layer (self->layer);
}

/* Rows of a file that was changed mean other features: what was selected is let go of, and names are found anew. */
static void
test_grows (Fixture *fixture, gconstpointer data)
{
  AtlasSelection *selection = atlas_project_get_selection (fixture->project);
  AtlasSceneLayer *before = atlas_layer_get_scene_layer (fixture->layer);
  g_autoptr (AtlasStyle) style = atlas_style_with (atlas_layer_get_style (fixture->layer), "fill", "#123456", NULL);
  guint32 row = 2;

  atlas_project_do_style_layer (fixture->project, fixture->layer, style, "Change fill");
  atlas_selection_select (selection, fixture->layer, &row, 1, ATLAS_SELECT_REPLACE);
  write_points (fixture->path, 5);
  g_assert_cmpuint (atlas_layer_get_n_features (fixture->layer), ==, 3);
  reread (fixture);
  g_assert_cmpuint (atlas_layer_get_n_features (fixture->layer), ==, 5);
  g_assert_true (atlas_layer_get_scene_layer (fixture->layer) != before);
  g_assert_cmpuint (
      atlas_table_get_n_features (atlas_scene_layer_get_table (atlas_layer_get_scene_layer (fixture->layer))), ==, 5);
  g_assert_null (atlas_selection_get_layer (selection));
  g_assert_true (atlas_style_equal (atlas_layer_get_style (fixture->layer), style));
}

/* What was read stays to be looked at, with the reason why there is nothing newer, until the file is back. */
static void
test_vanishes_and_returns (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  reread (fixture);
  g_assert_error (atlas_layer_get_error (fixture->layer), ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND);
  g_assert_cmpuint (atlas_layer_get_n_features (fixture->layer), ==, 3);
  write_points (fixture->path, 4);
  reread (fixture);
  g_assert_null (atlas_layer_get_error (fixture->layer));
  g_assert_cmpuint (atlas_layer_get_n_features (fixture->layer), ==, 4);
}

static void
test_becomes_something_else (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *content;
    AtlasError code;
  } cases[] = {
    { "", ATLAS_ERROR_UNREADABLE },
    { "%PDF-1.4 a document", ATLAS_ERROR_UNSUPPORTED },
    { "PK\003\004 an archive", ATLAS_ERROR_UNSUPPORTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].content);
    g_assert_true (g_file_set_contents (fixture->path, cases[i].content, -1, NULL));
    reread (fixture);
    g_assert_error (atlas_layer_get_error (fixture->layer), ATLAS_ERROR, (int) cases[i].code);
    g_assert_cmpuint (atlas_layer_get_n_features (fixture->layer), ==, 3);
  }
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  reread (fixture);
  g_assert_error (atlas_layer_get_error (fixture->layer), ATLAS_ERROR, ATLAS_ERROR_UNSUPPORTED);
}

/* Of two readings at once the later one counts, whichever is ready first, and the earlier is told that it was given up.
 */
static void
test_the_newest_reading_wins (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < 20; round++) {
    g_autoptr (GAsyncResult) first = NULL, second = NULL;
    g_autoptr (GError) error = NULL;

    write_points (fixture->path, 2000);
    atlas_layer_load_async (fixture->layer, NULL, atlas_test_take_result_cb, &first);
    if (round % 2)
      g_usleep (1000);
    write_points (fixture->path, 7);
    atlas_layer_load_async (fixture->layer, NULL, atlas_test_take_result_cb, &second);
    g_assert_true (atlas_layer_load_finish (fixture->layer, atlas_test_wait_for_result (&second), &error));
    g_assert_no_error (error);
    g_assert_false (atlas_layer_load_finish (fixture->layer, atlas_test_wait_for_result (&first), &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_assert_cmpuint (atlas_layer_get_n_features (fixture->layer), ==, 7);
    g_assert_null (atlas_layer_get_error (fixture->layer));
    atlas_test_wait_for_layer (fixture->layer);
  }
}

/* A reading that is given up leaves what was there. */
static void
test_given_up (Fixture *fixture, gconstpointer data)
{
  AtlasTable *before = atlas_layer_get_table (fixture->layer);

  write_points (fixture->path, 2000);
  atlas_project_reread_layer (fixture->project, fixture->layer);
  g_assert_true (atlas_layer_get_loading (fixture->layer));
  atlas_layer_cancel_loading (fixture->layer);
  atlas_test_wait_for_layer (fixture->layer);
  g_assert_true (atlas_layer_get_table (fixture->layer) == before);
  g_assert_null (atlas_layer_get_error (fixture->layer));
}

typedef struct {
  guint n_told;
  double last;
} Progress;

static void
progress_cb (AtlasLayer *layer, GParamSpec *pspec, Progress *progress)
{
  double now;

  g_object_get (layer, "progress", &now, NULL);
  g_assert_cmpfloat (now, ==, atlas_layer_get_progress (layer));
  g_assert_cmpfloat (now, <=, 1);
  g_assert_cmpfloat (now, >=, progress->last);
  progress->last = now;
  progress->n_told++;
}

/* Progress is unknown first, then only grows, in steps that one can see and no more than these. */
static void
test_progress (Fixture *fixture, gconstpointer data)
{
  Progress progress = { .last = -1 };

  write_points (fixture->path, 200000);
  g_signal_connect (fixture->layer, "notify::progress", G_CALLBACK (progress_cb), &progress);
  reread (fixture);
  g_assert_cmpuint (atlas_layer_get_n_features (fixture->layer), ==, 200000);
  g_assert_cmpuint (progress.n_told, >, 10);
  g_assert_cmpuint (progress.n_told, <=, 101);
  g_assert_cmpfloat (progress.last, >, 0.9);
  g_signal_handlers_disconnect_by_data (fixture->layer, &progress);
}

/* Without a city the first layer says in what the map is measured; degrees are measured on the ellipsoid, too. A tenth
 * of a degree each way at 50.85° on GRS 80 is 7.0419 by 11.1246 km. */
static void
test_in_degrees (Fixture *fixture, gconstpointer data)
{
  static const char square[] = "{\"type\":\"Feature\",\"properties\":{\"n\":783.4},\"geometry\":{\"type\":\"Polygon\","
                               "\"coordinates\":[[[20.6,50.8],[20.7,50.8],[20.7,50.9],[20.6,50.9],[20.6,50.8]]]}}";
  g_autofree char *path = g_build_filename (fixture->folder, "square.geojson", NULL);
  g_autofree char *named = g_strconcat (path, "#square", NULL);
  g_autoptr (AtlasLayer) layer = NULL;
  g_autoptr (AtlasStyle) style = atlas_first_style_parse ("symbol=choropleth;field=n;per=area");

  g_assert_cmpint (atlas_crs_get_kind (atlas_project_get_crs (fixture->project)), ==, ATLAS_CRS_GEOGRAPHIC);
  g_assert_cmpfloat_with_epsilon (atlas_viewport_get_metres_per_unit (atlas_project_get_viewport (fixture->project)),
                                  70420, 500);
  g_assert_true (g_file_set_contents (path, square, -1, NULL));
  layer = atlas_test_add_file (fixture->project, named);
  g_assert_cmpstr (atlas_layer_get_title (layer), ==, "square");
  atlas_project_do_style_layer (fixture->project, layer, style, "Change field");
  atlas_test_wait_for_layer (layer);
  g_assert_no_error (atlas_layer_get_error (layer));
  g_assert_cmpfloat_with_epsilon (atlas_scene_layer_get_values (atlas_layer_get_scene_layer (layer))->values[0], 10,
                                  0.01);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Who follows a layer hears once of each thing that its new features change. */
static void
test_tells_what_changed (Fixture *fixture, gconstpointer data)
{
  static const char *const properties[] = { "table", "n-features", "error-message" };
  guint counts[G_N_ELEMENTS (properties)] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++) {
    g_autofree char *signal = g_strconcat ("notify::", properties[i], NULL);

    g_signal_connect_swapped (fixture->layer, signal, G_CALLBACK (count_cb), &counts[i]);
  }
  write_points (fixture->path, 4);
  reread (fixture);
  g_assert_cmpuint (counts[0], ==, 1);
  g_assert_cmpuint (counts[1], ==, 1);
  g_assert_cmpuint (counts[2], ==, 0);
  g_unlink (fixture->path);
  reread (fixture);
  g_assert_cmpuint (counts[0], ==, 1);
  g_assert_cmpuint (counts[2], ==, 1);
  g_signal_handlers_disconnect_matched (fixture->layer, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, count_cb, NULL);
}

/* A session takes the place of all there was, and says so; one that cannot be opened leaves it. */
static void
test_replaced_by_a_session (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) refused = NULL, opened = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changed = 0;

  atlas_session_restore_async (fixture->project, "{\"version\":1,\"city\":\"atlantis\"}", -1, NULL,
                               atlas_test_take_result_cb, &refused);
  g_assert_false (atlas_session_restore_finish (fixture->project, atlas_test_wait_for_result (&refused), &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->project)), ==, 1);

  g_signal_connect_swapped (fixture->project, "changed", G_CALLBACK (count_cb), &n_changed);
  atlas_project_set_current_layer (fixture->project, fixture->layer);
  atlas_session_restore_async (fixture->project, "{\"version\":1}", -1, NULL, atlas_test_take_result_cb, &opened);
  g_assert_true (atlas_session_restore_finish (fixture->project, atlas_test_wait_for_result (&opened), NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->project)), ==, 0);
  g_assert_cmpuint (n_changed, >, 0);
  g_assert_null (atlas_project_get_current_layer (fixture->project));
  g_assert_false (atlas_journal_can_undo (atlas_project_get_journal (fixture->project)));
  n_changed = 0;
  atlas_layer_set_title (fixture->layer, "No longer shown");
  g_assert_cmpuint (n_changed, ==, 0);
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  TEST ("/layer-source/grows", test_grows);
  TEST ("/layer-source/vanishes-and-returns", test_vanishes_and_returns);
  TEST ("/layer-source/becomes-something-else", test_becomes_something_else);
  TEST ("/layer-source/the-newest-reading-wins", test_the_newest_reading_wins);
  TEST ("/layer-source/given-up", test_given_up);
  TEST ("/layer-source/progress", test_progress);
  TEST ("/layer-source/in-degrees", test_in_degrees);
  TEST ("/layer-source/tells-what-changed", test_tells_what_changed);
  TEST ("/layer-source/replaced-by-a-session", test_replaced_by_a_session);
  return g_test_run ();
}
