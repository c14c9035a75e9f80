// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-city-file.h"
#include "atlas-error.h"
#include "atlas-json-report.h"
#include "atlas-map-stack.h"
#include "atlas-paper.h"
#include "atlas-projection.h"
#include "atlas-style-choices.h"
#include "atlas-text-table.h"
#include "atlas-verb.h"
#include "atlas-writer.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#define MARGIN 0.02 /* of the longer side, left free around what is shown whole */

static AtlasStyleChoices choices;
static AtlasPaperWords paper_words;
static char *output;
static char *map_crs;
static char *extent_text;
static char *title;

static void
add_classes (JsonBuilder *builder, AtlasSceneLayer *layer)
{
  const AtlasBreaks *breaks = atlas_scene_layer_get_breaks (layer);
  guint n_colours = 0;
  const AtlasColour *colours = atlas_scene_layer_get_colours (layer, &n_colours);

  json_builder_set_member_name (builder, "classes");
  json_builder_begin_array (builder);
  for (guint i = 0; breaks && i < breaks->n_classes; i++) {
    g_autofree char *colour = i < n_colours ? atlas_colour_to_string (colours[i]) : NULL;

    json_builder_begin_object (builder);
    atlas_json_add_real (builder, "upper", breaks->bounds[i]);
    atlas_json_add_integer (builder, "count", (gint64) breaks->counts[i]);
    atlas_json_add_text (builder, "colour", colour);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
print_json (AtlasSceneLayer *theme, const AtlasPaper *paper)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const AtlasValues *values = atlas_scene_layer_get_values (theme);
  gsize n_features = atlas_table_get_n_features (atlas_scene_layer_get_table (theme));

  json_builder_begin_object (builder);
  atlas_json_add_text (builder, "output", output);
  atlas_json_add_integer (builder, "width", atlas_paper_get_pixel_width (paper));
  atlas_json_add_integer (builder, "height", atlas_paper_get_pixel_height (paper));
  atlas_json_add_integer (builder, "features", (gint64) n_features);
  add_classes (builder, theme);
  atlas_json_add_integer (builder, "missing", values ? (gint64) values->n_missing : 0);
  json_builder_end_object (builder);
  atlas_json_print (builder);
}

static void
print_text (AtlasSceneLayer *theme, const AtlasPaper *paper)
{
  gsize n_features = atlas_table_get_n_features (atlas_scene_layer_get_table (theme));
  g_autofree char *features = g_strdup_printf (ngettext ("%zu feature", "%zu features", n_features), n_features);

  printf (_ ("“%s”: %d × %d pixels, %s\n"), output, atlas_paper_get_pixel_width (paper),
          atlas_paper_get_pixel_height (paper), features);
}

/* The map alone fills its sheet to the pixel, so what a GeoTIFF says of its place is exact. */
static gboolean
choose_extent (const AtlasMapStack *stack, const AtlasPaper *paper, AtlasExtent *extent, GError **error)
{
  AtlasExtent whole = atlas_map_stack_get_extent (stack);

  if (extent_text) {
    if (!atlas_paper_parse_extent (extent_text, extent, error))
      return FALSE;
  } else if (atlas_extent_is_empty (whole)) {
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA,
                 _ ("There is nothing to draw: no feature of “%s” has a place."),
                 atlas_scene_layer_get_title (atlas_map_stack_get_theme (stack)));
    return FALSE;
  } else {
    *extent = atlas_extent_grow (whole, MARGIN * MAX (atlas_extent_width (whole), atlas_extent_height (whole)));
  }
  if (paper->kind == ATLAS_LAYOUT_BARE)
    *extent = atlas_paper_fill (paper, *extent);
  return TRUE;
}

static gboolean
write_geotiff (const AtlasLayout *layout, const AtlasPaper *paper, const AtlasMapStack *stack, GError **error)
{
  cairo_surface_t *image = atlas_layout_draw_image (layout, paper->dpi, NULL, error);
  gboolean written;

  if (!image)
    return FALSE;
  cairo_surface_flush (image);
  written = atlas_geotiff_write (cairo_image_surface_get_data (image), cairo_image_surface_get_width (image),
                                 cairo_image_surface_get_height (image), cairo_image_surface_get_stride (image),
                                 layout->extent, stack->crs, output, error);
  cairo_surface_destroy (image);
  return written;
}

static gboolean
is_geotiff (const char *path)
{
  return g_str_has_suffix (path, ".tif") || g_str_has_suffix (path, ".tiff");
}

static gboolean
write_sheet (const AtlasLayout *layout, const AtlasPaper *paper, const AtlasMapStack *stack, GError **error)
{
  AtlasExportOptions options = ATLAS_EXPORT_OPTIONS_INIT;

  if (is_geotiff (output))
    return write_geotiff (layout, paper, stack, error);
  options.dpi = paper->dpi;
  return atlas_layout_export (layout, output, &options, NULL, error);
}

/* Without a system there is no scale: the map alone can be drawn, a sheet with its scale bar cannot. */
static gboolean
check_scale (const AtlasMapStack *stack, const AtlasPaper *paper, GError **error)
{
  if (stack->crs || paper->kind == ATLAS_LAYOUT_BARE)
    return TRUE;
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NO_CRS,
               _ ("“%s” does not say in which coordinate system it is, so it has no scale: add “--crs EPSG:…”."),
               atlas_scene_layer_get_title (atlas_map_stack_get_theme (stack)));
  return FALSE;
}

