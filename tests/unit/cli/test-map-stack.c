// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-error.h"
#include "atlas-io.h"
#include "atlas-map-source.h"
#include "atlas-map-stack.h"
#include "atlas-projection.h"
#include "sample-files.h"

#include <math.h>

/**
 * Files: what maps are made of
 */
typedef struct {
  TempFolder *folder; /* owned, as the paths are */
  char *areas;
  char *points;
  char *lines;
  char *raster;
} Files;

static void
set_up (Files *self, gconstpointer unused)
{
  g_autoptr (AtlasCrs) crs = atlas_crs_new_from_epsg (2178, NULL);

  self->folder = temp_folder_new ();
  self->areas = sample_write_areas (self->folder);
  self->points = sample_write_points (self->folder);
  self->lines = sample_write_lines (self->folder);
  self->raster = sample_write_raster (self->folder, crs);
}

static void
tear_down (Files *self, gconstpointer unused)
{
  g_free (self->areas);
  g_free (self->points);
  g_free (self->lines);
  g_free (self->raster);
  temp_folder_free (self->folder);
}

static AtlasMapStack *
stack (AtlasInvocation *invocation, AtlasStyleChoices choices, AtlasMapStackOptions options)
{
  g_autoptr (GError) error = NULL;
  AtlasMapStack *self;

  options.choices = &choices;
  self = atlas_map_stack_new (invocation, &options, &error);
  g_assert_no_error (error);
  return self;
}

static void
assert_refused (AtlasInvocation *invocation, AtlasStyleChoices choices, GQuark domain, int code)
{
  AtlasMapStackOptions options = { .choices = &choices };
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_map_stack_new (invocation, &options, &error));
  g_assert_error (error, domain, code);
}

/* One line for each layer, the lowest first: its title, its symbol, its field, and how it is filled: full, clear, or
 * not a layer of features. The theme has a star. */
static char *
describe (const AtlasMapStack *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->layers->len; i++) {
    AtlasSceneLayer *layer = g_ptr_array_index (self->layers, i);
    const AtlasStyle *style = atlas_scene_layer_get_table (layer) ? atlas_scene_layer_get_style (layer) : NULL;
    g_autofree char *symbol = style ? atlas_style_dup_value (style, "symbol") : NULL;

    g_string_append_printf (text, "%s%s", i == self->theme ? "*" : "", atlas_scene_layer_get_title (layer));
    if (style)
      g_string_append_printf (text, " %s %s %s", symbol, style->field ? style->field : "–",
                              style->fill.a ? "full" : "clear");
    g_string_append_c (text, '\n');
  }
  return g_string_free (text, FALSE);
}

static void
assert_stack (AtlasInvocation invocation, AtlasStyleChoices choices, AtlasMapStackOptions options, const char *expected)
{
  g_auto (AtlasInvocation) owned = invocation;
  g_autoptr (AtlasMapStack) self = stack (&owned, choices, options);
  g_autofree char *text = describe (self);

  g_assert_cmpstr (text, ==, expected);
}

/* Which source the style is of, and how the others are drawn below and above it. */
static void
test_themes (Files *f, gconstpointer unused)
{
  assert_stack (sample_invocation (f->areas, NULL), (AtlasStyleChoices){ 0 }, (AtlasMapStackOptions){ 0 },
                "*areas plain – full\n");
  assert_stack (sample_invocation (f->areas, NULL), (AtlasStyleChoices){ .field = "people" },
                (AtlasMapStackOptions){ 0 }, "*people choropleth people full\n");
  assert_stack (sample_invocation (f->areas, f->points, NULL), (AtlasStyleChoices){ .field = "people" },
                (AtlasMapStackOptions){ .title = "Residents" },
                "*Residents choropleth people full\npoints dots – full\n");
  assert_stack (sample_invocation (f->lines, f->areas, NULL), (AtlasStyleChoices){ .field = "buses" },
                (AtlasMapStackOptions){ 0 }, "*buses lines buses full\nareas plain – clear\n");
  assert_stack (sample_invocation (f->areas, f->lines, f->areas, NULL), (AtlasStyleChoices){ .field = "people" },
                (AtlasMapStackOptions){ 0 },
                "areas plain – full\nlines plain – full\n*people choropleth people full\n");
  assert_stack (sample_invocation (f->raster, f->areas, NULL), (AtlasStyleChoices){ 0 }, (AtlasMapStackOptions){ 0 },
                "photo.tif\n*areas plain – clear\n");
  assert_stack (sample_invocation (f->areas, NULL),
                (AtlasStyleChoices){ .field = "people", .symbol = "bivariate:code" }, (AtlasMapStackOptions){ 0 },
                "*areas bivariate people full\n");
}

