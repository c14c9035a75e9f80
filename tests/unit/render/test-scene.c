// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-canvas.h"
#include "atlas-error.h"
#include "atlas-scene-private.h"
#include "town.h"

#include <math.h>
#include <string.h>

#define COLUMNS 6
#define ROWS    4

/* cairo rounds where a line of a hatch lies by a few units of colour when a band begins elsewhere. */
#define ROUNDING 4

/* The town of 600 by 400 units at half a pixel for each. */
static AtlasSceneOptions
make_options (void)
{
  AtlasSceneOptions options = ATLAS_SCENE_OPTIONS_INIT;

  options.transform = (AtlasTransform){ 0.5, 10, 210 };
  options.width = 320;
  options.height = 220;
  return options;
}

static AtlasScene *
new_scene (AtlasSceneLayer *layer, AtlasSceneOptions options)
{
  AtlasSceneLayer *layers[] = { layer };

  return atlas_scene_new (layers, 1, &options);
}

static AtlasSceneLayer *
new_choropleth (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (COLUMNS, ROWS);

  return town_new_layer (table, "Districts", "symbol", "choropleth", "field", "value", "label-field", "name", NULL);
}

static cairo_surface_t *
draw (AtlasScene *scene, guint n_threads)
{
  g_autoptr (GError) error = NULL;
  cairo_surface_t *image = atlas_scene_draw_image (scene, n_threads, NULL, &error);

  g_assert_no_error (error);
  return image;
}

/* The same layers from the same place; one that only looks alike, another place or selection is another scene. */
static void
test_shows_same (void)
{
  static const guint32 rows[] = { 1, 2 };
  g_autoptr (AtlasSceneLayer) layer = new_choropleth ();
  g_autoptr (AtlasSceneLayer) alike = new_choropleth ();
  AtlasSceneOptions options = make_options ();
  g_autoptr (AtlasScene) scene = new_scene (layer, options);
  g_autoptr (AtlasScene) same = new_scene (layer, options);
  g_autoptr (AtlasScene) other = new_scene (alike, options);
  g_autoptr (AtlasScene) empty = atlas_scene_new (NULL, 0, &options);
  g_autoptr (AtlasScene) moved = NULL;
  g_autoptr (AtlasScene) selected = NULL;

  options.select = layer;
  options.selected = rows;
  options.n_selected = G_N_ELEMENTS (rows);
  selected = new_scene (layer, options);
  options.transform.x0++;
  moved = new_scene (layer, options);
  g_assert_true (atlas_scene_shows_same (scene, same));
  g_assert_true (atlas_scene_shows_same (selected, selected));
  g_assert_true (atlas_scene_shows_same (empty, empty));
  g_assert_false (atlas_scene_shows_same (scene, other));
  g_assert_false (atlas_scene_shows_same (scene, empty));
  g_assert_false (atlas_scene_shows_same (scene, selected));
  g_assert_false (atlas_scene_shows_same (selected, moved));
}

/* Off the middle of each district, where no name is, its class's colour is found. */
static void
test_colours (void)
{
  g_autoptr (AtlasSceneLayer) layer = new_choropleth ();
  g_autoptr (AtlasScene) scene = new_scene (layer, make_options ());
  cairo_surface_t *image = draw (scene, 0);
  const guint8 *classes = atlas_scene_layer_get_classes (layer);
  guint n;
  const AtlasColour *colours = atlas_scene_layer_get_colours (layer, &n);

  g_assert_cmpuint (n, ==, 5);
  for (guint i = 0; i < COLUMNS * ROWS; i++) {
    int x = 10 + 50 * (int) (i % COLUMNS) + 25;
    int y = 210 - 50 * (int) (i / COLUMNS) - 42;

    if (classes[i] == ATLAS_CLASS_NONE)
      g_assert_cmpuint (i % 7, ==, 3);
    else
      g_assert_cmphex (town_get_pixel (image, x, y), ==, town_to_pixel (colours[classes[i]]));
  }
  cairo_surface_destroy (image);
}

