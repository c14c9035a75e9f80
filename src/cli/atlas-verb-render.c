// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-city-file.h"
#include "atlas-error.h"
#include "atlas-json-report.h"
#include "atlas-map-remarks.h"
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
add_class (JsonBuilder *builder, gsize count, AtlasColour colour)
{
  g_autofree char *text = atlas_colour_to_string (colour);

  atlas_json_add_integer (builder, "count", (gint64) count);
  atlas_json_add_text (builder, "colour", text);
  json_builder_end_object (builder);
}

static void
add_breaks (JsonBuilder *builder, const AtlasBreaks *breaks, const AtlasColour *colours)
{
  for (guint i = 0; i < breaks->n_classes; i++) {
    json_builder_begin_object (builder);
    atlas_json_add_real (builder, "upper", breaks->bounds[i]);
    add_class (builder, breaks->counts[i], colours[i]);
  }
}

/* Two numbers have a class for each pair of theirs, which has two upper bounds. */
static void
add_grid (JsonBuilder *builder, const AtlasClassGrid *grid, const AtlasColour *colours)
{
  for (guint i = 0; i < grid->n_cells; i++) {
    json_builder_begin_object (builder);
    atlas_json_add_real (builder, "upper", grid->rows->bounds[i / grid->columns->n_classes]);
    atlas_json_add_real (builder, "second_upper", grid->columns->bounds[i % grid->columns->n_classes]);
    add_class (builder, grid->counts[i], colours[i]);
  }
}

static void
add_classes (JsonBuilder *builder, AtlasSceneLayer *layer)
{
  const AtlasBreaks *breaks = atlas_scene_layer_get_breaks (layer);
  const AtlasClassGrid *grid = atlas_scene_layer_get_grid (layer);
  guint n_colours = 0;
  const AtlasColour *colours = atlas_scene_layer_get_colours (layer, &n_colours);

  json_builder_set_member_name (builder, "classes");
  json_builder_begin_array (builder);
  if (breaks)
    add_breaks (builder, breaks, colours);
  if (grid)
    add_grid (builder, grid, colours);
  json_builder_end_array (builder);
}

static void
print_json (const AtlasInvocation *invocation, const AtlasMapStack *stack, const AtlasPaper *paper)
{
  AtlasSceneLayer *theme = atlas_map_stack_get_theme (stack);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  atlas_json_add_text (builder, "output", output);
  atlas_json_add_integer (builder, "width", atlas_paper_get_pixel_width (paper));
  atlas_json_add_integer (builder, "height", atlas_paper_get_pixel_height (paper));
  atlas_json_add_integer (builder, "features", (gint64) atlas_map_stack_count_features (stack));
  add_classes (builder, theme);
  atlas_json_add_integer (builder, "missing", (gint64) atlas_scene_layer_count_missing (theme));
  atlas_json_add_texts (builder, "notes", atlas_invocation_get_notes (invocation));
  json_builder_end_object (builder);
  atlas_json_print (builder);
}

static void
print_text (const AtlasMapStack *stack, const AtlasPaper *paper)
{
  gsize n_features = atlas_map_stack_count_features (stack);
  g_autofree char *features = g_strdup_printf (ngettext ("%zu feature", "%zu features", n_features), n_features);

  printf (_ ("“%s”: %d × %d pixels, %s\n"), output, atlas_paper_get_pixel_width (paper),
          atlas_paper_get_pixel_height (paper), features);
}

static void
set_nothing_error (const AtlasInvocation *invocation, const AtlasMapStack *stack, GError **error)
{
  const char *name = atlas_scene_layer_get_title (atlas_map_stack_get_theme (stack));

  if (invocation->where && atlas_map_stack_count_features (stack) == 0)
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA,
                 _ ("There is nothing to draw: no feature of “%s” matches the condition “%s”."), name,
                 invocation->where);
  else
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA,
                 _ ("There is nothing to draw: no feature of “%s” has a place."), name);
}

/* The map alone fills its sheet to the pixel, so what a GeoTIFF says of its place is exact. */
static gboolean
choose_extent (const AtlasInvocation *invocation,
               const AtlasMapStack *stack,
               const AtlasPaper *paper,
               AtlasLayout *layout,
               GError **error)
{
  AtlasExtent whole = atlas_map_stack_get_extent (stack);
  double margin = MARGIN * MAX (atlas_extent_width (whole), atlas_extent_height (whole));

  if (atlas_extent_is_empty (whole)) {
    set_nothing_error (invocation, stack, error);
    return FALSE;
  }
  layout->extent = atlas_extent_grow (whole, margin);
  if (paper->kind == ATLAS_LAYOUT_BARE)
    layout->extent = atlas_extent_union (layout->extent, atlas_layout_make_room (layout, whole));
  if (extent_text && !atlas_paper_parse_extent (extent_text, &layout->extent, error))
    return FALSE;
  if (paper->kind == ATLAS_LAYOUT_BARE)
    layout->extent = atlas_paper_fill (paper, layout->extent);
  return TRUE;
}

