// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-draw-meter.h"
#include "atlas-scene.h"

G_BEGIN_DECLS

typedef enum {
  ATLAS_LAYOUT_BARE, /* the map alone, to the pixel */
  ATLAS_LAYOUT_MAP,  /* with title, legend, scale bar and source line laid over or beside it */
  ATLAS_LAYOUT_PAGE, /* the whole sheet */
} AtlasLayoutKind;

/**
 * AtlasLayout:
 * @kind: what surrounds the map
 * @layers: (array length=n_layers): from below to above
 * @extent: what of the map must be seen
 * @width: in millimetres
 * @height: in millimetres
 * @metres_per_unit: true scale at the middle
 * @title: (nullable): above the map
 * @credit: (nullable): source line
 * @language: "pl" or "en": words and numbers
 *
 * A sheet to be exported, in millimetres whatever the format.
 */
typedef struct {
  AtlasLayoutKind kind;
  AtlasSceneLayer *const *layers;
  guint n_layers;
  AtlasExtent extent;
  double width;
  double height;
  double metres_per_unit;
  const char *title;
  const char *credit;
  const char *language;
  AtlasColour background;
} AtlasLayout;

#define ATLAS_LAYOUT_INIT                                                                                              \
  {                                                                                                                    \
    .kind = ATLAS_LAYOUT_MAP, .width = 297, .height = 210, .metres_per_unit = 1, .language = "en", .background = {     \
      255,                                                                                                             \
      255,                                                                                                             \
      255,                                                                                                             \
      255                                                                                                              \
    }                                                                                                                  \
  }

/**
 * AtlasMapFrame:
 * @extent: what of the map is seen: at least what was ordered
 * @width: of the map on the sheet, in millimetres
 * @height: of the map on the sheet, in millimetres
 */
typedef struct {
  AtlasExtent extent;
  double width;
  double height;
} AtlasMapFrame;

AtlasMapFrame atlas_layout_find_frame (const AtlasLayout *self);
AtlasExtent atlas_layout_make_room (const AtlasLayout *self, AtlasExtent extent);

/* Draws the sheet; @cr's units are millimetres. FALSE when cancelled. */

/**
 * AtlasExportOptions:
 * @dpi: pixels per inch of PNG and TIFF
 * @world_file: whether a .pgw is written beside a PNG
 * @crs_wkt: (nullable): for the .prj beside it
 * @drawn: (nullable): told how much of the sheet is drawn, on the thread that exports
 * @drawn_data: for @drawn
 */
typedef struct {
  double dpi;
  gboolean world_file;
  const char *crs_wkt;
  AtlasDrawnFunc drawn;
  gpointer drawn_data;
} AtlasExportOptions;

#define ATLAS_EXPORT_OPTIONS_INIT                                                                                      \
  {                                                                                                                    \
    .dpi = 96                                                                                                          \
  }

/* Writes .png, .svg or .pdf by the name's end: into a new file beside @path that replaces it when whole. A PNG may
 * be larger than 32,767 pixels a side: it is drawn in strips. With SOURCE_DATE_EPOCH two runs give the same bytes. */
gboolean atlas_layout_export (const AtlasLayout *self,
                              const char *path,
                              const AtlasExportOptions *options,
                              GCancellable *cancellable,
                              GError **error);
/* Every file that an export to @path writes, @path first. */
char **atlas_layout_list_files (const char *path, const AtlasExportOptions *options);
/* The sheet as pixels (ARGB32), for the preview, the clipboard and GeoTIFF. */
cairo_surface_t *
atlas_layout_draw_image (const AtlasLayout *self, double dpi, GCancellable *cancellable, GError **error);

G_END_DECLS
