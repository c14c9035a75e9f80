// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Times each stage between a file and a picture, and prints a table: the best of some runs, in milliseconds.
 *
 *   bench-stages                      a million generated rectangles
 *   bench-stages --features 5000      fewer of them
 *   bench-stages --no-pictures        all but drawing, which takes longest
 *   bench-stages FILE --field F       a file of one's own
 */

#include "atlas-classifier.h"
#include "atlas-io.h"
#include "atlas-layout.h"
#include "atlas-projection.h"
#include "atlas-source.h"
#include "atlas-spatial-index.h"
#include "atlas-writer.h"
#include "bench-features.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>

#define N_QUERIES 1000

static int n_features = 1000000;
static int n_repeats = 3;
static int n_pixels = 2000;
static gboolean no_pictures = FALSE;
static char *field = NULL;
static char **words = NULL;

static const GOptionEntry entries[] = {
  { "features", 0, 0, G_OPTION_ARG_INT, &n_features, "How many rectangles are generated", "N" },
  { "repeat", 0, 0, G_OPTION_ARG_INT, &n_repeats, "Of how many runs the best counts", "N" },
  { "size", 0, 0, G_OPTION_ARG_INT, &n_pixels, "Width and height of the picture", "N" },
  { "no-pictures", 0, 0, G_OPTION_ARG_NONE, &no_pictures, "Draw nothing", NULL },
  { "field", 0, 0, G_OPTION_ARG_STRING, &field, "The number shown of a file", "F" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, "[FILE]" },
  { NULL },
};

/* What the stages hand on to each other; all owned. */
typedef struct {
  char *folder;
  char *path;
  AtlasTable *table;
  AtlasValues *values;
  const AtlasClassifier *classifier;
  AtlasSpatialIndex *index;
  AtlasSceneLayer *layer;
  AtlasScene *scene;
  guint n_threads;
  const char *output;
} Bench;

typedef void (*Stage) (Bench *bench);

static void
time_stage (const char *name, Stage stage, Bench *bench)
{
  gint64 best = G_MAXINT64;

  for (int i = 0; i < n_repeats; i++) {
    gint64 start = g_get_monotonic_time ();

    stage (bench);
    best = MIN (best, g_get_monotonic_time () - start);
  }
  printf ("%-24s %10.1f ms\n", name, (double) best / 1000);
  fflush (stdout);
}

static void
check (GError *error)
{
  if (error)
    g_error ("%s", error->message);
}

static void
write_table (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  atlas_table_write (bench->table, bench->path, NULL, &error);
  check (error);
}

static void
read_table (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasSource) source = atlas_source_parse (bench->path, NULL, &error);
  AtlasTable *table = source ? atlas_source_read (source, NULL, NULL, NULL, &error) : NULL;

  check (error);
  g_clear_pointer (&bench->table, atlas_table_unref);
  bench->table = table;
}

static void
take_values (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&bench->values, atlas_values_unref);
  bench->values = atlas_values_new (bench->table, field, &error);
  check (error);
}

static void
classify (Bench *bench)
{
  AtlasClassifyOptions options = ATLAS_CLASSIFY_OPTIONS_INIT;
  const double bounds[] = { 25, 50, 75 };
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasBreaks) breaks = NULL;

  options.n_classes = 7;
  options.bounds = bounds;
  options.n_bounds = G_N_ELEMENTS (bounds);
  breaks = atlas_classify (bench->classifier, bench->values, &options, &error);
  check (error);
}

static void
classify_by_each (Bench *bench)
{
  guint n;
  const AtlasClassifier *const *classifiers = atlas_classifier_list (&n);

  for (guint i = 0; i < n; i++) {
    g_autofree char *name = g_strdup_printf ("classify %s", classifiers[i]->name);

    bench->classifier = classifiers[i];
    time_stage (name, classify, bench);
  }
}

static void
build_index (Bench *bench)
{
  const AtlasGeometry *geometry = atlas_table_get_geometry (bench->table);

  g_clear_pointer (&bench->index, atlas_spatial_index_free);
  bench->index = atlas_spatial_index_new (geometry->boxes, geometry->n_features);
}

/* Windows of a hundredth of the side, all over the table. */
static void
query_index (Bench *bench)
{
  AtlasExtent all = atlas_table_get_extent (bench->table);
  double width = atlas_extent_width (all);
  double height = atlas_extent_height (all);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (int i = 0; i < N_QUERIES; i++) {
    double x = all.xmin + width * (i % 32) / 32;
    double y = all.ymin + height * (i / 32) / 32;

    g_array_set_size (found, 0);
    atlas_spatial_index_query (bench->index, (AtlasExtent){ x, y, x + width / 100, y + height / 100 }, found);
  }
}