/* A district without a value is hatched: ground and lines, and no class's colour. */
static void
test_hatch (void)
{
  g_autoptr (AtlasSceneLayer) layer = new_choropleth ();
  g_autoptr (AtlasScene) scene = new_scene (layer, make_options ());
  cairo_surface_t *image = draw (scene, 1);
  guint lightest = 0;
  guint darkest = 255;
  guint n_ground = 0;

  for (int y = 162; y < 172; y++)
    for (int x = 165; x < 205; x++) {
      guint32 pixel = town_get_pixel (image, x, y);

      g_assert_cmpint (ABS ((int) (pixel >> 16 & 255) - (int) (pixel & 255)), <, 8);
      lightest = MAX (lightest, pixel & 255);
      darkest = MIN (darkest, pixel & 255);
      n_ground += pixel == town_to_pixel (ATLAS_HATCH_GROUND);
    }
  g_assert_cmpuint (lightest, >, 235);
  g_assert_cmpuint (darkest, <, 215);
  g_assert_cmpuint (n_ground, >, 40);
  cairo_surface_destroy (image);
}

static void
test_threads (void)
{
  g_autoptr (AtlasSceneLayer) layer = new_choropleth ();
  g_autoptr (AtlasScene) scene = new_scene (layer, make_options ());
  cairo_surface_t *one = draw (scene, 1);
  cairo_surface_t *many = draw (scene, 7);

  g_assert_cmpuint (town_count_different (one, many, ROUNDING), ==, 0);
  cairo_surface_destroy (one);
  cairo_surface_destroy (many);
}

/* Moved by whole pixels, a picture without names is the same picture, moved. */
static void
test_moved (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (COLUMNS, ROWS);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "symbol", "choropleth", "field", "value", NULL);
  AtlasSceneOptions options = make_options ();
  g_autoptr (AtlasScene) here = new_scene (layer, options);
  g_autoptr (AtlasScene) there = NULL;
  cairo_surface_t *before = draw (here, 0);
  cairo_surface_t *after;

  options.transform = atlas_transform_pan (options.transform, 13, -9);
  there = new_scene (layer, options);
  after = draw (there, 0);
  for (int y = 20; y < 150; y++)
    for (int x = 20; x < 110; x++)
      g_assert_false (town_differs (town_get_pixel (after, x + 13, y - 9), town_get_pixel (before, x, y), ROUNDING));
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

/* Two halves set side by side are the whole. */
static void
test_halves (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (COLUMNS, ROWS);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "symbol", "choropleth", "field", "value", NULL);
  AtlasSceneOptions options = make_options ();
  g_autoptr (AtlasScene) whole = new_scene (layer, options);
  cairo_surface_t *picture = draw (whole, 0);

  options.width = 160;
  for (int side = 0; side < 2; side++) {
    g_autoptr (AtlasScene) half = NULL;
    cairo_surface_t *part;

    options.transform.x0 = 10 - 160 * side;
    half = new_scene (layer, options);
    part = draw (half, 0);
    for (int y = 0; y < 220; y++)
      for (int x = 0; x < 160; x++)
        g_assert_false (
            town_differs (town_get_pixel (part, x, y), town_get_pixel (picture, x + 160 * side, y), ROUNDING));
    cairo_surface_destroy (part);
  }
  cairo_surface_destroy (picture);
}

/* Drawn in one go, as a page is, the picture is the one that bands give. */
static void
test_one_renderer (void)
{
  g_autoptr (AtlasSceneLayer) layer = new_choropleth ();
  g_autoptr (AtlasScene) scene = new_scene (layer, make_options ());
  cairo_surface_t *bands = draw (scene, 3);
  cairo_surface_t *plain = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 320, 220);
  cairo_t *cr = cairo_create (plain);
  AtlasCairoCanvas canvas;

  atlas_cairo_canvas_init (&canvas, cr, make_options ().units_per_mm);
  g_assert_true (_atlas_scene_draw_canvas (scene, &canvas.parent, NULL));
  cairo_destroy (cr);
  g_assert_cmpuint (town_count_different (bands, plain, ROUNDING), ==, 0);
  cairo_surface_destroy (bands);
  cairo_surface_destroy (plain);
}

