// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../temp-folder.h"
#include "atlas-error.h"
#include "town.h"

#include <string.h>

typedef struct {
  TempFolder *folder;     /* owned */
  AtlasTable *table;      /* owned */
  AtlasSceneLayer *layer; /* owned */
  AtlasLayout layout;
} Fixture;

static void
set_up (Fixture *f, gconstpointer unused)
{
  f->folder = temp_folder_new ();
  f->table = town_new_districts (6, 4);
  f->layer = town_new_layer (f->table, "Places & “quotes”", "symbol", "choropleth", "field", "value", "label-field",
                             "name", NULL);
  f->layout = town_make_layout (&f->layer, 1, ATLAS_LAYOUT_MAP);
  f->layout.title = "Town <of> paper";
  f->layout.credit = "Town hall";
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  temp_folder_free (f->folder);
  atlas_scene_layer_unref (f->layer);
  atlas_table_unref (f->table);
}

static char *
make_path (Fixture *f, const char *name)
{
  return g_build_filename (f->folder, name, NULL);
}

static void
test_too_large (Fixture *f, gconstpointer unused)
{
  g_autofree char *path = make_path (f, "huge.png");
  AtlasExportOptions options = ATLAS_EXPORT_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;

  options.dpi = 1e9;
  g_assert_false (atlas_layout_export (&f->layout, path, &options, NULL, &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_TOO_LARGE);
  g_assert_cmpuint (temp_folder_count (f->folder), ==, 0);
}

/* What is told beforehand is what is written. */
static void
test_files_are_told (Fixture *f, gconstpointer unused)
{
  static const struct {
    const char *name;
    gboolean world_file;
    const char *crs_wkt;
    const char *told; /* of the names */
  } cases[] = {
    { "map.png", FALSE, "PROJCS[]", "map.png" },
    { "map.png", TRUE, NULL, "map.png map.pgw" },
    { "map.PNG", TRUE, "PROJCS[]", "map.PNG map.pgw map.prj" },
    { "map.svg", TRUE, "PROJCS[]", "map.svg" },
    { "a.b.png", TRUE, NULL, "a.b.png a.b.pgw" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    AtlasExportOptions options = ATLAS_EXPORT_OPTIONS_INIT;
    g_autofree char *path = make_path (f, cases[i].name);
    g_auto (GStrv) files = NULL;
    g_autofree char *told = NULL;

    options.world_file = cases[i].world_file;
    options.crs_wkt = cases[i].crs_wkt;
    files = atlas_layout_list_files (path, &options);
    g_assert_true (atlas_layout_export (&f->layout, path, &options, NULL, NULL));
    for (guint j = 0; files[j]; j++) {
      g_autofree char *file = g_steal_pointer (&files[j]);

      g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
      g_assert_cmpint (g_unlink (file), ==, 0);
      files[j] = g_path_get_basename (file);
    }
    told = g_strjoinv (" ", files);
    g_assert_cmpstr (told, ==, cases[i].told);
  }
}

/* The six numbers of the world file put the first pixel's middle where the map has it. */
static void
test_world_file (Fixture *f, gconstpointer unused)
{
  g_autofree char *path = make_path (f, "town.png");
  g_autofree char *world = make_path (f, "town.pgw");
  g_autofree char *prj = make_path (f, "town.prj");
  g_autofree char *text = NULL;
  g_autofree char *wkt = NULL;
  AtlasExportOptions options = ATLAS_EXPORT_OPTIONS_INIT;

  options.world_file = TRUE;
  options.crs_wkt = "LOCAL_CS[\"paper\"]";
  options.dpi = 25.4;
  f->layout.kind = ATLAS_LAYOUT_BARE;
  g_assert_true (atlas_layout_export (&f->layout, path, &options, NULL, NULL));
  g_assert_true (g_file_get_contents (world, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "5\n0\n0\n-5\n2.5\n397.5\n");
  g_assert_true (g_file_get_contents (prj, &wkt, NULL, NULL));
  g_assert_cmpstr (wkt, ==, options.crs_wkt);
}

/* With SOURCE_DATE_EPOCH two runs give the same bytes. */
static void
test_reproducible (Fixture *f, gconstpointer unused)
{
  static const char *const names[] = { "town.png", "town.svg", "town.pdf" };

  f->layout.kind = ATLAS_LAYOUT_PAGE;
  g_setenv ("SOURCE_DATE_EPOCH", "1500000000", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *first_path = town_export (&f->layout, f->folder, names[i], 96);
    g_autofree char *second_path = NULL;
    g_autofree char *first = NULL;
    g_autofree char *second = NULL;
    gsize n_first;
    gsize n_second;

    g_assert_true (g_file_get_contents (first_path, &first, &n_first, NULL));
    g_usleep (G_USEC_PER_SEC + 1000);
    second_path = town_export (&f->layout, f->folder, names[i], 96);
    g_assert_true (g_file_get_contents (second_path, &second, &n_second, NULL));
    g_assert_cmpmem (first, n_first, second, n_second);
  }
  g_unsetenv ("SOURCE_DATE_EPOCH");
}

/* Where the folder cannot be written to, or writing fails half-way, the old file stays and nothing lies beside it. */
static void
test_failing (Fixture *f, gconstpointer unused)
{
  static const char *const names[] = { "town.png", "town.svg", "town.pdf" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = make_path (f, names[i]);
    g_autofree char *missing = g_build_filename (f->folder, "none", names[i], NULL);
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GError) cancelled = NULL;
    g_autoptr (GError) error = NULL;
    g_autofree char *content = NULL;
    AtlasExportOptions options = ATLAS_EXPORT_OPTIONS_INIT;

    g_assert_true (g_file_set_contents (path, "old", -1, NULL));
    g_cancellable_cancel (cancellable);
    g_assert_false (atlas_layout_export (&f->layout, path, &options, cancellable, &cancelled));
    g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_assert_false (atlas_layout_export (&f->layout, missing, &options, NULL, &error));
    g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_WRITE);
    g_assert_nonnull (strstr (error->message, names[i]));
    g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
    g_assert_cmpstr (content, ==, "old");
    g_assert_cmpuint (temp_folder_count (f->folder), ==, i + 1);
  }
}

static void
drawn_cb (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  *last = fraction;
}

/* Whoever waits is told how far it is: forward only, and to the end. */
static void
test_progress (Fixture *f, gconstpointer unused)
{
  static const char *const names[] = { "town.png", "town.svg", "town.pdf" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = make_path (f, names[i]);
    AtlasExportOptions options = ATLAS_EXPORT_OPTIONS_INIT;
    double last = 0;

    options.drawn = drawn_cb;
    options.drawn_data = &last;
    g_assert_true (atlas_layout_export (&f->layout, path, &options, NULL, NULL));
    g_assert_cmpfloat (last, ==, 1);
  }
}

static void
test_unknown_format (Fixture *f, gconstpointer unused)
{
  g_autofree char *path = make_path (f, "town.gif");
  AtlasExportOptions options = ATLAS_EXPORT_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_false (atlas_layout_export (&f->layout, path, &options, NULL, &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_UNSUPPORTED);
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/layout/too-large", test_too_large);
  add ("/layout/world-file", test_world_file);
  add ("/layout/files-are-told", test_files_are_told);
  add ("/layout/reproducible", test_reproducible);
  add ("/layout/failing", test_failing);
  add ("/layout/progress", test_progress);
  add ("/layout/unknown-format", test_unknown_format);
  return g_test_run ();
}
