// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../temp-folder.h"
#include "atlas-error.h"
#include "atlas-layout.h"
#include "town.h"

#include <math.h>
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
  f->layout = (AtlasLayout) ATLAS_LAYOUT_INIT;
  f->layout.layers = &f->layer;
  f->layout.n_layers = 1;
  f->layout.extent = atlas_table_get_extent (f->table);
  f->layout.width = 120;
  f->layout.height = 80;
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

static void export(Fixture *f, const char *path, double dpi)
{
  AtlasExportOptions options = ATLAS_EXPORT_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;

  options.dpi = dpi;
  g_assert_true (atlas_layout_export (&f->layout, path, &options, NULL, &error));
  g_assert_no_error (error);
}

static guint
count_files (Fixture *f)
{
  g_autoptr (GDir) folder = g_dir_open (f->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder))
    n++;
  return n;
}

static guint32
read_big_endian (const char *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_BE (number);
}

/* The content of the PNG's first chunk of @type. */
static const char *
find_chunk (const char *png, gsize size, const char *type)
{
  for (gsize at = 8; at + 8 < size; at += 12 + read_big_endian (png + at))
    if (strncmp (png + at + 4, type, 4) == 0)
      return png + at + 8;
  return NULL;
}

/* Millimetres at so many dots per inch make so many pixels, and the file says how large they are. */
static void
test_png_size (Fixture *f, gconstpointer unused)
{
  g_autofree char *path = make_path (f, "town.png");
  g_autofree char *png = NULL;
  gsize size;

  export(f, path, 254);
  g_assert_true (g_file_get_contents (path, &png, &size, NULL));
  g_assert_cmpuint (read_big_endian (find_chunk (png, size, "IHDR")), ==, 1200);
  g_assert_cmpuint (read_big_endian (find_chunk (png, size, "IHDR") + 4), ==, 800);
  g_assert_cmpuint (read_big_endian (find_chunk (png, size, "pHYs")), ==, 10000);
  g_assert_cmpint (find_chunk (png, size, "pHYs")[8], ==, 1);
  g_assert_cmpuint (count_files (f), ==, 1);
}

/* The file has the pixels that the preview shows. */
static void
test_png_pixels (Fixture *f, gconstpointer unused)
{
  g_autofree char *path = make_path (f, "town.PNG");
  cairo_surface_t *preview = atlas_layout_draw_image (&f->layout, 100, NULL, NULL);
  cairo_surface_t *read;

  export(f, path, 100);
  read = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_image_surface_get_width (read), ==, cairo_image_surface_get_width (preview));
  for (int y = 0; y < cairo_image_surface_get_height (read); y++)
    for (int x = 0; x < cairo_image_surface_get_width (read); x++)
      g_assert_cmphex (town_get_pixel (read, x, y) & 0xffffff, ==, town_get_pixel (preview, x, y) & 0xffffff);
  cairo_surface_destroy (preview);
  cairo_surface_destroy (read);
}

/* A background that lets through what is below is kept. */
static void
test_png_transparent (Fixture *f, gconstpointer unused)
{
  g_autofree char *path = make_path (f, "town.png");
  cairo_surface_t *read;

  f->layout.kind = ATLAS_LAYOUT_BARE;
  f->layout.background = (AtlasColour){ 255, 0, 0, 128 };
  f->layout.extent = atlas_extent_grow (f->layout.extent, 100);
  export(f, path, 50);
  read = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_image_surface_get_format (read), ==, CAIRO_FORMAT_ARGB32);
  g_assert_cmphex (town_get_pixel (read, 1, 1), ==, 0x80800000u);
  cairo_surface_destroy (read);
}

