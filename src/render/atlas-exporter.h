// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-output-file.h"
#include "atlas-sheet.h"

G_BEGIN_DECLS

/**
 * AtlasExporter:
 * @suffix: of file names, with its dot
 * @write: writes the sheet into the file; FALSE with the error set when cancelled or impossible. A failure to
 *   write to the disk is told by the file's commit.
 *
 * A format to export to: one file each, and one line in the registry.
 */
typedef struct {
  const char *suffix;
  gboolean (*write) (const AtlasSheet *sheet,
                     AtlasOutputFile *file,
                     const AtlasExportOptions *options,
                     GCancellable *cancellable,
                     GError **error);
} AtlasExporter;

extern const AtlasExporter atlas_exporter_png;
extern const AtlasExporter atlas_exporter_svg;
extern const AtlasExporter atlas_exporter_pdf;

/* Counts the features of a sheet that are drawn one after the other. */
AtlasDrawMeter atlas_exporter_count_features (const AtlasLayout *layout, const AtlasExportOptions *options);
gboolean atlas_exporter_set_cancelled (GError **error);
/* Size of the sheet in pixels; FALSE when it is nothing or more than a file can hold. */
gboolean atlas_exporter_get_pixels (const AtlasLayout *layout, double dpi, int *width, int *height, GError **error);
/* When the file says it was made: by SOURCE_DATE_EPOCH, or NULL where it is not set. */
GDateTime *atlas_exporter_get_source_date (void);

G_END_DECLS
