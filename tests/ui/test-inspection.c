// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../unit/temp-folder.h"
#include "atlas-inspection.h"
#include "atlas-io.h"

/* Trees in Kielce, in EPSG:2178, of which the file says nothing. */
#define TREES "x;y;gatunek\n7468000;5640000;lipa\n7468900;5639500;dąb\n"

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(AtlasInspection **) user_data = atlas_inspection_run_finish (result, NULL);
}

static AtlasInspection *
look_into (const char *folder, AtlasProject *project)
{
  g_autofree char *path = g_build_filename (folder, "trees.csv", NULL);
  g_autoptr (AtlasSource) source = NULL;
  AtlasInspection *found = NULL;

  g_assert_true (g_file_set_contents (path, TREES, -1, NULL));
  source = atlas_source_parse (path, NULL, NULL);
  atlas_inspection_run_async (source, project, NULL, done_cb, &found);
  while (!found)
    g_main_context_iteration (NULL, TRUE);
  return found;
}

/* A project that shows nothing has no city to be near to; what positions tell by themselves is offered all the same. */
static void
test_empty_project (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (AtlasProject) project = atlas_project_new ();
  g_autoptr (AtlasInspection) found = look_into (folder, project);
  GPtrArray *systems = g_ptr_array_index (found->systems, 0);

  g_assert_cmpuint (systems->len, ==, 1);
  g_assert_cmpint (atlas_crs_get_code (g_ptr_array_index (systems, 0)), ==, 2178);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  g_test_add_func ("/inspection/empty-project", test_empty_project);
  return g_test_run ();
}
