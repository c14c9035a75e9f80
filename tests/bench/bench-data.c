// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Writes the layers of the race as GeoPackages: bench-data FOLDER [SHARE], where SHARE is how much of the usual number
 * of features there is: 1 when not told. */

#include "atlas-io.h"
#include "atlas-projection.h"
#include "atlas-writer.h"
#include "bench-features.h"

#include <stdio.h>

static void
write_layer (AtlasTable *table, const char *folder, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_strconcat (name, ".gpkg", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  if (!atlas_table_write (table, path, NULL, &error))
    g_error ("%s", error->message);
  printf ("%s: %" G_GSIZE_FORMAT " features\n", path, atlas_table_get_n_features (table));
  atlas_table_unref (table);
}

int
main (int argc, char **argv)
{
  double share = argc > 2 ? g_ascii_strtod (argv[2], NULL) : 1;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasCrs) crs = NULL;

  if (argc < 2 || !(share > 0)) {
    fprintf (stderr, "Usage: bench-data FOLDER [SHARE]\n");
    return 2;
  }
  atlas_io_init ();
  crs = atlas_crs_new_from_epsg (2180, &error);
  if (!crs)
    g_error ("%s", error->message);
  g_mkdir_with_parents (argv[1], 0777);
  write_layer (bench_features_new (BENCH_RECTANGLES, (gsize) (1000000 * share), crs), argv[1], "rectangles");
  write_layer (bench_features_new (BENCH_BLOBS, (gsize) (5000 * share), crs), argv[1], "blobs");
  write_layer (bench_features_new (BENCH_POINTS, (gsize) (1000000 * share), crs), argv[1], "points");
  write_layer (bench_districts_new (crs), argv[1], "districts");
  return 0;
}