/* What a field of points, lines and areas is drawn with when nothing is said of it. */
static void
test_symbols (Files *f, gconstpointer unused)
{
  assert_stack (sample_invocation (f->points, NULL), (AtlasStyleChoices){ .field = "lon" }, (AtlasMapStackOptions){ 0 },
                "*lon dots lon full\n");
  assert_stack (sample_invocation (f->lines, NULL), (AtlasStyleChoices){ .field = "buses", .method = "equal" },
                (AtlasMapStackOptions){ 0 }, "*buses choropleth buses full\n");
  assert_stack (sample_invocation (f->areas, NULL), (AtlasStyleChoices){ .field = "people", .symbol = "proportional" },
                (AtlasMapStackOptions){ 0 }, "*people proportional people full\n");
}

static void
test_refusals (Files *f, gconstpointer unused)
{
  g_auto (AtlasInvocation) areas = sample_invocation (f->areas, NULL);
  g_auto (AtlasInvocation) raster = sample_invocation (f->raster, NULL);
  g_auto (AtlasInvocation) nothing = sample_invocation (f->areas, "nothing.gpkg", NULL);

  assert_refused (&areas, (AtlasStyleChoices){ .field = "height" }, ATLAS_ERROR, ATLAS_ERROR_NO_FIELD);
  assert_refused (&areas, (AtlasStyleChoices){ .field = "people", .symbol = "lines" }, ATLAS_ERROR,
                  ATLAS_ERROR_BAD_DATA);
  assert_refused (&areas, (AtlasStyleChoices){ .field = "people", .classes = "1" }, G_OPTION_ERROR,
                  G_OPTION_ERROR_BAD_VALUE);
  assert_refused (&raster, (AtlasStyleChoices){ .field = "people" }, ATLAS_ERROR, ATLAS_ERROR_NO_FIELD);
  assert_refused (&nothing, (AtlasStyleChoices){ 0 }, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND);
}

