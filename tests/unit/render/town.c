// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "town.h"

#include "atlas-table-builder.h"

#define SIDE 100.0

static AtlasTableBuilder *
new_builder (const char *name)
{
  AtlasTableBuilder *builder = atlas_table_builder_new (name);

  atlas_table_builder_add_column (builder, "value", ATLAS_COLUMN_INTEGER, NULL);
  atlas_table_builder_add_column (builder, "name", ATLAS_COLUMN_TEXT, NULL);
  atlas_table_builder_add_column (builder, "people", ATLAS_COLUMN_INTEGER, NULL);
  return builder;
}

static void
set_cells (AtlasTableBuilder *builder, guint number)
{
  g_autofree char *name = g_strdup_printf ("No. %u", number);

  if (number % 7 == 3)
    atlas_table_builder_set_missing (builder, 0, (AtlasMissing) (ATLAS_NO_DATA + number / 7 % 3));
  else
    atlas_table_builder_set_integer (builder, 0, number);
  atlas_table_builder_set_text (builder, 1, name, -1);
  if (number % 12 != 8)
    atlas_table_builder_set_integer (builder, 2, number * 5 % 24);
}

static void
add_square (AtlasTableBuilder *builder, double x, double y)
{
  AtlasPoint *p;

  atlas_table_builder_begin_part (builder, ATLAS_PART_POLYGON);
  p = atlas_table_builder_add_ring (builder, 5);
  p[0] = p[4] = ATLAS_POINT_INIT (x, y);
  p[1] = ATLAS_POINT_INIT (x + SIDE, y);
  p[2] = ATLAS_POINT_INIT (x + SIDE, y + SIDE);
  p[3] = ATLAS_POINT_INIT (x, y + SIDE);
}

AtlasTable *
town_new_districts (guint columns, guint rows)
{
  g_autoptr (AtlasTableBuilder) builder = new_builder ("districts");

  for (guint i = 0; i < columns * rows; i++) {
    atlas_table_builder_begin_feature (builder, i + 1);
    add_square (builder, i % columns * SIDE, i / columns * SIDE);
    set_cells (builder, i);
  }
  return atlas_table_builder_end (g_steal_pointer (&builder));
}

AtlasTable *
town_new_points (guint n)
{
  g_autoptr (AtlasTableBuilder) builder = new_builder ("points");

  for (guint i = 1; i <= n; i++) {
    g_autofree char *name = g_strdup_printf ("Point %u", i);

    atlas_table_builder_begin_feature (builder, i);
    atlas_table_builder_begin_part (builder, ATLAS_PART_POINT);
    *atlas_table_builder_add_ring (builder, 1) = ATLAS_POINT_INIT (i * 37 % 100, i * 61 % 100);
    atlas_table_builder_set_integer (builder, 0, i);
    atlas_table_builder_set_text (builder, 1, name, -1);
  }
  return atlas_table_builder_end (g_steal_pointer (&builder));
}

AtlasTable *
town_new_streets (guint n)
{
  g_autoptr (AtlasTableBuilder) builder = new_builder ("streets");

  for (guint i = 1; i <= n; i++) {
    AtlasPoint *p;

    atlas_table_builder_begin_feature (builder, i);
    atlas_table_builder_begin_part (builder, ATLAS_PART_LINE);
    p = atlas_table_builder_add_ring (builder, 3);
    p[0] = ATLAS_POINT_INIT (0, i * SIDE);
    p[1] = ATLAS_POINT_INIT (SIDE, i * SIDE);
    p[2] = ATLAS_POINT_INIT (3 * SIDE, i * SIDE);
    atlas_table_builder_set_integer (builder, 0, i);
  }
  return atlas_table_builder_end (g_steal_pointer (&builder));
}

static void
add_line (AtlasTableBuilder *builder, AtlasPoint from, AtlasPoint to)
{
  AtlasPoint *p;

  atlas_table_builder_begin_part (builder, ATLAS_PART_LINE);
  p = atlas_table_builder_add_ring (builder, 2);
  p[0] = from;
  p[1] = to;
}

