// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What is exported, as the programs of others read it. */

#include "../temp-folder.h"
#include "atlas-table-builder.h"
#include "town.h"

#include <math.h>
#include <png.h>
#include <string.h>

static guint32
read_word (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* The checksum of PNG (ISO 3309), one bit after another. */
static guint32
reckon_crc (const guint8 *bytes, gsize n)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < n; i++) {
    crc ^= bytes[i];
    for (int bit = 0; bit < 8; bit++)
      crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
  }
  return ~crc;
}

/* The names of the chunks, each of a length and with a checksum that are right: "IHDR pHYs sRGB IDAT IEND". */
static char *
list_chunks (const guint8 *bytes, gsize n)
{
  GString *names = g_string_new (NULL);
  gsize at = 8;

  while (at + 12 <= n) {
    gsize length = read_word (bytes + at);

    g_assert_cmpuint (at + 12 + length, <=, n);
    g_assert_cmphex (read_word (bytes + at + 8 + length), ==, reckon_crc (bytes + at + 4, length + 4));
    g_string_append_printf (names, "%s%.4s", names->len ? " " : "", (const char *) bytes + at + 4);
    at += 12 + length;
  }
  g_assert_cmpuint (at, ==, n);
  return g_string_free (names, FALSE);
}

static void
test_png_chunks (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "symbol", "choropleth", "field", "value", NULL);
  AtlasLayout layout = town_make_layout (&layer, 1, ATLAS_LAYOUT_MAP);
  g_autofree char *path = town_export (&layout, folder, "map.png", 96);
  g_autofree char *chunks = NULL;
  g_autofree char *bytes = NULL;
  gsize n;

  g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
  g_assert_cmpint (png_sig_cmp ((png_const_bytep) bytes, 0, 8), ==, 0);
  chunks = list_chunks ((const guint8 *) bytes, n);
  g_assert_true (g_str_has_prefix (chunks, "IHDR "));
  g_assert_true (g_str_has_suffix (chunks, " IDAT IEND"));
  g_assert_nonnull (strstr (chunks, "pHYs"));
  g_assert_nonnull (strstr (chunks, "sRGB"));
}

/**
 * Read:
 * @per_metre: pixels of it
 * @channels: 3, or 4 where something shines through
 * @rows: owned: as libpng unpacks them
 */
typedef struct {
  guint32 per_metre;
  int width;
  int height;
  int channels;
  guint8 **rows;
} Read;

static void
read_png (Read *self, const char *path)
{
  FILE *file = fopen (path, "rb");
  png_structp png = png_create_read_struct (PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png_create_info_struct (png);
  png_uint_32 across = 0, down = 0;
  int unit = 0;

  png_init_io (png, file);
  png_read_png (png, info, PNG_TRANSFORM_IDENTITY, NULL);
  self->width = (int) png_get_image_width (png, info);
  self->height = (int) png_get_image_height (png, info);
  self->channels = png_get_channels (png, info);
  png_get_pHYs (png, info, &across, &down, &unit);
  g_assert_cmpuint (across, ==, down);
  g_assert_cmpint (unit, ==, PNG_RESOLUTION_METER);
  self->per_metre = across;
  self->rows = g_new (guint8 *, self->height);
  for (int y = 0; y < self->height; y++)
    self->rows[y] = g_memdup2 (png_get_rows (png, info)[y], (gsize) self->width * self->channels);
  png_destroy_read_struct (&png, &info, NULL);
  fclose (file);
}

static void
clear_read (Read *self)
{
  for (int y = 0; y < self->height; y++)
    g_free (self->rows[y]);
  g_free (self->rows);
}

static guint32
get_colour (const Read *png, int x, int y)
{
  const guint8 *p = png->rows[y] + (gsize) png->channels * (gsize) x;

  return town_to_pixel ((AtlasColour){ p[0], p[1], p[2], 255 });
}

static void
test_png_sizes (void)
{
  static const struct {
    double dpi;
    int width;
    int height;
    guint32 per_metre;
  } cases[] = {
    { 25.4, 120, 80, 1000 }, /* a pixel for each millimetre */
    { 96, 454, 302, 3780 },
    { 254, 1200, 800, 10000 },
    { 300, 1417, 945, 11811 },
  };
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", NULL);
  AtlasLayout layout = town_make_layout (&layer, 1, ATLAS_LAYOUT_MAP);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = town_export (&layout, folder, "map.png", cases[i].dpi);
    Read png;

    read_png (&png, path);
    g_assert_cmpint (png.width, ==, cases[i].width);
    g_assert_cmpint (png.height, ==, cases[i].height);
    g_assert_cmpuint (png.per_metre, ==, cases[i].per_metre);
    clear_read (&png);
  }
}

