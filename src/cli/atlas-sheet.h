// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-layout.h"

G_BEGIN_DECLS

/**
 * AtlasSheet:
 * @kind: what surrounds the map
 * @width: in millimetres
 * @height: in millimetres
 * @dpi: pixels per inch
 *
 * The size of what is drawn.
 */
typedef struct {
  AtlasLayoutKind kind;
  double width;
  double height;
  double dpi;
} AtlasSheet;

/**
 * AtlasSheetWords:
 * @size: "1600x1200", in pixels
 * @page: "a4", "a3" or "slide"
 * @layout: "bare", "map" or "page"
 * @dpi: pixels per inch, 0 when not told
 *
 * What was typed of it; every text is nullable.
 */
typedef struct {
  char *size;
  char *page;
  char *layout;
  double dpi;
} AtlasSheetWords;

gboolean atlas_sheet_parse (const AtlasSheetWords *words, AtlasSheet *sheet, GError **error);
int atlas_sheet_get_pixel_width (const AtlasSheet *self);
int atlas_sheet_get_pixel_height (const AtlasSheet *self);
gboolean atlas_sheet_parse_extent (const char *text, AtlasExtent *extent, GError **error);
AtlasExtent atlas_sheet_fill (const AtlasSheet *self, AtlasExtent extent);

G_END_DECLS
