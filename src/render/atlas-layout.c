// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-error.h"
#include "atlas-exporter.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The sides of a PNG are 31-bit numbers, but no program opens pictures of that size. */
#define LARGEST_EXPORT 1000000
#define LARGEST_IMAGE  32767

/* Symbols get no more room than this part of the sheet's shorter side. */
#define MOST_ROOM 0.25
#define EDGE_GAP  0.5 /* millimetres from a symbol to the edge */

/* Of what is written beside a PNG. */
#define WORLD_SUFFIX ".pgw"
#define CRS_SUFFIX   ".prj"

static const AtlasExporter *const exporters[] = { &atlas_exporter_png, &atlas_exporter_svg, &atlas_exporter_pdf };

static const AtlasExporter *
find_exporter (const char *path, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (exporters); i++)
    if (g_str_has_suffix (lower, exporters[i]->suffix))
      return exporters[i];
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_UNSUPPORTED,
               _ ("A map cannot be written as “%s”; end the name in .png, .svg or .pdf"), path);
  return NULL;
}

AtlasDrawMeter
atlas_exporter_count_features (const AtlasLayout *layout, const AtlasExportOptions *options)
{
  AtlasDrawMeter meter = { .func = options->drawn, .data = options->drawn_data };

  for (guint i = 0; i < layout->n_layers; i++) {
    AtlasTable *table = atlas_scene_layer_get_table (layout->layers[i]);

    meter.n_total += table ? atlas_table_get_n_features (table) : 0;
  }
  return meter;
}

gboolean
atlas_exporter_set_cancelled (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Drawing was cancelled"));
  return FALSE;
}

gboolean
atlas_exporter_get_pixels (const AtlasLayout *layout, double dpi, int *width, int *height, GError **error)
{
  double w = rint (layout->width * dpi / 25.4);
  double h = rint (layout->height * dpi / 25.4);

  if (!(w >= 1 && h >= 1 && w <= LARGEST_EXPORT && h <= LARGEST_EXPORT)) {
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_TOO_LARGE,
                 _ ("A picture of %.0f × %.0f pixels cannot be written; choose another size or resolution"), w, h);
    return FALSE;
  }
  *width = (int) w;
  *height = (int) h;
  return TRUE;
}

GDateTime *
atlas_exporter_get_source_date (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;

  if (!epoch || !g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, &seconds, NULL))
    return NULL;
  return g_date_time_new_from_unix_utc (seconds);
}

static cairo_surface_t *
create_image (int width, int height, GError **error)
{
  cairo_surface_t *image;

  if (width <= LARGEST_IMAGE && height <= LARGEST_IMAGE) {
    image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
    if (cairo_surface_status (image) == CAIRO_STATUS_SUCCESS)
      return image;
    cairo_surface_destroy (image);
  }
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_TOO_LARGE,
               _ ("A picture of %d × %d pixels does not fit into memory; choose a smaller size"), width, height);
  return NULL;
}

static gboolean
draw_sheet_image (const AtlasLayout *self, double dpi, cairo_surface_t *image, GCancellable *cancellable)
{
  AtlasSheet sheet;
  g_autoptr (AtlasScene) scene = NULL;
  gboolean done;

  atlas_sheet_init (&sheet, self);
  scene = atlas_sheet_create_pixel_scene (&sheet, dpi / 25.4);
  done = atlas_sheet_draw_window (&sheet, scene, image, 0, 0, cancellable);
  atlas_sheet_clear (&sheet);
  return done;
}

/**
 * atlas_layout_draw_image:
 * @dpi: pixels per inch
 * @cancellable: (nullable): polled
 * @error: return location for %G_IO_ERROR_CANCELLED or %ATLAS_ERROR_TOO_LARGE
 *
 * Returns: (nullable) (transfer full): the sheet as an ARGB32 image
 */
cairo_surface_t *
atlas_layout_draw_image (const AtlasLayout *self, double dpi, GCancellable *cancellable, GError **error)
{
  int width;
  int height;
  cairo_surface_t *image;

  if (!atlas_exporter_get_pixels (self, dpi, &width, &height, error))
    return NULL;
  image = create_image (width, height, error);
  if (!image || draw_sheet_image (self, dpi, image, cancellable))
    return image;
  cairo_surface_destroy (image);
  atlas_exporter_set_cancelled (error);
  return NULL;
}

/**
 * atlas_layout_make_room:
 * @extent: of the features
 *
 * A map that fills its sheet to the pixel would cut symbols whose places are at the edge of what is shown.
 *
 * Returns: @extent grown by as much as the symbols reach beyond it, where it fills the sheet
 */
AtlasExtent
atlas_layout_make_room (const AtlasLayout *self, AtlasExtent extent)
{
  double most = MOST_ROOM * MIN (self->width, self->height);
  double reach = _atlas_layout_get_reach (self);
  double room = reach > 0 ? MIN (reach + EDGE_GAP, most) : 0;
  double units_per_mm = MAX (atlas_extent_width (extent) / (self->width - 2 * room),
                             atlas_extent_height (extent) / (self->height - 2 * room));

  return atlas_extent_grow (extent, room * units_per_mm);
}

