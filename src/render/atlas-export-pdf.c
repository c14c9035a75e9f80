// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-exporter.h"

#include <cairo-pdf.h>

#define POINTS_PER_MM (72 / 25.4)

static cairo_status_t
write_cb (void *file, const unsigned char *data, unsigned int length)
{
  return atlas_output_file_write (file, data, length) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static void
describe (cairo_surface_t *surface, const AtlasLayout *layout)
{
  g_autoptr (GDateTime) date = atlas_exporter_get_source_date ();
  g_autofree char *iso = date ? g_date_time_format_iso8601 (date) : NULL;

  if (layout->title)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, layout->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Kielce Atlas");
  if (!iso)
    return;
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, iso);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, iso);
}

static gboolean
draw_page (const AtlasSheet *sheet, cairo_surface_t *surface, AtlasDrawMeter *meter, GCancellable *cancellable)
{
  cairo_t *cr = cairo_create (surface);
  AtlasCairoCanvas canvas;
  gboolean done;

  cairo_scale (cr, POINTS_PER_MM, POINTS_PER_MM);
  atlas_cairo_canvas_init (&canvas, cr, 1);
  canvas.parent.meter = meter;
  done = atlas_sheet_draw (sheet, &canvas.parent, cancellable);
  cairo_show_page (cr);
  cairo_destroy (cr);
  return done;
}

static gboolean
write_pdf (const AtlasSheet *sheet,
           AtlasOutputFile *file,
           const AtlasExportOptions *options,
           GCancellable *cancellable,
           GError **error)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, file, sheet->layout->width * POINTS_PER_MM,
                                                                  sheet->layout->height * POINTS_PER_MM);
  AtlasDrawMeter meter = atlas_exporter_count_features (sheet->layout, options);
  gboolean done;

  describe (surface, sheet->layout);
  done = draw_page (sheet, surface, &meter, cancellable);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return done || atlas_exporter_set_cancelled (error);
}

const AtlasExporter atlas_exporter_pdf = { ".pdf", write_pdf };