/* The file holds, pixel for pixel, what the preview shows. */
static void
test_png_is_the_preview (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "Town", "symbol", "choropleth", "field", "value", NULL);
  AtlasLayout layout = town_make_layout (&layer, 1, ATLAS_LAYOUT_MAP);
  g_autofree char *path = town_export (&layout, folder, "map.png", 127);
  cairo_surface_t *preview = atlas_layout_draw_image (&layout, 127, NULL, NULL);
  Read png;

  read_png (&png, path);
  g_assert_cmpint (png.channels, ==, 3);
  g_assert_cmpint (png.width, ==, cairo_image_surface_get_width (preview));
  for (int y = 0; y < png.height; y++)
    for (int x = 0; x < png.width; x++)
      g_assert_cmphex (get_colour (&png, x, y), ==, town_get_pixel (preview, x, y));
  clear_read (&png);
  cairo_surface_destroy (preview);
}

/* Without a background there is a fourth channel, and colours are not multiplied by it. */
static void
test_png_without_background (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (AtlasTable) table = town_new_districts (1, 1);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "fill", "#ff8000", "opacity", "0.5", "outline-width",
                                                      "0", NULL);
  AtlasLayout layout = town_make_layout (&layer, 1, ATLAS_LAYOUT_BARE);
  g_autofree char *path = NULL;
  const guint8 *inside;
  Read png;

  layout.extent = (AtlasExtent){ 0, 0, 150, 100 };
  layout.background.a = 0;
  path = town_export (&layout, folder, "map.png", 25.4);
  read_png (&png, path);
  g_assert_cmpint (png.channels, ==, 4);
  inside = png.rows[40] + 4 * 40;
  g_assert_cmpint (ABS (inside[0] - 255), <=, 2);
  g_assert_cmpint (ABS (inside[1] - 128), <=, 2);
  g_assert_cmpint (inside[2], ==, 0);
  g_assert_cmpint (ABS (inside[3] - 128), <=, 1);
  g_assert_cmpint (png.rows[40][4 * 110 + 3], ==, 0);
  clear_read (&png);
}

/* Six districts beside one another, or above, of 5500 pixels each: a colour for each, and the last of them first from
 * below. */
static AtlasSceneLayer *
new_stripes (gboolean upright)
{
  g_autoptr (AtlasTable) table = upright ? town_new_districts (1, 6) : town_new_districts (6, 1);

  return town_new_layer (table, "", "symbol", "choropleth", "field", "people", "method", "user", "bounds",
                         "0,5,10,15,20,22", "outline-width", "0", NULL);
}

#define STRIPE 5500

static guint32
find_stripe (const AtlasSceneLayer *layer, int stripe)
{
  guint n;
  const AtlasColour *colours = atlas_scene_layer_get_colours ((AtlasSceneLayer *) layer, &n);

  return town_to_pixel (colours[atlas_scene_layer_get_classes ((AtlasSceneLayer *) layer)[stripe]]);
}

/* Longer and higher than any one surface of cairo's: joined from tiles without a gap and without a shift. */
static void
test_png_of_tiles (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();

  for (int upright = 0; upright < 2; upright++) {
    g_autoptr (AtlasSceneLayer) layer = new_stripes (upright);
    AtlasLayout layout = town_make_layout (&layer, 1, ATLAS_LAYOUT_BARE);
    g_autofree char *path = NULL;
    Read png;

    layout.width = upright ? 3 : 6 * STRIPE;
    layout.height = upright ? 6 * STRIPE : 3;
    layout.extent = (AtlasExtent){ 0, 0, 600 * layout.width / (6 * STRIPE), 600 * layout.height / (6 * STRIPE) };
    path = town_export (&layout, folder, "long.png", 25.4);
    read_png (&png, path);
    g_assert_cmpint (upright ? png.height : png.width, ==, 6 * STRIPE);
    g_assert_cmpint (upright ? png.width : png.height, ==, 3);
    for (int i = 0; i < 6 * STRIPE; i++)
      g_assert_cmphex (upright ? get_colour (&png, 1, 6 * STRIPE - 1 - i) : get_colour (&png, i, 1), ==,
                       find_stripe (layer, i / STRIPE));
    clear_read (&png);
  }
}

