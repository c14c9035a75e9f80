// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../temp-folder.h"
#include "atlas-attic.h"
#include "atlas-commands.h"
#include "atlas-io.h"
#include "atlas-test-project.h"

static AtlasLayer *
new_layer (guint n_features)
{
  AtlasLayer *layer = atlas_test_layer ("Plots", n_features);
  AtlasSource source = { .path = (char *) "/plots.gpkg" };

  atlas_layer_set_source (layer, &source);
  return layer;
}

static gboolean
has_features (AtlasLayer *layer)
{
  return atlas_layer_get_table (layer) != NULL;
}

/* There is room for two of three layers: the features of that which was removed first are let go of. */
static void
test_first_removed_goes_first (void)
{
  g_autoptr (AtlasLayer) first = new_layer (100);
  g_autoptr (AtlasLayer) second = new_layer (100);
  g_autoptr (AtlasLayer) third = new_layer (100);
  AtlasAttic *attic = atlas_attic_new (2 * atlas_table_get_size (atlas_layer_get_table (first)));

  atlas_attic_put (attic, first);
  atlas_attic_put (attic, second);
  g_assert_true (has_features (first) && has_features (second));
  atlas_attic_put (attic, third);
  g_assert_true (!has_features (first) && has_features (second) && has_features (third));

  atlas_test_wait_for_layer (first);
  g_assert_true (atlas_attic_take (attic, first));
  g_assert_false (atlas_attic_take (attic, second));
  g_assert_false (atlas_attic_take (attic, second));
  atlas_attic_free (attic);
  atlas_test_wait_for_layer (second);
  atlas_test_wait_for_layer (third);
}

/* One layer that there is no room for at all does not take the others with it, if they were removed later. */
static void
test_too_large (void)
{
  g_autoptr (AtlasLayer) large = new_layer (100);
  g_autoptr (AtlasLayer) small = new_layer (1);
  AtlasAttic *attic = atlas_attic_new (atlas_table_get_size (atlas_layer_get_table (small)));

  atlas_attic_put (attic, large);
  atlas_attic_put (attic, small);
  g_assert_true (!has_features (large) && has_features (small));
  atlas_attic_free (attic);
  atlas_test_wait_for_layer (large);
  atlas_test_wait_for_layer (small);
}

/* What was not read from anywhere could not be read again. */
static void
test_without_source (void)
{
  g_autoptr (AtlasLayer) layer = atlas_test_layer ("Drawn", 100);
  AtlasAttic *attic = atlas_attic_new (1);

  atlas_attic_put (attic, layer);
  g_assert_true (has_features (layer));
  g_assert_false (atlas_attic_take (attic, layer));
  atlas_attic_free (attic);
  atlas_test_wait_for_layer (layer);
}

/* The journal, which holds the layers, may forget them. */
static void
test_forgotten_layers (void)
{
  AtlasLayer *layer = new_layer (10);
  g_autoptr (AtlasLayer) other = new_layer (10);
  AtlasAttic *attic = atlas_attic_new (G_MAXSIZE);

  atlas_test_wait_for_layer (layer);
  atlas_attic_put (attic, layer);
  g_assert_finalize_object (layer);
  atlas_attic_put (attic, other);
  g_assert_false (atlas_attic_take (attic, other));
  atlas_attic_free (attic);
  atlas_test_wait_for_layer (other);
}

/* Removed, let go of and brought back, a layer is read again and looks as it did. */
static void
test_undone (void)
{
  g_autoptr (AtlasProject) project = atlas_test_kielce ();
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = g_build_filename (folder, "stops.csv", NULL);
  AtlasLayer *layer;

  g_assert_true (g_file_set_contents (path, "name,lon,lat\nRynek,20.63,50.87\nHala,20.62,50.87\n", -1, NULL));
  layer = atlas_test_add_file (project, path);
  atlas_project_do_set_opacity (project, layer, 0.4);
  atlas_test_wait_for_layers (project);
  atlas_project_do_remove_layer (project, layer);
  g_assert_true (has_features (layer));
  atlas_layer_set_table (layer, NULL);
  atlas_journal_undo (atlas_project_get_journal (project));
  g_assert_true (atlas_layer_get_loading (layer));
  atlas_test_wait_for_layers (project);
  g_assert_cmpuint (atlas_layer_get_n_features (layer), ==, 2);
  g_assert_cmpfloat (atlas_layer_get_style (layer)->opacity, ==, 0.4);
  g_assert_nonnull (atlas_layer_get_scene_layer (layer));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  g_test_add_func ("/attic/first-removed-goes-first", test_first_removed_goes_first);
  g_test_add_func ("/attic/too-large", test_too_large);
  g_test_add_func ("/attic/without-source", test_without_source);
  g_test_add_func ("/attic/forgotten-layers", test_forgotten_layers);
  g_test_add_func ("/attic/undone", test_undone);
  return g_test_run ();
}
