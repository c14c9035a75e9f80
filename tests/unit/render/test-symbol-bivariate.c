// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-error.h"
#include "atlas-scene.h"
#include "town.h"

#define COLUMNS 6
#define ROWS    4

/* The town of 600 by 400 units at half a pixel for each. */
static cairo_surface_t *
draw (AtlasSceneLayer *layer)
{
  AtlasSceneOptions options = ATLAS_SCENE_OPTIONS_INIT;

  options.transform = (AtlasTransform){ 0.5, 10, 210 };
  options.width = 320;
  options.height = 220;
  return town_draw (layer, &options, 0);
}

/* Off the middle of each district the colour of both its classes is found; where either is missing it is none of them.
 */
static void
test_colours (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (COLUMNS, ROWS);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "symbol", "bivariate", "field", "value",
                                                      "second-field", "people", "method", "quantile", "n-classes", "3",
                                                      NULL);
  cairo_surface_t *image = draw (layer);
  const guint8 *cells = atlas_scene_layer_get_classes (layer);
  guint n;
  const AtlasColour *colours = atlas_scene_layer_get_colours (layer, &n);
  gsize n_missing = 0;

  g_assert_cmpuint (n, ==, 9);
  g_assert_null (atlas_scene_layer_get_breaks (layer));
  for (guint i = 0; i < COLUMNS * ROWS; i++) {
    int x = 10 + 50 * (int) (i % COLUMNS) + 25;
    int y = 210 - 50 * (int) (i / COLUMNS) - 42;
    gboolean missing = i % 7 == 3 || i % 12 == 8;

    n_missing += missing;
    g_assert_true (missing == (cells[i] == ATLAS_CLASS_NONE));
    if (!missing)
      g_assert_cmphex (town_get_pixel (image, x, y), ==, town_to_pixel (colours[cells[i]]));
  }
  g_assert_cmpuint (atlas_scene_layer_count_missing (layer), ==, n_missing);
  cairo_surface_destroy (image);
}

static AtlasSceneLayer *
try (const char *key, const char *value, GError **error)
{
  static const char *const keys[][2] = {
    { "symbol", "bivariate" }, { "field", "value" }, { "second-field", "people" }, { "method", "quantile" }
  };
  g_autoptr (AtlasTable) table = town_new_districts (COLUMNS, ROWS);
  g_autoptr (AtlasStyle) style = atlas_style_new ();
  AtlasStyle *next;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    next = atlas_style_with (style, keys[i][0], keys[i][1], NULL);
    atlas_style_unref (style);
    style = next;
  }
  next = atlas_style_with (style, key, value, NULL);
  atlas_style_unref (style);
  style = next;
  return atlas_scene_layer_new (table, style, NULL, "Town", error);
}

static void
test_refusals (void)
{
  static const struct {
    const char *key;
    const char *value;
    AtlasError code;
  } wrong[] = {
    { "field", "", ATLAS_ERROR_NO_FIELD },         { "second-field", "", ATLAS_ERROR_NO_FIELD },
    { "second-field", "w", ATLAS_ERROR_NO_FIELD }, { "second-per", "field", ATLAS_ERROR_NO_FIELD },
    { "method", "user", ATLAS_ERROR_BAD_DATA },    { "method", "box", ATLAS_ERROR_BAD_DATA },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (try (wrong[i].key, wrong[i].value, &error));
    g_assert_error (error, ATLAS_ERROR, wrong[i].code);
  }
}

/* A style made for one number may ask for more classes than two numbers have room for. */
static void
test_few_classes (void)
{
  g_autoptr (AtlasSceneLayer) many = try ("n-classes", "7", NULL);
  g_autoptr (AtlasSceneLayer) one = try ("n-classes", "1", NULL);
  guint n;

  atlas_scene_layer_get_colours (many, &n);
  g_assert_cmpuint (n, ==, 16);
  atlas_scene_layer_get_colours (one, &n);
  g_assert_cmpuint (n, ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/symbol-bivariate/colours", test_colours);
  g_test_add_func ("/symbol-bivariate/refusals", test_refusals);
  g_test_add_func ("/symbol-bivariate/few-classes", test_few_classes);
  return g_test_run ();
}