/* Without borders no background shines through between neighbours, of one class or of two. */
static void
test_no_seams (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (COLUMNS, ROWS);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "symbol", "choropleth", "field", "value", "palette",
                                                      "#000000,#000000", "outline-width", "0", NULL);
  AtlasSceneOptions options = make_options ();
  g_autoptr (AtlasScene) scene = NULL;
  cairo_surface_t *image;

  options.transform = (AtlasTransform){ 0.51237, 10.3, 210.7 }; /* edges fall within pixels */
  scene = new_scene (layer, options);
  image = draw (scene, 0);
  for (int x = 20; x < 150; x++)
    g_assert_cmphex (town_get_pixel (image, x, 190), ==, 0xff000000u);
  for (int y = 20; y < 200; y++)
    g_assert_cmphex (town_get_pixel (image, 30, y), ==, 0xff000000u);
  cairo_surface_destroy (image);
}

/* Two districts with one outline are both filled, not both emptied. */
static void
test_coinciding (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (1, 1);
  g_autoptr (AtlasTable) twice = atlas_table_select (table, (const guint32[]){ 0, 0 }, 2);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (twice, "", "fill", "#336699", NULL);
  g_autoptr (AtlasScene) scene = new_scene (layer, make_options ());
  cairo_surface_t *image = draw (scene, 0);

  g_assert_cmphex (town_get_pixel (image, 35, 185), ==, 0xff336699u);
  cairo_surface_destroy (image);
}

static void
test_cancelled (void)
{
  g_autoptr (AtlasSceneLayer) layer = new_choropleth ();
  g_autoptr (AtlasScene) scene = new_scene (layer, make_options ());
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (atlas_scene_draw_image (scene, 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_sizes (void)
{
  static const double sizes[][2] = { { 0, 100 }, { 100, NAN }, { 32768, 10 }, { 1e9, 1e9 } };
  g_autoptr (AtlasSceneLayer) layer = new_choropleth ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    AtlasSceneOptions options = make_options ();
    g_autoptr (AtlasScene) scene = NULL;
    g_autoptr (GError) error = NULL;

    options.width = sizes[i][0];
    options.height = sizes[i][1];
    scene = new_scene (layer, options);
    g_assert_null (atlas_scene_draw_image (scene, 0, NULL, &error));
    g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_TOO_LARGE);
  }
}

static gboolean
is_blank (cairo_surface_t *image)
{
  for (int y = 0; y < cairo_image_surface_get_height (image); y++)
    for (int x = 0; x < cairo_image_surface_get_width (image); x++)
      if (town_get_pixel (image, x, y) != 0xffffffffu)
        return FALSE;
  return TRUE;
}

/* A pixel is half a metre and 96 lie in an inch: 1 : 7559. */
static void
test_scale_limits (void)
{
  static const struct {
    const char *key;
    const char *value;
    gboolean hidden;
  } limits[] = {
    { "min-scale", "7000", FALSE },
    { "min-scale", "8000", TRUE },
    { "max-scale", "8000", FALSE },
    { "max-scale", "7000", TRUE },
  };
  g_autoptr (AtlasTable) table = town_new_districts (COLUMNS, ROWS);

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++) {
    g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", limits[i].key, limits[i].value, NULL);
    g_autoptr (AtlasScene) scene = new_scene (layer, make_options ());
    cairo_surface_t *image = draw (scene, 0);

    g_assert_cmpfloat_with_epsilon (atlas_scene_get_scale_denominator (scene), 2 * 1000 * 96 / 25.4, 1);
    g_assert_true (is_blank (image) == limits[i].hidden);
    cairo_surface_destroy (image);
  }
}

/* What is selected gets an outline; its inside stays as it was. */
static void
test_selection (void)
{
  g_autoptr (AtlasSceneLayer) layer = new_choropleth ();
  AtlasSceneOptions options = make_options ();
  const guint32 selected[] = { 8, 4000 };
  g_autoptr (AtlasScene) plain = new_scene (layer, options);
  g_autoptr (AtlasScene) marked = NULL;
  cairo_surface_t *without = draw (plain, 0);
  cairo_surface_t *with;

  options.select = layer;
  options.selected = selected;
  options.n_selected = G_N_ELEMENTS (selected);
  marked = new_scene (layer, options);
  with = draw (marked, 0);
  g_assert_cmphex (town_get_pixel (with, 110, 130), !=, town_get_pixel (without, 110, 130));
  for (int y = 116; y < 155; y++)
    for (int x = 116; x < 155; x++)
      g_assert_cmphex (town_get_pixel (with, x, y), ==, town_get_pixel (without, x, y));
  cairo_surface_destroy (without);
  cairo_surface_destroy (with);
}