/**
 * atlas_layout_find_frame:
 *
 * Returns: the part of the sheet that the map takes, for reading pictures to its measure
 */
AtlasMapFrame
atlas_layout_find_frame (const AtlasLayout *self)
{
  AtlasMapFrame frame;
  AtlasSheet sheet;
  AtlasTransform map;

  atlas_sheet_init (&sheet, self);
  frame.width = atlas_extent_width (sheet.frame);
  frame.height = atlas_extent_height (sheet.frame);
  map = atlas_transform_pan (sheet.transform, -sheet.frame.xmin, -sheet.frame.ymin);
  frame.extent = atlas_transform_visible (map, frame.width, frame.height);
  atlas_sheet_clear (&sheet);
  return frame;
}

static gboolean
write_sheet (const AtlasExporter *exporter,
             const AtlasSheet *sheet,
             const char *path,
             const AtlasExportOptions *options,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (AtlasOutputFile) file = atlas_output_file_new (path, error);

  if (!file || !exporter->write (sheet, file, options, cancellable, error))
    return FALSE;
  return atlas_output_file_commit (file, error);
}

static char *
name_beside (const char *path, const char *suffix)
{
  g_autofree char *stem = g_strndup (path, strlen (path) - 4);

  return g_strconcat (stem, suffix, NULL);
}

static gboolean
has_world_file (const AtlasExporter *exporter, const AtlasExportOptions *options)
{
  return options->world_file && exporter == &atlas_exporter_png;
}

/**
 * atlas_layout_list_files:
 * @path: where a sheet is to be exported to
 * @options: of the format
 *
 * Returns: (transfer full): the paths of all files that atlas_layout_export() would write, so that one can be asked
 *   about those that are there already
 */
char **
atlas_layout_list_files (const char *path, const AtlasExportOptions *options)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  const AtlasExporter *exporter = find_exporter (path, NULL);

  g_strv_builder_add (paths, path);
  if (exporter && has_world_file (exporter, options)) {
    g_autofree char *world = name_beside (path, WORLD_SUFFIX);
    g_autofree char *crs = name_beside (path, CRS_SUFFIX);

    g_strv_builder_add_many (paths, world, options->crs_wkt ? crs : NULL, NULL);
  }
  return g_strv_builder_end (paths);
}

static gboolean
write_text (const char *path, const char *suffix, const char *text, GError **error)
{
  g_autofree char *beside = name_beside (path, suffix);
  g_autoptr (AtlasOutputFile) file = atlas_output_file_new (beside, error);

  if (!file)
    return FALSE;
  atlas_output_file_write (file, text, strlen (text));
  return atlas_output_file_commit (file, error);
}

/* The six numbers of a world file: the size of a pixel and the place of the middle of the first. */
static gboolean
write_world_file (const AtlasSheet *sheet, const char *path, const AtlasExportOptions *options, GError **error)
{
  double pixels_per_mm = options->dpi / 25.4;
  double size = 1 / (sheet->transform.scale * pixels_per_mm);
  AtlasPoint first = atlas_transform_to_map (sheet->transform,
                                             ATLAS_POINT_INIT (0.5 / pixels_per_mm, 0.5 / pixels_per_mm));
  const double numbers[] = { size, 0, 0, -size, first.x, first.y };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    char buffer[G_ASCII_DTOSTR_BUF_SIZE];

    g_string_append_printf (text, "%s\n", g_ascii_formatd (buffer, sizeof buffer, "%.12g", numbers[i]));
  }
  if (!write_text (path, WORLD_SUFFIX, text->str, error))
    return FALSE;
  return !options->crs_wkt || write_text (path, CRS_SUFFIX, options->crs_wkt, error);
}

/**
 * atlas_layout_export:
 * @path: whose end names the format: .png, .svg or .pdf
 * @options: of the format
 * @cancellable: (nullable): polled
 * @error: return location for %G_IO_ERROR_CANCELLED, %ATLAS_ERROR_UNSUPPORTED, %ATLAS_ERROR_TOO_LARGE or
 *   %ATLAS_ERROR_WRITE
 *
 * Writes the sheet into a file, which appears whole or not at all.
 *
 * Returns: whether the file is there
 */
gboolean
atlas_layout_export (const AtlasLayout *self,
                     const char *path,
                     const AtlasExportOptions *options,
                     GCancellable *cancellable,
                     GError **error)
{
  const AtlasExporter *exporter = find_exporter (path, error);
  AtlasSheet sheet;
  gboolean done;

  if (!exporter)
    return FALSE;
  atlas_sheet_init (&sheet, self);
  done = write_sheet (exporter, &sheet, path, options, cancellable, error);
  if (done && has_world_file (exporter, options))
    done = write_world_file (&sheet, path, options, error);
  atlas_sheet_clear (&sheet);
  return done;
}