/**
 * Seen:
 * @ids: owned: of all elements
 * @titles: owned: what the titles say
 * @in_title: whether the text that comes is a title's
 *
 * What a parser of XML finds in an SVG.
 */
typedef struct {
  GHashTable *ids;
  GPtrArray *titles;
  guint n_features;
  gboolean in_title;
} Seen;

static void
start_cb (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  Seen *seen = data;

  seen->in_title = g_str_equal (element, "title");
  for (guint i = 0; names[i]; i++) {
    if (!g_str_equal (names[i], "id"))
      continue;
    g_assert_true (g_hash_table_add (seen->ids, g_strdup (values[i]))); /* an id names one element */
    seen->n_features += strstr (values[i], "-feature-") != NULL;
  }
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Seen *seen = data;

  if (seen->in_title)
    g_ptr_array_add (seen->titles, g_strndup (text, length));
  seen->in_title = FALSE;
}

static void
read_svg (Seen *seen, const char *path)
{
  static const GMarkupParser parser = { .start_element = start_cb, .text = text_cb };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, seen, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *svg = NULL;
  gsize n;

  *seen = (Seen){ g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                  g_ptr_array_new_with_free_func (g_free) };
  g_assert_true (g_file_get_contents (path, &svg, &n, NULL));
  g_assert_true (g_markup_parse_context_parse (context, svg, (gssize) n, &error));
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
}

static void
clear_seen (Seen *seen)
{
  g_hash_table_unref (seen->ids);
  g_ptr_array_unref (seen->titles);
}

/* Dots are elements of their own, each with its id and its name; names may hold what XML writes otherwise. */
static void
test_svg_features (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (AtlasTable) table = town_new_points (12);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "Shops & <markets>", "symbol", "dots", "size", "2", NULL);
  AtlasLayout layout = town_make_layout (&layer, 1, ATLAS_LAYOUT_MAP);
  g_autofree char *path = NULL;
  Seen seen;

  layout.extent = (AtlasExtent){ -20, -20, 120, 120 };
  layout.title = "Kielce \"today\" & tomorrow";
  path = town_export (&layout, folder, "map.svg", 96);
  read_svg (&seen, path);
  g_assert_cmpuint (seen.n_features, ==, 12);
  for (guint i = 1; i <= 12; i++) {
    g_autofree char *id = g_strdup_printf ("layer-1-feature-%u", i);
    g_autofree char *title = g_strdup_printf ("Point %u", i);

    g_assert_true (g_hash_table_contains (seen.ids, id));
    g_assert_true (g_ptr_array_find_with_equal_func (seen.titles, title, g_str_equal, NULL));
  }
  g_assert_true (g_ptr_array_find_with_equal_func (seen.titles, layout.title, g_str_equal, NULL));
  g_assert_true (g_ptr_array_find_with_equal_func (seen.titles, "Shops & <markets>", g_str_equal, NULL));
  clear_seen (&seen);
}

/* Each district once, also those that are hatched. */
static void
test_svg_areas (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "symbol", "choropleth", "field", "value", NULL);
  AtlasLayout layout = town_make_layout (&layer, 1, ATLAS_LAYOUT_MAP);
  g_autofree char *path = town_export (&layout, folder, "map.svg", 96);
  Seen seen;

  read_svg (&seen, path);
  g_assert_cmpuint (seen.n_features, ==, 24);
  clear_seen (&seen);
}

/* Features that are drawn in several places, and numbers that features share, give no id twice. */
static void
test_svg_ids (void)
{
  static const guint32 rows[] = { 0, 1, 1 };
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (AtlasTable) mixture = town_new_mixture (3);
  g_autoptr (AtlasTable) shared = atlas_table_select (mixture, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasSceneLayer) below = town_new_layer (mixture, "Below", NULL);
  g_autoptr (AtlasSceneLayer) above = town_new_layer (shared, "Above", "symbol", "choropleth", "field", "value", NULL);
  AtlasSceneLayer *layers[] = { below, above };
  AtlasLayout layout = town_make_layout (layers, 2, ATLAS_LAYOUT_BARE);
  g_autofree char *path = NULL;
  Seen seen;

  layout.extent = atlas_table_get_extent (mixture);
  path = town_export (&layout, folder, "map.svg", 96);
  read_svg (&seen, path);
  g_assert_cmpuint (seen.n_features, ==, 3 + 2);
  g_assert_true (g_hash_table_contains (seen.ids, "layer-1-feature-3"));
  g_assert_true (g_hash_table_contains (seen.ids, "layer-2-feature-2"));
  clear_seen (&seen);
}