static void
test_picture (void)
{
  static const guint32 pixels[] = { 0xffff0000u, 0xff00ff00u, 0xff0000ffu, 0xffffff00u };
  g_autoptr (GBytes) bytes = g_bytes_new_static (pixels, sizeof pixels);
  g_autoptr (AtlasPicture) picture = atlas_picture_new (bytes, 2, 2, 8, (AtlasExtent){ 0, 0, 200, 200 });
  g_autoptr (AtlasSceneLayer) layer = atlas_scene_layer_new_picture (picture, 1, "Photograph");
  g_autoptr (AtlasSceneLayer) faint = atlas_scene_layer_new_picture (picture, 0.5, "Photograph");
  g_autoptr (AtlasScene) scene = new_scene (layer, make_options ());
  g_autoptr (AtlasScene) faint_scene = new_scene (faint, make_options ());
  cairo_surface_t *image = draw (scene, 0);
  cairo_surface_t *faint_image = draw (faint_scene, 0);

  g_assert_cmphex (town_get_pixel (image, 15, 115), ==, 0xffff0000u);
  g_assert_cmphex (town_get_pixel (image, 105, 205), ==, 0xffffff00u);
  g_assert_cmphex (town_get_pixel (image, 115, 205), ==, 0xffffffffu);
  g_assert_cmpuint (town_get_pixel (faint_image, 15, 115) & 255, >, 120);
  g_assert_cmpuint (atlas_scene_layer_hit (layer, ATLAS_POINT_INIT (50, 50), 1), ==, G_MAXSIZE);
  cairo_surface_destroy (image);
  cairo_surface_destroy (faint_image);
}

static void
test_hit (void)
{
  g_autoptr (AtlasSceneLayer) layer = new_choropleth ();

  for (guint i = 0; i < COLUMNS * ROWS; i++) {
    AtlasPoint inside = { i % COLUMNS * 100 + 30, i / COLUMNS * 100 + 70 };

    g_assert_cmpuint (atlas_scene_layer_hit (layer, inside, 0), ==, i);
  }
  g_assert_cmpuint (atlas_scene_layer_hit (layer, ATLAS_POINT_INIT (-5, 50), 4), ==, G_MAXSIZE);
  g_assert_cmpuint (atlas_scene_layer_hit (layer, ATLAS_POINT_INIT (-5, 50), 6), ==, 0);
  g_assert_cmpuint (atlas_scene_layer_hit (layer, ATLAS_POINT_INIT (100, 50), 1), ==, 1);
}

/* What lies below an outline without fill can be pointed at through it. */
static void
test_hollow_is_hit_at_outline (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (1, 1);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "Boundary", "symbol", "plain", "fill", "#00000000", NULL);

  g_assert_cmpuint (atlas_scene_layer_hit (layer, ATLAS_POINT_INIT (50, 50), 5), ==, G_MAXSIZE);
  g_assert_cmpuint (atlas_scene_layer_hit (layer, ATLAS_POINT_INIT (97, 50), 5), ==, 0);
  g_assert_cmpuint (atlas_scene_layer_hit (layer, ATLAS_POINT_INIT (103, 50), 5), ==, 0);
}

/* Points that only carry names lie over districts, which are what a pointer there means. */
static void
test_what_leaves_no_mark_is_not_hit (void)
{
  g_autoptr (AtlasTable) table = town_new_points (1);
  g_autoptr (AtlasSceneLayer) seen = town_new_layer (table, "Names", "symbol", "dots", NULL);
  g_autoptr (AtlasSceneLayer) ring = town_new_layer (table, "Names", "symbol", "dots", "fill", "#00000000",
                                                     "outline-width", "0.2", NULL);
  g_autoptr (AtlasSceneLayer) unseen = town_new_layer (table, "Names", "symbol", "dots", "fill", "#00000000",
                                                       "outline-width", "0", NULL);
  AtlasPoint at = atlas_table_get_geometry (table)->points[0];

  g_assert_cmpuint (atlas_scene_layer_hit (seen, at, 1), ==, 0);
  g_assert_cmpuint (atlas_scene_layer_hit (ring, at, 1), ==, 0);
  g_assert_cmpuint (atlas_scene_layer_hit (unseen, at, 1), ==, G_MAXSIZE);
}

