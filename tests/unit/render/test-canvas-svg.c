// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../temp-folder.h"
#include "atlas-canvas-svg.h"
#include "town.h"

#include <librsvg/rsvg.h>
#include <string.h>

#define DPI 127 /* five pixels to a millimetre */

static char *
draw_svg (const AtlasLayout *layout)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = town_export (layout, folder, "map.svg", 96);
  char *svg = NULL;

  g_assert_true (g_file_get_contents (path, &svg, NULL, NULL));
  return svg;
}

static guint
count (const char *text, const char *needle)
{
  guint n = 0;

  while ((text = strstr (text, needle))) {
    text += strlen (needle);
    n++;
  }
  return n;
}

/* What librsvg makes of it, as large as our own picture. */
static cairo_surface_t *
render (const char *svg, int width, int height)
{
  g_autoptr (GError) error = NULL;
  RsvgHandle *handle = rsvg_handle_new_from_data ((const guint8 *) svg, strlen (svg), &error);
  RsvgRectangle whole = { 0, 0, width, height };
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (image);

  g_assert_no_error (error);
  rsvg_handle_render_document (handle, cr, &whole, &error);
  g_assert_no_error (error);
  cairo_destroy (cr);
  g_object_unref (handle);
  return image;
}

static void
assert_looks_alike (const AtlasLayout *layout, const char *svg)
{
  cairo_surface_t *ours = atlas_layout_draw_image (layout, DPI, NULL, NULL);
  int width = cairo_image_surface_get_width (ours);
  int height = cairo_image_surface_get_height (ours);
  cairo_surface_t *theirs = render (svg, width, height);

  g_assert_cmpuint (town_count_different (ours, theirs, 60), <, (guint) (width * height / 50));
  cairo_surface_destroy (theirs);
  cairo_surface_destroy (ours);
}

/* Areas, hatches, text and a scale bar, drawn by another program, are the picture that we draw. */
static void
test_choropleth (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "Places", "symbol", "choropleth", "field", "value", NULL);
  AtlasLayout layout = town_make_layout (&layer, 1, ATLAS_LAYOUT_MAP);
  g_autofree char *svg = draw_svg (&layout);

  assert_looks_alike (&layout, svg);
}

/* Every circle with its rim, and the three of the legend, the two within the largest with theirs. */
static void
test_circles (void)
{
  g_autoptr (AtlasTable) table = town_new_points (30);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "Residents", "symbol", "proportional", "field", "value",
                                                      "size", "8", NULL);
  AtlasLayout layout = town_make_layout (&layer, 1, ATLAS_LAYOUT_MAP);
  g_autofree char *svg = NULL;

  layout.extent = (AtlasExtent){ -20, -20, 120, 120 };
  svg = draw_svg (&layout);
  g_assert_cmpuint (count (svg, "<circle"), ==, 2 * 30 + 3 + 2);
  g_assert_nonnull (strstr (svg, ">30</text>"));
  g_assert_nonnull (strstr (svg, ">10</text>"));
  g_assert_nonnull (strstr (svg, ">3</text>"));
  assert_looks_alike (&layout, svg);
}

/* A dot is one circle, with the outline of the style. */
static void
test_dots (void)
{
  g_autoptr (AtlasTable) table = town_new_points (9);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "Stops", "symbol", "dots", "size", "4", "fill", "#123456",
                                                      "outline", "#fedcba", "outline-width", "0.5", NULL);
  AtlasLayout layout = town_make_layout (&layer, 1, ATLAS_LAYOUT_BARE);
  g_autofree char *svg = NULL;

  layout.extent = (AtlasExtent){ -20, -20, 120, 120 };
  svg = draw_svg (&layout);
  g_assert_cmpuint (count (svg, "<circle"), ==, 9);
  g_assert_cmpuint (count (svg, " r=\"2\" fill=\"#123456\" stroke=\"#fedcba\" stroke-width=\"0.5\""), ==, 9);
  assert_looks_alike (&layout, svg);
}

