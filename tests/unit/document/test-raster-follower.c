// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../temp-folder.h"
#include "atlas-commands.h"
#include "atlas-io.h"
#include "atlas-projection.h"
#include "atlas-test-project.h"
#include "atlas-writer.h"

#include <stdio.h>
#include <unistd.h>

#define SIDE 8

/* A picture of one colour over the middle of Kielce, eight kilometres wide. */
static const AtlasExtent place = { 7473000, 5634000, 7481000, 5642000 };

static char *
write_picture (const char *folder)
{
  char *path = g_build_filename (folder, "picture.tif", NULL);
  g_autoptr (AtlasCrs) crs = atlas_crs_new_from_epsg (2178, NULL);
  g_autoptr (GError) error = NULL;
  guint32 pixels[SIDE * SIDE];

  for (guint i = 0; i < SIDE * SIDE; i++)
    pixels[i] = 0xff204060;
  atlas_geotiff_write ((const guint8 *) pixels, SIDE, SIDE, SIDE * 4, place, crs, path, NULL, &error);
  g_assert_no_error (error);
  return path;
}

static AtlasProject *
open_kielce (void)
{
  AtlasProject *project = atlas_test_kielce ();

  atlas_viewport_set_size (atlas_project_get_viewport (project), 200, 100);
  return project;
}

static void
wait_for_another (AtlasLayer *layer, AtlasSceneLayer *before)
{
  while (atlas_layer_get_scene_layer (layer) == before)
    g_main_context_iteration (NULL, TRUE);
}

/* A raster is a layer whose picture is read for what is seen, and again when the map has moved. */
static void
test_follows_the_map (void)
{
  g_autoptr (AtlasProject) project = open_kielce ();
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = write_picture (folder);
  g_autoptr (AtlasLayer) layer = atlas_test_add_file (project, path);
  g_autoptr (AtlasSceneLayer) first = NULL;

  g_assert_true (atlas_layer_is_raster (layer));
  g_assert_null (atlas_layer_get_table (layer));
  g_assert_cmpfloat_with_epsilon (atlas_layer_get_extent (layer).xmin, place.xmin, 1e-3);
  g_assert_cmpfloat_with_epsilon (atlas_layer_get_extent (layer).ymax, place.ymax, 1e-3);
  wait_for_another (layer, NULL);
  g_assert_no_error (atlas_layer_get_error (layer));
  first = atlas_scene_layer_ref (atlas_layer_get_scene_layer (layer));
  atlas_viewport_pan (atlas_project_get_viewport (project), 20, 0);
  wait_for_another (layer, first);
  atlas_journal_undo (atlas_project_get_journal (project));
  g_assert_cmpuint (atlas_project_find_layer (project, layer), ==, ATLAS_NO_POSITION);
}

static gboolean
rested_cb (gpointer rested)
{
  *(gboolean *) rested = TRUE;
  return G_SOURCE_REMOVE;
}

/* A raster that takes long to be recognised: the map has been at rest before. */
static void
test_recognised_late (void)
{
  g_autoptr (AtlasProject) project = open_kielce ();
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = write_picture (folder);
  g_autoptr (AtlasSource) source = atlas_source_parse (path, NULL, NULL);
  g_autoptr (AtlasLayer) layer = atlas_layer_new_for_source ("Picture", source, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  gboolean rested = FALSE;

  atlas_project_do_add_layer (project, layer, 0);
  g_timeout_add (500, rested_cb, &rested);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
  atlas_layer_load_async (layer, atlas_project_get_crs (project), atlas_test_take_result_cb, &result);
  g_assert_true (atlas_layer_load_finish (layer, atlas_test_wait_for_result (&result), NULL));
  wait_for_another (layer, NULL);
}

static void
test_hidden_rasters_are_left_alone (void)
{
  g_autoptr (AtlasProject) project = open_kielce ();
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = write_picture (folder);
  g_autoptr (AtlasLayer) hidden = atlas_test_add_file (project, path);
  g_autoptr (AtlasLayer) shown = atlas_test_add_file (project, path);

  atlas_project_do_show_layer (project, hidden, FALSE);
  wait_for_another (shown, NULL);
  g_assert_null (atlas_layer_get_scene_layer (hidden));
  atlas_project_do_show_layer (project, hidden, TRUE);
  wait_for_another (hidden, NULL);
}

static void
test_ends_while_it_waits (void)
{
  AtlasProject *project = atlas_project_new ();

  atlas_viewport_pan (atlas_project_get_viewport (project), 1, 1);
  g_assert_finalize_object (project);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  g_test_add_func ("/raster-follower/follows-the-map", test_follows_the_map);
  g_test_add_func ("/raster-follower/recognised-late", test_recognised_late);
  g_test_add_func ("/raster-follower/hidden-rasters-are-left-alone", test_hidden_rasters_are_left_alone);
  g_test_add_func ("/raster-follower/ends-while-it-waits", test_ends_while_it_waits);
  status = g_test_run ();
  /* As the program: a picture that nobody waits for any more may still be on its way through PROJ. */
  fflush (NULL);
  _exit (status);
}