/* The colours of a diverging palette part at the midpoint, wherever it lies among the classes. */
static void
test_midpoint (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (COLUMNS, ROWS);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "symbol", "choropleth", "field", "value", "method",
                                                      "user", "bounds", "4,8,12,23", "palette", "RdBu", "midpoint", "4",
                                                      NULL);
  guint n;
  const AtlasColour *colours = atlas_scene_layer_get_colours (layer, &n);

  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpuint (colours[0].r, >, colours[0].b);
  for (guint i = 1; i < n; i++)
    g_assert_cmpuint (colours[i].b, >, colours[i].r);
}

static void
test_refusals (void)
{
  static const struct {
    const char *key;
    const char *value;
    AtlasError code;
  } cases[] = {
    { "symbol", "choropleth", ATLAS_ERROR_NO_FIELD },
    { "field", "nothing", ATLAS_ERROR_NO_FIELD },
    { "label-field", "nothing", ATLAS_ERROR_NO_FIELD },
  };
  g_autoptr (AtlasTable) table = town_new_districts (2, 2);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AtlasStyle) plain = atlas_style_new ();
    g_autoptr (AtlasStyle) dots = atlas_style_with (plain, "symbol", "dots", NULL);
    g_autoptr (AtlasStyle) style = atlas_style_with (dots, cases[i].key, cases[i].value, NULL);
    g_autoptr (GError) error = NULL;

    g_assert_null (atlas_scene_layer_new (table, style, NULL, "", &error));
    g_assert_error (error, ATLAS_ERROR, cases[i].code);
  }
}

/* A circle's area is the value: that of the largest is four times that of a quarter of it. */
static void
test_proportional (void)
{
  g_autoptr (AtlasTable) table = town_new_points (4);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "symbol", "proportional", "field", "value", "size",
                                                      "10", "fill", "#ff0000", "outline-width", "0", NULL);
  AtlasSceneOptions options = ATLAS_SCENE_OPTIONS_INIT;
  double areas[5] = { 0 };

  for (guint i = 1; i <= 4; i += 3) {
    AtlasPoint at = { i * 37 % 100, i * 61 % 100 };
    g_autoptr (AtlasScene) scene = NULL;
    cairo_surface_t *image;

    options.width = options.height = 50;
    options.transform = (AtlasTransform){ 10, 25 - 10 * at.x, 25 + 10 * at.y };
    scene = new_scene (layer, options);
    image = draw (scene, 0);
    for (int y = 0; y < 50; y++)
      for (int x = 0; x < 50; x++)
        areas[i] += 1 - (town_get_pixel (image, x, y) & 255) / 255.0;
    cairo_surface_destroy (image);
  }
  g_assert_cmpfloat_with_epsilon (areas[4], G_PI * pow (5 * 96 / 25.4, 2), 6);
  g_assert_cmpfloat_with_epsilon (areas[4] / areas[1], 4, 0.08);
}

static void
test_lines (void)
{
  g_autoptr (AtlasTable) table = town_new_streets (3);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "symbol", "lines", "field", "value", "size", "3",
                                                      "fill", "#000000", NULL);
  AtlasSceneOptions options = make_options ();
  g_autoptr (AtlasScene) scene = new_scene (layer, options);
  cairo_surface_t *image = draw (scene, 0);

  for (guint i = 1; i <= 3; i++) {
    double width = 0;

    for (int y = 210 - 50 * (int) i - 20; y < 210 - 50 * (int) i + 20; y++)
      width += 1 - (town_get_pixel (image, 60, y) & 255) / 255.0;
    g_assert_cmpfloat_with_epsilon (width, i * 96 / 25.4, 0.1);
  }
  cairo_surface_destroy (image);
}