static gboolean
draw (const AtlasInvocation *invocation, const AtlasMapStack *stack, const AtlasPaper *paper, GError **error)
{
  AtlasLayout layout = ATLAS_LAYOUT_INIT;

  if (!check_scale (stack, paper, error) || !choose_extent (stack, paper, &layout.extent, error))
    return FALSE;
  layout.kind = paper->kind;
  layout.layers = (AtlasSceneLayer *const *) stack->layers->pdata;
  layout.n_layers = stack->layers->len;
  layout.width = paper->width;
  layout.height = paper->height;
  if (stack->crs)
    layout.metres_per_unit = atlas_crs_metres_at (stack->crs, atlas_extent_centre (layout.extent));
  layout.title = title;
  layout.credit = stack->credit;
  layout.language = invocation->language;
  return write_sheet (&layout, paper, stack, error);
}

static gboolean
check_output (const AtlasPaper *paper, GError **error)
{
  if (!output)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("Say where the map goes: add “-o FILE”."));
  else if (is_geotiff (output) && paper->kind != ATLAS_LAYOUT_BARE)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                 _ ("A GeoTIFF has a place on the earth, so it holds the map alone: choose “--layout bare”."));
  else if (choices.symbol && !choices.field && g_str_equal (choices.symbol, "choropleth"))
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("A choropleth shows a number: add “--field”."));
  else
    return TRUE;
  return FALSE;
}

/* What the city calls its first map; %NULL when another one is drawn. */
static char *
find_city_title (const AtlasInvocation *invocation)
{
  g_autofree char *path = atlas_invocation_resolve_city (invocation, NULL);
  g_autoptr (AtlasCity) city = path ? atlas_city_file_read_city (path, NULL) : NULL;

  if (!city || g_strcmp0 (city->first_field, choices.field) != 0 || g_strcmp0 (city->first_per, choices.per) != 0)
    return NULL;
  return g_strdup (city->first_title);
}

static AtlasMapStack *
read_map (const AtlasInvocation *invocation, GError **error)
{
  g_autoptr (AtlasStyle) plain = atlas_style_new ();
  g_autoptr (AtlasStyle) style = atlas_style_choices_apply (&choices, plain, error);
  gboolean of_city = choices.field && atlas_invocation_names_city (invocation->words[0]);
  g_autofree char *theme_title = of_city ? find_city_title (invocation) : NULL;
  AtlasMapStackOptions options = {
    .words = invocation->words,
    .style = style,
    .symbol_told = choices.symbol != NULL,
    .title = theme_title,
    .map_crs = map_crs,
    .keep_degrees = extent_text != NULL,
  };

  return style ? atlas_map_stack_new (invocation, &options, error) : NULL;
}

static gboolean
run (AtlasInvocation *invocation, GError **error)
{
  AtlasPaper paper;
  g_autoptr (AtlasMapStack) stack = NULL;

  if (!atlas_paper_parse (&paper_words, &paper, error) || !check_output (&paper, error))
    return FALSE;
  stack = read_map (invocation, error);
  if (!stack || !draw (invocation, stack, &paper, error))
    return FALSE;
  if (invocation->json)
    print_json (atlas_map_stack_get_theme (stack), &paper);
  else if (!invocation->quiet)
    print_text (atlas_map_stack_get_theme (stack), &paper);
  return TRUE;
}

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file drawn: .png, .svg, .pdf or .tif"), N_ ("OUT") },
  { "field", 0, 0, G_OPTION_ARG_STRING, &choices.field, N_ ("The number shown"), "F" },
  { "per", 0, 0, G_OPTION_ARG_STRING, &choices.per, N_ ("What it is divided by: a field, or “area” for km²"),
    N_ ("FIELD") },
  { "method", 0, 0, G_OPTION_ARG_STRING, &choices.method, N_ ("How classes are found; “fisher” when not told"), "M" },
  { "classes", 0, 0, G_OPTION_ARG_STRING, &choices.classes, N_ ("How many classes; 5 when not told"), "K" },
  { "bounds", 0, 0, G_OPTION_ARG_STRING, &choices.bounds, N_ ("Upper bounds of the method “user”"), "A,B,…" },
  { "palette", 0, 0, G_OPTION_ARG_STRING, &choices.palette, N_ ("A palette’s name, or colours"), N_ ("NAME") },
  { "reverse", 0, 0, G_OPTION_ARG_NONE, &choices.reverse, N_ ("Run the palette the other way"), NULL },
  { "symbol", 0, 0, G_OPTION_ARG_STRING, &choices.symbol, N_ ("choropleth, proportional, dots, lines or plain"), "S" },
  { "map-crs", 0, 0, G_OPTION_ARG_STRING, &map_crs, N_ ("System in which the map is drawn"), "EPSG:N" },
  { "extent", 0, 0, G_OPTION_ARG_STRING, &extent_text, N_ ("What is shown, in the map’s system"), "W,S,E,N" },
  { "size", 0, 0, G_OPTION_ARG_STRING, &paper_words.size, N_ ("Width and height in pixels"), "WxH" },
  { "page", 0, 0, G_OPTION_ARG_STRING, &paper_words.page, N_ ("A sheet of a4, a3 or slide"), N_ ("PAGE") },
  { "dpi", 0, 0, G_OPTION_ARG_DOUBLE, &paper_words.dpi, N_ ("Pixels per inch: 96, on a page 300, when not told"), "N" },
  { "layout", 0, 0, G_OPTION_ARG_STRING, &paper_words.layout, N_ ("bare, map or page"), "L" },
  { "title", 0, 0, G_OPTION_ARG_STRING, &title, N_ ("What stands above the map"), "T" },
  { NULL },
};

const AtlasVerb atlas_verb_render = {
  .name = "render",
  .arguments = N_ ("SOURCE…"),
  .least = 1,
  .most = 100,
  .summary = N_ ("Draw a map"),
  .options = options,
  .run = run,
};