/* What @program says on standard output of what it is given, or NULL, with the test skipped, where it is not. */
static char *
ask (const char *program, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_null_terminated (0, NULL, TRUE);
  g_autofree char *found = g_find_program_in_path (program);
  g_autoptr (GError) error = NULL;
  char *answer = NULL;
  char *word;
  va_list args;

  if (!found) {
    g_test_skip ("poppler-utils is not installed");
    return NULL;
  }
  g_ptr_array_add (words, found);
  va_start (args, program);
  while ((word = va_arg (args, char *)))
    g_ptr_array_add (words, word);
  va_end (args);
  g_assert_true (
      g_spawn_sync (NULL, (char **) words->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &answer, NULL, NULL, &error));
  g_assert_no_error (error);
  return answer;
}

/* Letters in a PDF are letters: they can be searched for and copied, with the accents of Polish. */
static void
test_pdf_text (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "Obręby", "symbol", "choropleth", "field", "value", NULL);
  AtlasLayout layout = town_make_layout (&layer, 1, ATLAS_LAYOUT_MAP);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  layout.title = "Zażółć <gęślą> jaźń";
  layout.credit = "Urząd Miasta Kielce";
  layout.language = "pl";
  path = town_export (&layout, folder, "map.pdf", 96);
  text = ask ("pdftotext", path, "-", NULL);
  if (!text)
    return;
  g_assert_nonnull (strstr (text, layout.title));
  g_assert_nonnull (strstr (text, "Źródło: Urząd Miasta Kielce"));
  g_assert_nonnull (strstr (text, "Obręby"));
  g_assert_nonnull (strstr (text, "brak danych"));
}

/* A page is as large as the sheet, and is called as the map. */
static void
test_pdf_page (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", NULL);
  AtlasLayout layout = town_make_layout (&layer, 1, ATLAS_LAYOUT_PAGE);
  g_autofree char *path = NULL;
  g_autofree char *facts = NULL;

  layout.title = "Town <of> paper";
  path = town_export (&layout, folder, "map.pdf", 96);
  facts = ask ("pdfinfo", path, NULL);
  if (!facts)
    return;
  g_assert_nonnull (strstr (facts, "Town <of> paper"));
  g_assert_nonnull (strstr (facts, "340.157 x 226.772 pts"));
}

/* A page drawn by another program is the picture that we draw. */
static void
test_pdf_looks_like_png (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "Places", "symbol", "choropleth", "field", "value",
                                                      "label-field", "name", NULL);
  AtlasLayout layout = town_make_layout (&layer, 1, ATLAS_LAYOUT_MAP);
  g_autofree char *path = town_export (&layout, folder, "map.pdf", 96);
  g_autofree char *stem = g_build_filename (folder, "page", NULL);
  g_autofree char *png = g_strconcat (stem, ".png", NULL);
  g_autofree char *nothing = ask ("pdftoppm", "-r", "127", "-png", "-singlefile", path, stem, NULL);
  cairo_surface_t *ours;
  cairo_surface_t *theirs;

  if (!nothing)
    return;
  ours = atlas_layout_draw_image (&layout, 127, NULL, NULL);
  theirs = cairo_image_surface_create_from_png (png);
  g_assert_cmpint (cairo_image_surface_get_width (theirs), >=, 600);
  g_assert_cmpint (cairo_image_surface_get_height (theirs), >=, 400);
  g_assert_cmpuint (town_count_different (ours, theirs, 60), <, 600 * 400 / 50);
  cairo_surface_destroy (theirs);
  cairo_surface_destroy (ours);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export-files/png-chunks", test_png_chunks);
  g_test_add_func ("/export-files/png-sizes", test_png_sizes);
  g_test_add_func ("/export-files/png-is-the-preview", test_png_is_the_preview);
  g_test_add_func ("/export-files/png-without-background", test_png_without_background);
  g_test_add_func ("/export-files/png-of-tiles", test_png_of_tiles);
  g_test_add_func ("/export-files/svg-features", test_svg_features);
  g_test_add_func ("/export-files/svg-areas", test_svg_areas);
  g_test_add_func ("/export-files/svg-ids", test_svg_ids);
  g_test_add_func ("/export-files/pdf-text", test_pdf_text);
  g_test_add_func ("/export-files/pdf-page", test_pdf_page);
  g_test_add_func ("/export-files/pdf-looks-like-png", test_pdf_looks_like_png);
  return g_test_run ();
}