/* Areas without borders are sealed with strokes of their own colours, below the fills. */
static void
test_seals (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (2, 1);
  g_autoptr (AtlasSceneLayer) bordered = town_new_layer (table, "", "fill", "#123456", NULL);
  g_autoptr (AtlasSceneLayer) sealed = town_new_layer (table, "", "fill", "#123456", "outline-width", "0", NULL);
  AtlasLayout layout = town_make_layout (&sealed, 1, ATLAS_LAYOUT_BARE);
  g_autofree char *with_seal = NULL;
  g_autofree char *without = NULL;

  layout.extent = atlas_table_get_extent (table);
  with_seal = draw_svg (&layout);
  layout.layers = &bordered;
  without = draw_svg (&layout);
  g_assert_cmpuint (count (with_seal, "stroke=\"#123456\""), ==, 1);
  g_assert_true (strstr (with_seal, "stroke=\"#123456\"") < strstr (with_seal, "fill=\"#123456\""));
  g_assert_cmpuint (count (without, "stroke=\"#123456\""), ==, 0);
}

/* A raster is within the file, pixel for pixel. */
static void
test_picture (void)
{
  static const guint32 pixels[] = { 0xffff0000, 0xff00ff00, 0xff0000ff, 0x80808080 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (pixels, sizeof pixels);
  AtlasExtent extent = { 0, 0, 300, 200 };
  g_autoptr (AtlasPicture) picture = atlas_picture_new (bytes, 2, 2, 8, extent);
  g_autoptr (AtlasSceneLayer) layer = atlas_scene_layer_new_picture (picture, 1, "Photograph");
  AtlasLayout layout = town_make_layout (&layer, 1, ATLAS_LAYOUT_BARE);
  g_autofree char *svg = NULL;

  layout.extent = extent;
  svg = draw_svg (&layout);
  g_assert_cmpuint (count (svg, "<image"), ==, 1);
  g_assert_nonnull (strstr (svg, "href=\"data:image/png;base64,iVBORw0KGgo"));
  assert_looks_alike (&layout, svg);
}

/* One such character, and no viewer opens the map. */
static void
test_characters (void)
{
  static const struct {
    const char *text;
    const char *written;
  } cases[] = {
    { "Łódź & <b>", "Łódź &amp; &lt;b&gt;" },
    { "a\001b\013c\033[31m", "abc[31m" },
    { "two\nlines\tand a stop", "two\nlines\tand a stop" },
    { "\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD", "\xEF\xBF\xBD" },
    { "\xF0\x9F\x97\xBA", "\xF0\x9F\x97\xBA" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) out = g_string_new (NULL);

    atlas_svg_append_text (out, cases[i].text);
    g_assert_cmpstr (out->str, ==, cases[i].written);
  }
}

/* Whatever the map and its layers are called, it can be opened. */
static void
test_hostile_titles (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (2, 1);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "bell\a & \xEF\xBF\xBF", "symbol", "choropleth", "field",
                                                      "value", NULL);
  AtlasLayout layout = town_make_layout (&layer, 1, ATLAS_LAYOUT_PAGE);
  cairo_surface_t *image;
  g_autofree char *svg = NULL;

  layout.extent = atlas_table_get_extent (table);
  layout.title = "escape\033 <script>";
  svg = draw_svg (&layout);
  g_assert_nonnull (strstr (svg, "<title>escape &lt;script&gt;</title>"));
  g_assert_nonnull (strstr (svg, "<title>bell &amp; </title>"));
  image = render (svg, 60, 40);
  cairo_surface_destroy (image);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas-svg/choropleth", test_choropleth);
  g_test_add_func ("/canvas-svg/circles", test_circles);
  g_test_add_func ("/canvas-svg/dots", test_dots);
  g_test_add_func ("/canvas-svg/seals", test_seals);
  g_test_add_func ("/canvas-svg/picture", test_picture);
  g_test_add_func ("/canvas-svg/characters", test_characters);
  g_test_add_func ("/canvas-svg/hostile-titles", test_hostile_titles);
  return g_test_run ();
}