/* Wider than any one surface of cairo's: joined without a seam from tiles. */
static void
test_png_wide (Fixture *f, gconstpointer unused)
{
  g_autofree char *path = make_path (f, "wide.png");
  g_autofree char *png = NULL;
  gsize size;

  f->layout.kind = ATLAS_LAYOUT_BARE;
  f->layout.width = 33000 * 0.254;
  f->layout.height = 6 * 0.254;
  f->layout.extent = (AtlasExtent){ 0, 50, 33000 / 60.0, 50.1 };
  export(f, path, 100);
  g_assert_true (g_file_get_contents (path, &png, &size, NULL));
  g_assert_cmpuint (read_big_endian (find_chunk (png, size, "IHDR")), ==, 33000);
  g_assert_cmpuint (read_big_endian (find_chunk (png, size, "IHDR") + 4), ==, 6);
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
  g_assert_cmpuint (count_files (f), ==, 0);
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
    g_autofree char *path = make_path (f, names[i]);
    g_autofree char *first = NULL;
    g_autofree char *second = NULL;
    gsize n_first;
    gsize n_second;

    export(f, path, 96);
    g_assert_true (g_file_get_contents (path, &first, &n_first, NULL));
    g_usleep (G_USEC_PER_SEC + 1000);
    export(f, path, 96);
    g_assert_true (g_file_get_contents (path, &second, &n_second, NULL));
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
    g_assert_cmpuint (count_files (f), ==, i + 1);
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

static char *
run (const char *const *command)
{
  g_autofree char *found = g_find_program_in_path (command[0]);
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  if (!found)
    return NULL;
  g_assert_true (
      g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL, &error));
  g_assert_no_error (error);
  return output;
}

/* The words of a PDF can be selected, and its size is that of the sheet. */
static void
test_pdf_text (Fixture *f, gconstpointer unused)
{
  g_autofree char *path = make_path (f, "town.pdf");
  g_autofree char *text = NULL;
  g_autofree char *info = NULL;

  export(f, path, 96);
  text = run ((const char *[]){ "pdftotext", path, "-", NULL });
  info = run ((const char *[]){ "pdfinfo", path, NULL });
  if (!text || !info) {
    g_test_skip ("poppler-utils is not installed");
    return;
  }
  g_assert_nonnull (strstr (text, "Town <of> paper"));
  g_assert_nonnull (strstr (text, "Source: Town hall"));
  g_assert_nonnull (strstr (text, "no data"));
  g_assert_nonnull (strstr (info, "Town <of> paper"));
  g_assert_nonnull (strstr (info, "340.157 x 226.772 pts"));
}

/* A page drawn by another program is the picture that we draw. */
static void
test_pdf_looks_like_png (Fixture *f, gconstpointer unused)
{
  g_autofree char *path = make_path (f, "town.pdf");
  g_autofree char *stem = make_path (f, "page");
  g_autofree char *png = make_path (f, "page.png");
  g_autofree char *output = NULL;
  cairo_surface_t *ours = atlas_layout_draw_image (&f->layout, 127, NULL, NULL);
  cairo_surface_t *theirs;

  export(f, path, 96);
  output = run ((const char *[]){ "pdftoppm", "-r", "127", "-png", "-singlefile", path, stem, NULL });
  if (!output) {
    g_test_skip ("poppler-utils is not installed");
    cairo_surface_destroy (ours);
    return;
  }
  theirs = cairo_image_surface_create_from_png (png);
  g_assert_cmpint (cairo_image_surface_get_width (theirs), >=, 600);
  g_assert_cmpint (cairo_image_surface_get_height (theirs), >=, 400);
  g_assert_cmpuint (town_count_different (ours, theirs, 60), <, 600 * 400 / 50);
  cairo_surface_destroy (theirs);
  cairo_surface_destroy (ours);
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/layout/png-size", test_png_size);
  add ("/layout/png-pixels", test_png_pixels);
  add ("/layout/png-transparent", test_png_transparent);
  add ("/layout/png-wide", test_png_wide);
  add ("/layout/too-large", test_too_large);
  add ("/layout/world-file", test_world_file);
  add ("/layout/reproducible", test_reproducible);
  add ("/layout/failing", test_failing);
  add ("/layout/progress", test_progress);
  add ("/layout/unknown-format", test_unknown_format);
  add ("/layout/pdf-text", test_pdf_text);
  add ("/layout/pdf-looks-like-png", test_pdf_looks_like_png);
  return g_test_run ();
}