/* Degrees are made plane unless they are to stay; what is told goes before all else. */
static void
test_systems (Files *f, gconstpointer unused)
{
  static const struct {
    AtlasMapStackOptions options;
    int epsg;
  } cases[] = {
    { { .map_crs = "EPSG:2180" }, 2180 },
    { { .keep_degrees = TRUE }, 4326 },
    { { NULL }, 32634 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (AtlasInvocation) invocation = sample_invocation (f->points, f->areas, NULL);
    g_autoptr (AtlasMapStack) self = stack (&invocation, (AtlasStyleChoices){ 0 }, cases[i].options);

    g_assert_cmpint (atlas_crs_get_code (self->crs), ==, cases[i].epsg);
    for (guint j = 0; j < 2; j++) {
      const AtlasMapSource *source = g_ptr_array_index (self->sources, j);

      g_assert_cmpint (atlas_crs_get_code (atlas_table_get_crs (source->table)), ==, cases[i].epsg);
    }
  }
}

/* A layer of the city brings the city's system along. */
static void
test_city (Files *f, gconstpointer unused)
{
  g_auto (AtlasInvocation) invocation = sample_invocation ("city:boundary", f->points, NULL);
  g_autoptr (AtlasMapStack) self = stack (&invocation, (AtlasStyleChoices){ 0 }, (AtlasMapStackOptions){ 0 });

  g_assert_cmpint (atlas_crs_get_code (self->crs), ==, 2178);
  g_assert_nonnull (self->credit);
}

static void
test_whole (Files *f, gconstpointer unused)
{
  g_auto (AtlasInvocation) invocation = sample_invocation (f->areas, f->points, f->lines, NULL);
  g_autoptr (AtlasMapStack) self = stack (&invocation, (AtlasStyleChoices){ 0 },
                                          (AtlasMapStackOptions){ .keep_degrees = TRUE });
  AtlasExtent all = atlas_map_stack_get_extent (self);

  g_assert_cmpuint (atlas_map_stack_count_features (self), ==, 4 + 2 + 2);
  g_assert_cmpfloat (all.xmin, ==, 20.5);
  g_assert_cmpfloat (all.xmax, ==, 20.75);
  g_assert_cmpfloat (all.ymin, ==, 50.8);
  g_assert_cmpfloat (all.ymax, ==, 50.9);
}

/* Areas are those of the ground, whatever the map's system makes of them: Web Mercator's are 2.5 times too large. */
static void
test_areas_of_ground (Files *f, gconstpointer unused)
{
  g_auto (AtlasInvocation) invocation = sample_invocation (f->areas, NULL);
  g_autoptr (AtlasMapStack) self = stack (&invocation, (AtlasStyleChoices){ .field = "people", .per = "area" },
                                          (AtlasMapStackOptions){ .map_crs = "EPSG:3857" });
  const AtlasMapSource *source = g_ptr_array_index (self->sources, 0);
  double side = 111.195e3 * 0.1; /* metres in a tenth of a degree of latitude */
  double narrow = 0.05 * 111.195e3 * cos (50.85 * G_PI / 180.0);

  g_assert_cmpfloat_with_epsilon (source->areas[0] / (side * narrow), 1, 0.01);
  g_assert_cmpfloat_with_epsilon (source->areas[1] / source->areas[0], 2, 1e-6);
}

static void
test_names (Files *f, gconstpointer unused)
{
  g_auto (AtlasInvocation) invocation = sample_invocation (f->areas, NULL);
  g_autoptr (AtlasMapStack) bare = stack (&invocation, (AtlasStyleChoices){ .field = "people" },
                                          (AtlasMapStackOptions){ 0 });
  g_autoptr (AtlasMapStack) named = stack (&invocation, (AtlasStyleChoices){ .field = "people" },
                                           (AtlasMapStackOptions){ .labelled = TRUE });

  g_assert_null (atlas_scene_layer_get_style (atlas_map_stack_get_theme (bare))->label_field);
  g_assert_cmpstr (atlas_scene_layer_get_style (atlas_map_stack_get_theme (named))->label_field, ==, "name");
}

/* Of a raster the pixels come when it is known what is shown of it. */
static void
test_rasters (Files *f, gconstpointer unused)
{
  g_auto (AtlasInvocation) invocation = sample_invocation (f->raster, NULL);
  g_autoptr (AtlasMapStack) self = stack (&invocation, (AtlasStyleChoices){ 0 }, (AtlasMapStackOptions){ 0 });
  AtlasLayout layout = ATLAS_LAYOUT_INIT;
  g_autoptr (GError) error = NULL;
  cairo_surface_t *image;

  layout.kind = ATLAS_LAYOUT_BARE;
  layout.width = layout.height = 20;
  layout.extent = atlas_map_stack_get_extent (self);
  layout.layers = (AtlasSceneLayer **) self->layers->pdata;
  layout.n_layers = self->layers->len;
  atlas_map_stack_read_rasters (self, &layout, 25.4, NULL, &error);
  g_assert_no_error (error);
  layout.layers = (AtlasSceneLayer **) self->layers->pdata;
  image = atlas_layout_draw_image (&layout, 25.4, NULL, NULL);
  g_assert_cmphex (((const guint32 *) cairo_image_surface_get_data (image))[10 * 20 + 10], ==, 0xff102030);
  cairo_surface_destroy (image);
}

#define add(path, test) g_test_add (path, Files, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  add ("/map-stack/themes", test_themes);
  add ("/map-stack/symbols", test_symbols);
  add ("/map-stack/refusals", test_refusals);
  add ("/map-stack/systems", test_systems);
  add ("/map-stack/city", test_city);
  add ("/map-stack/whole", test_whole);
  add ("/map-stack/areas-of-ground", test_areas_of_ground);
  add ("/map-stack/names", test_names);
  add ("/map-stack/rasters", test_rasters);
  return g_test_run ();
}
