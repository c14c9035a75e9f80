// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-canvas-svg.h"
#include "atlas-exporter.h"

static void
write_head (GString *out, const AtlasLayout *layout)
{
  char width[G_ASCII_DTOSTR_BUF_SIZE];
  char height[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (width, sizeof width, "%.6g", layout->width);
  g_ascii_formatd (height, sizeof height, "%.6g", layout->height);
  g_string_append_printf (out,
                          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%smm\" height=\"%smm\" "
                          "viewBox=\"0 0 %s %s\" font-family=\"%s\">\n",
                          width, height, width, height, ATLAS_TEXT_FAMILIES);
  if (layout->title) {
    g_string_append (out, "<title>");
    atlas_svg_append_text (out, layout->title);
    g_string_append (out, "</title>\n");
  }
  atlas_svg_canvas_write_definitions (out);
}

static gboolean
write_svg (const AtlasSheet *sheet,
           AtlasOutputFile *file,
           const AtlasExportOptions *options,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  AtlasDrawMeter meter = atlas_exporter_count_features (sheet->layout, options);
  AtlasSvgCanvas canvas;
  gboolean done;

  write_head (out, sheet->layout);
  atlas_svg_canvas_init (&canvas, out);
  canvas.parent.meter = &meter;
  done = atlas_sheet_draw (sheet, &canvas.parent, cancellable);
  atlas_svg_canvas_clear (&canvas);
  if (!done)
    return atlas_exporter_set_cancelled (error);
  g_string_append (out, "</svg>\n");
  atlas_output_file_write (file, out->str, out->len);
  return TRUE;
}

const AtlasExporter atlas_exporter_svg = { ".svg", write_svg };