static gboolean
is_tiff (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".tif") || g_str_has_suffix (lower, ".tiff");
}

typedef struct {
  AtlasLayout layout;
  const AtlasPaper *paper;
  AtlasMapStack *stack;
  GCancellable *cancellable;
} Drawing;

/* The map alone lies where its corners say; on a sheet with a legend it is but a part of the picture, which has no
 * place on the earth. */
static gboolean
write_tiff (const Drawing *drawing, GError **error)
{
  const AtlasLayout *layout = &drawing->layout;
  gboolean placed = layout->kind == ATLAS_LAYOUT_BARE;
  cairo_surface_t *image = atlas_layout_draw_image (layout, drawing->paper->dpi, drawing->cancellable, error);
  gboolean written;

  if (!image)
    return FALSE;
  cairo_surface_flush (image);
  written = atlas_geotiff_write (cairo_image_surface_get_data (image), cairo_image_surface_get_width (image),
                                 cairo_image_surface_get_height (image), cairo_image_surface_get_stride (image),
                                 placed ? layout->extent : ATLAS_EXTENT_EMPTY, placed ? drawing->stack->crs : NULL,
                                 output, drawing->cancellable, error);
  cairo_surface_destroy (image);
  return written;
}

static gboolean
write_sheet (const Drawing *drawing, GError **error)
{
  AtlasExportOptions options = ATLAS_EXPORT_OPTIONS_INIT;

  if (is_tiff (output))
    return write_tiff (drawing, error);
  options.dpi = drawing->paper->dpi;
  return atlas_layout_export (&drawing->layout, output, &options, drawing->cancellable, error);
}

/* Without a system there is no scale: the map alone can be drawn, a sheet with its scale bar cannot. */
static gboolean
check_scale (const AtlasMapStack *stack, const AtlasPaper *paper, GError **error)
{
  if (stack->crs || paper->kind == ATLAS_LAYOUT_BARE)
    return TRUE;
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NO_CRS,
               _ ("“%s” does not say which coordinate system it is in, so it has no scale; choose one."),
               atlas_scene_layer_get_title (atlas_map_stack_get_theme (stack)));
  return FALSE;
}

static void
fill_layout (AtlasLayout *layout,
             const AtlasInvocation *invocation,
             const AtlasMapStack *stack,
             const AtlasPaper *paper)
{
  layout->kind = paper->kind;
  layout->layers = (AtlasSceneLayer *const *) stack->layers->pdata;
  layout->n_layers = stack->layers->len;
  layout->width = paper->width;
  layout->height = paper->height;
  layout->title = title;
  layout->credit = stack->credit;
  layout->language = invocation->language;
}

/* What is shown is all there is, unless an extent was told. */
static void
remark (AtlasInvocation *invocation, const Drawing *drawing)
{
  AtlasExtent shown = atlas_layout_find_frame (&drawing->layout).extent;

  atlas_map_remarks_add (invocation, drawing->stack, &choices, extent_text ? shown : drawing->layout.extent);
}

static gboolean
draw (AtlasInvocation *invocation, AtlasMapStack *stack, const AtlasPaper *paper, GError **error)
{
  Drawing drawing = { ATLAS_LAYOUT_INIT, paper, stack, invocation->cancellable };

  fill_layout (&drawing.layout, invocation, stack, paper);
  if (!check_scale (stack, paper, error) || !choose_extent (invocation, stack, paper, &drawing.layout, error))
    return FALSE;
  if (stack->crs)
    drawing.layout.metres_per_unit = atlas_crs_metres_at (stack->crs, atlas_extent_centre (drawing.layout.extent));
  if (!atlas_map_stack_read_rasters (stack, &drawing.layout, paper->dpi, invocation->cancellable, error))
    return FALSE;
  remark (invocation, &drawing);
  return write_sheet (&drawing, error);
}

static gboolean
can_be_written (const char *path)
{
  static const char *const suffixes[] = { ".png", ".svg", ".pdf" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;
  return is_tiff (path);
}

static gboolean
needs_field (const char *symbol)
{
  static const char *const symbols[] = { "choropleth", "proportional", "lines", NULL };

  return symbol && (g_strv_contains (symbols, symbol) || atlas_style_choices_show_two (&choices));
}

static gboolean
check_output (GError **error)
{
  if (!output)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("Say where the map goes: add “-o FILE”."));
  else if (!can_be_written (output))
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_UNSUPPORTED,
                 _ ("A map cannot be written as “%s”: end the name in .png, .svg, .pdf or .tif."), output);
  else if (needs_field (choices.symbol) && !choices.field)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("The symbol “%s” shows a number: add “--field”."),
                 choices.symbol);
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

  if (!city || atlas_style_choices_show_two (&choices) || g_strcmp0 (city->first_field, choices.field) != 0 ||
      g_strcmp0 (city->first_per, choices.per) != 0)
    return NULL;
  return g_strdup (city->first_title);
}