AtlasTable *
town_new_mixture (guint n)
{
  g_autoptr (AtlasTableBuilder) builder = new_builder ("mixture");

  for (guint i = 1; i <= n; i++) {
    double x = 2 * SIDE * i;

    atlas_table_builder_begin_feature (builder, i);
    add_square (builder, x, 0);
    add_line (builder, ATLAS_POINT_INIT (x, 2 * SIDE), ATLAS_POINT_INIT (x + SIDE, 2 * SIDE));
    atlas_table_builder_begin_part (builder, ATLAS_PART_POINT);
    *atlas_table_builder_add_ring (builder, 1) = ATLAS_POINT_INIT (x, 3 * SIDE);
    atlas_table_builder_set_integer (builder, 0, i);
  }
  return atlas_table_builder_end (g_steal_pointer (&builder));
}

static AtlasStyle *
set_key (AtlasStyle *style, const char *key, const char *value)
{
  g_autoptr (AtlasStyle) old = style;
  g_autoptr (GError) error = NULL;
  AtlasStyle *next = atlas_style_with (old, key, value, &error);

  g_assert_no_error (error);
  return next;
}

AtlasSceneLayer *
town_new_layer (AtlasTable *table, const char *title, ...)
{
  AtlasStyle *style = atlas_style_new ();
  g_autoptr (GError) error = NULL;
  AtlasSceneLayer *layer;
  va_list args;
  const char *key;

  va_start (args, title);
  while ((key = va_arg (args, const char *)))
    style = set_key (style, key, va_arg (args, const char *));
  va_end (args);
  layer = atlas_scene_layer_new (table, style, NULL, title, &error);
  g_assert_no_error (error);
  atlas_style_unref (style);
  return layer;
}

cairo_surface_t *
town_draw (AtlasSceneLayer *layer, const AtlasSceneOptions *options, guint n_threads)
{
  g_autoptr (AtlasScene) scene = atlas_scene_new (&layer, 1, options);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *image = atlas_scene_draw_image (scene, n_threads, NULL, &error);

  g_assert_no_error (error);
  return image;
}

AtlasLayout
town_make_layout (AtlasSceneLayer **layers, guint n_layers, AtlasLayoutKind kind)
{
  AtlasLayout layout = ATLAS_LAYOUT_INIT;

  layout.kind = kind;
  layout.layers = layers;
  layout.n_layers = n_layers;
  layout.extent = (AtlasExtent){ 0, 0, 600, 400 };
  layout.width = 120;
  layout.height = 80;
  return layout;
}

char *
town_export (const AtlasLayout *layout, const char *folder, const char *name, double dpi)
{
  char *path = g_build_filename (folder, name, NULL);
  AtlasExportOptions options = ATLAS_EXPORT_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;

  options.dpi = dpi;
  g_assert_true (atlas_layout_export (layout, path, &options, NULL, &error));
  g_assert_no_error (error);
  return path;
}

guint32
town_to_pixel (AtlasColour colour)
{
  return 0xff000000u | (guint32) colour.r << 16 | (guint32) colour.g << 8 | colour.b;
}

guint32
town_get_pixel (cairo_surface_t *image, int x, int y)
{
  const guint8 *pixels = cairo_image_surface_get_data (image);

  return ((const guint32 *) (pixels + (gsize) y * cairo_image_surface_get_stride (image)))[x];
}

gboolean
town_differs (guint32 a, guint32 b, int tolerance)
{
  for (guint shift = 0; shift < 32; shift += 8)
    if (ABS ((int) (a >> shift & 255) - (int) (b >> shift & 255)) > tolerance)
      return TRUE;
  return FALSE;
}

gsize
town_count_different (cairo_surface_t *a, cairo_surface_t *b, int tolerance)
{
  int width = MIN (cairo_image_surface_get_width (a), cairo_image_surface_get_width (b));
  int height = MIN (cairo_image_surface_get_height (a), cairo_image_surface_get_height (b));
  gsize n = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      n += town_differs (town_get_pixel (a, x, y), town_get_pixel (b, x, y), tolerance);
  return n;
}
