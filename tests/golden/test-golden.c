// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-scene.h"
#include "town.h"

#include <glib/gstdio.h>

/* Pictures as they are meant to be. A change that is meant is blessed: `test-golden --bless` writes them anew, and git
 * shows which changed. There is no writing in them: fonts differ from one machine to the next. */

#define WIDTH  240
#define HEIGHT 160

/* Another version of cairo may round edges another way; what is seen of a real change is larger. */
#define TOLERANCE      24
#define MOST_DIFFERENT (WIDTH * HEIGHT / 500)

typedef void (*ComposeFunc) (GPtrArray *layers, AtlasSceneOptions *options);

static void
add_districts (GPtrArray *layers, const char *key, const char *value)
{
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);

  g_ptr_array_add (layers, town_new_layer (table, "", "symbol", "choropleth", "field", "value", key, value, NULL));
}

static void
add_ground (GPtrArray *layers)
{
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);

  g_ptr_array_add (layers, town_new_layer (table, "", "fill", "#e9eef0", NULL));
}

static void
compose_choropleth (GPtrArray *layers, AtlasSceneOptions *options)
{
  add_districts (layers, "n-classes", "5");
}

static void
compose_diverging (GPtrArray *layers, AtlasSceneOptions *options)
{
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);

  g_ptr_array_add (layers,
                   town_new_layer (table, "", "symbol", "choropleth", "field", "value", "palette", "PuOr", "midpoint",
                                   "9", "method", "equal", "outline", "#ffffff", "outline-width", "0.4", NULL));
}

static void
compose_bivariate (GPtrArray *layers, AtlasSceneOptions *options)
{
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);

  g_ptr_array_add (layers, town_new_layer (table, "", "symbol", "bivariate", "field", "value", "second-field", "people",
                                           "method", "quantile", "n-classes", "3", NULL));
}

static void
compose_selection (GPtrArray *layers, AtlasSceneOptions *options)
{
  static const guint32 selected[] = { 1, 2, 14 };

  add_districts (layers, "opacity", "0.5");
  options->select = g_ptr_array_index (layers, 0);
  options->selected = selected;
  options->n_selected = G_N_ELEMENTS (selected);
}

static void
compose_dots (GPtrArray *layers, AtlasSceneOptions *options)
{
  g_autoptr (AtlasTable) table = town_new_points (60);

  add_ground (layers);
  g_ptr_array_add (layers, town_new_layer (table, "", "symbol", "dots", "field", "value", "palette", "YlOrRd", NULL));
  options->transform = (AtlasTransform){ 1.5, 45, 155 };
}

static void
compose_proportional (GPtrArray *layers, AtlasSceneOptions *options)
{
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);

  add_ground (layers);
  g_ptr_array_add (layers, town_new_layer (table, "", "symbol", "proportional", "field", "value", NULL));
}

static void
compose_lines (GPtrArray *layers, AtlasSceneOptions *options)
{
  g_autoptr (AtlasTable) table = town_new_streets (3);

  add_ground (layers);
  g_ptr_array_add (layers, town_new_layer (table, "", "symbol", "lines", "field", "value", "fill", "#8c2d04", NULL));
}

static const struct {
  const char *name;
  ComposeFunc compose;
} cases[] = {
  { "bivariate", compose_bivariate }, { "choropleth", compose_choropleth },
  { "diverging", compose_diverging }, { "selection", compose_selection },
  { "dots", compose_dots },           { "proportional", compose_proportional },
  { "lines", compose_lines },
};

static cairo_surface_t *
draw (ComposeFunc compose)
{
  g_autoptr (GPtrArray) layers = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_scene_layer_unref);
  AtlasSceneOptions options = ATLAS_SCENE_OPTIONS_INIT;
  g_autoptr (AtlasScene) scene = NULL;

  options.width = WIDTH;
  options.height = HEIGHT;
  options.transform = (AtlasTransform){ 0.37, 9, 154 };
  compose (layers, &options);
  scene = atlas_scene_new ((AtlasSceneLayer **) layers->pdata, layers->len, &options);
  return atlas_scene_draw_image (scene, 0, NULL, NULL);
}

static void
write_picture (cairo_surface_t *image, GTestFileType folder, const char *name, const char *suffix)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);
  g_autofree char *path = g_test_build_filename (folder, "golden", file, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_mkdir_with_parents (parent, 0777);
  g_assert_cmpint (cairo_surface_write_to_png (image, path), ==, CAIRO_STATUS_SUCCESS);
  g_test_message ("wrote %s", path);
}

/* Black where the pictures agree, red where they do not. */
static void
write_difference (cairo_surface_t *expected, cairo_surface_t *drawn, const char *name)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (picture);

  cairo_paint (cr);
  cairo_set_source_rgb (cr, 1, 0, 0);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      if (town_differs (town_get_pixel (expected, x, y) | 0xff000000u, town_get_pixel (drawn, x, y), TOLERANCE))
        cairo_rectangle (cr, x, y, 1, 1);
  cairo_fill (cr);
  cairo_destroy (cr);
  write_picture (picture, G_TEST_BUILT, name, ".difference.png");
  cairo_surface_destroy (picture);
}

static void
test_picture (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *file = g_strconcat (cases[i].name, ".png", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", file, NULL);
  cairo_surface_t *expected = cairo_image_surface_create_from_png (path);
  cairo_surface_t *drawn = draw (cases[i].compose);
  gsize n;

  g_assert_cmpint (cairo_surface_status (expected), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (expected), ==, WIDTH);
  g_assert_cmpint (cairo_image_surface_get_height (expected), ==, HEIGHT);
  n = town_count_different (expected, drawn, TOLERANCE);
  if (n > MOST_DIFFERENT) {
    write_picture (drawn, G_TEST_BUILT, cases[i].name, ".drawn.png");
    write_difference (expected, drawn, cases[i].name);
  }
  g_assert_cmpuint (n, <=, MOST_DIFFERENT);
  cairo_surface_destroy (expected);
  cairo_surface_destroy (drawn);
}

static int
bless (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    cairo_surface_t *drawn = draw (cases[i].compose);

    write_picture (drawn, G_TEST_DIST, cases[i].name, ".png");
    cairo_surface_destroy (drawn);
  }
  return 0;
}

int
main (int argc, char **argv)
{
  gboolean blessing = argc > 1 && g_str_equal (argv[1], "--bless");

  g_test_init (&argc, &argv, NULL);
  if (blessing)
    return bless ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/golden/%s", cases[i].name);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_picture);
  }
  return g_test_run ();
}
