// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-layout.h"

G_BEGIN_DECLS

/**
 * AtlasPaper:
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
} AtlasPaper;

/**
 * AtlasPaperWords:
 * @size: "1600x1200", in pixels
 * @page: "a4", "a3" or "slide"
 * @layout: "bare", "map" or "page"
 * @dpi: pixels per inch
 *
 * What was typed of it; every text is nullable.
 */
typedef struct {
  char *size;
  char *page;
  char *layout;
  char *dpi;
} AtlasPaperWords;

gboolean atlas_paper_parse (const AtlasPaperWords *words, AtlasPaper *paper, GError **error);
int atlas_paper_get_pixel_width (const AtlasPaper *self);
int atlas_paper_get_pixel_height (const AtlasPaper *self);
gboolean atlas_paper_parse_extent (const char *text, AtlasExtent *extent, GError **error);
AtlasExtent atlas_paper_fill (const AtlasPaper *self, AtlasExtent extent);

G_END_DECLS