static AtlasStyle *
style_with (AtlasStyle *style, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;
  AtlasStyle *styled = atlas_style_with (style, key, value, &error);

  check (error);
  atlas_style_unref (style);
  return styled;
}

static void
make_layer (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  AtlasStyle *style = atlas_style_new ();

  style = style_with (style, "symbol", "choropleth");
  style = style_with (style, "field", field);
  style = style_with (style, "n-classes", "7");
  style = style_with (style, "outline-width", "0");
  g_clear_pointer (&bench->layer, atlas_scene_layer_unref);
  bench->layer = atlas_scene_layer_new (bench->table, style, NULL, field, &error);
  atlas_style_unref (style);
  check (error);
}

static void
make_scene (Bench *bench)
{
  AtlasSceneOptions options = ATLAS_SCENE_OPTIONS_INIT;

  options.width = options.height = n_pixels;
  options.transform = atlas_transform_fit (atlas_table_get_extent (bench->table), n_pixels, n_pixels, 0);
  bench->scene = atlas_scene_new (&bench->layer, 1, &options);
}

static void
draw (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  cairo_surface_t *image = atlas_scene_draw_image (bench->scene, bench->n_threads, NULL, &error);

  check (error);
  cairo_surface_destroy (image);
}

static void
export_map (Bench *bench)
{
  AtlasLayout layout = ATLAS_LAYOUT_INIT;
  AtlasExportOptions options = ATLAS_EXPORT_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (bench->folder, bench->output, NULL);

  layout.kind = ATLAS_LAYOUT_BARE;
  layout.layers = &bench->layer;
  layout.n_layers = 1;
  layout.extent = atlas_table_get_extent (bench->table);
  layout.width = layout.height = n_pixels * 25.4 / options.dpi;
  atlas_layout_export (&layout, path, &options, NULL, &error);
  check (error);
  g_unlink (path);
}

/* A file of one's own is read; else features are made, written and read back. */
static void
obtain_table (Bench *bench)
{
  g_autoptr (AtlasCrs) crs = NULL;
  g_autoptr (GError) error = NULL;

  if (words && words[0]) {
    bench->path = g_strdup (words[0]);
  } else {
    crs = atlas_crs_new_from_epsg (2180, &error);
    check (error);
    bench->path = g_build_filename (bench->folder, "rectangles.gpkg", NULL);
    bench->table = bench_features_new (BENCH_RECTANGLES, (gsize) n_features, crs);
    time_stage ("write .gpkg", write_table, bench);
  }
  time_stage ("read", read_table, bench);
  printf ("%-24s %10" G_GSIZE_FORMAT "\n", "features", atlas_table_get_n_features (bench->table));
}

static void
time_pictures (Bench *bench)
{
  static const char *const outputs[] = { "map.png", "map.svg", "map.pdf" };

  time_stage ("work the layer out", make_layer, bench);
  make_scene (bench);
  bench->n_threads = 1;
  time_stage ("draw on one core", draw, bench);
  bench->n_threads = 0;
  time_stage ("draw on all cores", draw, bench);
  for (gsize i = 0; i < G_N_ELEMENTS (outputs); i++) {
    g_autofree char *name = g_strdup_printf ("draw and write %s", outputs[i] + strlen ("map"));

    bench->output = outputs[i];
    time_stage (name, export_map, bench);
  }
}

static void
clear (Bench *bench)
{
  g_clear_pointer (&bench->scene, atlas_scene_unref);
  g_clear_pointer (&bench->layer, atlas_scene_layer_unref);
  atlas_spatial_index_free (bench->index);
  atlas_values_unref (bench->values);
  atlas_table_unref (bench->table);
  if (g_str_has_prefix (bench->path, bench->folder))
    g_unlink (bench->path);
  g_rmdir (bench->folder);
  g_free (bench->path);
  g_free (bench->folder);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  Bench bench = { 0 };

  setlocale (LC_ALL, "C.UTF-8");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    fprintf (stderr, "bench-stages: %s\n", error->message);
    return 2;
  }
  if (!field)
    field = g_strdup ("value");
  atlas_io_init ();
  bench.folder = g_dir_make_tmp ("atlas-bench-XXXXXX", NULL);

  obtain_table (&bench);
  time_stage ("take values", take_values, &bench);
  classify_by_each (&bench);
  time_stage ("build the index", build_index, &bench);
  time_stage ("ask the index 1000 times", query_index, &bench);
  if (!no_pictures)
    time_pictures (&bench);
  clear (&bench);
  return 0;
}