/* What is typed wrongly is told before a million features are read. */
static gboolean
check_choices (GError **error)
{
  g_autoptr (AtlasStyle) plain = atlas_style_new ();
  g_autoptr (AtlasStyle) style = NULL;
  AtlasExtent extent;

  if (extent_text && !atlas_paper_parse_extent (extent_text, &extent, error))
    return FALSE;
  style = atlas_style_choices_apply (&choices, plain, error);
  return style != NULL;
}

/* What says how a number is shown does nothing where none is. */
static gboolean
check_field (GError **error)
{
  const struct {
    const char *name;
    gboolean told;
  } told[] = {
    { "--per", choices.per != NULL },         { "--method", choices.method != NULL },
    { "--classes", choices.classes != NULL }, { "--bounds", choices.bounds != NULL },
    { "--palette", choices.palette != NULL }, { "--reverse", choices.reverse },
  };

  for (gsize i = 0; !choices.field && i < G_N_ELEMENTS (told); i++) {
    if (!told[i].told)
      continue;
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("“%s” says how a number is shown: add “--field”."),
                 told[i].name);
    return FALSE;
  }
  return TRUE;
}

static AtlasMapStack *
read_map (AtlasInvocation *invocation, const AtlasPaper *paper, GError **error)
{
  gboolean of_city = choices.field && atlas_invocation_names_city (invocation->words[0]);
  g_autofree char *theme_title = of_city ? find_city_title (invocation) : NULL;
  AtlasMapStackOptions options = {
    .choices = &choices,
    .title = theme_title,
    .map_crs = map_crs,
    .keep_degrees = extent_text != NULL,
    .labelled = paper->kind != ATLAS_LAYOUT_BARE,
  };

  return atlas_map_stack_new (invocation, &options, error);
}

static gboolean
run (AtlasInvocation *invocation, GError **error)
{
  AtlasPaper paper;
  g_autoptr (AtlasMapStack) stack = NULL;

  invocation->output = output;
  if (!atlas_paper_parse (&paper_words, &paper, error) || !check_output (error) || !check_choices (error) ||
      !check_field (error))
    return FALSE;
  stack = read_map (invocation, &paper, error);
  if (!stack || !draw (invocation, stack, &paper, error))
    return FALSE;
  if (invocation->json)
    print_json (invocation, stack, &paper);
  else if (!invocation->quiet)
    print_text (stack, &paper);
  return TRUE;
}

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file drawn: .png, .svg, .pdf or .tif"), N_ ("OUT") },
  { "field", 0, 0, G_OPTION_ARG_STRING, &choices.field, N_ ("The number shown"), "F" },
  { "per", 0, 0, G_OPTION_ARG_STRING, &choices.per, N_ ("What it is divided by: a field, or “area” for km²"),
    N_ ("FIELD") },
  { "second-per", 0, 0, G_OPTION_ARG_STRING, &choices.second_per,
    N_ ("What the second of two numbers is divided by: a field, or “area”"), N_ ("FIELD") },
  { "method", 0, 0, G_OPTION_ARG_STRING, &choices.method,
    N_ ("How classes are found; “fisher” when not told, of two numbers “quantile”"), "M" },
  { "classes", 0, 0, G_OPTION_ARG_STRING, &choices.classes, N_ ("How many classes; 5 when not told, of two numbers 3"),
    "K" },
  { "bounds", 0, 0, G_OPTION_ARG_STRING, &choices.bounds, N_ ("Upper bounds of the method “user”"), "A,B,…" },
  { "palette", 0, 0, G_OPTION_ARG_STRING, &choices.palette,
    N_ ("A palette’s name, or colours; of two numbers as “orange-blue”"), N_ ("NAME") },
  { "reverse", 0, 0, G_OPTION_ARG_NONE, &choices.reverse, N_ ("Run the palette the other way"), NULL },
  { "symbol", 0, 0, G_OPTION_ARG_STRING, &choices.symbol,
    N_ ("choropleth, proportional, dots, lines, plain, or bivariate:FIELD for two numbers"), "S" },
  { "map-crs", 0, 0, G_OPTION_ARG_STRING, &map_crs, N_ ("System in which the map is drawn"), "EPSG:N" },
  { "extent", 0, 0, G_OPTION_ARG_STRING, &extent_text, N_ ("What is shown, in the map’s system"), "W,S,E,N" },
  { "size", 0, 0, G_OPTION_ARG_STRING, &paper_words.size, N_ ("Width and height in pixels"), "WxH" },
  { "page", 0, 0, G_OPTION_ARG_STRING, &paper_words.page, N_ ("A sheet of a4, a3 or slide"), N_ ("PAGE") },
  { "dpi", 0, 0, G_OPTION_ARG_STRING, &paper_words.dpi, N_ ("Pixels per inch: 96, on a page 300, when not told"), "N" },
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