/* A dot of a sprite lies where a drawn circle would, and is as heavy, wherever in a pixel its centre is. */
static void
test_dots_keep_their_places (void)
{
  g_autoptr (AtlasTable) table = town_new_points (1);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "symbol", "dots", "size", "2", "fill", "#000000",
                                                      "outline-width", "0", NULL);
  AtlasSceneOptions options = ATLAS_SCENE_OPTIONS_INIT;

  options.width = options.height = 40;
  for (int step = 0; step < 20; step++) {
    AtlasPoint at = { 20 + step * 0.05, 20 - step * 0.05 };
    g_autoptr (AtlasScene) scene = NULL;
    cairo_surface_t *image;
    AtlasPoint sum = { 0, 0 };
    double weight = 0;

    options.transform = (AtlasTransform){ 1, at.x - 37, at.y + 61 }; /* the point is at 37, 61 */
    scene = new_scene (layer, options);
    image = draw (scene, 0);
    for (int y = 0; y < 40; y++)
      for (int x = 0; x < 40; x++) {
        double ink = 1 - (town_get_pixel (image, x, y) & 255) / 255.0;

        weight += ink;
        sum.x += ink * (x + 0.5);
        sum.y += ink * (y + 0.5);
      }
    g_assert_cmpfloat_with_epsilon (weight, G_PI * pow (96 / 25.4, 2), 1);
    g_assert_cmpfloat_with_epsilon (sum.x / weight, at.x, 0.15);
    g_assert_cmpfloat_with_epsilon (sum.y / weight, at.y, 0.15);
    cairo_surface_destroy (image);
  }
}

/* Dots and circles on the edge of two bands are whole. */
static void
test_bands_of_discs (void)
{
  static const char *const symbols[] = { "dots", "proportional" };
  g_autoptr (AtlasTable) table = town_new_points (60);

  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++) {
    g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "symbol", symbols[i], "field", "value", "size", "4",
                                                        NULL);
    AtlasSceneOptions options = ATLAS_SCENE_OPTIONS_INIT;
    g_autoptr (AtlasScene) scene = NULL;
    cairo_surface_t *one;
    cairo_surface_t *many;

    options.width = 220;
    options.height = 400;
    options.transform = (AtlasTransform){ 2.13, 3.7, 290.2 };
    scene = new_scene (layer, options);
    one = draw (scene, 1);
    many = draw (scene, 7);
    g_assert_cmpuint (town_count_different (one, many, ROUNDING), ==, 0);
    cairo_surface_destroy (one);
    cairo_surface_destroy (many);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/shows-same", test_shows_same);
  g_test_add_func ("/scene/colours", test_colours);
  g_test_add_func ("/scene/hatch", test_hatch);
  g_test_add_func ("/scene/threads", test_threads);
  g_test_add_func ("/scene/moved", test_moved);
  g_test_add_func ("/scene/halves", test_halves);
  g_test_add_func ("/scene/one-renderer", test_one_renderer);
  g_test_add_func ("/scene/no-seams", test_no_seams);
  g_test_add_func ("/scene/coinciding", test_coinciding);
  g_test_add_func ("/scene/cancelled", test_cancelled);
  g_test_add_func ("/scene/sizes", test_sizes);
  g_test_add_func ("/scene/scale-limits", test_scale_limits);
  g_test_add_func ("/scene/selection", test_selection);
  g_test_add_func ("/scene/picture", test_picture);
  g_test_add_func ("/scene/hit", test_hit);
  g_test_add_func ("/scene/hollow-is-hit-at-outline", test_hollow_is_hit_at_outline);
  g_test_add_func ("/scene/what-leaves-no-mark-is-not-hit", test_what_leaves_no_mark_is_not_hit);
  g_test_add_func ("/scene/midpoint", test_midpoint);
  g_test_add_func ("/scene/refusals", test_refusals);
  g_test_add_func ("/scene/proportional", test_proportional);
  g_test_add_func ("/scene/lines", test_lines);
  g_test_add_func ("/scene/dots-keep-their-places", test_dots_keep_their_places);
  g_test_add_func ("/scene/bands-of-discs", test_bands_of_discs);
  return g_test_run ();
}
